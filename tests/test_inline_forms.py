"""Forms whose labels stand at the heads of lines, with what they say behind them or below."""

from __future__ import annotations

import pytest

from objectives_parser import readers
from objectives_parser.layout.text.inline_forms import regions
from objectives_parser.layout.text.lines import Region, document_lines
from tests.test_pieces_of_tables import kinds, links, records

FORMS = (
    "Harbour Board objectives\n2027 to 2028\nName Philippa Stone\nDepartment Harbour Board\n\n"
    "Objective 1 Deliver the investment programme for the quays\n\nSuccess\nmeasures\n\n"
    "• The board meets the terms of its licence in year\none\n"
    "• The dredging portfolio is planned to an agreed budget\n\n"
    "Key milestones • Review of the port reports Autumn 2027\n• Second quay decision by the end of 2027\n\n"
    "Lead minister Secretary of State\n\n"
    "Objective 2 Enable the Board to carry out a decision on the new\nmole\n\nSuccess\nmeasures\n\n"
    "• Advice on the report withstands a challenge in court\n• The board has the evidence that it needs\n\n"
    "Key milestones • Commission on moles reports July 2027\n\nLead minister Minister of State\n\n"
    "Objective 3 Put the services of the port on a digital footing\n\nSuccess\nmeasures\n\n"
    "• Paper passes abolished without loss of revenue\n• Customer satisfaction at or above 90%\n\n"
    "Key milestones • Evaluation published November 2027\n\nLead minister Secretary of State\n"
)
TASKS = (
    "Goals and Objectives\n\nGoal 1 Enhance the training of crews to keep them ready.\n\n"
    "Objective 1A Identify all needs of training in the district.\n\nTimeframe 6 months\n\n"
    "Critical Tasks Establish a working group of each shift.\nCompare the needs with records of two years.\n\n"
    "Objective 1B Develop a calendar and a library of lessons.\n\nTimeframe 12 months\n\n"
    "Critical Tasks Draft an annual calendar of every discipline.\nPilot the calendar on one shift.\n\n"
    "Goal 2 Strengthen communication in the district.\n\n"
    "Objective 2A Find out how news moves inside the district.\n\nTimeframe 3 months\n\n"
    "Critical Tasks Survey members on the ways they trust.\nMap the path of a change to the stations.\n"
)


@pytest.mark.parametrize("text", [FORMS, FORMS.replace("\n• ", "\n ").replace("• ", "  "), FORMS.replace("\n\n", "\n")])
def test_labels_tell_what_a_form_states(text: str) -> None:
    found = links(text, "plan.txt")
    assert len([kind for kind, _ in kinds(text, "plan.txt") if kind == "objective"]) == 3
    assert found["The board has the evidence that it needs"] == [
        "Enable the Board to carry out a decision on the new mole"
    ]
    assert found["Review of the port reports Autumn 2027"] == ["Deliver the investment programme for the quays"]
    owners = {record["text"]: record["owner"] for record in records(text, "plan.txt")}
    assert owners["Put the services of the port on a digital footing"] == "Secretary of State"


def test_a_wider_aim_stands_over_forms() -> None:
    found = links(TASKS, "plan.txt")
    assert found["Pilot the calendar on one shift."] == ["Develop a calendar and a library of lessons."]
    assert found["Find out how news moves inside the district."] == ["Strengthen communication in the district."]
    dues = {record["text"]: record["due"] for record in records(TASKS, "plan.txt")}
    assert dues["Identify all needs of training in the district."]["text"] == "6 months"


def forms(text: str) -> list[Region]:
    return list(regions(document_lines(readers.read(text.encode(), "plan.txt"))))


def test_each_form_is_a_table_and_the_wider_aim_in_none() -> None:
    lines = TASKS.split("\n")
    wider = next(at for at, line in enumerate(lines) if line.startswith("Goal 2"))
    assert len(forms(FORMS)) == len(forms(TASKS)) == 3
    assert all(not form.first <= wider <= form.last for form in forms(TASKS))


def test_names_of_a_chart_are_no_labels() -> None:
    """Far more offices than statements."""
    chart = (
        "Goal Statement\n\nOffice Of The Director\n\nOffice Of The Counsel\n\nOffice Of Budget\n\nDirector Jane Doe\n\n"
    )
    text = "Overview\n\n" + chart + chart.replace("Jane", "Ann")
    assert forms(text) == []
    assert kinds(text, "plan.txt") == []


def test_labels_in_any_order_are_no_forms() -> None:
    in_order = "".join(
        f"Action {what}\n\nLead {who}\n\nTiming {when} 2027\n\nCost Low\n\n"
        for what, who, when in (
            ("Mend it", "Works", "May"),
            ("Paint it", "Harbour", "June"),
            ("Light it", "Pilots", "July"),
        )
    )
    assert len(forms(in_order)) == 3
    text = (
        "Action Mend it\n\nLead Works\n\nTiming May 2027\n\nCost Low\n\n"
        "Action Paint it\n\nCost Low\n\nTiming June 2027\n\nLead Harbour\n\n"
        "Action Light it\n\nTiming July 2027\n\nLead Pilots\n\nCost Low\n\n"
    )
    assert forms(text) == []


def test_a_title_over_a_paragraph_is_no_value() -> None:
    """What the paragraph says is stated; the words behind the label name it."""
    text = "".join(
        f"Measure W-{number}: {title}\n{said}\nSteps\n{step}\nLead {who}\nTimeframe 2027\n"
        for number, title, said, step, who in (
            (
                1,
                "Organic waste",
                "Give every home a green cart and enforce the rules.",
                "Buy the carts.",
                "Parks Department",
            ),
            (
                2,
                "Building waste",
                "Raise the share of debris that is used again.",
                "Adopt a higher rate.",
                "Planning Office",
            ),
            (3, "Dry gardens", "Pay residents who replace their lawns.", "Set aside the money.", "Water Board"),
        )
    )
    assert forms(text) == []
    assert links(text, "plan.txt")["Buy the carts."] == ["Give every home a green cart and enforce the rules."]


def test_a_header_of_cells_on_lines_of_their_own_is_of_a_table() -> None:
    """What stands below it are rows, though offices and dates come again in one order."""
    rows = "".join(
        f"{what}\nLead officer\n{who}\nAction\n{deed}\nDue {year}\n"
        for what, who, deed, year in (
            ("Keep the ports open", "Harbour Board", "Dredge the basin", 2026),
            ("Keep the roads open", "Roads Board", "Salt the hills", 2027),
            ("Keep the rails open", "Rails Board", "Mend the points", 2028),
        )
    )
    assert forms(rows) != []
    assert forms("Action Step\nPerson Responsible\nTarget Date\nStatus\n" + rows) == []
