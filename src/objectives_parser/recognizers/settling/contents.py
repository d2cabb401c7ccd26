"""What the cells of a column tell of its role: dates, references, codes, answers, statements."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import regex

from objectives_parser.document import Cell
from objectives_parser.recognizers.columns import Header, has_sentences
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.recognizers.outcomes import tells_outcome
from objectives_parser.recognizers.settling.doubles import DESCRIBES
from objectives_parser.recognizers.wordings import ANSWERS, is_answer, is_rank, tells
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import is_imperative, printed_label
from objectives_parser.roles.references import references
from objectives_parser.values import is_date_only, is_timeless, is_value_only

_TO_REACH = regex.compile(
    r"(?:^|\b(?P<year>\d{4}(?:[-–/]\d{2,4})?)\s+)(?:(?:forecast|budget(?:ed)?) )?(?:goals?|standards?|benchmarks?)\W*$",
    regex.IGNORECASE,
)


# "Target year 1": a date, or the value for that year
_OF_TARGET = regex.compile(r"targets?\s(?:\p{L}+\s)?\d{1,2}\W*$", regex.IGNORECASE)


def _is_dated(cell: Cell) -> bool:
    return is_date_only(cell.text) or is_timeless(cell.text)


def column_cells(column: int, body: Sequence[Row]) -> list[Cell]:
    """The cells of a column that hold something."""
    return [cell for row in body for cell in filled(row.cells) if cell.column == column]


def _counts_row(text: str) -> bool:
    """Whether a cell without a header holds its row's number: `3`, `1.2`, `SO1`."""
    return len(text.split()) <= 2 and (is_value_only(text) or _CODES.fullmatch(text) is not None)


def settled_alone(header: Header, column: int, body: Sequence[Row]) -> Header:
    """The header with the role that its own cells leave it: references, ranks, answers and dates state nothing."""
    cells = column_cells(column, body)
    if header.role in STATEMENTS and len(cells) > 1 and _mostly_references(cells):
        # `Dept. Objective | 1,5`: the numbers of objectives that stand elsewhere; `Goal | 75%`: what is to be reached
        to_reach = _TO_REACH.search(header.text) if header.role == "objective" else None
        goal = to_reach is not None and (to_reach["year"] is not None or not _mostly_plain_numbers(cells))
        return attrs.evolve(header, role="target" if goal else "note")
    if header.role in STATEMENTS and cells and all(is_rank(cell.text) for cell in cells):
        return attrs.evolve(header, role="note")
    if header.role == "label" and _SERVED.match(header.text) and any(references(header.text, c.text) for c in cells):
        return attrs.evolve(header, role="note")  # `Meets objective no. | 2`: the aim's number, not the row's
    if header.role in STATEMENTS and header.text.endswith("?") and _mostly_answers(cells):
        return attrs.evolve(header, role="note")
    if "baseline" in (header.role, header.group) and len(cells) > 1 and _mostly_dates(cells):
        # `Baseline year`, `Baseline` over `Value | Year`: when a measure was taken, not when it is due
        return attrs.evolve(header, role="note")
    if header.role == "due" and _OF_TARGET.match(header.text) and cells and not any(map(_is_dated, cells)):
        return attrs.evolve(header, role="target")  # `Target year 1` over `60% of schools`
    # `Action # | 2026-01`: a number that begins with its year
    if header.role not in ("due", "start", "period", "label") and len(cells) > 1 and _mostly_dates(cells):
        return attrs.evolve(header, role="due")
    if (
        header.role == "objective"
        and cells
        and _AREA.match(header.text)
        and all(_is_topic(cell.text) for cell in cells)
    ):
        return attrs.evolve(header, role="category")
    if not header.text and cells and all(_counts_row(cell.text) for cell in cells):
        return attrs.evolve(header, role="label")
    return header


_SERVED = regex.compile(
    r"(?:meets|serves|supports|addresses|delivers|advances|contributes|relates|related|links?|linked)\b",
    regex.IGNORECASE,
)
# "Area for improvement", "Improvement area": of `Leadership and culture` it is a topic, of `Hold fewer meetings` an aim
_AREA = regex.compile(r"(?:areas? (?:for|of)|\p{L}+ areas?)\b", regex.IGNORECASE)
_LONGEST_TOPIC = 5


def _is_topic(text: str) -> bool:
    return len(text.split()) <= _LONGEST_TOPIC and not tells(text) and text[-1:] != "."


# "SO1", "SO1; SO3", "G 2.1": aims that stand elsewhere, by their codes
_CODES = regex.compile(
    r"(?:\p{Lu}\p{L}{0,3}[ .-]?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?(?:\s*(?:[,;/&]|and)\s*|\s*$))+|all\W*$", regex.IGNORECASE
)


def code_references(headers: Sequence[Header], body: Sequence[Row]) -> list[Header]:
    """`Objective | Action` over `SO1 | Open a shelter`: codes of aims beside what is done for them state nothing."""
    others = {at for at, header in enumerate(headers) if header.role in STATEMENTS}
    return [
        attrs.evolve(header, role="note")
        if header.role == "objective" and len(others) > 1 and _only_codes(column_cells(at, body))
        else header
        for at, header in enumerate(headers)
    ]


def _only_codes(cells: Sequence[Cell]) -> bool:
    return bool(cells) and all(_CODES.fullmatch(" ".join(cell.text.split())) for cell in cells)


def _mostly_references(cells: Sequence[Cell]) -> bool:
    return sum(is_value_only(cell.text) and len(cell.text.split()) <= 4 for cell in cells) * 10 >= 8 * len(cells)


def _mostly_plain_numbers(cells: Sequence[Cell]) -> bool:
    """Whether the cells hold small whole numbers, as references do (`1`, `2, 4`), and not amounts (`75%`, `1,200`)."""
    return sum(regex.fullmatch(r"[\d\s,;.&]{1,8}", cell.text) is not None for cell in cells) * 2 > len(cells)


_ANSWER = regex.compile(r"(?:yes|no|y|n|n/?a)\b", regex.IGNORECASE)


def _mostly_answers(cells: Sequence[Cell]) -> bool:
    """Whether a column that asks (`Serves another strategy?`) is answered yes or no, here and there with a code."""
    short = all(len(cell.text.split()) <= 3 for cell in cells)
    return short and sum(_ANSWER.match(cell.text.strip()) is not None for cell in cells) * 2 >= len(cells) > 0


def _mostly_dates(cells: Sequence[Cell]) -> bool:
    """A column of dates says when, whatever its header (`Milestone Activity | No earlier than Q1 FY 2019`)."""
    return sum(is_date_only(cell.text) for cell in cells) * 10 >= 7 * len(cells)


def positions(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Unit | Status previous year | Target`: figures under `Status` before a target say where the measure stands, and
    so do those under `Start | Target`."""
    targets = [at for at, header in enumerate(headers) if header.role == "target"]
    for at, header in enumerate(headers):
        if header.role in ("status", "start") and targets and at < targets[-1]:
            cells = column_cells(at, body)
            counts = _is_figure if header.role == "start" else is_value_only
            if cells and all(counts(cell.text) or not any(map(str.isalnum, cell.text)) for cell in cells):
                headers[at] = attrs.evolve(header, role="baseline")
    return headers


_LONGEST_FIGURE = 4  # words


def _is_figure(text: str) -> bool:
    """`64%`, `26 h`, `4 / week`; but no date."""
    figure = any(map(str.isdigit, text)) and len(text.split()) <= _LONGEST_FIGURE
    return figure and not is_date_only(text)


_COUNT = regex.compile(r"(?:\p{L}+ )?\p{Lu}{0,2}\d{1,2}(?:\.\d{1,2})*[.):]?\s+", regex.IGNORECASE)
_PART_NUMBER = regex.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s*(?=\p{Lu})")
_LEAST_AIMS = 2


def over_several(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Guideline | Activity | Lead`: where a first column whose name says nothing has fewer cells than the activities
    beside it, all of them numbered and telling how things shall be (`3.2.1 A coordinator is appointed`), these are what
    the activities are for."""
    roles = [header.role for header in headers]
    if not headers[0].text or roles[0] is not None or "action" not in roles:
        return headers
    if "objective" in roles[: roles.index("action")]:
        return headers
    aims = column_cells(0, body)
    actions = column_cells(roles.index("action"), body)
    told = [_PART_NUMBER.match(cell.text) for cell in aims]
    if not _LEAST_AIMS <= len(aims) < len(actions) or not all(told):
        return headers
    texts = [cell.text[number.end() :] for cell, number in zip(aims, told, strict=True) if number is not None]
    if 2 * sum(tells_outcome(text) or tells(text) for text in texts) < len(texts):
        return headers
    headers[0] = attrs.evolve(headers[0], role="objective", strength=0.5)
    return headers


def answers(header: Header) -> bool:
    """Whether a column is named as one in which somebody answers."""
    # `Management response (agree or disagree)`
    return ANSWERS.search((header.own or header.text).partition(" (")[0]) is not None


# `Comment | Our response`: what was said of a draft
_COMMENTED = regex.compile(
    r"(?:(?:summary of|public|consultee|stakeholder|resident) )*(?:comments?|feedback|questions?|submissions?)"
    r"(?: (?:received|raised|made))?\W*$",
    regex.IGNORECASE,
)


def answering(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Recommendation | Management response | Corrective action`: a column that only answers (`Concur`, `Accepted in
    part`) states nothing. It tells the state of its row where no other column does."""
    told = any(header.role == "status" for header in headers)
    asked = any(_COMMENTED.match(header.text) for header in headers)
    for at, header in enumerate(headers):
        if header.role not in {*STATEMENTS, None} or not answers(header):
            continue
        if asked:
            headers[at] = attrs.evolve(header, role="note")
            continue
        cells = column_cells(at, body)
        if cells and all(is_answer(cell.text) for cell in cells):
            headers[at] = attrs.evolve(header, role="note" if told else "status")
    return headers


# "LU-1.2", "T 3", "1.4.a": what `Policy / Action` may hold where `Description` stands beside it
_CODE = regex.compile(r"(?:\p{L}{1,4}[-–. ]?\d{1,3}|\d{1,3}\.\d{1,3})(?:[-–.]\d{1,3}){0,3}(?:\.?[a-z])?\.?$")


# "Goal | Goal name", "Target | Target description": the number, and what it is the number of
_SAYS = regex.compile(r"(?:name|title|description|desc|statement|text|wording)\W*$", regex.IGNORECASE)
_WORDED_CODE = regex.compile(r"\p{Lu}\p{L}+(?:\s\p{L}+)?\s\d{1,3}(?:\.[\da-z]{1,3}){0,3}\.?$")
_LONGEST_CODE = 4  # words: "Strategic objective 1.2"


def coded(headers: Sequence[Header], settled: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Policy / Action | Description`, `Indicator | Indicator description`: a column named like statements that holds
    their numbers, beside one that says nothing else by its name and holds the statements."""
    for at, header in enumerate(headers[:-1]):
        beside = headers[at + 1]
        if header.role not in {*STATEMENTS, "target"} or not _goes_on_beside(header, beside):
            continue
        texts = [" ".join(cell.text.split()) for cell in column_cells(at, body)]
        several = len(texts) > 1 or (bool(texts) and not beside.text)
        if several and all(map(_is_code, texts)) and has_sentences(at + 1, body):
            settled[at] = attrs.evolve(settled[at], role="label")
            settled[at + 1] = attrs.evolve(header, text=beside.text or header.text, words=beside.words)
    return settled


def _goes_on_beside(header: Header, beside: Header) -> bool:
    """Whether a column goes on with what the one left of it names: under no name of its own, or the same one."""
    if not beside.text or beside.text == header.text or DESCRIBES.match(beside.text):
        return True
    return beside.text.casefold().startswith(f"{header.text.casefold()} ") and _SAYS.search(beside.text) is not None


def _is_code(text: str) -> bool:
    """Whether a cell holds nothing but a number or a label: `LU-1.2`, `Indicator 1.1.1`."""
    if _CODE.match(text) or _WORDED_CODE.match(text):
        return True
    label = printed_label(text) if len(text.split()) <= _LONGEST_CODE else None
    return label is not None and label.number is not None and label.end == len(text)


def aims_between(headers: Sequence[Header], column: int, body: Sequence[Row]) -> bool:
    """`Objective | Annual target | Indicator | Baseline`: targets that are told in clauses, one over several rows of
    indicators, are what the indicators tell of. `Target | Actions | Indicator`: so are those that the rows begin with
    and that command what the actions are for."""
    if _begins_rows(headers, column, body):
        return True
    if headers[column].role != "target" or not states(column, body):
        return False
    before, behind = ({header.role for header in part} for part in (headers[:column], headers[column + 1 :]))
    if "action" in behind and not before & STATEMENTS:
        texts = [cell.text for cell in column_cells(column, body)]
        return 10 * sum(map(tells, texts)) >= 6 * len(texts)
    aimed = any(header.role == "objective" for header in headers[:column])
    counted = [at for at, header in enumerate(headers) if header.role == "measure" and at > column]
    if not any(header.role == "objective" for header in headers):
        return bool(counted)  # `National target | Indicator | Baseline`
    told, served = (
        {cell.text for cell in column_cells(at, body)} for at in (column, counted[0] if counted else column)
    )
    return aimed and bool(counted) and len(told) * 10 <= 8 * len(served)


_NAMED_TARGET = regex.compile(r"\btargets?\W*$", regex.IGNORECASE)
_SHORTEST_AIM = 4  # words


def _begins_rows(headers: Sequence[Header], column: int, body: Sequence[Row]) -> bool:
    """`SDG target | Indicator | Baseline | 2030`: whether targets that the rows begin with are told in sentences, with
    indicators behind them that have targets of their own."""
    roles = [header.role for header in headers]
    if roles[column] not in ("target", "note") or not _NAMED_TARGET.search(headers[column].text):
        return False
    if "objective" in roles or set(roles[:column]) & STATEMENTS or "measure" not in roles[column:]:
        return False
    texts = [_COUNT.sub("", cell.text, count=1) for cell in column_cells(column, body)]
    told = sum(
        (len(text.split()) >= _SHORTEST_AIM and not is_value_only(text)) or is_imperative(text) for text in texts
    )
    return "target" in roles[roles.index("measure", column) :] and 10 * told >= 8 * max(1, len(texts))


def states(column: int, body: Sequence[Row]) -> bool:
    """Whether a target column's cells are statements (`90% of entities are on schedule to meet …`) and not values."""
    texts = [cell.text for cell in column_cells(column, body)]
    said = [text for text in texts if len(text.split()) >= 4 and sum(map(str.isalpha, text)) * 10 > 6 * len(text)]
    return len(texts) > 0 and len(said) * 10 >= 6 * len(texts)


def aims_that_group(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Pillar | Short term | Medium term` over `Build data skills | …`: groups all of which tell somebody to do
    something are what the statements beside them are for, where no other column says that."""
    roles = {header.role for header in headers}
    if "objective" in roles or not roles & {"action", "milestone", "measure"}:
        return headers
    at = next((at for at, header in enumerate(headers) if header.role == "category"), None)
    cells = column_cells(at, body) if at is not None else []
    if at is None or len(cells) < _LEAST_AIMS or not all(_commands(cell.text) for cell in cells):
        return headers
    if any(header.role in STATEMENTS for header in headers[:at]):
        return headers
    return [attrs.evolve(header, role="objective") if other == at else header for other, header in enumerate(headers)]


def _commands(text: str) -> bool:
    """Whether a cell tells somebody to do something: `2. Build data skills`, and no one word."""
    bare = _COUNT.sub("", text.strip(), count=1)
    return len(bare.split()) > 1 and is_imperative(bare)


_CARRIED_OUT = regex.compile(r"implementation\W*$", regex.IGNORECASE)
_ASKED = regex.compile(r"recommendations?\b", regex.IGNORECASE)


def carried_out_as(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Recommendation | Response | Implementation`: what will be done about each, where half of it promises."""
    if not any(header.role == "action" and _ASKED.match(header.text) for header in headers):
        return headers
    for at, header in enumerate(headers):
        cells = column_cells(at, body) if header.role is None and _CARRIED_OUT.match(header.text) else []
        if cells and 2 * sum(tells(cell.text) or promises(cell.text) for cell in cells) >= len(cells):
            headers[at] = attrs.evolve(header, role="action", strength=0.5)
    return headers
