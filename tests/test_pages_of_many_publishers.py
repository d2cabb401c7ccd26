"""Conventions of many publishers, one each: cards and their lower parts, titles over forms, names over values, labels
on a line of their own, and what is no statement at all."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.document import Fill, Ruling
from objectives_parser.layout.columns import Item, columns
from objectives_parser.layout.frames import headed_frames
from objectives_parser.layout.sections import label_tops
from objectives_parser.roles import header_role, is_imperative
from objectives_parser.roles.references import references


def page(body: str) -> Plan:
    return parse(f"<html><body>{body}</body></html>".encode(), name="plan.html")


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.kind, record.text.rstrip(".;"), record.parents) for record in in_order]


class TestCards:
    """A title over the width, who and when under it, and what else the card says."""

    strip = "<td><b>Lead</b><br>Ferry Office</td><td><b>Timeline</b><br>2027–2029</td><td><b>Cost</b><br>High</td>"

    def test_the_heading_of_the_steps_below_a_card_goes_on_with_it(self) -> None:
        card = table("<td colspan=3>F-1 Buy two electric ferries</td>", self.strip)
        plan = page(
            f"<h1>Strategy F: Cross the bay quietly</h1>{card}<p>Diesel is loud.</p>"
            "<h2>Implementation steps</h2><ul><li>Order the hulls</li><li>Build a charging pier</li></ul>"
        )
        assert told(plan) == [
            ("objective", "Cross the bay quietly", ()),
            ("action", "Buy two electric ferries", ("objective-1",)),
            ("action", "Order the hulls", ("action-1",)),
            ("action", "Build a charging pier", ("action-1",)),
        ]

    def test_why_it_is_done_is_no_deed(self) -> None:
        card = table(
            "<td colspan=3>F-3 Light the northern pier</td>", self.strip,
            "<td colspan=3>People feel unsafe on it after dark.<br>Steps<ul><li>Draw a plan of lamps</li></ul></td>",
        )  # fmt: skip
        assert told(page(card)) == [
            ("action", "Light the northern pier", ()),
            ("action", "Draw a plan of lamps", ("action-1",)),
        ]


def test_a_topic_over_the_form_of_its_goal_is_its_group() -> None:
    form = table(
        "<td>SMART Goal</td><td>By June 2028, nine in ten pupils will swim 50 metres.</td>",
        "<td>Root cause</td><td>The pool was closed for two years.</td>",
        "<td>Strategy</td><td>Teach swimming in every second year</td>",
    )
    plan = page(f"<p><b>Goal 3: Swimming</b></p>{form}")
    goal, strategy = plan.objectives
    assert (goal.label, goal.category, goal.parents) == ("Goal 3", "Swimming", ())
    assert strategy.parents == (goal.id,)


def test_the_problem_that_a_commitment_aims_at_is_none_of_its_aims() -> None:
    form = table(
        "<td>Lead agency</td><td>Harbour Board</td>",
        "<td>What problem does the commitment aim to address?</td><td>Fees are not published.</td>",
        "<td>What is the commitment?</td><td>Publish all fees of the harbour on one page</td>",
    )
    plan = page(f"<h1>Commitment 2: Open fees</h1>{form}")
    assert not plan.objectives
    assert any(deed.text == "Publish all fees of the harbour on one page" for deed in plan.actions)


def test_a_project_title_groups_what_its_description_says() -> None:
    (deed,) = page(
        table(
            "<td colspan=2>P4 – Mill Lane bus gate</td>",
            "<td>Description</td><td>Close Mill Lane to through traffic in the daytime.</td>",
            "<td>Delivery lead</td><td>Roads Office</td>",
            "<td>Completion</td><td>May 2028</td>",
        )
    ).actions
    assert (deed.label, deed.category, deed.owner) == ("P4", "Mill Lane bus gate", "Roads Office")
    assert deed.text == "Close Mill Lane to through traffic in the daytime."


class TestNamesOverValues:
    """`Baseline | Closing period` over rows that name what is counted, each over the row of its values."""

    rows = (
        "<th>Baseline</th><th>Closing Period</th>",
        "<td colspan=2>Children reach school on foot</td>",
        "<td colspan=2>Share of pupils within a mile of a school (Percentage)</td>",
        "<td>Jan/2027<br>40</td><td>Jun/2032<br>65</td>",
        "<td colspan=2>Schools stay open in floods</td>",
        "<td colspan=2>Number of schools on raised ground (Number)</td>",
        "<td>Jan/2027<br>3</td><td>Jun/2032<br>18</td>",
    )

    def test_what_stands_right_over_values_is_measured(self) -> None:
        plan = page(table(*self.rows))
        assert [(m.text.split(" (")[0], m.parents) for m in plan.measures] == [
            ("Share of pupils within a mile of a school", ("objective-1",)),
            ("Number of schools on raised ground", ("objective-2",)),
        ]
        assert [(m.target.text, m.target.baseline) for m in plan.measures if m.target] == [("65", "40"), ("18", "3")]

    def test_a_part_of_the_programme_groups_its_measures(self) -> None:
        rows = [row.replace("Children reach school on foot", "Component 1: Footpaths") for row in self.rows]
        plan = page(table(*rows))
        assert [o.text for o in plan.objectives] == ["Schools stay open in floods"]
        assert (plan.measures[0].category, plan.measures[0].parents) == ("Component 1: Footpaths", ())


def test_sums_of_money_and_their_total_tell_of_no_aims() -> None:
    plan = page(
        "<h2>Planned spending</h2>" + table(
            "<th>Core responsibilities</th><th>2026–27</th><th>2027–28</th>",
            "<td>Safe waters</td><td>12,440,118</td><td>13,100,000</td>",
            "<td>Open harbours</td><td>88,100,250</td><td>90,000,000</td>",
            "<td>Total</td><td>100,540,368</td><td>103,100,000</td>",
        )
    )  # fmt: skip
    assert not plan.records


def test_a_head_amid_a_table_names_values_by_quarter() -> None:
    plan = page(
        table(
            "<th>Milestone</th><th>Due date</th><th>Status</th>",
            "<td>Open the new booking page</td><td>Q2 FY27</td><td>Complete</td>",
            "<td>Indicator</td><td>Q1</td><td>Q2</td>",
            "<td>Median days to a berth</td><td>31</td><td>22</td>",
        )
    )
    assert [m.text for m in plan.milestones] == ["Open the new booking page"]
    assert [m.text for m in plan.measures] == ["Median days to a berth"]


def test_of_measures_and_milestones_what_happens_by_a_date_is_a_milestone() -> None:
    plan = page(
        table(
            "<th>Objective</th><th>Performance measures and milestones</th>",
            "<td>Bring the ferries under one roof</td>"
            "<td><ul><li>Crews moved by May 2027</li><li>Nine trips of ten on time</li></ul></td>",
        )
    )
    assert [m.text for m in plan.milestones] == ["Crews moved by May 2027"]
    assert [m.text for m in plan.measures] == ["Nine trips of ten on time"]


def test_numbers_of_the_objectives_that_rows_meet() -> None:
    plan = page(
        "<h2>Objectives</h2><ol><li>Keep the reeds that stand.</li><li>Bring the bittern back to the mere.</li></ol>"
        + table(
            "<th>Action</th><th>Meets objective no.</th><th>Lead</th>",
            "<td>A1 Cut willows in the winter</td><td>1</td><td>Trust</td>",
            "<td>A2 Dig four pools</td><td>2</td><td>Trust</td>",
        )
    )
    assert [deed.parents for deed in plan.actions] == [("objective-1",), ("objective-2",)]


class TestHeadings:
    """What headings state, number and announce."""

    def test_a_label_on_the_first_line_of_a_heading(self) -> None:
        plan = parse(
            b"# Strategic aim 1<br>Warm rooms for all\n\n## What we will do\n\n- Mend the boilers\n", name="plan.md"
        )
        texts = [record.text for record in plan.objectives]
        assert texts in (["Warm rooms for all"], ["Strategic aim 1 Warm rooms for all"])

    def test_a_sentence_under_a_labelled_heading_over_captions_tells_why(self) -> None:
        part = (
            "<h3>What we will do</h3><ul><li>{}</li></ul>"
            "<h3>How we will know we have succeeded</h3><ul><li>{}</li></ul>"
        )
        plan = page(
            "<h1>Our intentions</h1><h2>Outcome one: Sailors come home safely</h2>"
            "<p>People who know the rocks are less likely to meet them.</p>"
            + part.format("Print a chart of the rocks", "Fewer wrecks")
            + "<h2>Outcome two: Strangers find a berth</h2><p>Welcome is given on the quay.</p>"
            + part.format("Keep six berths free", "Guests of the harbour")
        )
        assert [o.text for o in plan.objectives] == ["Sailors come home safely", "Strangers find a berth"]
        assert [m.parents for m in plan.measures] == [("objective-1",), ("objective-2",)]

    def test_commitments_by_a_year(self) -> None:
        plan = page(
            "<h2>Mission 1: Services that work</h2><h3>Commitments by 2029</h3>"
            "<ul><li>Forty offices will answer letters in a week</li></ul><h3>How we will track it</h3>"
            "<p>Letters answered in a week.</p>"
        )
        (deed,), (measure,) = plan.actions, plan.measures
        assert deed.due is not None and "2029" in deed.due.text
        assert measure.text == "Letters answered in a week."

    def test_the_one_target_in_larger_type(self) -> None:
        plan = page(
            "<h1>Priority 1: Clean beaches</h1><h3>Our target</h3><h2>Halve the litter on the strand by 2030</h2>"
            "<h3>Our initiatives</h3><ul><li>Bins that gulls cannot open</li></ul>"
        )
        assert told(plan) == [
            ("objective", "Clean beaches", ()),
            ("measure", "Halve the litter on the strand by 2030", ("objective-1",)),
            ("action", "Bins that gulls cannot open", ("objective-1",)),
        ]

    def test_topics_with_what_they_want_behind_a_colon(self) -> None:
        part = "<h2>{}</h2><p>We will:</p><ul><li>{}</li></ul>"
        plan = page(
            "<h1>Our priorities</h1>"
            + part.format("Prevention: fewer boats on the rocks", "paint the buoys")
            + part.format("Response: help within the hour", "keep a crew on call")
        )
        assert [o.text for o in plan.objectives] == [
            "Prevention: fewer boats on the rocks", "Response: help within the hour",
        ]  # fmt: skip
        assert [a.parents for a in plan.actions] == [("objective-1",), ("objective-2",)]

    def test_how_the_plan_stands_to_others_is_not_its_own(self) -> None:
        plan = page("<h2>Relation to other plans</h2><p>The State Water Plan aims to halve leaks by 2035.</p>")
        assert not plan.records


class TestParagraphs:
    """What stands in one paragraph, and behind a statement."""

    def test_names_in_bold_inside_a_line(self) -> None:
        plan = page(
            "<h1>Response</h1><p><b>Recommendation 1</b> (High)</p><p>The clerk should list all keys.</p>"
            "<p><b>Management response:</b> Agreed. <b>Planned action:</b> The office will list the keys each May.</p>"
        )
        assert [a.text for a in plan.actions] == [
            "The clerk should list all keys.",
            "The office will list the keys each May.",
        ]
        assert plan.actions[0].label == "Recommendation 1 (High)"

    def test_sentences_on_lines_of_their_own(self) -> None:
        plan = page(
            "<h2>Aim 1: Music for all</h2><h3>What we will do</h3>"
            "<p>Give every child an instrument.<br>Place pianos at six stations.</p>"
            "<h3>Measures of success</h3><p>Lessons rise by a tenth.<br>One child in three plays.</p>"
        )
        assert [a.text for a in plan.actions] == ["Give every child an instrument.", "Place pianos at six stations."]
        assert [m.text for m in plan.measures] == ["Lessons rise by a tenth.", "One child in three plays."]

    def test_who_and_which_year_of_the_plan_in_brackets(self) -> None:
        plan = page(
            "<h2>Safe streets</h2><p><b>Action 1.</b> Narrow the lanes of Hill Road. (Public Works; Year 1)</p>"
            "<p><b>Action 2.</b> Teach riding in all schools. (School Board; Years 2–3)</p>"
        )
        assert [(a.text, a.owner, a.due and a.due.text) for a in plan.actions] == [
            ("Narrow the lanes of Hill Road.", "Public Works", "Year 1"),
            ("Teach riding in all schools.", "School Board", "Years 2–3"),
        ]

    def test_the_source_of_the_data_behind_a_statement(self) -> None:
        (goal,) = page(
            "<h2>Objective 1.1: By 2030, cut falls of the old by 20%. Data source: Hospital register</h2>"
        ).objectives
        assert goal.text == "By 2030, cut falls of the old by 20%."

    def test_a_sentence_about_a_table_is_no_measure(self) -> None:
        plan = page(
            "<h2>Indicators</h2><p>Table 4 lists the indicators and targets of this part.</p>"
            + table("<th>Indicator</th><th>Target</th>", "<td>Boats that are insured</td><td>90%</td>")
        )
        assert [m.text for m in plan.measures] == ["Boats that are insured"]

    def test_the_one_measure_behind_the_name_of_several(self) -> None:
        plan = page(
            "<h1>Goal 1: Lead in discovery</h1><h2>Objective A. Grow gifts</h2><ol><li>Write to all alumni.</li></ol>"
            "<p>Metrics: yearly gifts received</p>"
        )
        assert [(m.text, m.parents) for m in plan.measures] == [("yearly gifts received", ("objective-2",))]


@pytest.mark.parametrize("text", ["Support is available to all", "Welcome is given on the quay", "Help will come"])
def test_the_subject_of_a_sentence_is_no_command(text: str) -> None:
    assert not is_imperative(text)


@pytest.mark.parametrize("header", ["Now (2027)", "Next: 2028", "Later (2029+)"])
def test_how_far_ahead_a_column_looks_is_a_period(header: str) -> None:
    role = header_role(header)
    assert role is not None and role.role == "period"


def test_references_behind_a_verb() -> None:
    assert references("Supports which objective", "2") == (("obje", "2"),)


class TestOrder:
    """What stands side by side is read one after the other."""

    def test_a_table_beside_the_text_makes_a_column(self) -> None:
        text = [Item(f"line {at}", (30.0, 100.0 + 15 * at, 200.0, 110.0 + 15 * at)) for at in range(6)]
        grid = Item("table", (230.0, 100.0, 500.0, 260.0), 8)
        assert [[item.content for item in group] for group in columns([grid, *text])] == [
            [f"line {at}" for at in range(6)], ["table"],
        ]  # fmt: skip

    def test_labels_beside_the_first_lines_of_blocks(self) -> None:
        labels = [(40.0, 90.0, 65.0, 100.0), (40.0, 148.0, 65.0, 158.0)]
        lines = [(110.0, 89.0, 250.0, 99.0), (110.0, 104.0, 230.0, 114.0), (110.0, 147.0, 250.0, 157.0),
                 (110.0, 162.0, 240.0, 172.0)]  # fmt: skip
        assert label_tops(labels, lines) == [147.0]
        dense = [(40.0, 90.0 + 12 * at, 95.0, 100.0 + 12 * at) for at in range(6)]
        assert label_tops(dense, lines) == []

    def test_frames_under_a_shaded_title(self) -> None:
        def ruling(x0: float, top: float, x1: float, bottom: float) -> Ruling:
            return Ruling(x0=x0, top=top, x1=x1, bottom=bottom, width=1.0)

        sides = [ruling(30, 100, 180, 100), ruling(30, 300, 180, 300), ruling(30, 100, 30, 300),
                 ruling(180, 100, 180, 300)]  # fmt: skip
        title = Fill(bbox=(30.5, 100.5, 179.5, 140.0), color="#005eb8")
        (frame,) = headed_frames(sides, [title])
        assert frame[1] == 100 and frame[3] == 300
        assert not list(headed_frames(sides, [Fill(bbox=(30.5, 200.0, 179.5, 240.0), color="#005eb8")]))
