"""Where a sentence ends: which full stops end one, and which are an abbreviation's."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.layout.wrapping import bare
from objectives_parser.roles.words import word_list

_STOPS, _CLOSING = frozenset(".!?"), "\"'’”)"
_MARKS = frozenset(".!?\"'’”)")
# `J.`, `U.S.`, `D.C.`, `Ph.D.`, `a.m.`
_INITIALS = regex.compile(r"\p{L}|(?:\p{L}{1,2}\.)+\p{L}{1,2}")
# "1a.", "2.3.", "KPI4.": what the sentence is numbered with
_NUMBERS = regex.compile(r"\(?\p{Lu}{0,3}-?\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]+")
# What they belong to follows them: `Dr. Jones`, `No. IV`, `e.g. Wales`.
_LEADING = word_list("abbreviations-before")
# A sentence may end behind these: `Acme Inc. We …`, but `Acme Inc. Board`.
_TRAILING = word_list("abbreviations")
_OPENERS = word_list("sentence-openers")
_SHORT = 8  # words in brackets


def sentence_starts(words: Sequence[str]) -> list[int]:
    """The positions of the words that begin a sentence, the first word's left out.

    >>> sentence_starts("Ask Dr. Ames of the U.S. Forest Service. The others agree.".split())
    [8]
    """
    marked = [number for number, word in enumerate(words[:-1], 1) if word[-1:] in _MARKS]
    if marked[:1] == [1] and _NUMBERS.fullmatch(words[0]):
        del marked[0]
    ended = [number for number in marked if ends_sentence(words[number - 1], words[number])]
    return [number for number in ended if not _in_brackets(words, number)]


def _in_brackets(words: Sequence[str], number: int) -> bool:
    """Whether a word stands within a few in brackets, in the midst of a sentence: `by a fifth (some 70 Mt. CO2eq.)`."""
    for at in range(number - 1, max(number - _SHORT, 0), -1):
        if ")" in words[at]:
            return False
        if words[at][:1] == "(":
            closed = any(")" in word for word in words[number : number + _SHORT])
            return closed and not ends_in_stop(words[at - 1])
    return False


def ends_in_stop(word: str) -> bool:
    """Whether a full stop, or another sign that ends a sentence, is a word's last but for brackets and quotation
    marks."""
    return word.rstrip(_CLOSING)[-1:] in _STOPS


def ends_sentence(word: str, following: str) -> bool:
    """Whether a sentence ends with the printed word: it bears the mark, and what follows begins like a sentence.

    >>> ends_sentence("appropriate.", "The"), ends_sentence("U.S.", "Forest"), ends_sentence("U.S.", "This")
    (True, False, True)
    """
    if not following[:1].isupper() and not _counts_on(word, following):
        return False
    if not ends_in_stop(word):
        return False
    marked = word.strip("\"'‘’“”()[")
    stem = marked.removesuffix(".")
    if stem == marked or not stem:
        return True
    if _listed(stem, _LEADING):
        return False
    if len(stem) == 1 and stem.islower():  # `a.` stands before what it counts
        return False
    return bare(following) in _OPENERS or not (_INITIALS.fullmatch(stem) or _listed(stem, _TRAILING))


def _counts_on(word: str, following: str) -> bool:
    """Whether a sentence may begin with a figure: `… without loss. 95% of claims are paid` behind a whole word in small
    letters, not `approx. 40` or `no. 12`."""
    if following[:1] not in "0123456789£$€" or word[-1:] != "." or len(following) < 2:
        return False
    stem = word[:-1]
    return len(stem) > 3 and stem.isalpha() and stem.islower() and not following.endswith((".", ")"))


def _listed(stem: str, abbreviations: frozenset[str]) -> bool:
    """Whether the stem is in the list, whose small entries stand for capitals too: `dept` for `Dept`, but `Art` not for
    `state of the art`."""
    return stem in abbreviations or stem.casefold() in abbreviations
