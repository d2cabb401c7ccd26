"""Goals that running text sets, goals under titles and under lead-ins, and columns that promise for a year."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse


def read(text: str, name: str = "plan.md") -> Plan:
    return parse(text.encode(), name=name)


SET = [
    "By 2035, the port is setting a goal of 40% of its lorries being electric.",
    "To build on this, the council is setting a new goal to achieve a further 17% cut (40% in all) by 2031.",
    "The crews look for ways to do more and the town is setting a goal for 1,400 new berths by 2032.",
    "The plan sets a target of 30% clean power by 2033.",
    "In this update, we establish the goal for all and revise the port's interim goal to cut noise by 2034.",
    "The target is for 60% of homes to be warm by 2030.",
    "We want 60% of homes to be warm by 2030.",
]


@pytest.mark.parametrize("sentence", SET)
def test_goals_that_running_text_sets(sentence: str) -> None:
    plan = read(f"# Harbour\n\nThe harbour has a long history. {sentence} Small boats pay less.\n")
    assert [aim.text for aim in plan.objectives] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Towns that are setting a goal to cut noise by 2030 may ask for help.",
        "In 2015 the board set a goal that few remember.",
        "We want to hear from all quarters by 2027.",
    ],
)
def test_what_is_said_of_goals_sets_none(sentence: str) -> None:
    assert not read(f"# Harbour\n\nThe harbour has a long history. {sentence}\n").objectives


def test_a_goal_set_amid_a_text_is_not_what_later_promises_serve() -> None:
    plan = read(
        "# Fleet\n\nWork has begun. The town is setting a goal of 75% clean boats by 2035. Many rows are old.\n\n"
        "The council will open two docks by 2027.\n"
    )
    assert len(plan.objectives) == 1
    assert [(action.text, action.parents) for action in plan.actions] == [
        ("The council will open two docks by 2027.", ())
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "We have found eight roofs on which we plan to place panels by 2027.",
        "The agency has studied a field at the old quay, which the council plans to flood by 2028.",
    ],
)
def test_what_a_body_plans_in_a_clause_of_its_own(sentence: str) -> None:
    assert [action.text for action in read(f"# Harbour\n\n{sentence}\n").actions] == [sentence]


TITLED = [
    ("Clean power", "Raise the share of clean power in the port to a third by 2031."),
    ("Complete streets", "Enhance the streets that lead to the quays for all who use them."),
    ("Crew training", "Increase what crews know of the rules at sea."),
    ("Harbour partners", "All partners to speak with one voice to the state."),
]


@pytest.mark.parametrize("heading", ["Goals", "Our priorities", "Summary of committee goals", "Goals of the partners"])
@pytest.mark.parametrize("sign", [".", " ::", ""])
def test_goals_under_their_titles(heading: str, sign: str) -> None:
    parts = "\n\n".join(f"### {at}{sign} {title}\n\n{text}" for at, (title, text) in enumerate(TITLED, 1))
    plan = read(f"# Harbour plan\n\n## {heading}\n\n{parts}\n")
    assert [(aim.label, aim.category, aim.text) for aim in plan.objectives] == [
        (str(at), title, text) for at, (title, text) in enumerate(TITLED, 1)
    ]


@pytest.mark.parametrize("heading", ["Progress on our goals", "Harbour history"])
def test_titles_under_headings_that_announce_no_goals(heading: str) -> None:
    parts = "\n\n".join(f"### {title}\n\n{text}" for title, text in TITLED)
    assert not read(f"# Harbour plan\n\n## {heading}\n\n{parts}\n").objectives


LED = """# Transport

Lorries make a third of the noise. {lead}

## ■ Move freight by water

Boats once brought all goods. The port is setting a goal of ten freight boats by 2031.

## ■ Plan for short ways

Short ways are best. {under}
"""


@pytest.mark.parametrize("lead", ["We follow two core strategies:", "The port has two goals:"])
def test_headings_under_a_lead_in_to_strategies_are_aims(lead: str) -> None:
    plan = read(LED.format(lead=lead, under="The council will open a gate by 2027."))
    names = {aim.id: aim.text for aim in plan.objectives}
    assert [(aim.text, [names[parent] for parent in aim.parents]) for aim in plan.objectives] == [
        ("Move freight by water", []),
        ("The port is setting a goal of ten freight boats by 2031.", ["Move freight by water"]),
        ("Plan for short ways", []),
    ]
    assert [[names[parent] for parent in action.parents] for action in plan.actions] == [["Plan for short ways"]]


def test_headings_under_a_lead_in_to_actions_are_deeds() -> None:
    plan = read(LED.format(lead="We will take the following actions:", under=""))
    assert [action.text for action in plan.actions] == ["Move freight by water", "Plan for short ways"]


@pytest.mark.parametrize(
    ("header", "due"),
    [("Therefore, in 2031 we will…", "in 2031"), ("By 2030 the port will ...", "By 2030"), ("Next, we will", None)],
)
def test_columns_that_promise_for_a_year(header: str, due: str | None) -> None:
    plan = read(
        f"| In 2030 we learned… | {header} |\n|---|---|\n"
        "| Rules differ from quay to quay | Publish one list of rules |\n"
        "| Few could find the forms | Move all forms to one page |\n"
    )
    assert [(action.text, action.due and action.due.text) for action in plan.actions] == [
        ("Publish one list of rules", due),
        ("Move all forms to one page", due),
    ]


@pytest.mark.parametrize("heading", ["Overview of Sections", "How this plan is organised", "Reader’s guide"])
def test_what_explains_the_plan_states_nothing(heading: str) -> None:
    listed = "Offices will:\n\n- Take the goals of the port as theirs\n- Develop goals of their own\n"
    assert not read(f"# Harbour plan\n\n## {heading}\n\n{listed}").actions
    assert len(read(f"# Harbour plan\n\n## Next year\n\n{listed}").actions) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The “Initiatives” column lists what an office will start by 2027.",
        "The numbers to the right of each goal show which aim it will serve by 2027.",
    ],
)
def test_what_explains_a_table_states_nothing(sentence: str) -> None:
    plan = read(f"# Harbour plan\n\n## Goals\n\n{sentence}\n")
    assert not plan.objectives + plan.actions


STEPS = "- Present the plan to other towns\n- Gather help for the metrics\n"


@pytest.mark.parametrize("heading", ["Next steps", "Actions", "Housing"])
@pytest.mark.parametrize(
    "lead",
    [
        "Evaluate future roles for the forum in reaching the plan:",
        "Set up a fund for small boats, including:",
        "Develop a buying programme with the following elements:",
    ],
)
def test_a_command_over_commands_is_a_deed_with_its_steps(heading: str, lead: str) -> None:
    plan = read(f"# Harbour plan\n\n## {heading}\n\n{lead}\n\n{STEPS}")
    names = {action.id: action.text for action in plan.actions}
    assert [(action.text, [names[parent] for parent in action.parents]) for action in plan.actions] == [
        (lead, []),
        ("Present the plan to other towns", [lead]),
        ("Gather help for the metrics", [lead]),
    ]


@pytest.mark.parametrize(
    "lead", ["Take the following steps:", "Carry out these actions:", "In the lower town near the quay:"]
)
def test_lead_ins_that_only_announce_deeds(lead: str) -> None:
    plan = read(f"# Harbour plan\n\n## Actions\n\n{lead}\n\n{STEPS}")
    assert [(action.text, action.parents) for action in plan.actions] == [
        ("Present the plan to other towns", ()),
        ("Gather help for the metrics", ()),
    ]


def test_a_category_stands_on_what_is_directly_under_it() -> None:
    plan = read(
        "## 2 :: Quays\n\nKeep the quays open to all who come by sea.\n\n"
        "Objective 1 :: Mend the walls.\n\n### Action Item A ::\n\nAsk the port for stone.\n\n"
        "Objective 2 :: Light the ways.\n\n### Action Item A ::\n\nAsk the town for lamps.\n"
    )
    assert [(record.text, record.category) for record in (*plan.objectives, *plan.actions) if record.category] == [
        (plan.objectives[0].text, "Quays")
    ]


def test_a_command_over_commands_in_paragraphs() -> None:
    lead = "Evaluate future roles for the forum in reaching the plan:"
    plan = read(
        f"# Harbour plan\n\n## Next steps\n\n{lead}\n\nAdvise the port council.\n\nGather help for the metrics.\n"
    )
    names = {action.id: action.text for action in plan.actions}
    assert [(action.text, [names[parent] for parent in action.parents]) for action in plan.actions] == [
        (lead, []),
        ("Advise the port council.", [lead]),
        ("Gather help for the metrics.", [lead]),
    ]


@pytest.mark.parametrize("header", ["How we will respond", "We commit to"])
def test_columns_that_answer(header: str) -> None:
    plan = read(
        f"| Challenge | {header} |\n|---|---|\n| Few find the forms | Move all forms |\n| Old rules | Mend them |\n"
    )
    assert [action.text for action in plan.actions] == ["Move all forms", "Mend them"]


@pytest.mark.parametrize(
    "caption",
    ["The functional goals the port strives to reach through its work.", "The actions we will take in the next years."],
)
def test_what_says_of_a_list_what_it_holds_states_nothing(caption: str) -> None:
    plan = read(f"# Harbour plan\n\n## Objectives\n\n{caption}\n\n1. Make the quays safe\n2. Keep the water clean\n")
    assert [(aim.text, aim.parents) for aim in plan.objectives] == [
        ("Make the quays safe", ()),
        ("Keep the water clean", ()),
    ]


COUNTED = ["Make the quays safe for all", "Keep the water of the old port clean", "Cut the noise of the lorries"]


@pytest.mark.parametrize("sign", ["{})", "{}.", "({})"])
def test_numbers_in_lines_of_their_own_over_what_they_count(sign: str) -> None:
    items = "\n\n".join(f"{sign.format(number)}\n\n{text}" for number, text in enumerate(COUNTED, 1))
    plan = read(f"Harbour plan\n\nObjectives\n{items}\n\nVersion 1.0\n", "plan.txt")
    assert [(aim.label, aim.text) for aim in plan.objectives] == [
        (str(number), text) for number, text in enumerate(COUNTED, 1)
    ]
