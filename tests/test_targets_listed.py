"""Lists under `Targets`: aims of the plan, or what an aim before them is told by; lists in text that a page moves."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from objectives_parser.records import Plan


def read(text: str, name: str = "plan.md") -> Plan:
    return parse(text.encode(), name=name)


def parents(plan: Plan) -> list[list[str]]:
    texts = {record.id: record.text for record in plan.records}
    return [[texts[parent] for parent in record.parents] for record in plan.measures]


LISTED = "- 90% of buses electric by 2031\n- Cut soot by half by 2029\n\n"


@pytest.mark.parametrize("caption", ["### Targets", "**Targets:**", "Our targets:", "Targets for 2031:"])
def test_targets_listed_under_an_aim_tell_that_it_is_reached(caption: str) -> None:
    plan = read(
        f"# Plan\n\n## Goal 1: Clean air for all\n\n{caption}\n\n{LISTED}### Actions\n\n- Buy buses\n\n"
        f"## Goal 2: Quiet streets\n\n{caption}\n\n- Noise below 60 dB in every street\n"
    )
    assert [measure.text for measure in plan.measures] == [
        "90% of buses electric by 2031",
        "Cut soot by half by 2029",
        "Noise below 60 dB in every street",
    ]
    assert parents(plan) == [["Clean air for all"], ["Clean air for all"], ["Quiet streets"]]


@pytest.mark.parametrize(
    "head", ["## Quantified targets of the plan", "## National targets", "The main targets include:"]
)
@pytest.mark.parametrize("between", ["", "### Transport\n\n"])
def test_targets_of_a_plan_are_its_aims(head: str, between: str) -> None:
    if head.endswith(":") and between:
        return
    plan = read(f"# Plan\n\n{head}\n\n{between}{LISTED}")
    assert [aim.text for aim in plan.objectives] == ["90% of buses electric by 2031", "Cut soot by half by 2029"]


def test_lists_in_the_cells_of_a_table_are_what_the_heading_over_it_says() -> None:
    rows = (
        "<tr><td>Coverage</td><td>Energy; waste</td></tr><tr><td>Energy</td><td><ul>"
        "<li>By 2031, expand the wind farm to 900 MW.</li><li>By 2029, install 500 stoves.</li></ul></td></tr>"
    )
    plan = read(f"<h2>Quantified targets of the plan</h2><table>{rows}</table>", "plan.html")
    assert [aim.text for aim in plan.objectives] == [
        "By 2031, expand the wind farm to 900 MW.",
        "By 2029, install 500 stoves.",
    ]


def test_targets_that_are_values_alone_are_no_records() -> None:
    assert not read("# Plan\n\n## Targets\n\n- 90%\n- 40 km\n").records


PAGES = """The priorities of the harbour include the following:

   \u2022 By 2031, all quays will be raised by one metre.
   \u2022 By 2029, the ferries will run on batteries.
                                     7
\f   \u2022 By 2030, the sluices will be renewed.
   \u2022 By 2028, a warning system will be set up on all piers.

Means of implementation of the harbour plan

The plan costs nine million over its whole term, of which a third is for the quays and the rest for the sluices.

1. Costs of the plan

The harbour pays for most of it from its own fees, and the state pays for the sluices and for the warning system.
                                     8
"""


def test_a_list_goes_on_as_deep_as_before_over_a_page_of_text() -> None:
    plan = read(PAGES, "plan.txt")
    assert [aim.parents for aim in plan.objectives] == [(), (), (), ()]


TOLD = "The harbour has worked at this for ten years with the towns along the coast and will go on to do so.\n"


def test_a_line_left_of_the_item_above_it_begins_anew() -> None:
    plan = read(
        f"{TOLD * 3}\nThe process related mitigation measures include:\n"
        "         1. Burning straw in the kilns of both works\n"
        "         2. Cement blending\nEnergy efficiency measures include:\n         1.   Recovery of waste heat\n"
        "         2.   Electric boilers in all halls\n         3.   Lamps that switch themselves off at night\n"
        f"{TOLD * 2}\n                                     7\n\f{TOLD * 4}\n                                     8\n",
        "plan.txt",
    )
    assert [action.text for action in plan.actions][1:3] == ["Cement blending", "Recovery of waste heat"]


def test_lettered_titles_over_running_text_part_what_stands_under_them() -> None:
    goal = "Under its waste plan the harbour has set the goal to recycle 80% of its waste by the year 2031.\n"
    plan = read(
        f"   f) Waste Management\n\n{goal}{TOLD}\n   g) Clean Water Supply\n\n{TOLD * 3}\n   h) Renewable Energy\n\n"
        f"{TOLD * 2}The medium-term targets include:\n\n   1. 40 MW of wind power on the piers of the harbour\n"
        "   2. 12 MW of solar power on the roofs of all sheds\n\f",
        "plan.txt",
    )
    assert all(not aim.parents for aim in plan.objectives)
    assert len(plan.objectives) == 3
