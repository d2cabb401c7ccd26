"""HTML inside Markdown: laid out as HTML, while its words stay slices of the Markdown file.

Each word is written into the HTML as one sign of Unicode's private planes, and read back as the word it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Block, Line, Word
from objectives_parser.readers.composing import Run, tokens
from objectives_parser.readers.html import parse, write
from objectives_parser.readers.limits import Limits
from objectives_parser.readers.markdown.inline import inline

FIRST_SIGN = 0xF0000
MAX_WORDS = 0x10FFFD - FIRST_SIGN
TAG = re.compile(r"<(?:(!--)|(script|style)\b)|<[^<>]{1,5000}>", re.IGNORECASE)
SCRIPT_END = re.compile(r"</(?:script|style)[^<>]{0,100}>", re.IGNORECASE)
ITEM_IN_CELL = re.compile(r"^[ \t]*[-*+•][ \t]")


class Finder:
    """Finds the words again that private signs stand for."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self.composes = False

    def part(self, gap: str) -> None:
        """Gaps are the source's own."""

    def line(self, runs: Sequence[Run], *, begins: bool | None = None, indent: int = 0) -> Line | None:
        """The words of the runs as one line."""
        words: list[Word] = []
        for token in tokens(runs):
            for position, sign in enumerate(token.text):
                if FIRST_SIGN <= ord(sign) < FIRST_SIGN + len(self._words):
                    words.append(self._word(sign, token.style, glued=position > 0 or token.glued))
        return Line(words=tuple(words), begins=begins, indent=indent) if words else None

    def _word(self, sign: str, style: Run, glued: bool) -> Word:
        word = self._words[ord(sign) - FIRST_SIGN]
        return attrs.evolve(
            word,
            bold=word.bold or style.bold,
            italic=word.italic or style.italic,
            superscript=word.superscript or style.superscript,
            glued=glued,
        )


def island_blocks(source: str, start: int, end: int, name: str, limits: Limits) -> list[Block]:
    """The blocks of the HTML between two places of the source."""
    words: list[Word] = []
    parts: list[str] = []
    at = start
    for first, last, tag in _unsaid(source, start, end):
        parts.append(_signs(source, at, first, words))
        parts.append(tag)
        at = last
    parts.append(_signs(source, at, end, words))
    root = parse("".join(parts)) if words and len(words) < MAX_WORDS else None
    return [] if root is None else write(root, Finder(words), name, limits)


def _unsaid(source: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where tags, comments and scripts stand, each with the tag that the HTML is to keep of it."""
    at = start
    closers = {"!--": True, "script": True}
    while match := TAG.search(source, at, end):
        kind = "!--" if match.group(1) else "script" if match.group(2) else ""
        last = match.end()
        if kind and closers[kind]:
            closed = _closed(source, match.end(), end, kind)
            closers[kind] = closed >= 0
            last = max(closed, last)
        yield match.start(), last, "" if kind else match.group()
        at = last


def _closed(source: str, start: int, end: int, kind: str) -> int:
    """The place after what closes a comment or a script; -1 where nothing does."""
    if kind == "!--":
        found = source.find("-->", start, end)
        return found + 3 if found >= 0 else -1
    match = SCRIPT_END.search(source, start, end)
    return match.end() if match else -1


def _signs(source: str, start: int, end: int, words: list[Word]) -> str:
    """Text between two tags with a private sign for each word; a Markdown list inside begins its items anew."""
    parts: list[str] = []
    at = start
    for line in inline(source, _spans(source, start, end)).lines:
        for word in line.words:
            parts.append(_gap(source, at, word, bool(parts)))
            parts.append(chr(FIRST_SIGN + len(words)))
            words.append(word)
            at = word.end
    tail = " " if source[at:end].strip("\r\n\t ") != source[at:end] else ""
    return "".join(parts) + tail


def _gap(source: str, at: int, word: Word, follows: bool) -> str:
    between = source[at : word.start]
    line_start = between.rpartition("\n")[2]
    if follows and "\n" in between and ITEM_IN_CELL.match(f"{line_start}{word.text} "):
        return "<br>"
    parted = between[:1].isspace() or between[-1:].isspace()
    return " " if parted and not word.glued else ""


def _spans(source: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    at = start
    for match in re.finditer(r"\r\n|\n|\r", source[start:end]):
        spans.append((at, start + match.start()))
        at = start + match.end()
    return [*spans, (at, end)]
