"""Header lines of run-on tables: the phrases that name the columns, one behind the other in one line."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.wrapping import UNFINISHED, is_bullet
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import HeaderRole, header_role, printed_label
from objectives_parser.roles.words import word_list

_MOST_JOINED, _SURE_APART = 3, 0.7
_MOST_HEADER_WORDS, _MOST_PHRASE_WORDS, _MOST_PLAIN_WORDS = 16, 8, 6
# Nouns that stand before a header and belong to it: `Plan Objectives`, `Project Actions`, `Performance Measures`
MODIFIERS = frozenset(
    [
        "plan",
        "programme",
        "program",
        "project",
        "strategy",
        "policy",
        "service",
        "performance",
        "improvement",
        "action",
        "business",
    ]
)
# `Output Indicators` by themselves are indicators of outputs, and no outputs beside indicators
LEVELS = frozenset(["output", "outcome", "impact", "result"])
DOCUMENTS = word_list("documents")
_OPEN = UNFINISHED | {"&"}
_JOINTS = frozenset(("and", "&", "or", "of", "for", "with", "by"))


def header_phrases(line: TextLine) -> tuple[tuple[Word, ...], ...]:
    """The header phrases of a line that is nothing but headers: two or more, of different roles, two of them roles of
    statements (`DIP Goals DIP Actions Indicative Measures`); () for any other line."""
    words = line.words
    if not 2 <= len(words) <= _MOST_HEADER_WORDS or line.tabbed or words[-1].text.endswith((".", ",", ";")):
        return ()
    if is_bullet(words[0]):
        return ()
    if not any(word.text[0].isupper() for word in words[1:]) or words[-1].text.casefold() in DOCUMENTS:
        return ()
    if len(words) == 2 and words[0].text.casefold() in LEVELS:
        return ()
    label = printed_label(line.text)
    if label is not None and label.kind == "word" and label.number is not None:
        return ()  # `Goal 3: A Great Place to Work`
    if label is not None and label.kind == "number" and "." in label.text and words[1].text[-1] == ":":
        return ()  # `1.2. Objective: Expand the initiative`
    phrases = _phrases(words)
    if any(_goes_on(phrase) for phrase in phrases[:-1]):
        return ()
    roles = [header_role(" ".join(word.text for word in phrase)) for phrase in phrases]
    kinds = {role.role for role in roles if role is not None}
    return phrases if len(phrases) >= 2 and len(kinds & STATEMENTS) >= 2 else ()


def _goes_on(phrase: Sequence[Word]) -> bool:
    """Whether a phrase is a part of a title: `Strategies, Objectives, and` before `Milestones`, `Activities to meet
    our` or `Signs of Change and Interim` before `Goals`."""
    texts = [word.text.casefold() for word in phrase]
    return texts[-1] in _OPEN or texts[-1].endswith(",") or ("and" in texts and len(texts) > _MOST_JOINED)


def _phrases(words: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """The words cut into header phrases, each beginning with a capital: the cut whose phrases are the best headers."""
    best: list[tuple[float, tuple[tuple[Word, ...], ...]] | None] = [(0.0, ())] + [None] * len(words)
    for end in range(1, len(words) + 1):
        for begin in range(max(0, end - _MOST_PHRASE_WORDS), end):
            so_far = best[begin]
            if so_far is None or not (words[begin].text[0].isupper() or begin == 0):
                continue
            if begin and words[begin].text.casefold() in _JOINTS:
                continue  # `STRATEGIC GOALS AND ACTIONS`
            if end - begin > _MOST_PLAIN_WORDS and words[begin].text not in ("How", "What"):
                continue
            role = header_role(" ".join(word.text for word in words[begin:end]))
            if role is None or role.strength < 0.6 or (so_far[1] and role.role == role_of(so_far[1][-1])):
                continue
            if _is_two_headers(words[begin:end]):
                continue
            score = so_far[0] + role.strength * (end - begin) - 0.5
            current = best[end]
            if current is None or score > current[0]:
                best[end] = (score, (*so_far[1], tuple(words[begin:end])))
    final = best[-1]
    return final[1] if final else ()


def _is_two_headers(words: Sequence[Word]) -> bool:
    """Whether the words are two headers of different statements side by side (`DIP Goals DIP Actions`)."""
    for at in range(1, len(words)):
        if at == 1 and words[0].text.casefold() in MODIFIERS:
            continue
        roles = [header_role(" ".join(word.text for word in part)) for part in (words[:at], words[at:])]
        if all(role is not None and role.strength >= 0.7 and role.role in STATEMENTS for role in roles):
            first, second = roles
            if first and second and first.role != second.role and words[at].text[0].isupper():
                return True
        if _is_list_beside_field(roles, words[at - 1].text, words[at].text):
            return True
    return False


def _is_list_beside_field(roles: Sequence[HeaderRole | None], before: str, behind: str) -> bool:
    """`Measures Timing`, `Milestones Lead`: the many of one column and the field of the next; `Measure Owner` is one
    header."""
    first, second = roles
    if first is None or second is None or not (before[-1] == "s" and behind[0].isupper()):
        return False
    sure = first.strength >= _SURE_APART and second.strength >= _SURE_APART
    return sure and first.role in STATEMENTS and second.role in ("owner", "due", "status")


def role_of(phrase: Sequence[Word]) -> str | None:
    role = header_role(" ".join(word.text for word in phrase))
    return role.role if role else None


def texts_of(phrases: Sequence[Sequence[Word]]) -> tuple[str, ...]:
    return tuple(" ".join(word.text for word in phrase).casefold() for phrase in phrases)
