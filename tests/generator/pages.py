"""The page of a style and a seed, with everything drawn at random."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from tests.generator.phenomena import random_run_on, random_tabbed
from tests.generator.plans import random_plan
from tests.generator.run_on import run_on_page
from tests.generator.tabbed import tabbed_page

MadePage = tuple[str, dict[str, Any]]


def random_tabbed_page(seed: int) -> MadePage:
    """A table as an OCR-and-Markdown pipeline writes it, with its truth."""
    on = random_tabbed(random.Random(f"phenomena {seed}"))
    return tabbed_page(random_plan(seed), on, seed)


def random_run_on_page(seed: int) -> MadePage:
    """A plan as a text extractor writes it, with its truth."""
    on = random_run_on(random.Random(f"phenomena {seed}"))
    return run_on_page(random_plan(1000 + seed, wording="titles"), on, seed)


STYLES: dict[str, Callable[[int], MadePage]] = {"a": random_tabbed_page, "b": random_run_on_page}


def page_of(style: str, seed: int) -> MadePage:
    """The page of a seed in a style."""
    return STYLES[style](seed)
