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


def test_cells_of_one_line_share_the_next_ones_first_line() -> None:
    """As `pdftotext -raw` writes: the header over several lines, a short cell and what stands beside it in one."""
    text = (
        "Harbour plan\nAction Step\nPerson\nResponsible\nTarget Date Evidence of\nCompletion\n"
        "Dredge the channel to the\nold pier before winter\nHarbour Master October 2016 Fewer groundings in\na year\n"
        "Train forty pilots for the\nnarrows of the bay\nChief Pilot June 2017 All pilots hold the\ncertificate\n"
        "Paint the light on the mole\nin red and white\nWorks Manager May 2018 Ships report the light\n"
    )
    assert kinds(text, "plan.txt") == [
        ("action", "Dredge the channel to the old pier before winter"),
        ("measure", "Fewer groundings in a year"),
        ("action", "Train forty pilots for the narrows of the bay"),
        ("measure", "All pilots hold the certificate"),
        ("action", "Paint the light on the mole in red and white"),
        ("measure", "Ships report the light"),
    ]
    assert [record["owner"] for record in records(text, "plan.txt")][::2] == [
        "Harbour Master",
        "Chief Pilot",
        "Works Manager",
    ]


def test_headers_with_a_section_in_their_first_cell() -> None:
    """Each header names its section; the tables have their widths in common, however short they are."""
    first = (
        "1. Delivery\nobjectives:\nPerformance measures: Milestones:\n"
        "Keep the harbour open to\nall ships in the winter\nFewer than ten closures in a\nyear\n"
        "Pilots satisfied with the\nlights\nNew dredger bought\nby May 2016\n"
    )
    second = (
        "2. Corporate\nobjectives:\nPerformance measures: Milestones:\n"
        "Lead the crews through\nthe change of the docks\nNine in ten of the crews stay\nNew contracts signed\n"
        "by May 2017\n"
        "Reduce the costs of\nthe harbour office\nRunning costs fall by a tenth\nOffice moved to the pier\n"
        "by June 2017\n"
    )
    text = f"Harbour Board plan 2016\n{first}{second}"
    assert [kind for kind, _ in kinds(text, "plan.txt")] == [
        *("objective", "measure", "measure", "milestone"),
        *("objective", "measure", "milestone", "objective", "measure", "milestone"),
    ]
    assert links(text, "plan.txt")["Running costs fall by a tenth"] == ["Reduce the costs of the harbour office"]


def test_one_name_stands_beside_several_rows() -> None:
    text = (
        "Harbour plan\nTheme\nAction\nLead\nMilestone\nHow we will measure success\n"
        "A port for all ships\nDredge the channel to the\nold pier before winter\nHarbour Master\n"
        "Channel open by\nMay 2016\n"
        "Fewer than ten groundings\nTrain forty pilots for the\nnarrows\nChief Pilot\nSchool open by\nJune 2017\n"
        "Eight pilots in ten pass\nThe night\nPaint the light on the mole\nin red and white\nWorks Manager\n"
        "Light painted by\nMay 2018\nShips report that they see it\n"
    )
    found = [record for record in records(text, "plan.txt") if record["id"].startswith("action")]
    assert [(record["category"], record["owner"]) for record in found] == [
        ("A port for all ships", "Harbour Master"),
        ("A port for all ships", "Chief Pilot"),
        ("The night", "Works Manager"),
    ]


def test_bullets_in_lines_of_their_own_belong_to_what_stands_below() -> None:
    text = (
        "Harbour plan\nObjective\nPerformance Measures (please include\nmilestones with dates)\n"
        "Keep the harbour open to all\nships in the winter\n•\nFewer than ten closures in\na year\n"
        "•\nNumber of pilots with a licence\nReduce the costs of the\nharbour office\n•\n"
        "Percentage of bills paid in time\n"
        "•\nOffice costs fall by 10% from\n2014-15\n"
    )
    assert kinds(text, "plan.txt") == [
        ("objective", "Keep the harbour open to all ships in the winter"),
        ("measure", "Fewer than ten closures in a year"),
        ("measure", "Number of pilots with a licence"),
        ("objective", "Reduce the costs of the harbour office"),
        ("measure", "Percentage of bills paid in time"),
        ("measure", "Office costs fall by 10% from 2014-15"),
    ]


def test_posts_are_no_header() -> None:
    text = (
        "Harbour plan\nWho we are\nStrategy Director\nPaint the light\nProgramme Office\nMend the mole\n"
        "Dredge the bay\n"
    )
    assert not links(text, "plan.txt")
