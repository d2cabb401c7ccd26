"""Tables of nothing but statements as a converter leaves them that writes what stands side by side in any order."""

from __future__ import annotations

from tests.test_pieces_of_tables import kinds, links, records

HEADER = "Objective\n\nMeasures of success\n\nKey milestones\n\n"


def test_a_title_right_over_the_first_row_opens_no_row() -> None:
    text = (
        "Harbour Board plan\nStrategic objective\n\nMeasures of success\n\nShips and crews\n1 Keep the channel open\n"
        "in every season\n\n• Fewer groundings than in\n2030\n• Two dredgers at work\n\n"
        "2 Train pilots for the\nnew terminal\n\n• Forty pilots hold the licence\n\nTown and trade\n"
        "3 Bring the market back\n\n• Stalls let on every day\n• Traders content with the dues\n"
    )
    assert [kind for kind, _ in kinds(text, "plan.txt")] == [
        *("objective", "measure", "measure", "objective", "measure", "objective", "measure", "measure")
    ]
    assert links(text, "plan.txt")["Forty pilots hold the licence"] == ["Train pilots for the new terminal"]
    assert records(text, "plan.txt")[-3]["category"] == "Town and trade"


def test_what_stands_before_the_first_aim_is_of_its_row() -> None:
    """The measures and milestones of the first row come before the title over it; a last line that is a year is no
    page number, and a row without milestones has those that stand above the title over it."""
    text = (
        f"Harbour Board plan\n{HEADER}Nine ferries of ten leave on the\nminute\n\nNew timetable agreed with\nthe "
        "islands by June 2031\n\nAll piers open to wheelchairs in\nany weather\n\nTwo ramps opened by\nNovember 2031\n"
        "\nBusiness objectives\n1. Run the ferries\nso that islanders\ncan rely on them\n\nPassengers content in the"
        "\nautumn\n\n2. Mend the old\nharbour wall\n\nNo flood in the lower town\n\nFirst survey done,\nMarch 2031\n"
        "\nCost within the sum that the Board\nagreed\n\nWall closed by\nOctober 2031\n\nCrew turnover lower than\nthe "
        "year before\n\nSkills plan launched\nJuly 2031\n\nCorporate objectives\n3. Build a crew that\nreflects the\n"
        "islands\n\nHalf of all new masters are from\nthe islands\n\f4. Keep the dues low\n\nAccounts laid without\n"
        "qualification\n\nReport laid before the recess in\n2031\n"
    )
    found = links(text, "plan.txt")
    aim = "Run the ferries so that islanders can rely on them"
    assert found["Nine ferries of ten leave on the minute"] == [aim]
    assert found["Two ramps opened by November 2031"] == [aim]
    crew = "Build a crew that reflects the islands"
    assert found["Skills plan launched July 2031"] == [crew]
    assert found["Wall closed by October 2031"] == ["Mend the old harbour wall"]
    assert "Report laid before the recess in 2031" in [text for _, text in kinds(text, "plan.txt")]


def test_lists_side_by_side_under_an_aim_hang_on_it() -> None:
    text = "Harbour Board plan\n" + "".join(
        f"Objective {number}: {aim}\nPerformance measures\n\nMilestones\n\n• {measure}\n• Complaints fall\n\n"
        f"• {milestone}\n\n"
        for number, aim, measure, milestone in (
            (1, "Keep the channel open in every season", "Fewer ships run aground", "Dredger bought May 2031"),
            (2, "Bring the fish market back to the quay", "Stalls let on every day", "Market opens June 2031"),
        )
    )
    found = links(text, "plan.txt")
    assert found["Market opens June 2031"] == ["Bring the fish market back to the quay"]
    assert ("measure", "Stalls let on every day") in kinds(text, "plan.txt")


def test_a_table_whose_fields_are_named_further_on_is_none_of_statements() -> None:
    text = (
        "Harbour Board plan\nMilestone\n\nMeasurement\n\n1.1 Survey the piers for rot\nand worms\n\nProgress\n\n"
        "Reporting\n\nTarget Date\n\nRequired or Encouraged\n\nJune 2031\n\nRequired for all\n"
    )
    assert "Target Date" not in [text for _, text in kinds(text, "plan.txt")]
