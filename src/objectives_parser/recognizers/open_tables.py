"""A table while it is read: the headers that hold, the section that stands open, and what its rows gave so far."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Line, Table, Word
from objectives_parser.drafts import Context, Draft, Passage, Spot
from objectives_parser.frozen import evolve
from objectives_parser.labelling import label_of, labelled
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.recognizers.bare_tails import with_lead_behind
from objectives_parser.recognizers.cell_facts import cell_facts
from objectives_parser.recognizers.cell_lines import RowField
from objectives_parser.recognizers.cell_passages import cell_passage, cell_words
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.fieldlines import FieldLine
from objectives_parser.recognizers.who_and_when import who_and_when
from objectives_parser.records import STATEMENTS, Due, Kind
from objectives_parser.roles import header_lead, header_role
from objectives_parser.statements import (
    SentencePolicy,
    Statement,
    cell_statements,
    column_names,
    text_of,
    titled_columns,
)
from objectives_parser.values import due_in_statement, due_of_cell, is_date_only

# Whether sentences of one cell are several statements: an objective's never, an action's where each of them promises.
SENTENCES: dict[Kind, SentencePolicy] = {
    "objective": "never",
    "action": "promises",
    "measure": "always",
    "milestone": "always",
}

_NAMED = 0.9  # how surely a name before a colon tells the kind


@attrs.define(kw_only=True, eq=False)
class OpenTable:
    """A table while it is read. ``headers`` hold for the body rows that follow and ``repeated`` are the cells that
    stand for those below them that print the same; ``section`` names the rows that follow, ``category`` what a
    statement of them is grouped under; ``said`` is what rows over its width say of the aim over the table; ``dated``
    says that the statements of its run-on cells end with their dates, ``chained`` that its heads name
    levels of a chain."""

    table: Table
    number: int
    context: Context
    headers: tuple[Header, ...] | None = None
    repeated: Mapping[int, Cell | None] = attrs.field(factory=dict)
    dated: bool = False
    chained: bool = False
    category: Passage | None = None
    section: Passage | None = None
    drafts: list[Draft] = attrs.field(factory=list)
    fields: list[RowField] = attrs.field(factory=list)
    said: list[FieldLine] = attrs.field(factory=list)
    heading_words: list[Word] = attrs.field(factory=list)
    cell_ids: dict[int, int] = attrs.field(factory=dict)

    def header_of(self, cell: Cell) -> Header | None:
        """The header over a cell; None in a row or a column that has none."""
        if self.headers is None or cell.column >= len(self.headers):
            return None
        return self.headers[cell.column]

    def cell_id(self, cell: Cell) -> int:
        """The number of a cell: its statements share it."""
        first = next((word.start for line in cell.lines for word in line.words), -1)
        return self.cell_ids.setdefault(first, len(self.cell_ids))

    def statements(self, cell: Cell, kind: Kind) -> tuple[Statement, ...]:
        """The statements of a cell, as the cells of its column set them."""
        headed = bool(self.context.headed) and self._names.get(cell.column) in self.context.headed
        titled = cell.column in self._titled
        return cell_statements(cell, self.context.names, SENTENCES[kind], headed=headed, titled=titled)

    @cached_property
    def _titled(self) -> frozenset[int]:
        return titled_columns(self.table)

    @cached_property
    def _names(self) -> dict[int, str]:
        return column_names(self.table)

    def spot_over(self, cell: Cell, last: int) -> Spot:
        """Where the statement of a section row stands: over its own row and those below to ``last``."""
        first = cell.row
        return Spot(table=self.number, first=first, last=max(last, first), column=-1, cell=self.cell_id(cell))

    def add(self, statement: Statement, kind: Kind, cell: Cell, header: Header, more: tuple[str, ...] = ()) -> None:
        """Adds a statement of a cell under its header; ``more`` is what else told its kind where the header alone does
        not."""
        if not statement.words:
            return
        spot = Spot(table=self.number, first=cell.row, last=cell.row + cell.row_span - 1, column=cell.column,
                    cell=self.cell_id(cell), aligned=not more)  # fmt: skip
        kind = self._own_kind(statement, header) or kind
        statement, level = self._named_in_bold(statement, kind)
        draft = cell_draft(statement, kind, cell, spot, f"header: {header.text.casefold()}", *more)
        draft = evolve(draft, level=(level or header.level) if kind == "objective" else None, side=header.side,
                       by_level=self.chained and kind == "objective", category=self.category,
                       score=0.6 + 0.35 * header.strength)  # fmt: skip
        self.drafts.append(labelled(self._under_header(self._dated_by_lead(draft, statement), header), self.context))

    def _named_in_bold(self, statement: Statement, kind: Kind) -> tuple[Statement, str | None]:
        """An aim without its level, alone in bold on the line over it (`Outcome` over `Crews earn more`), which is its
        label; and that level."""
        first, others = statement.lines[0], [word for line in statement.lines[1:] for word in line]
        if kind != "objective" or len(first) != 1 or not others or statement.marker:
            return statement, None
        role = header_role(first[0].text, self.context.vocabulary) if first[0].bold else None
        if role is None or role.role != kind or role.strength < 1.0 or any(word.bold for word in others):
            return statement, None
        return evolve(statement, lines=statement.lines[1:], marker=first), role.level

    def _dated_by_lead(self, draft: Draft, statement: Statement) -> Draft:
        """`By 2031:` over the items of a cell dates each of them."""
        lead = text_of([statement.lead]).rstrip(" :")
        if not lead or not is_date_only(lead) or due_in_statement(draft.text, self.context.fiscal) is not None:
            return draft
        return evolve(draft, due=due_of_cell(lead, self.context.fiscal), due_words=statement.lead)

    def _own_kind(self, statement: Statement, header: Header) -> Kind | None:
        """The kind that a statement's label names where its header names several (`Outcome / Intervention` over
        `Intervention 1.1: …`)."""
        if "/" not in header.text:
            return None
        label = label_of(statement.text, self.context)
        if label is None or label.kind != "word" or label.role not in STATEMENTS or not label.number:
            return None
        word, named = label.text.split()[0].casefold(), header.text.casefold()
        # `Objective / Key result` over `KR 1.1: …`
        initials = word == "kr" and "key result" in named
        return label.role if word in named or initials else None  # type: ignore[return-value]

    def _under_header(self, draft: Draft, header: Header) -> Draft:
        """The draft with the date and the group that its header's own words give it."""
        draft = with_lead_behind(draft, header.text, self.context)
        lead = header_lead(header.text)
        if lead is not None and due_in_statement(draft.text, self.context.fiscal) is None:
            # `Sub-goals: By May 2029, the agency will:` dates all that completes its sentence
            draft = evolve(draft, due=due_in_statement(lead, self.context.fiscal))
        if header.dates and due_in_statement(draft.text, self.context.fiscal) is None:
            due = due_of_cell(header.text, self.context.fiscal)
            draft = evolve(draft, due=due or Due(text=header.text), due_words=header.words)
        if header.sister:
            # `Unconditional targets 2015 | Unconditional targets 2020`: no target serves the one beside it
            group = Passage(header.text, header.words)
            draft = evolve(draft, category=group, grouped_by_row=True, fixed_parents=())
        return draft

    def add_field(self, cell: Cell, role: str, header: Header) -> None:
        """Adds what a cell that states nothing says of its rows."""
        ticked = {"due-period": header.text, "ticked-status": header.own}.get(role)
        passage = cell_passage(cell) if ticked is None else Passage(ticked, cell_words(cell))
        role = "status" if role == "ticked-status" else role
        field = RowField(role=role, header=header.text, passage=passage, first=cell.row,
                     last=cell.row + cell.row_span - 1, column=cell.column, parts=_stated_parts(cell),
                     lines=tuple(line.words for line in cell.lines if line.words))  # fmt: skip
        for fact in cell_facts(field, self.context.vocabulary):
            if fact.role in STATEMENTS and not is_date_only(fact.passage.text):
                self._add_fact(fact, cell)
            else:
                said = evolve(fact, role="due") if fact.role in STATEMENTS else fact
                self.fields.extend(who_and_when(said, self.context))

    def _add_fact(self, fact: RowField, cell: Cell) -> None:
        """Adds the statements that a line of a cell names: `Measure: flats let` under `Lead: Housing`."""
        kind: Kind = fact.role  # type: ignore[assignment]
        said = evolve(cell, lines=tuple(Line(words=line) for line in fact.lines))
        named = Header(text=fact.header, role=kind, strength=_NAMED)
        for statement in self.statements(said, kind):
            self.add(statement, kind, cell, named)


def cell_draft(statement: Statement, kind: Kind, cell: Cell, spot: Spot, *evidence: str) -> Draft:
    """The draft of a statement that stands in a cell."""
    return Draft(
        kind=kind,
        lines=statement.lines,
        text=statement.text,
        label=None,
        label_words=statement.marker,
        basis="table",
        evidence=evidence,
        spot=spot,
        repaired=cell.repaired,
        place=cell.place,
    )


def _stated_parts(cell: Cell) -> tuple[Passage, ...]:
    """The cell's items where it lists them, its lines where the format parts them (line breaks in a spreadsheet cell):
    a passage each."""
    lines = [line.words for line in cell.lines if line.words]
    marked = [at for at, line in enumerate(lines) if len(line) > 1 and is_bullet(line[0])]
    if marked and marked[0] == 0:
        items = [lines[at:end] for at, end in pairwise([*marked, len(lines)])]
        return tuple(
            Passage(text_of([first[1:], *more]), (*first[1:], *(word for line in more for word in line)))
            for first, *more in items
        )
    if cell.marks > 1:  # bullets that the page draws
        return tuple(Passage(item.text, item.words) for item in cell_statements(cell, frozenset(), "never"))
    if not all(line.begins for line in cell.lines):
        return ()
    return tuple(Passage(text_of([line.words]), line.words) for line in cell.lines)
