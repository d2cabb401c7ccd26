"""Tables whose rows nothing draws: found as in a text that blanks lay out, where that explains more than the page."""

from __future__ import annotations

import io
from collections.abc import Sequence

import attrs
from reportlab.pdfgen.canvas import Canvas

from objectives_parser import parse
from objectives_parser.document import Block, Furniture, Line, Page, Table, Word, block_words
from objectives_parser.layout import lay_out
from objectives_parser.layout.laid_tables import _blocks, _heads_again, has_drawn_rows
from objectives_parser.layout.on_grid import on_grid, pieces_of
from objectives_parser.layout.rivals import is_better, parts_of
from objectives_parser.layout.tables import paper_of
from objectives_parser.readers import read
from tests.factories import work
from tests.test_stitching import table

WIDTH, HEIGHT = 560, 420
XS = (40.0, 170.0, 300.0, 400.0, 470.0)
HEAD = ("Objective", "Action", "Lead", "Due date", "Status")
ROWS = (
    (
        "Keep the harbour open|through every winter",
        "Buy a second ice|breaker for the bay",
        "Works",
        "May 2031",
        "Begun",
    ),
    ("Teach all sailors to|swim", "Build a pool beside|the old customs house", "Schools", "June 2032", "Late"),
    ("Light the lower quay", "Replace forty lamps|along the eastern wall", "Works", "July 2031", "Done"),
)


def printed(*pages: Sequence[Sequence[str]], step: float = 13) -> bytes:
    """Pages of rows of cells, a bar between the lines of a cell, with no room between rows and nothing drawn; a row of
    one cell is a heading."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    for rows in pages:
        y = 40.0
        for row in rows:
            y += 20 if len(row) == 1 else 0
            bold = row == HEAD or len(row) == 1
            canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 14 if len(row) == 1 else 9)
            for x, cell in zip(XS, row, strict=False):
                for at, line in enumerate(cell.split("|")):
                    canvas.drawString(x, HEIGHT - y - step * at, line)
            y += step * max(len(cell.split("|")) for cell in row)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def blocks(data: bytes) -> list[Block]:
    return list(lay_out(read(data, "plan.pdf")).blocks or ())


def tables(data: bytes) -> list[Table]:
    return [block for block in blocks(data) if isinstance(block, Table)]


def test_rows_without_room_between_them_are_told_as_in_a_text() -> None:
    (found,) = tables(printed((HEAD, *ROWS)))
    assert (found.rows, found.columns) == (4, 5)
    plan = parse(printed((HEAD, *ROWS)), name="plan.pdf")
    assert [action.text for action in plan.actions] == [
        "Buy a second ice breaker for the bay",
        "Build a pool beside the old customs house",
        "Replace forty lamps along the eastern wall",
    ]


def test_every_word_stands_in_one_block_also_where_a_head_is_printed_again() -> None:
    data = printed((HEAD, *ROWS), (HEAD, *ROWS[::-1]))
    words = [word for page in read(data, "plan.pdf").pages for word in page.words]
    told = [word.start for block in blocks(data) for word in block_words(block)]
    assert sorted(told) == sorted(word.start for word in words)


def test_a_table_over_two_pages_is_one() -> None:
    data = printed((HEAD, *ROWS), (HEAD, *ROWS[::-1]))
    (found,) = tables(data)
    assert found.pages == (1, 2)
    again = [block for block in blocks(data) if isinstance(block, Furniture) and block.kind == "repeated-header"]
    assert " ".join(word.text for block in again for word in block_words(block)).startswith("Objective Action")


def word(text: str, x: float, top: float, size: float = 10) -> Word:
    return Word(
        text=text, start=round(100 * top + x), end=0, page=3, bbox=(x, top, x + 5 * len(text), top + size), size=size
    )


def test_what_begins_at_one_place_begins_in_one_column() -> None:
    rows = [
        [word("Improve", 40, 10), word("everything", 78, 10), word("May", 200, 10)],
        [word("Run", 40, 22), word("June", 200, 22)],
        [word("Stop", 40, 58), word("July", 200, 58)],
    ]
    text = on_grid([[pieces_of(row) for row in rows]])
    assert [len(line.words) for line in text.lines] == [3, 2, 0, 0, 2]
    ends = [line.words[-1].bbox for line in text.lines if line.words]
    assert len({box[0] for box in ends if box}) == 1
    assert text.printed[text.lines[0].words[0].start] is rows[0][0]


def test_a_heading_over_the_names_of_columns_ends_the_table_above_it() -> None:
    rows = [
        [word("Objective", 40, 10), word("Due", 200, 10)],
        [word("Sweep", 40, 22), word("May", 200, 22)],
        [word("Warm homes", 40, 50, size=15)],
        [word("Action", 40, 74), word("Lead", 200, 74)],
        [word("Insulate", 40, 86), word("Works", 200, 86)],
    ]
    assert len(list(_blocks(on_grid([[pieces_of(row) for row in rows]])))) == 2
    plain = [*rows[:3], [word("Insulate", 40, 74), word("Works", 200, 74)]]
    assert len(list(_blocks(on_grid([[pieces_of(row) for row in plain]])))) == 1


def test_heads_printed_again_are_those_before_the_next_table() -> None:
    text = on_grid([[pieces_of([word("Objective", 40, 10), word("Due", 200, 10)])]])
    head = Furniture(lines=(Line(text.lines[0].words),), kind="repeated-header")
    foot = Furniture(lines=(Line(text.lines[0].words[:1]),))
    after = table(1, ("Objective", "Due"), xs=(0.0, 100.0, 200.0))
    assert [len(words) for words in _heads_again([foot, head, after, head], text)] == [2]


def test_rows_are_drawn_where_rules_stand_at_a_third_of_their_borders() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    canvas.setFont("Helvetica", 9)
    for at in range(7):
        canvas.line(40, HEIGHT - 40 - 20 * at, 500, HEIGHT - 40 - 20 * at)
        if at < 6:
            for x, text in zip(XS, HEAD if at == 0 else ("Sweep", "Dig", "Works", "May 2031", "Done"), strict=True):
                canvas.drawString(x + 4, HEIGHT - 54 - 20 * at, text)
    canvas.save()
    (page,) = read(out.getvalue(), "plan.pdf").pages
    (found,) = (block for block in blocks(out.getvalue()) if isinstance(block, Table))
    assert has_drawn_rows(found, page)
    bare = Page(number=1, width=page.width, height=page.height, words=page.words)
    assert not has_drawn_rows(found, paper_of(bare).page)


def lines(text: str) -> tuple[Line, ...]:
    return (Line(tuple(Word(text=part, start=0, end=0) for part in text.split())),)


def white(found: Table) -> Table:
    """A table that white space told."""
    return attrs.evolve(found, way="aligned")


def test_names_that_the_vocabulary_knows_tell_the_better_table() -> None:
    named = table(1, HEAD[:3], ("Keep the harbour open", "Buy a ship", "Works"), head=True)
    fused = table(1, ("Objective Action Lead", "", ""), ("Keep the harbour open Buy a ship", "", "Works"), head=True)
    assert is_better(named, [white(fused)])
    assert not is_better(fused, [white(named)])


def test_rows_run_together_are_the_worse_table() -> None:
    body = [
        ("Keep the harbour", "Buy a ship", "Works"),
        ("Teach sailors", "Build a pool", "Schools"),
        ("Dig", "Sow", "Farm"),
    ]
    fine = table(1, HEAD[:3], *body, head=True)
    run_together = table(1, HEAD[:3], tuple(" ".join(column) for column in zip(*body, strict=True)), head=True)
    assert is_better(fine, [white(run_together)])
    assert not is_better(run_together, [white(fine)])
    assert not is_better(fine, [run_together])  # which is drawn, and has other words


def test_a_page_read_as_no_table_needs_names_rows_and_whole_cells() -> None:
    rows = [("Keep the harbour open", "Buy a ship", "Works"), ("Teach all sailors", "Build a pool", "Schools")]
    assert is_better(table(1, HEAD[:3], *rows, head=True), [])
    assert not is_better(table(1, HEAD[:3], rows[0], head=True), [])
    assert not is_better(table(1, ("Alpha", "Beta", "Gamma"), *rows, head=True), [])
    cut = [("Keep the harbour", "and buy a ship", "of the"), ("open through", "for all of", "works")]
    assert not is_better(table(1, HEAD[:3], *cut, head=True), [])


def test_rows_beside_one_cell_that_spans_them_count_as_one() -> None:
    found = table(1, HEAD[:2], ("Keep the harbour open", "Buy a ship"), ("", "Sell a boat"), head=True)
    assert parts_of([found]) == 2


def test_work_grows_with_the_pages() -> None:
    """Pages that are read as one text cost no more each where there are many."""

    def calls(pages: int) -> int:
        data = printed(*([(f"Part {at}",), HEAD, *ROWS] for at in range(pages)))
        document = read(data, "plan.pdf")
        return work(lambda: lay_out(document))

    calls(2)
    assert calls(48) < 4.5 * calls(12)
