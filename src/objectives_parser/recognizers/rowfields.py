"""The columns of a row that state nothing themselves: owner, due, status, target, label, and all the others by name."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping, Sequence, Set
from itertools import pairwise

from objectives_parser import late as regex
from objectives_parser.document import Cell
from objectives_parser.drafts import Context, Draft, Passage, Spot
from objectives_parser.frozen import evolve
from objectives_parser.recognizers.cell_lines import CellLines, RowField
from objectives_parser.recognizers.row_periods import agreed, says, with_periods, with_start
from objectives_parser.recognizers.row_targets import with_row_target
from objectives_parser.recognizers.wordings import is_answer
from objectives_parser.statements import text_of
from objectives_parser.values import closing_due, due_of_cell

_FEWEST_MEASURES = 2


def with_row_fields(drafts: Sequence[Draft], fields: Sequence[RowField], context: Context) -> list[Draft]:
    """The drafts with the fields of their rows. A cell belongs to every statement whose rows it covers where the rows
    are the measures' (several to an action); otherwise to the row's first statement."""
    subjects = _row_subjects(drafts)
    cells = CellLines.of(drafts, context)
    rows = _by_row(fields)
    counted = _columns_of_measures(drafts, fields)
    done = bool(_columns_done(drafts))
    measures = sorted({draft.spot.column for draft in drafts if draft.spot is not None and draft.kind == "measure"})
    stating = {draft.spot.column for draft in drafts if draft.spot is not None} - _over_numbers(drafts, fields)
    found: list[Draft] = []
    for at, draft in enumerate(drafts):
        mine = _up_to_next_measure(draft, cells.fields(at, _beside(draft, fields, rows)), measures)
        theirs = [field for field in mine if field.column in counted]
        measured = draft.kind == "measure" or (draft.spot is not None and draft.spot.column in measures)
        if measured and theirs and not draft_is_subject(draft, subjects):
            draft = _with_agreed(draft, theirs, context)
        elif draft.kind == "measure" and done:
            # how far the deed is, not what it is measured by
            mine = [field for field in mine if field.role != "status"]
        elif not measured and theirs:
            mine = [field for field in mine if field.column not in counted or field.role not in _SETTERS]
        found.append(_with_fields(draft, mine, draft_is_subject(draft, subjects), stating, context))
    return found


def _up_to_next_measure(draft: Draft, mine: list[RowField], measures: Sequence[int]) -> list[RowField]:
    """Of a row's fields without the values that belong to another measure: `Output | Indicator | Target | Outcome |
    Indicator | Target`."""
    if draft.kind != "measure" or draft.spot is None or len(measures) < _FEWEST_MEASURES:
        return mine
    column = draft.spot.column
    values = {field.column for field in mine if field.role in ("target", "baseline")}
    if not all(any(low < value < high for value in values) for low, high in pairwise((*measures, math.inf))):
        return mine
    last = _next(set(measures), column)
    return [field for field in mine if field.column not in values or column < field.column < last]


def _over_numbers(drafts: Sequence[Draft], fields: Sequence[RowField]) -> set[int]:
    """The columns whose statements span several rows of the numbers left of them: the numbers are those of what stands
    right of them. (`Ref` may span as many rows as its recommendation, and `No.` number the actions.)"""
    numbers: dict[int, dict[int, str]] = {}
    for field in fields:
        if field.role == "label" and field.passage.text:
            numbers.setdefault(field.column, {})[field.first] = field.passage.text
    spans = {draft.spot for draft in drafts if draft.spot is not None and draft.spot.last > draft.spot.first >= 0}
    found = set()
    for spot in spans:
        left = numbers.get(max((column for column in numbers if column < spot.column), default=-1), {})
        if spot.column >= 0 and len({left.get(row, "") for row in range(spot.first, spot.last + 1)} - {""}) > 1:
            found.add(spot.column)
    return found


def _columns_of_measures(drafts: Sequence[Draft], fields: Sequence[RowField]) -> set[int]:
    """The columns that speak of the measures: those behind their baselines and targets (`Indicator | Baseline |
    Target | On track`), up to the next that states something else (`… | Target | Initiative | Owner`). Where each
    action has a row and a measure of its own, they speak of both (`Activity | Indicator | Target | Timeframe |
    Responsible`)."""
    deeds = [draft.spot for draft in drafts if draft.spot is not None and draft.kind == "action"]
    if deeds and all(spot.first == spot.last for spot in deeds):
        return set()
    measures = {draft.spot.column for draft in drafts if draft.spot is not None and draft.kind == "measure"}
    values = {field.column for field in fields if field.role in ("baseline", "target")}
    first = min((value for value in values if any(measure < value for measure in measures)), default=None)
    others = {draft.spot.column for draft in drafts if draft.spot is not None and draft.kind != "measure"}
    return set() if first is None else {field.column for field in fields if first < field.column < _next(others, first)}


def _next(columns: set[int], column: int) -> float:
    """The first of some columns right of a column."""
    return min((other for other in columns if other > column), default=math.inf)


def _by_row(fields: Sequence[RowField]) -> dict[int, list[int]]:
    """The positions of the fields that stand in each row: a table may have ten thousand."""
    rows: dict[int, list[int]] = {}
    for at, field in enumerate(fields):
        for row in range(field.first, field.last + 1):
            rows.setdefault(row, []).append(at)
    return rows


def _beside(draft: Draft, fields: Sequence[RowField], rows: Mapping[int, Sequence[int]]) -> list[RowField]:
    """The fields that share a row with the draft."""
    if draft.spot is None:
        return []
    return [
        fields[at]
        for at in sorted({at for row in range(draft.spot.first, draft.spot.last + 1) for at in rows.get(row, ())})
    ]


def _row_subjects(drafts: Sequence[Draft]) -> set[int]:
    """The columns whose statements own the rows' fields: all where statements span several rows; where none does, those
    of what is done and reached (`Recommendation | Corrective action`, `Activity | Deliverable`), or the first."""
    columns = sorted({draft.spot.column for draft in drafts if draft.spot is not None and draft.spot.column >= 0})
    if not columns:
        return set()
    if not any(d.spot is not None and d.spot.column >= 0 and d.spot.last > d.spot.first for d in drafts):
        aims = {d.spot.column for d in drafts if d.spot is not None and d.kind == "objective" and d.spot.column >= 0}
        return (_columns_done(drafts) or {columns[0]}) | aims
    return set(columns)


def _columns_done(drafts: Sequence[Draft]) -> set[int]:
    """The columns of what somebody does or reaches: it is what has an owner and a date, each of them where a row has
    several (`Recommendation | Corrective action | Owner`)."""
    return {
        d.spot.column for d in drafts if d.spot is not None and d.kind in ("action", "milestone") and d.spot.column >= 0
    }


def draft_is_subject(draft: Draft, subjects: set[int]) -> bool:
    return draft.spot is not None and draft.spot.column in subjects


def _with_fields(draft: Draft, mine: Sequence[RowField], subject: bool, stating: Set[int], context: Context) -> Draft:
    spot = draft.spot
    if spot is None or spot.column < 0:
        return draft
    if subject:
        draft = with_start(with_periods(_with_agreed(draft, mine, context), mine, context), mine, context)
    draft = _with_label(draft, mine, stating)
    title = next((field.passage for field in mine if field.role == "title" and field.passage.text), None)
    groups = [field for field in mine if field.role == "category" and says(field.passage.text)]
    # `Sector | Strategic area | Action`: the nearer name
    group = max(groups, key=lambda field: (field.column < spot.column, field.column), default=None)
    if group is not None and not title and (draft.category is None or group.column < spot.column):
        # `Components | Activities | Outputs`: the row's own name is nearer than a row over all of them
        draft = evolve(draft, category=group.passage, grouped_by_row=True)
    elif draft.category is None and title:
        draft = evolve(draft, category=title)
    if draft.kind == "measure":
        draft = with_row_target(draft, mine)
    if subject:
        others = tuple(
            (field.header, field.passage)
            for field in _of_all_rows(mine, spot)
            if field.header and field.role not in _TAKEN and field.passage.text and not _is_told(field.passage, draft)
        )
        draft = evolve(draft, fields=others)
    return draft


def _of_all_rows(mine: Sequence[RowField], spot: Spot) -> Sequence[RowField]:
    """Those of a row's fields that hold for a statement over several rows: where its rows say different things in a
    column, they are its rows' own."""
    if spot.first == spot.last:
        return mine
    said: dict[int, set[str]] = {}
    for field in mine:
        said.setdefault(field.column, set()).add(field.passage.text)
    return [field for field in mine if len(said[field.column]) == 1]


def _with_agreed(draft: Draft, mine: Sequence[RowField], context: Context) -> Draft:
    """The draft with the owner, due and status that all its rows agree on."""
    spot = draft.spot
    if spot is None:
        return draft
    ends = any(field.role == "due" and says(field.passage.text) for field in mine)
    for role, setter in _SETTERS.items():
        if role == "start" and ends and draft.due is None:
            continue  # its rows begin together and end one by one
        passage = agreed(mine, role, spot.first, spot.last)
        if passage is not None and role == "due" and _ends_dated(draft, context):
            continue
        if passage is not None:
            draft = setter(draft, passage, context)
    return draft


def _ends_dated(draft: Draft, context: Context) -> bool:
    """Whether a milestone among others of its cell ends with a date of its own (`Act amended – May 2031`): the row's is
    that of the whole."""
    return (
        draft.kind == "milestone" and len(draft.label_words) > 0 and closing_due(draft.text, context.fiscal) is not None
    )


_TAKEN = frozenset({"label", "due-period", "title", "category"})


def _is_told(passage: Passage, draft: Draft) -> bool:
    """Whether a cell is the owner, date or status of a statement already; a second one (`RAG | % complete`, `Original
    date | Revised date`) is kept under its own name."""
    told = (draft.owner, draft.status)
    return passage.words == draft.due_words or any(known is not None and known.words == passage.words for known in told)


def _set_owner(draft: Draft, passage: Passage, context: Context) -> Draft:
    return evolve(draft, owner=passage)


# "Achieved.", "Partial achievement.", "Not delivered by the office": a result told in its first words
_STATE = regex.compile(
    r"(?:not (?:yet )?|partial(?:ly)? |partly |substantial(?:ly)? |fully |mostly |largely )?"
    r"(?:achieved|achievement|met|delivered|completed?|implemented|started|exceeded|on track|off track|in progress|"
    r"ongoing|delayed|under ?way)(?: by (?:\w+ ?){1,3})?[.:;]?$",
    regex.IGNORECASE,
)


def opening_state(cell: Cell) -> Passage | None:
    """The state that a cell of results begins with, as a sentence or a line of its own."""
    words = next((line.words for line in cell.lines if line.words), ())
    end = next((at for at, word in enumerate(words, 1) if word.text.endswith(".")), len(words))
    text = text_of([words[:end]])
    return Passage(text.rstrip(".:;"), words[:end]) if end <= 6 and _STATE.match(text) else None


def opening_answer(cell: Cell) -> Passage | None:
    """The answer that a cell of responses begins with, on a line or in bold of its own: `Accepted in part` over why."""
    first = next((line.words for line in cell.lines if line.words), ())
    if first and first[0].bold and not all(word.bold for line in cell.lines for word in line.words):
        first = tuple(itertools.takewhile(lambda word: word.bold, first))
    text = text_of([first]).rstrip(".:;–— ")
    more = sum(len(line.words) for line in cell.lines) > len(first)
    return Passage(text, first) if more and is_answer(text) else None


def _set_status(draft: Draft, passage: Passage, context: Context) -> Draft:
    return evolve(draft, status=passage)


def _set_due(draft: Draft, passage: Passage, context: Context) -> Draft:
    return evolve(draft, due=due_of_cell(passage.text, context.fiscal), due_words=passage.words)


def _set_start(draft: Draft, passage: Passage, context: Context) -> Draft:
    """A launch or start date opens the time of what nothing says the end of."""
    due = due_of_cell(passage.text, context.fiscal) if draft.due is None else None
    if due is None or due.start is None:
        return draft
    return evolve(draft, due=evolve(due, end=None), due_words=passage.words)


_SETTERS: dict[str, Callable[[Draft, Passage, Context], Draft]] = {
    "owner": _set_owner,
    "due": _set_due,
    "status": _set_status,
    "start": _set_start,
}


def _with_label(draft: Draft, mine: Sequence[RowField], stating: Set[int]) -> Draft:
    """A number in a column of its own labels the statement right of it, a name (`ActionID | ActionName | ActionDesc`)
    or a group between them, but no other of the columns that state something (``stating``)."""
    if draft.label is not None or draft.spot is None or draft.spot.column not in stating:
        return draft
    labels = [
        field
        for field in mine
        if field.role == "label" and field.column < draft.spot.column and len(field.passage.text) < 16
        and not any(field.column < column < draft.spot.column for column in stating)
    ]  # fmt: skip
    # `MeasureID | MeasureLbl`: a code before a short name
    nearest = max(labels, key=lambda field: (any(map(str.isdigit, field.passage.text)), field.column), default=None)
    if nearest is None or nearest.first > draft.spot.first:
        return draft
    label = nearest.passage
    # `1.`, `a)`, but `1(a)`
    printed = label.text.rstrip(".:)") if "(" not in label.text else label.text.rstrip(".:")
    return evolve(draft, label=printed, label_words=label.words)
