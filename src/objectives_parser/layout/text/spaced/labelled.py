"""Labels with room behind them (`Goal 1         Protect life`, `Output:     Number of visits`): a line, no columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from objectives_parser.layout.text.spaced.rows import Row, run_of
from objectives_parser.roles import header_role, printed_label

LONGEST = 4
LEAST = 2
OFTEN = 2
"""Times that a line names what stands below it, at least, before it is known for a label."""
LONGEST_NAME, LONGEST_LEAD_IN, SURE = 5, 8, 0.6
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


def recurring_labels(rows: Iterable[Row]) -> frozenset[str]:
    """The lines that name what stands below them or lead in to it and stand there again and again: `Lead government
    actors`, `This will be measured by:`."""
    counts = Counter(row.text for row in rows if len(row.runs) == 1 and len(row.words) <= LONGEST_LEAD_IN)
    return frozenset(text for text, count in counts.items() if count >= OFTEN and (_names(text) or leads_in(text)))


def leads_in(text: str) -> bool:
    """Whether a line is a whole one that leads in to what stands below it."""
    return text[0].isupper() and text.endswith(":") and len(text.split()) > 1


def _names(text: str) -> bool:
    if not text[0].isupper() or text[-1] in ".,;:" or len(text.split()) > LONGEST_NAME:
        return False
    role = header_role(text)
    return role is not None and role.strength >= SURE


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
