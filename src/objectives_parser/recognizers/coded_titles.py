"""Titles with a code over what will be done: `B-2 Streets for people` over `Close Harbor Street to cars …`, card after
card."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Heading, Paragraph
from objectives_parser.recognizers.wordings import tells
from objectives_parser.statements import block_statement, plain_sentences

# "B-2 Streets", "TL1.3 Streets", "9A Streets", "Measure T-2: Streets"; a goal's code is none (`SO1 Safe streets`)
_CODED = regex.compile(
    r"(?:Measure )?(?!(?:G|O|S?O|SG|KR|KPI)[-.]?\d)"
    r"(?:\p{Lu}{1,4}[-.]?\d{1,2}(?:\.\d{1,2}){0,2}|\d{1,2}[-.]?\p{Lu})[a-z]?[:.]?\s+(?=\p{Lu})"
)
# "By 2031, prohibit …": the command behind its date
_DATE_FIRST = regex.compile(r"(?:By|In|From|Before|Beginning in|Starting in) [^,.]{4,24}, (?=\p{Ll})")
_FEWEST = 3
_SHORTEST, _LONGEST = 2, 16  # words of a title, with its code


def titles_over_deeds(blocks: Sequence[object]) -> frozenset[int]:
    """The positions of headings with a code whose next paragraph commands, as it does under most of their sisters:
    the code is the action's number and the title its group."""
    found = [at for at, block in enumerate(blocks[:-1]) if isinstance(block, Heading) and _is_coded(block)]
    told = [at for at in found if _commands(blocks[at + 1])]
    if len(told) < _FEWEST or len(told) * 10 < 7 * len(found):
        return frozenset()
    return frozenset(at for at in found if isinstance(blocks[at + 1], Paragraph))


def _is_coded(block: Heading) -> bool:
    text = block_statement(block.lines).text
    return _SHORTEST <= len(text.split()) <= _LONGEST and _CODED.match(text) is not None


def _commands(block: object) -> bool:
    """Whether a paragraph begins with a sentence that says what is to be done."""
    if not isinstance(block, Paragraph):
        return False
    first = plain_sentences(block_statement(block.lines))[:1]
    text = first[0].text if first else ""
    if dated := _DATE_FIRST.match(text):
        text = text[dated.end()].upper() + text[dated.end() + 1 :]
    return tells(text)
