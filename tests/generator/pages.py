"""The page of a style and a seed, with everything drawn at random."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from tests.generator.borrowed import borrowed_plan
from tests.generator.phenomena import random_run_on, random_tabbed
from tests.generator.plans import RandomPlan, random_plan
from tests.generator.run_on import run_on_page
from tests.generator.tabbed import tabbed_page

MadePage = tuple[str, dict[str, Any]]


def random_tabbed_page(seed: int, plan: RandomPlan | None = None) -> MadePage:
    """A table as an OCR-and-Markdown pipeline writes it, with its truth."""
    on = random_tabbed(random.Random(f"phenomena {seed}"))
    return tabbed_page(plan or random_plan(seed), on, seed)


def random_run_on_page(seed: int, plan: RandomPlan | None = None) -> MadePage:
    """A plan as a text extractor writes it, with its truth."""
    on = random_run_on(random.Random(f"phenomena {seed}"))
    return run_on_page(plan or random_plan(1000 + seed, wording="titles"), on, seed)


def borrowed_tabbed_page(seed: int) -> MadePage:
    """The same with statements of real publishers."""
    return random_tabbed_page(seed, borrowed_plan(2000 + seed))


def borrowed_run_on_page(seed: int) -> MadePage:
    """The same with statements of real publishers."""
    return random_run_on_page(seed, borrowed_plan(3000 + seed, wording="titles"))


STYLES: dict[str, Callable[[int], MadePage]] = {"a": random_tabbed_page, "b": random_run_on_page}
BORROWED: dict[str, Callable[[int], MadePage]] = {"ra": borrowed_tabbed_page, "rb": borrowed_run_on_page}


def page_of(style: str, seed: int) -> MadePage:
    """The page of a seed in a style."""
    return (STYLES | BORROWED)[style](seed)
