"""Blocks → drafts of records: each recogniser looks at one block, with the scope that is open where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Block, Heading, ListItem, Paragraph, Table, Word
from objectives_parser.drafts import Context, Draft
from objectives_parser.frozen import evolve
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.ahead import (
    aim_headings,
    aim_items,
    aims_over_lists,
    headings_over_tables,
    named_headings,
    repeated_headings,
    sister_captions,
    titles_over_aims,
    year_entries,
)
from objectives_parser.recognizers.aims_over_parts import aims_over_parts
from objectives_parser.recognizers.boxes import GoalBox, states_goal
from objectives_parser.recognizers.captioned_aims import captioned_aims
from objectives_parser.recognizers.columns import STATEMENTS, Header
from objectives_parser.recognizers.commands import commands_under_goals
from objectives_parser.recognizers.contents_lists import listed_contents
from objectives_parser.recognizers.dated_columns import dated_columns, read_dated_columns
from objectives_parser.recognizers.flow import FlowReader
from objectives_parser.recognizers.followed import followed_up
from objectives_parser.recognizers.form_signs import is_form, of_commitment
from objectives_parser.recognizers.forms import read_form
from objectives_parser.recognizers.glued_labels import with_labels_apart
from objectives_parser.recognizers.goal_deeds import deeds_under_goals
from objectives_parser.recognizers.goal_sections import with_parts_below
from objectives_parser.recognizers.headed_aims import headed_aims
from objectives_parser.recognizers.headed_columns import headed_columns, read_headed_columns
from objectives_parser.recognizers.labelled_cells import labelled_cells
from objectives_parser.recognizers.lists_told import imperative_lists, is_action_plan
from objectives_parser.recognizers.matrices import matrix_of, read_matrix
from objectives_parser.recognizers.measures_taken import taken_headers
from objectives_parser.recognizers.namesakes import named_by_title
from objectives_parser.recognizers.nested import pairs_milestones, with_milestones_nested
from objectives_parser.recognizers.nested_lists import with_bullets_nested
from objectives_parser.recognizers.numbered_aims import numbered_aims
from objectives_parser.recognizers.open_ends import with_topics_joined
from objectives_parser.recognizers.outcomes import titles_in_tables, titles_over_parts
from objectives_parser.recognizers.schedules import names_times, schedule_of, year_headings
from objectives_parser.recognizers.scope import Scope
from objectives_parser.recognizers.table_leads import lead_due, with_lead_due
from objectives_parser.recognizers.tables import read_table
from objectives_parser.recognizers.tasked import aims_of_tasks, tasked_headings, tasked_items
from objectives_parser.recognizers.topics import topics_of_aims
from objectives_parser.recognizers.unsaying import is_organisation_chart, titles_of_values
from objectives_parser.statements import Statement, block_statement

__all__ = ["Found", "find"]


@attrs.frozen(eq=False)
class Found:
    """The drafts of a document in the order they were found, and the words of headings and headers."""

    drafts: tuple[Draft, ...]
    heading_words: tuple[Word, ...]


def find(blocks: Sequence[Block], context: Context) -> Found:
    """The drafts of records that the blocks state."""
    printed = with_milestones_nested(with_parts_below(with_labels_apart(blocks, context)))
    nested = with_bullets_nested(printed)
    moved = {id(block) for block, before in zip(nested, printed, strict=True) if block is not before}
    blocks = with_topics_joined(nested, context)
    of_actions = is_action_plan(blocks)
    tasks = tasked_items(blocks, context.vocabulary)
    reader = FlowReader(
        context=context,
        scope=Scope(),
        drafts=[],
        blocks=blocks,
        imperative_lists=imperative_lists(blocks, of_actions=of_actions),
        of_actions=of_actions,
        over_tables=headings_over_tables(blocks, context.vocabulary),
        aims=deeds_under_goals(blocks, context.vocabulary)
        | tasked_headings(blocks, context.vocabulary)
        | headed_aims(blocks, context.vocabulary)
        | aim_headings(blocks),
        aim_items=aim_items(blocks, context.vocabulary) | numbered_aims(blocks, context.vocabulary),
        tasks=tasks,
        task_aims=aims_of_tasks(blocks, tasks),
        repeated=repeated_headings(blocks),
        sections=named_headings(blocks),
        sister_captions=sister_captions(blocks),
        nested_by_sign=frozenset(at for at, block in enumerate(blocks) if id(block) in moved),
        over_parts=titles_over_parts(blocks, context.vocabulary) | titles_in_tables(blocks, context.vocabulary),
        years=year_entries(blocks),
        schedule=schedule_of(blocks),
        of_year=year_headings(blocks),
        followed=followed_up(blocks),
        over_lists=aims_over_lists(blocks) | aims_over_parts(blocks, context.vocabulary),
        over_aims=titles_over_aims(blocks, context.vocabulary),
        over_values=titles_of_values(blocks, context.vocabulary),
        commands=commands_under_goals(blocks, context),
        paired=pairs_milestones(blocks),
        captioned=captioned_aims(blocks, context.vocabulary),
        topics=topics_of_aims(blocks, context.vocabulary),
    )
    _walk(blocks, reader, context)
    return Found(tuple(reader.drafts), tuple(reader.heading_words))


def _walk(blocks: Sequence[Block], reader: FlowReader, context: Context) -> None:
    headers = None
    box = GoalBox()
    taken, contents = taken_headers(blocks, context), listed_contents(blocks)
    for number, block in enumerate(blocks):
        reader.position = number
        match block:
            case Table() if is_organisation_chart(block):
                headers = None
            case Table() if (matrix := matrix_of(block, context)) is not None:
                grid = read_matrix(block, matrix, number, context)
                reader.heading_words.extend(grid.heading_words)
                at = len(reader.drafts)
                _add_table(reader, grid.drafts)
                # what stands under a column's head is not directly under the heading
                reader.drafts[at:] = [
                    evolve(draft, category=None) if draft.fixed_parents else draft for draft in reader.drafts[at:]
                ]
                headers = None
            case Table() if columns := headed_columns(block, context, priorities=reader.scope.names_priorities()):
                _add_table(reader, read_headed_columns(columns, number, context))
                headers = None
            case Table() if items := dated_columns(
                block, context, reader.scope.table_kind(), timed=names_times(reader.scope.innermost())
            ):
                _add_table(reader, read_dated_columns(items, number, context, reader.scope.table_kind()))
                headers = None
            case Table() if reader.takes_facts(block):
                headers = None
            case Table() if is_form(block, context):
                form = read_form(block, number, context)
                over = None if form.titled else _numbered_heading(blocks, number, context)
                if over is not None and of_commitment(block, context):
                    form = read_form(block, number, context, over)
                reader.heading_words.extend(form.heading_words)
                at = len(reader.drafts)
                if states_goal(form.drafts):
                    reader.scope.close_strategies()
                _add_table(reader, form.drafts, box.goal_of(form.drafts))
                box.see(form.drafts, at)
                if over is not None and form.titled:  # the heading names the commitment, and no group
                    reader.drafts[at:] = [attrs.evolve(draft, category=None) for draft in reader.drafts[at:]]
                headers = None
            case Table():
                kind, timed = reader.scope.table_kind(), names_times(reader.scope.innermost())
                reading = read_table(block, number, context, headers, kind, taken, timed=timed)
                headers = reading.headers or headers
                reader.heading_words.extend(reading.heading_words)
                reader.takes_lines(reading.said)
                own = () if reading.drafts else labelled_cells(block, number, context)
                drafts = own or with_lead_due(reading.drafts, lead_due(blocks, number, context), context)
                named = named_by_title(block, reader.drafts, context)
                _add_table(reader, drafts, box.aim_of(drafts) if named is None else named)
                if not drafts:
                    reader.counting_title(block)
                if not drafts and _is_loose(reading.headers or ()):
                    reader.loose_cells(block)
                reader.scope.close_caption()
            case Heading() | Paragraph() | ListItem() if number in reader.captioned:
                reader.captioned_aim(block, reader.captioned[number])
                headers = None
            case Heading():
                box = GoalBox() if box.ends_at(block, context) else box
                reader.heading(block)
                headers = headers if _is_numbered_aim(block, context) else None
            case Paragraph():
                at = len(reader.drafts)
                reader.paragraph(block)
                reader.drafts[at:] = box.with_strategies(reader.drafts[at:])
            case ListItem() if number in contents:
                pass
            case ListItem():
                box = GoalBox()
                reader.item(block, number)
            case _:
                pass


def _numbered_heading(blocks: Sequence[Block], at: int, context: Context) -> Statement | None:
    """What the heading right over a block states behind its number: `1. Publish the register of owners`."""
    above = blocks[at - 1] if at else None
    if not isinstance(above, Heading):
        return None
    statement = block_statement(above.lines)
    label = label_of(statement.text, context)
    return statement if label is not None and label.kind == "number" and label.role is None else None


def _is_numbered_aim(block: Heading, context: Context) -> bool:
    """`Goal 5: Less debt`: the table under it may go on with the columns of the table under `Goal 4`."""
    label = label_of(block_statement(block.lines).text, context)
    return label is not None and label.kind == "word" and label.role == "objective" and label.number is not None


def _is_loose(headers: Sequence[Header]) -> bool:
    """Whether no columns are named: none, or only a question that fills its row (`Information on the baseline`)."""
    named = {header.role for header in headers} - {None}
    return len(named) <= 1 and not named & {*STATEMENTS, "owner", "period"}


def _add_table(reader: FlowReader, drafts: tuple[Draft, ...], named: int | None = None) -> None:
    strategy = reader.strategy_above(drafts)
    strategy = named if strategy is None else strategy
    under = reader.scope.under() if strategy is None else (*reader.scope.under(), strategy)
    category = reader.scope.category() if strategy is None else None
    reader.pending = None
    offset = len(reader.drafts)
    aims = [draft.spot for draft in drafts if draft.spot is not None and draft.spot.column < 0]
    for draft in drafts:
        fixed = None if draft.fixed_parents is None else tuple(offset + parent for parent in draft.fixed_parents)
        # what an aim in a row above holds for is grouped by it, not by the heading over the table
        grouped = any(draft.spot is not None and draft.spot.column >= 0 and draft.spot.overlaps(aim) for aim in aims)
        named_group = draft.category or (None if grouped else category)
        reader.drafts.append(evolve(draft, under=under, category=named_group, fixed_parents=fixed))
