"""What the cells told so far tell of their columns: the marks and the widths that each column has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from objectives_parser.layout.text.packed.known import Ready, Told
from objectives_parser.layout.text.packed.pieces import whole_lines
from objectives_parser.layout.wrapping import text_width

_LEAST_LINES, _LEAST_MARKED, _TEN, _MOST_MARKED = 3, 2, 10, 8


def columns_of_marks(ready: Sequence[Ready], told: Sequence[Sequence[Told]]) -> dict[str, int | None]:
    """For each mark the column in which most statements with it stand; None where no column has most of them."""
    counts: dict[str, Counter[int]] = {mark: Counter() for one in ready for mark in one.known.marks if mark}
    for one, parts in zip(ready, told, strict=True):
        for part in parts:
            if mark := one.known.marks[part.first]:
                counts[mark][part.column] += 1
    return {mark: _most(mark, count) for mark, count in counts.items()}


def _most(mark: str, counts: Counter[int]) -> int | None:
    column, count = max(counts.items(), key=lambda found: (found[1], -found[0]), default=(0, 0))
    # letters count within one column, bullets may stand in several
    most = count * 2 > counts.total() if mark[:1].isalnum() or len(mark) > 1 else count * 4 > 3 * counts.total()
    return column if count >= _LEAST_MARKED and most else None


def itemised_columns(ready: Sequence[Ready], told: Sequence[Sequence[Told]], columns: int) -> frozenset[int]:
    """The columns in which nearly every statement bears a mark."""
    own: list[list[bool]] = [[] for _ in range(columns)]
    for one, parts in zip(ready, told, strict=True):
        for part in parts:
            own[part.column].append(bool(one.known.marks[part.first]))
    return frozenset(
        at
        for at, cells in enumerate(own)
        if len(cells) > _LEAST_LINES and _TEN * sum(cells) > _MOST_MARKED * len(cells)
    )


def column_widths(ready: Sequence[Ready], told: Sequence[Sequence[Told]], columns: int) -> list[float | None]:
    """How wide the lines of each column are that go on in another one; None where there are too few."""
    inner: list[list[float]] = [[] for _ in range(columns)]
    for one, parts in zip(ready, told, strict=True):
        for part in parts:
            cell = whole_lines(one.lines[part.first : part.end])
            inner[part.column] += [text_width(line.text) for line in cell[:-1]]
    return [
        sorted(found)[int(len(found) * 0.9)] if len(found) >= _LEAST_LINES and column < columns - 1 else None
        for column, found in enumerate(inner)
    ]


def bands_are_cells(told: Sequence[Sequence[Told]], columns: int) -> bool:
    """Whether titles over rows that nothing but their few words shows are told nearly as often as rows: then they are a
    column's cells."""
    rows = sum(part.column == 0 for parts in told for part in parts)
    bands = sum(part.column == columns - 1 and part.fit < 0 for parts in told for part in parts)
    return rows >= _LEAST_LINES and 2 * bands > rows
