"""Programmes that carry out a policy, counted under it: `Program 3.27.A: Distribute leaflets`, `Program ED 1.1.1.1`
over its statement. `Programme 2: Administration` is a part of a budget."""

from __future__ import annotations

from objectives_parser.roles.forms import is_imperative

PROGRAMS = frozenset(("program", "programme"))
_DEEP = 2  # points in a number


def carries_out(number: str | None, rest: str) -> bool:
    """Whether a programme of this number, with the rest of its line, is something that will be done."""
    if not number or not any(sign in number for sign in ".- "):
        return False
    return is_imperative(rest) if rest else number.count(".") >= _DEEP or " " in number
