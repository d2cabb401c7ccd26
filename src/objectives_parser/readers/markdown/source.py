"""The lines of a Markdown file and their places in it. Anchors that a converter of Word files wrote at a line's head
(`<a id="goals"></a># Goals`) are no part of it: behind them a heading would be none."""

from __future__ import annotations

import re

import attrs

ANCHORS = re.compile(r'(?:<a (?:id|name)="[^"<>]*"></a>)+')
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
        whole = match.group().rstrip("\r\n")
        anchors = ANCHORS.match(whole) if whole.startswith("<a ") else None
        start = anchors.end() if anchors is not None else 0
        lines.append(SourceLine(start=match.start() + start, end=match.start() + len(whole), text=whole[start:]))
    return lines
