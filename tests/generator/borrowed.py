"""Random plans whose statements real publishers wrote: weakly labelled statements from beside the repository."""

from __future__ import annotations

import csv
import functools
import pathlib
import random
import re

import attrs

from tests.generator.plans import Goal, RandomPlan, Section, random_plan
from tests.generator.statements import Statement

LABELLED = pathlib.Path(__file__).parents[3] / "shared" / "labelled" / "role_statements.csv"
SOURCES = {
    "objective": ("objective", ("stratml", "performance.gov FY18 strategic objectives")),
    "title": ("goal", ("stratml", "performance.gov FY18 strategic goals")),
    "action": ("action", ("Canada", "NCDPI")),
    "measure": ("measure", ("stratml", "UN SDG", "NCDPI")),
    "milestone": ("milestone", ("US APG", "US Federal Data")),
}
ENGLISH_SENTENCE = re.compile(r"[A-Z%][\x20-\x7e’–]+")
ABBREVIATED_OR_DATED = re.compile(r"\[|^Part |\b(?:19|20)\d\d\b|\bQ[1-4]\b|FY|[.;:?!] |\.\.|/\s|- |\u2022| \W ")
LENGTHS = {"objective": (30, 240), "title": (12, 70), "action": (25, 220), "measure": (12, 160), "milestone": (20, 160)}


@functools.cache
def said(kind: str) -> tuple[str, ...]:
    """The statements of a kind that are single English clauses without dates or abbreviations."""
    label, sources = SOURCES[kind]
    shortest, longest = LENGTHS[kind]
    with LABELLED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    texts = {
        " ".join(row["text"].split()) for row in rows if row["label"] == label and row["source"].startswith(sources)
    }
    good = (t for t in texts if ENGLISH_SENTENCE.fullmatch(t) and not ABBREVIATED_OR_DATED.search(t))
    return tuple(sorted(t for t in good if shortest <= len(t) <= longest and len(t.split()) > 2))


def borrowed_plan(seed: int, *, wording: str = "clauses") -> RandomPlan:
    """A random plan with its statements replaced by real ones, no two of them alike."""
    rng = random.Random(f"borrowed {seed} {wording}")
    stock = {kind: iter(_unlike(rng.sample(said(kind), len(said(kind))))) for kind in SOURCES}
    plan = random_plan(seed, wording=wording)

    def take(kind: str, old: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return tuple(Statement(text=next(stock[kind])) for _ in old)

    def goal(old: Goal) -> Goal:
        return attrs.evolve(
            old,
            text=next(stock["title" if wording == "titles" else "objective"]),
            actions=take("action", old.actions),
            measures=take("measure", old.measures),
            milestones=take("milestone", old.milestones[:2]) + old.milestones[2:],
        )

    sections = tuple(Section(title=old.title, goals=tuple(map(goal, old.goals))) for old in plan.sections)
    return attrs.evolve(plan, sections=sections)


def _unlike(texts: list[str]) -> list[str]:
    out: list[str] = []
    seen: list[frozenset[str]] = []
    for text in texts:
        words = frozenset(text.lower().split())
        if all(len(words & old) / len(words | old) < 0.5 for old in seen):
            out.append(text)
            seen.append(words)
        if len(out) >= 60:
            break
    return out
