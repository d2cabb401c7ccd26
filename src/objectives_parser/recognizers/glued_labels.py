"""Labels that a page's text glued to the line before: `… clean parks` / `Goal 2: Safe streets` in one paragraph, as a
list in Markdown or a line break in HTML leaves them. Where lines were broken by a printer they may begin with anything;
where the source breaks them, a label begins a statement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Block, Heading, Line, ListItem, Paragraph
from objectives_parser.drafts import Context
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.fieldlines import starts_field
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role, heading_role

_LONGEST_LEAD = 4  # words
_LONGEST_NAME = 2
# "Date of next review: May 2027", "Adopted: 3 June 2024": what a page says of itself under its last item
_SAYS_WHEN = regex.compile(
    r"(?:Date|Dated|Adopted|Approved|Published|Issued|Last|Next|Reviewed|Updated|Revised|Version|Contact)\b"
    r"(?:\s[\w/]+){0,4}\s?:\s",
    regex.IGNORECASE,
)

# "1.1.", "A2", "(3)", "4)": a number at the head of a line
_COUNTED = regex.compile(r"(?P<head>\(?(?:\p{Lu}{1,3}[-.]?)?(?:\d{1,2}\.){0,3})(?P<count>\d{1,2})[.):]?$")


def with_labels_apart(blocks: Sequence[Block], context: Context) -> Sequence[Block]:
    """The blocks, those whose lines the source broke cut before lines that begin with a statement's label, or with
    numbers that count on, or are a heading that ends with a colon."""
    found: list[Block] = []
    for block in blocks:
        if not isinstance(block, ListItem | Paragraph | Heading) or not _is_broken_by_source(block):
            found.append(block)
            continue
        counted = _counted(block.lines) if isinstance(block, Paragraph) else frozenset()
        cuts = [at for at in range(1, len(block.lines)) if at in counted or _begins(block.lines[at], context)]
        ends = [*cuts, len(block.lines)]
        first = block.lines[: ends[0]]
        if not cuts:
            found.append(block)
        elif 0 in counted:
            found.append(ListItem(lines=first, marker=1))
        elif isinstance(block, Heading):  # a line of hyphens under a paragraph is no mark of a heading then
            found.append(Paragraph(lines=first))
        else:
            found.append(attrs.evolve(block, lines=first))
        level = block.level + 1 if isinstance(block, ListItem) else None
        for start, end in zip(cuts, ends[1:], strict=True):
            if start in counted:
                found.append(ListItem(lines=block.lines[start:end], marker=1))
            elif level is not None and starts_field(block.lines[start].text, context):
                found.append(ListItem(lines=block.lines[start:end], level=level))
            else:
                found.append(Paragraph(lines=block.lines[start:end]))
                level = None
    return found


def _counted(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that begin with numbers of which each counts on from the one before (`1.1. …`, `1.2. …`; `A1 …`, `A2
    …`), or right under a line that ends with a colon."""
    numbers = {at: _number(line) for at, line in enumerate(lines) if any(map(str.isdigit, line.words[0].text))}
    known = [(at, number) for at, number in numbers.items() if number is not None]
    found = {at for at, _ in known if at and lines[at - 1].text.endswith(":")}
    for (at, (head, count)), (other, (next_head, next_count)) in pairwise(known):
        if head == next_head and next_count == count + 1:
            found.update((at, other))
    return frozenset(found)


def _number(line: Line) -> tuple[str, int] | None:
    """What stands before a line's last number, and that number: `1.` and 2 of `1.2. Map the reefs`."""
    match = _COUNTED.match(line.words[0].text) if len(line.words) > 1 and line.words[1].text[:1].isupper() else None
    return (match["head"], int(match["count"])) if match is not None else None


def _is_broken_by_source(block: ListItem | Paragraph | Heading) -> bool:
    words = block.lines[0].words if len(block.lines) > 1 else ()
    return bool(words) and words[0].bbox is None


def _begins(line: Line, context: Context) -> bool:
    text = line.text
    if ":" not in text:
        return _is_heading_word(text, context)
    if not text[:1].isupper():
        return False
    if starts_field(text, context) or _SAYS_WHEN.match(text):
        return True
    if text.endswith(":") and len(text.split()) <= _LONGEST_LEAD and text[:1].isupper():
        role = heading_role(text.rstrip(":"), context.vocabulary)
        if role is not None and role.role in STATEMENTS:
            return True
    label = label_of(text, context)
    return label is not None and label.kind == "word" and label.role in STATEMENTS and ":" in text[: label.end + 1]


def _is_heading_word(text: str, context: Context) -> bool:
    """`Goals` on a line of its own under the plan's title."""
    if not text.endswith("s") or len(text.split()) > _LONGEST_NAME or not text[:1].isupper():
        return False
    role = header_role(text, context.vocabulary)
    return role is not None and role.role in STATEMENTS and role.strength == 1.0
