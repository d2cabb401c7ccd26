"""The seeds' tables, typeset in several ways, state the same records as the seeds."""

from __future__ import annotations

import json

import pytest

from objectives_parser import parse
from tests.conftest import ROOT
from tests.generator.typeset import OFFICE, SECRETARY, WAYS, twin, twin_name
from tests.scoring import TRUTH, score_of, scorer

CORPUS = ROOT / "corpus"
SEEDS = (SECRETARY, OFFICE)


def truth_of(seed: str) -> dict[str, object]:
    path = TRUTH / "dev" / seed / "truth.json"
    if not path.is_file():
        pytest.skip("the truth files are not beside this repository (../shared/truth)")
    content: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return content


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_twin_is_what_the_script_makes(seed: str, way: str) -> None:
    assert twin(truth_of(seed), WAYS[way]) == (CORPUS / twin_name(seed, way)).read_bytes()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_twin_states_the_records_of_its_seed(seed: str, way: str) -> None:
    plan = parse(CORPUS / twin_name(seed, way)).to_dict()
    got = score_of(scorer(), truth_of(seed), plan)
    assert (got.record, got.strict, got.link) == (1.0, 1.0, 1.0)
