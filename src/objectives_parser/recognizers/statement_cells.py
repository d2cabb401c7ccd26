"""Cells under headers of statements → drafts: what is one statement and what several, and which name themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell
from objectives_parser.drafts import Draft
from objectives_parser.recognizers.bare import is_role
from objectives_parser.recognizers.captioned_cells import CaptionedPart, captioned_parts
from objectives_parser.recognizers.cell_lines import RowField
from objectives_parser.recognizers.cell_parts import CellPart, cell_parts, parents
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.open_tables import OpenTable
from objectives_parser.recognizers.row_targets import with_target
from objectives_parser.recognizers.rowfields import opening_answer
from objectives_parser.recognizers.settling import answers
from objectives_parser.recognizers.titled_cells import titled_cell
from objectives_parser.recognizers.wordings import is_answer, says_nothing, tells
from objectives_parser.records import SERVING, STATEMENTS, Kind
from objectives_parser.roles import header_role, lead_in_role, printed_label
from objectives_parser.statements import Statement, text_of
from objectives_parser.values import is_date_only, is_timeless, is_value_only

_LONGEST_NAME, _SURE = 30, 0.9  # characters, strength
_ROW_NUMBER = regex.compile(r"\d{1,3}[.)]?")
_NUMBER = regex.compile(r"\(?\d{1,2}[.)]\s+")  # "2. See 4.b Harbour Board, below"

# "Workload/Output:" over the measures of that class, no rule between
_MEASURE_CLASS = regex.compile(
    r"(?:(?:inputs?|workload|demand|outputs?|efficienc(?:y|ies)|effectiveness|(?:service )?quality|outcomes?|results?)"
    r"(?: (?:measures?|indicators?))?(?:\s?[/&]\s?|, | and )?){1,3}:",
    regex.IGNORECASE,
)


def read_statements(opened: OpenTable, cell: Cell, header: Header) -> None:
    """Adds what a cell under a header of statements says: its statements, or the one thing that it tells of its row."""
    assert header.role in STATEMENTS
    kind: Kind = header.role  # type: ignore[assignment]
    _read_answer(opened, cell, header)
    if kind == "measure" and len(cell.lines) > 1 and _MEASURE_CLASS.fullmatch(cell.lines[0].text):
        opened.heading_words.extend(cell.lines[0].words)
        cell = attrs.evolve(cell, lines=cell.lines[1:])
    told = _told_of_row(cell, kind)
    if told is None and kind == "measure" and _names_note(cell.text, opened):
        told = "other"
    if told is None and is_answer(cell.text):
        told = "other" if any(other.role == "status" for other in opened.headers or ()) else "status"
    if told is None and kind == "objective" and _refers_to_aim(cell.text, opened):
        told = "other"
    if told is not None:
        opened.add_field(cell, told, header)
        return
    named = cell_parts(cell, opened.context)
    if named:
        _read_named_parts(opened, named, cell, header)
        return
    captioned = captioned_parts(cell, kind, opened.context)
    if captioned:
        _read_captioned(opened, captioned, header)
        return
    title, *parts = titled_cell(cell, opened.context) or (None,)
    if title is None:
        _read_listed(opened, opened.statements(cell, kind), kind, cell, header)
        return
    at = len(opened.drafts)
    for statement in (title, *parts):
        opened.add(statement, kind, cell, header)
    opened.drafts[at + 1 :] = [attrs.evolve(part, fixed_parents=(at,)) for part in opened.drafts[at + 1 :]]


def _names_note(text: str, opened: OpenTable) -> bool:
    """`Means: 4 vehicles, 12 staff` in the row of a logframe's activities: what it takes, and no measure."""
    name, colon, _ = text[:_LONGEST_NAME].partition(": ")
    role = header_role(name, opened.context.vocabulary) if colon else None
    return role is not None and role.role == "note" and role.strength >= _SURE


def _refers_to_aim(text: str, opened: OpenTable) -> bool:
    """Whether a cell only gives the label of an aim, `Outcome 2` beside an indicator: the aim is stated elsewhere."""
    label = printed_label(text, opened.context.vocabulary)
    named = label is not None and label.kind == "word" and label.number is not None and label.end >= len(text)
    others = any(header.role in SERVING for header in opened.headers or ())
    return named and others


def _read_captioned(opened: OpenTable, parts: Sequence[CaptionedPart], header: Header) -> None:
    """`Measures` over some items of a cell and `Milestones` over others: each by its own caption."""
    for part in parts:
        opened.heading_words.extend(part.caption)
        kind: Kind = part.kind or header.role  # type: ignore[assignment]
        more = () if part.kind is None else (f"caption: {' '.join(word.text for word in part.caption).casefold()}",)
        for statement in opened.statements(part.cell, kind):
            opened.add(statement, kind, part.cell, header, more)


def _read_listed(opened: OpenTable, statements: Sequence[Statement], kind: Kind, cell: Cell, header: Header) -> None:
    """Adds the statements of a cell. Items hang on the command that they spell out; those under `… has the following
    objectives` are aims, whatever the column's header says."""
    above: tuple[Statement, int] | None = None
    for statement in _with_labels_above(statements, opened):
        aims = kind == "action" and bool(statement.lead) and _leads_to_aims(statement)
        at = len(opened.drafts)
        told = _deed_under(statement, kind, header)
        opened.add(statement, "objective" if aims else _labelled_kind(statement, told, opened), cell, header)
        if above is not None and statement.lead and statement.lead == above[0].words:
            opened.drafts[at:] = [attrs.evolve(draft, fixed_parents=(above[1],)) for draft in opened.drafts[at:]]
        elif len(opened.drafts) > at:
            above = statement, at


def _with_labels_above(statements: Sequence[Statement], opened: OpenTable) -> list[Statement]:
    """The statements, each with the label on the line over it: `Output 1` over `Boats carry beacons`, the first one's
    also with the number of the row."""
    found: list[Statement] = []
    for statement in statements:
        numbered = len(found) == 1 and _ROW_NUMBER.fullmatch(found[0].text) is not None
        labelled = bool(found) and (numbered or _is_label(found[-1], opened))
        if labelled and not _is_label(statement, opened) and not statement.listed:
            found[-1] = attrs.evolve(statement, lines=(*found[-1].lines, *statement.lines), marker=found[-1].marker)
        else:
            found.append(statement)
    return found


def _is_label(statement: Statement, opened: OpenTable) -> bool:
    label = printed_label(statement.text, opened.context.vocabulary)
    named = label is not None and label.kind == "word" and label.number is not None
    return named and label is not None and label.end >= len(statement.text)


# "Milestones & Initiatives", "Milestones / Actions": a column of both
_ALSO_DEEDS = regex.compile(
    r"milestones?\s?(?:&|and|or|/|,)\s?(?:key |main )?(?:actions?|activit(?:y|ies)|initiatives?|steps|tasks)\b",
    regex.IGNORECASE,
)


def _deed_under(statement: Statement, kind: Kind, header: Header) -> Kind:
    """Under a header that names milestones and actions, a command is an action."""
    return "action" if kind == "milestone" and _ALSO_DEEDS.search(header.text) and tells(statement.text) else kind


def _labelled_kind(statement: Statement, kind: Kind, opened: OpenTable) -> Kind:
    """The kind that the statement's own label says (`Milestone: contract let by May` among measures), else its cell's:
    what stands nearer decides."""
    label = printed_label(statement.text, opened.context.vocabulary) if ":" in statement.text else None
    if label is None or label.kind != "word" or label.role not in SERVING or kind not in SERVING:
        return kind
    return label.role if label.number is None and ":" in statement.text[: label.end] else kind  # type: ignore[return-value]


def _leads_to_aims(statement: Statement) -> bool:
    lead = text_of([statement.lead]).rstrip(" :")
    return "bjectives" in lead[-60:] and lead_in_role(f"{lead}:") == "objective"


def _told_of_row(cell: Cell, kind: Kind) -> str | None:
    """The role of a cell that tells something of its row under a header of statements: a date, somebody's post, or
    nothing; None for one that states something."""
    if kind in ("measure", "milestone") and (is_date_only(cell.text) or is_timeless(cell.text)):
        return "due"
    if kind in ("milestone", "action") and is_role(cell.text) and not tells(cell.text):
        return "owner"
    return "other" if _states_nothing(cell.text) or says_nothing(_NUMBER.sub("", cell.text, count=1)) else None


def _read_answer(opened: OpenTable, cell: Cell, header: Header) -> None:
    """`Accepted` over what will be done about it: the state of the row, where no column of its own tells it."""
    if not answers(header) or any(other.role == "status" for other in opened.headers or ()):
        return
    answer = opening_answer(cell)
    if answer is not None:
        last = cell.row + cell.row_span - 1
        opened.fields.append(
            RowField(role="status", header=header.text, passage=answer, first=cell.row, last=last, column=cell.column)
        )


def _read_named_parts(opened: OpenTable, parts: Sequence[CellPart], cell: Cell, header: Header) -> None:
    """`Output 1: …` over `Indicator: …`, `Baseline: …`, `Target: …` in one cell: each by its own name."""
    drafts = opened.drafts
    first = len(drafts)
    above = iter(parents(parts))
    for number, part in enumerate(parts):
        if part.role in STATEMENTS:
            kind: Kind = part.role  # type: ignore[assignment]
            opened.add(part.statement, kind, cell, header)
            parent = next(above)
            if parent is not None:
                drafts[-1] = attrs.evolve(drafts[-1], fixed_parents=(first + parent,))
            drafts[-1] = _valued(drafts[-1], _said_of(number, parts))


def _said_of(number: int, parts: Sequence[CellPart]) -> list[CellPart]:
    """The parts of a cell that speak of one that states something: those behind it, and with them, where the cell
    begins with it, the starting point before it."""
    behind = list(takewhile(lambda part: part.role not in STATEMENTS, parts[number + 1 :]))
    if parts[0].role != "baseline":
        return behind
    return [part for part in behind if part.role != "baseline"] + list(parts[number - 1 : number])


def _valued(draft: Draft, said: Sequence[CellPart]) -> Draft:
    """The draft of a measure with the target and the baseline that are named beside it in its cell."""
    values = {part.role: part.passage for part in said}
    if draft.kind != "measure" or "target" not in values:
        return draft
    return with_target(draft, values["target"], values.get("baseline"))


# "(Source: Greenlink", "Group)", "703.292.8040": what stands around charts
_BESIDE_CHARTS = regex.compile(
    r"\(?(?:sources?|notes?|adapted from)\s*:|[^(\[)]{4,}\)$|\+?[\d().\s-]{9,}$", regex.IGNORECASE
)


def _states_nothing(text: str) -> bool:
    """`-`, `?`, a tick, a lone number, or what stands around charts: a cell that states nothing."""
    if _BESIDE_CHARTS.match(text.strip()) and len(text.split()) <= 8:
        return True
    counts = any(char in "%£$€" or char.isalpha() for char in text)  # "25%", "14,971 ha"
    return (is_value_only(text) and not counts and len(text) < 12) or not any(char.isalnum() for char in text)
