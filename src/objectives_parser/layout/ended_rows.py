"""Rows whose cells each end with a pipe, whatever line ends stand in them: as many pipes as the header has columns make
a row. Converters of web pages write tables so, and fill rows that lack cells with pipes alone:

    Action | Deliverable | By | Who |
    Found a library | Rent a house | May 2027 |
    Town clerk |
    Buy books | June 2027 | Clerk | |
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PIPE = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"\|?(?:[ \t]*:?-{3,}:?[ \t]*\|){2,}[ \t:-]*$")
_MOST_ROW_LINES = 80


def pipes_in(text: str) -> int:
    """How many pipes a line holds that part or end cells."""
    return len(_PIPE.findall(text)) if "|" in text else 0


def ended_rows(texts: Iterable[str], width: int) -> list[int]:
    """How many lines each of the rows takes that follow a header of so many columns; a row may lack cells where that
    is the only way for the next one to come out even.

    >>> ended_rows(["Rent a", "house | May |", "Clerk |", "Buy books | June |", "Sell | May | Clerk |"], 3)
    [3, 1, 1]
    """
    rows: list[int] = []
    row: list[tuple[int, bool]] = []  # for each line its pipes, and whether one ends it
    for text in texts:
        if RULE.match(text):
            return rows if row else rows[:-1]  # what was read last is the header of the next table
        if (not row and (not text.strip() or text.startswith("#"))) or len(row) >= _MOST_ROW_LINES:
            break
        row.append((pipes_in(text), text.rstrip().endswith("|")))
        count = sum(pipes for pipes, _ in row)
        while count > width:
            short = next((at for at, (_, ends) in enumerate(row[:-1], 1) if ends), 0)
            if not short:
                return rows
            rows.append(short)
            row = row[short:]
            count = sum(pipes for pipes, _ in row)
        if count == width and row[-1][1]:
            rows.append(len(row))
            row = []
    short = next((at for at in range(len(row), 0, -1) if row[at - 1][1]), 0)
    return [*rows, short] if short else rows
