"""Labels that nothing parts from their statements, line after line: `Objective Open the reading rooms`, `Objective
Train the staff`, as a column of labels is left by those who copy a table's text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from objectives_parser.records import STATEMENTS
from objectives_parser.roles.forms import is_imperative
from objectives_parser.roles.vocabulary import Vocabulary, default_vocabulary

_LEAST = 3  # lines
_LONGEST = 300  # characters
_LINE = re.compile(r"[ \t]*(?P<word>[A-Z][a-z]{2,11})[ \t]+(?P<rest>[A-Z][a-z’']+[ \t]+\S.{0,400})$")


# "Program 30.1: Continue …": of two levels at the least, or the number may count pages and tables
_OWN = re.compile(
    r"(?:\|[ \t]?)?[ \t]*(?P<word>[A-Z][a-z]{3,14})[ \t](?P<number>\d{1,3}(?:\.\d{1,2}){1,2}[a-z]?):[ \t]+[A-Z]"
)
_OF_PARTS = frozenset(
    ("Figure", "Table", "Section", "Chapter", "Appendix", "Annex", "Part", "Exhibit", "Photo", "Image")
)


def counting_words(lines: Iterable[str]) -> frozenset[str]:
    """The words that a text puts before numbers of two levels and a colon at the head of three lines or more, each with
    a number of its own, but for those that number its parts."""
    found: dict[str, set[str]] = {}
    for line in lines:
        match = _OWN.match(line[:_LONGEST]) if ":" in line[:40] else None
        if match is not None and match["word"] not in _OF_PARTS:
            found.setdefault(match["word"], set()).add(match["number"])
    return frozenset(word for word, numbers in found.items() if len(numbers) >= _LEAST)


def bare_labels(lines: Iterable[str], vocabulary: Vocabulary | None = None) -> frozenset[str]:
    """The words that are such labels in a text's lines: each begins three lines at the least, and before most of them
    a command or an aim (`Objective To open …`); the others go on otherwise (`Action plan`), but none with a colon."""
    known = (vocabulary or default_vocabulary()).labels
    found: dict[str, list[bool]] = {}
    for line in lines:
        first = line.split(None, 1)[:1]
        word = first[0].rstrip(":") if first else ""
        if known.get(word.lower()) not in STATEMENTS or not word[0].isupper():
            continue
        match = _LINE.match(line[:_LONGEST]) if first[0] == word else None
        found.setdefault(word, []).append(match is not None and _is_stated(match["rest"]))
    return frozenset(
        word for word, stated in found.items() if sum(stated) >= _LEAST and sum(stated) * 4 >= 3 * len(stated)
    )


def _is_stated(rest: str) -> bool:
    return rest.startswith("To ") or is_imperative(rest)
