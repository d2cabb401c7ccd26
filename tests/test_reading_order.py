"""Plain text as a converter writes the lines of a page, block after block: what names aims, what forms a row."""

from __future__ import annotations

from objectives_parser import Plan, parse


def read(*lines: str) -> Plan:
    return parse("\n".join(lines).encode(), name="plan.txt")


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.kind, record.text, record.parents) for record in in_order]


def test_sentences_under_a_title_of_two_lines_stay_apart_from_it() -> None:
    plan = read(
        "Harbour Action Plan", "Goal 1. Open the quays where they are", "quietest",
        "Half of the berths stand empty in winter, when the fleet", "of the north lies in other ports.", "",
        "Actions", "Light the western mole", "Dredge the inner basin in March", "",
        "How we will measure success", "Berths let in winter", "",
        "Goal 2. Keep the boats we have", "Two in three boats are older than the men who sail them,", "says the club.",
        "", "Actions", "Lend tools to every owner of a boat", "", "How we will measure success",
        "Boats mended each year",
        "", "\f",
    )  # fmt: skip
    assert told(plan) == [
        ("objective", "Open the quays where they are quietest", ()),
        ("action", "Light the western mole", ("objective-1",)),
        ("action", "Dredge the inner basin in March", ("objective-1",)),
        ("measure", "Berths let in winter", ("objective-1",)),
        ("objective", "Keep the boats we have", ()),
        ("action", "Lend tools to every owner of a boat", ("objective-2",)),
        ("measure", "Boats mended each year", ("objective-2",)),
    ]


def test_forms_that_report_on_a_criterion_each() -> None:
    pages = [
        ("1. Run the ferries on time and safely", "Nine ferries of ten leave on time."),
        ("2. Keep the lights of the coast burning", "No light fails for more than a night."),
        ("3. Teach the young of the isles to sail", "Every school has a boat."),
    ]
    text = [
        line
        for aim, target in pages
        for line in (
            "Criterion", "", aim, "", "Target", "", target, "", "Source", "", "Plan of 2031", "", "Result", "",
            "Achieved.", "The board counted each sailing of the year and published the tables.", "",
        )
    ]  # fmt: skip
    assert told(read(*text)) == [
        record
        for number, (aim, target) in enumerate(pages, 1)
        for record in (("objective", aim[3:], ()), ("measure", target, (f"objective-{number}",)))
    ]


def test_a_list_behind_who_does_it_is_the_tasks() -> None:
    form = [
        "Timeframe", "", "{} months", "", "Critical Tasks", "", "Assigned to:", "", "{}", "", "{}", "{}", "{}", "",
        "Funding", "Estimate", "", "Capital Costs: $0", "Personnel Costs: $400", "",
    ]  # fmt: skip
    first = [
        "6",
        "Dock Division",
        "Count the bollards of each quay.",
        "Mark those that rust.",
        "Tell the harbour master.",
    ]
    second = ["9", "Light Keepers", "List the lamps on the moles.", "Order glass for the broken ones.", "Hang them."]
    third = ["3", "Pilots of the Sound", "Ask the masters what they miss.", "Draw the new chart.", "Print the chart."]
    values = iter([*first, *second, *third])
    text = [
        line.format(next(values)) if "{}" in line else line
        for label, said in (
            ("Objective 1A", "Make the quays safe for all boats that call."),
            ("Objective 1B", "Make the moles bright enough for a winter's night."),
            ("Objective 1C", "Make the channel known to every master."),
        )
        for line in (label, "", said, "", *form)
    ]
    found = told(read("Goal 1", "", "Keep the harbour in good order.", "", *text, "\f"))
    assert [record for record in found if record[0] == "action"] == [
        ("action", text, (parent,))
        for parent, texts in (("objective-2", first[2:]), ("objective-3", second[2:]), ("objective-4", third[2:]))
        for text in texts
    ]


def test_a_table_inside_a_form_ends_it() -> None:
    def page(number: int, title: str, aim: str, milestones: tuple[tuple[str, str], ...]) -> list[str]:
        rows = [
            cell for text, year in milestones for cell in (text, "", "New", "", f"May {year}", "", f"June {year}", "")
        ]
        return [
            f"Commitment {number}: {title}", "Commitment period", "", "May 2031 – June 2033", "",
            "Lead implementing", "agency", "", "Board of Harbours", "", "Main objective", "", aim, "",
            "OGP values", "", "Access to information", "", "Verifiable and", "measurable milestones", "",
            "New or ongoing", "", "Start date", "", "End date", "", *rows, "Contact", "", "quay@example.org", "", "\f",
        ]  # fmt: skip

    plan = read(
        *page(1, "Publish the dues", "Anyone can read what a berth costs", (
            ("Draft of the tariff tabled", "2031"), ("Register of berths published", "2032"))),
        *page(2, "Open the harbour board", "Boatmen have a say in the board", (
            ("Statute of the board amended", "2031"), ("First election of boatmen held", "2032"))),
    )  # fmt: skip
    milestones = [record for record in told(plan) if record[0] == "milestone"]
    assert milestones == [
        ("milestone", "Draft of the tariff tabled", ("action-1",)),
        ("milestone", "Register of berths published", ("action-1",)),
        ("milestone", "Statute of the board amended", ("action-2",)),
        ("milestone", "First election of boatmen held", ("action-2",)),
    ]


def test_a_line_that_leads_in_again_and_again_stays_by_itself() -> None:
    text = [
        "Objectives of the Harbour Master",
        "The objectives below were agreed with the mayor of the town and the board.",
    ]
    for number, aim in enumerate(
        ("Keep the purse of the harbour in balance", "Train the crews of all the pilot boats"), 1
    ):
        text += [
            f"{number}. {aim}", "This will be measured by:", f"• Share of berths let in year {number}",
            "• Number of complaints of the masters",
        ]  # fmt: skip
    assert [record[1] for record in told(read(*text, "\f")) if record[0] == "objective"] == [
        "Keep the purse of the harbour in balance",
        "Train the crews of all the pilot boats",
    ]


def test_items_under_titles_side_by_side_are_told_in_turn() -> None:
    plan = read(
        "What we will do", "Goal 1: A harbour open to all", "", "Goal 2: A town worth a visit", "",
        "• Dredge the outer channel", "• Mend the mole of the north", "", "• Print a map of the lanes", "",
        "• Light the quays at night", "", "• Open the museum on Sundays", "", "Goal 3: Clean water", "",
        "Goal 4: Quiet nights", "", "• Count the gulls on the beach", "", "• Move the bars from the quay", "", "\f",
    )  # fmt: skip
    links = {text: parents for kind, text, parents in told(plan) if kind == "action"}
    assert links == {
        "Dredge the outer channel": ("objective-1",),
        "Mend the mole of the north": ("objective-1",),
        "Light the quays at night": ("objective-1",),
        "Print a map of the lanes": ("objective-2",),
        "Open the museum on Sundays": ("objective-2",),
        "Count the gulls on the beach": ("objective-3",),
        "Move the bars from the quay": ("objective-4",),
    }


def test_a_list_of_goals_up_front_keeps_what_stands_below_it() -> None:
    plan = read(
        "Our goals", "Goal 1: A harbour open to all", "", "Goal 2: A town worth a visit", "",
        "• Dredge the outer channel", "", "• Print a map of the lanes", "", "\f",
        "Goal 1: A harbour open to all", "", "• Mend the mole of the north", "", "Goal 2: A town worth a visit", "",
        "• Open the museum on Sundays", "", "\f",
    )  # fmt: skip
    links = {text: parents for kind, text, parents in told(plan) if kind == "action"}
    assert links["Mend the mole of the north"] != links["Open the museum on Sundays"]
    assert links["Dredge the outer channel"] == links["Print a map of the lanes"]


def test_bullets_before_all_but_the_aims_tell_the_columns() -> None:
    plan = read(
        "Delivery Plan 2031", "Outcome", "", "Key actions", "", "Indicators", "",
        "A harbour open in all", "weathers", "", "• Champion the outer mole in every", "meeting of the board", "",
        "• Report on the depth of the", "channel", "", "• Secure the moorings before the", "storms", "",
        "• Ships that call in a week", "", "Visitors who come again", "", "• Print a map of the lanes", "",
        "1", "", "• All guides trained by 2032", "", "• Welcome each boat with a loaf of", "bread", "",
        "• Beds let at night", "", "\f",
        "Outcome", "", "Key actions", "", "Indicators", "", "Young people who sail", "",
        "• Lend a boat to each school of the", "isles", "", "• Number of pupils who pass", "", "2", "", "\f",
    )  # fmt: skip
    assert [(kind, text) for kind, text, _ in told(plan) if kind == "objective"] == [
        ("objective", "A harbour open in all weathers"),
        ("objective", "Visitors who come again"),
        ("objective", "Young people who sail"),
    ]
    kinds = {text: kind for kind, text, _ in told(plan)}
    assert kinds["Champion the outer mole in every meeting of the board"] == "action"
    assert kinds["All guides trained by 2032"] == "measure"


def test_a_label_that_a_page_begins_with_is_no_running_head() -> None:
    text: list[str] = []
    for number, aim in enumerate(("Open the harbour", "Teach the young", "Light the quays"), 1):
        text += [
            f"Goal {number} Action Plan", "Goal Statement", f"• {aim} to all who ask before the winter",
            "Key Milestones", "", "Milestone Due Date", "", "Milestone Status", "", "Owner", "",
            "Hire ten clerks for the desk", "",
            "May 2031", "", "Complete", "", "Works Division", "", "Print the forms that are missing", "",
            "June 2031", "", "In progress", "", "Works Division", "", "\f",
        ]  # fmt: skip
    assert {record[1] for record in told(read(*text)) if record[0] == "objective"} >= {
        "Open the harbour to all who ask before the winter",
        "Teach the young to all who ask before the winter",
        "Light the quays to all who ask before the winter",
    }


def test_a_column_of_values_between_statements_is_one() -> None:
    rows = [
        ("A harbour open in all weathers", "Ships that call in a week", "78%", "Dredge the outer channel by night"),
        ("Visitors who come back", "Beds let on a weekday", "63%", "Print a map of the lanes of the town"),
        ("Young people who sail", "Share of pupils who pass", "62%", "Lend a boat to each school of the isles"),
    ]
    text = [cell for row in rows for cell in (row[0], "", row[1], "", row[2], "", row[3], "")]
    head = ["Perspective", "", "Strategic objective", "", "Measure", "", "Target", "", "Initiative", ""]
    found = {record[1]: record[0] for record in told(read("Balanced Scorecard", *head, *text, "\f"))}
    assert {text: found.get(text) for row in rows for text in (row[1], row[3])} == {
        text: kind for row in rows for text, kind in ((row[1], "measure"), (row[3], "action"))
    }
