"""Tables of plans some of whose headers no vocabulary knows: the cells and the columns beside tell what they hold."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from objectives_parser.recognizers.settling.column_texts import are_titles, is_state_cell, items_of, name_somebody
from objectives_parser.roles import header_role, heading_role
from tests.factories import is_done_within
from tests.test_pieces_of_tables import kinds, links


def _table(*rows: str) -> str:
    width = rows[0].count("|") + 1
    return "\n".join(
        ("# Harbour plan", "", f"| {rows[0]} |", "|---" * width + "|", *(f"| {row} |" for row in rows[1:]))
    )


@pytest.mark.parametrize("name", ["Gorse", "Levers to pull", "Xyz"])
def test_commands_beside_who_and_when_are_actions(name: str) -> None:
    text = _table(
        f"{name} | Owner | Due date",
        "Open the north gate | Harbour Master | May 2031",
        "Dredge the inner basin | Works Manager | June 2031",
        "Train all pilots | Harbour Master | July 2032",
    )
    assert [kind for kind, _ in kinds(text, "plan.md")] == ["action"] * 3
    assert [action.owner for action in parse(text.encode(), name="plan.md").actions] == [
        *("Harbour Master", "Works Manager", "Harbour Master")
    ]


def test_what_is_counted_beside_actions_measures_them() -> None:
    text = _table(
        "Action | Owner | Gorse",
        "Open the north gate | Harbour Master | Number of boats that use the gate",
        "Dredge the inner basin | Works Manager | Share of tides on which ferries can land",
        "Train all pilots | Harbour Master | Percentage of pilots with a certificate",
    )
    assert kinds(text, "plan.md")[1] == ("measure", "Number of boats that use the gate")
    assert links(text, "plan.md")["Number of boats that use the gate"] == ["Open the north gate"]


def test_aims_over_several_rows_of_actions() -> None:
    rows = (
        ("Make the harbour safe for small boats", "Open the north gate", "May 2031"),
        ("Make the harbour safe for small boats", "Dredge the inner basin", "June 2031"),
        ("Give every pilot the skills of the trade", "Train all pilots", "July 2032"),
    )
    cells = "".join(f"<tr><td>{aim}</td><td>{deed}</td><td>{due}</td></tr>" for aim, deed, due in rows)
    text = f"<table><tr><th>Gorse</th><th>Action</th><th>By when</th></tr>{cells}</table>"
    assert links(text, "plan.html")["Dredge the inner basin"] == ["Make the harbour safe for small boats"]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Remarks", ("The gate is older than the town.", "Silt is a threat to the ferries.", "Pilots are few.")),
        ("Gorse", ("The gate is older than the town.", "Silt is a threat to the ferries.", "Pilots are few.")),
        ("Gorse", ("North quay", "Inner basin", "Pilot house")),
    ],
)
def test_what_explains_or_names_places_states_nothing(name: str, cells: tuple[str, ...]) -> None:
    deeds = ("Open the north gate", "Dredge the inner basin", "Train all pilots")
    text = _table(
        f"Action | {name} | Owner", *(f"{deed} | {cell} | Crew" for deed, cell in zip(deeds, cells, strict=True))
    )
    assert [kind for kind, _ in kinds(text, "plan.md")] == ["action"] * 3


def test_fields_are_told_by_their_cells() -> None:
    text = _table(
        "Gorse | Action | Heather | Broom | Whin",
        "A1 | Open the north gate | Planning Unit | Short (1–2 years) | A/R",
        "A2 | Dredge the inner basin | Cllr Webb | May 2031 | On track",
        "A3 | Train all pilots | HR; ICT | Ongoing | Being designed",
    )
    actions = parse(text.encode(), name="plan.md").actions
    assert [action.owner for action in actions] == ["Planning Unit", "Cllr Webb", "HR; ICT"]
    assert [action.status for action in actions] == ["A/R", "On track", "Being designed"]
    assert [action.label for action in actions] == ["A1", "A2", "A3"]
    assert actions[1].due is not None
    assert actions[1].due.start is not None


def test_figures_beside_names_are_no_plan() -> None:
    text = _table("Gorse | Heather", "North quay toll | 1,200", "South quay toll | 1,400", "Crane hire | 90")
    assert kinds(text, "plan.md") == []


QUESTIONS = {
    "measure": ("What we will monitor", "How it’s measured", "How we know it is working", "We will track",
                "Impact (how will we know?)", "Monitored through", "Proof of success"),
    "objective": ("What we’d like to see", "Change we want to see", "What we are aiming for", "Outcomes that we seek"),
    "action": ("What’s planned", "How it will be delivered", "Ways we will do this", "What is going to happen",
               "Key things we will do"),
    "milestone": ("What we will have in place",),
}  # fmt: skip


@pytest.mark.parametrize(("role", "text"), [(role, text) for role, texts in QUESTIONS.items() for text in texts])
def test_a_header_in_a_clause_is_told_by_its_verb(role: str, text: str) -> None:
    found = header_role(text)
    assert found is not None
    assert found.role == role
    assert found.strength >= 0.6


@pytest.mark.parametrize(
    "text",
    ["What we know", "What we have done", "What the inspectors found", "How to apply", "What we learned",
     "What was delivered last year", "How the harbour came about"],
)  # fmt: skip
def test_a_clause_of_what_is_past_or_known_asks_for_nothing(text: str) -> None:
    found = heading_role(text)
    assert found is None or found.role == "note"


def test_cells_of_one_make() -> None:
    assert items_of("• 1.1 Mend the roof • Paint 20,000 tiles") == ["Mend the roof", "Paint 20,000 tiles"]
    assert [is_state_cell(text) for text in ("In progress (50%)", "A/R", "Being designed", "Paint it red")] == [
        *(True, True, True, False)
    ]
    assert name_somebody(["A. Rahman", "Planning Unit", "DfT; EPA"])
    assert not name_somebody(["Mend the roof", "Paint the doors", "Open the gate"])
    assert are_titles(["County Transit; State Rail", "Streets and Parks"])


def test_long_cells_are_read_in_time() -> None:
    def read(text: str) -> object:
        return are_titles([text]), name_somebody([text]), is_state_cell(text), items_of(text), header_role(text[:300])

    for text in ("Aa" * 20_000, "A. " * 20_000, "A;" * 20_000, "• 1.1" * 10_000, "aed " * 20_000):
        assert is_done_within(1, lambda text=text: read(text))  # type: ignore[misc]


def test_a_column_of_updates_that_holds_states_tells_the_status() -> None:
    text = _table(
        " | Action | Position at Q2",
        "SO1 | Open the north gate | On track",
        "SO2 | Dredge the inner basin | Amber",
        "SO3 | Train all pilots | Not started",
    )
    actions = parse(text.encode(), name="plan.md").actions
    assert [(action.label, action.status) for action in actions] == [
        *(("SO1", "On track"), ("SO2", "Amber"), ("SO3", "Not started"))
    ]


def test_tables_of_sources_are_no_plans() -> None:
    """Names and dates under names that nobody knows stand in other tables as well."""
    text = _table(
        "Data set | Publisher | Frequency | Latest release",
        "Labour Force Survey | Statistics Office | Quarterly | May 2026",
        "Household Budget Survey | Statistics Office | Every five years | March 2023",
        "Traffic counts | Roads Agency | Annual | June 2025",
    )
    assert kinds(text, "plan.md") == []


def test_criteria_with_their_weights_are_no_table_on_its_side() -> None:
    text = _table(
        "Criterion | What assessors look for | Weight",
        "Need | Evidence that the project meets a need in the area | 30%",
        "Impact | Outcomes that can be measured | 30%",
        "Value | Costs that are reasonable | 20%",
        "Delivery | A team that can carry out the work | 20%",
    )
    assert kinds(text, "plan.md") == []
