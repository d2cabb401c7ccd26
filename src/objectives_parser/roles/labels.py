"""The number or label printed at the head of a statement: "Goal 1:", "2.1", "(iii)", "Action Item A (mt) ::"."""

from __future__ import annotations

import functools
import re
from typing import Literal, TypeAlias

import attrs

from objectives_parser.roles.forms import is_imperative
from objectives_parser.roles.header_forms import PLAN_MODIFIERS
from objectives_parser.roles.vocabulary import NUMBERED_ONLY, Vocabulary, default_vocabulary, singular
from objectives_parser.roles.words import word_list

LabelKind: TypeAlias = Literal["word", "number", "tag"]


@attrs.frozen(kw_only=True)
class PrintedLabel:
    """A label at the head of a statement.

    ``end`` is the number of characters that it takes, its punctuation and white space included; ``text`` is the label
    without its final punctuation. ``role`` is what its word announces, None for a bare number or a tag; ``level`` the
    word of an objective's level; ``number`` the number as printed. ``strength`` is below 1 where a number stands
    without punctuation and could be part of the statement.
    """

    end: int
    text: str
    kind: LabelKind
    role: str | None = None
    level: str | None = None
    number: str | None = None
    strength: float = 1.0


ROMAN = r"(?=[IVXivx])(?:x{0,2}(?:ix|iv|v?i{0,3})|X{0,2}(?:IX|IV|V?I{0,3}))"
# "Goal One", "GOAL TWO", "Strategic priority three:"
COUNTING = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SPELLED = "(?:" + "|".join(f"{word.title()}|{word.upper()}|{word}" for word in COUNTING) + r")(?![\w-])"
# Behind a number a capital, and what it counts: the "A" of "1A", "1.A", "2-B", the "A.2" of "1.A.2"
COUNTS_ON = r"(?:[.-]?\d{1,2}){0,2}(?:\.?[a-z])?(?![\w%])"
LETTERED = rf"[.-]?[A-Z]{COUNTS_ON}"
# "1", "2.1", "1.2.3", "2a", "1A", "2.B.3", "A", "A1", "Ag2", "Ag1.5", "LU-1.2", "IV", "II.A", "One"
NUMBER = (
    rf"(?:20\d\d-\d{{1,3}}(?=\s?[:.)–—]|\s-\s)|\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}(?:{LETTERED}|\.?[a-z])?|[A-Z]{{1,3}}[a-z]?[-.]?\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}"
    rf"(?:\.?[a-z])?|{ROMAN}(?:[.-](?:[A-Z]|\d{{1,2}}){COUNTS_ON})?|{SPELLED}|[A-Z](?:\.\d{{1,2}})?)"
)
# "STRATEGY 3⁴: …": a footnote's number on the label's.
NOTE_MARK = r"[¹²³⁰-⁹*†‡]*"
STUCK_NOTE_MARK = re.compile(rf"(?<=\w){NOTE_MARK}(?=$|\s\()")
MOST_WORDS = 5
SMALL_LETTERS = re.compile("[a-z]+")
ROMAN_LETTERS = frozenset("ivxIVX")
SEPARATOR = r"(?:\s*(?:::|[:.)|]|[–—-](?=\s))+)"
TAG_IN_BRACKETS = r"(?:\s*\([\w /.,-]{1,20}\))?"
WORDS = r"(?P<words>[A-Za-z][\w'’/-]*(?:[ \t]+(?:[A-Z&][\w'’/-]*|to|of|the|and)){0,4}?)"
# "Strategic objective 1:", "Key action –", "Council Plan priority 2:": the term in small letters behind modifiers
SENTENCE_CASE = r"(?P<words>[A-Z][\w'’/-]*(?:[ \t]+[A-Z][\w'’/-]*){0,2}(?:[ \t]+[a-z][\w'’/-]*){1,3}?)"
# "Strategic Objective 1.2: ", "Action Item A (mt) :: ", "KPI 3 – ", "Commitment 4. ", "Goal #2 ", "Goal 2-Clean water"
WORD_AND_NUMBER = re.compile(
    rf"\s*{WORDS}[ \t]*(?:N[oO]\.?[ \t]*|Number[ \t]+|#[ \t]*|"
    rf"\b)(?P<number>{NUMBER}|[a-z](?=[.):])){NOTE_MARK}(?![\w%’'])(?P<tag>{TAG_IN_BRACKETS})"
    rf"(?P<sep>{SEPARATOR}(?=\s|$)|[–—-](?=[A-Z][a-z])|(?=\s|$))\s*"
)
# "Strategy: ", "OBJECTIVE – ", "Key Action:: "; the dash may stick to a word: "Goal– To provide", "Goal—Clean water"
WORD_ALONE = re.compile(
    rf"\s*{WORDS}(?P<tag>{TAG_IN_BRACKETS})"
    r"(?P<sep>\s*(?:::|:)(?=\s|$)|\s+[–—-](?=\s)|[–—-](?=\s+(?!(?:and|or|to)\b))|\s?[–—](?=[A-Z“‘\"]))\s*"
)
SENTENCE_CASE_NUMBER = re.compile(WORD_AND_NUMBER.pattern.replace(WORDS, SENTENCE_CASE))
SENTENCE_CASE_ALONE = re.compile(WORD_ALONE.pattern.replace(WORDS, SENTENCE_CASE))
WORDED = (WORD_AND_NUMBER, WORD_ALONE, SENTENCE_CASE_NUMBER, SENTENCE_CASE_ALONE)
NUMBERED = (WORD_AND_NUMBER, SENTENCE_CASE_NUMBER)
# "A1", "Ag1.5", "MA6"
CODE = r"[A-Z]{1,4}[a-z]?[-.]?\d{1,3}(?:\.[A-Z]{0,2}\d{1,3}){0,3}"
# "1.", "2.1", "(iii)", "[1.1]", "a)", "IV.", "1 ::", "A1:", "1 – "
MARKED_NUMBER = re.compile(
    rf"\s*(?P<text>\((?P<inner>\d{{1,3}}|[a-z]|[A-Z]|{ROMAN})\)"
    rf"|\[(?P<square>[A-Z]{{0,3}}\d{{1,3}}(?:\.\d{{1,3}}){{0,4}})\](?=\s)"
    rf"|(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}(?:\.[ivx]{{1,5}}|{LETTERED}|\.?[a-z])?|{CODE}|{ROMAN}|"
    rf"[a-z]|[A-Z])"
    rf"(?P<sep>\s?::|[.):](?!\d)|(?<=[ivx])\s\.(?=\s)|\s[:–—](?=\s)|\s-(?=\s)))(?:(?<=[])])|(?=\s|$))\s*"
)
# "2.1 Increase", "01 Transform", "1(a) Expand", "SO A.1 Fewer", "LU-1.a Adopt": a number of several levels or with a
# nought needs no punctuation.
PLAIN_NUMBER = re.compile(
    r"\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}\([a-z]\)|"
    rf"\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}(?:[.-][A-Z]|[A-F]){COUNTS_ON}|"  # no "10M", no "24H"
    r"[A-Z]{2,3} (?:[A-Z]\.?\d{1,2}|\d{1,2}\.\d{1,2})(?:\.\d{1,2}){0,2}|\d{1,2}(?:\.\d{1,2}){1,4}(?:\.?[a-z])?|"
    r"20\d\d-\d{1,3}|0\d|[A-Z]\.\d{1,2}(?:\.\d{1,2}){0,2}(?:\.?[a-z])?|"
    r"[A-Z]{1,3}(?:-|\.(?=\d\.\d))?\d{1,2}(?:\.\d{1,2}){0,3}(?:\.?[a-z])?|\d{1,2})[ \t]+(?=[A-Z“‘\"'(])"
)
# Capitalised, as only such words can follow here: "3.5 Million", "31 March", "12 MW".
UNITS = re.compile(
    r"(?:million|billion|trillion|per ?cent|fte|[gmt]wh?|kwh?|(?:giga|mega|kilo)[- ]?watts?|hectares?|square|cubic|"
    r"kilomet(?:er|re)s?|met(?:er|re)s?|lit(?:er|re)s?|gallons?|barrels?|feet|foot|percentage[- ]points?|"
    r"(?:mt|gg|kt|gt)(?:co2)?e?q?|tonnes?|tons?|years?|"
    r"months?|weeks?|"
    r"days?|hours?|acres?|miles|points?|usd|eur|gbp|ghc|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|am|pm)\b",
    re.IGNORECASE,
)
# "CAEG: ", "CITY FOCUS: "
TAG = re.compile(r"\s*(?P<text>[A-Z][A-Z0-9&/.-]+(?:[ ][A-Z0-9&/.-]+){0,3}):(?=\s)\s*")
# "FY18 Q1: Launch the site": when, not which.
DATE_TAG = re.compile(r"(?:FYE?|CY|Q)\s?\d")
# "CO2", "PM10", "Q1", "0.5", "3D", "5G"
# (but "SO1", "PM2", "CH1" may be codes: a strategic objective, a programme measure)
THING_OR_DATE = re.compile(
    r"(?:(?:CO-?2|PM-?(?:10|2\.5)|NO-?2|CH-?4)(?!\d|\.\d)|(?:H|Q|FY|CY|COVID)-?\d|0\.|[23]D|[2-6]G|[48]K)"
)
GAS = re.compile(r"SO2\W+(?:emission|level|concentration|reduction|pollution|equivalent|limit)", re.IGNORECASE)
# "31.12.14"
DOTTED_DATE = re.compile(r"0?\d\d?\.\d\d?\.\d\d+")
# Verbs that begin statements; some are nouns too, which may stand in a label: "Work Package 2"
# "2035 Objective 9": the year for which a plan sets its numbered aims
YEAR_BEFORE = re.compile(r"\s*(?:FY ?)?20\d\d(?:[-–/]\d{2,4})?[ \t]+(?=[A-Z])")
# "2030 target: ", "Target for 2027 – ", "FY 2028 Target = ": by when the target is to be reached
TARGET_YEAR = r"(?:FY ?)?(?:20)\d\d(?:[-–/](?:20)?\d\d)?"
DATED_TARGET = re.compile(
    rf"\s*(?P<text>{TARGET_YEAR} (?:[Tt]arget|TARGET)|(?:Target|TARGET)(?: (?:for|by|in|to))? (?P<year>{TARGET_YEAR}))"
    r"(?:\s*:|\s+[=–—-])\s+(?=\S+\s+\S+\s+\S+\s+\S)"
)
LEAST_OF_TARGET = 3  # words: "26,075 loans" is a value
DEEDS = word_list("statement-verbs") - frozenset(
    ("address", "advance", "design", "pilot", "review", "share", "support", "train", "transform", "use", "work")
)
# "Adaptation priority 3": what a plan's numbered things are about
LABEL_TOPICS = word_list("label-topics")
NO_TAGS = frozenset(
    ("NOTE", "NOTES", "SOURCE", "NB", "N.B.", "RE", "TEL", "FAX", "EMAIL", "TO", "FROM", "DATE", "BY", "WHEREAS")
)


def printed_label(text: str, vocabulary: Vocabulary | None = None) -> PrintedLabel | None:
    """The label that a statement begins with, or None.

    >>> printed_label("Action Item A (mt) :: Foster a market").text
    'Action Item A (mt)'
    """
    return _printed_label(text, vocabulary or default_vocabulary())


# Remembered: a statement's label is asked for ahead, when it is met, and when it is taken out of its text.
@functools.lru_cache(maxsize=16_384)
def _printed_label(text: str, known: Vocabulary) -> PrintedLabel | None:
    words = text.split(None, MOST_WORDS)
    if not words:
        return None
    labelled = _has_label_word(words[:MOST_WORDS], known)
    worded = (_dated_target(text) or _worded(text, known)) if labelled else None
    if worded is not None or _is_plain_word(words[0]):
        return worded
    if dated := _of_year(text, known):
        return dated
    numbered = _numbered(text)
    if numbered is None:
        return _tagged(text)
    return _behind_number(text, numbered, known) or _abbreviated(numbered, known)


def _behind_number(text: str, number: PrintedLabel, known: Vocabulary) -> PrintedLabel | None:
    """`2.3 Goal 1: Clean water`: the label behind the number of a section."""
    rest = text[number.end :]
    if not rest[:1].isupper() or not _has_label_word(rest.split(None, MOST_WORDS)[:MOST_WORDS], known):
        return None
    worded = _worded(rest, known)
    if worded is None or worded.role is None or not worded.number or worded.strength < 1.0 or worded.end == len(rest):
        return None
    return attrs.evolve(worded, end=number.end + worded.end)


ABBREVIATED = re.compile(r"(?P<word>[A-Z]{2,4})-?(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})$")


def _abbreviated(label: PrintedLabel, vocabulary: Vocabulary) -> PrintedLabel:
    """A code whose letters are a label's word is that label with its number: `KR1`, `KPI2.1`."""
    match = ABBREVIATED.match(label.text)
    role = vocabulary.labels.get(match["word"].lower()) if match else None
    if match is None or role is None or role == "category":
        return label
    level = match["word"].lower() if role == "objective" else None
    return attrs.evolve(label, kind="word", role=role, level=level, number=match["number"])


def _of_year(text: str, vocabulary: Vocabulary) -> PrintedLabel | None:
    """A label that the year of its plan stands before: `2035 Objective 9`."""
    year = YEAR_BEFORE.match(text)
    label = _worded(text[year.end() :], vocabulary) if year else None
    if year is None or label is None or label.number is None or label.role is None:
        return None
    return attrs.evolve(label, end=year.end() + label.end, text=f"{year.group().strip()} {label.text}")


def _dated_target(text: str) -> PrintedLabel | None:
    """`2030 target: Nine in ten homes are warm`: a target with its year, where more than a value stands behind it."""
    found = DATED_TARGET.match(text) if "arget" in text[:40] or "ARGET" in text[:40] else None
    if found is None or sum(word.isalpha() for word in text[found.end() :].split()) < LEAST_OF_TARGET:
        return None
    return PrintedLabel(end=found.end(), text=found["text"], kind="word", role="objective", level="target")


def _has_label_word(words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether one of a statement's first words may be a label's last; most statements have none, and no label."""
    return not vocabulary.label_ends.isdisjoint(SMALL_LETTERS.findall(" ".join(words).lower()))


def _is_plain_word(word: str) -> bool:
    """Whether the first word of a statement is one as in running text: no number, no code, no tag."""
    return len(word) > 1 and word.isalpha() and not word.isupper() and not ROMAN_LETTERS.issuperset(word)


def _worded(text: str, vocabulary: Vocabulary) -> PrintedLabel | None:
    # A word alone is parted from what follows; most lines have no sign that could part it.
    parted = any(sign in text for sign in ":–—-")
    for pattern in WORDED if parted else NUMBERED:
        match = pattern.match(text)
        number = match.groupdict().get("number") if match else None
        kind = _label_kind(match["words"], vocabulary, numbered=number is not None) if match else None
        if not match or not kind:
            continue
        small = pattern in (SENTENCE_CASE_NUMBER, SENTENCE_CASE_ALONE)
        if small and not (match["sep"] or match.end() == len(text)):
            continue
        if match["words"][:4].lower() == "our " and not _is_stated(text[match.end() :]):
            continue
        if not _stands_as_label(text, match, number):
            continue
        if small and text[match.end() : match.end() + 1].islower() and _speaks_of_topic(match["words"]):
            continue  # `Climate action 3: what we did`
        if number and not _is_plain_label(number) and number.startswith("20"):
            continue  # `Priorities 2026-27: …`
        if number in COUNTING and not match["sep"] and match.end() < len(text):
            continue  # `Goal one is within reach`
        if number and number[0] == "Q" and text[0].islower() and not match["sep"]:
            continue  # `target Q2 Deliverable`
        if kind[0] == "category" and number and match["sep"] and _commands(match["words"], text[match.end() :]):
            kind = ("objective", match["words"].split()[-1].casefold())
        return PrintedLabel(
            end=match.end(),
            text=_without_note_mark(text[match.start("words") : match.start("sep") if match["sep"] else match.end()]),
            kind="word",
            role=None if kind[0] == "category" else kind[0],
            level=kind[1] if kind[0] == "objective" else None,
            number=number,
            strength=1.0 if match["sep"] or match.end() == len(text) else 0.8,
        )
    return None


_GROUPS_OF_AIMS = frozenset(("theme", "pillar"))
_SHORTEST_COMMAND = 3


def _commands(words: str, title: str) -> bool:
    """Whether the title of a theme is an aim (`Theme 2: Strengthen primary care`) and no topic (`Theme 2: Health`)."""
    grouped = words.split()[-1].casefold() in _GROUPS_OF_AIMS
    return grouped and len(title.split()) >= _SHORTEST_COMMAND and is_imperative(title)


def _is_stated(rest: str) -> bool:
    """Whether what stands behind `Our goal:` says more than a name: `Every child reads`, but not `clean water`."""
    return rest[:1].isupper() or len(rest.split()) > _SHORTEST_COMMAND


def _speaks_of_topic(words: str) -> bool:
    return not LABEL_TOPICS.isdisjoint(words.casefold().split())


# "Indicator 2 (continued)" at the head of the next slide is the label of the one before
CONTINUED = re.compile(r"\s*\((?:continued|cont(?:['’]?d|\.)?)\)$", re.IGNORECASE)


def _without_note_mark(label: str) -> str:
    return CONTINUED.sub("", STUCK_NOTE_MARK.sub("", " ".join(label.split())))


def _label_kind(words: str, vocabulary: Vocabulary, *, numbered: bool) -> tuple[str, str] | None:
    """The kind and the level word of "Strategic Objective", by its longest known ending.

    Without a number only a plan's modifiers count: "Key Action: …", but "Federal Data Strategy: …" is a name. "Our
    goal: …" is one, but "Our impact: …" tells what was done, "Our purpose: …" what one is there for.
    """
    parts = words.split()
    if len(parts) > 1 and parts[0].lower() in DEEDS:
        return None  # `Implement Phase 1 (tests) of the plan`
    if parts[0].lower() in ("the", "this", "a", "an", "my", "their", "its", "no", "of"):
        return None
    plain = [singular(part.lower()) for part in parts]
    for start in range(len(plain)):
        term = " ".join(plain[start:])
        kind = vocabulary.labels.get(term) or (NUMBERED_ONLY.get(term) if numbered else None)
        before = plain[:start]
        if (
            kind
            and parts[start][0].islower()
            and not all(word in PLAN_MODIFIERS or (numbered and word in LABEL_TOPICS) for word in before)
        ):
            return None
        if kind and not numbered and not all(word in PLAN_MODIFIERS for word in plain[:start]):
            return None
        if kind and parts[0].lower() == "our" and plain[-1] in _OF_OURS:
            return None
        if kind:
            level = next((word for word in reversed(plain) if word in vocabulary.levels), plain[-1])
            return kind, level
    return None


_OF_OURS = frozenset(("impact", "result", "output", "purpose", "project", "strategy", "driver", "measurement"))


def _stands_as_label(text: str, match: re.Match[str], number: str | None) -> bool:
    """Without a separator only a capital after the number makes "Theme 01 Transforming" a label, not "Goal 1 is"."""
    rest = text[match.end() :]
    if number is None:
        return bool(rest) and match["words"][0].isupper()
    if number == "A" and not match["sep"]:
        return not rest
    if match["sep"] or not rest:
        return True
    return rest[0].isupper() or rest[0] in '“"‘('


def _numbered(text: str) -> PrintedLabel | None:
    match = None if GAS.match(text) else MARKED_NUMBER.match(text)
    if match:
        number = match["inner"] or match["square"] or match["number"]
        shown = number if match["inner"] or match["square"] else text[match.start("text") : match.start("sep")].strip()
        if _counts(number, match["sep"] or ")", text[match.end() :]):
            return PrintedLabel(end=match.end(), text=shown, kind="number", number=number)
    match = None if GAS.match(text) else PLAIN_NUMBER.match(text)
    # "1.2.1 Days without stock": a number of three parts counts no days
    counts = match is not None and match["number"].count(".") < 2 and UNITS.match(text, match.end()) is not None
    if match and not counts and _is_plain_label(match["number"]):
        number = match["number"]
        strength = 0.9 if "." in number or number.startswith("0") else 0.4
        return PrintedLabel(end=match.end(), text=number, kind="number", number=number, strength=strength)
    return None


def is_quantity(number: str, following: str) -> bool:
    """Whether a number without punctuation counts what follows it: `15.8 MW of solar PV`, `1.5 million trees`.

    >>> is_quantity("15.8", "MW"), is_quantity("2.", "MW"), is_quantity("2.1", "Increase")
    (True, False, False)
    """
    return (
        number[-1].isdigit()
        and number.count(".") < 2
        and (UNITS.match(following) is not None or following[0] in "%°$£€")
    )


def _is_plain_label(number: str) -> bool:
    # "CO2 Emissions", "PM10 …" and "Q1 Review" begin with things, not with labels; "2026-27 Budget" with a year.
    year, dash, count = number.partition("-")
    if dash and len(year) == len("2026") and year.isdigit():
        return int(count) != (int(year) + 1) % 100
    return not THING_OR_DATE.match(number)


def _counts(number: str, separator: str, rest: str) -> bool:
    """Whether a marked number can be a list number: "5 - year plan", "24: 7" and "J. Smith" are none."""
    if number[0].isupper() and not _is_plain_label(number):  # "FY18: …" is a date, "CO2 – …" a thing
        return False
    is_code = number[0].isupper() and number[-1].isdigit()
    if separator.strip() in ("–", "—", "-") and not (rest[:1].isupper() or (is_code and rest[:1].isdigit())):
        return False
    if separator == "." and len(number) == 1 and number.isupper() and number not in "ABCDEFGHIVX":
        return False
    if DOTTED_DATE.fullmatch(number):
        return False
    return is_code or not (separator == ":" and rest[:1].isdigit())


def _tagged(text: str) -> PrintedLabel | None:
    match = TAG.match(text)
    if not match or match["text"] in NO_TAGS or DATE_TAG.match(match["text"]) or not text[match.end() :]:
        return None
    return PrintedLabel(end=match.end(), text=match["text"], kind="tag")
