"""Header cells of neighbouring columns that a converter of reading-order text wrote on one line, where the columns
nearly touch: `By when How we will measure` over `success`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.cell_forms import head_role
from objectives_parser.layout.text.spaced.fitting import Column
from objectives_parser.layout.text.spaced.shared_lines import lone_cell
from objectives_parser.layout.text.spaced.strands import Strand
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import ends_dated

MOST_LINES, MOST_HEADS, MOST_HEAD_WORDS = 4, 4, 12
MOST_FURTHER = 2
"""Words of a line with a capital that goes on with a header cell."""
NAMED = regex.compile(
    r"\b(?:plan|strategy|programme|program|report|framework|and|or|of|for|to|the|in|with)$|&$", regex.IGNORECASE
)
"""What names a document, or breaks off: no header cell by itself."""
SURE, WHOLE = 0.9, 0.95
"""How sure each of several header cells must be, and a header cell that is not tried as several."""


def shared_columns(lines: Sequence[Strand]) -> tuple[tuple[Column, ...], int] | None:
    """The columns of header cells that share their lines, and over how many of the lines they stand; None where the
    lines are no such cells. Each must be a header word by itself, and speak for another column than the others."""
    if ends_dated(" ".join(line.text for line in lines[:2])):
        return None  # `Completed by December` over `2031`
    best: tuple[float, tuple[Column, ...], int] | None = None
    most = next((at for at, line in enumerate(lines) if at and not _goes_on(line)), len(lines))
    for count in range(min(most, MOST_LINES), 0, -1):
        for cells in _parted_heads(lines[:count]):
            columns = [_head_column(words, lines[0]) for words in cells]
            sure = min(column.sure for column in columns)
            if sure >= SURE and _are_columns(columns) and (best is None or sure > best[0]):
                best = sure, tuple(columns), count
        if best is not None:
            return best[1], best[2]
    return None


def _goes_on(line: Strand) -> bool:
    """Whether a line may go on with a header cell: `measure success`, `(USD million)`, `Needed`."""
    return line.text[0].islower() or line.text[0] == "(" or len(line.words) <= MOST_FURTHER


def _are_columns(columns: Sequence[Column]) -> bool:
    """Whether header cells speak for columns of their own, and not for one thing (`Agency Goal Action Plan`)."""
    roles = [column.role for column in columns]
    plain = not any(":" in column.head.text or NAMED.search(column.head.text) for column in columns)
    return plain and len(set(roles)) == len(roles) and (len(roles) > 2 or not STATEMENTS.issuperset(map(str, roles)))


def _parted_heads(lines: Sequence[Strand]) -> Iterator[list[list[Word]]]:
    """The ways of cutting the first line before words with capitals, the words below given to one of the cells."""
    words = lines[0].words
    if len(words) > MOST_HEAD_WORDS or any(strand.blanks for strand in lines[1:]):
        return
    places = [at for at, word in enumerate(words) if at and word.text[0].isupper()]
    for count in range(1, MOST_HEADS):
        for cuts in combinations(places, count):
            bounds = [0, *cuts, len(words)]
            for owners in product(range(count, -1, -1), repeat=len(lines) - 1):
                cells = [list(words[a:b]) for a, b in pairwise(bounds)]
                for owner, strand in zip(owners, lines[1:], strict=True):
                    cells[owner].extend(strand.words)
                yield cells


def _head_column(words: Sequence[Word], like: Strand) -> Column:
    role = head_role(" ".join(word.text for word in words))
    return Column(
        head=lone_cell([attrs.evolve(like, words=tuple(words))]),
        role=role.role if role is not None else None,
        sure=role.strength if role is not None else 0.0,
    )
