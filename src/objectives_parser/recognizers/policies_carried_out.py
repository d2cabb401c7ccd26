"""Plans whose policies are aims: `Policy 4.1.2: Promote services`, and right under it `Program 4.1.A: Plan with the
board`; or `Actions` under each policy. Where policies end a plan's levels, they are what is done themselves.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Block, Heading, ListItem, Paragraph
from objectives_parser.roles import PrintedLabel, Vocabulary, heading_role, printed_label
from objectives_parser.statements import block_statement

_FEWEST = 2
_SURE = 0.8
_LONGEST_NAME = 3  # words
_NEAR = 3  # blocks; what explains a policy may stand between it and what carries it out


def with_policies_carried_out(blocks: Sequence[Block], vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary with policies among the labels of aims, if what carries them out stands right under them: under
    half of them at least, or numbered as theirs."""
    marks = list(_marks(blocks, vocabulary))
    policies = [at for at, mark in enumerate(marks) if isinstance(mark, PrintedLabel) and _is_policy(mark)]
    if not policies:
        return vocabulary
    below = [(marks[at], _next(marks, at)) for at in policies]
    over = sum(_is_deed(under) for _, under in below)
    counted = any(isinstance(under, PrintedLabel) and _counts_under(under, policy) for policy, under in below)
    if not counted and (over < _FEWEST or 2 * over < len(policies)):
        return vocabulary
    return attrs.evolve(vocabulary, labels={**vocabulary.labels, "policy": "objective"})


def _marks(blocks: Sequence[Block], vocabulary: Vocabulary) -> Iterator[PrintedLabel | str | None]:
    """Of each block its label with a number, `actions` where it is a heading of these, else None."""
    for block in blocks:
        if not isinstance(block, Heading | Paragraph | ListItem) or not block.lines:
            continue
        text = block_statement(block.lines, block.marker if isinstance(block, ListItem) else 0).text
        label = printed_label(text, vocabulary)
        if label is not None and label.kind == "word" and label.number is not None:
            yield label
        elif len(text.split()) <= _LONGEST_NAME and _names_actions(text, vocabulary):
            yield "actions"
        else:
            yield None


def _names_actions(text: str, vocabulary: Vocabulary) -> bool:
    role = heading_role(text, vocabulary)
    return role is not None and role.role == "action" and role.strength >= _SURE


def _next(marks: Sequence[PrintedLabel | str | None], at: int) -> PrintedLabel | str | None:
    """The first mark behind a policy, close to it."""
    return next((mark for mark in itertools.islice(marks, at + 1, at + 1 + _NEAR) if mark is not None), None)


def _is_policy(label: PrintedLabel) -> bool:
    return label.text.casefold().startswith("policy")


def _is_deed(mark: PrintedLabel | str | None) -> bool:
    return mark == "actions" or (isinstance(mark, PrintedLabel) and mark.role == "action" and not _is_policy(mark))


def _counts_under(deed: PrintedLabel, policy: PrintedLabel | str | None) -> bool:
    """`Action N-11.1` under `Policy N-11`."""
    if not isinstance(policy, PrintedLabel) or not _is_deed(deed):
        return False
    return str(deed.number).startswith(f"{policy.number}.")
