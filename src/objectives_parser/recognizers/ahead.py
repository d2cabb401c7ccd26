"""What a walk over the blocks has to know ahead: which lists tell somebody to do something, which headings stand over
tables."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Furniture, Heading, ListItem, Table
from objectives_parser.recognizers.wordings import tells
from objectives_parser.roles import Vocabulary, header_role
from objectives_parser.statements import block_statement


def imperative_lists(blocks: Sequence[object]) -> frozenset[int]:
    """The positions of list items that belong to a list most of whose items tell somebody to do something. Items parted
    only by headings and items make one list of lists: a plan that lists its actions does so throughout."""
    runs: list[list[int]] = [[]]
    for number, block in enumerate(blocks):
        if isinstance(block, ListItem):
            runs[-1].append(number)
        elif runs[-1] and not isinstance(block, Heading | Furniture):
            runs.append([])
    found: set[int] = set()
    for run in runs:
        told = [at for at in run if _is_told(blocks[at])]
        if run and len(told) * 10 >= 7 * len(run):
            found.update(run)
    return frozenset(found)


def headings_over_tables(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[int, frozenset[str]]:
    """For the positions of blocks between which and the next heading tables stand: the roles that the tables' headers
    name."""
    found: dict[int, frozenset[str]] = {}
    roles: frozenset[str] = frozenset()
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if roles:
            found[number] = roles
        if isinstance(block, Heading):
            roles = frozenset()
        elif isinstance(block, Table):
            roles |= _header_roles(block, vocabulary) | {"table"}
    return found


def _header_roles(table: Table, vocabulary: Vocabulary) -> frozenset[str]:
    texts = [cell.text for cell in table.cells if cell.row < 3 and 0 < len(cell.text.split()) < 12]
    roles = [header_role(text, vocabulary) for text in texts]
    return frozenset(role.role for role in roles if role is not None and role.strength >= 0.6)


def _is_told(block: object) -> bool:
    assert isinstance(block, ListItem)
    return tells(block_statement(block.lines, block.marker).text)
