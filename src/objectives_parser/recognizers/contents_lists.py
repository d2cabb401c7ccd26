"""Contents of a page as web pages and plans print them: `In this section` over a list of the headings that follow."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph

_CONTENTS = regex.compile(
    r"(?:(?:table of |page )?contents|(?:in|on) this (?:page|section|chapter|document|plan|report|strategy)|jump to|"
    r"quick links|skip to)\W*$",
    regex.IGNORECASE,
)


def listed_contents(blocks: Sequence[object]) -> frozenset[int]:
    """The positions of the list items right under a line that announces contents, and of lines with a row of dots
    before a page number: where things stand, no statements."""
    found: set[int] = set()
    for at, block in enumerate(blocks):
        if isinstance(block, Heading | Paragraph | ListItem) and _has_leaders(block):
            found.add(at)
        if not isinstance(block, Heading | Paragraph) or len(block.lines) != 1:
            continue
        if len(block.lines[0].words) > 4 or not _CONTENTS.match(block.lines[0].text):
            continue
        end = at + 1
        while end < len(blocks) and isinstance(blocks[end], ListItem):
            found.add(end)
            end += 1
    return frozenset(found)


# "Goal 1: Safer streets ........ 4"
_LEADERS = regex.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,})\s?\d{1,3}(?:\s|$)")


def _has_leaders(block: Heading | Paragraph | ListItem) -> bool:
    for line in block.lines:
        text = line.text
        if ("...." in text or ". . . ." in text or "……" in text) and _LEADERS.search(text):
            return True
    return False
