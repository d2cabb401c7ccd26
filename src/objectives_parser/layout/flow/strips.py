"""Words → strips: runs of words on one baseline without a gap as wide as a gutter. Strips are what flow is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

import attrs

from objectives_parser.document import NOWHERE, BBox, Line, Word
from objectives_parser.layout.drawn_bullets import has_dot
from objectives_parser.layout.flow.markers import MARKER_GAP, is_marker, marker_of

GAP = 1.25  # ems: a wider gap between two words parts columns (justified text stretches spaces to about one em)
LEAST_GAP = 0.3  # ems: no smaller gap parts anything
ALIGNED_GAP = 0.6  # ems: a gap that is enough where word beginnings stand under each other
MARK = 2.2  # times: two sizes that differ less may be a word and its raised mark
DESCENT = 0.22  # ems below the baseline
ALIGNED_ROWS = 4
CERTAIN_ROWS = 8
STRETCHED = 3.5  # ems: no space of a justified line is wider
CERTAIN_BULLETS = frozenset("•●▪■◦❖➢✓◆")
LOOK = attrgetter("size", "bold", "italic")


@attrs.frozen(kw_only=True, eq=False)
class Strip:
    """Words on one baseline, and their text. ``size`` is the type size of most of them; ``bold`` and ``caps`` say that
    all are so; ``color`` and ``font`` are the first word's; ``marker`` is the number of words of the list marker at its
    head, None where none is."""

    line: Line
    text: str
    bbox: BBox
    size: float
    bold: bool
    italic: bool
    caps: bool
    color: str | None
    font: str | None
    angle: float
    marker: int | None

    @property
    def words(self) -> tuple[Word, ...]:
        return self.line.words

    @property
    def ink(self) -> BBox:
        """The box without the room of descenders, which a title of 60 points has over the lines below it."""
        x0, top, x1, bottom = self.bbox
        if self.angle:
            return self.bbox
        return x0, top, x1, max(bottom - DESCENT * self.size, (top + bottom) / 2)

    @property
    def height(self) -> float:
        return self.bbox[3] - self.bbox[1]


def strips_of(words: Sequence[Word], dots: Sequence[BBox] = ()) -> list[Strip]:
    """The strips of a page's words, in no particular order; slanted and upright words never share one. ``dots`` are
    the drawings that may be bullets."""
    rows = [(row, _gaps(row)) for row in _rows([word for word in words if not word.angle])]
    starts = _aligned_starts(rows)
    strips = [strip_of(part) for row, gaps in rows for part in _parts(row, gaps, starts)]
    if dots:
        strips = [with_bullet(strip) if has_dot(dots, strip.bbox, strip.size) else strip for strip in strips]
    return strips + [strip_of(run) for run in _turned([word for word in words if word.angle])]


def strip_of(words: Sequence[Word]) -> Strip:
    """The strip of some words on one baseline."""
    said = [word for word in words if len(word.text) > 1 and not word.superscript] or [words[0]]
    first = said[0]
    size, bold, italic = first.size, first.bold, first.italic
    looks = set(map(LOOK, said))
    if len(looks) > 1:
        size = Counter([word.size for word in said]).most_common(1)[0][0]
        bold, italic = all([bold for _, bold, _ in looks]), all([italic for _, _, italic in looks])
    size = round(size, 1)
    line = Line(tuple(words))
    text = line.text
    return Strip(
        line=line,
        text=text,
        bbox=line.bbox or NOWHERE,
        size=size,
        bold=bold,
        italic=italic,
        caps=text.isupper() and sum(map(str.isalpha, text)) > 3,
        color=first.color,
        font=first.font,
        angle=words[0].angle,
        marker=marker_of(words, size),
    )


def with_bullet(strip: Strip) -> Strip:
    """The strip as the head of a list item whose bullet is drawn: a marker of no words."""
    return strip if strip.marker is not None else attrs.evolve(strip, marker=0)


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words on common baselines, each row left to right; a row is as high as its first word. A raised mark stands in
    the row of the word that it follows."""
    rows: list[list[Word]] = []
    row: list[Word] = []
    top = bottom = size = 0.0
    level_words = [word for word in words if not (word.superscript or word.glued)]
    middles = [(word.bbox[1] + word.bbox[3]) / 2 if word.bbox else 0.0 for word in level_words]
    for number in sorted(range(len(middles)), key=middles.__getitem__):
        word = level_words[number]
        _, head, _, foot = word.bbox or NOWHERE
        own = word.size
        if head == top and foot == bottom and own == size and foot > head:
            row.append(word)  # nine words of ten stand as the one before: no need to reckon
            continue
        overlap = (bottom if bottom < foot else foot) - (top if top > head else head)
        level = rows and overlap > 0.5 * min(bottom - top, foot - head)
        if level and (own == size or one_baseline(bottom, size, foot, own)):
            row.append(word)
        else:
            row = [word]
            rows.append(row)
            top, bottom, size = head, foot, own
    rows.extend(_raised_marks(words, rows))
    for row in rows:
        lefts = [word.bbox[0] if word.bbox else 0.0 for word in row]
        if lefts != sorted(lefts):
            row.sort(key=_left)
    return rows


def _raised_marks(words: Sequence[Word], rows: Sequence[list[Word]]) -> list[list[Word]]:
    """Put each raised mark or ending (`2nd`) into the row of the word before it in the text; the marks that follow
    none, as rows."""
    if not any(word.superscript or word.glued for word in words):
        return []
    row_of = {id(word): row for row in rows for word in row}
    alone = []
    row: list[Word] | None = None
    for word in words:
        if not (word.superscript or word.glued):
            row = row_of[id(word)]
        elif row is not None:
            row.append(word)
        else:
            alone.append([word])
    return alone


def one_baseline(bottom: float, size: float, foot: float, other: float) -> bool:
    """Whether two boxes that overlap stand on one baseline; their feet are where the letters' descenders end. A title
    of 60 points reaches down to the line below it, whose baseline is another; a raised mark is nearly half as large."""
    if max(size, other) < MARK * min(size, other) or not min(size, other):
        return True
    apart = (bottom - DESCENT * size) - (foot - DESCENT * other)
    return abs(apart) < 0.5 * min(size, other)


def _left(word: Word) -> float:
    return word.bbox[0] if word.bbox else 0.0


def _gaps(row: Sequence[Word]) -> list[float]:
    """The gaps between neighbours of a row, in ems."""
    gaps = []
    end, size = 0.0, 1.0
    for word in row:
        x0, _, x1, _ = word.bbox or NOWHERE
        own = word.size
        if own < 1.0:
            own = 1.0
        gaps.append((x0 - end) / (own if own > size else size))
        end, size = x1, own
    return gaps[1:]


@attrs.frozen
class Starts:
    """How many rows, or words behind a gap, begin at a place (in steps of two points)."""

    counts: Counter[int]
    rows: int

    def below(self, word: Word) -> int:
        """How many begin under or over the word."""
        place = round(_left(word) / 2)
        return self.counts[place - 1] + self.counts[place] + self.counts[place + 1]

    def is_column(self, word: Word) -> bool:
        """Whether so many begin where the word does that chance is out of the question."""
        return self.below(word) >= max(CERTAIN_ROWS, self.rows / 6)


def _aligned_starts(rows: Sequence[tuple[Sequence[Word], Sequence[float]]]) -> Starts:
    """Where rows, and words behind a gap, begin."""
    counts: Counter[int] = Counter()
    for row, gaps in rows:
        counts[round(_left(row[0]) / 2)] += 1
        for at, gap in enumerate(gaps, start=1):
            if gap >= ALIGNED_GAP:
                counts[round(_left(row[at]) / 2)] += 1
    return Starts(counts, len(rows))


def _parts(row: Sequence[Word], gaps: Sequence[float], starts: Starts) -> Sequence[Sequence[Word]]:
    """A row cut at its gutters; a list marker stays with its text."""
    if not gaps or max(gaps) < LEAST_GAP:
        return [row]
    parts = []
    start = 0
    for at, gap in enumerate(gaps, start=1):
        if gap < LEAST_GAP:
            continue
        if at - start == 1 and is_marker(row[start]):
            cut = gap >= MARKER_GAP
        else:
            cut = _is_cut(gaps, at - 1, row[at - 1], row[at], starts)
        if cut:
            parts.append(row[start:at])
            start = at
    return [*parts, row[start:]]


def _is_cut(gaps: Sequence[float], at: int, before: Word, word: Word, starts: Starts) -> bool:
    """Whether a gap is wide enough to part columns, or a smaller one stands where a column begins."""
    gap = gaps[at]
    if gap < 0.5:
        return gap * max(before.size, word.size) >= 0.5 * min(before.size, word.size) and _other_hand(before, word)
    if _other_hand(before, word) or word.text in CERTAIN_BULLETS or (gap >= ALIGNED_GAP and starts.is_column(word)):
        return True
    wide = gap >= GAP or (gap >= ALIGNED_GAP and starts.below(word) >= ALIGNED_ROWS)
    return wide and not _stretched(gaps, at)


def _stretched(gaps: Sequence[float], at: int) -> bool:
    """Whether a gap is a space of a justified line: its neighbours are nearly as wide."""
    beside = [gaps[i] for i in (at - 1, at + 1) if 0 <= i < len(gaps)]
    return gaps[at] < STRETCHED and any(gap > ALIGNED_GAP and gap > gaps[at] / 1.4 for gap in beside)


def _other_hand(a: Word, b: Word) -> bool:
    """Whether two neighbours are set in different faces and sizes, as an icon's letters or a note beside the text."""
    apart = abs(a.size - b.size)
    return (apart > 1.5 or (a.font != b.font and apart > 0.5)) and not (a.superscript or b.superscript)


def _turned(words: Sequence[Word]) -> list[list[Word]]:
    """Slanted and upright-standing words in the order of the text layer, a run for each line."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and runs[-1][-1].angle == word.angle and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _follows(a: Word, b: Word) -> bool:
    near = 1.2 * max(a.size, b.size)
    one, other = a.bbox, b.bbox
    if one is None or other is None:
        return False
    apart = max(one[0], other[0]) - min(one[2], other[2]), max(one[1], other[1]) - min(one[3], other[3])
    return apart[0] < near and apart[1] < near and (a.angle not in (90.0, -90.0) or apart[0] < 0)
