"""What is to be done, counted in words paragraph after paragraph: `First, restore trust`, `Second, bring forward …`."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Paragraph
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import Kind
from objectives_parser.statements import block_statement

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COUNTED = regex.compile(rf"(?P<ordinal>{'|'.join(_ORDINALS)})(?:ly)?,\s+(?=\p{{L}})", regex.IGNORECASE)
_FEWEST, _MOST_WORDS = 3, 80
_LAST = ("finally, ", "lastly, ")


def ordinal_deeds(blocks: Sequence[object]) -> dict[int, Kind]:
    """The positions of such paragraphs, three at the least one behind the other, each of which commands something."""
    found: dict[int, Kind] = {}
    run: list[int] = []
    for at, block in enumerate([*blocks, None]):
        if isinstance(block, Furniture):
            continue
        count = _count(block)
        if run and count in (len(run) + 1, -1):
            run.append(at)
            continue
        if len(run) >= _FEWEST:
            found.update(dict.fromkeys(run, "action"))
        run = [at] if count == 1 else []
    return found


def _count(block: object) -> int:
    """What a paragraph that commands something counts: 2 of `Second, …`, -1 of `Finally, …`, 0 of any other."""
    if not isinstance(block, Paragraph) or block.lines[0].text[:1] not in "FSTENL":
        return 0
    text = block_statement(block.lines).text
    if len(text.split()) > _MOST_WORDS:
        return 0
    folded = text.casefold()
    last = next((name for name in _LAST if folded.startswith(name)), None)
    if last is not None:
        return -1 if _commands(text[len(last) :]) else 0
    counted = _COUNTED.match(text)
    if counted is None or not _commands(text[counted.end() :]):
        return 0
    return _ORDINALS.index(counted["ordinal"].casefold()) + 1


def _commands(text: str) -> bool:
    return tells(text[:1].upper() + text[1:])
