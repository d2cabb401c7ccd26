"""Whether a date in a statement says when it is due, or only names or dates a thing that the statement speaks of."""

from __future__ import annotations

import re

from objectives_parser.values.dates import FoundDate

NEAR = 300  # characters around a date that say what it is for

# fmt: off
DEADLINES = (
    "by", "no later than", "not later than", "on or before", "before", "prior to", "until", "till", "ahead of", "due",
    "due date", "deadline", "up to",
)
SURE_DEADLINES = ("by", "no later than", "not later than", "on or before", "until", "till")
DURING = (
    "in", "during", "throughout", "between", "within", "on", "over", "at", "through", "end", "end date", "target",
    "target date", "towards", "toward",
)
STARTS = (
    "no earlier than", "not earlier than", "no sooner than", "not sooner than", "on or after", "from", "starting",
    "starting in", "beginning", "beginning in", "commencing", "start", "start date",
)
NAMING = (
    "of", "for", "since", "as of", "as at", "than", "against", "vs", "vs.", "below", "above", "about", "circa",
    "around", "to", "after", "post", "effective",
)
# fmt: on
LONGEST_FIRST = sorted((*DEADLINES, *DURING, *STARTS, *NAMING), key=len, reverse=True)

# What a date after these words dates is a thing of the past or a yardstick: "compared with 2010", "baseline of 2017".
YARDSTICK = re.compile(
    r"\b(?:baselines?|compared|relative|versus|vs\.?|against|since|levels?|than|below|above|released|report(?:ed)?|"
    r"dated|"
    r"survey|census|edition|version|act|reductions?|decreases?|increases?|levels? (?:in|of|from)|data (?:from|for))"
    r"(?:\s+(?:of|to|with|from|in|the|a|year|value|was|established|set|level))*\s*$",
    re.IGNORECASE,
)
# What a date before these words dates is a thing: "the 2013 findings", "2005 levels", "in 2017 (baseline)".
THING_AFTER = re.compile(
    r"['’]s?\b|\s*\(baseline|\s+(?:levels?|baselines?|findings?|data|budget|surveys?|census|plan|report|act|strategy|"
    r"edition|rates?|standards?|conference|summit|olympics|games|election|guidelines?|figures?|values?|amendment|"
    r"agenda|"
    r"framework)\b",
    re.IGNORECASE,
)
# "the 2018 Census Test", but "in the 2018 financial year", "in the 2025-2030 timeframe".
NAMED_WITH_YEAR = re.compile(
    r"\s+(?!time|period|fiscal|financial|calendar|school|academic|year|and\b|to\b|or\b)[A-Za-z]", re.IGNORECASE
)
PARTICIPLE = re.compile(r"\b(?:set|began|begun|made|built|held|found|founded|[a-z]{2,}ed)\b", re.IGNORECASE)
FUTURE = re.compile(
    r"\b(?:will|shall|must|should|to|be|expect(?:s|ed)?|scheduled|planned|due|aims?|target(?:ed)?|launch|"
    r"(?:goal|aim|objective) (?:is|of)|intends?|can)\b",
    re.IGNORECASE,
)
PROMISE = re.compile(
    r"\b(?:will|shall|must|should|(?:to|can|may) be|expect(?:s|ed)?|scheduled|planned|plans to|aims? to|intends? to|"
    r"continues? to|going to|commit(?:s|ted)? to|pledges? to)\b",
    re.IGNORECASE,
)
PAST = re.compile(r"\b(?:was|were|had|has|have been|did|who|which|that|began|since)\b", re.IGNORECASE)
# "In May 2022, the office released the guide", "ratified its amendments in 2019"; but "agreed and published in 2012".
PAST_ACTIVE = re.compile(
    r"\b(?:[a-z]{2,}ed|began|made|built|held|won|gave|took|grew|rose|fell) "
    r"(?:(?:the|an?|its|their|our|his|her|this|that|all|new|over|more)\b|[\d$£€A-Z])"
)
# "In 2018, the subcommittee was re-chartered to guide the work"
PAST_PASSIVE = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:[a-z-]{2,}(?:ed|wn|en)|made|built|held|set|begun|put)\b")
# "Launched in 2018, the programme will train staff": the date is of what went before.
OPENS_IN_THE_PAST = re.compile(r"\s*(?:[A-Z][a-z]+ly\s+)?(?:First\s+)?[A-Za-z]+ed\b[^,;:]{0,90}$")
GOES_ON = re.compile(r",\s+(?:the|this|these|our|its?|we|[A-Z])")
# "By 30 June 2016, the office had done nine assessments."
PERFECT = re.compile(r"\b(?:had|has been|have been|(?:has|have) (?:done|made|set|\w+ed))\b", re.IGNORECASE)
# "In April 2028 Minister Ozoma appointed seven members", "In 2028, HMHO issued guidance": somebody, then the deed
_LAST_OF_NAME = r"(?!(?:of|and|or|in|for|with|to|by|from|on|at|the|an?)\s)[\w.’'&()-]+"
TOLD_OF_SOMEBODY = re.compile(
    rf",?\s+(?:we|they|it|[A-Z]{{2,}}|(?:the|our|its|their)\s(?:[\w’'&()-]+\s){{0,8}}?{_LAST_OF_NAME}|"
    rf"(?:[A-Z][\w.’'()-]*\s(?:(?:of|the|and|for)\s)*){{1,7}}?(?=[A-Z]){_LAST_OF_NAME})"
    r"\s+(?:\w+ly\s+|also\s+|first\s+)?(?:[a-z]{2,}ed|began|made|built|held|won|gave|took|wrote)\s+"
    r"(?!(?:by|for|to|in|on|and|or|from|at|as|into|through|across|within|under|between|among|during|before|after|over|"
    r"via|per|when|where|if|that|which|against|until|till|is|are|will)\b)[\w$£€]"
)
IS_OR_HAS = re.compile(r"\b(?:is|are|be|being|been)\b", re.IGNORECASE)
# but not behind `U.S.`
SENTENCE_START = re.compile(r"(?<!\b[A-Z])[.!?]\s+(?=[A-Z]|$)")
STANDS_APART = ("day", "month", "quarter", "fiscal", "range", "half", "season")


def is_due(text: str, found: FoundDate) -> bool:
    """Whether a date found in a statement is a date by or in which it is to be reached."""
    before = text[max(0, found.lead_start - NEAR) : found.lead_start]
    after = text[found.end_char : found.end_char + NEAR]
    word = _preposition(found)
    # A deadline is no yardstick: "20% emission reductions by 2030", "will report by May 2020".
    yardstick = word not in SURE_DEADLINES and YARDSTICK.search(before)
    # "For FY 2028, the office intends to …": the time of what follows
    heads = word == "for" and after.startswith(",") and (not before.strip() or before.rstrip()[-1:] in ".!?;:")
    word = "in" if heads else word
    if names_a_thing(text, found) or yardstick or word in NAMING:
        return False
    sentence = SENTENCE_START.split(before)[-1]
    if word in DEADLINES:
        return not PERFECT.search(sentence + "," + after[:40]) or bool(FUTURE.search(sentence + after[:60]))
    if word in DURING:
        clause = sentence + " ; " + SENTENCE_START.split(after[:90])[0]
        opens_in_the_past = OPENS_IN_THE_PAST.fullmatch(sentence) and GOES_ON.match(after)
        told = _is_narrative(clause) or _is_told_of_somebody(sentence, after)
        return not (_tells_of_the_past(sentence) or told or opens_in_the_past)
    if word in STARTS:
        return True
    return not word and _stands_apart(before, after, found)


def is_deadline_word(found: FoundDate) -> bool:
    """Whether the date's preposition sets a deadline ("by", "before"), rather than a time ("in", "during")."""
    return _preposition(found) in DEADLINES


def names_a_thing(text: str, found: FoundDate) -> bool:
    """Whether the date belongs to the name of a thing: "2005 levels", "the FY2023 budget", "the 2018 Census Test"."""
    if found.form in ("day", "month"):
        return False
    if THING_AFTER.match(text, found.end_char):
        return True
    article = re.match(r"the \W?(?:\d|FY)", found.text, re.IGNORECASE)
    return bool(article and NAMED_WITH_YEAR.match(text, found.end_char))


def _preposition(found: FoundDate) -> str:
    """The preposition without its article and part: "by the end of" gives "by"."""
    lead = found.lead
    return next((word for word in LONGEST_FIRST if lead == word or lead.startswith(word + " ")), "")


def _tells_of_the_past(sentence: str) -> bool:
    """True of "centres that received money in 2017" and "to reach the goal set in 2015", not of "completed in 2012"."""
    tail = sentence[-60:]
    past = list(PAST.finditer(tail))
    if past and not FUTURE.search(tail, past[-1].end()):
        return True
    last_participle = next((word for word in reversed(tail.split()[-2:]) if PARTICIPLE.fullmatch(word)), None)
    if last_participle is None or len(sentence.split()) <= 6:
        return False
    between = tail[: tail.rfind(last_participle)]
    return not re.search(r"\b(?:will|shall|must|be|expected|scheduled|planned)\b", between, re.IGNORECASE)


def is_untold(text: str, found: FoundDate) -> bool:
    """Whether a date at the end of a milestone is its own (`Wing handed over in May 2026`), of no thing and no
    yardstick (`contracts signed since March 2024`, `the guide for June 2025`)."""
    before = text[max(0, found.lead_start - NEAR) : found.lead_start]
    word = _preposition(found)
    named = names_a_thing(text, found) or word in NAMING or word in STARTS
    return not named and not YARDSTICK.search(before) and (word in DURING or _stands_apart(before, "", found))


def _is_narrative(clause: str) -> bool:
    """Whether a sentence reports what somebody did, and promises nothing."""
    told = PAST_ACTIVE.search(clause) or PAST_PASSIVE.search(clause)
    return bool(told) and not PROMISE.search(clause)


def _is_told_of_somebody(sentence: str, after: str) -> bool:
    """Whether the sentence that the date opens goes on with who did what: `In April 2028, HMRC issued guidance`."""
    if len(sentence.split()) > 3:
        return False
    told = TOLD_OF_SOMEBODY.match(after)
    return (
        told is not None and not IS_OR_HAS.search(told.group()) and not PROMISE.search(SENTENCE_START.split(after)[0])
    )


def _stands_apart(before: str, after: str, found: FoundDate) -> bool:
    """A date without preposition is a due at the head or at the end: "FY 13 Develop …", "… published December 2012"."""
    if found.form in ("year", "years"):
        heads = not before.strip() and re.match(r"\s*[:–—-]\s", after)
        ends = re.search(r"[–—:(-]\s*$", before) and re.fullmatch(r"\s*[.)]?\s*", after)
        return bool(heads or ends)
    if not before.strip():
        return bool(after.strip())
    if re.search(r"\b(?:the|a|an|this|of|for|and|our|its)\s*$", before, re.IGNORECASE):
        return False
    return found.form in STANDS_APART and bool(re.match(r"\s*[.;)\]]*\s*$", after))
