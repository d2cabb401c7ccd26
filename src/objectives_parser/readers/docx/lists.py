"""Word's numbering definitions → the marker that each list paragraph is printed with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from objectives_parser.readers.archives import attribute, child, local
from objectives_parser.readers.numbering import BULLET, numeral

if TYPE_CHECKING:
    from lxml import etree

PLACEHOLDER = re.compile(r"%([1-9])")


@attrs.frozen(kw_only=True)
class Level:
    """One level of a list: how it counts, what it prints, where it starts, after which level it starts anew."""

    way: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None


@attrs.define
class _Count:
    """Where a list has got to."""

    numbers: dict[int, int] = attrs.field(factory=dict)


class Lists:
    """The lists of one document, counted as its paragraphs come."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._counts: dict[str, _Count] = {}
        self._begun: set[str] = set()
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                self._levels[attribute(element, "abstractNumId") or ""] = _levels(element)
            elif local(element) == "num":
                self._add(element)

    def _add(self, element: etree._Element) -> None:
        identity = attribute(element, "numId") or ""
        self._abstract[identity] = attribute(child(element, "abstractNumId"), "val") or ""
        starts = {
            _whole(attribute(override, "ilvl")): _whole(attribute(child(override, "startOverride"), "val"), 1)
            for override in element
            if local(override) == "lvlOverride" and child(override, "startOverride") is not None
        }
        self._overrides[identity] = starts

    def marker(self, number: str, depth: int) -> str:
        """Count one more paragraph of a list → its marker; empty where the list prints none."""
        abstract = self._abstract.get(number)
        if abstract is None:
            return ""
        levels = self._levels.get(abstract, {})
        level = levels.get(depth, Level(way="bullet"))
        count = self._counts.setdefault(abstract, _Count())
        self._restart(number, count)
        self._step(count, levels, depth)
        if level.way == "bullet":
            return BULLET
        if level.way == "none":
            return ""
        return PLACEHOLDER.sub(lambda found: self._shown(int(found.group(1)) - 1, count, levels), level.text).strip()

    def _restart(self, number: str, count: _Count) -> None:
        """A list that shares its definition with another but has a start of its own begins there when first met."""
        if number not in self._begun:
            self._begun.add(number)
            for depth, start in self._overrides.get(number, {}).items():
                count.numbers[depth] = start - 1

    def _step(self, count: _Count, levels: dict[int, Level], depth: int) -> None:
        start = levels.get(depth, Level()).start
        count.numbers[depth] = count.numbers.get(depth, start - 1) + 1
        for above in range(depth):
            count.numbers.setdefault(above, levels.get(above, Level()).start)
        for below in [other for other in count.numbers if other > depth]:
            if levels.get(below, Level()).restart != 0:
                del count.numbers[below]

    def _shown(self, depth: int, count: _Count, levels: dict[int, Level]) -> str:
        level = levels.get(depth, Level())
        return numeral(count.numbers.get(depth, level.start), level.way)


def _levels(element: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for level in element:
        if local(level) == "lvl":
            restart = attribute(child(level, "lvlRestart"), "val")
            found[_whole(attribute(level, "ilvl"))] = Level(
                way=attribute(child(level, "numFmt"), "val") or "decimal",
                text=attribute(child(level, "lvlText"), "val") or "",
                start=_whole(attribute(child(level, "start"), "val"), 1),
                restart=_whole(restart) if restart is not None else None,
            )
    return found


def _whole(text: str | None, default: int = 0) -> int:
    try:
        return int((text or "")[:9])
    except ValueError:
        return default
