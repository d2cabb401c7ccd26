"""Plans of towns as converters write them: coded labels, policies and programmes, tabs that part no cells."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.roles import lead_in_role, printed_label


def told(text: str) -> list[tuple[str, str, str | None, list[str]]]:
    plan: Plan = parse(text.encode(), name="plan.txt")
    texts = {record.id: record.text for record in plan.records}
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(each.kind, each.text, each.label, [texts[parent] for parent in each.parents]) for each in in_order]


@pytest.mark.parametrize(
    ("text", "label", "role"),
    [
        ("Goal ED 1", "Goal ED 1", "objective"),
        ("Policy MOB 1.9 Mend the lanes to the ford", "Policy MOB 1.9", "action"),
        ("Objective CON 4B: Keep the old barns", "Objective CON 4B", "objective"),
        ("Program 3.27.A: Hand out leaflets on thatch", "Program 3.27.A", "action"),
        ("Program ED 1.1.1.1", "Program ED 1.1.1.1", "action"),
    ],
)
def test_a_number_counts_in_a_lettered_part_of_the_plan(text: str, label: str, role: str) -> None:
    found = printed_label(text)
    assert found is not None
    assert (found.text, found.role) == (label, role)


@pytest.mark.parametrize(
    "text",
    [
        "Programme 2: Administration",
        "Programme 1.1: Office of the reeve",
        "Program 4 Mend the roads",
        "Target FY 24 Wool for all",
        "Program: see annex",
        "Policy: see annex",
    ],
)
def test_what_is_no_such_label(text: str) -> None:
    found = printed_label(text)
    assert found is None or found.kind != "word"


LABELS_ABOVE = """C.      Goals, Objectives, Policies and Programs
Goal ED 1
A balanced purse and steady rents.
Objective ED 1.1
Keep the purse balanced by spending with care and by finding new sources.
Policy ED 1.1.1
The town should keep to rules that end its debts and that fill its
chest.
Program ED 1.1.1.1
The town should count what each office spends in a year to find what can be
saved.
Policy ED 1.1.2
The town should rent out the barns that it owns.
Program ED 1.1.2.1
The town should write down the rents of all barns of the
valley.
"""


def test_labels_with_letters_over_their_statements() -> None:
    found = told(LABELS_ABOVE)
    assert [(kind, label) for kind, _, label, _ in found] == [
        ("objective", "Goal ED 1"),
        ("objective", "Objective ED 1.1"),
        ("objective", "Policy ED 1.1.1"),
        ("action", "Program ED 1.1.1.1"),
        ("objective", "Policy ED 1.1.2"),
        ("action", "Program ED 1.1.2.1"),
    ]
    assert [parents for *_, parents in found[1:]] == [
        ["A balanced purse and steady rents."],
        ["Keep the purse balanced by spending with care and by finding new sources."],
        ["The town should keep to rules that end its debts and that fill its chest."],
        ["Keep the purse balanced by spending with care and by finding new sources."],
        ["The town should rent out the barns that it owns."],
    ]


HUNG_OUT = """
              GOAL 4.1:                Make the health of all a high prior-
                                       ity for the valley.
              POLICY 4.1.1:            Promote a wide range of services that
                                       Healers of the Guild of the Valley can
                                       give.
              Such services will be given in the hall of the town by the year.
              Program 4.1.A:           Plan with the Board of the Human
                                       Services Fund what the villages of the valley
                                       lack.
              POLICY 4.1.2:            Tell all people how they can stay well.
              Program 4.1.B:           Print a leaflet of the Reeve on
                                       Wells and the water in them.
              Program 4.1.C:           Teach the young in all schools of
                                       Marsh and Fell.
"""


def test_statements_hang_behind_their_labels() -> None:
    found = told(HUNG_OUT)
    goal = "Make the health of all a high priority for the valley."
    services = "Promote a wide range of services that Healers of the Guild of the Valley can give."
    well = "Tell all people how they can stay well."
    assert [(kind, text, parents) for kind, text, _, parents in found] == [
        ("objective", goal, []),
        ("objective", services, [goal]),
        ("action", "Plan with the Board of the Human Services Fund what the villages of the valley lack.", [services]),
        ("objective", well, [goal]),
        ("action", "Print a leaflet of the Reeve on Wells and the water in them.", [well]),
        ("action", "Teach the young in all schools of Marsh and Fell.", [well]),
    ]


def test_policies_that_end_a_plans_levels_are_done_themselves() -> None:
    found = told(
        "Goal 1: Roads that carts can pass\nPolicy 1.1: Mend the roads before winter.\n"
        "Policy 1.2: Dig ditches beside all roads.\nPolicy 1.3: Plant hedges on the fell.\n"
    )
    assert [kind for kind, *_ in found] == ["objective", "action", "action", "action"]


TABS_BEHIND_NUMBERS = """A.\tThe town shall prepare guidelines for new barns.
Responsibility:\tReeve
Time Frame:\t2027
B.\tThe town shall update the map to conform to the plan.
Responsibility:\tCity Manager, Community
Development, Public Works
Time Frame:\t2028
Goal 1:\tProvide a safe net of roads for all.
Policy 1.1 Widen the lane to the ford.
1.2\tSupport repairs of the high road.
1.3\tThe town shall keep a map of its ditches.
"""


def test_tabs_behind_numbers_and_names_part_no_cells() -> None:
    plan = parse(TABS_BEHIND_NUMBERS.encode(), name="plan.txt")
    assert [(each.text, each.owner, each.due and each.due.text) for each in plan.actions][:2] == [
        ("The town shall prepare guidelines for new barns.", "Reeve", "2027"),
        (
            "The town shall update the map to conform to the plan.",
            "City Manager, Community Development, Public Works",
            "2028",
        ),
    ]
    goal = "Provide a safe net of roads for all."
    assert [(text, parents) for _, text, _, parents in told(TABS_BEHIND_NUMBERS)[2:]] == [
        (goal, []),
        ("Widen the lane to the ford.", [goal]),
        ("Support repairs of the high road.", [goal]),
        ("The town shall keep a map of its ditches.", [goal]),
    ]


def test_tabs_between_all_words_part_no_cells() -> None:
    lines = (
        "Goal 1: Roads that carts can pass",
        "Action 1.1: Mend the road to the ford before the first snow",
        "falls on the fell and the lanes of the valley close.",
        "Action 1.2: Dig ditches beside all roads that cross the",
        "meadows of the lower town.",
        "Action 1.3: Plant hedges along the road to the mill.",
    )
    found = told("".join("\t   ".join(line.split()) + "\t  \n" for line in lines))
    assert [(text, len(parents)) for _, text, _, parents in found] == [
        ("Roads that carts can pass", 0),
        ("Mend the road to the ford before the first snow falls on the fell and the lanes of the valley close.", 1),
        ("Dig ditches beside all roads that cross the meadows of the lower town.", 1),
        ("Plant hedges along the road to the mill.", 1),
    ]


def test_numbers_before_cells_are_cells_under_a_header() -> None:
    rows = ["No.\tInitiative", *(f"{at}.\tMend road {at} of the town before winter" for at in range(1, 9))]
    plan = parse("".join(f"{row}\n" for row in rows).encode(), name="plan.txt")
    assert [each.label for each in plan.actions] == [str(at) for at in range(1, 9)]


def test_tabs_between_cells_part_them() -> None:
    rows = [("Action", "Lead", "Due"), *((f"Mend road {at} of the town", "Reeve", "May 2027") for at in range(8))]
    plan = parse("".join("\t".join(row) + "\n" for row in rows).encode(), name="plan.txt")
    assert {(each.owner, each.due and each.due.text) for each in plan.actions} == {("Reeve", "May 2027")}
    assert len(plan.actions) == 8


SENTENCES_WITHOUT_SIGNS = """Rooms and Systems of the Valley
The Strategic Priority 2 Objectives are as follows:
By 2031, ask all weavers of the valley what the hall of the trade should hold to make sure that it
serves them and their
heirs.
By 2032, pay those who teach the craft by a rule which
all have agreed on.
Raise the share of weavers who are content with the hall by 10 points from
60% to 70%.
The Strategic Priority 2 Implementation Strategies are as follows:
Ask what the hall lacks, with
most weight on the old looms and the roof.
Write down the rules of the house.
Teach the young in the hall so that they can take up the
craft of their elders.
"""


def test_sentences_that_all_begin_with_a_line_are_the_items_of_a_lead_in() -> None:
    assert [(kind, text.split()[0], text.split()[-1]) for kind, text, *_ in told(SENTENCES_WITHOUT_SIGNS)] == [
        ("objective", "By", "heirs."),
        ("objective", "By", "on."),
        ("objective", "Raise", "70%."),
        ("action", "Ask", "roof."),
        ("action", "Write", "house."),
        ("action", "Teach", "elders."),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Goal 3 key actions are as follows:", "action"),
        ("The Strategic Priority 2 objectives are as follows:", "objective"),
        ("The objectives of Goal 3 are as follows:", "objective"),
    ],
)
def test_a_numbered_aim_whose_things_a_lead_in_announces(text: str, role: str) -> None:
    assert lead_in_role(text) == role


NUMBERS_OVER_ROWS = """Action Step

Person Responsible

Timeline

Costs

Measurement

1

Ask a guild of weavers to write rules for the hall of the trade.

Guild committee

Fall 2031

Purse of the town

Rules are written and read out.

2

Buy four looms for the hall

Administration

January 2032

Purse of the town

Looms stand in the hall.

3

Teach the young of the valley how to weave

Master Weaver

End of June 2032

None

List of those who were taught
"""


def test_numbers_on_lines_of_their_own_count_the_rows() -> None:
    plan = parse(NUMBERS_OVER_ROWS.encode(), name="plan.txt")
    assert [(each.label, each.text, each.owner) for each in plan.actions] == [
        ("1", "Ask a guild of weavers to write rules for the hall of the trade.", "Guild committee"),
        ("2", "Buy four looms for the hall", "Administration"),
        ("3", "Teach the young of the valley how to weave", "Master Weaver"),
    ]
    assert [each.text for each in plan.measures] == [
        "Rules are written and read out.",
        "Looms stand in the hall.",
        "List of those who were taught",
    ]


LISTED_POLICIES = """Objective 4.1: Provide for the safe movement of all people on the roads
of the valley.

Policies

4.1.a    Keep a map of all roads of the valley that shows what each of
         them is for.
4.1.b    Make walking safe in the lower town and on the way to the
         ford.
              1. Widen the path along the mill on the way to the
                 school.
              2. Set posts between the path and the road, and hang
                 lamps on them.
4.1.c    Lead carts around the market on the days on which it is held.
"""


@pytest.mark.parametrize("deeds", [True, False])
def test_listed_policies_are_aims_where_deeds_stand_under_one(deeds: bool) -> None:
    lines = LISTED_POLICIES.splitlines(keepends=True)
    found = told("".join(lines if deeds else [*lines[:9], *lines[13:]]))
    kind = "objective" if deeds else "action"
    aim = "Provide for the safe movement of all people on the roads of the valley."
    policies = [(each, parents) for each, _, label, parents in found if label and label.startswith("4.1.")]
    assert policies == [(kind, [aim])] * 3
    walking = "Make walking safe in the lower town and on the way to the ford."
    assert [parents for _, _, label, parents in found if label in ("1", "2")] == ([[walking]] * 2 if deeds else [])


def _page(number: int, above: str, below: str) -> str:
    """Half a page up to its foot, and the rest of its last sentence on the next one."""
    filling = "".join(
        f"          Policy RD {number}.{at} Mend the lanes of quarter {number}{at} of the town before\n"
        f"                    winter {number}{at} comes.\n"
        for at in range(1, 8)
    )
    foot = f"{'Plan of the Valley':<60}{number}\nPart of Roads\n"
    return f"{filling}          Policy RD {number}.8 {above}\n{foot}\n                    {below}\n"


def test_pages_whose_form_feeds_were_lost() -> None:
    text = (
        "GOAL RD 1. Make the roads of the valley safe for all who\nwalk on them.\n"
        + _page(11, "Lead all carts of the upper town around the", "marshes of the hill.")
        + _page(12, "Set posts beside the path on both banks of the", "ford and the wide river.")
        + _page(13, "Teach all drivers the rules of the road to the", "mill and all its wagons.")
        + "\n" * 8
    )
    found = {label: said for _, said, label, _ in told(text)}
    assert found["Policy RD 11.8"] == "Lead all carts of the upper town around the marshes of the hill."
    assert found["Policy RD 12.8"] == "Set posts beside the path on both banks of the ford and the wide river."
    assert found["Policy RD 13.8"] == "Teach all drivers the rules of the road to the mill and all its wagons."
    assert not any("Plan of the Valley" in said or "Part of Roads" in said for said in found.values())
