"""The levels of a plan’s framework, as its columns stand side by side: impact, outcomes and outputs, policies and
actions, measures and what comes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.recognizers.columns import Header, has_sentences, row_level
from objectives_parser.recognizers.grid import Row
from objectives_parser.recognizers.settling.contents import column_cells
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import Vocabulary

# `Baseline (2023)` is one; `Increase over baseline in FY17` only speaks of one
SURE = 0.6
# Columns of a logframe that hold the statements of all levels
_CHAIN = regex.compile(
    r"(?:results? (?:chain|hierarchy|logic)|intervention logic|(?:narrative|project) (?:summary|description)|"
    r"hierarchy of objectives|design summary)\b",
    regex.IGNORECASE,
)


def with_row_levels(headers: tuple[Header, ...], body: Sequence[Row], vocabulary: Vocabulary) -> tuple[Header, ...]:
    """A logframe's first columns: `Impact`, `Outcome 1`, `Output 1.1`, `Activities` down the rows, each the level of
    the statement beside it, whose own column has no header or one such as `Results chain`."""
    typed = _typed_rows(headers, body, vocabulary)
    if typed is not None:
        return typed
    for column in range(len(headers) - 1):
        level, statement = headers[column], headers[column + 1]
        if _is_named(level) or (_is_named(statement) and not _CHAIN.match(statement.text)):
            continue
        texts = [cell.text for cell in column_cells(column, body)]
        levels = [row_level(text, vocabulary) for text in texts]
        if texts and sum(found is not None for found in levels) * 10 >= 6 * len(texts):
            return _with_levels(headers, column, column + 1)
    return headers


def _with_levels(headers: tuple[Header, ...], level: int, statement: int) -> tuple[Header, ...]:
    changed = {
        level: attrs.evolve(headers[level], role="level"),
        statement: attrs.evolve(headers[statement], role="by-level"),
    }
    return tuple(changed.get(at, header) for at, header in enumerate(headers))


# "Type", "Plan level", "Item kind": a column that says of each row what it is; "Title", "Name": what it is called
_TYPE = regex.compile(
    r"(?:\p{L}+ ){0,2}(?:types?|levels?|kinds?|tiers?|elements?|categor(?:y|ies))\W*$", regex.IGNORECASE
)
_TITLE = regex.compile(
    r"(?:\p{L}+ ){0,2}(?:titles?|names?|statements?|descriptions?|summary|wording|text)\W*$", regex.IGNORECASE
)
_FEWEST_TYPED, _LONGEST_TYPE = 3, 3


def _typed_rows(headers: tuple[Header, ...], body: Sequence[Row], vocabulary: Vocabulary) -> tuple[Header, ...] | None:
    """`ID | Parent | Type | Title | Owner` over `Goal`, `Objective`, `Action`, `KPI`: the lists that planning programs
    write, a row for each statement of any level, and a column that says which."""
    if any(header.role in STATEMENTS for header in headers):
        return None
    named = [at for at, header in enumerate(headers) if header.role in (None, "category") and _TYPE.match(header.text)]
    titles = [at for at, header in enumerate(headers) if _TITLE.match(header.text) and has_sentences(at, body)]
    for column in named if titles else ():
        texts = [cell.text for cell in column_cells(column, body)]
        levels = [row_level(text, vocabulary) if len(text.split()) <= _LONGEST_TYPE else None for text in texts]
        kinds = {(found.role, found.level) for found in levels if found is not None}
        told = sum(found is not None and found.strength >= SURE for found in levels)
        if len(texts) >= _FEWEST_TYPED and len(kinds) > 1 and told * 10 >= 9 * max(len(texts), len(body)):
            return _with_levels(headers, column, titles[0])
    return None


def _is_named(header: Header) -> bool:
    return header.role is not None and header.strength >= SURE


_SURELY_MEASURED, _PERHAPS_MEASURED, _LIKELY_MEASURED = 0.5, 0.2, 0.8
_INDICATOR = regex.compile(r"\b(?:indicators?|kpis?|metrics?)\b", regex.IGNORECASE)
# `Recommendation | Measures`: what is done about it
_RECOMMENDED = regex.compile(r"\brecommendations?\W*$", regex.IGNORECASE)
_MEASURES = regex.compile(r"(?:[\p{L}-]+\s){0,2}measures?\W*$", regex.IGNORECASE)


def measures_taken(headers: list[Header], taken: Mapping[str, float]) -> list[Header]:
    """`Mitigation measures | Sector | Cost`: measures that are taken, not measures of something. They tell what to do,
    and no column beside them has what they would measure; beside a target only clear deeds are meant."""
    roles = {header.role for header in headers}
    counted = [header for header in headers if header.role == "measure" and _INDICATOR.search(header.text)]
    if counted and "action" not in roles:
        # `Measures | Indicator`: what is done, and how one tells
        return [
            attrs.evolve(header, role="action")
            if header.role == "measure"
            and _MEASURES.match(header.text)
            and taken.get(header.text.casefold(), 1.0) < _LIKELY_MEASURED
            else header
            for header in headers
        ]
    advised = [header for header in headers if header.role == "action" and _RECOMMENDED.search(header.text)]
    doing = any(header.role == "action" for header in headers if header not in advised)
    if doing or roles & {"objective", "milestone", "baseline", "by-level"}:
        return headers
    least = _PERHAPS_MEASURED if "target" in roles or advised else _SURELY_MEASURED
    return [
        attrs.evolve(header, role="action")
        if header.role == "measure" and taken.get(header.text.casefold(), 1.0) < least
        else header
        for header in headers
    ]


_SUCCESS = regex.compile(r"what (?:will )?(?:success|good) (?:will )?looks? like\b", regex.IGNORECASE)


def success_told(headers: list[Header]) -> list[Header]:
    """`Objective | What success looks like`: beside the aims, how one will tell; alone, an aim."""
    told = [header for header in headers if header.role == "objective" and _SUCCESS.match(header.text)]
    aims = [header for header in headers if header.role == "objective" and header not in told]
    if not told or not aims or any(header.role == "measure" for header in headers):
        return headers
    return [attrs.evolve(header, role="measure", level=None) if header in told else header for header in headers]


# "Key results", "2031 Harbour Office Key Results", "KR 2"
_KEY_RESULTS = regex.compile(
    r"(?:(?:[\p{L}\d][\p{L}\d’'&/-]* ){0,4}key results?|KRs?)(?:\s?#?\d{1,2})?\W*$", regex.IGNORECASE
)


def key_results(headers: list[Header]) -> list[Header]:
    """`Objective | Key results`: beside the aims, key results tell how one will know that they are reached."""
    named = [header for header in headers if header.role == "objective" and _KEY_RESULTS.match(header.text)]
    if not named or not any(header.role == "objective" and header not in named for header in headers):
        return headers
    return [attrs.evolve(header, role="measure") if header in named else header for header in headers]


_OUTPUTS = regex.compile(
    r"(?:expected|planned) outputs?(?:\W*$|.*\b(?:indicators?|baselines?|targets?)\b)", regex.IGNORECASE
)


def expected_outputs(headers: list[Header]) -> list[Header]:
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


_YIELDED = regex.compile(
    r"(?:(?:key|main|expected|planned|project|intended) )?outputs?\W*$|(?:expected|intended|planned) results?\W*$",
    regex.IGNORECASE,
)


def yielded_outputs(headers: list[Header]) -> list[Header]:
    """`Action | Responsibility | Due | Output`, `Actions | Outputs | Indicators`: what an action with a date of its
    own, or one that the rows begin with, yields is delivered, no aim that it serves; `Components | Activities |
    Outputs` is a results framework."""
    first = next((at for at, header in enumerate(headers) if header.role == "action"), len(headers))
    begun = first == 0 and not _PROGRAMME.match(headers[0].text)
    measured = begun and any(header.role == "measure" for header in headers)
    if not measured and not any(header.role in ("due", "period") for header in headers):
        return headers
    aims = [at for at, header in enumerate(headers) if header.role == "objective"]
    return [
        attrs.evolve(header, role="milestone", level=None)
        if header.role == "objective"
        and at > first
        and _YIELDED.match(header.text)
        and not any(other > first for other in aims if other != at)
        else header
        for at, header in enumerate(headers)
    ]


# "Programme | Output | Output indicator": what the outputs are grouped by
_PROGRAMME = regex.compile(r"(?:sub-?)?program(?:me)?s?\W*$", regex.IGNORECASE)
# "Policy | Action": what the actions carry out
_POLICY = regex.compile(r"polic(?:y|ies)\W*$", regex.IGNORECASE)
_SERVICE = regex.compile(r"(?:customer )?(?:levels? of service|service level statements?)\b", regex.IGNORECASE)


def groups_and_levels(headers: list[Header]) -> list[Header]:
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


_BARE_RESULT = regex.compile(
    r"(?:actual |final |overall )?results?(?: (?:\d{4}|to date|achieved).*)?\W*$", regex.IGNORECASE
)


def results(headers: list[Header]) -> list[Header]:
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
        if header.role == "objective" and (_tells_reached if at > first else _tells_success)(header, headers, at)
        else header
        for at, header in enumerate(headers)
    ]


def _reports(header: Header) -> bool:
    return header.level == "result" and _BARE_RESULT.match(header.text) is not None


# "Impact", "What success looks like", "What difference will it make" after what will be done
_SUCCESS = regex.compile(
    r"(?:(?:expected|intended|anticipated|desired) )?impacts?\W*$|"
    r"what (?:will |would |does )?(?:success|difference|good)\b",
    regex.IGNORECASE,
)


_QUESTION = regex.compile(r"what (?:will |would |does )?(?:success|good)\b", regex.IGNORECASE)

# "Outputs / success criteria", "Outcomes and indicators"
_MEASURED = regex.compile(
    r"(?:/|&|\band\b)\s*(?:key\s+)?(?:success (?:criteria|measures?)|indicators?|measures?|kpis?)\W*$", regex.IGNORECASE
)


def _tells_success(header: Header, headers: Sequence[Header], at: int) -> bool:
    """`Action | Owner | What success looks like`: what is asked of success behind a deed tells how one will know."""
    return _QUESTION.match(header.text) is not None and any(other.role == "action" for other in headers[:at])


def _tells_reached(header: Header, headers: Sequence[Header], at: int) -> bool:
    if _MEASURED.search(header.text):
        return True
    if header.level in ("result", "key result"):
        return any(other.role in ("action", "milestone") for other in headers)
    return _SUCCESS.match(header.text) is not None and any(other.role == "action" for other in headers[:at])


def between_periods(headers: list[Header]) -> list[Header]:
    """`Short | Middle | Long`: a header between two periods is one."""
    none = Header(text="")
    return [
        attrs.evolve(header, role="period")
        if header.role is None and header.text and before.role == after.role == "period"
        else header
        for before, header, after in zip([none, *headers], headers, [*headers[1:], none], strict=False)
    ]


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_INITIALS = "".join(month[0] for month in _MONTHS) * 2
_FEWEST_INITIALS = 6


def month_initials(headers: list[Header]) -> list[Header]:
    """`J | F | M | A | M | J` over ticks: the months of a year, named in full as far as they can be told apart."""
    letters = "".join(header.own.strip().upper() if len(header.own.strip()) == 1 else " " for header in headers)
    run = max(letters.split(), key=len, default="")
    begins = _INITIALS.find(run) if len(run) >= _FEWEST_INITIALS else -1
    if begins < 0:
        return headers
    first = letters.find(run)
    named = {first + step: _MONTHS[(begins + step) % 12] for step in range(len(run))}
    return [
        attrs.evolve(header, role="period", text=header.text.strip().removesuffix(header.own.strip()) + named[at])
        if at in named
        else header
        for at, header in enumerate(headers)
    ]
