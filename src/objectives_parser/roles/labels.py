"""The number or label printed at the head of a statement: "Goal 1:", "2.1", "(iii)", "Action Item A (mt) ::"."""

from __future__ import annotations

import functools
import re
from typing import Literal, TypeAlias

import attrs

from objectives_parser.roles.forms import is_imperative
from objectives_parser.roles.header_forms import PLAN_MODIFIERS
from objectives_parser.roles.label_forms import (
    COUNTING,
    DATE_TAG,
    DATED_TARGET,
    DEEDS,
    DOTTED_DATE,
    GAS,
    LABEL_TOPICS,
    LEAST_OF_TARGET,
    MARKED_NUMBER,
    MOST_WORDS,
    NO_TAGS,
    NUMBERED,
    PLAIN_NUMBER,
    ROMAN_LETTERS,
    SENTENCE_CASE_ALONE,
    SENTENCE_CASE_NUMBER,
    SMALL_LETTERS,
    STUCK_NOTE_MARK,
    TAG,
    THING_OR_DATE,
    UNITS,
    WORDED,
    YEAR_BEFORE,
)
from objectives_parser.roles.programs import PROGRAMS, carries_out
from objectives_parser.roles.vocabulary import NUMBERED_ONLY, Vocabulary, default_vocabulary, singular

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
        if kind[1] in PROGRAMS and not carries_out(number, text[match.end() :]):
            continue
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
        kind = vocabulary.labels.get(term) or NUMBERED_ONLY.get(term)
        kind = kind if numbered or term not in NUMBERED_ONLY else None
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
