"""Text of converters that look at where lines stand: an empty line behind what is set in or lower, and cells that share
a baseline in one line."""

from __future__ import annotations

import pytest

from objectives_parser import readers
from objectives_parser.layout.text import packed
from objectives_parser.layout.text.lines import TextLine, document_lines
from objectives_parser.layout.text.packed.counting import coded_rows
from objectives_parser.layout.text.packed.order import Gap, RowByRow
from objectives_parser.roles import names_numbered_columns
from tests.test_pieces_of_tables import kinds, links, records

TABLE = (
    "Harbour Board\n\nImprovement plan 2026\n\nAction Lead By when How we will know\n\n"
    "Dredge the channel to the\nold pier before winter\n\n"
    "Harbour Team October 2026 Fewer than ten groundings a\nyear\n\n"
    "Train forty pilots Chief of Staff June 2027 All pilots hold the\ncertificate\n\n"
    "Paint the mole and its\nlights\n\nWorks Unit May 2027 Nights without the light\n"
)


def test_cells_of_one_line_have_their_neighbours_behind_them() -> None:
    assert kinds(TABLE, "plan.txt") == [
        ("action", "Dredge the channel to the old pier before winter"),
        ("measure", "Fewer than ten groundings a year"),
        ("action", "Train forty pilots"),
        ("measure", "All pilots hold the certificate"),
        ("action", "Paint the mole and its lights"),
        ("measure", "Nights without the light"),
    ]
    found = {record["text"]: record for record in records(TABLE, "plan.txt")}
    assert found["Train forty pilots"]["owner"] == "Chief of Staff"
    assert found["Train forty pilots"]["due"]["text"] == "June 2027"
    assert links(TABLE, "plan.txt")["Nights without the light"] == ["Paint the mole and its lights"]


def test_codes_open_rows_and_labelled_lines_stand_over_them() -> None:
    text = (
        "Water plan\n\nAdaptation measure Priority Time frame Lead agency\n\n"
        "Outcome W1: Supply withstands longer dry seasons\n\n"
        "W1.1 Clear the dam of silt High Short term Water Agency\n\n"
        "W1.2 Put rainwater tanks on all schools Medium Medium term Ministry of Works\n\n"
        "Outcome W2: Watersheds are protected\n\n"
        "W2.1 Plant trees on steep land above\nintakes\n\nHigh Long term Forest Service\n"
    )
    found = {record["text"]: record for record in records(text, "plan.txt")}
    assert found["Clear the dam of silt"]["owner"] == "Water Agency"
    assert found["Put rainwater tanks on all schools"]["label"] == "W1.2"
    assert found["Plant trees on steep land above intakes"]["owner"] == "Forest Service"
    assert links(text, "plan.txt")["Plant trees on steep land above intakes"] == ["Watersheds are protected"]


def lines_of(text: str) -> tuple[TextLine, ...]:
    return document_lines(readers.read(text.encode(), "plan.txt"))


@pytest.mark.parametrize(
    ("firsts", "opening"),
    [
        (["W1.1 Clear", "W1.2 Put", "of schools", "W2.1 Plant"], {0, 1, 3}),
        (["O1 Sign", "KR1.1 Raise", "KR1.2 Cut", "O2 Ship"], {0, 1, 2, 3}),  # an outline
        (["a. Expand", "b. Set", "c. Lend"], {0, 1, 2}),
        (["W1.1 Clear", "W1.4 Put"], set()),  # counts on to nothing
        (["A. Service delivery", "Keep the harbours open", "B. New ships"], set()),  # parts, not rows
        (["M1 May", "M2 June"], set()),
    ],
)
def test_codes_that_count_on_open_rows(firsts: list[str], opening: set[int]) -> None:
    lines = lines_of("\n".join(firsts) + "\n")
    assert coded_rows(lines, [Gap.NONE] * len(lines)) == opening


def test_a_code_begins_a_row_whose_last_cells_are_of_one_line() -> None:
    text = (
        "Table 7: Measures for water\n\nAdaptation measure Priority Time frame Lead agency Indicator Cost (XCD)\n\n"
        "Strategic Outcome W1: Supply withstands longer dry seasons\n\n"
        "W1.1 Dredge the dam and take out silt High Short term Water Company Storage capacity (m3) 42 million\n\n"
        "W1.2 Adopt rules for droughts Medium Short term Water Agency Rules in force 0.3 million\n\n"
        "Strategic Outcome W2: Watersheds are protected\n\n"
        "W2.1 Reforest 600 hectares of steep land High Long term Forest Service Hectares reforested 11 million\n\n"
        "W2.2 Pay farmers who keep strips of trees along\nrivers Medium Medium term Ministry of Farming Kilometres of "
        "strips 4 million\n"
    )
    labels = [record["label"] for record in records(text, "plan.txt") if record["id"].startswith("action")]
    assert labels == ["W1.1", "W1.2", "W2.1", "W2.2"]


def test_a_row_that_is_known_to_begin_leaves_columns_empty_at_a_price() -> None:
    order = RowByRow(("action", "owner", "due", "measure", "band"))
    assert order.step(0, 0, Gap.LINE, opens=True) < order.step(0, 0, Gap.NONE)


def test_the_caption_of_a_list_ends_a_table() -> None:
    text = TABLE + "\nMeasures of success\n\nShips that call a year\n\nTonnes landed by crews\n"
    assert ("action", "Paint the mole and its lights") in kinds(text, "plan.txt")
    lines = lines_of(text)
    (table,) = packed.joined_regions(lines)
    assert lines[table.last].text == "Works Unit May 2027 Nights without the light"
    found = {record["text"]: record for record in records(text, "plan.txt")}
    assert found["Paint the mole and its lights"]["owner"] == "Works Unit"


def test_a_sign_for_numbers_is_no_heading() -> None:
    text = (
        "Data plan\n\n# Action Owner By when\n\n1.1 Appoint owners of data in every line\nof business\n\n"
        "Data Office September 2027\n\n1.2 Publish a catalogue that staff can search Data Office March 2028\n"
    )
    found = {record["text"]: record for record in records(text, "plan.txt")}
    assert found["Publish a catalogue that staff can search"]["due"]["text"] == "March 2028"
    assert found["Appoint owners of data in every line of business"]["label"] == "1.1"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("# Action Owner By when", True),
        ("# Key Results Owner Start Target Status", True),
        ("# Strategic Action Plan", False),
        ("# Goals, actions and owners", False),
        ("# Owners", False),
        ("## Action Owner By when", False),
    ],
)
def test_columns_behind_a_sign(line: str, named: bool) -> None:
    assert names_numbered_columns(line) is named


def test_what_is_done_stands_behind_the_recommendation() -> None:
    text = (
        "Response to the inspection\n\nInspectors' recommendation What we will do Lead Due\n\n"
        "The force should make sure that\nsupervisors review cases\n\n"
        "Set a standard for reviews and send it to\nall sergeants\n\nHead of Crime 30 June 2027\n\n"
        "The force should answer calls sooner\n\nRecruit twenty call handlers Head of Contact 31 March 2027\n"
    )
    texts = [record["text"] for record in records(text, "plan.txt")]
    assert "Set a standard for reviews and send it to all sergeants" in texts
    assert "Recruit twenty call handlers" in texts


LETTER = (
    "Dear Ruth,\n\nThank you for the leadership that you have given the Department over the last year. This letter\n"
    "confirms the objectives that we have agreed, with the Cabinet Secretary, for the current\nperformance year.\n\n"
    "Objective 1: Keep the ports open to trade\n\nI expect you to:\n\n"
    "ensure that all ports are ready for the new customs arrangements\npublish the review of links by December 2027\n"
    "maintain the confidence of the freight corridor programme at amber or green, or at a level\nabove that\n\n"
    "Objective 2: Keep within the budget of the Department\n\nI expect you to:\n\n"
    "cut the number of offices in the capital by a fifth\nfind a further £35 million of savings\n"
)


def test_items_without_bullets_behind_a_lead_in() -> None:
    found = links(LETTER, "letter.txt")
    assert found["publish the review of links by December 2027"] == ["Keep the ports open to trade"]
    assert found["cut the number of offices in the capital by a fifth"] == ["Keep within the budget of the Department"]
    assert len(found) == 7


def test_names_of_columns_over_lines_are_read_from_the_first() -> None:
    """`Key Milestone`, then `Milestone Due Date` and `Milestone Status` over two lines each."""
    text = (
        "Key Milestones\n\nKey Milestone Milestone\nDue Date\n\nMilestone\nStatus\n\nComments\n\n"
        "Launch the network of centres 12/31/2027 Complete The launch was announced in December.\n\n"
        "Open three centres in the\nnorthern regions\n\n4/30/2028 On Track The places are not yet known.\n\n"
        "Publish the map of centres 6/30/2028 On Track The map is drawn by the regions.\n"
    )
    found = {record["text"]: record for record in records(text, "plan.txt")}
    assert found["Launch the network of centres"]["due"]["text"] == "12/31/2027"
    assert found["Open three centres in the northern regions"]["status"] == "On Track"


def test_a_caption_over_a_block_that_an_empty_line_parts_from_it() -> None:
    text = (
        "Well-being Objectives 2027\n"
        "Under the Act we must set objectives and take all steps to\nmeet them in the county.\n\n"
        "Objective 1: Our children have the best start in life\n\nWhy this matters\n\n"
        "One in four children lives in a household with a low income. Those who start school\n"
        "behind rarely catch up.\n\n"
        "The steps we will take\n\nOpen four hubs for early years in the valleys\n"
        "Roll out free meals to all pupils of primary schools\nTeach more pupils in Welsh in line with our plan\n\n"
        "Objective 2: People live well and age well\n\nWhy this matters\n\n"
        "A third of our residents will be old in twenty years.\n\nThe steps we will take\n\n"
        "Build extra care flats on the site of the old hospital\nSupport carers by a new brokerage\n"
        "Bring libraries and pools under one roof\n"
    )
    found = links(text, "plan.txt")
    assert found["Teach more pupils in Welsh in line with our plan"] == ["Our children have the best start in life"]
    assert found["Support carers by a new brokerage"] == ["People live well and age well"]
