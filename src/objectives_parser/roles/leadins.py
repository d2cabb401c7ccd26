"""Sentences that announce a list, and what its bullets are: "The actions we will take are:"."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

StatementKind: TypeAlias = Literal["objective", "measure", "milestone", "action"]

# A sentence left open for its list: ends with a colon, or with words that want something after them.
OPEN_END = re.compile(
    r"(?:[:：]|\b(?:through|by|includ(?:e|es|ing)|the following|will|to|are|is|need|as follows|such as|that|supports?|"
    r"and|we|with|for))"
    r"\s*[-–—…]*\s*$",
    re.IGNORECASE,
)
MEASURES = re.compile(
    r"\b(?:measured by|measures? (?:of|for|we|will|are|to|include)|(?:key |performance |success )?indicators?\b|"
    r"metrics?\b|kpis?\b|"
    r"success (?:will|is|looks|criteria|measures?)|know (?:that |when |if )?(?:we|it|this|you)|demonstrated (?:by|"
    r"through)|evidenced by)",
    re.IGNORECASE,
)
OBJECTIVES = re.compile(
    r"\b(?:goals?|objectives?|aims?|priorit(?:y|ies)|outcomes?|ambitions?)\b[^.]{0,60}?\b(?:are|is|include|to|"
    r":)(?=\s*[:–—-]|\s*$|\s+(?:to|the|as)\b)|"
    r"\bwe (?:aim|want|seek) to\s*:?\s*$|\b(?:goals?|objectives?|aims?|priorities|outcomes?)\s*:\s*$",
    re.IGNORECASE,
)
MILESTONES = re.compile(r"\b(?:milestones?|deliverables?)\b", re.IGNORECASE)
# "GDS will:", "We therefore plan to:": whoever it is, the bullets are what they do.
PROMISES = re.compile(
    r"\b(?:will|shall|must|plans? to|intends? to|commits? to|going to|agree[sd]? to)"
    r"(?: (?:also|now|further|then|therefore|continue to|help|work to|seek to|need to)){0,3}\s*[:–—-]?\s*$",
    re.IGNORECASE,
)
# The noun that names the list stands near its end: "activities to support these efforts include the following".
ACTIONS = re.compile(
    r"\b(?:actions?|activit(?:y|ies)|steps?|initiatives?|tasks?|commitments?|recommendations?|interventions?|strategies)\b"
    r"[^.]{0,90}$|"
    r"\b(?:will|shall|commits? to|plans? to|intends? to|going to|agree[sd]? to|working to|"
    r"(?:we|agency|department|county|city|council|government) (?:are|is))\b",
    re.IGNORECASE,
)
LABEL_ALONE = re.compile(r"\s*(?:[\w-]+\s+){0,2}#?\d+(?:\.\d+)*\s*:\s*$")
# "To mitigate emissions, the State by:", "Delivering services that meet user needs, through:": aim, then ways.
AIM_THEN_WAYS = re.compile(
    r"^\s*(?:to\s+\w+|[a-z]+ing\b|(?:we|the)\b.*?\b(?:will|aims?|goals?|plans?)\b|[a-z]+e?\b).*\b(?:through|"
    r"by)\s*[:–—-]?\s*$",
    re.IGNORECASE,
)
# What is, was or may be, and what groups what follows, announces no statements: "We do that by", "grouped under".
NO_KIND = re.compile(
    r"\bwe do (?:that|this|so) by\b|\bgrouped (?:under|into|in)\b|\bunder (?:\w+ )?(?:headings?|themes?|pillars?)\b|"
    r"\bwe need\s*:?\s*$|"
    r"\b(?:has|have|had) (?:been|already|also|included|taken)\b|\bwere\b|\bwas\b|\binclud(?:ed)\b|\bfor example\b|"
    r"\bsuch as\b|\b(?:principles?|values|challenges?|risks?)\b[^.]{0,25}$",
    re.IGNORECASE,
)


def is_lead_in(text: str) -> bool:
    """Whether a paragraph is left open for the list under it."""
    return bool(OPEN_END.search(text[-200:]))


def lead_in_role(text: str) -> StatementKind | None:
    """The kind of the bullets that a lead-in announces, or None where it announces none that a plan records.

    >>> lead_in_role("Activities to support these efforts include the following:")
    'action'
    """
    sentence = _last_sentence(text)
    if not is_lead_in(sentence) or LABEL_ALONE.match(sentence):
        return None
    if PROMISES.search(sentence):
        return "action"
    if NO_KIND.search(sentence):
        return None
    if MEASURES.search(sentence):
        return "measure"
    if OBJECTIVES.search(sentence):
        return "objective"
    if MILESTONES.search(sentence):
        return "milestone"
    if ACTIONS.search(sentence) or AIM_THEN_WAYS.match(sentence):
        return "action"
    return None


def _last_sentence(text: str) -> str:
    """The lead-in itself, without the sentences before it."""
    plain = " ".join(text.split())[-600:]
    cuts = [match.end() for match in re.finditer(r"[.!?]\s+(?=[A-Z])", plain)]
    return plain[cuts[-1] :] if cuts else plain
