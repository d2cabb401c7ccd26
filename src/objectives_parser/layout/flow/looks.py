"""How lines are set, and what that says of whether one goes on with the other: size, weight, capitals, colour, where
the text begins, and what word a line ends with."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.layout.flow.strips import Strip
from objectives_parser.layout.wrapping import OPEN_ENDS, bare, is_closed

# "in its chapter" / "12. of the year that follows"
_OPEN = OPEN_ENDS | {"chapter"}


def open_ended(strip: Strip) -> bool:
    """Whether a line's last word wants another one."""
    text = strip.words[-1].text
    return text.endswith((",", "-", "–", "&", "/")) or bare(text) in _OPEN


def same_look(a: Strip, b: Strip) -> bool:
    """Whether two lines are set alike: size, and weight unless a run-in head ends or begins."""
    if abs(a.size - b.size) > 0.08 * max(a.size, b.size):
        return False
    if a.bold != b.bold:
        return a.words[-1].bold and b.words[0].bold
    # a title's code may have a colour of its own
    return a.color == b.color or a.words[-1].color == b.words[0].color or not (a.bold or a.caps)


def text_left(strip: Strip, marker: int | None) -> float:
    """Where the text behind the list marker begins."""
    words = strip.words[marker or 0 :] or strip.words
    return words[0].bbox[0] if words[0].bbox else strip.bbox[0]


def is_under_title(piece: Sequence[Strip], row: Strip) -> bool:
    """Whether the row goes on behind a list item's bold title that fills its lines."""
    marker = piece[0].marker
    if marker is None or row.bold or not piece[-1].bold or abs(row.size - piece[-1].size) > 0.08 * row.size:
        return False
    return abs(row.bbox[0] - text_left(piece[0], marker)) < 2.0


def bold_goes_on(last: Strip, row: Strip, column: tuple[float, float]) -> bool:
    """Whether a sentence whose beginning is set bold goes on in plain letters under a line that the bold words fill,
    or one that begins plain in bold: **The council will open three piers in the old** / **harbour** by 2030."""
    if last.bold == row.bold or not row.text[:1].islower() or is_closed(last.line):
        return False
    if abs(row.size - last.size) > 0.08 * row.size or abs(row.bbox[0] - last.bbox[0]) > 2.0:
        return False
    word = row.words[0].bbox
    return word is not None and column[1] - last.bbox[2] < word[2] - word[0] + row.size


def caps_end(a: Strip, b: Strip) -> bool:
    """Whether capitals end: a title in capitals over a bold statement. A paragraph whose first line is in capitals goes
    on in small letters."""
    if a.caps == b.caps or b.words[0].text[:1].islower():
        return False
    return len((a if a.caps else b).words) > 1
