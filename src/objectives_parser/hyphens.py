"""A word broken at a line's end: put together with its hyphen or without."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.roles.lexicon import is_known
from objectives_parser.roles.words import word_list

_LEFT = regex.compile(r"[\p{L}’']+(?=[-‐\u00ad]$)")
_RIGHT = regex.compile(r"[\p{L}’']+")
# First halves of compounds that English writes with a hyphen.
_COMPOUND_HEADS = word_list("compound-heads")


def rejoined(text: str, printed: str) -> str:
    """The text that ends with a hyphen, and what the next line prints: `wild-` + `life` → `wildlife`, `user-` +
    `centred` → `user-centred`."""
    left, right = _LEFT.search(text, text.rfind(" ") + 1), _RIGHT.match(printed)
    if left is None or right is None:
        return text + printed
    if text.endswith("\u00ad") or not _keeps_hyphen(left.group(), right.group()):
        return text[:-1] + printed
    return text + printed


def _keeps_hyphen(left: str, right: str) -> bool:
    if right[:1].isupper():
        return True
    if is_known((left + right).casefold()):
        return False
    if left.casefold() in _COMPOUND_HEADS:
        return True
    return len(left) > 2 and len(right) > 2 and is_known(left.casefold()) and is_known(right.casefold())
