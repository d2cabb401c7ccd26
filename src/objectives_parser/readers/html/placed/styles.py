"""What a style says of a place: `position:absolute;top:63px;left:65px` in the element itself, or by its class in a
`<style>` (`.x1{left:54px}`, `.ft18{font-size:13px;line-height:16px}`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from objectives_parser.readers.html.elements import tag_of

if TYPE_CHECKING:
    from lxml import etree

Declared = Mapping[str, str]

TOLD = frozenset(
    ("position", "top", "left", "bottom", "width", "height", "font-size", "line-height", "transform", "font-family")
)
MOST = 14_400.0
"""Points: the largest page that any format foresees; no place and no length goes beyond."""

_LONGEST, _LONGEST_RULE = 2_000_000, 4_000
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]{0,9})?[.#][\w-]{1,80}|[a-z][a-z0-9]{0,9}")
_DECLARED = re.compile(r"([a-z-]{3,20})\s*:\s*([^;]{1,200})")
_LENGTH = re.compile(r"([+-]?\d{0,9}\.?\d{1,9})\s?(px|pt|in|cm|mm|pc|em|rem)?\s*(?:!important)?\s*")
_POINTS = {"px": 0.75, "pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "rem": 12.0}
_MATRIX = re.compile(r"matrix\(\s*(\d{0,3}\.?\d{1,9})\s*,\s*[+-]?0*\.?0*\s*,")


class Rules:
    """The rules of a page's styles, by their selectors. A later one goes over an earlier; a converter that writes a
    style before each page means it for what stands below."""

    def __init__(self) -> None:
        self._rules: dict[str, Declared] = {}
        self._page = ""
        self._unknown: set[str] = set()

    def turn_to(self, page: str) -> None:
        """What is asked from now on stands on the page that the converter counts so."""
        self._page = page

    def learn(self, sheet: str) -> None:
        """What one `<style>` says of places and sizes."""
        for rule in sheet[:_LONGEST].split("}"):
            selectors, _, body = rule.rpartition("{")
            told = dict(_declarations(body[:_LONGEST_RULE]))
            if not told:
                continue
            for selector in selectors[-_LONGEST_RULE:].split(","):
                name = selector.split()[-1].lower() if selector.split() else ""
                if _SIMPLE.fullmatch(name):
                    self._rules[name] = {**self._rules.get(name, {}), **told}

    def of(self, element: etree._Element) -> Declared:
        """What is said of an element: by its name, its class, its id and by itself, which goes over all."""
        own = dict(_declarations((element.get("style") or "")[:_LONGEST_RULE]))
        if not self._rules:
            return own
        tag = tag_of(element)
        said: dict[str, str] = dict(self._rules.get(tag, ()))
        for name in (element.get("class") or "").lower().split()[:20]:
            said.update(self._rules.get(f".{name}") or self._as_before(name))
            said.update(self._rules.get(f"{tag}.{name}", ()))
        said.update(self._rules.get(f"#{(element.get('id') or '').lower()}", ()))
        said.update(own)
        return said

    def _as_before(self, name: str) -> Declared:
        """The rule of a font that an earlier page had already: a converter that counts pages and fonts in its classes
        (`ft24`, the fifth of page 2) defines only those that are new on a page."""
        begin = f"ft{self._page}"
        if name in self._unknown or not self._page or not name.startswith(begin) or not name[len(begin) :].isdecimal():
            return {}
        pages = range(int(self._page) - 1, 0, -1)
        rule = next((rule for page in pages if (rule := self._rules.get(f".ft{page}{name[len(begin) :]}"))), {})
        if rule:
            self._rules[f".{name}"] = rule
        else:
            self._unknown.add(name)
        return rule


def _declarations(text: str) -> Iterator[tuple[str, str]]:
    for match in _DECLARED.finditer(text.lower()):
        if match.group(1) in TOLD:
            yield match.group(1), match.group(2).strip()


def points(text: str | None, em: float = 12.0) -> float | None:
    """A length in points; a bare number counts pixels, as browsers of old read it. None where it is none."""
    match = _LENGTH.fullmatch(text) if text else None
    if match is None:
        return None
    unit = match.group(2) or "px"
    length = float(match.group(1)) * (em if unit == "em" else _POINTS[unit])
    return max(-MOST, min(MOST, length))


def scale(text: str | None) -> float:
    """By how much a transform shrinks or widens what is upright: `matrix(0.25,0,0,0.25,0,0)` to a quarter."""
    match = _MATRIX.match(text) if text else None
    return float(match.group(1)) if match else 1.0
