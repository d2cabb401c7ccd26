"""Physical rows → logical rows: putting together what a converter sliced.

The subject column (the objectives', else the first) tells how many logical rows there are; where their boundaries lie
among the rows whose subject cell is empty follows from two printed conventions: a cell is aligned with the top of
its row, or it is centred. Boundaries only fall where the other columns begin a new statement.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cached_property

import attrs

from objectives_parser.document import Line, Word
from objectives_parser.layout.wrapping import Column, breaks, is_bullet, is_closed, text_width

_FEWEST_ALIGNED = 3
_SLICE = 34000.0  # text_width of the widest line that is still a slice: about 62 average letters


@attrs.frozen(kw_only=True, eq=False)
class PhysicalRow:
    """One line of the file, a cell a column. ``after_cut`` says that a page's end (a blank line) stands before it."""

    cells: tuple[Line, ...]
    after_cut: bool = False
    page: int | None = None

    @cached_property
    def is_slice(self) -> bool:
        """Whether no cell is longer than a line of a cell may be."""
        return all(text_width(cell.text) <= _SLICE for cell in self.cells)


@attrs.frozen(kw_only=True, eq=False)
class LogicalRow:
    """One row as printed: for each column its lines. ``repaired`` names the columns put together over a page's end."""

    cells: tuple[tuple[Line, ...], ...]
    repaired: frozenset[int] = frozenset()
    page: int | None = None


@attrs.frozen
class _Run:
    """The physical rows ``first`` to ``last`` that hold one subject cell."""

    first: int
    last: int


def logical_rows(
    rows: Sequence[PhysicalRow], names: frozenset[str] = frozenset(), subject: int = 0
) -> list[LogicalRow]:
    """The rows of one section, put together. ``names`` are words that are capitalised inside sentences, ``subject`` is
    the column whose cells tell the rows apart."""
    columns = [_column(rows, column, names) for column in range(len(rows[0].cells))]
    runs = _subject_runs(rows, columns[subject], subject)
    if not runs:
        return _joined([one_row(rows)], columns)
    fresh = _fresh_cells(rows, columns, subject)
    starts = frozenset(at for at, cells in enumerate(fresh) if all(cells.values()))
    aligned = _aligned_with_top(rows, runs, fresh)
    bounds = aligned if aligned is not None else _boundaries(rows, runs, starts, subject)
    found = [
        LogicalRow(cells=_stack(rows[a:b]), page=rows[a].page, repaired=_cut_columns(rows[a:b]))
        for first, last in itertools.pairwise(bounds)
        for a, b in _whole_rows(rows, first, last, starts, subject)
    ]
    return _joined(found, columns)


def one_row(rows: Sequence[PhysicalRow]) -> LogicalRow:
    """All slices as one row."""
    return LogicalRow(cells=_stack(rows), page=rows[0].page)


def _whole_rows(
    rows: Sequence[PhysicalRow], first: int, last: int, starts: frozenset[int], subject: int
) -> list[tuple[int, int]]:
    """The rows of one subject: one row that was sliced, or rows of their own under a subject that is printed once, if
    the same cells are filled in each of them, two at least, and each begins a statement."""
    filled = [{at for at, cell in enumerate(row.cells) if cell.words and at != subject} for row in rows[first:last]]
    alone = all(not row.cells[subject].words for row in rows[first + 1 : last])
    own = all(cells == filled[0] for cells in filled) and all(at in starts for at in range(first + 1, last))
    if last - first > 1 and alone and own and len(filled[0]) > 1:
        return [(at, at + 1) for at in range(first, last)]
    return [(first, last)]


def _column(rows: Sequence[PhysicalRow], column: int, names: frozenset[str]) -> Column:
    lines = [row.cells[column] for row in rows if row.cells[column].words]
    widths = sorted(width for line in lines if (width := text_width(line.text)) <= _SLICE)
    full = widths[-1] if widths else 0.0
    return Column(full=full, names=names, grid=True)


def _subject_runs(rows: Sequence[PhysicalRow], column: Column, number: int) -> list[_Run]:
    """Runs of physical rows whose subject cell is one statement, wrapped over them."""
    runs: list[_Run] = []
    lines: list[Line] = []
    for at, row in enumerate(rows):
        subject = row.cells[number]
        if not subject.words:
            continue
        near = bool(runs) and at - runs[-1].last <= 1 + row.after_cut
        if runs and (near or subject.words[0].text[:1].islower()) and _subject_goes_on(lines, subject, column):
            runs[-1] = _Run(runs[-1].first, at)
            lines.append(subject)
        else:
            runs.append(_Run(at, at))
            lines = [subject]
    return runs


def _subject_goes_on(lines: Sequence[Line], subject: Line, column: Column) -> bool:
    return breaks(lines, subject, column) <= 0.0


@attrs.frozen(eq=False)
class _Path:
    """A way of parting the rows so far: what it costs, where its last row ends, and the way before that."""

    cost: float
    end: int
    before: _Path | None

    def ends(self) -> list[int]:
        """Where the rows of the path end, from the first."""
        ends, path = [self.end], self.before
        while path is not None:
            ends.append(path.end)
            path = path.before
        return ends[::-1]


def _boundaries(rows: Sequence[PhysicalRow], runs: Sequence[_Run], starts: frozenset[int], subject: int) -> list[int]:
    """Where each logical row begins, and the end: the choice of least cost, found run by run (dynamic programming).
    Runs that follow each other line by line may be one cell of several statements."""
    best: list[dict[int, _Path]] = [{} for _ in range(len(runs) + 1)]
    best[0][0] = _Path(0.0, 0, None)
    for done in range(len(runs)):
        for last in _together(runs, done):
            following = runs[last + 1] if last + 1 < len(runs) else None
            ends = [len(rows)] if following is None else list(range(runs[last].last + 1, following.first + 1))
            group = _Run(runs[done].first, runs[last].last)
            for begin, path in best[done].items():
                if begin > group.first:
                    continue
                for end in ends:
                    cost = path.cost + _misfit(rows, group, begin, end) + 0.9 * (last - done)
                    cost += 0.0 if end in starts or end == len(rows) or _is_whole(rows[end], subject) else 6.0
                    known = best[last + 1].get(end)
                    if known is None or cost < known.cost:
                        best[last + 1][end] = _Path(cost, end, path)
    return min(best[-1].values(), key=lambda path: path.cost).ends()


def _aligned_with_top(
    rows: Sequence[PhysicalRow], runs: Sequence[_Run], fresh: Sequence[dict[int, bool]]
) -> list[int] | None:
    """Where each logical row begins, and the end, if all cells of all rows begin on one line: no column has words in a
    row that has none beside its subject's first line, and nearly all of these lines begin statements."""
    firsts = {run.first for run in runs if _begins_row(rows[run.first], fresh[run.first])}
    if len(runs) < _FEWEST_ALIGNED or runs[0].first or len(firsts) * 3 < len(runs) * 2:
        return None
    if any(row.after_cut and at not in firsts for at, row in enumerate(rows)):
        return None
    bounds = [run.first for run in runs] + [len(rows)]
    for run, end in zip(runs, bounds[1:], strict=True):
        below = {at for row in rows[run.first + 1 : end] for at, cell in enumerate(row.cells) if cell.words}
        if any(not rows[run.first].cells[at].words for at in below):
            return None
    return bounds


def _begins_row(row: PhysicalRow, fresh: dict[int, bool]) -> bool:
    """Whether most cells beside the subject may begin statements, and none goes on in small letters: names stand in
    columns of owners (`Harbour` / `Office` over `Works Office`) whose ends no look tells."""
    small = any(row.cells[column].words[0].text[0].islower() for column in fresh)
    return not small and sum(fresh.values()) * 2 >= len(fresh)


def _together(runs: Sequence[_Run], first: int) -> list[int]:
    """The last run of each group that may begin with run ``first``."""
    found = [first]
    while found[-1] + 1 < len(runs) and runs[found[-1] + 1].first == runs[found[-1]].last + 1 and len(found) < 4:
        found.append(found[-1] + 1)
    return found


def _misfit(rows: Sequence[PhysicalRow], run: _Run, begin: int, end: int) -> float:
    """How badly the subject stands in its row: aligned with the top is right, centred is right, anything else is off by
    the number of lines. Lines above the subject speak for centring; a row longer than a slice is not sliced at all."""
    above, below = run.first - begin, end - 1 - run.last
    if above == 0:
        sliced = below > 2 and all(row.is_slice for row in rows[begin:end])
        return 0.4 + 0.1 * below if sliced else 0.0
    return 0.3 + abs(above - below)


def _is_whole(row: PhysicalRow, subject: int) -> bool:
    """A row with its own subject that is longer than any slice begins a row, whatever its cells begin with."""
    return bool(row.cells[subject].words) and not row.is_slice


def _fresh_cells(rows: Sequence[PhysicalRow], columns: Sequence[Column], subject: int) -> list[dict[int, bool]]:
    """Of each row's filled cells but the subject's, by their columns, whether a statement may begin there."""
    found: list[dict[int, bool]] = []
    others = [column for column in range(len(columns)) if column != subject]
    before: list[list[Line]] = [[] for _ in columns]
    for at, row in enumerate(rows):
        fresh = {
            column: breaks(before[column], row.cells[column], columns[column]) > 0.0
            or (_is_value(row.cells[column]) and (at == 0 or not rows[at - 1].cells[column].words))
            for column in others
            if row.cells[column].words
        }
        found.append(fresh)
        for column, begins in fresh.items():
            before[column] = [*([] if begins else before[column][-6:]), row.cells[column]]
    return found


def _is_value(cell: Line) -> bool:
    """`20%`, `1.2`, `£3m`: a figure alone in its cell, which no sentence that broke off goes on with."""
    return len(cell.words) == 1 and any(map(str.isdigit, cell.words[0].text))


def _stack(rows: Sequence[PhysicalRow]) -> tuple[tuple[Line, ...], ...]:
    width = len(rows[0].cells)
    return tuple(tuple(row.cells[column] for row in rows if row.cells[column].words) for column in range(width))


def _cut_columns(rows: Sequence[PhysicalRow]) -> frozenset[int]:
    """The columns that go on after a page's end inside the row."""
    cut: set[int] = set()
    for at, row in enumerate(rows):
        if at and row.after_cut:
            for column, cell in enumerate(row.cells):
                if cell.words and any(before.cells[column].words for before in rows[:at]):
                    cut.add(column)
    return frozenset(cut)


def _joined(rows: list[LogicalRow], columns: Sequence[Column]) -> list[LogicalRow]:
    """Cells that a page's end cut while the first column moved on: the head of the next row's cell that finishes the
    sentence goes back to the row above (`… other leading think` / `tanks and opinion formers.  Feedback from …`)."""
    joined = list(rows)
    for at in range(1, len(joined)):
        for column in range(len(columns)):
            above, here = joined[at - 1].cells[column], joined[at].cells[column]
            taken, rest = _finishing(above, here)
            if taken:
                joined[at - 1] = _with_cell(joined[at - 1], column, (*above, *taken))
                joined[at] = _with_cell(joined[at], column, rest)
    return joined


def _with_cell(row: LogicalRow, column: int, lines: tuple[Line, ...]) -> LogicalRow:
    """A row with other lines in one cell, which is repaired then."""
    cells = tuple(lines if number == column else cell for number, cell in enumerate(row.cells))
    return attrs.evolve(row, cells=cells, repaired=row.repaired | {column})


def _finishing(above: Sequence[Line], here: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Of the lines ``here`` those that finish the sentence ``above``, and the rest."""
    if not above or not here or is_closed(above[-1]) or not here[0].words[0].text[:1].islower():
        return (), tuple(here)
    taken: list[Line] = []
    for at, line in enumerate(here):
        head, tail = _split_at_gap(line)
        taken.append(head)
        if tail.words:
            return tuple(taken), (tail, *here[at + 1 :])
        following = here[at + 1] if at + 1 < len(here) else None
        if is_closed(line) or following is None or following.words[0].text[:1].isupper():
            return tuple(taken), tuple(here[at + 1 :])
    return tuple(taken), ()


def _split_at_gap(line: Line) -> tuple[Line, Line]:
    """The line before and after its first double space that a capital follows."""
    for at, (before, word) in enumerate(zip(line.words, line.words[1:], strict=False), 1):
        if is_gap(before, word):
            return Line(line.words[:at]), Line(line.words[at:])
    return line, Line(())


def is_gap(before: Word, word: Word) -> bool:
    """A double space between two words of one line that begins a new statement: `… as necessary.  The Prime …`; what
    stands behind a bullet is what it marks."""
    return word.start - before.end >= 2 and not word.text[:1].islower() and not is_bullet(before)
