"""Strategies without a table: labelled statements in columns, on slides, under headings, in prose; scorecards."""

from __future__ import annotations

from typing import Any

from tests.generator.layouts.sheet import Sheet, heads, note
from tests.generator.press import Box, Look, Par

Made = tuple[bytes, dict[str, Any]]


def two_columns(seed: int) -> Made:
    """Two columns of text: Goal 1, Objective 1.1 in bold, its actions as bullets."""
    s = Sheet("columns", seed, height=560.0, margin=50.0)
    s.press.heading("Comprehensive Plan: Goals and Objectives", 16)
    width = (s.press.measure - 24) / 2
    top, column = s.press.y, 0
    look = Look(size=9.5, gap=4)
    for n, section in enumerate(s.plan.sections, 1):
        parent, *goals = section.goals
        parts: list[Par] = []
        goal = s.objective(parent.text, label=f"Goal {n}")
        parts.append(s.par(goal, f"Goal {n}: ", bold=True, size=11, color="#7f3f00"))
        for i, sub in enumerate(goals, 1):
            objective = s.objective(sub.text, [goal], label=f"Objective {n}.{i}")
            parts.append(s.par(objective, f"Objective {n}.{i} ", bold=True))
            parts += [s.par(a, bullet="•", indent=6) for a in s.states("action", sub.actions, [objective])]
        for par in parts:
            if s.press.y + 60 > s.press.bottom:
                column += 1
                if column == 2:
                    s.press.turn()
                    top, column = s.press.y, 0
                s.press.y = top
            s.press.text(par, look, x=s.press.margin + column * (width + 24), width=width)
    return s.finish()


def slides(seed: int) -> Made:
    """A slide for each goal: the goal in a band, then boxes side by side with Actions, Measures and Milestones."""
    s = Sheet("slides", seed, width=960.0, height=540.0, margin=40.0)
    s.press.heading(f"{s.plan.organisation}: strategy on a page", 24)
    for n, goal in enumerate(s.plan.goals[:5], 1):
        s.press.turn()
        objective = s.objective(goal.text, label=f"Goal {n}")
        s.press.fill(0, 24, s.press.width, 84, "#003f5c")
        s.press.y = 40
        s.press.text(s.par(objective, f"Goal {n}: ", bold=True, size=22, color="#ffffff"))
        width = (s.press.measure - 40) / 3
        for i, (kind, title) in enumerate(
            (("action", "Actions"), ("measure", "Measures of success"), ("milestone", "Milestones"))
        ):
            x = s.press.margin + i * (width + 20)
            s.press.fill(x, 110, x + width, 500, "#eef3f7")
            s.press.y = 120
            s.press.text(Par(text=title, bold=True, size=15, color="#bc5090"), x=x + 10, width=width - 20)
            s.press.space(6)
            said = {"action": goal.actions, "measure": goal.measures, "milestone": goal.milestones}[kind]
            for record in s.states(kind, said, [objective]):
                s.press.text(s.par(record, bullet="•"), Look(size=12, gap=5), x=x + 10, width=width - 20)
    return s.finish()


def scorecard(seed: int) -> Made:
    """Perspective | Objective | Measure | Target | Initiative; the perspective spans its rows."""
    s = Sheet("scorecard", seed, width=842.0, height=595.0, margin=40.0)
    s.press.heading("Balanced Scorecard", 16)
    body: list[list[Box]] = []
    names = ("Customer", "Financial", "Internal process", "Learning and growth")
    for name, section in zip(names, s.plan.sections, strict=False):
        rows: list[list[Box]] = []
        for goal in section.goals:
            objective = s.objective(goal.text, category=name)
            measure = s.state("measure", goal.measures[0], [objective])
            target = f"{s.rng.randint(60, 99)}%"
            s.book.optional.append(target)
            action = s.state("action", goal.actions[0], [objective])
            rows.append([s.box(objective), s.box(measure), note(target), s.box(action)])
        rows[0] = [note(name, True, rows=len(rows), fill="#fbe4d5", middle=True), *rows[0]]
        body += rows
    top = heads("Perspective", "Strategic objective", "Measure", "Target", "Initiative", fill="#f4b183")
    s.press.table((1.6, 3, 3.4, 1, 4), [top], body, Look())
    return s.finish()


def outline(seed: int) -> Made:
    """An outline: GOAL 1, Strategy 1.1 with its owner, actions with letters; no table at all."""
    s = Sheet("outline", seed, margin=70.0, numbered=True)
    s.press.heading("Strategic Plan", 20)
    look = Look(size=10.5, gap=3, font="Times")
    for n, section in enumerate(s.plan.sections, 1):
        parent, *rest = section.goals
        goal = s.objective(parent.text, label=f"Goal {n}")
        s.press.heading(f"GOAL {n}: {parent.text}", 14, record=goal)
        for i, sub in enumerate(rest, 1):
            strategy = s.objective(sub.text, [goal], label=f"Strategy {n}.{i}")
            s.press.text(s.par(strategy, f"Strategy {n}.{i}: ", bold=True), look)
            for j, action in enumerate(s.states("action", sub.actions, [strategy])):
                s.book.record(action)["label"] = f"Action {n}.{i}.{'abcd'[j]}"
                s.press.text(s.par(action, f"Action {n}.{i}.{'abcd'[j]}: ", indent=18), look)
    return s.finish()


def key_results(seed: int) -> Made:
    """Objectives and key results: O1 in bold, KR 1.1 … below it, in cards one under the other."""
    s = Sheet("okr", seed, margin=60.0)
    s.press.heading(f"Objectives and Key Results {s.plan.period.text}", 16)
    for n, goal in enumerate(s.plan.goals, 1):
        objective = s.objective(goal.text, label=f"Objective {n}")
        records = s.states("measure", goal.measures, [objective])
        s.press.heading(f"Objective {n}: {goal.text}", 12, record=objective)
        for i, record in enumerate(records, 1):
            s.book.record(record)["label"] = f"Key Result {n}.{i}"
            s.press.text(s.par(record, f"Key Result {n}.{i}: ", indent=14))
    return s.finish()


def narrative(seed: int) -> Made:
    """Headings, a paragraph each that explains, "We will:" and bullets; "We will know we have succeeded when:"."""
    s = Sheet("narrative", seed, margin=64.0, numbered=True, running_head="Our strategy")
    s.press.heading("Our strategy", 22)
    for n, goal in enumerate(s.plan.goals[:6]):
        objective = s.objective(goal.text, label=f"Priority {n + 1}")
        s.press.heading(f"Priority {n + 1}: {goal.text}", 13, record=objective)
        why = f"People tell us that this matters. It depends on many things, such as {s.plan.needs[n].text.lower()}."
        s.book.optional.append(why)
        s.press.text(Par(text=why))
        s.press.space(4)
        s.press.text(Par(text="We will:", bold=True))
        for action in s.states("action", goal.actions, [objective]):
            s.book.optional.append("We will: " + s.book.record(action)["text"])
            s.press.text(s.par(action, bullet="•", indent=10))
        s.press.text(Par(text="How we will measure success:", bold=True))
        for measure in s.states("measure", goal.measures, [objective]):
            s.press.text(s.par(measure, bullet="•", indent=10))
    return s.finish()


def grouped_rows(seed: int) -> Made:
    """Action | Milestone | Owner under an objective's own bold row, horizontal rules, over many pages."""
    s = Sheet("grouped", seed, height=560.0, margin=46.0, numbered=True, running_head="Implementation matrix")
    s.press.heading("Implementation Matrix", 15)
    body: list[list[Box]] = []
    for n, goal in enumerate(s.plan.goals, 1):
        objective = s.objective(goal.text, label=f"Strategic Objective {n}")
        body.append([s.box(objective, before=f"Strategic Objective {n}: ", bold=True, columns=3)])
        for act, milestone in zip(goal.actions, goal.milestones, strict=False):
            owner = s.owner()
            action = s.state("action", act, [objective], owner=owner)
            reached = s.state("milestone", milestone, [action], owner=owner)
            body.append([s.box(action), s.box(reached), note(owner)])
    s.press.table((5, 4, 2.4), [heads("Action", "Milestone", "Owner")], body, Look(rules="horizontal"))
    return s.finish()
