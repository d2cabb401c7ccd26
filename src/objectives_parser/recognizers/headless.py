"""Tables without a header row: what each column holds tells what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from objectives_parser import late as regex
from objectives_parser.document import Table
from objectives_parser.recognizers.bare import is_role
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.grid import Row
from objectives_parser.recognizers.headless_kinds import told_by_kinds
from objectives_parser.recognizers.settling.contents import column_cells
from objectives_parser.recognizers.wordings import is_done, is_state, tells
from objectives_parser.records import STATEMENTS, Kind
from objectives_parser.roles import Role
from objectives_parser.values import is_date_only

_FEWEST_ROWS = 3
_MOST, _TOLD = 0.7, 0.6  # of a column's cells
_STRENGTH = 0.5
_LONGEST_NAME = 6  # words
_NUMBER = regex.compile(r"(?:\p{L}{1,4}[-. ]?)?\d{1,3}(?:[.-]\d{1,3}){0,3}\.?[a-z]?[.):]?$")
_NAME = regex.compile(r"\p{Lu}[^\d.;:!?]*\.?$")


def told_headers(
    table: Table, rows: Sequence[Row], announced: Kind | None, *, timed: bool = False, under_aim: bool = False
) -> tuple[Header, ...] | None:
    """The headers that a table would have, whether it states several things (``under_aim``: for an aim in the line over
    it) or one."""
    several = told_by_kinds(table, rows, announced, under_aim=under_aim)
    return several or _told_by_one(table, rows, announced, timed=timed)


def _told_by_one(
    table: Table, rows: Sequence[Row], announced: Kind | None, *, timed: bool
) -> tuple[Header, ...] | None:
    """The headers that a table would have: one column tells what to do, others hold nothing but dates, states, numbers
    or names. None where nothing tells it: no dates stand beside what is to be done, and no heading says what the table
    lists (``announced``). Under `Milestones` or a heading of times (``timed``: `Timeline`) what stands beside dates is
    to be reached then, whatever its words."""
    body = [row for row in rows if row.kind == "body"]
    if table.columns < 2 or len(body) < _FEWEST_ROWS:
        return None
    texts = [[cell.text.strip() for cell in column_cells(at, body)] for at in range(table.columns)]
    roles: list[Role | None] = [_role_of(column) for column in texts]
    stated = _stated(texts, len(body))
    if stated is None and "due" in roles and (timed or announced == "milestone"):
        stated = _only_text(texts, roles, len(body))
        announced = announced or "milestone"
    if stated is None or roles[stated] is not None:
        return None
    if announced not in STATEMENTS and "due" not in roles:
        return None
    roles[stated] = announced if announced is not None else "action"
    named = [at for at, column in enumerate(texts) if roles[at] is None and _are_names(column)]
    if "owner" not in roles and named and ("due" in roles or any(map(is_role, texts[named[0]]))):
        roles[named[0]] = "owner"
    return tuple(Header(text="", role=role, strength=_STRENGTH if role else 0.0) for role in roles)


def _role_of(texts: Sequence[str]) -> Role | None:
    """What a column is whose cells are all of one make."""
    if not texts:
        return None
    if _share(_NUMBER.match(text) is not None for text in texts) == 1.0 and len(set(texts)) == len(texts):
        return "label"
    if _share(map(is_date_only, texts)) >= _MOST:
        return "due"
    if _share(map(is_state, texts)) >= _MOST:
        return "status"
    return "owner" if _share(is_role(text) and not tells(text) for text in texts) >= _MOST else None


def _share(found: Iterable[bool]) -> float:
    marks = list(found)
    return sum(marks) / len(marks)


def _stated(texts: Sequence[Sequence[str]], rows: int) -> int | None:
    """The one column that tells what to do in most rows."""
    told = [
        at
        for at, column in enumerate(texts)
        if len(column) >= _MOST * rows
        and _share(len(text.split()) > 2 for text in column) >= _MOST
        and _share(map(tells, column)) >= _TOLD
    ]
    return told[0] if len(told) == 1 else None


def _only_text(texts: Sequence[Sequence[str]], roles: Sequence[Role | None], rows: int) -> int | None:
    """The one column that holds text of several words, in most rows, and nothing of the past."""
    several = [
        at
        for at, column in enumerate(texts)
        if roles[at] is None
        and len(column) >= _MOST * rows
        and _share(len(text.split()) > 1 for text in column) >= _MOST
        and _share(map(is_done, column)) < 1 - _MOST
    ]
    return several[0] if len(several) == 1 else None


def _are_names(texts: Sequence[str]) -> bool:
    """Whether a column may hold names of people and offices."""
    return (
        bool(texts)
        and _share(
            len(text.split()) <= _LONGEST_NAME and _NAME.match(text) is not None and not tells(text) for text in texts
        )
        >= _MOST
    )
