"""The names of paragraphs and cells in files that have no pages: "paragraph 12", "table 2, row 3, column 1"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from objectives_parser.readers.composing import Scribe


class Whereabouts:
    """Counts a text's paragraphs and tables as they are written, and tells the scribe where each word stands.

    Paragraphs outside of tables count from 1, empty ones too, as Word's own object model counts them; tables likewise,
    those inside of a table's cells not counted.
    """

    def __init__(self, scribe: Scribe) -> None:
        self._scribe = scribe
        self._paragraphs = 0
        self._tables = 0
        self._depth = 0

    def paragraph(self) -> None:
        """Another paragraph begins."""
        if not self._depth:
            self._paragraphs += 1
            self._scribe.place = f"paragraph {self._paragraphs}"

    def cell(self, row: int, column: int) -> None:
        """Another cell of the outermost table begins; rows and columns from 0."""
        if self._depth == 1:
            self._scribe.place = f"table {self._tables}, row {row + 1}, column {column + 1}"

    @contextmanager
    def table(self) -> Iterator[None]:
        """Inside a table."""
        self._depth += 1
        self._tables += self._depth == 1
        yield
        self._depth -= 1

    @contextmanager
    def aside(self, name: str) -> Iterator[None]:
        """Inside what stands apart from the text: a note, a page's head."""
        self._depth += 2
        self._scribe.place = name
        yield
        self._depth -= 2
