"""Whether a text tells a deed: one to be done, one under way or one that is past; or how things are, which is none."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.recognizers.wordings.counted import explains_count
from objectives_parser.roles import is_imperative

# "By 2030, upgrade watershed health …", "From 2021, all new …"
DATE_FIRST = regex.compile(r"(?:by|from|in|during|before|until|after|starting)\s[^,;:.]{2,40},\s+", regex.IGNORECASE)


def tells(text: str) -> bool:
    """Whether the text tells somebody to do something: it begins with a base-form verb, behind a date or not."""
    date = DATE_FIRST.match(text)
    return is_imperative(text[date.end() :] if date else text)


# "Tools: Develop models …", "Knowledge Management – Establish …"; "Stage 1: Model …" is a step of a method
_TITLE_BEFORE = regex.compile(r"\p{Lu}[^:;.!?–—\d]{1,70}(?::|\s[–—-])\s+(?=\p{Lu})")


def tells_behind_title(text: str) -> bool:
    """Whether a short title names what the command behind it is about: `Tools: Develop models to support …`."""
    title = _TITLE_BEFORE.match(text)
    return title is not None and len(title.group().split()) <= 9 and tells(text[title.end() :])


# "To maintain the footpaths", "To promptly answer letters", but "To date, …"
_TO_DO = regex.compile(
    r"To\s+(?:\p{Ll}+ly\s+)?(?!(?:date|the|this|that|these|those|an?|our|their|its|his|her|my|your|some|all|any|"
    r"each|every|which|whom|what|it|him|them|us|you|me|one|two|\p{Ll}+ing)\b)(?=\p{Ll})"
)


def is_to_do(text: str) -> bool:
    """Whether a text says with an infinitive what is to be done: `To maintain the footpaths`."""
    return text.startswith("To") and bool(_TO_DO.match(text))


# "We are publishing …", "In answer to that, we’re also adding …"
_UNDER_WAY = regex.compile(
    r"(?:\p{Lu}[^.;:]{3,120}?,\s+we|We)(?:\s+are|[’']re)\s+(?:also\s+|now\s+|currently\s+|already\s+|still\s+)?"
    r"(?!being|going|having|seeing|facing|experiencing|learning|dealing|struggling)\p{Ll}{2,}ing\b"
)


def is_under_way(text: str) -> bool:
    """Whether a text says what its authors are doing: `We are publishing the figures`."""
    return bool(_UNDER_WAY.match(text))


# "Designated a liaison …", "Created and tested …", "Held 12 meetings"; but "Improved access to care", "Expanded use"
_PAST = regex.compile(
    r"(?:\p{Lu}?\p{L}{2,}ed|built|held|made|began|led|won|gave|took|set|put|ran|grew|wrote|met)\s+"
    r"(?:(?:and\s+)?\p{Ll}+ed\s+)?(?:out\s+|up\s+)?"
    r"(?:(?:an?|the|its|our|their|all|several|over|more\s+than|nearly|about|with|\d[\d,.]*|two|three|four|five|six|ten)\s|"
    r"(?:and\s+)?\p{Ll}+ed\s+\p{Ll})",
    regex.IGNORECASE,
)


def is_past(text: str) -> bool:
    """Whether the text begins with what somebody did: `Designated a BLM liaison to …`."""
    return bool(_PAST.match(text)) and not tells(text)


# "Both partners have agreed to fly two test missions": decided, and still to be done
_COMMITS = regex.compile(
    r"\b(?:will|shall|commits? (?:itself )?to|(?:is|are) committed to|intends? to|pledges? to|(?:we|it) plans? to|"
    r"ha(?:s|ve) (?:also |now )?(?:agreed|decided|chosen|undertaken|pledged|opted|resolved|elected) to)\b",
    regex.IGNORECASE,
)
_DONE = regex.compile(r"\b(?:has|have|had|was|were)\s+(?:\w+ly\s+)?(?:been\s+)?\w+(?:ed|en|t|ne)\b", regex.IGNORECASE)


def is_done(text: str) -> bool:
    """Whether the text reports what has been done (`A policy was adopted …`): progress, no action of the plan."""
    return (bool(_DONE.search(text[:80])) or is_past(text)) and not _COMMITS.search(text) and not tells(text)


_FIRST_SENTENCE = regex.compile(r".*?[\p{Ll}\d)][.;](?=\s|$)|.*", regex.DOTALL)


def first_sentence(text: str) -> str:
    """The text up to its first full stop or semicolon."""
    first = _FIRST_SENTENCE.match(text)
    return first.group() if first else text


# "Schedule repairs of all locks together, so that the river is closed once"
_PURPOSE = regex.compile(r"\b(?:so that|unless|until|whether)\b", regex.IGNORECASE)
_SAYS_HOW_IT_IS = regex.compile(
    r"\b(?:is|are|was|were|has|have|had|may|might|could|can|must|does|do|seeks?|strives?|continues?|will|shall|enables?|"
    r"directed|identified|provided)\b"
)


def names_deed(text: str) -> bool:
    """Whether an item of a list that may hold other things too (under a slide's `Goal Structure & Strategies`) names
    something to be done: a command, `To …`, a gerund, or the bare name of a piece of work."""
    sentence = first_sentence(text)
    opening = sentence.split()[0].casefold() if sentence.split() else ""
    if tells(sentence) or opening == "to":
        return True
    main = _PURPOSE.split(sentence, maxsplit=1)[0]
    return not _SAYS_HOW_IT_IS.search(main) and not is_past(sentence) and not explains_count(sentence)


# "A shared register of data will make the offices' work easier"; but "There will be …", "Costs will rise if …"
_BRINGS = regex.compile(
    r"(?:An?|The|Our|New|\p{Lu}\p{L}+ing)\s[^.;:?]{3,160}?\bwill\s(?:also\s|then\s|help\s)?"
    r"(?:allow|build|close|create|deliver|drive|enable|ensure|establish|expand|give|help|improve|increase|lead|lower|make|"
    r"provide|raise|reduce|save|set|strengthen|support|streamline|speed)\b"
)
_DOUBTS = regex.compile(r"\b(?:if|unless|may|might|lack|risks?|challenges?|barriers?|not|difficult\w*|depend\w*)\b")


def brings_about(text: str) -> bool:
    """Whether a text says of a thing yet to be made what it will bring: `A shared register will make work easier`."""
    return " will " in text and _BRINGS.match(text) is not None and _DOUBTS.search(text) is None


_IS = regex.compile(
    r"(?:the\s+)?[\w’', -]{2,70}?\s(?:is|are|was|were|has been|have been|continues? to be)\s", regex.IGNORECASE
)
# "Providing other ways for people if they are offline": how things are in a clause of the deed's
_GERUND = regex.compile(r"\p{L}\p{Ll}+ing\s")
_CLAUSE = regex.compile(r"\b(?:if|that|which|who|whom|where|when|while|until|unless|so|because|what|how)\b")


# "The partners are continuing systems tests", "The office is working to close gaps"; but "Costs are rising fast"
_DOES = regex.compile(
    r"[^.;:?]{3,120}?\s(?:is|are)\s+(?:also\s+|now\s+|currently\s+|already\s+|still\s+|actively\s+|jointly\s+)?"
    r"(?:(?:working|planning|preparing|seeking)\s+(?:to|on|with|towards?|for)\s|"
    r"(?:develop|review|continu|identify|implement|build|updat|design|establish|creat|conduct|deliver|expand|prepar|"
    r"test|train|pilot|publish|draft|revis|launch|strengthen|improv|upgrad|install|introduc|assess|evaluat)ing\s"
    r"(?!in\b|at\b|by\b|from\b|due\b|as\b|\w+ly\b))",
    regex.IGNORECASE,
)


def is_doing(text: str) -> bool:
    """Whether a text says what somebody works at, who is named in it: `The partners are continuing systems tests`."""
    return "ing " in text and bool(_DOES.match(text))


# "The provider must ensure that fire doors are checked"
_ASKED = regex.compile(r"\b(?:must|should|shall)\s+\p{Ll}+\s", regex.IGNORECASE)


def describes(text: str) -> bool:
    """Whether a statement says how things are (`Deferred maintenance is a Departmental priority`): no deed."""
    told = _IS.match(text)
    if (
        told is None
        or tells(text)
        or _ASKED.search(told.group())
        or (_GERUND.match(text) and _CLAUSE.search(told.group()))
        or _PURPOSE.search(told.group())
    ):
        return False
    return not (_COMMITS.search(text) or is_to_do(text) or is_under_way(text) or is_doing(text))
