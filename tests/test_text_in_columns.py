"""Text that blanks lay out, as converters write it: lists without bullets, ends of tables, counted rows, labels."""

from __future__ import annotations

from objectives_parser import Plan, parse
from objectives_parser.document import Heading
from objectives_parser.pipeline import read as read_blocks


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.txt")


def test_items_whose_bullets_are_drawn_stand_further_in() -> None:
    plan = read(
        "Goal 1: Clean rivers\n\n"
        "Initiatives\n"
        "        Plant reeds along the upper river\n"
        "        Open a second water laboratory that serves the towns of the north as well as\n"
        "        the harbour\n"
        "        Inspect outlets twice a year\n\n"
        "Goal 2: Quiet nights\n\n"
        "To make nights quieter, we will:\n\n"
        "        close the old runway at night\n"
        "        fine loud lorries on the roads of the inner city from eleven in the evening and\n"
        "        test quieter tyres\n"
        "        move the market\n\n"
        "Night flights have grown by a third since the old runway was opened again for freight.\n\n"
        "Share of night flights          12%          9%\n"
        "Share of quiet streets          40%          60%\n"
        "Share of old lorries            30%          10%\n"
    )
    assert [record.text for record in plan.actions] == [
        "Plant reeds along the upper river",
        "Open a second water laboratory that serves the towns of the north as well as the harbour",
        "Inspect outlets twice a year",
        "close the old runway at night",
        "fine loud lorries on the roads of the inner city from eleven in the evening and test quieter tyres",
        "move the market",
    ]
    assert [record.parents for record in plan.actions] == [("objective-1",)] * 3 + [("objective-2",)] * 3


def test_a_card_ends_before_the_title_of_the_next() -> None:
    card = "LEAD                  TIMEFRAME            COST\n{lead}          2026–2028            High\n\n\n"
    plan = read(
        " A-1 Solar roofs\n Put solar panels on the roofs of every school of the town.\n"
        + card.format(lead="Works Office")
        + " A-2 Warm homes\n Insulate two hundred homes a year with grants from the state.\n"
        + card.format(lead="Housing Dept")
        + " A-3 Night bus\n Run a night bus on the ring road.\n"
        + card.format(lead="Transit Unit")
    )
    assert not any("Insulate" in (record.owner or "") for record in plan.records)
    assert not any("Warm homes" in " ".join(record.fields.values()) for record in plan.records)


def test_what_stands_apart_below_a_table_is_no_cell() -> None:
    plan = read(
        "Task                                  Who                   When\n"
        "Select a builder                      Works Office          May 2026\n"
        "Ask residents about hours             Branch staff          June 2026\n"
        "Weed the shelves                      Collections           July 2026\n\n"
        "Progress will be posted on the wall.\n"
    )
    assert [record.text for record in plan.actions] == [
        "Select a builder",
        "Ask residents about hours",
        "Weed the shelves",
    ]


def test_rows_whose_figures_have_signs_stay_apart() -> None:
    plan = read(
        "Key Performance Indicator        Baseline      2027       Owner\n"
        "Research expenditures              $31M         $38M       VPR\n"
        "Doctoral degrees awarded            64           75        Grad School\n"
        "Endowment market value             $88M        $105M       VPF\n"
    )
    assert [record.text for record in plan.measures] == [
        "Research expenditures",
        "Doctoral degrees awarded",
        "Endowment market value",
    ]


def test_goals_are_section_rows_and_numbers_count_the_rows() -> None:
    plan = read(
        " No.                     Initiative                  Assigned To          1    2    3\n"
        " GOAL 1: FEWER CRASHES ON THE ROADS OF THE TOWN\n"
        " 1.1   Publish a dashboard of crashes               Analysis Unit        ✓    ✓\n"
        " 1.2   Find the ten worst crossings each quarter    Patrol               ✓         ✓\n"
        "       and plan for each\n"
        " 1.3   Repaint the crossings                        Works Office              ✓\n"
        " GOAL 2: MORE TRUST IN THE OFFICERS OF THE TOWN\n"
        " 2.1   Hold open evenings                           Chief                ✓    ✓    ✓\n"
    )
    assert [(record.text, record.label) for record in plan.actions] == [
        ("Publish a dashboard of crashes", "1.1"),
        ("Find the ten worst crossings each quarter and plan for each", "1.2"),
        ("Repaint the crossings", "1.3"),
        ("Hold open evenings", "2.1"),
    ]
    assert [record.label for record in plan.objectives] == ["GOAL 1", "GOAL 2"]
    assert [record.parents for record in plan.actions] == [("objective-1",)] * 3 + [("objective-2",)]


def test_header_cells_set_lower_than_the_others() -> None:
    plan = read(
        "      Requirement                 Action to be taken              Lead\n\n\n\n\n"
        "                                                                                  RAG rating\n"
        " Ref\n\n\n\n\n"
        " Must do\n\n"
        " M1   Keep medicines locked      Fit locks in all wards          Matron            Amber\n\n"
        " M2   Answer every complaint     Hire two clerks                 Registrar         Green\n\n"
    )
    assert [(record.text, record.owner, record.status) for record in plan.actions] == [
        ("Fit locks in all wards", "Matron", "Amber"),
        ("Hire two clerks", "Registrar", "Green"),
    ]


def test_room_behind_labels_parts_no_columns() -> None:
    plan = read(
        "Goals of the plan                                      2025\n\n"
        "Goal 1         Protect life and health from floods.\n"
        "Goal 2         Reduce damage to bridges.\n\n"
        "Performance Indicators:\n"
        "      Input:            Number of youths enrolled\n"
        "      Output:           Number of youths examined\n"
        "      Quality:          Share of families content\n"
    )
    assert [(record.label, record.text) for record in plan.objectives] == [
        ("Goal 1", "Protect life and health from floods."),
        ("Goal 2", "Reduce damage to bridges."),
    ]
    assert [record.text for record in plan.measures] == [
        "Number of youths enrolled",
        "Number of youths examined",
        "Share of families content",
    ]


def test_items_without_bullets_or_indents_end_with_the_next_empty_line() -> None:
    plan = read(
        "Objective 1: Reduce waste in the county\n\n"
        "Performance Measures\nShare of waste sorted at home\nNumber of yards visited\nTonnes sent to the pit\n\n"
        "The yards were built forty years ago and have been mended every year since then at some cost.\n"
        "\fWhat we will do\nRetrofit the yards, starting with the\ncoldest\nPlant trees with schools\n"
        "Lobby for a second depot\n\nThe second depot was promised in the last plan.\n"
    )
    assert [record.text for record in plan.measures] == [
        "Share of waste sorted at home",
        "Number of yards visited",
        "Tonnes sent to the pit",
    ]
    assert [record.text for record in plan.actions] == [
        "Retrofit the yards, starting with the coldest",
        "Plant trees with schools",
        "Lobby for a second depot",
    ]


def test_a_subject_beside_several_rows_is_theirs() -> None:
    plan = read(
        "EXPECTED OUTPUTS               OUTPUT INDICATORS1                        SOURCE          BASELINE    FINAL\n\n"
        "Mobile courts reach people     1.1 Number of cases heard by mobile       Judiciary       312         2,412\n"
        "in poor districts and          courts\n"
        "explain the law to them\n"
        "so that they may use           1.2 Number of paralegals certified        Law Society     26          80\n"
        "it                             and deployed\n\n"
        "                               1.3 Existence of a costed legal aid       MoJ gazette     No          Yes\n"
        "                               policy\n\n"
        "Districts deliver services     2.1 Number of districts that publish      Websites        2           16\n"
        "in an open and                 their spending\n"
        "accountable way\n"
        "with the help of               2.2 Share of complaints resolved within   Ombudsman       34%         65%\n"
        "residents                      30 days\n"
    )
    assert [record.text for record in plan.objectives] == [
        "Mobile courts reach people in poor districts and explain the law to them so that they may use it",
        "Districts deliver services in an open and accountable way with the help of residents",
    ]
    assert [record.parents for record in plan.measures] == [("objective-1",)] * 3 + [("objective-2",)] * 2


def test_a_line_over_a_header_is_the_tables_title() -> None:
    plan = read(
        "Restore the east bank of the river so that floods find room by the end of the decade.\n\n"
        "                                    Milestone Summary\n"
        "Key Milestone                                              Milestone Due    Milestone     Owner\n"
        "                                                           Date             Status\n"
        "Survey of the banks published                              Q1, FY 2027      On track      Rivers Unit\n"
        "Contract for the first two kilometres of new bank signed   Q3, FY 2027      Delayed       Works Office\n"
        "First two kilometres of new bank open to the public        Q4, FY 2028      On track      Works Office\n"
    )
    assert [record.text for record in plan.milestones] == [
        "Survey of the banks published",
        "Contract for the first two kilometres of new bank signed",
        "First two kilometres of new bank open to the public",
    ]
    assert [record.status for record in plan.milestones] == ["On track", "Delayed", "On track"]


def test_a_paragraph_set_to_an_items_text_is_the_items() -> None:
    plan = read(
        "In the coming year the government will:\n\n"
        "• Open the harbour records. The records of the harbour are kept in four places, and nobody who needs\n"
        "  them can tell which of these has them. A new office will keep them all together, and open them to the\n"
        "  public on two days of each week. This takes a year.\n\n"
        "  Sailors have asked for the same for the records of their wages. These will be copied and kept beside\n"
        "  the others, with the names taken out.\n\n"
        "• Print the tide tables. They will be sold at the quay.\n\n"
        "   The quay         opens at         six\n"
        "   The market       opens at         eight\n"
        "   The mole         opens at         nine\n"
    )
    first = next(record for record in plan.actions if record.text.startswith("Open the harbour"))
    assert first.text.endswith("with the names taken out.")


def test_whole_dates_under_each_other_are_of_several_rows() -> None:
    plan = read(
        "Key Milestone                                Due Date         Status       Owner\n"
        "Develop the annual plan of the harbour       Q1, FY27         Complete     Works\n"
        "Send the yearly report on the moles          Q2, FY27                      Works\n"
        "Print the yearly report on the moles         Q3, FY27                      Works, Press\n"
        "Develop the next annual plan                 Q4, FY27                      Works\n"
    )
    assert [record.due.text for record in plan.milestones if record.due] == [
        "Q1, FY27",
        "Q2, FY27",
        "Q3, FY27",
        "Q4, FY27",
    ]


def test_text_goes_on_although_a_note_at_the_foot_is_wider() -> None:
    plan = read(
        "Overview\n\n"
        "  Goal Statement: By September 2027 the harbour will take twice as many ships of the northern trade\n"
        "  in a year by deepening its basin and raising quays that serve three million people of the coast\n"
        "  (about a tenth of all who live there) and will let boats of fishermen in by night.\n\n"
        "  Ships            by day          by night\n"
        "  Boats            by day          never\n"
        "  Ferries          by day          never\n\n"
        "  1 What the harbour takes depends on the dredgers of the ministry, on the price of stone, and on the weather"
        " of two winters, which nobody foresees, and on the will of the town.\n"
    )
    assert [record.text for record in plan.objectives] == [
        "By September 2027 the harbour will take twice as many ships of the northern trade in a year by deepening its "
        "basin and raising quays that serve three million people of the coast (about a tenth of all who live there) "
        "and will let boats of fishermen in by night."
    ]


def test_a_title_stands_right_over_its_text() -> None:
    text = (
        "The council will do the following until the end of the year, and will tell the public how far it is:\n\n"
        "Make Contracts of the Whole Harbour Easier to Find for Small Businesses\n"
        "To let small businesses see what the harbour buys, the office will put all contracts on one page, and\n"
        "will show builders of the coast how to read them. It will answer questions by letter and in person at\n"
        "the quay.\n\n"
        "  Ships            by day          by night\n"
        "  Boats            by day          never\n"
        "  Ferries          by day          never\n"
    )
    document = read_blocks(text.encode(), name="plan.txt")
    headings = [block for block in document.blocks or () if isinstance(block, Heading)]
    titles = [" ".join(line.text for line in heading.lines) for heading in headings]
    assert "Make Contracts of the Whole Harbour Easier to Find for Small Businesses" in titles


def test_lists_without_bullets_stand_as_far_in_as_their_sisters() -> None:
    plan = read(
        "Quality account\n"
        "Priority 1 – Fewer sores\n\n"
        "What we will do:\n\n"
        "      Assess every patient within six hours\n"
        "      Train all ward staff\n\n"
        "How we will measure it:\n\n"
        "      Number of sores per 1,000 bed days\n\n"
        "Priority 2 – Better discharge\n\n"
        "What we will do:\n\n"
        "      Plan discharge from the first day\n\n"
        "How we will measure it:\n\n"
        "      Patients sent home before noon\n\f"
    )
    assert [record.text for record in plan.actions] == [
        "Assess every patient within six hours",
        "Train all ward staff",
        "Plan discharge from the first day",
    ]
    assert [record.text for record in plan.measures] == [
        "Number of sores per 1,000 bed days",
        "Patients sent home before noon",
    ]


def test_small_letters_begin_items_where_each_commands() -> None:
    plan = read(
        "Town Plan\n"
        "Priority 1 – Safe quays\n"
        "We will:\n\n"
        "      recruit 50 watchmen by 2026\n"
        "      light 30 km of quays\n\n"
        "Priority 2 – Clean water\n"
        "We will:\n\n"
        "      plant 5,000 reeds\n"
        "      electrify the ferries by 2030\n\n"
        "Priority 3 – Good homes\n"
        "We will:\n\n"
        "      build 900 homes for crews\n"
        "      inspect all rented boats\n\f"
    )
    assert len(plan.actions) == 6
