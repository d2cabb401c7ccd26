"""Tables → drafts: the header says what a column holds, the row what belongs together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

import attrs
import regex

from objectives_parser.document import Cell, Line, Table, Word
from objectives_parser.drafts import Context, Draft, Passage, Spot
from objectives_parser.labelling import label_of, labelled
from objectives_parser.recognizers.bare import is_role
from objectives_parser.recognizers.cell_lines import RowField
from objectives_parser.recognizers.cell_parts import CellPart, cell_parts, parents
from objectives_parser.recognizers.columns import STATEMENTS, Header, inherit, read_headers, row_level, unnamed, upright
from objectives_parser.recognizers.grid import Row, filled, header_text, section_cell, table_rows
from objectives_parser.recognizers.grouping import with_grouping_column
from objectives_parser.recognizers.outcomes import tells_outcome
from objectives_parser.recognizers.outlines import outlined
from objectives_parser.recognizers.policies import with_numbered_policies
from objectives_parser.recognizers.repeated_cells import repeated_cells
from objectives_parser.recognizers.rowfields import opening_answer, with_row_fields, with_target
from objectives_parser.recognizers.settling import answers, settle
from objectives_parser.recognizers.titled_cells import titled_cell
from objectives_parser.recognizers.wordings import is_tick, names_itself, says_nothing, tells
from objectives_parser.records import Kind
from objectives_parser.roles import (
    PrintedLabel,
    ends_dated,
    header_lead,
    header_role,
    heading_role,
    is_imperative,
    printed_label,
    split_run_on,
)
from objectives_parser.statements import (
    SentencePolicy,
    Statement,
    block_statement,
    cell_statements,
    text_of,
)
from objectives_parser.values import due_in_statement, is_date_only, is_value_only

# Whether sentences of one cell are several statements: an objective's never, an action's where each of them promises.
_SENTENCES: dict[Kind, SentencePolicy] = {
    "objective": "never",
    "action": "promises",
    "measure": "always",
    "milestone": "always",
}


@attrs.frozen(kw_only=True, eq=False)
class TableReading:
    """What a table gave: drafts in reading order, the words of its headers and of its fields' headers, and the words of
    section rows that only group."""

    drafts: tuple[Draft, ...] = ()
    heading_words: tuple[Word, ...] = ()
    headers: tuple[Header, ...] = ()


def read_table(
    table: Table,
    number: int,
    context: Context,
    earlier: Sequence[Header] | None = None,
    announced: Kind | None = None,
    taken: Mapping[str, float] | None = None,
) -> TableReading:
    """The drafts of a table whose columns have headers; ``earlier`` are the headers of the table before it, for one
    that goes on without its own or leaves one empty; ``announced`` is the kind that the heading above names; ``taken``
    says of `Measure` headers how much they name what is measured."""
    rows = table_rows(table, context.vocabulary)
    reader = _Reader(
        table=table, number=number, context=context, earlier=earlier, announced=announced, taken=taken or {}
    )
    goes_on = earlier is not None and len(earlier) == table.columns and _continues(rows, earlier)
    if not any(row.kind == "header" for row in rows):
        if earlier is None or not goes_on:
            return TableReading()
        reader.headers = tuple(earlier)
    elif earlier is not None and goes_on and _begins_in_body(rows) and _has_header_of(rows, earlier, table, context):
        reader.headers = tuple(earlier)
    reader.read(rows)
    return reader.reading()


def _continues(rows: Sequence[Row], earlier: Sequence[Header]) -> bool:
    """Whether a table without a header may go on with the columns of the one before."""
    statement = next((at for at, header in enumerate(earlier) if header.role in STATEMENTS), None)
    if statement is None:
        return False
    texts = [cell.text for row in rows for cell in filled(row.cells) if cell.column == statement]
    return any(len(text.split()) >= 3 for text in texts)


def _begins_in_body(rows: Sequence[Row]) -> bool:
    """Whether statements stand above a table's first header row."""
    first = next((row for row in rows if row.kind != "empty"), None)
    return first is not None and first.kind == "body"


def _has_header_of(rows: Sequence[Row], earlier: Sequence[Header], table: Table, context: Context) -> bool:
    """Whether the first header row further down repeats one of the headers of the table before."""
    header = next(row for row in rows if row.kind == "header")
    fresh = read_headers([header], table.columns, context.vocabulary)
    return any(new.text and new.text == old.text for new, old in zip(fresh, earlier, strict=True))


_PAGE_COLUMN = regex.compile(r"(?:pages?|page (?:no|number|ref(?:erence)?)s?)\W*$", regex.IGNORECASE)


@attrs.define(kw_only=True, eq=False)
class _Reader:
    table: Table
    number: int
    context: Context
    earlier: Sequence[Header] | None = None
    announced: Kind | None = None
    taken: Mapping[str, float] = attrs.field(factory=dict)
    headers: tuple[Header, ...] | None = None
    category: Passage | None = None
    section: Passage | None = None
    sectioned: bool = False
    dated: bool = False
    drafts: list[Draft] = attrs.field(factory=list)
    fields: list[RowField] = attrs.field(factory=list)
    heading_words: list[Word] = attrs.field(factory=list)
    cell_ids: dict[int, int] = attrs.field(factory=dict)
    named: frozenset[str] | None = None
    repeated: Mapping[int, Cell | None] = attrs.field(factory=dict)

    def read(self, rows: Sequence[Row]) -> None:
        at = 0
        self.dated = self.table.way == "run-on" and _ends_dated(self.table)
        self.sectioned = _is_sectioned(rows, self.table.columns, self.context)
        early = [row for row in rows if row.kind == "body" and row.number < _first_header(rows)]
        while at < len(rows):
            row = rows[at]
            if row.kind == "header":
                end = at
                while end < len(rows) and rows[end].kind == "header":
                    end += 1
                self._header_rows(rows[at:end], [*early, *_body_after(rows, end)])
                for row in early:
                    self._early(row)
                early = []
                at = end
                continue
            if row.kind == "section":
                self._section(row, rows)
            elif row.kind == "body" and self.headers is not None:
                self._body(row)
            at += 1

    def _header_rows(self, rows: Sequence[Row], body: Sequence[Row]) -> None:
        fresh = read_headers(rows, self.table.columns, self.context.vocabulary)
        first = self.headers is None
        before = self.headers or (self.earlier if _is_alike(fresh, self.earlier) else None)
        self.headers = settle(inherit(fresh, before), body, self.context.vocabulary, self.taken)
        self.headers = outlined(self.headers, body, self.context.vocabulary)
        self.headers = unnamed(self.headers, self.earlier, self.announced, body)
        self.headers = with_grouping_column(self.headers, body)
        self.repeated = repeated_cells(body, self.headers)
        for header in fresh:
            self.heading_words.extend(header.words)
        subject = next((header for header in fresh if header.text and header.role in STATEMENTS), None)
        sisters = self.sectioned or (before is not None and before is self.earlier and not _repeats(fresh, before))
        named = subject is not None and (_names_section(subject) if not sisters else " " in subject.text)
        if subject is not None and (_is_section_header(subject) or (named and (sisters or not first))):
            self.category = Passage(_without_number(subject.text), subject.words)
        elif not first and not _repeats(fresh, self.headers):
            self.category = None

    def _section(self, row: Row, rows: Sequence[Row]) -> None:
        cell = section_cell(row)
        words = tuple(word for line in cell.lines for word in line.words)
        text = text_of(line.words for line in cell.lines)
        label = label_of(text, self.context)
        end = next(
            (later.number - 1 for later in rows if later.number > row.number and self._ends_aim(later, row, rows)),
            self.table.rows - 1,
        )
        if (
            label is not None
            and label.role in STATEMENTS
            and label.number is None
            and label.text.casefold().endswith("s")
        ):
            self._listed_section(cell, label, row.number, end)
        elif label is not None and label.role in STATEMENTS and label.end < len(text):
            statement = block_statement(_up_to_name(cell.lines))
            spot = Spot(
                table=self.number, first=row.number, last=max(end, row.number), column=-1, cell=self._cell_id(cell)
            )
            section: Kind = label.role  # type: ignore[assignment]
            draft = labelled(_draft(statement, section, cell, spot, f"section row: {label.text}"), self.context)
            self.drafts.append(attrs.evolve(draft, category=self.section))
            self.category = None
        elif self._states_aim(row, rows, text, label):
            self._aim(cell, row.number, max(end, row.number), label)
        elif self._states_outcome(row, rows):
            spot = Spot(
                table=self.number, first=row.number, last=max(end, row.number), column=-1, cell=self._cell_id(cell)
            )
            evidence = "section row: how things shall be"
            draft = labelled(_draft(block_statement(cell.lines), "objective", cell, spot, evidence), self.context)
            self.drafts.append(attrs.evolve(draft, level="outcome", category=self.section, score=0.6))
            self.category = None
        elif _is_note(text, self.context):
            return
        elif cell is filled(row.cells)[0] and _announces(text, self.context):
            self.heading_words.extend(words)
            self.category = None
        else:
            self.heading_words.extend(words)
            self.category = self.section = Passage(_without_number(text).rstrip(":"), words)

    def _states_aim(self, row: Row, rows: Sequence[Row], text: str, label: PrintedLabel | None) -> bool:
        """Whether a full-width row says what the rows below it are for: a numbered command over numbered actions
        (`1.1 Reform the supplier levy`), or the line over each of several headers that name no objectives."""
        numbered = label is not None and label.kind == "number"
        bare = text[label.end :].strip() if label is not None and numbered else text
        if len(bare.split()) < 2 or bare.endswith(":") or (label is not None and not numbered):
            return False
        told = is_imperative(bare) or bare.startswith("To ")
        following = next((later for later in rows if later.number > row.number and later.kind != "empty"), None)
        if following is not None and following.kind == "header":
            roles = {header.role for header in read_headers([following], self.table.columns, self.context.vocabulary)}
            return (
                "objective" not in roles
                and bool(roles & {"measure", "milestone", "action"})
                and (told or (numbered and _titled_headers(rows) > 1))
            )
        roles = {header.role for header in self.headers or ()} & STATEMENTS
        return numbered and told and roles == {"action"} and following is not None and following.kind == "body"

    def _aim(self, cell: Cell, first: int, last: int, label: PrintedLabel | None) -> None:
        statement = block_statement(cell.lines)
        spot = Spot(table=self.number, first=first, last=last, column=-1, cell=self._cell_id(cell))
        draft = labelled(_draft(statement, "objective", cell, spot, "a row over what serves it"), self.context)
        self.drafts.append(attrs.evolve(draft, category=self.section))
        self.category = None

    def _listed_section(self, cell: Cell, label: PrintedLabel, first: int, last: int) -> None:
        """`Goals:` over several lines: each of them is a goal of the rows below."""
        words = len(label.text.split())
        lines = [cell.lines[0].words[words:], *(line.words for line in cell.lines[1:])]
        self.heading_words.extend(cell.lines[0].words[:words])
        rest = attrs.evolve(
            cell,
            lines=tuple(attrs.evolve(line, words=kept) for line, kept in zip(cell.lines, lines, strict=True) if kept),
        )
        spot = Spot(table=self.number, first=first, last=max(last, first), column=-1, cell=self._cell_id(cell))
        for statement in cell_statements(rest, self.context.names, "always"):
            kind: Kind = label.role  # type: ignore[assignment]
            draft = _draft(statement, kind, rest, spot, f"section row: {label.text}")
            draft = attrs.evolve(draft, level=label.level, category=self.section)
            self.drafts.append(labelled(draft, self.context))
        self.category = None

    def _ends_aim(self, row: Row, aim: Row, rows: Sequence[Row]) -> bool:
        """Whether the row is a section row that ends what the aim above it holds for: another aim, or a numbered
        section where the aim itself stands in one. A section that only parts its rows (`Current efforts`) does not."""
        label = self._section_label(row)
        if row.kind == "section" and self._states_outcome(row, rows):
            return True
        if label is None:
            return False
        if label.role in STATEMENTS:
            return True
        around = [self._section_label(other) for other in rows if other.number < aim.number]
        numbered = [before for before in around if before is not None and before.kind == "number"]
        return label.kind == "number" and bool(numbered) and _same_numbering(label, numbered[-1])

    def _states_outcome(self, row: Row, rows: Sequence[Row]) -> bool:
        """Whether a section row tells how things shall be (`1 Fewer young people are drawn into violence`) over rows of
        what is done or measured for it: no column beside it states an aim."""
        label = self._section_label(row)
        text = text_of(line.words for line in section_cell(row).lines)
        if not tells_outcome(text[label.end :].strip() if label is not None else text):
            return False
        if self.named is None:
            roles = [header_role(header_text(cell), self.context.vocabulary)
                     for other in rows if other.kind == "header" for cell in filled(other.cells)]  # fmt: skip
            self.named = frozenset(role.role for role in roles if role is not None)
        kinds = self.named
        return bool(kinds & {"action", "measure", "milestone"}) and "objective" not in kinds

    def _section_label(self, row: Row) -> PrintedLabel | None:
        if row.kind != "section":
            return None
        return label_of(text_of(line.words for line in section_cell(row).lines), self.context)

    def _body(self, row: Row) -> None:
        for cell in filled(row.cells):
            if self.headers is None or cell.column >= len(self.headers):
                continue
            whole = self.repeated.get(id(cell), cell)
            if whole is not None:
                self._cell(whole, row)
        for cell in row.cells:
            if cell.marks and self.headers is not None and cell.column < len(self.headers):
                self._ticked(cell)

    def _early(self, row: Row) -> None:
        """A row above the header row: what stands in columns that the header leaves unnamed (a logframe's impact), and
        statements that span the named ones."""
        assert self.headers is not None
        if not any(header.role == "by-level" for header in self.headers):
            return
        for cell in filled(row.cells):
            if self.headers[cell.column].role in ("level", "by-level"):
                self._cell(cell, row)
            elif cell.column_span > 1:
                self._by_level(cell, row)

    def _by_level(self, cell: Cell, row: Row) -> None:
        """A statement whose kind the level beside it names."""
        assert self.headers is not None
        column = next(at for at, header in enumerate(self.headers) if header.role == "level")
        above = [c for c in row.covering if c.column == column and c.filled]
        level = row_level(above[0].text, self.context.vocabulary) if above else None
        words = tuple(word for c in above for line in c.lines for word in line.words)
        self.heading_words.extend(words)
        kind: Kind = level.role if level else "objective"  # type: ignore[assignment]
        header = Header(
            text=upright(above[0].text) if above else "", role=kind, level=level.level if level else None, strength=0.8
        )
        self.category = Passage(header.text, words) if words else None
        first = len(self.drafts)
        for statement in cell_statements(cell, self.context.names, _SENTENCES[kind]):
            self._add(statement, kind, cell, header)
        self.drafts[first:] = [attrs.evolve(draft, by_level=True) for draft in self.drafts[first:]]
        self.category = None

    def _ticked(self, cell: Cell) -> None:
        header = self.headers[cell.column] if self.headers else None
        if header is not None and header.role == "period" and not cell.text.strip():
            self._field(cell, "due-period", header)

    def _cell(self, cell: Cell, row: Row) -> None:
        assert self.headers is not None
        header = self.headers[cell.column]
        spanned = self.headers[cell.column : cell.column + cell.column_span]
        kinds = [h for h in spanned if h.role in STATEMENTS]
        if header.role == "period" and is_tick(cell.text):
            self._field(cell, "due-period", header)
        elif self.table.way == "run-on" and cell.column_span > 1 and len(kinds) > 1:
            self._run_on(cell, kinds)
        elif header.role == "level":
            return
        elif header.role == "by-level":
            self._by_level(cell, row)
        elif header.role in STATEMENTS:
            self._statements(cell, header)
        elif header.role is None and len(kinds) == 1 and kinds[0] is not header:
            self._statements(cell, kinds[0])
        else:
            self._field(cell, header.role or "other", header)

    def _field(self, cell: Cell, role: str, header: Header) -> None:
        words = tuple(word for line in cell.lines for word in line.words)
        text = header.text if role == "due-period" else text_of(line.words for line in cell.lines)
        self.fields.append(
            RowField(role=role, header=header.text, passage=Passage(text, words), first=cell.row,
                     last=cell.row + cell.row_span - 1, column=cell.column, parts=_stated_parts(cell),
                     lines=tuple(line.words for line in cell.lines if line.words))
        )  # fmt: skip

    def _statements(self, cell: Cell, header: Header) -> None:
        assert header.role in STATEMENTS
        kind: Kind = header.role  # type: ignore[assignment]
        self._answer(cell, header)
        if kind in ("measure", "milestone") and is_date_only(cell.text):
            self._field(cell, "due", header)
            return
        if kind in ("milestone", "action") and is_role(cell.text) and not tells(cell.text):
            self._field(cell, "owner", header)
            return
        if _says_nothing(cell.text) or says_nothing(cell.text):
            self._field(cell, "other", header)
            return
        named = cell_parts(cell, self.context)
        if named:
            self._named_parts(named, cell, header)
            return
        title, *parts = titled_cell(cell, self.context) or (None,)
        if title is None:
            for statement in cell_statements(cell, self.context.names, _SENTENCES[kind]):
                self._add(statement, kind, cell, header)
            return
        at = len(self.drafts)
        for statement in (title, *parts):
            self._add(statement, kind, cell, header)
        self.drafts[at + 1 :] = [attrs.evolve(part, fixed_parents=(at,)) for part in self.drafts[at + 1 :]]

    def _answer(self, cell: Cell, header: Header) -> None:
        """`Accepted` over what will be done about it: the state of the row, where no column of its own tells it."""
        if not answers(header) or any(other.role == "status" for other in self.headers or ()):
            return
        answer = opening_answer(cell)
        if answer is not None:
            last = cell.row + cell.row_span - 1
            self.fields.append(
                RowField(
                    role="status", header=header.text, passage=answer, first=cell.row, last=last, column=cell.column
                )
            )

    def _named_parts(self, parts: Sequence[CellPart], cell: Cell, header: Header) -> None:
        """`Output 1: …` over `Indicator: …`, `Baseline: …`, `Target: …` in one cell: each by its own name."""
        first = len(self.drafts)
        above = iter(parents(parts))
        for number, part in enumerate(parts):
            if part.role in STATEMENTS:
                kind: Kind = part.role  # type: ignore[assignment]
                self._add(part.statement, kind, cell, header)
                parent = next(above)
                if parent is not None:
                    self.drafts[-1] = attrs.evolve(self.drafts[-1], fixed_parents=(first + parent,))
                self.drafts[-1] = self._valued(self.drafts[-1], parts[number + 1 :])

    def _valued(self, draft: Draft, behind: Sequence[CellPart]) -> Draft:
        """The draft of a measure with the target and the baseline that are named right behind it in its cell."""
        values = dict((part.role, part.passage) for part in takewhile(lambda part: part.role not in STATEMENTS, behind))
        if draft.kind != "measure" or "target" not in values:
            return draft
        return with_target(draft, values["target"], values.get("baseline"))

    def _run_on(self, cell: Cell, headers: Sequence[Header]) -> None:
        statements = cell_statements(cell, self.context.names, "never")
        kinds = tuple(str(header.role) for header in headers)
        cuts = split_run_on([statement.text for statement in statements], kinds,
                            _behind_empty_lines(statements), dated=self.dated)  # fmt: skip
        for at, statement in enumerate(statements):
            header = headers[sum(at >= cut for cut in cuts)]
            column = self.headers.index(header) if self.headers else cell.column
            kind: Kind = header.role  # type: ignore[assignment]
            self._add(statement, kind, attrs.evolve(cell, column=column, column_span=1), header, ("wording",))

    def _add(self, statement: Statement, kind: Kind, cell: Cell, header: Header, more: tuple[str, ...] = ()) -> None:
        if not statement.words:
            return
        spot = Spot(table=self.number, first=cell.row, last=cell.row + cell.row_span - 1, column=cell.column,
                    cell=self._cell_id(cell), aligned=not more)  # fmt: skip
        draft = _draft(statement, kind, cell, spot, f"header: {header.text.casefold()}", *more)
        draft = attrs.evolve(draft, level=header.level if kind == "objective" else None, side=header.side,
                             category=self.category, score=0.6 + 0.35 * header.strength)  # fmt: skip
        lead = header_lead(header.text)
        if lead is not None and due_in_statement(statement.text, self.context.fiscal) is None:
            # `Sub-goals: By May 2029, the agency will:` dates all that completes its sentence
            draft = attrs.evolve(draft, due=due_in_statement(lead, self.context.fiscal))
        if header.sister:
            # `Unconditional targets 2015 | Unconditional targets 2020`: no target serves the one beside it
            group = Passage(header.text, header.words)
            draft = attrs.evolve(draft, category=group, grouped_by_row=True, fixed_parents=())
        self.drafts.append(labelled(draft, self.context))

    def _cell_id(self, cell: Cell) -> int:
        first = next((word.start for line in cell.lines for word in line.words), -1)
        return self.cell_ids.setdefault(first, len(self.cell_ids))

    def reading(self) -> TableReading:
        if any(_PAGE_COLUMN.match(header.text) for header in self.headers or ()):
            return TableReading(headers=self.headers or ())  # an index of where things stand in a report
        drafts = with_numbered_policies(with_row_fields(self.drafts, self.fields, self.context))
        if not drafts:
            return TableReading(headers=self.headers or ())
        return TableReading(drafts=tuple(drafts), heading_words=tuple(self.heading_words), headers=self.headers or ())


def _ends_dated(table: Table) -> bool:
    """Whether half of a run-on table's cells of several columns end with a date."""
    cells = [cell for cell in table.cells if cell.column and cell.column_span > 1 and cell.filled]
    return sum(ends_dated(cell.text) for cell in cells) * 2 >= len(cells) > 0


def _behind_empty_lines(statements: Sequence[Statement]) -> frozenset[int]:
    """The statements that do not begin on the line behind the one before."""
    starts = [(statement.marker or statement.words)[0].start for statement in statements]
    ends = [statement.words[-1].end for statement in statements]
    return frozenset(at for at in range(1, len(starts)) if starts[at] - ends[at - 1] > 1)


def _stated_parts(cell: Cell) -> tuple[Passage, ...]:
    """The cell's lines where the format parts them (line breaks in a spreadsheet cell), a passage each."""
    if not all(line.begins for line in cell.lines):
        return ()
    return tuple(Passage(text_of([line.words]), line.words) for line in cell.lines)


def _draft(statement: Statement, kind: Kind, cell: Cell, spot: Spot, *evidence: str) -> Draft:
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


def _first_header(rows: Sequence[Row]) -> int:
    return next((row.number for row in rows if row.kind == "header"), 0)


def _body_after(rows: Sequence[Row], start: int) -> list[Row]:
    found: list[Row] = []
    for row in rows[start:]:
        if row.kind == "header":
            break
        if row.kind == "body":
            found.append(row)
    return found


def _is_section_header(header: Header) -> bool:
    """`1. Business delivery objectives:` heads a section; `Objectives` heads a column."""
    return _without_number(header.text) != header.text


def _names_section(header: Header) -> bool:
    return len(header.text.split()) > 1 and header.strength < 1.0


def _repeats(fresh: Sequence[Header], headers: Sequence[Header]) -> bool:
    return all(not new.text or new.text == old.text for new, old in zip(fresh, headers, strict=True))


def _is_alike(fresh: Sequence[Header], earlier: Sequence[Header] | None) -> bool:
    """Whether a table's headers are those of the table before it, but for its subject's and for what stays empty."""
    if earlier is None or len(earlier) != len(fresh):
        return False
    subject = next((at for at, header in enumerate(fresh) if header.text and header.role == "objective"), None)
    if subject is None or earlier[subject].role != "objective":
        return False
    others = [
        (new, old) for at, (new, old) in enumerate(zip(fresh, earlier, strict=True)) if at != subject and new.text
    ]
    return bool(others) and all(new.text.casefold() == old.text.casefold() for new, old in others)


def _titled_headers(rows: Sequence[Row]) -> int:
    """How many header rows stand right under a full-width row."""
    return sum(above.kind == "section" and below.kind == "header" for above, below in pairwise(rows))


def _is_sectioned(rows: Sequence[Row], columns: int, context: Context) -> bool:
    """Whether the header rows of a table name its subject anew while the other headers stay (`Delivery objectives |
    Measures`, further down `Corporate objectives | Measures`): each of them heads a section."""
    alone = [
        row
        for before, row in pairwise([None, *rows])
        if row is not None and row.kind == "header" and (before is None or before.kind != "header")
    ]
    if len(alone) < 2:
        return False
    first, *more = (read_headers([row], columns, context.vocabulary) for row in alone)
    return all(_is_alike(other, first) for other in more) and any(not _repeats(other, first) for other in more)


def _without_number(text: str) -> str:
    head, _, rest = text.partition(" ")
    bare = head.strip("().:")
    is_number = head != bare and (
        bare.isdigit() or (len(bare) <= 3 and bare.isalnum() and not bare.isalpha()) or len(bare) == 1
    )
    return rest.strip().rstrip(":") if is_number and rest else text.rstrip(":")


def _same_numbering(one: PrintedLabel, other: PrintedLabel) -> bool:
    """Whether two section labels count alike: `2.` ends what stands in `1.`, `a.` does not."""
    return one.text[:1].isdigit() == other.text[:1].isdigit() and one.text.count(".") == other.text.count(".")


def _up_to_name(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines up to one that names something else than the first (`Indicator 1: …` over `Source of data: …`)."""
    cut = next((at for at, line in enumerate(lines) if at and names_itself(line.text)), len(lines))
    return lines[:cut]


def _announces(text: str, context: Context) -> bool:
    """Whether a full-width row only names the kind of the rows below (`Milestone Summary`); one that bears a number or
    letter of its own is a section."""
    label = printed_label(text, context.vocabulary)
    if label is not None and label.kind == "number":
        return False
    role = heading_role(text, context.vocabulary) or header_role(text, context.vocabulary)
    return role is not None and role.strength >= 0.75


def _is_note(text: str, context: Context) -> bool:
    """`Rationale: …`, `Note: …` over the width of a table."""
    head, colon, rest = text.partition(":")
    role = header_role(head, context.vocabulary) if colon and rest else None
    return len(text.split()) > 30 or (role is not None and role.role == "note")


# "(Source: Greenlink", "Group)", "703.292.8040": what stands around charts
_BESIDE_CHARTS = regex.compile(
    r"\(?(?:sources?|notes?|adapted from)\s*:|[^(\[)]{4,}\)$|\+?[\d().\s-]{9,}$", regex.IGNORECASE
)


def _says_nothing(text: str) -> bool:
    """`-`, `N/A`, `TBD`, `?`, a tick, or a lone number: a cell that states nothing."""
    if _BESIDE_CHARTS.match(text.strip()) and len(text.split()) <= 8:
        return True
    counts = any(char in "%£$€" or char.isalpha() for char in text)  # "25%", "14,971 ha"
    return (is_value_only(text) and not counts and len(text) < 12) or not any(char.isalnum() for char in text)
