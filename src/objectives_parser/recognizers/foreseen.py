"""What only a look at the whole document tells of a block: read before the flow, and true wherever the reader stands.

Positions count the blocks of the document.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Block
from objectives_parser.drafts import Context
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
from objectives_parser.recognizers.captioned_aims import CaptionedAim, captioned_aims
from objectives_parser.recognizers.captioned_results import CaptionedResults, captioned_results
from objectives_parser.recognizers.coded_titles import titles_over_deeds
from objectives_parser.recognizers.commands import commands_under_goals
from objectives_parser.recognizers.ends_under_titles import ends_under_titles
from objectives_parser.recognizers.fielded_items import fielded_items
from objectives_parser.recognizers.followed import FollowedUp, followed_up
from objectives_parser.recognizers.fragments import Fragments, fragments_of
from objectives_parser.recognizers.goal_deeds import deeds_under_goals
from objectives_parser.recognizers.goals_under_titles import titles_over_goals
from objectives_parser.recognizers.headed_aims import headed_aims
from objectives_parser.recognizers.kinds_apart import kinds_apart
from objectives_parser.recognizers.led_cards import LedCards, led_cards
from objectives_parser.recognizers.lists_told import imperative_lists, is_action_plan
from objectives_parser.recognizers.nested import pairs_milestones
from objectives_parser.recognizers.numbered_aims import beside_tasks, deeds_of_outlines, numbered_aims
from objectives_parser.recognizers.okr_lists import OkrLists, okr_lists
from objectives_parser.recognizers.ordinal_deeds import ordinal_deeds
from objectives_parser.recognizers.outcomes import results_chain, titles_in_tables, titles_over_parts
from objectives_parser.recognizers.parts_told import told_parts
from objectives_parser.recognizers.schedules import Schedule, schedule_of, year_headings
from objectives_parser.recognizers.targeted_items import targeted_items
from objectives_parser.recognizers.tasked import aims_of_tasks, tasked_headings, tasked_items, tasked_texts
from objectives_parser.recognizers.titled_deeds import titled_deeds
from objectives_parser.recognizers.titled_items import announced_titles
from objectives_parser.recognizers.told_headings import told_headings
from objectives_parser.recognizers.topics import topics_of_aims
from objectives_parser.recognizers.unsaying import titles_of_values
from objectives_parser.records import Kind
from objectives_parser.roles import Vocabulary


@attrs.frozen(kw_only=True, eq=False)
class Headings:
    """What is told of headings: which stand over what, by their positions, and which texts of theirs part what.

    ``over_tables`` has the roles that the headers of the tables below name, ``aims`` the headings that are records
    themselves, and of which kind; ``over_parts`` those over what serves them, ``over_lists`` the aims over lists,
    ``over_deeds`` those over what will be done, ``over_aims`` those over the sentence that states their aim,
    ``over_goals`` those under `Our goals` over the sentence that states one, ``over_values`` those over figures.
    ``of_year`` are years, ``captioned`` aims over captioned lists, ``results`` stand over tables of indicators,
    ``sister_captions`` are captions of sister tables. Of the texts, ``sections`` are all, ``repeated`` those that stand
    again and again, ``kinds_apart`` those that part a kind, and ``told_parts`` stand over lists of one kind."""

    over_tables: dict[int, frozenset[str]]
    aims: dict[int, Kind]
    over_parts: frozenset[int]
    over_lists: frozenset[int]
    over_deeds: frozenset[int]
    over_aims: frozenset[int]
    over_goals: frozenset[int]
    over_values: frozenset[int]
    of_year: frozenset[int]
    captioned: dict[int, CaptionedAim]
    results: CaptionedResults
    sister_captions: frozenset[int]
    sections: frozenset[str]
    repeated: frozenset[str]
    kinds_apart: dict[str, str]
    told_parts: dict[str, Kind]


@attrs.frozen(kw_only=True, eq=False)
class Items:
    """What is told of list items: ``imperative`` are those of lists that tell somebody to do something, ``aims`` those
    that are aims, ``outlined`` the deeds of outlines, ``targeted`` those with targets; ``tasks`` are somebody's,
    ``task_aims`` what such tasks are for; ``fielded`` are lines that say something of an item, with its position;
    ``nested_by_sign`` have a level that only their bullets tell, ``topics`` are names under aims, ``fragments`` only
    complete a promise. ``paired`` says that a list holds commitments and their milestones; ``key_results`` are
    listed under objectives whose form alone tells them."""

    imperative: frozenset[int]
    aims: frozenset[int]
    outlined: frozenset[int]
    targeted: frozenset[int]
    tasks: frozenset[int]
    task_aims: frozenset[int]
    fielded: dict[int, int]
    nested_by_sign: frozenset[int]
    topics: frozenset[int]
    fragments: Fragments
    paired: bool
    key_results: frozenset[int]


@attrs.frozen(kw_only=True, eq=False)
class Paragraphs:
    """What is told of paragraphs: ``tasked`` end in who does it and by when, ``commands`` stand right under goals,
    ``titled`` are deeds under their titles, ``years`` tell what is planned for a year, ``ordinal`` what comes
    `First, …` and `Second, …`; ``schedule`` is what is to be done at dates, ``followed`` what has its state under it,
    ``cards`` what has under it who leads it."""

    tasked: frozenset[int]
    commands: frozenset[int]
    titled: frozenset[int]
    years: frozenset[int]
    ordinal: dict[int, Kind]
    schedule: Schedule
    followed: FollowedUp
    cards: LedCards


@attrs.frozen(kw_only=True, eq=False)
class Foreseen:
    """All that a look ahead tells. ``of_actions`` says that the document calls itself a plan of actions; ``chain`` has
    the levels of its chain of results."""

    of_actions: bool
    chain: frozenset[str]
    headings: Headings
    items: Items
    paragraphs: Paragraphs


def foresee(blocks: Sequence[Block], moved: frozenset[int], context: Context) -> Foreseen:
    """What a look at all blocks tells; ``moved`` are the positions of the items whose level only their bullets told."""
    of_actions = is_action_plan(blocks)
    okrs = okr_lists(blocks, context.vocabulary)
    tasked = tasked_texts(blocks, context.vocabulary)
    return Foreseen(
        of_actions=of_actions,
        chain=results_chain(blocks),
        headings=_headings(blocks, context.vocabulary, okrs),
        items=_items(blocks, moved, tasked, context, okrs, of_actions=of_actions),
        paragraphs=_paragraphs(blocks, tasked, context),
    )


def _headings(blocks: Sequence[Block], vocabulary: Vocabulary, okrs: OkrLists) -> Headings:
    over_deeds = titles_over_deeds(blocks) | announced_titles(blocks)
    captioned = captioned_aims(blocks, vocabulary)
    return Headings(
        over_tables=headings_over_tables(blocks, vocabulary),
        aims=deeds_under_goals(blocks, vocabulary)
        | tasked_headings(blocks, vocabulary)
        | headed_aims(blocks, vocabulary)
        | told_headings(blocks, vocabulary)
        | aim_headings(blocks)
        | dict.fromkeys(okrs.headings, "objective"),
        over_parts=titles_over_parts(blocks, vocabulary)
        | titles_in_tables(blocks, vocabulary)
        | ends_under_titles(blocks, vocabulary),
        over_lists=aims_over_lists(blocks) | aims_over_parts(blocks, vocabulary),
        over_deeds=over_deeds,
        over_aims=titles_over_aims(blocks, vocabulary),
        over_goals=titles_over_goals(blocks, vocabulary),
        over_values=titles_of_values(blocks, vocabulary),
        of_year=year_headings(blocks),
        captioned={at: aim for at, aim in captioned.items() if at - 1 not in over_deeds},
        results=captioned_results(blocks, vocabulary),
        sister_captions=sister_captions(blocks),
        repeated=repeated_headings(blocks),
        sections=named_headings(blocks),
        kinds_apart=kinds_apart(blocks),
        told_parts=told_parts(blocks, vocabulary),
    )


def _items(
    blocks: Sequence[Block],
    moved: frozenset[int],
    tasked: frozenset[int],
    context: Context,
    okrs: OkrLists,
    *,
    of_actions: bool,
) -> Items:
    fielded = fielded_items(blocks, tasked, context)
    tasks = tasked_items(blocks, context.vocabulary) | frozenset(fielded.values())
    return Items(
        imperative=imperative_lists(blocks, of_actions=of_actions),
        aims=aim_items(blocks, context.vocabulary) | numbered_aims(blocks, context.vocabulary) | okrs.aims,
        key_results=okrs.results,
        outlined=deeds_of_outlines(blocks) | beside_tasks(blocks, tasks),
        targeted=targeted_items(blocks),
        tasks=tasks,
        task_aims=aims_of_tasks(blocks, tasks),
        fielded=fielded,
        nested_by_sign=moved,
        topics=topics_of_aims(blocks, context.vocabulary),
        fragments=fragments_of(blocks),
        paired=pairs_milestones(blocks),
    )


def _paragraphs(blocks: Sequence[Block], tasked: frozenset[int], context: Context) -> Paragraphs:
    return Paragraphs(
        tasked=tasked,
        commands=commands_under_goals(blocks, context),
        titled=titled_deeds(blocks, context.vocabulary),
        years=year_entries(blocks),
        ordinal=ordinal_deeds(blocks),
        schedule=schedule_of(blocks),
        followed=followed_up(blocks),
        cards=led_cards(blocks, context.vocabulary),
    )
