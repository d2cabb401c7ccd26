"""A plan as the contract's JSON: indented if it is the only one, else a line each (JSON Lines)."""

from __future__ import annotations

from objectives_parser.records import Plan


def emit(plan: Plan, number: int | None) -> str:
    """The plan's JSON with its line end."""
    return plan.to_json(indent=2 if number is None else None) + "\n"
