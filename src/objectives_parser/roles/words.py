"""The word lists of ``words.toml``."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources


@functools.cache
def _lists() -> dict[str, str]:
    return tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def word_list(name: str) -> frozenset[str]:
    """The words of a list; KeyError if there is no such list."""
    return frozenset(_lists()[name].split())
