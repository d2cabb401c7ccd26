"""Tables torn line by line, as a converter leaves them that asks of each line of a page whether it is a table's:

    Mend the northern light Ships find the port First
    | before the autumn | in the dark | quarter |
    | ----------------- | ----------- | ------- |
    storms

Which words of the lines between belong to which column is lost, and nothing in the file tells. It is read as the text
that it was before, its columns apart by blanks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from objectives_parser.document import Finding
from objectives_parser.readers.markdown.source import SourceLine

RULE = re.compile(r":?-{3,}:?")
_FEWEST, _GAP = 3, 3


def torn_tables(lines: Sequence[SourceLine]) -> tuple[Finding, ...]:
    """A finding, if half of the tables, three at least, have text right below their last row, which nobody writes."""
    kinds = (_kind(line.text) for line in lines)
    runs = [(kind, len(list(group))) for kind, group in groupby(kinds)]
    below = [after for (kind, count), (after, _) in pairwise((*runs, ("", 0))) if kind == "row" and count > 1]
    torn = below.count("text")
    if torn < _FEWEST or 2 * torn < len(below):
        return ()
    message = (
        f"{torn} of {len(below)} tables are torn: lines of text stand right below their rows, as a converter"
        " leaves them that reads pages line by line. Records of these tables may be wrong or missing; read the original"
        " file instead."
    )
    return (Finding(code="torn-tables", message=message),)


def printed_text(lines: Sequence[SourceLine]) -> str:
    """The file without its signs of tables: cells in the columns that all rows of as many cells share."""
    rows = [_cells(line.text) if _kind(line.text) == "row" else [] for line in lines]
    widths: dict[int, list[int]] = {}
    for row in rows:
        known = widths.setdefault(len(row), [0] * len(row))
        widths[len(row)] = [max(width, len(cell)) for width, cell in zip(known, row, strict=True)]
    printed = []
    for line, row in zip(lines, rows, strict=True):
        if not row:
            printed.append(line.text)
        elif not all(RULE.fullmatch(cell) for cell in row):
            apart = (cell.ljust(width + _GAP) for cell, width in zip(row, widths[len(row)], strict=True))
            printed.append("".join(apart).rstrip())
    return "\n".join(printed)


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip()[1:-1].split("|")]


def _kind(text: str) -> str:
    plain = text.strip()
    if not plain or plain.startswith("#"):
        return ""
    return "row" if plain[0] in "|+" and plain[-1] in "|+" else "text"
