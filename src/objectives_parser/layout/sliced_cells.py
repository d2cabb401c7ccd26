"""Cells over several columns that a converter cut where the dividers of other rows stand, through the words:

    | Objective     | Every port keeps a regis | ter of what the shi | ps carry |
    | Milestone     | Start                    | End                 | Cost     |

Programs that find a table by its lines give every piece of text to the column that it stands over. Words cut in two
tell such a row: no piece is a word, both together are. Its pieces are one cell again, line by line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import attrs

from objectives_parser import late
from objectives_parser.document import Block, Cell, Document, Line, Table, Word
from objectives_parser.roles.lexicon import is_known
from objectives_parser.roles.words import word_list

# One word that seems cut is chance.
_FEWEST = 2
_LONGEST = 60  # lines of a cell
_CUT, _ON, _MAYBE, _APART = 3, 2, 0, -99
_SHORT = 3
_FUNCTION_WORDS = word_list("function-words")
_LEADING = word_list("determiners") | word_list("prepositions")
_TAIL, _HEAD = late.compile(r"\p{L}+$"), late.compile(r"\p{L}+")
_MARKER = late.compile(r"[\W_]|\(?(?:\d{1,2}|\p{L}|[ivx]{1,4})[.)]")
_YEARS = late.compile(r"\b(?:19|20)\d\d[-–/](?:19|20)\d\d$")
_OPEN, _GLUED, _GOING_ON = frozenset("-–—,(/&"), frozenset("-(/"), frozenset(".,;:)%’'")


class _Seam(NamedTuple):
    """What the lines at a divider say: which line of the piece left of it each line right of it goes on with, and at
    how many of them a word is cut."""

    lines: tuple[int, ...]
    cuts: int


_Seams: TypeAlias = dict[tuple[int, int], _Seam]


def with_slices_joined(document: Document) -> Document:
    """The document, the cells that were cut at other rows' dividers in one piece."""
    if document.blocks is None:
        return document
    found = [_seams(block) for block in document.blocks]
    if sum(seam.cuts for seams in found for seam in seams.values()) < _FEWEST:
        return document
    both = zip(document.blocks, found, strict=True)
    return attrs.evolve(document, blocks=tuple(_with_whole_cells(block, seams) for block, seams in both))


def _seams(block: Block) -> _Seams:
    """The dividers, named by the cell right of them, at which lines seem to go on."""
    found: _Seams = {}
    if isinstance(block, Table):
        for number, cells in _rows(block).items():
            for left, right in pairwise(cells):
                seam = _seam(left, right)
                if seam is not None:
                    found[number, right.column] = seam
    return found


def _rows(table: Table) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        rows[cell.row].append(cell)
    return {number: sorted(cells, key=lambda cell: cell.column) for number, cells in rows.items()}


def _seam(left: Cell, right: Cell) -> _Seam | None:
    if not (left.filled and right.filled) or left.row_span != right.row_span:
        return None
    if left.column + left.column_span != right.column or not len(right.lines) <= len(left.lines) <= _LONGEST:
        return None
    # without a word that goes on in small letters no word is cut
    scores = [[_goes_on(before, after) for after in right.lines] for before in left.lines]
    if max(map(max, scores)) < _ON:
        return None
    lines = _laid_beside(scores, [len(line.text) for line in left.lines])
    given = [scores[at][number] for number, at in enumerate(lines)]
    if min(given) == _APART or 2 * sum(score >= _ON for score in given) < len(given):
        return None
    return _Seam(lines, given.count(_CUT))


def _laid_beside(scores: Sequence[Sequence[int]], lengths: Sequence[int]) -> tuple[int, ...]:
    """For each line right of a divider the line left of it that it goes on with: in order, the long ones first, which
    reach the divider."""
    longest = max(1, *lengths)
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for at, row in enumerate(scores):
        for number in range(min(at + 1, len(row)), 0, -1):
            gain = best[number - 1][0] + row[number - 1] + lengths[at] / longest
            if number == len(best):
                best.append((gain, (*best[number - 1][1], at)))
            elif gain > best[number][0]:
                best[number] = gain, (*best[number - 1][1], at)
    return best[-1][1]


def _goes_on(before: Line, after: Line) -> int:
    """Whether the line right of a divider goes on with the one left of it."""
    if not before.words or not after.words:
        return _MAYBE
    last, first = before.words[-1], after.words[0]
    if after.item or last.bold != first.bold or _MARKER.fullmatch(first.text):
        return _APART
    tail, head = _TAIL.search(last.text), _HEAD.match(first.text)
    if tail is None or head is None:
        return _on_at_sign(last.text, first.text, len(before.words))
    if head[0][0].islower() or (tail[0].isupper() and head[0].isupper()):
        return _CUT if _is_cut(tail[0], head[0]) else _ON if head[0][0].islower() else _MAYBE
    return _ON if tail[0] in _LEADING and len(before.words) > 1 else _MAYBE


def _on_at_sign(last: str, first: str, words: int) -> int:
    if _YEARS.search(last + first) and last[-1].isdigit() and first.isdigit():
        return _CUT
    if first[0] in _GOING_ON or (last[-1] in _OPEN and words > 1):
        return _ON
    return _MAYBE


def _is_cut(tail: str, head: str) -> bool:
    return _is_word((tail + head).casefold()) and not (_is_word(tail.casefold()) and _is_word(head.casefold()))


def _are_words(tail: str, head: str) -> bool:
    """Whether a blank stood at the divider: both are words that make none together. `account` `ability` do."""
    both = tail.casefold(), head.casefold()
    return all(map(_is_word, both)) and not _is_word("".join(both))


def _is_word(letters: str) -> bool:
    return letters in _FUNCTION_WORDS or (len(letters) > _SHORT and is_known(letters))


def _with_whole_cells(block: Block, seams: _Seams) -> Block:
    if not isinstance(block, Table) or not any(seam.cuts for seam in seams.values()):
        return block
    sure = {column for (_, column), seam in seams.items() if seam.cuts}
    cells: list[Cell] = []
    for number, row in _rows(block).items():
        cells.extend(_whole_cells(row, {column: seams[number, column] for column in sure if (number, column) in seams}))
    return attrs.evolve(block, cells=tuple(cells))


def _whole_cells(row: Sequence[Cell], seams: Mapping[int, _Seam]) -> list[Cell]:
    """The cells of a row; what stands right of one that begins the row and was cut is empty because it ended there."""
    cells: list[Cell] = []
    for cell in row:
        seam = seams.get(cell.column)
        if seam is None or not cells:
            cells.append(cell)
            reached = tuple(range(len(cell.lines)))
        else:
            reached = tuple(reached[at] for at in seam.lines)
            cells[-1] = _joined(cells[-1], cell, reached)
    if len(cells) < len(row) and cells[0].column_span > row[0].column_span and not any(c.filled for c in cells[1:]):
        return [attrs.evolve(cells[0], column_span=sum(cell.column_span for cell in cells))]
    return cells


def _joined(cell: Cell, piece: Cell, reached: Sequence[int]) -> Cell:
    lines = list(cell.lines)
    for at, line in zip(reached, piece.lines, strict=True):
        lines[at] = attrs.evolve(lines[at], words=(*lines[at].words, *_stuck(lines[at].words, line.words)))
    return attrs.evolve(cell, lines=tuple(lines), column_span=cell.column_span + piece.column_span, repaired=True)


def _stuck(before: Sequence[Word], words: Sequence[Word]) -> Sequence[Word]:
    """The words behind a divider, the first of them glued where the divider cut it."""
    if not before or not words:
        return words
    last, first = before[-1].text, words[0].text
    tail, head = _TAIL.search(last), _HEAD.match(first)
    if tail is not None and head is not None:
        glued = _is_cut(tail[0], head[0]) or (head[0][0].islower() and not _are_words(tail[0], head[0]))
    else:
        glued = first[0] in _GOING_ON or last[-1] in _GLUED or (last[-1].isdigit() and first.isdigit())
    return (attrs.evolve(words[0], glued=True), *words[1:]) if glued else words
