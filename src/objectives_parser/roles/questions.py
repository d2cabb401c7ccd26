"""What a header in a clause asks for, by its verb: `What we will monitor`, `How it is measured`, `Change we want`.

No list of such clauses is ever complete, so the verb decides: measured, wanted or done.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from objectives_parser.roles.vocabulary import Role
from objectives_parser.roles.words import word_list

_MEASURED, _KNOWN = word_list("asked-measured"), word_list("asked-known")
_WANTED, _REACHED = word_list("asked-wanted"), word_list("asked-reached")
_DONE, _PLANNED, _PAST = word_list("asked-done"), word_list("asked-planned"), word_list("asked-past")
# "How we will know", "What success will": who or what the clause is about, or its auxiliary
_SUBJECTS = word_list("asked-subjects")
# "Ways we will do this", "Key things we will do"
_WAYS = frozenset(("way", "thing", "step", "work", "piece", "move"))
_MADE_WHOLE = {"'d": ("would",), "'s": ("is",), "'re": ("are",)}
LONGEST_CLAUSE = 12  # tokens


def asked_role(words: Sequence[str]) -> Role | None:
    """What a header of these tokens asks for, where it is such a clause; None for any other text and for what is past.

    >>> asked_role(("what", "we'd", "like", "to", "see")), asked_role(("how", "it's", "measured"))
    ('objective', 'measure')
    >>> asked_role(("what", "the", "inspector", "found")), asked_role(("what", "we", "have", "done"))
    (None, None)
    """
    if not 2 <= len(words) <= LONGEST_CLAUSE:
        return None
    clause = tuple(part for word in words for part in _whole(word))
    if clause[0] not in ("what", "how"):
        return _of_noun(clause)
    if clause[1] not in _SUBJECTS:
        return None
    said = frozenset(clause[1:])
    if clause[0] == "what" and said & _WANTED:
        return "action" if said & _DONE else "objective"
    if said & _MEASURED or (said & _KNOWN and (clause[0] == "how" or "will" in said)):
        return "measure"
    if clause[0] == "what" and ("will", "have") in pairwise(clause):
        return "milestone"  # `What we will have in place`
    if said & _PAST or not said & _PLANNED:
        return None
    if said & _DONE:
        return "action"
    if said & _REACHED:
        return "action" if clause[0] == "how" else "objective"
    return "measure" if clause[0] == "what" and "see" in said else None


def _whole(word: str) -> tuple[str, ...]:
    """`we'd` → `we would`."""
    return next(((word.removesuffix(end), *more) for end, more in _MADE_WHOLE.items() if word.endswith(end)), (word,))


def _of_noun(clause: Sequence[str]) -> Role | None:
    """`Change we want to see`, `Outcomes that we seek`, `Things we will do`: a noun, and what we want of it or do."""
    at = next((at for at, pair in enumerate(pairwise(clause)) if at and pair[0] == "we"), None)
    if at is None:
        return None
    behind = frozenset(clause[at + 1 :])
    if behind & _WANTED:
        return "objective" if not behind & (_DONE | _MEASURED) else None
    return (
        "action" if clause[at + 1] in ("will", "are") and _WAYS.intersection(clause[:at]) and behind & _DONE else None
    )
