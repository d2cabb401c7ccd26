"""Text around tables that were found before is read as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from objectives_parser.document import Block, Paragraph
from objectives_parser.layout.text.around import regions_around
from objectives_parser.layout.text.lines import Region, TextLine, document_lines
from objectives_parser.pipeline import read

TEXT = "Harbour plan\nDredge the channel\n\nGoal\nMeasure\n\nTrain the pilots\nMend the pier\n"


def _each_line(lines: Sequence[TextLine]) -> Iterator[Region]:
    blocks = tuple(Paragraph(lines=(line.line,)) for line in lines if line.words)
    yield Region(first=0, last=len(lines) - 1, blocks=blocks)


def _all_at_once(lines: Sequence[TextLine]) -> Iterator[Region]:
    block: Block = Paragraph(lines=tuple(line.line for line in lines if line.words))
    yield Region(first=0, last=len(lines) - 1, blocks=(block,))


def _lines() -> tuple[TextLine, ...]:
    return document_lines(read(TEXT.encode(), name="plan.txt"))


def test_each_stretch_gets_its_blocks() -> None:
    lines = _lines()
    found = regions_around(_each_line, lines, [Region(first=3, last=4, blocks=())])
    assert found is not None
    assert [(region.first, region.last, len(region.blocks)) for region in found] == [(0, 2, 2), (5, len(lines) - 1, 2)]


def test_a_block_on_both_sides_of_a_table_is_none() -> None:
    assert regions_around(_all_at_once, _lines(), [Region(first=3, last=4, blocks=())]) is None
