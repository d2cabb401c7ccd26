"""Cells whose lines run beside the statements of another cell, one for each: dates, owners, states in one cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from objectives_parser.document import Word
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.statements import text_of
from objectives_parser.values import due_of_cell

_SAME_LINE = 3.0  # points between the tops of words on one line


@attrs.frozen(kw_only=True, eq=False)
class RowField:
    """A cell that says something about the statements of its rows ``first`` to ``last``. ``parts`` are its lines where
    the format parts them, ``lines`` those that it is printed in."""

    role: str
    header: str
    passage: Passage
    first: int
    last: int
    column: int
    parts: tuple[Passage, ...] = ()
    lines: tuple[tuple[Word, ...], ...] = ()


@attrs.frozen(eq=False)
class CellLines:
    """For each draft which of how many statements of its cell it is, and for each cell where on the page its statements
    begin."""

    context: Context
    places: tuple[tuple[int, int], ...]
    tops: tuple[tuple[float, ...], ...]

    @classmethod
    def of(cls, drafts: Sequence[Draft], context: Context) -> CellLines:
        """Where drafts stand among those of their cells."""
        cells = [draft.spot.cell if draft.spot is not None else -1 for draft in drafts]
        counts = Counter(cells)
        seen: Counter[int] = Counter()
        places: list[tuple[int, int]] = []
        tops: dict[int, list[float]] = {}
        last: dict[int, Draft] = {}
        for draft, cell in zip(drafts, cells, strict=True):
            places.append((seen[cell], counts[cell]))
            seen[cell] += 1
            tops.setdefault(cell, []).append(-1.0 if _runs_on(last.get(cell), draft) else _begins(draft))
            last[cell] = draft
        return cls(context, tuple(places), tuple(tuple(tops[cell]) for cell in cells))

    def fields(self, at: int, fields: Sequence[RowField]) -> list[RowField]:
        """The fields of the draft at a position, narrowed to the lines that stand beside it. On a page it is dates that
        show it: each stands on the first line of a statement."""
        position, count = self.places[at]
        if count < 2:
            return [_without_bullet(field) for field in fields]
        tops = self.tops[at]
        if all(top >= 0 for top in tops) and any(_dates_beside(field, tops, self.context) for field in fields):
            return [_narrowed(field, tops, position) for field in fields]
        return [_part(field, position, count) for field in fields]


def _begins(draft: Draft) -> float:
    """How far down the page the statement begins; -1 where that is not known."""
    first = draft.label_words[0] if draft.label_words else draft.words[0] if draft.words else None
    return first.bbox[1] if first is not None and first.bbox is not None else -1.0


def _runs_on(before: Draft | None, draft: Draft) -> bool:
    """Whether a statement begins behind the end of the one before it, on the same line: no line of its own."""
    if before is None or not before.words:
        return False
    end = before.words[-1].bbox
    return end is not None and abs(end[1] - _begins(draft)) <= _SAME_LINE


def _part(field: RowField, position: int, count: int) -> RowField:
    if any(part.text.endswith((",", "-", "&", "/")) for part in field.parts[:-1]):
        return field  # one name in two lines (`Section 3,` / `Initiative 1`)
    states = len(field.parts) > 1 and field.role == "status" and position < len(field.parts)
    return attrs.evolve(field, passage=field.parts[position]) if len(field.parts) == count or states else field


def _without_bullet(field: RowField) -> RowField:
    """A field of one item without the bullet before it; the head of a ticked column stands as it is."""
    item = field.parts[0] if len(field.parts) == 1 else None
    return attrs.evolve(field, passage=item) if item is not None and field.passage.text.endswith(item.text) else field


def _dates_beside(field: RowField, tops: Sequence[float], context: Context) -> bool:
    """Whether a cell holds nothing but dates, two or more, each on the first line of a statement."""
    if field.role != "due" or not 2 <= len(field.lines) <= len(tops):
        return False
    return all(_statement_at(line, tops) is not None and _is_date(text_of([line]), context) for line in field.lines)


def _is_date(text: str, context: Context) -> bool:
    due = due_of_cell(text, context.fiscal)
    return due is not None and due.end is not None


def _statement_at(line: Sequence[Word], tops: Sequence[float]) -> int | None:
    """Which statement begins on the line."""
    box = line[0].bbox
    return next((at for at, top in enumerate(tops) if box is not None and abs(top - box[1]) <= _SAME_LINE), None)


def _narrowed(field: RowField, tops: Sequence[float], position: int) -> RowField:
    """The field as its lines beside one of the statements say it; whole where its lines do not run beside several."""
    begun = [_statement_at(line, tops) for line in field.lines]
    if begun[:1] == [None] or len({at for at in begun if at is not None}) < 2:
        return field
    mine: list[tuple[Word, ...]] = []
    current: int | None = None
    for line, at in zip(field.lines, begun, strict=True):
        current = current if at is None else at
        if current == position:
            mine.append(line)
    return attrs.evolve(field, passage=Passage(text_of(mine), tuple(word for line in mine for word in line)))
