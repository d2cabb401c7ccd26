"""How wide a text is, about: letters by their kind, as most fonts have them, and fonts by their kind."""

from __future__ import annotations

import re
from functools import lru_cache

_EMS = (
    ("ijl.,;:'!|’‘`·", 0.25),
    ('ftrI()[]{}/\\-“”\u00a0 "', 0.33),
    ("mwMW@%&—…", 0.85),
    ("ABCDEFGHJKLNOPQRSTUVXYZ", 0.67),
)
_WIDTHS = {letter: ems for letters, ems in _EMS for letter in letters}
_USUAL = 0.52
_KINDS = (
    (re.compile(r"narrow|condensed|compressed|impact"), 0.8),
    (re.compile(r"mono|courier|consol"), 1.1),
    (re.compile(r"verdana|dejavu|bookman|gothic"), 1.1),
    (re.compile(r"(?<!sans)(?<!sans-)serif|times|garamond|minion|georgia|cambria|roman|calibri|carlito"), 0.91),
)
_BOLD = 1.07


def width_of(text: str, size: float, font: str, bold: bool) -> float:
    """The width of a text in the unit of its size."""
    ems = sum([_WIDTHS.get(letter, _USUAL) for letter in text])
    return size * ems * _stretch(font) * (_BOLD if bold or "bold" in font else 1.0)


@lru_cache(maxsize=256)
def _stretch(font: str) -> float:
    """How wide a font runs, by what its name says of it."""
    family = font.split(",")[0]
    return next((stretch for name, stretch in _KINDS if name.search(family)), 1.0)
