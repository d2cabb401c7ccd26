"""Names of columns among words that follow each other: what each says of its column, and where the next may begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.layout.text.packed.heads import ASKING
from objectives_parser.layout.text.run_on_heads import LEVELS, MODIFIERS
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import HeaderRole, header_role
from objectives_parser.values import is_month

TELLING = frozenset({"owner", "due", "status", "target"})
LONGEST = 10  # words
SURE = 0.8
_KNOWN = STATEMENTS | TELLING | {"label", "start", "baseline", "note", "category", "period"}
_OFTEN = frozenset({"note", "period", "category"})
"""Roles that several columns may have."""
_EXACT, _FAIR, _LEAST = 0.95, 0.7, 0.5
"""How sure a name of a column is; of two words it may be less so than of four or more."""
_SHORT, _LONG = 2, 4
_COLUMN, _WHOLE, _UNLIKE = 0.5, 0.6, 1.5
_LONGEST_NAME, _MOST_IN_BRACKETS = 6, 40
_UNKNOWN, _UNKNOWN_ALONE, _MOST_UNKNOWN, _MOST_UNKNOWN_WORDS = 1.6, 1.0, 2, 4
_OPEN = frozenset("and or of to for in by with on our your the their its this &".split())  # noqa: SIM905
_ANSWERED = frozenset(["recommendation", "finding"])
_JOINING = frozenset(["and", "or", "of", "&", "/"])
_NAME = regex.compile(r"[\p{L}\d’'/&()–-]+")
_NUMBER = regex.compile(r"(?:\d{1,3}|\p{L}|[ivx]+|\d{1,2}(?:\.\d{1,2})+)[.)]?")
_YEAR = regex.compile(r"(?:19|20)\d\d(?:[/–-]\d\d)?")


@attrs.frozen(kw_only=True, eq=False)
class Way:
    """Names of columns up to some word: their score, their cells, and the first word of the line in which the last of
    them begins; -1 where the last has more lines than one and so its lines to itself."""

    score: float
    cells: tuple[tuple[str | None, float, tuple[Word, ...]], ...] = ()
    line: int = -1
    unknown: int = 0

    def has(self, role: str) -> bool:
        return any(role == before for before, _, _ in self.cells)


def told_name(
    phrase: Sequence[Word], alone: bool, before: Way, lines: Sequence[int]
) -> tuple[str | None, float, float] | None:
    """What a cell of these words says of its column, how surely, and what it speaks for; ``lines`` has the places
    among the words where lines begin."""
    if not _may_name(phrase):
        return None
    role = _role_of(phrase)
    if role is not None and role.role != "period":
        name = role.role if role.role in _KNOWN else "note"
        if name not in _OFTEN and before.has(name) and not _goes_deeper(phrase, name, before):
            return None
        if _is_more(phrase, role, before) or any(_is_told_at(phrase[:at], phrase[at], role) for at in lines):
            return None
        whole = _WHOLE * (len(phrase) - 1) if role.strength == 1.0 else -_UNLIKE if _is_unlike(phrase) else 0.0
        return name, role.strength, role.strength * len(phrase) + (_COLUMN if role.strength >= SURE else 0.0) + whole
    if role is not None and role.role == "period":
        if not before.cells or is_month(phrase[0].text):
            return None
        again = before.cells[-1][0] == "period"
        return "period", SURE, SURE * len(phrase) if again else -_UNKNOWN_ALONE
    named = len(phrase) <= _MOST_UNKNOWN_WORDS and all(_NAME.fullmatch(word.text) for word in phrase)
    if not named or before.unknown >= _MOST_UNKNOWN or any(word.text[0].isdigit() for word in phrase):
        return None
    if alone:
        return (None, 0.0, -_UNKNOWN_ALONE) if before.cells else None
    return (None, 0.0, -_UNKNOWN)


def _may_name(phrase: Sequence[Word]) -> bool:
    """Whether words may be one name: no number or label among them, nothing that wants more, no date."""
    first, last = phrase[0].text, phrase[-1].text
    if first.casefold() in _JOINING or last.casefold() in _OPEN or last[-1] in ",;" or is_month(first):
        return False
    if any(word.text[-1] in ":," and "(" not in word.text for word in phrase[:-1]):
        return False
    if _length(phrase) > (LONGEST if first.casefold() in ASKING else _LONGEST_NAME):
        return False
    if any(_NUMBER.fullmatch(word.text) or word.text in ("No.", "#") for word in phrase[1:]):
        return False
    if len(phrase) > 1 and any(is_month(word.text) for word in phrase):
        return False
    return first.casefold() != "name:" and (len(phrase) < 2 or not _YEAR.fullmatch(last))


def _role_of(phrase: Sequence[Word]) -> HeaderRole | None:
    if len(phrase) == 1 and phrase[0].text == "Targeted":
        return None  # of `Targeted Outcome`
    role = header_role(" ".join(word.text for word in phrase))
    least = _LEAST if len(phrase) <= _SHORT else _FAIR if len(phrase) <= _LONG else SURE
    return role if role is not None and role.strength >= least else None


def _is_more(phrase: Sequence[Word], role: HeaderRole, before: Way) -> bool:
    """Whether the words are two names, each told by itself: `Expected outputs Indicators`; `Action Owner` where no
    column of actions stands before."""
    return any(_are_two(phrase, at, role, before) for at in range(1, len(phrase)) if phrase[at].text[0].isupper())


def _are_two(phrase: Sequence[Word], at: int, role: HeaderRole, before: Way) -> bool:
    first, second = _role_of(phrase[:at]), _role_of(phrase[at:])
    joined = {phrase[at - 1].text.casefold(), phrase[at].text.casefold()} & _OPEN
    if joined or first is None or second is None or first.role == second.role != "note":
        return False
    opening = phrase[0].text.casefold() if at == 1 else ""
    if second.role in STATEMENTS and (opening in LEVELS or (first.role in STATEMENTS and opening in MODIFIERS)):
        return False  # `Output Indicators`, `Action Plan Objectives`
    if first.role == "target" and (before.has("measure") or second.role == "status"):
        return True  # `Measure Target Date`, but `Action Target Date`
    if first.role in STATEMENTS:
        return second.role in STATEMENTS or not before.has(first.role)
    loose = role.strength < 1.0 or len(phrase) > _SHORT + 1
    return loose and min(first.strength, second.strength) >= SURE


def _is_unlike(phrase: Sequence[Word]) -> bool:
    """Whether a capital stands behind a small word, as where the next name begins: `Principal service Objective`."""
    texts = [word.text for word in phrase]
    return any(
        before.islower() and before not in _OPEN and word[0].isupper() and not word.isupper()
        for before, word in pairwise(texts)
    )


def _is_told_at(above: Sequence[Word], word: Word, role: HeaderRole) -> bool:
    """Whether the lines above a capitalised word are a name by themselves, and no better one with it: `Measures of
    success` over the section `Policy and delivery`, but not `Person` over `Responsible`."""
    if not word.text[0].isupper():
        return False
    own = _role_of(above) if above[-1].text.casefold() not in _OPEN else None
    return own is not None and own.strength >= SURE and role.strength < max(own.strength, _EXACT)


def _length(phrase: Sequence[Word]) -> int:
    """How many words a name of a column has but for those in brackets."""
    count, depth = 0, 0
    for word in phrase:
        depth += word.text.count("(")
        count += not depth
        depth = max(0, depth - word.text.count(")"))
    return count if not depth else _MOST_IN_BRACKETS


def _goes_deeper(phrase: Sequence[Word], role: str, before: Way) -> bool:
    """Whether a second column of aims stands right behind the first, as outputs do behind outcomes; `Corporate
    objectives` under a header are a section. What is done stands behind the recommendation that it answers."""
    last, _, words = before.cells[-1]
    named = {word.text.casefold().rstrip("s:") for word in words}
    if role == last == "action":
        return not named.isdisjoint(_ANSWERED)
    return role == last == "objective" and not any(word.text.casefold().rstrip("s:") in named for word in phrase)


def may_begin(word: Word) -> bool:
    """Whether a name of a column may begin with a word."""
    return word.text[0].isupper() or word.text in ("#", "%") or _YEAR.fullmatch(word.text) is not None


def is_numbered(words: Sequence[Word]) -> bool:
    """`1.` before `Business delivery objectives`"""
    return len(words) > 1 and _NUMBER.fullmatch(words[0].text) is not None and words[1].text[0].isupper()
