"""Paragraphs that a converter ran together because they stand close on the page:

• Ships call each week Milestones:          a list's last item and the caption of the next list
• Quay leased in June 2. Teach the young    ... and the aim that its number counts behind the one before
keep the fees low Our performance           ... and a title in larger type
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from objectives_parser import late
from objectives_parser.document import Block, Line, ListItem, Paragraph, Word
from objectives_parser.layout.wrapped_cells import CLOSES
from objectives_parser.roles import header_role

_NUMBER = late.compile(r"(?P<number>\d{1,2})\.")
_LARGER = 1.12
_SURE = 0.8
_MOST_LABEL_WORDS = 4


def parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, their paragraphs and items cut where a title, a caption or the next number stands at their end."""
    number = 0
    for block in blocks:
        if not isinstance(block, (Paragraph, ListItem)):
            yield block
            continue
        number = _number_of(block.lines[0].words) or number
        parts: list[list[Line]] = [[]]
        for line in block.lines:
            start = 0
            for at in range(1, len(line.words)):
                if _is_larger(line.words, at) or _is_label(line.words, at) or _counts(line.words, at, number):
                    number = _number_of(line.words[at:]) or number
                    parts[-1].append(_slice(line, start, at))
                    parts.append([])
                    start = at
            parts[-1].append(_slice(line, start, len(line.words)))
        yield attrs.evolve(block, lines=tuple(parts[0])) if parts[1:] else block
        yield from (Paragraph(lines=tuple(part)) for part in parts[1:])


def _slice(line: Line, start: int, end: int) -> Line:
    if not start and end == len(line.words):
        return line
    return attrs.evolve(line, words=line.words[start:end], begins=True if start else line.begins)


def _number_of(words: Sequence[Word]) -> int:
    """The number that words begin with, before a capital; 0 for none."""
    number = _NUMBER.fullmatch(words[0].text) if len(words) > 1 and words[1].text[:1].isupper() else None
    return int(number["number"]) if number is not None else 0


def _counts(words: Sequence[Word], at: int, number: int) -> bool:
    """Whether the number that counts on stands behind words without a stop."""
    return number > 0 and _number_of(words[at:]) == number + 1 and not words[at - 1].text.endswith((*CLOSES, ","))


def _is_larger(words: Sequence[Word], at: int) -> bool:
    """Whether all from here on is set larger than all before, and in bold where that is not."""
    last, word = words[at - 1], words[at]
    if not last.size * _LARGER <= word.size or not word.bold or last.superscript or not word.text[:1].isalnum():
        return False
    return min(each.size for each in words[at:]) >= max(each.size for each in words[:at]) * _LARGER > 0


def _is_label(words: Sequence[Word], at: int) -> bool:
    """Whether a line ends with the name of what stands in the next list: `Milestones:` behind words without a stop."""
    label = words[at:]
    if len(label) > _MOST_LABEL_WORDS or not label[-1].text.endswith(":") or not label[0].text[:1].isupper():
        return False
    if words[at - 1].text.endswith((*CLOSES, ",", "-", "–")) or words[at - 1].text[:1].isupper():
        return False
    role = header_role(" ".join(word.text for word in label)[:-1])
    return role is not None and role.strength >= _SURE
