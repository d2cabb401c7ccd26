"""Frozen objects: what is worked out of them once, and the same with changes."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import attrs

T = TypeVar("T")

note = object.__setattr__
"""Notes in a frozen object what is worked out of it once. ``functools.cached_property`` in a class of slots makes attrs
write a ``__getattr__``, with which every attribute of the object takes twice as long to read, noted or not."""


def evolve(instance: T, **changes: Any) -> T:
    """The object with changes. ``attrs.evolve`` looks the class's fields up one by one for every object, which takes
    twice as long; a plan's tables and drafts change ten thousand times."""
    kind: Any = type(instance)
    names, values = _fields(kind)
    changed: T = kind(**{**dict(zip(names, values(instance), strict=True)), **changes})
    return changed


@cache
def _fields(kind: Any) -> tuple[tuple[str, ...], attrgetter[Any]]:
    """The names of a class's arguments, of which it has several, and what takes them from an object."""
    fields = [field for field in attrs.fields(kind) if field.init]
    return tuple(field.alias or field.name for field in fields), attrgetter(*[field.name for field in fields])
