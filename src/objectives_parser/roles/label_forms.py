"""The forms of labels and numbers at the head of a statement, each beside an example that it must match."""

from __future__ import annotations

import re

from objectives_parser.roles.words import word_list

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
# "MOB 1.9", "ED 1", "CON 4B": before the number the letters of the part of the plan that it counts in; no year, no norm
PART = r"(?!(?:FYE?|[CA]Y|SDGS?|ISO|COVID|PM|CO|NO|SO|CH)[ \t])[A-Z]{2,4}[ \t]+(?=\d)"
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
    rf"\b)(?P<number>(?:{PART})?{NUMBER}|[a-z](?=[.):])){NOTE_MARK}(?![\w%’'])(?P<tag>{TAG_IN_BRACKETS})"
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
# "2.1 Increase", "01 Transform", "1(a) Expand", "SO A.1 Fewer", "T 4.2.1 Apply", "LU-1.a Adopt": a number of several
# levels or with a nought needs no punctuation.
PLAIN_NUMBER = re.compile(
    r"\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}\([a-z]\)|"
    rf"\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}(?:[.-][A-Z]|[A-F]){COUNTS_ON}|"  # no "10M", no "24H"
    r"(?:[A-Z]{2,3}|[B-HJ-Z]) (?:[A-Z]\.?\d{1,2}|\d{1,2}\.\d{1,2})(?:\.\d{1,2}){0,2}|"
    r"\d{1,2}(?:\.\d{1,2}){1,4}(?:\.?[a-z])?|"
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
# "2035 Objective 9": the year for which a plan sets its numbered aims
YEAR_BEFORE = re.compile(r"\s*(?:FY ?)?20\d\d(?:[-–/]\d{2,4})?[ \t]+(?=[A-Z])")
# "2030 target: ", "Target for 2027 – ", "FY 2028 Target = ": by when the target is to be reached
TARGET_YEAR = r"(?:FY ?)?(?:20)\d\d(?:[-–/](?:20)?\d\d)?"
DATED_TARGET = re.compile(
    rf"\s*(?P<text>{TARGET_YEAR} (?:[Tt]arget|TARGET)|(?:Target|TARGET)(?: (?:for|by|in|to))? (?P<year>{TARGET_YEAR}))"
    r"(?:\s*:|\s+[=–—-])\s+(?=\S+\s+\S+\s+\S+\s+\S)"
)
LEAST_OF_TARGET = 3  # words: "26,075 loans" is a value
# Verbs that begin statements; some are nouns too, which may stand in a label: "Work Package 2"
DEEDS = word_list("statement-verbs") - frozenset(
    ("address", "advance", "design", "pilot", "review", "share", "support", "train", "transform", "use", "work")
)
# "Adaptation priority 3": what a plan's numbered things are about
LABEL_TOPICS = word_list("label-topics")
NO_TAGS = frozenset(
    ("NOTE", "NOTES", "SOURCE", "NB", "N.B.", "RE", "TEL", "FAX", "EMAIL", "TO", "FROM", "DATE", "BY", "WHEREAS")
)
