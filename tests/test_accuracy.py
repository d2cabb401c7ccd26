"""Accuracy on the truth beside the project: no document falls under its floor in ``floors.toml``.

A floor is a document's record F1 and link F1, rounded down to hundredths; ``--raise-floors`` raises what is beaten.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from objectives_parser import ReadError, parse
from tests.scoring import TRUTH, score_of, scorer

FLOORS = Path(__file__).with_name("floors.toml")
FILES = sorted(TRUTH.glob("dev*/*/truth*.json"))


def name_of(truth: Path) -> str:
    return f"{truth.parent.parent.name}/{truth.parent.name}/{truth.stem}"


@cache
def measured(truth: Path) -> tuple[float, float]:
    """Record F1 and link F1 of one document."""
    stated = json.loads(truth.read_text(encoding="utf-8"))
    try:
        plan = parse(truth.parent / stated["document"]).to_dict()
    except ReadError:
        plan = {}
    score = score_of(scorer(), stated, plan)
    return score.record, score.link


def floors() -> dict[str, dict[str, float]]:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def raised(name: str, figures: tuple[float, float]) -> None:
    """Write the document's floors, where they are beaten, back into the file."""
    kept = floors()
    old = kept.get(name, {})
    new = zip(("records", "links"), figures, strict=True)
    kept[name] = {key: max(old.get(key, 0.0), math.floor(value * 100) / 100) for key, value in new}
    FLOORS.write_text("".join(_written(kept)), encoding="utf-8")


def _written(kept: dict[str, dict[str, float]]) -> Iterator[str]:
    comment = FLOORS.read_text(encoding="utf-8").split("\n\n")[0]
    yield comment + "\n\n"
    for name, values in sorted(kept.items()):
        yield f'"{name}" = {{ ' + ", ".join(f"{key} = {value:.2f}" for key, value in values.items()) + " }\n"


@pytest.mark.skipif(not FILES, reason="no ../shared/truth beside the project")
@pytest.mark.parametrize("truth", FILES, ids=name_of)
def test_a_document_stays_over_its_floor(truth: Path, request: pytest.FixtureRequest) -> None:
    figures = measured(truth)
    if request.config.getoption("--raise-floors"):
        raised(name_of(truth), figures)
    floor = floors().get(name_of(truth), {"records": 0.0, "links": 0.0})
    assert figures[0] >= floor["records"]
    assert figures[1] >= floor["links"]


@pytest.mark.skipif(not FILES, reason="no ../shared/truth beside the project")
def test_no_floor_is_without_its_document() -> None:
    assert set(floors()) <= {name_of(truth) for truth in FILES}
