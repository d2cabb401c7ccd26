"""Rows of cells that were written one after the other, where a cell over several rows stands only in the first:

    Goal |
    Measure |
    Target |
    Safer roads |
    Share of roads with lights |
    60% |
    Share of crossings with lights |
    80% |

Which rows lack how many of the first columns is what reads best over all cells: figures and dates under the columns
that promise them, statements under the others, lists where the first row has lists.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.layout.lost_spans import is_dated
from objectives_parser.roles import header_role, printed_label

_VALUES = frozenset(("target", "baseline", "period", "status", "due", "start"))
_STATEMENTS = frozenset(("objective", "measure", "milestone", "action"))
_MOST_LACKING, _WIDE = 3, 2
_TITLE = 0.6
_LEAST_SURE = 0.6
_MOST_COST = 0.25  # for each cell
_FIGURE = regex.compile(r"[$£€<>≤≥~±+/–-]{0,3}\s?\d")
_COUNTED = regex.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+\p{Lu}\p{Ll}*\s")
_SAID = frozenset(
    ("n/a", "na", "tbd", "tbc", "yes", "no", "nil", "none", "ongoing", "annual", "complete", "-", "–", "—")
)
_MOST_VALUE_WORDS, _MOST_DATE_WORDS, _MOST_NAME_WORDS = 6, 4, 8


@attrs.frozen(kw_only=True)
class Told:
    """What is asked of a cell: its words, and whether they begin with a bullet."""

    text: str
    bulleted: bool


def rows_of(cells: Sequence[Told], heads: Sequence[str]) -> list[range]:
    """The columns of the cells of each row below the heads; none where the cells do not read so. A row of one column
    of none titles those below."""
    rows: list[range] = []
    for lacks in _lacking(cells, heads):
        rows.append(range(lacks, len(heads)) if lacks >= 0 else range(-1, 0))
    return rows


def _lacking(cells: Sequence[Told], heads: Sequence[str]) -> list[int]:
    """For each row how many of the first columns it lacks; -1 for a title over all of them."""
    width = len(heads)
    kinds = _kinds(heads)
    leading = next((at for at, kind in enumerate(kinds) if kind == "value"), width)
    most = min(_MOST_LACKING, leading - 1, width - 2)
    if len(cells) <= width:
        return []
    titles = [width > _WIDE and _is_title(cell) for cell in cells]
    first = titles[0]
    lists = [cell.bulleted for cell in cells[first : first + width]]
    costs = [[_cost(cell, kinds[at], lists[at]) for at in range(width)] for cell in cells]
    best: list[tuple[float, int]] = [(0.0, 0), *((float("inf"), 0) for _ in cells)]
    for end in range(1, len(cells) + 1):
        if titles[end - 1] and best[end - 1][0] + _TITLE < best[end][0]:
            best[end] = (best[end - 1][0] + _TITLE, -1)
        for lacks in range(max(0, width - end), max(most, 0) + 1):
            start = end - width + lacks
            if (lacks and start <= first) or best[start][0] == float("inf"):
                continue
            row = sum(costs[start + at][lacks + at] for at in range(width - lacks))
            cost = best[start][0] + row + _for_lacking(lacks)
            if cost < best[end][0]:
                best[end] = (cost, lacks)
    if best[-1][0] > _MOST_COST * len(cells):
        return []
    rows: list[int] = []
    end = len(cells)
    while end:
        rows.append(best[end][1])
        end -= width - best[end][1] if best[end][1] >= 0 else 1
    return rows[::-1]


def cost_of(rows: Sequence[Mapping[int, Told]], heads: Sequence[str]) -> float:
    """How badly rows read under the heads."""
    kinds = _kinds(heads)
    first = next((row for row in rows if -1 not in row), {})
    cost = 0.0
    for row in rows:
        if -1 in row:
            cost += _TITLE
            continue
        cost += sum(_cost(cell, kinds[at], at in first and first[at].bulleted) for at, cell in row.items())
        cost += _for_lacking(len(heads) - len(row))
    return cost


def _kinds(heads: Sequence[str]) -> list[str]:
    """What the columns hold; targets in the first are what the rows tell of."""
    kinds = [_kind(head) for head in heads]
    role = header_role(heads[0])
    if role is not None and role.role == "target":
        kinds[0] = "statement"
    return kinds


def _is_title(cell: Told) -> bool:
    """`Outcome 2: Rivers are clean`, `Strategy 2`: what a row over all columns says."""
    label = printed_label(cell.text) if not cell.bulleted else None
    return label is not None and label.kind == "word" and label.number is not None


def _for_lacking(lacks: int) -> float:
    return 0.4 + 0.1 * lacks if lacks else 0.0


def _kind(head: str) -> str:
    role = header_role(head)
    if role is None or role.strength < _LEAST_SURE:
        return ""
    if role.role == "owner":
        return "name"
    return "value" if role.role in _VALUES else "statement" if role.role in _STATEMENTS else ""


def _cost(cell: Told, kind: str, listed: bool) -> float:
    """How little a cell suits a column of such a kind, whose first cell is a list or is none."""
    if not cell.text:
        return 2.0 if kind == "statement" else 0.2
    unlike = 1.5 if cell.bulleted != listed else 0.0
    words = len(cell.text.split())
    if kind == "value":
        return unlike + (0.0 if is_value(cell.text) else 0.3 if words <= 4 else 0.5 if words <= 8 else 0.8)
    if kind == "statement":
        return unlike + (2.0 if is_value(cell.text) else 0.4 if words == 1 else 0.0)
    if kind == "name":
        return unlike + (1.0 if is_value(cell.text) else 0.1 if words <= _MOST_NAME_WORDS else 0.6)
    return unlike + 0.1


def is_value(text: str) -> bool:
    """Whether a text is a figure, a date or what stands for one."""
    words = len(text.split())
    if text.casefold().strip(".") in _SAID or (words <= _MOST_DATE_WORDS and is_dated(text)):
        return True
    return words <= _MOST_VALUE_WORDS and _FIGURE.match(text) is not None and _COUNTED.match(text) is None
