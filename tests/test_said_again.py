"""What is done spelt out under a command, said again in an annex, under way, or captioned right over its table."""

from __future__ import annotations

from objectives_parser import Plan, parse
from objectives_parser.records import Record


def read(text: str, name: str = "plan.md") -> Plan:
    return parse(text.encode(), name=name)


def served(plan: Plan, record: Record) -> list[str]:
    texts = {other.id: other.text for other in plan.records}
    return [texts[parent] for parent in record.parents]


def test_lettered_items_hang_on_the_command_that_they_spell_out() -> None:
    cell = (
        "9. Adopt a green purchasing programme for all offices with the following elements:<br>"
        "a. Buy recycled paper<br>b. Share printers between floors"
    )
    plan = read(f"| Initiatives | Department |\n|---|---|\n| {cell} | Stores |\n| 10. Close the depot | Works |\n")
    lead = "Adopt a green purchasing programme for all offices with the following elements:"
    assert [(action.text, served(plan, action)) for action in plan.actions] == [
        (lead, []),
        ("Buy recycled paper", [lead]),
        ("Share printers between floors", [lead]),
        ("Close the depot", []),
    ]


def test_items_under_objectives_named_in_a_cell_are_aims() -> None:
    cell = (
        "1. The utility plan of 2031 has the following objectives<br>"
        "a. Reduce the use of water<br>b. Increase the use of solar power"
    )
    plan = read(f"| Initiatives | Department |\n|---|---|\n| {cell} | Stores |\n| 2. Close the depot | Works |\n")
    assert [aim.text for aim in plan.objectives] == ["Reduce the use of water", "Increase the use of solar power"]
    assert [action.text for action in plan.actions] == ["Close the depot"]


def test_a_header_printed_again_among_the_rows_states_nothing() -> None:
    rows = "".join(
        f"<tr><td>{left}</td><td>{right}</td></tr>"
        for left, right in (
            ("Plant trees along the canal", "Parks"),
            ("Sustainable initiative", "Department"),
            ("Repair the pumping station", "Works"),
        )
    )
    plan = read(f"<table><tr><th>Sustainable initiative</th><th>Department</th></tr>{rows}</table>", name="plan.html")
    assert [record.text for record in plan.records] == ["Plant trees along the canal", "Repair the pumping station"]


def test_the_line_right_over_a_table_tells_what_its_rows_are_for_whatever_stands_above() -> None:
    plan = read(
        "# Key Milestones\n\nPeople must know that their data are safe.\n\nThe register holds the data of all.\n\n"
        "Trust in it is a key element of the reform.\n\nEnsure that the registers are secure\n\n"
        "| Key Milestone | Due Date |\n|---|---|\n| Test the firewalls | 3/31/2029 |\n"
    )
    assert [aim.text for aim in plan.objectives] == ["Ensure that the registers are secure"]
    assert served(plan, plan.milestones[0]) == ["Ensure that the registers are secure"]


def test_what_partners_are_working_at_is_an_activity_under_a_line_that_says_so() -> None:
    plan = read(
        "The office chose two builders. Activities to support this work include the following:\n\n"
        "- The builders are identifying the hazards of the site.\n"
        "- Both builders have agreed to fly two test missions.\n"
        "- Prices are rising fast.\n"
    )
    assert [action.text for action in plan.actions] == [
        "The builders are identifying the hazards of the site.",
        "Both builders have agreed to fly two test missions.",
    ]


def test_what_will_be_done_with_the_rest_of_the_year_is_said_among_notes_on_progress() -> None:
    plan = read(
        "# Goal Statement\n\n- By 2030, permits will be issued within ten days.\n\n# Summary of Progress\n\n"
        "- Three offices were trained.\n- The office will use the remaining period in 2029 to:\n"
        "    1. Train the other offices\n    2. Write to all applicants\n"
    )
    assert [(action.text, action.due and action.due.text) for action in plan.actions] == [
        ("Train the other offices", "in 2029"),
        ("Write to all applicants", "in 2029"),
    ]


def test_what_will_be_tracked_under_indicators_is_a_measure() -> None:
    plan = read("# Key Indicators\n\n- The office will track the percentage of permits that are issued in ten days.\n")
    assert [record.kind for record in plan.records] == ["measure"]


def test_policies_listed_in_the_text_and_spelt_out_in_an_annex_are_one_record_each() -> None:
    policies = ("Promote clean lighting", "Expand mass transit", "Adopt waste sorting")
    listed = "".join(f"<tr><td>Sector</td><td>{policy}</td></tr>" for policy in policies)
    spelt = "".join(
        f"<tr><td rowspan=2>{policy}</td><td>Build {number} new sites</td></tr>"
        f"<tr><td>Close {number} old sites</td></tr>"
        for number, policy in enumerate(policies, start=3)
    )
    plan = read(
        "<table><tr><td colspan=2>Freedonia’s goal is to lower its emissions by 15 per cent by 2030. More can be done "
        f"with support.</td></tr><tr><th>Sector</th><th>Policy actions</th></tr>{listed}</table><h2>Annex</h2>"
        f"<table><tr><th>Policy actions</th><th>Programme of action</th></tr>{spelt}</table>",
        name="plan.html",
    )
    goal = "Freedonia’s goal is to lower its emissions by 15 per cent by 2030."
    assert [aim.text for aim in plan.objectives] == [goal]
    assert len(plan.actions) == 9
    assert [served(plan, action) for action in plan.actions if action.text in policies] == [[goal]] * 3


def test_programmes_under_an_empty_cell_carry_out_the_policy_above() -> None:
    plan = read(
        "| Policy actions | Programme of action |\n|---|---|\n| Protect the forests | Plant 300 ha a year |\n"
        "| | Control wild fires |\n| Expand mass transit | Build a tram line |\n"
    )
    assert [served(plan, action) for action in plan.actions if action.text == "Control wild fires"] == [
        ["Protect the forests"]
    ]


def test_an_overview_in_slightly_other_words_is_said_again_by_the_sections_behind_it() -> None:
    overview = (
        "Replace the lamps of all offices", "Plant trees in the parks", "Open a repair shop", "Train the drivers",
        "Close the old depot", "Buy electric vans for the city fleet",
    )  # fmt: skip
    behind = (*overview[:5], "Buy electric vans for the fleet of the city")
    cells = ["".join(f"<li>{text}</li>" for text in part) for part in (overview[:3], overview[3:])]
    listed = "".join(f"<li>{text}</li>" for text in behind)
    plan = read(
        f"<table><tr><td>Homes</td><td><ul>{cells[0]}</ul></td></tr><tr><td>Roads</td><td><ul>{cells[1]}</ul></td></tr>"
        f"</table><h2>Energy</h2><p>The city will:</p><ul>{listed}</ul>",
        name="plan.html",
    )
    assert [action.text for action in plan.actions] == list(behind)


def test_goals_that_other_cities_have_set_themselves_are_none_of_the_plan() -> None:
    rows = "".join(f"<tr><td>{city}</td><td>{goal}</td></tr>" for city, goal in
                   (("Ashton", "80 % below 2005 by 2030"), ("Brill", "100 % renewable energy by 2050")))  # fmt: skip
    assert not read(f"<table><tr><th>City</th><th>Goal</th></tr>{rows}</table>", name="plan.html").records


def test_a_date_under_the_title_groups_nothing_and_a_word_of_the_title_may() -> None:
    plan = read(
        "# Energy and Water Plan\n\n## September 2031\n\n"
        "| Actions | Owner |\n|---|---|\n| Plant trees | Parks |\n| Mend pipes | Works |\n\n"
        "## Energy\n\n- Buy lamps\n- Sell lamps\n"
    )
    assert [action.category for action in plan.actions] == [None, None, "Energy", "Energy"]


def test_the_boxes_of_an_organisation_s_chart_state_nothing() -> None:
    chart = (
        "<table><tr><th>Enabling Services</th><th>Strategy and Communications</th></tr>"
        "<tr><td>Ann Lee</td><td>Jo Bond</td></tr></table>"
    )
    assert not read(chart, name="plan.html").records
    goals = "<table><tr><th>Goals</th><th>Lead</th></tr><tr><td>Clean Water</td><td>Jo Bond</td></tr></table>"
    assert [record.text for record in read(goals, name="plan.html").records] == ["Clean Water"]


def test_measures_listed_by_code_and_told_one_by_one_are_told_once() -> None:
    rows = (("W1", "Repair the harbour wall"), ("W2", "Widen the canal to 12 %"), ("W3", "Drain the lower fields"))
    listed = "".join(f"| {code} | {text} | 40 |\n" for code, text in rows)
    head = "| ID | Measure | Lead |\n|---|---|---|\n"
    again = [(code, text.replace("12 %", "12 percent")) for code, text in rows]
    told = "".join(f"\n## {text}\n\n{head}| {code} | {text} | Works |\n" for code, text in again)
    plan = read(f"# Overview\n\n| ID | Measure | Potential |\n|---|---|---|\n{listed}\n# Water\n{told}")
    assert sorted((record.label, record.owner) for record in plan.records if record.basis == "table") == [
        ("W1", "Works"),
        ("W2", "Works"),
        ("W3", "Works"),
    ]


LISTED = ("Open the archives to all", "Train the clerks of every town", "Publish all the minutes online")


def test_a_list_of_what_the_parts_of_a_plan_aim_at_is_said_once() -> None:
    listed = "\n".join(f"{number}. {text}" for number, text in enumerate(LISTED, 1))
    parts = "".join(
        f"<tr><td colspan=2>Strategy: {text}</td></tr><tr><th>Agency</th><th>Activity</th></tr>"
        f"<tr><td>Records</td><td>Hire {number} archivists</td></tr>"
        for number, text in enumerate(LISTED, 4)
    )
    plan = read(f"# Opportunity\n\nThe offices will:\n\n{listed}\n\n<table>{parts}</table>\n")
    assert [aim.text for aim in plan.objectives] == list(LISTED)
    assert [action.text for action in plan.actions] == [f"Hire {number} archivists" for number in (4, 5, 6)]


def test_rows_that_only_point_elsewhere_state_nothing() -> None:
    rows = "".join(f"| {text} | Works |\n" for text in ("1. Mend the weir", "2. See 4.b Harbour Board, below"))
    plan = read(f"| Initiatives | Department |\n|---|---|\n{rows}")
    assert [action.text for action in plan.actions] == ["Mend the weir"]
