"""Indicators that running text names: in quotation marks behind the word, or as what the metric is."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.statements import Statement

_OPENING, _CLOSING = '“"„«', '”"“»'
_NAMES_ONE = regex.compile(
    r"\b(?:indicator|metric|kpi)s?(?:\s(?:is|are|of|called|named|used))*[,:]?$", regex.IGNORECASE
)
# "The metric being used is the number of …", "Note: the indicator is the share of …"
_METRIC_IS = regex.compile(
    r"(?:notes?\s*:\s*)?(?:the|our|its|this)\s(?:[\w-]+\s){0,3}?(?:metric|indicator|measure)s?\s"
    r"(?:(?:(?:that|which)\s)?(?:(?:is|are|will\sbe|being|to\sbe)\s)?used\s(?:for\s[\w\s-]{3,40}?\s|to\s[\w\s-]{3,40}?\s)?)?"
    r"(?:is|are|will\sbe)\s(?:the|an?|how|number|percent\w*|%)\b",
    regex.IGNORECASE,
)
# "“Good” is defined by", "Accessible means:": what is nested under it tells what a word of the indicator means
_DEFINES = regex.compile(
    r"(?:\b(?:is|are)\s(?:\w+ly\s)?(?:defined|calculated|determined|classified)\s(?:by|as|from|using|when|if)|\bmeans)\s*:?$",
    regex.IGNORECASE,
)
_LEAST, _MOST = 3, 30


def quoted_indicator(statement: Statement) -> Statement | None:
    """The indicator that a sentence names in quotation marks: `The key indicator, “Share of roads in good condition,”
    tells …`."""
    text = statement.text
    if not any(mark in text for mark in _OPENING):
        return None
    folded = text.casefold()
    if not any(name in folded for name in ("indicator", "metric", "kpi")):
        return None
    words = statement.words
    begin = next((at for at, word in enumerate(words) if at and word.text[0] in _OPENING), None)
    if begin is None or not _NAMES_ONE.search(" ".join(word.text for word in words[max(0, begin - 4) : begin])):
        return None
    end = next((at for at in range(begin, len(words)) if words[at].text.rstrip(".,;:")[-1:] in _CLOSING), None)
    if end is None or not _LEAST <= end - begin + 1 <= _MOST:
        return None
    named = [_bare(word) for word in words[begin : end + 1]]
    return Statement((tuple(word for word in named if word.text),))


def _bare(word: Word) -> Word:
    """The word without the quotation marks around the name that it begins or ends."""
    left = word.text.lstrip(_OPENING)
    bare = left.rstrip(".,;:").rstrip(_CLOSING).rstrip(".,;:") if set(left[-2:]) & set(_CLOSING) else left
    if bare == word.text:
        return word
    start = word.start + len(word.text) - len(left)
    return attrs.evolve(word, text=bare, start=start, end=start + len(bare))


def tells_metric(text: str) -> bool:
    """Whether a sentence about the indicators says what the indicator is."""
    return bool(_METRIC_IS.match(text))


def defines(text: str) -> bool:
    """Whether an item is left open for what a word means."""
    return bool(_DEFINES.search(text))
