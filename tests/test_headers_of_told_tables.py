"""Headers of tables in reading-order text, cell after cell: what stands over them, and where they are printed again."""

from __future__ import annotations

from tests.test_pieces_of_tables import kinds, links, records


def _aim(number: int, aim: str, steps: tuple[str, ...], measures: tuple[tuple[str, str, str], ...]) -> str:
    cells = "".join(f"{name}\n\n{now}\n\n{then}\n\n↑\n\n" for name, now, then in measures)
    return (
        f"Harbour Objective {number}: {aim}\nWhy this matters\nOne boat in four leaves late.\n\nThe steps we will "
        "take\n"
        + "\n".join(steps)
        + "\n\nHow we will measure success\nMeasure\n\n2030/31\nactual\n\n2031/32\ntarget\n\nDesired\ndirection\n\n"
        + cells
    )


def test_a_header_printed_again_shows_its_cells_and_ends_the_table_before() -> None:
    """`Desired direction` names no column by itself, but stands behind the same header twice."""
    text = "Harbour Board plan\n\n" + "\f".join(
        (
            _aim(
                1,
                "Boats leave on the minute",
                ("Open four new gates on the eastern quay", "Roll out one ticket for all islands"),
                (("Ferries that leave on the minute", "58%", "62%"), ("Number of tickets sold", "412,300", "640,000")),
            ),
            _aim(
                2,
                "A harbour where people like to live",
                ("Build a swimming bath on the old mole", "Support the rowing clubs with a new slip"),
                (("Visits to the baths per year", "7,105", "7,500"), ("Members of rowing clubs", "680", "720")),
            ),
        )
    )
    assert [kind for kind, _ in kinds(text, "plan.txt")] == [
        *("objective", "action", "action", "measure", "measure", "objective", "action", "action", "measure", "measure")
    ]
    found = links(text, "plan.txt")
    assert found["Number of tickets sold"] == ["Boats leave on the minute"]
    assert found["Build a swimming bath on the old mole"] == ["A harbour where people like to live"]


ROWS = (
    "The table says who does what, and how the Board will know that it has been done in each of the years.\n",
    "Theme\n\nAction\n\nLead\n\nMilestone\n\nHow we will measure\nsuccess\n\n",
    "A clearer sense of\npurpose\n\nExplain the Board's aims to every\ncrew\n\nStrategy Director\n\n",
    "Talks held by\nMay 2031\n\n80% of crews say that they\nknow the aims\n\n",
    "Set each crew aims of its\nown\n\nHarbour\nMaster\n\nAims agreed by\nJune 2031\n\nAudit of one crew in ten\n\n",
    "Review all works every quarter and\nstop what matters least\n\nHead of\nWorks\nServices\n\n",
    "Completed by December\n2031\n\nFewer works rated red\n\n",
)


def test_dates_at_their_ends_tell_milestones_beside_measures() -> None:
    """The header's first cell stands right under a sentence; `Completed by December` names no columns."""
    text = "Harbour Board plan\n\n" + "".join(ROWS) + "\f"
    found = [(kind, text) for kind, text in kinds(text, "plan.txt") if kind != "objective"]
    assert ("milestone", "Talks held by May 2031") in found
    assert ("measure", "80% of crews say that they know the aims") in found
    assert ("milestone", "Aims agreed by June 2031") in found
    assert ("measure", "Fewer works rated red") in found
    owners = {record["text"]: record["owner"] for record in records(text, "plan.txt")}
    assert owners["Set each crew aims of its own"] == "Harbour Master"


def test_promises_in_small_letters_are_a_list_under_what_announces_them() -> None:
    text = (
        "Harbour Board plan\n\n1.1 Keep the channel open through each winter\nHow our department will achieve this\n"
        "run the dredger every night until March 2031\nwork with the pilots to review the lights\n"
        "publish a paper on the storage of nets\n\n1.2 Keep dues as low as they can be\n"
        "How our department will achieve this\nextend the rebate to 200 small boats\n"
        "complete the offer of meters to every berth\n\f"
    )
    found = [text for kind, text in kinds(text, "plan.txt") if kind == "action"]
    assert "work with the pilots to review the lights" in found
    assert "complete the offer of meters to every berth" in found


def test_one_column_named_by_two_words_is_no_header_of_two() -> None:
    text = (
        "Harbour Board plan\n\nMILESTONES & INITIATIVES\n\nTIMELINE\n\nLEAD AGENCIES\n\n"
        "Dredge the channel to the old pier\n\n2031\n\nWorks\n\n"
        "Train forty pilots for the new\nterminal\n\n2032\n\nPilots\n\n"
        "Open the fish market to all boats\n\n2033\n\nMarkets\n\n\f"
    )
    assert [text for _, text in kinds(text, "plan.txt")] == [
        "Dredge the channel to the old pier",
        "Train forty pilots for the new terminal",
        "Open the fish market to all boats",
    ]
