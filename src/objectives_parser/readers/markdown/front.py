"""Front matter: what a page says of itself in the lines between two rules at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from objectives_parser.document import Furniture
from objectives_parser.readers.markdown.inline import inline
from objectives_parser.readers.markdown.lines import Region
from objectives_parser.readers.markdown.source import SourceLine

ENTRY = re.compile(r"^([A-Za-z][\w-]{0,60})[ \t]*[:=][ \t]*(\S.{0,2000}?)[ \t]*$")
QUOTED = re.compile(r"^([\"'])(.*)\1$")


def front_matter(lines: Sequence[SourceLine], apart: Sequence[Region]) -> dict[str, str]:
    """The entries of the outermost level that hold one value each, keys in lower case."""
    entries: dict[str, str] = {}
    for line in _front_lines(lines, apart):
        match = ENTRY.match(line.text)
        if match:
            entries.setdefault(match.group(1).lower(), QUOTED.sub(r"\2", match.group(2)))
    return entries


def front_matter_block(source: str, lines: Sequence[SourceLine], apart: Sequence[Region]) -> Iterator[Furniture]:
    """Its words, which are no part of the plan's text."""
    spans = [(line.start, line.end) for line in _front_lines(lines, apart)]
    found = inline(source, spans).lines
    if found:
        yield Furniture(lines=found, kind="front-matter")


def _front_lines(lines: Sequence[SourceLine], apart: Sequence[Region]) -> Sequence[SourceLine]:
    if not apart or apart[0].kind != "front":
        return ()
    return lines[1 : apart[0].last - 1]
