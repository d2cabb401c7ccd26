"""Tables whose cells a converter wrote one under the other, with nothing between them that marks cells or rows."""

from __future__ import annotations

from tests.test_pieces_of_tables import kinds, links, records

HEADER = "What we will do\nWho\nBy when\nHow we will know\n"
ROWS = (
    "Dredge the channel to the\nold pier before winter\nHarbour Team\nOctober\n2016\nFewer than ten groundings a year\n"
    "Train forty pilots\nChief of Staff\nend June 2017\nAll pilots hold the certificate\n"
)


def test_dates_and_names_tell_cells_and_rows() -> None:
    text = f"Harbour plan\nWe have chosen two themes.\nOpen to ships\n{HEADER}{ROWS}"
    assert kinds(text, "plan.txt") == [
        ("action", "Dredge the channel to the old pier before winter"),
        ("measure", "Fewer than ten groundings a year"),
        ("action", "Train forty pilots"),
        ("measure", "All pilots hold the certificate"),
    ]
    first = records(text, "plan.txt")[0]
    assert (first["owner"], first["due"]["text"]) == ("Harbour Team", "October 2016")
    assert links(text, "plan.txt")["All pilots hold the certificate"] == ["Train forty pilots"]


def test_a_title_over_the_next_header_ends_a_table() -> None:
    more = "Rebuild the light on the mole\nWorks Unit\nMay 2018\nNights without the light\n"
    text = f"Harbour plan\nTheme 1: Open to ships\n{HEADER}{ROWS}Theme 2: Safe at night\n{HEADER}{more}"
    found = records(text, "plan.txt")
    assert [record["category"] for record in found if record["id"].startswith("action")][-1] == "Safe at night"
    assert found[-1]["text"] == "Nights without the light"


def test_more_empty_lines_are_an_empty_cell() -> None:
    """Word's cells come out as paragraphs; the second row's first cell is empty."""
    cells = [
        *("Objective", "Action", "Completion date", "RAG"),
        *("A harbour that earns its living", "Open the fish market to all boats", "15/05/2015", "Green"),
        *("\n\nPay nine dues in ten by the month's end", "07/12/2015", "Amber"),
        *("Piers that last for a century", "Inspect the old piles by divers", "30/09/2015", "Red"),
    ]
    text = "Delivery plan\n\n" + "\n\n".join(cells)
    assert [kind for kind, _ in kinds(text, "plan.txt")] == ["objective", "action", "action", "objective", "action"]
    aim = "A harbour that earns its living"
    assert links(text, "plan.txt")["Pay nine dues in ten by the month's end"] == [aim]


def test_headers_in_running_text_make_no_table() -> None:
    text = "Contents\nObjectives\nActions\nTimeline\nAnnex\nThis plan was made in a hurry and says nothing else.\n"
    assert kinds(text, "plan.txt") == []


def test_unbulleted_measures_and_milestones_over_pages() -> None:
    """Page after page without an empty line: running heads are no cells, prose and its title end a table."""
    first = (
        "Harbour Board plan 2014\nDelivery objectives\nObjective\nHow success will be measured\nKey milestones\n"
        "1. Sell the old dredger\nwell\nPrice within the range agreed\nNo adverse findings by the auditors\n"
        "Prospectus approved\nSeptember 2014\n1 of 2\n"
    )
    second = (
        "Harbour Board plan 2014\n2. Train the pilots of\nthe north\n75% of pilots hold a licence\n"
        "School opened May 2015\nHow we made this plan\n"
        "The board met the crews of all the boats in the spring, and wrote down what they had to say.\n2 of 2\n"
    )
    assert kinds(f"{first}\f{second}", "plan.txt") == [
        ("objective", "Sell the old dredger well"),
        ("measure", "Price within the range agreed"),
        ("measure", "No adverse findings by the auditors"),
        ("milestone", "Prospectus approved September 2014"),
        ("objective", "Train the pilots of the north"),
        ("measure", "75% of pilots hold a licence"),
        ("milestone", "School opened May 2015"),
    ]
