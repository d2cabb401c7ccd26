"""What one file may ask of the machine."""

from __future__ import annotations

import attrs

from objectives_parser.errors import OverLimit


@attrs.frozen(kw_only=True)
class Limits:
    """Bounds on one file: its bytes, its pages (or sheets), the bytes it unpacks to, the seconds its reading may take,
    and the cells of all its tables. A reader raises OverLimit, naming the bound and the option that raises it."""

    max_bytes: int = 200_000_000
    max_pages: int = 3_000
    max_expanded_bytes: int = 500_000_000
    max_seconds: float = 120.0
    max_cells: int = 500_000


def over(name: str, what: str, value: object, option: str) -> OverLimit:
    """The error for a file that passes a limit: ``what`` it has too much of, the limit's ``value``, the ``option``."""
    return OverLimit(
        name=name, reason=f"{what}, over the limit of {value}", remedy=f"Raise it with {option} if you trust the file."
    )
