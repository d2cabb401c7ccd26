"""Terms and what is said of them, as a converter wrote a list of terms: `- Strategies:` over `- 1. Open the park`."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Line, ListItem, Paragraph
from objectives_parser.roles import header_role

_MOST_WORDS, _SURE = 4, 0.6
_NUMBER = regex.compile(r"[\s#]*\d[\d.]*$")


def without_terms(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; a list item that names a kind and ends with a colon, before one of its own level, is no item but
    stands over those that follow."""
    for block, following in itertools.pairwise(itertools.chain(blocks, (None,))):
        if not (isinstance(block, ListItem) and isinstance(following, ListItem) and _is_over(block, following)):
            if block is not None:
                yield block
            continue
        words = block.lines[0].words
        yield Furniture(lines=(Line(words[: block.marker]),), kind="list-mark")
        yield Paragraph(lines=(Line(words[block.marker :]),))


def _is_over(item: ListItem, following: ListItem) -> bool:
    return item.level == following.level and _names_kind(item) and not _text(following).endswith(":")


def _names_kind(item: ListItem) -> bool:
    text = _text(item)
    if not item.marker or len(item.lines) > 1 or not text.endswith(":") or len(text.split()) > _MOST_WORDS:
        return False
    role = header_role(_NUMBER.sub("", text[:-1]))
    return role is not None and role.strength >= _SURE


def _text(item: ListItem) -> str:
    words = [word.text for line in item.lines for word in line.words]
    return " ".join(words[item.marker :])
