"""Pieces that go on in the next column or on the next page become one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TypeAlias

from objectives_parser.document import Table
from objectives_parser.frozen import evolve
from objectives_parser.layout.flow.looks import open_ended, same_look
from objectives_parser.layout.flow.paragraphs import Piece
from objectives_parser.layout.flow.strips import Strip
from objectives_parser.layout.wrapping import is_closed, open_brackets

Part: TypeAlias = "Piece | Table"

_MOST_OF_REST = 3  # words


def joined(pages: Sequence[Sequence[Sequence[Part]]], titles: frozenset[int]) -> list[list[Part]]:
    """Each page's parts; the first piece of a column is taken to the last of the column before where it goes on."""
    flows: list[list[Part]] = []
    for page in pages:
        flows.append([])
        for column in page:
            parts = list(column)
            before = _last(flows)
            if parts and before is not None:
                left, right = flows[before][-1], parts[0]
                if isinstance(left, Piece) and isinstance(right, Piece) and _goes_on(left, right, titles):
                    flows[before][-1] = evolve(left, strips=left.strips + right.strips)
                    parts = parts[1:]
            flows[-1].extend(parts)
    return _with_paragraphs(flows, titles)


def with_wrapped_titles(columns: Sequence[list[Part]]) -> list[list[Part]]:
    """A page's columns with the short last line of a title over all of them taken from the head of the first column,
    where its place has put it, to its title."""
    found: list[list[Part]] = []
    for parts in columns:
        above = found[-1][-1] if found and found[-1] else None
        if parts and isinstance(above, Piece) and isinstance(parts[0], Piece) and _wraps(above, parts[0]):
            found[-1][-1] = evolve(above, strips=above.strips + parts[0].strips)
            parts = parts[1:]
        found.append(list(parts))
    return [parts for parts in found if parts]


def _wraps(title: Piece, rest: Piece) -> bool:
    """Whether a line ends the bold title right above it."""
    last, first = title.last, rest.first
    if not (last.bold and first.bold) or rest.marker is not None or last.angle or first.angle:
        return False
    centred = _is_centred_rest(last, first)
    if len(rest.strips) > 1 or not same_look(last, first) or (abs(last.bbox[0] - first.bbox[0]) > 2.0 and not centred):
        return False
    near = 0 < first.bbox[3] - last.bbox[3] < 1.6 * last.size
    return near and (centred or first.words[0].text[:1].islower() or open_ended(last)) and not is_closed(last.line)


def _is_centred_rest(last: Strip, first: Strip) -> bool:
    """Whether a word or two stand in the middle under a much longer line: `… calls answered by the night` / `team`."""
    middles = (last.bbox[0] + last.bbox[2] - first.bbox[0] - first.bbox[2]) / 2
    wide, narrow = last.bbox[2] - last.bbox[0], first.bbox[2] - first.bbox[0]
    return abs(middles) < 3.0 and len(first.words) <= _MOST_OF_REST and narrow * 3 < wide


def _with_paragraphs(flows: Sequence[Sequence[Part]], titles: frozenset[int]) -> list[list[Part]]:
    """The parts with the further paragraphs of a list item, which are set to the item's text, taken to the item."""
    found: list[list[Part]] = []
    item: Piece | None = None
    at = (0, 0)
    for number, flow in enumerate(flows):
        found.append([])
        for part in flow:
            if isinstance(part, Piece) and item is not None and id(part) not in titles and _belongs(part, item):
                item = evolve(item, strips=item.strips + part.strips)
                found[at[0]][at[1]] = item
                continue
            found[-1].append(part)
            item = part if isinstance(part, Piece) and part.marker is not None and id(part) not in titles else None
            at = number, len(found[-1]) - 1
    return found


FEW_LINES = 3


def _belongs(part: Piece, item: Piece) -> bool:
    """Whether a paragraph goes on with a list item that is running text itself, of several sentences; what stands under
    a single statement explains it."""
    indent = item.left - item.first.bbox[0]
    if part.marker is not None or part.first.angle or len(item.strips) < FEW_LINES or len(part.strips) < 2:
        return False
    if indent < 0.5 * item.first.size or abs(part.first.bbox[0] - item.left) > 2.0:
        return False
    if part.gap_before > 2 * part.first.size or not same_look(item.last, part.first) or not is_closed(item.last.line):
        return False
    words = [word.text for strip in item.strips for word in strip.words]
    return any(_ends_sentence(word, following) for word, following in itertools.pairwise(words))


def _ends_sentence(word: str, following: str) -> bool:
    return word[-1:] in ".!?" and len(word) > 3 and following[:1].isupper()


def _last(flows: Sequence[Sequence[Part]]) -> int | None:
    """The page that holds the last part so far."""
    for at in range(len(flows) - 1, max(len(flows) - 3, -1), -1):
        if flows[at]:
            return at
    return None


def _goes_on(left: Piece, right: Piece, titles: frozenset[int]) -> bool:
    """Whether a piece at a column's end goes on in the piece at the head of the next."""
    if id(left) in titles or id(right) in titles or left.last.angle or right.first.angle:
        return False
    if right.marker is not None and not _is_dash(right):
        return False
    if not same_look(left.last, right.first):
        return False
    beneath = left.last.bbox[3] <= right.first.bbox[1] and _same_page(left, right)
    if beneath and not (_runs_round(left, right) or _straight_on(left, right)):
        return False
    start = right.first.words[0].text.lstrip("\"'“‘(")[:1]
    if is_closed(left.last.line) and not open_brackets(left.last.words):
        return False
    if start.islower() or open_ended(left.last) or right.marker is not None:
        return True
    return len(left.strips) > 1 and _is_full(left, right) and (_lined_up(left, right) or _under_marker(left, right))


def _runs_round(left: Piece, right: Piece) -> bool:
    """Whether text that stands beside a picture or a box goes on right under it, or comes to stand beside it: to the
    same right edge, in the midst of a sentence."""
    last, first = left.last, right.first
    ends = len(right.strips) == 1 and first.bbox[2] < last.bbox[2] and is_closed(first.line)
    if abs(last.bbox[2] - first.bbox[2]) > 3.0 and not ends:
        return False
    apart = abs(first.bbox[0] - last.bbox[0]) > 3 * first.size
    near = 0 < first.bbox[3] - last.bbox[3] < 2.2 * first.size
    return apart and near and last.italic == first.italic and first.words[0].text[:1].islower()


def _straight_on(left: Piece, right: Piece) -> bool:
    """Whether a sentence goes on in the next line at the same margin, where what stands beside the lines below cut the
    column in two: `… for each section are as` / `follows:`."""
    last, first = left.last, right.first
    near = 0 < first.bbox[3] - last.bbox[3] < 1.6 * first.size
    lined_up = abs(first.bbox[0] - last.bbox[0]) < 1.0 and _is_full(left, right)
    return near and lined_up and last.italic == first.italic and first.words[0].text[:1].islower()


def _is_dash(piece: Piece) -> bool:
    """Whether what looks like a list's dash may stand inside a sentence, which goes on in small letters."""
    words = piece.first.words
    return words[0].text in {"–", "—"} and len(words) > 1 and words[1].text[:1].islower()


def _is_full(left: Piece, right: Piece) -> bool:
    """Whether the next word would not have fitted on the last line."""
    box = right.first.words[0].bbox or (0.0, 0.0, 0.0, 0.0)
    return left.column[1] - left.last.bbox[2] < box[2] - box[0] + 0.3 * left.last.size


def _lined_up(left: Piece, right: Piece) -> bool:
    """Whether the text goes on at the same indent of its column."""
    return abs((left.last.bbox[0] - left.column[0]) - (right.first.bbox[0] - right.column[0])) < 3.0


def _under_marker(left: Piece, right: Piece) -> bool:
    """Whether the text stands between a list item's marker and its text, as badly set lines of the item do."""
    if left.marker is None:
        return False
    indent = right.first.bbox[0] - right.column[0]
    return left.first.bbox[0] - left.column[0] + 2.0 < indent < left.left - left.column[0] + 2.0


def _same_page(left: Piece, right: Piece) -> bool:
    return left.last.words[0].page == right.first.words[0].page
