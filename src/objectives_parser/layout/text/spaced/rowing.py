"""Lines in columns → logical rows: the cheapest way of cutting a table's lines into rows.

What speaks for a cut: a blank line; in each column, an ended text above and a begun one below. What speaks against a
row: an empty cell (the first column's most of all), a cell with a hole in it, and a cell that neither begins at the
row's first line (tables set from the top) nor stands in its middle (tables set around the middle); both are tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import attrs
import regex

from objectives_parser.document import GRID_X, Line, Word
from objectives_parser.layout.wrapping import Column, bare, breaks, is_bullet, line_width
from objectives_parser.roles import header_role

LONGEST_ROW = 48
BEGUN, CUT, NAME = 0.5, 1.0, 1.4
HOLE, EMPTY, NO_SUBJECT = 1.5, 0.9, 2.5
SPARSE = 0.6
"""A column that has text in fewer places than others is empty in some rows."""
HALF_LINE = 0.1
"""Around the middle, cells of two lines and of three have their lines between each other's."""
BLANK, PAGE_END, AT_ONCE = 0.8, 0.5, 1.0
OPEN, WIDELY = 4.0, 3.0
GOES_ON, HANGING = -3.0, 2
FIGURE, LONGEST_FIGURE = 0.5, 14
QUANTITY = regex.compile(r"[<>≤≥~]?\s?[$€£¥]?\s?\d")
FIGURE_ALONE = regex.compile(r"[<>≤≥~]?\s?[$€£¥]?\s?(?:\d{1,3}(?:[.,]\d+)*|\d{5,})\s?[%kKmM]?")
COUNTED_BEFORE = frozenset(["by", "in", "to", "of", "and", "or", "from", "than", "no", "page", "phase", "goal", "year"])
PERIOD = regex.compile(r"Q[1-4]\b|FY ?\d|H[12]\b")
DATE = regex.compile(r"Q[1-4],? ?(?:FY ?)?\d{2,4}|FY ?\d{2,4},? ?Q[1-4]|\d{1,2}/\d{1,2}/\d{2,4}|\p{Lu}\p{Ll}+ \d{4}")
DATED = 8.0
"""A whole date under a whole date is that of another row."""
CODED = 10.0
"""A row's own code (`LU-1.1` under `LU-1`) begins a row, however many of its cells are empty."""
NUMBER = regex.compile(r"\d{1,3}[.)]?")
FEWEST_BESIDE = 2
"""So many cells begin beside a number that counts a row."""
CODE = regex.compile(r"(?=.*\d)\p{Lu}{1,4}[-.]?\d{1,3}(?:[-.]\d{1,3}){0,3}\p{Ll}?[.)]?$")
COUNTED = regex.compile(r"((?:\p{Lu}{0,4}[-.]?)(?:\d{1,3}\.){0,3})(\d{1,3})[.)]?")
LEAST_COUNTED, MOST_COUNT = 2, 0.7
NAMED, FEWEST_NAMED, LONGEST_NAME = 4.0, 2, 3
TICKS, TICKLESS = frozenset("xX✓✔✗✘√●•■◆▪★*+"), 0.1
BOXES = frozenset("☐☑☒")
OFF, NEARLY = 1.0, 0.1
"""A cell off the middle of its row by a line; half a line is what rounding does, and decides between equals."""
MOST_OFF = 3.0


@attrs.frozen(kw_only=True, eq=False)
class Slice:
    """One physical line of a table: its words by column, its height (lines from the table's top, over all pages), and
    the empty lines before it; ``item`` says that a numbered item begins a row with it, ``names`` that its cells are
    names of columns."""

    cells: tuple[tuple[Word, ...], ...]
    y: int
    blanks: int
    page: int
    item: bool = False
    names: bool = False


def logical_rows(slices: Sequence[Slice], names: frozenset[str], *, sided: bool = False) -> list[tuple[int, int]]:
    """The rows as first and last line, each inclusive; ``sided`` says that the first column's cells name them, and are
    not cut."""
    return cheapest_rows(slices, names, sided=sided)[1] if slices else []


def counted_rows(slices: Sequence[Slice]) -> list[tuple[int, int]]:
    """The rows that numbers at their first lines count; none where the numbers do not count, or stand elsewhere."""
    found = [(at, " ".join(word.text for word in part.cells[0])) for at, part in enumerate(slices) if part.cells[0]]
    numbers = [_number(match) for _, text in found if (match := COUNTED.fullmatch(text)) is not None]
    if len(numbers) < max(len(found), LEAST_COUNTED) or found[0][0] > 0:
        return []
    counting = sum(_follows(a, b) for a, b in pairwise(numbers))
    if counting < MOST_COUNT * (len(numbers) - 1):
        return []
    for at, _ in found:  # at a row's middle, a number stands beside the middle of sentences
        beside = next((cell for cell in slices[at].cells[1:] if cell), None)
        if beside is None or beside[0].text[:1].islower():
            return []
    starts = [at for at, _ in found]
    return list(zip(starts, [*(at - 1 for at in starts[1:]), len(slices) - 1], strict=True))


def rows_under_numbers(slices: Sequence[Slice]) -> list[tuple[int, int]]:
    """The rows whose numbers stand over their names, beside cells that begin there (`26`, and under it `Homes for large
    households`): from the first line on, two at least, the numbers rising; else none."""
    filled = [(at, part.cells[0]) for at, part in enumerate(slices) if part.cells[0]]
    alone = [(at, int(words[0].text.rstrip(".)"))) for at, words in filled if len(words) == 1 and _is_number(words[0])]
    rising = len(alone) > 1 and all(a < b for (_, a), (_, b) in pairwise(alone))
    if not rising or len(alone) == len(filled) or alone[0][0] > 0:
        return []
    if any(sum(map(bool, slices[at].cells)) <= FEWEST_BESIDE for at, _ in alone):
        return []
    starts = [at for at, _ in alone]
    return list(zip(starts, [*(at - 1 for at in starts[1:]), len(slices) - 1], strict=True))


def _is_number(word: Word) -> bool:
    return NUMBER.fullmatch(word.text) is not None


def _number(found: regex.Match[str]) -> tuple[str, tuple[int, ...]]:
    """A number's letters and its parts: `A1.2`."""
    letters = found.group(1).rstrip(".0123456789")
    return letters, tuple(map(int, regex.findall(r"\d+", found.group())))


def _follows(a: tuple[str, tuple[int, ...]], b: tuple[str, tuple[int, ...]]) -> bool:
    """Whether a number is the next one: `1.2` behind `1.1`, `2` behind it, `1.1` behind `1`."""
    if a[0] != b[0]:
        return False
    before, number = a[1], b[1]
    deep = len(number) - 1
    if number[:-1] == before:
        return number[-1] == 1
    return deep < len(before) and number[:-1] == before[:deep] and number[-1] == before[deep] + 1


def cheapest_rows(
    slices: Sequence[Slice], names: frozenset[str], *, sided: bool = False
) -> tuple[float, list[tuple[int, int]]]:
    """The cheapest way of cutting the lines into rows, and its cost."""
    costs = _Costs(slices, names)
    if sided:
        costs.cuts = [cut + OPEN * costs.cuts_name(at) for at, cut in enumerate(costs.cuts)]
    return min((costs.cheapest(middle) for middle in (False, True)), key=lambda found: round(found[0], 6))


def row_cost(slices: Sequence[Slice], names: frozenset[str]) -> float:
    """The cost of all the lines as one row."""
    costs = _Costs(slices, names)
    return min(costs.row(0, len(slices) - 1, middle) for middle in (False, True))


class _Costs:
    """The costs of rows and cuts, summed up once."""

    def __init__(self, slices: Sequence[Slice], names: frozenset[str]) -> None:
        self.slices = slices
        self.columns = len(slices[0].cells)
        self.filled = [[at for at, s in enumerate(slices) if s.cells[c]] for c in range(self.columns)]
        self.scores = [self._scores(c, names) for c in range(self.columns)]
        self.subject = next((c for c in range(self.columns) if self.filled[c]), 0)
        blocks = [sum(b - a > 1 for a, b in pairwise(lines)) + 1 for lines in self.filled]
        self.empty = [
            TICKLESS if self._ticked(c) else EMPTY * max(SPARSE, blocks[c] / max(blocks)) for c in range(self.columns)
        ]
        self.named = {at for at, part in enumerate(slices) if part.names}
        self.before = [_counts(lines, len(slices)) for lines in self.filled]
        self.cuts = [self._cut(at) for at in range(len(slices))]
        self.sums = {middle: [self._sums(c, middle) for c in range(self.columns)] for middle in (False, True)}

    def _ticked(self, column: int) -> bool:
        """Whether a column holds nothing but ticks, as those of a timeline do: most rows have none there."""
        cells = [self.slices[at].cells[column] for at in self.filled[column]]
        return bool(cells) and all(len(cell) == 1 and cell[0].text in TICKS for cell in cells)

    def _scores(self, column: int, names: frozenset[str]) -> dict[int, float]:
        """For each line with text in the column, how likely a new statement begins there."""
        lines = [(at, Line(self.slices[at].cells[column])) for at in self.filled[column]]
        widths = [line_width(line, grid=False) for _, line in lines]
        full = Column(full=max(widths, default=0.0), names=names, grid=False)
        scores = {at: _begins(before, line, full) for (_, before), (at, line) in pairwise(lines)}
        scores |= {at: GOES_ON for at in _hanging(lines)}
        if column == 0:
            scores |= {
                at: CODED for (above, before), (at, line) in pairwise(lines) if self._heads(above, before, at, line)
            }
        return scores

    def _heads(self, above: int, before: Line, at: int, line: Line) -> bool:
        """Whether a line with nothing beside it is counted in another way than the row under it (`1.1 Simplify the
        rules` over `i. Consult …` and its dates), or than the row above it."""
        alone = [not any(self.slices[place].cells[1:]) for place in (above, at)]
        counts = [_counted(other) for other in (before, line)]
        return any(alone) and "" not in counts and counts[0] != counts[1]

    def _cut(self, at: int) -> float:
        """The cost of a row's beginning at the line."""
        if not at:
            return 0.0
        cost = -BLANK * min(self.slices[at].blanks, 2)
        if self.slices[at].page != self.slices[at - 1].page:
            cost -= PAGE_END
        if self._all_begin(at):
            cost -= AT_ONCE
        if at in self.named or at - 1 in self.named:
            cost -= NAMED
        for column in range(self.columns):
            place = self.before[column][at]
            following = self.filled[column][place] if place < len(self.filled[column]) else -1
            if following in self.scores[column] and following - at <= 2:
                weight = NAME if column == self.subject else CUT
                cost += weight * max(0.0, -self.scores[column][following])
        return cost

    def _all_begin(self, at: int) -> bool:
        """Whether all cells of a line, the subject's among them, begin with bullets, under a line that goes on with an
        item: where items wrap, several begin on one line by chance in few places."""
        cells, above = ([cell for cell in self.slices[line].cells if cell] for line in (at, at - 1))
        if len(cells) < 2 or not self.slices[at].cells[self.subject]:
            return False
        return all(is_bullet(cell[0]) for cell in cells) and not any(is_bullet(cell[0]) for cell in above)

    def cuts_name(self, at: int) -> bool:
        """Whether the first column's cell goes on from the line above: `Measures of` / `success`."""
        place = self.before[self.subject][at]
        lines = self.filled[self.subject]
        if not 0 < place < len(lines) or lines[place] != at or lines[place - 1] != at - 1 or self.slices[at].blanks:
            return False
        return self.scores[self.subject].get(at, 0.0) <= -WIDELY

    def _sums(self, column: int, middle: bool) -> tuple[list[float], list[float]]:
        """What holes and begun statements cost down to each line with text in the column, so that those of a row are
        one difference each."""
        lines, scores = self.filled[column], self.scores[column]
        holes = ((HALF_LINE if middle and b - a == 2 else HOLE) if b - a > 1 else 0.0 for a, b in pairwise(lines))
        begun = (BEGUN * max(0.0, scores.get(at, 0.0)) for at in lines[1:])
        return list(accumulate(holes, initial=0.0)), list(accumulate(begun, initial=0.0))

    def cheapest(self, middle: bool) -> tuple[float, list[tuple[int, int]]]:
        count = len(self.slices)
        best = [0.0] + [float("inf")] * count
        back = [0] * (count + 1)
        for end in range(1, count + 1):
            for start in range(max(0, end - LONGEST_ROW), end):
                cost = best[start] + self.cuts[start] + self.row(start, end - 1, middle)
                if cost < best[end] - 1e-9:
                    best[end], back[end] = cost, start
        rows: list[tuple[int, int]] = []
        end = count
        while end:
            rows.append((back[end], end - 1))
            end = back[end]
        return best[count], rows[::-1]

    def row(self, first: int, last: int, middle: bool) -> float:
        cost = 0.0
        slices = self.slices
        top, bottom = slices[first].y, slices[last].y
        for column, (filled, before, (holes, begun)) in enumerate(
            zip(self.filled, self.before, self.sums[middle], strict=True)
        ):
            low, high = before[first], before[last + 1] - 1
            if low > high:
                if filled:
                    cost += NO_SUBJECT if column == self.subject else self.empty[column]
                continue
            cost += holes[high] - holes[low] + begun[high] - begun[low]
            if middle:
                beside = abs(slices[filled[low]].y + slices[filled[high]].y - top - bottom) / 2
                cost += NEARLY * beside
                off = beside - 0.5
            else:
                off = float(filled[low] - first)
            cost += OFF * max(0.0, min(MOST_OFF, off))
        return cost


def names_columns(line: Sequence[tuple[Word, ...]]) -> bool:
    """Whether the cells of a line, several from the first on, are names of different columns: those of a further row of
    facts."""
    cells = [cell for cell in line if cell]
    if not line[0] or len(cells) < FEWEST_NAMED or any(len(cell) > LONGEST_NAME for cell in cells):
        return False
    roles = [header_role(" ".join(word.text for word in cell)) for cell in cells]
    sure = {role.role for role in roles if role is not None and role.strength >= 1.0 and role.role != "period"}
    return len(sure) == len(roles)


def _counts(lines: Sequence[int], count: int) -> list[int]:
    """How many of the lines stand before each of so many places, and before the end."""
    marked = set(lines)
    return list(accumulate((at in marked for at in range(count)), initial=0))


_COUNTED = regex.compile(r"(?P<deep>\d{1,2}(?:\.\d{1,2})+\.?)|(?P<number>\d{1,2}[.)])|(?P<roman>\(?[ivx]{1,5}[.)])$")


def _counted(line: Line) -> str:
    """How a line is counted: `1.1`, `1.`, `ii.`, or not at all."""
    found = _COUNTED.match(line.words[0].text)
    return found.lastgroup or "" if found and len(line.words) > 1 else ""


def _hanging(lines: Sequence[tuple[int, Line]]) -> Iterator[int]:
    """The lines that hang behind the bullet of the item above them: they go on with it, whatever they begin with."""
    bullet: float | None = None
    for at, line in lines:
        first = line.words[0]
        start = first.bbox[0] if first.bbox else 0.0
        if is_bullet(first):
            bullet = start
        elif bullet is not None and start >= bullet + HANGING * GRID_X:
            yield at
        else:
            bullet = None


def _begins(before: Line, line: Line, column: Column) -> float:
    """How likely a new cell begins with the line. Bullets begin and go on; a figure under a figure is another one."""
    if is_bullet(line.words[0]) or line.words[0].text[0] in BOXES:
        return 0.0
    if CODE.match(before.text) and CODE.match(line.text) and before.text != line.text:
        return CODED
    if DATE.fullmatch(before.text) and DATE.fullmatch(line.text):
        return DATED
    if not any(map(str.isalnum, before.text + line.text)):
        return FIGURE  # an arrow under an arrow
    least = FIGURE if _figures(before.text, line.text) else 0.0 if _is_figure(before.text, line.text) else -3.0
    return max(least, min(3.0, breaks([before], line, column)))


def _is_figure(before: str, text: str) -> bool:
    """Whether a line is a short figure, no year, below a short word: `Draft` over `11`."""
    short = max(len(before), len(text)) < LONGEST_FIGURE and not before.endswith((",", "-", "–", "/"))
    return short and FIGURE_ALONE.fullmatch(text) is not None and bare(before) not in COUNTED_BEFORE


def _figures(before: str, text: str) -> bool:
    """Whether two lines are each a short figure of one kind, or the same short word again (`Met` under `Met`)."""
    if max(len(before), len(text)) >= LONGEST_FIGURE or before.endswith((",", "-", "–", "/")):
        return False
    alike = any(kind.match(before) and kind.match(text) for kind in (QUANTITY, PERIOD))
    return alike or before == text
