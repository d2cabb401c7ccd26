"""What stands before the table: the title, who it is about, and prose that states no record."""

from __future__ import annotations

import random

from tests.generator.phenomena import Tabbed
from tests.generator.plans import RandomPlan
from tests.generator.truth import TruthBook

NAME_TABLES = (("Name", "Department"), ("Name", "Organisation"), ("Post holder", "Department"), ("Name", "Agency"))


def tabbed_preface(plan: RandomPlan, on: Tabbed, book: TruthBook, rng: random.Random) -> tuple[str, str]:
    """The text before the table, and the title in it."""
    title = f"{plan.title} {plan.period.text}"
    title = title.upper() if rng.random() < 0.6 else title
    parts = []
    if on.prose:
        parts += _functions(plan, on, book, rng)
    parts.append(f"## {title}" if on.markup else title)
    if on.name_table:
        left, right = rng.choice(NAME_TABLES)
        parts.append(f"{left}\t{right}\n{plan.person}\t{plan.organisation}")
    else:
        parts.append(plan.organisation)
    return "\n\n".join(parts) + "\n\n", title


def _functions(plan: RandomPlan, on: Tabbed, book: TruthBook, rng: random.Random) -> list[str]:
    """A paragraph and a list on what the body is for."""
    opening = rng.choice((
        f"The {plan.organisation} has several core functions. The table in this document reflects these functions. "
        "A short description of each of the categories is outlined below:",
        f"This document describes how {plan.person} will be assessed in the coming year. It should be read together "
        "with the business plan. The main areas of responsibility are:",
        "The assessment in this form covers each of the areas that are described below.",
    ))  # fmt: skip
    items = []
    for i, section in enumerate(plan.sections):
        name = f"{section.title} work"
        topic = plan.needs[i].text.lower()
        body = (
            f"This includes the administration of and provision of advice on {topic}; attending meetings as "
            f"appropriate; and handling issues relating to {plan.needs[-1 - i].text.lower()} in an even-handed way."
        )
        book.optional += [name, body]
        marker = rng.choice((f"- {i + 1}) ", f"- {i + 1}) ", "- "))
        items.append(f"{marker}<u>{name}</u> {body}" if on.markup else f"{i + 1}. {name}. {body}")
    return [opening, "\n".join(items)]
