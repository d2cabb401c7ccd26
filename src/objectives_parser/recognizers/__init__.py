"""Blocks → drafts of records: each recogniser looks at one block, with the scope that is open where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Block, Word
from objectives_parser.drafts import Context, Draft
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
from objectives_parser.recognizers.captioned_aims import captioned_aims
from objectives_parser.recognizers.captioned_results import captioned_results
from objectives_parser.recognizers.coded_titles import titles_over_deeds
from objectives_parser.recognizers.commands import commands_under_goals
from objectives_parser.recognizers.ends_under_titles import ends_under_titles
from objectives_parser.recognizers.fielded_items import fielded_items
from objectives_parser.recognizers.flow import FlowReader
from objectives_parser.recognizers.followed import followed_up
from objectives_parser.recognizers.fragments import fragments_of
from objectives_parser.recognizers.glued_labels import with_labels_apart
from objectives_parser.recognizers.goal_deeds import deeds_under_goals
from objectives_parser.recognizers.goal_sections import with_parts_below
from objectives_parser.recognizers.headed_aims import headed_aims
from objectives_parser.recognizers.kinds_apart import kinds_apart
from objectives_parser.recognizers.led_cards import led_cards
from objectives_parser.recognizers.listed_headings import with_headings_listed
from objectives_parser.recognizers.lists_told import imperative_lists, is_action_plan
from objectives_parser.recognizers.nested import pairs_milestones, with_milestones_nested
from objectives_parser.recognizers.nested_lists import with_bullets_nested
from objectives_parser.recognizers.nested_signs import with_signs_nested
from objectives_parser.recognizers.numbered_aims import beside_tasks, deeds_of_outlines, numbered_aims
from objectives_parser.recognizers.open_ends import with_topics_joined
from objectives_parser.recognizers.ordinal_deeds import ordinal_deeds
from objectives_parser.recognizers.outcomes import results_chain, titles_in_tables, titles_over_parts
from objectives_parser.recognizers.parts_told import told_parts
from objectives_parser.recognizers.schedules import schedule_of, year_headings
from objectives_parser.recognizers.scope import Scope
from objectives_parser.recognizers.targeted_items import targeted_items
from objectives_parser.recognizers.tasked import aims_of_tasks, tasked_headings, tasked_items, tasked_texts
from objectives_parser.recognizers.titled_deeds import titled_deeds
from objectives_parser.recognizers.told_headings import told_headings
from objectives_parser.recognizers.topics import topics_of_aims
from objectives_parser.recognizers.unsaying import titles_of_values
from objectives_parser.recognizers.walk import Walk

__all__ = ["Found", "find"]


@attrs.frozen(eq=False)
class Found:
    """The drafts of a document in the order they were found, the words of headings and headers, and the parts that
    state nothing of the plan's own: what each is called, and its blocks."""

    drafts: tuple[Draft, ...]
    heading_words: tuple[Word, ...]
    apart: tuple[tuple[str, tuple[Block, ...]], ...]


def find(blocks: Sequence[Block], context: Context) -> Found:
    """The drafts of records that the blocks state."""
    blocks, moved = _as_nested(blocks, context)
    reader = _reader_of(blocks, moved, context)
    walk = Walk(blocks=blocks, reader=reader, context=context)
    walk.through()
    apart = tuple((part.name, tuple(blocks[at] for at in part.at)) for part in walk.others)
    return Found(tuple(reader.drafts), tuple(reader.heading_words), apart)


def _as_nested(blocks: Sequence[Block], context: Context) -> tuple[Sequence[Block], frozenset[int]]:
    """The blocks with glued labels apart and items nested as their signs tell, and the positions of those whose level
    only their bullets told."""
    printed = with_signs_nested(
        with_milestones_nested(with_parts_below(with_headings_listed(with_labels_apart(blocks, context))))
    )
    nested = with_bullets_nested(printed)
    moved = {id(block) for block, before in zip(nested, printed, strict=True) if block is not before}
    blocks = with_topics_joined(nested, context)
    return blocks, frozenset(at for at, block in enumerate(blocks) if id(block) in moved)


def _reader_of(blocks: Sequence[Block], moved: frozenset[int], context: Context) -> FlowReader:
    """The reader of what stands between tables, with all that only a look at the whole document tells."""
    of_actions = is_action_plan(blocks)
    tasked = tasked_texts(blocks, context.vocabulary)
    fielded = fielded_items(blocks, tasked, context)
    tasks = tasked_items(blocks, context.vocabulary) | frozenset(fielded.values())
    over_deeds = titles_over_deeds(blocks)
    captioned = captioned_aims(blocks, context.vocabulary)
    return FlowReader(
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
        | told_headings(blocks, context.vocabulary)
        | aim_headings(blocks),
        aim_items=aim_items(blocks, context.vocabulary) | numbered_aims(blocks, context.vocabulary),
        outlined=deeds_of_outlines(blocks) | beside_tasks(blocks, tasks),
        targeted=targeted_items(blocks),
        led=ordinal_deeds(blocks),
        chain=results_chain(blocks),
        tasks=tasks,
        task_aims=aims_of_tasks(blocks, tasks),
        fielded=fielded,
        tasked=tasked,
        repeated=repeated_headings(blocks),
        sections=named_headings(blocks),
        kinds_apart=kinds_apart(blocks),
        told_parts=told_parts(blocks, context.vocabulary),
        sister_captions=sister_captions(blocks),
        nested_by_sign=moved,
        over_parts=titles_over_parts(blocks, context.vocabulary)
        | titles_in_tables(blocks, context.vocabulary)
        | ends_under_titles(blocks, context.vocabulary),
        years=year_entries(blocks),
        schedule=schedule_of(blocks),
        of_year=year_headings(blocks),
        followed=followed_up(blocks),
        cards=led_cards(blocks, context.vocabulary),
        over_lists=aims_over_lists(blocks) | aims_over_parts(blocks, context.vocabulary),
        over_aims=titles_over_aims(blocks, context.vocabulary),
        over_deeds=over_deeds,
        over_values=titles_of_values(blocks, context.vocabulary),
        commands=commands_under_goals(blocks, context),
        paired=pairs_milestones(blocks),
        captioned={at: aim for at, aim in captioned.items() if at - 1 not in over_deeds},
        results=captioned_results(blocks, context.vocabulary),
        topics=topics_of_aims(blocks, context.vocabulary),
        fragments=fragments_of(blocks),
        titled=titled_deeds(blocks, context.vocabulary),
    )
