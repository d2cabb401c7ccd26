"""What a reader of the records should look at in the document: parts and tables that state none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby
from operator import attrgetter

from objectives_parser.document import Block, Document, ListItem, Table, Word, block_words, union
from objectives_parser.records import Diagnostic, Place, places

_LONGEST_NAME = 80  # characters
_LEAST_WORDS = 4  # of a cell that may state something
_LEAST_CELLS = 2


def told_apart(parts: Iterable[tuple[str, Sequence[Block]]], document: Document) -> Iterator[Diagnostic]:
    """A part whose lists and tables were left unread because they are not the plan's own, by its name: ``parts`` are
    such names, each with the blocks under it."""
    for name, blocks in parts:
        items = sum(isinstance(block, ListItem) for block in blocks)
        tables = sum(isinstance(block, Table) for block in blocks)
        if not items and not tables:
            continue
        held = " and ".join(_counted(count, what) for count, what in ((items, "list item"), (tables, "table")) if count)
        yield Diagnostic(
            code="set-apart",
            message=f"Not read as the plan's own, by the words that stand over it: “{_shortened(name)}” ({held}).",
            where=places(
                [word for block in blocks for word in block_words(block)], document.text, printed=document.printed
            ),
        )


def unread_tables(
    blocks: Iterable[Block], stated: Set[int], apart: Iterable[tuple[str, Sequence[Block]]]
) -> Iterator[Diagnostic]:
    """The tables with sentences in their cells of which nothing became a record: their headers may be words that the
    vocabulary lacks. Tables of figures alone are no loss, and those set apart are told by the name of their part.
    ``stated`` are the places of the words that any statement was read from."""
    told = {id(block) for _, part in apart for block in part}
    tables = [block for block in blocks if isinstance(block, Table) and id(block) not in told]
    unread = [table for table in tables if _may_state(table) and not _is_read(table, stated)]
    if unread:
        yield Diagnostic(
            code="unread-table",
            message=f"{_counted(len(unread), 'table')} with sentences in the cells, and no record read there. Where "
            "this is the plan's own, a vocabulary with the words of the header may help (--vocabulary).",
            where=tuple(place for table in unread for place in _by_page(table)),
        )


def _may_state(table: Table) -> bool:
    """Whether cells of a table, the first row and the first column left out, say something in several words."""
    body = (cell for cell in table.cells if cell.row and cell.column)
    return sum(sum(len(line.words) for line in cell.lines) >= _LEAST_WORDS for cell in body) >= _LEAST_CELLS


def _is_read(table: Table, stated: Set[int]) -> bool:
    return any(word.start in stated for word in block_words(table))


def _by_page(table: Table) -> Iterator[Place]:
    """Where a table stands, one place a page."""
    words = sorted(block_words(table), key=attrgetter("start"))
    for page, on_page in groupby(words, key=attrgetter("page")):
        held: list[Word] = list(on_page)
        box = union(word.bbox for word in held)
        yield Place(page=page, bbox=box, start=held[0].start, end=max(word.end for word in held), cell=held[0].place)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count > 1 else ''}"


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rsplit(maxsplit=1)[0] + " …"
