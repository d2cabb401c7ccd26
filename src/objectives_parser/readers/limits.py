"""What one file may ask of the machine."""

from __future__ import annotations

import time

import attrs

from objectives_parser.errors import OverLimit


@attrs.frozen(kw_only=True)
class Limits:
    """Bounds on one file: its bytes, its pages (or sheets), the bytes that its parts unpack to (pictures are not
    unpacked), the seconds its reading may take, and the cells of all its tables. A reader raises OverLimit, naming the
    bound and the option that raises it."""

    max_bytes: int = 200_000_000
    max_pages: int = 3_000
    max_expanded_bytes: int = 100_000_000
    max_seconds: float = 120.0
    max_cells: int = 500_000


def over(name: str, what: str, value: object, option: str) -> OverLimit:
    """The error for a file that passes a limit: ``what`` it has too much of, the limit's ``value``, the ``option``."""
    return OverLimit(
        name=name, reason=f"{what}, over the limit of {value}", remedy=f"Raise it with {option} if you trust the file."
    )


class Clock:
    """Watches the time that one file may take. Looks at it every so many steps, for looking takes time as well."""

    STEPS = 500

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._most = limits.max_seconds
        self._end = time.monotonic() + limits.max_seconds
        self._step = 0

    def tick(self) -> None:
        """One more paragraph, row or cell. Raises OverLimit."""
        self._step += 1
        if self._step % self.STEPS == 0 and time.monotonic() > self._end:
            raise over(self._name, f"reading it takes more than {self._most:g} seconds", self._most, "--max-seconds")
