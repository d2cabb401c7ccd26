"""The lines of a Markdown file and their places in it."""

from __future__ import annotations

import re

import attrs

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")


@attrs.frozen(kw_only=True)
class SourceLine:
    """One line's place in the source, its end without the line end."""

    start: int
    end: int
    text: str


def source_lines(source: str) -> list[SourceLine]:
    """The source's lines, whatever ends them."""
    lines: list[SourceLine] = []
    for match in LINE.finditer(source):
        if match.start() == match.end() == len(source) and lines:
            break
        text = match.group().rstrip("\r\n")
        lines.append(SourceLine(start=match.start(), end=match.start() + len(text), text=text))
    return lines
