"""Rows of run-on tables that neither numbers nor bullets tell apart: what each paragraph says, how wide it is set, and
the order of the columns tell which column it stands in; a row begins where the first column's paragraphs stand.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Line
from objectives_parser.layout.median import median
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.wrapping import Column, breaks, text_width
from objectives_parser.roles import fit_of, is_imperative
from objectives_parser.values import is_date_only

_LONGEST = 400
_WIDE = 90
"""Characters: lines of running text, not of a column."""
_BARE, _SKIP, _UNLIKE = 2.5, 0.7, 4.0
_LEAST_PARAGRAPHS, _NEAR = 2, 40


@attrs.frozen(eq=False)
class _Paragraph:
    """Lines that state one thing, or one cell."""

    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def width(self) -> float | None:
        """The width of its column, where it was wrapped."""
        return max(text_width(line.text) for line in self.lines[:-1]) if len(self.lines) > 1 else None


def openings(lines: Sequence[TextLine], kinds: Sequence[str], names: frozenset[str]) -> list[TextLine]:
    """The lines that begin rows of a table whose columns hold these kinds of statements; none where they can't be
    told, as where few of them are worded as aims are (`Deliver …`, `To deliver …`)."""
    paragraphs = _paragraphs(lines, names)
    if not _LEAST_PARAGRAPHS <= len(paragraphs) <= _LONGEST or any(len(line.text) > _WIDE for line in lines):
        return []
    fits = [[fit_of(paragraph.text, kind) for kind in kinds] for paragraph in paragraphs]
    places = _placed(fits)
    widths = [_usual(paragraphs, places, column) for column in range(len(kinds))]
    for paragraph, row in zip(paragraphs, fits, strict=True):
        for column, width in enumerate(widths):
            if width is not None and paragraph.width is not None:
                row[column] -= _UNLIKE * abs(paragraph.width - width) / width
    places = _placed(fits)
    found = [paragraph for paragraph, place in zip(paragraphs, places, strict=True) if place == 0]
    sure = sum(is_imperative(paragraph.text) or paragraph.text.startswith("To ") for paragraph in found)
    return [paragraph.lines[0] for paragraph in found] if sure * 3 >= 2 * len(found) else []


def _usual(paragraphs: Sequence[_Paragraph], places: Sequence[int], column: int) -> float | None:
    own = [
        paragraph.width
        for paragraph, place in zip(paragraphs, places, strict=True)
        if place == column and paragraph.width is not None
    ]
    return median(own) if len(own) > 1 else None


def _placed(fits: Sequence[Sequence[float]]) -> list[int]:
    """The likeliest columns of all paragraphs together, the first paragraph in the first column (Viterbi)."""
    count = len(fits[0])
    best = [fits[0][0] if column == 0 else float("-inf") for column in range(count)]
    ways: list[list[int]] = []
    for row in fits[1:]:
        reached = [
            max((best[source] + _step(source, column), -source) for source in range(count)) for column in range(count)
        ]
        best = [score + fit for (score, _), fit in zip(reached, row, strict=True)]
        ways.append([-source for _, source in reached])
    at = max(range(count), key=best.__getitem__)
    places = [at]
    for sources in reversed(ways):
        at = sources[at]
        places.append(at)
    return places[::-1]


def _step(before: int, column: int) -> float:
    """What the order of columns speaks against: an objective that nothing serves, an empty cell, a column on the left
    that is not the first."""
    if column == 0:
        return -_BARE if before == 0 else 0.0
    if column < before:
        return -2 * _BARE
    return -_SKIP * max(0, column - before - 1)


def _paragraphs(lines: Sequence[TextLine], names: frozenset[str]) -> list[_Paragraph]:
    """The lines between empty ones, and where those hold several statements each of these."""
    found: list[list[TextLine]] = []
    column = Column(full=max((text_width(line.text) for line in lines), default=0.0), names=names)
    blank = True
    for line in lines:
        if not line.words:
            blank = True
            continue
        if (
            found
            and not (blank and not line.words[0].text[:1].islower())
            and not _begins(found[-1][-_NEAR:], line, column)
        ):
            found[-1].append(line)
        else:
            found.append([line])
        blank = False
    return [_Paragraph(tuple(paragraph)) for paragraph in found]


def _begins(before: Sequence[TextLine], line: TextLine, column: Column) -> bool:
    own = attrs.evolve(column, full=max(text_width(above.text) for above in before))
    return not is_date_only(line.text) and breaks([above.line for above in before], Line(line.words), own) > 1.0
