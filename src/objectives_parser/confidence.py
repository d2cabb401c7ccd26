"""How often a reading like this one is right: the confidence of records.

A logistic model: each thing that is known of a record adds to the odds. Its weights are fitted to records of documents
that the parser had not met before, each right if the truth file has its statement and kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from objectives_parser.document import Document
from objectives_parser.drafts import Draft

DOUBTFUL = 0.7
"""Records less sure than this are told as doubtful."""

_PLAIN_TEXT = "text/plain"

# Log-odds, fitted on 2026-11-23 to 5,872 records of some 160 plans, of which half were read as text that converters
# wrote of them; each document counts as fifteen records at most. Those of a word or two are milder than the fit would
# have them, since documents of good short statements were few.
_USUAL, _EVIDENCE, _MIDDLE = 2.6, 1.2, 0.75
_IN_TEXT, _TEXT_PROSE = -1.2, -0.4
_ONE_WORD, _TWO_WORDS = -3.0, -1.2
_REPAIRED, _ALONE = -0.6, -0.4


def confidences(drafts: Sequence[Draft], parents: Sequence[Sequence[int]], document: Document) -> list[float]:
    """The confidence of each draft, 0 to 1: of the records given 0.9, nine in ten are right. ``parents`` are the
    positions of those that each serves."""
    in_text = document.media_type == _PLAIN_TEXT
    with_aims = any(draft.kind == "objective" for draft in drafts)
    return [
        _confidence(draft, in_text, alone=with_aims and draft.kind != "objective" and not served)
        for draft, served in zip(drafts, parents, strict=True)
    ]


def _confidence(draft: Draft, in_text: bool, alone: bool) -> float:
    """``in_text``: the document is plain text, whose tables are guessed from blanks; ``alone``: the record serves none
    of the plan's objectives."""
    words = len(draft.text.split())
    odds = _USUAL + _EVIDENCE * (draft.score - _MIDDLE)
    if in_text:
        odds += _IN_TEXT + (_TEXT_PROSE if draft.basis == "prose" else 0.0)
    if words < 3:
        odds += _ONE_WORD if words < 2 else _TWO_WORDS
    if draft.repaired:
        odds += _REPAIRED
    if alone:
        odds += _ALONE
    return round(max(0.05, min(0.99, 1 / (1 + exp(-odds)))), 2)
