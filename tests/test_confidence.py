"""How sure a reading is: what is known of a record tells how often such readings are right."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from objectives_parser.confidence import DOUBTFUL

ROWS = (
    ("Objective", "Action", "Lead"),
    ("Make all streets safer", "Build twelve zebra crossings", "Works"),
    ("Keep the river clean", "Mend the old pipes by the mill", "Water board"),
)


def sure(source: str, name: str) -> dict[str, float]:
    return {record.text: record.confidence for record in parse(source.encode(), name=name).records}


def test_a_table_that_is_marked_up_is_surer_than_one_guessed_from_blanks() -> None:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    drawn = sure(f"<table>{cells}</table>", "plan.html")
    blank = sure("\n".join("".join(f"{cell:40}" for cell in row).rstrip() for row in ROWS), "plan.txt")
    assert drawn.keys() == blank.keys() and len(drawn) == 4
    assert all(drawn[text] > blank[text] for text in drawn)


@pytest.mark.parametrize("text", ["Growth", "Growth here"])
def test_a_word_or_two_are_less_sure_than_a_sentence(text: str) -> None:
    found = sure(f"| Objective |\n|---|\n| {text} |\n| Keep the river clean for all |\n", "plan.md")
    assert found[text] < found["Keep the river clean for all"]


def test_what_serves_no_objective_is_less_sure() -> None:
    plan = "# Town plan\n\n## Actions\n\n- Mend the old pipes by the mill\n"
    alone = sure(plan + "\n## Goals\n\n- Keep the river clean\n", "plan.md")
    served = sure(
        "# Town plan\n\n## Goal 1: Keep the river clean\n\nActions:\n\n- Mend the old pipes by the mill\n", "plan.md"
    )
    assert alone["Mend the old pipes by the mill"] < served["Mend the old pipes by the mill"]


def test_doubtful_records_are_told() -> None:
    plan = parse(b"| Objective |\n|---|\n| Growth |\n| Keep the river clean for all |\n", name="plan.md")
    told = [diagnostic.records for diagnostic in plan.diagnostics if diagnostic.code == "low-confidence"]
    doubtful = tuple(record.id for record in plan.records if record.confidence < DOUBTFUL)
    assert doubtful and told == [doubtful]
