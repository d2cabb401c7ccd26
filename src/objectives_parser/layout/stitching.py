"""Tables that go on over pages, joined: with or without the head again, with rows and cells that the page cuts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from objectives_parser.document import Block, Furniture, Heading, Line, ListItem, Paragraph, Table, block_lines
from objectives_parser.layout.tables.joining import joined

CONTINUED = re.compile(r"\W*\b(?:continued|cont['’]?d|cont\.|contd|fortgesetzt|suite)\W*$", re.IGNORECASE)
"""The end of a caption printed again: "Strategy: Improve access (continued)", "Table 3, cont'd"."""
MOST_CAPTION_LINES = 3


def stitch(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks of all pages in order → the same with each table that goes on over pages as one.

    What was printed again for the next page (head, caption) becomes furniture, so that no word is lost.
    """
    out: list[Block] = []
    said: set[str] = set()
    open_at: int | None = None
    for block in blocks:
        if isinstance(block, Table):
            open_at = _set_table(out, block, open_at, said)
        else:
            if open_at is not None and not _may_stand_between(block, out[open_at], said):
                open_at = None
            out.append(block)
            said.add(_plain(block))
    return tuple(out)


def _set_table(out: list[Block], table: Table, open_at: int | None, said: set[str]) -> int:
    """Put the table behind the others, or join it to the one that is open; the place of the table now open."""
    before = out[open_at] if open_at is not None else None
    if isinstance(before, Table) and open_at is not None and _next_page(before, table):
        join = joined(before, table)
        if join is not None:
            out[open_at] = join.table
            out[open_at + 1 :] = [_as_printed_again(block, table.pages[0]) for block in out[open_at + 1 :]]
            if join.repeated:
                out.append(Furniture(lines=join.repeated, kind="repeated-header"))
            return open_at
    out.append(table)
    return len(out) - 1


def _next_page(before: Table, table: Table) -> bool:
    return bool(before.pages and table.pages) and table.pages[0] == before.pages[-1] + 1


def _may_stand_between(block: Block, table: Block, said: set[str]) -> bool:
    """Furniture, and a heading or caption that is printed again for the next page."""
    if isinstance(block, Furniture):
        return True
    lines = tuple(block_lines(block))
    if isinstance(block, ListItem) or not lines or len(lines) > MOST_CAPTION_LINES:
        return False
    if not isinstance(table, Table) or lines[0].page is None or lines[0].page <= table.pages[-1]:
        return False
    text = " ".join(line.text for line in lines)
    return CONTINUED.search(text) is not None or _plain(block) in said


def _as_printed_again(block: Block, page: int) -> Block:
    """A heading or caption that stood between the parts of a table is furniture."""
    if isinstance(block, Heading | Paragraph):
        return Furniture(lines=block.lines, kind="repeated-header")
    return block


def _plain(block: Block) -> str:
    """A block's text without "(continued)", white space and case apart."""
    return plain_text(block.lines) if not isinstance(block, Table) else ""


def plain_text(lines: Sequence[Line]) -> str:
    text = " ".join(line.text for line in lines)
    return " ".join(CONTINUED.sub("", text).casefold().split())
