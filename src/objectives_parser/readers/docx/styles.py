"""Word's styles: what a paragraph or a run inherits, and which styles are headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from objectives_parser.readers.archives import attribute, child, local

if TYPE_CHECKING:
    from lxml import etree

HEADING_NAME = re.compile(r"^(?:heading|überschrift|titre|título|titolo|kop)\s*([1-9])\b", re.IGNORECASE)
CONTENTS_NAME = re.compile(r"^(?:toc|table of (?:contents|figures|authorities)|contents|index)\b", re.IGNORECASE)
TITLE_NAME = re.compile(r"^(?:title|titel)$", re.IGNORECASE)
OFF = frozenset({"0", "false", "off", "none"})
# "List Bullet 2", "List Number 3": lists of their own, set as deep as the name says
DEEP_LIST = re.compile(r"^list(?: bullet| number| continue)? ([2-5])$", re.IGNORECASE)
MAX_CHAIN = 30
BODY_OUTLINE = 9


@attrs.frozen(kw_only=True)
class Look:
    """How a run looks; None where its own style leaves that to the style below."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    size: float | None = None
    color: str | None = None

    def over(self, under: Look) -> Look:
        """This look, where it says nothing the one under it."""
        if self == PLAIN:
            return under
        return Look(
            bold=under.bold if self.bold is None else self.bold,
            italic=under.italic if self.italic is None else self.italic,
            hidden=under.hidden if self.hidden is None else self.hidden,
            raised=under.raised if self.raised is None else self.raised,
            size=under.size if self.size is None else self.size,
            color=under.color if self.color is None else self.color,
        )


PLAIN = Look()


@attrs.frozen(kw_only=True)
class Style:
    """A style with all that it inherits. ``outline`` is 1 for a heading of the first level, 0 for no heading."""

    name: str = ""
    look: Look = attrs.field(factory=Look)
    outline: int = 0
    number: str | None = None
    number_level: int = 0
    depth: int = 0

    @property
    def is_contents(self) -> bool:
        """A line of the table of contents."""
        return bool(CONTENTS_NAME.match(self.name))


def look_of(properties: etree._Element | None) -> Look:
    """A run's own properties (``w:rPr``) as a look."""
    found: dict[str, bool | float | str] = {}
    for entry in properties if properties is not None else ():
        value = attribute(entry, "val")
        match local(entry):
            case "b":
                found["bold"] = value not in OFF
            case "i":
                found["italic"] = value not in OFF
            case "vanish" | "webHidden":
                found["hidden"] = value not in OFF
            case "strike" | "dstrike" if value not in OFF:  # taken back, as a tracked deletion is
                found["hidden"] = True
            case "vertAlign":
                found["raised"] = value == "superscript"
            case "sz" if value and value.isdigit():
                found["size"] = min(int(value), 10_000) / 2
            case "color" if value and value != "auto":
                found["color"] = f"#{value.lower()}"
    return Look(**found)  # type: ignore[arg-type]


class Styles:
    """The styles of one document by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._default = Look()
        self._normal: str | None = None
        for element in root if root is not None else ():
            if local(element) == "style":
                self._add(element)
            elif local(element) == "docDefaults":
                self._default = look_of(child(child(element, "rPrDefault"), "rPr"))

    def _add(self, element: etree._Element) -> None:
        identity = attribute(element, "styleId") or ""
        self._elements[identity] = element
        if attribute(element, "type") == "paragraph" and (attribute(element, "default") or "0") not in OFF:
            self._normal = identity

    def paragraph(self, identity: str | None) -> Style:
        """The style of a paragraph that names this one, or none."""
        style = self._style(identity or self._normal, 0)
        return attrs.evolve(style, look=style.look.over(self._default))

    def marks_first_row(self, identity: str | None) -> bool:
        """Whether a table style sets its first row apart, by bold type or a fill."""
        element = self._elements.get(identity or "")
        for _ in range(MAX_CHAIN):
            if element is None:
                return False
            if any(_marks(part) for part in element if local(part) == "tblStylePr"):
                return True
            element = self._elements.get(attribute(child(element, "basedOn"), "val") or "")
        return False

    def run(self, identity: str | None) -> Look:
        """The look that a character style gives."""
        return self._style(identity, 0).look if identity else PLAIN

    def _style(self, identity: str | None, depth: int) -> Style:
        if identity is None or identity not in self._elements or depth > MAX_CHAIN:
            return Style()
        if identity not in self._known:
            self._known[identity] = self._resolved(self._elements[identity], depth)
        return self._known[identity]

    def _resolved(self, element: etree._Element, depth: int) -> Style:
        under = self._style(attribute(child(element, "basedOn"), "val"), depth + 1)
        name = attribute(child(element, "name"), "val") or ""
        properties = child(element, "pPr")
        number, level = numbering_of(properties)
        deep = DEEP_LIST.match(name)
        return Style(
            name=name,
            look=look_of(child(element, "rPr")).over(under.look),
            outline=_outline(name, properties, under.outline),
            number=number if number is not None else under.number,
            number_level=level if number is not None or level else under.number_level,
            depth=int(deep.group(1)) - 1 if deep else under.depth,
        )


def _marks(part: etree._Element) -> bool:
    """A table style's rule for the first row that gives it bold type or a fill."""
    fill = attribute(child(child(part, "tcPr"), "shd"), "fill")
    marked = bool(look_of(child(part, "rPr")).bold) or (fill or "auto").lower() not in ("auto", "ffffff")
    return attribute(part, "type") == "firstRow" and marked


def _outline(name: str, properties: etree._Element | None, under: int) -> int:
    match = HEADING_NAME.match(name)
    if match:
        return int(match.group(1))
    if TITLE_NAME.match(name):
        return 1
    own = outline_of(properties)
    return under if own is None else own


def outline_of(properties: etree._Element | None) -> int | None:
    """A paragraph's own outline level, 1 to 9, 0 for body text; None where it names none."""
    value = attribute(child(properties, "outlineLvl"), "val")
    if value is None or not value.isdigit():
        return None
    return int(value) + 1 if int(value) < BODY_OUTLINE else 0


def numbering_of(properties: etree._Element | None) -> tuple[str | None, int]:
    """The list that a paragraph's properties put it in, and how deep; "0" takes it out of its style's list."""
    numbered = child(properties, "numPr")
    level = attribute(child(numbered, "ilvl"), "val") or "0"
    return attribute(child(numbered, "numId"), "val"), min(int(level), 8) if level.isdigit() else 0
