"""Tables whose rows nothing draws, found as in a text that blanks lay out: by the names of their columns.

| Milestone      | Due date | Status |      a shaded head, rules between columns at most, white space between rows
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise, takewhile

import attrs

from objectives_parser.document import Block, Cell, Furniture, Line, Page, Ruling, Table, Word, block_words, union
from objectives_parser.frozen import evolve
from objectives_parser.layout.on_grid import GridText, Piece, on_grid, pieces_of
from objectives_parser.layout.rivals import FEWEST_NAMES, is_better, is_name, is_read_anew
from objectives_parser.layout.tables.papers import Paper
from objectives_parser.layout.text import spaced
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.spaced.heads import MOST_LINES, head_at
from objectives_parser.layout.text.spaced.rows import page_rows, runs_of

SAME = 4.0  # points between rulings that stand on one line
INSIDE = 3.0  # points that a ruling stands at least within a table that it divides
LONG = 0.2  # of a table's width, that a line between its rows is drawn over
DRAWN = 0.34  # of the borders between a table's rows
HEAD_LINES = 8  # under a heading, within which the head of another table stands
NEAR_NAMES = 2  # lines from one name of a head to the next
FEWEST_ROWS = 2  # of texts that stand apart, on a page with a table
REPEATED = "repeated-header"


@attrs.frozen(kw_only=True, eq=False)
class LaidPage:
    """What became of a page: its tables, the words that tables hold which begin on an earlier page, and the heads of
    these that it printed again."""

    tables: tuple[Table, ...]
    elsewhere: frozenset[int] = frozenset()
    repeated: tuple[tuple[Word, ...], ...] = ()


def with_laid_tables(papers: Sequence[Paper], tables: Sequence[tuple[Table, ...]]) -> list[LaidPage]:
    """The pages with their tables: those found as in a text, where they explain more than those found by what is drawn
    and by white space."""
    pages = [LaidPage(tables=found) for found in tables]
    for first, last in _runs_of_pages(papers, tables):
        _lay(papers[first : last + 1], pages, first)
    return pages


def _runs_of_pages(papers: Sequence[Paper], tables: Sequence[tuple[Table, ...]]) -> Iterator[tuple[int, int]]:
    """The first and the last of pages on which no rows are drawn, the first with names of columns."""
    first: int | None = None
    for at, (paper, found) in enumerate(zip(papers, tables, strict=True)):
        drawn = any(table.way == "ruled" and has_drawn_rows(table, paper.page) for table in found)
        parted = [] if drawn else _parted_rows(paper)
        if len(parted) < FEWEST_ROWS:
            if first is not None:
                yield first, at - 1
            first = None
        elif first is None and _has_head(paper, _near_names(parted)):
            first = at
    if first is not None:
        yield first, len(papers) - 1


def has_drawn_rows(table: Table, page: Page) -> bool:
    """Do rulings stand between the rows of a table, at a third of their borders?"""
    if table.bbox is None:
        return False
    left, top, right, bottom = table.bbox
    drawn: dict[int, float] = {}
    for rule in page.rulings:
        if rule.top == rule.bottom and top + INSIDE < rule.top < bottom - INSIDE:
            drawn[round(rule.top / SAME)] = drawn.get(round(rule.top / SAME), 0.0) + _shared(rule, left, right)
    heights = sorted(height for height, length in drawn.items() if length > LONG * (right - left))
    borders = sum(below - above > 1 for above, below in zip([-SAME, *heights], heights, strict=False))
    return borders >= max(1, DRAWN * (table.rows - 1))


def _shared(rule: Ruling, left: float, right: float) -> float:
    return max(0.0, min(rule.x1, right) - max(rule.x0, left))


def _parted_rows(paper: Paper) -> list[tuple[int, list[Piece]]]:
    """The lines of a page in which texts stand apart, each with its number."""
    rows = [(number, pieces_of(row)) for number, row in enumerate(paper.rows) if len(row) > 1]
    return [(number, pieces) for number, pieces in rows if len(pieces) > 1]


def _near_names(rows: Sequence[tuple[int, Sequence[Piece]]]) -> list[int]:
    """The numbers of the lines with names of columns that have another near them, each beside other texts."""
    named = [number for number, pieces in rows for piece in pieces if is_name(piece.words)]
    return sorted({at for pair in pairwise(named) if pair[1] - pair[0] <= NEAR_NAMES for at in pair})


def _has_head(paper: Paper, named: Sequence[int]) -> bool:
    """Do lines around some with names of columns name the columns of a table together?"""
    if not named:
        return False
    rows = page_rows(_on_grid([paper]).lines)
    around = sorted({at for number in named for at in range(max(0, number - MOST_LINES + 1), number + 1)})
    return any(head_at(rows, at) is not None for at in around)


def _lay(papers: Sequence[Paper], pages: list[LaidPage], first: int) -> None:
    """Look for tables on some pages that follow each other; ``first`` is the place of the first among all."""
    text = _on_grid(papers)
    places = {paper.page.number: first + at for at, paper in enumerate(papers)}
    for blocks in _blocks(text):
        for at, block in enumerate(blocks):
            if not isinstance(block, Table) or not is_read_anew(block):
                continue
            table = _printed(block, text)
            if is_better(table, _sharing(table, [pages[places[number]] for number in table.pages])):
                _put(table, list(_heads_again(islice(blocks, at + 1, None), text)), pages, places)


def _on_grid(papers: Sequence[Paper]) -> GridText:
    return on_grid([[pieces_of(row) for row in paper.rows] for paper in papers])


def _sharing(table: Table, pages: Sequence[LaidPage]) -> list[Table]:
    """The tables of pages that hold some of a table's words."""
    words = set(map(id, block_words(table)))
    return [other for page in pages for other in page.tables if any(id(word) in words for word in block_words(other))]


def _heads_again(blocks: Iterable[Block], text: GridText) -> Iterator[tuple[Word, ...]]:
    """The head of the table before some blocks, where later pages print it again."""
    for block in blocks:
        if isinstance(block, Table):
            return
        if isinstance(block, Furniture) and block.kind == REPEATED:
            yield from (tuple(text.printed[word.start] for word in line.words) for line in block.lines)


def _put(table: Table, heads: Sequence[tuple[Word, ...]], pages: list[LaidPage], places: Mapping[int, int]) -> None:
    """A table on the page on which it begins, and its words off the others, with the tables that held them."""
    words = list(block_words(table))
    held = set(map(id, words))
    for number in places.keys() & {*table.pages, *(head[0].page for head in heads)}:
        page = pages[places[number]]
        kept = [other for other in page.tables if not any(id(word) in held for word in block_words(other))]
        begins = number == table.pages[0]
        own = frozenset() if begins else frozenset(id(word) for word in words if word.page == number)
        pages[places[number]] = LaidPage(
            tables=tuple(sorted([*kept, *([table] if begins else [])], key=_top)),
            elsewhere=page.elsewhere | own,
            repeated=(*page.repeated, *(head for head in heads if head[0].page == number)),
        )


def _top(table: Table) -> float:
    return table.bbox[1] if table.bbox else 0.0


def _printed(table: Table, text: GridText) -> Table:
    """A table of the text with the words of the page."""
    cells = [
        evolve(cell, lines=tuple(evolve(line, words=_of_page(line, text)) for line in cell.lines))
        for cell in table.cells
    ]
    cells = [_on_page(cell) for cell in cells]
    first = min(cell.page for cell in cells if cell.page is not None)
    box = union(cell.bbox for cell in cells if cell.page == first)
    pages = tuple(sorted({word.page for cell in cells for line in cell.lines for word in line.words if word.page}))
    return evolve(table, cells=tuple(cells), pages=pages, bbox=box)


def _of_page(line: Line, text: GridText) -> tuple[Word, ...]:
    return tuple(text.printed[word.start] for word in line.words)


def _on_page(cell: Cell) -> Cell:
    """A cell on the page on which it begins."""
    words = [word for line in cell.lines for word in line.words]
    if not words:
        return evolve(cell, page=None, bbox=None)
    return evolve(cell, page=words[0].page, bbox=union(word.bbox for word in words if word.page == words[0].page))


def _blocks(text: GridText) -> Iterator[Sequence[Block]]:
    """What the text is read as, part by part: a heading over the names of columns ends what stands above it."""
    parts: list[list[TextLine]] = [[]]
    for line in text.lines:
        if line.number in text.heads and parts[-1] and _is_over_head(text, line):
            parts.append([])
        parts[-1].append(line)
    for part in parts:
        lines = [attrs.evolve(line, number=number) for number, line in enumerate(part)]
        if any(line.words for line in lines):
            yield spaced.tables_in(lines)


def _is_over_head(text: GridText, heading: TextLine) -> bool:
    """Do names of columns stand below a heading that is not the first on its page?"""
    above = (text.lines[at] for at in range(heading.number - 1, -1, -1))
    before = takewhile(lambda line: line.page == heading.page and line.number not in text.heads, above)
    if not any(line.words for line in before):
        return False
    beneath = (text.lines[at] for at in range(heading.number + 1, len(text.lines)))
    below = islice((line for line in beneath if line.words), HEAD_LINES)
    runs = (runs_of(line.words) for line in below)
    return any(len(row) > 1 and sum(is_name(run.words) for run in row) >= FEWEST_NAMES for row in runs)
