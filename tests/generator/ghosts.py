"""Lines as an OCR engine reads them the second time: the same words in garbled letters."""

from __future__ import annotations

import random

MISREAD = "R:P r:f e:c o:a n:u m:rn i:l t:l a:o l:i h:b c:e u:n s:a d:cl T:I S:B E:F I:l C:G O:Q p:g"
LOOK_ALIKE = dict(pair.split(":") for pair in MISREAD.split())


def ghost_of(line: str, rng: random.Random) -> str:
    """The line with letters mistaken, most often at its head where the scan's edge cuts it."""
    words = line.split()
    words[0] = rng.choice((_mistake, _front_cut, _front_grown))(words[0], rng)
    for i in range(1, len(words)):
        if len(words[i]) > 4 and rng.random() < 0.25:
            words[i] = _mistake(words[i], rng)
    return " ".join(word for word in words if word)


def _mistake(word: str, rng: random.Random) -> str:
    places = [i for i, letter in enumerate(word) if letter in LOOK_ALIKE]
    if not places:
        return word
    place = rng.choice(places)
    return word[:place] + LOOK_ALIKE[word[place]] + word[place + 1 :]


def _front_cut(word: str, rng: random.Random) -> str:
    return word[rng.randint(1, 2) :] if len(word) > 4 else word


def _front_grown(word: str, rng: random.Random) -> str:
    return rng.choice("TIl") + _mistake(word, rng)
