"""Lists that planning programs and offices keep: a row for each statement and its type, facts under a heading, brackets
with who and when, outlines that the format numbers."""

from __future__ import annotations

from typing import Any

import pytest

from objectives_parser import parse
from objectives_parser.records import Plan
from tests.office import p, word
from tests.test_readers_docx import item, numbering


def told(plan: Plan) -> list[tuple[Any, ...]]:
    by_id = {record.id: record.text for record in plan.records}
    found = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.id.split("-")[0], record.text, [by_id[parent] for parent in record.parents]) for record in found]


def csv(*rows: str) -> Plan:
    return parse("\n".join(rows).encode(), name="plan.csv")


ROWS = (
    "G1;;Goal;Clean water in every village;;",
    "G1.1;G1;Objective;Repair the wells of the northern hills;Water Board;2027-06-30",
    "G1.1.1;G1.1;Action;Test all forty pumps for leaks;Field Team;2026-03-31",
    "G2;;Goal;Roads that stay open in the rains;;",
    "G2.1;G2;KPI;Days a year with a road closed;Works Office;2028-12-31",
)
TOLD = [
    ("objective", "Clean water in every village", []),
    ("objective", "Repair the wells of the northern hills", ["Clean water in every village"]),
    ("action", "Test all forty pumps for leaks", ["Repair the wells of the northern hills"]),
    ("objective", "Roads that stay open in the rains", []),
    ("measure", "Days a year with a road closed", ["Roads that stay open in the rains"]),
]


class TestTypedRows:
    @pytest.mark.parametrize("names", ["Type;Title", "Item type;Name", "Level;Description"])
    def test_a_column_says_what_each_row_is(self, names: str) -> None:
        plan = csv(f"ID;Parent ID;{names};Owner;Due date", *ROWS)
        assert told(plan) == TOLD
        assert [action.owner for action in plan.actions] == ["Field Team"]
        assert [action.label for action in plan.actions] == ["G1.1.1"]

    def test_a_column_says_whom_a_row_serves_whatever_the_order(self) -> None:
        ordered = sorted(ROWS, key=lambda row: ["Goal", "Objective", "Action", "KPI"].index(row.split(";")[2]))
        plan = csv("ID;Parent ID;Type;Title;Owner;Due date", *ordered)
        assert sorted(told(plan)) == sorted(TOLD)

    def test_types_of_things_are_no_kinds_of_statements(self) -> None:
        plan = csv("Ref;Type;Title;Owner", "1;Grant;Money for new pumps;Field Team", "2;Loan;Money for roads;Works")
        assert not plan.measures and not plan.objectives


class TestNumbersOfTwoColumns:
    def test_each_labels_what_stands_right_of_it(self) -> None:
        plan = parse(
            b"<table><tr><th>Ref</th><th>Recommendation</th><th>No.</th><th>Action</th><th>Lead</th></tr>"
            b"<tr><td rowspan=2>R1</td><td rowspan=2>Store medicines safely</td><td>1.1</td><td>Replace the locks</td>"
            b"<td>Pharmacy</td></tr><tr><td>1.2</td><td>Check the fridges daily</td><td>Wards</td></tr></table>",
            name="plan.html",
        )
        assert [(action.text, action.label) for action in plan.actions] == [
            ("Store medicines safely", "R1"),
            ("Replace the locks", "1.1"),
            ("Check the fridges daily", "1.2"),
        ]


class TestFactsUnderAHeading:
    @pytest.mark.parametrize(
        "facts",
        [
            "<dl><dt>Lead institution</dt><dd>Ministry of Works</dd><dt>Timeline</dt><dd>2026 to 2027</dd></dl>",
            "<table><tr><th>Lead institution</th><td>Ministry of Works</td></tr>"
            "<tr><th>Timeline</th><td>2026 to 2027</td></tr></table>",
            "<table><tr><th>Lead institution</th><th>Timeline</th></tr>"
            "<tr><td>Ministry of Works</td><td>2026 to 2027</td></tr></table>",
        ],
    )
    def test_they_are_the_record_s(self, facts: str) -> None:
        page = f"<h1>Action plan</h1><h3>Commitment 3: Open the register of bridges</h3>{facts}<h4>Milestones</h4>"
        plan = parse(f"{page}<ul><li>Publish the first list</li></ul>".encode(), name="plan.html")
        assert told(plan) == [
            ("action", "Open the register of bridges", []),
            ("milestone", "Publish the first list", ["Open the register of bridges"]),
        ]
        assert plan.actions[0].owner == "Ministry of Works"
        assert plan.actions[0].due is not None and plan.actions[0].due.end == "2027-12-31"


class TestBracketsBehindStatements:
    def test_who_and_when_without_their_names(self) -> None:
        plan = parse(
            b"# Goal 1: Better teaching\n\n- Review every unit (Heads of School; by June 2027)\n"
            b"- Return all marked work (Dean, Education; 2026)\n- Open a studio\n",
            name="plan.md",
        )
        assert [(action.text, action.owner, action.due and action.due.text) for action in plan.actions] == [
            ("Review every unit", "Heads of School", "by June 2027"),
            ("Return all marked work", "Dean, Education", "2026"),
            ("Open a studio", None, None),
        ]

    def test_a_source_is_none(self) -> None:
        plan = parse(
            b"# Actions\n\n- Use the guide (Ministry of Works, 2019; Jones, 2020)\n- Follow the code (ILO; Geneva)\n",
            name="plan.md",
        )
        assert plan.actions[0].text.endswith("Jones, 2020)")
        assert not any(action.owner for action in plan.actions)


def test_an_outline_that_the_format_numbers() -> None:
    plan = parse(
        word(
            p("Strategic plan 2026-2030", '<w:outlineLvl w:val="0"/>')
            + item("Teaching that prepares for work")
            + item("Renew the curriculum", 1)
            + item("Review every unit with employers", 2)
            + item("Improve feedback", 1)
            + item("Return marked work within three weeks", 2),
            numbering=numbering("decimal:Goal %1:", "decimal:%1.%2", "decimal:%1.%2.%3"),
        ),
        name="plan.docx",
    )
    assert told(plan) == [
        ("objective", "Teaching that prepares for work", []),
        ("objective", "Renew the curriculum", ["Teaching that prepares for work"]),
        ("action", "Review every unit with employers", ["Renew the curriculum"]),
        ("objective", "Improve feedback", ["Teaching that prepares for work"]),
        ("action", "Return marked work within three weeks", ["Improve feedback"]),
    ]
    assert [objective.label for objective in plan.objectives] == ["Goal 1", "1.1", "1.2"]


def test_an_aim_under_a_priority_ends_at_the_next_priority() -> None:
    plan = parse(
        b"## Priority 1: Reading\n\nAim: Every child reads by seven.\n\n## Priority 2: Digital help\n\n"
        b"Aim: Nobody is left out.\n",
        name="plan.md",
    )
    assert told(plan) == [
        ("objective", "Reading", []),
        ("objective", "Every child reads by seven.", ["Reading"]),
        ("objective", "Digital help", []),
        ("objective", "Nobody is left out.", ["Digital help"]),
    ]


def test_when_a_table_was_written_is_no_aim() -> None:
    plan = parse(
        b"## Position at 31 October 2025\n\n| Action | Lead |\n|---|---|\n| Replace the locks | Pharmacy |\n",
        name="plan.md",
    )
    assert told(plan) == [("action", "Replace the locks", [])]


def test_levels_down_the_first_column_are_labels() -> None:
    plan = parse(
        b"| | Narrative summary | Indicators |\n|---|---|---|\n| Impact | Families have secure incomes | Poverty |\n"
        b"| Outcome 1 | Farmers sell more | Price of rice |\n| Output 1.1 | Groups are trained | Number trained |\n",
        name="plan.md",
    )
    assert [objective.label for objective in plan.objectives] == ["Impact", "Outcome 1", "Output 1.1"]


def test_a_table_of_agencies_and_activities_is_none_of_facts() -> None:
    plan = parse(
        b"## Strategy: Strengthen the data\n\n| Agency | Activity |\n|---|---|\n| Works | Publish the tables |\n",
        name="plan.md",
    )
    assert [(action.text, action.owner) for action in plan.actions] == [("Publish the tables", "Works")]


def test_sisters_set_in_bold_alone_are_of_one_level_though_headings_part_them() -> None:
    part = "<h4>What we will do</h4><ul><li>{}</li></ul><h4>How we will measure success</h4><ul><li>{}</li></ul>"
    plan = parse(
        (
            "<h1>Corporate plan</h1><details><summary>Priority 1: Thriving towns</summary>"
            + part.format("Run a market in each town", "Evening footfall")
            + "</details><details><summary>Priority 2: Greener places</summary>"
            + part.format("Plant a tree for every resident", "Tonnes of carbon")
            + "</details>"
        ).encode(),
        name="plan.html",
    )
    assert told(plan) == [
        ("objective", "Thriving towns", []),
        ("action", "Run a market in each town", ["Thriving towns"]),
        ("measure", "Evening footfall", ["Thriving towns"]),
        ("objective", "Greener places", []),
        ("action", "Plant a tree for every resident", ["Greener places"]),
        ("measure", "Tonnes of carbon", ["Greener places"]),
    ]


def test_a_column_of_bare_numbers_gives_the_aims_of_another_table() -> None:
    plan = parse(
        b"| No | Objective | Measure |\n|---|---|---|\n| 1 | Handle more cargo | Crates a day |\n"
        b"| 2 | Be a good neighbour | Complaints |\n\n# Initiatives\n\n"
        b"| Initiative | Objective | Manager |\n|---|---|---|\n"
        b"| Monitor the noise at six houses | 2 | Environment |\n| Deepen the berth | 1 | Works |\n",
        name="plan.md",
    )
    assert [parents for kind, _, parents in told(plan) if kind == "action"] == [
        ["Be a good neighbour"],
        ["Handle more cargo"],
    ]


def test_owners_behind_initiatives_are_theirs_and_not_the_measures() -> None:
    plan = parse(
        b"<table><tr><th>Objective</th><th>Measure</th><th>Target</th><th>Initiative</th><th>Owner</th></tr>"
        b"<tr><td rowspan=2>A safe place to work</td><td>Injuries</td><td>0</td>"
        b"<td rowspan=2>Introduce daily briefings</td><td rowspan=2>Works</td></tr>"
        b"<tr><td>Staff trained</td><td>95%</td></tr></table>",
        name="plan.html",
    )
    assert [record.owner for record in (*plan.objectives, *plan.actions)] == ["Works", "Works"]


def test_an_aim_in_a_row_of_its_own_has_the_row_s_owner_and_date() -> None:
    plan = csv(
        "Objective,Lead,KPI,Action 1,Action 2,Deadline",
        "Answer faster,Control Room,Share of calls in a minute,Open a second room,Train the reserve,31 March 2027",
        "Keep the drains clear,Works,Drains cleaned on time,Fit sensors to the drains,,30 June 2027",
    )
    found = [(aim.owner, aim.due and aim.due.end) for aim in plan.objectives]
    assert found == [("Control Room", "2027-03-31"), ("Works", "2027-06-30")]


def test_one_indicator_behind_their_plural_takes_no_owner() -> None:
    plan = parse(
        b"# Strategy\n\n**Specific objective 1.** To bring parents into reading.\n\n"
        b"**Indicators:** share of parents who read\n\n"
        b"**Activities:**\n\n- Give each newborn a first book\n\n**Responsible:** Ministry of Health\n",
        name="plan.md",
    )
    assert [(record.text, record.label, record.owner) for record in (*plan.objectives, *plan.measures)] == [
        ("To bring parents into reading.", "Specific objective 1", "Ministry of Health"),
        ("share of parents who read", None, None),
    ]


class TestNestedItems:
    def test_an_item_that_only_names_what_is_nested_in_it(self) -> None:
        plan = parse(
            b"**Theme 1 - Supply**\n\n- **Objective 1.1:** Cut leakage by a quarter\n  - *Key results:*\n"
            b"    - Leakage below 95 litres a day\n  - *Initiatives:*\n"
            b"    - Install acoustic loggers (Owner: Networks)\n"
            b"- **Objective 1.2:** Keep the reservoirs full\n  - *Milestones:*\n    - Dam raised by May 2027\n",
            name="plan.md",
        )
        assert told(plan) == [
            ("objective", "Cut leakage by a quarter", []),
            ("measure", "Leakage below 95 litres a day", ["Cut leakage by a quarter"]),
            ("action", "Install acoustic loggers", ["Cut leakage by a quarter"]),
            ("objective", "Keep the reservoirs full", []),
            ("milestone", "Dam raised by May 2027", ["Keep the reservoirs full"]),
        ]

    def test_the_list_around_goes_on_behind_it(self) -> None:
        plan = parse(
            b"The council will:\n\n- open a second room for calls\n  - Milestones:\n    - Lease signed by May 2027\n"
            b"- train the reserve of duty officers\n",
            name="plan.md",
        )
        assert told(plan) == [
            ("action", "open a second room for calls", []),
            ("milestone", "Lease signed by May 2027", ["open a second room for calls"]),
            ("action", "train the reserve of duty officers", []),
        ]

    def test_fields_nested_in_an_item_in_the_export_of_a_word_processor(self) -> None:
        page = "<p><b>Goal T:</b> Halve emissions from transport by 2035.</p>" + "".join(
            f"<ul class='lst-kix_a1-0'><li>{text}</li></ul><ul class='lst-kix_a1-1'><li>Lead: {lead}</li>"
            f"<li>Timeframe: {time}</li><li>Metric: {metric}</li></ul>"
            for text, lead, time, metric in (
                ("T-1 Build a network of bicycle lanes", "Works", "2026-2029", "Miles of lane"),
                ("T-2 Electrify the fleet", "Fleet Services", "2027-2032", "Electric vehicles"),
            )
        )
        plan = parse(page.encode(), name="plan.html")
        assert [(action.label, action.text, action.owner) for action in plan.actions] == [
            ("T-1", "Build a network of bicycle lanes", "Works"),
            ("T-2", "Electrify the fleet", "Fleet Services"),
        ]
        assert [measure.parents for measure in plan.measures] == [("action-1",), ("action-2",)]


class TestTwoThingsInOneColumn:
    @pytest.mark.parametrize("header", ["Responsibility and timescale", "Lead / deadline", "Who and when"])
    def test_who_and_when(self, header: str) -> None:
        plan = parse(
            f"| Action | {header} |\n|---|---|\n| Survey the stores | Collections Manager, by March 2027 |\n"
            "| Open the archive | Archivist (ongoing) |\n| Paint the hall | Caretaker |\n".encode(),
            name="plan.md",
        )
        assert [(action.owner, action.due and action.due.text) for action in plan.actions] == [
            ("Collections Manager", "by March 2027"),
            ("Archivist", "ongoing"),
            ("Caretaker", None),
        ]

    def test_outputs_and_what_they_are_told_by(self) -> None:
        plan = parse(
            b"| Objectives | Actions | Outputs / success criteria |\n|---|---|---|\n"
            b"| Improve storage | Survey the stores | Survey report |\n",
            name="plan.md",
        )
        assert [measure.text for measure in plan.measures] == ["Survey report"]


def test_a_logframe_with_two_rows_of_outputs_reads_across() -> None:
    """An empty corner over `Goal`, `Output 1`, … and named columns beside it: the rows are levels, no forms."""
    plan = parse(
        b"| | Narrative summary | Indicators | Means of verification | Assumptions |\n|---|---|---|---|---|\n"
        b"| Goal | Rural households are free from hunger | Households in hunger fall to 20% | Survey | Rains come |\n"
        b"| Output 1 | Groups store and grade grain | 60 stores in use | Visits | Prices hold |\n"
        b"| Output 2 | Prices reach farmers by phone | 25,000 users a week | Operator data | Network grows |\n",
        media_type="text/markdown",
    )
    assert [record.text for record in plan.objectives] == [
        "Rural households are free from hunger",
        "Groups store and grade grain",
        "Prices reach farmers by phone",
    ]
    assert [record.text for record in plan.measures] == [
        "Households in hunger fall to 20%",
        "60 stores in use",
        "25,000 users a week",
    ]
