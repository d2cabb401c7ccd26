"""No pattern of the package backtracks badly: a text that nearly fits takes hardly longer than another."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
import regex

import objectives_parser
from objectives_parser.late import LatePattern
from tests.factories import is_done_within

_PATTERN_TYPES = (re.Pattern, type(regex.compile("")), LatePattern)
# What each text repeats, and its end, which no pattern likes.
_REPEATED = ("a", "A", "1", " ", "a ", "Aa ", "1.", "a, ", "(a ", "A1-", "a-", "to the ", "1 and ", ";", "Goal 1: ")
_END = "%\x00;:"
_LENGTHS = (24, 48, 200)
_SECONDS = 0.25


def _patterns() -> Iterator[Any]:
    names = [info.name for info in pkgutil.walk_packages(objectives_parser.__path__, "objectives_parser.")]
    for name in sorted(names):
        module = importlib.import_module(name)
        for place, value in sorted(vars(module).items()):
            if isinstance(value, _PATTERN_TYPES):
                yield pytest.param(value, id=f"{name.removeprefix('objectives_parser.')}:{place}")


@pytest.mark.parametrize("pattern", [*_patterns()])
def test_a_pattern_takes_no_time_over_junk(pattern: Any) -> None:
    """`a` repeated a few dozen times took five seconds where a word could be tried in pieces."""
    for length in _LENGTHS:
        for repeated in _REPEATED:
            junk = (repeated * (length // len(repeated)))[:length] + _END
            text = junk.encode() if isinstance(pattern.pattern, bytes) else junk
            for ask in (pattern.match, pattern.fullmatch, pattern.search):
                assert is_done_within(_SECONDS, lambda ask=ask, text=text: ask(text)), (length, repeated)  # type: ignore[misc]
