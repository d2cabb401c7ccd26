"""What a column header or a heading announces: "Milestone Due Date" is a due, "Measures of success" a measure."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import attrs

from objectives_parser.roles.vocabulary import Role, Term, Vocabulary, default_vocabulary, singular, tokens
from objectives_parser.roles.words import word_list


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


MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
YEAR = r"(?:fy|cy)? ?'?(?:19|20)\d\d(?: ?[-–/] ?(?:fy ?)?(?:(?:19|20)?\d\d))?|fy ?'?\d\d(?: ?[-–/] ?(?:fy ?)?'?\d\d)?"
QUARTER = (
    r"(?:q|qtr\.? ?|quarter )[1-4](?: ?[-–] ?q?[1-4])?|h[12]|(?:1st|2nd|3rd|4th|first|second|third|fourth) "
    r"(?:quarter|qtr|year|half)"
)
SPAN = (
    r"(?:year|yr|phase) ?\d|(?:short|medium|mid|middle|near|long)(?:[- ](?:term|range))?(?: ?\([^()]{1,20}\))?|"
    r"(?:immediate|ongoing)(?:[- ]term)?"
)
# "2020-2025", "FY 2018", "Q1", "Jan 2018", "Year 1", "by 2030": the column is a stretch of time.
PERIOD = re.compile(
    rf"(?:by |end |mid |start )?(?:(?:{QUARTER})(?:[ ,/]*(?:{YEAR}))?|(?:{YEAR})(?:[ ,/]*(?:{QUARTER}))?|"
    rf"{MONTH}(?:[ -](?:{YEAR}|\d\d))?|{SPAN})",
    re.IGNORECASE,
)
NUMBERING = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.):](?=\s)\s*|[•▪●◦*#-]+\s+)", re.IGNORECASE
)
# "Part 2: Leadership objectives:": the section's own number says nothing of what stands in it.
SECTION = re.compile(
    r"^\s*(?:part|section|chapter|phase)\s+(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})\s?[:.–—-]\s+",
    re.IGNORECASE,
)
BRACKET = re.compile(r"[(\[]")
BRACKETS = re.compile(r"[(\[][^()\[\]]{0,200}[)\]]")
# "What (objective)", "How (key activities)": the bracket says what the question asks for
ASKED = re.compile(r"(?:what|how|who|when|why|where)\s?\??\s?[(\[](?P<said>[^()\[\]]{3,60})[)\]]\??", re.IGNORECASE)
NOTE_MARK = re.compile(r"(?<=[A-Za-z]{6})\d$")  # `Indicators1`: a note's mark that text does not raise
TRAILING_NUMBER = re.compile(
    r"\s+#?(?:\d{1,2}(?:\.\d{1,2})*|(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?|fy ?\d{2,4})$", re.IGNORECASE
)
# "Action Plan from May 2022", "Actions for the coming year", "Priorities this term": when all of it is to be done
_SEASON = r"spring|summer|autumn|fall|winter"
_DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH}|{_SEASON})[ ,]+(?:\d{{1,2}}, )?)?(?:{YEAR})"
_TERM = (
    r"(?:(?:the|this|next) )?(?:(?:coming|next|current|new|school|academic|financial|fiscal|calendar|municipal) ){0,2}"
    r"(?:year|term|semester|quarter)(?: ahead)?"
)
WHEN = re.compile(
    r"[ ,(]+(?:(?:updated|as (?:at|of)|for|from|in|during|of|to|until|by|starting) )*"
    rf"(?:{_DATE}(?: ?(?:-|–|to|until) ?{_DATE})?|{_TERM})(?: (?:school|financial|fiscal|academic) year)?\)?$",
    re.IGNORECASE,
)
TIMES = ("year", "ahead", "term", "semester", "quarter", ")")
# "2020 Target", "FY18 milestones": the year says of when the column is.
LEADING_YEAR = re.compile(
    r"^(?:(?:19|20)\d\d(?:[-–/]\d{2,4})?|fy ?\d{2,4}(?:[-–/]\d{2,4})?|q[1-4])\s+(?=\D)", re.IGNORECASE
)
# "Description of deliverable", "Name of indicator": what follows says what stands in the column.
SAID_OF = re.compile(
    r"^(?:(?:brief|short|full) )?(?:description|name|title|wording|text|statement|list|details?) of (?:the )?(?=\w)",
    re.IGNORECASE,
)
DETERMINERS = word_list("determiners")
PREPOSITIONS = word_list("prepositions")
JOINTS = frozenset(("and", "/", "or"))
RESULTS = frozenset(("output", "result", "deliverable"))
# Words that begin a plan's statements and hardly ever a header: "Develop performance measures" is a body cell.
STATEMENT_VERBS = word_list("statement-verbs")
SENTENCE_WORDS = word_list("sentence-words")
# Modifiers with which even an ordinary word announces a list: "Key outcomes", "Strategic Priorities".
PLAN_MODIFIERS = word_list("plan-modifiers")
TOPICS = word_list("topics")
SURELY_SAID = 0.7
LONGEST_HEADER = 24
LONGEST_TIMED = 120  # characters
COLON_OR_DASH = re.compile(r":|\s[–—-]\s")
COLON_OR_LONG_DASH = re.compile(r":|\s[–—]\s")
# "Goal 2 Clean water"
NUMBERED_STATEMENT = re.compile(r"\b(?:goal|objective|action|strategy|priority|outcome)\s+\d", re.IGNORECASE)
# "Sub-goals: By September 2029, the agency will": a name, and the beginning of the sentences under it
LEADING_ENDS = (" will", " to", " shall")
# "Action steps What will be done?", "WHO? Who needs to be involved?", "Lead - who?": a name and what it asks for
NAME_ASKED = re.compile(
    r"(?P<name>[A-Z][^?:\d]{0,40}?)(?:\?\s+|:\s+|\s[–—-]\s|\s+(?=[A-Z]))"
    r"(?P<asks>(?:By\s+)?(?:[Ww]hat|[Ww]ho|[Ww]hom|[Ww]hen|[Hh]ow|[Ww]hich|[Ww]here)\b.*\?.*)$"
)
LEADING_HEADER = re.compile(r"(?P<name>[^:]{3,40}):\s+(?P<lead>.{4,90})$")
BEGINS_VALUE = re.compile(r"[\d$£€≥≤<>]")


def header_role(text: str, vocabulary: Vocabulary | None = None) -> HeaderRole | None:
    """The role that a column header's words speak for, or None where they speak for none.

    >>> header_role("Milestone Due Date").role, header_role("DIP Goals").level
    ('due', 'goal')
    """
    return _header_role(text, vocabulary or default_vocabulary())


# Remembered: layout and recognizers ask for the same cells again.
@functools.lru_cache(maxsize=65_536)
def _header_role(text: str, vocabulary: Vocabulary) -> HeaderRole | None:
    plain = " ".join(text.split()).rstrip(" :;*")
    if plain[-1:].isdigit():
        plain = NOTE_MARK.sub("", plain)
    if not plain or len(plain) > 300:
        return None
    if PERIOD.fullmatch(plain) or (BRACKET.search(plain) and PERIOD.fullmatch(BRACKETS.sub("", plain).strip())):
        return HeaderRole(role="period", strength=1.0, term=plain.lower())
    if plain[0] in "pPsScC":
        plain = SECTION.sub("", plain)
    if plain[:1].isdigit() or plain[:1] in "fFqQ":
        plain = LEADING_YEAR.sub("", plain)
    if plain.endswith(LEADING_ENDS) and (led := LEADING_HEADER.match(plain)):
        found = _header_role(led.group("name"), vocabulary)
        return found and _as_strong(found, round(0.95 * found.strength, 3))
    if plain[-1] in ")]" and (asked := ASKED.fullmatch(plain)):
        said = _header_role(asked.group("said"), vocabulary)
        if said is not None and said.strength >= SURELY_SAID:
            return _as_strong(said, 0.95)
    if "?" in plain and (asked := NAME_ASKED.match(plain)) and (found := _name_and_question(asked, vocabulary)):
        return found
    best = max(_readings(plain, vocabulary), key=lambda found: found.strength, default=None)
    return best and _as_strong(best, round(best.strength * _header_likeness(plain, best), 3))


def _name_and_question(asked: re.Match[str], vocabulary: Vocabulary) -> HeaderRole | None:
    """`Action steps What will be done?`, `WHO? Who needs to be involved?`: the name decides; `Results? What data will
    indicate success?` asks for measures."""
    name = _header_role(asked["name"], vocabulary)
    asks = _header_role(asked["asks"], vocabulary) if name is None or name.role == "objective" else None
    told = asks if asks is not None and asks.role == "measure" else name
    return _as_strong(told, round(0.95 * told.strength, 3)) if told is not None and told.strength >= 0.5 else None


def header_lead(text: str) -> str | None:
    """The beginning of the sentences in a column, where its header gives one.

    >>> header_lead("Sub-goals: By May 2029, the agency will:")
    'By May 2029, the agency will'
    """
    plain = text.rstrip(" :;*")
    led = LEADING_HEADER.match(plain) if plain.endswith(LEADING_ENDS) else None
    return led.group("lead") if led is not None else None


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
    for words, strength in ((printed, 1.0), (kept, 0.95)):
        if term := vocabulary.terms.get(_without_determiner(words)):
            yield _found(term, strength, vocabulary)
        if opening := _opening(words, vocabulary):
            yield _found(opening, strength * 0.9, vocabulary)
    yield from _phrase_readings(_without_determiner(kept), vocabulary)
    said = SAID_OF.sub("", short)
    if said != short and (term := vocabulary.terms.get(tokens(said))) and term.how == "terms":
        yield _found(term, 0.85, vocabulary)


def _without_determiner(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] in DETERMINERS else words


def _opening(words: tuple[str, ...], vocabulary: Vocabulary) -> Term | None:
    if not words or words[0] not in vocabulary.beginnings:
        return None
    for length in range(min(len(words), 9), 0, -1):
        if term := vocabulary.openings.get(words[:length]):
            return term
    return None


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
    return [_without_determiner(tuple(phrase)) for phrase in phrases if phrase]


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
    return _found(best[2], best[0], vocabulary) if best else None


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


def _found(term: Term, strength: float, vocabulary: Vocabulary) -> HeaderRole:
    level = next((word for word in reversed(term.tokens) if word in vocabulary.levels), None)
    return HeaderRole(
        role=term.role,
        level=level if term.role == "objective" else None,
        strength=strength * (0.65 if term.how == "weak" else 1.0),
        term=" ".join(term.tokens),
    )


def _header_likeness(plain: str, found: HeaderRole) -> float:
    """1 for a text with the form of a header, less for one with the form of a statement."""
    words = BRACKETS.sub(" ", plain).split() or plain.split()
    asks = plain.endswith("?") or tokens(found.term) == tokens(" ".join(words))[: len(found.term.split())]
    likeness = min(1.0, 7 / len(words))
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


def heading_role(text: str, vocabulary: Vocabulary | None = None) -> HeaderRole | None:
    """What the items under a heading are, where the heading says so ("Key Milestones: Lean Events", "Zoo Goals:").

    A heading that is a statement or a topic itself ("Improving outcomes", "Digital Strategy", "Goal 1: …") announces
    nothing.
    """
    return _heading_role(text, vocabulary or default_vocabulary())


@functools.lru_cache(maxsize=16_384)
def _heading_role(text: str, known: Vocabulary) -> HeaderRole | None:
    announced = COLON_OR_DASH.split(SECTION.sub("", " ".join(text.split())), maxsplit=1)[0]
    if own := _of_headings(announced, known):
        return own
    if found := _timeless(announced, known):
        return found
    if len(announced.split()) > 9 or NUMBERED_STATEMENT.search(announced):
        return None
    found = _header_role(announced, known)
    if not found or found.strength < 0.7 or found.role == "period":
        return None
    return found if _announces(BRACKETS.sub(" ", NUMBERING.sub("", announced)), found, known) else None


def _timeless(announced: str, vocabulary: Vocabulary) -> HeaderRole | None:
    """The role of a heading that ends in a time: "Actions for the coming year"; "Plan 2030" and "Programme for May"
    are titles."""
    if len(announced) > LONGEST_TIMED or not (announced[-1:].isdigit() or announced.endswith(TIMES)):
        return None
    timeless = WHEN.sub("", announced)
    found = heading_role(timeless, vocabulary) if timeless and timeless != announced else None
    if found is None or found.role not in ("objective", "measure", "milestone", "action"):
        return None
    listed = timeless.rstrip(" :")[-1:] == "s" or found.role == "objective" or found.term.endswith(" plan")
    return found if listed else None


def _of_headings(announced: str, vocabulary: Vocabulary) -> HeaderRole | None:
    """The role of a heading that ends in one of the terms for headings alone: "NASA Program Activities"."""
    words = _without_determiner(tokens(NUMBERING.sub("", announced)))
    for start in range(min(len(words), 3)):
        term = vocabulary.headings.get(words[start:])
        # "Organizations" lists who takes part, "Organization" is a topic that may have actions of its own.
        topic = term and term.tokens[0] in TOPICS and len(term.tokens) == 1 and not announced.rstrip(" :").endswith("s")
        if term and not topic and (start == 0 or len(term.tokens) > 1):
            return _found(term, 1.0, vocabulary)
    return None


def _announces(announced: str, found: HeaderRole, vocabulary: Vocabulary) -> bool:
    raw = [word.strip(",;-–").lower() for word in announced.replace("/", " ").split()]
    words = _without_determiner(tokens(announced))
    if not raw:
        return False
    if raw[0].endswith("ing") and raw[0] not in (
        "performance",
        "monitoring",
        "supporting",
        "overarching",
        "existing",
        "remaining",
    ):
        return False
    term = found.term.split()
    if len(words) <= len(term) or found.term in {" ".join(opening) for opening in vocabulary.openings}:
        return True
    modifiers = [word for word in words if word not in term and word not in JOINTS]
    if term[-1] not in vocabulary.ordinary:
        return len(modifiers) <= 4
    plural = any(word.endswith("s") and word[:-1].startswith(term[-1][:4]) for word in raw)
    return plural and all(word in PLAN_MODIFIERS for word in modifiers)
