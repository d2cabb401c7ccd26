"""Lines of text between gutters as rows of text by column."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from objectives_parser.document import NOWHERE, Word
from objectives_parser.layout.tables.gutters import LOOSE, crossed, runs_of
from objectives_parser.roles import header_role

NAMED = 0.9
"""How surely one of the names over the columns is one."""
FIGURE = re.compile(r"[(<>≤≥~+$€£]?[-–−]?[$€£]?\d[\d.,'\s]*%?[)*]*|[-–—.…:]+|n\.?[/ ]?a\.?|nil|[*]", re.IGNORECASE)
"""A cell of a statistic: "1 204.5", "(12)", "45%", "-", "n.a."."""


@attrs.frozen(kw_only=True)
class TextRow:
    """One line of a block between gutters: its height, and its text by column."""

    top: float
    bottom: float
    texts: dict[int, str]
    words: Sequence[Word]
    places: Sequence[float]

    @property
    def names_columns(self) -> bool:
        """Whether it holds names that plans give to columns, one of them for sure, and nothing else."""
        roles = [header_role(text) for text in self.texts.values()]
        return None not in roles and max(role.strength for role in roles if role is not None) >= NAMED

    @property
    def crossing(self) -> bool:
        """Whether a run of it crosses a gutter."""
        runs = runs_of(self.words, LOOSE)
        return any(crossed(runs, place) for place in self.places)

    @property
    def bold(self) -> bool:
        return all([word.bold for word in self.words])

    @property
    def figures(self) -> int:
        return sum([1 for column, text in self.texts.items() if column and FIGURE.fullmatch(text)])

    @property
    def stub_only(self) -> bool:
        return set(self.texts) == {0}


def text_rows(rows: Sequence[Sequence[Word]], places: Sequence[float]) -> list[TextRow]:
    """Lines of words, and the gutters between their columns → rows of text by column."""
    return [_text_row(row, places) for row in rows if row]


def _text_row(row: Sequence[Word], places: Sequence[float]) -> TextRow:
    boxes = [word.bbox or NOWHERE for word in row]
    if places:
        columns: dict[int, list[str]] = {}
        for word, box in zip(row, boxes, strict=True):
            columns.setdefault(bisect_left(places, (box[0] + box[2]) / 2), []).append(word.text)
        texts = {column: " ".join(own) for column, own in columns.items()}
    else:
        texts = {0: " ".join([word.text for word in row])}
    return TextRow(
        top=min([box[1] for box in boxes]),
        bottom=max([box[3] for box in boxes]),
        texts=texts,
        words=row,
        places=places,
    )
