"""Tables of HTML: their rows and cells, definition lists as two columns, and the tables that only hold a layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from objectives_parser.readers.html.elements import inner_elements, is_hidden, tag_of, whole_number

if TYPE_CHECKING:
    from lxml import etree

# The greatest spans that HTML itself allows.
MAX_COLUMN_SPAN = 1000
MAX_ROW_SPAN = 65_534

ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
ROWS = frozenset({"tr"})
CELLS = frozenset({"td", "th"})
TERMS = frozenset({"dt", "dd"})


@attrs.frozen(kw_only=True)
class Slot:
    """A cell of the source: what it holds and how far it spans."""

    elements: tuple[etree._Element, ...]
    row_span: int = 1
    column_span: int = 1
    header: bool = False


def slots(table: etree._Element) -> list[list[Slot]]:
    """The rows of a table, head first and foot last, as a browser shows them; hidden rows and cells left out."""
    rows = [row for row in inner_elements(table, ROWS) if not _hidden_within(row, table)]
    rows.sort(key=lambda row: {"thead": 0, "tfoot": 2}.get(_group(row), 1))
    return [_row_slots(row, left) for row, left in zip(rows, _rows_left(rows), strict=True)]


def _row_slots(row: etree._Element, rows_left: int) -> list[Slot]:
    head = _group(row) == "thead"
    return [
        Slot(
            elements=(cell,),
            row_span=_row_span(cell, rows_left),
            column_span=whole_number(cell.get("colspan"), 1, 1, MAX_COLUMN_SPAN),
            header=head or tag_of(cell) == "th",
        )
        for cell in inner_elements(row, CELLS)
        if not is_hidden(cell)
    ]


def _row_span(cell: etree._Element, rows_left: int) -> int:
    """A span of 0 goes to the end of the row group, and none goes beyond it."""
    span = whole_number(cell.get("rowspan"), 1, 0, MAX_ROW_SPAN)
    return min(span, rows_left) or rows_left


def _group(row: etree._Element) -> str:
    parent = row.getparent()
    return tag_of(parent) if parent is not None else ""


def _group_key(row: etree._Element) -> object:
    return row.getparent() if _group(row) in ROW_GROUPS else None


def _rows_left(rows: list[etree._Element]) -> list[int]:
    """For each row how many rows of its group follow, the row itself included."""
    left: list[int] = []
    below: object = rows
    for row in reversed(rows):
        key = _group_key(row)
        left.append(left[-1] + 1 if key is below else 1)
        below = key
    return left[::-1]


def _hidden_within(row: etree._Element, table: etree._Element) -> bool:
    element: etree._Element | None = row
    while element is not None and element is not table:
        if is_hidden(element):
            return True
        element = element.getparent()
    return False


def strays(table: etree._Element, cells: frozenset[str] = CELLS) -> list[str]:
    """What a broken table says outside of its cells; a browser shows it before the table."""
    from lxml import etree

    said: list[str] = []
    walk = etree.iterwalk(table, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            said.append(element.tail or "" if element is not table else "")
        elif element is not table and (tag_of(element) in {*cells, "caption"} or is_hidden(element)):
            walk.skip_subtree()
        else:
            said.append(element.text or "")
    return [text for text in said if text.strip()]


def captions(table: etree._Element) -> list[etree._Element]:
    """What stands over the table."""
    return [child for child in table if tag_of(child) == "caption" and not is_hidden(child)]


def is_layout(table: etree._Element) -> bool:
    """A table that only places things on the page: said so, of one cell or one column, one row without a header, or
    wrapped around other tables."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    rows = [list(inner_elements(row, CELLS)) for row in inner_elements(table, ROWS)]
    cells = [cell for row in rows for cell in row]
    if any(tag_of(cell) == "th" for cell in cells) or captions(table):
        return len(cells) < 2
    if len([row for row in rows if row]) < 2 or max((len(row) for row in rows), default=0) < 2:
        return True
    return any(_is_grid(inner) for cell in cells for inner in cell.iter() if tag_of(inner) == "table")


def _is_grid(table: etree._Element) -> bool:
    """At least two rows of at least two cells."""
    return sum(1 for row in inner_elements(table, ROWS) if len(list(inner_elements(row, CELLS))) > 1) > 1


def is_described(described: etree._Element) -> bool:
    """A definition list of terms and short descriptions; one whose descriptions hold sections is a layout."""
    names = [tag_of(child) for child in inner_elements(described, TERMS)]
    holds_more = any(
        tag_of(inner) in ("h1", "h2", "h3", "h4", "h5", "h6", "table", "dl") for inner in described.iterdescendants()
    )
    return bool(names) and names[0] == "dt" and "dd" in names and not holds_more


def description_rows(described: etree._Element) -> list[list[Slot]]:
    """A definition list → rows of term and description; a term with several descriptions spans their rows."""
    rows: list[list[Slot]] = []
    terms: list[etree._Element] = []
    descriptions: list[etree._Element] = []
    for child in inner_elements(described, TERMS):
        if tag_of(child) == "dt" and descriptions:
            rows.extend(_described(terms, descriptions))
            terms, descriptions = [], []
        (terms if tag_of(child) == "dt" else descriptions).append(child)
    return rows + _described(terms, descriptions)


def _described(terms: list[etree._Element], descriptions: list[etree._Element]) -> list[list[Slot]]:
    head = Slot(elements=tuple(terms), row_span=max(len(descriptions), 1), header=True)
    first, *others = [[Slot(elements=(each,))] for each in descriptions] or [[Slot(elements=())]]
    return [[head, *first], *others]
