"""A word broken at a line's end: put together with its hyphen or without."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from objectives_parser import late as regex
from objectives_parser.roles.words import word_list

_LEFT = regex.compile(r"[\p{L}’']+(?=[-‐\u00ad]$)")
_RIGHT = regex.compile(r"[\p{L}’']+")
_SEARCHES = 40
# First halves of compounds that English writes with a hyphen.
_COMPOUND_HEADS = word_list("compound-heads")


def rejoined(text: str, printed: str) -> str:
    """The text that ends with a hyphen, and what the next line prints: `wild-` + `life` → `wildlife`, `user-` +
    `centred` → `user-centred`."""
    left, right = _LEFT.search(text, text.rfind(" ") + 1), _RIGHT.match(printed)
    if left is None or right is None:
        return text + printed
    if text.endswith("\u00ad") or not _keeps_hyphen(left.group(), right.group()):
        return text[:-1] + printed
    return text + printed


def _keeps_hyphen(left: str, right: str) -> bool:
    if right[:1].isupper():
        return True
    if _is_known((left + right).casefold()):
        return False
    if left.casefold() in _COMPOUND_HEADS:
        return True
    return len(left) > 2 and len(right) > 2 and _is_known(left.casefold()) and _is_known(right.casefold())


@lru_cache(maxsize=65_536)
def _is_known(word: str) -> bool:
    """Whether English has the word or its form. The lists are searched as they are as long as few words are asked for:
    to take the lists to pieces costs as much as some sixty searches."""
    if _is_known.cache_info().misses > _SEARCHES:
        return word.encode() in _words()
    quoted = f'"{word}"'.encode()
    return any(quoted in table for table in _lexicon())


@lru_cache(maxsize=1)
def _words() -> frozenset[bytes]:
    words = frozenset(chain.from_iterable(map(_QUOTED.findall, _lexicon())))
    _lexicon.cache_clear()
    return words


_QUOTED = re.compile(rb'"([^"]*)"')


@lru_cache(maxsize=1)
def _lexicon() -> tuple[bytes, ...]:
    """English word forms and lemmas, each in quotation marks: the lookup tables of spacy-lookups-data, as JSON. Bytes,
    because one word that is not Latin doubles the room that a text takes."""
    import gzip
    from importlib.resources import files

    folder = files("spacy_lookups_data") / "data"
    tables = (folder / f"{name}.json.gz" for name in ("en_lemma_lookup", "en_lemma_index"))
    return tuple(gzip.decompress(table.read_bytes()) for table in tables)
