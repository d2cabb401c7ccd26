"""A cell that names what it says of its row, line by line: `Lead: Transport` over `By: June 2027` under `Details`.

A name may be long (`How we will measure success: …`) and go on in a second line, as narrow cells have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import attrs

from objectives_parser.document import Word
from objectives_parser.drafts import Passage
from objectives_parser.recognizers.cell_lines import RowField
from objectives_parser.recognizers.field_tails import LONGEST_VALUE, SURE, named_fields
from objectives_parser.records import OWN_FIELDS
from objectives_parser.roles import Vocabulary, header_role
from objectives_parser.statements import text_of

_FEWEST = 2
_LONGEST_NAME = 7  # words
_STATED = frozenset(("measure", "milestone"))
_SURELY = 0.9
_KNOWN = OWN_FIELDS | {"note", "start", "baseline", "target", "label", "category"}


def cell_facts(field: RowField, vocabulary: Vocabulary) -> tuple[RowField, ...]:
    """The fields that the lines of a cell name, in a column that says nothing by its own name; the cell itself where
    they name none, or no owner, date or state. What measures success or is reached is one by its role."""
    words = [word for line in field.lines for word in line]
    if field.role not in ("note", "other") or len(field.lines) < _FEWEST or not words[0].text[:1].isupper():
        return (field,)
    ends = frozenset(accumulate(len(line) for line in field.lines))
    named = _named_lines(field.lines, vocabulary) or named_fields(words, vocabulary, ends)
    told = {role for _, _, role in named}
    if len(named) < _FEWEST or named[0][0] or not told & (OWN_FIELDS | _STATED):
        return (field,)
    bounds = [*(start for start, _, _ in named[1:]), len(words)]
    facts = [_fact(field, ends, start, end, stop, role) for (start, end, role), stop in zip(named, bounds, strict=True)]
    return tuple(facts) if all(len(fact.passage.words) <= LONGEST_VALUE for fact in facts) else (field,)


def _named_lines(lines: Sequence[Sequence[Word]], vocabulary: Vocabulary) -> list[tuple[int, int, str]]:
    """The names that begin a line each and end with a colon in it or in the next one: where each begins and ends among
    the cell's words, and its role. [] where the first line has none, or fewer than two are known."""
    found: list[tuple[int, int, str]] = []
    starts = [0, *accumulate(len(line) for line in lines)]
    known = 0
    for at, line in enumerate(lines):
        start = starts[at]
        below = lines[at + 1] if at + 1 < len(lines) and lines[at + 1][0].text[:1].islower() else ()
        end = _name_end((*line, *below)) if line[0].text[:1].isupper() else 0
        if not end:
            continue
        text = text_of([[*line, *below][:end]]).rstrip(": ")
        role = _role(text, vocabulary)
        if role is None and (end > len(line) or end > _LONGEST_UNKNOWN):
            continue
        known += role is not None
        found.append((start, start + end, role or "note"))
    return found if known >= _FEWEST and found[0][0] == 0 else []


_LONGEST_UNKNOWN = 3


def _name_end(words: Sequence[Word]) -> int:
    """How many words a name before a colon has; 0 where there is none."""
    return next((at for at, word in enumerate(words[:_LONGEST_NAME], 1) if word.text.endswith(":")), 0)


def _role(name: str, vocabulary: Vocabulary) -> str | None:
    role = header_role(name, vocabulary)
    if role is None or role.strength < SURE:
        return None
    if role.role in _STATED:
        return role.role if role.strength >= _SURELY else None
    return role.role if role.role in _KNOWN else None


def _fact(field: RowField, ends: frozenset[int], start: int, end: int, stop: int, role: str) -> RowField:
    words = [word for line in field.lines for word in line]
    value = tuple(words[end:stop])
    name = " ".join(word.text for word in words[start:end]).strip("[(: ")
    passage = Passage(text_of([value]).rstrip(" ;,"), value)
    cuts = [end, *(at for at in sorted(ends) if end < at < stop), stop]
    lines = tuple(tuple(words[a:b]) for a, b in pairwise(cuts) if a < b)
    return attrs.evolve(field, role=role, header=name, passage=passage, parts=(), lines=lines)
