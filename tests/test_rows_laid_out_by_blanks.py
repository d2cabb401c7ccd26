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


UNNAMED_NUMBERS = """Roadmap of the Harbour Plan
      Activities                   Expected outputs       Indicators            Responsible      2031 2032 2033 Budget
                                                                                                                (USD)
Outcome 1: The offices that carry the plan work together
1.1   Set up a committee of        Decree signed          Number of meetings    Ministry of       x               120
      ports and rivers                                    per year              Harbours
1.2   Train pilots in the nine     90 pilots trained      Share of pilots who   Ministry of       x    x          260
      harbours                                            pass the test         Rivers
Outcome 2: Storms are measured each year
2.1   Set up gauges at the         Gauges in place        Number of gauges      Weather Office         x          540
      mouths of three rivers
2.2   Prepare ten notes and        Ten notes              Notes that are read   Harbour Office         x    x     220
      present them at a forum
"""
OVER_PAGES = UNNAMED_NUMBERS.replace(
    "present them at a forum\n",
    "present\n\f      Activities            Expected outputs        Indicators     Responsible  2031 2032 2033 Budget\n"
    "                                                                                           (USD)\n"
    "      them at a forum\n",
)


def test_sections_left_of_a_header_without_a_name_for_the_numbers_stand_in_its_table() -> None:
    plan = _plan(UNNAMED_NUMBERS)
    assert [found.text for found in plan.objectives][:2] == [
        "The offices that carry the plan work together",
        "Storms are measured each year",
    ]
    assert [found.label for found in plan.actions] == ["1.1", "1.2", "2.1", "2.2"]
    assert [found.parents for found in plan.actions] == [("objective-1",)] * 2 + [("objective-2",)] * 2


def test_a_header_printed_again_over_one_cell_has_the_columns_of_the_page_before() -> None:
    plan = _plan(OVER_PAGES)
    assert plan.actions[-1].text == "Prepare ten notes and present them at a forum"


AROUND = """                      HARBOUR OBJECTIVES FOR 2032-33

                                                        Performance Measures (please include
                   Objective
                                                             milestones/KPIs with dates)
Business Delivery Objectives
                                                      * Five crane networks set up and in use by
                                                        December 2032
Deliver the growth review of the harbour              * 60m of funding promised by March 2033
on time and within budget                             * 90% of claims paid within the first four
                                                        weeks of the season

Capability Building Objectives
                                                      * Engagement score at or above 54%
Strengthen leadership at all levels                   * All heads of piers complete the course on
                                                        leading people
"""


def test_a_header_cell_of_one_line_stands_between_two_lines_of_the_next() -> None:
    plan = _plan(AROUND)
    assert [(found.text.split()[0], found.category) for found in plan.objectives] == [
        ("Deliver", "Business Delivery Objectives"),
        ("Strengthen", "Capability Building Objectives"),
    ]
    assert [found.parents for found in plan.measures] == [("objective-1",)] * 3 + [("objective-2",)] * 2


FORMS = """Harbour Action Plan
Commitment 1: Publish a register of the owners of boats

Lead implementing agency                    Ministry of Harbours
Public problem                              Boats without a name are used to hide the
                                            catch.
Main objective                              All can see who owns the boats in the bay.

Milestone activity                          Start date              End date
Pass the rule on the register               January 2032            June 2032
Build the register and open it for          July 2032               March 2033
searches

Commitment 2: Open the times of all ferries

Lead implementing agency                    Ministry of Rivers
Public problem                              Times are kept in closed books of each
                                            captain.
Main objective                              People can plan trips with all ferries.

Milestone activity                          Start date              End date
Adopt a common form for the times March 2032                        September 2032
of ferries
Publish the times of the day boats          October 2032            June 2033
"""


def test_tables_of_milestones_stand_between_forms() -> None:
    plan = _plan(FORMS)
    assert [(found.text.split()[0], found.due and found.due.text) for found in plan.milestones] == [
        ("Pass", "June 2032"),
        ("Build", "March 2033"),
        ("Adopt", "September 2032"),
        ("Publish", "June 2033"),
    ]
    assert plan.milestones[2].text == "Adopt a common form for the times of ferries"
    assert [found.parents for found in plan.milestones] == [("action-1",)] * 2 + [("action-2",)] * 2


SHIFTED = """Young people

Issue                           Action to be taken                      Who            Timescale
Young people have               Open the boat house as a club           Youth group    September
nowhere to meet                 on Fridays                                             2034
The pier is worn                Raise funds for new planks now Friends of the          March 2035
out                                                            Pier
"""


def test_two_lines_of_a_cell_tell_where_it_begins_behind_a_full_one() -> None:
    plan = _plan(SHIFTED)
    assert [(found.text, found.owner) for found in plan.actions] == [
        ("Open the boat house as a club on Fridays", "Youth group"),
        ("Raise funds for new planks now", "Friends of the Pier"),
    ]


CENTRED = """Strategy of the Harbour School

                                                                             Key performance               2032
     Strategies                           Initiatives                                                                 Responsible
                                                                                indicators                target

                       Review all first-year courses with captains
                                                                         Courses reviewed              40%
                       and pilots by summer 2033
Renew the courses                                                                                                  Heads of School
                                                                         Share of pupils with a
                       Introduce a project on each boat                                                65%
                                                                         boat project

                       Open a study room in the boat house that is                                     9,000 a
                                                                         Visits to the study room
                       staffed until midnight                                                          year
Support pupils who                                                                                                 Director of Pupil
struggle                                                                                                           Life
                                                                         Pupils who leave in
                       Alert tutors when a pupil misses two weeks                                      below 5%
                                                                         their first year
"""  # noqa: E501


def test_cells_in_the_middle_of_several_rows_span_them() -> None:
    plan = _plan(CENTRED)
    assert [found.text for found in plan.objectives] == ["Renew the courses", "Support pupils who struggle"]
    assert [found.parents for found in plan.actions] == [("objective-1",)] * 2 + [("objective-2",)] * 2


HEAD_AT_END = """Harbour Objectives

1. Corporate objectives        Performance measures                  Milestones

\fLead the harbour reform       A saving plan agreed with the         Review launched
and act as a leader            council before the winter             Summer 2032

                               Feedback from the heads of all        Review reports
                               other harbours                        by March 2033
"""


def test_a_header_at_a_pages_end_names_the_columns_of_the_next_page() -> None:
    plan = _plan(HEAD_AT_END)
    assert [found.text for found in plan.objectives] == ["Lead the harbour reform and act as a leader"]
    assert len(plan.measures) == len(plan.milestones) == 2


LABELS_OVER_ROWS = """Annual Performance Plan
Strategic Goal 2: Conserve land and water for those who come after us
Objective 2.1 Restore wetlands that protect the harbour from storms

Objective 2.2 Bring back native fish to the bay

Performance measure                                      FY28         FY29         FY30
                                                         actual       actual       target
Objective 2.1
Acres of wetland restored                                4,120        4,388        4,500
Miles of dune rebuilt                                    11           9            14
Objective 2.2
Fish whose numbers are stable or growing                 18           18           20
Acres treated against weeds                              22,900       21,050       25,000
"""


def test_a_label_over_rows_says_which_aim_they_serve() -> None:
    plan = _plan(LABELS_OVER_ROWS)
    labels = {found.id: found.label for found in plan.objectives}
    assert [labels[found.parents[0]] for found in plan.measures] == ["Objective 2.1"] * 2 + ["Objective 2.2"] * 2


LISTS = """Harbour Strategic Plan
Goal A: Be a safe harbour

Strategies                                          Performance measures
     Add two wardens to the night watch                  Thefts per thousand boats
     Replace the lights on six piers                     Lights that work


Goal B: Keep the books sound

Strategies                                             Performance measures
     Adopt a ten-year plan                                  Days of cash on hand
     Audit every fund each year                             Bond rating


Goal C: Serve captains well

Strategies                                         Performance measures
     Move all permits to one desk                       Share of permits filed there
"""


def test_captions_over_lists_need_not_stand_at_one_place_on_a_page() -> None:
    plan = _plan(LISTS)
    assert [found.text for found in plan.measures] == [
        "Thefts per thousand boats",
        "Lights that work",
        "Days of cash on hand",
        "Bond rating",
        "Share of permits filed there",
    ]
