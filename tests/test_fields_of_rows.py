"""What hangs on records: links by printed numbers, ticked columns, dates given twice, targets as printed."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse


def _plan(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def _parents(plan: Plan) -> dict[str, list[str]]:
    texts = {record.id: record.text for record in plan.records}
    return {record.text: [texts[parent] for parent in record.parents] for record in plan.records}


GOALS = """# Harbour Strategy

## Our goals

The board has adopted two goals:

1. Every boat finds a berth
2. The water is clean

## Delivery

### Goal 1

| Ref | Action | Lead | By when |
|---|---|---|---|
| 1a | Dredge the north basin | Works | 2026 |

### Goal 2

| Ref | Action | Lead | By when |
|---|---|---|---|
| 2a | Install two pump-out stations | Works | 2027 |

## Annex: indicators

| Goal | Indicator | Target |
|---|---|---|
| 1 | Boats on the waiting list | 0 |
| 2 | Samples that meet the standard | At least 95% |
"""


def test_a_numbered_heading_or_column_links_to_the_list_up_front() -> None:
    """`Goal 1` over a table, and a column `Goal` of an annex, name the aims of the list by their numbers."""
    plan = _plan(GOALS)
    parents = _parents(plan)

    assert parents["Dredge the north basin"] == ["Every boat finds a berth"]
    assert parents["Install two pump-out stations"] == ["The water is clean"]
    assert parents["Boats on the waiting list"] == ["Every boat finds a berth"]
    assert parents["Samples that meet the standard"] == ["The water is clean"]


def test_a_letter_after_a_number_is_a_part_of_it() -> None:
    plan = _plan("# Plan\n\n- Objective 1: Keep the quay safe\n- Objective 2: Keep it clean\n\n## What we will do\n\n"
                 "| No. | Action | Owner |\n|---|---|---|\n| 2a | Sweep the quay each night | Works |\n"
                 "| 1(a) | Mend the railings | Works |\n")  # fmt: skip
    parents = _parents(plan)

    assert parents["Sweep the quay each night"] == ["Keep it clean"]
    assert parents["Mend the railings"] == ["Keep the quay safe"]


def test_numbers_with_a_letter_in_brackets_are_labels() -> None:
    plan = _plan("# Plan\n\n| Action | Owner |\n|---|---|\n| 1(a) Mend the railings | Works |\n")

    assert [(action.label, action.text) for action in plan.actions] == [("1(a)", "Mend the railings")]


def test_what_dated_actions_yield_is_delivered() -> None:
    """Right of actions with dates of their own, an output is a deliverable and no aim."""
    plan = _plan("# Plan\n\n| Action | Lead | Timeline | Key output |\n|---|---|---|---|\n"
                 "| Survey the piers | Works | Q3 2026 | Survey report published |\n"
                 "| Draft new by-laws | Legal | Q4 2026 | By-laws adopted |\n")  # fmt: skip

    assert [milestone.text for milestone in plan.milestones] == ["Survey report published", "By-laws adopted"]
    assert _parents(plan)["Survey report published"] == ["Survey the piers"]
    assert not plan.objectives


def test_a_tick_under_a_state_is_the_status() -> None:
    plan = _plan("# Plan\n\n| Action | Lead | Not started | On track | Done |\n|---|---|---|---|---|\n"
                 "| Survey the piers | Works | | ✓ | |\n| Draft new by-laws | Legal | | | x |\n")  # fmt: skip

    assert [action.status for action in plan.actions] == ["On track", "Done"]


def test_ticked_quarters_under_a_year_in_brackets() -> None:
    plan = parse(
        b"<h1>Plan</h1><table><tr><th rowspan=2>Activity</th><th colspan=2>Timeframe (2026)</th></tr>"
        b"<tr><th>Q1</th><th>Q2</th></tr><tr><td>Survey the piers</td><td></td><td>X</td></tr>"
        b"<tr><td>Draft new by-laws</td><td>X</td><td>X</td></tr></table>",
        name="plan.html",
    )
    dues = [action.due for action in plan.actions if action.due is not None]

    assert [(due.text, due.start, due.end) for due in dues] == [
        ("Q2", "2026-04-01", "2026-06-30"),
        ("Q1; Q2", "2026-01-01", "2026-06-30"),
    ]


def test_an_items_own_date_comes_before_its_lead_ins() -> None:
    plan = _plan("# Plan\n\nBy March 2027 we will:\n\n- open the new quay by 1 June 2026\n- mend the old crane\n")

    assert [action.due.text for action in plan.actions if action.due] == ["by 1 June 2026", "By March 2027"]


def test_a_target_cell_is_kept_whole() -> None:
    plan = _plan(GOALS)
    target = next(measure.target for measure in plan.measures if measure.text.startswith("Samples"))

    assert target is not None
    assert (target.text, target.value, target.comparator) == ("At least 95%", 95.0, "at least")


def test_what_rows_say_differently_is_not_the_aims_over_them() -> None:
    """A cell over two rows has only those columns that both rows fill alike."""
    plan = parse(
        b"<h1>Plan</h1><table><tr><th>Objective</th><th>Action</th><th>Cost</th><th>Ward</th></tr>"
        b"<tr><td rowspan=2>Keep the quay safe</td><td>Mend the railings</td><td>10</td><td>North</td></tr>"
        b"<tr><td>Sweep the quay</td><td>20</td><td>North</td></tr></table>",
        name="plan.html",
    )

    assert plan.objectives[0].fields == {"Ward": "North"}
    assert [action.fields["Cost"] for action in plan.actions] == ["10", "20"]


@pytest.mark.parametrize(
    ("title", "when", "start", "end"),
    [
        ("Work Plan 2026", "Q1", "2026-01-01", "2026-03-31"),
        ("Work Plan 2026", "Q2 – Q3", "2026-04-01", "2026-09-30"),
        ("Work Plan 2026", "By end of June", "2026-06-01", "2026-06-30"),
        ("Work Plan 2026", "31 March", "2026-03-31", "2026-03-31"),
        ("Work Plan 2026", "from September", "2026-09-01", None),
        # more than when, or a year of its own
        ("Work Plan 2026", "May be deferred", None, None),
        ("Work Plan 2026", "Q1 2027", "2027-01-01", "2027-03-31"),
        # a plan of several years does not say which
        ("Work Plan 2026–2028", "Q1", None, None),
    ],
)
def test_the_year_of_a_plan_dates_its_quarters_and_months(
    title: str, when: str, start: str | None, end: str | None
) -> None:
    plan = _plan(f"# {title}\n\n| Action | Lead | When |\n|---|---|---|\n| Survey the piers | Works | {when} |\n")
    due = plan.actions[0].due

    assert due is not None
    assert (due.text, due.start, due.end) == (when, start, end)


def test_a_month_of_a_fiscal_year_stands_in_its_second_half() -> None:
    table = "| Action | Lead | When |\n|---|---|---|\n| Survey the piers | Works | Feb |\n"
    due = _plan(f"# Work Plan 2025/26\n\nThe financial year begins on 1 April.\n\n{table}").actions[0].due

    assert due is not None
    assert (due.start, due.end) == ("2026-02-01", "2026-02-28")


def test_a_date_in_brackets_counts_where_the_one_outside_is_no_due() -> None:
    plan = _plan(
        "# Plan\n\n## Milestones\n\n- Rulings since 2015 can be searched (Q4 2027)\n- Pilot ended (May 2026)\n"
    )

    assert [record.due.text for record in plan.milestones if record.due] == ["Q4 2027", "May 2026"]


def test_the_target_is_the_last_years() -> None:
    plan = _plan("# Plan\n\n| Indicator | Baseline 2024 | Target 2026 | Target 2027 |\n|---|---|---|---|\n"
                 "| Berths let | 40% | 55% | 70% |\n| Boats waiting | 9 | 4 | – |\n")  # fmt: skip

    assert [measure.target.text for measure in plan.measures if measure.target] == ["70%", "4"]


def test_the_year_of_a_baseline_is_no_due() -> None:
    plan = parse(
        b"<h1>Plan</h1><table><tr><th rowspan=2>Indicator</th><th colspan=2>Baseline</th><th rowspan=2>Target</th></tr>"
        b"<tr><th>Value</th><th>Year</th></tr><tr><td>Number of piers mended</td><td>3</td><td>2022</td><td>9</td></tr>"
        b"<tr><td>Number of berths let</td><td>30</td><td>2023</td><td>90</td></tr></table>",
        name="plan.html",
    )

    assert [(measure.due, measure.target and measure.target.baseline) for measure in plan.measures] == [
        (None, "3"),
        (None, "30"),
    ]


@pytest.mark.parametrize(
    ("printed", "label", "text"),
    [
        ("SO A.1 Fewer boats sink", "SO A.1", "Fewer boats sink"),
        ("SO 1.2 Fewer boats sink", "SO 1.2", "Fewer boats sink"),
        ("EU 27 members agree on the rules", None, "EU 27 members agree on the rules"),
    ],
)
def test_a_code_parted_from_its_number_is_a_label(printed: str, label: str | None, text: str) -> None:
    plan = _plan(f"# Plan\n\n| Specific objective | Owner |\n|---|---|\n| {printed} | Works |\n")

    assert [(record.label, record.text) for record in plan.objectives] == [(label, text)]


def test_a_topic_before_the_word_is_part_of_the_label() -> None:
    plan = _plan("# Plan\n\n## Adaptation priority 1: Farmers cope with drought\n\nIt rains less.\n\n"
                 "## Adaptation priority 2: Coasts are kept\n\nThe sea rises.\n")  # fmt: skip

    assert [record.label for record in plan.objectives] == ["Adaptation priority 1", "Adaptation priority 2"]


def test_a_second_status_is_kept_under_its_name() -> None:
    """A traffic light is the status, and what else tells how far the action is stands among the fields."""
    plan = _plan("# Plan\n\n| Action | Lead | RAG | % complete |\n|---|---|---|---|\n"
                 "| Survey the piers | Works | 🟢 | 40% |\n| Draft by-laws | Legal | 🔴 Delayed | 10% |\n")  # fmt: skip

    assert [action.status for action in plan.actions] == ["🟢", "🔴 Delayed"]
    assert [action.fields for action in plan.actions] == [{"% complete": "40%"}, {"% complete": "10%"}]


def test_who_and_when_in_one_bracket() -> None:
    plan = _plan("# Plan\n\n## Actions\n\n- Install panels on ten depots (Lead: Facilities; by 2027)\n"
                 "- Train drivers (Lead: Licensing, Police)\n")  # fmt: skip
    first, second = plan.actions

    assert first.due is not None
    assert (first.owner, first.due.text) == ("Facilities", "by 2027")
    assert (second.owner, second.due) == ("Licensing, Police", None)


def test_ticked_terms_keep_their_names() -> None:
    plan = parse(
        b"<h1>Plan</h1><table><tr><th rowspan=2>Action</th><th colspan=3>Timeframe</th></tr>"
        b"<tr><th>Short (0-2 years)</th><th>Medium (3-5 years)</th><th>Long (5+ years)</th></tr>"
        b"<tr><td>Map the noise of the port</td><td>X</td><td></td><td></td></tr>"
        b"<tr><td>Plant trees along the quay</td><td></td><td>X</td><td>X</td></tr></table>",
        name="plan.html",
    )

    assert [action.due.text for action in plan.actions if action.due] == [
        "Short (0-2 years)",
        "Medium (3-5 years); Long (5+ years)",
    ]


def test_ticked_halves_of_years_and_initials_of_months() -> None:
    initials = "".join(f"<th>{month}</th>" for month in "JFMAMJJASOND")
    ticks = "".join(f"<td>{'x' if month in (4, 5) else ''}</td>" for month in range(12))
    plan = parse(
        f"<h1>Work Plan 2026</h1><table><tr><th>Activity</th>{initials}</tr><tr><td>Clear the culverts</td>{ticks}</tr>"
        f"<tr><td>Raise two dykes</td>{ticks}</tr></table>"
        "<table><tr><th rowspan=2>Task</th><th colspan=2>2026</th><th colspan=2>2027</th></tr>"
        "<tr><th>H1</th><th>H2</th><th>H1</th><th>H2</th></tr>"
        "<tr><td>Map flood zones</td><td></td><td>●</td><td>●</td><td></td></tr>"
        "<tr><td>Train wardens</td><td></td><td></td><td>●</td><td></td></tr></table>".encode(),
        name="plan.html",
    )
    dues = [(action.due.text, action.due.start, action.due.end) for action in plan.actions if action.due]

    assert dues[:2] == [("May; Jun", "2026-05-01", "2026-06-30")] * 2
    assert dues[2:] == [("2026 H2; 2027 H1", "2026-07-01", "2027-06-30"), ("H1", "2027-01-01", "2027-06-30")]
