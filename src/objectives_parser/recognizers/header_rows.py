"""The header rows of a table and of the one before it: which go on, which repeat, which head a section."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from objectives_parser.document import Table
from objectives_parser.drafts import Context
from objectives_parser.recognizers.columns import Header, read_headers
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.recognizers.section_names import without_number
from objectives_parser.records import STATEMENTS
from objectives_parser.roles.words import word_list
from objectives_parser.values import is_date_only, is_timeless

_NUMBERS = word_list("row-numbers")

# --- a table that goes on with the columns of the one before -------------------------------------------------------


def keeps_headers(rows: Sequence[Row], earlier: Sequence[Header], table: Table, context: Context) -> bool:
    """Whether a table begins under the headers of the one before: it has none of its own, or repeats them further
    down."""
    if len(earlier) != table.columns or not _states_under(rows, earlier) or _dates_under(rows, earlier):
        return False
    return not is_headed(rows) or (_begins_in_body(rows) and _has_header_of(rows, earlier, table, context))


def is_headed(rows: Sequence[Row]) -> bool:
    """Whether a table has a header row."""
    return any(row.kind == "header" for row in rows)


def _states_under(rows: Sequence[Row], earlier: Sequence[Header]) -> bool:
    """Whether a text of some words stands in the column in which the table before states something."""
    statement = next((at for at, header in enumerate(earlier) if header.role in STATEMENTS), None)
    if statement is None:
        return False
    texts = [cell.text for row in rows for cell in filled(row.cells) if cell.column == statement]
    return any(len(text.split()) >= 3 for text in texts)


def _dates_under(rows: Sequence[Row], earlier: Sequence[Header]) -> bool:
    """Whether a column that holds aims or deeds in the table before holds nothing but dates here: another table, of as
    many columns."""
    stated = [at for at, header in enumerate(earlier) if header.role in ("objective", "action")]
    columns = [[cell.text for row in rows for cell in filled(row.cells) if cell.column == at] for at in stated]
    return any(len(texts) > 1 and all(is_date_only(text) or is_timeless(text) for text in texts) for texts in columns)


def _begins_in_body(rows: Sequence[Row]) -> bool:
    """Whether statements stand above a table's first header row."""
    first = next((row for row in rows if row.kind != "empty"), None)
    return first is not None and first.kind == "body"


def _has_header_of(rows: Sequence[Row], earlier: Sequence[Header], table: Table, context: Context) -> bool:
    """Whether the first header row further down repeats one of the headers of the table before."""
    header = next(row for row in rows if row.kind == "header")
    fresh = read_headers([header], table.columns, context.vocabulary)
    return any(new.text and new.text == old.text for new, old in zip(fresh, earlier, strict=True))


# --- header rows of one table --------------------------------------------------------------------------------------


def first_header(rows: Sequence[Row]) -> int:
    """The number of the first header row."""
    return next((row.number for row in rows if row.kind == "header"), 0)


def body_after(rows: Sequence[Row], start: int) -> list[Row]:
    """The body rows up to the next header row."""
    found: list[Row] = []
    for row in rows[start:]:
        if row.kind == "header":
            break
        if row.kind == "body":
            found.append(row)
    return found


def titled_headers(rows: Sequence[Row]) -> int:
    """How many header rows stand right under a full-width row."""
    return sum(above.kind == "section" and below.kind == "header" for above, below in pairwise(rows))


def repeats(fresh: Sequence[Header], headers: Sequence[Header]) -> bool:
    """Whether header rows print nothing but what those before them print."""
    return all(not new.text or new.text == old.text for new, old in zip(fresh, headers, strict=True))


def prints_headers(row: Row, headers: Sequence[Header]) -> bool:
    """Whether a row among those of the body prints the headers once more, as a new section of the same table does."""
    cells = filled(row.cells)
    if len(cells) < 2 or any(cell.column >= len(headers) for cell in cells):
        return False
    return all(" ".join(cell.text.split()) == headers[cell.column].text for cell in cells)


def is_alike(fresh: Sequence[Header], earlier: Sequence[Header] | None) -> bool:
    """Whether a table's headers are those of the table before it, but for its subject's and for what stays empty."""
    if earlier is None or len(earlier) != len(fresh):
        return False
    subject = next((at for at, header in enumerate(fresh) if header.text and header.role == "objective"), None)
    if subject is None or earlier[subject].role != "objective":
        return False
    others = [
        (new, old) for at, (new, old) in enumerate(zip(fresh, earlier, strict=True)) if at != subject and new.text
    ]
    return bool(others) and all(new.text.casefold() == old.text.casefold() for new, old in others)


# --- headers that head sections --------------------------------------------------------------------------------------


def is_sectioned(rows: Sequence[Row], columns: int, context: Context) -> bool:
    """Whether the header rows of a table name its subject anew while the other headers stay (`Delivery objectives |
    Measures`, further down `Corporate objectives | Measures`): each of them heads a section."""
    alone = [
        row
        for before, row in pairwise([None, *rows])
        if row is not None and row.kind == "header" and (before is None or before.kind != "header")
    ]
    if len(alone) < 2:
        return False
    first, *more = (read_headers([row], columns, context.vocabulary) for row in alone)
    return all(is_alike(other, first) for other in more) and any(not repeats(other, first) for other in more)


def subject_of(headers: Sequence[Header]) -> Header | None:
    """The first header that is printed over statements."""
    return next((header for header in headers if header.text and header.role in STATEMENTS), None)


def heads_section(subject: Header, *, first: bool, sisters: bool) -> bool:
    """Whether the header over a table's statements names a section of them: by its number, or by a name of its own
    where it is not the table's ``first`` or has ``sisters`` that differ from it in nothing else."""
    if subject.text.partition(" ")[0].casefold() in _NUMBERS:
        return False  # `No. Objective`: the rows' numbers and their subject under one header
    if without_number(subject.text) != subject.text:
        return True  # `1. Business delivery objectives:` heads a section; `Objectives` heads a column
    if sisters:
        return " " in subject.text
    return not first and len(subject.text.split()) > 1 and subject.strength < 1.0
