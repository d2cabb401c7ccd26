"""Signs of a text that a converter got wrong: bullets taken for letters, ligatures with their bytes turned round."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.readers.misread import with_bullets


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.txt")


LIST = "Harbour plan 2031\n\nActions\n\n{} Renew all moorings\n{} Dredge the north basin\n{} Train twelve pilots\n"
DEEDS = ["Renew all moorings", "Dredge the north basin", "Train twelve pilots"]


@pytest.mark.parametrize("signs", ["¢¢¢", "e¢*", "°e¢", "ee«", "+¢¢"])
def test_signs_that_bullets_were_taken_for_are_bullets(signs: str) -> None:
    assert [action.text for action in read(LIST.format(*signs)).actions] == DEEDS


def test_a_bullet_within_a_line_is_one_where_lines_begin_with_them() -> None:
    text = with_bullets("¢ Renew all moorings e Mend the quay\n¢ Dredge the basin for 5 ¢ a day, e-mail Clerk\n")
    assert text == "• Renew all moorings • Mend the quay\n• Dredge the basin for 5 ¢ a day, e-mail Clerk\n"


def test_letters_that_count_are_no_bullets() -> None:
    plan = read("Harbour plan\n\nActions\n\nd Renew all moorings\ne Dredge the basin\ne Train pilots\nf Buy a tug\n")
    assert all("•" not in record.text for record in plan.records)


def test_ligatures_get_their_letters_back() -> None:
    text = "Harbour plan\n\nActions\n\n• 吀栀e o昀케ce will 昀椀nish the re昀氀oating of all boats\n• 䌀ut tra昀케c\n"
    assert [action.text for action in read(text).actions] == [
        "The office will finish the refloating of all boats",
        "Cut traffic",
    ]


def test_chinese_words_stay() -> None:
    plan = read("Harbour plan\n\nActions\n\n• Twin the harbour with 昀 and 上海\n• Train twelve pilots\n")
    assert plan.actions[0].text == "Twin the harbour with 昀 and 上海"


def test_lines_filled_to_a_margin_are_no_columns() -> None:
    plan = read(
        "Harbour  plan  for  the  years  to  come\n\n"
        "  Action                                              Lead\n"
        "  Renew  all  the  moorings  along  the  north        Harbour office\n"
        "  quay  and  paint  the  bollards  yellow  and        \n"
        "  white\n"
        "  Dredge the south basin                              Works department\n"
        "  Train  the  pilots  of  both  harbours  in          Harbour office\n"
        "  storms\n"
    )
    assert [(action.text, action.owner) for action in plan.actions] == [
        ("Renew all the moorings along the north quay and paint the bollards yellow and white", "Harbour office"),
        ("Dredge the south basin", "Works department"),
        ("Train the pilots of both harbours in storms", "Harbour office"),
    ]
