"""Columns of tables in reading-order text, cell after cell: where a header begins and ends, how wide columns are."""

from __future__ import annotations

from objectives_parser.layout.text.spaced.cell_widths import Room, usual_width
from tests.test_pieces_of_tables import kinds, links

OVER = (
    "Harbour Board plan\n\nThe table says who does what, and how the Board will know that it has been done in each "
    "of the years.\n\n"
)
GOALS = (
    "Theme 1: Ferries\nGoal\n\nNo.\n\nAction\n\nPartners\n\nLead\n\nCompletion date\n\n"
    "Islanders reach the\ncity without a car\n\n1.1\n\nMend the steps of all\nlanding stages\n\nRowing clubs\n\n"
    "Harbour\nOffice\n\nQ4 2031\n\n1.2\n\nRun a late ferry on\nmarket days\n\nTraders\n\nHarbour\nOffice\n\nQ2 2032\n\n"
    "1.3\n\nProvide shelters on\nfive quays\n\nChamber of\nCommerce\n\nCounty\nCouncil\n\nQ3 2033\n\f"
)


def test_goals_stand_left_of_the_numbers_of_rows() -> None:
    """`Goal` before `No.` is a column whose cells span rows, and no title over the header."""
    assert ("objective", "Islanders reach the city without a car") in kinds(OVER + GOALS, "plan.txt")
    assert links(OVER + GOALS, "plan.txt")["Run a late ferry on market days"] == [
        "Islanders reach the city without a car"
    ]


ACTIONS = "Objective\n\nKey actions\n\nLead officer\n\nTimescale\n\nHow will we measure\nsuccess?\n\n"
ROWS = (
    "Protect swimmers\n\nInspect all category A and B\nbeaches\n\nPrincipal Warden\n\nQuarterly\n\n100% of due\n"
    "inspections completed\n\nOffer a lesson to every\nnew lifeguard\n\nBeach Officer\n\n31 March 2031\n\nAt least 40 "
    "lessons\ndelivered\n\nPublish ratings on the\nwebsite within 7 days\n\nOffice\n\nOngoing\n\n95% of ratings\n"
    "published in time\n\n"
)


def test_words_of_time_are_dates_and_the_next_numbered_title_ends_a_table() -> None:
    """`Quarterly` is no owner, and what stands under `3. Risks` behind the table under `2. Actions` is not of it."""
    text = (
        OVER + "2. Actions\n" + ACTIONS + ROWS + "3. Risks\nRisk\n\nLikelihood\n\nLoss of qualified wardens\n\nHigh\n\f"
    )
    found = kinds(text, "plan.txt")
    assert ("measure", "100% of due inspections completed") in found
    assert all("qualified wardens" not in said for _, said in found)


def test_a_date_over_a_header_is_the_last_cell_of_the_table_before() -> None:
    first = "Objective\n\nEvidence of success\n\nTimescale\n\nRepair the old mole\n\nNo stone is loose\n\nMay 2031\n\n"
    again = first + "Open a rowing school\n\nForty people row a week\n\nDecember 2031\n\n"
    text = (
        OVER
        + again
        + "Objective\n\nEvidence of success\n\nTimescale\n\nTrain every clerk\n\nAll clerks pass\n\n2032\n\f"
    )
    found = kinds(text, "plan.txt")
    assert ("objective", "Train every clerk") in found
    assert ("objective", "Open a rowing school") in found


def test_a_column_is_as_wide_as_its_cells_agree_on() -> None:
    """What one line may hold at least, and what it would hold with the next word."""
    narrow, wide = Room(5_000, 6_000), Room(11_000, 12_500)
    assert usual_width([narrow, narrow, Room(2_000)]) == 5_000
    assert usual_width([Room(2_000)]) is None
    assert narrow.against(5_200) == 0.0
    assert wide.against(5_200) == 1.0
    assert narrow.against(11_500) == 1.0


def test_the_rows_tell_where_a_header_ends() -> None:
    """`Spending (USD)` says nothing of its column, but each row has a cell for it."""
    rows = (
        ("1.1", "Include ferries in the\nschool books", "Ministry of Education", "2031–2033", "Number of schools"),
        ("1.2", "Run a radio series on\nthe old harbour", "Harbour Board", "2032", "Number of broadcasts"),
        ("1.3", "Plant trees along all\nquays", "Forestry Office", "2033", "Number of trees"),
    )
    head = "No.\n\nAction\n\nResponsible institution\n\nTimeframe\n\nIndicator\n\nSpending\n(USD)\n\n"
    body = "".join("\n\n".join((*row, "150,000", "")) + "\n" for row in rows)
    found = kinds(OVER + head + body + "\f", "plan.txt")
    assert [said for kind, said in found if kind == "measure"] == [row[4] for row in rows]
    assert all("Spending" not in said for _, said in found)
