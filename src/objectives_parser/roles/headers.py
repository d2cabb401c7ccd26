"""What a column header announces: "Milestone Due Date" is a due, "Measures of success" a measure."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

import attrs

from objectives_parser.records import STATEMENTS
from objectives_parser.roles.forms import PREPOSITIONS
from objectives_parser.roles.header_forms import (
    ASKED,
    BEGINS_VALUE,
    BRACKET,
    BRACKETS,
    COLON_OR_LONG_DASH,
    DETERMINERS,
    HORIZON,
    HOW_IT_IS_DONE,
    IS_DOING,
    JOINTS,
    KIND_OF,
    LEADING_ENDS,
    LEADING_HEADER,
    LEADING_YEAR,
    LONGEST_BODY,
    LONGEST_HEADER,
    NAME_AND_ASKED,
    NAME_ASKED,
    NOTE_MARK,
    NUMBERED,
    NUMBERING,
    OF_PLACES,
    PERIOD,
    PLAN_MODIFIERS,
    PROMISE_ENDS,
    PROMISES,
    RESULTS,
    SAID_OF,
    SECTION,
    SENTENCE_WORDS,
    STATEMENT_VERBS,
    SURELY_HEAD,
    SURELY_SAID,
    TRAILING_NUMBER,
    WHAT_IS_DONE,
    WILL,
)
from objectives_parser.roles.questions import asked_role
from objectives_parser.roles.vocabulary import Role, Term, Vocabulary, default_vocabulary, singular, tokens


@attrs.frozen(kw_only=True)
class HeaderRole:
    """The role that a header's words speak for.

    ``level`` is the source's own word for an objective ("goal"), ``term`` the vocabulary's term that matched.
    ``strength`` is 1 where the header is the term, 0.8 where the term is the head of a longer header, below 0.4 where
    the term only stands somewhere in a sentence: such a text is a body cell rather than a header.
    """

    role: Role
    level: str | None = None
    strength: float
    term: str


def header_role(text: str, vocabulary: Vocabulary | None = None) -> HeaderRole | None:
    """The role that a column header's words speak for, or None where they speak for none.

    >>> header_role("Milestone Due Date").role, header_role("DIP Goals").level
    ('due', 'goal')
    """
    return role_of_header(text, vocabulary or default_vocabulary())


_OPEN_END = ("…", "...")  # `In 2027 we will…`


# Remembered: layout and recognizers ask for the same cells again.
@functools.lru_cache(maxsize=65_536)
def role_of_header(text: str, vocabulary: Vocabulary) -> HeaderRole | None:
    """The role that a header's words speak for in the words of that vocabulary."""
    plain = " ".join(text.split()).rstrip(" :;*.…" if text.endswith(_OPEN_END) else " :;*")
    if plain[-1:].isdigit():
        plain = NOTE_MARK.sub("", plain)
    if not plain or len(plain) > 300:
        return None
    if PERIOD.fullmatch(plain) or (BRACKET.search(plain) and PERIOD.fullmatch(BRACKETS.sub("", plain).strip())):
        return HeaderRole(role="period", strength=1.0, term=plain.lower())
    if plain[0] in "nNsSlLfFbB" and (ahead := HORIZON.fullmatch(plain)) and PERIOD.fullmatch(ahead.group("said")):
        return HeaderRole(role="period", strength=1.0, term=plain.lower())
    if plain[0] in "pPsScC":
        plain = SECTION.sub("", plain)
    if plain[:1].isdigit() or plain[:1] in "fFqQ":
        plain = LEADING_YEAR.sub("", plain)
    if plain.endswith(LEADING_ENDS) and (led := LEADING_HEADER.match(plain)):
        found = role_of_header(led.group("name"), vocabulary)
        return found and _as_strong(found, round(0.95 * found.strength, 3))
    if plain[-1] in ")]" and (asked := ASKED.fullmatch(plain)):
        said = role_of_header(asked.group("said"), vocabulary)
        if said is not None and said.strength >= SURELY_SAID:
            return _as_strong(said, 0.95)
    if (
        "?" in plain
        and (asked := NAME_ASKED.match(plain) or NAME_AND_ASKED.fullmatch(plain))
        and (found := _name_and_question(asked, vocabulary))
    ):
        return found
    if "," in plain and (valued := _with_its_values(plain, vocabulary)):
        return valued
    best = max(_readings(plain, vocabulary), key=lambda found: found.strength, default=None)
    if best is not None and best.role == "category" and (kind := KIND_OF.match(plain)):
        said = role_of_header(plain[kind.end() :], vocabulary)
        if said is not None and said.role == "note" and said.strength >= SURELY_SAID:
            return said
    return best and _as_strong(best, round(best.strength * _header_likeness(plain, best), 3))


_LISTED = re.compile(r"\s*[,;/&]\s*(?:and\s+)?|\s+and\s+")
_MOST_LISTED = 4
_ITS_VALUES = frozenset(("baseline", "target"))


def _with_its_values(plain: str, vocabulary: Vocabulary) -> HeaderRole | None:
    """`Indicators, baselines and targets`: the measures, with what belongs to each in the same cell."""
    first, *others = _LISTED.split(plain)
    if not 0 < len(others) < _MOST_LISTED or not all(others):
        return None
    roles = [role_of_header(part, vocabulary) for part in (first, *others)]
    if any(role is None or role.strength < SURELY_SAID for role in roles):
        return None
    named, *values = (role for role in roles if role is not None)
    valued = named.role == "measure" and all(role.role in _ITS_VALUES for role in values)
    return _as_strong(named, 0.95) if valued else None


def column_role(text: str) -> HeaderRole | None:
    """What a text says over a column that no word of the vocabulary names: what somebody promises, or whose number.

    >>> column_role("This year we will").role, column_role("Metric #").role, column_role("Zip code")
    ('action', 'label', None)
    """
    plain = " ".join(text.split()).rstrip(" :;*.…" if text.endswith(_OPEN_END) else " :;*").replace("’", "'")
    if plain.endswith(PROMISE_ENDS) and (promised := PROMISES.match(plain)):
        return HeaderRole(role="milestone" if promised["reached"] else "action", strength=0.9, term="we will")
    numbered = NUMBERED.fullmatch(plain)
    if numbered is not None and OF_PLACES.search(numbered["of"]) is None:
        return HeaderRole(role="label", strength=0.9, term=plain.lower())
    return None


def _name_and_question(asked: re.Match[str], vocabulary: Vocabulary) -> HeaderRole | None:
    """`Action steps What will be done?`, `WHO? Who needs to be involved?`: the name decides; `Results? What data will
    indicate success?` asks for measures."""
    name = role_of_header(asked["name"], vocabulary)
    asks = role_of_header(asked["asks"], vocabulary) if name is None or name.role == "objective" else None
    told = asks if asks is not None and asks.role == "measure" else name
    return _as_strong(told, round(0.95 * told.strength, 3)) if told is not None and told.strength >= 0.5 else None


def header_lead(text: str) -> str | None:
    """The beginning of the sentences in a column, where its header gives one.

    >>> header_lead("Sub-goals: By May 2029, the agency will:")
    'By May 2029, the agency will'
    >>> header_lead("In 2027 we will…")
    'In 2027 we will'
    """
    plain = text.rstrip(" :;*.…")
    led = LEADING_HEADER.match(plain) if plain.endswith(LEADING_ENDS) else None
    if led is not None:
        return led.group("lead")
    return plain if plain.endswith(PROMISE_ENDS) and PROMISES.match(plain) else None


def _as_strong(found: HeaderRole, strength: float) -> HeaderRole:
    return HeaderRole(role=found.role, level=found.level, strength=strength, term=found.term)


def _readings(plain: str, vocabulary: Vocabulary) -> Iterator[HeaderRole]:
    bare = NUMBERING.sub("", plain)
    printed = tokens(bare)
    if vocabulary.beginnings.isdisjoint(printed):
        return
    short = BRACKETS.sub(" ", bare).strip(" :;-–") if BRACKET.search(bare) else bare.strip(" :;-–")
    short = (TRAILING_NUMBER.sub("", short) if short[-1:].isdigit() else short) or bare
    kept = printed if short == bare else tokens(short)
    stated = vocabulary.terms.get(without_determiner(kept)) if kept != printed else None
    if stated is not None and stated.role in STATEMENTS:
        printed = kept  # `Action (lead)`: what stands there, and what it is followed by
    for words, strength in ((printed, 1.0), (kept, 0.95)):
        if term := vocabulary.terms.get(without_determiner(words)):
            yield of_term(term, strength, vocabulary)
        if opening := _opening(words, vocabulary):
            yield of_term(opening, strength * 0.9, vocabulary)
    yield from _phrase_readings(without_determiner(kept), vocabulary)
    said = SAID_OF.sub("", short)
    if said == short:
        return
    if (term := vocabulary.terms.get(tokens(said))) and term.how == "terms":
        yield of_term(term, 0.85, vocabulary)
    # `Description of main measures of direct relevance`
    elif (
        (named := _head_reading(tokens(said), vocabulary))
        and named.role in STATEMENTS
        and named.strength >= SURELY_HEAD
    ):
        yield _as_strong(named, 0.85 * named.strength)


def without_determiner(words: tuple[str, ...]) -> tuple[str, ...]:
    """`our goals` → `goals`."""
    return words[1:] if len(words) > 1 and words[0] in DETERMINERS else words


def _opening(words: tuple[str, ...], vocabulary: Vocabulary) -> Term | None:
    if not words or words[0] not in vocabulary.beginnings:
        return None
    for length in range(min(len(words), 9), 0, -1):
        if term := vocabulary.openings.get(words[:length]):
            return term
    if body := _of_body(words):
        return body
    asked = asked_role(words)
    return Term(tokens=words, role=asked, how="openings") if asked is not None else None


def _of_body(words: tuple[str, ...]) -> Term | None:
    """What somebody will do, whoever it is: `What the council will do by 2030`, `How our department will achieve this`,
    `How we are delivering this objective`, but not `What the inspectors found`."""
    if words[0] == "how" and IS_DOING.intersection(itertools.pairwise(words[:LONGEST_BODY])):
        return Term(tokens=words, role="action", how="openings")
    if words[0] not in ("what", "how") or words[1:2] not in (("the",), ("our",)):
        return None
    at = next((at for at, word in enumerate(words[2:LONGEST_BODY], 2) if word in WILL), None)
    deeds = WHAT_IS_DONE if words[0] == "what" else HOW_IT_IS_DONE
    does = at is not None and at > 2 and next((word for word in words[at + 1 :] if word != "to"), "do") in deeds
    return Term(tokens=words, role="action", how="openings") if does else None


def _phrase_readings(words: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[HeaderRole]:
    """A reading for each phrase of "Lead and Partners", "Target/KPI"; the first phrase counts most."""
    if not words or len(words) > LONGEST_HEADER:
        return
    phrases = _phrases(words)
    # "Policies and measures", "Roles & responsibilities": a joint that is part of the term.
    whole = _head_reading(words, vocabulary) if len(phrases) > 1 else None
    if whole and JOINTS & set(whole.term.split()):
        yield whole
    for place, phrase in enumerate(phrases):
        found = _head_reading(phrase, vocabulary)
        if not found:
            continue
        # "Target/KPI": what is measured makes the records, the value is only its target; "Outputs / process measures"
        leads = place == 0 or (
            found.role == "measure"
            and (_role(phrases[0], vocabulary) == "target" or (phrases[0] and phrases[0][-1] in RESULTS))
        )
        factor = 1.0 if leads else 0.7
        # A later phrase that repeats a headless modifier: "Short and Long Term Goals".
        if place and not any(_head_reading(earlier, vocabulary) for earlier in phrases[:place]):
            factor = 0.9
        yield _as_strong(found, found.strength * factor + (0.001 if leads and place else 0))


def _role(phrase: tuple[str, ...], vocabulary: Vocabulary) -> str | None:
    found = _head_reading(phrase, vocabulary)
    return found.role if found else None


def _phrases(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    phrases: list[list[str]] = [[]]
    for word in words:
        if word in JOINTS:
            phrases.append([])
        else:
            phrases[-1].append(word)
    return [without_determiner(tuple(phrase)) for phrase in phrases if phrase]


def _head_reading(words: tuple[str, ...], vocabulary: Vocabulary) -> HeaderRole | None:
    """The longest term at the head of a noun phrase: the last noun before a preposition decides."""
    head = _head_end(words, vocabulary)
    best: tuple[float, int, Term] | None = None
    starts = [start for start, word in enumerate(words) if word in vocabulary.beginnings]
    for start in starts:
        for end in range(start + 1, min(len(words), start + vocabulary.longest) + 1):
            term = vocabulary.terms.get(words[start:end])
            if term and (end - start == len(words) or term.how != "whole"):
                strength = _place_strength(start, end, head, len(words))
                if _is_everyday(words, start, end, vocabulary):
                    strength *= 0.6
                if best is None or (strength, end - start) > best[:2]:
                    best = (strength, end - start, term)
    return of_term(best[2], best[0], vocabulary) if best else None


def _is_everyday(words: tuple[str, ...], start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether an everyday noun stands in a longer phrase of its own: "Department of Health", "protected areas"."""
    if end - start > 1 or words[start] not in vocabulary.common or end - start == len(words):
        return False
    rest = (*words[:start], *words[end:])
    return not all(word in PLAN_MODIFIERS or word in vocabulary.transparent for word in rest)


def _head_end(words: tuple[str, ...], vocabulary: Vocabulary) -> int:
    end = next((index for index, word in enumerate(words) if index and word in PREPOSITIONS), len(words))
    while end > 1 and words[end - 1] in vocabulary.transparent:
        end -= 1
    return end


def _place_strength(start: int, end: int, head: int, length: int) -> float:
    if start == 0 and end == length:
        return 0.9
    if end == head or (start == 0 and end > head):
        return 0.8
    return 0.45 if start == 0 else 0.3


def of_term(term: Term, strength: float, vocabulary: Vocabulary) -> HeaderRole:
    """The role of a term found in a header; a weak term speaks less strongly."""
    level = next((word for word in reversed(term.tokens) if word in vocabulary.levels), None)
    return HeaderRole(
        role=term.role,
        level=level if term.role == "objective" else None,
        strength=strength * (0.65 if term.how == "weak" else 1.0),
        term=" ".join(term.tokens),
    )


# "How will we know that …", "You will know we have succeeded when"
QUESTION, LONGEST_QUESTION = ("how ", "what ", "we will know", "you will know"), 11


def _header_likeness(plain: str, found: HeaderRole) -> float:
    """1 for a text with the form of a header, less for one with the form of a statement."""
    words = BRACKETS.sub(" ", plain).split() or plain.split()
    asks = plain.endswith("?") or tokens(found.term) == tokens(" ".join(words))[: len(found.term.split())]
    # "How will we know that we have succeeded?" asks in as many words as it needs
    asked = asks and found.term.startswith(QUESTION) and len(words) <= LONGEST_QUESTION
    likeness = 1.0 if asked else min(1.0, 7 / len(words))
    if words[0].lower() in STATEMENT_VERBS and singular(words[0].lower()) != found.term.split()[0]:
        likeness *= 0.35
    if plain.endswith(".") and len(words) > 3:
        likeness *= 0.4
    if BEGINS_VALUE.match(NUMBERING.sub("", plain)):
        likeness *= 0.45
    if len(COLON_OR_LONG_DASH.split(plain, maxsplit=1)[-1].split()) in range(2, len(plain.split())):
        likeness *= 0.45
    if len(words) > 4 and not asks and SENTENCE_WORDS & {word.lower() for word in words[1:]}:
        likeness *= 0.7
    return likeness
