"""markdown-it's tokens → blocks whose words are found again in the lines that each token covers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import attrs

from objectives_parser.document import (
    Block,
    Furniture,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Word,
    block_lines,
    block_words,
)
from objectives_parser.layout.wrapped_cells import unwrapped
from objectives_parser.readers.limits import Clock, Limits
from objectives_parser.readers.markdown.broken import joined_items
from objectives_parser.readers.markdown.dashed import dashed_table
from objectives_parser.readers.markdown.grids import grid_table
from objectives_parser.readers.markdown.inline import Inline, Span, inline
from objectives_parser.readers.markdown.islands import island_blocks
from objectives_parser.readers.markdown.lines import (
    FENCE,
    INCLUDED,
    INCLUDED_LEVEL,
    WRAPPING,
    Region,
    plain_lines,
)
from objectives_parser.readers.markdown.pipes import pipe_table
from objectives_parser.readers.markdown.source import SourceLine

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

QUOTE_OR_INDENT = re.compile(r"[ \t>]*")
ITEM_MARKER = re.compile(
    r"[ \t>]*([-*+•▪◦‣·●○■▶►➢➤❖◆✓✔✅](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|[•●▪■◦‣▶➢❖◆➔](?=[^\W\d_]))"
)
BOLD_NAME = re.compile(r"(\*\*|__)[^\W\d_][^*_:]{1,40}(?::\1|\1:)(?=\s|$)")
HASHES = re.compile(r"[ \t>]*#{1,6}[ \t]*")
CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$")
REGION = re.compile(r"[ \t]*<!--(\d+)-->")
MAX_NESTING = 100
WIDEST_WRAPPED = 130
SPEAKING = frozenset({"heading_open", "paragraph_open", "fence", "html_block"})
SAYING = re.compile(r"[^\W_]")


@cache
def _parser() -> MarkdownIt:
    """Only what tells blocks apart: indented code is prose that somebody indented, tables and inlines are ours."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).disable(["code", "reference"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


@attrs.define(kw_only=True)
class _Item:
    """The list item being read: its level, its marker, and whether it has said something yet."""

    level: int
    marker: Word | None
    said: bool = False


class Builder:
    """Reads one file's tokens in order."""

    def __init__(
        self, source: str, lines: Sequence[SourceLine], apart: Sequence[Region], name: str, limits: Limits
    ) -> None:
        self._source = source
        self._lines = lines
        self._apart = apart
        self._name = name
        self._limits = limits
        self._items: list[_Item] = []
        self._lists: list[tuple[int, bool]] = []
        self._blocks: list[Block] = []
        self._inner_links: set[int] = set()
        self._marked_until: dict[int, int] = {}
        self._covered: set[int] = set()
        self._unwrapped = any(len(line.text) > WIDEST_WRAPPED and "|" not in line.text for line in lines)

    def blocks(self) -> list[Block]:
        """The file's blocks without its front matter."""
        text = "\n".join(plain_lines(self._lines, self._apart))
        clock = Clock(self._name, self._limits)
        for token in _parser().parse(text):
            clock.tick()
            self._take(token)
        self._rest()
        in_order = sorted(self._blocks, key=lambda block: next(block_words(block)).start)
        return joined_items(unwrapped(in_order))

    def _rest(self) -> None:
        """Lines that no token covers, such as those nested deeper than any reader can tell, are paragraphs."""
        apart = {number for region in self._apart for number in range(region.first, region.last)}
        for number, line in enumerate(self._lines):
            if number not in self._covered and number not in apart and SAYING.search(line.text):
                found = inline(self._source, [(line.start, line.end)])
                if found.lines and not WRAPPING.match(line.text):
                    self._blocks.append(Paragraph(lines=found.lines))

    def _take(self, token: Token) -> None:
        if token.map and token.type in SPEAKING:
            self._covered.update(range(*token.map))
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append((len(self._blocks), True))
            case "bullet_list_close" | "ordered_list_close":
                self._end_list()
            case "list_item_open":
                self._items.append(self._item(token))
            case "list_item_close":
                self._items.pop()
            case "heading_open":
                self._heading(token)
            case "paragraph_open":
                spans = list(self._spans(token))
                own = self._own_lines(token) if self._items else len(spans)
                self._say(inline(self._source, spans[:own]))
                if own < len(spans):
                    self._beside(inline(self._source, spans[own:]))
            case "fence" | "html_block":
                self._verbatim(token)

    def _own_lines(self, token: Token) -> int:
        """How many lines of a paragraph are the list item's: a line at the margin that begins with a bold name and a
        colon (`**Owner:** Parks` right under the last bullet) was meant to stand under the list; so was one with a
        capital (`Read the whole plan`) in a file whose lines nobody has wrapped."""
        first, last = token.map or (0, 0)
        for number in range(first + 1, last):
            text = self._lines[number].text
            if BOLD_NAME.match(text) or (self._unwrapped and text[:1].isupper()):
                return number - first
        return last - first

    def _beside(self, found: Inline) -> None:
        """Lines under a list, each a paragraph that a bold name begins; each one where nobody has wrapped lines."""
        lines = [(at, line.words[0]) for at, line in enumerate(found.lines) if at and line.words]
        begun = [at for at, word in lines if word.bold or (self._unwrapped and word.text[:1].isupper())]
        for begin, end in itertools.pairwise([0, *begun, len(found.lines)]):
            self._blocks.append(Paragraph(lines=found.lines[begin:end]))

    def _end_list(self) -> None:
        """A list of nothing but links to places on the same page is its table of contents."""
        first, _ = self._lists.pop()
        if self._lists:
            return
        made = self._blocks[first:]
        if len(made) > 1 and all(id(block) in self._inner_links for block in made):
            self._blocks[first:] = [Furniture(lines=tuple(block_lines(block)), kind="contents") for block in made]

    def _item(self, token: Token) -> _Item:
        marker = self._marker(token.map[0]) if token.map else None
        return _Item(level=len(self._lists) - 1, marker=marker)

    def _marker(self, number: int) -> Word | None:
        """The marker's own word in its line; two lists that begin in one line have two."""
        line = self._lines[number]
        at = self._marked_until.get(number, 0)
        match = ITEM_MARKER.match(line.text, at)
        if not match:
            return None
        self._marked_until[number] = match.end()
        start = line.start + match.start(1)
        return Word(text=match.group(1), start=start, end=start + len(match.group(1)))

    def _spans(self, token: Token) -> Iterator[Span]:
        """The token's lines without what its containers put before them."""
        first, last = token.map or (0, 0)
        for number in range(first, last):
            line = self._lines[number]
            match = QUOTE_OR_INDENT.match(line.text, self._marked_until.get(number, 0))
            yield line.start + (match.end() if match else 0), line.end

    def _heading(self, token: Token) -> None:
        spans = list(self._spans(token))
        if token.markup.startswith("#"):
            start, end = spans[0]
            text = self._source[start:end]
            hashes = HASHES.match(text)
            closing = CLOSING_HASHES.search(text)
            spans = [(start + (hashes.end() if hashes else 0), start + closing.start() if closing else end)]
        else:
            spans = spans[:-1]
        found = inline(self._source, spans)
        if found.lines:
            self._blocks.append(Heading(lines=found.lines, level=int(token.tag[1:])))

    def _say(self, found: Inline) -> None:
        """A paragraph, which is a list item's if it is the first in one."""
        if not found.lines:
            return
        item = self._items[-1] if self._items else None
        if found.leads_within and item is None and len(found.lines) > 1:
            self._blocks.append(Furniture(lines=found.lines, kind="contents"))
            return
        block: Block = Paragraph(lines=found.lines)
        if item and not item.said:
            item.said = True
            block = ListItem(lines=_marked(found.lines, item.marker), marker=int(bool(item.marker)), level=item.level)
        self._blocks.append(block)
        if found.leads_within:
            self._inner_links.add(id(block))

    def _verbatim(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        match = REGION.match(token.content)
        if match and int(match.group(1)) < len(self._apart):
            self._blocks.extend(self._region(self._apart[int(match.group(1))]))
        elif token.type == "html_block" and last > first:
            start, end = self._lines[first].start, self._lines[last - 1].end
            self._blocks.extend(island_blocks(self._source, start, end, self._name, self._limits))
        elif token.type == "fence":
            closed = last - first > 1 and FENCE.match(self._lines[last - 1].text)
            inner = self._lines[first + 1 : last - 1 if closed else last]
            self._say(inline(self._source, [(line.start, line.end) for line in inner]))

    def _region(self, region: Region) -> Iterator[Block]:
        lines = self._lines[region.first : region.last]
        match region.kind:
            case "pipes":
                table = pipe_table(self._source, lines)
                if table:
                    yield table
            case "grid":
                table = grid_table(self._source, lines)
                if table:
                    yield table
            case "dashes":
                table = dashed_table(self._source, lines)
                if table:
                    yield table
            case "island":
                yield from island_blocks(self._source, lines[0].start, lines[-1].end, self._name, self._limits)
            case "include":
                yield from self._included(lines[0])
            case "note":
                found = inline(self._source, [(line.start, line.end) for line in lines])
                if found.lines:
                    yield Furniture(lines=found.lines, kind="footnote")
            case "front":
                return

    def _included(self, line: SourceLine) -> Iterator[Block]:
        """``{% include hx.html lvl=3 text="Purpose" %}`` prints its text, as a heading if it has a level."""
        match = INCLUDED.match(line.text)
        if not match:
            return
        group = 1 if match.group(1) else 2
        found = inline(self._source, [(line.start + match.start(group), line.start + match.end(group))])
        level = INCLUDED_LEVEL.search(line.text)
        if found.lines and level:
            yield Heading(lines=found.lines, level=int(level.group(1)))
        elif found.lines:
            yield Paragraph(lines=found.lines)


def _marked(lines: tuple[Line, ...], marker: Word | None) -> tuple[Line, ...]:
    if marker is None:
        return lines
    first = attrs.evolve(lines[0], words=(marker, *lines[0].words))
    return (first, *lines[1:])
