"""What each column of a table says: from its header, then from what the other columns are, then from its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import attrs
import regex

from objectives_parser.document import Cell, Word
from objectives_parser.recognizers.grid import Row, filled, readable
from objectives_parser.records import Kind
from objectives_parser.roles import HeaderRole, Role, Vocabulary, header_role
from objectives_parser.values import is_date_only, is_value_only

STATEMENTS = frozenset({"objective", "measure", "milestone", "action"})


@attrs.frozen(kw_only=True, eq=False)
class Header:
    """A column's header: its text over all header rows, its words, the role it speaks for and how strongly."""

    text: str
    words: tuple[Word, ...] = ()
    role: Role | Literal["level", "by-level", "title"] | None = None
    level: str | None = None
    strength: float = 0.0
    group: str = ""


def read_headers(rows: Sequence[Row], columns: int, vocabulary: Vocabulary) -> tuple[Header, ...]:
    """The headers of consecutive header rows, column by column. The lowest cell decides; a cell above that spans it is
    its group (`Timeline` over `2020-2025`)."""
    return tuple(_header([_over(row, column) for row in rows], vocabulary) for column in range(columns))


def _over(row: Row, column: int) -> Cell | None:
    for cell in row.covering:
        if cell.column <= column < cell.column + cell.column_span and any(line.words for line in cell.lines):
            return cell
    return None


def _header(cells: Sequence[Cell | None], vocabulary: Vocabulary) -> Header:
    distinct: list[Cell] = []
    for cell in cells:
        if cell is not None and cell not in distinct:
            distinct.append(cell)
    if not distinct:
        return Header(text="")
    texts = [_cell_text(cell) for cell in distinct]
    words = tuple(word for cell in distinct for line in cell.lines for word in line.words)
    role = header_role(texts[-1], vocabulary)
    if len(texts) > 1 and (role is None or role.strength < 0.8):
        joined = header_role(" ".join(texts), vocabulary)
        role = joined if joined is not None and (role is None or joined.strength > role.strength) else role
    group = header_role(texts[0], vocabulary) if len(texts) > 1 else None
    return Header(
        text=texts[-1] if len(texts) == 1 else " ".join(texts),
        words=words,
        role=role.role if role else None,
        level=role.level if role else None,
        strength=role.strength if role else 0.0,
        group=group.role if group else "",
    )


def _cell_text(cell: Cell) -> str:
    words = [word.text for line in cell.lines for word in line.words if not word.superscript]
    return readable(" ".join(words).rstrip(":"))


def inherit(headers: Sequence[Header], earlier: Sequence[Header] | None) -> tuple[Header, ...]:
    """The headers, what a later header row leaves empty taken from the one before (`2. Corporate objectives: | |
    Milestones:` still has its measures in the middle)."""
    if earlier is None or len(earlier) != len(headers):
        return tuple(headers)
    return tuple(new if new.text else old for new, old in zip(headers, earlier, strict=True))


def settle(
    headers: Sequence[Header], body: Sequence[Row], vocabulary: Vocabulary, taken: frozenset[str] = frozenset()
) -> tuple[Header, ...]:
    """The headers with their roles settled against each other and against what the cells hold; ``taken`` are headers
    that say `Measure` of what will be done."""
    return _with_row_levels(_settled(headers, body, taken), body, vocabulary)


def unnamed(
    headers: tuple[Header, ...], earlier: Sequence[Header] | None, announced: Kind | None, body: Sequence[Row]
) -> tuple[Header, ...]:
    """The headers of a table none of whose columns states anything by its name: an empty header over sentences is what
    the table before had there, if its other headers are the same, or what the heading above announces."""
    if any(header.role in STATEMENTS or header.role == "by-level" for header in headers):
        return headers
    part = _costed_part(headers, body)
    if part is not None:
        changed = attrs.evolve(headers[part], role="action", strength=0.5)
        return tuple(changed if at == part else header for at, header in enumerate(headers))
    column = next((at for at, header in enumerate(headers) if not header.text and _has_sentences(at, body)), None)
    if column is None:
        return headers
    alike = (
        earlier is not None
        and len(earlier) == len(headers)
        and all(new.text == old.text for new, old in zip(headers, earlier, strict=True) if new.text)
    )
    if alike and earlier is not None and earlier[column].role in STATEMENTS:
        filled_in = earlier[column]
    elif announced is not None:
        filled_in = Header(text=announced, role=announced, strength=0.5)
    else:
        return headers
    return tuple(filled_in if at == column else header for at, header in enumerate(headers))


# "Components", "Work package": what a programme consists of, where no other column states anything
_PART = regex.compile(
    r"(?:sub-?)?(?:components?|projects?|work ?packages?|interventions?|investments?)\W*$", regex.IGNORECASE
)
_COSTED = regex.compile(r"\b(?:cost|costs|budget|funding|amount|investment|financ\w+|value)\b|[$€£]", regex.IGNORECASE)


def _costed_part(headers: Sequence[Header], body: Sequence[Row]) -> int | None:
    """The column of `No. | Components | Cost in $`: parts of a programme, each with a price of its own."""
    if not 2 <= len(headers) <= 4 or sum(_COSTED.search(header.text) is not None for header in headers) != 1:
        return None
    parts = [at for at, header in enumerate(headers) if _PART.search(header.text) and _has_sentences(at, body)]
    return parts[0] if len(parts) == 1 else None


def _has_sentences(column: int, body: Sequence[Row]) -> bool:
    texts = [cell.text for row in body for cell in filled(row.cells) if cell.column == column]
    return bool(texts) and sum(len(text.split()) >= 3 for text in texts) * 2 > len(texts)


def _with_row_levels(headers: tuple[Header, ...], body: Sequence[Row], vocabulary: Vocabulary) -> tuple[Header, ...]:
    """A logframe's first columns: `Impact`, `Outcome 1`, `Output 1.1`, `Activities` down the rows, each the level of
    the statement beside it, whose own column has no header or one such as `Results chain`."""
    for column in range(len(headers) - 1):
        level, statement = headers[column], headers[column + 1]
        if _is_named(level) or _is_named(statement):
            continue
        texts = [cell.text for row in body for cell in filled(row.cells) if cell.column == column]
        levels = [row_level(text, vocabulary) for text in texts]
        if texts and sum(found is not None for found in levels) * 10 >= 6 * len(texts):
            changed = {column: attrs.evolve(level, role="level"), column + 1: attrs.evolve(statement, role="by-level")}
            return tuple(changed.get(at, header) for at, header in enumerate(headers))
    return headers


def _is_named(header: Header) -> bool:
    return header.role is not None and header.strength >= 0.6


def row_level(text: str, vocabulary: Vocabulary) -> HeaderRole | None:
    """The level that a row's first cell names: `Impact/ ultimate outcome`, `Outputs Workpackage 2`; None for others."""
    if len(text.split()) > 12:
        return None
    role = header_role(text.rstrip(":"), vocabulary)
    return role if role is not None and role.role in STATEMENTS and role.strength >= 0.45 else None


def _settled(headers: Sequence[Header], body: Sequence[Row], taken: frozenset[str]) -> tuple[Header, ...]:
    settled = _between_periods([_settled_alone(header, column, body) for column, header in enumerate(headers)])
    roles = {header.role for header in settled}
    settled = _results(_named_and_described(_measures_taken(settled, taken)))
    roles = {header.role for header in settled}
    if "target" in roles and not roles & (STATEMENTS | {"by-level"}) and "owner" not in roles:
        # `Unconditional targets | Conditional targets`: a plan's own aims
        return tuple(attrs.evolve(h, role="objective", level="target") if h.role == "target" else h for h in settled)
    settled = [
        attrs.evolve(header, role="measure")
        if header.role == "target" and ("measure" not in roles or _states(column, body))
        else header
        for column, header in enumerate(settled)
    ]
    roles = {header.role for header in settled}
    if not roles & {"action", "milestone"}:
        # Strategies are objectives where something hangs under them, otherwise they are what will be done.
        objectives = [h for h in settled if h.role == "objective"]
        weaker = [h for h in objectives if h.level in ("strategy", "approach")]
        if len(objectives) > 1 and weaker and weaker[-1] is objectives[-1]:
            settled = [attrs.evolve(h, role="action") if h is weaker[-1] else h for h in settled]
    return tuple(settled)


def _settled_alone(header: Header, column: int, body: Sequence[Row]) -> Header:
    cells = [cell for row in body for cell in filled(row.cells) if cell.column == column]
    if header.role in STATEMENTS and len(cells) > 1 and _mostly_references(cells):
        # `Dept. Objective | 1,5`: the numbers of objectives that stand elsewhere
        return attrs.evolve(header, role="note")
    if header.role not in ("due", "start", "period") and len(cells) > 1 and _mostly_dates(cells):
        return attrs.evolve(header, role="due")
    if not header.text and cells and all(len(cell.text.split()) <= 2 and is_value_only(cell.text) for cell in cells):
        return attrs.evolve(header, role="label")
    if header.role in ("target", "baseline", "status", "label", "note", "period"):
        return header
    return header


def _measures_taken(headers: list[Header], taken: frozenset[str]) -> list[Header]:
    """`Mitigation measures | Sector | Cost`: measures that are taken, not measures of something. They tell what to do,
    and no column beside them has targets or what they would measure."""
    if {h.role for h in headers} & {"objective", "action", "milestone", "target", "baseline", "by-level"}:
        return headers
    return [
        attrs.evolve(header, role="action") if header.role == "measure" and header.text.casefold() in taken else header
        for header in headers
    ]


_BARE_RESULT = regex.compile(
    r"(?:actual |final |overall )?results?(?: (?:\d{4}|to date|achieved).*)?\W*$", regex.IGNORECASE
)
_DESCRIPTION = regex.compile(r"\b(?:desc|description|details?|statement|full text)\b", regex.IGNORECASE)
_GOAL = regex.compile(r"\bgoal\W*$", regex.IGNORECASE)
_TITLE = regex.compile(r"\b(?:name|title|heading|short)\b", regex.IGNORECASE)


def _named_and_described(headers: list[Header]) -> list[Header]:
    """`Action Name | Action Description`: one statement in two columns. The description states it and the name is its
    category; more columns of its words (`Action Desc Line 1`) are only fields."""
    if any(header.role == "measure" and _TITLE.search(header.text) for header in headers):
        headers = [
            attrs.evolve(header, role="measure") if header.role == "target" and _GOAL.search(header.text) else header
            for header in headers
        ]
    for kind in sorted(STATEMENTS):
        mine = [header for header in headers if header.role == kind]
        described = next((header for header in mine if _DESCRIPTION.search(header.text)), None)
        if described is None and kind == "measure":
            described = next((header for header in mine if _GOAL.search(header.text)), None)
        if len(mine) < 2 or described is None or not any(_TITLE.search(h.text) for h in mine):
            continue
        headers = [
            header if header.role != kind or header is described
            else attrs.evolve(header, role="title" if _TITLE.search(header.text) else "note")
            for header in headers
        ]  # fmt: skip
    return headers


def _reports(header: Header) -> bool:
    return header.level == "result" and _BARE_RESULT.match(header.text) is not None


def _results(headers: list[Header]) -> list[Header]:
    """`Priority | Key Actions | Key Results`: results beside another objective column tell whether it is reached."""
    others = {header.role for header in headers if header.level != "result"}
    if "measure" not in others or "objective" in others:
        # `Criterion | Target | Result`, or `Result` alone: what came of it; `Results | Indicators` is a logframe's
        headers = [
            attrs.evolve(header, role="note")
            if header.level == "result" and _BARE_RESULT.match(header.text)
            else header
            for header in headers
        ]
    first = next((at for at, header in enumerate(headers) if header.role == "objective"), None)
    if first is None or any(header.role == "measure" for header in headers):
        return headers
    return [
        attrs.evolve(header, role="measure", level=None)
        if at > first and header.role == "objective" and header.level in ("result", "key result") and any(
            other.role in ("action", "milestone") for other in headers
        )
        else header
        for at, header in enumerate(headers)
    ]  # fmt: skip


def _between_periods(headers: list[Header]) -> list[Header]:
    """`Short | Middle | Long`: a header between two periods is one."""
    none = Header(text="")
    return [
        attrs.evolve(header, role="period")
        if header.role is None and header.text and before.role == after.role == "period"
        else header
        for before, header, after in zip([none, *headers], headers, [*headers[1:], none], strict=False)
    ]


def _states(column: int, body: Sequence[Row]) -> bool:
    """Whether a target column's cells are statements (`90% of entities are on schedule to meet …`) and not values."""
    texts = [cell.text for row in body for cell in filled(row.cells) if cell.column == column]
    said = [text for text in texts if len(text.split()) >= 4 and sum(map(str.isalpha, text)) * 10 > 6 * len(text)]
    return len(texts) > 0 and len(said) * 10 >= 6 * len(texts)


def _mostly_dates(cells: Sequence[Cell]) -> bool:
    """A column of dates says when, whatever its header (`Milestone Activity | No earlier than Q1 FY 2019`)."""
    return sum(is_date_only(cell.text) for cell in cells) * 10 >= 7 * len(cells)


def _mostly_references(cells: Sequence[Cell]) -> bool:
    return sum(is_value_only(cell.text) and len(cell.text.split()) <= 4 for cell in cells) * 10 >= 8 * len(cells)
