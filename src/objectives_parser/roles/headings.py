"""What a heading announces for the items under it: "Key Milestones: Lean Events" milestones, "Zoo Goals:" goals."""

from __future__ import annotations

import functools
import re

from objectives_parser.roles.header_forms import (
    BRACKETS,
    COLON_OR_DASH,
    JOINTS,
    LONGEST_TIMED,
    NUMBERED_STATEMENT,
    NUMBERING,
    PLAN_MODIFIERS,
    SECTION,
    TIMES,
    TOPICS,
    WHEN,
)
from objectives_parser.roles.headers import HeaderRole, of_term, role_of_header, without_determiner
from objectives_parser.roles.label_forms import LABEL_TOPICS
from objectives_parser.roles.vocabulary import Vocabulary, default_vocabulary, tokens
from objectives_parser.roles.words import word_list

# "Monitoring actions", "Ongoing goals" announce, "Setting goals" is a topic
_NO_DEEDS = word_list("ing-modifiers")
# "Reading Goal", "Housing Objectives": subjects, as in "Math Goal" and "Health Objectives"
_SUBJECTS = word_list("ing-subjects")
# what a plan has priorities for: "adaptation", "workforce"
# "This means we will", "To get there, we will", "We are committed to": what the items below go on with
_PROMISED = re.compile(
    r"(?:[A-Z][^:;.?]{1,40}?,? )?we(?:'ll|’ll| will| shall| are going to| commit to| are committed to| pledge to)$",
    re.IGNORECASE,
)
_LONGEST_SUBJECT = 4  # words, with what it announces


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
    found = role_of_header(announced, known)
    if found is None and _PROMISED.match(announced):
        return HeaderRole(role="action", strength=0.9, term="we will")
    if not found or found.strength < 0.7 or found.role == "period":
        return None
    return found if _announces(BRACKETS.sub(" ", NUMBERING.sub("", announced)), found, known) else None


def _timeless(announced: str, vocabulary: Vocabulary) -> HeaderRole | None:
    """The role of a heading that ends in a time: "Actions for the coming year"; "Plan 2030" and "Programme for May"
    are titles."""
    if len(announced) > LONGEST_TIMED or not (announced[-1:].isdigit() or announced.casefold().endswith(TIMES)):
        return None
    timeless = WHEN.sub("", announced)
    found = heading_role(timeless, vocabulary) if timeless and timeless != announced else None
    if found is None or found.role not in ("objective", "measure", "milestone", "action"):
        return None
    listed = timeless.rstrip(" :")[-1:] in ("s", "S") or found.role == "objective" or found.term.endswith(" plan")
    return found if listed else None


def _of_headings(announced: str, vocabulary: Vocabulary) -> HeaderRole | None:
    """The role of a heading that ends in one of the terms for headings alone: "NASA Program Activities"."""
    words = without_determiner(tokens(NUMBERING.sub("", announced)))
    for start in range(min(len(words), 3)):
        term = vocabulary.headings.get(words[start:])
        # "Organizations" lists who takes part, "Organization" is a topic that may have actions of its own.
        topic = term and term.tokens[0] in TOPICS and len(term.tokens) == 1 and not announced.rstrip(" :").endswith("s")
        if term and not topic and (start == 0 or len(term.tokens) > 1):
            return of_term(term, 1.0, vocabulary)
    return None


def _announces(announced: str, found: HeaderRole, vocabulary: Vocabulary) -> bool:
    raw = [word.strip(",;-–").lower() for word in announced.replace("/", " ").split()]
    words = without_determiner(tokens(announced))
    if not raw:
        return False
    if (
        raw[0].endswith("ing")
        and raw[0] not in _NO_DEEDS
        and not (raw[0] in _SUBJECTS and len(raw) <= _LONGEST_SUBJECT)
    ):
        return False
    term = found.term.split()
    if len(words) <= len(term) or found.term in {" ".join(opening) for opening in vocabulary.openings}:
        return True
    modifiers = [word for word in words if word not in term and word not in JOINTS]
    if term[-1] not in vocabulary.ordinary:
        return len(modifiers) <= 4
    plural = any(word.endswith("s") and word[:-1].startswith(term[-1][:4]) for word in raw)
    # "Adaptation priorities" are what is wanted, "Health outcomes" what was found
    known = PLAN_MODIFIERS | LABEL_TOPICS if term == ["priority"] else PLAN_MODIFIERS
    return plural and all(word in known for word in modifiers)
