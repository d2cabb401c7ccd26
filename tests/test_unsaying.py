"""Tables that state nothing themselves: organisation charts, and values under a title."""

from __future__ import annotations

from typing import Any

from objectives_parser import parse


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
