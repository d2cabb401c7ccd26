"""Patterns of the library ``regex`` that are compiled when they are first asked.

Compiling all patterns of the package takes a fifth of a second, and a short text asks half of them. A module writes
``from objectives_parser import late as regex`` and goes on as with the library itself.
"""

from __future__ import annotations

import re
from typing import Any

IGNORECASE, DOTALL, MULTILINE = re.IGNORECASE, re.DOTALL, re.MULTILINE
Match = re.Match
Pattern = re.Pattern

_ASKED = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "pattern", "flags")


class LatePattern:
    """A pattern's source until it is asked something; the compiled pattern's methods from then on."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        import regex

        compiled = regex.compile(self._source, self._flags)
        self.__dict__.update({asked: getattr(compiled, asked) for asked in _ASKED})
        return self.__dict__[name]


def compile(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, not compiled yet: a mistake in it shows when it is first asked, as ``tests/test_patterns.py`` does
    with every pattern."""
    late: Any = LatePattern(source, int(flags))
    return late  # type: ignore[no-any-return]
