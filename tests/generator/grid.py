"""A table set in columns of a fixed width, row after row, page after page: what the pipelines looked at."""

from __future__ import annotations

import textwrap

import attrs
from reportlab.pdfbase.pdfmetrics import stringWidth


@attrs.frozen(kw_only=True)
class Passage:
    """One statement in a cell: the record it states and its printed text."""

    record: str
    text: str


@attrs.frozen(kw_only=True)
class Ink:
    """One printed line of a passage."""

    record: str
    text: str
    first: bool
    last: bool


@attrs.frozen(kw_only=True)
class Row:
    """One row: its cells by column kind. ``header`` rows hold their texts as passages of no record. The
    passages of the ``spread`` column are dealt out over the pages where the row is cut."""

    cells: dict[str, tuple[Passage, ...]]
    header: bool = False
    spread: str | None = None


@attrs.frozen(kw_only=True)
class Piece:
    """The part of a row that stands on one page: printed lines by column, None where a line is empty there."""

    row: Row
    index: int
    columns: dict[str, tuple[Ink | None, ...]]
    begins: bool
    ends: bool

    @property
    def height(self) -> int:
        return max((len(lines) for lines in self.columns.values()), default=0)


def broken(text: str, width: int, typeset: bool) -> list[str]:
    """The text in lines of so many letters, or as wide as so many average letters of a common face."""
    if not typeset:
        return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    lines: list[str] = []
    for word in text.split(" "):
        if lines and stringWidth(f"{lines[-1]} {word}", "Helvetica", 10) <= 5.0 * width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [line.strip() for line in lines if line.strip()]


def inks(passages: tuple[Passage, ...], width: int, typeset: bool) -> list[Ink]:
    """The printed lines of a cell."""
    out = []
    for passage in passages:
        lines = broken(passage.text, width, typeset)
        out += [
            Ink(record=passage.record, text=line, first=i == 0, last=i == len(lines) - 1)
            for i, line in enumerate(lines)
        ]
    return out


def paginate(
    rows: list[Row], widths: dict[str, int], height: int, centred: set[str], cuts: bool, typeset: bool = False
) -> list[list[Piece]]:
    """The rows on pages of so many lines. Rows are cut at the page's end where that is allowed and leaves three lines
    on either side; ``centred`` columns stand in the vertical middle of what the page shows of their row."""
    pages: list[list[Piece]] = [[]]
    left = height
    for index, row in enumerate(rows):
        columns: dict[str, list[Ink | None]] = {
            kind: list(inks(cell, widths[kind], typeset)) for kind, cell in row.cells.items()
        }
        tall = max((len(lines) for lines in columns.values()), default=1)
        if row.header and left < 8:
            pages.append([])
            left = height
        begins = True
        while tall > left and not row.header:
            fits = cuts and left >= 4 and tall - left >= 3
            if fits:
                kept = {k: _kept(v, left, k == row.spread) for k, v in columns.items()}
                pages[-1].append(
                    _piece(row, index, {k: v[: kept[k]] for k, v in columns.items()}, centred, begins, False)
                )
                columns = {k: v[kept[k] :] for k, v in columns.items()}
                tall, begins = max(len(v) for v in columns.values()), False
            elif not pages[-1]:
                break
            pages.append([])
            left = height
        pages[-1].append(_piece(row, index, columns, centred, begins, True))
        left -= max(1, tall)
        if left < 1:
            pages.append([])
            left = height
    return [page for page in pages if page]


def _kept(lines: list[Ink | None], left: int, spread: bool) -> int:
    """How many of a cell's lines stay on the page; of a spread cell only its first passage does."""
    if not spread:
        return min(left, len(lines))
    ends = [i + 1 for i, line in enumerate(lines) if line and line.last]
    return min(left, ends[0]) if ends else 0


def _piece(
    row: Row, index: int, columns: dict[str, list[Ink | None]], centred: set[str], begins: bool, ends: bool
) -> Piece:
    tall = max((len(v) for v in columns.values()), default=1)
    laid = {}
    for kind, lines in columns.items():
        above = (tall - len(lines)) // 2 if kind in centred and lines else 0
        laid[kind] = (None,) * above + tuple(lines) + (None,) * (tall - above - len(lines))
    return Piece(row=row, index=index, columns=laid, begins=begins, ends=ends)
