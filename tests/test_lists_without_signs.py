"""Lists whose bullets are lost with their face or drawing: under a caption, under a lead-in, and in table cells."""

from __future__ import annotations

from typing import Any

import pytest

from objectives_parser.document import Cell, Line, ListItem, Paragraph, Table, Word
from objectives_parser.layout.begun_items import begun_items
from objectives_parser.layout.set_in_cells import with_items_set_in
from objectives_parser.layout.tables import find_tables
from objectives_parser.layout.wrapping import Column, breaks, wants_more
from objectives_parser.statements import cell_statements
from tests.sheets import Sheet
from tests.test_flow import Paper, texts

FULL = "All the text of this page goes from the left margin to the right one, as in this line here, and on."


def items(*lines: str, head: str = "Performance measures:", inset: float = 20.0, bold: bool = False) -> list[str]:
    paper = Paper().line(72, 100, FULL, 9).line(72, 140, head, bold=bold).lines(72 + inset, 154, *lines, step=12)
    return texts(paper.line(72, 154 + 12 * len(lines) + 10, "What follows stands at the margin.").blocks(), ListItem)


HARBOUR = ("Ferries leave on time", "Waiting time at the lock falls", "Ships use power from the quay")


def test_lines_set_in_under_a_caption_are_items() -> None:
    assert items(*HARBOUR) == list(HARBOUR)


def test_items_go_on_over_full_lines() -> None:
    assert items(
        "Ferries leave on time from each of the four quays of the harbour on all days of the",
        "week",
        "Waiting time at the lock falls",
    ) == [
        "Ferries leave on time from each of the four quays of the harbour on all days of the week",
        "Waiting time at the lock falls",
    ]


def test_items_in_small_letters_complete_their_lead_in() -> None:
    assert items("dredge the southern basin", "renew both cranes", head="By 2031 we will:") == [
        "dredge the southern basin",
        "renew both cranes",
    ]


def test_commands_set_in_under_any_title_in_bold_are_items() -> None:
    deeds = ("Dredge the southern basin", "Renew both cranes of the old quay")
    assert items(*deeds, head="The old quay", bold=True) == list(deeds)
    told = ("The southern basin is deep", "Both cranes stand on the old quay")
    assert not items(*told, head="The old quay", bold=True)


def test_a_list_like_another_one_needs_no_second_item() -> None:
    paper = Paper().line(72, 100, FULL, 9).line(72, 140, "Milestones", bold=True).lines(92, 154, *HARBOUR)
    paper.line(72, 204, "The lock", bold=True).line(92, 218, "Two gates hang anew by 2031")
    assert texts(paper.blocks(), ListItem) == [*HARBOUR, "Two gates hang anew by 2031"]


@pytest.mark.parametrize(
    "lines",
    [
        ("The harbour grows. Its quays are old.", "The basin silts up. Nobody has dredged it."),
        ("Lead: Harbour master", "Cost: Four million"),
        ("Ferries", "Locks"),
    ],
)
def test_paragraphs_fields_and_words_set_in_are_no_list(lines: tuple[str, str]) -> None:
    assert not items(*lines)


def test_a_column_that_prints_bullets_has_no_lists_without() -> None:
    paper = Paper().line(72, 100, FULL, 9).line(72, 120, "• Plant reeds along the canal").line(72, 140, "Measures:")
    paper.lines(92, 154, *HARBOUR)
    assert len(texts(paper.blocks(), ListItem)) == 1


def test_a_paragraph_set_in_stays_one() -> None:
    paper = Paper().line(72, 100, FULL, 9).line(72, 140, "Aims:")
    paper.lines(92, 154, "We will reduce the use of energy in all of the buildings that the harbour holds", "by 2031.")
    assert "by 2031." not in texts(paper.blocks(), Paragraph) + texts(paper.blocks(), ListItem)


DEEDS = ("Dredge the southern basin", "Renew both cranes of the old quay")
COLOR = "#336699"


def listed(head: str, *lines: str, room: float = 0.0, **style: Any) -> list[str]:
    """The items of lines set in under a line in a style, so much room above them."""
    paper = Paper().line(72, 100, FULL, 9).line(72, 140, head, **style).lines(92, 154 + room, *lines)
    foot = 154 + room + 12 * len(lines)
    return texts(paper.line(72, foot + 10, "What follows stands at the margin.").blocks(), ListItem)


@pytest.mark.parametrize(
    ("head", "style"),
    [
        ("Our harbour", {"size": 13.0}),
        ("Our harbour", {"bold": True}),
        ("Our harbour", {"color": COLOR}),
        ("Actions", {}),
        ("Our harbour and all that the town does for it:", {}),
    ],
)
def test_lines_in_larger_type_bold_or_color_titles_and_colons_stand_over_lists(
    head: str, style: dict[str, object]
) -> None:
    assert listed(head, *DEEDS, **style) == list(DEEDS)


@pytest.mark.parametrize(
    ("head", "style"),
    [
        ("Our harbour", {}),
        ("Our harbour and all that the town does for it", {"color": COLOR}),
        ("our harbour", {"color": COLOR}),
        ("Our harbour 2031", {"color": COLOR}),
    ],
)
def test_other_lines_stand_over_none(head: str, style: dict[str, object]) -> None:
    assert not listed(head, *DEEDS, **style)


@pytest.mark.parametrize(
    "head",
    [
        "Our harbour",  # says nothing of what is under it
        "Measures of all that our town and its harbour do",
        "measures",
        "Risks",  # no kind of statement
        "Focus",  # hardly one
        "Measure 2",  # a label of the one statement below
    ],
)
def test_what_no_command_says_is_listed_only_under_a_name_of_what_it_is(head: str) -> None:
    assert not listed(head, *HARBOUR, bold=True)
    assert listed("Measures", *HARBOUR, bold=True) == list(HARBOUR)
    assert listed(f"{head}:", *HARBOUR, bold=True) == list(HARBOUR)


def test_a_list_ends_before_another_type_a_marker_and_far_lines() -> None:
    for style, gap in (({"bold": True}, 0.0), ({"size": 8.0}, 0.0), ({}, 40.0)):
        paper = Paper().line(72, 100, FULL, 9).line(72, 140, "Measures:").lines(92, 154, *HARBOUR)
        paper.line(92, 190 + gap, "Sailors of the whole town", **style)
        assert texts(paper.blocks(), ListItem) == list(HARBOUR)
    assert listed("Measures:", "1. Sailors go home", "2. Ferries leave") == ["1. Sailors go home", "2. Ferries leave"]
    assert listed("Measures:", *HARBOUR, room=40.0) == list(HARBOUR)


def test_lines_in_bold_or_larger_than_their_title_are_no_items() -> None:
    for style in ({"bold": True}, {"size": 12.0}):
        paper = Paper().line(72, 100, FULL, 9).line(72, 140, "Measures:")
        for at, text in enumerate(HARBOUR):
            paper.line(92, 154 + 14 * at, text, **style)
        assert not texts(paper.blocks(), ListItem)


def test_lines_as_far_in_as_a_list_elsewhere_are_one_under_a_title_that_says_nothing() -> None:
    paper = Paper().line(72, 100, FULL, 9).line(72, 120, "Our harbour", bold=True).lines(92, 134, *HARBOUR)
    paper.line(72, 190, "Measures:").lines(92, 204, "Boats are painted each year", "Sailors go home on time")
    assert len(texts(paper.blocks(), ListItem)) == 5
    paper = Paper().line(72, 100, FULL, 9).line(72, 120, "Our harbour", bold=True).lines(97, 134, *HARBOUR)
    paper.line(72, 190, "Measures:").lines(92, 204, "Boats are painted each year", "Sailors go home on time")
    assert len(texts(paper.blocks(), ListItem)) == 2


def line(text: str, top: float = 0.0, left: float = 0.0) -> Line:
    words: list[Word] = []
    for token in text.split():
        start = words[-1].end + 1 if words else 0
        box = (left, top, left + 5 * len(token), top + 10)
        words.append(Word(text=token, start=start, end=start + len(token), page=1, bbox=box, size=10.0))
        left = box[2] + 3
    return Line(tuple(words))


def begun(*texts: str, step: float = 12.0, width: float = 150.0, listed: bool = True) -> list[bool]:
    lines = [line(text, step * at) for at, text in enumerate(texts)]
    return list(begun_items(lines, width, frozenset(), listed=listed))


def test_a_name_goes_on_over_the_end_of_a_line() -> None:
    assert begun("Keep the Harbour Museum", "Trust Fund at work", "Paint all boats", width=120) == [True, False, True]


def test_a_name_goes_on_unless_the_line_above_leaves_much_room() -> None:
    assert begun("Report by the Harbour", "Master Plan of the port", width=140) == [True, False]
    assert begun("Report by the Harbour", "Master Plan of the port", width=160) == [True, True]


def test_commands_are_told_from_one_another_where_no_list_is_sure() -> None:
    assert begun("Ask the Harbour Master for berths", "Dredge the southern basin", listed=False) == [True, True]


def test_room_behind_a_line_tells_where_no_list_is_sure() -> None:
    lines = ("Berths by the Old Quay are let", "Ships come in on time")
    assert begun(*lines, width=170, listed=False) == [True, True]
    assert begun(*lines, width=150, listed=False) == [True, False]


def test_figures_and_dates_begin_no_item_where_the_line_above_is_full() -> None:
    assert begun("Waiting time falls under", "12 minutes for ferries", "by June 2031", width=130) == [
        True,
        False,
        False,
    ]


def test_white_between_items_tells_them_apart() -> None:
    lines = [line("Waiting time at Lock Two", 0), line("Harbour falls by half", 12), line("Ferries leave", 27)]
    assert list(begun_items(lines, 125.0, frozenset(), listed=False)) == [True, False, True]


WHAT, SEEN = 50.0, 250.0


def said(*lines: tuple[float, str], head: str = "What we shall see") -> list[str]:
    """The statements of the second cell, its lines at places right of the table's margin."""
    foot = 110 + 12 * len(lines)
    sheet = Sheet().grid((WHAT, SEEN, 450.0), (80.0, 100.0, foot, foot + 20))
    sheet.text(55, 85, "Action").text(255, 85, head)
    sheet.text(55, 105, "Dredge the southern basin").text(55, foot + 5, "Renew both cranes")
    for at, (inset, text) in enumerate(lines):
        sheet.text(255 + inset, 105 + 12 * at, text)
    sheet.text(255, foot + 5, "No crane stands idle")
    (table,) = with_items_set_in(find_tables(sheet.page()))
    assert isinstance(table, Table)
    cell = next(cell for cell in table.cells if cell.text == " ".join(text for _, text in lines))
    return [statement.text for statement in cell_statements(cell, frozenset(), "never")]


def test_a_cell_set_in_from_its_header_is_a_list() -> None:
    """A capital under a full line had gone on with the statement above it."""
    lines = ("Harbour Pilots finish the course", "Sickness in Lock Crews halves")
    assert said(*((14.0, text) for text in lines)) == list(lines)
    assert said(*((0.0, text) for text in lines)) == [" ".join(lines)]


def test_what_is_set_in_under_a_lead_in_of_a_cell_is_a_list() -> None:
    lead = (0.0, "The port authority helps:")
    found = said(
        lead, (14.0, "Owners of ferries"), (14.0, "Firms that mend ships on the quays of"), (14.0, "the north")
    )
    assert found == ["The port authority helps: Owners of ferries Firms that mend ships on the quays of the north"]
    deeds = said(lead, (14.0, "dredge the southern basin"), (14.0, "renew both cranes of the quay"))
    assert deeds == ["dredge the southern basin", "renew both cranes of the quay"]


def test_lines_at_the_margin_go_on_with_an_item_whose_first_line_is_set_in() -> None:
    lines = (
        (0.0, "The port authority will:"),
        (12.0, "dredge the southern basin for"),
        (0.0, "ships of ten metres"),
        (12.0, "renew both cranes"),
    )
    assert said(*lines) == ["dredge the southern basin for ships of ten metres", "renew both cranes"]


def test_a_percentage_or_a_date_ends_a_statement_and_or_more_leaves_nothing_open() -> None:
    column = Column(full=100.0, grid=False)
    for ended in ("Ferries on time rise to 70%", "Ferries on time by June 2031"):
        assert breaks([line(ended)], line("Calls fall"), column) > 1.5
    assert not wants_more(line("Ferries on time 70% or more"))
    assert wants_more(line("Ferries carry more"))


@pytest.mark.parametrize(
    ("lines", "width", "listed", "expected"),
    [
        # in small letters: commands begin items line by line, else only behind room
        (("dredge the southern", "renew both cranes of"), 95, True, [True, True]),
        (("dredge the southern", "basin of the port"), 95, True, [True, False]),
        (("dredge the basin", "basin of the port"), 300, True, [True, True]),
        (("Dredge the basin", "basin of the port"), 300, True, [True, False]),
        # figures and names go on with what nothing ends, where it leaves little room
        (("Waiting falls by half.", "12 minutes for ferries"), 120, True, [True, True]),
        (("Waiting falls by half", "12 minutes for ferries"), 120, True, [True, False]),
        (("Waiting falls", "12 minutes at most"), 200, True, [True, True]),
        (("Keep the Harbour Museum", "Renew Crane Two"), 120, True, [True, True]),
        (("Keep the Harbour MUSEUM", "Trust Fund at"), 120, True, [True, True]),
        # a capital begins an item where no other word has one, or the line above has ended, or leaves room
        (("Waiting time falls", "Ferries leave on time"), 90, False, [True, True]),
        (("Waiting time at Lock", "Ferries leave on time"), 100, False, [True, False]),
        (("Waiting time at Lock falls.", "Ferries leave on time"), 130, False, [True, True]),
        (("Waiting time at Lock", "Ferries leave on time"), 250, False, [True, True]),
        (("Waiting time falls by half", "June 2031"), 300, True, [True, False]),
        (("Keep it", "12 boats"), 3, True, [True, False]),
    ],
)
def test_small_letters_figures_names_and_capitals_tell_where_items_begin(
    lines: tuple[str, ...], width: float, listed: bool, expected: list[bool]
) -> None:
    assert begun(*lines, width=width, listed=listed) == expected


@pytest.mark.parametrize("last", ["(see the annex)", "Dusk on all days"])
def test_white_begins_no_item_inside_a_sentence_or_before_a_bracket(last: str) -> None:
    above = "Locks open at dawn" if last[0] == "(" else "Locks open at dawn and"
    lines = [line("Ferries leave on time", 0), line(above, 12), line(last, 27)]
    assert list(begun_items(lines, 115.0, frozenset(), listed=False)) == [True, True, False]


def test_white_between_items_in_small_letters_tells_them_apart() -> None:
    lines = [line("safe ways to each of", 0), line("our schools", 12), line("clean air for all", 27)]
    assert list(begun_items(lines, 110.0, frozenset(), listed=False)) == [True, False, True]


def test_the_way_up_to_the_next_page_is_no_white() -> None:
    lines = [line("Ferries leave the", 700), line("Lock day", 50), line("Harbour Lock each day", 62)]
    assert list(begun_items(lines, 45.0, frozenset(), listed=False)) == [True, False, False]


LEAD = (0.0, "The port helps:")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # the items of a list may go on over a line's end
        (
            ((14, "Harbour Pilots finish a course at"), (14, "the school"), (14, "Sickness in Lock Crews halves")),
            ["Harbour Pilots finish a course at the school", "Sickness in Lock Crews halves"],
        ),
        # what stands too far in, under no lead-in, or in one word each is none
        (
            (LEAD, (70, "dredge the basin"), (70, "renew both cranes")),
            ["The port helps: dredge the basin renew both cranes"],
        ),
        (
            ((0, "The port helps"), (14, "dredge the basin"), (14, "renew both cranes")),
            ["The port helps dredge the basin renew both cranes"],
        ),
        ((LEAD, (14, "dredge"), (14, "renew")), ["The port helps: dredge renew"]),
        # a name in brackets leads in to a list, half of one does not
        (
            ((0, "(Transport)"), (14, "dredge the basin"), (14, "renew both cranes")),
            ["dredge the basin", "renew both cranes"],
        ),
        (
            ((0, "(Transport"), (14, "dredge the basin"), (14, "renew both cranes")),
            ["(Transport dredge the basin renew both cranes"],
        ),
        (
            ((0, "Transport)"), (14, "dredge the basin"), (14, "renew both cranes")),
            ["Transport) dredge the basin renew both cranes"],
        ),
        # a line at the margin ends a list if it leads in to the next, or the line above is not full
        (
            (
                LEAD,
                (14, "dredge the basin"),
                (14, "renew both cranes"),
                (0, "The town pays for:"),
                (14, "pave the quays"),
            ),
            ["dredge the basin", "renew both cranes", "The town pays for: pave the quays"],
        ),
        (
            (LEAD, (14, "dredge the basin for the whole"), (0, "Harbour of Lights"), (14, "renew both cranes")),
            ["dredge the basin for the whole Harbour of Lights", "renew both cranes"],
        ),
        (
            (LEAD, (14, "dredge the basin"), (0, "Harbour of Lights"), (14, "renew both cranes")),
            ["The port helps: dredge the basin", "Harbour of Lights renew both cranes"],
        ),
        (
            (LEAD, (14, "dredge the basin"), (5, "for all"), (14, "renew both cranes")),
            ["The port helps: dredge the basin for all renew both cranes"],
        ),
    ],
)
def test_lists_in_cells_end_where_their_lines_say_so(lines: tuple[tuple[float, str], ...], expected: list[str]) -> None:
    assert said(*lines) == expected


def cells(*columns: tuple[tuple[float, str], ...]) -> list[Line]:
    """The lines of the first column's cells of a table, each a header over others, behind so much room each."""
    sheet = Sheet().grid([50.0 + 200 * at for at in range(len(columns) + 1)], [80.0 + 40 * at for at in range(4)])
    for at, column in enumerate(columns):
        for row, (inset, text) in enumerate(column):
            sheet.text(50 + 200 * at + inset, 85 + 40 * row, *text.split("/"))
    (table,) = with_items_set_in(find_tables(sheet.page()))
    assert isinstance(table, Table)
    return [line for cell in table.cells if not cell.column for line in cell.lines]


AIMS = (20, "Harbour Pilots finish school/Sickness in Lock Crews halves")


def test_only_a_header_at_the_margin_tells_that_the_cells_under_it_are_set_in() -> None:
    plain = ((5, "Lead"), (5, "Port"), (5, "Town"))
    assert [bool(line.item) for line in cells(((5, "Aim"), AIMS, AIMS), plain)] == [False, *[True] * 4]
    assert not any(line.item for line in cells(((20, "Aim"), AIMS, AIMS), plain))


def test_the_room_of_one_cell_is_not_that_of_its_table() -> None:
    assert not any(line.item for line in cells(((20, "Aim"), AIMS, AIMS), ((20, "Lead"), (2, "Port"), (20, "Town"))))


def test_cells_with_signs_or_of_no_place_stay_as_they_are() -> None:
    signed = (20, "1. Harbour Pilots finish/2. Sickness in Crews halves")
    plain = ((5, "Lead"), (5, "Port"), (5, "Town"))
    assert not any(line.item for line in cells(((5, "Aim"), signed, signed), plain))
    cell = Cell(row=0, column=0, lines=(line("Harbour Pilots finish"), line("Sickness halves")))
    bare = Table(rows=1, columns=1, cells=(cell,))
    assert with_items_set_in([bare]) == (bare,)
