"""Indicators that running text names: in quotation marks behind the word, or as what the metric is."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.labelling import drop_words
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
# "Success will be measured by …", "We will measure our progress through …", "We will know that it works when …"
_MEASURED_BY = regex.compile(
    r"(?:(?:our|the|its|this|overall)\s)?(?:success|progress|performance|achievement|impact|delivery|"
    r"(?:(?:this|the|each)\s)?(?:goal|objective|aim|priority|outcome))(?:\s(?:here|in\sthis\sarea|of\s[^,.;:]{3,60}))?\s"
    r"(?:will|shall|is|are)\s(?:to\s)?(?:be\s)?(?:measured|judged|assessed|gauged|evaluated|tracked)\s"
    r"(?:by|through|via|using|against|in\sterms\sof|with)\s"
    r"|we\s(?:will|shall)\s(?:measure|judge|gauge|track)\s(?:our\s|the\s|its\s)?(?:success|progress|performance|impact)\s"
    r"(?:by|through|via|using|against|in\sterms\sof|with)\s"
    r"|(?:we|you|i)(?:\s(?:will|shall)|['’]ll)\sknow\s(?:that\s)?(?:we|you|i|this|it)\s[^,.;:]{2,50}?\s(?:when|if|because)\s",
    regex.IGNORECASE,
)
# "the share of …", "how many …", "a fall in …", "fewer …": what can be counted, and no body that assesses
_SHOWS = regex.compile(
    r"(?:(?:the|an?|our|its|any|both)\s)?(?:(?:overall|total|average|annual|year-on-year|measurable|sustained)\s)*"
    r"(?:%|numbers?|percentages?|percent|shares?|proportions?|rates?|levels?|averages?|amounts?|scores?|volumes?|counts?|"
    r"changes?\sin|increases?\sin|reductions?\sin|decreases?\sin|rises?\sin|falls?\sin|growth\sin|improvements?\sin|"
    r"declines?\sin|increased|reduced|improved|higher|lower|fewer|more|less|better|shorter|faster|"
    r"how\s(?:many|much|often|well|far|quickly|long)|whether|\d)\b",
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


def measured_by(statement: Statement) -> Statement | None:
    """What success is said to be measured by: `Success will be measured by the share of waste that is recycled.`"""
    text = statement.text
    folded = text[:160].casefold()
    if not any(sign in folded for sign in _SIGNS_OF_MEASURING):
        return None
    found = _MEASURED_BY.match(text)
    if found is None:
        return None
    rest = attrs.evolve(statement, lines=drop_words(statement.lines, len(found.group().split())))
    sure = found.group().rstrip().casefold().endswith(("when", "if", "because"))
    if not len(rest.words) >= _LEAST or not (sure or _SHOWS.match(rest.text)):
        return None
    return rest


_SIGNS_OF_MEASURING = ("measur", "judge", "assess", "gauge", "evaluat", "track", "know")


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
