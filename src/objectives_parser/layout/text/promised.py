"""Lists under a line that ends with a colon, which lost their bullets: promises in small letters that kept their
semicolons (`We will:` over `raise the sea wall by 2031;` and `give sandbags to every home.`), lines that end before the
next one's first word would have stood on them, and sentences that all begin with a line."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from objectives_parser.layout.text.lines import ENDS_ITEM, TextLine
from objectives_parser.layout.wrapping import is_closed, starts_item, text_width, wants_more
from objectives_parser.roles import is_imperative, is_lead_in, lead_in_role

_MOST_LINES = 60
_FEWEST_WRAPPED, _LONGEST_LINE = 3, 120
_FEWEST_COMMANDS, _LONGEST_COMMAND, _SHORTEST_END = 3, 240, 3
_SHORT = 0.95
"""How much of a full line a line and the next word may take at most, if the word was not to stand on it."""


def promises_among(lines: Sequence[TextLine], *, wrapped: bool = True) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the lines that begin such items, and of the lines right over the first of each list. In a text
    that nobody has ``wrapped`` each line is such an item (`We will be measured on:` over `Days lost`)."""
    items: set[int] = set()
    leading: set[int] = set()
    full = _full_width(lines)
    for at, line in enumerate(lines[:-1]):
        if not line.words or line.words[-1].text[-1] != ":" or not is_lead_in(line.text):
            continue
        first = at + 1 if lines[at + 1].words else at + 2
        end = first
        while end < min(len(lines), first + _MOST_LINES) and lines[end].words:
            end += 1
        own = lines[first:end]
        begun = _ended_by_semicolons(own) if first == at + 1 else []
        begun = begun or _ended_short(own, full) or (_sentence_each(own) if lead_in_role(line.text) else [])
        if not begun and not wrapped and first == at + 1:
            begun = (_line_each(own) if lead_in_role(line.text) is not None else []) or _commands(own)
        if begun:
            items.update(item.number for item in begun)
            leading.add(line.number)
    return frozenset(items), frozenset(leading)


def _ended_by_semicolons(own: Sequence[TextLine]) -> list[TextLine]:
    if not own or not own[0].text[:1].islower() or ENDS_ITEM.search(own[-1].text):
        return []
    behind = [after for before, after in itertools.pairwise(own) if ENDS_ITEM.search(before.text)]
    begun = [own[0], *behind]
    return begun if behind and all(item.text[:1].islower() for item in begun) else []


def _sentence_each(own: Sequence[TextLine]) -> list[TextLine]:
    """The lines up to the next lead-in that begin a sentence, if no sentence begins inside a line: three at least, of
    which some go on over a line's end."""
    lines = list(itertools.takewhile(lambda line: line.words[-1].text[-1] != ":", own))
    if any(starts_item(line.line) or line.level or line.tabbed or _ends_inside(line) for line in lines):
        return []
    begun = [*lines[:1], *(after for before, after in itertools.pairwise(lines) if is_closed(before.line))]
    several = _FEWEST_COMMANDS <= len(begun) < len(lines)
    return begun if several and all(line.text[:1].isupper() for line in begun) else []


def _ends_inside(line: TextLine) -> bool:
    """Whether a sentence ends in a line before its last word."""
    return any(word.text[-1] in ".!?" and len(word.text) > _SHORTEST_END for word in line.words[:-1])


def _line_each(own: Sequence[TextLine]) -> list[TextLine]:
    """The lines up to the next lead-in, if none is a sentence, an item with its sign or a label's."""
    begun = list(itertools.takewhile(lambda line: line.words[-1].text[-1] != ":", own))
    if any(starts_item(line.line) or line.level or line.tabbed or ":" in line.text for line in begun):
        return []
    plain = all(line.text[:1].isupper() and len(line.text) <= _LONGEST_LINE for line in begun)
    return begun if plain and not any(is_closed(line.line) for line in begun) else []


def _commands(lines: Sequence[TextLine]) -> list[TextLine]:
    """The first lines that are one command each, three at the least, with full stops."""
    begun = list(itertools.takewhile(_is_command, lines))
    return begun if len(begun) >= _FEWEST_COMMANDS else []


def _is_command(line: TextLine) -> bool:
    one = not _ends_inside(line)
    marked = starts_item(line.line) or line.level or line.tabbed or ":" in line.text
    return (
        one and not marked and is_closed(line.line) and is_imperative(line.text) and len(line.text) <= _LONGEST_COMMAND
    )


def _ended_short(own: Sequence[TextLine], full: float) -> list[TextLine]:
    """The lines that begin items where each item's last line ends short: all in small letters or all with a capital,
    and none of them marked."""
    if len(own) < 2 or not full or any(starts_item(line.line) or line.level or line.tabbed for line in own):
        return []
    behind = [
        after
        for before, after in itertools.pairwise(own)
        if not wants_more(before.line) and text_width(f"{before.text} {after.words[0].text}") < _SHORT * full
    ]
    begun = [own[0], *behind]
    small = {item.text[:1].islower() for item in begun}
    sentences = any(is_closed(line.line) for line in own[:-1])
    return begun if behind and len(small) == 1 and not sentences else []


def _full_width(lines: Sequence[TextLine]) -> float:
    """How wide the lines are that go on in small letters in the next one; 0 where there are too few to tell."""
    wrapped = sorted(
        text_width(above.text)
        for above, below in itertools.pairwise(lines)
        if above.words and below.words and below.text[:1].islower() and not is_closed(above.line)
    )
    return wrapped[len(wrapped) * 9 // 10] if len(wrapped) >= _FEWEST_WRAPPED else 0.0
