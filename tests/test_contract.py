"""The JSON is what the contract says, and the published schema says the same."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from objectives_parser import (
    About,
    Action,
    Diagnostic,
    Due,
    Ledger,
    Measure,
    Milestone,
    Objective,
    Period,
    Place,
    Plan,
    Source,
    Target,
    parse,
)
from objectives_parser.contract import plan_schema
from tests.conftest import ROOT

RECORD_KEYS = [
    "id",
    "text",
    "label",
    "level",
    "category",
    "parents",
    "owner",
    "due",
    "status",
    "target",
    "fields",
    "basis",
    "confidence",
    "evidence",
    "where",
]
PLAN_KEYS = [
    "schema_version",
    "generator",
    "source",
    "about",
    "objectives",
    "measures",
    "milestones",
    "actions",
    "diagnostics",
    "ledger",
]
STRICT = jsonschema.Draft202012Validator(plan_schema())

places = st.builds(
    Place,
    page=st.none() | st.integers(1, 99),
    bbox=st.none() | st.tuples(*[st.integers(0, 800).map(float)] * 4),
    start=st.integers(0, 9999),
    end=st.integers(0, 9999),
    cell=st.none() | st.text(),
)
dues = st.builds(Due, text=st.text(), start=st.none() | st.just("2012-04-01"), end=st.none() | st.just("2013-03-31"))
targets = st.builds(Target, text=st.text(), value=st.none() | st.integers(0, 99).map(float))


def records(kind: type) -> st.SearchStrategy[tuple[object, ...]]:
    """Records of one kind with any fields."""
    one = st.builds(
        kind,
        id=st.text(min_size=1),
        text=st.text(min_size=1),
        label=st.none() | st.text(),
        parents=st.lists(st.text(), max_size=2).map(tuple),
        due=st.none() | dues,
        target=st.none() | targets,
        fields=st.dictionaries(st.text(), st.text(), max_size=2),
        confidence=st.sampled_from([0.0, 0.25, 0.97, 1.0]),
        evidence=st.lists(st.text(), max_size=2).map(tuple),
        where=st.lists(places, max_size=2).map(tuple),
    )
    return st.lists(one, max_size=2).map(tuple)


plans = st.builds(
    Plan,
    source=st.builds(
        Source,
        name=st.text(),
        media_type=st.just("text/plain"),
        sha256=st.just("0" * 64),
        pages=st.none() | st.integers(0, 9),
    ),
    about=st.builds(About, title=st.none() | st.text(), period=st.none() | st.builds(Period, text=st.text())),
    objectives=records(Objective),
    measures=records(Measure),
    milestones=records(Milestone),
    actions=records(Action),
    diagnostics=st.lists(st.builds(Diagnostic, code=st.text(), message=st.text()), max_size=1).map(tuple),
    ledger=st.just(Ledger(words=3, record=1, other=2)),
)


@given(plans)
def test_any_plan_satisfies_the_schema_and_comes_back_from_its_json(plan: Plan) -> None:
    written = json.loads(plan.to_json())
    STRICT.validate(written)
    assert written == plan.to_dict()
    assert Plan.from_dict(written) == plan


def test_every_key_is_there_whatever_the_source_says() -> None:
    """ "Every key is always there; what the source does not say is null, [] or {}"."""
    plan = Plan(
        source=Source(name="a", media_type="text/plain", sha256="", pages=None),
        objectives=(Objective(id="objective-1", text="Aim"),),
    ).to_dict()
    assert list(plan) == PLAN_KEYS
    assert list(plan["source"]) == ["name", "media_type", "sha256", "pages"]
    assert list(plan["about"]) == ["title", "organisation", "person", "period"]
    assert list(plan["objectives"][0]) == RECORD_KEYS
    assert list(plan["ledger"]) == ["words", "record", "field", "label", "heading", "furniture", "ghost", "other"]


def test_the_published_schema_is_the_one_that_the_command_prints() -> None:
    """Rewrite it with ``parse-objectives --schema > docs/plan.schema.json``."""
    assert json.loads((ROOT / "docs/plan.schema.json").read_text(encoding="utf-8")) == plan_schema()


def test_the_schema_refuses_a_record_without_its_keys() -> None:
    plan = parse(b"Goal 1: Open up\n", name="a.txt").to_dict()
    plan["objectives"] = [{"id": "objective-1", "text": "Open up"}]
    assert not STRICT.is_valid(plan)


def test_a_plan_of_a_later_schema_is_refused_and_unknown_keys_are_passed_over() -> None:
    plan = parse(b"", name="a.txt").to_dict()
    assert Plan.from_dict(plan | {"mood": "hopeful"}) == Plan.from_dict(plan)
    with pytest.raises(ValueError, match="schema version 2"):
        Plan.from_dict(plan | {"schema_version": "2.0"})


def test_a_file_may_be_a_path_bytes_or_a_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"Nothing much.\n")
    with path.open("rb") as file:
        from_file = parse(file)
    assert parse(path) == parse(str(path)) == parse(b"Nothing much.\n", name="plan.txt") == from_file
