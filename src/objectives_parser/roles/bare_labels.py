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
