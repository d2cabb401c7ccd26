"""Tables that make readers stumble: heads of two rows, upright heads, drawn ticks, captions again, cards, legends."""

from __future__ import annotations

from typing import Any

import attrs

from tests.generator.layouts.sheet import Sheet, heads, note
from tests.generator.press import Box, Look, Par

Made = tuple[bytes, dict[str, Any]]


def ticked_periods(seed: int) -> Made:
    """No. | Intervention | Indicator | Timeline over two periods with drawn ticks | Responsible institution."""
    s = Sheet("ticked", seed, width=842.0, height=595.0, margin=42.0, numbered=True)
    s.press.heading("Table 3: Priority adaptation interventions", 13)
    periods = [f"{s.year}-{s.year + 4}", f"{s.year + 5}-{s.year + 9}"]
    body: list[list[Box]] = []
    n = 0
    for section in s.plan.sections:
        body.append([note(section.title, True, columns=6, fill="#d9ead3")])
        for goal in section.goals:
            act, measures = goal.actions[0], goal.measures[:2]
            n += 1
            ticked = s.rng.choice(((0,), (1,), (0, 1)))
            owner = s.owner()
            action = s.state("action", act, [], label=str(n), owner=owner, category=section.title)
            names = [action, *(s.state("measure", measure, [action], owner=owner) for measure in measures)]
            for name in names:
                s.book.record(name).update(_interval("; ".join(periods[i] for i in ticked)))
            spans = len(measures)
            tail = [
                Box(tick=0 in ticked, rows=spans),
                Box(tick=1 in ticked, rows=spans),
                note(owner, rows=spans),
            ]
            body.append([note(str(n), rows=spans), s.box(action, rows=spans), s.box(names[1]), *tail])
            body += [[s.box(name)] for name in names[2:]]
    top = [
        [
            *(note(text, True, rows=2, fill="#6aa84f") for text in ("No.", "Intervention", "Indicator")),
            note("Timeline", True, columns=2, fill="#6aa84f"),
            note("Responsible institution", True, rows=2, fill="#6aa84f"),
        ],
        [note(period, True, fill="#6aa84f") for period in periods],
    ]
    s.press.table((0.7, 4, 4, 1.3, 1.3, 2.6), top, body, Look(again=False))
    return s.finish()


def _interval(text: str) -> dict[str, str]:
    """The due of ticked periods: first year to last."""
    return {"due": text, "due_start": f"{text[:4]}-01-01", "due_end": f"{text[-4:]}-12-31"}


def upright_heads(seed: int) -> Made:
    """Objective | Action | Lead | Cost and priority under heads that run from bottom to top | Target date."""
    s = Sheet("upright", seed, width=842.0, height=595.0, margin=40.0)
    s.press.heading("Action Plan Matrix", 15)
    body: list[list[Box]] = []
    for goal in s.plan.goals:
        objective = s.objective(goal.text)
        for i, act in enumerate(goal.actions):
            owner, due = s.owner(), s.when()
            action = s.state("action", act, [objective], owner=owner, due=due)
            row = [s.box(action), note(owner), note(s.rng.choice("HML")), note(s.rng.choice(("$", "$$", "$$$")))]
            row.append(note(due.text))
            body.append([s.box(objective, rows=len(goal.actions), middle=True), *row] if i == 0 else row)
    top = [*heads("Objective", "Action", "Lead"), *(attrs.evolve(b, upright=True) for b in heads("Priority", "Cost"))]
    s.press.table((3, 5, 2.2, 0.7, 0.8, 2), [[*top, *heads("Target date")]], body, Look(head_fill="#fce5cd"))
    return s.finish()


def captions_again(seed: int) -> Made:
    """Each page a table of its own with its caption and "(continued)"; the columns' edges move from page to page."""
    s = Sheet("captions", seed, height=560.0, margin=50.0, numbered=True, running_head="Implementation Plan")
    goals = s.plan.goals
    for page, first in enumerate(range(0, len(goals), 3)):
        if page:
            s.press.turn()
        s.press.text(Par(text="Table 1: Goals, strategies and measures" + " (continued)" * bool(page), bold=True))
        s.press.space(4)
        body = []
        for goal in goals[first : first + 3]:
            objective = s.objective(goal.text)
            actions = s.states("action", goal.actions, [objective])
            measures = s.states("measure", goal.measures, [objective])
            body.append([s.box(objective), s.box(*actions, bullet="•"), s.box(*measures, bullet="•")])
        widths = (2.2 + 0.3 * (page % 2), 4.6, 3.4 - 0.2 * (page % 2))
        s.press.table(widths, [heads("Goal", "Strategies", "Measures", fill="#cfe2f3")], body, Look())
        s.press.text(Par(text="Source: planning department. Notes: baselines are those of the year before.", size=7.5))
    return s.finish()


def cards(seed: int) -> Made:
    """Four cards on a slide: a coloured head with the goal, under it its actions; a legend at the foot."""
    s = Sheet("cards", seed, width=960.0, height=540.0, margin=36.0, numbered=True)
    width, height = (s.press.measure - 20) / 2, 200.0
    for first in range(0, len(s.plan.goals), 4):
        if first:
            s.press.turn()
        s.press.heading("What we will do", 20)
        for i, goal in enumerate(s.plan.goals[first : first + 4]):
            x, top = s.press.margin + (i % 2) * (width + 20), 80 + (i // 2) * (height + 14)
            objective = s.objective(goal.text, label=f"Goal {first + i + 1}")
            s.press.fill(x, top, x + width, top + 26, "#38761d")
            s.press.fill(x, top + 26, x + width, top + height, "#eef5ea")
            s.press.y = top + 5
            head = s.par(objective, f"Goal {first + i + 1}: ", bold=True, size=13, color="#ffffff")
            s.press.text(head, x=x + 8, width=width - 16)
            s.press.y = top + 36
            for record in s.states("action", goal.actions, [objective]):
                s.press.text(s.par(record, bullet="•"), Look(size=11, gap=5), x=x + 8, width=width - 16)
        s.press.y = 510
    return s.finish()
