"""The paragraph right above a table: by when it says that what the table lists is to be done."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Paragraph
from objectives_parser.drafts import Context, Draft
from objectives_parser.records import Due
from objectives_parser.statements import block_statement
from objectives_parser.values import due_in_statement

# "… the following targets until 2030 are highlighted.", "Actions to be completed by March 2021 are listed below:"
_POINTS = regex.compile(r"\b(?:following|below|this table|table \d+|listed|as follows)\b", regex.IGNORECASE)
_SENTENCE = regex.compile(r"[.!?]\s+(?=\p{Lu})")
_LISTED = regex.compile(
    r"\b(?:actions?|activit(?:y|ies)|measures?|targets?|milestones?|tasks?|commitments?|goals?|objectives?|steps|"
    r"deliverables?|initiatives?|interventions?|projects?|recommendations?)\b[^.;]{0,40}?"
    r"\b(?P<when>(?:until|by|before|up to|for (?:the period )?)\s[^.;,]{4,40})",
    regex.IGNORECASE,
)


def lead_due(blocks: Sequence[Block], number: int, context: Context) -> Due | None:
    """The date of the sentence above the table ``blocks[number]`` that points to it; None where there is none."""
    before = (blocks[at] for at in range(number - 1, -1, -1))
    above = next((block for block in before if not isinstance(block, Furniture)), None)
    if not isinstance(above, Paragraph):
        return None
    for sentence in _SENTENCE.split(block_statement(above.lines).text):
        listed = _LISTED.search(sentence)
        if listed is not None and _POINTS.search(sentence):
            return due_in_statement(listed.group("when"), context.fiscal)
    return None


def with_lead_due(drafts: Sequence[Draft], due: Due | None, context: Context) -> tuple[Draft, ...]:
    """The drafts of a table with the date that stands above it, where neither row nor words name another."""
    if due is None:
        return tuple(drafts)
    return tuple(
        draft if draft.due is not None or due_in_statement(draft.text, context.fiscal) else attrs.evolve(draft, due=due)
        for draft in drafts
    )
