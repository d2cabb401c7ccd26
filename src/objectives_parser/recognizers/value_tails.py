"""The values behind an indicator without names that a colon parts: `Sheds built. Baseline 0, target 30 in 2027.`"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Draft, Passage
from objectives_parser.frozen import evolve
from objectives_parser.labelling import first_words
from objectives_parser.recognizers.row_targets import with_target
from objectives_parser.statements import text_of

_VALUE = r"(?:[^\s.;,()]|[.,](?=\d)|\s(?!target|baseline)){1,40}+"
_BASELINE = rf"(?:baseline|current(?:ly| value| level)?)(?: value)?(?: (?:is|of|was)|:)? (?P<baseline>{_VALUE})"
_TARGET = rf"targets?(?: value)?(?: (?:is|of)|:)? (?P<target>{_VALUE})"
_TAIL = regex.compile(
    rf"(?<=\S)[.;,]? \(?(?:{_BASELINE}[,;.] {_TARGET}|{_TARGET}[,;.]? \(?{_BASELINE}\)?)\)?[.;]?$", regex.IGNORECASE
)
_FEWEST_TOLD = 2


def with_value_tails(drafts: Sequence[Draft]) -> list[Draft]:
    """The measures with the target and the baseline behind them taken out of their texts."""
    return [_without_values(draft) if draft.kind == "measure" else draft for draft in drafts]


def _without_values(draft: Draft) -> Draft:
    text, words = draft.text, draft.words
    folded = text.casefold()
    if (
        draft.target is not None
        or "baseline" not in folded
        or "target" not in folded
        or len(text.split()) != len(words)
    ):
        return draft
    tail = _TAIL.search(text)
    told = len(text[: tail.start()].split()) if tail is not None else 0
    if tail is None or told < _FEWEST_TOLD or not any(map(str.isdigit, tail["target"])):
        return draft
    kept = draft.spot is not None or words[told].text[0] == "("
    lines = draft.lines if kept else first_words(draft.lines, told)
    before = len(text[: tail.start("target")].split())
    values = words[before : before + len(tail["target"].split())]
    bare = draft if kept else evolve(draft, lines=lines, text=text_of(lines).rstrip(" .;,("))
    return with_target(bare, Passage(tail["target"].strip(), values), Passage(tail["baseline"].strip()))
