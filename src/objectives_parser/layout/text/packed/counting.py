"""Rows that are numbered: lines that open them by a number that counts on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from objectives_parser import late as regex
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed.order import Gap
from objectives_parser.values.date_patterns import MON

_ROW_NUMBER = regex.compile(r"(\d{1,2})[.)]?$")
# "27 May – 3 June"
_MONTH = regex.compile(rf"{MON}\.?,?$", regex.IGNORECASE)
_FEWEST_ROWS, _NEAR_HEAD = 2, 3


def numbered_rows(lines: Sequence[TextLine], gaps: Sequence[Gap]) -> frozenset[int]:
    """The lines that open rows by a number, where those count on through the whole table from its first lines: `1
    Dredge the channel`, `2 Mend the pier`."""
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        number = _ROW_NUMBER.match(line.words[0].text) if gaps[at] is not Gap.INNER else None
        following = line.words[1:2] or (lines[at + 1].words[:1] if at + 1 < len(lines) else ())
        if number is not None and following and following[0].text[0].isupper() and not _MONTH.match(following[0].text):
            found.append((at, int(number.group(1))))
    counts_on = all(after[1] == before[1] + 1 for before, after in pairwise(found))
    if (
        len(found) < _FEWEST_ROWS
        or not counts_on
        or sum(gap is not Gap.INNER for gap in gaps[: found[0][0]]) > _NEAR_HEAD
    ):
        return frozenset()
    return frozenset(at for at, _ in found)


def counted_rows(lines: Sequence[TextLine]) -> frozenset[int]:
    """The lines that open rows by a number that counts on from the first one: `1. Dredge the channel`; `2. Mend …`."""
    found: list[int] = []
    last: int | None = None
    for at, line in enumerate(lines):
        number = _ROW_NUMBER.match(line.words[0].text)
        if (
            number is None
            or len(line.words) < 2
            or not line.words[1].text[0].isupper()
            or _MONTH.match(line.words[1].text)
        ):
            continue
        if last is None or int(number.group(1)) == last + 1:
            found.append(at)
            last = int(number.group(1))
    return frozenset(found) if len(found) >= _FEWEST_ROWS else frozenset()
