"""Sheets and lists that track promises: descriptions without names, who is to do what, numbers inside numbers."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.roles.assigned import assigns


def read(text: str, name: str = "plan.md") -> Plan:
    return parse(text.encode(), name=name)


def parents(plan: Plan) -> dict[str, list[str]]:
    said = {record.id: record.text for record in plan.records}
    return {record.text: [said[parent] for parent in record.parents] for record in plan.records}


@pytest.mark.parametrize("name", ["commitment_description", "promise_description", "promise_text", "Commitment text"])
def test_a_sheet_that_only_describes_its_commitments(name: str) -> None:
    sheet = (
        f"ref,{name},deadline,department,status\n"
        "W-01,Resurface the car park at Mill Lane,2031-03-31,Parks,on track\n"
        "W-02,Plant 200 trees along the canal,2031-10-15,Parks,late\n"
        "W-03,Publish the noise map of the ring road,2032-06-30,Planning,on track\n"
    )
    plan = read(sheet, "sheet.csv")
    assert [(action.label, action.owner) for action in plan.actions] == [
        ("W-01", "Parks"),
        ("W-02", "Parks"),
        ("W-03", "Planning"),
    ]
    assert len(plan.records) == 3


def test_a_description_beside_the_commitments_names_only_explains() -> None:
    plan = read(
        "Commitment,Commitment description,Owner\n"
        "Open the archive,The archive holds letters that nobody has read,Library\n"
        "Mend the weir,The weir has been leaking for two years now,Works\n",
        "sheet.csv",
    )
    assert [action.text for action in plan.actions] == ["Open the archive", "Mend the weir"]


@pytest.mark.parametrize(
    ("text", "assigned"),
    [
        ("Clerk to walk each path in spring.", True),
        ("The events team to book the field", True),
        ("Ward councillors to check the roof", True),
        ("Head of Estates to commission a survey", True),
        ("Working group to meet monthly with the owners", True),
        ("Access to work for all", False),
        ("Approach to waste", False),
        ("Grants to help with moving", False),
        ("Talk to the council", False),
    ],
)
def test_who_is_to_do_something(text: str, assigned: bool) -> None:
    assert assigns(text) is assigned


def test_a_column_that_says_who_is_to_do_what_for_each_action() -> None:
    plan = read(
        "| Action | Implementation | Who | When |\n|---|---|---|---|\n"
        "| Review the footpaths | Clerk to walk each path in spring. | Clerk | May 2031 |\n"
        "| Care for the bus shelter | Ward councillors to check the roof twice a year | Councillors | June 2031 |\n"
        "| Hold the fair | Events team to book the field | Events team | July 2031 |\n"
    )
    assert parents(plan)["Events team to book the field"] == ["Hold the fair"]
    assert [action.owner for action in plan.actions][:2] == ["Clerk", "Clerk"]


@pytest.mark.parametrize("aim", ["- Objective {}: Keep", "- Target {} Keep", "{}. Keep"])
def test_indicators_behind_the_one_aim_under_its_heading(aim: str) -> None:
    heading = "Targets" if "Target" in aim else "Objectives"
    plan = read(
        f"Town plan\n\n{heading}\n{aim.format(1)} the streets clean\nKey Performance Indicators\n"
        "- Number of complaints per ward\n- Share of streets swept each week\n\n"
        f"{heading}\n{aim.format(2)} the parks open\nKey Performance Indicators\n"
        "- Number of hours that gates are open\n",
        "plan.txt",
    )
    assert parents(plan)["Share of streets swept each week"] == ["Keep the streets clean"]
    assert parents(plan)["Number of hours that gates are open"] == ["Keep the parks open"]


def test_indicators_behind_several_labelled_aims_are_nobodys() -> None:
    plan = read(
        "Town plan\n\nObjectives\n- Objective 1: Keep the streets clean\n- Objective 2: Keep the parks open\n\n"
        "Key Performance Indicators\n- Number of complaints per ward\n- Share of streets swept each week\n",
        "plan.txt",
    )
    assert parents(plan)["Number of complaints per ward"] == []


def test_where_rows_stand_in_a_tree_is_no_measure() -> None:
    plan = read(
        "theme,pledge_txt,goal,path\n"
        "Theme 1,Mend the footbridge at Low Mill,Goal 1,Theme 1/pledge A/Goal 1\n"
        "Theme 1,Clear the drains on School Lane,Goal 2,Theme 1/pledge B/Goal 2\n"
        "Theme 2,Relight the bus shelter at The Green,Goal 1,Theme 2/pledge C/Goal 1\n",
        "sheet.csv",
    )
    assert not plan.measures
    assert [action.text for action in plan.actions][:1] == ["Mend the footbridge at Low Mill"]


@pytest.mark.parametrize("said", ["requested the following changes:", "made the following minor amendments to it:"])
def test_changes_to_a_plan_that_minutes_tell_are_none_of_it(said: str) -> None:
    plan = read(
        f"Action Plan 2031\n\nThe committee considered the Action Plan and {said}\n\n"
        "- Amending the word 'build' to 'mend' in the action on the pier\n"
        "- Removal of the last action from page 4\n",
        "minutes.txt",
    )
    assert not plan.records


def test_changes_that_somebody_will_make_are_actions() -> None:
    plan = read(
        "Action Plan\n\nWe will make the following changes:\n\n- Open the office on Saturdays\n- Mend the lift\n"
    )
    assert [action.text for action in plan.actions] == ["Open the office on Saturdays", "Mend the lift"]


def test_a_column_that_nobody_filled_keeps_no_description_from_stating() -> None:
    plan = read(
        "Milestone ID,Team,Target Date,Cycle,Description,(Optional) Milestone Coding,,,General notes\n"
        "A-1,Ops,2031-08-03,F31,Deliver the booking service.,,,,First come\n"
        "A-2,,2031-08-03,F31,Booking Service Integration,,,,\n"
        "A-3,Ops,2031-09-10,F31,Payment code deployed to all shops.,,,,\n",
        "sheet.csv",
    )
    assert [milestone.label for milestone in plan.milestones] == ["A-1", "A-2", "A-3"]


def test_sentences_that_each_say_who_is_to_do_what_are_several() -> None:
    plan = read(
        "| Action | Implementation | Who | When |\n|---|---|---|---|\n"
        "| Review the footpaths | Clerk to walk each path. Councillors to mend the stiles | Clerk | May 2031 |\n"
        "| Hold the fair | Events team to book the field. Clerk to write to last year's stalls | Events | July 2031 |\n"
    )
    assert parents(plan)["Councillors to mend the stiles"] == ["Review the footpaths"]


def test_a_list_that_would_count_on_from_column_to_column_is_no_table() -> None:
    plan = read(
        "WORKS PLAN\nYEAR OF WORK Lead\nSector/Programmes/ Projects/Activities Place\n"
        "2031 2032 2033 2034 2035 Persons/ Body\nA. ROADS\n1. Coast Road Programme\n"
        "a. Mending of the sea wall Northport DPW/Council\nb. Signs and lamps Northport DPW\nc. Drains Northport DPW\n"
        "2. Bridges Programme\n- New rails for the old bridge DPW/Council\nat Millbeck Millbeck\n3. Ferry Programme\n"
        "a. Paint for the ferry house DPW\nb. New ramps for both of its boats, Mill DPW\nc. Ropes Southport DPW\n12\n",
        "plan.txt",
    )
    assert not [action for action in plan.actions if action.owner is not None]


def test_a_numbered_indicator_that_leads_to_its_numbered_parts() -> None:
    plan = read(
        "Health plan\n\nTargets\n- Target 1.1 Keep a lasting review of health in the town\n\n"
        "Key Performance Indicators\n"
        "- 1A. Runs a review of health that includes:\n- 1A1. Listing of what people say of their health\n"
        "- 1A2. Review of the local health system\n- 1B. Holds meetings with all of its partners\n",
        "plan.txt",
    )
    assert [(measure.label, measure.text) for measure in plan.measures][:2] == [
        ("1A", "Runs a review of health that includes:"),
        ("1A1", "Listing of what people say of their health"),
    ]
    assert parents(plan)["Review of the local health system"] == ["Runs a review of health that includes:"]
    assert parents(plan)["Holds meetings with all of its partners"] == ["Keep a lasting review of health in the town"]
