"""One sayable thing: its lines, its marker, its words; and how statements are cut and put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

import attrs

from objectives_parser.document import Line, Word
from objectives_parser.frozen import note
from objectives_parser.hyphens import rejoined
from objectives_parser.sentences import sentence_starts

_HYPHENS = "-‐\u00ad"


@attrs.frozen(eq=False)
class Statement:
    """One sayable thing: its lines (words that stand on one printed line), its list marker, and the words of the
    lead-in that it completes, which are another statement's or nobody's. ``title`` is the short line of the cell that
    groups it with its sisters (`(Transport)`, a line in bold) and is no part of it. ``item`` says that the format calls
    it a list item, whether or not it writes the marker."""

    lines: tuple[tuple[Word, ...], ...]
    marker: tuple[Word, ...] = ()
    lead: tuple[Word, ...] = ()
    title: tuple[Word, ...] = ()
    item: bool = False
    _words: tuple[Word, ...] | None = attrs.field(init=False, default=None, repr=False)
    _text: str | None = attrs.field(init=False, default=None, repr=False)
    _starts: list[int] | None = attrs.field(init=False, default=None, repr=False)

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list."""
        return self.item or bool(self.marker)

    @property
    def words(self) -> tuple[Word, ...]:
        if self._words is None:
            note(self, "_words", self.lines[0] if len(self.lines) == 1 else tuple(chain.from_iterable(self.lines)))
        return self._words  # type: ignore[return-value]

    @property
    def text(self) -> str:
        if self._text is None:
            note(self, "_text", text_of(self.lines))
        return self._text  # type: ignore[return-value]

    @property
    def bold(self) -> bool:
        """Whether all of it is printed in bold: more than an emphasis in running text."""
        return all(word.bold for word in self.words)

    @property
    def starts(self) -> list[int]:
        """The positions of the words that begin a sentence, the first word's left out."""
        if self._starts is None:
            note(self, "_starts", sentence_starts([word.text for word in self.words]))
        return self._starts  # type: ignore[return-value]


_DASHES = frozenset("-‐–")


def text_of(lines: Iterable[Sequence[Word]]) -> str:
    """The words in reading order, one space between them, a word broken at a line's end joined."""
    text = ""
    for line in lines:
        printed = "".join(
            [word.text if word.glued else f" {word.text}" for word in line if not word.superscript]
        ).strip()
        if not text:
            text = printed
        elif text[-1] in _HYPHENS and text[-2:-1].isalpha() and printed[:1].isalpha():
            text = rejoined(text, printed)
        elif text[-1] in _DASHES and text[-2:-1].isalnum() and printed[:1].isdigit():
            text += printed  # `B-` / `1`, `2026–` / `2030`
        elif printed:
            text = f"{text} {printed}"
    return text.replace("\u00ad", "") if "\u00ad" in text else text


def block_statement(lines: Sequence[Line], marker: int = 0, *, item: bool = False) -> Statement:
    """A heading's, paragraph's or list item's lines as one statement."""
    return _statement(tuple(lines), marker, item)


@lru_cache(maxsize=2048)
def _statement(lines: tuple[Line, ...], marker: int, item: bool) -> Statement:
    """Several recognizers look at each block, in turn, and its text is put together once for all of them."""
    first = lines[0].words
    rest = [first[marker:], *[line.words for line in lines[1:]]]
    return Statement(tuple([line for line in rest if line]), marker=first[:marker], item=item)


def forget() -> None:
    """Let the blocks' statements go, with the words that they hold."""
    _statement.cache_clear()


def titled(statement: Statement) -> Statement:
    """The statement's bold title alone, where a longer explanation in plain type follows it."""
    words = statement.words
    count = next((at for at, word in enumerate(words) if not word.bold), len(words))
    if count < 3 or len(words) - count < 20:
        return statement
    lines: list[tuple[Word, ...]] = []
    for line in statement.lines:
        lines.append(line[:count])
        count -= len(lines[-1])
    return attrs.evolve(statement, lines=tuple(line for line in lines if line))


def cut_at(statement: Statement, cuts: Sequence[int]) -> tuple[Statement, ...]:
    """The statement in parts that begin at its first word and at those positions."""
    bounds = [0, *cuts, len(statement.words)]
    parts: list[Statement] = []
    for begin, end in pairwise(bounds):
        lines: list[tuple[Word, ...]] = []
        at = 0
        for line in statement.lines:
            piece = line[max(0, begin - at) : max(0, end - at)]
            if piece:
                lines.append(piece)
            at += len(line)
        parts.append(Statement(tuple(lines), marker=statement.marker if begin == 0 else ()))
    return tuple(parts)


def merged(statements: Sequence[Statement]) -> Statement:
    lines = tuple(line for statement in statements for line in statement.lines)
    return Statement(lines, marker=statements[0].marker)
