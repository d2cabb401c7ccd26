"""The runs of a Word paragraph in their final state: insertions taken, deletions and hidden text left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import attrs

from objectives_parser.readers.archives import attribute, child, local
from objectives_parser.readers.composing import Run
from objectives_parser.readers.docx.styles import Look, Styles, look_of

if TYPE_CHECKING:
    from lxml import etree

# What holds runs and is itself seen through; ``w:del`` and ``w:moveFrom`` are not among them.
WRAPPERS = frozenset(
    {"hyperlink", "smartTag", "ins", "moveTo", "fldSimple", "sdtContent", "customXml", "dir", "bdo", "ruby", "rubyBase"}
)
_PRINTED = frozenset({"r", "oMath", "oMathPara"})
SYMBOL_BULLETS = {0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0A8, 0xF06E}
SYMBOLS = {0xF0FC: "✓", 0xF0FE: "☑", 0xF0A8: "☐", 0xF0FB: "✗", 0xF0E0: "→", 0xF0F0: "→"}


@attrs.frozen
class LineBreak:
    """A break inside the paragraph."""


@attrs.frozen
class TextBox:
    """A box anchored in the paragraph: its paragraphs and tables."""

    content: etree._Element


Piece: TypeAlias = Run | LineBreak | TextBox


def pieces(paragraph: etree._Element, base: Look, styles: Styles) -> Iterator[Piece]:
    """What a paragraph prints, in order."""
    for element in seen_through(paragraph, _PRINTED, WRAPPERS):
        if local(element) == "r":
            yield from _run_pieces(element, base, styles)
        elif local(element) in ("oMath", "oMathPara"):
            text = "".join(inner.text or "" for inner in element.iter() if local(inner) == "t")
            yield Run(text=text)


def seen_through(
    container: etree._Element, wanted: frozenset[str], wrappers: frozenset[str]
) -> Iterator[etree._Element]:
    """The elements of these names in a container: wrappers, content controls and alternatives seen through."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        name = local(element)
        if name in wanted:
            yield element
        elif name in wrappers:
            stack.extend(reversed(element))
        elif name == "sdt":
            stack.extend(inner for inner in element if local(inner) == "sdtContent")
        elif name == "AlternateContent":
            stack.extend(reversed(_alternatives(element)))


def _alternatives(element: etree._Element) -> list[etree._Element]:
    """The first choice of an alternative, or its fallback: both print the same."""
    chosen = child(element, "Choice")
    if chosen is None:
        chosen = child(element, "Fallback")
    return list(chosen) if chosen is not None else []


def _run_pieces(run: etree._Element, base: Look, styles: Styles) -> Iterator[Piece]:
    properties = child(run, "rPr")
    named = styles.run(attribute(child(properties, "rStyle"), "val"))
    look = look_of(properties).over(named.over(base))
    if look.hidden:
        return
    style = Run(
        text="",
        bold=bool(look.bold),
        italic=bool(look.italic),
        superscript=bool(look.raised),
        size=look.size or 0.0,
        color=look.color,
    )
    for element in run:
        yield from _element_pieces(element, style)


def _element_pieces(element: etree._Element, style: Run) -> Iterator[Piece]:
    match local(element):
        case "t":
            yield attrs.evolve(style, text=element.text or "")
        case "tab" | "ptab":
            yield attrs.evolve(style, text="\t")
        case "br" | "cr":
            yield LineBreak()
        case "noBreakHyphen":
            yield attrs.evolve(style, text="-")
        case "sym":
            yield attrs.evolve(style, text=_symbol(attribute(element, "char")))
        case "footnoteReference" | "endnoteReference":
            yield attrs.evolve(style, text=attribute(element, "id") or "", superscript=True)
        case "drawing" | "pict" | "object":
            for content in _boxes(element):
                yield TextBox(content)
        case "AlternateContent":
            for inner in _alternatives(element):
                yield from _element_pieces(inner, style)


def _boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing, without those inside of other boxes, and only one of two alternatives."""
    stack = list(reversed(drawing))
    while stack:
        element = stack.pop()
        if local(element) == "txbxContent":
            yield element
        elif local(element) == "AlternateContent":
            stack.extend(reversed(_alternatives(element)))
        else:
            stack.extend(reversed(element))


def _symbol(code: str | None) -> str:
    """A sign of a symbol font: the usual ticks and arrows by name, any other as a bullet or not at all."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    if number in SYMBOLS:
        return SYMBOLS[number]
    if number in SYMBOL_BULLETS:
        return "•"
    return chr(number) if number < 0xD800 else ""
