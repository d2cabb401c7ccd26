"""Cells that say by themselves what they state: `Strategy 1: …`, and under it lines such as `Staff responsible: …`.

Plan programs print each step as a box of its own, whose other cells are left for reviews.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Line, Table
from objectives_parser.drafts import Context, Draft, Passage, Spot
from objectives_parser.labelling import drop_words, labelled
from objectives_parser.records import OWN_FIELDS, Kind
from objectives_parser.roles import PrintedLabel, header_role, printed_label
from objectives_parser.statements import text_of
from objectives_parser.values import due_of_cell

_NAME = regex.compile(r"[-–•▪]?\s?(?P<name>\p{Lu}[\p{L}\d’'/&(), -]{1,60}?):(?=\s|$)")
_MOST_NAME = 7
_LEAST_WORDS = 3
_KINDS: dict[str, Kind] = {"objective": "objective", "measure": "measure", "milestone": "milestone", "action": "action"}
_SURE = 0.75


@attrs.frozen(kw_only=True, eq=False)
class _Named:
    """A line with a name before a colon and those that go on with it."""

    name: str
    lines: tuple[Line, ...]

    def passage(self) -> Passage:
        """What stands behind the name."""
        lines = tuple(line.words for line in self.lines)
        count = next((at for at, word in enumerate(lines[0], 1) if word.text.endswith(":")), 0)
        said = drop_words(lines, count)
        return Passage(text_of(said), tuple(word for line in said for word in line))


def labelled_cells(table: Table, number: int, context: Context) -> tuple[Draft, ...]:
    """The drafts of the cells that begin with a numbered label and end in named lines, one of which says who, by when
    or in which state."""
    found = (_draft(cell, table, number, context) for cell in table.cells if len(cell.lines) > 1)
    return tuple(draft for draft in found if draft is not None)


def _draft(cell: Cell, table: Table, number: int, context: Context) -> Draft | None:
    lines = tuple(line for line in cell.lines if line.words)
    label = _label(lines, context)
    if label is None:
        return None
    names = [at for at, line in enumerate(lines) if at and _name(line)]
    if not names:
        return None
    named = [
        _Named(name=_name(lines[at]), lines=lines[at:end])
        for at, end in zip(names, [*names[1:], len(lines)], strict=True)
    ]
    roles = [_role(part.name, context) for part in named]
    if not set(roles) & set(OWN_FIELDS):
        return None
    said = tuple(line.words for line in lines[: names[0]])
    kind = _KINDS[label.role or ""]
    if label.level == "strategy" and "owner" in roles:
        kind = "action"  # somebody is named who carries it out, and nothing hangs under it
    spot = Spot(table=number, first=cell.row, last=cell.row + cell.row_span - 1, column=cell.column,
                cell=cell.row * table.columns + cell.column)  # fmt: skip
    draft = Draft(
        kind=kind, lines=said, text=text_of(said), basis="table", evidence=(f"label: {label.text}",), score=0.9,
        spot=spot, repaired=cell.repaired, place=cell.place, level=label.level,
    )  # fmt: skip
    draft = labelled(draft, context)
    if len(draft.text.split()) < _LEAST_WORDS:
        return None
    return _with_fields(attrs.evolve(draft, label=label.text), named, roles, context)


def _label(lines: Sequence[Line], context: Context) -> PrintedLabel | None:
    """The worded label with its number that the first line begins with."""
    label = printed_label(lines[0].text, context.vocabulary) if lines else None
    if label is None or label.kind != "word" or label.number is None or label.role not in _KINDS:
        return None
    return label if label.strength >= 1.0 and label.end < len(lines[0].text) else None


def _name(line: Line) -> str:
    """The name before the colon of a line (`Staff responsible for monitoring: …`), else nothing."""
    match = _NAME.match(line.text) if ":" in line.text else None
    name = match.group("name").strip() if match else ""
    return name if 0 < len(name.split()) <= _MOST_NAME else ""


def _role(name: str, context: Context) -> str:
    role = header_role(name, context.vocabulary)
    return role.role if role is not None and role.strength >= _SURE else "note"


def _with_fields(draft: Draft, named: Sequence[_Named], roles: Sequence[str], context: Context) -> Draft:
    others: list[tuple[str, Passage]] = []
    for part, role in zip(named, roles, strict=True):
        passage = part.passage()
        if not passage.words:
            continue
        if role == "owner" and draft.owner is None:
            draft = attrs.evolve(draft, owner=passage)
        elif role == "status" and draft.status is None:
            draft = attrs.evolve(draft, status=passage)
        elif role == "due" and draft.due is None:
            draft = attrs.evolve(draft, due=due_of_cell(passage.text, context.fiscal), due_words=passage.words)
        else:
            others.append((part.name, passage))
    return attrs.evolve(draft, fields=(*draft.fields, *others))
