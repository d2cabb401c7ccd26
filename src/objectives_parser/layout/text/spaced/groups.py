"""Names of groups of columns over the columns' names: `What          How and when` over `Action   Lead   Date`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from objectives_parser.layout.text.spaced.rows import Row, Run

BODY = 12
"""Lines of the body that show whether a cell stands under a line over the header."""
INSIDE = 0.6
"""Of the texts below the name of a group, those that go on under the name of a column."""


def name_groups(over: Sequence[Row], rows: Sequence[Row], last: int) -> bool:
    """Whether lines over a header, which ends at ``last`` of the rows, name groups of its columns: those of their runs
    that stand over no name of a column stand over text that goes on under one, or over none."""
    names = [run for row in rows[: last + 1] for run in row.runs]
    body = rows[last + 1 : last + 1 + BODY]
    shares = [_share(run, names, body) for row in over for run in row.runs if not _is_over(run, names)]
    return any(shares) and all(share is None or share >= INSIDE for share in shares)


def _share(run: Run, names: Sequence[Run], body: Sequence[Row]) -> float | None:
    """The share of the texts below a run that go on under the name of a column beside it."""
    near = takewhile(lambda row: row is body[0] or row.blanks < 2, body)
    below = [part for row in near for part in row.runs if part.low < run.high and part.high > run.low]
    return sum(_is_over(part, names) for part in below) / len(below) if below else None


def _is_over(run: Run, names: Sequence[Run]) -> bool:
    return any(run.low < name.high and run.high > name.low for name in names)
