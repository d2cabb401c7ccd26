"""What `pdftotext -layout` makes of pages as publishers set them: watermarks, headings between tables, names."""

from __future__ import annotations

from objectives_parser import Plan, parse
from objectives_parser.document import Furniture, Paragraph, Table
from objectives_parser.pipeline import read as read_blocks


def read(text: str) -> Plan:
    return parse((text + "\f").encode(), name="plan.txt")


DRAFT = """\
Action                          Lead           By when

Dredge the channel every        Port           May 2027




                                     T
spring and autumn

Open a house for crews          Mission        June 2028




                                    F
beside the east pier

Light the northern mole         Works          July 2028
with lamps that need no




                                   A
wires and no oil
"""


class TestWatermarks:
    def test_letters_aslant_over_a_page_are_none_of_its_lines(self) -> None:
        assert [(action.text, action.owner) for action in read(DRAFT).actions] == [
            ("Dredge the channel every spring and autumn", "Port"),
            ("Open a house for crews beside the east pier", "Mission"),
            ("Light the northern mole with lamps that need no wires and no oil", "Works"),
        ]

    def test_they_are_what_the_page_carries(self, tmp_path) -> None:  # type: ignore[no-untyped-def]
        path = tmp_path / "plan.txt"
        path.write_text(DRAFT + "\f")
        blocks = read_blocks(path).blocks or ()
        (mark,) = [block for block in blocks if isinstance(block, Furniture) and block.kind == "watermark"]
        assert [line.text for line in mark.lines] == ["T", "F", "A"]

    def test_letters_one_under_the_other_are_no_watermark(self, tmp_path) -> None:  # type: ignore[no-untyped-def]
        path = tmp_path / "plan.txt"
        path.write_text("Ships\n\n\n    A\n\n\n    B\n\n\n    C\n\f")
        assert not any(isinstance(block, Furniture) for block in read_blocks(path).blocks or ())


class TestEndsOfTables:
    def test_a_heading_left_of_the_cells_and_apart_ends_the_table(self, tmp_path) -> None:  # type: ignore[no-untyped-def]
        path = tmp_path / "plan.txt"
        path.write_text(
            " Objective               Key actions                Lead           How will we measure success?\n\n"
            " Ships can call          Dredge the channel         Port           Ships turned away\n"
            " in any tide\n\n"
            " Crews feel at home      Open a house               Mission        Crews who come again\n\n\n"
            "3. Indicators\n"
            "Table 2: Overview\n\n"
            " PI ref       Description                      2023/24 outturn     2024/25 target\n\n"
            " H01          Ships unloaded within a day      94%                 95%\n\n"
            " H02          Crews answered within 3 days     81%                 85%\n\f"
        )
        tables = [block for block in read_blocks(path).blocks or () if isinstance(block, Table)]
        assert [(table.rows, table.columns) for table in tables] == [(3, 4), (3, 4)]


class TestHeads:
    def test_names_of_fields_as_programs_write_them_head_columns(self) -> None:
        plan = read(
            "goal_number   goal              strategy              lead_department   performance_measure\n\n"
            "1             Ships can call    Dredge the channel    Port              Ships turned away\n"
            "              in any tide       each spring\n\n"
            "2             Crews feel at     Open a house for      Mission           Crews who come again\n"
            "              home              crews\n"
        )
        assert [(action.text, action.owner) for action in plan.actions] == [
            ("Dredge the channel each spring", "Port"),
            ("Open a house for crews", "Mission"),
        ]
        assert [measure.text for measure in plan.measures] == ["Ships turned away", "Crews who come again"]

    def test_aims_measures_and_milestones_beside_each_other_are_rows_though_bullets_were_drawn(self) -> None:
        plan = read(
            "Business objectives                   Performance measures               Milestones\n\n"
            "  Ships can call in any tide            Ships turned away in a year        Dredging ends\n"
            "                                                                           in May 2027\n\n"
            "  Crews feel at home                    Crews who come again               House opens\n"
            "                                                                           in June 2027\n"
        )
        ids = {record.id: record.text for record in plan.objectives}
        assert {measure.text: [ids[p] for p in measure.parents] for measure in plan.measures} == {
            "Ships turned away in a year": ["Ships can call in any tide"],
            "Crews who come again": ["Crews feel at home"],
        }

    def test_columns_of_lists_without_aims_stay_lists(self, tmp_path) -> None:  # type: ignore[no-untyped-def]
        path = tmp_path / "plan.txt"
        path.write_text(
            "Actions                               Measures\n"
            "  Dredge the channel                    Ships turned away\n"
            "  Open a house for crews                Crews who come again\n"
            "  beside the pier\n\f"
        )
        blocks = read_blocks(path).blocks or ()
        assert not any(isinstance(block, Table) for block in blocks)
        assert not any(isinstance(block, Paragraph) for block in blocks)


class TestTextAroundTables:
    def test_items_set_in_without_their_bullets_may_begin_in_small_letters(self) -> None:
        plan = read(
            "Harbour plan for the years from 2026 to 2030, as the board has agreed it in spring\n\n"
            "1.1 Let ships call in any tide\n"
            "How we will achieve this\n"
            "        dredge the channel every spring\n"
            "        publish the depth of the fairway each week\n\n"
            "1.2 Let crews feel at home\n"
            "How we will achieve this\n"
            "        open a house for crews beside the pier\n"
            "        run a bus from the pier to the town on Sundays\n"
        )
        assert [action.text for action in plan.actions] == [
            "dredge the channel every spring",
            "publish the depth of the fairway each week",
            "open a house for crews beside the pier",
            "run a bus from the pier to the town on Sundays",
        ]

    def test_a_sentence_right_below_text_and_over_a_table_is_no_heading(self) -> None:
        plan = read(
            "Our goal\n"
            "The goal of the port is to cut its emissions by 30 percent by 2030 against the year 2019, as the board\n"
            "agreed in spring.\n"
            "The following actions will be taken to reach this goal in time\n"
            "Sectors                 Actions                                   Lead\n\n"
            "Ships                   Offer power from the shore                Port\n\n"
            "Cranes                  Replace diesel cranes by electric ones    Works\n"
        )
        (goal,) = plan.objectives
        assert [action.parents for action in plan.actions] == [(goal.id,), (goal.id,)]

    def test_what_tells_of_an_aim_begins_below_it(self) -> None:
        plan = read(
            "Objective 1: A harbour where ships can call in any tide and crews feel at home\n"
            "Why this matters\n"
            "One ship in four is turned away.\n\n"
            "The steps we will take\n"
            "     Dredge the channel every spring\n"
            "     Open a house for crews beside the pier\n\n"
            "Objective 2: A harbour that earns its keep and pays for the piers of the islands\n"
            "Why this matters\n"
            "The piers are old.\n\n"
            "The steps we will take\n"
            "     Raise the dues of cruise ships\n"
            "     Let the old customs house\n"
        )
        assert [objective.text for objective in plan.objectives] == [
            "A harbour where ships can call in any tide and crews feel at home",
            "A harbour that earns its keep and pays for the piers of the islands",
        ]
