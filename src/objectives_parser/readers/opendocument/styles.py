"""The styles of an OpenDocument file: how text looks, which paragraphs are headings, how lists count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from objectives_parser.readers.archives import attribute, child, local
from objectives_parser.readers.numbering import BULLET, numeral

if TYPE_CHECKING:
    from lxml import etree

POINTS = re.compile(r"^(\d{1,4}(?:\.\d{1,4})?)pt$")
MAX_CHAIN = 30


@attrs.frozen(kw_only=True)
class OdfStyle:
    """A style with what it inherits. ``list_style`` names the list that its paragraphs stand in."""

    name: str = ""
    bold: bool = False
    italic: bool = False
    raised: bool = False
    hidden: bool = False
    size: float = 0.0
    outline: int = 0
    fill: str | None = None
    list_style: str | None = None
    data_style: str | None = None
    shown: bool = True


@attrs.frozen(kw_only=True)
class ListLevel:
    """How one level of a list counts: None for bullets."""

    way: str | None = None
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shows: int = 1


class OdfStyles:
    """A file's styles by name."""

    def __init__(self, elements: Iterable[etree._Element]) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._known: dict[tuple[str, str], OdfStyle] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self.outline: dict[int, ListLevel] = {}
        for element in elements:
            name = attribute(element, "name") or ""
            if local(element) == "style":
                self._elements[(attribute(element, "family") or "", name)] = element
            elif local(element) == "list-style":
                self._lists[name] = _levels(element)
            elif local(element) == "outline-style":
                self.outline = _levels(element)

    def at(self, family: str, name: str | None, depth: int = 0) -> OdfStyle:
        """The style of this family and name; a plain one where there is none."""
        key = (family, name or "")
        if key not in self._elements or depth > MAX_CHAIN:
            return OdfStyle()
        if key not in self._known:
            element = self._elements[key]
            self._known[key] = _resolved(element, self.at(family, attribute(element, "parent-style-name"), depth + 1))
        return self._known[key]

    def level(self, list_style: str | None, depth: int) -> ListLevel:
        """How a list of this style counts at this depth, from 1."""
        return self._lists.get(list_style or "", {}).get(depth, ListLevel())


def _resolved(element: etree._Element, under: OdfStyle) -> OdfStyle:
    text = child(element, "text-properties")
    found: dict[str, Any] = {"name": attribute(element, "display-name") or attribute(element, "name") or ""}
    weight, slant = attribute(text, "font-weight"), attribute(text, "font-style")
    size = POINTS.match(attribute(text, "font-size") or "")
    position = attribute(text, "text-position")
    level = attribute(element, "default-outline-level")
    if weight:
        found["bold"] = weight == "bold" or (weight.isdigit() and int(weight[:4]) >= 600)
    if slant:
        found["italic"] = slant in ("italic", "oblique")
    if size:
        found["size"] = float(size.group(1))
    if position:
        found["raised"] = position.startswith("super") or bool(re.match(r"[1-9]\d?%\s+[1-8]\d%", position))
    if attribute(text, "display") == "none" or _is_struck(text):
        found["hidden"] = True
    if level and level.isdigit():
        found["outline"] = min(int(level), 10)
    around: dict[str, Any] = dict(_around(element))
    return attrs.evolve(under, **found, **around)


def _is_struck(text: etree._Element | None) -> bool:
    """Struck-out words have been taken back, as a tracked deletion has."""
    styles = (attribute(text, "text-line-through-style"), attribute(text, "text-line-through-type"))
    return any(style not in (None, "", "none") for style in styles)


def _around(element: etree._Element) -> dict[str, object]:
    """What a style says of cells, tables and lists."""
    found: dict[str, object] = {}
    color = attribute(child(element, "table-cell-properties"), "background-color")
    if color:
        found["fill"] = color.lower() if color.lower() not in ("transparent", "#ffffff") else None
    if attribute(element, "list-style-name") is not None:
        found["list_style"] = attribute(element, "list-style-name")
    if attribute(element, "data-style-name"):
        found["data_style"] = attribute(element, "data-style-name")
    if attribute(child(element, "table-properties"), "display") == "false":
        found["shown"] = False
    return found


def _levels(element: etree._Element) -> dict[int, ListLevel]:
    levels: dict[int, ListLevel] = {}
    for entry in element:
        depth = _whole(attribute(entry, "level"), 1)
        numbered = local(entry) in ("list-level-style-number", "outline-level-style")
        levels[depth] = ListLevel(
            way=(attribute(entry, "num-format") or "") if numbered else None,
            prefix=attribute(entry, "num-prefix") or "",
            suffix=attribute(entry, "num-suffix") or "",
            start=_whole(attribute(entry, "start-value"), 1),
            shows=_whole(attribute(entry, "display-levels"), 1),
        )
    return levels


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else default


class ListCounter:
    """Counts the items of one list and of the lists inside it."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}

    def marker(self, styles: OdfStyles, list_style: str | None, depth: int, value: str | None = None) -> str:
        """Count one more item at this depth, from 1 → its marker."""
        levels = [styles.level(list_style, each) for each in range(1, depth + 1)]
        return self.count(levels, depth, value)

    def count(self, levels: list[ListLevel], depth: int, value: str | None = None) -> str:
        """The same, with the levels at hand."""
        level = levels[depth - 1]
        number = self._numbers.get(depth, level.start - 1) + 1
        self._numbers[depth] = _whole(value, number)
        for below in [each for each in self._numbers if each > depth]:
            del self._numbers[below]
        if level.way is None:
            return BULLET
        if not level.way:
            return ""
        shown = range(max(depth - level.shows + 1, 1), depth + 1)
        numbers = [numeral(self._numbers.get(each, 1), levels[each - 1].way or "1") for each in shown]
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()
