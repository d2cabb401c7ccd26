"""Rows over the width of a table that say of the row above who does it and by when: `Lead: Parks | By when: 2027`."""

from __future__ import annotations

from objectives_parser.recognizers.cell_passages import cell_words
from objectives_parser.recognizers.field_tails import FieldTail, field_row, tail_measures, with_fields
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.recognizers.open_tables import OpenTable

_SUBJECTS = ("action", "milestone", "objective", "measure")


def says_of_row_above(opened: OpenTable, row: Row) -> bool:
    """Whether a row is nothing but named fields, two at least, of what the row right above it states, which has them
    then; what measures success is a measure of it."""
    cells = filled(row.cells)
    words = cell_words(cells[0]) if len(cells) == 1 else ()
    if not words or not words[0].text[:1].isupper():
        return False
    tail = field_row(words, opened.context.vocabulary)
    return tail is not None and _takes(opened, tail, row.number - 1)


def _takes(opened: OpenTable, tail: FieldTail, above: int) -> bool:
    """Gives fields to what a row states: its first statements and, as theirs, the measures among them."""
    here = [
        at
        for at, draft in enumerate(opened.drafts)
        if draft.spot is not None and draft.spot.column >= 0 and draft.spot.first <= above == draft.spot.last
    ]
    kind = next((kind for kind in _SUBJECTS if any(opened.drafts[at].kind == kind for at in here)), None)
    subjects = [at for at in here if opened.drafts[at].kind == kind]
    if not subjects:
        return False
    opened.heading_words.extend(tail.names)
    for at in subjects:
        opened.drafts[at] = with_fields(opened.drafts[at], tail, opened.context)
    opened.drafts.extend(tail_measures(opened.drafts[subjects[0]], subjects[0], tail))
    return True
