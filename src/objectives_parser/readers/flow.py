"""Paragraphs as they come → blocks of a page or lines of a cell: the step that all marked-up formats share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

import attrs

from objectives_parser.document import Block, Furniture, Heading, Line, ListItem, Paragraph
from objectives_parser.readers.composing import BLOCK_GAP, LINE_GAP, WORD_GAP, Pen, Run, tokens

Role: TypeAlias = Literal["paragraph", "heading", "item", "furniture"]


@attrs.frozen(kw_only=True)
class Manner:
    """What a paragraph is: a heading of a ``level`` from 1, a list item of a ``level`` from 0 with its ``marker``, …;
    ``kind`` is the furniture's."""

    role: Role = "paragraph"
    level: int = 0
    marker: str = ""
    kind: str = "running"


PLAIN = Manner()


class Flow:
    """Gathers runs into lines and lines into paragraphs, and hands each paragraph on when it ends."""

    def __init__(self, pen: Pen, done: Callable[[Manner, tuple[Line, ...], int], None], gap: str) -> None:
        self._pen = pen
        self._done = done
        self._gap = gap
        self._runs: list[Run] = []
        self._lines: list[Line] = []
        self._manners: list[Manner] = [PLAIN]
        self._begins = True
        self._marked = 0
        self._only_links = True

    @property
    def manner(self) -> Manner:
        """What the paragraph being written is."""
        return self._manners[-1]

    def enter(self, manner: Manner) -> None:
        """What follows, up to ``leave``, is of this manner; a furniture's inside stays furniture, but for the headings
        of a page's banner, which hold the title."""
        self.end_paragraph()
        within = self.manner
        title = within.kind == "banner" and manner.role == "heading"
        stays = within.role == "furniture" and manner.role != "furniture" and not title
        self._manners.append(within if stays else manner)

    def leave(self) -> None:
        """Back to the manner around."""
        self.end_paragraph()
        if len(self._manners) > 1:
            self._manners.pop()

    def add(self, run: Run) -> None:
        """A run joins the line."""
        self._runs.append(run)

    def end_line(self) -> None:
        """The line ends: the format states a new one, which is not only wrapped."""
        self._write_line()
        self._begins = True

    def end_paragraph(self) -> None:
        """The paragraph, if there is one, is handed on."""
        self._write_line()
        if self._lines:
            self._done(self._settled(), tuple(self._lines), self._marked)
            self._after_first()
        self._lines, self._marked, self._begins, self._only_links = [], 0, True, True
        self._pen.part(self._gap)

    def _settled(self) -> Manner:
        """A paragraph of nothing but links to places on the same page belongs to its contents, or leads to its top."""
        if self._only_links and self.manner.role in ("paragraph", "item"):
            return Manner(role="furniture", kind="contents")
        return self.manner

    def _write_line(self) -> None:
        if not any(run.text.strip() for run in self._runs):
            self._runs = []
            return
        manner = self.manner
        self._only_links = self._only_links and all(run.inner_link or not run.text.strip() for run in self._runs)
        if not self._lines and manner.marker:
            self._mark(manner)
        line = self._pen.line(self._runs, begins=self._begins, indent=manner.level if manner.role == "item" else 0)
        self._runs = []
        if line:
            self._lines.append(line)
        self._begins = False

    def _mark(self, manner: Manner) -> None:
        """The marker goes before the item's first words, where the document's text is ours to compose."""
        if self._pen.composes:
            marker = Run(text=manner.marker)
            self._marked = sum(1 for _ in tokens([marker]))
            self._runs.insert(0, attrs.evolve(marker, text=marker.text + WORD_GAP))

    def _after_first(self) -> None:
        """The second paragraph of an item explains the first: it is no item of its own."""
        if self.manner.role == "item":
            self._manners[-1] = attrs.evolve(self.manner, role="paragraph", marker="")


def block_of(manner: Manner, lines: tuple[Line, ...], marked: int) -> Block:
    """A paragraph of a page as the block that its manner says."""
    match manner.role:
        case "heading":
            return Heading(lines=lines, level=max(manner.level, 1))
        case "item":
            return ListItem(lines=lines, marker=marked, level=manner.level)
        case "furniture":
            return Furniture(lines=lines, kind=manner.kind)
        case "paragraph":
            return Paragraph(lines=lines)


def page_flow(pen: Pen, blocks: list[Block]) -> Flow:
    """A flow whose paragraphs become blocks of the page."""
    return Flow(pen, lambda manner, lines, marked: blocks.append(block_of(manner, lines, marked)), BLOCK_GAP)


def story_of(pen: Pen, write: Callable[[Flow, list[Block]], None]) -> list[Block]:
    """The blocks of what is written as the running text of a page."""
    blocks: list[Block] = []
    flow = page_flow(pen, blocks)
    write(flow, blocks)
    flow.end_paragraph()
    return blocks


def aside_of(pen: Pen, manner: Manner, write: Callable[[Flow, list[Block]], None]) -> list[Block]:
    """The blocks of what is written apart from the running text."""
    blocks: list[Block] = []
    flow = page_flow(pen, blocks)
    flow.enter(manner)
    write(flow, blocks)
    flow.leave()
    return blocks


def cell_flow(pen: Pen, lines: list[Line]) -> Flow:
    """A flow whose paragraphs become lines of a cell; each paragraph, item and stated break begins anew."""

    def done(manner: Manner, more: tuple[Line, ...], marked: int) -> None:
        unwritten = manner.role == "item" and not marked
        lines.extend((attrs.evolve(more[0], item=True), *more[1:]) if unwritten else more)

    return Flow(pen, done, LINE_GAP)
