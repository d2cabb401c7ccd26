"""The text inside an OpenDocument paragraph: runs in their styles, notes and frames set apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import attrs

from objectives_parser.readers.archives import attribute, child, local
from objectives_parser.readers.composing import Run
from objectives_parser.readers.opendocument.styles import OdfStyle, OdfStyles

if TYPE_CHECKING:
    from lxml import etree

# What is no part of the final text, or not of this place in it.
UNSAID = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "bookmark", "bookmark-start", "bookmark-end", "change"}
    | {"soft-page-break", "ruby-text", "hidden-text", "hidden-paragraph", "script", "reference-mark", "desc", "title"}
)


@attrs.frozen
class OdfBreak:
    """A line break inside the paragraph."""


@attrs.frozen
class Aside:
    """A note or a text frame anchored here."""

    element: etree._Element


OdfPiece: TypeAlias = Run | OdfBreak | Aside


def span_pieces(paragraph: etree._Element, base: OdfStyle, styles: OdfStyles) -> Iterator[OdfPiece]:
    """What a paragraph prints, in order. Walks without recursion."""
    stack: list[tuple[etree._Element | str, OdfStyle]] = [*reversed(list(_contents(paragraph, base)))]
    while stack:
        piece, style = stack.pop()
        if isinstance(piece, str):
            if not style.hidden:
                yield _run(piece, style)
            continue
        name = local(piece)
        if name == "line-break":
            yield OdfBreak()
        elif name == "s":
            yield _run(" ", style)
        elif name == "tab":
            yield _run("\t", style)
        elif name == "note":
            citation = child(piece, "note-citation")
            yield attrs.evolve(_run((citation.text if citation is not None else "") or "", style), superscript=True)
            yield Aside(piece)
        elif name in ("text-box", "table"):
            yield Aside(piece)
        elif name not in UNSAID and name:
            inner = _over(styles.at("text", attribute(piece, "style-name")), style) if name == "span" else style
            stack.extend(reversed(list(_contents(piece, inner))))


def _contents(element: etree._Element, style: OdfStyle) -> Iterator[tuple[etree._Element | str, OdfStyle]]:
    """An element's text and children in order; white space is one blank, as the standard has it."""
    if element.text:
        yield str(element.text), style
    for inner in element:
        yield inner, style
        if inner.tail:
            yield str(inner.tail), style


def _over(style: OdfStyle, under: OdfStyle) -> OdfStyle:
    """A span's own style over the paragraph's. A span that only colours its text has no weight of its own."""
    return attrs.evolve(
        under,
        bold=style.bold or (under.bold and not style.name),
        italic=style.italic or under.italic,
        raised=style.raised or under.raised,
        hidden=style.hidden or under.hidden,
        size=style.size or under.size,
    )


def _run(text: str, style: OdfStyle) -> Run:
    return Run(text=text, bold=style.bold, italic=style.italic, superscript=style.raised, size=style.size)
