"""Cards of what is under way: a name, a text, a line of who leads it."""

from __future__ import annotations

from objectives_parser import Plan, parse

PARTS = (
    ("Night Bus", "Runs on five lines until three in the morning.", "Lead Partners: City Transit, Harbour Board"),
    ("Warm Homes", "Insulating 400 flats of the estate.", "Lead Partners:\n\nHousing Office"),
    ("River Path", "The town is 2nd in the region for paths along water.", "Lead Partner: Parks"),
)


def cards(parts: tuple[tuple[str, str, str], ...]) -> Plan:
    text = "".join(f"## {name}\n\n{told}\n\n{who}\n\n" for name, told, who in parts)
    return parse(f"# Work under way\n\n{text}".encode(), name="plan.md")


def test_what_somebody_leads_is_done_however_it_is_worded() -> None:
    found = [(action.text, action.category, action.owner) for action in cards(PARTS).actions]
    assert found == [
        ("Runs on five lines until three in the morning.", "Night Bus", "City Transit, Harbour Board"),
        ("Insulating 400 flats of the estate.", "Warm Homes", "Housing Office"),
        ("The town is 2nd in the region for paths along water.", "River Path", "Parks"),
    ]


def test_two_cards_are_no_series() -> None:
    assert not cards(PARTS[::2]).actions


def test_those_who_chair_a_committee_lead_no_work() -> None:
    parts = tuple((f"{name} Committee", told, "Chair: Town Clerk") for name, told, _ in PARTS)
    assert not cards(parts).records


def test_commands_over_their_texts_are_what_is_done() -> None:
    named = ("Run a night bus", "Insulate the estate", "Build a river path")
    plan = cards(tuple((name, told, "Lead: Parks") for name, (_, told, _) in zip(named, PARTS, strict=True)))
    assert [(action.text, action.owner) for action in plan.actions] == [(name, "Parks") for name in named]
