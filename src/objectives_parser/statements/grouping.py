"""The lines of a cell put together to statements: which line begins one and which goes on with the line above."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Line
from objectives_parser.layout.text.slices import is_gap
from objectives_parser.layout.wrapping import (
    Column,
    breaks,
    is_bullet,
    is_lone_date,
    is_number_marker,
    starts_item,
    wants_more,
)
from objectives_parser.roles import is_imperative, printed_label
from objectives_parser.sentences import ends_in_stop
from objectives_parser.statements.column_habits import heads_statement, is_capital, is_head
from objectives_parser.statements.joined import joined_items
from objectives_parser.statements.statement import Statement, block_statement

# `FY18 Q1: Introduce …` over `FY18 Q2: Communicate …`: the period stands at the head of each statement
_DATED = regex.compile(r"(?:(?:FY|CY)\s?'?\d{2,4}|Q[1-4]|20\d\d)(?:[\s,/-]+(?:Q[1-4]|(?:FY\s?)?'?\d{2,4}))?\s?:")
_LONGEST_LABEL = 4  # words
_FEWEST_COMMANDED = 2
_FEWEST_OF_STATEMENT = 3
_MOST_NAMES = 0.25
"""Of the words inside lines: with more, a capital tells nothing."""
_PRINTED_THRESHOLD, _SHORT_THRESHOLD = 1.5, 0.2
_BLANK_STEP = 2.0  # ems from line to line with a blank one between
_BLANK_SCORE = 1.5
_FEWEST_HEADS, _BY_CHANCE = 2, 0.25


@attrs.frozen(kw_only=True)
class _Habits:
    """How a cell sets its statements: the usual step from line to line, whether the format states where a paragraph
    begins, whether bullets, periods (`FY18 Q1: …`) or capitals alone stand at their heads, and whether some end short
    of the edge without a full stop."""

    column: Column
    leading: float
    stated: bool
    bulleted: bool
    dated: bool
    ended_short: bool
    capitals: bool


def _habits_of(lines: Sequence[Line], column: Column) -> _Habits:
    first = lines[0]
    leading = _usual_leading(lines)
    gaps = any(_gap_score(a, b, leading) for a, b in pairwise(lines))
    return _Habits(
        column=column,
        leading=leading,
        stated=any(line.begins is not None for line in lines) and not any(map(_is_drawn_item, lines)),
        bulleted=starts_item(first) or is_bullet(first.words[0]) or sum(map(starts_item, lines)) >= 2,
        dated=sum(_DATED.match(line.text) is not None for line in lines) >= 2,
        ended_short=not column.grid and not gaps and any(_ends_short(a, b, column) for a, b in pairwise(lines)),
        capitals=not column.grid and _capitals_head(lines, column.names),
    )


def _is_drawn_item(line: Line) -> bool:
    """Whether a bullet that the page draws stands before a line: it says nothing of the lines without one."""
    return line.item and line.words[0].bbox is not None


def _ends_short(above: Line, below: Line, column: Column) -> bool:
    """Whether a statement without a full stop ends between two lines, the first word below having had room above."""
    if starts_item(below) or ends_in_stop(above.words[-1].text) or not _is_word(below):
        return False
    return breaks([above], below, column) > _PRINTED_THRESHOLD


def _is_word(line: Line) -> bool:
    """Whether a line begins with a capital and small letters."""
    return is_capital(line.words[0].text)


def _capitals_head(lines: Sequence[Line], names: frozenset[str]) -> bool:
    """Whether capitals stand only where lines begin, more often than names would by chance: `Pathfinder expanded` /
    `to six offices` / `Independent` / `assurance obtained` / `Spend within £4m` are three statements, each of whose
    last lines may be full. Names stand inside lines too."""
    if any(is_capital(word.text) for line in lines for word in line.words[1:]):
        return False
    heads = sum([is_head(above, below, names) for above, below in pairwise(lines)])
    words = sum([len(line.words) for line in lines])
    return heads >= _FEWEST_HEADS and (len(lines) / words) ** heads < _BY_CHANCE


def grouped(lines: Sequence[Line], column: Column) -> list[Statement]:
    """The statements that the lines of a cell make, bullets not yet put to the line that leads in to them."""
    habits = _habits_of(lines, column)
    groups: list[list[Line]] = []
    for line in lines:
        for piece, after_gap in _pieces(line, gaps=column.grid and not habits.stated, joined=column.grid):
            if groups and not _begins(groups[-1], piece, after_gap, habits):
                groups[-1].append(piece)
            else:
                groups.append([piece])
    return [item_statement(group) for group in groups]


def _begins(group: Sequence[Line], below: Line, after_gap: bool, habits: _Habits) -> bool:
    """Whether a line begins another statement than the one above it."""
    if below.begins is False or (habits.stated and not below.begins):
        return False
    score = _score(group, below, after_gap, habits)
    grid = habits.column.grid
    if habits.bulleted and not starts_item(below) and score < 4.5 and (grid or not _left_of_item(group, below)):
        return score > _threshold(habits) and not starts_item(group[0])
    return score > (_SHORT_THRESHOLD if habits.ended_short and _may_begin(group, below) else _threshold(habits))


def _threshold(habits: _Habits) -> float:
    return 0.0 if habits.column.grid else _PRINTED_THRESHOLD


def _may_begin(group: Sequence[Line], below: Line) -> bool:
    """Whether a line may begin a statement where the one above it fills its column: a capital behind a small letter or
    a figure, which is no date's (`agreed` / `January 2015`)."""
    last = group[-1].words[-1].text
    if is_lone_date(below) or not (last.islower() or last[-1].isdigit() or last[-1] == "%"):
        return False
    return _is_word(below) and sum(len(line.words) for line in group) >= _FEWEST_OF_STATEMENT


def _score(group: Sequence[Line], below: Line, after_gap: bool, habits: _Habits) -> float:
    """How much speaks for a new statement in a line, and against it if negative."""
    grid = habits.column.grid
    score = breaks(group, below, habits.column) + (2.5 if after_gap else 0.0)
    score += _gap_score(group[-1], below, habits.leading) + (5.0 if _in_brackets(group[-1], below) else 0.0)
    score += 5.0 if habits.dated and _DATED.match(below.text) else 0.0
    score += 3.0 if _under_bold(group, below) else 0.0
    score += 5.0 if _has_label(below) else 0.0
    score += 1.5 if not grid and _commands_again(group, below) else 0.0
    score += 1.3 if _has_head(group, below, habits) else 0.0
    return score - (9.0 if _gives_value(group, below) or _is_lone_number(group) else 0.0)


def _has_head(group: Sequence[Line], below: Line, habits: _Habits) -> bool:
    """Whether a capital heads a statement, as it does in this cell, or in the others of the column."""
    if habits.capitals:
        return is_head(group[-1], below, habits.column.names)
    if not habits.column.headed:
        return False
    words = [word.text for line in (*group, below) for word in line.words[1:]]
    titled = sum(map(is_capital, words)) > _MOST_NAMES * len(words)
    said = sum([len(line.words) for line in group]) >= _FEWEST_OF_STATEMENT
    return said and not titled and heads_statement(group[-1], below, habits.column.names)


def _commands_again(group: Sequence[Line], below: Line) -> bool:
    """`Agree funding with each association` / `Bring forward surplus land`: commands under each other, each a paragraph
    that fills its last line; none in a title in capitals or behind a name."""
    if len(below.words) < _FEWEST_COMMANDED or not below.words[0].text[0].isupper():
        return False
    inside = (group[-1].words[-1], below.words[1])
    if any(not word.text[0].islower() for word in inside) or wants_more(group[-1]):
        return False
    return is_imperative(below.text) and is_imperative(group[0].text)


def _has_label(line: Line) -> bool:
    """`Milestone: contract let by May`, `Measure 2: …`: the line says itself what it states."""
    if not any(word.text.endswith(":") for word in line.words[:_LONGEST_LABEL]):
        return False
    label = printed_label(line.text)
    return label is not None and label.kind == "word" and label.role is not None and line.words[0].text[0].isupper()


# `85`, `2,400`, `$1,200`, `12%`: figures, and no numbers of a list's items
_FIGURE = regex.compile(r"[$£€]?(?:\d{2,}|[2-9]|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$")


def _gives_value(group: Sequence[Line], below: Line) -> bool:
    """`Homes repaired:` over `85 household housing units`: a line that begins with a figure under a name and its
    colon tells how many."""
    above = group[-1].words
    if not above[-1].text.endswith(":") or not _FIGURE.match(below.words[0].text):
        return False
    return not any(char.isalpha() and char.islower() for char in below.words[0].text) and not starts_item(group[0])


# `2.2` / `Stock learning kits …`: a number that a narrow cell leaves alone on its line
_LONE_NUMBER = regex.compile(
    r"(?:\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|[A-Z]{1,3}[-.]?\d{1,2}(?:\.\d{1,2})*[.:)]?)$"
)


def _is_lone_number(group: Sequence[Line]) -> bool:
    return len(group) == 1 and len(group[0].words) == 1 and _LONE_NUMBER.match(group[0].words[0].text) is not None


def _under_bold(group: Sequence[Line], below: Line) -> bool:
    """Whether a line in plain type stands indented under a line in bold: what is grouped under it."""
    above, first = group[0].bbox, below.words[0]
    if above is None or first.bbox is None or first.bold or not first.text[:1].isupper():
        return False
    return abs(first.bbox[0] - above[0]) > first.size and all(word.bold for line in group for word in line.words)


def _left_of_item(group: Sequence[Line], below: Line) -> bool:
    """Whether a line stands left of the marker of the list item above it, and begins like a statement."""
    marker, start = group[0].words[0].bbox, below.words[0].bbox
    if marker is None or start is None or start[0] > marker[0] - 1.5:
        return False
    return starts_item(group[0]) and below.words[0].text[:1].isupper()


def _in_brackets(above: Line, below: Line) -> bool:
    """Whether a line stands in brackets of its own behind a finished sentence: `(Transport)` groups what follows."""
    text = [word.text for word in below.words]
    return text[0].startswith("(") and text[-1].endswith(")") and ends_in_stop(above.words[-1].text)


def _pieces(line: Line, *, gaps: bool, joined: bool) -> list[tuple[Line, bool]]:
    """The line cut at double spaces behind which a statement may begin; where cells were ``joined`` to one line each
    also at every further item of a list."""
    items = joined_items(line) if joined else frozenset()
    if not gaps and not items and not line.tight:
        return [(line, False)]
    pieces: list[tuple[Line, bool]] = []
    start = 0
    for at in range(1, len(line.words)):
        if at in items or (gaps and is_gap(line.words[at - 1], line.words[at])):
            pieces.append((_piece(line, start, at, items), start > 0))
            start = at
    pieces.append((_piece(line, start, len(line.words), items), start > 0))
    return pieces


def _piece(line: Line, start: int, end: int, items: frozenset[int]) -> Line:
    stated = line.begins is not None and start in items
    begins = True if stated else line.begins if start == 0 and (end == len(line.words) or items) else None
    return Line(line.words[start:end], begins, item=line.item and start == 0)


def _usual_leading(lines: Sequence[Line]) -> float:
    steps = sorted(step for a, b in pairwise(lines) if (step := _step(a, b)) > 0)
    return steps[len(steps) // 4] if steps else 0.0


def _step(above: Line, below: Line) -> float:
    a, b = above.bbox, below.bbox
    return b[1] - a[1] if a and b and above.page == below.page else 0.0


def _gap_score(above: Line, below: Line, usual: float) -> float:
    """A blank line, or clearly more space than between the lines of one statement."""
    if below.tight:
        return 0.0
    step = _step(above, below)
    size = above.words[0].size or 10.0
    if usual and step > usual * 1.3 and step > size * 1.45:
        return 3.0
    # two lines alone in their cell with a blank one between them have no usual step
    return _BLANK_SCORE if step > _BLANK_STEP * size else 0.0


def item_statement(lines: Sequence[Line]) -> Statement:
    """The lines of a cell as one statement, its bullet or number parted from its words."""
    first = lines[0].words
    if len(first) == 1 and len(lines) > 1 and (is_bullet(first[0]) or _is_lone_number(lines[:1])):
        return Statement(tuple(line.words for line in lines[1:]), marker=first)
    marked = len(first) > 1 and (is_bullet(first[0]) or is_number_marker(first[0], first[1]))
    return block_statement(lines, int(marked), item=lines[0].item)
