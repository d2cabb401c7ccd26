"""Which strings of letters are words of English, for places where a line's end or a converter cut one in two."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

_SEARCHES = 40


@lru_cache(maxsize=65_536)
def is_known(word: str) -> bool:
    """Whether English has the word or its form. The lists are searched as they are as long as few words are asked for:
    to take the lists to pieces costs as much as some sixty searches."""
    if is_known.cache_info().misses > _SEARCHES:
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
