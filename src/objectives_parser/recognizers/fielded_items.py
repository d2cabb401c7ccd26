"""List items with who does them and by when printed under them, in lines of their own: `1.1.1 Plant trees.` over
`Lead: Parks | Timeline: Year 1`."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Heading, ListItem, Paragraph
from objectives_parser.drafts import Context, Passage
from objectives_parser.recognizers.bare_tails import is_time
from objectives_parser.recognizers.field_tails import field_row
from objectives_parser.recognizers.fieldlines import field_line
from objectives_parser.recognizers.owner_lists import is_name, names_office
from objectives_parser.recognizers.wordings import tells
from objectives_parser.roles import printed_label
from objectives_parser.statements import Statement, block_statement

_LONGEST = 4  # lines
_FEWEST = 2
_LEVEL = 3.0
"""Points by which a line set under an item's words may stand left of them."""


def fielded_items(blocks: Sequence[object], texts: frozenset[int], context: Context) -> dict[int, int]:
    """The positions of lines that are fields of the list item before them, or of one of the ``texts``, each with its
    position: set in under its words, or some behind most items of a list. What stands once behind a list, at the
    margin, is said of what the list serves."""
    found: dict[int, int] = {}
    below: dict[int, list[int]] = {}
    item: int | None = None
    for at, block in enumerate(blocks):
        if isinstance(block, ListItem) or at in texts:
            below[item := at] = []
        elif isinstance(block, Paragraph | Heading) and _is_field(block, context):
            if item is not None:
                below[item].append(at)
        elif isinstance(block, Heading) or _is_labelled(block):
            found |= _of_items(blocks, below, texts)
            below, item = {}, None
        elif not isinstance(block, Furniture):
            item = None
    return found | _of_items(blocks, below, texts)


def _is_labelled(block: object) -> bool:
    """Whether a paragraph bears a label with a number (`Goal 2: …`): another part of the plan begins there."""
    label = printed_label(block_statement(block.lines).text) if isinstance(block, Paragraph) else None
    return label is not None and label.kind == "word" and label.number is not None


def _of_items(blocks: Sequence[object], below: dict[int, list[int]], texts: frozenset[int]) -> dict[int, int]:
    """The fields of a section's items, from the lines that stand behind each of these."""
    fielded = [item for item, lines in below.items() if lines]
    each = len(fielded) >= _FEWEST and 2 * len(fielded) > len(below)
    sure = {item for item in fielded if each or item in texts}
    return {at: item for item in fielded for at in below[item] if item in sure or _is_set_in(blocks[item], blocks[at])}


def _is_field(block: Paragraph | Heading, context: Context) -> bool:
    """Whether a block says who, when or how far, and nothing else."""
    if unnamed_fields(block_statement(block.lines)) is not None:
        return True
    if len(block.lines) > _LONGEST or ":" not in block.lines[0].text:
        return False
    statement = block_statement(block.lines)
    line = field_line(statement, context)
    own = line is not None and line.role in ("owner", "due", "status") and not line.deputy
    return own or field_row(statement.words, context.vocabulary) is not None


# "Water company – December 2027", "(Parks; ongoing)"
_WHO_AND_WHEN = regex.compile(
    r"\(?(?P<who>\p{Lu}[^–—:;|·\d()]{1,60}?)(?:,|;|\s?[–—|·]|\s-)\s(?P<when>[^–—:;|·()]{3,30})\)?$"
)


def unnamed_fields(statement: Statement) -> tuple[Passage, Passage] | None:
    """Who and when, where a line is nothing else and names neither."""
    found = _WHO_AND_WHEN.match(statement.text) if len(statement.lines) == 1 else None
    if found is None or not is_time(found["when"]):
        return None
    if not is_name(found["who"]) and (not names_office(found["who"]) or tells(found["who"])):
        return None
    words = statement.words
    count = len(found["who"].split())
    later = len(words) - len(found["when"].split())
    return Passage(found["who"].strip(), words[:count]), Passage(found["when"].strip(), words[later:])


def _is_set_in(item: object, below: object) -> bool:
    """Whether a line begins where an item's words do behind their marker, or further in."""
    assert isinstance(item, ListItem) and isinstance(below, Paragraph | Heading)
    words = item.lines[0].words
    text, marker = words[min(item.marker, len(words) - 1)].bbox, words[0].bbox
    begun = below.lines[0].words[0].bbox
    if text is None or marker is None or begun is None or not item.marker:
        return False
    return begun[0] >= text[0] - _LEVEL and begun[0] > marker[0] + _LEVEL
