"""Readings of lines in which the cells of a row share baselines: pieces of lines, the cells that they are part of, and
what the words of a piece say of a column of fields."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.layout.text.baselines import weights
from objectives_parser.layout.text.baselines.level_lines import LevelLine, is_code

BAND = -1
_HEAD_LINES, _MOST_LINES = 2, 12
"""Lines of a cell that show its form; those beyond the last say nothing more of it."""


@attrs.frozen
class Search:
    """How many readings are kept, and how many ways to cut a line that goes on and one that begins a row."""

    beam: int
    on: int
    row: int


ROUGH, FAIR, THOROUGH = Search(4, 2, 1), Search(6, 2, 2), Search(8, 2, 2)


@attrs.frozen
class Piece:
    """Words ``first`` to before ``end`` of a line, in a column; ``new`` says that a statement begins there."""

    column: int
    first: int
    end: int
    new: bool


@attrs.frozen
class Open:
    """A cell's last statement so far: its text, that of its first lines, how many lines it has, the place of the last
    one and its width, that of the widest, and how it ends."""

    text: str
    head: str
    lines: int
    last: int
    width: float
    widest: float
    wants: bool
    closed: bool


@attrs.frozen(eq=False)
class State:
    """A reading of the lines so far: its score but for the cells that are open, these, and the last line's pieces.
    ``row`` is the column from which on a row begins in it; None where it goes on with one; -1 for a band."""

    score: float
    whole: float
    open: tuple[Open | None, ...]
    pieces: tuple[Piece, ...] = ()
    row: int | None = None
    before: State | None = None


def told_words(line: LevelLine, role: str | None, first: int, end: int) -> float:
    """What the words of a piece say of a column of fields; nothing of one of statements."""
    count = end - first
    match role:
        case "due" | "start":
            timed = line.times[end] - line.times[first]
            return min(weights.MOST_TIME, weights.TIME_WORD * timed) + weights.NO_TIME_WORD * (count - timed)
        case "status":
            stated = line.states[end] - line.states[first]
            return min(weights.MOST_STATE, weights.STATE_WORD * stated) + weights.NO_STATE_WORD * (count - stated)
        case "owner":
            named = line.names[end] - line.names[first]
            return min(weights.MOST_NAME, weights.NAME_WORD * named) + weights.NO_NAME_WORD * (count - named)
        case "label":
            return weights.CODE if count == 1 and is_code(line.texts[first]) else weights.NO_CODE
        case "period" | "target" | "baseline":
            valued = sum(any(map(str.isdigit, text)) or len(text) == 1 for text in line.texts[first:end])
            return min(1.0, weights.VALUE_WORD * valued) + weights.NO_VALUE_WORD * (count - valued)
        case _:
            return 0.0


def opened(at: int, line: LevelLine, piece: Piece, cell: Open | None) -> Open:
    """A cell with another piece."""
    first = piece.first + (line.begins[piece.first] == "b" and piece.end - piece.first > 1)
    text, width = line.text(first, piece.end), line.width(piece.first, piece.end)
    wants, closed = line.wants[piece.end - 1], line.closed[piece.end - 1]
    if cell is None:
        return Open(text, text, 1, at, width, width, wants, closed)
    if cell.lines >= _MOST_LINES:
        return attrs.evolve(cell, lines=cell.lines + 1, last=at, width=width, wants=wants, closed=closed)
    whole = f"{cell.text} {text}"
    head = whole if cell.lines < _HEAD_LINES else cell.head
    return Open(whole, head, cell.lines + 1, at, width, max(cell.widest, width), wants, closed)


def kept(states: Sequence[State], most: int) -> list[State]:
    """The best readings, one for each way to cut the last lines."""
    found: list[State] = []
    seen: set[object] = set()
    for state in sorted(states, key=lambda state: state.whole, reverse=True):
        key = (
            state.row == BAND,
            *((cell.last, cell.width, cell.lines) if cell is not None else None for cell in state.open),
        )
        if key not in seen:
            seen.add(key)
            found.append(state)
        if len(found) == most:
            break
    return found


def traced(state: State) -> list[State]:
    """The readings of the lines, first to last."""
    found: list[State] = []
    at: State | None = state
    while at is not None:
        found.append(at)
        at = at.before
    return found[::-1]
