"""Labels with room behind them (`Goal 1         Protect life`, `Output:     Number of visits`): a line, no columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from objectives_parser.layout.text.spaced.rows import Row, run_of
from objectives_parser.roles import printed_label

LONGEST = 4
LEAST = 2
WIDEST = 24
"""Blanks behind a label; more part two columns."""


def with_labels_joined(rows: Sequence[Row]) -> list[Row]:
    """The rows, those made one run that are a label and what it stands before: several below each other, and no other
    lines that begin where the labels' texts do, beside something else."""
    labelled = {at: row.runs[1].low for at, row in enumerate(rows) if _is_labelled(row)}
    if len(labelled) < LEAST:
        return list(rows)
    near = Counter(low + off for low in labelled.values() for off in (-1, 0, 1))
    beside = Counter(
        run.low + off for at, row in enumerate(rows) if at not in labelled for run in row.runs[1:] for off in (-1, 0, 1)
    )
    joined = {at for at, low in labelled.items() if near[low] >= LEAST and near[low] > beside[low]}
    return [attrs.evolve(row, runs=(run_of(row.words),)) if at in joined else row for at, row in enumerate(rows)]


def _is_labelled(row: Row) -> bool:
    if len(row.runs) != 2 or row.runs[1].low - row.runs[0].high > WIDEST:
        return False
    first = row.runs[0]
    if len(first.words) > LONGEST or not first.text[0].isupper():
        return False
    if first.text.endswith(":"):
        return True
    if not first.text[-1].isdigit():
        return False
    label = printed_label(first.text)
    return label is not None and label.kind == "word" and label.number is not None and label.end >= len(first.text)
