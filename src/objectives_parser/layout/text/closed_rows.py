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
from objectives_parser.roles import header_role

_VALUES = frozenset(("target", "baseline", "period", "status", "due", "start"))
_STATEMENTS = frozenset(("objective", "measure", "milestone", "action"))
_MOST_LACKING = 3
_LEAST_SURE = 0.6
_MOST_COST = 0.25  # for each cell
_FIGURE = regex.compile(r"[$£€<>≤≥~±+/–-]{0,3}\s?\d")
_SAID = frozenset(("n/a", "na", "tbd", "tbc", "yes", "no", "nil", "none", "ongoing", "annual", "complete", "-", "–", "—"))
_MOST_VALUE_WORDS = 6


@attrs.frozen(kw_only=True)
class Told:
    """What is asked of a cell: its words, and whether they begin with a bullet."""

    text: str
    bulleted: bool


def lacking(cells: Sequence[Told], heads: Sequence[str]) -> list[int]:
    """For each row below the heads how many of the first columns it lacks; none where the cells do not read so."""
    width = len(heads)
    kinds = [_kind(head) for head in heads]
    leading = next((at for at, kind in enumerate(kinds) if kind == "value"), width)
    most = min(_MOST_LACKING, leading - 1, width - 2)
    if len(cells) <= width or most < 1:
        return []
    lists = [cell.bulleted for cell in cells[:width]]
    costs = [[_cost(cell, kinds[at], lists[at]) for at in range(width)] for cell in cells]
    best: list[tuple[float, int]] = [(0.0, 0), *((float("inf"), 0) for _ in cells)]
    for end in range(width, len(cells) + 1):
        for lacks in range(most + 1):
            start = end - width + lacks
            if (lacks and not start) or best[start][0] == float("inf"):
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
        end -= width - best[end][1]
    return rows[::-1]


def cost_of(rows: Sequence[Mapping[int, Told]], heads: Sequence[str]) -> float:
    """How badly rows read under the heads."""
    kinds = [_kind(head) for head in heads]
    first = rows[0]
    cost = 0.0
    for row in rows:
        cost += sum(_cost(cell, kinds[at], at in first and first[at].bulleted) for at, cell in row.items())
        cost += _for_lacking(len(heads) - len(row))
    return cost


def _for_lacking(lacks: int) -> float:
    return 0.4 + 0.1 * lacks if lacks else 0.0


def _kind(head: str) -> str:
    role = header_role(head)
    if role is None or role.strength < _LEAST_SURE:
        return ""
    return "value" if role.role in _VALUES else "statement" if role.role in _STATEMENTS else ""


def _cost(cell: Told, kind: str, listed: bool) -> float:  # noqa: FBT001
    """How little a cell suits a column of such a kind, whose first cell is a list or is none."""
    if not cell.text:
        return 2.0 if kind == "statement" else 0.2
    unlike = 1.5 if cell.bulleted != listed else 0.0
    words = len(cell.text.split())
    if kind == "value":
        return unlike + (0.0 if _is_value(cell.text, words) else 0.3 if words <= 4 else 0.5 if words <= 8 else 0.8)
    if kind == "statement":
        return unlike + (2.0 if _is_value(cell.text, words) else 0.0)
    return unlike + 0.1


def _is_value(text: str, words: int) -> bool:
    return words <= _MOST_VALUE_WORDS and (_FIGURE.match(text) is not None or text.casefold().strip(".") in _SAID)
