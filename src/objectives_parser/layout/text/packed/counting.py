"""Rows that are numbered: lines that open them by a number that counts on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed.order import Gap
from objectives_parser.layout.text.packed.telling import is_lettered
from objectives_parser.values import is_month

_ROW_NUMBER = regex.compile(r"(\d{1,2})[.)]?$")
_CODE = regex.compile(r"((?:\p{Lu}{1,3}[-.]?)?\d{1,2}(?:\.\d{1,2}){1,3}|\p{Lu}{1,2}-?\d{1,2}|\p{L}(?=[.)]))[.):]?$")
_DIGITS, _LETTERS = regex.compile(r"\d+"), regex.compile(r"\p{L}+")
# "27 May – 3 June"
_FEWEST_ROWS, _NEAR_HEAD = 2, 3


_LONE = regex.compile(r"(\d{1,2})[.)]?$")
_FEWEST_LONE = 2


def with_lone_numbers(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines under a header without a column for numbers, those that count the rows from the first on (`1` over
    `Dredge the channel`, `2` over `Mend the pier`) joined to the lines below them."""
    full = [at for at, line in enumerate(lines) if line.words]
    below = dict(pairwise(full))
    lone = [at for at in full if len(lines[at].words) == 1 and _LONE.match(lines[at].text)]
    numbers = [int(str(_LONE.match(lines[at].text).group(1))) for at in lone]  # type: ignore[union-attr]
    if len(lone) < _FEWEST_LONE or lone[0] != full[0] or numbers != list(range(1, len(lone) + 1)):
        return list(lines)
    if not all(at in below and lines[below[at]].text[:1].isupper() for at in lone):
        return list(lines)
    over = {below[at]: at for at in lone}
    gone = {number for at in lone for number in range(at, below[at])}
    return [
        attrs.evolve(line, words=(*lines[over[at]].words, *line.words)) if at in over else line
        for at, line in enumerate(lines)
        if at not in gone
    ]


def numbered_rows(lines: Sequence[TextLine], gaps: Sequence[Gap]) -> frozenset[int]:
    """The lines that open rows by a number, where those count on through the whole table from its first lines: `1
    Dredge the channel`, `2 Mend the pier`."""
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        number = _ROW_NUMBER.match(line.words[0].text) if gaps[at] is not Gap.INNER else None
        following = line.words[1:2] or (lines[at + 1].words[:1] if at + 1 < len(lines) else ())
        if number is not None and following and following[0].text[0].isupper() and not is_month(following[0].text):
            found.append((at, int(number.group(1))))
    counts_on = all(after[1] == before[1] + 1 for before, after in pairwise(found))
    if (
        len(found) < _FEWEST_ROWS
        or not counts_on
        or sum(gap is not Gap.INNER for gap in gaps[: found[0][0]]) > _NEAR_HEAD
    ):
        return frozenset()
    return frozenset(at for at, _ in found)


def coded_rows(lines: Sequence[TextLine], gaps: Sequence[Gap]) -> frozenset[int]:
    """The lines that open rows by a code that counts on (`W1.1 Dredge the channel`, `B2 Mend the pier`, `a. Ask`), the
    first of them the table's first but for names of groups over it."""
    found: list[tuple[int, tuple[str, ...], tuple[int, ...]]] = []
    for at, line in enumerate(lines):
        code = _CODE.match(line.words[0].text) if gaps[at] is not Gap.INNER else None
        following = line.words[1:2] or (lines[at + 1].words[:1] if at + 1 < len(lines) else ())
        begun = following and following[0].text[0].isalpha() and not is_month(following[0].text)
        if code is not None and begun and not is_lettered(line.words):
            found.append((at, *_steps(code.group(1))))
    counts_on = all(_comes_behind(before[1:], after[1:]) for before, after in pairwise(found))
    first = sum(gap is not Gap.INNER for gap in gaps[: found[0][0]]) if found else 0
    if len(found) < _FEWEST_ROWS or not counts_on or first > 1:
        return frozenset()
    return frozenset(at for at, _, _ in found)


def _steps(code: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """A code's letters and its numbers; a letter alone counts as a number does."""
    numbers = tuple(int(number) for number in _DIGITS.findall(code))
    return (tuple(_LETTERS.findall(code)), numbers) if numbers else ((), (ord(code.casefold()),))


def _comes_behind(
    before: tuple[tuple[str, ...], tuple[int, ...]], after: tuple[tuple[str, ...], tuple[int, ...]]
) -> bool:
    """Whether a code is the next one, the first of a group further down (`1.4`, `2.1`), or the next of an outline
    (`O1`, `KR1.1`, `KR1.2`, `O2`)."""
    if after[1] == (*before[1], 1) or (
        len(after[1]) < len(before[1]) and _is_next(before[1][: len(after[1])], after[1])
    ):
        return True
    if len(before[1]) != len(after[1]) or len(before[0]) != len(after[0]):
        return False
    if before[0] != after[0] or len(before[1]) == 1:
        return after[1][-1] == (before[1][-1] + 1 if before[0] == after[0] else 1)
    return after[1] > before[1] and after[1][-1] in (1, before[1][-1] + 1)


def _is_next(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    return before[:-1] == after[:-1] and after[-1] == before[-1] + 1


_LETTER = regex.compile(r"(?:\p{Ll}|\d{1,2})[.)]$")
_FEWEST_ACROSS = 2


def counts_across(lines: Sequence[TextLine], columns: Sequence[tuple[int, int]]) -> bool:
    """Whether a list would count on from column to column, `a. Mend the wall` in one and `b. Signs` in the next: no
    table, however its lines fit. ``columns`` has the first line and the column of each cell."""
    last: dict[bool, tuple[int, int]] = {}
    across = within = 0
    for at, column in columns:
        mark = lines[at].words[0].text
        if len(lines[at].words) < 2 or _LETTER.match(mark) is None:
            continue
        lettered = mark[0].isalpha()
        count = ord(mark[0]) if lettered else int(mark[:-1])
        before = last.get(lettered)
        if before is not None and before[0] + 1 == count:
            across += before[1] != column
            within += before[1] == column
        last[lettered] = (count, column)
    return across >= _FEWEST_ACROSS and across > within


def counted_rows(lines: Sequence[TextLine]) -> frozenset[int]:
    """The lines that open rows by a number that counts on from the first one: `1. Dredge the channel`; `2. Mend …`."""
    found: list[int] = []
    last: int | None = None
    for at, line in enumerate(lines):
        number = _ROW_NUMBER.match(line.words[0].text)
        if number is None or len(line.words) < 2 or not line.words[1].text[0].isupper() or is_month(line.words[1].text):
            continue
        if last is None or int(number.group(1)) == last + 1:
            found.append(at)
            last = int(number.group(1))
    return frozenset(found) if len(found) >= _FEWEST_ROWS else frozenset()
