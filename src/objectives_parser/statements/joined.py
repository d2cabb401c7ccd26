"""Lists that a converter wrote in one line, as a cell of a tabbed row holds them: `• Accounts laid • No loss of data`,
`1. Survey the piers 2. Mend the worst`."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Line, Word
from objectives_parser.layout.wrapping import is_bullet

_DASHES = frozenset("-–—*+>")
_COUNTED = regex.compile(r"(\(?)(\d{1,2}|[a-z]|[ivx]{1,4})([.)])$")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_FEWEST = 5


def joined_items(line: Line) -> frozenset[int]:
    """Where in a line further items of the list begin that opens it, or opens behind the colon of its lead-in."""
    words = line.words
    if len(words) < _FEWEST:
        return frozenset()
    for at, word in enumerate(words[:-1]):
        if len(word.text) > _FEWEST or not (at == 0 or words[at - 1].text[-1] == ":"):
            continue
        if is_bullet(word):
            found = _bulleted(words, at)
        elif (mark := _COUNTED.match(word.text)) is not None:
            found = _counted(words, at, mark)
        else:
            continue
        return frozenset([*([at] if at else []), *found]) if found else frozenset()
    return frozenset()


def _bulleted(words: Sequence[Word], first: int) -> list[int]:
    """The further bullets of the same kind; dashes only before capitals, as they also stand between words."""
    glyph = words[first].text
    found = [at for at in range(first + 2, len(words) - 1) if words[at].text == glyph]
    if glyph in _DASHES and not all(words[at + 1].text[0].isupper() for at in (first, *found)):
        return []
    return found


def _counted(words: Sequence[Word], first: int, mark: regex.Match[str]) -> list[int]:
    """The numbers or letters that count on, each before a capital or behind a stop: `(a) survey; (b) mend`."""
    opening, count, closing = mark.groups()
    forms = {"1": tuple(map(str, range(1, 100))), "a": tuple("abcdefghijklmno"), "i": _ROMAN}.get(count)
    if forms is None:
        return []
    found: list[int] = []
    for at in range(first + 2, len(words) - 1):
        if words[at].text != f"{opening}{forms[len(found) + 1]}{closing}":
            continue
        if words[at + 1].text[0].isupper() or words[at - 1].text[-1] in ";,." or words[at - 1].text == "and":
            found.append(at)
            if len(found) + 1 == len(forms):
                break
    # `shares with: i) a code, ii) a plan` is one sentence
    if first and not all(words[at + 1].text[0].isupper() for at in (first, *found)):
        return []
    return found
