"""Lines of column names of which the first is a sign for numbers: `# Action Owner By when` is no Markdown heading."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.roles.headers import header_role

_FEWEST_NAMES, _MOST_NAMES, _FEWEST_ROLES, _SURE = 3, 16, 2, 0.8
_TOLD_BY_CELLS = frozenset({"owner", "due", "status", "target"})
_JOINING = regex.compile(r"[,;:.]|\b(?:and|of|for|the)\b")


def names_numbered_columns(line: str) -> bool:
    """Whether a line of plain text that begins with `# ` names columns: words, none of them joining others, that are
    headers of different roles, one of a column whose cells tell it (owners, dates, states, targets)."""
    words = line.split()
    if len(words) < _FEWEST_NAMES or words[0] != "#" or len(words) > _MOST_NAMES or _JOINING.search(line):
        return False
    told = [role for word in words[1:] if (role := header_role(word.strip("()/?"))) is not None]
    roles = {role.role for role in told if role.strength >= _SURE}
    return len(roles) >= _FEWEST_ROLES and not _TOLD_BY_CELLS.isdisjoint(roles)
