"""Lists right under the heading of an action: its steps."""

from objectives_parser import parse

PLAN = """## Action 02: Services will be run by a skilled manager

- managers will be in place for new services
- publish the standard for services
- a note on what a service is

These managers will:

- encourage the use of their service
"""


def test_promises_and_commands_under_an_actions_heading_hang_on_it() -> None:
    plan = parse(PLAN.encode(), name="plan.md")
    action, *steps = plan.records
    assert [step.text for step in steps] == [
        "managers will be in place for new services",
        "publish the standard for services",
        "encourage the use of their service",
    ]
    assert {step.parents for step in steps} == {(action.id,)}


def test_a_lead_in_that_only_points_names_no_owner() -> None:
    assert parse(PLAN.encode(), name="plan.md").records[-1].owner is None
