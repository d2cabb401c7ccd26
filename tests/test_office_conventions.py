"""Conventions of plans kept in sheets, on web pages and in Markdown: what names, numbers and columns say there."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse


def markdown(*lines: str) -> Plan:
    return parse("\n".join(lines).encode(), name="plan.md")


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    texts = {record.id: record.text for record in plan.records}
    found = [(record.kind, record.text, tuple(texts[at] for at in record.parents)) for record in plan.records]
    return sorted(found, key=lambda entry: (entry[0] == "action", entry[0] == "measure"))


class TestWhatIsCounted:
    """Names beside figures under a target are measures, where no column says so by its name."""

    @pytest.mark.parametrize("name", ["Description", "Name", "Definition"])
    def test_names_under_a_plain_header(self, name: str) -> None:
        plan = markdown(
            f"| PI ref | {name} | 2024/25 outturn | 2025/26 target |",
            "|---|---|---|---|",
            "| HS1 | Empty homes brought back into use | 31 | 40 |",
            "| HS2 | Repairs finished at the first visit | 81% | 85% |",
        )
        assert [(m.label, m.text, m.target and m.target.text) for m in plan.measures] == [
            ("HS1", "Empty homes brought back into use", "40"),
            ("HS2", "Repairs finished at the first visit", "85%"),
        ]

    def test_targets_without_figures_stay_aims(self) -> None:
        plan = markdown(
            "| Description | Target |",
            "|---|---|",
            "| Transport | All buses run on electricity by 2030 |",
            "| Housing | Every home is warm and dry by 2035 |",
        )
        assert not plan.measures
        assert [goal.text for goal in plan.objectives] == [
            "All buses run on electricity by 2030",
            "Every home is warm and dry by 2035",
        ]


class TestServicesInCharge:
    """`Service` beside what will be done names who does it."""

    def test_a_service_is_the_owner(self) -> None:
        plan = markdown(
            "| We want to… | So we will… | Service | By |",
            "|---|---|---|---|",
            "| Keep the streets clean | Empty the bins twice a day | Waste | May 2026 |",
            "| Keep the parks open | Hire two more wardens | Leisure and Parks | June 2026 |",
        )
        assert [(a.text, a.owner) for a in plan.actions] == [
            ("Empty the bins twice a day", "Waste"),
            ("Hire two more wardens", "Leisure and Parks"),
        ]

    def test_services_that_will_be_given_are_actions(self) -> None:
        plan = markdown(
            "| Goal | Service | By |",
            "|---|---|---|",
            "| Keep the elderly at home | Deliver a hot meal each day | May 2026 |",
            "| Keep the young in school | Pay for the bus to school | June 2026 |",
        )
        assert [a.text for a in plan.actions] == ["Deliver a hot meal each day", "Pay for the bus to school"]


def test_a_label_alone_in_a_column_of_aims_refers_to_the_aim() -> None:
    plan = markdown(
        "## Outcome 1: Rivers are clean",
        "",
        "- Fence eleven miles of banks",
        "",
        "## Outcome 2: Lakes are full",
        "",
        "- Mend the weir at the mill",
        "",
        "## Indicators",
        "",
        "| Outcome | Indicator | Target |",
        "|---|---|---|",
        "| Outcome 1 | Miles of river in good state | 40 |",
        "| Outcome 2 | Depth of the lake in August | 3 m |",
    )
    assert [entry for entry in told(plan) if entry[0] != "action"] == [
        ("objective", "Rivers are clean", ()),
        ("objective", "Lakes are full", ()),
        ("measure", "Miles of river in good state", ("Rivers are clean",)),
        ("measure", "Depth of the lake in August", ("Lakes are full",)),
    ]


def test_cells_that_say_themselves_what_they_are() -> None:
    plan = parse(
        b"Level,WBS,Name,Owner,Finish\r\n1,1,Goal: Streets are safe,Mayor,\r\n"
        b"2,1.1,Objective: Cars drive slowly,Traffic,\r\n3,1.1.1,Task: Paint the limits on all roads,Works,5/1/2026\r\n"
        b"2,1.2,Objective: Walkers are seen,Traffic,\r\n3,1.2.1,Task: Mend the lamps on the square,Works,6/1/2026\r\n",
        name="plan.csv",
    )
    assert told(plan) == [
        ("objective", "Streets are safe", ()),
        ("objective", "Cars drive slowly", ("Streets are safe",)),
        ("objective", "Walkers are seen", ("Streets are safe",)),
        ("action", "Paint the limits on all roads", ("Cars drive slowly",)),
        ("action", "Mend the lamps on the square", ("Walkers are seen",)),
    ]
    assert [action.owner for action in plan.actions] == ["Works", "Works"]


def test_titles_in_rows_of_their_own_before_a_table_of_values() -> None:
    plan = parse(
        b"Harbour programme;;;\nAgreed in May 2024;;;\n;;;\nField;Action;Responsible;Period\n"
        b"Quays;Repair the north quay;Port;2025\nSheds;Sell the empty sheds;Estates;2026\n",
        name="plan.csv",
    )
    assert [(a.text, a.owner, a.due and a.due.text) for a in plan.actions] == [
        ("Repair the north quay", "Port", "2025"),
        ("Sell the empty sheds", "Estates", "2026"),
    ]


def test_abbreviated_labels_of_key_results() -> None:
    plan = markdown(
        "### Objective: Answer every letter within a week",
        "",
        "- **KR1:** 90% of letters answered within five days",
        "- **KR2:** Letters without an answer fall below 40",
        "",
    )
    (goal,) = plan.objectives
    assert [(m.label, m.text, m.parents) for m in plan.measures] == [
        ("KR1", "90% of letters answered within five days", (goal.id,)),
        ("KR2", "Letters without an answer fall below 40", (goal.id,)),
    ]


def test_some_of_a_kind_over_a_nested_list() -> None:
    plan = markdown(
        "- **Objective**: Give every village a bus",
        "- **Core milestones**:",
        "  1. Routes agreed with the villages",
        "  2. Forty buses delivered",
    )
    assert [m.text for m in plan.milestones] == ["Routes agreed with the villages", "Forty buses delivered"]


class TestSlicedRows:
    """Converters of pages make a row of a table for each printed line."""

    def test_a_row_in_small_letters_is_the_rest_of_the_one_above(self) -> None:
        plan = markdown(
            "| Action | Lead | Due |",
            "| --- | --- | --- |",
            "| Train two hundred wardens in | Parks | March |",
            "| first aid and rescue | Department | 2026 |",
            "| Open the new pool | Leisure | May 2026 |",
        )
        assert [(a.text, a.owner, a.due and a.due.text) for a in plan.actions] == [
            ("Train two hundred wardens in first aid and rescue", "Parks Department", "March 2026"),
            ("Open the new pool", "Leisure", "May 2026"),
        ]

    def test_rows_that_are_written_small_stay_rows(self) -> None:
        plan = markdown(
            "| Action | Lead |",
            "| --- | --- |",
            "| open the new pool | Leisure |",
            "| train two hundred wardens | Parks |",
            "| mend the roof of the hall | Property |",
        )
        assert len(plan.actions) == 3


class TestGridsWithPartsOfBorders:
    """A border that only some columns have ends only their cells."""

    def test_a_cell_goes_on_beside_a_border(self) -> None:
        plan = markdown(
            "+-----------------+---------------------+---------+",
            "| Outcome         | Action              | Lead    |",
            "+=================+=====================+=========+",
            "| Children swim   | Open the pool on    | Leisure |",
            "| before they     | Sundays             |         |",
            "| turn            +---------------------+---------+",
            "| ten             | Pay for the lessons | Schools |",
            "+-----------------+---------------------+---------+",
        )
        aim = "Children swim before they turn ten"
        assert told(plan) == [
            ("objective", aim, ()),
            ("action", "Open the pool on Sundays", (aim,)),
            ("action", "Pay for the lessons", (aim,)),
        ]
        assert [a.owner for a in plan.actions] == ["Leisure", "Schools"]


class TestWhatLeadsElsewhere:
    """Parts of a page that its system marks as leading elsewhere on the site."""

    @pytest.mark.parametrize("name", ["widget", "sharedaddy", "related-posts", "gem-c-feedback"])
    def test_they_state_nothing(self, name: str) -> None:
        plan = parse(
            "<html><body><h1>Plan</h1><h2>Goal 1: Every child reads</h2><ul><li>Buy new books for all schools</li></ul>"
            f'<div class="x {name}"><h2>Recent posts</h2><ul><li>Improve your garden this summer</li></ul></div>'
            "</body></html>".encode(),
            name="plan.html",
        )
        assert [a.text for a in plan.actions] == ["Buy new books for all schools"]


class TestSentencesUnderAPlan:
    """Under a title such as `Our plan` a sentence is a deed only if it says what will be done."""

    def test_what_people_told_is_no_deed(self) -> None:
        plan = markdown("# Our plan", "", "In May 2025 more than 800 people told us what matters. Here is the answer.")
        assert not plan.records

    def test_what_will_be_done_is_one(self) -> None:
        plan = markdown("# Our plan", "", "We will open ten parks by 2030.")
        assert [a.text for a in plan.actions] == ["We will open ten parks by 2030."]


class TestPrintedLinesOfHtml:
    """Converters of pages write HTML that is but lines, each ended by a break."""

    def page(self, *lines: str) -> bytes:
        return f"<html><body>{''.join(f'{line}<br/>' for line in lines)}<hr/></body></html>".encode()

    def test_lines_are_read_as_a_text(self) -> None:
        plan = parse(
            self.page(
                "<b>Goal 1: Every village has water</b>",
                "1.1 Drill forty wells in the dry villages of the",
                "north",
                "Responsible:&#160;Water Board",
                "Timeline:&#160;2027",
                "1.2 Train two pump keepers in each village",
                "Responsible:&#160;Districts",
                "Timeline:&#160;2028",
            ),
            name="plan.html",
        )
        assert [(a.text, a.owner, a.due and a.due.text) for a in plan.actions] == [
            ("Drill forty wells in the dry villages of the north", "Water Board", "2027"),
            ("Train two pump keepers in each village", "Districts", "2028"),
        ]
        assert plan.source.media_type == "text/html"

    def test_breaks_in_paragraphs_are_not_lines_of_a_page(self) -> None:
        crops = ("maize", "beans", "millet", "cassava", "rice")
        rows = "".join(
            f"<p>Goal {n}: Grow more {crop}<br>in every valley<br>of the north</p>" for n, crop in enumerate(crops, 1)
        )
        plan = parse(f"<html><body>{rows}</body></html>".encode(), name="plan.html")
        assert len(plan.objectives) == 5
