"""Words outside tables → headings, paragraphs and list items, in reading order, with the tables between them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import TypeAlias

from objectives_parser.document import BBox, Block, Fill, Furniture, Heading, ListItem, Paragraph, Ruling, Table, Word
from objectives_parser.layout.boxes import BoxRow, box_rows
from objectives_parser.layout.columns import Item, best_gutter, columns
from objectives_parser.layout.flow.headings import Body, Look, body_of, is_heading, levels_of, look_of
from objectives_parser.layout.flow.joining import joined, with_wrapped_titles
from objectives_parser.layout.flow.lists import with_depths_going_on
from objectives_parser.layout.flow.markers import is_marker
from objectives_parser.layout.flow.notes import notes_of
from objectives_parser.layout.flow.paragraphs import Piece, pieces_of
from objectives_parser.layout.flow.side_labels import side_labels
from objectives_parser.layout.flow.strips import Strip, strips_of
from objectives_parser.layout.panels import panels_across

Part: TypeAlias = "Piece | Table"
Content: TypeAlias = "Strip | Table"
Placed: TypeAlias = "Strip | Table | BoxRow"

FEWEST_DOTS = 5
FARTHEST = 12.0  # ems between a label and what it names
LEADER = re.compile(r"(?:\.\s?){5,}\s*(?:\d{1,4}|[ivxlc]{1,6})?$|…{2,}\s*\d{0,4}$")


def page_parts(
    words: Sequence[Word],
    tables: Sequence[Table],
    dots: Sequence[BBox] = (),
    fills: Sequence[Fill] = (),
    rulings: Sequence[Ruling] = (),
) -> list[list[Part]]:
    """One page's pieces of text and tables in reading order, a list for each column. ``dots`` are the drawings that may
    be bullets, ``fills`` the grounds of boxes and ``rulings`` their frames."""
    boxed = box_rows(fills, words, tables, rulings=rulings) if len(fills) > 1 else []
    held = {id(word) for row in boxed for box in row.boxes for word in box}
    strips = strips_of([word for word in words if id(word) not in held] if held else words, dots)
    if labelled := side_labels(strips):
        boxed = [*boxed, *labelled]
        held = {id(word) for row in labelled for box in row.boxes for word in box}
        strips = [strip for strip in strips if id(strip.words[0]) not in held]
    set_down = [Item[Placed](table, table.bbox, max(table.rows, 2)) for table in tables if table.bbox is not None]
    set_down += [Item(row, row.bbox, row.lines) for row in boxed]
    items = _with_panels([*_strip_items(strips), *set_down], fills, rulings, tables)
    return with_wrapped_titles([_column_parts(group) for group in _groups([*columns(items)], dots)])


def _with_panels(
    items: list[Item[Placed]], fills: Sequence[Fill], rulings: Sequence[Ruling], tables: Sequence[Table]
) -> list[Item[Placed]]:
    """What stands on a page in columns, the panels across them as one each."""
    gutter = best_gutter(items) if len(items) > 2 and (fills or rulings) else None
    if gutter is None:
        return items
    words = [word for item in items if isinstance(item.content, Strip) for word in item.content.words]
    panels = panels_across(gutter, fills, rulings, words, tables)
    held = {id(word) for panel in panels for word in panel.boxes[0]}
    parted = [best_gutter([*_strip_items(strips_of(panel.boxes[0]))]) is not None for panel in panels]
    if any(parted) and not (len(panels) > 1 and all(parted)):  # cards one under the other, each in two columns
        return items
    kept = [item for item in items if not (isinstance(item.content, Strip) and id(item.content.words[0]) in held)]
    return kept + [Item[Placed](panel, panel.bbox, panel.lines) for panel in panels]


def _strip_items(strips: Sequence[Strip]) -> Iterator[Item[Placed]]:
    for strip in strips:
        yield Item(strip, strip.ink, 0 if _makes_no_column(strip, strips) else 1, strip.marker is not None)


def _groups(groups: Sequence[Sequence[Item[Placed]]], dots: Sequence[BBox]) -> Iterator[list[Content]]:
    """What stands in each column; the boxes of a row one after the other, each a column or several of its own."""
    for group in groups:
        open_group: list[Content] = []
        for item in group:
            if not isinstance(item.content, BoxRow):
                open_group.append(item.content)
                continue
            if open_group:
                yield open_group
                open_group = []
            for box in item.content.boxes:
                yield from _groups(columns([*_strip_items(strips_of(box, dots))]), dots)
        if open_group:
            yield open_group


# "Goal 1", "Objective 2.3:", "Output:": names of what stands beside them
LABEL = re.compile(
    r"(?:goal|objective|strategy|action|priority|outcome|target|policy)s? [A-Z\d][\w.-]{0,5}[:.]?$|[A-Z][\w/&-]+:$",
    re.IGNORECASE,
)
# "9A", "BE-1.2", "T3": codes of what stands beside them
CODE = re.compile(r"(?:\d{1,2}[.-]?[A-Z]|[A-Z]{1,4}[.-]?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)[:.]?$")


def _makes_no_column(strip: Strip, strips: Sequence[Strip]) -> bool:
    """Whether a strip is a list marker, or a label whose statement stands on its line, set apart as by a tab."""
    if len(strip.words) > 2:
        return False
    if len(strip.words) == 1 and is_marker(strip.words[0]):
        return True
    if not (LABEL.match(strip.text) or CODE.match(strip.text)):
        return False
    right, foot = strip.bbox[2], strip.bbox[3]
    return any(
        0 < other.bbox[0] - right < FARTHEST * strip.size and abs(other.bbox[3] - foot) < 0.3 * strip.size
        for other in strips
    )


def _column_parts(contents: Sequence[Strip | Table]) -> list[Part]:
    """A column's pieces, cut at its tables."""
    parts: list[Part] = []
    strips: list[Strip] = []
    width = _width(contents)
    for content in contents:
        if isinstance(content, Table):
            parts.extend(pieces_of(strips, width))
            parts.append(content)
            strips = []
        else:
            strips.append(content)
    return parts + list(pieces_of(strips, width))


def _width(contents: Sequence[Strip | Table]) -> tuple[float, float] | None:
    """From where to where a column with tables reaches."""
    boxes = [content.bbox for content in contents if content.bbox is not None]
    tabled = any(isinstance(content, Table) for content in contents)
    return (min(box[0] for box in boxes), max(box[2] for box in boxes)) if tabled else None


def blocks_of(pages: Sequence[Sequence[Sequence[Part]]]) -> list[list[Block]]:
    """The blocks of each page: headings told from paragraphs over the whole document, pieces joined over columns and
    pages (a joined piece stands where it begins), footnotes last."""
    body = body_of([part for page in pages for column in page for part in column])
    notes = [notes_of(page, body) for page in pages]
    said = [
        [[part for part in column if id(part) not in asides] for column in page]
        for page, asides in zip(pages, notes, strict=True)
    ]
    titles = _titles(said, body)
    levels = levels_of(list(titles.values()))
    blocks = [_blocks(flow, titles, levels) for flow in joined(said, frozenset(titles))]
    for page, asides, into in zip(pages, notes, blocks, strict=True):
        parts = (part for column in page for part in column if id(part) in asides)
        into.extend(Furniture(lines=part.lines, kind="note") for part in parts if isinstance(part, Piece))
    return with_depths_going_on(blocks)


def _blocks(flow: Sequence[Part], titles: dict[int, Look], levels: dict[Look, int]) -> list[Block]:
    """A page's parts as blocks."""
    indents = _indents(flow, titles)
    return [_block(part, titles, levels, indents) for part in flow]


def _titles(pages: Sequence[Sequence[Sequence[Part]]], body: Body) -> dict[int, Look]:
    """The looks of the pieces that are headings, by the pieces' identity."""
    found = {}
    for page in pages:
        row = [part for column in page for part in column]
        for part, following in zip(row, [*row[1:], None], strict=False):
            after = following if isinstance(following, Piece) else None
            if isinstance(part, Piece) and not _is_contents(part) and is_heading(part, body, after):
                found[id(part)] = look_of(part.first, body)
    return found


def _block(part: Part, titles: dict[int, Look], levels: dict[Look, int], indents: list[float]) -> Block:
    if isinstance(part, Table):
        return part
    if _is_contents(part):
        return Furniture(lines=part.lines, kind="contents")
    if id(part) in titles:
        return Heading(lines=part.lines, level=levels[titles[id(part)]])
    if part.marker is not None:
        return ListItem(lines=part.lines, marker=part.marker, level=_depth(part, indents))
    return Paragraph(lines=part.lines)


def _is_contents(piece: Piece) -> bool:
    """Whether the lines are entries of a table of contents: dots that lead to a page number."""
    return sum(map(_has_leader, piece.strips)) * 2 >= len(piece.strips)


def _has_leader(strip: Strip) -> bool:
    text = strip.text
    return (text.count(".") >= FEWEST_DOTS or "……" in text) and LEADER.search(text) is not None


def _indents(page: Sequence[Part], titles: Container[int]) -> list[float]:
    """Where the list items of a page begin, from left to right, relative to their columns; a numbered heading is none
    of them."""
    places: list[float] = []
    for part in page:
        if isinstance(part, Piece) and part.marker is not None and id(part) not in titles:
            places.append(part.first.bbox[0] - part.column[0])
    steps: list[float] = []
    for place in sorted(places):
        if not steps or place - steps[-1] > 6:
            steps.append(place)
    return steps


def _depth(part: Piece, indents: list[float]) -> int:
    place = part.first.bbox[0] - part.column[0]
    return max(sum(1 for step in indents if step <= place + 6) - 1, 0)


__all__ = ["Part", "Piece", "blocks_of", "page_parts"]
