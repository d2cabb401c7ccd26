"""Codes on lines of their own over what they number: `T 4.2.1` in bold over `Apply for grants`, card after card."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Heading, Paragraph

# "T 4.2.1", "T-4.2.1", "4.2.1", "4.2": of two levels at the least, or it may be any number
_CODE = regex.compile(r"(?:\p{Lu}{1,3}[ .-]?)?\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?[.:]?$")
_FEWEST, _LEAST_WORDS = 3, 3
_MOST_WORDS = 60


def with_codes_joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each lone code with the paragraph right under it one paragraph, where several codes stand so and
    hardly any stands over anything else."""
    codes = [at for at, block in enumerate(blocks) if _is_code(block)]
    if len(codes) < _FEWEST or len({_text(blocks[at]) for at in codes}) < len(codes):
        return list(blocks)
    below = {at: under for at in codes if (under := _under(blocks, at)) is not None}
    if len(below) * 10 < len(codes) * 8:
        return list(blocks)
    joined = dict.fromkeys(below.values())
    found: list[Block] = []
    for at, block in enumerate(blocks):
        if at in below:
            said = blocks[below[at]]
            assert isinstance(block, Heading | Paragraph) and isinstance(said, Heading | Paragraph)
            found.append(Paragraph(lines=(*block.lines, *said.lines)))
        elif at not in joined:
            found.append(block)
    return found


def _is_code(block: Block) -> bool:
    return isinstance(block, Heading | Paragraph) and len(block.lines) == 1 and _CODE.match(_text(block)) is not None


def _under(blocks: Sequence[Block], at: int) -> int | None:
    """The position of the text that a code numbers: the next block, if it may be a statement."""
    below = next((n for n in range(at + 1, len(blocks)) if not isinstance(blocks[n], Furniture)), None)
    if below is None or not isinstance(blocks[below], Heading | Paragraph) or _is_code(blocks[below]):
        return None
    text = _text(blocks[below])
    return below if text[:1].isupper() and _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS else None


def _text(block: Block) -> str:
    assert isinstance(block, Heading | Paragraph)
    return " ".join(line.text for line in block.lines)
