"""Cells whose lines name what they say: `Output 1: …` over `Indicator: …`, `Baseline: …`, `Target: …`."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Word
from objectives_parser.drafts import Context, Passage
from objectives_parser.labelling import drop_words
from objectives_parser.records import STATEMENTS, Kind
from objectives_parser.roles import header_role, printed_label
from objectives_parser.statements import Statement, cut_at, text_of

_LONGEST_NAME = 5
_SURE = 0.75
_FIELDS = frozenset({"baseline", "target", "owner", "due", "status", "note"})
# "Baseline: 12, Target: 30": what may be named in the middle of a line too
_INLINE = frozenset({"baseline", "target"})
_NUMBER = regex.compile(r"(?:#?\d{1,2}(?:\.\d{1,2}){0,3}|\(?\d{4}(?:[-/]\d{2,4})?\)?)[.:]?$")
_YEAR = regex.compile(r"\(?\d{4}")


@attrs.frozen(kw_only=True, eq=False)
class CellPart:
    """What a name in a cell says: the role that the name speaks for, the statement with its name, and what stands
    behind the name."""

    role: str
    statement: Statement
    passage: Passage


def cell_parts(cell: Cell, context: Context) -> tuple[CellPart, ...]:
    """The named parts of a cell; () for a cell without such names. The first part states something, or says where the
    measure behind it starts: `Starting point: …` over `Performance indicator: …` and `Target: …`."""
    if sum(word.text.endswith(":") for line in cell.lines for word in line.words) < 2:
        return ()
    statement = Statement(tuple(line.words for line in cell.lines if line.words))
    cuts = _names(statement, context)
    roles = [role for _, _, role in cuts]
    if len(cuts) < 2 or cuts[0][0] != 0 or len(set(roles)) < 2:
        return ()
    stated = roles[0] in STATEMENTS and set(roles[1:]) & {*STATEMENTS, *_INLINE}
    if not stated and roles[:2] != ["baseline", "measure"]:
        return ()
    parts = cut_at(statement, [start for start, _, _ in cuts[1:]])
    found = []
    for part, (start, end, role) in zip(parts, cuts, strict=True):
        rest = drop_words(part.lines, end - start)
        words = tuple(word for line in rest for word in line)
        found.append(CellPart(role=role, statement=part, passage=Passage(text_of(rest), words)))
    return tuple(part for part in found if part.passage.words)


def _names(statement: Statement, context: Context) -> list[tuple[int, int, str]]:
    """Where names begin and end among the statement's words, and the roles that they speak for."""
    words = statement.words
    starts = {0}
    at = 0
    for line in statement.lines:
        starts.add(at)
        at += len(line)
    found: list[tuple[int, int, str]] = []
    for end, word in enumerate(words, 1):
        if not word.text.endswith(":"):
            continue
        low = found[-1][1] if found else 0
        for start in range(max(low, end - _LONGEST_NAME), end):
            role = _role(words[start:end], context)
            if role is not None and (start in starts or role in _INLINE) and words[start].text[:1].isupper():
                found.append((start, end, role))
                break
    return found


def _role(words: Sequence[Word], context: Context) -> str | None:
    """The role of `Output 1:`, `Annual target (2025):`, `Key indicator:`."""
    kept = list(words)
    while len(kept) > 1 and _NUMBER.match(kept[-1].text.rstrip(":")):
        kept.pop()
    if len(kept) < len(words) and not _YEAR.match(words[-1].text):
        name = " ".join(word.text for word in words)
        label = printed_label(f"{name} X", context.vocabulary)
        if label is not None and label.role in STATEMENTS and label.end > len(name):
            return label.role
    role = header_role(" ".join(word.text for word in kept).rstrip(":"), context.vocabulary)
    return role.role if role is not None and role.strength >= _SURE and role.role in {*STATEMENTS, *_FIELDS} else None


def kinds(parts: Sequence[CellPart]) -> list[Kind]:
    """The kinds of those parts that state something, in order."""
    return [part.role for part in parts if part.role in STATEMENTS]  # type: ignore[misc]


def parents(parts: Sequence[CellPart]) -> list[int | None]:
    """For each stating part which one before it (among the stating ones) it serves: the nearest of another kind that
    may have it; None for the first and for those beside it."""
    order = {"objective": 0, "action": 1, "milestone": 2, "measure": 3}
    ranks = [order[kind] for kind in kinds(parts)]
    return [
        next((above for above in range(at - 1, -1, -1) if ranks[above] < rank), None) for at, rank in enumerate(ranks)
    ]


__all__ = ["CellPart", "cell_parts", "kinds", "parents"]
