"""Text whose columns stand apart by runs of blanks, as `pdftotext -layout` and printers' text write it.

The form feeds part its pages. What the pages carry goes first; then tables are found by their headers, forms by their
labels; what is left is read column by column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs

from objectives_parser.document import Block, Furniture, Table
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.text.spaced.blocks import blocks_of
from objectives_parser.layout.text.spaced.captioned_sides import captioned_sides
from objectives_parser.layout.text.spaced.carried import without_furniture
from objectives_parser.layout.text.spaced.celled import with_cells
from objectives_parser.layout.text.spaced.commands import with_commands_listed
from objectives_parser.layout.text.spaced.forms import Form, forms_of
from objectives_parser.layout.text.spaced.found import Found
from objectives_parser.layout.text.spaced.going_on import Place, with_tables, without_scattered_head
from objectives_parser.layout.text.spaced.labelled import recurring_labels
from objectives_parser.layout.text.spaced.lists_abreast import columns_apart
from objectives_parser.layout.text.spaced.prose import list_of, pieces_of
from objectives_parser.layout.text.spaced.rows import Row, is_laid_out, is_paged, page_rows
from objectives_parser.layout.text.spaced.sides import side_tables
from objectives_parser.layout.text.spaced.sisters import with_sisters_filled
from objectives_parser.layout.text.spaced.tables import tables_of


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """All the lines as one region, if blanks lay them out."""
    if is_laid_out(lines):
        yield _region(blocks_of(with_tables(_parts(lines))), lines)


def tables_in(lines: Sequence[TextLine]) -> list[Table | Furniture]:
    """The tables of lines that blanks lay out, and what else of them is no text, without a look at the rest."""
    if not is_laid_out(lines):
        return []
    return [part for part in with_tables(_parts(lines)) if isinstance(part, (Table, Furniture))]


def paged_regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """All the lines as one region, if form feeds part them: text in reading order, cell after cell."""
    if is_paged(lines):
        yield from printed_regions(lines)


def printed_regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """All the lines as one region, read as printed ones: text in reading order, cell after cell."""
    yield _region(
        with_commands_listed(blocks_of(with_sisters_filled(with_cells(with_tables(_parts(lines, cells=True)))))), lines
    )


def _region(blocks: Sequence[Block], lines: Sequence[TextLine]) -> Region:
    return Region(first=lines[0].number, last=lines[-1].number, blocks=tuple(blocks))


def _parts(lines: Sequence[TextLine], *, cells: bool = False) -> list[Place]:
    """The tables, pieces of text and furniture of all pages in order."""
    pages = [page_rows(list(group)) for _, group in groupby(lines, key=lambda line: line.page)]
    parts: list[Place] = []
    labels = recurring_labels(row for page in pages for row in page) if cells else frozenset()
    before: Found | Form | None = None
    for rows, carried in without_furniture(pages):
        head: list[Furniture] = []
        if isinstance(before, Found):
            rows, head = without_scattered_head(rows, before)
        tables = _tables(rows, before)
        before = tables[-1] if tables and tables[-1].last == len(rows) - 1 and not _are_lists(tables[-1]) else None
        parts.extend(head)
        parts.extend(_page_parts(rows, tables, cells, labels))
        parts.extend(carried)
    return parts


def _tables(rows: Sequence[Row], before: Found | Form | None) -> Sequence[Found | Form]:
    """The forms of a page, and the tables with a header between them; where there are no forms, its tables, with a
    header and without one."""
    forms = forms_of(rows, isinstance(before, Form))
    if not forms:
        return _with_sides(rows, tables_of(rows, before if isinstance(before, Found) else None))
    found: list[Found | Form] = []
    at = 0
    for form in forms:
        found += [*_moved(tables_of(rows[at : form.first]), at), form]
        at = form.last + 1
    return [*found, *_moved(tables_of(rows[at:]), at)]


def _moved(tables: Sequence[Found], by: int) -> Iterator[Found]:
    """Tables of a part of a page, where they stand on it."""
    for table in tables:
        yield attrs.evolve(table, first=table.first + by, last=table.last + by)


def _with_sides(rows: Sequence[Row], tables: Sequence[Found]) -> list[Found]:
    """The tables, and those without a header between them."""
    found: list[Found] = []
    at = 0
    for table in tables:
        found += [*_sides(rows[at : table.first], at), table]
        at = table.last + 1
    return [*found, *_sides(rows[at:], at)]


def _sides(rows: Sequence[Row], offset: int) -> list[Found]:
    return side_tables(rows, offset) or captioned_sides(rows, offset)


def _page_parts(
    rows: Sequence[Row], tables: Sequence[Found | Form], cells: bool, labels: frozenset[str]
) -> Iterator[Place]:
    """A page's tables and the pieces between them."""
    at, reach = 0, max((row.high for row in rows), default=0)
    for table in tables:
        yield from pieces_of(rows[at : table.first], cells=cells, labels=labels, reach=reach)
        if isinstance(table, Found) and _are_lists(table):
            for caption, column in columns_apart(table.rows, table.head, table.places, sided=table.sided):
                yield from list_of(column, caption)
        else:
            yield table
        at = table.last + 1
    yield from pieces_of(rows[at:], cells=cells, labels=labels, reach=reach)


def _are_lists(table: Found | Form) -> bool:
    return isinstance(table, Found) and table.lists
