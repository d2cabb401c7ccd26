"""The project's scorer, kept beside the truth files, as a function."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

TRUTH = Path(__file__).parents[2] / "shared" / "truth"


@attrs.frozen(kw_only=True)
class Score:
    """F1 of the records, of the records word for word, and of the links."""

    record: float
    strict: float
    link: float


def scorer() -> ModuleType:
    """The scoring script as a module; the test is skipped where it, or a library it needs, is absent."""
    for library in ("numpy", "rapidfuzz", "scipy"):
        pytest.importorskip(library)
    path = TRUTH / "score.py"
    if not path.is_file():
        pytest.skip("the truth files are not beside this repository (../shared/truth)")
    spec = importlib.util.spec_from_file_location("truth_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score_of(module: ModuleType, truth: dict[str, Any], plan: dict[str, Any]) -> Score:
    """How well the plan states what the truth states."""
    counts: Counter[str] = module.score(truth, plan)[0]
    return Score(
        record=module.f1(counts["tp"], counts["pred"], counts["gold"])[2],
        strict=module.f1(counts["strict"], counts["pred"], counts["gold"])[2],
        link=module.f1(counts["ltp"], counts["lpred"], counts["lgold"])[2],
    )
