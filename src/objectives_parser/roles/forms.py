"""The grammatical form of a statement, as far as its words show it: "Gather feedback" commands, "Rollout of IT" names.

No parser runs here: the lists in ``verbs.txt`` (made by ``tools/train_wording.py`` from the lemma tables of
spacy-lookups-data) tell base-form verbs, and the word after a doubtful one decides ("Review the policy", "Review of
policy").
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

import attrs

from objectives_parser.roles.words import shipped, word_list

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,/]*%?|[%$£€#]")
DETERMINERS = word_list("object-determiners")
NOUN_SIGNS = word_list("noun-signs")
PARTICLES = word_list("particles")
COUNTING = word_list("counting")
FREQUENCIES = word_list("frequencies")
PREPOSITIONS = word_list("prepositions")
ASKING = word_list("asking")
PEOPLE = word_list("people")
PROPORTIONS = word_list("proportions")
DATA_OF = word_list("data-of")
NOUNS_IN_LY = word_list("nouns-in-ly")
OPEN_THINGS = word_list("open-things")
ADVERBS = word_list("adverbs")
QUANTITIES = word_list("quantities")
# "Phase 2", "Level 3": names of things with numbers.
NUMBERED_THINGS = word_list("numbered-things")
# "FY 13 Develop a manual": the year says when, the form is that of what follows.
LEADING_YEAR = re.compile(
    r"^\s*(?:(?:FY|CY)\s?)?(?:20)?\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\s*[-–:]?\s+(?=[^\W\d])", re.IGNORECASE
)
FINITE = word_list("finite")
PARTICIPLES_WITHOUT_ED = word_list("participles-without-ed")
MEASURE_WORDS = word_list("measure-words")


@attrs.frozen(kw_only=True)
class VerbLists:
    """Base-form verbs that are nothing else, and those that are nouns too but mostly begin commands in plans."""

    only: frozenset[str]
    mostly: frozenset[str]
    also: frozenset[str]


@functools.cache
def verb_lists() -> VerbLists:
    """The lists of ``verbs.txt``: three lines of words, ``only``, ``mostly`` and ``also`` nouns."""
    text = shipped("verbs.txt").decode("utf-8")
    lists = {name: frozenset(words.split()) for name, _, words in (line.partition(":") for line in text.splitlines())}
    return VerbLists(only=lists["only"], mostly=lists["mostly"], also=lists["also"])


def may_be_verb(word: str) -> bool:
    """Whether a word in lower case may begin a command, though it may be a noun as well: `place`, `close`."""
    verbs = verb_lists()
    return word in verbs.only or word in verbs.mostly or word in verbs.also


def words_of(text: str) -> list[str]:
    """The words and signs of a statement in lower case, numbers whole."""
    return [word.lower() for word in WORD.findall(text.replace("’", "'"))]


def is_imperative(text: str) -> bool:
    """Whether a statement begins with a base-form verb: "Gather structured feedback", "Continue to support".

    >>> is_imperative("Review the policy"), is_imperative("Review of policy"), is_imperative("Rollout of new IT")
    (True, False, False)
    """
    return _is_imperative(text[:200])


@functools.lru_cache(maxsize=4096)  # several recognizers ask it of each statement
def _is_imperative(beginning: str) -> bool:
    return _begins_with_verb(words_of(LEADING_YEAR.sub("", beginning)))


def _begins_with_verb(words: list[str]) -> bool:
    plain = _without_adverbs(words)
    if not plain:
        return False
    verbs, first = verb_lists(), plain[0]
    following = plain[1] if len(plain) > 1 else ""
    # "Audit data on dam safety" and "Use data on parks" are figures; "Use data on parks to plan" is a deed.
    if first in DATA_OF and plain[1:3] == ["data", "on"] and "to" not in plain:
        return False
    if first == "open" and following in OPEN_THINGS:
        return False
    if following in FINITE:  # "Support is available": the subject of a sentence
        return False
    if first in verbs.only:
        return True
    if following in NOUN_SIGNS or not following:
        return False
    if first in verbs.mostly:
        return True
    # "Continually benchmark practices": after an adverb a doubtful word is a verb.
    return first in verbs.also and (len(plain) < len(words) or _takes_object(plain, verbs))


def _without_adverbs(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and (words[start] in ADVERBS or _is_adverb(words[start])):
        start += 1
    return words[start:]


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 5 and word not in NOUNS_IN_LY


def _takes_object(words: list[str], verbs: VerbLists) -> bool:
    """Whether what follows a doubtful verb is its object: "Post the data", "Place 3 units", "Map and evaluate"."""
    if words[1] in DETERMINERS or words[1] in PARTICLES:  # "Roll out", "Scale up"
        return True
    if words[1][0].isdigit() or words[1] in COUNTING:
        return words[0] not in NUMBERED_THINGS
    # "Target vouchers to the most vulnerable", but "Target date to be set"
    if words[0] == "target" and any(a == "to" and b in DETERMINERS for a, b in itertools.pairwise(words[2:12])):
        return True
    if words[0] == "focus" and words[1] in ("on", "upon"):  # "Focus of the plan" names
        return True
    # "Act quickly on it", "Run quarterly events"; but "Target: unconditionally reduce"
    acts = _is_adverb(words[1]) and len(words) > 2 and words[2] in PREPOSITIONS | DETERMINERS
    if acts or words[1] in FREQUENCIES:
        return True
    if words[0] in ASKING and PEOPLE & set(words[1:4]):  # "Survey small businesses", but "Survey results"
        return True
    # "Position Canada as a leader", but "expenditure as a proportion of …"
    if any(words[at] == "as" and words[at + 1] in DETERMINERS for at in range(2, min(6, len(words) - 2))):
        return not PROPORTIONS & set(words)
    return words[1] in ("and", "or") and len(words) > 2 and words[2] in verbs.only | verbs.mostly


def is_noun_phrase(text: str) -> bool:
    """Whether a statement names something without saying that anybody does it: no command, no finite verb."""
    words = words_of(LEADING_YEAR.sub("", text[:200]))
    if not words or _begins_with_verb(words) or words[0] in ("to", "we", "by"):
        return False
    return not (words[0].endswith("ing") and len(words) > 1) and not FINITE & set(words[:6])


def is_reached(text: str) -> bool:
    """Whether a statement names something as reached: "Site opened", "Guide published by May"; but not "fewer cancelled
    services".
    """
    words = words_of(text)
    after = [*words[1:], "by"] if words else []
    return any(
        _is_participle(word) and (following in PREPOSITIONS or following[0].isdigit() or following in ("and", "or"))
        for word, following in list(zip(words, after, strict=True))[1:]
    )


def form_features(text: str) -> Iterator[str]:
    """The names of the forms that a statement has; the wording model weighs them."""
    words = words_of(LEADING_YEAR.sub("", text))
    if not words:
        return
    first, kinds = words[0], set(words)
    yield _opening(words)
    yield f"length:{min(len(words), 40) // 4}"
    if first in QUANTITIES:
        yield "opens:quantity"
    if kinds & {"%", "percent"} or any(word.endswith("%") for word in words):
        yield "has:%"
    if any(word[0].isdigit() for word in words):
        yield "has:number"
    if kinds & MEASURE_WORDS:
        yield "has:measure-word"
    if kinds & {"will", "shall"}:
        yield "has:will"
    if FINITE & kinds:
        yield "has:finite"
    if _is_participle(words[-1]) or (len(words) > 3 and any(_is_participle(word) for word in words[-4:-1])):
        yield "ends:participle"
    if text.rstrip().endswith("."):
        yield "ends:stop"
    if re.search(r"\b(?:19|20)\d\d\b", text):
        yield "has:year"
    if first.endswith("ed") and len(first) > 4:
        yield "opens:participle"


def _opening(words: list[str]) -> str:
    first = words[0]
    if _begins_with_verb(words):
        return "opens:verb"
    if first == "to" and len(words) > 1 and words[1] in verb_lists().only | verb_lists().mostly | verb_lists().also:
        return "opens:to-verb"
    if first.endswith("ing") and len(first) > 4:
        return "opens:gerund"
    if first in DETERMINERS:
        return "opens:determiner"
    if first in ("we", "by", "through") or first[0].isdigit():
        return f"opens:{'number' if first[0].isdigit() else first}"
    return "opens:noun"


def _is_participle(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 4) or word in PARTICIPLES_WITHOUT_ED
