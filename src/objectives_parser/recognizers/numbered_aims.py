"""Numbered lists of three levels: `1.1` is an aim of `Goal 1` if what is done for it is numbered `1.1.1` or `a.`."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Heading, ListItem, Paragraph
from objectives_parser.recognizers.wordings import tells
from objectives_parser.roles import Vocabulary, printed_label
from objectives_parser.statements import block_statement

_NUMBER = regex.compile(r"\(?(?P<number>\d{1,2}(?:\.\d{1,2}){1,2})[.):]?$")
_LETTER = regex.compile(r"\(?[aAi][.)]$")
_LONGEST_LABEL = 4  # words
_DEEPEST, _FEWEST_DEEDS = 2, 2
# "Strategic goals and actions": the list has both
_BOTH = regex.compile(
    r"\b(?:goals|objectives|aims|priorities|outcomes|ambitions)(?:,| and| &|/| with)(?: (?:key|our|the|\p{L}+ed))? ?"
    r"(?:actions|activities|initiatives|tasks|steps|projects|commitments|interventions|deeds)\b",
    regex.IGNORECASE,
)


def numbered_aims(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of list items numbered `1.1` with items `1.1.1` or `a.` under them, where `1` is an aim with a
    label and half of its items at least have such items."""
    numbers = {at: number for at, block in enumerate(blocks) if (number := _number(block))}
    middle = [at for at, number in numbers.items() if number.count(".") == 1]
    parents = {number.rpartition(".")[0] for number in numbers.values() if number.count(".") == 2}
    held = [at for at in middle if numbers[at] in parents or _over_letters(blocks, at)]
    if not held or 2 * len(held) < len(middle):
        return frozenset()
    aims = {number for block in blocks if (number := _aim_number(block, vocabulary))}
    return frozenset(at for at in middle if numbers[at].partition(".")[0] in aims)


def deeds_of_outlines(blocks: Sequence[object]) -> frozenset[int]:
    """The positions of the deepest items of lists of three levels, where these tell somebody what to do: under `Goals`
    the two levels over them are aims (`1 Better trails`, `1.1 Extend the network`, `1.1.1 Resurface the river path`;
    the first may be a heading, the third bare bullets);
    under `Goals and actions` two levels are enough.
    """
    found: set[int] = set()
    run: list[int] = []
    deepest = _DEEPEST
    for at, block in enumerate([*blocks, None]):
        if isinstance(block, ListItem):
            run.append(at)
        elif run and not isinstance(block, Furniture):
            found.update(_deepest(blocks, run, deepest))
            run = []
        if isinstance(block, Heading):
            deepest = 1 if _BOTH.search(block_statement(block.lines).text) else _DEEPEST
    return frozenset(found)


def beside_tasks(blocks: Sequence[object], tasks: frozenset[int]) -> frozenset[int]:
    """The positions of nested items beside which somebody's tasks stand in the same list: as much to be done as these,
    though a heading over all calls what it lists priorities."""
    found: set[int] = set()
    run: list[int] = []
    for at, block in enumerate([*blocks, None]):
        if isinstance(block, ListItem):
            run.append(at)
        elif run and not isinstance(block, Furniture):
            levels = {blocks[task].level for task in tasks.intersection(run)}  # type: ignore[attr-defined]
            found.update(n for n in run if blocks[n].level in levels - {0} and _tells(blocks[n]))  # type: ignore[attr-defined]
            run = []
    return frozenset(found)


def _deepest(blocks: Sequence[object], run: Sequence[int], least: int) -> Sequence[int]:
    depths = _depths(blocks, run)
    first = min(depths.values())  # the aim that `1.1` is a part of may be a heading
    if not set(range(first, least + 1)) <= set(depths.values()) or first >= least:
        return ()
    deep = [at for at in run if depths[at] >= least]
    told = [at for at in deep if _tells(blocks[at])]
    return deep if len(told) >= _FEWEST_DEEDS and 2 * len(told) > len(deep) else ()


def _depths(blocks: Sequence[object], run: Sequence[int]) -> dict[int, int]:
    """How deep each item of a list stands: by how far it is set in and by its number; a bullet under `1.1` one deeper
    than that."""
    found: dict[int, int] = {}
    numbered: tuple[int, int] | None = None  # the level and the depth of the numbered item above
    for at in run:
        level, number = getattr(blocks[at], "level", 0), _number(blocks[at])
        if number or numbered is None or level <= numbered[0]:
            found[at] = max(level, number.count("."))
        else:
            found[at] = max(level, numbered[1] + level - numbered[0])
        if number:
            numbered = level, found[at]
    return found


def _tells(block: object) -> bool:
    return isinstance(block, ListItem) and tells(block_statement(block.lines, block.marker).text)


def _over_letters(blocks: Sequence[object], at: int) -> bool:
    """Whether the list that follows an item is lettered and nested under it."""
    item, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(item, ListItem) or not isinstance(below, ListItem) or below.level <= item.level:
        return False
    return _LETTER.match(below.lines[0].words[0].text) is not None


def _number(block: object) -> str:
    if not isinstance(block, ListItem) or not block.lines:
        return ""
    # a bullet may stand before the number
    first = next((word.text for word in block.lines[0].words if any(map(str.isalnum, word.text))), "")
    found = _NUMBER.match(first) if first[-1:] in ".):" or first[-1:].isdigit() else None
    return found.group("number") if found else ""


def _aim_number(block: object, vocabulary: Vocabulary) -> str:
    if not isinstance(block, Heading | Paragraph | ListItem) or len(block.lines) > _LONGEST_LABEL:
        return ""
    marker = block.marker if isinstance(block, ListItem) else 0
    label = printed_label(block_statement(block.lines, marker).text, vocabulary)
    named = label is not None and label.kind == "word" and label.role == "objective"
    return label.number.rstrip(".:") if named and label is not None and label.number else ""
