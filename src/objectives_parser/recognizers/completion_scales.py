"""Scales of completion in a form: `Not started | Limited | Substantial | Completed` over ticks or letters."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from objectives_parser.document import Cell
from objectives_parser.drafts import Passage
from objectives_parser.recognizers.cell_passages import cell_text, cell_words
from objectives_parser.recognizers.open_forms import FormField

# "a", "(b), (c) and d": the commitments that stand where the scale says
_LETTERS = regex.compile(r"\(?[a-z]\)?(?:\s*(?:,|and|&)\s*\(?[a-z]\)?)*[.]?$", regex.IGNORECASE)
_TICKS = frozenset(
    "✓✔☑☒✗✘xX●■•√þ\uf0fc\uf0fe\uf052\uf050"
)  # the last ones are Wingdings, which text keeps as they are coded


def is_scale(values: Sequence[Cell]) -> bool:
    """Whether the values beside a label are the steps of a scale: three or more, of few words each."""
    return len(values) >= 3 and all(len(cell_text(value).split()) <= 4 for value in values)


def status_on_scale(cell: Cell, step: Cell) -> FormField | None:
    """The status that a tick or the letters under a step of the scale tell; None for any other cell."""
    text = cell_text(cell).strip()
    told = Passage(cell_text(step), cell_words(cell))
    if cell.marks or (len(text) == 1 and text in _TICKS):
        return FormField(role="status", header="status", passage=told)
    if _LETTERS.match(text):
        letters = frozenset(regex.findall(r"[a-z]", text.casefold().replace("and", " ")))
        return FormField(role="status", header="status", passage=told, letters=letters)
    return None
