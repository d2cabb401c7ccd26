"""Kinds that the codes of a column tell: `# | Objective / key results` over `O1 | One login`, `KR1.1 | Fewer calls`."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Context, Draft
from objectives_parser.frozen import evolve
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.cell_lines import RowField
from objectives_parser.recognizers.columns import Header
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import Vocabulary, header_role
from objectives_parser.values import due_in_statement

_PARTS = regex.compile(r"\s*(?:/|,|&|\band\b|\bor\b)\s*")


def with_coded_kinds(
    drafts: Sequence[Draft], fields: Sequence[RowField], headers: Sequence[Header], context: Context
) -> list[Draft]:
    """The drafts of a column whose header names several kinds, each of the kind that the code beside it names; of
    `Measures and milestones` what happens by a date is a milestone."""
    named = {at: _kinds(header, context.vocabulary) for at, header in enumerate(headers)}
    codes = {field.first: field.passage.text for field in fields if field.role == "label"}
    found = []
    for draft in drafts:
        spot = draft.spot
        kinds = named.get(spot.column, frozenset()) if spot is not None else frozenset()
        code = codes.get(spot.first, "") if spot is not None else ""
        label = label_of(f"{code} {draft.text}", context) if len(kinds) > 1 and code else None
        both = kinds == _BOTH and spot is not None and _MILESTONES_TOO.search(headers[spot.column].text) is not None
        if both and draft.kind == "measure" and _happens(draft, context):
            draft = evolve(draft, kind="milestone")
        if label is not None and label.kind == "word" and label.role in kinds and label.number is not None:
            draft = evolve(draft, kind=label.role, level=label.level)
        found.append(draft)
    return found


_BOTH = frozenset(("measure", "milestone"))
# "Measures and milestones", but "Measures (please include milestones with dates)"
_MILESTONES_TOO = regex.compile(r"^[^(\[]*\bmilestones?\b", regex.IGNORECASE)
_FIGURE = regex.compile(r"\d")
_DATED = regex.compile(r"\s(?:by|in|from|before|on|at)\s[^.;:]*$", regex.IGNORECASE)


def _happens(draft: Draft, context: Context) -> bool:
    """Whether a statement has a date and no figure before it: `Bill introduced by July 2027`."""
    dated = due_in_statement(draft.text, context.fiscal) is not None
    return dated and _FIGURE.search(_DATED.sub("", draft.text)) is None


def _kinds(header: Header, vocabulary: Vocabulary) -> frozenset[str]:
    """The kinds that the parts of a header name: `Objective / Key Results` has two."""
    if header.role not in STATEMENTS:
        return frozenset()
    parts = [part for part in _PARTS.split(header.text) if part]
    roles = [header_role(part, vocabulary) for part in parts] if len(parts) > 1 else []
    kinds = {role.role for role in roles if role is not None and role.role in STATEMENTS}
    if any(KEY_RESULTS.match(part) for part in parts):
        kinds.add("measure")
    return frozenset(kinds)


KEY_RESULTS = regex.compile(r"key results?\W*$", regex.IGNORECASE)
