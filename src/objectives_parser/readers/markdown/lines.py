"""The lines of a Markdown file, and those that Markdown's own parser is not to see: tables, HTML, front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

import attrs

from objectives_parser.readers.markdown.dashed import dashed_end
from objectives_parser.readers.markdown.source import SourceLine
from objectives_parser.readers.markdown.stacked_cells import begins_stacked, stacked_rows

HEADING_WITHOUT_BLANK = re.compile(r"^([ ]{0,3}(?:##{1,5}|#(?!\d)))(?=[^#\s])")
QUOTE = re.compile(r"^[ ]{0,3}(?:>[ \t]?)+")
PASTED_BULLET = re.compile(r"^([ \t]*)[•▪◦‣·●○■▶►➢➤❖◆✓✔✅](?=[ \t])")
GLUED_BULLET = re.compile(r"^([ \t]*)[•●▪■◦‣▶➢❖◆➔](?=[^\W\d_])")
# `<div class="x" markdown="1">`, `{div .infobox}`, `:::note`, `{: .footnotes}`: lines that only wrap others
WRAPPING = re.compile(
    r"^[ \t]*(?:</?(?:div|section|article|main|aside|span|center|details|a|body|html)\b[^<>]{0,1000}>[ \t]*"
    r"|\{/?(?:div|span|section|article|aside|box|callout|columns?|row|note|details)\b[^{}]{0,200}\}[ \t]*"
    r"|\{:[^{}]{0,300}\}[ \t]*|:::+[^|]{0,200})+$"
)
RULE_CELL = r"[ \t]*:?-+:?[ \t]*"
PIPE_RULE = re.compile(rf"^[ \t]*\|?{RULE_CELL}(?:\|{RULE_CELL})*\|?[ \t]*$")
PIPE_ROW = re.compile(r"^[ \t]*\|.*\|")
BORDER = re.compile(r"^[ \t]*\+(?:[-=:]+\+)+[ \t]*$")
ISLAND = re.compile(
    r"^[ \t]{0,12}<(table|h[1-6]|ul|ol|dl|nav|header|footer|script|style|p|figure|form|pre|blockquote)\b", re.IGNORECASE
)
INCLUDED = re.compile(
    r"^[ \t]*\{%-?[ \t]*include[ \t]+[^%]{0,500}?\b(?:text|title|heading|content)="
    r"(?:\"([^\"]{1,500})\"|'([^']{1,500})')"
)
INCLUDED_LEVEL = re.compile(r"\b(?:lvl|level)=[\"']?([1-6])")
NOTE = re.compile(r"^[ ]{0,3}\[\^[^\]\s]{1,40}\]:")
FENCE = re.compile(r"^[ \t]{0,3}(?:```|~~~)")
BLANK_OR_INDENTED = re.compile(r"^[ \t]+\S")

LEAST_JOINED = 3

RegionKind: TypeAlias = Literal["front", "pipes", "grid", "dashes", "island", "include", "note"]
DRAWN: frozenset[RegionKind] = frozenset(("pipes", "grid", "dashes"))


@attrs.frozen(kw_only=True)
class Region:
    """Lines from ``first`` up to ``last`` (not included) that are read apart from the rest."""

    kind: RegionKind
    first: int
    last: int


def regions(lines: Sequence[SourceLine]) -> list[Region]:
    """What is read apart, in order, no line in two of them."""
    found: list[Region] = []
    at = front_matter_end(lines)
    if at:
        found.append(Region(kind="front", first=0, last=at))
    fenced = False
    while at < len(lines):
        if FENCE.match(lines[at].text):
            fenced = not fenced
        region = None if fenced else _region(lines, at)
        if region:
            found.append(region)
        at = region.last if region else at + 1
    return found


def front_matter_end(lines: Sequence[SourceLine]) -> int:
    """The line after the front matter; 0 where there is none."""
    if not lines or lines[0].text.strip() not in ("---", "+++"):
        return 0
    for at in range(1, min(len(lines), 400)):
        if lines[at].text.strip() in (lines[0].text.strip(), "..."):
            return at + 1 if any(":" in line.text or "=" in line.text for line in lines[1:at]) else 0
    return 0


def _region(lines: Sequence[SourceLine], at: int) -> Region | None:
    text = lines[at].text
    if "+" in text and (last := _grid_end(lines, at)):
        return Region(kind="grid", first=at, last=last)
    if "|" in text:
        last = _pipes_end(lines, at)
        if last:
            return Region(kind="pipes", first=at, last=last)
    if "----" in text or (at + 1 < len(lines) and "- -" in lines[at + 1].text):
        last = dashed_end(lines, at)
        if last:
            return Region(kind="dashes", first=at, last=last)
    if "<" in text and (island := ISLAND.match(text)):
        return Region(kind="island", first=at, last=_island_end(lines, at, island.group(1).lower()))
    if INCLUDED.match(text):
        return Region(kind="include", first=at, last=at + 1)
    if NOTE.match(text):
        return Region(kind="note", first=at, last=_note_end(lines, at))
    return None


def _grid_end(lines: Sequence[SourceLine], at: int) -> int:
    """The line after a table drawn as a grid, from border to border; 0 where none begins here."""
    end = last = at
    while end < len(lines) and lines[end].text.lstrip().startswith(("|", "+")):
        last = end if BORDER.match(lines[end].text) else last
        end += 1
    return last + 1 if last > at and BORDER.match(lines[at].text) else 0


def _pipes_end(lines: Sequence[SourceLine], at: int) -> int:
    """The line after a table of pipes that begins here; 0 where none does.

    It has a rule of dashes under its first row, at least two rows that pipes enclose, or three that they join. A row
    goes on over lines as long as it is not closed; one empty line may stand between two rows.
    """
    ruled = at + 1 < len(lines) and _is_rule(lines[at + 1].text) and not _is_rule(lines[at].text)
    enclosed = bool(PIPE_ROW.match(lines[at].text))
    if begins_stacked(lines[at].text) and (rows := stacked_rows(_texts(lines, at))):
        return at + sum(rows) + 1
    if not ruled and not (enclosed and at + 1 < len(lines) and PIPE_ROW.match(lines[at + 1].text)):
        return _joined_end(lines, at)
    end = at + 1
    while end < len(lines) and (step := _goes_on(lines, end, enclosed)):
        end += step
    return end


def _joined_end(lines: Sequence[SourceLine], at: int) -> int:
    """The line after rows whose cells only ` | ` joins, as programs write tables: three and more of as many cells, and
    three cells at least. `Home | About | Contact` leads through a site."""
    pipes = lines[at].text.count(" | ")
    if pipes < LEAST_JOINED - 1 or (at and "|" in lines[at - 1].text):
        return 0
    end = at
    while end < len(lines) and lines[end].text.count(" | ") == pipes:
        end += 1
    return end if end - at >= LEAST_JOINED else 0


def _texts(lines: Sequence[SourceLine], at: int) -> Iterator[str]:
    return (lines[number].text for number in range(at, len(lines)))


def _goes_on(lines: Sequence[SourceLine], at: int, enclosed: bool) -> int:
    """How many lines from here still belong to the table of pipes that the line before is of."""
    text = lines[at].text
    if not text.strip():
        more = enclosed and at + 1 < len(lines) and PIPE_ROW.match(lines[at + 1].text)
        new_table = at + 2 < len(lines) and _is_rule(lines[at + 2].text)
        return 2 if more and not new_table else 0
    if "|" in text:
        return 1
    return 1 if enclosed and is_open(lines[at - 1].text) and not text.lstrip().startswith(("#", "<")) else 0


def is_open(text: str) -> bool:
    """A row whose last cell is not closed: it goes on in the next line."""
    return not text.rstrip().endswith("|")


def _is_rule(text: str) -> bool:
    return "|" in text and "-" in text and bool(PIPE_RULE.match(text))


def _island_end(lines: Sequence[SourceLine], at: int, tag: str) -> int:
    """The line after the element's end tag; after the last line before an empty one where the end tag is missing."""
    opening = re.compile(rf"<{tag}\b", re.IGNORECASE)
    closing = re.compile(rf"</{tag}\s*>", re.IGNORECASE)
    depth = 0
    for end in range(at, len(lines)):
        depth += len(opening.findall(lines[end].text)) - len(closing.findall(lines[end].text))
        if depth <= 0:
            return end + 1
        if tag == "p" and not lines[end].text.strip():
            return end
    return _paragraph_end(lines, at)


def _paragraph_end(lines: Sequence[SourceLine], at: int) -> int:
    while at < len(lines) and lines[at].text.strip():
        at += 1
    return at


def _note_end(lines: Sequence[SourceLine], at: int) -> int:
    """A footnote's text goes on in the lines that are indented."""
    end = at + 1
    while end < len(lines) and BLANK_OR_INDENTED.match(lines[end].text):
        end += 1
    return end


def plain_lines(lines: Sequence[SourceLine], apart: Sequence[Region]) -> Iterator[str]:
    """The lines as Markdown's parser is to see them, as many as there are.

    A region becomes a comment with its number, ``###Heading`` gets its blank, pasted bullets become dashes, quotations
    lose their signs, lines that only wrap others become empty.
    """
    number = {region.first: index for index, region in enumerate(apart)}
    inside = {at for region in apart for at in range(region.first + 1, region.last)}
    for at, line in enumerate(lines):
        if at in number:
            indent = len(line.text) - len(line.text.lstrip())
            yield f"{line.text[:indent] if apart[number[at]].kind in DRAWN else ''}<!--{number[at]}-->"
        elif at in inside or WRAPPING.match(line.text):
            yield ""
        else:
            text = PASTED_BULLET.sub(r"\1-", HEADING_WITHOUT_BLANK.sub(r"\1 ", QUOTE.sub("", line.text)))
            yield GLUED_BULLET.sub(r"\1- ", text)
