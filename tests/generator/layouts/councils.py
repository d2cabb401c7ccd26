"""Action plans of councils, hospitals and schools: one table a theme or one table for all."""

from __future__ import annotations

from typing import Any

from tests.generator.layouts.sheet import Sheet, heads, note
from tests.generator.press import Box, Look, Par

Made = tuple[bytes, dict[str, Any]]


def council_action_plan(seed: int) -> Made:
    """Objective | Action | Lead | Timescale | Success measure; the objective spans its actions, ruled."""
    s = Sheet("council", seed, width=842.0, height=595.0, margin=40.0, numbered=True)
    s.press.heading(f"{s.plan.organisation} {s.plan.title} {s.plan.period.text}", 15)
    body: list[list[Box]] = []
    for goal in s.plan.goals:
        objective = s.objective(goal.text)
        for i, act in enumerate(goal.actions):
            owner, due = s.owner(), s.when()
            action = s.state("action", act, [objective], owner=owner, due=due)
            row = [s.box(action), note(owner), note(due.text)]
            if i < len(goal.measures):
                row.append(s.box(s.state("measure", goal.measures[i], [action], owner=owner, due=due)))
            else:
                row.append(note(""))
            body.append([s.box(objective, rows=len(goal.actions), bold=True), *row] if i == 0 else row)
    look = Look(head_fill="#bfd7ea", again=True)
    s.press.table((3, 5, 2.2, 2, 4), [heads("Objective", "Action", "Lead", "Timescale", "Success measure")], body, look)
    return s.finish()


def council_bars(seed: int) -> Made:
    """Each objective is a coloured bar over the table; Ref | Action | Lead officer | By when | Status below it."""
    s = Sheet("bars", seed, margin=50.0, running_head="Corporate delivery plan")
    s.press.heading(s.plan.title, 16)
    body: list[list[Box]] = []
    for n, goal in enumerate(s.plan.goals, 1):
        objective = s.objective(goal.text, label=f"Objective {n}")
        body.append([s.box(objective, before=f"Objective {n}: ", bold=True, columns=5, fill="#d9e2f3")])
        for i, act in enumerate(goal.actions, 1):
            owner, due, status = s.owner(), s.when(), s.status()
            action = s.state("action", act, [objective], owner=owner, due=due, status=status, label=f"{n}.{i}")
            body.append([note(f"{n}.{i}"), s.box(action), note(owner), note(due.text), note(status)])
    top = heads("Ref", "Action", "Lead officer", "By when", "Status", fill="#1f4e79")
    top = [Box(pars=tuple(Par(text=p.text, bold=True, color="#ffffff") for p in b.pars), fill=b.fill) for b in top]
    s.press.table((1, 6, 2.5, 2.2, 2), [top], body, Look(again=True))
    return s.finish()


def hospital_plan(seed: int) -> Made:
    """A heading names the priority; Actions | Lead | Deadline | Measure of success | RAG, horizontal rules."""
    s = Sheet("hospital", seed, margin=54.0, numbered=True)
    s.press.heading("Quality Improvement Plan", 18)
    s.press.text(Par(text=f"This plan sets out how the {s.plan.organisation} responds to the findings of the review."))
    for n, goal in enumerate(s.plan.goals, 1):
        objective = s.objective(goal.text, label=f"Priority {n}")
        s.press.pages[objective] = s.press.page
        s.press.heading(f"Priority {n}: {goal.text}", 12, record=objective)
        body = []
        for i, act in enumerate(goal.actions):
            owner, due = s.owner(), s.when()
            action = s.state("action", act, [objective], owner=owner, due=due)
            measure = [s.state("measure", m, [action], owner=owner, due=due) for m in goal.measures[i : i + 1]]
            body.append([s.box(action), note(owner), note(due.text), s.box(*measure), note(s.rng.choice("RAG"))])
        look = Look(rules="horizontal", padding=5)
        s.press.table((5, 2, 2, 4, 0.8), [heads("Action", "Lead", "Deadline", "Measure of success", "RAG")], body, look)
    return s.finish()


def school_plan(seed: int) -> Made:
    """Priority and success criteria above each table; Action | Who | When | Resources | Monitoring, shaded heads."""
    s = Sheet("school", seed, margin=48.0, running_head="School Development Plan")
    s.press.heading("School Development Plan", 17)
    look = Look(size=10)
    for n, goal in enumerate(s.plan.goals[:5], 1):
        objective = s.objective(goal.text, label=f"Priority {n}")
        s.press.heading(f"Priority {n}: {goal.text}", 12, record=objective)
        s.press.text(Par(text="Success criteria", bold=True))
        for measure in goal.measures:
            s.press.text(s.par(s.state("measure", measure, [objective]), bullet="•", indent=8), look)
        s.press.space(6)
        body = []
        for act in goal.actions:
            owner, due = s.owner(), s.when()
            action = s.state("action", act, [objective], owner=owner, due=due)
            cost = s.rng.choice(("£500", "Staff time", "None", "£2,000 training budget"))
            body.append([s.box(action), note(owner), note(due.text), note(cost)])
        s.press.table((5, 2.4, 2.2, 2), [heads("Action", "Who", "When", "Resources", fill="#e2efd9")], body, Look())
    return s.finish()


def strips(seed: int) -> Made:
    """Priority | What we will do | How we will know: white on colour, bands of colour, no rules, bullets in cells."""
    s = Sheet("strips", seed, width=842.0, height=595.0, margin=45.0)
    s.press.heading(f"Our plan for {s.plan.period.text}", 20)
    body = []
    for goal in s.plan.goals:
        objective = s.objective(goal.text)
        actions = s.states("action", goal.actions, [objective])
        measures = s.states("measure", goal.measures, [objective])
        body.append(
            [s.box(objective, bold=True, fill="#cfe8e3"), s.box(*actions, bullet="•"), s.box(*measures, bullet="•")]
        )
    top = heads("Priority", "What we will do", "How we will know")
    s.press.table((2.4, 5, 4), [top], body, Look(rules="none", zebra="#eef6f4", head_fill="#7fbfb3", gap=3))
    return s.finish()


def unruled_columns(seed: int) -> Made:
    """No | Action | Responsible | Target date in columns of white space under a heading for each goal."""
    s = Sheet("unruled", seed, margin=60.0, numbered=True)
    s.press.heading("Annual Work Programme", 16)
    for n, goal in enumerate(s.plan.goals, 1):
        objective = s.objective(goal.text, label=f"Goal {n}")
        s.press.heading(f"Goal {n}: {goal.text}", 12, record=objective)
        body = []
        for i, act in enumerate(goal.actions, 1):
            owner, due = s.owner(), s.when()
            action = s.state("action", act, [objective], owner=owner, due=due, label=f"{n}.{i}")
            body.append([note(f"{n}.{i}"), s.box(action), note(owner), note(due.text)])
        look = Look(rules="none", font="Times", size=10.5, padding=3)
        s.press.table((0.8, 6, 2.6, 2.2), [heads("No.", "Action", "Responsible", "Target date")], body, look)
    return s.finish()


def cut_rows(seed: int) -> Made:
    """Outcome | Key actions | Indicators in a Word table whose long rows the page cuts; no header on later pages."""
    s = Sheet("cut", seed, height=520.0, margin=50.0, numbered=True)
    s.press.heading(f"{s.plan.title} {s.plan.period.text}", 14)
    body = []
    for goal in s.plan.goals:
        objective = s.objective(goal.text)
        actions = s.states("action", goal.actions, [objective])
        measures = s.states("measure", goal.measures, [objective])
        body.append([s.box(objective), s.box(*actions, bullet="•"), s.box(*measures, bullet="•")])
    look = Look(cut=True, again=False, size=10, gap=4)
    s.press.table((2.2, 4.5, 3.5), [heads("Outcome", "Key actions", "Indicators", fill="#dddddd")], body, look)
    return s.finish()
