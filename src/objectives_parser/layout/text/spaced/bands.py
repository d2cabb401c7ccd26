"""Lines that name the rows below them and stand in the first column alone, as a drawn table shades them from side to
side.

Milestone                                Due        Owner
Walking
Build a path along all four quays        May 2031   Streets
Cycling
Paint lanes on the ring road             June 2031  Streets
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from objectives_parser.document import Line, Word
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.ends import SURE, is_label
from objectives_parser.layout.text.spaced.rows import x0, x1
from objectives_parser.layout.wrapping import is_bullet, wants_more
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import heading_role, is_imperative, printed_label

LONGEST, LEAST = 6, 2
SHORTER = 2
"""How much longer than the names the statements below them usually are, in words."""
Cells = Sequence[Sequence[tuple[Word, ...]]]


def bands(cells: Cells, blanks: Sequence[int], items: frozenset[int]) -> frozenset[int]:
    """The lines of a table that name the rows below them: short, alone, each over a row that begins with the first
    column; all lines that begin a cell of the first column alone are such ones. Between counted ``items`` one is
    enough, elsewhere two are, or a label (`Strategy 2`)."""
    full = max((_width(line[0]) for line in cells if line[0]), default=0)
    begun = [at for at, line in enumerate(cells) if line[0] and _begins(cells, blanks, at, full)]
    lone = [at for at in begun if not any(cells[at][1:])]
    said = [at for at in lone if _names_kind(_text(cells[at][0])) and (not at or blanks[at])]
    if len(said) >= LEAST:
        return frozenset(said)
    if not lone or not all(at not in items and _names(cells, at, full, items) for at in lone):
        return frozenset()
    others = [sum(len(line[0]) for line in cells[a:b]) for a, b in pairwise([*begun, len(cells)]) if a not in lone]
    longest = max(len(cells[at][0]) for at in lone)
    told = bool(items) or all(is_label(_text(cells[at][0])) for at in lone)
    if told or (len(lone) >= LEAST and median(others) >= SHORTER * longest):
        return frozenset(lone)
    return frozenset()


def _names_kind(text: str) -> bool:
    """`Capability objectives`: what the rows below state, wherever in its row a subject stands; or `Objective 2.1`, a
    label and nothing else."""
    label = printed_label(text)
    if label is not None and label.kind == "word" and label.number is not None and label.end >= len(text):
        return True
    role = heading_role(text)
    return role is not None and role.role in STATEMENTS and role.strength >= SURE and len(text.split()) <= LONGEST


def _begins(cells: Cells, blanks: Sequence[int], at: int, full: int) -> bool:
    """Whether a cell of the first column begins with a line: it stands apart from the one above, or its first word
    would have had room there."""
    if cells[at][0][0].text[:1].islower():
        return False
    above = cells[at - 1][0] if at else ()
    if not above or blanks[at]:
        return True
    return not wants_more(Line(above)) and _width(above) + _width(cells[at][0][:1]) + 1 < full


def _names(cells: Cells, at: int, full: int, items: frozenset[int]) -> bool:
    """Whether a lone line may name the row below it, which is counted, or whose first word would have had room behind
    it."""
    words, below = cells[at][0], cells[at + 1 : at + 2]
    text = _text(words)
    if len(words) > LONGEST or text[-1] in ".;,:" or is_bullet(words[0]) or wants_more(Line(words)):
        return False
    if is_imperative(text) or not below or not below[0][0] or not any(below[0][1:]):
        return False
    first = below[0][0]
    room = at + 1 in items or _width(words) + _width(first[:1]) + 1 < full
    return room and not first[0].text[:1].islower()


def _width(words: Sequence[Word]) -> int:
    return x1(words[-1]) - x0(words[0]) if words else 0


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
