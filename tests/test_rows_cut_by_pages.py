"""Tables of word processors over several pages: rows cut in every column, rules between rows alone, cells set in the
middle, heads of which a page keeps a part."""

from __future__ import annotations

import io
from collections.abc import Sequence

import attrs
from reportlab.pdfgen.canvas import Canvas

from objectives_parser import Plan, parse
from objectives_parser.document import Table, Word
from objectives_parser.layout import lay_out
from objectives_parser.layout.stitching import stitch
from objectives_parser.layout.tables.beside_spans import is_beside_span
from objectives_parser.layout.tables.dividing import _borders_inside
from objectives_parser.layout.tables.edges import Edge
from objectives_parser.layout.tables.text_rows import TextRow
from objectives_parser.readers import read
from tests.test_stitching import only_table, rows, table

WIDTH, HEIGHT = 500, 300
Text = tuple[float, float, str]
Rule = tuple[float, float, float]


@attrs.frozen(kw_only=True)
class Sheet:
    """What stands on a page: texts by left end and height from above (a ``*`` before one sets it in bold), horizontal
    rules by height, left and right end, and vertical ones by place, upper and lower end."""

    texts: Sequence[Text]
    across: Sequence[Rule] = ()
    down: Sequence[Rule] = ()


def printed(*sheets: Sheet) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    for sheet in sheets:
        for x, y, text in sheet.texts:
            larger = text.startswith("#")
            canvas.setFont("Helvetica-Bold" if text[0] in "*#" else "Helvetica", 13 if larger else 9)
            canvas.drawString(x, HEIGHT - y, text.lstrip("*#"))
        for y, x0, x1 in sheet.across:
            canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)
        for x, top, bottom in sheet.down:
            canvas.line(x, HEIGHT - top, x, HEIGHT - bottom)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def tables(*sheets: Sheet) -> list[Table]:
    blocks = lay_out(read(printed(*sheets), "plan.pdf")).blocks or ()
    return [block for block in blocks if isinstance(block, Table)]


def plan(*sheets: Sheet) -> Plan:
    return parse(printed(*sheets), name="plan.pdf")


def test_rows_of_all_pages_tell_the_columns_of_a_table_without_vertical_rules() -> None:
    head = [(42, 50, "*Action"), (260, 50, "*Lead"), (360, 50, "*Due")]
    first = Sheet(
        texts=[
            *head,
            (42, 74, "Open the north ferry stop"),
            (260, 74, "Harbour"),
            (360, 74, "May 2031"),
            (42, 98, "Light the lower quay"),
            (260, 98, "Works"),
            (360, 98, "June 2031"),
            (42, 122, "Paint the bollards and the"),
            (260, 122, "Works"),
            (360, 122, "July 2031"),
        ],
        across=[(38, 40, 450), (60, 40, 450), (84, 40, 450), (108, 40, 450), (280, 40, 450)],
    )
    second = Sheet(
        texts=[(42, 40, "rails of the long pier"), (42, 64, "Dredge the basin"), (260, 64, "Harbour")],
        across=[(28, 40, 450), (50, 40, 450), (74, 40, 450)],
    )
    (found,) = tables(first, second)
    assert found.columns == 3
    assert rows(found)[-2:] == [
        ["Paint the bollards and the rails of the long pier", "Works", "July 2031"],
        ["Dredge the basin", "Harbour", ""],
    ]


def test_a_heading_between_tables_of_other_widths_parts_them() -> None:
    def drawn(top: float, right: float, *texts: tuple[str, str, str]) -> tuple[list[Text], list[Rule]]:
        places = (42.0, 200.0, 260.0)
        words = [
            (x, top + 14 + 20 * at, text) for at, row in enumerate(texts) for x, text in zip(places, row, strict=True)
        ]
        return words, [(top + 20.0 * at, 40.0, right) for at in range(len(texts) + 1)]

    upper, over = drawn(40, 400, ("Mow the dike", "2030", "2031"), ("Sow the meadow", "2031", "2032"))
    lower, under = drawn(102, 330, ("*Action", "*Start", "*End"), ("Fence the wood", "2033", "2034"))
    found = tables(Sheet(texts=[*upper, (42, 95, "#2. Woods"), *lower], across=[*over, *under]))
    assert [rows(each)[-1][0] for each in found] == ["Sow the meadow", "Fence the wood"]


def test_names_of_columns_that_are_set_in_the_middle_of_their_row() -> None:
    sheet = Sheet(
        texts=[
            (42, 62, "*Action"),
            (240, 56, "*Lead"),
            (240, 68, "*office"),
            (300, 50, "*Near"),
            (300, 62, "*(1 to 2"),
            (300, 74, "*years)"),
            (336, 50, "*Far (5"),
            (336, 62, "*years"),
            (336, 74, "*or so)"),
            (365.5, 50, "*Later"),
            (365.5, 62, "*(after"),
            (365.5, 74, "*that)"),
            (400, 56, "*Measure"),
            (400, 68, "*of it"),
            (42, 94, "Open the north ferry stop"),
            (240, 94, "Harbour"),
            (300, 94, "X"),
            (400, 94, "Boats a day"),
            (42, 114, "Light the lower quay"),
            (240, 114, "Works"),
            (336, 114, "X"),
            (368, 114, "X"),
            (400, 114, "Lamps lit"),
            *(
                text
                for at in range(134, 234, 20)
                for text in ((42, at, f"Dredge basin {at}"), (340, at, "X"), (368, at, "X"))
            ),
        ],
        across=[(38, 40, 460), (82, 40, 460), *((at, 40, 460) for at in range(102, 242, 20))],
    )
    (found,) = tables(sheet)
    assert rows(found)[0] == [
        "Action",
        "Lead office",
        "Near (1 to 2 years)",
        "Far (5 years or so)",
        "Later (after that)",
        "Measure of it",
    ]


def test_a_grid_with_columns_still_to_be_filled_in_is_a_table() -> None:
    actions = ["Open the north stop", "Light the lower quay", "Paint the bollards", "Dredge the basin"]
    xs = (40.0, 200.0, 260.0, 310.0, 360.0, 410.0, 460.0)
    sheet = Sheet(
        texts=[
            text
            for at, name in enumerate(actions)
            for text in ((44, 54 + 20 * at, name), (204, 54 + 20 * at, "Q1"), (264, 54 + 20 * at, "Open"))
        ],
        across=[(40 + 20 * at, 40, 460) for at in range(5)],
        down=[(x, 40, 120) for x in xs],
    )
    (found,) = tables(sheet)
    assert (found.rows, found.columns) == (4, 6)


def test_a_merged_cell_that_the_page_cuts_in_mid_sentence() -> None:
    before = table(1, ("Objective", "Measure", "Target"), ("Universal", "Share of pumps", "80"), head=True)
    after = table(2, ("access to water in all", "working on the day", ""), ("", "Towns with a plant", "95"))
    cells = [
        attrs.evolve(cell, row_span=2) if (cell.row, cell.column) == (0, 0) else cell
        for cell in after.cells
        if (cell.row, cell.column) != (1, 0)
    ]
    whole = only_table(stitch([before, attrs.evolve(after, cells=tuple(cells))]))
    first = next(cell for cell in whole.cells if cell.text.startswith("Universal"))
    assert (first.text, first.row_span) == ("Universal access to water in all", 2)
    assert rows(whole)[1][1:] == ["Share of pumps working on the day", "80"]


def test_the_rest_of_a_row_beside_a_group_whose_cell_the_next_page_does_not_draw() -> None:
    before = table(1, ("Outputs 3", "Maps made", "2"), ("", "Layers of soil and", "3"))
    spanning = attrs.evolve(before.cells[0], row_span=2)
    before = attrs.evolve(before, cells=(spanning, *(c for c in before.cells if c.column)))
    after = table(2, ("", "water in one map", ""), ("Outputs 4", "Crews trained", "5"))
    after = attrs.evolve(after, cells=after.cells[1:])
    whole = only_table(stitch([before, after]))
    assert [cell.text for cell in whole.cells if cell.column == 1] == [
        "Maps made",
        "Layers of soil and water in one map",
        "Crews trained",
    ]


def test_a_cell_that_ends_with_the_page_beside_one_that_breaks_off() -> None:
    xs = (50.0, 150.0, 250.0, 350.0, 450.0)
    before = table(1, ("5", "Hubs help the farmers to", "40", "The date is at risk."), xs=xs)
    after = table(2, ("", "sell what they grow", "", "Indicators are refined."), xs=xs)
    whole = only_table(stitch([before, after]))
    assert rows(whole) == [
        ["5", "Hubs help the farmers to sell what they grow", "40", "The date is at risk. Indicators are refined."]
    ]


def test_a_head_under_a_title_shows_when_the_pages_are_put_together() -> None:
    first = Sheet(
        texts=[(44, 54, "*Goal: fewer floods"), (44, 74, "*Sub-goals"), (244, 74, "*Strategies of the year")],
        across=[(40, 40, 460), (60, 40, 460), (80, 40, 460)],
        down=[(40, 40, 80), (460, 40, 80), (240, 60, 80)],
    )
    second = Sheet(
        texts=[
            (44, 44, "Dry cellars by the river"),
            (244, 44, "Raise the dike at the mill"),
            (44, 64, "Dry roads by the lake"),
            (244, 64, "Dig a ditch along the road"),
        ],
        across=[(30, 40, 460), (50, 40, 460), (70, 40, 460)],
        down=[(x, 30, 70) for x in (40.0, 240.0, 460.0)],
    )
    (found,) = tables(first, second)
    assert [cell.text for cell in found.cells if cell.header] == ["Sub-goals", "Strategies of the year"]


def boxes(*heights: float, xs: Sequence[float] = (40.0, 240.0, 460.0)) -> tuple[list[Rule], list[Rule]]:
    """The rules of drawn rows between some heights, and those of their columns."""
    return [(y, xs[0], xs[-1]) for y in heights], [(x, heights[0], heights[-1]) for x in xs]


def test_a_drawn_row_at_the_foot_of_a_page_begins_the_table_of_the_next() -> None:
    across, down = boxes(240, 262)
    foot = Sheet(
        texts=[
            (40, 60, "Each year the council says what it will do."),
            (44, 254, "*Action"),
            (244, 254, "*Measure of"),
        ],
        across=across,
        down=down,
    )
    across, down = boxes(30, 52, 74, 96)
    texts = [(244, 45, "*success"), (44, 66, "Open the north stop"), (244, 66, "Passengers a day")]
    texts += [(44, 88, "Light the lower quay"), (244, 88, "Lamps that burn")]
    (found,) = tables(foot, Sheet(texts=texts, across=across, down=down))
    assert rows(found)[0] == ["Action", "Measure of success"]
    assert [cell.header for cell in found.cells][:2] == [True, True]


def test_a_title_over_a_form_that_the_page_cuts() -> None:
    before = table(1, ("Commitment 1: Publish a budget",), ("Lead", "Ministry", ""), ("Commitment 2: Open the",))
    after = table(2, ("registers of all towns",), ("Lead", "Agency", ""))
    whole = only_table(stitch([before, after]))
    assert [texts[0] for texts in rows(whole)] == [
        "Commitment 1: Publish a budget",
        "Lead",
        "Commitment 2: Open the registers of all towns",
        "Lead",
    ]


def test_the_drawn_rest_of_a_row_is_not_parted_by_white_space() -> None:
    xs = (40.0, 180.0, 320.0, 460.0)
    across, down = boxes(30, 52, 74, 110, xs=xs)
    texts: list[Text] = [(44, 45, "*Objectives"), (184, 45, "*Measures"), (324, 45, "*Milestones")]
    texts += [(44, 66, "Trade grows"), (184, 66, "Exports rise"), (324, 66, "Fair held")]
    texts += [(44, 88, "Maintain the trust of"), (184, 88, "Score in the upper"), (324, 88, "Survey in October")]
    first = Sheet(texts=texts, across=across, down=down)
    across, down = boxes(30, 110, xs=xs)
    rest: list[Text] = [(44, 45, "all our staff"), (184, 45, "quarter"), (324, 45, "of the year")]
    rest += [(44, 57, "Renew the boats of"), (184, 57, "Boats in service in"), (324, 57, "Sheds at the east")]
    rest += [(44, 69, "Every crew of"), (184, 69, "Every month of"), (324, 69, "East quay open")]
    rest += [(44, 81, "Ours"), (184, 81, "Theirs"), (324, 81, "May 2031")]
    (found,) = tables(first, Sheet(texts=rest, across=across, down=down))
    assert found.rows == 3


def ruled(rows_: Sequence[Sequence[Text]], top: float = 40, step: float = 20) -> Sheet:
    """Rows of texts between rules, each given by its texts' left ends; their heights are those of the rows."""
    texts = [(x, top + 14 + step * at, text) for at, row in enumerate(rows_) for x, _, text in row]
    return Sheet(texts=texts, across=[(top + step * at, 40, 460) for at in range(len(rows_) + 1)])


def test_pages_that_share_no_columns_keep_their_own() -> None:
    ends = [(42, "Mend piers"), (160, "Works"), (250, "Quay"), (360, "May")]
    first = ruled([[(x, 0, text) for x, text in ends]] * 12)
    wide = [(42, "Light all of the quays of the whole east"), (218, "The harbour works office"), (360, "June")]
    second = ruled([[(x, 0, text) for x, text in wide]] * 12, top=20)
    assert [each.columns for each in tables(first, second)] == [4, 3]


def test_a_rule_beside_a_text_at_its_height_is_beside_a_span() -> None:
    def level(y: float, *texts: tuple[float, str]) -> tuple[float, list[Word], float, float]:
        words = [
            Word(text=text, start=0, end=len(text), page=1, bbox=(x, y - 5, x + 5 * len(text), y + 5), size=9)
            for x, text in texts
        ]
        return y, words, texts[0][0], texts[-1][0]

    rule, longer = Edge(100, 238, 460), [Edge(50, 40, 460), Edge(150, 40, 460)]
    head, above = level(40, (42, "Objective"), (240, "Milestone"), (380, "Date")), level(70, (240, "Fog"), (380, "May"))
    beside, below = level(100, (42, "Keep the ferries"), (380, "June")), level(130, (240, "Crews"), (380, "July"))
    assert is_beside_span(rule, longer, [head, above, beside, below])
    lower = level(112, (42, "Keep the ferries"), (380, "June"))
    assert not is_beside_span(rule, longer, [head, above, lower, below])


def test_lines_in_small_letters_begin_no_rows() -> None:
    def lines(*starts: str) -> list[TextRow]:
        tops = [0.0, 15.0, 30.0, 34.0, 49.0, 53.0]
        return [
            TextRow(
                top=top, bottom=top + 8, texts={0: text, 1: text, 2: text} if text else {1: "kept"}, words=(), places=()
            )
            for top, text in zip(tops, starts, strict=True)
        ]

    assert _borders_inside(lines("Open", "Light", "Paint", "", "Dig", ""), True)
    assert not _borders_inside(lines("Open", "of the", "across the", "", "quays", ""), True)
