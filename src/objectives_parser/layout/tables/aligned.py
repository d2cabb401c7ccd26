"""Tables aligned by white space alone: lines of text whose runs stand in columns, with no line drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import NOWHERE, Page, Table, Word
from objectives_parser.layout.median import median
from objectives_parser.layout.tables.dividing import divided
from objectives_parser.layout.tables.edges import Edge, Edges
from objectives_parser.layout.tables.filling import table_of
from objectives_parser.layout.tables.gutters import LOOSE, MARKER, gutters, is_parted, runs_of
from objectives_parser.layout.tables.lines import box_of
from objectives_parser.layout.tables.named_heads import named_beginnings, named_head
from objectives_parser.layout.tables.named_rows import caption_below, named_rows
from objectives_parser.layout.tables.paired_rows import paired_rows
from objectives_parser.layout.tables.papers import Paper, Standing
from objectives_parser.layout.tables.repeats import new_beginnings, stands_beside, titles_between
from objectives_parser.layout.tables.rowing import (
    band_starts,
    dates_down,
    has_figures,
    is_centred,
    is_contents,
    is_full,
    is_headed,
    named_pair,
    row_borders,
)
from objectives_parser.layout.tables.text_rows import TextRow, text_rows

FAR, FARTHEST = 2.2, 6.0
"""White room over this many line heights ends a block, and a table even if the columns go on."""
PARAGRAPH = 0.9
"""White room up to this many line heights parts paragraphs of a cell."""
LEAST_BLOCK = 3
LEADER = re.compile(r"\.{4,}|(?:\. ){3,}|…{2,}|_{4,}")
"""Dot leaders of a table of contents; no plan's table has them."""
LEADER_SIGNS = ("..", ". .", "…", "__")
"""Without one of these a line has no leader."""
PROSE = 30
"""Lines with more characters than this in each of two columns are prose set in columns."""

DENSE = 0.7
"""A column with text on more than this share of the lines may be prose; one whose cells end before their row is not."""
STUBS, HEADED_STUBS = 0.4, 0.2
"""At least this share of the lines have text in the first column; the figures of a chart have none. Under a head its
cells may stand for several rows."""
WORDY, HEADED_WORDY = 25, 50
"""Cells of more words than this on the average are paragraphs side by side: without a head over them, and with one."""


def aligned_tables(paper: Paper) -> tuple[Table, ...]:
    """The tables of a page that only white space draws."""
    rows = paper.rows
    begins = sorted({*new_beginnings(rows), *titles_between(rows), *named_beginnings(rows)})
    tables = []
    for part in (rows[low:high] for low, high in pairwise([0, *begins, len(rows)])):
        tables += _tables_of(part, paper.page)
    return tuple(tables)


def _tables_of(rows: list[list[Word]], page: Page) -> list[Table]:
    tables = []
    for stretch in _rejoined(list(_blocks(rows))):
        block = _without_caption(stretch)
        edges = block_edges(block)
        sheet = divided(edges, Standing([word for row in block for word in row])) if edges else None
        if sheet is not None:
            tables.append(table_of(sheet, page, "aligned"))
    return tables


@attrs.define
class _Stretch:
    """Lines one under the other, with which of them hold several runs of text, and their extent."""

    rows: list[list[Word]] = attrs.field(factory=list)
    parted: list[bool] = attrs.field(factory=list)
    low: float = float("inf")
    high: float = float("-inf")

    def add(self, row: list[Word], parted: bool) -> None:
        """Put a line below the others."""
        low, high = _extent(row)
        self.rows.append(row)
        self.parted.append(parted)
        self.low, self.high = min(self.low, low), max(self.high, high)


def _blocks(rows: list[list[Word]]) -> Iterator[list[list[Word]]]:
    """Stretches of lines that hold several runs of text, with single lines between them."""
    block = _Stretch()
    singles = 0
    before: list[Word] | None = None
    for row in rows:
        parted = _is_parted(row)
        if block.rows and _gap(block.rows[-1], row) > FAR * _height(row):
            yield from _trimmed(block)
            block, singles = _Stretch(), 0
        if parted and not block.rows and before is not None and _is_upper_half(before, row):
            block.add(before, False)
        before = row
        if parted or block.rows:
            block.add(row, parted)
            singles = 0 if parted else singles + 1
        if singles > 2 and _is_wide(row, block):
            yield from _trimmed(block)
            block, singles = _Stretch(), 0
    yield from _trimmed(block)


def _is_upper_half(above: list[Word], row: list[Word]) -> bool:
    """Is the line the first one of a head's name of two lines, beside whose middle the other names stand?"""
    return stands_beside(above, row) and _extent(above)[0] > runs_of(row, LOOSE)[0].high


def _rejoined(blocks: list[list[list[Word]]]) -> Iterator[list[list[Word]]]:
    """Blocks, those of one make joined: a table whose rows stand far apart, or that began on the page before."""
    joined: list[list[list[Word]]] = []
    for block in blocks:
        if joined and _is_one(joined[-1], block):
            joined[-1] = joined[-1] + block
        else:
            joined.append(block)
    yield from joined


def _is_one(above: list[list[Word]], below: list[list[Word]]) -> bool:
    """Do two blocks stand in the same columns, the lower with a head over them perhaps, and not too far apart?"""
    if len(above) < LEAST_BLOCK or _gap(above[-1], below[0]) > FARTHEST * _height(below[0]):
        return False
    lower = gutters(below)
    whole = gutters(above + below) if len(lower) > 1 else []
    return len(whole) == len(lower) > 1 and not any(row.crossing for row in text_rows(above, whole))


def _trimmed(block: _Stretch) -> Iterator[list[list[Word]]]:
    """The stretch up to its last line with several runs, and the rest of the cells in it, if it has two such lines."""
    if sum(block.parted) < 2:
        return  # as nearly all stretches of running text
    end = len(block.parted) - block.parted[::-1].index(True)
    last = runs_of(block.rows[end - 1], LOOSE)[-1].low
    while end < len(block.rows) and (
        _is_rest(block.rows[end - 1], block.rows[end]) or _goes_on(last, block.rows[end - 1], block.rows[end])
    ):
        end += 1
    yield block.rows[:end]


def _is_parted(row: list[Word]) -> bool:
    """Does the line hold two runs of text at least, a list marker not counted?"""
    if not is_parted(row, LOOSE):
        return False
    if MARKER.fullmatch(row[0].text) and is_parted(row[:2], LOOSE) and not is_parted(row[1:], LOOSE):
        return False
    texts = "\n".join([word.text for word in row])
    return not (any(sign in texts for sign in LEADER_SIGNS) and LEADER.search(texts))


def _is_rest(above: list[Word], row: list[Word]) -> bool:
    """Is the line the rest of a cell that begins above: set tight under it, and no wider than its column?"""
    return _gap(above, row) <= 0.5 * _height(row) and (not is_parted(above, LOOSE) or _in_column(above, row))


def _goes_on(last: float, above: list[Word], row: list[Word]) -> bool:
    """Is the line a further paragraph of the last column, which begins at ``last``?"""
    return _extent(row)[0] >= last - 2 and _gap(above, row) <= PARAGRAPH * _height(row)


def _in_column(above: list[Word], row: list[Word]) -> bool:
    """Does the line stand under one of the runs above, without reaching under the next?"""
    bounds = [run.low for run in runs_of(above, LOOSE)] + [float("inf")]
    low, high = _extent(row)
    return any(left - 2 <= low and high < right - 4 for left, right in pairwise(bounds))


def _is_wide(row: list[Word], block: _Stretch) -> bool:
    """Is the line running text below the table: wide, and in no column of the last line with several runs?"""
    low, high = _extent(row)
    if high - low <= 0.5 * (block.high - block.low) or True not in block.parted:
        return False
    return not _in_column(block.rows[len(block.parted) - 1 - block.parted[::-1].index(True)], row)


def _extent(row: list[Word]) -> tuple[float, float]:
    return box_of(row[0])[0], max([(word.bbox or NOWHERE)[2] for word in row])


def block_edges(block: Sequence[list[Word]]) -> Edges | None:
    """The borders of the table that a block of lines is; None if it is none."""
    places = gutters(block)
    rows = text_rows(block, places) if places else []
    if not rows or not is_tabular(rows, len(places) + 1):
        return None
    boxes = [box_of(word) for row in block for word in row]
    x0, x1 = min(box[0] for box in boxes) - 1, max(box[2] for box in boxes) + 1
    top, bottom = rows[0].top - 1, rows[-1].bottom + 1
    ys = [top, *row_borders(rows), bottom]
    return Edges(across=tuple(Edge(y, x0, x1) for y in ys), down=(Edge(x0, top, bottom), Edge(x1, top, bottom)))


def _without_caption(block: list[list[Word]]) -> list[list[Word]]:
    """A form's lines without the caption at its foot of what stands below it."""
    places = gutters(block)
    return block[: len(block) - caption_below(text_rows(block, places))] if len(places) == 1 else block


def is_tabular(rows: Sequence[TextRow], columns: int) -> bool:
    """Are lines in columns a table, and not prose set in columns or a list?"""
    if columns == 2 and (dates_down(rows) is not None or named_pair(rows) or named_rows(rows) or paired_rows(rows)):
        return True
    if is_centred(rows, columns):
        return True
    parted = [row for row in rows if len(row.texts) > 1]
    headed = columns > 2 and is_headed(rows, columns)
    if len(parted) < (3 if columns == 2 else 2) or (2 * len(parted) < len(rows) and not headed):
        return False
    if sum(1 for row in parted if 0 in row.texts) < (HEADED_STUBS if headed else STUBS) * len(parted):
        return False
    if has_figures(rows):
        return not is_contents(rows, columns)
    if headed and named_head(rows):
        return True
    lengths = {c: median(len(row.texts[c]) for row in rows if c in row.texts) for c in range(columns) if _any(rows, c)}
    dense = [c for c in range(columns) if sum(1 for row in rows if c in row.texts) > DENSE * len(rows)]
    if sum(1 for c, length in lengths.items() if length > PROSE and (c in dense or not headed)) > 1:
        return False
    bands = len(band_starts(rows))
    words = sum(len(text.split()) for row in rows for text in row.texts.values())
    side_by_side = WORDY if not headed or len(dense) > 1 else HEADED_WORDY
    if words > side_by_side * columns * (bands + 1):
        return False
    return columns > 2 and (bands >= 2 or is_full(rows))


def _any(rows: Sequence[TextRow], column: int) -> bool:
    return any(column in row.texts for row in rows)


def _gap(above: list[Word], below: list[Word]) -> float:
    return min([(word.bbox or NOWHERE)[1] for word in below]) - max([(word.bbox or NOWHERE)[3] for word in above])


def _height(row: list[Word]) -> float:
    boxes = [word.bbox or NOWHERE for word in row]
    return max([bottom - top for _, top, _, bottom in boxes])
