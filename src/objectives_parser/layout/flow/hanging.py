"""Paragraphs whose first lines hang out: lists without bullets, each item begun left of its other lines."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.layout.flow.strips import Strip
from objectives_parser.layout.wrapping import is_closed

INDENT = 0.7  # ems
_SAME = 1.0  # points between the beginnings of lines that stand one under the other
_HANGING = 2  # lines of a paragraph that hangs out


def hangs(piece: Sequence[Strip], row: Strip, ahead: Sequence[Strip]) -> bool:
    """Whether a paragraph whose first line hangs out ends, as one begins that hangs out as far:

    Completion of the trail along the
        northern quay (December 2031), and
    Completion of the second bridge"""
    inset = _inset(piece)
    if inset is None or abs(row.bbox[0] - piece[0].bbox[0]) > _SAME or not row.text[:1].isupper():
        return False
    after = ahead[1] if len(ahead) > 1 else None
    if after is None or after.bbox[0] - row.bbox[0] < INDENT * row.size:
        return len(piece) > _HANGING  # the last one, of a line
    return abs(after.bbox[0] - row.bbox[0] - inset) < _SAME


def _inset(piece: Sequence[Strip]) -> float | None:
    """How far the lines of a paragraph behind its first are set in, all alike; None where they are not."""
    if len(piece) < _HANGING or piece[0].marker is not None:
        return None
    inset = piece[1].bbox[0] - piece[0].bbox[0]
    size = max(piece[0].size, 1.0)
    if not INDENT * size < inset < 4 * size or any(abs(s.bbox[0] - piece[1].bbox[0]) > _SAME for s in piece[1:]):
        return None
    return inset


def hung(piece: Sequence[Strip], row: Strip) -> bool:
    """Whether a sentence goes on in a line that is set in as its other lines are, below a first line that hangs out."""
    first, last = piece[0], piece[-1]
    inset = row.bbox[0] - first.bbox[0]
    if first.marker is not None or not INDENT * row.size < inset < 3 * row.size or is_closed(last.line):
        return False
    if len(piece) > 1:
        return _inset(piece) is not None and abs(last.bbox[0] - row.bbox[0]) < _SAME
    return first.bold == row.bold and first.caps == row.caps and not first.text.endswith(":")
