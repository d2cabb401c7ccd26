"""Dates in two columns: `Quarter | Year` over `Q4 | 2031`, `Month | Year` over `May | 2031`."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.drafts import Passage
from objectives_parser.recognizers.cell_lines import RowField
from objectives_parser.values import is_year

_PART = regex.compile(r"(?:Q\s?[1-4]|(?:quarter|qtr) ?[1-4]|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|"
                      r"oct\w*|nov\w*|dec\w*)\.?$", regex.IGNORECASE)  # fmt: skip


def with_quarters(fields: Sequence[RowField]) -> list[RowField]:
    """The fields of a table, a year with the quarter or month in the column right before it."""
    years = {(field.column, field.first): field for field in fields if is_year(field.passage.text)}
    parts = {(field.column, field.first): field for field in fields if _PART.match(field.passage.text)}
    pairs = {id(years[key]): parts[key[0] - 1, key[1]] for key in years if (key[0] - 1, key[1]) in parts}
    if not pairs:
        return list(fields)
    used = {id(part) for part in pairs.values()}
    return [
        _joined(pairs[id(field)], field) if id(field) in pairs else field for field in fields if id(field) not in used
    ]


def _joined(part: RowField, year: RowField) -> RowField:
    one, other = part.passage, year.passage
    passage = Passage(f"{one.text} {other.text}", (*one.words, *other.words))
    return attrs.evolve(year, role="due", passage=passage, parts=(), lines=())
