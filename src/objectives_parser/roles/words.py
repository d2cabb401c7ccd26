"""The word lists of ``words.toml``, and the other data files of the package."""

from __future__ import annotations

import functools
import pkgutil
import tomllib


def shipped(name: str) -> bytes:
    """A data file that stands beside this module. (importlib.resources would load a dozen modules to find it.)"""
    data = pkgutil.get_data(__name__, name)
    if data is None:
        raise FileNotFoundError(name)
    return data


@functools.cache
def _lists() -> dict[str, str]:
    return tomllib.loads(shipped("words.toml").decode("utf-8"))


def phrase_list(name: str) -> frozenset[str]:
    """The phrases of a list, one a line; KeyError if there is no such list."""
    return frozenset(line.strip() for line in _lists()[name].split("\n")) - {""}


def word_list(name: str) -> frozenset[str]:
    """The words of a list; KeyError if there is no such list."""
    return frozenset(_lists()[name].split())
