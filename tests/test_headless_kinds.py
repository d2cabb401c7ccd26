"""Tables that print no header: read by a table of the same columns whose header stands, by the header that the next
page prints again, or by what their columns hold."""

from __future__ import annotations

from objectives_parser import Plan, parse


def table(*rows: tuple[str, ...], head: tuple[str, ...] = ()) -> str:
    """A table in HTML, without a header unless it has one."""
    names = "".join(f"<th>{name}</th>" for name in head)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{f'<tr>{names}</tr>' if head else ''}{lines}</table>"


def read(*parts: str) -> Plan:
    return parse("".join(("<h1>Harbour plan</h1>", *parts)).encode(), name="plan.html")


def told(plan: Plan) -> list[tuple[str, str]]:
    return [(record.kind, record.text) for record in plan.records]


HEAD = ("Objective", "Evidence of success", "Timescale")
NORTH = table(
    ("Keep the north channel open", "No vessel waits a tide", "May 2031"),
    ("Light the north mole", "All lamps reported as working", "March 2032"),
    head=HEAD,
)
SOUTH = table(
    ("Dredge the south basin to four metres", "Depth confirmed by survey", "June 2031"),
    ("Raise the low quay", "Quay dry at spring tides", "July 2032"),
)


def test_a_table_without_header_is_read_by_that_of_a_sister_under_another_heading() -> None:
    plan = read("<h2>North</h2>", NORTH, "<h2>South</h2>", SOUTH)
    assert [aim.text for aim in plan.objectives] == [
        "Keep the north channel open",
        "Light the north mole",
        "Dredge the south basin to four metres",
        "Raise the low quay",
    ]
    assert ("measure", "Depth confirmed by survey") in told(plan)
    south = next(aim for aim in plan.objectives if aim.text.startswith("Dredge"))
    assert south.due is not None and south.due.text == "June 2031"


def test_an_excerpt_that_begins_inside_a_table_is_read_by_the_header_of_the_next() -> None:
    plan = read("<h2>South</h2>", SOUTH, "<h2>North</h2>", NORTH)
    aims = [aim.text for aim in plan.objectives]
    assert aims[:2] == ["Dredge the south basin to four metres", "Raise the low quay"]


def test_figures_in_the_place_of_dates_are_another_table() -> None:
    ships = table(
        ("Ferries of the summer lines", "Calls at both quays", "1,204"), ("Coasters with stone", "Calls", "88")
    )
    assert len(read("<h2>North</h2>", NORTH, "<h2>Traffic of last year</h2>", ships).objectives) == 2


def test_the_header_that_stands_again_amid_a_table_holds_for_the_rows_above_it() -> None:
    above = (
        ("Open a second slipway", "Works", "Boats launched in a week"),
        ("Mark the wrecks off the bar", "Pilots", "Number of wrecks marked"),
    )
    head = "<tr><th>Action</th><th>Lead</th><th>Indicator</th></tr>"
    below = table(("Renew the fog signal", "Lights office", "Signal heard at two miles"))
    whole = table(*above).replace("</table>", head + below.removeprefix("<table>"))
    plan = read(whole)
    assert [(deed.text, deed.owner) for deed in plan.actions] == [
        ("Open a second slipway", "Works"),
        ("Mark the wrecks off the bar", "Pilots"),
        ("Renew the fog signal", "Lights office"),
    ]
    assert [measure.text for measure in plan.measures][:2] == ["Boats launched in a week", "Number of wrecks marked"]


def test_a_first_row_that_begins_with_a_deed_and_has_a_date_is_no_header() -> None:
    head = ("What", "Who", "Why", "When", "Check-Step", "Resources Needed")
    first = table(
        ("Paint the buoys", "Lights office", "They are hard to see", "May 2031", "Buoys seen by radar", "None"),
        head=head,
    )
    rows = table(
        ("Find out what skippers want to know more of", "Office", "Clear objectives", "June 2031", "Specific objective",
         "Time"),
        ("Print a chart of the bar", "Office", "To help strangers", "July 2031", "Chart on sale", "None"),
    )  # fmt: skip
    plan = read("<h2>Goal 1: Safe marks</h2>", first, "<h2>Goal 2: Skippers know the bar</h2>", rows)
    assert [deed.text for deed in plan.actions] == [
        "Paint the buoys",
        "Find out what skippers want to know more of",
        "Print a chart of the bar",
    ]


def test_dates_in_the_place_of_aims_begin_another_table() -> None:
    aims = table(
        ("Halve oil in the basin", "Keep all slips open", "Clear every wreck"),
        head=("Goal 2030", "Goal 2035", "Goal 2040"),
    )
    deeds = table(
        ("Lay booms round the oil berth", "2031", "Works"),
        ("Buy a skimmer for the basin", "2032", "Works"),
        ("Train the crews of both tugs", "2033", "Pilots"),
    )
    plan = read(aims, deeds)
    assert not {"Works", "2031", "Pilots"} & {record.text for record in plan.records}
    assert [(deed.text, deed.owner) for deed in plan.actions] == [
        ("Lay booms round the oil berth", "Works"),
        ("Buy a skimmer for the basin", "Works"),
        ("Train the crews of both tugs", "Pilots"),
    ]


def test_aims_judged_by_measures_and_dated_milestones_need_no_header() -> None:
    plan = read(
        table(
            ("Run the port within its means", "Debt below two million", "Accounts laid by June 2031"),
            ("Improve the skills of the crews", "90% of crews certified", "Audit complete by July 2031"),
        )
    )
    assert [kind for kind, _ in told(plan)] == [
        "objective",
        "objective",
        "measure",
        "measure",
        "milestone",
        "milestone",
    ]


def test_deeds_beside_who_and_what_is_reached_need_no_header() -> None:
    plan = read(
        table(
            ("Hire two licensed pilots", "Pilot Office", "September 2031", "Two pilots hired"),
            ("Open a seamen's reading room", "Harbour Board", "January 2032", "Room open five days a week"),
            ("Train 60 hands in first aid", "Red Cross Society", "Ongoing", "Number of hands trained"),
        )
    )
    assert [(deed.text, deed.owner) for deed in plan.actions][:2] == [
        ("Hire two licensed pilots", "Pilot Office"),
        ("Open a seamen's reading room", "Harbour Board"),
    ]
    assert [measure.parents for measure in plan.measures] == [(deed.id,) for deed in plan.actions]


def test_aims_that_several_deeds_stand_beside_are_aims() -> None:
    cells = "<tr><td rowspan=2>Keep the fairway at nine metres</td><td>Buy a dredger</td><td>Works Department</td></tr>"
    more = "<tr><td>Survey the bar each spring</td><td>Survey Office</td></tr>"
    other = cells.replace("Keep the fairway at nine metres", "Reduce groundings by half").replace("Buy a", "Charter a")
    plan = read(f"<table>{cells}{more}{other}{more.replace('bar', 'mole')}</table>")
    assert [aim.text for aim in plan.objectives] == ["Keep the fairway at nine metres", "Reduce groundings by half"]
    assert len(plan.actions) == 4


def test_what_an_aim_over_the_table_is_judged_by() -> None:
    rows = table(
        ("Port dues of at least £3m", "New tariff published", "June 2031"),
        ("Debt below its level of 2029", "Bond repaid", "March 2032"),
    )
    plan = read("<p>Objective 1: Collect the dues that are owed</p>", rows)
    assert [measure.text for measure in plan.measures] == ["Port dues of at least £3m", "Debt below its level of 2029"]
    assert [(step.text, step.due and step.due.text) for step in plan.milestones] == [
        ("New tariff published", "June 2031"),
        ("Bond repaid", "March 2032"),
    ]


def test_measures_under_their_heading_need_no_header() -> None:
    rows = table(
        ("Number of boats launched from the new slipway", "412", "640"),
        ("Share of berths with water and power", "58.4%", "62%"),
    )
    assert len(read("<h2>How we will measure success</h2>", rows).measures) == 2
    assert not read("<h2>The port in figures</h2>", rows).records


def test_remarks_beside_milestones_are_no_measures() -> None:
    plan = read(
        "<h2>Key milestones</h2>",
        table(
            ("Place lamps on the mole", "Q2 FY31", "Complete", "Lamps came late, so more were ordered this year"),
            ("Sign a contract for stone", "Q4 FY31", "On track", "This will need the consent of the board"),
        ),
    )
    assert [kind for kind, _ in told(plan)] == ["milestone", "milestone"]


def test_lists_of_people_and_of_figures_state_nothing() -> None:
    people = table(
        ("Ann Marsh", "Chair", "Harbour Board"), ("Bo Lind", "Treasurer", "Pilot Office"), ("Cy Roe", "Clerk", "Works")
    )
    money = table(
        ("Dredging of the basin", "1,200", "1,310"), ("Repair of the mole", "400", "380"), ("Lamps", "20", "22")
    )
    assert not read("<h2>Members</h2>", people, "<h2>Spending</h2>", money).records
