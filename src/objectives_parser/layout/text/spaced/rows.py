"""Physical lines of a page that blanks lay out: their runs of words, and whether a text is laid out so at all."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from operator import or_

import attrs

from objectives_parser.document import GRID_X, Line, Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.wrapping import BULLETS, NUMBERED, is_bullet

WIDE = 3
"""From this many blanks on, the words on both sides are parted for sure; two may stand behind a full stop."""
FEWEST_LAID = 3
SHARE_LAID = 0.03
SHARE_INDENTED = 0.3
FEWEST_PRINTED = 20
EMPTY = 10
LONE_BLANKS = 3
FEWEST_EVEN = 3
WIDEST_LINE = 125
"""Characters: as many as a printed line of small type holds across a page set sideways."""
STRAY_TABS = 20
"""A tab that a converter left inside a line says nothing where so many more lines are laid out otherwise."""


@attrs.frozen(eq=False)
class Run:
    """Words that single blanks part; from character column ``low`` to before ``high``."""

    words: tuple[Word, ...]
    low: int
    high: int

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@attrs.frozen(kw_only=True, eq=False)
class Row:
    """One physical line. ``y`` counts lines from the top of its page; ``blanks`` the empty lines before it, ``top``
    says that it is the first of its page, ``fresh`` that moreover the page before ended early."""

    number: int
    page: int
    y: int
    runs: tuple[Run, ...]
    blanks: int = 0
    top: bool = False
    fresh: bool = False

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for run in self.runs for word in run.words)

    @cached_property
    def text(self) -> str:
        return " ".join(run.text for run in self.runs)

    @property
    def goes_on(self) -> bool:
        """Whether the line begins inside a sentence, right under another."""
        return not self.blanks and self.runs[0].words[0].text[0].islower()

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the words begin."""
        return tuple(map(x0, self.words))

    @cached_property
    def inside(self) -> int:
        """The columns inside words, more than a character behind their beginnings, as bits."""
        return reduce(or_, ((1 << x1(word)) - (1 << low + 2) for word, low in self._long), 0)

    @property
    def _long(self) -> Iterator[tuple[Word, int]]:
        return ((word, low) for word, low in zip(self.words, self.starts, strict=True) if x1(word) > low + 2)

    @property
    def line(self) -> Line:
        return Line(self.words)

    @property
    def low(self) -> int:
        return self.runs[0].low

    @property
    def high(self) -> int:
        return self.runs[-1].high


def x0(word: Word) -> int:
    """The character column in which the word begins."""
    return round(word.bbox[0] / GRID_X) if word.bbox else 0


def x1(word: Word) -> int:
    """The character column behind the word."""
    return round(word.bbox[2] / GRID_X) if word.bbox else 0


def run_of(words: Sequence[Word]) -> Run:
    return Run(tuple(words), x0(words[0]), x1(words[-1]))


def runs_of(words: Sequence[Word]) -> tuple[Run, ...]:
    """A line's words → runs. The room behind a list marker, or two blanks behind a full stop, part nothing."""
    runs: list[list[Word]] = []
    even = _justified(words)
    for at, word in enumerate(words):
        if runs and (at in even or not _parted(runs[-1], word)):
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(run_of(run) for run in runs)


def _justified(words: Sequence[Word]) -> frozenset[int]:
    """The positions of the words before which two blanks part nothing: most words of the text have them, as lines
    filled to a margin are written (`compared  to  the  expected  growth`)."""
    rooms = [x0(after) - x1(before) for before, after in itertools.pairwise(words)]
    if rooms.count(2) < FEWEST_EVEN:
        return frozenset()
    even: list[int] = []
    for wide, group in itertools.groupby(range(1, len(words)), key=lambda at: rooms[at - 1] >= WIDE):
        text = list(group)
        twos = [at for at in text if rooms[at - 1] == 2]
        small = sum(words[at].text[0].islower() for at in twos)
        if not wide and len(twos) >= FEWEST_EVEN and 2 * len(twos) >= len(text) and 2 * small >= len(twos):
            even += twos
    return frozenset(even)


def _parted(run: Sequence[Word], word: Word) -> bool:
    room = x0(word) - x1(run[-1])
    if room < 2 or (len(run) == 1 and is_marker(run[0]) and room < 10):
        return False
    return room >= WIDE or not run[-1].text.endswith((".", "!", "?", ":"))


def is_marker(word: Word) -> bool:
    """A bullet glyph or `1.`, `(b)`, `iv)`; not a bare number, which may be a cell of its own."""
    text = word.text
    return (
        is_bullet(word)
        or all(char in BULLETS for char in text)
        or bool(NUMBERED.match(text) and not text[-1].isdigit())
    )


def page_rows(lines: Iterable[TextLine]) -> list[Row]:
    """The lines of one page that hold words."""
    rows: list[Row] = []
    blanks = 0
    for y, line in enumerate(lines):
        if not line.words:
            blanks += 1
            continue
        rows.append(Row(number=line.number, page=line.page, y=y, runs=runs_of(line.words), blanks=blanks, top=not rows))
        blanks = 0
    return rows


def is_laid_out(lines: Sequence[TextLine]) -> bool:
    """Whether a converter or printer laid the text out by blanks: no tabs, and on some lines words stand far apart, or
    pages are parted, or lines printed, and many lines indented."""
    full = [line for line in lines if line.words]
    if not full:
        return False
    parted = sum(_has_wide_gap(line.words) for line in full)
    if STRAY_TABS * sum(line.tabbed for line in full) > parted:
        return False
    if parted >= max(FEWEST_LAID, SHARE_LAID * len(full)):
        return True
    indented = sum(line.indent >= 2 for line in full) >= SHARE_INDENTED * len(full)
    return indented and (is_paged(lines) or is_printed(lines))


def is_paged(lines: Sequence[TextLine]) -> bool:
    """Whether form feeds part the text."""
    return lines[0].page != lines[-1].page and STRAY_TABS * sum(line.tabbed for line in lines) <= len(lines)


def is_printed(lines: Sequence[TextLine]) -> bool:
    """Whether lines end where those of a printed page did: none is longer than a page is wide, and either all are
    short or many go on in the next in small letters. Empty lines part them; what lost its bullets to lone blanks, or
    all its empty lines, was not left so by a printer."""
    full = [line for line in lines if line.words]
    if len(full) < FEWEST_PRINTED or STRAY_TABS * sum(line.tabbed for line in lines) > len(lines):
        return False
    lone, indented = (sum(low <= line.indent <= high for line in full) for low, high in ((1, 1), (2, WIDEST_LINE)))
    if EMPTY * (len(lines) - len(full)) < len(lines) or (lone >= LONE_BLANKS and lone > indented):
        return False
    longest = max(len(line.text) for line in full)
    going_on = sum(
        after.number == before.number + 1 and after.text[:1].islower() and before.text[-1:] not in ".:;!?"
        for before, after in itertools.pairwise(full)
    )
    return longest <= WIDEST_LINE or (longest <= 2 * WIDEST_LINE and 10 * going_on >= len(full))


def _has_wide_gap(words: Sequence[Word]) -> bool:
    if all(x0(b) - x1(a) < WIDE for a, b in itertools.pairwise(words)):
        return False
    runs = runs_of(words)
    return any(b.low - a.high >= WIDE for a, b in itertools.pairwise(runs))
