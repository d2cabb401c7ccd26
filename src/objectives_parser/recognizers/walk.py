"""Goes over a document's blocks in their order: each kind of table has a reader, all else is the flow's."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Block, Heading, ListItem, Paragraph, Table
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.frozen import evolve
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.aims_beside_lists import aims_beside_lists, read_aims_beside_lists
from objectives_parser.recognizers.boxes import GoalBox, states_goal
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.completion_tables import completion_told
from objectives_parser.recognizers.contents_lists import listed_contents
from objectives_parser.recognizers.corner_titles import with_title_in_corner
from objectives_parser.recognizers.dated_columns import dated_columns, read_dated_columns
from objectives_parser.recognizers.flow import FlowReader
from objectives_parser.recognizers.form_grids import FormGrid
from objectives_parser.recognizers.form_signs import is_form, of_commitment
from objectives_parser.recognizers.forms import FormReading, read_form
from objectives_parser.recognizers.headed_columns import headed_columns, read_headed_columns
from objectives_parser.recognizers.labelled_cells import labelled_cells
from objectives_parser.recognizers.matrices import Matrix, matrix_of, read_matrix
from objectives_parser.recognizers.measures_taken import taken_headers
from objectives_parser.recognizers.named_values import read_named_values, values_under_names
from objectives_parser.recognizers.namesakes import named_by_title
from objectives_parser.recognizers.over_forms import aim_over, deed_over, numbered_heading, topic_over
from objectives_parser.recognizers.schedules import names_times
from objectives_parser.recognizers.set_apart import SetApart, set_apart
from objectives_parser.recognizers.sister_heads import SisterHeads
from objectives_parser.recognizers.table_leads import lead_due, with_lead_due
from objectives_parser.recognizers.tables import read_table
from objectives_parser.recognizers.turned_tables import items_across
from objectives_parser.recognizers.unsaying import explains_words, is_organisation_chart
from objectives_parser.records import STATEMENTS
from objectives_parser.statements import Statement, block_statement


@attrs.define(kw_only=True, eq=False)
class Walk:
    """The way through the blocks: ``headers`` are those that a table may go on with, ``box`` the goal's box that is
    open, ``inner`` how many tables inside forms were read."""

    blocks: Sequence[Block]
    reader: FlowReader
    context: Context
    headers: tuple[Header, ...] | None = None
    box: GoalBox = attrs.field(factory=GoalBox)
    inner: int = 0
    taken: dict[str, float] = attrs.field(init=False)
    sisters: SisterHeads = attrs.field(init=False)
    others: tuple[SetApart, ...] = attrs.field(init=False)
    apart: frozenset[int] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.taken = taken_headers(self.blocks, self.context)
        self.sisters = SisterHeads(blocks=self.blocks, context=self.context, headers_of=self._headers_of)
        self.others = set_apart(self.blocks, self.context)
        self.apart = listed_contents(self.blocks).union(*(part.at for part in self.others))

    def through(self) -> None:
        """Reads all blocks."""
        for number, block in enumerate(self.blocks):
            self.reader.position = number
            match block:
                case _ if number in self.apart:
                    self.headers = None
                case Table():
                    self._table(block, number)
                case Heading() | Paragraph() | ListItem() if number in self.reader.ahead.headings.captioned:
                    self.reader.captioned_aim(block, self.reader.ahead.headings.captioned[number])
                    self.headers = None
                case Heading():
                    self.box = (
                        GoalBox()
                        if self.box.ends_at(block, self.context, self.reader.scope.heading_level())
                        else self.box
                    )
                    self.reader.heading(block)
                    self.headers = self.headers if _is_numbered_aim(block, self.context) else None
                case Paragraph():
                    at = len(self.reader.drafts)
                    self.reader.paragraph(block)
                    self.reader.drafts[at:] = self.box.with_deeds(self.box.with_strategies(self.reader.drafts[at:]))
                case ListItem():
                    self.box = self.box if self.box.listing else GoalBox()
                    at = len(self.reader.drafts)
                    self.reader.item(block, number)
                    self.reader.drafts[at:] = self.box.with_deeds(self.reader.drafts[at:])
                case _:
                    pass

    def _table(self, table: Table, number: int) -> None:
        table = with_title_in_corner(table, self.context.vocabulary)
        if self._reads_otherwise(table, number):
            self.headers = None
        else:
            self._rows(table, number)

    def _reads_otherwise(self, table: Table, number: int) -> bool:
        """Whether a table is none whose rows are read by their columns' headers; what it states is read then."""
        scope = self.reader.scope
        if is_organisation_chart(table) or explains_words(table):
            return True
        if (turned := items_across(table, self.context)) is not None:
            self._rows(turned, number)
            return True
        if (matrix := matrix_of(table, self.context)) is not None:
            self._matrix(table, matrix, number)
            return True
        if columns := headed_columns(table, self.context, priorities=scope.names_priorities()):
            self._add(read_headed_columns(columns, number, self.context))
            return True
        kind, timed = scope.table_kind(), names_times(scope.innermost())
        if items := dated_columns(table, self.context, kind, timed=timed):
            self._add(read_dated_columns(items, number, self.context, kind))
            return True
        if aims := aims_beside_lists(table, self.context):
            self._add(read_aims_beside_lists(aims, self.context))
            return True
        if counted := values_under_names(table, self.context):
            self._add(read_named_values(counted, self.context))
            return True
        if self.reader.takes_facts(table) or self._takes_completion(table):
            return True
        if is_form(table, self.context):
            self._form(table, number)
            return True
        return False

    def _takes_completion(self, table: Table) -> bool:
        """Whether a table only tells how far what stands above it has come."""
        drafts = self.reader.drafts
        told = completion_told(table, drafts)
        for at, state in (told or {}).items():
            drafts[at] = drafts[at] if drafts[at].status is not None else evolve(drafts[at], status=state)
        return told is not None

    def _matrix(self, table: Table, matrix: Matrix, number: int) -> None:
        grid = read_matrix(table, matrix, number, self.context)
        self.reader.heading_words.extend(grid.heading_words)
        at = len(self.reader.drafts)
        self._add(grid.drafts)
        # what stands under a column's head is not directly under the heading
        self.reader.drafts[at:] = [
            evolve(draft, category=None) if draft.fixed_parents else draft for draft in self.reader.drafts[at:]
        ]

    def _form(self, table: Table, number: int) -> None:
        drafts = self.reader.drafts
        if (aim := aim_over(table, self.blocks, number, drafts, self.context)) is not None:
            self._form_of_aim(table, number, aim)
            return
        form = read_form(table, number, self.context)
        if form.drafts and (topic := topic_over(form.drafts[0], self.blocks, number, drafts)) is not None:
            self._form_under_topic(form, topic)
            return
        deed = None if form.titled or not form.drafts else deed_over(self.blocks, number, drafts, self.context)
        if deed is not None:
            drafts.pop()  # the form is about it, and says whom it serves and who does it
            form = read_form(table, number, self.context, deed)
        over = None if form.titled else numbered_heading(self.blocks, number, self.context)
        if over is not None and of_commitment(table, self.context):
            form = read_form(table, number, self.context, over)
        self.reader.heading_words.extend(form.heading_words)
        at = len(self.reader.drafts)
        if states_goal(form.drafts):
            self.reader.scope.close_strategies()
        self._add(form.drafts, self.box.goal_of(form.drafts))
        self.box.see(form.drafts, at)
        for grid, subject in form.grids:
            self._grid(grid, None if subject is None else at + subject)
        if over is not None and form.titled:  # the heading names the commitment, and no group
            self.reader.drafts[at:] = [attrs.evolve(draft, category=None) for draft in self.reader.drafts[at:]]

    def _form_under_topic(self, form: FormReading, topic: Draft) -> None:
        """A form whose aim takes the place of the topic over it, which groups it and numbers it."""
        self.reader.drafts.pop()
        self.reader.heading_words.extend((*form.heading_words, *topic.words))
        at = len(self.reader.drafts)
        self._add(form.drafts)
        aim = self.reader.drafts[at]
        numbered = aim.label is not None and aim.label[-1:].isdigit()
        self.reader.drafts[at] = attrs.evolve(
            aim,
            under=topic.under,
            category=Passage(topic.text, topic.words),
            label=aim.label if numbered else topic.label,
            label_words=aim.label_words if numbered else topic.label_words,
        )
        self.box.see(form.drafts, at)
        for grid, subject in form.grids:
            self._grid(grid, None if subject is None else at + subject)

    def _form_of_aim(self, table: Table, number: int, aim: Statement) -> None:
        """A form under the heading that states an aim by its label: its rows say what serves that, who leads it and by
        when."""
        stated = self.reader.drafts.pop()
        form = read_form(table, number, self.context, aim, kind="objective")
        self.reader.heading_words.extend(form.heading_words)
        told, *others = form.drafts
        self._add((with_told(stated, told), *others))
        at = len(self.reader.drafts) - len(form.drafts)
        self.reader.drafts[at] = evolve(
            self.reader.drafts[at], under=stated.under, category=stated.category, fixed_parents=stated.fixed_parents
        )
        self.reader.drafts[at + 1 :] = [attrs.evolve(draft, category=None) for draft in self.reader.drafts[at + 1 :]]
        for grid, subject in form.grids:
            self._grid(grid, None if subject is None else at + subject)

    def _grid(self, grid: FormGrid, subject: int | None) -> None:
        """A table inside a form: what it states serves what the form is about."""
        self.inner += 1
        number, context = len(self.blocks) + self.inner, self.context
        if items := dated_columns(grid.table, context, grid.kind, timed=True):
            self._add(read_dated_columns(items, number, context, grid.kind), subject)
            return
        reading = read_table(grid.table, number, context, announced=grid.kind, taken=self.taken)
        self.reader.heading_words.extend(reading.heading_words)
        self._add(reading.drafts, subject)

    def _rows(self, table: Table, number: int) -> None:
        """A table's rows by its headers; one without any may have labelled cells, or be loose."""
        reader, context = self.reader, self.context
        kind, timed = reader.scope.table_kind(), names_times(reader.scope.innermost())
        sisters = None if reader.scope.under_note_heading() else self.sisters
        over = self.blocks[number - 1] if number else None
        under_aim = isinstance(over, Heading | Paragraph) and _is_numbered_aim(over, context)
        reading = read_table(
            table, number, context, self.headers, kind, self.taken, timed=timed, under_aim=under_aim, sisters=sisters
        )
        self.sisters.see(number, reading.headers if reading.drafts else ())
        self.headers = reading.headers or self.headers
        reader.heading_words.extend(reading.heading_words)
        reader.takes_lines(reading.said)
        own = () if reading.drafts else labelled_cells(table, number, context)
        drafts = own or with_lead_due(reading.drafts, lead_due(self.blocks, number, context), context)
        named = named_by_title(table, reader.drafts, context)
        self._add(drafts, self.box.aim_of(drafts) if named is None else named)
        if not drafts:
            reader.counting_title(table)
        if not drafts and _is_loose(reading.headers or ()):
            reader.loose_cells(table)
        reader.scope.close_caption()

    def _headers_of(self, table: Table, number: int) -> tuple[Header, ...]:
        """The headers by which a table further on will be read."""
        reading = read_table(table, number, self.context, taken=self.taken)
        return reading.headers if reading.drafts else ()

    def _add(self, drafts: tuple[Draft, ...], named: int | None = None) -> None:
        """Adds a table's drafts under what is open, or under the record that its title or box names."""
        reader = self.reader
        strategy = reader.strategy_above(drafts)
        strategy = named if strategy is None else strategy
        under = reader.scope.under() if strategy is None else (*reader.scope.under(), strategy)
        heading = reader.scope.category()
        section = heading.words[0].start if heading is not None else None
        category = heading if strategy is None else None
        reader.pending = None
        offset = len(reader.drafts)
        aims = [draft.spot for draft in drafts if draft.spot is not None and draft.spot.column < 0]
        for draft in drafts:
            fixed = None if draft.fixed_parents is None else tuple(offset + parent for parent in draft.fixed_parents)
            # what an aim in a row above holds for is grouped by it, not by the heading over the table
            grouped = any(
                draft.spot is not None and draft.spot.column >= 0 and draft.spot.overlaps(aim) for aim in aims
            )
            named_group = draft.category or (None if grouped else category)
            placed = evolve(draft, under=under, category=named_group, fixed_parents=fixed, section=section)
            reader.drafts.append(placed)


def with_told(stated: Draft, told: Draft) -> Draft:
    """A draft with the fields that a form gave the same statement."""
    return evolve(
        stated,
        owner=stated.owner or told.owner,
        due=stated.due or told.due,
        due_words=stated.due_words or told.due_words,
        status=stated.status or told.status,
        fields=(*stated.fields, *told.fields),
        spot=told.spot,
    )


def _is_numbered_aim(block: Heading | Paragraph, context: Context) -> bool:
    """`Goal 5: Less debt`: the table under it may go on with the columns of the table under `Goal 4`."""
    label = label_of(block_statement(block.lines).text, context)
    return label is not None and label.kind == "word" and label.role == "objective" and label.number is not None


def _is_loose(headers: Sequence[Header]) -> bool:
    """Whether no columns are named: none, or only a question that fills its row (`Information on the baseline`)."""
    named = {header.role for header in headers} - {None}
    return len(named) <= 1 and not named & {*STATEMENTS, "owner", "period"}
