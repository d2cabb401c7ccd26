"""Runs of styled text → words, lines and the document's text, for formats whose text the reader itself puts together.

Words stand one space apart, lines one line end, cells of a row one tab, blocks one empty line, pages one form feed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import attrs

from objectives_parser.document import Line, Word
from objectives_parser.readers.raising import raised_part

WORD_GAP, CELL_GAP, LINE_GAP, BLOCK_GAP, PAGE_GAP = " ", "\t", "\n", "\n\n", "\f"
GAPS = (WORD_GAP, CELL_GAP, LINE_GAP, BLOCK_GAP, PAGE_GAP)

# Signs without width, which stand inside the words of web pages and hide them from every search: soft hyphen, marks.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\u200e\u200f\ufeff"))
# `●Maintain`: a bullet glued to its item is a word of its own
NON_BLANK = re.compile(r"[•●▪■◦‣▶➢❖◆➔](?=[^\W\d_])|\S+")


@attrs.frozen(kw_only=True)
class Run:
    """A stretch of text in one style, white space as in the source. ``inner_link`` leads to a place on this page."""

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    inner_link: bool = False
    size: float = 0.0
    color: str | None = None


@attrs.frozen(kw_only=True)
class Token:
    """A word before it has its place: its text, its style, whether it sticks to the token before it."""

    text: str
    style: Run
    glued: bool = False


class Pen(Protocol):
    """What writes runs down as lines of words: composing the document's text, or finding the words in it.

    ``composes`` says which; only a composed text can take the markers of lists, which no run holds."""

    @property
    def composes(self) -> bool: ...

    def line(self, runs: Sequence[Run], *, begins: bool | None = None, indent: int = 0) -> Line | None:
        """The runs as one line; None where they are blank."""

    def part(self, gap: str) -> None:
        """The next line is parted from what stands before it by at least this gap."""


class Scribe:
    """Composes the document's text line by line; each word knows where it went."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""
        self.page: int | None = None
        self.place: str | None = None
        self.composes = True

    @property
    def text(self) -> str:
        """All that was written so far."""
        return "".join(self._parts)

    def part(self, gap: str) -> None:
        """The widest gap asked for since the last word wins."""
        if not self._gap or GAPS.index(gap) > GAPS.index(self._gap):
            self._gap = gap

    def line(self, runs: Sequence[Run], *, begins: bool | None = None, indent: int = 0) -> Line | None:
        """The runs written down as one line, parted from the line before by a line end at least."""
        words = tuple(self._word(token) for token in tokens(runs))
        self.part(LINE_GAP)
        return Line(words=words, begins=begins, indent=indent) if words else None

    def _word(self, token: Token) -> Word:
        self._write("" if token.glued or not self._parts else self._gap or WORD_GAP)
        start = self._length
        self._write(token.text)
        self._gap = WORD_GAP
        return styled_word(token, token.text, start, page=self.page, place=self.place)

    def _write(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)


def styled_word(token: Token, text: str, start: int, page: int | None = None, place: str | None = None) -> Word:
    """The word that a token becomes at its place in the document's text."""
    style = token.style
    return Word(
        text=text,
        start=start,
        end=start + len(text),
        page=page,
        size=style.size,
        bold=style.bold,
        italic=style.italic,
        color=style.color,
        superscript=style.superscript,
        glued=token.glued,
        place=place,
    )


def tokens(runs: Iterable[Run]) -> Iterator[Token]:
    """The words of a line in the style that most of each has; a raised mark is a word of its own, stuck to its word."""
    before = ""
    for stretch, glued in _level_stretches(runs):
        joined = "".join(run.text for run in stretch)
        styles = _Styles(stretch)
        sticks = glued and joined[:1].strip() != ""
        for match in NON_BLANK.finditer(joined):
            style, text = styles.at(match), match.group()
            if style.superscript and sticks and match.start() == 0 and raised_part(before, text):
                style = attrs.evolve(style, superscript=False)
            yield Token(text=text, style=style, glued=sticks and match.start() == 0)
            before = text


def _level_stretches(runs: Iterable[Run]) -> Iterator[tuple[list[Run], bool]]:
    """Runs that stand on the same level, and whether each stretch follows the one before without white space."""
    stretch: list[Run] = []
    glued = False
    for run in _clean(runs):
        if stretch and stretch[-1].superscript != run.superscript and run.text.strip():
            yield stretch, glued
            glued = stretch[-1].text[-1:].strip() != ""
            stretch = []
        stretch.append(run)
    if stretch:
        yield stretch, glued


def _clean(runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        text = run.text.translate(UNSEEN)
        if text:
            yield run if text == run.text else attrs.evolve(run, text=text)


class _Styles:
    """The styles along a joined text: which run holds most of a match. Matches are asked for in order."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._ends: list[int] = []
        self._runs = runs
        end = 0
        for run in runs:
            end += len(run.text)
            self._ends.append(end)
        self._at = 0

    def at(self, match: re.Match[str]) -> Run:
        while self._ends[self._at] <= match.start():
            self._at += 1
        first = best = self._at
        covered = self._ends[first] - match.start()
        for later in range(first + 1, len(self._runs)):
            if self._ends[later - 1] >= match.end():
                break
            share = min(self._ends[later], match.end()) - self._ends[later - 1]
            if share > covered:
                best, covered = later, share
        return self._runs[best]
