"""Columns headed by aims → drafts: plans on a page, `1 Healthy lives | 2 Good jobs` over what will be done for each.

The rows of such a table mean nothing: each column is a list under its head. Several bands of columns may stand one
under the other, the heads counted on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Table, union
from objectives_parser.drafts import Context, Draft, Spot
from objectives_parser.labelling import drop_words, label_of, labelled
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.fieldlines import field_line, with_field
from objectives_parser.recognizers.form_rows import STATED
from objectives_parser.recognizers.grid import filled
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import Kind
from objectives_parser.roles import PrintedLabel, header_role, is_lead_in, lead_in_role, printed_label
from objectives_parser.statements import Statement, block_statement, cell_statements, text_of

_LONGEST_HEAD = 14  # words
_MOST_COLUMNS = 8
_LONGEST_LEAD = 6
_SURE, _SURELY = 0.6, 0.9
_TOLD = 0.6  # of what stands under the heads
_COUNT = regex.compile(r"(?P<number>\d{1,2})[.):]?(?:\s+(?=\p{L})|$)")


@attrs.frozen(kw_only=True, eq=False)
class HeadedColumn:
    """An aim at the head of a column, with the cell of its number where that stands above it, and what stands below,
    each with its cell; ``kinds`` are what captions among the lines say of each (`How we will know`)."""

    head: Cell
    number: Cell | None
    items: tuple[tuple[Cell, Statement], ...]
    kinds: tuple[Kind | None, ...] = ()


def headed_columns(table: Table, context: Context, *, priorities: bool) -> tuple[HeadedColumn, ...]:
    """The columns of a table whose heads are aims with lists of what will be done below; () for any other table. The
    heads are labelled (`Goal 1: …`) or counted, or a heading above says that they are ``priorities``."""
    rows = [list(row) for _, row in groupby(sorted(filled(table.cells), key=_place), key=lambda cell: cell.row)]
    if len(rows) < 2 or not 2 <= table.columns <= _MOST_COLUMNS:
        return ()
    table, promised = _behind_promises(table, rows)
    if promised:
        rows = [list(row) for _, row in groupby(sorted(filled(table.cells), key=_place), key=lambda cell: cell.row)]
        priorities = True
    found: list[HeadedColumn] = []
    at = 0
    while at < len(rows):
        if not _heads(rows[at], len(found), context, priorities=priorities and at == 0, drawn=not promised):
            return ()
        end = at + 1
        while end < len(rows) and not _heads(rows[end], len(found) + len(rows[at]), context, priorities=False):
            end += 1
        found.extend(_columns(rows[at:end], table, context))
        at = end
    items = [item for column in found for _, item in column.items]
    kinds = [kind for column in found for kind in column.kinds]
    told = sum(
        kind is not None or tells(item.text) or promises(item.text) for item, kind in zip(items, kinds, strict=True)
    )
    filled_columns = all(column.items for column in found)
    listed = any(item.listed for item in items) or len(items) > len(found)
    return tuple(found) if filled_columns and listed and told >= _TOLD * len(items) else ()


def _behind_promises(table: Table, rows: Sequence[Sequence[Cell]]) -> tuple[Table, bool]:
    """The table without what stands before `We will:` in each cell under its first row, where the same line stands in
    all of its columns: what each head is for, and the deeds for it."""
    under = [cell for row in rows[1:] for cell in row]
    places = [_promise_at(cell) for cell in under]
    columns = {cell.column for cell, place in zip(under, places, strict=True) if place is not None}
    said = {cell.lines[place].text.casefold() for cell, place in zip(under, places, strict=True) if place is not None}
    if len(said) != 1 or len(rows[0]) < 2 or columns != {cell.column for cell in rows[0]}:
        return table, False
    rests = {
        id(cell): attrs.evolve(cell, lines=cell.lines[place + 1 :])
        for cell, place in zip(under, places, strict=True)
        if place is not None
    }
    return attrs.evolve(table, cells=tuple(rests.get(id(cell), cell) for cell in table.cells)), True


def _promise_at(cell: Cell) -> int | None:
    """The line of a cell that leads in to what will be done, with lines below it."""
    for at, line in enumerate(cell.lines[:-1]):
        text = line.text
        if text.endswith(":") and len(text.split()) <= _LONGEST_LEAD and is_lead_in(text):
            return at if lead_in_role(text) == "action" else None
    return None


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _heads(row: Sequence[Cell], before: int, context: Context, *, priorities: bool, drawn: bool = True) -> bool:
    """Whether a row's cells are heads, counted on from those ``before``; those of priorities are ``drawn`` as such."""
    if any(cell.column_span > 1 or cell.row_span > 1 for cell in row) or len(row) + before < 2:
        return False
    texts = [cell.text for cell in row]
    if all(_label_on_line(cell, context) for cell in row):
        return True
    if any(len(text.split()) > _LONGEST_HEAD or text.endswith(":") for text in texts):
        return False
    labels = [_aim_label(text, context) for text in texts]
    if all(labels):
        return True
    if any(_is_header(text, context) for text in texts):
        return False
    counts = [_COUNT.match(text) for text in texts]
    if all(counts):
        return [int(count["number"]) for count in counts if count] == list(range(before + 1, before + len(row) + 1))
    return priorities and (not drawn or all(cell.header for cell in row))


def _aim_label(text: str, context: Context) -> PrintedLabel | None:
    """The label of an aim that a head bears: `Goal 1`, `Priority 2: …`."""
    label = printed_label(text, context.vocabulary)
    aim = label is not None and label.kind == "word" and label.number is not None and label.role == "objective"
    return label if aim else None


def _is_header(text: str, context: Context) -> bool:
    role = header_role(_COUNT.sub("", text, count=1), context.vocabulary)
    return role is not None and role.strength >= _SURE


def _columns(rows: Sequence[Sequence[Cell]], table: Table, context: Context) -> list[HeadedColumn]:
    """The columns under one row of heads; heads that are but numbers have their aims in the row below."""
    heads, body = rows[0], [cell for row in rows[1:] for cell in row]
    bare = all(_is_bare(cell.text, context) for cell in heads)
    columns = []
    for head in heads:
        below = [cell for cell in body if cell.column == head.column]
        number = head if bare else None
        if bare:
            head, below = (below[0] if below else head), below[1:]
        parts = under_head(below, table)
        listed = [
            (cell, item, kind)
            for cell in parts
            for kind, section in _sections(cell, context)
            for item in cell_statements(section, context.names, "never")
        ]
        items, kinds = tuple((cell, item) for cell, item, _ in listed), tuple(kind for _, _, kind in listed)
        columns.append(HeadedColumn(head=head, number=number, items=items, kinds=kinds))
    return columns


def _sections(cell: Cell, context: Context) -> list[tuple[Kind | None, Cell]]:
    """A cell cut where its lines name what those below them are (`What we will do`, `How we will know`)."""
    named = [(at, kind) for at, line in enumerate(cell.lines) if (kind := _caption_kind(line.text, context))]
    if not named or named[0][0] != 0:
        return [(None, cell)]
    bounds = [*(at for at, _ in named[1:]), len(cell.lines)]
    return [
        (kind, attrs.evolve(cell, lines=cell.lines[at + 1 : end]))
        for (at, kind), end in zip(named, bounds, strict=True)
        if end > at + 1
    ]


def _caption_kind(text: str, context: Context) -> Kind | None:
    if not text[:1].isupper() or len(text.split()) > _LONGEST_LEAD or text[-1:] in ".;,":
        return None
    role = header_role(text, context.vocabulary)
    return STATED.get(role.role) if role is not None and role.strength >= _SURELY else None


def _label_on_line(cell: Cell, context: Context) -> PrintedLabel | None:
    """`Priority One` on the first line of a head, over what the priority is."""
    first = cell.lines[0].text if len(cell.lines) > 1 else ""
    label = _aim_label(first, context) if first else None
    return label if label is not None and label.end >= len(first) else None


def under_head(cells: Sequence[Cell], table: Table) -> list[Cell]:
    """The cells of a column that is a list under its head, as one where only white space parts them."""
    return [_as_one(cells)] if cells and table.way == "aligned" and not _are_dotted(cells) else list(cells)


def _is_bare(text: str, context: Context) -> bool:
    """Whether a head is a number or a label and no more."""
    label = _aim_label(text, context)
    return label.end >= len(text) if label is not None else _COUNT.fullmatch(text) is not None


def _are_dotted(cells: Sequence[Cell]) -> bool:
    """Whether a bullet is drawn in each cell."""
    return all(cell.marks == 1 for cell in cells)


def _as_one(cells: Sequence[Cell]) -> Cell:
    """The cells of a column as one: a table that white space alone draws has a row for each line of its lists."""
    lines = tuple(line for cell in cells for line in cell.lines if line.words)
    return attrs.evolve(cells[0], lines=lines, bbox=union(cell.bbox for cell in cells))


def read_headed_columns(columns: Sequence[HeadedColumn], number: int, context: Context) -> tuple[Draft, ...]:
    """The drafts of the columns, ``fixed_parents`` counted from the first: the head of each is an aim, its items are
    what will be done."""
    drafts: list[Draft] = []
    for column in columns:
        at = len(drafts)
        aim = labelled(_draft(block_statement(column.head.lines), "objective", column.head, number, -1), context)
        if aim.label is None and (printed := _label_on_line(column.head, context)) is not None:
            below = block_statement(column.head.lines[1:])
            aim = attrs.evolve(
                _draft(below, "objective", column.head, number, -1), label=printed.text, level=printed.level,
                label_words=column.head.lines[0].words,
            )  # fmt: skip
        if column.number is not None:
            label = block_statement(column.number.lines)
            aim = attrs.evolve(aim, label=label.text.rstrip(".:)"), label_words=label.words)
        drafts.append(aim)
        for (cell, item), kind in zip(column.items, column.kinds, strict=True):
            line = field_line(item, context)
            if line is not None and line.role in ("owner", "due", "status"):
                drafts[at] = with_field(drafts[at], line, context)
                continue
            count = _names_measure(item, context)
            draft = _draft(item, "measure" if count else kind or "action", cell, number, cell.column)
            draft = attrs.evolve(draft, fixed_parents=(at,))
            if count:
                lines = drop_words(draft.lines, count)
                drafts.append(attrs.evolve(draft, lines=lines, text=text_of(lines)))
            else:
                drafts.append(labelled(draft, context))
    return tuple(drafts)


def _names_measure(item: Statement, context: Context) -> int:
    """How many words of `Target: …`, `Measure: …` under an aim at the head of a column only name how one will tell that
    it is reached."""
    label = label_of(item.text, context)
    if label is None or label.kind != "word" or label.number is not None:
        return 0
    return len(item.text[: label.end].split()) if label.role == "measure" or label.level == "target" else 0


def _draft(statement: Statement, kind: Kind, cell: Cell, number: int, column: int) -> Draft:
    first = statement.words[0].start
    return Draft(
        kind=kind, lines=statement.lines, text=statement.text, label_words=statement.marker, basis="table",
        evidence=("table: column head",) if kind == "objective" else ("table: under a column head",), score=0.75,
        spot=Spot(table=number, first=cell.row, last=cell.row, column=column, cell=first),
        repaired=cell.repaired, place=cell.place,
    )  # fmt: skip
