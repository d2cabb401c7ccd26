"""A cell that names what it says of its row, line by line: `Lead: Transport` over `By: June 2027` under `Details`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import attrs

from objectives_parser.document import Word
from objectives_parser.drafts import Passage
from objectives_parser.recognizers.cell_lines import RowField
from objectives_parser.recognizers.field_tails import LONGEST_VALUE, OWN, named_fields
from objectives_parser.roles import Vocabulary
from objectives_parser.statements import text_of

_FEWEST = 2


def cell_facts(field: RowField, vocabulary: Vocabulary) -> tuple[RowField, ...]:
    """The fields that the lines of a cell name, in a column that says nothing by its own name; the cell itself where
    they name none, or no owner, date or state."""
    words = [word for line in field.lines for word in line]
    if field.role not in ("note", "other") or len(field.lines) < _FEWEST or not words[0].text[:1].isupper():
        return (field,)
    named = named_fields(words, vocabulary, frozenset(accumulate(len(line) for line in field.lines)))
    if len(named) < _FEWEST or named[0][0] or not OWN.intersection(role for _, _, role in named):
        return (field,)
    bounds = [*(start for start, _, _ in named[1:]), len(words)]
    told = [_fact(field, words, start, end, stop, role) for (start, end, role), stop in zip(named, bounds, strict=True)]
    return tuple(told) if all(len(fact.passage.words) <= LONGEST_VALUE for fact in told) else (field,)


def _fact(field: RowField, words: Sequence[Word], start: int, end: int, stop: int, role: str) -> RowField:
    value = tuple(words[end:stop])
    name = " ".join(word.text for word in words[start:end]).strip("[(: ")
    passage = Passage(text_of([value]).rstrip(" ;,"), value)
    return attrs.evolve(field, role=role, header=name, passage=passage, parts=(), lines=(value,))
