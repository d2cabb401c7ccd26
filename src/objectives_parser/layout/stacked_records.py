"""Records printed as stacks: each label on a line of its own, set apart, and below it what it names, in one order.

`TASK`, `RESPONSIBLE`, `FINISH`, then `TASK` once more: rows of a table whose header is printed with each row, as cards
and the boxes of web pages are, or a table on a narrow screen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

import attrs

from objectives_parser.document import Block, Cell, Furniture, Heading, Line, ListItem, Paragraph, Table, Word
from objectives_parser.layout.wrapping import is_closed
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role

_FEWEST_LABELS, _FEWEST_ROWS, _LONGEST_LABEL = 3, 2, 7
_MOST_BLOCKS, _MOST_WORDS = 8, 150
"""Blocks below a label, and their words, at most."""
_SURE = 0.5

_Style: TypeAlias = tuple[int, bool, bool]


@attrs.define(kw_only=True, eq=False)
class _Entry:
    """A label and the blocks that stand below it."""

    name: str
    label: Paragraph | Heading
    values: list[Paragraph | ListItem] = attrs.field(factory=list)

    @property
    def words(self) -> int:
        return sum(len(line.words) for value in self.values for line in value.lines)


@attrs.define(kw_only=True, eq=False)
class _Run:
    """Entries one behind the other, where they begin among the blocks and end."""

    first: int
    end: int
    entries: list[_Entry]
    carried: list[Furniture]

    @property
    def rows(self) -> list[list[_Entry]]:
        """The entries of each record: one begins where the first label comes again."""
        rows: list[list[_Entry]] = []
        for entry in self.entries:
            if entry.name == self.entries[0].name:
                rows.append([])
            rows[-1].append(entry)
        return rows


def with_stacked_records(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, stacks of labels and what they name as a table each."""
    often = _labels(blocks)
    if len(often) < _FEWEST_LABELS:
        return list(blocks)
    runs = [run for run in _runs(blocks, often) if _is_record(run)]
    names = _names_of_rows(runs)
    runs = [run for run in runs if run.entries[0].name in names]
    found: list[Block] = []
    at = 0
    for run in runs:
        found += blocks[at : run.first]
        found += _blocks_of(run)
        at = run.end
    return [*found, *blocks[at:]]


def _names_of_rows(runs: Sequence[_Run]) -> frozenset[str]:
    """The first labels of records: somewhere several stand one behind the other, and most have one text below. What
    only parts a section (`Actions`, `Measures`, `Lead`, once under each aim) holds lists of its own."""
    rows: Counter[str] = Counter()
    single: Counter[str] = Counter()
    again: set[str] = set()
    for run in runs:
        name = run.entries[0].name
        rows[name] += len(run.rows)
        single[name] += sum(len(row[0].values) == 1 for row in run.rows)
        if len(run.rows) > 1:
            again.add(name)
    return frozenset(
        name
        for name, count in rows.items()
        if count >= _FEWEST_ROWS and name in again and 3 * single[name] >= 2 * count
    )


def _labels(blocks: Sequence[Block]) -> frozenset[str]:
    """The texts of short lines set apart from what stands below them that come again, where one says what a plan states
    and most are names of columns."""
    counts: Counter[str] = Counter()
    for at, block in enumerate(blocks[:-1]):
        if (name := _name(block)) is not None and _is_set_apart(block, blocks[at + 1]):
            counts[name] += 1
    often = [name for name, count in counts.items() if count >= _FEWEST_ROWS]
    roles = {name: role.role for name in often if (role := header_role(name)) is not None and role.strength >= _SURE}
    if STATEMENTS.isdisjoint(roles.values()) or 2 * len(roles) < len(often):
        return frozenset()
    return frozenset(often)


def _name(block: Block) -> str | None:
    """The text of a block that may be a label: one short line, all in bold or in capitals."""
    if not isinstance(block, Paragraph | Heading) or len(block.lines) != 1:
        return None
    words = block.lines[0].words
    if len(words) > _LONGEST_LABEL or not words[0].text[:1].isupper() or words[-1].text[-1:] in ".,;":
        return None
    _, bold, caps = _style(words)
    apart = bold or caps or isinstance(block, Heading)
    return block.lines[0].text.rstrip(":").casefold() if apart else None


def _style(words: Sequence[Word]) -> _Style:
    text = "".join(word.text for word in words)
    return round(words[0].size or 0), all(word.bold for word in words), text.isupper()


def _is_set_apart(label: Block, below: Block) -> bool:
    """Whether a label is set smaller than the text below it, or in capitals: in bold of the same size it is a title."""
    if not isinstance(label, Paragraph | Heading) or not isinstance(below, Paragraph | ListItem | Heading):
        return False
    (size, bold, caps), other = _style(label.lines[0].words), _style(below.lines[0].words)
    if not size or not other[0]:  # a format without sizes
        return (isinstance(label, Heading) or bold) and not isinstance(below, Heading) and not other[1]
    return (size, bold, caps) != other and (size < other[0] or (caps and size == other[0]))


def _runs(blocks: Sequence[Block], often: frozenset[str]) -> list[_Run]:
    runs: list[_Run] = []
    at = 0
    while at < len(blocks):
        run = _run_at(blocks, at, often) if _name(blocks[at]) in often else None
        if run is not None:
            runs.append(run)
        at = at + 1 if run is None else run.end
    return runs


def _run_at(blocks: Sequence[Block], first: int, often: frozenset[str]) -> _Run:
    """The entries from a label on, up to what is neither a label nor stands below one."""
    run = _Run(first=first, end=first, entries=[], carried=[])
    for at in range(first, len(blocks)):
        block = blocks[at]
        name = _name(block)
        if isinstance(block, Furniture):
            continue
        elif name in often and name is not None and isinstance(block, Paragraph | Heading):
            run.entries.append(_Entry(name=name, label=block))
            run.end = at + 1
        elif isinstance(block, Paragraph | ListItem) and len(run.entries[-1].values) < _MOST_BLOCKS:
            run.entries[-1].values.append(block)
            run.end = at + 1
        else:
            break
    _leave_rest(run, blocks)
    run.carried = [block for block in blocks[first : run.end] if isinstance(block, Furniture)]
    return run


def _leave_rest(run: _Run, blocks: Sequence[Block]) -> None:
    """Leaves to the text behind a run what its last label does not name: its own are as many blocks as in another row,
    and no further sentence where the other rows have none."""
    last = run.entries[-1]
    others = [entry.values for entry in run.entries[:-1] if entry.name == last.name]
    own = max(map(len, others), default=1)
    if not any(is_closed(value.lines[-1]) for values in others for value in values):
        own = min(own, next((at for at, value in enumerate(last.values) if at and is_closed(value.lines[-1])), own))
    surplus = last.values[own:]
    if surplus and not all(isinstance(block, ListItem) for block in last.values):
        last.values = last.values[:own]
        run.end = next(at for at in range(run.first, run.end) if blocks[at] is surplus[0])


def _is_record(run: _Run) -> bool:
    """Whether a run's entries are those of records: several labels in one order, none twice in a row, most of them with
    something below, one of them what a plan states."""
    order: list[str] = list(dict.fromkeys(entry.name for entry in run.entries))
    if len(order) < _FEWEST_LABELS or any(entry.words > _MOST_WORDS for entry in run.entries):
        return False
    for row in run.rows:
        places = [order.index(entry.name) for entry in row]
        if places != sorted(set(places)):
            return False
    full = sum(bool(entry.values) for entry in run.entries)
    roles = [header_role(name) for name in order]
    known = {role.role for role in roles if role is not None and role.strength >= _SURE}
    return 3 * full >= 2 * len(run.entries) and len(known) > 1 and not STATEMENTS.isdisjoint(known)


def _blocks_of(run: _Run) -> list[Block]:
    """The run's table, and what its labels print again."""
    order = list(dict.fromkeys(entry.name for entry in run.entries))
    rows = run.rows
    heads = {entry.name: entry for entry in reversed(run.entries)}
    cells = [_cell(0, column, heads[name].label.lines, header=True) for column, name in enumerate(order)]
    cells += [
        _cell(number, order.index(entry.name), tuple(line for value in entry.values for line in value.lines))
        for number, row in enumerate(rows, 1)
        for entry in row
    ]
    again = tuple(line for entry in run.entries if entry is not heads[entry.name] for line in entry.label.lines)
    pages = tuple(sorted({cell.page for cell in cells if cell.page is not None}))
    table = Table(cells=tuple(cells), rows=len(rows) + 1, columns=len(order), pages=pages)
    repeated: list[Block] = [Furniture(lines=again, kind="repeated-header")] if again else []
    return [table, *repeated, *run.carried]


def _cell(row: int, column: int, lines: Sequence[Line], *, header: bool = False) -> Cell:
    page = next((word.page for line in lines for word in line.words), None)
    return Cell(row=row, column=column, lines=tuple(lines), header=header, page=page)
