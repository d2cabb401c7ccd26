"""Short ways to draw a page for a test: text at a place, rules, fills."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Fill, Page, Ruling, Table, Word

SIZE = 10.0
LETTER = 5.0


class Sheet:
    """A page that is drawn step by step; ``page()`` is what a reader would make of it."""

    def __init__(self, number: int = 1, width: float = 600, height: float = 800) -> None:
        self._page = Page(number=number, width=width, height=height, words=())
        self._words: list[Word] = []
        self._rulings: list[Ruling] = []
        self._fills: list[Fill] = []

    def text(self, x: float, y: float, *lines: str, **style: object) -> Sheet:
        """Lines of words with their tops at y, y + 12, …; a letter is 5 points wide, a space 3."""
        for number, line in enumerate(lines):
            left = x
            for token in line.split():
                start = self._words[-1].end + 1 if self._words else 0
                top = y + 12 * number
                box = (left, top, left + LETTER * len(token), top + SIZE)
                word = Word(
                    text=token, start=start, end=start + len(token), page=self._page.number, bbox=box, size=SIZE
                )
                self._words.append(attrs.evolve(word, **style))
                left = box[2] + 3
        return self

    def across(self, y: float, x0: float, x1: float) -> Sheet:
        self._rulings.append(Ruling(x0=x0, x1=x1, top=y, bottom=y))
        return self

    def down(self, x: float, top: float, bottom: float) -> Sheet:
        self._rulings.append(Ruling(x0=x, x1=x, top=top, bottom=bottom))
        return self

    def fill(self, color: str, x0: float, top: float, x1: float, bottom: float) -> Sheet:
        self._fills.append(Fill(bbox=(x0, top, x1, bottom), color=color))
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Sheet:
        for y in ys:
            self.across(y, xs[0], xs[-1])
        for x in xs:
            self.down(x, ys[0], ys[-1])
        return self

    def page(self) -> Page:
        return attrs.evolve(
            self._page, words=tuple(self._words), rulings=tuple(self._rulings), fills=tuple(self._fills)
        )


def texts(table: Table) -> list[list[str]]:
    """The table's cells row by row, each where it begins."""
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell.text)
    return rows
