"""White gutters: the places where columns of text part although no line is drawn."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import NOWHERE, Word
from objectives_parser.layout.tables.lines import em_of
from objectives_parser.layout.wrapping import is_bullet

CROSSED = 0.25
"""A gutter may be crossed by this share of the lines beside it: headers over several columns, section rows."""
LEAST_PARTED = 2
"""A gutter parts as many lines at least."""
NARROW = 3.0
TIGHT, LOOSE = 0.45, 0.9
"""White room up to this many ems is a space between words: in blocks of many lines, and in blocks of few."""
MANY_LINES = 6
HEAD_LINES = 4
FLUSH, FLUSH_WITH = 0.7, 2
"""Points between the beginnings of two runs that are flush, and how many others a run must be flush with."""
LONELY = 1.0
"""A column of one run of text must stand this many ems apart."""

MARKER = re.compile(r"[•●○▪▫■◼◾◦‣⁃∙–—*·oO✓✔►▶➢➤➔❖◆»\uf000-\uf0ff-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]", re.IGNORECASE)
"""A list marker alone: "•", "1.", "(b)", "iv)"."""


@attrs.frozen
class Run:
    """Words of one line that ordinary spaces part; ``low`` to ``high`` is their extent."""

    low: float
    high: float
    words: tuple[Word, ...]


def runs_of(row: Sequence[Word], room: float) -> list[Run]:
    """A line's words → runs, parted where the white room is wider than ``room`` ems."""
    if not row:
        return []
    runs: list[Run] = []
    start = 0
    low, _, high, _ = row[0].bbox or NOWHERE
    for index, word in enumerate(row):
        x0, _, x1, _ = word.bbox or NOWHERE
        if x0 > high and x0 - high > room * (word.size or em_of(word)):
            runs.append(Run(low, high, tuple(row[start:index])))
            start, low, high = index, x0, x1
        elif x1 > high:
            high = x1
    runs.append(Run(low, high, tuple(row[start:]) if start else tuple(row)))
    return runs


def flush_runs(rows: Sequence[Sequence[Word]], starts: Sequence[float] | None = None) -> list[list[Run]]:
    """The runs of a few lines of one block: the white room between two counts if it is wide, or if what follows it
    begins where other runs do, for cells of one column begin flush however near the text before them comes.

    ``starts`` are the beginnings of all the block's runs, in order, where the lines are a part of it.
    """
    starts = run_starts(rows) if starts is None else starts
    found = []
    for row in rows:
        line, parts = runs_of(row, LOOSE), runs_of(row, TIGHT)
        if len(parts) == len(line):
            found.append(line)
            continue
        begun = {run.low for run in line}
        kept = [run.low for run in parts[1:] if run.low in begun or _beside(starts, run.low) > FLUSH_WITH]
        found.append(_parted_at(row, kept))
    return found


def run_starts(rows: Iterable[Sequence[Word]]) -> list[float]:
    """Where the runs of lines begin, the first of each line apart, in order."""
    return sorted(run.low for row in rows for run in runs_of(row, TIGHT)[1:])


def _beside(starts: Sequence[float], place: float) -> int:
    """How many of the sorted places stand at one place, itself among them."""
    return bisect_right(starts, place + FLUSH) - bisect_left(starts, place - FLUSH)


def _parted_at(row: Sequence[Word], places: Sequence[float]) -> list[Run]:
    """A line's words → runs that begin at the places, where words stand."""
    cuts = [0, *(at for at, word in enumerate(row) if at and (word.bbox or NOWHERE)[0] in places), len(row)]
    parts = [tuple(row[low:high]) for low, high in pairwise(cuts)]
    return [
        Run((part[0].bbox or NOWHERE)[0], max([(word.bbox or NOWHERE)[2] for word in part]), part) for part in parts
    ]


def is_parted(row: Sequence[Word], room: float) -> bool:
    """Does a line hold two runs of text at least?"""
    _, _, high, _ = row[0].bbox or NOWHERE
    for word in row:
        x0, _, x1, _ = word.bbox or NOWHERE
        if x0 > high and x0 - high > room * (word.size or em_of(word)):
            return True
        if x1 > high:
            high = x1
    return False


@attrs.frozen
class Gutter:
    """A white strip, and the place in it where the border is taken to be. ``headed``: a head alone stands beside it."""

    low: float
    high: float
    place: float
    headed: bool = False


def gutters(rows: Sequence[Sequence[Word]], lattice: Sequence[float] = ()) -> list[float]:
    """Lines of text that stand in one block → the places of the gutters between its columns.

    ``lattice`` names places where lines are drawn elsewhere in the table: a gutter that holds one is taken there.
    """
    full = [row for row in rows if row]
    lines = [runs_of(row, TIGHT) for row in full] if len(rows) >= MANY_LINES else flush_runs(full)
    if sum([len(line) > 1 for line in lines]) < LEAST_PARTED:
        return []
    white = [gutter for low, high in _white(lines) if (gutter := _gutter(low, high, lattice, False)) is not None]
    kept = _with_columns(white, lines)
    under = [_gutter(low, high, lattice, True) for low, high in _under_head(lines, [gutter.place for gutter in kept])]
    if under:
        kept = _with_columns(sorted((*kept, *filter(None, under)), key=lambda gutter: gutter.place), lines)
    return [gutter.place for gutter in kept]


def _gutter(low: float, high: float, lattice: Sequence[float], headed: bool) -> Gutter | None:
    """A white strip as a gutter; None if it is too narrow to be one."""
    drawn = [x for x in lattice if low <= x <= high]
    if drawn:
        return Gutter(low, high, drawn[len(drawn) // 2], headed)
    return Gutter(low, high, (low + high) / 2, headed) if high - low >= NARROW else None


def crossed(runs: Sequence[Run], place: float) -> bool:
    """Does a run of the line reach over the place?"""
    left, right = place - 1, place + 1
    return any([run.low < left and run.high > right for run in runs])


def _white(lines: list[list[Run]]) -> list[tuple[float, float]]:
    """The strips that few of the lines beside them cross, each where the fewest do."""
    steps: dict[float, list[int]] = {}
    for line in lines:
        steps.setdefault(line[0].low, [0, 0])[1] += 1
        steps.setdefault(line[-1].high, [0, 0])[1] -= 1
        for run in line:
            steps.setdefault(run.low, [0, 0])[0] += 1
            steps.setdefault(run.high, [0, 0])[0] -= 1
    strips: list[tuple[float, float, int]] = []
    covered = beside = 0
    best: tuple[int, float, float] | None = None
    for place, after in pairwise(sorted(steps)):
        covered += steps[place][0]
        beside += steps[place][1]
        open_here = beside - covered >= LEAST_PARTED and covered <= CROSSED * beside
        if not open_here:
            if best is not None:
                strips.append((best[1], best[2], best[0]))
            best = None
        elif best is None or covered < best[0] or (covered == best[0] and after - place > best[2] - best[1]):
            best = (covered, place, after)
    return [(low, high) for low, high, _ in strips]


def _under_head(lines: list[list[Run]], places: list[float]) -> list[tuple[float, float]]:
    """White strips beside columns that hold nothing but their head, in one of the first lines.

    They count if that line has a text in each column known otherwise, and no other line reaches into the strip.
    """
    for head in lines[:HEAD_LINES] if places else []:
        known = {bisect_left(places, (run.low + run.high) / 2) for run in head}
        if len(head) > len(known) > len(places):
            return [strip for pair in pairwise(head) if (strip := _strip_between(*pair, lines, places)) is not None]
    return []


def _strip_between(before: Run, after: Run, lines: list[list[Run]], places: list[float]) -> tuple[float, float] | None:
    if any(before.high - 1 <= place <= after.low + 1 for place in places):
        return None
    low = max((run.high for line in lines for run in line if run.low < before.high), default=before.high)
    high = min((run.low for line in lines for run in line if run.high > after.low), default=after.low)
    return (low, high) if high - low > NARROW else None


def _with_columns(found: list[Gutter], lines: list[list[Run]]) -> list[Gutter]:
    """The gutters left when those are dropped that part off no column: nothing, a stray word, or only list markers."""
    if not found:
        return []
    runs = [((run.low + run.high) / 2, run) for line in lines for run in line]
    kept: list[Gutter] = []
    for gutter in [*found, None]:
        low = kept[-1].place if kept else float("-inf")
        high = gutter.place if gutter else float("inf")
        column = [run for middle, run in runs if low < middle < high]
        if gutter is not None and _is_column(column, kept[-1] if kept else None, gutter):
            if not _is_hanging(column, gutter, [run for _, run in runs if low < run.low < gutter.low]):
                kept.append(gutter)
        elif gutter is None and kept and not _is_column(column, kept[-1], None):
            kept.pop()
    return kept


def _is_hanging(column: list[Run], gutter: Gutter, begun: list[Run]) -> bool:
    """Are most texts before a gutter bullets, and do other lines begin left of them that run over the gutter? Then a
    list hangs there in a cell; ticks in a column have no such lines over them."""
    bullets = [run.low for run in column if len(run.words) == 1 and is_bullet(run.words[0])]
    if len(bullets) < FLUSH_WITH or 2 * len(bullets) < len(column):
        return False
    return sum(run.low < bullets[0] and run.high > gutter.high for run in begun) >= FLUSH_WITH


def _is_column(column: list[Run], before: Gutter | None, after: Gutter | None) -> bool:
    """Two runs of text, or one that stands well apart; markers of list items are no column."""
    texts = [" ".join(word.text for word in run.words) for run in column]
    if not texts or all(MARKER.fullmatch(text) for text in texts):
        return False
    if len(texts) > 1:
        return True
    if any(gutter is not None and gutter.headed for gutter in (before, after)):
        return True
    em = max(em_of(word) for word in column[0].words)
    return all(gutter is None or gutter.high - gutter.low > LONELY * em for gutter in (before, after))
