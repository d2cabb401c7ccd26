"""PDF plans in the layouts that publishers use, each with its truth; a layout is a function of a seed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.generator.layouts import councils, nations, oddities, strategies

LAYOUTS: dict[str, Callable[[int], tuple[bytes, dict[str, Any]]]] = {
    layout.__name__.replace("_", "-"): layout
    for layout in (
        councils.council_action_plan,
        councils.council_bars,
        councils.hospital_plan,
        councils.school_plan,
        councils.strips,
        councils.unruled_columns,
        councils.cut_rows,
        nations.commitment_forms,
        nations.logframe,
        nations.climate_sectors,
        nations.indicators_by_year,
        nations.quarters,
        nations.objective_forms,
        nations.priority_actions,
        strategies.two_columns,
        strategies.slides,
        strategies.scorecard,
        strategies.outline,
        strategies.key_results,
        strategies.narrative,
        strategies.grouped_rows,
        oddities.ticked_periods,
        oddities.upright_heads,
        oddities.captions_again,
        oddities.cards,
    )
}
