"""Header rows as plans of many sectors and countries print them: which columns state records, and of which kind.

Each row is written `Header=role`: o objective, m measure, k milestone, a action; w owner, d due, t status, g target,
b baseline, l label, c category, n anything that states no record.
"""

from __future__ import annotations

import pytest

from objectives_parser import parse

CELLS = {
    "o": ("Improve access to public services for all residents", "Reduce waiting times across hospitals in the region"),
    "a": ("Publish a new guide for local councils", "Recruit 20 additional officers for the border"),
    "m": ("Number of residents using online services", "Percentage of patients seen within 4 hours"),
    "k": ("Guide published on website", "Recruitment campaign launched in all regions"),
    "w": ("Director of Finance", "Ministry of Health"),
    "d": ("March 2021", "Q4 2022"),
    "t": ("On track", "Delayed"),
    "g": ("85%", "95% by 2023"),
    "b": ("60%", "70%"),
    "l": ("1.1", "1.2"),
    "c": ("Health", "Transport"),
    "n": ("Work has begun in three of the sites", "Subject to approval of funding"),
    "h": ("High", "Medium"),
}
KINDS = {"o": "objective", "a": "action", "m": "measure", "k": "milestone"}

ROWS = """
Objective=o|Action=a|Success Measure=m|Lead=w|Deadline=d
Strategic objective=o|Key performance indicator=m|Baseline 2019/20=b|Target 2022/23=g
Ref=l|Recommendation=a|Responsible Officer=w|Implementation Date=d
Rec No.=l|Recommendation=a|Priority=h|Owner=w|Target Date=d|Status=t
Finding=n|Recommendation=a|Agency response=n|Owner=w
What we will do=a|How we will do it=a|Who will lead=w|By when=d|How we will know it has worked=m
Our goals=o|What we'll do=a|What success looks like=m|When=d
Goal=o|Strategies=a|Performance Indicators=m|Timeline=d|Responsibility=w
Results=o|Indicators=m|Baseline=b|Target=g|Source of verification=n|Risks and assumptions=n
Performance measure=m|Target=g|Result=n|Status=t
Reference=l|Target=m|Baseline year=b|Baseline=b
Action=a|Steps necessary for delivery=a|Timeline by quarter=d|Lead=w
Results chain=o|Indicators=m|Baseline=b|Target=g|Assumptions=n
Expected outputs=o|Output indicators=m|Baseline=b|Target=g
Inspection requirement=o|Action=a|Evidence of completion=m|Lead=w
Key Performance Area=c|Strategic Objective=o|Key Performance Indicator (KPI)=m|Annual Target=g
Programme=c|Output=o|Output Indicator=m|Audited Performance 2018/19=n|MTEF Targets=g
National Development Plan priority=o|Interventions=a|Indicators=m|Targets=g
Area for improvement=o|Actions=a|Lead person=w|Timescale=d|Success criteria=m|Monitoring=n
School priority=o|Actions=a|Who=w|When=d|Cost=n|Impact=m
Objective=o|Measure=m|2018-19 Actual=n|2019-20 Target=g
Intended result=o|Performance measure=m|Methodology=n|Target=g
Departmental Results=o|Performance Indicators=m|Target=g|Date to achieve target=d|Actual result=n
Strategic Aim=o|Key Actions=a|Measures of Success=m|Lead Directorate=w
Impact=o|Output measure=m|Standard=g|Actual=n
Proposed action=a|Lead Agency/Partner=w|Priority (H/M/L)=h|Timeframe=d|Estimated Cost=n
Hazard Addressed=n|Mitigation Action=a|Lead Agency=w|Potential Funding=n|Timeline=d
Implementation Measure=a|Responsibility=w|Time Frame=d
Policy=o|Action=a|Lead=w
Actions planned=a|Responsible party=w|Due date=d|Indicator of completion=m
Description of deliverable=k|Lead=w|Planned date=d|Actual date=n
Reform=a|Qualitative indicators=m|Indicative timeline for completion=d
Desired Outcome=o|Actions required=a|Lead responsibility=w|Completion date=d|Progress/Comments=n
Problem statement=n|Proposed solution=a|Responsible=w
Action=a|How=n|Who=w|When=d
Action=a|Benefits=n|Cost=n|Timeframe=d
Recommendation=a|Response=n|Lead=w|Timescale=d
Strategy=a|Lead=w|Timeframe=d
Strategy=o|Action=a|Lead=w|Timeframe=d
Area of focus=c|What we'll achieve=o|What we'll do=a
Quality Improvement Initiative=a|Aim=o|Measure=m|Current performance=b|Target=g|Change ideas=a|Methods=n
"""


@pytest.mark.parametrize("row", ROWS.split("\n")[1:-1])
@pytest.mark.parametrize("form", ["md", "html"])
def test_the_columns_of(row: str, form: str) -> None:
    columns = [header.rsplit("=", 1) for header in row.split("|")]
    lines = [[header for header, _ in columns], *([CELLS[role][at] for _, role in columns] for at in (0, 1))]
    plan = parse((_markdown if form == "md" else _html)(lines).encode(), name=f"plan.{form}")
    wanted = sorted((KINDS[role], CELLS[role][at]) for _, role in columns for at in (0, 1) if role in KINDS)
    assert sorted((type(record).__name__.lower(), record.text) for record in plan.records) == wanted


def _markdown(lines: list[list[str]]) -> str:
    head, *body = ["| " + " | ".join(line) + " |" for line in lines]
    return "\n".join([head, "|---" * len(lines[0]) + "|", *body])


def _html(lines: list[list[str]]) -> str:
    rows = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines]
    return "<table>" + "".join(rows) + "</table>"
