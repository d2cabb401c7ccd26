"""Markdown → Document. ``Document.text`` is the decoded file; its words are slices that hold no mark-up.

markdown-it says which lines are headings, lists and paragraphs. It is not shown what it would get wrong: broken tables
of pipes, HTML with empty lines inside, front matter, the tags of site generators.
"""

from __future__ import annotations

from objectives_parser.document import Block, Document
from objectives_parser.readers.headings import promote, without_repeats
from objectives_parser.readers.limits import Limits, over
from objectives_parser.readers.markdown.front import front_matter, front_matter_block
from objectives_parser.readers.markdown.lines import regions, source_lines
from objectives_parser.readers.markdown.structure import Builder

MARKDOWN = "text/markdown"


def read(data: bytes, name: str, limits: Limits) -> Document:
    """A Markdown file → its blocks; ``title`` and ``properties`` from its front matter."""
    from objectives_parser.readers.text import decode

    decoded = decode(data)
    source = decoded.text
    lines = source_lines(source)
    if len(lines) > limits.max_cells:
        raise over(name, f"{len(lines)} lines", limits.max_cells, "--max-cells")
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
        findings=(decoded.finding,) if decoded.finding else (),
    )
