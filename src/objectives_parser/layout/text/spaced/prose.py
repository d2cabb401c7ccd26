"""Text outside tables: the rows of a page in columns, and each column's lines as pieces (paragraphs, list items)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

import attrs

from objectives_parser import late as regex
from objectives_parser.document import GRID_X, GRID_Y, Furniture, Table
from objectives_parser.layout.columns import Item, columns
from objectives_parser.layout.text.spaced.beginnings import begins, is_named_under, is_next_caption, is_over_list
from objectives_parser.layout.text.spaced.bullets import with_own_bullets
from objectives_parser.layout.text.spaced.labelled import with_labels_joined
from objectives_parser.layout.text.spaced.line_ends import is_cell, is_text, line_ends
from objectives_parser.layout.text.spaced.rows import Row, Run
from objectives_parser.layout.text.spaced.strands import Strand, is_titled, marker_of
from objectives_parser.layout.text.spaced.unmarked import announces, unmarked_items

LONG = 40
"""Characters of a line of running text, at least."""
BROADEST, SEVERAL = 150, 2
"""Characters that no printed line has; so many of that length are no chance."""
HANGING = 11.0
"""Points of the grid that a heading may hang out of its column."""
SECTION = regex.compile(r"\d{1,2}\.\d{1,2}\.?")


@attrs.frozen(kw_only=True, eq=False)
class Piece:
    """Consecutive lines that belong together; ``marker`` counts the words of the list marker. ``high`` is where the
    column's lines end, ``low`` where they begin; ``listed`` says that it is an item whose bullet is not printed,
    ``caption`` that it stands over one of several lists side by side."""

    strands: tuple[Strand, ...]
    marker: int
    low: int
    high: int
    listed: bool = False
    caption: bool = False

    @property
    def first(self) -> Strand:
        return self.strands[0]

    @property
    def last(self) -> Strand:
        return self.strands[-1]

    @property
    def text(self) -> str:
        return " ".join(strand.text for strand in self.strands)


Part: TypeAlias = Piece | Table | Furniture
"""What a text is made of, in reading order."""


def list_of(rows: Sequence[Row], caption: int) -> list[Piece]:
    """The pieces of rows that are one list: so many lines of a caption, and the items under it."""
    items = [(row, run) for row in rows for run in row.runs]
    strands = _strands(items, {row.y for row in rows})
    pieces = _column_pieces(strands, cells=False, going_on=False, caption=caption)
    return [attrs.evolve(piece, caption=not at and caption > 0) for at, piece in enumerate(pieces)]


def pieces_of(
    rows: Sequence[Row], *, cells: bool = False, labels: frozenset[str] = frozenset(), reach: int = 0
) -> list[Piece]:
    """The pieces of consecutive rows of a page, column by column in reading order. ``cells`` says that cells may stand
    one under the other: then lines are as wide as the lines that no empty line parts from them. ``labels`` has the
    lines that name what stands below them, again and again; ``reach`` is where the longest line of the page ends."""
    rows = with_labels_joined(rows)
    items = [
        Item((row, run), (run.low * GRID_X, row.y * GRID_Y, high * GRID_X, (row.y + 1) * GRID_Y))
        for row, over in zip(rows, _overs(rows), strict=True)
        for run in row.runs
        for high in [max(run.high, over)]
    ]
    pieces: list[Piece] = []
    taken = {row.y for row in rows}
    for group in columns(items, hanging=HANGING):
        strands = _strands([item.content for item in group], taken)
        going_on = bool(pieces) and pieces[-1].listed
        strands = _with_numbers_joined(with_own_bullets(strands)) if cells else strands
        alone = len(group) == len(items)
        pieces.extend(_column_pieces(strands, cells, going_on, labels, reach=reach if alone else 0))
    return pieces


def _overs(rows: Sequence[Row]) -> list[int]:
    """How far each line reaches over the columns below it: the short end of a sentence as far as the line above."""
    overs: list[int] = []
    before: Row | None = None
    for row in rows:
        ends = before is not None and row.goes_on and len(row.runs) == len(before.runs) == 1
        near = ends and before is not None and abs(row.low - before.low) <= 1
        overs.append(max(before.high, overs[-1]) if near and before is not None else 0)
        before = row
    return overs


def _strands(group: Sequence[tuple[Row, Run]], taken: set[int]) -> list[Strand]:
    """The lines of one column, top to bottom, runs of one physical line together."""
    lines: dict[int, list[tuple[Row, Run]]] = {}
    for row, run in group:
        lines.setdefault(row.y, []).append((row, run))
    strands: list[Strand] = []
    for y in sorted(lines):
        row = lines[y][0][0]
        words = tuple(word for _, run in sorted(lines[y], key=lambda pair: pair[1].low) for word in run.words)
        blanks = y - strands[-1].y - 1 if strands else row.blanks
        hard = sum(at not in taken for at in range(y - blanks, y))
        strands.append(Strand(words=words, y=y, page=row.page, blanks=blanks, hard=hard, top=row.top, fresh=row.fresh))
    return strands


def _with_numbers_joined(strands: Sequence[Strand]) -> list[Strand]:
    """The lines, a heading's number that a converter wrote on a line of its own before the heading: `3.1`, then `Trends
    and Impacts` behind an empty line."""
    found: list[Strand] = []
    for strand in strands:
        last = found[-1] if found else None
        if last is not None and SECTION.fullmatch(last.text) and strand.blanks == 1 and is_titled(strand):
            found[-1] = attrs.evolve(last, words=(*last.words, *strand.words))
        else:
            found.append(strand)
    return found


def _column_pieces(
    strands: Sequence[Strand],
    cells: bool,
    going_on: bool,
    labels: frozenset[str] = frozenset(),
    caption: int | None = None,
    reach: int = 0,
) -> list[Piece]:
    if not strands:
        return []
    low, high = min(strand.low for strand in strands), max(strand.high for strand in strands)
    usual = _usual_blanks(strands)
    ends = line_ends(strands, usual, is_cell if cells else is_text)
    owns = line_ends(strands, 0, lambda _: True)
    items = unmarked_items(strands, going_on, flush=cells, caption=caption)
    groups: list[list[Strand]] = []
    listed: set[int] = set()
    for at, (strand, end) in enumerate(zip(strands, ends, strict=True)):
        new = items.get(at)
        if new is None:
            edge = (at - 1 in items) or (at + 1 in items and at not in items and announces(strand.text))
            new = (
                edge
                or not groups
                or is_next_caption(groups[-1], strand, own=owns[at], sure=is_over_list(strands, at))
                or (strand.text in labels and is_named_under(groups[-1], strand))
                or begins(groups[-1], strand, end - low, end, usual, owns[at], reach)
            )
        elif new:
            listed.add(len(groups))
        if new:
            groups.append([strand])
        else:
            groups[-1].append(strand)
    return [
        Piece(strands=tuple(group), marker=marker_of(group[0]), low=low, high=high, listed=at in listed)
        for at, group in enumerate(groups)
    ]


def _usual_blanks(strands: Sequence[Strand]) -> int:
    """The empty lines between lines of text where every line has them (double spacing); short lines so parted are
    cells, and lines broader than any page whole paragraphs."""
    if sum(len(strand.text) > BROADEST for strand in strands) >= SEVERAL:
        return 0
    if 2 * sum(strand.high - strand.low < LONG for strand in strands) > len(strands):
        return 0
    counts = Counter(strand.blanks for strand in strands[1:])
    most = max(counts, key=lambda blanks: counts[blanks], default=0)
    return most if counts[most] > 0.7 * len(strands) else 0
