"""Tables that are an outline: aims and what is done for them in one column, told apart by their numbers.

`Ref | Description | Owner | Due` over `1`, `1.1`, `1.1.1`: plans kept in spreadsheets print all levels so.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.drafts import Draft
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import Vocabulary, header_role

# "1", "2.1.", "A.3", "SP1.2.4": a number whose dots tell how deep the row stands
_NUMBER = regex.compile(r"(?:\p{Lu}{1,3}[-. ]?)?\d{1,2}(?:\.\d{1,2}){0,4}\.?$|\p{Lu}\.?$")
_PARTS = regex.compile(r"\s*(?:/|,|&|>|\band\b)\s*")
_FEWEST_SECTIONS = 2
_DONE = frozenset({"owner", "due", "status", "period", "start"})


def outlined(headers: tuple[Header, ...], body: Sequence[Row], vocabulary: Vocabulary) -> tuple[Header, ...]:
    """The headers of an outline: its column, which says nothing by its name (`Description`) or names all levels
    (`Goal / Strategy / Action`), holds what its deepest rows are."""
    for at in range(1, len(headers)):
        changed = _named_by_levels(headers[at], vocabulary) if headers[at].role in STATEMENTS else _unnamed(headers, at)
        if changed is not None and _counts(at - 1, at, body):
            label = attrs.evolve(headers[at - 1], role="label")
            return (*headers[: at - 1], label, changed, *headers[at + 1 :])
    return headers


def with_section_aims(headers: tuple[Header, ...], rows: Sequence[Row], vocabulary: Vocabulary) -> tuple[Header, ...]:
    """`Objectives and activities` in a table with rows over its whole width: these state the objectives, the rows
    below them what is done."""
    if sum(row.kind == "section" for row in rows) < _FEWEST_SECTIONS:
        return headers
    return tuple(
        header if changed is None else attrs.evolve(changed, sections=True)
        for header in headers
        for changed in (_named_by_levels(header, vocabulary),)
    )


def _unnamed(headers: Sequence[Header], at: int) -> Header | None:
    """What is done, where somebody is to do it by some time and no other column says what."""
    if headers[at].role not in (None, "commitment-text", "title", "category"):
        return None
    roles = {header.role for header in headers}
    if roles & (STATEMENTS | {"by-level", "target", "baseline"}) or not roles & _DONE:
        return None
    return attrs.evolve(headers[at], role="action", strength=0.5)


def _named_by_levels(header: Header, vocabulary: Vocabulary) -> Header | None:
    parts = [part for part in _PARTS.split(header.text) if part]
    if header.role != "objective" or len(parts) < 2:
        return None
    roles = [header_role(part, vocabulary) for part in parts]
    last = roles[-1]
    if any(role is None or role.role not in STATEMENTS for role in roles) or last is None or last.role == "objective":
        return None
    return attrs.evolve(header, role=last.role, level=None)


def _counts(numbers: int, column: int, body: Sequence[Row]) -> bool:
    """Whether the rows bear numbers of several depths, most of the deeper ones under a number that is there too, and
    words beside them."""
    found = {
        cell.text.strip().rstrip("."): any(c.column == column and len(c.text.split()) > 1 for c in filled(row.cells))
        for row in body
        for cell in filled(row.cells)
        if cell.column == numbers
    }
    if len(found) < 4 or sum(found.values()) * 10 < 9 * len(found) or not all(map(_NUMBER.match, found)):
        return False
    deeper = [number for number in found if "." in number]
    return bool(deeper) and sum(number.rpartition(".")[0] in found for number in deeper) * 10 >= 8 * len(deeper)


_LEVELS = regex.compile(
    r"\b(?:goals?|objectives?|outcomes?|priorit(?:y|ies)|strateg(?:y|ies)|aims?)\b", regex.IGNORECASE
)


def with_outline_levels(drafts: Sequence[Draft], headers: Sequence[Header]) -> list[Draft]:
    """The drafts of a column that its header names by several levels (`Goals, strategies and tactics`): `1.1 …` over
    `1.1.1 …` is what that one serves."""
    found = list(drafts)
    above: dict[tuple[int, str], int] = {}
    for at, draft in enumerate(drafts):
        spot, label = draft.spot, (draft.label or "").rstrip(".")
        if spot is None or spot.column < 0 or not _DOTTED.fullmatch(label):
            continue
        header = headers[spot.column].text
        if draft.kind not in ("action", "objective") or _LEVELS.search(header) is None:
            continue
        parent = above.get((spot.column, label.rpartition(".")[0]))
        if parent is not None and (draft.kind == "action" or _DEEDS.search(header)):
            found[parent] = attrs.evolve(found[parent], kind="objective", level="strategy")
            found[at] = attrs.evolve(draft, kind="action", level=None, fixed_parents=(parent,))
        above[spot.column, label] = at
    return found


_DEEDS = regex.compile(r"\b(?:actions?|tactics?|activit(?:y|ies)|tasks?|steps?)\b", regex.IGNORECASE)
_DOTTED = regex.compile(r"\p{Lu}{0,2}\d{1,2}(?:\.\d{1,2}){1,3}")
