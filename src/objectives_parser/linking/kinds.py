"""What may serve what, and where a draft stands in its table."""

from __future__ import annotations

from typing import TypeAlias

from objectives_parser.drafts import Draft

Parents: TypeAlias = tuple[int, ...]


def serves(child: Draft, parent: Draft) -> bool:
    """Whether a statement of the one kind may serve one of the other."""
    if child.kind == "objective":
        return parent.kind == "objective"
    return parent.kind in ("objective", "action") or (
        child.kind != "action" and parent.kind in ("milestone", "measure")
    )


def column(draft: Draft) -> int:
    """The column of a draft in its table; -1 for a section row and outside tables."""
    return draft.spot.column if draft.spot is not None else -1
