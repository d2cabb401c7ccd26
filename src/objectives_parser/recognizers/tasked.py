"""Tasks: list items and headings behind or under which it is printed who does them and by when."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from objectives_parser.document import Heading, ListItem, Paragraph, Table
from objectives_parser.recognizers.field_tails import (
    FEWEST_TOLD,
    LONGEST_NAME,
    LONGEST_VALUE,
    SURE,
    field_row,
    field_tail,
    named_fields,
)
from objectives_parser.recognizers.section_names import without_code
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import OWN_FIELDS, Kind
from objectives_parser.roles import Vocabulary, header_role, heading_role, printed_label
from objectives_parser.statements import Statement, block_statement
from objectives_parser.values import is_date_only

_LONGEST_ROW = 3  # lines
_MOST_LINES = 6  # paragraphs
_NEAR = 8  # blocks
_LONGEST_TOLD = 40  # words


def tasked_items(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of list items behind which, or in items nested under which, it is printed who does them or by when:
    somebody's tasks."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        if isinstance(block, ListItem) and any(":" in word.text for line in block.lines for word in line.words):
            if _is_first_nested(blocks, number) and _says_who(block, vocabulary):
                found.add(number - 1)
            tail = field_tail(block_statement(block.lines, block.marker).lines, vocabulary)
            if tail is not None and any(role in ("owner", "due") for role, _, _ in tail.fields):
                found.add(number)
    return frozenset(found)


def tasked_texts(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of paragraphs that end in who does it or by when, or stand right over that, two at least: `B1 –
    Light all halls with LEDs.` and `Lead: Facilities. Timeframe: short.` in the same paragraph or in the next."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph) and len(block.lines) <= _MOST_LINES:
            below = blocks[number + 1] if number + 1 < len(blocks) else None
            if not _has_colon(block) and not (isinstance(below, Paragraph) and _has_colon(below)):
                continue
            statement = block_statement(block.lines)
            told = _told(statement, vocabulary) if ":" in statement.text else statement.text
            over = told == statement.text and _is_over_fields(blocks, number, vocabulary)
            if (over or told != statement.text) and _names_deed(told):
                found.add(number)
    return frozenset(found) if len(found) > 1 else frozenset()


def _has_colon(block: Paragraph) -> bool:
    return any(word.text[-1] == ":" for line in block.lines for word in line.words)


def _told(statement: Statement, vocabulary: Vocabulary) -> str:
    """A statement's text without the fields that it ends in, one of them who does it or when."""
    tail = field_tail(statement.lines, vocabulary)
    if tail is None or not any(role in ("owner", "due") for role, _, _ in tail.fields):
        return statement.text
    return " ".join(word.text for word in statement.words[: tail.told])


def _is_over_fields(blocks: Sequence[object], number: int, vocabulary: Vocabulary) -> bool:
    """Whether the next paragraph is a row of fields, who does it or when among them."""
    below = blocks[number + 1] if number + 1 < len(blocks) else None
    if not isinstance(below, Paragraph) or len(below.lines) > _LONGEST_ROW:
        return False
    row = field_row(block_statement(below.lines).words, vocabulary)
    return row is not None and any(role in ("owner", "due") for role, _, _ in row.fields)


def _names_deed(text: str) -> bool:
    """Whether a short text is worded or numbered as what is done, and has no label that says what it is."""
    label = printed_label(text)
    if label is not None and label.kind == "word":
        return False
    return 1 < len(text.split()) <= _LONGEST_TOLD and (tells(text) or without_code(text) != text)


def _is_first_nested(blocks: Sequence[object], number: int) -> bool:
    """Whether an item is the first of those nested under the item before it."""
    block, before = blocks[number], blocks[number - 1] if number else None
    return isinstance(block, ListItem) and isinstance(before, ListItem) and before.level < block.level


def _says_who(block: ListItem, vocabulary: Vocabulary) -> bool:
    """Whether an item is a field of the one above it: `Lead: Public Works`, `Timeframe: 2026–2029`."""
    named = named_fields(block_statement(block.lines, block.marker).words, vocabulary, frozenset())
    return bool(named) and named[0][0] == 0 and named[0][2] in ("owner", "due")


def aims_of_tasks(blocks: Sequence[object], tasks: frozenset[int]) -> frozenset[int]:
    """The positions of list items under which tasks are nested, most of what is nested there, and that are none
    themselves: what the tasks are for (`A. Mend all bridges.` over `i. Inspect … [Responsible: …]`)."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        if not isinstance(block, ListItem) or number in tasks:
            continue
        nested = []
        for at in range(number + 1, len(blocks)):
            below = blocks[at]
            if not isinstance(below, ListItem) or below.level <= block.level:
                break
            nested.append(at)
        if nested and 2 * len(tasks.intersection(nested)) > len(nested):
            found.add(number)
    return frozenset(found)


def tasked_headings(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[int, Kind]:
    """The positions of headings under which it is said who does it and by when, two of a level at least: what will be
    done (`2. Adopt the law` right over `Responsible: Ministry | Deadline: May 2031`, or a text and a line each)."""
    found: dict[int, list[int]] = {}
    for number, block in enumerate(blocks[:-1]):
        if not isinstance(block, Heading):
            continue
        text = block_statement(block.lines).text
        if not _is_tasked(blocks, number, vocabulary) and not _is_explained(text, blocks, number, vocabulary):
            continue
        if len(text.split()) >= FEWEST_TOLD and heading_role(text, vocabulary) is None:
            found.setdefault(block.level, []).append(number)
    return {number: "action" for numbers in found.values() if len(numbers) > 1 for number in numbers}


def _is_tasked(blocks: Sequence[object], heading: int, vocabulary: Vocabulary) -> bool:
    """Whether a line right under a heading, or two lines one after the other, say who does it, by when, how it goes."""
    below = blocks[heading + 1]
    if not isinstance(below, Paragraph) or len(below.lines) > _LONGEST_ROW:
        return False
    words = block_statement(below.lines).words
    row = field_row(words, vocabulary) if words[0].text[:1].isupper() else None
    if row is not None:
        return any(role in ("owner", "due") for role, _, _ in row.fields)
    roles = [_line_role(block, vocabulary) for block in blocks[heading + 1 : heading + 1 + _LONGEST_ROW]]
    said = list(itertools.takewhile(bool, roles))
    if len(said) > 1 and not {"owner", "due"}.isdisjoint(said):
        return True
    return _says_who_and_when(blocks[heading + 1 : heading + 1 + _MOST_LINES], vocabulary)


def _says_who_and_when(below: Sequence[object], vocabulary: Vocabulary) -> bool:
    """Whether lines right below a heading say who does it and by when, a line each: `Lead: Treasury`, `Partners: …`,
    `Timeline: 2027`."""
    roles: set[str] = set()
    for block in below:
        if not isinstance(block, Paragraph) or len(block.lines) > _LONGEST_ROW:
            break
        named = named_fields(block_statement(block.lines).words, vocabulary, frozenset())
        if not named or named[0][0]:
            break
        roles.update(role for _, _, role in named)
    return {"owner", "due"} <= roles


def _is_explained(text: str, blocks: Sequence[object], heading: int, vocabulary: Vocabulary) -> bool:
    """Whether lines further down a heading's text say who does it and by when; one of the two is enough under a
    command. Where lists or tables stand under it, it may be what these are for."""
    said: set[str | None] = set()
    for block in blocks[heading + 1 : heading + 1 + _NEAR]:
        if isinstance(block, ListItem | Table):
            return False
        if isinstance(block, Heading):
            break
        if _states_deed(block, vocabulary):
            return False
        said.add(_line_role(block, vocabulary))
    least = 1 if tells(without_code(text)) else 2
    return len(said & {"owner", "due"}) >= least


def _states_deed(block: object, vocabulary: Vocabulary) -> bool:
    """`Action: Hold a weekly audit.` under a heading: what the lines behind it speak of, not of the heading."""
    text = block_statement(block.lines).text if isinstance(block, Paragraph) and len(block.lines) <= _MOST_LINES else ""
    label = printed_label(text, vocabulary) if ":" in text[:_LONGEST_TOLD] else None
    named = label is not None and label.kind == "word" and label.role == "action"
    return named and label is not None and len(text[label.end :].split()) > FEWEST_TOLD


def _line_role(block: object, vocabulary: Vocabulary) -> str | None:
    """The field that a paragraph of one line gives, if it is nothing else."""
    if not isinstance(block, Paragraph) or len(block.lines) != 1:
        return None
    name, colon, value = block.lines[0].text.partition(": ")
    role = header_role(name, vocabulary) if colon and len(name.split()) <= LONGEST_NAME else None
    if role is None or role.strength < SURE or not 0 < len(value.split()) <= LONGEST_VALUE:
        return None
    return role.role if role.role in OWN_FIELDS or (role.role == "target" and is_date_only(value)) else None
