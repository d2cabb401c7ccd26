"""Tables in reading-order text: a converter that writes cell after cell, a blank line between two, leaves their order.

Two kinds can be won back: forms, where each label stands over what it says, and tables whose columns are so unlike that
the cells can be counted off (`AGENCY`, `ACTIVITY`, `CDC`, `CDC will help …`). Where cells are missing or stand in the
order of columns there is no telling, and the text stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from objectives_parser.document import Cell, Furniture, Line, Table
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.abreast import with_heads_apart
from objectives_parser.layout.text.spaced.blocks import Part
from objectives_parser.layout.text.spaced.cell_forms import says_value
from objectives_parser.layout.text.spaced.columns_apart import columns_apart
from objectives_parser.layout.text.spaced.late_heads import late_table
from objectives_parser.layout.text.spaced.prose import Piece, glued_bullet
from objectives_parser.layout.text.spaced.told import Stacked, told_table
from objectives_parser.layout.text.spaced.told_heads import MOST_HEADS, head_at
from objectives_parser.roles import HeaderRole, header_role, printed_label

LONGEST_LABEL = 5
LEAST_PAIRS = 3
OFTEN = 3
SURE = 0.6
UNLIKE = 2.0
MOST_ODD = 0.2
_RECORDS = frozenset({"objective", "measure", "milestone", "action"})


@attrs.frozen(kw_only=True, eq=False)
class _Group:
    """A cell: a piece and the list items under it."""

    pieces: tuple[Piece, ...]

    @property
    def words(self) -> int:
        return sum(len(piece.text.split()) for piece in self.pieces)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(strand.words) for piece in self.pieces for strand in piece.strands)

    @property
    def page(self) -> int:
        return self.pieces[0].first.page


def with_cells(parts: Sequence[Part]) -> list[Part]:
    """The parts with the forms and tables among them put together."""
    found: list[Part] = []
    parts = with_heads_apart(parts)
    forms = _Forms(parts)
    at = 0
    while at < len(parts):
        table, end, left = forms.at(at)
        stacked = forms.told_at(at) if table is None else None
        if stacked is not None and stacked.unsure and _is_late(parts, at):
            stacked = None
        if table is None and stacked is None:
            table, end, left = forms.counted_at(at)
        late = (late_table(parts, at) or columns_apart(parts, at)) if table is None and stacked is None else None
        if late is not None:
            del found[len(found) - late.over :]
            found.extend(late.before)
            table, end, left = late.table, late.end, list(late.left)
        if stacked is not None:
            del found[len(found) - stacked.over :]
            found.extend([*stacked.before, stacked.table, *stacked.left])
            at = stacked.end
        elif table is not None:
            found.extend([table, *left])
            at = end
        else:
            found.append(parts[at])
            at += 1
    return found


def _is_late(parts: Sequence[Part], at: int) -> bool:
    """Whether a table whose header stands apart begins at the place, or behind a title there."""
    return any(late_table(parts, place) is not None for place in range(at, min(at + 2, len(parts))))


class _Forms:
    """The forms and tables among some parts. A form that was looked for in vain is not looked for again at the labels
    that were read for it."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._barren: set[int] = set()
        self._untold: set[int] = set()
        texts = Counter(part.text for part in parts if isinstance(part, Piece) and len(part.strands) == 1)
        self._often = frozenset(text for text, count in texts.items() if count >= OFTEN)

    def at(self, place: int) -> tuple[Table | None, int, list[Furniture]]:
        """The form whose first label stands at the place."""
        if place in self._barren:
            return None, place, []
        table, end, left = _form_at(self._parts, place, self._often)
        if table is None:
            self._barren.update(range(place, end))
        return table, end, left

    def counted_at(self, place: int) -> tuple[Table | None, int, list[Furniture]]:
        """The table whose header cells stand from the place on, its rows counted off."""
        return _table_at(self._parts, place)

    def told_at(self, place: int) -> Stacked | None:
        """The table whose header cells stand from the place on, its cells told by what they say."""
        return told_table(self._parts, place, lambda other: self.at(other)[0] is not None, self._untold)


def _role(part: Part) -> HeaderRole | None:
    """What a piece says if it is a label or header cell: short, and a header word for sure."""
    if not isinstance(part, Piece) or part.marker or glued_bullet(part.first) or len(part.strands) > 2:
        return None
    if len(part.text.split()) > LONGEST_LABEL or part.text.endswith((".", ":", ",")) or not part.text[0].isupper():
        return None
    role = header_role(part.text)
    return role if role is not None and role.strength >= SURE else None


def _is_item(part: Part) -> bool:
    return isinstance(part, Piece) and bool(part.marker or glued_bullet(part.first))


def _groups(parts: Sequence[Part], at: int) -> tuple[list[_Group], int, list[Furniture]]:
    """The cells from a place on, up to a table or a labelled statement; and what the pages carry between them."""
    groups: list[_Group] = []
    left: list[Furniture] = []
    while at < len(parts):
        part = parts[at]
        if isinstance(part, Furniture):
            left.append(part)
        elif not isinstance(part, Piece) or _is_statement(part) or _role(part) is not None:
            break
        elif groups and _is_item(part):
            groups[-1] = _Group(pieces=(*groups[-1].pieces, part))
        else:
            groups.append(_Group(pieces=(part,)))
        at += 1
    return groups, at, left


def _is_statement(piece: Piece) -> bool:
    label = printed_label(piece.text)
    return label is not None and label.kind == "word" and label.role is not None


# --- forms --------------------------------------------------------------------------------------------------------


def _form_at(parts: Sequence[Part], at: int, often: frozenset[str]) -> tuple[Table | None, int, list[Furniture]]:
    """The form whose first label stands at the place: labels, each with what it says below it. ``often`` has the texts
    that stand there so often that they may be labels which alone say little (`Goal(s) Supported`)."""
    if _role(parts[at]) is None:
        return None, at, []
    pairs: list[tuple[_Group, _Group]] = []
    left: list[Furniture] = []
    while at < len(parts):
        if isinstance(parts[at], Furniture) and pairs:
            left.append(parts[at])  # type: ignore[arg-type]
            at += 1
            continue
        end = _pair_end(parts, at, often, first=not pairs)
        if end is None or (pairs and _begins_again(parts[at], pairs)):
            break
        label, *values = [part for part in parts[at:end] if isinstance(part, Piece)]
        pairs.append((_Group(pieces=(label,)), _Group(pieces=tuple(values))))
        at = end
    roles = {role.role for label, _ in pairs if (role := _role(label.pieces[0])) is not None}
    if len(pairs) < LEAST_PAIRS or len(roles) < LEAST_PAIRS:
        return None, at, []
    cells = [cell for row, pair in enumerate(pairs) for cell in _cells(row, [group for group in pair if group.pieces])]
    return _table(cells, len(pairs), 2), at, left


def _begins_again(part: Part, pairs: Sequence[tuple[_Group, _Group]]) -> bool:
    """Whether the first label stands there again: over the next form."""
    first = pairs[0][0].pieces[0]
    return isinstance(part, Piece) and part.text == first.text


def _label(part: Part, often: frozenset[str]) -> bool:
    if _role(part) is not None:
        return True
    if not isinstance(part, Piece) or part.text not in often or says_value(part.text) or part.marker:
        return False
    return header_role(part.text) is not None


def _pair_end(parts: Sequence[Part], at: int, often: frozenset[str], *, first: bool) -> int | None:
    """Behind the label at the place, and the piece and items that it stands over; None if it is no label of one. Right
    over the next label one that stands there often says nothing this time."""
    if not _label(parts[at], often) or at + 1 >= len(parts):
        return None
    value = parts[at + 1]
    if not isinstance(value, Piece) or _is_statement(value):
        return None
    if _label(value, often):
        label, below = parts[at], parts[at + 2] if at + 2 < len(parts) else None
        empty = not first and isinstance(label, Piece) and {label.text, value.text} <= often
        return at + 1 if empty and below is not None and not _label(below, often) else None
    end = at + 2
    while end < len(parts) and _is_item(value) and _is_item(parts[end]):
        end += 1
    return end


# --- tables -------------------------------------------------------------------------------------------------------


def _table_at(parts: Sequence[Part], at: int) -> tuple[Table | None, int, list[Furniture]]:
    """The table whose header cells stand from the place on, its rows counted off."""
    if at and _role(parts[at - 1]) is not None:
        return None, at, []
    if at + 1 < len(parts) and _role(parts[at]) is not None and head_at(parts, at + 1) is not None:
        return None, at, []  # a title over a header
    end = at
    while end < len(parts) and end - at <= MOST_HEADS and _role(parts[end]) is not None:
        end += 1
    columns = end - at
    roles = {role.role for part in parts[at:end] if (role := _role(part)) is not None}
    if not 2 <= columns <= MOST_HEADS or not roles & _RECORDS:
        return None, at, []
    groups, stop, left = _groups(parts, end)
    if len(groups) % columns or len(groups) < columns or not _unlike(groups, columns):
        return None, at, []
    head = [_Group(pieces=(part,)) for part in parts[at:end] if isinstance(part, Piece)]
    rows = [head, *(groups[i : i + columns] for i in range(0, len(groups), columns))]
    cells = [cell for row, group in enumerate(rows) for cell in _cells(row, group, header=not row)]
    return _table(cells, len(rows), columns), stop, left


def _unlike(groups: Sequence[_Group], columns: int) -> bool:
    """Whether one column's cells are much longer than another's, on nearly all rows: then the count is right."""
    lengths = [[group.words for group in groups[column::columns]] for column in range(columns)]
    usual = [median(column) for column in lengths]
    long, short = usual.index(max(usual)), usual.index(min(usual))
    odd = sum(a <= b for a, b in zip(lengths[long], lengths[short], strict=True))
    return usual[long] >= UNLIKE * max(1, usual[short]) and odd <= MOST_ODD * len(lengths[0])


def _cells(row: int, groups: Sequence[_Group], *, header: bool = False) -> list[Cell]:
    return [
        Cell(row=row, column=column, lines=group.lines, header=header, page=group.page)
        for column, group in enumerate(groups)
    ]


def _table(cells: Sequence[Cell], rows: int, columns: int) -> Table:
    pages = tuple(sorted({cell.page for cell in cells if cell.page is not None}))
    return Table(cells=tuple(cells), rows=rows, columns=columns, pages=pages, way="aligned")
