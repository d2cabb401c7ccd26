"""What the cells of columns are made of, and whether two tables have the same columns: `1 | Mend the wall | May 2031`
has those of `2 | Pave the quay | June 2031`, and is read by its header."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Literal, TypeAlias

import attrs

from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.recognizers.settling.column_texts import MORE, number_rows, says_when, share
from objectives_parser.recognizers.settling.contents import column_cells
from objectives_parser.recognizers.wordings import is_tick, tells
from objectives_parser.records import STATEMENTS
from objectives_parser.values import is_value_only

Make: TypeAlias = Literal["empty", "number", "date", "tick", "value", "name", "words", "text"]

_LONGEST_NAME, _SHORTEST_TEXT = 3, 6  # words
_OFF = 4.0  # points
_TELLING: frozenset[Make] = frozenset(("number", "date"))
_FIGURES: frozenset[Make] = frozenset(("number", "value", "tick"))
_WORDED: frozenset[Make] = frozenset(("name", "words", "text"))
_FEWEST_WORDED = 3
_SHORT = frozenset(("due", "start", "period", "label", "status"))


@attrs.frozen(kw_only=True)
class Columns:
    """The columns of a table, by what stands in its body: what each is made of, which of them hold commands, and where
    each begins on its page, seen from the first; nothing of the last where no page is known."""

    makes: tuple[Make, ...]
    told: frozenset[int]
    lefts: tuple[float, ...]

    def are_like(self, other: Columns, *, titled_alike: bool = False) -> bool:
        """Whether another table has the same columns: they stand at the same places and no figures are where the other
        has sentences, or each is made of the same and dates, numbers or commands tell one of them. Under the same title
        (``titled_alike``) figures tell one, too."""
        pairs = list(zip(self.makes, other.makes, strict=False))
        both = [pair for pair in pairs if "empty" not in pair]
        if len(self.makes) != len(other.makes) or len(both) < 2 or not any(one in _WORDED for one, _ in both):
            return False
        if self._placed_as(other):
            return not any(_clash(one, two) for one, two in both)
        if not all(_agree(one, two) for one, two in both):
            return False
        same = self.told == other.told and bool(self.told) and len(both) >= _FEWEST_WORDED
        telling = _TELLING | _FIGURES if titled_alike else _TELLING
        return same or any(one in telling for one, _ in both)

    def fit_under(self, roles: Sequence[str | None]) -> bool:
        """Whether the columns hold what headers of these roles ask for: sentences under one that states something,
        nothing else under the others of them, and no sentences where dates, numbers or ticks belong."""
        pairs = list(zip(self.makes, roles, strict=True))
        stated = [make for make, role in pairs if role in STATEMENTS]
        if "by-level" in roles or {"text", "words"}.isdisjoint(stated):
            return False
        clash = any(make == "text" and role in _SHORT for make, role in pairs)
        return not clash and all(make in _WORDED or make == "empty" for make in stated)

    def _placed_as(self, other: Columns) -> bool:
        return bool(self.lefts) and all(
            abs(one - two) < _OFF for one, two in zip(self.lefts, other.lefts, strict=False)
        )


def columns_of(rows: Sequence[Row], count: int) -> Columns:
    """The columns of a table of so many, by its body rows."""
    body = [row for row in rows if row.kind == "body"]
    texts = [[" ".join(cell.text.split()) for cell in column_cells(at, body)] for at in range(count)]
    told = frozenset(at for at, column in enumerate(texts) if share(column, tells) >= MORE)
    return Columns(makes=tuple(map(make_of, texts)), told=told, lefts=_lefts(body, count))


def make_of(texts: Sequence[str]) -> Make:
    """What the cells of a column are made of."""
    if not texts:
        return "empty"
    if number_rows(texts):
        return "number"
    if share(texts, says_when) >= MORE:
        return "date"
    if share(texts, is_tick) >= MORE:
        return "tick"
    if share(texts, is_value_only) >= MORE:
        return "value"
    words = median(len(text.split()) for text in texts)
    return "name" if words <= _LONGEST_NAME else "text" if words >= _SHORTEST_TEXT else "words"


def _agree(one: Make, two: Make) -> bool:
    return one == two or {one, two} in ({"name", "words"}, {"words", "text"}) or {one, two} <= _FIGURES


def _clash(one: Make, two: Make) -> bool:
    return "text" in (one, two) and not {one, two} <= _WORDED


def _lefts(body: Sequence[Row], count: int) -> tuple[float, ...]:
    """Where the columns begin, seen from the first: the drawn edges of their cells, else their first words."""
    found: list[float] = []
    for at in range(count):
        cells = [cell for row in body for cell in row.cells if cell.column == at and cell.column_span == 1]
        edges = [cell.bbox[0] for cell in cells if cell.bbox is not None]
        words = [line.words[0].bbox for cell in filled(cells) for line in cell.lines if line.words]
        lefts = edges or [box[0] for box in words if box is not None]
        if not lefts:
            return ()
        found.append(min(lefts))
    return tuple(left - found[0] for left in found)
