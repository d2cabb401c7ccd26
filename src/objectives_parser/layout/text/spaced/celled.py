"""Tables in reading-order text: a converter that writes cell after cell, a blank line between two, leaves their order.

Two kinds can be won back: forms, where each label stands over what it says, and tables whose columns are so unlike that
the cells can be counted off (`AGENCY`, `ACTIVITY`, `CDC`, `CDC will help …`). Where cells are missing or stand in the
order of columns there is no telling, and the text stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from objectives_parser.document import Furniture, Table
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.abreast import with_heads_apart
from objectives_parser.layout.text.spaced.cell_groups import (
    Group,
    cells_in_row,
    is_item,
    is_statement,
    role_of,
    table_of,
)
from objectives_parser.layout.text.spaced.columns_apart import columns_apart
from objectives_parser.layout.text.spaced.late_heads import late_table
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.stacked_forms import form_at, title_of, with_title
from objectives_parser.layout.text.spaced.told import Stacked, pair_table, told_table
from objectives_parser.layout.text.spaced.told_heads import MOST_HEADS, head_at
from objectives_parser.records import STATEMENTS

OFTEN = 3
UNLIKE = 2.0
MOST_ODD = 0.2


def with_cells(parts: Sequence[Part]) -> list[Part]:
    """The parts with the forms and tables among them put together."""
    found: list[Part] = []
    parts = with_heads_apart(parts)
    forms = _Forms(parts)
    at = 0
    while at < len(parts):
        table, end, left = forms.at(at)
        stacked = forms.told_at(at) if table is None else None
        if table is None and stacked is None:
            table, end, left = forms.counted_at(at)
        late = (late_table(parts, at) or columns_apart(parts, at)) if table is None and stacked is None else None
        if late is None and table is None and stacked is None:
            stacked = forms.paired_at(at)
        if late is not None:
            del found[len(found) - late.over :]
            found.extend(late.before)
            table, end, left = late.table, late.end, list(late.left)
        if stacked is not None:
            del found[len(found) - stacked.over :]
            found.extend([*stacked.before, stacked.table, *stacked.left])
            at = stacked.end
        elif table is not None:
            title = title_of(found, table, forms.often)
            if title is not None:
                table = with_title(table, title)
                found.pop()
            found.extend([table, *left])
            at = end
        else:
            found.append(parts[at])
            at += 1
    return found


class _Forms:
    """The forms and tables among some parts. A form that was looked for in vain is not looked for again at the labels
    that were read for it."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._barren: set[int] = set()
        self._untold: set[int] = set()
        self._unpaired: set[int] = set()
        texts = Counter(part.text for part in parts if isinstance(part, Piece) and len(part.strands) == 1)
        self.often = frozenset(text for text, count in texts.items() if count >= OFTEN)

    def at(self, place: int) -> tuple[Table | None, int, list[Part]]:
        """The form whose first label stands at the place."""
        if place in self._barren:
            return None, place, []
        table, end, left = form_at(self._parts, place, self.often)
        if table is None:
            self._barren.update(range(place, end))
        return table, end, left

    def counted_at(self, place: int) -> tuple[Table | None, int, list[Part]]:
        """The table whose header cells stand from the place on, its rows counted off."""
        return _table_at(self._parts, place)

    def told_at(self, place: int) -> Stacked | None:
        """The table whose header cells stand from the place on, its cells told by what they say."""
        return told_table(self._parts, place, lambda other: self.at(other)[0] is not None, self._untold)

    def paired_at(self, place: int) -> Stacked | None:
        """The table of two columns whose header cells stand from the place on."""
        return pair_table(self._parts, place, lambda other: self.at(other)[0] is not None, self._unpaired)


def _groups(parts: Sequence[Part], at: int) -> tuple[list[Group], int, list[Part]]:
    """The cells from a place on, up to a table or a labelled statement; and what the pages carry between them."""
    groups: list[Group] = []
    left: list[Part] = []
    while at < len(parts):
        part = parts[at]
        if isinstance(part, Furniture):
            left.append(part)
        elif not isinstance(part, Piece) or is_statement(part) or role_of(part) is not None:
            break
        elif groups and is_item(part):
            groups[-1] = Group(pieces=(*groups[-1].pieces, part))
        else:
            groups.append(Group(pieces=(part,)))
        at += 1
    return groups, at, left


# --- tables -------------------------------------------------------------------------------------------------------


def _table_at(parts: Sequence[Part], at: int) -> tuple[Table | None, int, list[Part]]:
    """The table whose header cells stand from the place on, its rows counted off."""
    if at and role_of(parts[at - 1]) is not None:
        return None, at, []
    if at + 1 < len(parts) and role_of(parts[at]) is not None and head_at(parts, at + 1) is not None:
        return None, at, []  # a title over a header
    end = at
    while end < len(parts) and end - at <= MOST_HEADS and role_of(parts[end]) is not None:
        end += 1
    columns = end - at
    roles = {role.role for part in parts[at:end] if (role := role_of(part)) is not None}
    if not 2 <= columns <= MOST_HEADS or not roles & STATEMENTS:
        return None, at, []
    groups, stop, left = _groups(parts, end)
    if len(groups) % columns or len(groups) < columns or not _unlike(groups, columns):
        return None, at, []
    head = [Group(pieces=(part,)) for part in parts[at:end] if isinstance(part, Piece)]
    rows = [head, *(groups[i : i + columns] for i in range(0, len(groups), columns))]
    cells = [cell for row, group in enumerate(rows) for cell in cells_in_row(row, group, header=not row)]
    return table_of(cells, len(rows), columns), stop, left


def _unlike(groups: Sequence[Group], columns: int) -> bool:
    """Whether one column's cells are much longer than another's, on nearly all rows: then the count is right."""
    lengths = [[group.words for group in groups[column::columns]] for column in range(columns)]
    usual = [median(column) for column in lengths]
    long, short = usual.index(max(usual)), usual.index(min(usual))
    odd = sum(a <= b for a, b in zip(lengths[long], lengths[short], strict=True))
    return usual[long] >= UNLIKE * max(1, usual[short]) and odd <= MOST_ODD * len(lengths[0])
