"""Cells with captions inside: under `How performance will be judged`, `Measures` over some items and `Milestones` over
the others."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Cell, Line, Word
from objectives_parser.drafts import Context
from objectives_parser.layout.wrapping import is_closed, starts_item, wants_more
from objectives_parser.records import SERVING, Kind
from objectives_parser.roles import header_role

_MOST_WORDS, _SURE, _LEAST_LINES = 3, 0.95, 2


@attrs.frozen(kw_only=True, eq=False)
class CaptionedPart:
    """What stands under one caption of a cell, as a cell of its own; no caption stands over the first lines."""

    kind: Kind | None
    caption: tuple[Word, ...]
    cell: Cell


def captioned_parts(cell: Cell, kind: str, context: Context) -> tuple[CaptionedPart, ...]:
    """The parts of a cell under a header of that kind; () for a cell without captions, or with none that stands over
    bulleted items or tells another kind of statement than the header does."""
    if len(cell.lines) < _LEAST_LINES:
        return ()
    lines = tuple(line for line in cell.lines if line.words)
    kinds = {at: told for at in range(len(lines)) if (told := _caption_at(lines, at, context)) is not None}
    if not set(kinds.values()) - {kind} and not any(starts_item(lines[at + 1]) for at in kinds):
        return ()
    starts = sorted({0, *kinds})
    parts = []
    for first, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        told = kinds.get(first)
        body = lines[first + 1 : end] if told is not None else lines[first:end]
        caption = lines[first].words if told is not None else ()
        parts.append(CaptionedPart(kind=told, caption=caption, cell=attrs.evolve(cell, lines=body)))
    return tuple(parts)


def _caption_at(lines: Sequence[Line], at: int, context: Context) -> Kind | None:
    """What a line that is nothing but the name of a kind of statements says of those under it."""
    words = lines[at].words
    if len(words) > _MOST_WORDS or not words[0].text[:1].isupper() or starts_item(lines[at]):
        return None
    if at + 1 == len(lines) or (at and wants_more(lines[at - 1]) and not is_closed(lines[at - 1])):
        return None
    text = lines[at].text
    if not (text.endswith(":") or text.rstrip().endswith("s")) or text.endswith("ss"):
        return None
    role = header_role(text, context.vocabulary)
    if role is None or role.strength < _SURE or role.role not in SERVING:
        return None
    kind: Kind = role.role  # type: ignore[assignment]
    return kind if not lines[at + 1].words[0].text[:1].islower() else None
