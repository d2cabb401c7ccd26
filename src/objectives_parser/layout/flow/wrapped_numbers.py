"""Numbers at the head of a line that belong to the sentence above it and are no list markers: `… by 2020 to` / `15.
Then`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from objectives_parser.layout.flow.looks import open_ended, text_left
from objectives_parser.layout.flow.markers import MARKER_GAP
from objectives_parser.layout.flow.strips import Strip
from objectives_parser.layout.wrapping import is_bullet, is_closed

ROOM = 2.0  # ems that must stay free behind the next word for it to have fitted
_SECOND = {"(1)": "(2)", "(i)": "(ii)", "(a)": "(b)"}
_INITIAL = re.compile(r"[B-HJ-UWYZ]\.$")  # `Amol` / `S. Naik`: part of a name


def is_wrapped_number(piece: Sequence[Strip], row: Strip, ahead: Sequence[Strip]) -> bool:
    """`… by 2020 to` / `15. Then`: a number that ends the sentence of the line before is no marker."""
    last, first = piece[-1], row.words[0]
    if first.text[:1] == "(" and (_counts_on(piece, first.text) or _counts_from(piece, row, ahead)):
        return True
    if is_bullet(first) or not first.text.lstrip("(")[:1].isalnum() or is_closed(last.line):
        return False
    lined_up = abs(row.bbox[0] - text_left(piece[0], piece[0].marker)) < 2
    tight = len(row.words) > 1 and not _wide_gap(row)
    if not (lined_up and tight):
        return False
    if _INITIAL.match(first.text):
        return True
    flowing = len(piece) > 1 and abs(row.bbox[0] - last.bbox[0]) < 2 and row.words[1].text[:1].islower()
    return flowing or (piece[0].marker is not None and open_ended(last))


def _counts_on(piece: Sequence[Strip], marker: str) -> bool:
    """`has three steps: (1) taking stock; (2) setting a target;` / `(3) acting`: the numbers of a sentence go on."""
    number = marker[1:-1]
    if not (number.isdigit() and marker.endswith(")")):
        return False
    before = f"({int(number) - 1})"
    return any(word.text == before for strip in piece for word in strip.words[1:])


def _counts_from(piece: Sequence[Strip], row: Strip, ahead: Sequence[Strip]) -> bool:
    """`… rests on two pillars:` / `(1) a free press, (2) fair courts`: a sentence begins to count at a line's head."""
    following = _SECOND.get(row.words[0].text)
    last = piece[-1]
    if following is None or abs(row.bbox[0] - last.bbox[0]) > 2 or len(row.words) < 2 or _wide_gap(row):
        return False
    if last.line.words[-1].text.endswith((".", "!", "?")) or last.bbox[2] < row.bbox[2] - ROOM * row.size:
        return False
    return any(word.text == following for strip in ahead[:2] for word in strip.words[1:])


def _wide_gap(row: Strip) -> bool:
    a, b = row.words[0].bbox, row.words[1].bbox
    return a is not None and b is not None and 0.5 * row.size < b[0] - a[2] < MARKER_GAP * row.size
