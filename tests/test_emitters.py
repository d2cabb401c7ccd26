"""What people see: the tree, the sheet, the blocks, the pictures."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import attrs
import pytest
from reportlab.pdfgen.canvas import Canvas

from objectives_parser import Action, Due, Measure, Objective, Place, Plan, Source
from objectives_parser.emitters import EMITTERS, OfDocument, OfPlan, tree
from tests.command import run
from tests.factories import Text


def place(start: int) -> tuple[Place, ...]:
    return (Place(page=1, bbox=None, start=start, end=start + 1),)


PLAN = Plan(
    source=Source(name="plan.txt", media_type="text/plain", sha256="", pages=1),
    objectives=(Objective(id="objective-1", text="Serve people", label="Goal 1", confidence=0.9, where=place(0)),),
    measures=(Measure(id="measure-1", text="=SUM(A1)", parents=("action-1",), confidence=0.3, where=place(9)),),
    actions=(
        Action(
            id="action-1",
            text="Open a desk",
            parents=("objective-1",),
            owner="Ann, Bo",
            due=Due(text="2012", start="2012-01-01", end="2012-12-31"),
            confidence=0.9,
            where=place(4),
        ),
    ),
)


def emitted(name: str, number: int | None = None) -> str:
    emitter = EMITTERS[name]
    assert isinstance(emitter, OfPlan)
    return emitter.emit(PLAN, number)


def test_the_tree_hangs_each_record_under_what_it_serves_and_marks_the_doubtful() -> None:
    lines = [line.rstrip() for line in emitted("tree").splitlines()]
    assert lines == [
        "plan.txt",
        "└── objective Goal 1 Serve people",
        "    └── action Open a desk (owner: Ann, Bo; due: 2012)",
        "        └── ? measure =SUM(A1)",
    ]


def test_a_ring_of_links_or_a_control_character_does_not_harm_the_tree() -> None:
    ring = attrs.evolve(PLAN.actions[0], parents=("measure-1",), text="Turn \x1b[31mred\x07")
    drawn = tree.emit(attrs.evolve(PLAN, actions=(ring,)), None)
    assert "Serve people" in drawn
    assert "\x1b" not in drawn


def test_the_sheet_has_a_row_for_each_record_in_reading_order_and_runs_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(emitted("csv"))))
    assert [row["id"] for row in rows] == ["objective-1", "action-1", "measure-1"]
    assert rows[1]["owner"] == "Ann, Bo"
    assert rows[1]["due_end"] == "2012-12-31"
    assert rows[2]["text"] == "'=SUM(A1)"


def test_the_sheet_of_a_second_file_has_no_header_of_its_own() -> None:
    assert emitted("csv", 1).splitlines()[1:] == emitted("csv", 2).splitlines()


def test_blocks_are_a_line_each() -> None:
    text = Text()
    document = text.document(
        text.heading("Our plan"), text.paragraph("We serve", "people"), text.table(["Aim", "Test"], ["Serve", "Asked"])
    )
    emitter = EMITTERS["blocks"]
    assert isinstance(emitter, OfDocument)
    assert emitter.emit(document, None).splitlines() == [
        "heading 1 | Our plan",
        "paragraph | We serve / people",
        "table, marked-up, 2 rows, 2 columns on pages 1",
        "  1:1, header | Aim",
        "  1:2, header | Test",
        "  2:1 | Serve",
        "  2:2 | Asked",
    ]


def test_debug_images_are_a_picture_a_page(tmp_path: Path) -> None:
    from PIL import Image

    path = tmp_path / "two.pdf"
    canvas = Canvas(str(path), pagesize=(200, 100))
    for line in ("Goal 1: Serve people", "Measure: asked"):
        canvas.drawString(10, 50, line)
        canvas.showPage()
    canvas.save()
    ran = run("--debug-images", tmp_path / "pictures", path)
    assert (ran.code, ran.err) == (0, "")
    names = sorted(picture.name for picture in (tmp_path / "pictures").iterdir())
    assert names == ["two.pdf-001.png", "two.pdf-002.png"]
    with Image.open(tmp_path / "pictures" / names[0]) as picture:
        assert picture.size == (300, 150)
        assert len(picture.getcolors(100_000) or ()) > 2


@pytest.mark.parametrize("content", ["[nonsense]\nterms = []\n", "not toml"])
def test_a_mistake_in_the_users_vocabulary_is_wrong_usage(tmp_path: Path, content: str) -> None:
    vocabulary, plan = tmp_path / "words.toml", tmp_path / "plan.txt"
    vocabulary.write_text(content)
    plan.write_text("Nothing.\n")
    ran = run("--vocabulary", vocabulary, plan)
    assert ran.code == 2
    assert "words.toml" in ran.err
