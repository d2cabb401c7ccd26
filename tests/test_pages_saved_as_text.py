"""Plans as they stand on web pages, saved as text: levels of aims in an order of their own, labels that nothing parts,
titles between a label and what it labels, lists inside lines."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.recognizers.aim_levels import nesting_of
from objectives_parser.recognizers.open_labels import NESTING
from objectives_parser.roles import bare_labels


def _plan(text: str, name: str = "plan.txt") -> Plan:
    return parse(text.encode(), name=name)


def _told(plan: Plan) -> list[tuple[str, str | None, str]]:
    return [(record.kind, record.label, record.text) for record in plan.records]


def _parents(plan: Plan) -> dict[str, list[str]]:
    texts = {record.id: record.text for record in plan.records}
    return {record.text: [texts[parent] for parent in record.parents] for record in plan.records}


class TestLevelsOfAims:
    """A plan may nest its aims otherwise than most: what comes before each run of the others is the wider."""

    PRIORITIES = (
        "# Plan\n\n## Priority 1: Open the town to all\n\n## Goal 1: Lower every kerb by 2029\n\n"
        "## Goal 2: Ring all stops\n\n## Priority 2: Keep the town warm\n\n## Goal 3: Insulate every school\n"
    )

    def test_goals_serve_the_priority_over_them(self) -> None:
        found = _parents(_plan(self.PRIORITIES, "plan.md"))
        assert found["Lower every kerb by 2029"] == found["Ring all stops"] == ["Open the town to all"]
        assert found["Insulate every school"] == ["Keep the town warm"]
        assert found["Keep the town warm"] == []

    def test_priorities_serve_the_goal_over_them(self) -> None:
        swapped = self.PRIORITIES.replace("Goal", "X").replace("Priority", "Goal").replace("X", "Priority")
        found = _parents(_plan(swapped, "plan.md"))
        assert found["Insulate every school"] == ["Keep the town warm"] and found["Keep the town warm"] == []

    def test_one_run_of_each_tells_nothing(self) -> None:
        plan = "# Plan\n\n## Priority 1: Open the town\n\n## Priority 2: Keep it warm\n\n## Goal 1: Lower all kerbs\n"
        assert _parents(_plan(plan, "plan.md"))["Lower all kerbs"] == []

    def test_the_order_of_most_plans_is_kept_without_aims(self) -> None:
        from objectives_parser.roles import default_vocabulary

        assert nesting_of([], default_vocabulary()) == NESTING


class TestTitlesOverGoals:
    """`Objective 1`, a title, and what is promised: the promise is the objective, the title its group."""

    TEXT = (
        "Equality aims\n\nObjective 1\n\nOur own staff\n\nWe will treat all who work here alike and with respect. "
        "We will do this by:\n\n  • Training each new manager\n  • Publishing what we pay\n\n"
        "Objective 2\n\nThe towns around us\n\n"
        "We will ask the people of each town what they need, above all to:\n\n  • Open the halls at night\n"
    )

    def test_the_promise_is_what_the_label_states(self) -> None:
        plan = _plan(self.TEXT)
        assert [(aim.label, aim.text, aim.category) for aim in plan.objectives] == [
            ("Objective 1", "We will treat all who work here alike and with respect.", "Our own staff"),
            ("Objective 2", "We will ask the people of each town what they need, above all to:", "The towns around us"),
        ]
        assert [(deed.text, deed.parents) for deed in plan.actions] == [
            ("Training each new manager", ("objective-1",)),
            ("Publishing what we pay", ("objective-1",)),
            ("Open the halls at night", ("objective-2",)),
        ]

    def test_a_title_that_tells_is_the_aim(self) -> None:
        plan = _plan(self.TEXT.replace("Our own staff", "Treat all staff fairly"))
        assert plan.objectives[0].text == "Treat all staff fairly"

    def test_a_label_printed_twice_is_no_part_of_the_goal(self) -> None:
        plan = _plan(
            "Goal 6\n\nGoal 6: Run every part of the college with less energy.\n\n  • Initiative 6.1. Seal the roofs\n"
        )
        assert [(aim.label, aim.text) for aim in plan.objectives] == [
            ("Goal 6", "Run every part of the college with less energy.")
        ]

    def test_two_of_three_titles_over_sentences_tell_of_the_third(self) -> None:
        plan = _plan(
            "Plan\n\nGoal 1: Joined reading\n\nPair each book club with a class of the school beside it.\n\n"
            "Goal 2: Rooms for makers\n\nProvide tools and teachers for all who want to build.\n\n"
            "Goal 3: More of us\n\nReach the streets that have never sent us a reader.\n"
        )
        assert [(aim.label, aim.category) for aim in plan.objectives] == [
            ("Goal 1", "Joined reading"), ("Goal 2", "Rooms for makers"), ("Goal 3", "More of us"),
        ]  # fmt: skip


class TestCountedNames:
    """A sentence that counts aims and is left open for them: names are enough."""

    LIST = "  1. Warm homes\n  2. Clean water\n  3. Fair wages\n"

    def test_names_are_the_aims(self) -> None:
        lead = (
            "The board has three strategic goals to guide what the town does in the years of this term and of the next:"
        )
        assert [aim.text for aim in _plan(f"{lead}\n\n{self.LIST}").objectives] == [
            "Warm homes", "Clean water", "Fair wages",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "lead",
        [
            "The board has four strategic goals to guide what the town does in the years of this term and of the next:",
            "The board has three strategic goals to guide what the town does in the years of this term and the next.",
        ],
    )
    def test_not_where_the_number_or_the_colon_is_missing(self, lead: str) -> None:
        assert not _plan(f"{lead}\n\n{self.LIST}").records

    def test_priority_areas_are_aims_too(self) -> None:
        lead = "The plan identified the following three strategic priority areas that all goals of the town build on:"
        assert len(_plan(f"{lead}\n\n{self.LIST}").objectives) == len(("homes", "water", "wages"))

    def test_what_terms_of_planning_mean_is_no_aim(self) -> None:
        text = (
            "# Planning terms\n\nGoals: what each strategy comes to in three years\n\nTasks: work that serves goals\n"
        )
        assert not _plan(text, "plan.md").records

    def test_what_is_reported_on_is_no_aim(self) -> None:
        text = "For each priority of the plan we report on:\n\n- what we are doing for it\n- risks that may stop us\n"
        assert not _plan(text).records


class TestBareLabels:
    """`Objective Open the rooms`: a label that nothing parts from its statement, line after line."""

    TEXT = (
        "Library\nGoal 1\nTo serve all well.\nObjective Open the branches at night\n"
        "Objective Keep a staff that stays\nGoal 2\nTo grow the number of readers\n"
        "Objective Visit all schools each term\nObjective To find those who have left\n"
    )

    def test_each_line_is_an_objective_of_its_goal(self) -> None:
        found = _parents(_plan(self.TEXT))
        assert found["Open the branches at night"] == found["Keep a staff that stays"] == ["To serve all well."]
        assert found["To find those who have left"] == ["To grow the number of readers"]

    @pytest.mark.parametrize(
        "lines",
        [
            ["Objective Open the branches", "Objective Keep the staff"],
            ["Action Plan of the year", "Action Group of the town", "Action Fund of the bank"],
            ["Objective: Open the branches", "Objective: Keep the staff", "Objective: Visit all schools"],
            ["objective Open the doors", "objective Keep the staff", "objective Visit all schools"],
            ["Target Open doors", "Target groups", "Target Keep up", "Target date", "Target Visit all", "Target area"],
        ],
    )
    def test_few_lines_names_and_labels_with_colons_are_none(self, lines: list[str]) -> None:
        assert not bare_labels(lines)


def test_lines_with_labels_of_their_own_are_no_cells() -> None:
    aims = [
        "Raise the share of those who read well",
        "Cut the gap for all",
        "Keep pupils in school to the end",
        "Calm the yards",
        "Mend the roofs, doors and yards of all schools",
        "Bring families into what is decided",
    ]
    lines = [f"Objective {at // 2 + 1}.{at % 2 + 1} {aim}" for at, aim in enumerate(aims)]
    plan = _plan("Strategic Plan\n\nName Description\n" + "\n".join(lines) + "\n")
    assert [(aim.label, aim.text) for aim in plan.objectives] == [
        (f"Objective {at // 2 + 1}.{at % 2 + 1}", aim) for at, aim in enumerate(aims)
    ]


class TestListsInsideLines:
    """A bullet that begins lines parts items inside lines too."""

    def test_one_bullet_in_a_line_is_enough(self) -> None:
        plan = _plan(
            "Our objectives · Open the parks to every street of the town · Plant shade along the walks\n"
            "· Link the walks by the river\n· Hear those who use them · Teach all pupils to swim\n"
        )
        assert [aim.text for aim in plan.objectives] == [
            "Open the parks to every street of the town", "Plant shade along the walks", "Link the walks by the river",
            "Hear those who use them", "Teach all pupils to swim",
        ]  # fmt: skip

    def test_a_dot_between_names_parts_nothing(self) -> None:
        text = "Goals\n\n- Open the parks of the Northern Quarter · Southern Quarter to all who live there and beyond\n"
        assert len(_plan(text).objectives) == 1


def test_a_name_of_a_list_right_under_the_title_announces() -> None:
    plan = _plan("Port plan 2031\nGoals\n\nDredge the basin.\n\nLight the quays.\n")
    assert [aim.text for aim in plan.objectives] == ["Dredge the basin.", "Light the quays."]


class TestListsUnderAims:
    """What stands right under an aim that only its label tells, or over which titles stand."""

    def test_what_is_being_done_under_a_labelled_target_is_an_action(self) -> None:
        plan = _plan(
            "Target 1: By 2030 all harbours are open to those who cannot climb.\n\n"
            "  • Putting ramps beside each flight of steps\n\n  • Training for pilots\n\n"
            "Target 2: By 2031 no boat is turned away.\n\n  • Dredging and marking the basin\n"
        )
        assert [(deed.text, deed.parents) for deed in plan.actions] == [
            ("Putting ramps beside each flight of steps", ("objective-1",)),
            ("Dredging and marking the basin", ("objective-2",)),
        ]

    def test_a_heading_that_is_a_part_does_not_close_the_next_aim(self) -> None:
        found = _parents(
            _plan(
                "# Plan\n\n## Our priorities\n\n### Joining the villages\n\nSuccess looks like:\n\n"
                "- Buses that run at night\n- Fewer empty shops\n\n### What we will do next\n\n- Let six shops\n\n"
                "### Keeping the rivers\n\nSuccess looks like:\n\n- Cleaner water in each town\n\n"
                "### What we will do next\n\n- Fence the east bank\n",
                "plan.md",
            )
        )
        assert found["Cleaner water in each town"] == found["Fence the east bank"] == ["Keeping the rivers"]


class TestLinesUnderLeadIns:
    """Lists that lost their bullets in a text that nobody wrapped."""

    TEXT = (
        "Plan 2031\n\nTheme: Clean streets\n\nOur ambition: A town where each street is swept\n\nWe will:\n"
        "Sweep the main roads daily\nPlant trees\n\nWe will be measured on:\nDays without a sweep\n\n"
        "Theme: Good starts\n\nOur ambition: Every child starts school ready\n\nWe will:\nOpen a hub in each ward\n"
        "Visit all newborns\n\nWe will be measured on:\nChildren ready at five\n"
    )

    def test_each_line_is_an_item(self) -> None:
        plan = _plan(self.TEXT)
        assert [deed.text for deed in plan.actions] == [
            "Sweep the main roads daily", "Plant trees", "Open a hub in each ward", "Visit all newborns",
        ]  # fmt: skip
        assert [(sign.text, sign.parents) for sign in plan.measures] == [
            ("Days without a sweep", ("objective-1",)),
            ("Children ready at five", ("objective-2",)),
        ]

    def test_fields_of_forms_are_no_header(self) -> None:
        plan = _plan(
            "Commitment 1: Publish all contracts of the port\nLead agency: Ministry of Finance\nMilestones:\n"
            "1. Contract form agreed – June 2031\n2. Portal open to firms – May 2032\n"
            "Commitment 2: Let citizens propose rules\nLead agency: Parliament\nMilestones:\n"
            "1. Rules adopted – March 2031\n2. First rule debated – May 2032\n"
        )
        assert [(deed.label, deed.owner) for deed in plan.actions] == [
            ("Commitment 1", "Ministry of Finance"), ("Commitment 2", "Parliament"),
        ]  # fmt: skip
        assert [(stone.parents, stone.due and stone.due.text) for stone in plan.milestones] == [
            (("action-1",), "June 2031"), (("action-1",), "May 2032"),
            (("action-2",), "March 2031"), (("action-2",), "May 2032"),
        ]  # fmt: skip
