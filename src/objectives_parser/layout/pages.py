"""Pages → blocks: the steps of laying out a PDF, in order."""

from __future__ import annotations

from objectives_parser.document import Block, Furniture, Line, Page, Word, block_words
from objectives_parser.frozen import evolve
from objectives_parser.layout.drawn_bullets import dots_of, with_drawn_bullets
from objectives_parser.layout.flow import blocks_of, page_parts
from objectives_parser.layout.furniture import Carried, furniture_of
from objectives_parser.layout.going_on import with_rests
from objectives_parser.layout.laid_tables import REPEATED, LaidPage, with_laid_tables
from objectives_parser.layout.set_in_cells import with_items_set_in
from objectives_parser.layout.shared_columns import with_shared_columns
from objectives_parser.layout.stacked_records import with_stacked_records
from objectives_parser.layout.stitching import stitch
from objectives_parser.layout.tables import paper_of, tables_on


def page_blocks(pages: tuple[Page, ...]) -> list[Block]:
    """The blocks of all pages; what a page carries stands behind its text."""
    carried = furniture_of(pages)
    said = [_without(page, kept) for page, kept in zip(pages, carried, strict=True)]
    read = [(paper, tables_on(paper) if paper.page.words else ()) for paper in map(paper_of, said)]
    laid = with_laid_tables([paper for paper, _ in read], with_rests(with_shared_columns(read)))
    parts = [
        page_parts(_left_over(page, own), own.tables, dots, page.fills, page.rulings)
        for page, own, dots in zip(said, laid, dots_of(said), strict=True)
    ]
    blocks: list[Block] = []
    for flow, kept, own in zip(blocks_of(parts), carried, laid, strict=True):
        blocks.extend(flow)
        blocks.extend(Furniture(lines=(Line(item.words),), kind=item.kind) for item in kept)
        blocks.extend(Furniture(lines=(Line(words),), kind=REPEATED) for words in own.repeated)
    return with_stacked_records(with_items_set_in(with_drawn_bullets(stitch(blocks), pages)))


def _without(page: Page, carried: list[Carried]) -> Page:
    """The page without its furniture."""
    gone = {id(word) for item in carried for word in item.words}
    return evolve(page, words=tuple([word for word in page.words if id(word) not in gone])) if gone else page


def _left_over(page: Page, laid: LaidPage) -> list[Word]:
    """The words that stand in no table."""
    taken = {id(word) for table in laid.tables for word in block_words(table)}
    taken |= laid.elsewhere
    taken.update(id(word) for words in laid.repeated for word in words)
    return [word for word in page.words if id(word) not in taken] if taken else list(page.words)
