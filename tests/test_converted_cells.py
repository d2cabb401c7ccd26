"""Tables as programs that know cells write them into plain text: paragraphs on lines of their own, pipes without a
frame, paragraphs run together."""

from __future__ import annotations

from objectives_parser import Plan, parse


def plan_of(text: str, name: str = "plan.txt") -> Plan:
    return parse(text.encode(), name=name)


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.kind, record.text, record.parents) for record in in_order]


WORD_PROCESSOR = (
    "Objectives\tPerformance measures\tMilestones\n"
    "Reopen the old ferry line\tTwo boats sail each day\n"
    "Fares cover half of the cost\tContract let by May 2031\nFirst boat sails June 2031\n"
    "Mend the sea wall before the winter storms\tNo breach is reported\n"
    "Residents are told of the works in time\nTraffic is kept moving\tNorth section closed October 2031\n"
    "Keep the harbour fees low\tFees rise by no more than prices\t\n"
)


def test_paragraphs_of_tabbed_cells_stand_on_lines_of_their_own() -> None:
    assert told(plan_of(WORD_PROCESSOR)) == [
        ("objective", "Reopen the old ferry line", ()),
        ("measure", "Two boats sail each day", ("objective-1",)),
        ("measure", "Fares cover half of the cost", ("objective-1",)),
        ("milestone", "Contract let by May 2031", ("objective-1",)),
        ("milestone", "First boat sails June 2031", ("objective-1",)),
        ("objective", "Mend the sea wall before the winter storms", ()),
        ("measure", "No breach is reported", ("objective-2",)),
        ("measure", "Residents are told of the works in time", ("objective-2",)),
        ("measure", "Traffic is kept moving", ("objective-2",)),
        ("milestone", "North section closed October 2031", ("objective-2",)),
        ("objective", "Keep the harbour fees low", ()),
        ("measure", "Fees rise by no more than prices", ("objective-3",)),
    ]


def test_rows_whose_last_cells_an_editor_took_away_stay_rows() -> None:
    text = (
        "Objectives\tPerformance measures\tMilestones\n"
        "Reopen the old ferry line\tTwo boats sail each day\tContract let by May 2031\n"
        "Mend the sea wall\tNo breach is reported\nKeep the harbour fees low\tFees rise by no more than prices\n"
    )
    assert [kind for kind, _, _ in told(plan_of(text))] == [
        "objective", "measure", "milestone", "objective", "measure", "objective", "measure",
    ]  # fmt: skip


PIPED = (
    "Objectives and key results 2031\n"
    "Objective | Key results | Lead | Deadline\n"
    "Boats sail on time | Nine sailings in ten leave within five minutes | Harbour Master | 31 March 2032\n"
    "Boats sail on time | No sailing is cancelled for want of crew | Head of Crews | 30 June 2031\n"
    "The port pays its way | Dues cover the cost of dredging | Treasurer | 31 March 2032\n"
)


def test_cells_joined_by_pipes_and_aims_printed_again() -> None:
    plan = plan_of(PIPED)
    assert told(plan) == [
        ("objective", "Boats sail on time", ()),
        ("measure", "Nine sailings in ten leave within five minutes", ("objective-1",)),
        ("measure", "No sailing is cancelled for want of crew", ("objective-1",)),
        ("objective", "The port pays its way", ()),
        ("measure", "Dues cover the cost of dredging", ("objective-2",)),
    ]
    assert plan.objectives[1].owner == "Treasurer"


def test_pipes_part_no_cells_where_they_stand_alone() -> None:
    text = "Home | News | Contact | Help | Search\n\nGoal 1: Keep the harbour open\n\nHarbour plan 2031 | Page 4\n"
    assert told(plan_of(text)) == [("objective", "Keep the harbour open", ())]


def test_framed_pipes_without_a_rule() -> None:
    text = (
        "| Objective | Measures |\n| Keep the harbour open | Ships call each week |\n"
        "| Bring visitors | Beds let at night |\n| Teach the young to sail | Pupils who pass |\n"
    )
    assert [kind for kind, _, _ in told(plan_of(text))] == ["objective", "measure"] * 3


def test_paragraphs_run_together_in_cells_are_parted_where_letters_show_it() -> None:
    text = (
        "| Objective | Measures | Milestones |\n| --- | --- | --- |\n"
        "| Keep the harbour open | Ships call each weekDues cover the cost.Pilots are content |"
        " Channel dredged by May 2031Quay leased June 2031 |\n"
        "| Teach eSailing with HarbourWatch | Pupils who pass | Course begins May 2031 |\n"
    )
    assert told(plan_of(text, "plan.md")) == [
        ("objective", "Keep the harbour open", ()),
        ("measure", "Ships call each week", ("objective-1",)),
        ("measure", "Dues cover the cost.", ("objective-1",)),
        ("measure", "Pilots are content", ("objective-1",)),
        ("milestone", "Channel dredged by May 2031", ("objective-1",)),
        ("milestone", "Quay leased June 2031", ("objective-1",)),
        ("objective", "Teach eSailing with HarbourWatch", ()),
        ("measure", "Pupils who pass", ("objective-2",)),
        ("milestone", "Course begins May 2031", ("objective-2",)),
    ]


def test_places_of_words_cut_at_a_seam_are_exact() -> None:
    text = "Objective\tMeasures\nKeep it open\tShips callDues are paid\nMend the wall\tNo breachNo leak\n"
    plan = plan_of(text)
    for record in plan.records:
        assert " ".join(text[place.start : place.end] for place in record.where) == record.text
    assert plan.ledger.words == len(text.split())


def test_lines_of_a_table_that_are_rows_as_drawn() -> None:
    text = (
        "No.\tInitiative\tLead\tYear 1\nGOAL 1: KEEP THE HARBOUR OPEN\t\t\t\n"
        "Objective 1.1 – Ships call in all weathers\t\t\t\n1.1.1\tDredge the channel\tHarbour Master\t✓\n"
        "1.1.2\tMend the light\tPilots\t\n1.1.3\tTrain two pilots\tPilots\t\nGOAL 2: BRING VISITORS\t\t\t\n"
        "2.1.1\tOpen a museum in the customs house\tTown Clerk\t\n2.1.2\tPrint a map\tTown Clerk\t\n"
    )
    assert told(plan_of(text)) == [
        ("objective", "KEEP THE HARBOUR OPEN", ()),
        ("objective", "Ships call in all weathers", ("objective-1",)),
        ("action", "Dredge the channel", ("objective-2",)),
        ("action", "Mend the light", ("objective-2",)),
        ("action", "Train two pilots", ("objective-2",)),
        ("objective", "BRING VISITORS", ()),
        ("action", "Open a museum in the customs house", ("objective-3",)),
        ("action", "Print a map", ("objective-3",)),
    ]


def test_a_labelled_row_among_slices_is_a_section_and_no_cell_of_the_first_column() -> None:
    text = (
        "Indicator\tTarget\tSource\nOutcome 1: Ships call in all weathers and find\t\t\nroom at the quay\t\t\n"
        "Number of ships that call in\t400\tLog of the\na year\t\tharbour\nOutcome 2: Visitors come back\t\t\n"
        "Share of guests who have been\t30%\tSurvey\nhere before\t\t\n"
    )
    assert told(plan_of(text)) == [
        ("objective", "Ships call in all weathers and find room at the quay", ()),
        ("measure", "Number of ships that call in a year", ("objective-1",)),
        ("objective", "Visitors come back", ()),
        ("measure", "Share of guests who have been here before", ("objective-2",)),
    ]


def test_dates_of_a_last_column_behind_the_items_of_a_run_on_row() -> None:
    text = (
        "What we will change\n\nGoals Actions Measures Timing\n\n1. Keep the harbour\nopen\n\n"
        "\uf0b7 Dredge the channel before the winter storms begin\n\n"
        "\uf0b7 Mend the light\n\n\uf0b7 Number of ships that call\n\nAutumn 2031\n\n"
        "2. Bring visitors \uf0b7 Open a museum in the old customs house\n\n\uf0b7 Print a map\n\n"
        "\uf0b7 Number of beds let\n\nOngoing\n"
    )
    plan = plan_of(text)
    assert [measure.text for measure in plan.measures] == ["Number of ships that call", "Number of beds let"]
    assert {action.due.text for action in plan.actions if action.due} == {"Autumn 2031", "Ongoing"}


def test_slices_torn_inside_a_name_or_before_a_date_are_one_statement() -> None:
    text = (
        "Objective\tMeasures\tMilestones\n"
        "1. Sell the old ferry\tProceeds in the range agreed with HM\tSale approved by Ministers\n"
        "company at a price that\tTreasury\tSeptember 2031\n"
        "pleases the town\tNo findings by the Old National Audit\tKeys handed over by October\n"
        "\tOffice\t2031\n"
        "2. Cut the harbour's fees for\tFees fall by a tenth\tFees cut June 2031\nsmall boats\t\t\n"
    )
    assert [record.text for record in plan_of(text).measures] == [
        "Proceeds in the range agreed with HM Treasury",
        "No findings by the Old National Audit Office",
        "Fees fall by a tenth",
    ]
    assert [record.text for record in plan_of(text).milestones] == [
        "Sale approved by Ministers September 2031",
        "Keys handed over by October 2031",
        "Fees cut June 2031",
    ]
