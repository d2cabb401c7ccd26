"""A statement cut into what it says: at its sentences, its semicolons and its dates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Literal, TypeAlias

import regex

from objectives_parser.document import Word
from objectives_parser.layout.wrapping import bare, open_brackets
from objectives_parser.roles import is_imperative
from objectives_parser.roles.assigned import assigns
from objectives_parser.roles.words import word_list
from objectives_parser.statements.statement import Statement, cut_at
from objectives_parser.values.date_patterns import MON

SentencePolicy: TypeAlias = Literal["never", "promises", "always"]
# `This project will take place …`, `These include …`: the sentence explains the one before it
_EXPLAINS = word_list("explains")
# `Each programme has a lead.` speaks of the sentence before it only where that named programmes
_COUNTING = frozenset({"each", "both", "all", "some", "many", "most"})


def split_sentences(statement: Statement) -> tuple[Statement, ...]:
    """The statement's sentences, one that explains the sentence before it left with it."""
    words = statement.words
    cuts = [cut for cut in statement.starts if not _explains(words, cut)]
    return cut_at(statement, cuts) if cuts else (statement,)


def plain_sentences(statement: Statement) -> tuple[Statement, ...]:
    """The statement's sentences, also those that explain the one before."""
    return cut_at(statement, statement.starts) if statement.starts else (statement,)


def _explains(words: Sequence[Word], cut: int) -> bool:
    """Whether the sentence that begins at ``cut`` explains the one before; `In addition, …` says another thing."""
    if _is_value(words, cut):
        return True
    first, second = (
        (bare(word.text) for word in words[cut : cut + 2]) if cut + 1 < len(words) else (bare(words[cut].text), "")
    )
    if first in _COUNTING and second not in _EXPLAINS and second != "of":
        return second.rstrip("s") in {bare(word.text).rstrip("s") for word in words[:cut]}
    return first in _EXPLAINS and (first, second) != ("in", "addition")


_VALUES = frozenset({"baseline:", "target:", "source:", "unit:", "frequency:"})


def _is_value(words: Sequence[Word], cut: int) -> bool:
    """`Share of poor people. Baseline: 27% (2021). Target: 19%`: what a measure's sentence says of it."""
    first = words[cut].text.casefold()
    if first in _VALUES:
        return True
    year = words[cut + 1].text if cut + 1 < len(words) else ""
    return f"{first}:" in _VALUES and year.endswith("):")


# "Action 2.1: Build a shelter. Train those who run it.": a numbered item is one statement
_NUMBERED = regex.compile(
    r"(?:\p{Lu}[\p{L}-]+ ){1,3}#?(?:\p{Lu}{1,2}[-.]?)?\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?[:.]\s+(?=\p{Lu})"
)


def by_sentence(group: Statement, policy: SentencePolicy) -> tuple[Statement, ...]:
    if policy == "never" or group.listed or (policy == "promises" and _NUMBERED.match(group.text)):
        return (group,)
    parts = split_sentences(group)
    if policy == "promises" and not all(is_clause(part) for part in parts):
        return (group,)
    if policy == "promises":
        return parts
    return tuple(dated for part in parts for clause in _between_semicolons(part) for dated in _dated(clause))


def is_clause(statement: Statement) -> bool:
    text = statement.text
    return (
        is_imperative(text)
        or bool(regex.search(r"\b(?:will|shall|must|should|(?:is|are) (?:also )?\w+ing)\b", text))
        or assigns(text)
    )


_GOES_ON = frozenset({"and", "or", "but", "with", "by", "to", "from", "including", "which", "where", "as", "of", "in"})
_SAYS = 4
"""Letters of a word that says what is counted or reached: `75% by 2030` has none."""


def _between_semicolons(statement: Statement) -> tuple[Statement, ...]:
    """The statement cut at its semicolons where each begins another one: `Number of events; Improvements added`, also
    in small letters (`pilot at two ports by June; national roll-out complete by March`).
    A list that goes on behind a semicolon, each at its line's end, is cut whatever it says. `75% by 2030; 100% by 2050`
    and `the groups: the Senior Board; the Reform Board` are one."""
    words = statement.words
    cuts = [at for at in range(1, len(words)) if words[at - 1].text.endswith(";")]
    if not cuts or any(word.text.endswith(":") for word in words):
        return (statement,)
    ends = list(pairwise((0, *cuts, len(words))))
    begun = all(_begins(words[start].text.lstrip("“\"'(")[:1]) for start, _ in ends)
    told = begun or all(_says(words[start:end]) for start, end in ends)
    # `New rules by June 2027; team in place by May 2028`: each has its date
    told = told or all(_ends_dated(words, end) and _says(words[start:end], 1) for start, end in ends)
    told = told or (words[-1].text.endswith(";") and _line_ends(statement).issuperset(cuts))
    if not told or any(end - start < 2 for start, end in ends):
        return (statement,)
    parts = cut_at(statement, cuts)
    return (statement,) if any(open_brackets(part.words) for part in parts) else parts


_SIGNS = frozenset("#%$£€")  # "# of trainees; % who find work"


def _begins(sign: str) -> bool:
    """Whether a statement may begin so: with a capital, or with a sign for what is counted."""
    return sign.isupper() or sign in _SIGNS


def _line_ends(statement: Statement) -> frozenset[int]:
    """How many words stand up to the end of each line."""
    return frozenset(accumulate(len(line) for line in statement.lines))


def _says(words: Sequence[Word], least: int = 2) -> bool:
    """Whether words in small letters are a statement of their own, and do not go on from the one before."""
    texts = [bare(word.text) for word in words]
    return texts[0] not in _GOES_ON and sum(len(text) >= _SAYS and text.isalpha() for text in texts) > least


_YEAR = regex.compile(r"(?:19|20)\d\d(?:[/–-]\d\d)?$")
_BEFORE_YEAR = regex.compile(rf"{MON}|spring|summer|autumn|winter|by|q[1-4]", regex.IGNORECASE)


def _dated(statement: Statement) -> tuple[Statement, ...]:
    """The statement cut behind its dates, where a converter lost what stood between the items of a cell and each of
    them ends with one: `Strategy announced Sept 2012 First plans published by Mar 2013`."""
    words = statement.words
    if not _ends_dated(words, len(words)):
        return (statement,)
    cuts = [at for at in range(3, len(words) - 2) if words[at].text[:1].isupper() and _ends_dated(words, at)]
    return cut_at(statement, cuts) if cuts and cuts[-1] < len(words) - 3 else (statement,)


def _ends_dated(words: Sequence[Word], end: int) -> bool:
    """Whether the words before ``end`` close with a month or season and its year."""
    if end < 4 or not _YEAR.match(words[end - 1].text.rstrip(";")):
        return False
    return _BEFORE_YEAR.fullmatch(words[end - 2].text) is not None
