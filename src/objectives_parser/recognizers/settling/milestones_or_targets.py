"""Tables of milestones and targets, as recovery plans of EU states print them: `Milestone / Target` over `M` and `T`
says of each row what its `Name` is, beside the reform or investment that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.recognizers.columns import MILESTONE_OR_TARGET, ColumnRole, Header, has_sentences
from objectives_parser.recognizers.grid import Row
from objectives_parser.recognizers.settling.contents import column_cells
from objectives_parser.values import is_value_only

_BOTH = regex.compile(r"(?:milestones?|targets?)\s*(?:/|or|\()\s*(?:milestones?|targets?)\)?\W*$", regex.IGNORECASE)
_NAME = regex.compile(r"(?:\p{L}+ ){0,2}(?:names?|titles?)\W*$", regex.IGNORECASE)
_TAKEN = regex.compile(r"\b(?:measures?|reforms?|investments?)\b", regex.IGNORECASE)
_VALUE = regex.compile(r"(?:\b(?:goals?|target values?|targets?))\W*$", regex.IGNORECASE)
_TELLS = frozenset({"objective", "measure", "milestone", "action", "target", "commitment-text", "by-level"})


def milestones_or_targets(headers: tuple[Header, ...], body: Sequence[Row]) -> tuple[Header, ...]:
    """The headers of such a table; others as they are."""
    kinds = [at for at, header in enumerate(headers) if _BOTH.search(header.text) and _marks(at, body)]
    names = [at for at, header in enumerate(headers) if _NAME.match(header.own or header.text)]
    if len(kinds) != 1 or not names or not _are_told(names[0], body):
        return headers
    taken = [at for at in range(names[0]) if _TAKEN.search(headers[at].text) and has_sentences(at, body)]
    return tuple(
        attrs.evolve(header, role="level")
        if at == kinds[0]
        else attrs.evolve(header, role="by-level", strength=0.9)
        if at == names[0]
        else attrs.evolve(header, role="action", level=None, strength=0.8)
        if at in taken[:1]
        else attrs.evolve(header, role=_said(header, at, body))
        for at, header in enumerate(headers)
    )


def _are_told(column: int, body: Sequence[Row]) -> bool:
    """Whether most cells hold more than a word: `Schools renovated`."""
    cells = column_cells(column, body)
    return 2 * sum(" " in cell.text.strip() for cell in cells) > len(cells)


def _marks(column: int, body: Sequence[Row]) -> bool:
    cells = column_cells(column, body)
    return bool(cells) and all(cell.text.strip().casefold() in MILESTONE_OR_TARGET for cell in cells)


def _said(header: Header, column: int, body: Sequence[Row]) -> ColumnRole | None:
    """What another column says: the value to be reached, or what explains the row."""
    cells = column_cells(column, body)
    values = bool(cells) and all(is_value_only(cell.text) for cell in cells)
    if values and _VALUE.search(header.own or header.text):
        return "target"
    if values and column == 0 and header.role is None:
        return "label"
    return "note" if header.role in _TELLS else header.role
