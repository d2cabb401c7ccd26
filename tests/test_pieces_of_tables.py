"""Tables that a converter printed in pieces, with rows that head others: what goes on, and what serves what."""

from __future__ import annotations

from typing import Any

from objectives_parser import parse


def records(text: str, name: str = "plan.md") -> list[dict[str, Any]]:
    plan = parse(text.encode(), name=name).to_dict()
    found = [record for kind in ("objectives", "measures", "milestones", "actions") for record in plan[kind]]
    return sorted(found, key=lambda record: record["where"][0]["start"])


def kinds(text: str, name: str = "plan.md") -> list[tuple[str, str]]:
    return [(record["id"].rsplit("-", 1)[0], record["text"]) for record in records(text, name)]


def links(text: str, name: str = "plan.md") -> dict[str, list[str]]:
    found = {record["id"]: record for record in records(text, name)}
    return {record["text"]: [found[parent]["text"] for parent in record["parents"]] for record in found.values()}


def test_a_piece_of_a_table_begins_with_a_row_under_the_rule() -> None:
    """Markdown puts its rule under the first row of each piece, and that may be a row of the body."""
    text = (
        "| Delivery objectives | Performance measures |\n|---|---|\n"
        "| Keep the harbours open | • Days of closure<br>• Time that ships wait |\n\n2\n\n"
        "| Build two new ferries | • Cost against the budget<br>• Berths that are ready |\n|---|---|\n"
        "| Corporate objectives | Performance measures |\n"
        "| Publish the accounts early | • Days after the year's end |\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["objective", "measure", "measure"] * 2 + ["objective", "measure"]


def test_rows_above_a_header_that_is_printed_again_go_on() -> None:
    """The page begins in the middle of the table; further down it has the next section's header."""
    text = (
        "Delivery objectives\tMeasures\tMilestones\n"
        "Keep the harbours open all winter\tDays of closure\tReview done May 2013\n\n"
        "Notes on this page stand between the two pieces of the table.\n\n"
        "Build two ferries for the islands\tCost against the budget\tKeel laid June 2013\n"
        "Corporate objectives\tMeasures\tMilestones\n"
        "Publish the accounts before the summer\tDays after the year's end\tAudit begun April 2013\n"
    )
    assert [kind for kind, _ in kinds(text, "plan.txt")] == ["objective", "measure", "milestone"] * 3


def test_an_empty_header_says_what_the_table_before_said() -> None:
    text = (
        "| 1. Delivery objectives: | Measures: | Milestones: |\n|---|---|---|\n"
        "| Keep the harbours open | Days of closure | Review done May 2013 |\n\n"
        "| 2. Corporate objectives: | | Milestones: |\n|---|---|---|\n"
        "| Publish the accounts early | Days after the year's end | Audit begun April 2013 |\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["objective", "measure", "milestone"] * 2


def test_headers_that_differ_in_their_subject_head_sections() -> None:
    text = (
        "Delivery objectives\tMeasures\nKeep the harbours open all winter\tDays of closure\n"
        "Corporate objectives\tMeasures\nPublish the accounts before the summer\tDays after the year's end\n"
    )
    groups = [record["category"] for record in records(text, "plan.txt") if record["id"].startswith("objective")]
    assert groups == ["Delivery objectives", "Corporate objectives"]


def test_counted_names_over_rows_are_sections() -> None:
    text = (
        "Objective\tMeasures\nA. Service delivery\t\nKeep the harbours open all winter.\tDays of closure\n"
        "B. Corporate\t\nPublish the accounts before the summer.\tDays after the year's end\n"
    )
    found = records(text, "plan.txt")
    assert [(record["text"], record["category"]) for record in found if record["id"].startswith("objective")] == [
        ("Keep the harbours open all winter.", "Service delivery"),
        ("Publish the accounts before the summer.", "Corporate"),
    ]


def test_a_full_width_row_over_each_header_is_what_its_rows_serve() -> None:
    """Such cells list measures and milestones side by side: no milestone serves the measures beside it."""
    row = "<tr><th colspan=2>{}</th></tr><tr><td>Performance measures</td><td>Milestones</td></tr><tr>{}</tr>"
    cells = "<td><ul><li>Cost of a {0}</li><li>Days that a {0} is idle</li></ul></td><td>New {0} ordered May 2013</td>"
    titles = {"1. A fleet that pays its way": "ferry", "2. Ports without queues": "crane"}
    text = "<table>" + "".join(row.format(title, cells.format(word)) for title, word in titles.items()) + "</table>"
    found = links(text, "plan.html")
    assert found["New crane ordered May 2013"] == found["Cost of a crane"] == ["Ports without queues"]


def test_a_milestone_beside_a_second_measure_serves_the_objective_above() -> None:
    text = (
        "<table><tr><th>Objective</th><th>Measures</th><th>Milestones</th></tr>"
        "<tr><td>Keep the harbours open</td><td>Days of closure</td><td>Review done May 2013</td></tr>"
        "<tr><td></td><td>Time that ships wait</td><td>Pilots hired June 2013</td></tr></table>"
    )
    assert links(text, "plan.html")["Pilots hired June 2013"] == ["Keep the harbours open"]


def test_numbered_commands_over_actions_are_aims() -> None:
    """A business plan's actions: a numbered heading, numbered rows in bold, and under them what is done from when."""
    text = (
        "### 1. Support ferries to small islands\n\n| ACTIONS | Start | End |\n|---|---|---|\n"
        "| **1.1 Simplify the rules for harbours** | | |\n| i. Consult the island councils | Mar 2012 | Jun 2012 |\n"
        "| **1.2 Install new beacons** | | |\n| i. Award the contract to a builder | Started | Sep 2012 |\n\n"
        "### 2. Deliver safe crossings in all weathers\n\n| ACTIONS | Start | End |\n|---|---|---|\n"
        "| **2.1 Improve the weather service** | | |\n| i. Buy the second radar | Mar 2012 | Jun 2012 |\n"
    )
    found = links(text)
    assert found["Award the contract to a builder"] == ["Install new beacons"]
    assert found["Install new beacons"] == ["Support ferries to small islands"]
    assert found["Improve the weather service"] == ["Deliver safe crossings in all weathers"]


def test_items_that_end_with_dates_are_several() -> None:
    """A converter lost what stood between the items of a cell."""
    text = (
        "| Objective | Milestones |\n|---|---|\n"
        "| Keep the harbours open | Plan announced Sept 2012 First pier mended by Mar 2013 |\n"
    )
    assert [said for kind, said in kinds(text) if kind == "milestone"] == [
        "Plan announced Sept 2012",
        "First pier mended by Mar 2013",
    ]


def test_a_sentence_may_begin_with_a_figure() -> None:
    text = (
        "| Objective | Measures |\n|---|---|\n"
        "| Keep the harbours open | Accounts are signed without remarks. 95 per cent of dues are paid on time. "
        "Each pier has a named keeper. |\n"
    )
    assert len([said for kind, said in kinds(text) if kind == "measure"]) == 3


def test_numbered_rows_of_one_cell_in_columns_of_text() -> None:
    """`1.1` over `i.` and `ii.`, which alone have dates, is a row by itself."""
    text = (
        "The plan of the harbour office says what is done from when.\n\n"
        " ACTIONS                                            Start       End\n"
        " 1.1 Simplify the rules for harbours\n"
        " i. Consult the island councils                     Mar 2012    Jun 2012\n"
        " ii. Publish one code for all harbours              Jun 2012    Sep 2012\n"
        " 1.2 Install new beacons on every pier\n"
        " i. Award the contract to a builder                 Started     Sep 2012\n"
    )
    found = links(text, "plan.txt")
    assert found["Publish one code for all harbours"] == ["Simplify the rules for harbours"]
    assert found["Award the contract to a builder"] == ["Install new beacons on every pier"]
