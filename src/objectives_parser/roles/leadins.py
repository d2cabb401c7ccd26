"""Sentences that announce a list, and what its bullets are: "The actions we will take are:"."""

from __future__ import annotations

import re

from objectives_parser.records import Kind
from objectives_parser.roles.headers import header_role
from objectives_parser.roles.leadin_forms import (
    ACTIONS,
    AIM_THEN_WAYS,
    AROUND_AIMS,
    ASKS,
    CAPTION,
    CHOSEN,
    CHOSEN_ONES,
    DEEDS,
    DUTY,
    ENDS_IN_ACTIONS,
    FOCUS,
    FOLLOWING_ACTIONS,
    FOUND,
    HERE_ARE,
    JUDGED,
    KIND_NOUN,
    LABEL_ALONE,
    MEASURES,
    MEASURES_TAKEN,
    MILESTONES,
    NAMED,
    NO_KIND,
    OBJECTIVES,
    OF_THINGS,
    OPEN_END,
    OPEN_ENDS,
    PARTS,
    PROMISES,
    REACHED,
    RESTS_ON,
    SENTENCE_END,
    THINGS,
    WAYS_TO,
)


def is_lead_in(text: str) -> bool:
    """Whether a paragraph is left open for the list under it."""
    end = text[-200:].rstrip().rstrip("-–—…").rstrip()
    return end[-10:].lower().endswith(OPEN_ENDS) and bool(OPEN_END.search(text[-200:]))


def lead_in_role(text: str) -> Kind | None:
    """The kind of the bullets that a lead-in announces, or None where it announces none that a plan records.

    >>> lead_in_role("Activities to support these efforts include the following:")
    'action'
    """
    sentence = OF_NUMBERED_AIM.sub("", _last_sentence(text))
    if not is_lead_in(sentence) or LABEL_ALONE.match(sentence):
        return None
    if DUTY.search(sentence) and not re.search(r"\bwe\b", sentence, re.IGNORECASE):
        return None
    if JUDGED.match(sentence):
        return "measure"
    if ASKED.match(sentence) and (asked := header_role(sentence)) is not None and asked.strength >= PLAINLY_ASKED:
        return asked.role if asked.role in ("objective", "measure", "milestone", "action") else None
    if PROMISES.search(sentence) or FOUND.search(sentence) or ASKS.search(sentence):
        return "action"
    if REACHED.search(sentence):
        return "milestone"
    if DEEDS.search(sentence):
        return "action"
    if AROUND_AIMS.search(sentence):
        return "objective"
    if chosen := _chosen(sentence, text):
        return chosen
    if NO_KIND.search(sentence) or _only_tells(sentence):
        return None
    if MEASURES_TAKEN.search(sentence) or ENDS_IN_ACTIONS.search(sentence) or FOLLOWING_ACTIONS.search(sentence):
        return "action"
    if MEASURES.search(sentence):
        return "measure"
    ways = WAYS_TO.search(sentence)
    if OBJECTIVES.search(sentence) and not ways:
        return "objective"
    if MILESTONES.search(sentence):
        return "milestone"
    if ways or ACTIONS.search(sentence) or AIM_THEN_WAYS.match(sentence):
        return "action"
    return None


def _chosen(sentence: str, text: str) -> Kind | None:
    """The kind of what was chosen to be done; the sentence before may name it.

    >>> lead_in_role("Three priorities were agreed for the year:"), lead_in_role("Three risks were identified:")
    ('objective', None)
    """
    if "follow" not in sentence and " been " not in sentence and " w" not in sentence and " are " not in sentence:
        return None
    found = HERE_ARE.match(sentence) or CHOSEN.search(sentence)
    if found is None and CHOSEN_ONES.match(sentence):
        found = next(iter([*NAMED.finditer(" ".join(text.split())[-600 : -len(sentence)])][-1:]), None)
    return found.lastgroup if found is not None else None  # type: ignore[return-value]


# "How we are achieving this objective:": what is asked tells the kind of the answers, not the objective that it names
ASKED = re.compile(r"(?:how|what)\b", re.IGNORECASE)
PLAINLY_ASKED = 0.9  # strength of a header that begins as a question of the vocabulary does

# "The Goal 3 key actions are as follows:": whose the actions are
OF_NUMBERED_AIM = re.compile(
    r"\b(?:strategic |key )?(?:goal|objective|priority|aim|outcome|theme|pillar) \d{1,2}(?:\.\d{1,2})? "
    r"(?=(?:[a-z]+ ){0,2}(?:actions|activities|initiatives|steps|strategies|tactics|measures|indicators|objectives)\b)",
    re.IGNORECASE,
)

# "For the remaining departments:": whom the items hold for
WHOM = re.compile(r"For (?:the|all|our|each|every|most|some|both)\s[^.:?]{3,140}:?")


def lead_in_parts(text: str) -> bool:
    """Whether a lead-in only parts what follows, so that the items themselves tell what they are.

    >>> lead_in_parts("The elements of this process include:"), lead_in_parts("Reengineering Address Canvassing:")
    (True, True)
    >>> lead_in_parts("The plan rests on these principles:"), lead_in_parts("The agency has:")
    (False, False)
    """
    sentence = _last_sentence(text)
    if WHOM.fullmatch(sentence):
        return True
    if NO_KIND.search(sentence):
        return False
    return bool(PARTS.search(sentence)) or (bool(CAPTION.fullmatch(sentence)) and not _only_tells(sentence))


def is_caption(text: str) -> bool:
    """Whether a lead-in only names what its items have in common.

    >>> is_caption("Reengineering Address Canvassing:"), is_caption("The agency has:")
    (True, False)
    """
    plain = " ".join(text.split())
    return bool(CAPTION.fullmatch(plain)) and not _only_tells(plain) and not NO_KIND.search(plain)


def _only_tells(sentence: str) -> bool:
    """Whether the list is of things ("the following types of resources:") or of what something rests on."""
    things = THINGS.search(sentence)
    if things and not FOCUS.search(sentence):
        of_things = OF_THINGS.search(sentence)
        return of_things is None or KIND_NOUN.search(sentence, 0, of_things.start()) is None
    rests = RESTS_ON.search(sentence)
    return rests is not None and not KIND_NOUN.search(sentence, rests.start())


def _last_sentence(text: str) -> str:
    """The lead-in itself, without the sentences before it."""
    plain = " ".join(text.split())[-600:]
    cuts = [match.end() for match in SENTENCE_END.finditer(plain)]
    return plain[cuts[-1] :] if cuts else plain
