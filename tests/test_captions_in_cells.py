"""Cells whose lines are those of the page, and captions that tell what the items of one cell are."""

from __future__ import annotations

from tests.test_pieces_of_tables import kinds, links, records


def test_captions_tell_the_kinds_of_a_cells_items() -> None:
    text = (
        "| Objective | How performance will be judged |\n|---|---|\n"
        "| Keep the harbours open | Measures<br>• Days of closure<br>Milestones<br>• Winter plan published |\n"
    )
    assert kinds(text) == [
        ("objective", "Keep the harbours open"),
        ("measure", "Days of closure"),
        ("milestone", "Winter plan published"),
    ]
    assert set(map(tuple, links(text).values())) == {(), ("Keep the harbours open",)}


def test_captions_stand_in_run_on_rows() -> None:
    """A caption may stand behind the subject's last word; the line over the header printed again is a section."""
    text = (
        "No. Objective How performance will be judged\n"
        "1 Keep the harbours of the north open in\nall weathers\nMeasures\n"
        "• Days on which the piers\nare closed\nMilestones\n• Winter plan published\n"
        "Leadership\nNo. Objective How performance will be judged\n"
        "2 Be a fair employer Measures\n• Staff who stay for a year\n"
    )
    assert kinds(text, "plan.txt") == [
        ("objective", "Keep the harbours of the north open in all weathers"),
        ("measure", "Days on which the piers are closed"),
        ("milestone", "Winter plan published"),
        ("objective", "Be a fair employer"),
        ("measure", "Staff who stay for a year"),
    ]
    assert [record["category"] for record in records(text, "plan.txt")][3] == "Leadership"


def test_breaks_of_printed_lines_begin_nothing() -> None:
    """A break before small letters is a line's end of the page; a row that begins so is the rest of the one above."""
    text = (
        "|**Objective**|**Measures**|\n|---|---|\n"
        "|1. Keep the harbours open<br>in all weathers.|• Days on which the<br>piers are closed<br>"
        "• Ships that<br>wait|\n"
        "|2. Build ferries that are safe,|• Berths that are|\n|quick and cheap.|ready on time|\n"
    )
    assert kinds(text) == [
        ("objective", "Keep the harbours open in all weathers."),
        ("measure", "Days on which the piers are closed"),
        ("measure", "Ships that wait"),
        ("objective", "Build ferries that are safe, quick and cheap."),
        ("measure", "Berths that are ready on time"),
    ]


def test_a_note_in_a_line_of_its_own_heads_nothing() -> None:
    text = (
        "Pilot service\nWeight: 40%\nPerformance Requirement 1: Bring every ship in safely.\nAlignment: Goal 2\n"
        "Measures:\n• Groundings in the year\nPerformance Requirement 2: Train the pilots.\nAlignment: Goal 3\n"
        "Measures:\n• Pilots with a licence\n"
    )
    assert [kind for kind, _ in kinds(text, "plan.txt")] == ["objective", "measure"] * 2


def test_labels_in_square_brackets_open_rows() -> None:
    text = (
        "Objective                  Action                         Indicator\n"
        "[1] Open the fairway       [1.1] Dredge the shallows      Miles of two metres\n"
        "                           [1.2] Light the buoys          Buoys that are lit\n"
        "[2] Train the crews        [2.1] Renew the course         Men who pass\n"
    )
    assert [kind for kind, _ in kinds(text, "plan.txt")].count("action") == 3


def test_bold_dates_stuck_to_words_are_words_of_their_own() -> None:
    """Converters drop the blank between two styles, and cut names and dates at the ends of lines."""
    text = (
        "|**Objective**|**Measures**|**Milestones**|\n|---|---|---|\n"
        "|**1.**Keep the harbours<br>open in all weathers|Days on which the<br>piers are closed<br>"
        "No findings by the Pilot<br>Office on the tides|Plan approved by the<br>board**July**<br>**2014**<br>"
        "School for pilots<br>opened**May 2015**|\n"
    )
    assert kinds(text) == [
        ("objective", "Keep the harbours open in all weathers"),
        ("measure", "Days on which the piers are closed"),
        ("measure", "No findings by the Pilot Office on the tides"),
        ("milestone", "Plan approved by the board July 2014"),
        ("milestone", "School for pilots opened May 2015"),
    ]


def test_numbers_that_end_in_roman_ones_mark_items() -> None:
    """Plans count the steps of an action so: `2.4.ii` is the second step of action 2.4."""
    text = (
        "Actions completed last month\n\nHarbour Office\n2.4.ii. Strengthen the piers of the north before winter\n"
        "Harbour Office\n2.6.iv. Establish a school for pilots\nFish Board\n3.14.i. Open the market to all boats\n"
    )
    assert [(record["label"], record["id"].partition("-")[0]) for record in records(text, "plan.txt")] == [
        ("2.4.ii", "action"),
        ("2.6.iv", "action"),
        ("3.14.i", "action"),
    ]
