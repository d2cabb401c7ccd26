"""Plans in many PDF layouts of our own setting: their truth holds together, and the parser reads them well."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from tests.generator.layouts import LAYOUTS
from tests.scoring import score_of, scorer

FLOOR = (0.93, 0.8)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_makes_the_same_bytes_twice(name: str) -> None:
    data, truth = LAYOUTS[name](0)
    assert (data, truth) == LAYOUTS[name](0)
    known = {record["id"] for record in truth["records"]}
    assert all(parent in known for record in truth["records"] for parent in record["parents"])


def test_the_parser_reads_the_layouts() -> None:
    """The mean F1 of records and of links over all layouts stays above its floor."""
    module = scorer()
    scores = {}
    for name, layout in LAYOUTS.items():
        data, truth = layout(0)
        scores[name] = score_of(module, truth, parse(data, name="plan.pdf").to_dict())
    record, link = (sum(getattr(score, of) for score in scores.values()) / len(scores) for of in ("record", "link"))
    assert record >= FLOOR[0] and link >= FLOOR[1], {name: (s.record, s.link) for name, s in scores.items()}
