"""Rows of tables laid out by blanks: the lines that name rows, the numbers and bullets that begin them, heads of odd
shapes, and statements that only their capitals part."""

from __future__ import annotations

from objectives_parser import Plan, parse


def _plan(text: str) -> Plan:
    return parse(text.encode(), name="plan.txt")


BANDS = """Harbour Plan

 ACTIONS                                                         TIMELINE       LEAD

 On foot
 Build a shaded path along all four quays of the harbour         2031           Streets
 Cut the number of falls on wet steps by half through rails      2032           Transport,
 and better lamps                                                               Streets
 By boat
 Run a ferry every ten minutes between the two piers             2033           Port
 Give free passes to all pupils of the island                    2031           Port, Schools
 With freight
 Pilot a cargo bike depot behind the old fish hall               2034           Port
"""


def test_short_lines_alone_at_the_left_name_the_rows_below_them() -> None:
    plan = _plan(BANDS)
    assert [action.text.split()[0] for action in plan.actions] == ["Build", "Cut", "Run", "Give", "Pilot"]
    assert [action.category for action in plan.actions][::2] == ["On foot", "By boat", "With freight"]
    assert plan.actions[1].text.endswith("rails and better lamps")


LABELLED = """Key Milestones
Milestone                                         Due date  Status        Owner   Comments
Strategy 1
Place advisers at the harbour, the mill and       Q2 FY32   Complete      PORT    Advisers saw 40 boat crews by
the market                                                                        the end of March.
Add a day on nets to the course                   Q4 FY32   On track      PORT    The course is in review.
Strategy 2
Publish one form that both offices accept         Q3 FY32   Delayed       MILL
"""


def test_labels_alone_at_the_left_name_the_rows_below_them() -> None:
    plan = _plan(LABELLED)
    assert [found.text.split()[0] for found in plan.milestones] == ["Place", "Add", "Publish"]


COUNTED = """Objectives of the Harbour Master

 Strategic objective             Measures of success
 Policy and delivery
 1 Prevent fires and keep        • A fire plan published and
 the quays safe                    rehearsed
                                 • Hydrants delivered within budget
 Money and efficiency
 2 Secure a sustainable          • Options agreed with the council
 Budget Review settlement        • The saving plan yields 15m
                                 • Services meet the standard
 3 Lead an inclusive, high       • Engagement improves by
 performing harbour office         three points
"""


def test_numbers_without_a_stop_begin_rows_and_what_is_not_counted_names_them() -> None:
    plan = _plan(COUNTED)
    assert [found.text for found in plan.objectives] == [
        "Prevent fires and keep the quays safe",
        "Secure a sustainable Budget Review settlement",
        "Lead an inclusive, high performing harbour office",
    ]
    assert [found.category for found in plan.objectives] == [
        "Policy and delivery",
        "Money and efficiency",
        "Money and efficiency",
    ]
    assert [found.parents for found in plan.measures][3:5] == [("objective-2",), ("objective-2",)]


ARROWS = """How we will measure success

Measure                                                    2032          2033          Desired
                                                           actual        target        direction
Percentage of nets that are mended before the              58.4%         62%           ↑
first storm of the year
Number of meals that the harbour kitchen serves free       412,300       640,000       ↑
Boats on the list of wrecks per thousand                   61            55            ↓
"""


def test_an_arrow_under_an_arrow_is_that_of_another_row() -> None:
    assert [found.text.split()[0] for found in _plan(ARROWS).measures] == ["Percentage", "Number", "Boats"]


FORM_OVER_HEAD = """Individual Objectives 2033/34
Name        Ada Hill                          Department            Department of Harbours and Canal Works

No.    Objective                             Performance measures                             Milestone                    Date
A1     Reform the market of berths so        • Berth Bill enacted with wide support           Bill receives assent         December
       that it is fair and affordable        • Builders bring forward projects ahead                                       2033
                                               of the first contracts
A2     Bring warm cabins to all              • Number of cabins rises month on month          First report                 June 2033
       households
"""  # noqa: E501


def test_a_form_over_an_empty_line_is_no_part_of_the_head() -> None:
    plan = _plan(FORM_OVER_HEAD)
    assert [found.text for found in plan.measures] == [
        "Berth Bill enacted with wide support",
        "Builders bring forward projects ahead of the first contracts",
        "Number of cabins rises month on month",
    ]
    assert [found.parents for found in plan.measures] == [("objective-1",), ("objective-1",), ("objective-2",)]


TURNED = """Delivery Plan 2032-33

 Ref                                Deliverable                               Success measure                 Owner




                                                                                                                          Quarter 1

                                                                                                                                      Quarter 2

                                                                                                                                                  Quarter 3

                                                                                                                                                              Quarter 4
Strategic outcome 1: Visitors feel welcome at all our piers
1.1    Route maps for the thirty most visited piers             Maps downloaded 20,000 times by spring        DCE                   ✓
1.2    Old songs added to new exhibitions                       All new exhibitions have a song               DCE         ✓           ✓           ✓           ✓
Strategic outcome 2: The piers are in better condition
2.1    Inspection of masonry, first seventy piers               All closures reviewed within six weeks        HoP         ✓
2.2    Survey of storm damage along the shore                   Every pier on the register                    HoP                     ✓           ✓
"""  # noqa: E501


def test_names_of_quarters_turned_on_their_side_stand_below_the_head_one_after_the_other() -> None:
    plan = _plan(TURNED)
    assert [found.text for found in plan.objectives] == [
        "Visitors feel welcome at all our piers",
        "The piers are in better condition",
    ]
    assert [found.parents for found in plan.milestones] == [("objective-1",)] * 2 + [("objective-2",)] * 2


AIMS_BESIDE = """HARBOUR OBJECTIVES 2032-33

Harbour                        Performance Measures                  Milestones
Objectives
• Honour the promise           • Harbour spending on course for      • Annual Report
  to spend                       12% of all dues in 2032               published June
  12% of all dues              • Results framework updated             2032
                                 twice each year
• Deliver the results that     • Six in ten of the reforms             first review
  were promised                  judged on track                       in May
• Respond rapidly and          • Money within 72 hours of a
  effectively to storms          storm
• Shape the plan that          • Office's role as chair of the       • Meeting of the
  follows the old one            working party supported               party May 2032
"""


def test_bulleted_aims_beside_bulleted_measures_are_rows() -> None:
    plan = _plan(AIMS_BESIDE)
    assert plan.objectives[0].text == "Honour the promise to spend 12% of all dues"
    storm = next(found for found in plan.measures if found.text.startswith("Money"))
    assert storm.parents == ("objective-3",)
    first = next(found for found in plan.measures if found.text.startswith("Results"))
    assert first.parents == ("objective-1", "objective-2")


CAPITALS = """Objectives of the Harbour Office

Objective                        Measures of success                  Key milestones
Oversee the dredging             Channel depth and berth clearance    Contract let
                                 stay above the limits the board set  by May 2032
                                 Quarterly survey of pilots shows
                                 fewer complaints
Respond to the storm             Spare pumps in place at each of the  Pumps tested
                                 nine gates
                                 Sandbags stored at every quay before
                                 winter
Save money                       Outturn within the limits that were  Accounts laid
                                 voted by the whole harbour council
                                 Reduction in the costs of agency staff
"""


def test_capitals_head_statements_where_the_column_shows_that_they_do() -> None:
    texts = [found.text for found in _plan(CAPITALS).measures]
    assert "Outturn within the limits that were voted by the whole harbour council" in texts
    assert "Reduction in the costs of agency staff" in texts
    assert len(texts) == 6
