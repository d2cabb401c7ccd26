"""Text in which every line of the page is one line: the pieces of a row's cells stand behind each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from objectives_parser.document import Table, block_words
from objectives_parser.layout.text import lay_out_text
from objectives_parser.layout.text.baselines.heads import level_heads
from objectives_parser.layout.text.baselines.level_lines import are_torn, goes_on_with
from objectives_parser.layout.text.lines import document_lines
from objectives_parser.layout.wrapping import text_width
from objectives_parser.readers.text import read
from tests.factories import work

FIELDS = [
    ("Train the crews of the pilot boats for winter", "Harbour Office", "May 2031", "Eight in ten crews pass"),
    (
        "Dredge the outer basin before the storms begin",
        "Works Department",
        "September 2031",
        "Ships of ten metres enter",
    ),
    ("Publish the tide tables in three languages", "Survey Team", "June 2032", "Copies taken at each of the quays"),
    ("Teach the children of the town how boats are sailed", "Sailing Club", "Ongoing", "Fifty children in each course"),
]
STATEMENTS = [
    (
        "Keep the river open for all ships that trade with towns of the north",
        "Nine in ten ships leave on the day that they chose",
        "New pilots at work by March 2031",
    ),
    (
        "Make the quays safe for everybody who works there",
        "Accidents on the quays fall by half against last year",
        "Lamps lit along the whole wall in May 2031",
    ),
    (
        "Bring visitors back to the old port in the summer months",
        "Tickets sold at the museum rise by a fifth",
        "First summer fair held in July 2032",
    ),
    (
        "Let the fishing fleet grow without harm to the stock of fish in the bay",
        "Landings stay within the limits that the survey sets",
        "Survey of the bay published in April 2031",
    ),
]
FIELD_HEAD, FIELD_WIDTHS = "Action Owner By when Measure of success", (13_000, 5_500, 5_500, 11_000)
STATEMENT_HEAD, STATEMENT_WIDTHS = "Objective Performance measures Milestones", (11_000, 14_000, 9_000)


def wrapped(cell: str, width: float) -> list[str]:
    """A cell's lines in a column of this width."""
    lines: list[str] = []
    for word in cell.split():
        if lines and text_width(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def joined(head: str, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> str:
    """The text of a table as a program writes it that takes the words of one height together."""
    lines = [head]
    for row in rows:
        columns = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        lines += [" ".join(filter(None, line)) for line in zip_longest(*columns, fillvalue="")]
    return "\n".join(lines) + "\n"


def tables(text: str) -> list[Table]:
    return [block for block in lay_out_text(read(text.encode(), "plan.txt")).blocks if isinstance(block, Table)]


def cells(table: Table) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): " ".join(line.text for line in cell.lines) for cell in table.cells}


def test_pieces_of_a_row_are_told_by_dates_names_and_how_wide_columns_are() -> None:
    (table,) = tables(joined(FIELD_HEAD, FIELDS, FIELD_WIDTHS))
    told = cells(table)
    assert [told[0, column] for column in range(4)] == ["Action", "Owner", "By when", "Measure of success"]
    assert [tuple(told[row, column] for column in range(4)) for row in range(1, 5)] == FIELDS


def test_rows_of_statements_alone_are_told_by_where_their_lines_begin_and_end() -> None:
    (table,) = tables(joined(STATEMENT_HEAD, STATEMENTS, STATEMENT_WIDTHS))
    told = cells(table)
    assert table.rows == 1 + len(STATEMENTS)
    for row, (aim, measure, milestone) in enumerate(STATEMENTS, 1):
        assert told[row, 2] == milestone
        assert told[row, 0].split()[:4] == aim.split()[:4]
        assert told[row, 1].split()[:4] == measure.split()[:4]


def test_every_word_stands_in_exactly_one_block() -> None:
    text = joined(FIELD_HEAD, FIELDS, FIELD_WIDTHS) + "\n" + joined(STATEMENT_HEAD, STATEMENTS, STATEMENT_WIDTHS)
    document = lay_out_text(read(text.encode(), "plan.txt"))
    words = sorted(word.start for block in document.blocks for word in block_words(block))
    assert words == [word.start for page in document.pages for word in page.words]


def test_a_header_whose_cells_wrap_is_one() -> None:
    lines = document_lines(read(b"Business delivery Performance measures Milestones\nobjectives\n", "plan.txt"))
    (head,) = level_heads([line for line in lines if line.words])
    assert head.texts == ("business delivery objectives", "performance measures", "milestones")


def test_a_row_under_a_header_is_no_part_of_it() -> None:
    lines = document_lines(read(b"Objective Performance measures Milestones\nYearly cost of the quays\n", "plan.txt"))
    (head,) = level_heads([line for line in lines if line.words])
    assert head.end == 1


def test_lines_with_columns_set_apart_are_read_by_their_blanks() -> None:
    spaced = "Action            Owner      By when\n" + "Train the crews   Office     May 2031\n" * 4
    (table,) = tables(spaced)
    assert cells(table)[1, 0] == "Train the crews"


def test_words_that_no_sentence_has_side_by_side_part_cells() -> None:
    assert are_torn("the", "by")
    assert not are_torn("by", "the")
    assert goes_on_with("July", "2031") > 0 > goes_on_with("the", "of")


def test_long_tables_are_read_in_time_that_grows_with_them() -> None:
    short, long = (work(lambda n=n: tables(joined(FIELD_HEAD, FIELDS * n, FIELD_WIDTHS))) for n in (3, 12))  # type: ignore[misc]
    assert long < 6 * short
