"""How cities and agencies print their plans: ticks in drawn tables, titles over what they mean, quarters before steps,
lists that a sentence counts, names over lettered items, slides that go on."""

from __future__ import annotations

import attrs
import pytest

from objectives_parser import Plan, parse
from objectives_parser.document import Mark, Page
from objectives_parser.layout.tables import find_tables
from objectives_parser.recognizers.commitments import commitment_kind
from objectives_parser.recognizers.counted_lists import told_list
from objectives_parser.statements import cell_statements, titled_columns
from tests.sheets import Sheet, texts


def read(text: str, name: str = "plan.md") -> Plan:
    return parse(text.encode(), name=name)


# --- tables -----------------------------------------------------------------------------------------------------------


def ticked(*, ticks: bool) -> Page:
    """Three rows of six columns: what is done, three periods with ticks, who does it, and signs."""
    sheet = Sheet().grid((50, 200, 240, 280, 320, 400, 460), (100, 140, 180, 220))
    for top, said in ((110, "Plant a thousand trees"), (150, "Mend the sea wall"), (190, "Light the quay")):
        sheet.text(52, top, said).text(322, top, "Parks")
    marks = [Mark(bbox=(x, top, x + 6, top + 6)) for x in (217, 257, 425) for top in (112, 152, 192)]
    return attrs.evolve(sheet.page(), marks=tuple(marks) if ticks else ())


def test_columns_of_ticks_are_columns_of_a_drawn_table() -> None:
    (table,) = find_tables(ticked(ticks=True))
    assert [row[0] for row in texts(table)] == ["Plant a thousand trees", "Mend the sea wall", "Light the quay"]


def test_a_lattice_without_ticks_and_words_is_none() -> None:
    assert not find_tables(ticked(ticks=False))


MEANT = {
    "Rain gardens": ("Beds that hold the water of heavy", "rain until the ground takes it."),
    "Night buses": ("Two lines through the night, driven", "with power from the harbour."),
    "Warm halls": ("Heat pumps for the halls of three", "schools. Less oil is burnt."),
}


def titled_sheet(room: float) -> Sheet:
    sheet = Sheet().grid((50, 260, 360), (100, 160, 220, 280))
    for number, (title, lines) in enumerate(MEANT.items()):
        top = 104 + 60 * number
        sheet.text(52, top, title).text(52, top + room, *lines).text(262, top, "City parks")
    return sheet


def test_a_title_with_room_under_it_is_of_its_statement() -> None:
    (table,) = find_tables(titled_sheet(22).page())
    assert titled_columns(table) == {0}
    said = [
        [statement.text for statement in cell_statements(cell, frozenset(), "always", titled=True)]
        for cell in table.cells
        if cell.column == 0
    ]
    assert said == [[f"{title} {' '.join(lines)}"] for title, lines in MEANT.items()]


def test_lines_that_stand_alike_have_no_title_over_them() -> None:
    (table,) = find_tables(titled_sheet(12).page())
    assert not titled_columns(table)


def test_a_title_in_a_colour_of_its_own_is_part_of_its_statement_however_long() -> None:
    told = "Two lines run through the night and are driven with power from the harbour so that less oil is burnt here."
    cells = "".join(
        f"<tr><td><b>{title}</b><br>{told}</td><td>Transport</td></tr>" for title in ("Night buses", "Night ferries")
    )
    plan = read(f"<table><tr><th>Action</th><th>Lead</th></tr>{cells}</table>", "plan.html")
    assert [action.text for action in plan.actions] == [f"Night buses {told}", f"Night ferries {told}"]


def test_words_on_shaded_ground_inside_running_text_are_no_table() -> None:
    """A marked name in a paragraph: the sentence goes on over the sides of its ground, an ordinary space away."""
    sheet = Sheet().text(
        50, 100, "The harbour adopts the open standard that", "the islands share, in full and for all of its"
    )
    lines = sorted({word.bbox[1] for word in sheet.page().words if word.bbox})
    for top, (x0, x1) in zip(lines, ((50, 163), (50, 128)), strict=True):
        sheet.fill("#eeeeee", x0, top - 1, x1, top + 11).fill("#dddddd", x1, top - 1, 320, top + 11)
    assert not find_tables(sheet.page())


# --- statements -------------------------------------------------------------------------------------------------------


def test_a_quarter_before_a_step_is_its_label() -> None:
    plan = read(
        "| Key milestone | Due date | Owner |\n|---|---|---|\n"
        "| FY18 Q1: Configure the servers | 12/31/17 | Harbour office |\n"
        "| FY18 Q2: Launch system | 3/31/18 | Harbour office |\n"
    )
    assert [(step.text, step.label) for step in plan.milestones] == [
        ("Configure the servers", "FY18 Q1"),
        ("Launch system", "FY18 Q2"),
    ]
    assert [step.due.text for step in plan.milestones if step.due] == ["12/31/17", "3/31/18"]


def test_a_quarter_before_a_step_is_its_due_where_no_column_gives_one() -> None:
    plan = read("## Milestones\n\n- FY18 Q1: Configure the servers\n- FY18 Q2: Launch the new system\n")
    assert [(step.text, step.due.text) for step in plan.milestones if step.due] == [
        ("Configure the servers", "FY18 Q1"),
        ("Launch the new system", "FY18 Q2"),
    ]


def test_a_quarter_before_a_value_stays_with_it() -> None:
    plan = read(
        "| Indicator | Target |\n|---|---|\n| Q1: Share of ships seen | 95% |\n| Q2: Share of ships met | 90% |\n"
    )
    assert [measure.text for measure in plan.measures] == ["Q1: Share of ships seen", "Q2: Share of ships met"]


UNDER_WAY = (
    "Solar roofs on three schools",
    "Tree planting along the quay",
    "Internal recycling program",
    "Repair of old boats",
)


def _listed(name: str) -> list[str]:
    items = "<br>".join(f"{letter}. {item}" for letter, item in zip("abcd", UNDER_WAY, strict=True))
    plan = read(
        f"| Initiative | Department |\n|---|---|\n| {name}<br>{items} | Works |\n| 3. Light the quay | Works |\n"
    )
    return [action.text for action in plan.actions]


def test_lettered_items_under_a_name_are_statements() -> None:
    assert _listed("2. Current projects") == [*UNDER_WAY, "Light the quay"]


def test_lettered_items_complete_what_is_left_open() -> None:
    assert len(_listed("2. Work with schools on the:")) == 2


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("This strategic plan is constructed around the below listed department priorities.", "objective"),
        ("The plan is built around the four goals listed below.", "objective"),
        ("These five objectives are what the council works for.", "objective"),
        ("These three commitments bind all offices of the port.", "action"),
        ("The plan is built around the needs listed below.", None),
        ("The house was built on the priorities of the day.", None),
        ("These objectives are hard to reach.", None),
        ("These two goals were not met in 2024.", None),
    ],
)
def test_sentences_that_tell_of_the_list_below(sentence: str, kind: str | None) -> None:
    assert told_list(sentence) == kind


# --- flow -------------------------------------------------------------------------------------------------------------


def test_a_slide_that_goes_on_is_no_part_of_its_aim() -> None:
    plan = read(
        "Goal 1: Keep the harbour safe at night (continued)\n\n"
        "| Key milestone | Due date |\n|---|---|\n| Light the quay | May 2031 |\n"
    )
    assert [aim.text for aim in plan.objectives] == ["Keep the harbour safe at night"]


def test_the_last_of_a_counted_list_in_text_is_no_heading() -> None:
    plan = read(
        "This plan of the harbour office is built around the priorities listed below.\n\n"
        "         1)     Create a culture of care on all ships\n"
        "         2)     Strengthen the ties between port and town\n"
        "         3)     Utilize what the crews have learnt at sea\n\n"
        "As many of you know, the office began to plan last year. It asked the masters of all ships\n"
        "to say what they want to reach. They were heard in three rounds.\n",
        "plan.txt",
    )
    assert [(aim.label, aim.text) for aim in plan.objectives] == [
        ("1", "Create a culture of care on all ships"),
        ("2", "Strengthen the ties between port and town"),
        ("3", "Utilize what the crews have learnt at sea"),
    ]


NUMBERED = [
    ("Harbour map", "Create a map of the harbour for guests."),
    ("Young crews", "Support crews of the schools on the old ships."),
    ("Bicycle paths", "Support paths along the whole quay."),
    ("Farms in town", "Allow gardens on all roofs of the port."),
    ("New boats", "Develop a plan for boats without oil."),
]


def test_numbered_titles_over_deeds() -> None:
    plan = read("\n\n".join(f"## {at} :: {title}\n\n{text}" for at, (title, text) in enumerate(NUMBERED, 1)))
    assert [action.text for action in plan.actions] == [text for _, text in NUMBERED]


@pytest.mark.parametrize(
    ("ambition", "aims"),
    [
        ("This builds on work of several years.", []),
        ("These efforts change how the port works.", []),
        ("A port without waste.", ["A port without waste."]),
    ],
)
def test_what_rates_a_commitment_is_no_aim(ambition: str, aims: list[str]) -> None:
    rows = {
        "Brief description": "Open the archives of the port to all.",
        "Relevance": "This commitment relates to transparency.",
        "Ambition": ambition,
        "End date": "May 2031",
        "Next steps": "Publish the catalogue.",
    }
    cells = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in rows.items())
    plan = read(f"<table>{cells}</table>", "plan.html")
    assert [aim.text for aim in plan.objectives] == aims
    assert [action.text for action in plan.actions] == [rows["Brief description"], rows["Next steps"]]


def test_what_stands_between_a_numbered_title_and_its_objectives_is_the_aim() -> None:
    plan = read(
        "## 1. Harbour and quays\n\n"
        "Foster a working relationship between all offices that care for the quays.\n\n"
        "Objective 1: Maintain the walls of the harbour.\n\n"
        "Action A: Define what is mended first.\n\n"
        "## 2. Boats and crews\n\n"
        "Keep all crews trained for work on ships of every size.\n\n"
        "Objective 1: Open a school for the crews.\n"
    )
    aims = {aim.text: aim for aim in plan.objectives}
    goal = aims["Foster a working relationship between all offices that care for the quays."]
    assert goal.label == "1" and "Keep all crews trained for work on ships of every size." in aims
    assert aims["Maintain the walls of the harbour."].parents == (goal.id,)


def test_items_that_only_give_a_state_are_no_milestones() -> None:
    plan = read(
        "## Key milestones\n\n- Launch the pilot boat in May 2031\n- On track\n- Test the new radar\n- Completed\n"
    )
    assert [step.text for step in plan.milestones] == ["Launch the pilot boat in May 2031", "Test the new radar"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The town aims to achieve net zero emissions by 2050.", "objective"),
        ("The council aims to become carbon neutral by 2040.", "objective"),
        ("The port intends to cut its emissions by half by 2035.", "objective"),
        ("The council aims to publish the register of boats by June 2031.", "action"),
        ("The port will write a roadmap to carbon neutral ferries by 2031.", "action"),
    ],
)
def test_levels_that_are_to_be_reached_are_aims(sentence: str, kind: str) -> None:
    assert commitment_kind(sentence) == kind
