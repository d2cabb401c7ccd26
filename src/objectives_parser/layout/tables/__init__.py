"""Pages → tables: several ways of laying a table out, the best explanation wins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import TypeAlias

from objectives_parser.document import BBox, Cell, Page, Table, block_words
from objectives_parser.frozen import evolve
from objectives_parser.layout.boxes import APART, box_rows
from objectives_parser.layout.median import median
from objectives_parser.layout.tables.aligned import aligned_tables
from objectives_parser.layout.tables.edges import with_cell_fills
from objectives_parser.layout.tables.filled import filled_tables
from objectives_parser.layout.tables.gapped import gapped_tables
from objectives_parser.layout.tables.head_lines import with_head_lines
from objectives_parser.layout.tables.heads import with_head, with_slanted_head
from objectives_parser.layout.tables.own_ends import with_own_ends
from objectives_parser.layout.tables.papers import Paper
from objectives_parser.layout.tables.parting import with_parted_head
from objectives_parser.layout.tables.ruled import ruled_tables
from objectives_parser.layout.tables.running_on import runs_on
from objectives_parser.layout.tables.scoring import Candidate, Score, is_sliced, score
from objectives_parser.layout.tables.shaded_heads import with_shaded_heads
from objectives_parser.layout.tables.sisters import with_sisters
from objectives_parser.layout.tables.stubs import with_stubs
from objectives_parser.layout.tables.white_rests import with_white_end

__all__ = ["WAYS", "Candidate", "Score", "candidates", "chosen", "find_tables", "paper_of", "score", "tables_on"]

Way: TypeAlias = Callable[[Paper], tuple[Table, ...]]

WAYS: tuple[tuple[Way, ...], ...] = ((ruled_tables, filled_tables, gapped_tables), (aligned_tables,))
"""The ways of laying a table out. Those of one round compete by score (the first wins a tie); a later round sees only
the words that the rounds before it left, so that white space is asked only where nothing is drawn."""
MOST_OF, HALF_OF = 0.8, 0.5
SMUDGED = 0.95
"""A table of which fewer words stand on their cell's ground has rows that are fused over shaded ones."""
MOSTLY = 0.6
"""A table of whose lattice so much holds text is not outdone for the empty cells beside its section rows."""
LEAST_TOTAL, LEAST_SHADED, LEAST_APART = 0.6, 0.7, 0.8
"""A candidate that explains its words worse than this is no table; one that shaded bars bound has to do better, since
the titles of a page's parts are shaded bars too."""

SCALE = re.compile(r"-?\d{1,7}")
LEAST_SCALE = 4
NEAR = 3.0
FRAMED_ROWS = 3
MOST_FRAME_CELLS = 12
FRAME_SHARE = 0.6
OWN = 0.6
AMID, TITLED = 2, 1.12
"""So many lines of usual type stand over one in so much larger type."""
BANDED, LEAST_BAND = 0.7, 3
REGULAR = 8
"""At least this share of the columns have a cell with text or a tick of their own, or one has as many as this."""


def find_tables(page: Page) -> tuple[Table, ...]:
    """The tables of a page, top to bottom; no two overlap."""
    return tables_on(paper_of(page))


def tables_on(paper: Paper) -> tuple[Table, ...]:
    """The tables of a page, top to bottom; no two overlap."""
    winners = chosen(paper)
    own = (with_shaded_heads(with_own_ends(candidate.table), paper.page) for candidate in winners)
    found = map(with_parted_head, own)
    rest = _beside_aligned(paper, winners)
    headed = [with_head(with_slanted_head(table, paper.page)) for table in found]
    tables = each_word_once(headed, [with_white_end(table, rest) for table in headed])
    tables = with_sisters(with_head_lines(tables, paper.page), paper)
    return tuple(sorted(with_stubs(tables, paper.page), key=_place))


def each_word_once(tables: Sequence[Table], grown: Sequence[Table]) -> list[Table]:
    """The tables as they grew, but for those that took in what another one holds."""
    held = {id(word) for table in tables for word in block_words(table)}
    kept: list[Table] = []
    for before, after in zip(tables, grown, strict=True):
        own = before
        if after is not before:
            taken = set(map(id, block_words(after))) - set(map(id, block_words(before)))
            own = before if taken & held else after
            held |= taken
        kept.append(own)
    return kept


def _beside_aligned(paper: Paper, winners: Sequence[Candidate]) -> Paper:
    """The page without the words of tables that white space draws, where others may go on below what is drawn."""
    aligned = [winner for winner in winners if winner.table.way == "aligned"]
    return _without(paper, aligned, boxed=False) if 0 < len(aligned) < len(winners) else paper


def paper_of(page: Page) -> Paper:
    """The page for the ways to look at, with no fills but those that can be the ground of cells."""
    return Paper(with_cell_fills(page))


def chosen(paper: Paper) -> tuple[Candidate, ...]:
    """The candidates that win, round by round."""
    winners: list[Candidate] = []
    for ways in WAYS:
        paper = _without(paper, winners, boxed=ways is WAYS[-1])
        found = sorted(candidates(paper, ways), key=_weight, reverse=True)
        for candidate in found:
            if not any(_overlap(candidate, other) for other in winners) and not _is_outdone(candidate, found):
                winners.append(candidate)
    return tuple(winners)


def _without(paper: Paper, winners: Sequence[Candidate], boxed: bool) -> Paper:
    """The page without the words that tables hold already; if wanted, without those in boxes side by side, which are
    drawn as what they are."""
    held = {id(word) for winner in winners for word in block_words(winner.table)}
    page = paper.page
    if boxed and len(page.fills) > 1:
        rows = box_rows(page.fills, page.words, [winner.table for winner in winners], APART)
        held.update(id(word) for row in rows for box in row.boxes for word in box)
    return Paper(evolve(page, words=tuple([w for w in page.words if id(w) not in held]))) if held else paper


def _weight(candidate: Candidate) -> int:
    return round(candidate.score.total * candidate.score.words)


def _is_outdone(candidate: Candidate, found: list[Candidate]) -> bool:
    """Do two better tables or more stand side by side in the room of this one, with most of its words (a heading and a
    paragraph may part them; half of its words, where this one runs its rows over shaded heads)? Or does a better one
    stand within one of its rows: then it only frames that?"""
    if candidate.table.way == "boxed":
        return False  # each cell is drawn, the empty ones too
    better = [other for other in found if other.score.total > candidate.score.total and _overlap(candidate, other)]
    if any(_frames(candidate.table, other.table) or _spoils(candidate.table, other.table) for other in better):
        return True
    apart: list[Candidate] = []
    for other in better:
        if candidate.score.used >= MOSTLY and other.score.fit <= candidate.score.fit:
            continue  # as good but for the empty cells beside section rows
        if not any(_overlap(other, one) for one in apart):
            apart.append(other)
    share = (
        HALF_OF if candidate.score.plain < SMUDGED <= min([one.score.plain for one in apart], default=0) else MOST_OF
    )
    return len(apart) > 1 and sum(map(_weight, apart)) > share * _weight(candidate)


def _frames(outer: Table, inner: Table) -> bool:
    """Does a table of several rows and columns stand within one row of the other?"""
    box = inner.bbox
    if box is None or inner.rows < FRAMED_ROWS or inner.columns <= outer.columns:
        return False
    rows = ((cell.bbox[1], cell.bbox[3]) for cell in outer.cells if cell.bbox is not None and cell.row_span == 1)
    return any(top - NEAR <= box[1] and box[3] <= bottom + NEAR for top, bottom in rows)


def _spoils(outer: Table, inner: Table) -> bool:
    """Does a lattice of rulings stand within a table that fills draw, which has fewer columns or cuts its rows? Shaded
    bars above and below it (`OBJECTIVE #1: …` over its action plan) are then no rows of one table with it."""
    if outer.way != "filled" or inner.way != "ruled" or inner.rows < FRAMED_ROWS or inner.columns < outer.columns:
        return False
    assert outer.bbox is not None and inner.bbox is not None
    left, top, right, bottom = inner.bbox
    around = outer.bbox[0] - NEAR <= left and right <= outer.bbox[2] + NEAR
    beyond = outer.bbox[1] < top - NEAR or outer.bbox[3] > bottom + NEAR
    if not around or not beyond or top < outer.bbox[1] - NEAR or bottom > outer.bbox[3] + NEAR:
        return False
    tops = {cell.row for cell in outer.cells if cell.bbox is not None and top - NEAR < cell.bbox[1] < bottom - NEAR}
    return inner.columns > outer.columns or len(tops) > inner.rows


def candidates(paper: Paper, ways: tuple[Way, ...]) -> tuple[Candidate, ...]:
    """Every table that some ways find, with its score."""
    found = (table for way in ways for table in way(paper))
    tables = (table for table in found if is_table(table) and not runs_on(table, paper.page))
    scored = (Candidate(table=table, score=score(table, paper.page)) for table in tables)
    return tuple(filter(_explains, scored))


def _explains(candidate: Candidate) -> bool:
    if candidate.table.way != "filled":
        return candidate.score.total >= LEAST_TOTAL
    return candidate.score.total >= LEAST_SHADED and candidate.score.apart >= LEAST_APART


def is_table(table: Table) -> bool:
    """Text in two rows and two columns at least, and in most columns: a box round a paragraph or a frame round a page
    is no table, nor is a chart of boxes with lines between them."""
    full = [cell for cell in table.cells if cell.lines]
    rows = {cell.row for cell in full}
    columns = {cell.column for cell in full}
    own = Counter(cell.column for cell in full if cell.column_span == 1)
    if len(rows) < 2 or len(columns) < 2:
        return False
    told = own.keys() | _ticked(table) if table.way == "ruled" else own.keys()
    regular = len(told) >= OWN * table.columns or max(own.values(), default=0) >= REGULAR
    if not regular and not (table.way == "ruled" and (_is_banded(full, table) or _is_grid(full, table, told))):
        return False
    return not (_is_frame(full, table) or _has_axis(full) or is_sliced(table) or _holds_headings(full, table))


def _ticked(table: Table) -> set[int]:
    """The columns in which drawings stand in cells of their own: ticks under periods, signs of what a row serves."""
    return {cell.column for cell in table.cells if cell.marks and not cell.lines and cell.column_span == 1}


def _is_grid(full: list[Cell], table: Table, told: Collection[int]) -> bool:
    """Is every cell a box of its own but for rows in one piece, and do some rows hold several texts, in half of the
    columns? The others are still to be filled in, or hold nothing on this page."""
    whole = all(cell.column_span in (1, table.columns) and cell.row_span == 1 for cell in table.cells)
    counts = Counter(cell.row for cell in full)
    return whole and 2 * len(told) >= table.columns and sum(count > 1 for count in counts.values()) >= LEAST_BAND


def _is_banded(full: list[Cell], table: Table) -> bool:
    """Do nearly all boxes hold text, and rows follow each other that are divided alike? So do bands of rows that share
    few of their borders: a table drawn inside a cell of another, the parts of a form."""
    rows: dict[int, list[tuple[int, int]]] = {}
    for cell in full:
        rows.setdefault(cell.row, []).append((cell.column, cell.column_span))
    ways = [tuple(sorted(row)) for row in rows.values() if len(row) >= LEAST_BAND]
    alike = Counter(ways)
    shared = sum(alike[way] > 1 for way in ways)
    return len(full) >= BANDED * len(table.cells) and max(alike.values(), default=0) >= LEAST_BAND <= shared * 1.25


def _holds_headings(full: list[Cell], table: Table) -> bool:
    """Does a line in larger type stand amid the lines of a cell that only shaded bars bound? Then it heads what
    follows: the columns of a page (`Objective 2.3`, its title, a paragraph), with boxes in them."""
    if table.way != "filled":
        return False
    for cell in full:
        if len(cell.lines) < AMID + 2:
            continue
        sizes = [max(word.size for word in line.words) for line in cell.lines]
        usual = median(sizes)
        large = [size > TITLED * usual for size in sizes]
        if any(large[at] and not any(large[at - AMID : at]) for at in range(AMID, len(large) - 1)):
            return True
    return False


def _is_frame(full: list[Cell], table: Table) -> bool:
    """One cell with most of the text and the room is a frame; the others are its head, its foot and its shadow.

    Beside the long cell of a form (lebanon-first-ndc: "Key activities" | the list of them) stands a column of labels.
    """
    if table.bbox is None or len(full) > MOST_FRAME_CELLS:
        return False
    counts = [sum(len(line.words) for line in cell.lines) for cell in full]
    largest = full[counts.index(max(counts))]
    beside = {cell.row for cell in full if cell.column + cell.column_span <= largest.column}
    if largest.row in beside and len(beside) > 1:
        return False
    return max(counts) > FRAME_SHARE * sum(counts) and _area(largest.bbox) > FRAME_SHARE * _area(table.bbox)


def _area(bbox: BBox | None) -> float:
    return (bbox[2] - bbox[0]) * (bbox[3] - bbox[1]) if bbox else 0.0


def _has_axis(full: list[Cell]) -> bool:
    """Figures of one column that fall in even steps (450, 400, 350 …) are the scale of a chart."""
    columns: dict[int, list[int]] = {}
    for cell in full:
        first = cell.lines[0].words[0].text
        if (first[0] == "-" or first[0].isdecimal()) and SCALE.match(first) and SCALE.fullmatch(cell.text):
            columns.setdefault(cell.column, []).append(int(cell.text))
    return any(map(_is_scale, columns.values()))


def _is_scale(figures: list[int]) -> bool:
    steps = {before - after for before, after in pairwise(figures)}
    return len(figures) >= LEAST_SCALE and len(steps) == 1 and min(steps) > 1


def _overlap(one: Candidate, other: Candidate) -> bool:
    a, b = one.table.bbox, other.table.bbox
    if a is None or b is None:
        return False
    return min(a[2], b[2]) - max(a[0], b[0]) >= 2 and min(a[3], b[3]) - max(a[1], b[1]) >= 2


def _place(table: Table) -> tuple[float, float]:
    return (table.bbox[1], table.bbox[0]) if table.bbox else (0.0, 0.0)
