"""Tables that state nothing themselves: organisation charts, and values under a title."""

from __future__ import annotations

from typing import Any

import pytest

from objectives_parser import parse
from objectives_parser.recognizers.bare import is_bare, is_role
from objectives_parser.recognizers.unsaying import is_axis


def plan_of(text: str) -> dict[str, Any]:
    return parse(text.encode(), name="plan.md").to_dict()


CHART = """\
# Leadership

| OFFICE OF INTEGRATIVE ACTIVITIES | OFFICE OF THE GENERAL COUNSEL | CHIEF INFORMATION OFFICER |
|---|---|---|
| (OIA) | (OGC) | (CIO) |
| Ann Smith, Head {} | Bob Jones, Counsel {} | Eve Brown, Officer {} |
"""


class TestOrganisationCharts:
    """`OFFICE OF INTEGRATIVE ACTIVITIES` is no column of activities."""

    def test_boxes_with_phone_numbers(self) -> None:
        plan = plan_of(CHART.format("703.292.8040", "(703) 292-8060", "+1 703 292 4299"))
        assert not plan["actions"] and not plan["objectives"]

    def test_boxes_with_acronyms(self) -> None:
        plan = plan_of(CHART.format("", "", ""))
        assert not plan["actions"] and not plan["objectives"]

    def test_contacts_of_a_plan_are_none(self) -> None:
        """One column of phone numbers beside the actions."""
        plan = plan_of(
            "| Action | Lead | Phone |\n|---|---|---|\n"
            "| Train all staff | Ann Smith | 703.292.8040 |\n| Open two offices | Bob Jones | 703.292.8060 |\n"
        )
        assert [record["text"] for record in plan["actions"]] == ["Train all staff", "Open two offices"]


VALUES = """\
# {}

## Permits deferred awaiting approval

| Agency | FY18 Q1 | FY18 Q2 |
|---|---|---|
| North | 143 | 120 |
| South | 100 | 90 |

As of Dec 14, 2017
"""


class TestTitlesOfValues:
    """Slides of indicators show a small table of values; its title names what is measured."""

    def test_under_a_heading_of_indicators(self) -> None:
        plan = plan_of(VALUES.format("Key Indicators"))
        assert [record["text"] for record in plan["measures"]] == ["Permits deferred awaiting approval"]

    def test_not_elsewhere(self) -> None:
        assert plan_of(VALUES.format("Background"))["measures"] == []

    def test_not_over_a_table_of_statements(self) -> None:
        text = "# Key Indicators\n\n## Better permits\n\n| Indicator | Target |\n|---|---|\n| Permits issued | 100 |\n"
        assert [record["text"] for record in plan_of(text)["measures"]] == ["Permits issued"]


class TestTitlesOfCharts:
    """A chart leaves its figures as lines of text under its title."""

    chart = (
        "## Units made safe with federal money\n\n30,000\n\n25,615\n\n13,115\n\n5,000\n\nFY16 FY17 FY18\n\nNew units\n"
    )

    def test_are_measures(self) -> None:
        plan = plan_of(f"# Key Indicators\n\n{self.chart}")
        assert [record["text"] for record in plan["measures"]] == ["Units made safe with federal money"]

    def test_bear_the_label_of_their_slide(self) -> None:
        (measure,) = plan_of(f"# Key Indicator #1\n\n{self.chart}")["measures"]
        assert (measure["label"], measure["text"]) == ("Key Indicator #1", "Units made safe with federal money")

    def test_a_title_over_sentences_is_none(self) -> None:
        text = "# Key Indicators\n\n## Where the numbers are from\n\nThe census counts people.\n"
        assert "Where the numbers are from" not in [record["text"] for record in plan_of(text)["measures"]]

    def test_a_bold_axis_heads_nothing(self) -> None:
        text = "# Key Indicators\n\n## SY14-15 SY15-16 SY16-17\n\n- Share of schools that report yearly\n"
        (measure,) = plan_of(text)["measures"]
        assert measure["category"] is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [("22,754 23,013", True), ("SY14-15 SY15-16", True), ("3,748 (Q1)", True), ("6,500*", True), ("$1.2M 85%", True),
     ("Jul-18", True), ("Q1, FY18", True),
     ("Goal 2", False), ("By 2030", False), ("- -", False), ("Q1 report", False), ("1" * 5000 + "x", False)],
)  # fmt: skip
def test_figures_of_a_chart(text: str, figures: bool) -> None:
    assert is_axis(text) is figures


@pytest.mark.parametrize(
    "text",
    [
        "Action Plan: July 2020 to July 2021",
        "Action Plan: Excel | PDF",
        "Action Plan: [Word](a.docx) | [PDF](a.pdf)",
        "## Actions\n\n- Project Officer\n- Director, People and Culture\n- September 2024 to May 2025\n",
        "## Actions\n\n- PDF (230 KB)\n- Assistant Director of Parks\n- Q3 2025\n",
    ],
)
def test_times_posts_and_files_are_no_statements(text: str) -> None:
    assert not parse(f"# Plan\n\n{text}\n".encode(), name="plan.md").records


def test_a_post_among_the_actions_of_a_table_is_none() -> None:
    text = "| Action | Deliverable | Timeline |\n|---|---|---|\n| Open a branch | Parks Director | June 2026 |\n"
    assert [record.text for record in parse(text.encode(), name="plan.md").records] == ["Open a branch"]


@pytest.mark.parametrize(
    "text", ["May fair in the park", "Open data for all", "Online access to files", "Spring clean"]
)
def test_what_only_resembles_a_time_or_a_file_is_a_statement(text: str) -> None:
    assert not is_bare(text)


@pytest.mark.parametrize("text", ["Hire a Town Manager", "Dedicated Project Manager", "Safe Streets"])
def test_what_only_ends_like_a_post_is_a_statement(text: str) -> None:
    assert not is_role(text)
