"""A column's strips → lines → pieces of text: where a paragraph, a list item or a heading begins.

Evidence for a beginning: a list marker; another look (size, weight, capitals, colour); more white than between the
lines of the column; an indent; a line before it on which the next word would have fitted.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import attrs

from objectives_parser.document import Line
from objectives_parser.layout.flow.captions import is_caption
from objectives_parser.layout.flow.hanging import hangs, hung
from objectives_parser.layout.flow.looks import bold_goes_on, caps_end, is_under_title, open_ended, same_look, text_left
from objectives_parser.layout.flow.named_lines import begins_named
from objectives_parser.layout.flow.strips import Strip, one_baseline, strip_of, with_bullet
from objectives_parser.layout.flow.unmarked import with_unmarked_items
from objectives_parser.layout.flow.wrapped_numbers import ROOM, is_wrapped_number
from objectives_parser.layout.median import median
from objectives_parser.layout.wrapping import is_closed, open_brackets

APART = 1.7  # ems from line to line where each line is a paragraph, if no sentence goes on over two
DOUBLE = 1.9  # ems: a blank line stands between; titles that end in no stop are apart too
MORE_WHITE = 0.3  # ems above the usual distance of lines
INDENT = 0.7  # ems
_ENOUGH_LINES = 6
_AHEAD = 6  # lines
_FLUSH = 3  # lines that end at one edge are set to it
_FEWEST_RAGGED = 3  # lines that begin at as many places and end at one edge


@attrs.frozen(kw_only=True, eq=False)
class Piece:
    """Consecutive lines that belong together. ``marker`` is the number of words of the list marker, None if no item.
    ``left`` is where its text (behind the marker) begins; ``room`` the width of its column's lines."""

    strips: tuple[Strip, ...]
    marker: int | None
    left: float
    column: tuple[float, float]
    gap_before: float = 0.0

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(strip.line for strip in self.strips)

    @property
    def first(self) -> Strip:
        return self.strips[0]

    @property
    def last(self) -> Strip:
        return self.strips[-1]


def pieces_of(strips: Sequence[Strip], width: tuple[float, float] | None = None) -> list[Piece]:
    """The pieces of one column, top to bottom; ``width`` is where the column's other text and tables reach from and
    to."""
    asides = [strip for strip in strips if _is_aside(strip, strips)]
    rows = _merged([strip for strip in strips if strip not in asides])
    if not rows:
        return []
    column = min(row.bbox[0] for row in rows), max(row.bbox[2] for row in rows)
    if width is not None and len(rows) < _ENOUGH_LINES:
        column = column[0], max(column[1], width[1])
    rows = with_unmarked_items(rows, column)
    leading = _leading(rows)
    leadings = _leadings(rows)
    apart = leading > APART and not any(_goes_on(a, b) for a, b in itertools.pairwise(rows))
    pieces: list[list[Strip]] = []
    for at, row in enumerate(rows):
        pace = leadings.get(round(row.size), leading)
        if pieces and not (
            (apart and (leading > DOUBLE or is_closed(pieces[-1][-1].line)) and not row.text[:1].islower())
            or _begins(pieces[-1], row, column, pace, rows[at : at + _AHEAD])
        ):
            pieces[-1].append(row)
        else:
            pieces.append([row])
    gaps = [0.0] + [b[0].bbox[1] - a[-1].bbox[3] for a, b in itertools.pairwise(pieces)]
    flow = [_piece(piece, column, gap) for piece, gap in zip(pieces, gaps, strict=True)]
    return flow + [_piece([aside], column, 0.0) for aside in asides]


def _goes_on(a: Strip, b: Strip) -> bool:
    """Whether a sentence goes on from one line to the next."""
    return b.text[:1].islower() and not is_closed(a.line)


def _is_aside(strip: Strip, strips: Sequence[Strip]) -> bool:
    """Whether a strip is the lettering of an icon beside the text (``C.C.`` in a circle): a few letters in a face and
    size of their own, on a line with other text."""
    if strip.angle or len(strip.text) > 5 or len(strip.words) > 1 or strip.marker is not None:
        return False
    beside = [other for other in strips if other is not strip and _level(other, strip)]
    return bool(beside) and all(other.font != strip.font and abs(other.size - strip.size) > 0.5 for other in beside)


def _piece(strips: list[Strip], column: tuple[float, float], gap: float) -> Piece:
    marker = strips[0].marker
    return Piece(strips=tuple(strips), marker=marker, left=text_left(strips[0], marker), column=column, gap_before=gap)


def _merged(strips: Sequence[Strip]) -> list[Strip]:
    """Strips of one column that stand on one baseline as one line, top to bottom; turned ones stay apart."""
    rows: list[Strip] = []
    for strip in sorted(strips, key=lambda s: ((s.bbox[1] + s.bbox[3]) / 2, s.bbox[0])):
        if rows and not strip.angle and not rows[-1].angle and _level(rows[-1], strip):
            words = sorted((*rows[-1].words, *strip.words), key=lambda w: w.bbox[0] if w.bbox else 0.0)
            whole = strip_of(words)
            rows[-1] = with_bullet(whole) if _earlier(rows[-1], strip).marker == 0 else whole
        else:
            rows.append(strip)
    return rows


def _earlier(a: Strip, b: Strip) -> Strip:
    return a if a.bbox[0] <= b.bbox[0] else b


def _level(a: Strip, b: Strip) -> bool:
    left, top, right, foot = a.bbox
    x0, head, x1, bottom = b.bbox
    overlap = min(foot, bottom) - max(top, head)
    if not overlap > 0.5 * min(foot - top, bottom - head):  # so it is with nearly all other lines
        return False
    return (right <= x0 + 1 or x1 <= left + 1) and one_baseline(foot, a.size, bottom, b.size)


def _leading(rows: Sequence[Strip]) -> float:
    """The usual distance from line to line, in ems; no more than that of the lines over which sentences go on, where
    several do: most paragraphs may be of one line, with white between them."""
    pairs = [(a, b) for a, b in itertools.pairwise(rows) if abs(a.size - b.size) < 0.6]
    usual = sorted([step for step in (_step(a, b) for a, b in pairs) if 0.8 < step < 2.2])
    if not usual:
        return 1.25
    leading = max(min(usual[len(usual) // 4], median(usual)), 1.0)
    if leading > APART:
        wrapped = [_step(a, b) for a, b in pairs if _goes_on(a, b)]
        leading = min(leading, max(wrapped, default=leading)) if len(wrapped) > 1 else leading
    return leading


def _leadings(rows: Sequence[Strip]) -> dict[int, float]:
    """The usual distance of lines by the size of their type, where several lines have it: a quotation
    in large type is set closer than the text beside it."""
    sizes: dict[int, list[Strip]] = {}
    for row in rows:
        sizes.setdefault(round(row.size), []).append(row)
    return {size: _leading(lines) for size, lines in sizes.items() if len(lines) >= _ENOUGH_LINES}


def _step(a: Strip, b: Strip) -> float:
    """The distance of two lines' feet, in ems."""
    size = a.size if a.size > b.size else b.size
    return (b.bbox[3] - a.bbox[3]) / (size if size > 1.0 else 1.0)


def _begins(
    piece: Sequence[Strip], row: Strip, column: tuple[float, float], leading: float, ahead: Sequence[Strip]
) -> bool:
    """Whether a new piece begins with the row, the first of those ``ahead``."""
    last = piece[-1]
    if row.angle or last.angle:
        return row.angle != last.angle or not _near(last, row)
    if row.marker is not None and (row.marker == 0 or not is_wrapped_number(piece, row, ahead)):
        return True
    if begins_named(last, row):
        return True
    if (not same_look(last, row) or caps_end(last, row)) and not (
        is_under_title(piece, row) or bold_goes_on(last, row, column)
    ):
        return True
    turned = last.italic != row.italic and last.words[-1].italic != row.words[0].italic
    if turned and (is_closed(last.line) or _at_marker(piece, row)):
        return True  # `… by June 2026.` over `Performance Measures` in italics
    if hangs(piece, row, ahead):
        return True
    pace = max(leading, _step(piece[-2], last)) if len(piece) > 1 else leading
    if _step(last, row) > pace + MORE_WHITE or row.bbox[3] <= last.bbox[3] or _captions_list(piece, row):
        return True
    if hung(piece, row):
        return False
    return _indented(piece, row) or _left_room(piece, row, column, ahead) or _left_of_marker(piece, row, column)


def _near(a: Strip, b: Strip) -> bool:
    reach = 1.6 * max(a.size, b.size)
    apart = max(a.bbox[0], b.bbox[0]) - min(a.bbox[2], b.bbox[2]), max(a.bbox[1], b.bbox[1]) - min(a.bbox[3], b.bbox[3])
    return max(apart) < reach


def _indented(piece: Sequence[Strip], row: Strip) -> bool:
    """Whether the row begins at another place than the lines before it go on at."""
    first, size = piece[0], max(row.size, 1.0)
    marker = first.marker
    left = text_left(first, marker)
    if marker is not None:
        return row.bbox[0] < min(left, first.bbox[2]) - INDENT * size and len(piece) > 1 and _back(piece, row)
    if len(piece) == 1:
        return row.bbox[0] > first.bbox[0] + 3 * size and not _centred(first, row)
    return row.bbox[0] - piece[-1].bbox[0] > INDENT * size and not (_centred(piece[-1], row) or _ragged(piece, row))


def _ragged(piece: Sequence[Strip], row: Strip) -> bool:
    """Whether lines are set to the right edge and begin anywhere: a quotation beside the text, a caption left of its
    picture."""
    size = max(row.size, 1.0)
    if any(abs(strip.bbox[2] - row.bbox[2]) > 0.3 * size for strip in piece):
        return False
    lefts = sorted(strip.bbox[0] for strip in piece)
    return sum(b - a > 0.1 * size for a, b in itertools.pairwise(lefts)) >= _FEWEST_RAGGED - 1


def _left_of_marker(piece: Sequence[Strip], row: Strip, column: tuple[float, float]) -> bool:
    """Whether a sentence begins left of the marker of a list item of one line: it is the text behind the list. (An item
    with its first line indented goes on there too, but in the midst of its sentence, behind a full line.)"""
    first, size = piece[0], max(row.size, 1.0)
    if first.marker is None or len(piece) > 1 or row.bbox[0] > first.bbox[0] - 0.4 * size:
        return False
    if open_ended(first) or row.words[0].text.lstrip("\"'“‘(")[:1].islower():
        return False
    return is_closed(first.line) or column[1] - first.bbox[2] > 3 * size


def _captions_list(piece: Sequence[Strip], row: Strip) -> bool:
    """`Milestones:` left of the text of a list's last item: it names what stands under it."""
    marker = piece[0].marker
    if marker is None or not is_caption(row) or open_ended(piece[-1]):
        return False
    return row.bbox[0] < text_left(piece[0], marker) - 2.0


def _at_marker(piece: Sequence[Strip], row: Strip) -> bool:
    """Whether a sentence begins where the marker of the list item above stands, and not where its text does:
    `5. Using common services` over `Relates to actions 3 and 4.` in italics."""
    first = piece[0]
    if first.marker is None or open_ended(piece[-1]) or row.words[0].text.lstrip("\"'“‘(")[:1].islower():
        return False
    return abs(row.bbox[0] - first.bbox[0]) < 2.0 and text_left(first, first.marker) > row.bbox[0] + 2.0


def _back(piece: Sequence[Strip], row: Strip) -> bool:
    """Whether a row behind a list item stands left of where the item's lines go on."""
    return row.bbox[0] < piece[1].bbox[0] - INDENT * max(row.size, 1.0)


def _centred(a: Strip, b: Strip) -> bool:
    return abs((a.bbox[0] + a.bbox[2]) - (b.bbox[0] + b.bbox[2])) < 2 * max(a.size, 1.0)


# "Objective: To publish …", "Community Outcome: …": a line that names what it says
_NAMED = re.compile(r"[A-Z][\w'’/&-]*(?: [\w'’/&()-]+){0,4}?(?: ?\d[\d.]*)?:\s")
_ROOM_OF_NAMED = 0.12  # of the column's width


def _is_named(strip: Strip) -> bool:
    named = ":" in strip.text and any(word.text.endswith(":") for word in strip.words[:5])
    return named and _NAMED.match(strip.text) is not None


def _left_room(piece: Sequence[Strip], row: Strip, column: tuple[float, float], ahead: Sequence[Strip]) -> bool:
    """Whether the row's first word would have fitted on the line before, and both lines look ended and begun."""
    last, word = piece[-1], row.words[0]
    named = _is_named(piece[0])
    if named and _is_named(row) and not open_ended(last):
        return True  # `Outcome: …` over `Indicator: …`: each line names what it says
    width = word.bbox[2] - word.bbox[0] if word.bbox else 0.0
    if column[1] - last.bbox[2] < width + ROOM * row.size or open_ended(last) or open_brackets(last.words):
        return False
    start = word.text.lstrip("\"'“‘(")[:1]
    # `Priority 2: Reduce falls` over `Why is this a priority?`: lines of one width at one margin are not centred
    asks = row.text.endswith("?") and abs(last.bbox[0] - row.bbox[0]) < 1 and row.bold
    flush = abs(last.bbox[0] - row.bbox[0]) < 1 and last.bbox[0] - column[0] < 2 * row.size
    if start.islower() or (_centred(last, row) and not asks and not (flush and is_closed(last.line))):
        return False
    if is_closed(last.line):
        return True
    share = _ROOM_OF_NAMED if named and len(piece) == 1 else 0.35
    return column[1] - last.bbox[2] > share * (column[1] - column[0]) and not _beside_picture(last, ahead)


def _beside_picture(last: Strip, ahead: Sequence[Strip]) -> bool:
    """Whether a line is as full as those that follow it, which all end at one edge before the column's: a picture
    stands beside them."""
    edge = max(row.bbox[2] for row in ahead)
    flush = [row for row in ahead if abs(row.bbox[2] - edge) < 2.0]
    return len(flush) >= _FLUSH and abs(last.bbox[2] - edge) < 2 * last.size
