"""Blocks → drafts of records: each recogniser looks at one block, with the scope that is open where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Block, Word
from objectives_parser.drafts import Context, Draft
from objectives_parser.recognizers.aim_levels import nesting_of
from objectives_parser.recognizers.flow import FlowReader
from objectives_parser.recognizers.foreseen import foresee
from objectives_parser.recognizers.glued_labels import with_labels_apart
from objectives_parser.recognizers.goal_sections import with_parts_below
from objectives_parser.recognizers.listed_headings import with_headings_listed
from objectives_parser.recognizers.nested import with_milestones_nested
from objectives_parser.recognizers.nested_lists import with_bullets_nested
from objectives_parser.recognizers.nested_signs import with_signs_nested
from objectives_parser.recognizers.open_ends import with_topics_joined
from objectives_parser.recognizers.scope import Scope
from objectives_parser.recognizers.titled_items import with_titled_items
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
    scope = Scope(nesting=nesting_of(blocks, context.vocabulary))
    reader = FlowReader(context=context, scope=scope, drafts=[], blocks=blocks, ahead=foresee(blocks, moved, context))
    walk = Walk(blocks=blocks, reader=reader, context=context)
    walk.through()
    apart = tuple((part.name, tuple(blocks[at] for at in part.at)) for part in walk.others)
    return Found(tuple(reader.drafts), tuple(reader.heading_words), apart)


def _as_nested(blocks: Sequence[Block], context: Context) -> tuple[Sequence[Block], frozenset[int]]:
    """The blocks with glued labels apart and items nested as their signs tell, and the positions of those whose level
    only their bullets told."""
    printed = with_signs_nested(
        with_milestones_nested(
            with_parts_below(with_headings_listed(with_titled_items(with_labels_apart(blocks, context))))
        )
    )
    nested = with_bullets_nested(printed)
    moved = {id(block) for block, before in zip(nested, printed, strict=True) if block is not before}
    blocks = with_topics_joined(nested, context)
    return blocks, frozenset(at for at, block in enumerate(blocks) if id(block) in moved)
