"""Tables in reading-order text, cell after cell: aims that stand over rows, headers that say little, two columns."""

from __future__ import annotations

from tests.test_pieces_of_tables import kinds, links, records


def cells(*texts: str) -> str:
    """What a converter writes of cells: each behind an empty line."""
    return "".join(f"{text}\n\n" for text in texts)


HEAD = cells("Action", "Lead", "By when", "How will we know")
FIRST = cells("Dredge the inner channel every spring", "Harbour Master", "May 2031", "Ships enter at any tide")
SECOND = cells("Paint every buoy in the sound", "Lights Office", "June 2031", "No buoy is reported faded")
THIRD = cells("Train forty pilots on the new tug", "Pilotage", "March 2032", "All pilots hold the licence")


def test_an_aim_that_its_label_names_stands_over_the_rows_below_it() -> None:
    """`Goal: …` right over the first cell of its row, and by itself."""
    text = (
        f"Harbour Board plan\n\n{HEAD}Goal: Ships can enter the harbour in all weathers\n{FIRST}{SECOND}"
        f"Goal: Crews know what they do\n\n{THIRD}\f"
    )
    found = links(text, "plan.txt")
    assert found["Dredge the inner channel every spring"] == ["Ships can enter the harbour in all weathers"]
    assert found["Paint every buoy in the sound"] == ["Ships can enter the harbour in all weathers"]
    assert found["Train forty pilots on the new tug"] == ["Crews know what they do"]


def test_an_aim_stands_over_the_number_of_its_first_row() -> None:
    text = (
        "Harbour Board plan\n\n"
        + cells("No.", "Action", "Lead", "By when")
        + cells("Goal: Ships can enter in all weathers\n1.1", "Dredge the inner channel", "Harbour Master", "May 2031")
        + cells("1.2", "Paint every buoy in the sound", "Lights Office", "June 2031")
        + cells("Goal: Crews know what they do\n2.1", "Train forty pilots on the tug", "Pilotage", "March 2032")
        + "\f"
    )
    found = links(text, "plan.txt")
    assert found["Paint every buoy in the sound"] == ["Ships can enter in all weathers"]
    assert found["Train forty pilots on the tug"] == ["Crews know what they do"]
    labels = {record["text"]: record["label"] for record in records(text, "plan.txt")}
    assert labels["Dredge the inner channel"] == "1.1"
    assert labels["Train forty pilots on the tug"] == "2.1"


def test_a_statement_with_its_kinds_name_stands_in_that_kinds_column() -> None:
    text = (
        "Harbour results\n\n"
        + cells("Results", "Indicator", "Baseline", "Target")
        + cells("Impact: Rural quays have secure\nand steady trade", "Share of calls without delay", "34%", "25%")
        + cells("Number of ships turned away", "41", "12")
        + cells("Output 1.1: The inner channel is dredged", "Depth of the channel in metres", "6.1", "9.0")
        + "\f"
    )
    found = kinds(text, "plan.txt")
    assert ("objective", "Rural quays have secure and steady trade") in found
    assert ("measure", "Share of calls without delay") in found
    assert ("objective", "The inner channel is dredged") in found


def test_a_header_cell_that_only_hints_stands_between_sure_ones() -> None:
    """`Strategies for delivery` may be anything; between an objective and an indicator it is a column."""
    text = (
        "Harbour Board plan\n\n"
        + cells("Main service", "Objective", "Strategies for delivery", "Performance standard /\nKPI")
        + cells("Main harbour", "Ships enter at any\ntide", "Dredge the channel\nevery spring")
        + cells("Number of ships\nturned away")
        + cells("Outer lights", "Crews see the mole\nby night", "Renew the lamps on\nboth moles")
        + cells("Number of lamps\nrenewed")
        + "\f"
    )
    found = links(text, "plan.txt")
    assert found["Dredge the channel every spring"] == ["Ships enter at any tide"]
    assert found["Renew the lamps on both moles"] == ["Crews see the mole by night"]
    assert ("measure", "Number of lamps renewed") in kinds(text, "plan.txt")


def test_two_columns_are_a_table_where_rows_have_both_cells() -> None:
    """A milestone, and when it is to be reached."""
    text = (
        "Harbour Board plan\n\nThe Board has agreed what is to be done, and will look at it each spring.\n\n"
        + cells("Milestones\nMilestone", "Target date")
        + cells("Inner channel dredged", "May 2031", "Lamps on both moles\nrenewed", "June 2032")
        + cells("Forty pilots trained", "March 2033")
        + "\f"
    )
    due = {record["text"]: record["due"] for record in records(text, "plan.txt")}
    assert due["Inner channel dredged"]["text"] == "May 2031"
    assert due["Forty pilots trained"]["text"] == "March 2033"


def test_numbers_begin_the_rows_of_two_columns() -> None:
    """What a target column says may read as a deed as well."""
    text = (
        "Harbour Board plan\n\n"
        + cells("Actions", "Targets")
        + cells("1", "Improve the lights of the outer harbour", "Maintain 36 lamps outside the\nwalls of the port")
        + cells("2", "Maintain at least half of the quays", "Renew 201 metres of quay a year")
        + cells(
            "3", "Plant the dunes with native grasses", "2000 square metres of grass", "4", "Open the old mole", "2032"
        )
        + "\f"
    )
    found = kinds(text, "plan.txt")
    assert [text for kind, text in found if kind == "action"] == [
        "Improve the lights of the outer harbour",
        "Maintain at least half of the quays",
        "Plant the dunes with native grasses",
        "Open the old mole",
    ]


def test_the_last_line_of_a_list_over_a_table_is_no_heading() -> None:
    aim = "Raise the share of ships that enter the harbour on time, so that trade can grow"
    text = (
        f"Harbour Board plan\nPriority 1: {aim}\nSuccess criteria\n\n"
        "75% of ships enter without delay\nThe gap between summer and winter is under a day\n\n"
        + cells("Actions", "Who", "When", "Resources")
        + cells("Dredge the inner channel", "Harbour Master", "May 2031", "One barge")
        + cells("Paint every buoy in the sound", "Lights Office", "June 2031", "Two boats")
        + "Priority 2: Crews are safe in port\nSuccess criteria\n\n"
        "No crew is hurt on the moles\nAll sirens work at night\n\n"
        + cells("Actions", "Who", "When", "Resources")
        + cells("Test the sirens twice a year", "Pilotage", "May 2031", "One day")
        + "\f"
    )
    assert links(text, "plan.txt")["Dredge the inner channel"] == [aim]


def test_a_tables_header_ends_the_lists_that_captions_name() -> None:
    """`Commitment`, at the head of a table, is no caption as `Commitments` are."""
    text = (
        "Harbour Board – Delivery Plan 2031\nOutcome A – More ships call at our quays\nCalls fell in 2029.\n\n"
        "Commitments\nWe will open two quays by May 2031\nWe will mark the new channel\n\nHow we will know\n"
        "Calls rise by 12% on 2029\nOne call in ten is a first one\n\nOutcome B – Crews are safe in port\nCommitments\n"
        "We will move the sirens to the mole by June 2031\nWe will test them twice a year\n\nHow we will know\n"
        "No crew is hurt in port\n"
        + cells("Commitment", "Owner", "Deadline", "RAG")
        + cells("Adopt the port rules", "Harbour Master", "30/04/2031", "Amber")
        + cells("Train all crews in first aid", "Pilotage", "15/07/2031", "Green")
        + "\f"
    )
    found = {record["text"]: record for record in records(text, "plan.txt")}
    assert found["Train all crews in first aid"]["owner"] == "Pilotage"
    assert found["Adopt the port rules"]["owner"] == "Harbour Master"
