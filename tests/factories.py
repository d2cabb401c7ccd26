"""Documents in a line, for tests that need words and blocks but no file."""

from __future__ import annotations

import cProfile
import pstats
import time
from collections.abc import Callable, Sequence

from objectives_parser.document import Block, Cell, Document, Heading, Line, Paragraph, Table, Word


class Text:
    """A text in the making: each call adds words to it and returns what they form."""

    def __init__(self) -> None:
        self.text = ""

    def line(self, words: str) -> Line:
        placed = []
        for word in words.split():
            self.text += " " if self.text and self.text[-1] != "\n" else ""
            placed.append(Word(text=word, start=len(self.text), end=len(self.text) + len(word), page=1))
            self.text += word
        self.text += "\n"
        return Line(tuple(placed))

    def heading(self, words: str, level: int = 1) -> Heading:
        return Heading(lines=(self.line(words),), level=level)

    def paragraph(self, *lines: str) -> Paragraph:
        return Paragraph(lines=tuple(map(self.line, lines)))

    def table(self, *rows: Sequence[str]) -> Table:
        cells = tuple(
            Cell(row=number, column=column, lines=(self.line(words),), header=number == 0, page=1)
            for number, row in enumerate(rows)
            for column, words in enumerate(row)
            if words
        )
        return Table(cells=cells, rows=len(rows), columns=max(map(len, rows)), pages=(1,))

    def document(self, *blocks: Block) -> Document:
        return Document(name="made.txt", media_type="text/plain", text=self.text, page_count=1, blocks=blocks)


def work(task: Callable[[], object]) -> int:
    """How many calls a task makes: what it costs, told without a clock."""
    profile = cProfile.Profile()
    profile.enable()
    task()
    profile.disable()
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def is_done_within(limit: float, task: Callable[[], object]) -> bool:
    """Whether a task takes less than a limit, in seconds of processor time, at one of three tries.

    A busy machine is slow now and then, and the first try compiles what later ones only ask for; a pattern that
    backtracks badly is slow each time.
    """
    return any(seconds(task) < limit for _ in range(3))


def seconds(task: Callable[[], object]) -> float:
    """The processor time a task takes."""
    begun = time.process_time()
    task()
    return time.process_time() - begun
