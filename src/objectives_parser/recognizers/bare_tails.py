"""Who and when in a bracket behind a statement, without names: `Review the units (Heads of School; by June 2027)`.

One such bracket may be a remark or a source; a document that writes several means fields by them.
"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.recognizers.field_tails import FieldTail, without_tail
from objectives_parser.values import is_date_only

_TAIL = regex.compile(
    r"(?<=\S) \((?:(?P<who>\p{Lu}[^();:\d]{1,80});\s+(?P<when>[^();]{3,40})|"
    r"(?P<name>\p{Lu}[\p{L}’.& -]{1,40}),\s+(?P<date>[^();,]{3,30}(?:,\s(?:19|20)\d\d)?))\)[.;]?$"
)
_FEWEST = 2
_FEWEST_TOLD = 2
_TIMELESS = frozenset({"ongoing", "annually", "continuous"})


def with_bare_tails(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts with the fields in such brackets taken out of their texts."""
    tails = [_tail(draft) for draft in drafts]
    if sum(tail is not None for tail in tails) < _FEWEST:
        return list(drafts)
    return [
        draft if tail is None else without_tail(draft, tail, context) for draft, tail in zip(drafts, tails, strict=True)
    ]


def _tail(draft: Draft) -> FieldTail | None:
    match = _TAIL.search(draft.text) if draft.text[-2:].rstrip(".;").endswith(")") else None
    words = draft.words
    if match is None or len(draft.text.split()) != len(words):
        return None
    told = len(draft.text[: match.start()].split())
    name, date = match.group("who") or match.group("name"), match.group("when") or match.group("date")
    if told < _FEWEST_TOLD or not _is_time(date):
        return None
    turn = told + len(name.split())
    who = Passage(name.strip(), words[told:turn])
    when = Passage(date.strip(), words[turn:])
    return FieldTail(told=told, fields=(("owner", "", who), ("due", "", when)), names=())


def _is_time(text: str) -> bool:
    return text.strip().casefold() in _TIMELESS or is_date_only(text)
