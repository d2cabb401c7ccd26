"""Forms in reading-order text: each label stands over what it says, or several labels stand over what they say in the
same order. What is numbered or labelled right over a form says what it is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Furniture, Line, Table
from objectives_parser.layout.text.spaced.cell_forms import says_value
from objectives_parser.layout.text.spaced.cell_groups import (
    Group,
    cells_in_row,
    is_item,
    is_statement,
    role_of,
    table_of,
)
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.strands import is_closed_strand
from objectives_parser.layout.text.spaced.told_heads import head_at
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role, printed_label

LEAST_PAIRS = 3
FARTHEST_LABEL = 40
"""Parts between two labels of a form, at most."""
SCRAP_WORDS = 3
LEAST_STACKED = 2
"""Labels one under the other whose values follow in their order, at least."""
TITLE_LINES = 3
"""Lines of a form's title, at most."""
CRITERION = regex.compile(r"(?:Performance )?Criteri(?:on|a)")
TIMED = frozenset({"due", "start", "status"})
_Pair: TypeAlias = "tuple[Group, Group]"
STATING = STATEMENTS | {"commitment-text"}


def form_at(parts: Sequence[Part], at: int, often: frozenset[str]) -> tuple[Table | None, int, list[Part]]:
    """The form whose first label stands at the place: labels, each with what it says below it; the part behind it, and
    what stood between that is none of it. ``often`` has the texts that stand there so often that they may be labels
    which alone say little (`Goal(s) Supported`)."""
    if role_of(parts[at]) is None and not _is_criterion(parts[at], often):
        return None, at, []
    reading = _Reading(parts=parts, often=often, at=at)
    while reading.at < len(parts) and reading.step():
        pass
    pairs = reading.pairs
    roles = {role.role for label, _ in pairs if (role := role_of(label.pieces[0])) is not None}
    if len(pairs) < LEAST_PAIRS or len(roles) < LEAST_PAIRS:
        return None, reading.at, []
    rows = ([group for group in pair if group.pieces] for pair in pairs)
    cells = [cell for row, groups in enumerate(rows) for cell in cells_in_row(row, groups)]
    return table_of(cells, len(pairs), 2), reading.at, reading.left


@attrs.define(kw_only=True, eq=False)
class _Reading:
    """A form while it is read: the place it has come to, its labels with what they say, and what is none of it."""

    parts: Sequence[Part]
    often: frozenset[str]
    at: int
    pairs: list[_Pair] = attrs.field(factory=list)
    left: list[Part] = attrs.field(factory=list)

    @property
    def opening(self) -> str:
        """The form's first label."""
        return self.pairs[0][0].pieces[0].text if self.pairs else ""

    def step(self) -> bool:
        """Takes the next label and what it says, or several that stand one under the other; whether there was one."""
        part = self.parts[self.at]
        if isinstance(part, Furniture) and self.pairs:
            self.left.append(part)
            self.at += 1
            return True
        if self.pairs and self._takes_stacked():
            return True
        if self.pairs and _heads_table(self.parts, self.at):
            return False
        end = _pair_end(self.parts, self.at, self.often, first=not self.pairs)
        if end is None or (not self.pairs and _is_titled_by(self.parts, self.at + 1, self.often)):
            return False
        if isinstance(part, Piece) and part.text == self.opening:
            return False  # over the next form
        if self.pairs and end - self.at > 2 and _is_titled(self.parts, end - 1, self.opening):
            end -= 1  # the last of a list's items is the next form's title
        self._take(end)
        return True

    def _takes_stacked(self) -> bool:
        found = _stacked_pairs(self.parts, self.at, self.often, self.opening)
        if found is None:
            return False
        fresh, scraps, self.at = found
        self.pairs += fresh
        self.left += scraps
        return True

    def _take(self, end: int) -> None:
        """Takes a label with what it says up to a place; one that states nothing with all up to the next label."""
        known = len(self.pairs) + 1 >= LEAST_PAIRS or CRITERION.fullmatch(self.opening) is not None
        more = (_next_label(self.parts, end, self.often, self.pairs) if known else None) or end
        between = [part for part in self.parts[end:more] if isinstance(part, Piece)]
        states = _states(self.parts[self.at])
        if states and not all(map(_is_scrap, between)):
            more = end
        own = end if states else more
        self.left += [part for part in self.parts[self.at : own] if isinstance(part, Furniture)]
        self.left += self.parts[own:more]
        label, *values = [part for part in self.parts[self.at : own] if isinstance(part, Piece)]
        if len(values) > 1 and _is_status(label):  # all the words of a scale say nothing
            self.left += values
            values = []
        if len(values) > 1 and not states:
            values = self._without_list_of_last(values)
        self.pairs.append((Group(pieces=(label,)), Group(pieces=tuple(values))))
        self.at = more

    def _without_list_of_last(self, values: list[Piece]) -> list[Piece]:
        """What a field says; where the label over it has nothing below it, the rest is that one's: `Tasks`, `Assigned
        to:`, `Works Division`, then the tasks."""
        label, value = self.pairs[-1] if self.pairs else (None, None)
        if label is None or value is None or value.pieces or not _states(label.pieces[0]):
            return values
        self.pairs[-1] = (label, Group(pieces=tuple(values[1:])))
        return values[:1]


def _stacked_pairs(
    parts: Sequence[Part], at: int, often: frozenset[str], first: str
) -> tuple[list[_Pair], list[Part], int] | None:
    """Labels one under the other, then what they say in the same order, each with its label; the scraps of a scale
    among them; and the part behind. None where the values do not come out even."""
    labels: list[Piece] = []
    values: list[list[Piece]] = []
    left: list[Part] = []
    stop = min(at + FARTHEST_LABEL, len(parts))
    while at < stop:
        part = parts[at]
        if isinstance(part, Furniture):
            left.append(part)
        elif not isinstance(part, Piece) or part.text == first or is_statement(part) or _is_titled(parts, at, first):
            break
        elif part.text in often and role_of(part) is not None and not says_value(part.text):
            if values:
                break
            labels.append(part)
        elif part.text in often or (not labels and _is_scrap(part)):
            left.append(part)
        elif values and is_item(part) and is_item(values[-1][0]):
            values[-1].append(part)
        elif labels:
            values.append([part])
        else:
            return None
        at += 1
    named = [label for label in labels if (role := role_of(label)) is not None and role.role != "status"]
    told = next((kind for kind in (labels, named) if len(kind) == len(values)), None)
    if told is None or len(told) < LEAST_STACKED:
        return None
    left += [label for label in labels if label not in told]
    pairs = [(Group(pieces=(label,)), Group(pieces=tuple(value))) for label, value in zip(told, values, strict=True)]
    return pairs, left, at


def _is_titled(parts: Sequence[Part], at: int, first: str) -> bool:
    """Whether a part stands right over a form's first label."""
    below = parts[at + 1] if at + 1 < len(parts) else None
    return isinstance(below, Piece) and below.text == first


def _is_titled_by(parts: Sequence[Part], at: int, often: frozenset[str]) -> bool:
    """Whether a part is a form's numbered title: `Action Plan` stands over `1. Open the archives`, and is no label."""
    title, below = parts[at], parts[at + 1] if at + 1 < len(parts) else None
    if _is_criterion(parts[at - 1], often):
        return False
    return isinstance(title, Piece) and bool(title.marker) and isinstance(below, Piece) and below.text in often


def _heads_table(parts: Sequence[Part], at: int) -> bool:
    """Whether a table's header begins at a place, and not labels of the form: statements, and dates or states beside
    them (`Milestones`, `New or ongoing`, `Start date`, `End date`)."""
    head = head_at(parts, at)
    if head is None or head.before or head.columns[0].role not in STATEMENTS:
        return False
    roles = {column.role for column in head.columns[1:]}
    return bool(roles & TIMED) and not roles & STATEMENTS


def _is_status(label: Piece) -> bool:
    role = role_of(label)
    return role is not None and role.role == "status"


def _states(part: Part) -> bool:
    role = role_of(part)
    return role is not None and role.role in STATING


def _is_scrap(piece: Piece) -> bool:
    """A word of a scale, or a letter under it: `Not started`, `Limited`, `a, d`."""
    return len(piece.text.split()) <= SCRAP_WORDS and not piece.text.endswith(".")


def _next_label(parts: Sequence[Part], at: int, often: frozenset[str], pairs: Sequence[_Pair]) -> int | None:
    """Where the form goes on behind more of what a label says that states nothing, a scale or a report of several
    paragraphs; None where another form begins before its next label, or no label of it follows."""
    taken = {label.pieces[0].text for label, _ in pairs}
    for place in range(at, min(at + FARTHEST_LABEL, len(parts))):
        part = parts[place]
        if isinstance(part, Furniture):
            continue
        if not isinstance(part, Piece) or part.text in taken or is_statement(part):
            return None
        if part.text in often and role_of(part) is not None:
            return place
    return None


def _is_criterion(part: Part, often: frozenset[str]) -> bool:
    """Whether a part is the first label of forms that report on an aim each: `Criterion`, over `Target` and
    `Result`."""
    return isinstance(part, Piece) and part.text in often and CRITERION.fullmatch(part.text) is not None


def _label(part: Part, often: frozenset[str]) -> bool:
    if role_of(part) is not None or _is_criterion(part, often):
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
    if not isinstance(value, Piece) or is_statement(value):
        return None
    label, below = parts[at], parts[at + 2] if at + 2 < len(parts) else None
    known = isinstance(label, Piece) and label.text in often and value.text not in often
    if _label(value, often) and not (known and isinstance(below, Piece) and below.text in often):
        empty = not first and isinstance(label, Piece) and {label.text, value.text} <= often
        return at + 1 if empty and below is not None and not _label(below, often) else None
    end = at + 2
    while end < len(parts) and is_item(value) and is_item(parts[end]):
        end += 1
    return end


def title_of(before: Sequence[Part], table: Table, often: frozenset[str]) -> Piece | None:
    """The numbered or labelled statement right over a form, which says what the form is about: `3. Open the archives`,
    `Commitment 3: Open the archives`. The last item of a list is none, unless it stands over one form of many."""
    piece = before[-1] if before else None
    if any(cell.header for cell in table.cells) or not isinstance(piece, Piece) or len(piece.strands) > TITLE_LINES:
        return None
    if is_closed_strand(piece.last) and len(piece.strands) > 1:
        return None
    label = printed_label(piece.text)
    if label is None or label.number is None or label.end >= len(piece.text):
        return None
    above = before[-2] if len(before) > 1 else None
    opening = " ".join(line.text for line in table.cells[0].lines) if table.cells else ""
    if CRITERION.fullmatch(opening):
        return None  # over what the form is about
    again = opening in often
    listed = isinstance(above, Piece) and bool(above.marker) and label.kind == "number" and not again
    return None if listed or piece.text[label.end :].lstrip(" .:)–-")[:1].islower() else piece


def with_title(table: Table, title: Piece) -> Table:
    """The form with its title as a row over its whole width."""
    lines = tuple(Line(strand.words) for strand in title.strands)
    over = Cell(row=0, column=0, column_span=table.columns, lines=lines, page=title.first.page)
    pages = tuple(sorted({title.first.page, *table.pages}))
    below = (attrs.evolve(cell, row=cell.row + 1) for cell in table.cells)
    return attrs.evolve(table, cells=(over, *below), rows=table.rows + 1, pages=pages)
