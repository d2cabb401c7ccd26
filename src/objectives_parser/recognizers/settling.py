"""The roles of a table's columns, settled against each other and against what the cells hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
import regex

from objectives_parser.document import Cell
from objectives_parser.recognizers.columns import STATEMENTS, Header, row_level
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.recognizers.wordings import is_answer, is_rank
from objectives_parser.roles import Vocabulary
from objectives_parser.values import is_date_only, is_value_only

# `Baseline (2023)` is one; `Increase over baseline in FY17` only speaks of one
_SURE = 0.6


def settle(
    headers: Sequence[Header], body: Sequence[Row], vocabulary: Vocabulary, taken: Mapping[str, float]
) -> tuple[Header, ...]:
    """The headers with their roles settled against each other and against what the cells hold; ``taken`` says of
    each `Measure` header how much it names in this document what is measured (1) or what will be done (0)."""
    return _with_row_levels(_with_sides(_settled(headers, body, taken)), body, vocabulary)


def _with_sides(headers: tuple[Header, ...]) -> tuple[Header, ...]:
    """The headers with the groups numbered that hold an aim and its measures each, side by side."""
    groups = [header.text.removesuffix(header.own).strip() if header.own else "" for header in headers]
    roles: dict[str, set[str | None]] = {}
    for group, header in zip(groups, headers, strict=True):
        roles.setdefault(group, set()).add(header.role)
    sides = [group for group, held in roles.items() if group and {"objective", "measure"} <= held]
    if len(sides) < 2:
        return headers
    return tuple(
        attrs.evolve(header, side=sides.index(group) + 1) if group in sides else header
        for group, header in zip(groups, headers, strict=True)
    )


def _with_row_levels(headers: tuple[Header, ...], body: Sequence[Row], vocabulary: Vocabulary) -> tuple[Header, ...]:
    """A logframe's first columns: `Impact`, `Outcome 1`, `Output 1.1`, `Activities` down the rows, each the level of
    the statement beside it, whose own column has no header or one such as `Results chain`."""
    for column in range(len(headers) - 1):
        level, statement = headers[column], headers[column + 1]
        if _is_named(level) or (_is_named(statement) and not _CHAIN.match(statement.text)):
            continue
        texts = [cell.text for row in body for cell in filled(row.cells) if cell.column == column]
        levels = [row_level(text, vocabulary) for text in texts]
        if texts and sum(found is not None for found in levels) * 10 >= 6 * len(texts):
            changed = {column: attrs.evolve(level, role="level"), column + 1: attrs.evolve(statement, role="by-level")}
            return tuple(changed.get(at, header) for at, header in enumerate(headers))
    return headers


# Columns of a logframe that hold the statements of all levels
_CHAIN = regex.compile(
    r"(?:results? (?:chain|hierarchy|logic)|intervention logic|(?:narrative|project) (?:summary|description)|"
    r"hierarchy of objectives|design summary)\b",
    regex.IGNORECASE,
)


def _is_named(header: Header) -> bool:
    return header.role is not None and header.strength >= 0.6


def _settled(headers: Sequence[Header], body: Sequence[Row], taken: Mapping[str, float]) -> tuple[Header, ...]:
    settled = _between_periods([_settled_alone(header, column, body) for column, header in enumerate(headers)])
    settled = _positions(_answering(settled, body), body)
    settled = _measures_taken(_coded(headers, settled, body), taken)
    for step in (_expected_outputs, _described, _named_and_described, _without_doubles, _groups_and_levels, _results):
        settled = step(settled)
    roles = {header.role for header in settled}
    beside_baselines = any(header.role == "baseline" and header.strength >= _SURE for header in settled)
    if "target" in roles and not roles & (STATEMENTS | {"by-level", "owner"}) and not beside_baselines:
        # `Unconditional targets | Conditional targets`: a plan's own aims
        aims = [at for at, header in enumerate(settled) if header.role == "target"]
        return tuple(
            attrs.evolve(header, role="objective", level="target", sister=len(aims) > 1) if at in aims else header
            for at, header in enumerate(settled)
        )
    settled = [
        attrs.evolve(header, role="objective", level="target")
        if _aims_between(settled, column, body)
        else attrs.evolve(header, role="measure")
        if header.role == "target" and ("measure" not in roles or _states(column, body))
        else header
        for column, header in enumerate(settled)
    ]
    roles = {header.role for header in settled}
    if not roles & {"action", "milestone"}:
        # Strategies are objectives where something hangs under them, otherwise they are what will be done.
        objectives = [h for h in settled if h.role == "objective"]
        weaker = [h for h in objectives if h.level in ("strategy", "approach")]
        alone = bool(weaker) and len(objectives) == len(weaker) == 1 and weaker[0].level == "strategy"
        if alone or (len(objectives) > 1 and weaker and weaker[-1] is objectives[-1]):
            settled = [attrs.evolve(h, role="action") if h is weaker[-1] else h for h in settled]
    return tuple(settled)


def _settled_alone(header: Header, column: int, body: Sequence[Row]) -> Header:
    cells = [cell for row in body for cell in filled(row.cells) if cell.column == column]
    if header.role in STATEMENTS and len(cells) > 1 and _mostly_references(cells):
        # `Dept. Objective | 1,5`: the numbers of objectives that stand elsewhere; `Goal | 75%`: what is to be reached
        goal = header.role == "objective" and _TO_REACH.search(header.text) and not _mostly_plain_numbers(cells)
        return attrs.evolve(header, role="target" if goal else "note")
    if header.role in STATEMENTS and cells and all(is_rank(cell.text) for cell in cells):
        return attrs.evolve(header, role="note")
    if header.role in STATEMENTS and header.text.endswith("?") and _mostly_answers(cells):
        return attrs.evolve(header, role="note")
    if header.role == "baseline" and len(cells) > 1 and _mostly_dates(cells):
        return attrs.evolve(header, role="note")  # `Baseline year`: when a measure was taken, not when it is due
    if header.role not in ("due", "start", "period") and len(cells) > 1 and _mostly_dates(cells):
        return attrs.evolve(header, role="due")
    if not header.text and cells and all(len(cell.text.split()) <= 2 and is_value_only(cell.text) for cell in cells):
        return attrs.evolve(header, role="label")
    return header


_ANSWER = regex.compile(r"(?:yes|no|y|n|n/?a)\b", regex.IGNORECASE)


def _mostly_answers(cells: Sequence[Cell]) -> bool:
    """Whether a column that asks (`Serves another strategy?`) is answered yes or no, here and there with a code."""
    short = all(len(cell.text.split()) <= 3 for cell in cells)
    return short and sum(_ANSWER.match(cell.text.strip()) is not None for cell in cells) * 2 >= len(cells) > 0


def _positions(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Unit | Status previous year | Target`: figures under `Status` before a target say where the measure stands."""
    targets = [at for at, header in enumerate(headers) if header.role == "target"]
    for at, header in enumerate(headers):
        if header.role == "status" and targets and at < targets[-1]:
            cells = [cell for row in body for cell in filled(row.cells) if cell.column == at]
            if cells and all(is_value_only(cell.text) or not any(map(str.isalnum, cell.text)) for cell in cells):
                headers[at] = attrs.evolve(header, role="baseline")
    return headers


# "Management response", "Agreed?", "Government position": what an auditee or a government answers
_ANSWERS = regex.compile(
    r"(?:responses?|positions?|repl(?:y|ies)|answers?|agree(?:d|ment)?|accept(?:ed|ance)?|decisions?|concur\w*)\W*$",
    regex.IGNORECASE,
)


def answers(header: Header) -> bool:
    """Whether a column is named as one in which somebody answers."""
    return _ANSWERS.search(header.own or header.text) is not None


def _answering(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Recommendation | Management response | Corrective action`: a column that only answers (`Concur`, `Accepted in
    part`) states nothing. It tells the state of its row where no other column does."""
    told = any(header.role == "status" for header in headers)
    for at, header in enumerate(headers):
        if header.role not in {*STATEMENTS, None} or not answers(header):
            continue
        cells = [cell for row in body for cell in filled(row.cells) if cell.column == at]
        if cells and all(is_answer(cell.text) for cell in cells):
            headers[at] = attrs.evolve(header, role="note" if told else "status")
    return headers


# "LU-1.2", "T 3", "1.4.a": what `Policy / Action` may hold where `Description` stands beside it
_CODE = regex.compile(r"(?:\p{L}{1,4}[-–. ]?\d{1,3}|\d{1,3}\.\d{1,3})(?:[-–.]\d{1,3}){0,3}(?:\.?[a-z])?\.?$")


def _coded(headers: Sequence[Header], settled: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Policy / Action | Description`: a column named like statements that holds their numbers, beside one that says
    nothing by its name and holds the statements."""
    for at, header in enumerate(headers[:-1]):
        beside = headers[at + 1]
        if header.role not in STATEMENTS or (beside.text and not _DESCRIBES.match(beside.text)):
            continue
        texts = [cell.text.strip() for row in body for cell in filled(row.cells) if cell.column == at]
        if len(texts) > 1 and all(_CODE.match(text) for text in texts):
            settled[at] = attrs.evolve(settled[at], role="label")
            settled[at + 1] = attrs.evolve(header, text=beside.text or header.text, words=beside.words)
    return settled


_TO_REACH = regex.compile(r"(?:^|\b\d{4}\s+)(?:goals?|standards?|benchmarks?)\W*$", regex.IGNORECASE)


def _mostly_plain_numbers(cells: Sequence[Cell]) -> bool:
    """Whether the cells hold small whole numbers, as references do (`1`, `2, 4`), and not amounts (`75%`, `1,200`)."""
    return sum(regex.fullmatch(r"[\d\s,;.&]{1,8}", cell.text) is not None for cell in cells) * 2 > len(cells)


_SURELY_MEASURED, _PERHAPS_MEASURED = 0.5, 0.2


def _measures_taken(headers: list[Header], taken: Mapping[str, float]) -> list[Header]:
    """`Mitigation measures | Sector | Cost`: measures that are taken, not measures of something. They tell what to do,
    and no column beside them has what they would measure; beside a target only clear deeds are meant."""
    roles = {header.role for header in headers}
    if roles & {"objective", "action", "milestone", "baseline", "by-level"}:
        return headers
    least = _PERHAPS_MEASURED if "target" in roles else _SURELY_MEASURED
    return [
        attrs.evolve(header, role="action")
        if header.role == "measure" and taken.get(header.text.casefold(), 1.0) < least
        else header
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


_OUTPUTS = regex.compile(
    r"(?:expected|planned) outputs?(?:\W*$|.*\b(?:indicators?|baselines?|targets?)\b)", regex.IGNORECASE
)


def _expected_outputs(headers: list[Header]) -> list[Header]:
    """`Expected outputs | Output indicators`, `Expected outputs | Planned activities`: the lowest level of a results
    framework; right of the actions that yield them outputs are deliverables."""
    indicators = [at for at, header in enumerate(headers) if header.role == "measure"]
    actions = [at for at, header in enumerate(headers) if header.role == "action"]
    return [
        attrs.evolve(header, role="objective", level="output")
        if header.role == "milestone"
        and _OUTPUTS.match(header.text)
        and any(other > at for other in (*indicators, *actions))
        and not any(other < at for other in actions)
        else header
        for at, header in enumerate(headers)
    ]


# "Programme | Output | Output indicator": what the outputs are grouped by
_PROGRAMME = regex.compile(r"(?:sub-?)?program(?:me)?s?\W*$", regex.IGNORECASE)


# "Policy | Action": what the actions carry out
_POLICY = regex.compile(r"polic(?:y|ies)\W*$", regex.IGNORECASE)


_SERVICE = regex.compile(r"(?:customer )?(?:levels? of service|service level statements?)\b", regex.IGNORECASE)


def _groups_and_levels(headers: list[Header]) -> list[Header]:
    """A policy left of the actions for it is an aim; a programme beside objectives and their measures groups them, and
    a standard beside a measure is its target."""
    actions = [at for at, header in enumerate(headers) if header.role == "action" and not _POLICY.match(header.text)]
    headers = [
        attrs.evolve(header, role="objective", level="policy")
        if header.role == "action" and _POLICY.match(header.text) and actions and at < actions[0]
        else header
        for at, header in enumerate(headers)
    ]
    roles = {header.role for header in headers}
    if "measure" not in roles:
        # `Level of service | Target`: alone, what customers are promised is what is measured
        return [
            attrs.evolve(header, role="measure", level=None) if _SERVICE.match(header.text) else header
            for header in headers
        ]
    return [
        attrs.evolve(header, role="category")
        if header.role == "action" and "objective" in roles and _PROGRAMME.match(header.text)
        else attrs.evolve(header, role="target")
        if header.role == "objective" and header.level == "standard"
        else header
        for header in headers
    ]


# "Mitigation action | Brief description of the action": the first states it, the second tells more
_DESCRIBES = regex.compile(
    r"(?:(?:brief|short|full|detailed) )?(?:description|details?|explanation)\b", regex.IGNORECASE
)


def _described(headers: list[Header]) -> list[Header]:
    """A description right of the column that states what it describes explains it."""
    return [
        attrs.evolve(header, role="note")
        if header.role in STATEMENTS
        and _DESCRIBES.match(header.text)
        and any(other.role == header.role and not _TITLE.search(other.text) for other in headers[:at])
        else header
        for at, header in enumerate(headers)
    ]


# Headers that say what they say only where no better one says it: `Measure | Methodology`, `Lead | Name`.
_WEAKER = regex.compile(r"(?:methodology|methods?|name|how|responses?)\W*$", regex.IGNORECASE)


def _without_doubles(headers: list[Header]) -> list[Header]:
    """Weak headers beside a better one of the same role explain (`Performance measure | Methodology`)."""
    better = {header.role for header in headers if not _is_weaker(header)}
    return [
        attrs.evolve(header, role="note") if _is_weaker(header) and header.role in better else header
        for header in headers
    ]


def _is_weaker(header: Header) -> bool:
    # `Methods` beside `Change ideas`, both under `Change`: the group's name makes it no stronger
    return bool(_WEAKER.match(header.text) or (header.own and _WEAKER.match(header.own)))


def _reports(header: Header) -> bool:
    return header.level == "result" and _BARE_RESULT.match(header.text) is not None


def _results(headers: list[Header]) -> list[Header]:
    """`Priority | Key Actions | Key Results`: results beside another objective column tell whether it is reached."""
    others = {header.role for header in headers if header.level != "result"}
    measured = next((at for at, header in enumerate(headers) if header.role == "measure"), len(headers))
    # `Criterion | Target | Result`, or `Result` alone: what came of it; `Results | Indicators` is a logframe's
    framed = "measure" in others and "objective" not in others
    headers = [
        attrs.evolve(header, role="note") if _reports(header) and (not framed or at > measured) else header
        for at, header in enumerate(headers)
    ]
    first = next((at for at, header in enumerate(headers) if header.role == "objective"), None)
    if first is None or any(header.role == "measure" for header in headers):
        return headers
    return [
        attrs.evolve(header, role="measure", level=None)
        if at > first and header.role == "objective" and _tells_reached(header, headers, at)
        else header
        for at, header in enumerate(headers)
    ]


# "Impact", "What success looks like", "What difference will it make" after what will be done
_SUCCESS = regex.compile(
    r"(?:(?:expected|intended|anticipated|desired) )?impacts?\W*$|what (?:will )?(?:success|difference|good)\b",
    regex.IGNORECASE,
)


def _tells_reached(header: Header, headers: Sequence[Header], at: int) -> bool:
    if header.level in ("result", "key result"):
        return any(other.role in ("action", "milestone") for other in headers)
    return _SUCCESS.match(header.text) is not None and any(other.role == "action" for other in headers[:at])


def _between_periods(headers: list[Header]) -> list[Header]:
    """`Short | Middle | Long`: a header between two periods is one."""
    none = Header(text="")
    return [
        attrs.evolve(header, role="period")
        if header.role is None and header.text and before.role == after.role == "period"
        else header
        for before, header, after in zip([none, *headers], headers, [*headers[1:], none], strict=False)
    ]


def _aims_between(headers: Sequence[Header], column: int, body: Sequence[Row]) -> bool:
    """`Objective | Annual target | Indicator | Baseline`: targets that are told in clauses, one over several rows of
    indicators, are what the indicators tell of."""
    if headers[column].role != "target" or not _states(column, body):
        return False
    aimed = any(header.role == "objective" for header in headers[:column])
    counted = [at for at, header in enumerate(headers) if header.role == "measure" and at > column]
    return aimed and bool(counted) and _count(column, body) * 10 <= 8 * _count(counted[0], body)


def _count(column: int, body: Sequence[Row]) -> int:
    return sum(cell.column == column for row in body for cell in filled(row.cells))


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
