"""Who and when behind a statement, without names: `Review the units (Heads of School; by June 2027)`, `Retrofit 500
homes – Housing – 2027/28`, or who alone: `Open a hall (Head of Leisure)`.

One such bracket may be a remark or a source; a document that writes several means fields by them.
"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.recognizers.field_tails import FieldTail, without_tail
from objectives_parser.recognizers.owner_lists import is_name, names_office
from objectives_parser.values import is_date_only, is_timeless

_TAIL = regex.compile(
    r"(?<=\S) [(\[](?:(?P<who>\p{Lu}[^()\[\];:\d]{1,80});\s+(?P<when>[^()\[\];]{3,40})|"
    r"(?P<name>\p{Lu}[\p{L}’.& -]{1,40}),\s+(?P<date>[^()\[\];,]{3,30}(?:,\s(?:19|20)\d\d)?))[)\]][.;]?$"
)
_DASHED = regex.compile(r"(?<=\S) [–—-] (?P<who>\p{Lu}[^–—:;\d]{1,60}) [–—-] (?P<when>[^–—:;]{3,30})$")
# "Open three hubs — Council, by March 2027"
_DASHED_ONCE = regex.compile(
    r"(?<=\S) [–—-] (?P<who>\p{Lu}[^–—:;,\d]{1,60}), (?P<when>[^–—:;,]{3,30}(?:,\s(?:19|20)\d\d)?)$"
)
_NAMED = regex.compile(r"(?<=\S) \((?P<who>\p{Lu}[^();:\d]{1,60})\)[.;]?$")
_FEWEST, _FEWEST_NAMED = 2, 3
_FEWEST_TOLD = 2
_DASHES = 4
"""Blanks in the shortest statement with two dashes behind it."""
_DONE = frozenset(("action", "milestone"))
# "Year 1", "Years 1–3", "Phase 2", "short-term": times that a plan counts itself
_COUNTED_TIME = regex.compile(
    r"(?:years?|phases?|months?|weeks?|quarters?) \d{1,2}(?:\s?(?:[–-]|to|and|&)\s?\d{1,2})?|"
    r"(?:within )?\d{1,2}(?:\s?(?:[–-]|to)\s?\d{1,2})? (?:years?|months?)|"
    r"(?:immediate|short|near|medium|mid|long)(?:[- ]to[- ](?:medium|mid|long))?(?:[- ]term)?",
    regex.IGNORECASE,
)


def with_bare_tails(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts with the fields in such tails taken out of their texts."""
    tails = [_tail(draft) for draft in drafts]
    found = sum(tail is not None for tail in tails)
    named = [_name_alone(draft) if tail is None else None for draft, tail in zip(drafts, tails, strict=True)]
    if _are_owners(named, found, drafts):
        tails = [tail or name for tail, name in zip(tails, named, strict=True)]
    elif found < _FEWEST:
        return list(drafts)
    return [
        draft if tail is None else without_tail(draft, tail, context) for draft, tail in zip(drafts, tails, strict=True)
    ]


def _are_owners(named: Sequence[FieldTail | None], dated: int, drafts: Sequence[Draft]) -> bool:
    """Whether names alone in brackets are owners: most of what is done has such a tail, and most of the names are those
    of offices, not of places (`Restore the wells (Northfield, Easton)`)."""
    alone = [tail.fields[0][2].text for tail in named if tail is not None]
    tailed = dated + len(alone)
    deeds = sum(draft.kind in _DONE for draft in drafts)
    offices = sum(map(names_office, alone))
    return tailed >= _FEWEST_NAMED and 2 * tailed > deeds and 2 * offices >= len(alone)


def _tail(draft: Draft) -> FieldTail | None:
    if draft.text[-2:].rstrip(".;").endswith((")", "]")):
        match = _TAIL.search(draft.text)
    else:
        open_to = draft.text.count(" ") > _DASHES and draft.owner is None
        match = (_DASHED.search(draft.text) or _DASHED_ONCE.search(draft.text)) if open_to else None
    words = draft.words
    if match is None or len(draft.text.split()) != len(words):
        return None
    told = len(draft.text[: match.start()].split())
    groups = match.groupdict()
    name, date = groups["who"] or groups["name"], groups["when"] or groups["date"]
    dashed, once = match.re in (_DASHED, _DASHED_ONCE), match.re is _DASHED_ONCE
    if told < _FEWEST_TOLD or not is_time(date) or (dashed and not is_name(name)):
        return None
    turn = told + dashed + len(name.split())
    who = Passage(name.strip(), words[told + dashed : turn])
    when = Passage(date.strip(), words[turn + (dashed and not once) :])
    return FieldTail(told=told, fields=(("owner", "", who), ("due", "", when)), names=())


def _name_alone(draft: Draft) -> FieldTail | None:
    """Who does it, alone in a bracket; no short form of what stands before it (`the National Plan (NP)`)."""
    closed = draft.kind in _DONE and draft.owner is None and draft.text[-2:].rstrip(".;").endswith(")")
    match = _NAMED.search(draft.text) if closed else None
    words = draft.words
    if match is None or len(draft.text.split()) != len(words) or not is_name(match["who"]):
        return None
    before = draft.text[: match.start()].split()
    if len(before) < _FEWEST_TOLD or _shortens(match["who"], before):
        return None
    return FieldTail(told=len(before), fields=(("owner", "", Passage(match["who"], words[len(before) :])),), names=())


def _shortens(name: str, before: Sequence[str]) -> bool:
    """Whether a name of one word has the first letters of the words before it."""
    letters = [char.casefold() for char in name if char.isupper()]
    initials = [word[0].casefold() for word in before[-2 * len(letters) :] if word[0].isalpha()]
    left = iter(initials)
    return len(name.split()) == 1 and all(letter in left for letter in letters)


def is_time(text: str) -> bool:
    """Whether a text only says when: `May 2027`, `Years 2–3`, `ongoing`."""
    bare = text.strip()
    return is_timeless(bare) or is_date_only(bare) or _COUNTED_TIME.fullmatch(bare) is not None


# "Action (lead)", "Actions and leads", "Task / Owner": what stands in brackets behind each
_WITH_LEAD = regex.compile(
    r"(?:\(|\band\b|/|&|,)\s*(?:lead|owner|responsible|who)(?:s|ship)?"
    r"(?: (?:officers?|agenc(?:y|ies)|departments?|partners?|bod(?:y|ies)|persons?))?\)?\W*$",
    regex.IGNORECASE,
)
_LEAD = regex.compile(r"(?<=\S)\s\((?P<who>\p{Lu}[^();:]{1,60})\)[.;]?$")


def with_lead_behind(draft: Draft, header: str, context: Context) -> Draft:
    """A statement under `Action (lead)` with who leads it, the bracket at its end, taken out of its text."""
    found = _LEAD.search(draft.text) if _WITH_LEAD.search(header) else None
    if found is None or is_date_only(found["who"]):
        return draft
    words = [word for line in draft.lines for word in line]
    told = len(words) - len(found["who"].split())
    if told < _FEWEST_TOLD or not words[told].text.startswith("("):
        return draft
    owner = ("owner", header, Passage(found["who"], tuple(words[told:])))
    return without_tail(draft, FieldTail(told=told, fields=(owner,), names=()), context)
