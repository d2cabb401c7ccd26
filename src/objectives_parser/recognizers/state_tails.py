"""How far a statement is, behind it or before it and without a name: `Hire 300 examiners. (Complete)`, `Release the
tool – delayed`, `[On track] Sign the agreements`.

One such word may be a remark; a document that writes several tells states by them.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.drafts import Draft, Passage
from objectives_parser.frozen import evolve
from objectives_parser.labelling import drop_words, first_words
from objectives_parser.recognizers.wordings import is_state
from objectives_parser.statements import text_of

_BEHIND = regex.compile(
    r"(?:(?<=[.;!])\s(?P<state>\p{Lu}[\p{Ll} -]{2,24})|"
    r"(?<=\S)\s(?:\((?P<state>[^()\[\];:]{3,30})\)|"
    r"\[(?P<state>[^()\[\];:]{3,30})\]|[–—-]\s(?P<state>\p{Lu}?[\p{Ll} -]{3,24})))[.;]?$"
)
_BEFORE = regex.compile(
    r"(?:(?P<state>\p{Lu}[\p{Ll} -]{2,24}):|\[(?P<state>[^()\[\];:]{3,30})\]|"
    r"\((?P<state>[^()\[\];:]{3,30})\))\s(?=\p{Lu})"
)
_FEWEST, _FEWEST_TOLD = 2, 2


@attrs.frozen(eq=False)
class _State:
    """The words of a statement that tell its state, from one position to before another."""

    begin: int
    end: int
    text: str


def with_state_tails(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with such states taken out of their texts."""
    states = [_state(draft) for draft in drafts]
    if sum(state is not None for state in states) < _FEWEST:
        return list(drafts)
    return [draft if state is None else _told(draft, state) for draft, state in zip(drafts, states, strict=True)]


def _state(draft: Draft) -> _State | None:
    text, words = draft.text, draft.words
    if draft.status is not None or draft.kind == "measure" or len(text.split()) != len(words):
        return None
    behind = _BEHIND.search(text[-40:])
    if behind is not None and _tells_state(behind["state"]):
        begin = len(text[: len(text) - len(text[-40:]) + behind.start()].split())
        return _State(begin, len(words), behind["state"]) if begin >= _FEWEST_TOLD else None
    before = _BEFORE.match(text) if text[:1] in "[(" or ":" in text[:26] else None
    if before is not None and _tells_state(before["state"]):
        end = len(text[: before.end()].split())
        return _State(0, end, before["state"]) if len(words) - end >= _FEWEST_TOLD else None
    return None


def _tells_state(text: str) -> bool:
    """Whether a text is a word for how far something is; `ongoing` says by when."""
    return is_state(text) and text.casefold().strip(" .").replace("-", "") != "ongoing"


def _told(draft: Draft, state: _State) -> Draft:
    words = draft.words[state.begin : state.end]
    lines = drop_words(draft.lines, state.end) if not state.begin else first_words(draft.lines, state.begin)
    return evolve(draft, lines=lines, text=text_of(lines), status=Passage(state.text, words))
