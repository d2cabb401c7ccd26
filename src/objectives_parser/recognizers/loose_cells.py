"""Tables without usable headers (`Energy | • By 2030, ensure …`): the lists in their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Table, Word
from objectives_parser.drafts import Context, Passage
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import Kind
from objectives_parser.roles import heading_role
from objectives_parser.statements import Statement, cell_statements, text_of

# "The targets in this section are all to be reached by 2030.": what a cell says of the list under it
_SAYS_TARGETS = regex.compile(r"(?:the|these|our|following|all|\W)*\s*(?:\w+\s+)?targets\b", regex.IGNORECASE)
_KINDS: dict[str, Kind] = {"objective": "objective", "target": "objective", "action": "action", "measure": "measure"}


@attrs.frozen(kw_only=True, eq=False)
class Listed:
    """A statement in a cell: its kind, None if it is no item of a list that tells what to do; the name of its group;
    what says so; how many items before it the one stands that it is nested under, 0 for none."""

    statement: Statement
    kind: Kind | None = None
    group: Passage | None = None
    evidence: str = ""
    under: int = 0


# "Summary of our objectives and strategies": the levels of the lists in the table's cells
_AIMS = regex.compile(r"\b(?:goals?|objectives?|aims?|priorit(?:y|ies)|outcomes?)\b", regex.IGNORECASE)
_DEEDS = regex.compile(r"\b(?:activities|actions|measures|initiatives|steps|interventions)\b", regex.IGNORECASE)
_STRATEGIES = regex.compile(r"\bstrateg(?:y|ies)\b", regex.IGNORECASE)


def lists_in_cells(table: Table, context: Context, announced: Kind | None, title: str = "") -> Iterator[Listed]:
    """The statements of all cells in reading order. A cell's list is told by its wording: most items tell somebody to
    do something or promise it. What they are is said by the table's title row, the cell's first sentence or the heading
    above (``announced``), else they are actions; they are grouped by the line that they stand under in the cell, else
    by the row's first cell. The ``title`` may name the levels of an outline."""
    kind = _title_kind(table, context) or announced or _kind_of(title, context)
    first = _first_cells(table)
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        if not cell.filled or cell.header:
            continue
        statements = cell_statements(cell, context.names, "never")
        named = _row_name(first.get(cell.row), cell)
        if not _is_list(statements, single=kind is not None):
            yield from (Listed(statement=statement) for statement in statements)
            continue
        told: Kind = "objective" if _SAYS_TARGETS.match(statements[0].text) else kind or "action"
        yield from _listed(statements, told, named, title)


def _listed(statements: Sequence[Statement], told: Kind, named: Passage | None, title: str) -> Iterator[Listed]:
    """The items of a cell's list. A line in bold over the others is the aim that they serve, or names their group;
    marked items are nested under the item without a mark above them, which is a strategy where the title names such."""
    named_aims, named_strategies = _AIMS.search(title) is not None, _STRATEGIES.search(title) is not None
    marked = any(statement.listed for statement in statements)
    depths = [2 if statement.listed else 0 if statement.bold else 1 for statement in statements]
    nested = len(set(depths)) > 1
    above: list[tuple[int, int]] = []  # the depths and numbers of the items that are open
    count = 0
    for statement, depth in zip(statements, depths, strict=True):
        item = len(statement.words) >= 3 and (statement.listed or not marked or tells(statement.text))
        above = [entry for entry in above if entry[0] < depth]
        if nested and depth == 0 and named_aims:
            item = True
        elif nested and depth == 0 and not (item and tells(statement.text)):
            named = Passage(statement.text, statement.words)
            item = False
        if not item:
            yield Listed(statement=statement)
            continue
        group = _name_of(statement.title) if statement.title else named
        kind: Kind = "objective" if nested and (depth == 0 or (depth == 1 and named_strategies)) else told
        under = count - above[-1][1] if nested and above else 0
        yield Listed(statement=statement, kind=kind, group=group, evidence="wording: list in a cell", under=under)
        above.append((depth, count))
        count += 1


def _is_list(statements: Sequence[Statement], *, single: bool) -> bool:
    """Whether the statements are a list of what to do; one item with its marker is, where the table says what it is."""
    items = [statement for statement in statements if statement.listed]
    if len(items) < 2 and len(statements) > 2:
        items = list(statements)  # one marked item nested under what the others tell
    items = items or list(statements)
    if not items:
        return False
    titled = len(items) > 2 and items[0].bold and not any(item.bold for item in items[1:])
    told = [item for item in items if tells(item.text)]
    if titled and not told:  # a name in bold over lines that all promise
        items = items[1:] if all(promises(item.text) for item in items[1:]) else items
    promised = [item for item in items if (item.listed or titled) and (promises(item.text) or _is_announced(item))]
    return len(items) >= (1 if single and items[0].listed else 2) and 10 * len(told) + 10 * len(promised) >= 6 * len(
        items
    )


def _is_announced(item: Statement) -> bool:
    """`Restoring forests …` under `The programme has several activities. These include:`."""
    return item.words[0].text.endswith("ing") and _DEEDS.search(text_of([item.lead])) is not None


def _name_of(title: Sequence[Word]) -> Passage:
    """`(Transport)` → `Transport`; of two names over a list, `Energy` in bold over `(Transport)`, the nearer."""
    at = next((at for at, word in enumerate(title) if at and not word.bold and title[at - 1].bold), 0)
    nearer = tuple(title[at:]) if title[at].text.startswith("(") else tuple(title)
    bare = text_of([nearer])
    return Passage(bare.strip("()") if bare[:1] == "(" else bare, nearer)


def _title_kind(table: Table, context: Context) -> Kind | None:
    """What the full-width row above all others announces: `Quantified targets`."""
    top = next((cell for cell in table.cells if cell.row == 0 and cell.column_span >= table.columns > 1), None)
    return _kind_of(top.text, context) if top is not None else None


def _kind_of(title: str, context: Context) -> Kind | None:
    role = heading_role(title, context.vocabulary) if title else None
    return _KINDS.get(role.role) if role is not None else None


def _first_cells(table: Table) -> dict[int, Cell]:
    """The cell of the first column that stands in each row."""
    found: dict[int, Cell] = {}
    for cell in table.cells:
        if cell.column == 0:
            for row in range(cell.row, cell.row + cell.row_span):
                found.setdefault(row, cell)
    return found


def _row_name(first: Cell | None, cell: Cell) -> Passage | None:
    """The short text in the first column of a cell's row, whose ``first`` cell that is."""
    if first is None or first is cell:
        return None
    words = tuple(word for line in first.lines for word in line.words)
    named = any(len(word.text) > 2 and word.text.isalpha() for word in words)  # `(d)` names nothing
    return Passage(text_of([words]), words) if named and len(words) <= 10 else None
