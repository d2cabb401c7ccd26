"""Tables laid out by blanks that go on over a form feed: without their header, in columns that moved, or under the
header's words in less room."""

from __future__ import annotations

from objectives_parser import Plan, parse


def _plan(*pages: str) -> Plan:
    return parse("\f".join(pages).encode(), name="plan.txt")


FIRST = """Harbour Work Plan

Action                                   Lead             By            How we will know

Count the nests of all swallows under    Bird wardens     March 2027    Nests counted
the eaves

Lay a shaded path along the four quays   Streets          May 2027      Path lit well
"""
MOVED = """and swept daily

Mend the steps of the old pier Port         June 2027 Falls halved
with new stone slabs           Engineer

Paint the railings and the                            Paint
lamps at the fish hall         Town crew    July 2027 dry

Teach all crews to tie knots   School       May 2028  Two crews
                               of Sailing             taught
"""


def test_rows_on_the_next_page_stand_in_columns_that_moved() -> None:
    plan = _plan(FIRST, MOVED)
    assert [action.text for action in plan.actions][2:] == [
        "Mend the steps of the old pier with new stone slabs",
        "Paint the railings and the lamps at the fish hall",
        "Teach all crews to tie knots",
    ]
    assert [action.owner for action in plan.actions][2:] == ["Port Engineer", "Town crew", "School of Sailing"]
    assert [measure.text for measure in plan.measures][2:] == ["Falls halved", "Paint dry", "Two crews taught"]


SPANNED = """Harbour Work Plan

Aim   Action                           Lead            Due date     Budget

Dry   Lay a shaded path along the      Streets         May 2027     40,000
feet  four quays

      Raise the ferry pier by a foot   Port Engineer   June 2027    9,000
"""
LEFT_OUT = """Mend the steps of the old pier   Stone masons    July 2027  7,500

Paint the railings and lamps     Town crew       May 2028   1,200

Drain the yard behind the hall   Water board     June 2028  3,000

Hang new bells in the tower      Bell founders   July 2028  4,100

Plant limes along the market     Town crew       May 2029   2,600

Print maps of all the moorings   Harbour office  June 2029  900
"""


def test_the_room_of_an_empty_first_column_may_be_left_out() -> None:
    plan = _plan(SPANNED, LEFT_OUT)
    assert [action.text.split()[0] for action in plan.actions][2:] == [
        "Mend",
        "Paint",
        "Drain",
        "Hang",
        "Plant",
        "Print",
    ]


BEHIND = """                                                                        and open to
                                                                        the public


Risks

Storms may keep crews from work. The board looks at this each spring, and moves rows of this plan where it has to do so.
"""


def test_the_last_lines_of_a_row_stand_before_text() -> None:
    plan = _plan(FIRST, BEHIND)
    assert [measure.text for measure in plan.measures] == ["Nests counted", "Path lit well and open to the public"]


TIGHT = """Action           Lead By   How we will know

Mend the steps   Port 2028 Falls halved

Clean the lamps  Port 2029 Glass clear
"""


def test_a_header_says_the_same_in_less_room() -> None:
    plan = _plan(FIRST, TIGHT)
    assert [action.text for action in plan.actions][2:] == ["Mend the steps", "Clean the lamps"]
    assert [measure.text for measure in plan.measures][2:] == ["Falls halved", "Glass clear"]


def test_the_same_header_amid_a_page_begins_another_table() -> None:
    plan = _plan(FIRST + "\n\n\nBy water\nThese rows are the ferry's.\n" + TIGHT)
    assert [action.text.split()[0] for action in plan.actions] == ["Count", "Lay", "Mend", "Clean"]
    assert [measure.text for measure in plan.measures][2:] == ["Falls halved", "Glass clear"]


LIKE_A_HEAD = """Action plan agreed by all      Lead agency    Target date    Board says yes



Paint the old railings         Town crew      May 2029       Paint dry
"""


def test_cells_that_name_few_columns_are_no_header_of_a_page() -> None:
    plan = _plan(FIRST, LIKE_A_HEAD)
    assert plan.actions[-1].text.endswith("Paint the old railings")
    assert plan.measures[-1].text.endswith("Paint dry")


LIST = """Objectives                                      Performance measures

Keep the harbour safe for all who               A fire plan is published and the
land here                                       crews have rehearsed it
"""
BY_TURNS = """                                                All hydrants are tested before the
Spend the port's money well, as the
                                                end of March
law and our own rules ask of all
                                                The yearly accounts are signed by
who work here
                                                the auditors without remarks
"""


def test_cells_by_turns_are_of_two_columns() -> None:
    plan = _plan(LIST, BY_TURNS)
    assert [aim.text.split()[0] for aim in plan.objectives] == ["Keep", "Spend"]
    assert (
        plan.objectives[1].text == "Spend the port's money well, as the law and our own rules ask of all who work here"
    )


OTHER = """Key Indicators

Ferry passengers                        Boats at the pier
          FY30      FY31      FY32                FY30      FY31      FY32
Target    900       950       990       Target    40        45        50

Figures of passengers are drawn from the tickets that the crews have sold up to the last day of each month of the year.
"""


def test_a_heading_over_figures_ends_the_table_of_the_page_before() -> None:
    plan = _plan(FIRST, OTHER)
    assert [action.text.split()[0] for action in plan.actions] == ["Count", "Lay"]
