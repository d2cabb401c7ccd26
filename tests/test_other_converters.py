"""What programs that turn pages into Markdown and Word files do to their tables and lists."""

from __future__ import annotations

from objectives_parser import Plan, parse
from tests.office import p, r, word

SLICED = (
    "| **Aim** | Keep a regis | ter of what the | ships carry |\n|---|---|---|---|\n"
    "| **Main objective** | Every captain can<br>has called at the har<br>when | see who<br>bour and | |\n"
    "| **Milestones** | **Begin** | **End** | **Cost** |\n"
    "| Clerk appointed | May 2031 | June 2031 | 3,000 |\n"
    "| Book opened | June 2031 | July 2031 | none |\n"
)


def cell(*lines: str) -> str:
    """A cell with a break at each line's end."""
    runs = "<w:r><w:br/></w:r>".join(r(line) for line in lines)
    return f"<w:tc><w:p>{runs}</w:p></w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def told(plan: Plan) -> list[tuple[str, str]]:
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.kind, record.text) for record in in_order]


def test_cells_cut_at_other_rows_dividers_are_whole_again() -> None:
    plan = parse(SLICED.encode(), name="plan.md")
    texts = {record.text for record in plan.records}
    assert "Every captain can see who has called at the harbour and when" in texts
    assert {"Clerk appointed", "Book opened"} <= texts
    assert not any("har " in text or text.startswith(("ter ", "bour")) for text in texts)


def test_short_cells_in_small_letters_are_no_pieces() -> None:
    text = (
        "| Measure | Unit | Source |\n|---|---|---|\n| Ships that call | number | port diary |\n"
        "| Length of quay | km | survey |\n| Fees paid late | share of all | clerk's books |\n"
    )
    plan = parse(text.encode(), name="plan.md")
    assert told(plan) == [
        ("measure", "Ships that call"),
        ("measure", "Length of quay"),
        ("measure", "Fees paid late"),
    ]


def test_breaks_in_word_cells_that_are_line_ends() -> None:
    body = (
        "<w:tbl>"
        + row(cell("Objective"), cell("Measures"), cell("Milestones"))
        + row(
            cell("Keep the harbour", "open in all", "weathers"),
            cell("Nine ships in ten", "berth on time", "Pilots are content with", "the lights"),
            cell("Channel dredged", "by May 2031"),
        )
        + row(
            cell("Teach the young", "to sail"),
            cell("Pupils who", "pass the", "test of the coast"),
            cell("Course begins", "in June 2031"),
        )
        + "</w:tbl>"
    )
    assert told(parse(word(body), name="plan.docx")) == [
        ("objective", "Keep the harbour open in all weathers"),
        ("measure", "Nine ships in ten berth on time"),
        ("measure", "Pilots are content with the lights"),
        ("milestone", "Channel dredged by May 2031"),
        ("objective", "Teach the young to sail"),
        ("measure", "Pupils who pass the test of the coast"),
        ("milestone", "Course begins in June 2031"),
    ]


def test_lists_and_aims_run_together_in_word_paragraphs() -> None:
    body = (
        p("Objectives", run="<w:b/>")
        + p("1. Keep the harbour open in all weathers")
        + p("This will be measured by:")
        + f"<w:p>{r('• Nine ships in ten berth on time• Pilots are content')}"
        + f"<w:r><w:br/></w:r>{r('2. Teach the young to sail')}</w:p>"
        + p("This will be measured by:")
        + p("• Pupils who pass the test 3. Mend the sea wall")
        + p("This will be measured by:")
        + p("• No breach is reported")
    )
    plan = parse(word(body), name="plan.docx")
    assert told(plan) == [
        ("objective", "Keep the harbour open in all weathers"),
        ("measure", "Nine ships in ten berth on time"),
        ("measure", "Pilots are content"),
        ("objective", "Teach the young to sail"),
        ("measure", "Pupils who pass the test"),
        ("objective", "Mend the sea wall"),
        ("measure", "No breach is reported"),
    ]


def test_a_caption_at_the_end_of_the_item_above_it() -> None:
    body = (
        p("Objectives", run="<w:b/>")
        + p("1. Keep the harbour open in all weathers")
        + p("Performance measures:")
        + p("• Nine ships in ten berth on time")
        + p("• Fees cover the cost of dredging Milestones:")
        + p("• Channel dredged by May 2031")
        + p("• Light mended by June 2031")
    )
    assert told(parse(word(body), name="plan.docx")) == [
        ("objective", "Keep the harbour open in all weathers"),
        ("measure", "Nine ships in ten berth on time"),
        ("measure", "Fees cover the cost of dredging"),
        ("milestone", "Channel dredged by May 2031"),
        ("milestone", "Light mended by June 2031"),
    ]


def test_anchors_before_the_signs_of_a_heading() -> None:
    text = (
        '<a id="port"></a># Harbour plan\n\n<a id="g1"></a><a id="g1b"></a>## Goal 1: Keep the harbour open\n\n'
        '<a id="m"></a>### Performance measures\n\n- Ships call each week\n'
    )
    plan = parse(text.encode(), name="plan.md")
    assert told(plan) == [("objective", "Keep the harbour open"), ("measure", "Ships call each week")]
    assert plan.measures[0].parents == ("objective-1",)


LONG = "so that all who live by the sea, whether they fish, carry, mend or only look on, have a share in what it brings"


def test_lists_without_bullets_in_text_of_a_paragraph_a_line() -> None:
    lines = [
        "Harbour plan 2031",
        "Strategic objectives",
        f"Our goal is to keep the harbour open in all weathers and in all seasons of the year, {LONG}.",
        "Work on the quays",
        f"Dredge the channel by May 2031 and again in each year that follows, {LONG}.",
        "Mend the northern light.",
        "Train two pilots in the work of the tugs.",
        "Commitment 1: The port will answer every captain within a day",
        "captains will have one person to write to",
        f"clerks will learn the tongues of the crews that call, {LONG}",
    ]
    plan = parse("\n\n".join(lines).encode(), name="plan.txt")
    texts = [text for _, text in told(plan)]
    assert {"Mend the northern light.", "Train two pilots in the work of the tugs."} <= set(texts)
    assert not any("captain within a day captains" in text for text in texts)


def test_lists_whose_drawn_bullets_a_converter_left_out() -> None:
    text = (
        "# Harbour plan\n\n## Objective 1: The harbour is open\n\n### Actions\n\n"
        "Dredge the channel down to the old mark Train two pilots for the tugs Mend the northern light by 2031\n\n"
        "### Measures of success\n\n- Ships call each week\n\n## Objective 2: Visitors come\n\n### Actions\n\n"
        "- Open a museum in the customs house Publish maps of the coast\n"
    )
    assert [text for kind, text in told(parse(text.encode(), name="plan.md")) if kind == "action"] == [
        "Dredge the channel down to the old mark",
        "Train two pilots for the tugs",
        "Mend the northern light by 2031",
        "Open a museum in the customs house",
        "Publish maps of the coast",
    ]


def test_names_in_capitals_begin_no_items() -> None:
    text = (
        "# Harbour plan\n\n## Actions\n\n- Work with the Council and Transport Board on a Plan for all quays\n"
        "- Review how Support Officers Work with crews\n"
    )
    assert [text for _, text in told(parse(text.encode(), name="plan.md"))] == [
        "Work with the Council and Transport Board on a Plan for all quays",
        "Review how Support Officers Work with crews",
    ]


def test_words_for_empty_cells_say_nothing() -> None:
    text = (
        "## Sheet1\n| Harbour plan 2031 | Unnamed: 1 | Unnamed: 2 |\n| --- | --- | --- |\n| NaN | NaN | NaN |\n"
        "| Objective | KPI | Owner |\n| The harbour is open in all weathers | Ships that call each week | Pilots |\n"
        "| NaN | Days closed by storms | NaN |\n| Visitors come | Beds let at night | Clerk |\n"
    )
    plan = parse(text.encode(), name="plan.md")
    assert told(plan) == [
        ("objective", "The harbour is open in all weathers"),
        ("measure", "Ships that call each week"),
        ("measure", "Days closed by storms"),
        ("objective", "Visitors come"),
        ("measure", "Beds let at night"),
    ]
    assert plan.measures[1].parents == ("objective-1",)
