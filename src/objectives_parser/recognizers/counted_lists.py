"""Lists that the sentence over them tells of without a colon, or counts: `Below are our goals for 2027.`, `Its four
areas guide the service:` over four commands.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from objectives_parser.document import ListItem
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import Kind
from objectives_parser.roles.label_forms import COUNTING
from objectives_parser.statements import block_statement

_WORDS = COUNTING[1:]
_NOUNS = (
    r"(?:(?P<objective>goals|objectives|aims|priorities|outcomes|ambitions)|"
    r"(?P<measure>indicators|metrics|kpis|(?:success|performance) (?:measures|criteria)|measures of success)|"
    r"(?P<milestone>milestones|deliverables)|(?P<action>actions|action items|action steps|steps|commitments|tasks))\b"
)
# "Below are the priorities of the plan.", "These are the actions that we will take."
_HERE_ARE = regex.compile(
    r"(?:here|below|these|listed below|the following) are (?:the|our|its|their|all)\s(?:(?!of\b)[\w-]+\s){0,3}?"
    rf"{_NOUNS}[^.:]{{0,80}}\.$",
    regex.IGNORECASE,
)
# "These five goals are what we work for.": said of the list below
_THESE = regex.compile(
    rf"\bThese (?:\d{{1,2}}|{'|'.join(_WORDS)}) (?:[\w-]+ ){{0,2}}?"
    r"(?:(?P<objective>goals|objectives|aims|priorities|ambitions)|(?P<action>actions|commitments))\b[^.:]{3,140}\.$"
)
# "Our priorities for the year are listed below.", "The goals of the district are as follows."
_LISTED = regex.compile(
    rf"(?:[^.:]{{0,60}}\s)?(?:{_NOUNS})[^.:]{{0,60}}?\s(?:are|is)\s(?:listed|outlined|set out|shown|given|presented|"
    r"described|detailed|summari[sz]ed|stated)?\s?(?:below|as follows|here)\.$",
    regex.IGNORECASE,
)
# "The board has adopted the following five goals."
_FOLLOWING = regex.compile(
    rf"(?:[^.:]{{0,80}}\s)?the following (?:[\w-]+ ){{0,4}}?{_NOUNS}[^.:]{{0,60}}\.$", regex.IGNORECASE
)
# "The plan is built around the priorities listed below.", "… rests on the below listed department priorities."
_AROUND = regex.compile(
    r"\b(?:built|organi[sz]ed|structured|constructed|arranged|cent(?:er|re)d|based|founded) "
    r"(?:around|on|upon)\s(?:(?:the|its|our|these)\s)?"
    rf"(?:(?:below listed|listed below|below|following)\s(?:[\w-]+ ){{0,4}}?{_NOUNS}|"
    rf"(?:[\w-]+ ){{0,4}}?{_NOUNS}\s(?:(?:listed|set out|outlined|described) )?below)\.$",
    regex.IGNORECASE,
)
_OVER = regex.compile(
    r"\b(?:achieved|completed|met|reached|accomplished|taken|undertaken|carried out|implemented|made|discussed|"
    r"delivered|removed|considered|excluded|not)\b",
    regex.IGNORECASE,
)
# "Its four areas guide …:", "The 5 pillars of our plan are:"
_COUNTED = regex.compile(
    rf"\b(?P<number>\d{{1,2}}|{'|'.join(_WORDS)}) (?:(?:strategic|key|priority|focus|main|broad|core|guiding) ){{0,2}}"
    r"(?:areas|pillars|themes|directions|directives|drivers|imperatives)\b[^.:]{0,80}:$",
    regex.IGNORECASE,
)
# "The board adopted three objectives for the period to 2029.", "The council has set itself four goals:"
_SET = regex.compile(
    r"[^.:;]{2,100}?\b(?:sets?|adopted|adopts|agreed|agrees|identified|identifies|pursues|established|defined|chosen|"
    r"chose|has|have|are|committed to|commits to|focus(?:es)? on)\s(?:out |itself |ourselves |themselves |on )?"
    rf"(?:the following )?(?P<number>\d{{1,2}}|{'|'.join(_WORDS)}) (?:[\w-]+ ){{0,3}}?"
    r"(?:goals|objectives|aims|priorities|priority areas|outcomes|ambitions)\b[^.:;]{0,120}[.:]$",
    regex.IGNORECASE,
)
# "In summary these are:", "They are as follows:": what the sentence before spoke of
_THESE_ARE = regex.compile(r"(?:[\w ]{0,20},? )?(?:these|they) are(?: as follows)?:$", regex.IGNORECASE)
_SPOKEN_OF = regex.compile(rf"\b{_NOUNS}", regex.IGNORECASE)
_LEAST = 4  # words


def told_list(sentence: str) -> Kind | None:
    """What the list under a whole sentence is of, where that says so; None for what was done, or other sentences.

    >>> told_list("Below are the priorities of the plan."), told_list("The following goals were met in 2026.")
    ('objective', None)
    """
    if not sentence.endswith(".") or _OVER.search(sentence):
        return None
    found = (
        _HERE_ARE.match(sentence)
        or _LISTED.match(sentence)
        or _FOLLOWING.match(sentence)
        or _AROUND.search(sentence)
        or _THESE.search(sentence)
    )
    kind: Kind | None = found.lastgroup if found is not None else None
    sure = found is not None and found.re in (_HERE_ARE, _THESE)
    if kind == "action" and not sure and " will " not in f" {sentence} ":
        return None  # `The following steps are open to all.`
    return kind


def these_are(sentences: Sequence[str]) -> Kind | None:
    """What a list is of whose lead-in only points to the sentences before it.

    >>> these_are(["The act asks us to set equality objectives.", "In summary these are:"])
    'objective'
    """
    if len(sentences) < 2 or not _THESE_ARE.match(sentences[-1]):
        return None
    found = [spoken.lastgroup for sentence in sentences[:-1] for spoken in _SPOKEN_OF.finditer(sentence)]
    return found[-1] if found else None


def sets_aims(sentence: str, following: Sequence[object]) -> bool:
    """Whether a sentence says how many aims a body has set itself, and that many statements stand under it; names too
    (`Economic vitality`) where the sentence is left open for them."""
    counted = _SET.match(sentence) if not _OVER.search(sentence) else None
    run = _run_of(counted["number"], following) if counted is not None else ()
    least = 1 if sentence.endswith(":") else _LEAST
    return bool(run) and all(len(text.split()) >= least for text in run)


def _run_of(said: str, following: Sequence[object]) -> list[str]:
    """The items right under a sentence if they are as many as it says, and no more."""
    number = int(said) if said.isdigit() else _WORDS.index(said.casefold()) + 2
    run = [block for block in following[: number + 1] if isinstance(block, ListItem)]
    return [block_statement(block.lines, block.marker).text for block in run] if len(run) == number else []


def counts_aims(sentence: str, following: Sequence[object]) -> bool:
    """Whether a lead-in counts the parts of a plan, and that many commands or named statements stand under it."""
    counted = _COUNTED.search(sentence)
    if counted is None:
        return False
    texts = _run_of(counted["number"], following)
    return (
        bool(texts)
        and all(len(text.split()) >= _LEAST for text in texts)
        and (all(map(tells, texts)) or all(":" in text for text in texts))
    )
