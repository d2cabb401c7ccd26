"""The middle of some numbers, without the standard library's ``statistics``, which loads fractions, decimals and
random numbers."""

from __future__ import annotations

from collections.abc import Iterable


def median(values: Iterable[float]) -> float:
    """The middle value, or the mean of the two in the middle. ValueError if there is none.

    >>> median([3.0, 1.0, 2.0]), median([1.0, 2.0, 4.0, 3.0])
    (2.0, 2.5)
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no median of nothing")
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
