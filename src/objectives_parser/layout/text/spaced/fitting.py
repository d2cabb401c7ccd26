"""Cells of reading-order text to columns: by what a cell says, how wide its lines are, and the order of the columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.layout.text.spaced import cell_weights as weights
from objectives_parser.layout.text.spaced.cell_forms import Told, fit_of, kind_of
from objectives_parser.layout.text.spaced.cell_widths import Room, room_of, usual_width
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import ends_dated, printed_label

FEW_COLUMNS = 3
BEGUN, INSIDE = -2, -3
"""A cell that begins a row; one that should not where numbers begin rows."""
ROUNDS = 3
DATES = frozenset({"due", "start", "period"})
LEAST_DATED = 3
"""Words of a statement whose date or label tells its kind."""
FEW = 2
"""Cells of a column that tell what the others are like."""
BODIES = regex.compile(r"\b(?:partners?|stakeholders?|collaborators?|support(?:ed by|ing)?)\b", regex.IGNORECASE)


@attrs.frozen(kw_only=True)
class Column:
    """A column by its header: what its cells say."""

    head: Told
    role: str | None
    sure: float = 0.0

    @property
    def fitted(self) -> str | None:
        """What its cells are like: beside those who lead stand `Partners`, who are bodies as well."""
        named = self.role == "note" and self.head.pieces and BODIES.search(self.head.text) is not None
        return "bodies" if named else self.role


@attrs.frozen
class Placed:
    """For each cell its column, the number of columns where it fits none; and how well all that fits."""

    columns: list[int]
    score: float


def placed(cells: Sequence[Told], columns: Sequence[Column], begun: Collection[int] = ()) -> Placed:
    """The columns of the cells: by what the cells say and the order of columns, then again by what the columns usually
    hold by that. ``begun`` has the cells with which rows begin."""
    kinds = [kind_of(cell) for cell in cells]
    fits = [
        [*(fit_of(cell, kind, column.fitted) or weights.UNFIT for column in columns), weights.NOWHERE]
        for cell, kind in zip(cells, kinds, strict=True)
    ]
    _weigh_dates(cells, columns, fits)
    _weigh_labels(cells, columns, fits)
    rooms = [room_of(cell) for cell in cells]
    label = next((at for at, column in enumerate(columns) if column.role == "label"), 0)
    first = next((at for at, column in enumerate(columns) if column.role in STATEMENTS and at >= label), 0)
    inside = INSIDE if _are_numbered_pairs(cells, columns) else -1
    starts = [
        first if cell.numbered else BEGUN if cell.opens or at in begun else -1 if cell.numbers else inside
        for at, cell in enumerate(cells)
    ]
    for cell, row in zip(cells, fits, strict=True):
        if cell.last:
            row[:] = [*[weights.FORBIDDEN] * (len(columns) - 1), weights.UNDER_HEAD, weights.FORBIDDEN]
    fits = _agreed(cells, fits, columns)
    costs = _costs(columns)
    found = _best_row(fits, starts, _Order(costs))
    for _ in range(ROUNDS):
        order = _Order(_skips(found.columns, costs))
        learned = _learned(cells, kinds, fits, found.columns, len(columns), rooms)
        found = _best_row(_agreed(cells, learned, columns), starts, order)
    return found


def _are_numbered_pairs(cells: Sequence[Told], columns: Sequence[Column]) -> bool:
    """Whether rows are a number, what is to be done and what is to be reached: hardly any lacks one."""
    if len(columns) != FEW_COLUMNS or not any(cell.numbers for cell in cells):
        return False
    roles = [str(column.role) for column in columns]
    return "target" in roles and not STATEMENTS.isdisjoint(roles)


def _weigh_dates(cells: Sequence[Told], columns: Sequence[Column], fits: list[list[float]]) -> None:
    """Beside a column of measures, statements that end with a date are milestones, where no column has dates alone."""
    roles = [column.role for column in columns]
    if "measure" not in roles or "milestone" not in roles or not DATES.isdisjoint(roles):
        return
    for cell, row in zip(cells, fits, strict=True):
        if len(cell.text.split()) < LEAST_DATED:
            continue
        weight = weights.DATED if ends_dated(cell.text) else -weights.DATED
        for at, role in enumerate(roles):
            row[at] += weight if role == "milestone" else -weight if role == "measure" else 0.0


def _weigh_labels(cells: Sequence[Told], columns: Sequence[Column], fits: list[list[float]]) -> None:
    """A statement that bears its kind's name (`Outcome 2: Fewer fires`) stands in a column of that kind, if one is."""
    for cell, row in zip(cells, fits, strict=True):
        label = printed_label(cell.text) if cell.text[:1].isupper() else None
        if label is None or label.kind != "word" or len(cell.text[label.end :].split()) < LEAST_DATED:
            continue
        if any(column.role == label.role for column in columns):
            row[:-1] = [
                max(value, weights.NAMED)
                if column.role == label.role
                else weights.UNFIT
                if column.role in STATEMENTS
                else value
                for value, column in zip(row, columns, strict=False)
            ]


def _agreed(cells: Sequence[Told], fits: list[list[float]], columns: Sequence[Column]) -> list[list[float]]:
    """How well the cells fit the columns, those of one column alike; the first of columns side by side, where dates or
    states count its cells, is one of statements if any is."""
    stating = [at for at, column in enumerate(columns) if column.role in STATEMENTS]
    groups: dict[tuple[int, int], list[int]] = {}
    for at, cell in enumerate(cells):
        if cell.column is not None:
            groups.setdefault(cell.column, []).append(at)
    found = list(fits)
    for key, places in groups.items():
        mean = [sum(own) / len(places) for own in zip(*(fits[at] for at in places), strict=True)]
        if not key[1]:
            for at in stating:
                mean[at] = max(mean[at], weights.OPENING)
        for at in places:
            found[at] = mean
    return found


def subject_of(columns: Sequence[Column]) -> int | None:
    """The column of what each row is about: the first of actions, else of the last kind of statement; what stands left
    of it may span rows (`Objective`, `Action`, `Lead`)."""
    stated = [at for at, column in enumerate(columns) if column.role in STATEMENTS]
    acting = [at for at in stated if columns[at].role == "action"]
    return acting[0] if acting else stated[-1] if stated else None


def _costs(columns: Sequence[Column]) -> list[float]:
    """What an empty cell of each column costs before the cells are known."""
    subject = subject_of(columns)
    if subject is None:
        return [weights.SKIPPED] * len(columns)
    return [
        weights.SUBJECT
        if at == subject
        else weights.SPANNED
        if at < subject and column.role == "objective"
        else weights.SKIPPED
        for at, column in enumerate(columns)
    ]


def _skips(places: Sequence[int], costs: Sequence[float]) -> list[float]:
    """What an empty cell of each column costs: little where the column is often empty."""
    rows = 1 + sum(b <= a for a, b in pairwise(places))
    return [
        cost * max(weights.LEAST_SKIPPED, min(1.0, places.count(column) / rows)) for column, cost in enumerate(costs)
    ]


def _learned(
    cells: Sequence[Told],
    kinds: Sequence[str],
    fits: Sequence[Sequence[float]],
    places: Sequence[int],
    count: int,
    rooms: Sequence[Room],
) -> list[list[float]]:
    """How well the cells fit the columns, what else stands in the columns, and how wide, taken into account."""
    held = [Counter(kind for kind, at in zip(kinds, places, strict=True) if at == column) for column in range(count)]
    said = [Counter(c.text for c, at in zip(cells, places, strict=True) if at == column) for column in range(count)]
    widths = [usual_width([room for room, at in zip(rooms, places, strict=True) if at == own]) for own in range(count)]
    items = [cell.itemised for cell in cells]
    listed = [
        sum(item for item, at in zip(items, places, strict=True) if at == column) / max(1, held[column].total())
        for column in range(count)
    ]
    found: list[list[float]] = []
    for cell, kind, at, row, item, room in zip(cells, kinds, places, fits, items, rooms, strict=True):
        own = list(row)
        for column in range(count):
            me = at == column
            others = held[column].total() - me
            if others < FEW - me:
                continue
            own[column] += weights.USUAL * ((held[column][kind] - me) / others - weights.UNUSUAL)
            if any(items):
                own[column] += weights.LISTED * (
                    (listed[column] if item else 1.0 - listed[column]) - weights.LISTED_HALF
                )
            own[column] += weights.SAID if said[column][cell.text] > me else 0.0
            width = widths[column]
            own[column] -= weights.TOO_WIDE * room.against(width) if width is not None else 0.0
        found.append(own)
    return found


class _Order:
    """What the order of columns says against a step from one cell's column to the next one's: nothing where it is the
    next column or the first of a new row, else what the cells cost that are empty between."""

    def __init__(self, skips: Sequence[float]) -> None:
        self.count = len(skips)
        self._sums = [0.0, *accumulate(skips)]

    def step(self, last: int | None, column: int, start: int) -> float:
        if start >= 0:
            return weights.NUMBERED if column == start else 0.0
        if column == self.count or last == self.count:
            return -weights.LOST
        if last is None or start == BEGUN:
            return -self._sums[column]
        if column > last:
            return self._sums[last + 1] - self._sums[column]
        wrapped = self._sums[-1] - self._sums[last + 1] + self._sums[column]
        unnumbered = weights.UNNUMBERED if start == INSIDE else 0.0
        return -(min(wrapped, weights.SAME) if column == last else wrapped) - unnumbered


def _best_row(fits: Sequence[Sequence[float]], starts: Sequence[int], order: _Order) -> Placed:
    """The best places of all cells together (Viterbi)."""
    if not fits:
        return Placed([], 0.0)
    columns = range(order.count + 1)
    best = [fit + order.step(None, at, starts[0]) for at, fit in enumerate(fits[0])]
    ways: list[list[int]] = []
    for row, start in zip(fits[1:], starts[1:], strict=True):
        reached = [max((best[source] + order.step(source, at, start), -source) for source in columns) for at in columns]
        best = [score + row[at] for at, (score, _) in enumerate(reached)]
        ways.append([-source for _, source in reached])
    at = max(columns, key=best.__getitem__)
    places = [at]
    for sources in reversed(ways):
        at = sources[at]
        places.append(at)
    return Placed(places[::-1], max(best))
