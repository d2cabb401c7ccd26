"""What the cells of a column, and of those of its name in other tables, tell of how they set their statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Line, Table, Word
from objectives_parser.layout.wrapping import bare, is_lone_date, starts_item, wants_more
from objectives_parser.sentences import ends_in_stop

_FEWEST_HEADS, _BY_CHANCE = 2, 0.25
_FEWEST_WORDS = 3
"""Of what stands over a head: fewer are no statement, but part of a title set in a narrow column."""

_FEWEST_TITLED, _NEARLY_ALL = 3, 0.8
_LONGEST_TITLE = 8  # words
_APART = 1.3
"""The room under a title, in steps from line to line."""


@attrs.define
class _Counts:
    """Of a column's cells: the lines that begin with a capital as statements do, the lines behind first ones, the words
    inside lines, and those of them that have a capital behind a word that could end a statement."""

    heads: int = 0
    wrapped: int = 0
    words: int = 0
    names: Counter[str] = attrs.field(factory=Counter)


def headed_columns(tables: Iterable[Table], names: frozenset[str]) -> frozenset[str]:
    """The names of the columns whose capitals at the beginnings of lines head statements: there are more of them than
    the names that stand once inside lines let expect of others that a line's end happens to stand before."""
    columns: dict[str, list[Cell]] = {}
    for table in tables:
        heads = column_names(table)
        for cell in table.cells:
            if not cell.header and cell.row > 0 and cell.column in heads:
                columns.setdefault(heads[cell.column], []).append(cell)
    return frozenset(name for name, cells in columns.items() if _show_heads(cells, names))


def _show_heads(cells: Sequence[Cell], names: frozenset[str]) -> bool:
    """Whether there are lines at all that may be heads, and more than chance would set so."""
    counts = _Counts(heads=sum(_heads_in(cell, names) for cell in cells))
    if counts.heads < _FEWEST_HEADS:
        return False
    for cell in cells:
        _count(cell, counts)
    return _are_heads(counts)


def titled_columns(table: Table) -> frozenset[int]:
    """The columns in whose cells, nearly all of them, a short line stands apart over sentences: `Rain gardens`, and
    with room between them what they are. A cell of these is one statement, however its title is set."""
    cells: dict[int, list[bool]] = {}
    for cell in table.cells:
        lines = [line for line in cell.lines if line.words]
        if len(lines) > 1 and not cell.header and cell.column_span == 1:
            cells.setdefault(cell.column, []).append(_is_titled(lines))
    return frozenset(
        column
        for column, titled in cells.items()
        if sum(titled) >= _FEWEST_TITLED and sum(titled) >= _NEARLY_ALL * len(titled)
    )


def _is_titled(lines: Sequence[Line]) -> bool:
    """Whether the first line of a cell is a title: apart from the others, which stand close and end in a full stop."""
    title, end = lines[0], lines[-1].words[-1].text
    if len(title.words) > _LONGEST_TITLE or not ends_in_stop(end) or title.words[-1].text.endswith((".", ",", ";")):
        return False
    tops = [line.bbox[1] for line in lines if line.bbox is not None and line.page == title.page]
    steps = [below - above for above, below in pairwise(tops)]
    if len(steps) != len(lines) - 1 or any(starts_item(line) for line in lines):
        return False
    usual = max(steps[1:], default=title.words[0].size * _APART)
    return 0 < _APART * usual < steps[0]


def column_names(table: Table) -> dict[int, str]:
    """What stands over the columns of a table."""
    return {cell.column: cell.text.casefold() for cell in reversed(table.cells) if cell.text}


def _heads_in(cell: Cell, names: frozenset[str]) -> int:
    """The lines of a cell that begin with a capital as statements do."""
    lines = [line for line in cell.lines if line.words] if len(cell.lines) > 1 else []
    over = heads = 0
    for above, below in pairwise(lines):
        over += len(above.words)
        if over >= _FEWEST_WORDS and heads_statement(above, below, names):
            heads += 1
            over = 0
    return heads if heads and not _is_itemised(lines) else 0


def _is_itemised(lines: Sequence[Line]) -> bool:
    """Whether bullets or numbers begin a cell's statements."""
    return sum(map(starts_item, lines)) > 1


def _count(cell: Cell, counts: _Counts) -> None:
    lines = [line for line in cell.lines if line.words]
    if _is_itemised(lines):
        return
    counts.wrapped += max(0, len(lines) - 1)
    counts.words += sum(len(line.words) - 1 for line in lines)
    for line in lines:
        inside = pairwise(line.words)
        counts.names.update(bare(b.text) for a, b in inside if is_capital(b.text) and _may_end(a))


def _are_heads(counts: _Counts) -> bool:
    once = sum(times == 1 for times in counts.names.values())
    by_chance = counts.wrapped * (once + 0.5) / (counts.words + 1)
    return counts.heads >= _FEWEST_HEADS and by_chance <= _BY_CHANCE * counts.heads


def is_capital(text: str) -> bool:
    """A capital that only a name or the beginning of a sentence gives: none of `IT` or `£4M`."""
    return text[0].isupper() and text[1:].islower()


def is_head(above: Line, below: Line, names: frozenset[str]) -> bool:
    """A line with a capital that is no name's, under a line that may end there."""
    first = below.words[0].text
    return is_capital(first) and bare(first) not in names and not (wants_more(above) or is_lone_date(below))


def heads_statement(above: Line, below: Line, names: frozenset[str]) -> bool:
    """A head under a line whose last word is no name that the capital could go on with (`Wellbeing` / `Board`)."""
    return is_head(above, below, names) and _may_end(above.words[-1])


def _may_end(word: Word) -> bool:
    return not is_capital(word.text) and not wants_more(Line((word,)))
