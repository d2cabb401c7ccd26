"""Which lists tell somebody to do something, by what most of their items say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Heading, ListItem, Paragraph, Table
from objectives_parser.recognizers.wordings import is_to_do, is_under_way, tells, tells_behind_title
from objectives_parser.statements import block_statement

# "The HHS and its partners will host …", "We plan to publish …"
_WILL = regex.compile(
    r"(?:The |Our )?\p{Lu}[\p{L}\d’'&(), -]{1,80}?\s(?:will|shall)\s+(?:also\s+|continue\s+to\s+)?\p{Ll}+"
    r"|(?:We|(?:The|Our)\s+\p{L}[\p{L}’'& -]{1,60}?)\s+(?:also\s+)?"
    r"(?:plans?|intends?|expects?|aims?|proposes?|hopes?|commits?|pledges?)\s+to\s+\p{Ll}+"
)
_SHARE, _SHARE_OF_ACTIONS, _SHARE_OF_BULLETS = 0.7, 0.5, 0.66
_OPENING = 6
_ACTION_PLAN = regex.compile(
    r"^(?:[\p{L}\d’'&-]+\s+){0,5}(?:action|work)\s?plan\b[\p{L}\d\s/:–-]{0,40}$", regex.IGNORECASE
)


def imperative_lists(blocks: Sequence[object], *, of_actions: bool = False) -> frozenset[int]:
    """The positions of list items that belong to a list most of whose items tell somebody to do something. Items parted
    only by headings and items make one list of lists: a plan that lists its actions does so throughout; there, what is
    under way counts beside what is promised. ``of_actions`` says that the document calls itself a plan of actions: half
    of the items tell enough then, and count alone."""
    runs: list[list[int]] = [[]]
    lists: list[list[int]] = [[]]
    for number, block in enumerate(blocks):
        if isinstance(block, ListItem):
            runs[-1].append(number)
            lists[-1].append(number)
            continue
        if lists[-1] and not isinstance(block, Furniture):
            lists.append([])
        if runs[-1] and not isinstance(block, Heading | Furniture):
            runs.append([])
    least = _SHARE_OF_ACTIONS if of_actions else _SHARE
    # `2. Most freight goes by road.` under a heading of its own: a numbered paragraph, and no item of a list
    single = {listed[0] for listed in lists if len(listed) == 1 and _is_numbered(blocks[listed[0]])}
    found: set[int] = set()
    for run in (*runs, *(listed for listed in lists if len(listed) > 1)):
        texts = {at: _text(blocks[at]) for at in run}
        told = [at for at in run if _is_told(texts[at], of_actions)]
        if told and len(told) < len(run):
            told = [at for at in run if _is_told(texts[at], of_actions) or is_under_way(texts[at])]
        if run and (len(told) >= least * len(run) or _commands_mostly(run, texts, blocks)):
            found.update(told if of_actions else [at for at in run if at in told or at not in single])
    return frozenset(found)


def _commands_mostly(run: Sequence[int], texts: Mapping[int, str], blocks: Sequence[object]) -> bool:
    """Whether two of three items behind bullets command something. (Numbered paragraphs do by chance.)"""
    if not all(_is_bulleted(blocks[at]) for at in run):
        return False
    return sum(tells(text) for text in texts.values()) >= _SHARE_OF_BULLETS * len(run)


def _is_bulleted(block: object) -> bool:
    assert isinstance(block, ListItem)
    return block.marker > 0 and not any(map(str.isalnum, block.lines[0].words[0].text))


def is_action_plan(blocks: Sequence[object]) -> bool:
    """Whether the document calls itself an action or work plan above its first list: its lists are of actions."""
    for block in blocks[:_OPENING]:
        if isinstance(block, ListItem | Table):
            return False
        if isinstance(block, Heading | Paragraph) and any(_ACTION_PLAN.search(line.text) for line in block.lines):
            return True
    return False


def _is_numbered(block: object) -> bool:
    assert isinstance(block, ListItem)
    return block.marker > 0 and block.lines[0].words[0].text.rstrip(".)").isdecimal()


def _text(block: object) -> str:
    assert isinstance(block, ListItem)
    return block_statement(block.lines, block.marker).text


def _is_told(text: str, of_actions: bool) -> bool:
    """Whether an item tells somebody to do something; in a plan of actions `To maintain the footpaths` does."""
    if of_actions and is_to_do(text):
        return True
    return tells(text) or tells_behind_title(text) or any(_WILL.match(sentence) for sentence in text.split(". ")[:2])
