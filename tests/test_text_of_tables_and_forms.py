"""Tables and forms as `pdftotext -layout` writes them: names over groups of columns, bands of several lines, labels set
in the middle; and what stands over them in lines that no empty one parts."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.document import Block, Line, Table, Word
from objectives_parser.layout.text.spaced.middles import Told, around_labels
from objectives_parser.pipeline import read as read_blocks


def read(text: str) -> Plan:
    return parse((text + "\f").encode(), name="plan.txt")


def tables(text: str) -> list[Table]:
    blocks: tuple[Block, ...] = read_blocks((text + "\f").encode(), name="plan.txt").blocks or ()
    return [block for block in blocks if isinstance(block, Table)]


GROUPED = """\
                                            Work programme

                 What                                       How and when

   No.                   Action                        Lead             By when          How we will know

 1.1    Dredge the channel to the old mole    Port               May 2027            Ships turned away by the
        every spring and every autumn                                                pilots

 1.2    Open a house for the crews beside     Mission            June 2028           Crews who come again
        the east pier

 1.3    Light the northern mole with lamps    Works              July 2028           Lamps that burn all night
        that need no wires
"""


class TestNamesOfGroups:
    def test_a_name_over_a_group_of_columns_is_no_column(self) -> None:
        (table,) = tables(GROUPED)
        assert table.columns == 5
        assert [cell.text for cell in table.cells if cell.header] == [
            "No.", "Action", "Lead", "By when", "How we will know",
        ]  # fmt: skip

    def test_cells_below_it_are_whole(self) -> None:
        plan = read(GROUPED)
        assert [(action.label, action.text, action.owner) for action in plan.actions] == [
            ("1.1", "Dredge the channel to the old mole every spring and every autumn", "Port"),
            ("1.2", "Open a house for the crews beside the east pier", "Mission"),
            ("1.3", "Light the northern mole with lamps that need no wires", "Works"),
        ]

    def test_it_stands_over_the_whole_table(self) -> None:
        (table,) = tables(GROUPED)
        assert [cell.text for cell in table.cells if cell.column_span == 5] == ["Work programme", "What How and when"]

    def test_a_name_above_a_column_of_its_own_stays_its_name(self) -> None:
        (table,) = tables(
            "                              Lead\n"
            " Action                                  By when      How we will know\n\n"
            " Dredge the channel           Port       May 2027     Ships turned away\n\n"
            " Open a house                 Mission    June 2028    Crews who come again\n"
        )
        assert [cell.text for cell in table.cells if cell.header] == ["Action", "Lead", "By when", "How we will know"]


BANDS = """\
 Description of measures         Owner          Next steps                      Expected impact
 taken so far

 Recommendation 1 by captains: Keep this harbour open to ships of every size in every tide and at all the
 times of the year

 Dredge the channel to the       Port           Begin when the ice has gone     Fewer ships turned away
 old mole

 Mark the new channel            Works          Buoys ordered                   No ship aground

 Recommendation 2 by captains: Give all crews who have to wait for several weeks a place where they can be
 at home
 Open a house beside the         Mission        Talks with the owners           Crews come again
 east pier
"""


class TestBands:
    def test_a_band_of_two_lines_is_one_cell_over_all_columns(self) -> None:
        (table,) = tables(BANDS)
        bands = [cell.text for cell in table.cells if cell.column_span == 4]
        assert [(band[:16], band.split()[-1]) for band in bands] == [
            ("Recommendation 1", "year"),
            ("Recommendation 2", "home"),
        ]

    def test_the_rows_below_it_belong_to_the_table(self) -> None:
        (table,) = tables(BANDS)
        first = [cell.text for cell in table.cells if not cell.column and cell.column_span == 1 and not cell.header]
        assert first == [
            "Dredge the channel to the old mole",
            "Mark the new channel",
            "Open a house beside the east pier",
        ]

    def test_the_first_header_cell_may_go_on_alone(self) -> None:
        (table,) = tables(BANDS)
        assert next(cell.text for cell in table.cells if cell.header) == "Description of measures taken so far"


MIDDLE = """\
                       Keep the harbour open to ships of all sizes in every tide
Priority 1
                       and at all times of the year
                       The plan of the harbour council says that ships of the coast
Relevance
                       call here more often than before
Lead                   Harbour council
                       • Dredge the channel every spring and autumn
Key activities         • Mark the new channel with buoys
                       • Light the northern mole
Indicators             Ships turned away
                       Give crews who have to wait for weeks a place where they can
Priority 2
                       be at home
Lead                   Seamen's mission
                       • Open a house beside the east pier
Key activities
                       • Teach crews the language of the town
Indicators             Crews who come again
"""


class TestLabelsInTheMiddle:
    def test_what_stands_around_a_label_is_what_it_labels(self) -> None:
        (table,) = tables(MIDDLE)
        rows = {row: [cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)}
        assert rows[0] == [
            "Priority 1",
            "Keep the harbour open to ships of all sizes in every tide and at all times of the year",
        ]
        assert rows[3] == [
            "Key activities",
            "• Dredge the channel every spring and autumn • Mark the new channel with buoys • Light the northern mole",
        ]
        assert rows[5] == ["Priority 2", "Give crews who have to wait for weeks a place where they can be at home"]

    def test_what_is_done_hangs_on_the_aim_of_its_form(self) -> None:
        plan = read(MIDDLE)
        aims = {objective.id: objective.text for objective in plan.objectives}
        assert [(action.text, [aims[parent] for parent in action.parents]) for action in plan.actions] == [
            (text, [aim])
            for aim, texts in (
                (
                    "Keep the harbour open to ships of all sizes in every tide and at all times of the year",
                    (
                        "Dredge the channel every spring and autumn",
                        "Mark the new channel with buoys",
                        "Light the northern mole",
                    ),
                ),
                (
                    "Give crews who have to wait for weeks a place where they can be at home",
                    ("Open a house beside the east pier", "Teach crews the language of the town"),
                ),
            )
            for text in texts
        ]

    @pytest.mark.parametrize(
        ("labels", "values", "sizes"),
        [
            ([1, 4], [0, 1, 2, 4], [3, 1]),
            ([0, 1, 2], [0, 1, 2], [1, 1, 1]),
            ([2, 5], [1, 2, 3, 5], [3, 1]),
        ],
    )
    def test_heights_tell(self, labels: list[int], values: list[int], sizes: list[int]) -> None:
        found = around_labels(lines(labels), lines(values))
        assert found is not None
        assert [len(beside) for _, beside in found] == sizes

    def test_labels_at_the_top_are_not_in_the_middle(self) -> None:
        assert around_labels(lines([0, 5]), lines(range(16))) is None


def lines(heights: object) -> list[Told]:
    word = Word(text="Word", start=0, end=4)
    return [Told(at=at, y=y, blanks=0, line=Line((word,))) for at, y in enumerate(heights)]  # type: ignore[arg-type,var-annotated]


class TestLinesOverOthers:
    def test_a_sentence_under_a_labelled_aim_that_had_room_is_no_part_of_it(self) -> None:
        plan = read(
            "The harbour council met four times last year and heard what captains, pilots and crews had to say, "
            "and what it costs.\n\n"
            "Objective H-1. Ships find the channel in the densest fog of autumn\n"
            "Outages of the old lamps last longest where no road leads.\n\n"
            "Task                                                  Lead             Finish\n\n"
            "Light the northern mole                               Works            2029\n\n"
            "Mark the new channel with buoys that ring             Port             2030\n"
        )
        assert [aim.text for aim in plan.objectives] == ["Ships find the channel in the densest fog of autumn"]

    def test_a_lead_in_over_a_list_is_no_part_of_the_aim_over_it(self) -> None:
        plan = read(
            "Specific objective 1.2: Raise the number of pilots who know the northern channel\n"
            "Actions to be supported:\n"
            "   • courses on the new simulator of the school\n"
            "   • grants for pilots from the islands\n"
        )
        assert [aim.text for aim in plan.objectives] == ["Raise the number of pilots who know the northern channel"]
        assert len(plan.actions) == 2

    def test_a_line_that_names_the_label_again_begins_anew(self) -> None:
        plan = read(
            "Priority 1: A growing harbour\n"
            "Priority 1 actions\n\n"
            "Action                                 Lead             By when\n\n"
            "Dredge the channel every spring        Port             May 2027\n\n"
            "Mark the channel with buoys            Works            May 2028\n"
        )
        assert [aim.text for aim in plan.objectives] == ["A growing harbour"]

    def test_commands_set_in_under_a_sentence_are_items(self) -> None:
        plan = read(
            "Connect\n"
            "Connect crews with the people of the town, who know where to find what they need in a strange place.\n"
            "   We will open a house beside the east pier.\n"
            "   We will teach crews the language of the town.\n"
            "   We will ask captains twice a year what is missing.\n\n"
            "Prepare\n"
            "Prepare the harbour for storms and for ice, which came twice in the last ten years.\n"
            "   We will raise the northern mole.\n"
            "   We will keep sand and salt at each pier.\n"
        )
        assert [action.text for action in plan.actions] == [
            "We will open a house beside the east pier.",
            "We will teach crews the language of the town.",
            "We will ask captains twice a year what is missing.",
            "We will raise the northern mole.",
            "We will keep sand and salt at each pier.",
        ]
