"""What a statement's wording says of its kind, where no header and no label does.

A softmax over form features (``forms.py``) and hashed words and word pairs, trained by ``tools/train_wording.py`` on
labelled statements of other publishers. The shipped weights are 8-bit integers; no library is needed to read them.
"""

from __future__ import annotations

import functools
import itertools
import math
import struct
import zlib
from array import array
from collections.abc import Iterable

import attrs

from objectives_parser.roles.forms import form_features, words_of
from objectives_parser.roles.words import shipped

KINDS = ("objective", "measure", "milestone", "action")
BUCKETS = 1 << 14
HEADER = struct.Struct("<4sIIf4f")  # magic, kinds, buckets, scale, biases
MAGIC = b"OPW1"


@attrs.frozen(kw_only=True)
class Wording:
    """The probability of each kind, as far as the words alone tell."""

    objective: float
    measure: float
    milestone: float
    action: float

    @property
    def kind(self) -> str:
        """The most probable kind."""
        return max(KINDS, key=self.probability)

    def probability(self, kind: str) -> float:
        """The probability of one of the four kinds."""
        return float(getattr(self, kind))


@attrs.frozen(kw_only=True)
class Model:
    """Weights by bucket and kind, row by row, to be multiplied by ``scale``."""

    weights: array[int]
    scale: float
    biases: tuple[float, ...]


def features(text: str) -> list[int]:
    """The buckets of a statement's forms, words and neighbouring words."""
    words = words_of(text)[:60]
    shown = ["0" if word[0].isdigit() else word for word in words]
    names = [f"f:{name}" for name in form_features(text)]
    names += [f"w:{word}" for word in shown]
    names += [f"b:{one} {two}" for one, two in itertools.pairwise(shown)]
    names += [f"1:{shown[0]}", f"n:{shown[-1]}"] if shown else []
    return sorted({bucket(name) for name in names})


def bucket(name: str) -> int:
    """The place of a feature's weights."""
    return zlib.crc32(name.encode("utf-8")) & (BUCKETS - 1)


@functools.cache
def model() -> Model:
    """The shipped model."""
    return unpack(shipped("wording.bin"))


def pack(weights: Iterable[int], scale: float, biases: tuple[float, float, float, float]) -> bytes:
    """A model file: the header and the compressed weights."""
    body = array("b", weights).tobytes()
    return HEADER.pack(MAGIC, len(KINDS), BUCKETS, scale, *biases) + zlib.compress(body, 9)


def unpack(data: bytes) -> Model:
    """The model of a file that ``pack`` made."""
    magic, kinds, buckets, scale, *biases = HEADER.unpack_from(data)
    if (magic, kinds, buckets) != (MAGIC, len(KINDS), BUCKETS):
        raise ValueError("The wording model is not of this version; run tools/train_wording.py.")
    weights = array("b")
    weights.frombytes(zlib.decompress(data[HEADER.size :]))
    return Model(weights=weights, scale=scale, biases=tuple(biases))


@functools.lru_cache(maxsize=4096)
def wording(text: str) -> Wording:
    """How probable each kind is by the statement's words.

    >>> wording("Number of data requests made of departments").kind
    'measure'
    """
    scores = score(features(text), model())
    top = max(scores)
    powers = [math.exp(value - top) for value in scores]
    total = sum(powers)
    return Wording(**{kind: power / total for kind, power in zip(KINDS, powers, strict=True)})


def score(buckets: list[int], known: Model) -> list[float]:
    """The linear scores of the kinds, in the order of ``KINDS``; long statements are damped."""
    width, damping = len(KINDS), known.scale / math.sqrt(max(1, len(buckets)))
    sums = [0] * width
    for place in buckets:
        for kind in range(width):
            sums[kind] += known.weights[place * width + kind]
    return [bias + damping * value for bias, value in zip(known.biases, sums, strict=True)]
