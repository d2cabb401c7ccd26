"""Lists of objectives and key results whose form alone tells which is which, under a heading that says what they are:

    ## Q3 2031 OKRs
    - **Ships wait less**
      - Waiting time falls from 9 to 4 hours

Above is the objective, as an item or as a heading; what is nested in it or listed right under it are its key results.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Block, Heading, ListItem
from objectives_parser.recognizers.commands import block_text
from objectives_parser.recognizers.wordings import points, tells
from objectives_parser.roles import PrintedLabel, Vocabulary, heading_role, printed_label
from objectives_parser.statements import block_statement
from objectives_parser.values import is_date_only

_NAMED = regex.compile(r"\bOKRs?\b|\bobjectives? (?:and|&) key results?\b", regex.IGNORECASE)
_OF_METHOD = regex.compile(
    r"\b(?:how|what|why|about|process|guide|guidelines|template|templates|examples?|training|faq)\b", regex.IGNORECASE
)
_OF_PEOPLE = regex.compile(
    r".*\b(?:teams?|groups?|departments?|divisions?|offices?|units?|squads?|committees?|quarters?|notes?)\W*$",
    regex.IGNORECASE,
)
_LONGEST_NAME = 10  # words
_SHORTEST_AIM, _TOLD_AIM = 3, 4  # words
_FEWEST = 2


@attrs.frozen
class OkrLists:
    """The positions of the headings and of the items that are objectives, and of the items that are key results."""

    headings: frozenset[int] = frozenset()
    aims: frozenset[int] = frozenset()
    results: frozenset[int] = frozenset()


@attrs.frozen
class _Run:
    """The items from one position to another, and the heading right over them."""

    first: int
    items: list[ListItem]
    over: int | None


def okr_lists(blocks: Sequence[Block], vocabulary: Vocabulary) -> OkrLists:
    """What the lists under headings of objectives and key results hold."""
    headings: set[int] = set()
    aims: set[int] = set()
    results: set[int] = set()
    for runs in _sections(blocks):
        nested = [run for run in runs if run.items[0].level == 0 and _holds_others(run.items, vocabulary)]
        for run in nested:
            aims.update(run.first + at for at, item in enumerate(run.items) if item.level == 0)
            results.update(run.first + at for at, item in enumerate(run.items) if item.level == 1)
        flat = [run for run in runs if run.over is not None and _is_flat(run.items, vocabulary)]
        labelled = [run for run in flat if _is_labelled_aim(_over(blocks, run), vocabulary)]
        titled = [] if nested or labelled else _titled(blocks, flat, vocabulary)
        headings.update(run.over for run in titled if run.over is not None)
        for run in labelled + titled:
            results.update(range(run.first, run.first + len(run.items)))
    return OkrLists(frozenset(headings), frozenset(aims), frozenset(results))


def _sections(blocks: Sequence[Block]) -> list[list[_Run]]:
    """The lists under each heading that names objectives and key results, which no other such heading is over."""
    found: list[list[_Run]] = []
    level: int | None = None
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Heading):
            level = None if level is not None and block.level <= level else level
            if level is None and _names_okrs(block_text(block)):
                level = block.level
                found.append([])
        if level is not None and isinstance(block, ListItem):
            items = _items_from(blocks, at)
            found[-1].append(_Run(at, items, at - 1 if isinstance(blocks[at - 1], Heading) else None))
            at += len(items)
            continue
        at += 1
    return found


def _items_from(blocks: Sequence[Block], at: int) -> list[ListItem]:
    """The list that begins there."""
    items: list[ListItem] = []
    while at < len(blocks) and isinstance(item := blocks[at], ListItem):
        items.append(item)
        at += 1
    return items


def _names_okrs(text: str) -> bool:
    named = _NAMED.search(text) is not None and len(text.split()) <= _LONGEST_NAME
    return named and not text.endswith("?") and _OF_METHOD.search(text) is None


def _holds_others(items: Sequence[ListItem], vocabulary: Vocabulary) -> bool:
    """Whether the outer items of a list are statements that have others nested in them, nearly all."""
    outer = [at for at, item in enumerate(items) if item.level == 0]
    texts = [_text(items[at]) for at in outer]
    holding = sum(at + 1 < len(items) and items[at + 1].level == 1 for at in outer)
    return 5 * holding >= 4 * len(outer) and all(_may_state(text, vocabulary) for text in texts)


def _is_flat(items: Sequence[ListItem], vocabulary: Vocabulary) -> bool:
    labels = (_word_label(_text(item), vocabulary) for item in items)
    return all(item.level == 0 for item in items) and not any(label and label.role for label in labels)


def _titled(blocks: Sequence[Block], runs: Sequence[_Run], vocabulary: Vocabulary) -> list[_Run]:
    """The lists under headings of one level that may each state an objective, half of them in so many words."""
    levels = {over.level for run in runs if (over := blocks[run.over or 0]) and isinstance(over, Heading)}
    texts = [_over(blocks, run) for run in runs]
    told = sum(tells(text) or len(text.split()) >= _TOLD_AIM for text in texts)
    stating = all(_may_state(text, vocabulary) for text in texts)
    return list(runs) if len(runs) >= _FEWEST and len(levels) == 1 and stating and 2 * told >= len(texts) else []


def _may_state(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text may be an objective: it names no time, team or kind of statement, and bears no label."""
    if len(text.split()) < _SHORTEST_AIM or text.endswith((":", "?")) or _OF_PEOPLE.match(text) or points(text):
        return False
    if _names_okrs(text) or is_date_only(text) or heading_role(text, vocabulary) is not None:
        return False
    return _word_label(text, vocabulary) is None


def _is_labelled_aim(text: str, vocabulary: Vocabulary) -> bool:
    """`Objective: Ships wait less`."""
    label = _word_label(text, vocabulary)
    return label is not None and label.role == "objective" and bool(text[label.end :].strip(" :–—-"))


def _word_label(text: str, vocabulary: Vocabulary) -> PrintedLabel | None:
    label = printed_label(text, vocabulary)
    return label if label is not None and label.kind == "word" else None


def _over(blocks: Sequence[Block], run: _Run) -> str:
    assert run.over is not None
    return block_text(blocks[run.over])


def _text(item: ListItem) -> str:
    return block_statement(item.lines, item.marker).text
