"""What a bare `Measure` column holds, decided once for a document: measures of something, or measures that are taken.

`Measure | Conditionality | Mitigation potential` lists deeds, `Measure | Frequency | Data source` lists indicators.
One table with two rows says little, all tables of a document with that header say enough; a document that changed its
mind between two pages would give half of its actions as measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from objectives_parser import late as regex
from objectives_parser.document import Block, Cell, Table
from objectives_parser.drafts import Context
from objectives_parser.roles import is_imperative, printed_label, wording

# "Measure", "Key measures", "Description of mitigation measures": the head of a header that may mean either
TAKEN = regex.compile(
    r"(?:(?:description|summary|list|details) of (?:the )?)?"
    r"(?:(?:mitigation|adaptation|policy|efficiency|protection|control|safety|corrective|key|main|proposed|planned|"
    r"priority)\W+)*measures?(?: (?:of|for|in) (?:\p{L}+ ){0,2}\p{L}+)?\W*$",
    regex.IGNORECASE,
)
# Columns beside it that only speak of what is measured, and those that only speak of what is done.
_OF_MEASURING = regex.compile(
    r"\b(?:source|frequency|units?|definition|numerator|denominator|actuals?|results?|performance|baseline|targets?|"
    r"reporting|collected|collection|method|polarity|trend|weight(?:ing)?|current|value|score|goal|objectives?)\b|"
    r"\b(?:19|20)\d\d\b|\bq[1-4]\b",
    regex.IGNORECASE,
)
_OF_DOING = regex.compile(
    r"\b(?:conditional\w*|potential|cost|costs|budget|funding|finance|investment|responsible|responsibility|lead|"
    r"implement\w*|timeline|timeframe|sector|ghg|emissions?|reductions?|savings?|legal|instrument|gases?)\b",
    regex.IGNORECASE,
)
# "Short-term measures (1-2 years)", "Proposed measures": a heading that may announce either
_HEADED = regex.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:(?:short|medium|mid|near|long)(?:er)?[- ]?term\b|(?:further|immediate|urgent|"
    r"interim|additional|proposed|planned|key|main|other|new|policy|and)\b|,|\s)*measures\s*(?:\([^()]*\))?\s*:?$",
    regex.IGNORECASE,
)
_TITLE = regex.compile(r"[^:.]{3,80}:\s+(?=\p{Lu})")
_DEEDS, _FEWEST_ITEMS = 0.3, 2
_BARE = "measures"
_COUNTED = regex.compile(
    r"(?:number|percentage|percent|%|share|proportion|rate|level|average|total|amount|\d)", regex.IGNORECASE
)
_LONGEST_VOTE = 30
_UNKNOWN = 0.5
_MOST_SIGNS = 3


def taken_headers(blocks: Sequence[Block], context: Context) -> dict[str, float]:
    """The `Measure` headers (in small letters), and how much they name in this document what is measured: 1 for
    indicators, 0 for deeds."""
    votes: dict[str, list[float]] = {}
    for table in blocks:
        if not isinstance(table, Table):
            continue
        for head in _heads(table):
            votes.setdefault(head.text.casefold(), []).extend(_votes(table, head, context))
    return {header: sum(cast) / len(cast) for header, cast in votes.items() if cast}


def heads_deeds(heading: str, items: Sequence[str], context: Context, *, under_aim: bool = False) -> bool:
    """Whether what is listed under a heading such as `Short-term measures` is done, not measured; under an aim nothing
    that commands no one is done under `Measures` alone."""
    if len(items) < _FEWEST_ITEMS or _HEADED.match(heading.strip()) is None:
        return False
    if under_aim and heading.strip(" :").casefold() == _BARE and not any(map(is_imperative, items)):
        return False
    return sum(_likeness(_TITLE.sub("", item, count=1), context) for item in items) <= _DEEDS * len(items)


def _heads(table: Table) -> Iterator[Cell]:
    for cell in table.cells:
        if cell.row <= 2 and len(cell.text) < 60 and TAKEN.match(cell.text.strip()):
            yield cell


def _votes(table: Table, head: Cell, context: Context) -> Iterator[float]:
    """How much each cell below the header, and the headers beside it, are those of measures of something."""
    beside = [c.text for c in table.cells if c.row == head.row and c.column != head.column]
    # `2024/25 result | 2026/27 target | Lead officer`: who answers for a figure does not make a deed of it
    measuring = sum(map(bool, map(_OF_MEASURING.search, beside)))
    lean = 0.25 * (min(measuring, _MOST_SIGNS) - any(map(_OF_DOING.search, beside)))
    for cell in table.cells:
        if cell.column == head.column and cell.row > head.row and cell.text.strip():
            yield _likeness(cell.text, context) + lean


def _likeness(text: str, context: Context) -> float:
    """How probable it is that the text names something measured: 1 for an indicator, 0 for a deed."""
    label = printed_label(text, context.vocabulary)
    said = " ".join((text[label.end :] if label is not None else text).split()[:_LONGEST_VOTE])
    if is_imperative(said):
        return 0.0
    if label is None and _COUNTED.match(said):
        return 1.0
    return wording(said).measure if said else _UNKNOWN
