"""Ways in which plans of many publishers print their goals, actions and measures outside tables."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.drafts import Context
from objectives_parser.labelling import label_of
from objectives_parser.roles import default_vocabulary, lead_in_role, printed_label
from objectives_parser.values.fiscal import UNKNOWN

CONTEXT = Context(text="", vocabulary=default_vocabulary(), fiscal=UNKNOWN, names=frozenset())


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.kind, record.text, record.parents) for record in in_order]


@pytest.mark.parametrize(
    ("text", "label", "role"),
    [
        ("Strategic objective 1 – Grow the economy", "Strategic objective 1", "objective"),
        ("Key activity 1: Support farmers", "Key activity 1", "action"),
        ("Performance measure 1.1: Proportion of farms", "Performance measure 1.1", "measure"),
        ("Departmental result 1.1: Goods are processed", "Departmental result 1.1", "objective"),
        ("Specific objective: to open the grid", "Specific objective", "objective"),
        ("GOAL ONE: Safe streets", "GOAL ONE", "objective"),
        ("Goal Two – Safe streets", "Goal Two", "objective"),
        ("Goal LU-1: Protect the land", "Goal LU-1", "objective"),
        ("Policy LU-1.2: The city shall protect hillsides", "Policy LU-1.2", "action"),
    ],
)
def test_labels_in_the_small_letters_of_a_sentence(text: str, label: str, role: str) -> None:
    found = printed_label(text)
    assert found is not None and (found.text, found.role) == (label, role)


@pytest.mark.parametrize(
    "text",
    [
        "Strategic objective 1 is to grow the economy",
        "Climate action 3: what we did",
        "Reduce the target 5: a joke",
        "Goal one step at a time",
        "Policy: see annex",
        "Federal strategy: a name",
    ],
)
def test_sentences_that_begin_like_labels(text: str) -> None:
    assert printed_label(text) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2. Strategic objective 1 – Achieve neutrality", "Strategic objective 1"),
        ("2.1 Specific objective 1.1: Develop energy", "Specific objective 1.1"),
        ("1. Priority Outcome: Improve links", "1. Priority Outcome"),
        ("1. Improve links", "1"),
    ],
)
def test_a_section_number_before_the_label(text: str, label: str) -> None:
    found = label_of(text, CONTEXT)
    assert found is not None and found.text == label


def test_an_outcome_plan_asks_how_it_will_be_achieved_and_measured() -> None:
    plan = read(
        "# Plan of the department\n\n## 1. Priority Outcome: Improve links between towns\n\n"
        "**Outcome description:** This outcome is about linking towns.\n\n"
        "### How our department will achieve this outcome\n\n- Invest in local roads\n- Funding for ferries\n\n"
        "### How the department will measure success\n\n- Share of journeys on time\n"
    )
    assert told(plan) == [
        ("objective", "Improve links between towns", ()),
        ("action", "Invest in local roads", ("objective-1",)),
        ("action", "Funding for ferries", ("objective-1",)),
        ("measure", "Share of journeys on time", ("objective-1",)),
    ]
    assert [record.category for record in plan.records if record.kind != "objective"] == [None, None, None]


def test_a_heading_that_says_what_its_actions_are_for_announces_them() -> None:
    plan = read(
        "# Goal 1: Good service\n\n## Specific action items to achieve your goal\n\n"
        "1. New licensing system\n2. Survey customers\n"
    )
    assert [record.text for record in plan.actions] == ["New licensing system", "Survey customers"]


def test_bold_questions_over_lists_are_headings() -> None:
    plan = read(
        "# Priority 1: Improve discharge\n\n**Why is this a priority?**\n\nIt takes long.\n\n**What will we do?**\n\n"
        "- Introduce a discharge lounge\n\n**How will we measure success?**\n\n- Fewer complaints about discharge\n\n"
        "**How will progress be monitored?**\n\n- Quality Committee\n"
    )
    assert told(plan) == [
        ("objective", "Improve discharge", ()),
        ("action", "Introduce a discharge lounge", ("objective-1",)),
        ("measure", "Fewer complaints about discharge", ("objective-1",)),
    ]


def test_who_and_when_nested_under_a_step_are_its_own() -> None:
    plan = read(
        "# Goal 1: All children read\n\n## Action Steps\n\n1. Provide weekly instruction\n"
        "   - Person responsible: Reading coach\n"
        "   - Timeline: May 2023\n2. Hold data meetings\n   - Person responsible: Principal\n"
    )
    assert [(record.owner, record.due.text if record.due else None) for record in plan.actions] == [
        ("Reading coach", "May 2023"),
        ("Principal", None),
    ]


def test_the_objective_of_a_commitment_takes_none_of_its_milestones() -> None:
    plan = read(
        "# Commitment 2: Citizen budgets\n\n**Objective:** Increase participation of young people\n\n## Milestones\n\n"
        "1. Train 200 officials\n"
    )
    assert told(plan)[-1] == ("milestone", "Train 200 officials", ("action-1",))


def test_prose_under_a_heading_below_an_announcing_one_describes() -> None:
    plan = read("# Core responsibilities\n\n## Border\n\n### Mandate\n\nThe agency will assess risk at the border.\n")
    assert told(plan) == []


@pytest.mark.parametrize(
    "heading", ["Message from the Mayor", "Foreword", "About this plan", "Progress against our goals"]
)
def test_forewords_and_reports_promise_nothing(heading: str) -> None:
    assert told(read(f"# {heading}\n\nTogether we will build a better city by 2025.\n")) == []


def test_a_chapter_on_governance_may_promise() -> None:
    plan = read("# Governance\n\nThe Commission will report on progress by the end of 2025.\n")
    assert [record.kind for record in plan.records] == ["action"]


def test_a_step_that_names_the_past_is_still_a_step() -> None:
    plan = read(
        "# Plans\n\nIn 2021, the agency will:\n\n- Advance the design of the office, which was started in 2019\n"
    )
    assert [record.text for record in plan.actions] == ["Advance the design of the office, which was started in 2019"]


def test_each_lead_in_of_a_section_has_its_own_list() -> None:
    plan = read(
        "# Priority 1: Keeping people safe\n\nI will:\n\n- hold the chief to account\n\nThe Police will:\n\n"
        "- increase visibility\n\nWe will measure success by:\n\n- public confidence\n"
    )
    assert [(record.text, record.owner) for record in plan.actions] == [
        ("hold the chief to account", None),
        ("increase visibility", "The Police"),
    ]
    assert [record.text for record in plan.measures] == ["public confidence"]


def test_a_heading_names_the_target_that_its_actions_serve() -> None:
    plan = read(
        "# Targets\n\nTarget 1: By 2030, a third is protected.\n\nTarget 2: Invasive species are controlled.\n\n"
        "# Actions for Target 1\n\n1. New national parks\n2. Better management of parks\n"
    )
    assert told(plan)[2:] == [
        ("action", "New national parks", ("objective-1",)),
        ("action", "Better management of parks", ("objective-1",)),
    ]


def test_a_labelled_heading_reopens_the_objective_whose_title_it_prints() -> None:
    plan = read(
        "# Digital\n\nOur strategy has two objectives:\n\n1. Better services. We will redesign our services.\n"
        "2. Better data. We will open our data.\n\n# Objective 1: Better services\n\nWe will:\n\n- retire old code\n"
    )
    assert told(plan) == [
        ("objective", "Better services. We will redesign our services.", ()),
        ("objective", "Better data. We will open our data.", ()),
        ("action", "retire old code", ("objective-1",)),
    ]
    assert plan.objectives[0].label == "Objective 1"


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("To deliver this objective, the following actions will be taken:", "action"),
        ("Key results:", "measure"),
    ],
)
def test_the_noun_that_a_lead_in_names_decides(lead: str, kind: str) -> None:
    plan = read(f"# Data\n\n{lead}\n\n- a new data standard\n- a data catalogue\n")
    assert [record.kind for record in plan.records] == [kind, kind]


def test_numbered_paragraphs_under_strategies_are_its_list() -> None:
    plan = read("# Strategies\n\n1.2.1 Establish an operations center.\n\n1.2.2 Update the response plan.\n")
    assert [(record.kind, record.label) for record in plan.records] == [("action", "1.2.1"), ("action", "1.2.2")]


def test_demand_that_rises_is_no_promise_but_what_a_department_plans_is() -> None:
    plan = read("# Water\n\nDemand will rise by 20% by 2040. The Department plans to review its rules in 2024.\n")
    assert [record.text for record in plan.records] == ["The Department plans to review its rules in 2024."]


def test_parts_that_each_priority_repeats_stand_under_it_in_whatever_type() -> None:
    part = "# What will we do?\n\n- {}\n\n# How will we measure success?\n\n- {}\n\n"
    plan = read(
        "# Priority 1: Improve discharge\n\n"
        + part.format("Open a lounge", "Number of patients who leave before noon")
        + "# Priority 2: Reduce falls\n\n"
        + part.format("Train all staff", "Number of falls")
    )
    assert [record.parents for record in plan.actions] == [("objective-1",), ("objective-2",)]
    assert [record.parents for record in plan.measures] == [("objective-1",), ("objective-2",)]


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("Under the Act, the Authority must:", 0),
        ("To apply you must:", 0),
        ("The Housing Act requires councils to:", 0),
        ("To get there we must:", 2),
        ("The Authority will:", 2),
    ],
)
def test_duties_under_a_law_are_no_actions_of_the_plan(lead: str, count: int) -> None:
    plan = read(f"# Functions\n\n{lead}\n\n- license operators\n- promote competition\n")
    assert len(plan.actions) == count


def test_a_list_that_runs_on_behind_its_plural() -> None:
    plan = read(
        "# Strategy\n\n**Goal:** Halve malnutrition.\n\n**Key activities:** nutrition screening; community gardens.\n\n"
        "**Expected results:**\n\n- Policies adopted\n"
    )
    assert told(plan) == [
        ("objective", "Halve malnutrition.", ()),
        ("action", "nutrition screening;", ("objective-1",)),
        ("action", "community gardens.", ("objective-1",)),
        ("objective", "Policies adopted", ("objective-1",)),
    ]


def test_milestones_that_run_on_behind_their_plural() -> None:
    plan = read(
        "Objective 1: Deliver the border system.\n\nMilestones: pilot at two ports by June 2013; national roll-out "
        "complete by March 2014.\n"
    )
    assert told(plan)[1:] == [
        ("milestone", "pilot at two ports by June 2013;", ("objective-1",)),
        ("milestone", "national roll-out complete by March 2014.", ("objective-1",)),
    ]


@pytest.mark.parametrize("heading", ["Case study: Greenville", "Financial statements"])
def test_what_others_or_accounts_will_do_is_no_commitment(heading: str) -> None:
    assert told(read(f"# {heading}\n\nThe Group will adopt the standard from 1 January 2023.\n")) == []


def test_goals_of_one_word_are_the_sections_that_bear_their_names() -> None:
    plan = read(
        "# Plan\n\nThe plan has two goals:\n\n- Safety\n- Access\n- Fun\n\n# Safety\n\nWe will:\n\n- lower speeds\n\n"
        "# Access\n\n## Short term (2023-2025)\n\n- Extend bus hours\n- Pilot night buses\n"
    )
    assert told(plan) == [
        ("objective", "Safety", ()),
        ("objective", "Access", ()),
        ("action", "lower speeds", ("objective-1",)),
        ("action", "Extend bus hours", ("objective-2",)),
        ("action", "Pilot night buses", ("objective-2",)),
    ]
    assert [record.due.text if record.due else None for record in plan.actions] == [None, "2023-2025", "2023-2025"]


def test_a_goal_named_by_its_noun() -> None:
    assert told(read("# Safety\n\nOur goal is zero deaths on our roads by 2040.\n")) == [
        ("objective", "Our goal is zero deaths on our roads by 2040.", ())
    ]


def test_items_with_titles_before_their_commands_are_actions() -> None:
    plan = read(
        "# Carrying the plan out\n\nThe key components of the roll-out include:\n\n"
        "- Governance: Enact the necessary rules.\n- Money: Develop a way to pay for it all.\n"
        "- Better tools – Build models of the water supply.\n"
    )
    assert [(kind, text) for kind, text, _ in told(plan)] == [
        ("action", "Governance: Enact the necessary rules."),
        ("action", "Money: Develop a way to pay for it all."),
        ("action", "Better tools – Build models of the water supply."),
    ]


def test_stages_of_a_method_with_titles_are_no_actions() -> None:
    plan = read("# Annex\n\n- Stage 1: Model the demand for power.\n- Stage 2: Assess what it would cost.\n")
    assert told(plan) == []


def test_a_numbered_paragraph_leads_in_the_items_nested_under_it() -> None:
    plan = read(
        "# The long view\n\n11. In the longer term, the islands aim to:\n    - Know the sea better;\n"
        "    - Build homes that last.\n12. The sea is rising.\n"
    )
    assert [(kind, text) for kind, text, _ in told(plan)] == [
        ("objective", "Know the sea better;"),
        ("objective", "Build homes that last."),
    ]


def test_a_lead_in_printed_as_the_first_item_of_its_list_announces_the_others() -> None:
    plan = read(
        "# Power\n\n- The saving programme includes the following activities:\n"
        "- Promotion of solar water heating, to meet 80% of needs by 2035\n- New rules on cooling\n"
    )
    assert [(record.kind, record.text) for record in plan.records] == [
        ("action", "Promotion of solar water heating, to meet 80% of needs by 2035"),
        ("action", "New rules on cooling"),
    ]


LEAVES = """# Goal 1: Safe streets

## Objective 1.1: Answer every call sooner

**Strategy 1.1.1:** Build a second station.

**Strategy 1.1.2:** Replace the radios.

Performance measures

- Minutes to the first arrival
"""


def test_strategies_under_which_nothing_is_done_are_what_will_be_done() -> None:
    assert [kind for kind, *_ in told(read(LEAVES))] == ["objective", "objective", "action", "action", "measure"]


def test_strategies_stay_aims_where_one_has_actions_or_milestones_stand_beside_them() -> None:
    under = LEAVES.replace("Replace the radios.", "Replace the radios.\n\nAction 1: Buy forty radios.")
    assert [kind for kind, *_ in told(read(under))][2:5] == ["objective", "objective", "action"]


def test_a_goal_whose_title_only_names_it_is_stated_by_the_sentence_below() -> None:
    (goal, other) = read(
        "# Plan\n\n## Goal 1: Student success\n\nThe college will close the gaps in who completes.\n\n"
        "## Goal 2: A place to work\n\nTurnover has grown since 2019.\n"
    ).objectives
    assert (goal.text, goal.label, goal.category) == (
        "The college will close the gaps in who completes.",
        "Goal 1",
        "Student success",
    )
    assert (other.text, other.label) == ("A place to work", "Goal 2")


def test_words_that_type_an_indicator_are_its_label_and_the_indicators_are_the_aim_s() -> None:
    """Behind a list of strategies they speak of what all the strategies are for."""
    plan = read(
        "# Plan\n\n**Objective 1.1:** Raise the share of youth with a diploma.\n\n"
        "**Strategy 1.1.1:** Keep certified teachers.\n\n**Strategy 1.1.2:** Assess reading at intake.\n\n"
        "## Performance Indicators\n\nOutput: Number of youth examined\n\nOutcome: Share of youth with a diploma\n"
    )
    assert [(measure.label, measure.text) for measure in plan.measures] == [
        ("Output", "Number of youth examined"),
        ("Outcome", "Share of youth with a diploma"),
    ]
    assert [action.text for action in plan.actions] == ["Keep certified teachers.", "Assess reading at intake."]


COMMITTED = """# Summary of New {} 2027

## Streets

### 1.1 Launch a map of all road works

The city will show what is dug up and until when.

### 1.2 Publish the plans for each crossing

People ask for them every week. Staff will answer within a day.

### 2.1 Support neighbours who repair pavements

Many already do.
"""


@pytest.mark.parametrize(("title", "kind"), [("Commitments", "action"), ("Priorities", "objective")])
def test_numbered_headings_that_tell_what_to_do_are_what_the_title_calls_them(title: str, kind: str) -> None:
    plan = read(COMMITTED.replace("{}", title))
    assert [(record[0], record[1]) for record in told(plan)] == [
        (kind, "Launch a map of all road works"),
        (kind, "Publish the plans for each crossing"),
        (kind, "Support neighbours who repair pavements"),
    ]


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("The following steps were recommended to speed this up:", 2),
        ("Several initiatives have been identified:", 2),
        ("The following steps were taken last year:", 0),
    ],
)
def test_steps_that_were_recommended_are_still_to_be_done(lead: str, count: int) -> None:
    assert (
        len(read(f"# Review\n\n{lead}\n\n- A faster check of small plans\n- One form for all offices\n").actions)
        == count
    )


def test_how_things_are_in_a_clause_of_a_deed_does_not_describe_it() -> None:
    text = (
        "# Plan\n\nHelping people use our services, through:\n\n1. Training staff in all offices\n"
        "2. Providing other ways for people to apply if they are not able to do so online.\n"
    )
    assert len(read(text).actions) == 2


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Members are encouraged to:", "action"),
        ("It is recommended that the Council:", "action"),
        ("The city should:", "action"),
        ("Work planned for 2027 includes:", "action"),
        ("By 2030, we will have:", "milestone"),
        ("Deliverables for 2027:", "milestone"),
        ("Priorities for 2027:", "objective"),
        ("Our targets for 2030 are:", "objective"),
        ("The town's ordinance should:", None),
        ("The applicant should:", None),
        ("As recommended in the report:", None),
        ("Objective 2:", None),
        ("Over ten years we hope to:", "objective"),
        ("Each action plan has the same format:", None),
        ("Goals and strategies are defined in the following way:", None),
    ],
)
def test_what_is_asked_reached_or_planned_for_a_year_is_announced(lead: str, kind: str | None) -> None:
    assert lead_in_role(lead) == kind
