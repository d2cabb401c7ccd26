"""Parts that stand under each aim by a name that no vocabulary knows, and columns headed by times of any form."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from objectives_parser.roles import heading_role
from objectives_parser.roles.forms import is_reached
from objectives_parser.values import due_of_cell
from tests.test_pieces_of_tables import kinds, links

AIMS = ("Goal 1: A harbour for all boats", "Goal 2: Crews who know their trade")
DEEDS = (("Open the north gate", "Dredge the inner basin"), ("Train all pilots", "Hire two masters"))
COUNTS = (
    ("Number of boats that use the gate", "Share of tides on which ferries land"),
    ("Percentage of pilots with a certificate", "Number of masters hired"),
)


def _plan(first: str, second: str, firsts: tuple[tuple[str, str], ...] = DEEDS) -> str:
    text = "# Harbour plan\n"
    for aim, deeds, counts in zip(AIMS, firsts, COUNTS, strict=True):
        text += f"\n## {aim}\n\n### {first}\n\n" + "".join(f"- {deed}\n" for deed in deeds)
        text += f"\n### {second}\n\n" + "".join(f"- {count}\n" for count in counts)
    return text


@pytest.mark.parametrize(("first", "second"), [("Gorse", "Heather"), ("Over the hill", "Our ladder")])
def test_parts_of_one_name_are_told_by_all_their_lists(first: str, second: str) -> None:
    text = _plan(first, second)
    assert [kind for kind, _ in kinds(text, "plan.md")] == ["objective", "action", "action", "measure", "measure"] * 2
    found = links(text, "plan.md")
    assert found["Train all pilots"] == found["Number of masters hired"] == ["Crews who know their trade"]


def test_parts_that_report_announce_nothing() -> None:
    done = (("We opened the north gate", "We dredged two basins"), ("We trained 30 pilots", "We hired a master"))
    texts = [text for _, text in kinds(_plan("Gorse", "Number of boats", done), "plan.md")]
    assert not set(texts) & {deed for deeds in done for deed in deeds}


@pytest.mark.parametrize("text", ["This means we will:", "To get there, we will", "We commit to:", "We’ll"])
def test_a_promise_that_the_items_complete_announces_deeds(text: str) -> None:
    found = heading_role(text)
    assert found is not None
    assert found.role == "action"


@pytest.mark.parametrize("heads", [("Summer 2031", "Autumn 2031"), ("0-12 months", "12-24 months")])
def test_columns_headed_by_times_of_any_form_are_ticked(heads: tuple[str, str]) -> None:
    text = (
        f"| Action | Lead | {heads[0]} | {heads[1]} |\n|---|---|---|---|\n"
        "| Open the north gate | Harbour Master | x | |\n| Train all pilots | Pilot Office | x | x |\n"
    )
    found = parse(text.encode(), name="plan.md").actions
    assert [action.due.text for action in found if action.due] == [heads[0], "; ".join(heads)]


def test_a_term_of_a_year_is_no_year() -> None:
    due = due_of_cell("Summer term 2031")
    assert due is not None
    assert (due.text, due.start, due.end) == ("Summer term 2031", None, None)


def test_what_has_no_words_is_not_reached() -> None:
    assert not any(map(is_reached, ("", "–", "… …", "(")))
