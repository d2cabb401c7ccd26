"""Tables torn line by line, as a converter leaves them that asks of each line of a page whether it is a table's:

    Mend the northern light Ships find the port First
    | before the autumn | in the dark | quarter |
    | ----------------- | ----------- | ------- |
    storms

Which words of the lines between belong to which column is lost, and nothing in the file tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from objectives_parser.document import Finding
from objectives_parser.readers.markdown.source import SourceLine

_FEWEST = 3


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


def _kind(text: str) -> str:
    plain = text.strip()
    if not plain or plain.startswith("#"):
        return ""
    return "row" if plain[0] in "|+" and plain[-1] in "|+" else "text"
