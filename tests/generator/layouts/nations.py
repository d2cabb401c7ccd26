"""Plans of nations and agencies: commitments as forms, logframes, climate tables, indicator tables."""

from __future__ import annotations

from typing import Any

from tests.generator.dates import When
from tests.generator.layouts.sheet import Sheet, heads, note
from tests.generator.press import Box, Look, Par
from tests.generator.statements import Statement

Made = tuple[bytes, dict[str, Any]]


def commitment_forms(seed: int) -> Made:
    """A form for each commitment, labels on the left, and a table of milestones with start and end dates in it."""
    s = Sheet("commitment", seed, margin=60.0, numbered=True)
    s.press.heading("National Action Plan for Open Government", 16)
    for n, goal in enumerate(s.plan.goals[:5], 1):
        act, *rest = goal.actions
        owner = s.plan.organisation
        objective = s.objective(goal.text)
        action = s.state("action", act, [objective], label=f"Commitment {n}", owner=owner)
        s.book.record(objective)["owner"] = ""
        problem = (
            f"Until now there has been little information on this, and {s.plan.needs[n].text.lower()} was missing."
        )
        s.book.optional.append(problem)
        rows = [
            [s.box(action, before=f"Commitment {n}: ", bold=True, columns=4, fill="#f2dcdb")],
            [note("Lead implementing agency", True), note(owner, columns=3)],
            [note("Problem to be addressed", True), note(problem, columns=3)],
            [note("Main objective", True), s.box(objective, columns=3)],
            heads("Milestone", "", "Start date", "End date", fill="#f2f2f2"),
        ]
        rows[-1] = [note("Milestones", True, columns=2, fill="#f2f2f2"), *rows[-1][2:]]
        for i, milestone in enumerate(rest, 1):
            end = When(text=f"June {s.year + i}", start=f"{s.year + i}-06-01", end=f"{s.year + i}-06-30")
            record = s.state("milestone", milestone, [action], due=end, label=str(i))
            rows.append([s.box(record, before=f"{i}. ", columns=2), note(f"January {s.year}"), note(end.text)])
        s.press.table((2.4, 3, 1.6, 1.6), [], rows, Look(padding=4))
        s.press.space(10)
    for record in s.book.records:
        if record.get("owner") == "":
            del record["owner"]
    return s.finish()


def logframe(seed: int) -> Made:
    """Results chain | Indicators | Means of verification | Assumptions, a row for impact, outcome and each output."""
    s = Sheet("logframe", seed, wording="titles", width=842.0, height=595.0, margin=40.0)
    s.press.heading("Logical Framework", 15)
    levels = ["Impact", "Outcome", *(f"Output {i}" for i in range(1, 5))]
    body, names = [], []
    for i, (level, goal) in enumerate(zip(levels, s.plan.goals, strict=False)):
        parents = [] if i == 0 else [names[min(i - 1, 1)]]
        objective = s.objective(goal.text, parents, label=level)
        names.append(objective)
        measures = s.states("measure", goal.measures, [objective])
        means = s.rng.choice(("Annual reports", "Household survey", "Ministry statistics", "Audit records"))
        s.book.optional.append(means)
        risk = s.rng.choice(("Political commitment is sustained", "Partners remain engaged", "No major price shocks"))
        body.append([note(level, True), s.box(objective), s.box(*measures, bullet="–"), note(means), note(risk)])
    top = heads("", "Intervention logic", "Objectively verifiable indicators", "Sources of verification", "Assumptions",
                fill="#d9d9d9")  # fmt: skip
    s.press.table((1.2, 3, 4, 2, 2), [top], body, Look(cut=True))
    return s.finish()


def climate_sectors(seed: int) -> Made:
    """Sector | Policy action | Indicator | Lead institution | Timeframe; the sector spans its rows."""
    s = Sheet("climate", seed, width=842.0, height=595.0, margin=42.0)
    s.press.heading("Annex 1. Sectoral actions", 14)
    body: list[list[Box]] = []
    n = 0
    for section in s.plan.sections:
        rows: list[list[Box]] = []
        for goal in section.goals:
            for act, measure in zip(goal.actions, goal.measures, strict=False):
                n += 1
                first, last = s.year, s.year + s.rng.randint(3, 9)
                due = When(text=f"{first}-{last}", start=f"{first}-01-01", end=f"{last}-12-31")
                owner = s.owner()
                more = {"owner": owner, "due": due}
                action = s.state("action", act, [], category=section.title, label=str(n), **more)
                indicator = s.state("measure", measure, [action], **more)
                rows.append([note(str(n)), s.box(action), s.box(indicator), note(owner), note(due.text)])
        rows[0] = [note(section.title, True, rows=len(rows), fill="#e2efda", middle=True), *rows[0]]
        body += rows
    top = heads("Sector", "No.", "Policy action", "Indicator", "Lead institution", "Timeframe", fill="#a9d08e")
    s.press.table((1.8, 0.7, 4.2, 3.4, 2.2, 1.6), [top], body, Look(again=True))
    return s.finish()


def indicators_by_year(seed: int) -> Made:
    """Under each objective's heading: Indicator | Baseline | a column for each year's target."""
    s = Sheet("years", seed, margin=55.0, numbered=True)
    s.press.heading("Performance Framework", 16)
    years = [str(s.year + i) for i in range(3)]
    for n, goal in enumerate(s.plan.goals, 1):
        objective = s.objective(goal.text, label=f"Strategic Objective {n}")
        s.press.heading(f"Strategic Objective {n}: {goal.text}", 11.5, record=objective)
        body = []
        for measure in s.states("measure", goal.measures, [objective]):
            base = s.rng.randint(20, 60)
            values = [f"{base + 5 * i}%" for i in range(4)]
            s.book.optional += values
            body.append([s.box(measure), *map(note, values)])
        top = heads("Indicator", "Baseline", *(f"Target {year}" for year in years), fill="#fff2cc")
        s.press.table((5, 1.3, 1.4, 1.4, 1.4), [top], body, Look(rules="horizontal"))
    return s.finish()


def quarters(seed: int) -> Made:
    """Activity | Q1 | Q2 | Q3 | Q4 | Responsible, an x where the quarter is meant; outputs are rows over the table."""
    s = Sheet("quarters", seed, width=842.0, height=595.0, margin=50.0)
    s.press.heading(f"Annual Work Plan {s.plan.period.text}", 15)
    body: list[list[Box]] = []
    for n, goal in enumerate(s.plan.goals, 1):
        output = s.objective(goal.text, label=f"Output {n}")
        body.append([s.box(output, before=f"Output {n}: ", bold=True, columns=6, fill="#ededed")])
        for i, act in enumerate(goal.actions, 1):
            owner, first = s.owner(), s.rng.randint(0, 3)
            ticked = sorted({first, min(3, first + s.rng.randint(0, 1))})
            due = "; ".join(f"Q{q + 1}" for q in ticked)
            action = s.book.add("action", act.text, [output], owner=owner, label=f"{n}.{i}")
            s.book.record(action)["due"] = due
            marks = [note("x" if q in ticked else "") for q in range(4)]
            body.append([s.box(action, before=f"{n}.{i} "), *marks, note(owner)])
    s.press.table(
        (6, 0.8, 0.8, 0.8, 0.8, 2.5), [heads("Activity", "Q1", "Q2", "Q3", "Q4", "Responsible")], body, Look()
    )
    return s.finish()


def objective_forms(seed: int) -> Made:
    """A small form for each objective: Objective, Owner, Actions, Performance measures, Milestones down the left."""
    s = Sheet("forms", seed, wording="clauses", margin=60.0, numbered=True)
    s.press.heading(f"Performance Agreement {s.plan.period.text}", 15)
    for n, goal in enumerate(s.plan.goals, 1):
        objective = s.objective(goal.text, owner=goal.owner, label=str(n))
        actions = s.states("action", goal.actions, [objective])
        measures = s.states("measure", goal.measures, [objective])
        milestones = s.states("milestone", goal.milestones, [objective])
        rows = [
            [note(f"Objective {n}", True, fill="#dbe5f1"), s.box(objective, bold=True)],
            [note("Owner", True, fill="#dbe5f1"), note(goal.owner or "")],
            [note("Actions", True, fill="#dbe5f1"), s.box(*actions, bullet="•")],
            [note("Performance measures", True, fill="#dbe5f1"), s.box(*measures, bullet="•")],
            [note("Milestones", True, fill="#dbe5f1"), s.box(*milestones, bullet="•")],
        ]
        s.press.table((2, 6), [], rows, Look(gap=3))
        s.press.space(6)
    return s.finish()


def priority_actions(seed: int) -> Made:
    """Key milestone | Milestone due date | Status | Owner under each goal's heading, as agencies report on goals."""
    s = Sheet("apg", seed, width=720.0, height=540.0, margin=40.0, numbered=True)
    for n, goal in enumerate(s.plan.goals[:4], 1):
        if n > 1:
            s.press.turn()
        s.press.heading(f"Goal {n} Action Plan", 18)
        objective = s.objective(goal.text, label=f"Goal {n}")
        s.press.text(Par(text="Goal Statement", bold=True, size=12))
        s.press.text(s.par(objective, bullet="•", size=12))
        s.press.space(8)
        body = []
        for item in goal.actions:
            due, status, owner = s.when(), s.status(), s.owner()
            text = Statement(text=item.text)
            milestone = s.state("milestone", text, [objective], due=due, status=status, owner=owner)
            body.append([s.box(milestone), note(due.text), note(status), note(owner)])
        top = heads("Key Milestones", "Milestone Due Date", "Milestone Status", "Owner", fill="#9dc3e6")
        s.press.table((5, 2, 1.8, 2.2), [top], body, Look(zebra="#f2f7fc", rules="box", size=10))
        s.press.text(Par(text="Key indicators", bold=True, size=12))
        for measure in s.states("measure", goal.measures, [objective]):
            s.press.text(s.par(measure, bullet="–", size=11, indent=10))
    return s.finish()
