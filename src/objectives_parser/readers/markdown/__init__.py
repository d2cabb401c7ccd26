"""Markdown → Document. ``Document.text`` is the decoded file, character references such as ``&ndash;`` resolved; its
words are slices that hold no mark-up.

markdown-it says which lines are headings, lists and paragraphs. It is not shown what it would get wrong: broken tables
of pipes, HTML with empty lines inside, front matter, the tags of site generators.
"""

from __future__ import annotations

import re
from html import unescape

import attrs

from objectives_parser.document import Block, Document
from objectives_parser.readers.headings import promote, without_repeats
from objectives_parser.readers.limits import Limits, over
from objectives_parser.readers.markdown.front import front_matter, front_matter_block
from objectives_parser.readers.markdown.lines import regions
from objectives_parser.readers.markdown.source import source_lines
from objectives_parser.readers.markdown.structure import Builder
from objectives_parser.readers.markdown.torn import printed_text, torn_tables

MARKDOWN = "text/markdown"


# `&ndash;`, `&#8211;`, `&nbsp;`: what exporters write for signs beyond ASCII
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
HARMLESS = frozenset("&'\"")


def resolved(text: str) -> str:
    """The text with its character references as the signs they stand for, but for those that keep a sign such as ``<``
    or ``|`` from being mark-up."""
    return REFERENCE.sub(_sign, text) if "&" in text else text


def _sign(match: re.Match[str]) -> str:
    sign = unescape(match.group())
    known = len(sign) == 1 and (sign in HARMLESS or not sign.isascii()) and not "\ud800" <= sign <= "\udfff"
    return sign if known else match.group()


def read(data: bytes, name: str, limits: Limits) -> Document:
    """A Markdown file → its blocks; ``title`` and ``properties`` from its front matter."""
    from objectives_parser.readers import text

    decoded = text.decode(data)
    source = resolved(decoded.text)
    lines = source_lines(source)
    if len(lines) > limits.max_cells:
        raise over(name, f"{len(lines)} lines", limits.max_cells, "--max-cells")
    findings = (*decoded.findings, *(torn := torn_tables(lines)))
    if torn:
        printed = text.read(printed_text(lines).encode(), name)
        return attrs.evolve(printed, media_type=MARKDOWN, findings=findings, page_count=None)
    apart = regions(lines)
    properties = front_matter(lines, apart)
    blocks: list[Block] = [*front_matter_block(source, lines, apart)]
    blocks.extend(Builder(source, lines, apart, name, limits).blocks())
    return Document(
        name=name,
        media_type=MARKDOWN,
        text=source,
        blocks=promote(tuple(without_repeats(blocks))),
        title=properties.get("title"),
        properties=properties,
        findings=findings,
    )
