"""Random plans as records: sections of goals, each with its actions, measures and milestones."""

from __future__ import annotations

import random

import attrs

from tests.generator.dates import When
from tests.generator.statements import (
    Speaker,
    Statement,
    action,
    aim,
    criterion,
    fresh,
    heading_goal,
    indicator,
    milestone,
    need,
)
from tests.generator.words import FIRST_NAMES, LAST_NAMES, SECTION_TITLES, TOPICS, UK_BODIES, US_BODIES


@attrs.frozen(kw_only=True)
class Goal:
    """One objective with what serves it; ``owner`` is who leads it."""

    text: str
    actions: tuple[Statement, ...] = ()
    measures: tuple[Statement, ...] = ()
    milestones: tuple[Statement, ...] = ()
    owner: str | None = None


@attrs.frozen(kw_only=True)
class Section:
    """Goals under one title; the title states no goal itself."""

    title: str
    goals: tuple[Goal, ...]


@attrs.frozen(kw_only=True)
class RandomPlan:
    """A plan with everything that a page may print of it; ``needs`` belong to its prose and are no records."""

    seed: int
    title: str
    organisation: str
    person: str
    period: When
    year: int
    british: bool
    sections: tuple[Section, ...]
    needs: tuple[Statement, ...]

    @property
    def goals(self) -> tuple[Goal, ...]:
        return tuple(goal for section in self.sections for goal in section.goals)


def random_plan(seed: int, *, wording: str = "clauses", sections: int | None = None) -> RandomPlan:
    """The plan of a seed. ``wording`` is ``clauses`` (objectives are clauses, measures are criteria as personal
    objective forms have them) or ``titles`` (goals are short titles, measures are indicators)."""
    rng = random.Random(f"plan {seed} {wording}")
    british = rng.random() < 0.6
    year = rng.randint(2010, 2023)
    seen: list[frozenset[str]] = []
    topics = rng.sample(TOPICS, sections or rng.randint(2, 4))
    titles = rng.sample(SECTION_TITLES, len(topics))
    speakers = [Speaker(rng=rng, topic=topic, year=year, british=british) for topic in topics]
    return RandomPlan(
        seed=seed,
        title=_title(rng, british),
        organisation=rng.choice(UK_BODIES if british else US_BODIES),
        person=f"{rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)}",
        period=_period(rng, year, british),
        year=year,
        british=british,
        sections=tuple(_section(s, title, wording, seen) for s, title in zip(speakers, titles, strict=True)),
        needs=tuple(fresh(need, rng.choice(speakers), seen) for _ in range(8)),
    )


def _section(s: Speaker, title: str, wording: str, seen: list[frozenset[str]]) -> Section:
    goals = tuple(_goal(s, wording, seen) for _ in range(s.rng.randint(2, 3)))
    return Section(title=title, goals=goals)


def _goal(s: Speaker, wording: str, seen: list[frozenset[str]]) -> Goal:
    make_goal, measure = (aim, _clause_measure) if wording == "clauses" else (heading_goal, indicator)
    return Goal(
        text=fresh(make_goal, s, seen).text,
        actions=tuple(fresh(action, s, seen) for _ in range(s.rng.randint(2, 4))),
        measures=tuple(fresh(measure, s, seen) for _ in range(s.rng.randint(2, 4))),
        milestones=tuple(fresh(milestone, s, seen) for _ in range(s.rng.randint(1, 3))),
        owner=f"{s.rng.choice(FIRST_NAMES)} {s.rng.choice(LAST_NAMES)}",
    )


def _clause_measure(s: Speaker) -> Statement:
    return s.rng.choice((criterion, criterion, indicator))(s)


def _title(rng: random.Random, british: bool) -> str:
    return rng.choice(
        (
            "Departmental Improvement Plan",
            "Business Plan",
            "Individual Performance Objectives",
            "Corporate Plan",
            "Strategic Action Plan",
            "Delivery Plan" if british else "Strategic Work Plan",
            "Service Plan",
        )
    )


def _period(rng: random.Random, year: int, british: bool) -> When:
    if british and rng.random() < 0.6:
        return When(text=f"{year}/{(year + 1) % 100:02}", start=f"{year}-04-01", end=f"{year + 1}-03-31")
    if not british and rng.random() < 0.3:
        return When(text=f"FY {year}", start=f"{year - 1}-10-01", end=f"{year}-09-30")
    return When(text=str(year), start=f"{year}-01-01", end=f"{year}-12-31")
