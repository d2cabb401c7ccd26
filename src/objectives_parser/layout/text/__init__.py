"""Plain text → blocks: tabbed tables, run-on tables, tables aligned by spaces, and the text around them.

Each way of laying text out takes the lines that are left and returns the ranges it explains; ``WAYS`` gives the order.
"""

from __future__ import annotations

import attrs

from objectives_parser.document import Block, Document
from objectives_parser.layout.text import (
    baselines,
    captioned,
    closed_cells,
    closed_runs,
    colon_forms,
    ended,
    figures,
    flow,
    inline_forms,
    lone_signs,
    packed,
    parted,
    run_on,
    spaced,
    stacked,
    tabbed,
)
from objectives_parser.layout.text.around import regions_around
from objectives_parser.layout.text.counted_headings import with_counted_headings
from objectives_parser.layout.text.lines import Region, TextLine, document_lines
from objectives_parser.layout.text.lost_feeds import with_lost_feeds
from objectives_parser.layout.text.packed import statements
from objectives_parser.layout.text.spaced.rows import is_paged, is_printed
from objectives_parser.layout.text.watermarks import without_watermarks

WAYS = (
    ended.regions,
    tabbed.regions,
    parted.regions,
    closed_runs.regions,
    closed_cells.regions,
    baselines.regions,
    packed.joined_regions,
    inline_forms.regions,
    colon_forms.regions,
    captioned.regions,
    spaced.regions,
    figures.regions,
    packed.unparted_regions,
    run_on.regions,
    statements.statement_regions,
    stacked.regions,
    spaced.paged_regions,
    packed.regions,
    packed.flat_regions,
    lone_signs.regions,
)
WHOLE = (spaced.paged_regions, spaced.printed_regions)
"""The ways that read all there is."""


def lay_out_text(document: Document) -> Document:
    """A plain text document with its blocks: every word in exactly one of them."""
    lines, marks = without_watermarks(with_lost_feeds(document_lines(document)))
    return attrs.evolve(document, blocks=(*text_blocks(lines), *marks))


def text_blocks(lines: tuple[TextLine, ...]) -> list[Block]:
    """The lines as blocks, in order."""
    regions: list[Region] = []
    marked = sum(line.level > 0 for line in lines) > 1  # a converter that tells headings tells paragraphs too
    ways = (*WAYS, spaced.printed_regions) if not marked and (is_printed(lines) or is_paged(lines)) else WAYS
    for way in ways:
        around = regions_around(way, lines, regions) if regions and way in WHOLE and is_paged(lines) else None
        if around is not None:
            regions.extend(around)
            continue
        for part in _unexplained(lines, regions):
            regions.extend(way(part))
    blocks: list[Block] = []
    at = 0
    for region in sorted(regions, key=lambda region: region.first):
        blocks.extend(flow.blocks(lines[at : region.first]))
        blocks.extend(region.blocks)
        at = region.last + 1
    blocks.extend(flow.blocks(lines[at:]))
    return with_counted_headings(blocks)


def _unexplained(lines: tuple[TextLine, ...], regions: list[Region]) -> list[tuple[TextLine, ...]]:
    parts: list[tuple[TextLine, ...]] = []
    at = 0
    for region in sorted(regions, key=lambda region: region.first):
        parts.append(lines[at : region.first])
        at = region.last + 1
    parts.append(lines[at:])
    return [part for part in parts if any(line.words for line in part)]
