"""`Description` columns: what they state where no other column does, or where another only names it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.recognizers.columns import Header, has_sentences
from objectives_parser.recognizers.grid import Row
from objectives_parser.recognizers.settling.contents import column_cells
from objectives_parser.recognizers.settling.doubles import DESCRIBES
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import STATEMENTS, Kind
from objectives_parser.roles import header_role, is_imperative

_LONGEST_TITLE = 5  # words


def described_deeds(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Initiative | Description` over `One login | Let people sign in to all services …`: where the names name and the
    descriptions tell what will be done, these are the deeds."""
    for at, (header, beside) in enumerate(pairwise(headers)):
        if header.role != "action" or not DESCRIBES.match(beside.text):
            continue
        names, told = column_cells(at, body), column_cells(at + 1, body)
        if len(names) != len(told) or 2 * sum(tells(cell.text) for cell in told) < max(1, len(told)):
            continue
        if any(len(cell.text.split()) > _LONGEST_TITLE or is_imperative(cell.text) for cell in names):
            continue
        headers[at] = attrs.evolve(header, role="title")
        headers[at + 1] = attrs.evolve(beside, role="action", strength=header.strength)
    return headers


# "Action ID", "Measure no.", "Task #": whose number stands in the column
_NUMBER = regex.compile(r"(?:\b(?:ids?|no|nos|number|ref|reference|code|item)\b|#)\W*$", regex.IGNORECASE)
_DONE_BY = frozenset(("owner", "due", "start"))
_SURE = 0.7


def described_commitments(headers: list[Header]) -> list[Header]:
    """`commitment_id | commitment_description | deadline`: where no column names the commitments, what describes them
    states them."""
    told = [at for at, header in enumerate(headers) if header.role == "commitment-text" and header.strength >= _SURE]
    if len(told) != 1 or any(header.role in STATEMENTS or header.role == "title" for header in headers):
        return headers
    (at,) = told
    return [attrs.evolve(header, role="action") if other == at else header for other, header in enumerate(headers)]


def described_by_number(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Action ID | Description | Hazard | Lead`: where no column states what the numbers count, the description does;
    where numbers count nothing in particular, a description states what most of its cells command somebody to do by
    then. A column that nobody filled states nothing, whatever its name (`Milestone code`)."""
    settled = [_unless_empty(header, column, body) for column, header in enumerate(headers)]
    at = next((at for at, header in enumerate(headers) if DESCRIBES.fullmatch(header.text.rstrip(" :*"))), None)
    if at is None or headers[at].role in STATEMENTS or not has_sentences(at, body):
        return headers
    roles = {header.role for header in settled}
    counted = next((role for header in headers[:at] if (role := _counted(header)) is not None), None)
    if counted is None and not roles & STATEMENTS and roles & _DONE_BY:
        cells = column_cells(at, body)
        counted = "action" if 10 * sum(is_imperative(cell.text) for cell in cells) >= 6 * len(cells) else None
    if counted is None or counted in roles:
        return headers
    settled[at] = attrs.evolve(headers[at], role=counted, strength=0.7)
    return settled


def _unless_empty(header: Header, column: int, body: Sequence[Row]) -> Header:
    return header if header.role not in STATEMENTS or column_cells(column, body) else attrs.evolve(header, role="note")


def _counted(header: Header) -> Kind | None:
    """The kind whose numbers a column holds by its name."""
    number = _NUMBER.search(header.text) if header.role == "label" else None
    role = header_role(header.text[: number.start()]) if number is not None else None
    match role.role if role is not None else None:
        case "objective" | "measure" | "milestone" | "action" as kind:
            return kind
        case _:
            return None
