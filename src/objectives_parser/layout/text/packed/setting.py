"""How lines are set into the width of their column, and what a line that is not says against one wrapped text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.layout.text.packed.order import Gap


@attrs.frozen
class Setting:
    """How surely lines show how wide a column is: how far a line may stay behind its width and go beyond it, and what
    it costs otherwise; ``full`` is what a statement costs that begins behind a line as full as a wrapped one."""

    least: float
    most: float
    early: float
    late: float
    begun_full: float = 0.0

    def against(self, lines: Sequence[tuple[float, float]], width: float) -> float:
        """What speaks against lines being one wrapped text of a column: a line behind which the next word would have
        found room, or one too long. Each line's width, and that of its first word."""
        early = sum(taken + word < self.least * width for (taken, _), (_, word) in pairwise(lines))
        return self.early * early + self.late * sum(taken > self.most * width for taken, _ in lines)

    def full(self, lines: Sequence[tuple[float, float]], gap: Gap, width: float) -> float:
        """What speaks against a statement that begins right behind a line of its column that has no room left."""
        if gap is not Gap.NONE or len(lines) < 2 or not self.begun_full:
            return 0.0
        (taken, _), (_, word) = lines
        return self.begun_full if taken <= self.most * width < taken + word else 0.0


ROUGH, CLOSE = Setting(0.85, 1.2, 1.5, 2.0), Setting(0.94, 1.06, 2.0, 2.5, 0.6)
