"""The same plan, whatever the file: the records and the links are the same."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from objectives_parser import Plan, parse
from tests.generator.plans import random_plan
from tests.printing import OUTLINERS, PRINTERS, Cell, Outlined, Printed

HEADERS = {"objective": "Objectives", "action": "Actions", "measure": "Performance measures", "milestone": "Milestones"}
PRINTED_SEEDS = ("seed-cabinet-secretary-objectives", "seed-cabinet-office-improvement-plan")

Served = dict[str, dict[str, list[str]]]


def printed(title: str, served: Served) -> Printed:
    """Goals with what serves each of them, by kind → a table of the kinds that occur."""
    kinds = [kind for kind in HEADERS if kind == "objective" or any(kind in goal for goal in served.values())]
    rows = tuple(
        ((goal,), *(tuple(statements.get(kind, ())) for kind in kinds[1:])) for goal, statements in served.items()
    )
    return Printed(title=title, headers=tuple(HEADERS[kind] for kind in kinds), rows=rows)


def seed_table(shared: Path, name: str) -> Printed:
    """A seed's table as its truth states it; what the source leaves open hangs on the first that it may serve."""
    truth = json.loads((shared / "truth/dev" / name / "truth.json").read_text())
    texts = {record["id"]: record["text"] for record in truth["records"]}
    served: Served = {record["text"]: {} for record in truth["records"] if record["kind"] == "objective"}
    for record in truth["records"]:
        if record["kind"] != "objective":
            served[texts[record["parents"][0]]].setdefault(record["kind"], []).append(record["text"])
    return printed(truth["about"]["title"] or "Improvement plan 2014", served)


def random_table(seed: int) -> Printed:
    plan = random_plan(seed)
    served: Served = defaultdict(dict)
    for goal in plan.goals:
        for kind in ("action", "measure", "milestone"):
            statements = [statement.text for statement in getattr(goal, f"{kind}s")]
            if statements:
                served[goal.text][kind] = statements
    return printed(plan.title, served)


def merged_table(seed: int) -> tuple[Printed, set[Any], set[Any]]:
    """A row an action with its lead and its date, the goal merged over the rows → the table, its records, its links."""
    rng = random.Random(seed)
    leads = ["Finance Department", "Public Works", "City Manager", "Parks and Recreation"]
    rows: list[tuple[Cell, ...]] = []
    records: set[Any] = set()
    links: set[Any] = set()
    for goal in random_plan(seed).goals:
        actions = [action.text for action in goal.actions][:3]
        for number, action in enumerate(actions):
            lead, due = rng.choice(leads), f"{rng.choice(['March', 'June', 'October'])} {rng.randint(2018, 2024)}"
            rows.append(([goal.text] if not number else None, [action], [lead], [due]))
            records.add(("action", bare(action), lead, due))
            links.add((bare(action), bare(goal.text)))
        if actions:
            records.add(("objective", bare(goal.text), None, None))
    headers = ("Goal", "Action", "Lead", "Due date")
    return Printed(title="City Action Plan", headers=headers, rows=tuple(rows)), records, links


def stated(table: Printed) -> tuple[set[Any], set[Any]]:
    """The records and the links that a table states, by kind and text."""
    kinds = [next(kind for kind, text in HEADERS.items() if text == header) for header in table.headers]
    records: set[Any] = set()
    links: set[Any] = set()
    for row in table.rows:
        for kind, cell in zip(kinds, row, strict=True):
            records.update((kind, bare(text)) for text in cell)
            links.update((bare(text), bare(row[0][0])) for text in cell if kind != "objective")
    return records, links


def bare(text: str) -> str:
    """A text without what formats may differ in: the full stop at its end."""
    return " ".join(text.split()).rstrip(".")


def found(plan: Plan) -> tuple[set[Any], set[Any]]:
    texts = {record.id: bare(record.text) for record in plan.records}
    records = {(record.kind, texts[record.id]) for record in plan.records}
    return records, {(texts[record.id], texts[parent]) for record in plan.records for parent in record.parents}


def assert_states(table: Printed, ending: str) -> None:
    plan = parse(PRINTERS[ending](table), name=f"plan.{ending}")
    records, links = found(plan)
    wanted_records, wanted_links = stated(table)
    assert sorted(records - wanted_records) == sorted(wanted_records - records) == []
    assert sorted(links - wanted_links) == sorted(wanted_links - links) == []


@pytest.mark.parametrize("ending", PRINTERS)
@pytest.mark.parametrize("name", PRINTED_SEEDS)
def test_a_seeds_table(shared: Path, name: str, ending: str) -> None:
    assert_states(seed_table(shared, name), ending)


@pytest.mark.parametrize("ending", PRINTERS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_random_plan(seed: int, ending: str) -> None:
    assert_states(random_table(seed), ending)


@pytest.mark.parametrize("ending", PRINTERS)
@pytest.mark.parametrize("seed", [4, 5])
def test_merged_goals_with_leads_and_dates(seed: int, ending: str) -> None:
    table, records, links = merged_table(seed)
    plan = parse(PRINTERS[ending](table), name=f"plan.{ending}")
    got = {
        (
            each.kind,
            bare(each.text),
            *((each.owner, each.due and each.due.text) if each.kind == "action" else (None,) * 2),
        )
        for each in plan.records
    }
    assert sorted(map(str, got - records)) == sorted(map(str, records - got)) == []
    assert found(plan)[1] == links


@pytest.mark.parametrize("way", OUTLINERS)
@pytest.mark.parametrize("seed", [6, 7])
def test_a_plan_under_headings(seed: int, way: str) -> None:
    kinds = (("action", "Actions"), ("measure", "Performance measures"))
    goals = []
    records: set[Any] = set()
    links: set[Any] = set()
    for goal in random_plan(seed).goals:
        lists = []
        records.add(("objective", bare(goal.text)))
        for kind, heading in kinds:
            texts = [statement.text for statement in getattr(goal, f"{kind}s")]
            records.update((kind, bare(text)) for text in texts)
            links.update((bare(text), bare(goal.text)) for text in texts)
            if texts:
                lists.append((heading, texts))
        goals.append((goal.text, tuple(lists)))
    ending, printer = OUTLINERS[way]
    got = found(parse(printer(Outlined(title="Strategic Plan", goals=tuple(goals))), name=f"plan.{ending}"))
    assert sorted(got[0] - records) == sorted(records - got[0]) == []
    assert sorted(got[1] - links) == sorted(links - got[1]) == []
