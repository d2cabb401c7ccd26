"""Lists beside aims, levels inside one column, states by quarter, lines without bullets and fields without names."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.layout.sections import label_tops
from objectives_parser.roles import header_role, lead_in_role


def page(body: str) -> Plan:
    return parse(f"<html><body>{body}</body></html>".encode(), name="plan.html")


def typed(text: str) -> Plan:
    return parse(text.encode(), name="plan.txt")


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.kind, record.text.rstrip(".;"), record.parents) for record in in_order]


class TestAimsBesideTheirLists:
    """`Objective 2.1 Mend the bridges` in the left cell, bullets in the right one, and no header."""

    deeds = "<ul><li>Paint all railings</li><li>Replace the oak piles</li></ul>"
    others = "<ul><li>Adopt a plan of service</li><li>Train two mechanics</li></ul>"

    def test_commands_are_what_is_done(self) -> None:
        plan = page(
            "<h1>Goal 2: A harbour in good repair</h1>"
            + table(
                f"<td><b>Objective 2.1</b><br>Mend the footbridges</td><td>{self.deeds}</td>",
                f"<td><b>Objective 2.2</b><br>Keep the cranes running</td><td>{self.others}</td>",
            )
        )
        assert told(plan) == [
            ("objective", "A harbour in good repair", ()),
            ("objective", "Mend the footbridges", ("objective-1",)),
            ("action", "Paint all railings", ("objective-2",)),
            ("action", "Replace the oak piles", ("objective-2",)),
            ("objective", "Keep the cranes running", ("objective-1",)),
            ("action", "Adopt a plan of service", ("objective-3",)),
            ("action", "Train two mechanics", ("objective-3",)),
        ]

    def test_counts_are_measures(self) -> None:
        plan = page(
            table(
                "<td>Objective 1 Safe quays</td><td><ul><li>Number of falls</li><li>Number of rescues</li></ul></td>",
                "<td>Objective 2 Full berths</td><td><ul><li>Share of berths let</li><li>Rate of return</li></ul></td>",
            )
        )
        assert [m.parents for m in plan.measures] == [("objective-1",)] * 2 + [("objective-2",)] * 2


def test_levels_in_one_column_are_told_by_their_numbers() -> None:
    plan = page(
        table(
            "<th>Goals, strategies and tactics</th><th>Lead</th><th>Finish</th>",
            "<td colspan=3>Goal 1. A lively quay</td>",
            "<td>1.1 Fill the empty sheds</td><td>Harbour Office</td><td></td>",
            "<td>1.1.1 Offer sheds to sailmakers for a year</td><td>Harbour Office</td><td>May 2027</td>",
            "<td>1.1.2 Mend the roofs of three sheds</td><td>Works</td><td>June 2027</td>",
        )
    )
    assert told(plan) == [
        ("objective", "A lively quay", ()),
        ("objective", "Fill the empty sheds", ("objective-1",)),
        ("action", "Offer sheds to sailmakers for a year", ("objective-2",)),
        ("action", "Mend the roofs of three sheds", ("objective-2",)),
    ]


def test_the_last_quarter_with_states_tells_how_it_stands() -> None:
    plan = page(
        table(
            "<th>Objective</th><th>Lead</th><th>By when</th><th>Q1</th><th>Q2</th>",
            "<td>Cut the waiting time at the lock</td><td>Lock Master</td><td>May 2027</td><td>Red</td><td>Amber</td>",
            "<td>Light all the buoys of the estuary</td><td>Pilot</td><td>June 2027</td><td>Green</td><td>Green</td>",
        )
    )
    assert [o.status for o in plan.objectives] == ["Amber", "Green"]


def test_how_recommendations_are_carried_out() -> None:
    plan = page(
        table(
            "<th>No.</th><th>Recommendation</th><th>Response</th><th>Implementation</th><th>Target date</th>",
            "<td>1</td><td>That the Board list all wrecks.</td><td>Accepted</td>"
            "<td>The list will be placed on the website.</td><td>May 2027</td>",
            "<td>2</td><td>That wrecks be marked.</td><td>Accepted in part</td>"
            "<td>The Board will mark those in the fairway.</td><td>June 2028</td>",
        )
    )
    assert [(a.text, a.parents) for a in plan.actions if a.parents] == [
        ("The list will be placed on the website.", ("action-1",)),
        ("The Board will mark those in the fairway.", ("action-3",)),
    ]
    assert [a.status for a in plan.actions if not a.parents] == ["Accepted", "Accepted in part"]


class TestWhoAndWhenWithoutNames:
    """A line under each item that says who and by when, and nothing else."""

    def test_of_list_items(self) -> None:
        plan = page(
            "<h2>Outcome 2: Cleaner docks</h2><ul><li>Fit filters to all drains</li></ul><p>Water Board – May 2027</p>"
            "<ul><li>Plant reeds along the basin</li></ul><p>Reed Trust – ongoing</p>"
        )
        assert [(a.owner, a.due and a.due.text) for a in plan.actions] == [
            ("Water Board", "May 2027"), ("Reed Trust", "ongoing"),
        ]  # fmt: skip

    def test_a_body_named_in_the_heading_of_a_part_leads_the_aim(self) -> None:
        part = "<h3>Objective</h3><p>{}</p><h3>Key actions</h3><p>{}</p><h3>Lead agency</h3><p>{}</p>"
        plan = page(
            "<h2>Clean power</h2>"
            + part.format("To give all islands clean power by 2031", "Build a wind farm on Skerry", "Energy Board")
            + "<h2>Clean boats</h2>"
            + part.format("To end the use of heavy oil in port", "Install shore power at two quays", "Port Authority")
        )
        assert [(o.text, o.owner) for o in plan.objectives] == [
            ("To give all islands clean power by 2031", "Energy Board"),
            ("To end the use of heavy oil in port", "Port Authority"),
        ]
        assert [a.parents for a in plan.actions] == [("objective-1",), ("objective-2",)]

    def test_parted_by_points(self) -> None:
        (deed,) = page(
            "<h2>Initiative 4: Open books</h2><p>Accountable: Finance Board · Due: 30 June 2028 · Status: On track</p>"
        ).actions
        assert (deed.owner, deed.due and deed.due.text, deed.status) == ("Finance Board", "30 June 2028", "On track")


def test_measures_of_a_strategy_are_not_its_objectives() -> None:
    plan = typed(
        "AGENCY GOALS\n\nGOAL A: Protect the wells\n\nOBJECTIVE A.1: Keep nitrate low in all wells by 2031\n\n"
        "Outcome measures:\n• Percent of wells below the limit\n\nSTRATEGY A.1.1: Sample the wells of all farms\n\n"
        "Output measures:\n• Number of samples taken\n\nEfficiency measures:\n• Cost of a sample\n"
    )
    (deed,) = plan.actions
    assert deed.text == "Sample the wells of all farms"
    assert [m.parents for m in plan.measures] == [("objective-2",), (deed.id,), (deed.id,)]


def test_what_will_be_done_in_a_year_is_due_then() -> None:
    plan = page(
        "<h2>Ambition 1: Boats for all</h2><h3>What we will do in 2027/28</h3>"
        "<ul><li>Lend ten boats to schools</li></ul>"
    )
    (deed,) = plan.actions
    assert deed.due is not None and "2027/28" in deed.due.text


def test_milestones_parted_by_semicolons_each_with_its_date() -> None:
    plan = page(
        table(
            "<td>Objective 1</td><td>Give better advice on moorings</td>",
            "<td>Milestones</td><td>New guide by June 2027; crew trained by May 2028</td>",
            "<td>Lead</td><td>Harbour Master</td>",
        )
    )
    assert [m.text.rstrip(";") for m in plan.milestones] == ["New guide by June 2027", "crew trained by May 2028"]


@pytest.mark.parametrize("text", ["I would like the Commission to:", "We expect the Board to:"])
def test_what_somebody_is_wished_to_do(text: str) -> None:
    assert lead_in_role(text) == "action"


def test_measures_that_are_taken_and_those_that_count() -> None:
    taken, counted = header_role("Management measure"), header_role("Efficiency measures")
    assert taken is not None and taken.role == "action"
    assert counted is not None and counted.role == "measure"


def test_numerals_larger_than_the_lines_beside_them() -> None:
    numerals = [(34.0, 90.0, 60.0, 134.0), (34.0, 190.0, 60.0, 234.0)]
    lines = [(80.0, 98.0, 280.0, 112.0), (100.0, 120.0, 250.0, 130.0), (80.0, 198.0, 280.0, 212.0),
             (100.0, 220.0, 250.0, 230.0)]  # fmt: skip
    assert label_tops(numerals, lines) == [190.0]


def test_notes_on_data_promise_nothing() -> None:
    plan = page("<h2>Technical notes</h2><p>Data for 2026 are provisional and will be revised in May 2028.</p>")
    assert not plan.records


class TestCardsAndColumns:
    """What cards side by side, and cards one under the other, say of their aims."""

    def test_what_a_column_says_of_the_aim_at_its_head(self) -> None:
        plan = page(
            table(
                "<th>Goal 1: Greet every guest</th><th>Goal 2: Keep the ships dry</th>",
                "<td>Target: 60% of guests from abroad by 2029</td><td>Target: 80% of hulls sound by 2029</td>",
                "<td>Lead: Head of Visits</td><td>Lead: Chief Shipwright</td>",
            )
        )
        assert [(o.text, o.owner) for o in plan.objectives] == [
            ("Greet every guest", "Head of Visits"), ("Keep the ships dry", "Chief Shipwright"),
        ]  # fmt: skip
        assert [(m.text, m.parents) for m in plan.measures] == [
            ("60% of guests from abroad by 2029", ("objective-1",)), ("80% of hulls sound by 2029", ("objective-2",)),
        ]  # fmt: skip

    def test_labels_beside_blocks_are_alike(self) -> None:
        title, item = (40.0, 183.0, 236.0, 195.0), (70.0, 211.0, 197.0, 221.0)
        beside = [(360.0, 183.0, 458.0, 193.0), (360.0, 208.0, 489.0, 218.0), (360.0, 223.0, 429.0, 233.0)]
        assert label_tops([title, item], beside) == []


def test_whom_one_may_ask_for_money_is_no_deed() -> None:
    plan = page(
        "<h2>Appendix F: Funding</h2>"
        + table(
            "<th>Program</th><th>Agency</th><th>What it funds</th><th>Maximum award</th>",
            "<td>Safe Piers for All</td><td>Coast Board</td><td>Repair of piers</td><td>$2 million</td>",
            "<td>Clean Slips Grants</td><td>Port Fund</td><td>Cleanup of slips</td><td>$1 million</td>",
        )
    )
    assert not plan.records


def test_how_this_will_be_measured() -> None:
    assert lead_in_role("We will measure this by:") == "measure"


def test_what_is_counted_and_its_value_explains_nothing() -> None:
    plan = page(
        "<h2>Outcome 1: Healthy sailors</h2><h3>Indicators and targets</h3>"
        "<ul><li>Sailors who are overweight: under 20% by 2035</li></ul>"
    )
    assert [m.text for m in plan.measures] == ["Sailors who are overweight: under 20% by 2035"]


class TestHeadsOfColumns:
    """Aims at the heads of columns, with captions among what stands below."""

    def test_labels_on_lines_and_captions_in_cells(self) -> None:
        part = "<td>What we will do<ul><li>{}</li></ul>How we will know<ul><li>{}</li></ul></td>"
        plan = page(
            table(
                "<th>Priority One<br>Prevent wrecks</th><th>Priority Two<br>Protect the reef</th>",
                part.format("Mark all the rocks", "Fewer boats aground")
                + part.format("Moor boats off the coral", "Coral in good health"),
            )
        )
        assert [(o.label, o.text) for o in plan.objectives] == [
            ("Priority One", "Prevent wrecks"), ("Priority Two", "Protect the reef"),
        ]  # fmt: skip
        assert [(m.text, m.parents) for m in plan.measures] == [
            ("Fewer boats aground", ("objective-1",)), ("Coral in good health", ("objective-2",)),
        ]  # fmt: skip
        assert [a.parents for a in plan.actions] == [("objective-1",), ("objective-2",)]


def test_an_impact_that_is_but_high_is_a_fact() -> None:
    plan = page(
        "<h2>Action B-1: Measure every large hall</h2>"
        + table(
            "<td>Responsible</td><td>Timeframe</td><td>Impact</td>", "<td>Halls Office</td><td>2028</td><td>High</td>"
        )
    )
    (deed,) = plan.actions
    assert (deed.owner, deed.due and deed.due.text) == ("Halls Office", "2028")
    assert not plan.objectives


def test_levels_named_in_one_header_of_a_pipe_table() -> None:
    rows = (
        "| Objective / strategy / action | Lead | Due |", "|---|---|---|", "| 2.1 Replace worn swings | Parks | |",
        "| 2.1.1 Look at all playgrounds | Parks | May 2028 |", "| 2.1.2 Order swings for nine | Works | June 2028 |",
    )  # fmt: skip
    assert told(parse("\n".join(rows).encode(), name="plan.md")) == [
        ("objective", "Replace worn swings", ()),
        ("action", "Look at all playgrounds", ("objective-1",)),
        ("action", "Order swings for nine", ("objective-1",)),
    ]


def test_an_agreed_action_inside_a_line() -> None:
    plan = page(
        "<h1>Review</h1><p><b>Recommendation 1</b></p><p>Keepers should count the keys.</p>"
        "<p><b>Management response:</b> Accepted. <b>Agreed action:</b> The office will count them each week.</p>"
    )
    assert [a.text for a in plan.actions] == ["Keepers should count the keys.", "The office will count them each week."]
