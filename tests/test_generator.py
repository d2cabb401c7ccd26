"""Messy pages of our own making: their truth holds together, and the parser reads them well."""

from __future__ import annotations

import re

import attrs
import pytest

from objectives_parser import parse
from tests.generator.borrowed import LABELLED
from tests.generator.pages import BORROWED, STYLES, page_of
from tests.generator.phenomena import RunOn, Tabbed
from tests.generator.plans import random_plan
from tests.generator.run_on import run_on_page
from tests.generator.tabbed import tabbed_page
from tests.scoring import score_of, scorer

SAMPLE = range(12)
FLOORS = {"a": (0.95, 0.93), "b": (0.95, 0.95), "ra": (0.93, 0.87), "rb": (0.95, 0.95)}


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("style", sorted(STYLES))
def test_the_same_seed_makes_the_same_page(style: str) -> None:
    assert page_of(style, 3) == page_of(style, 3)
    assert page_of(style, 3)[0] != page_of(style, 4)[0]


@pytest.mark.parametrize("seed", SAMPLE)
@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_truth_is_linked_and_its_records_differ(style: str, seed: int) -> None:
    """Every parent is a record before its child, and no two records of a page say the same."""
    _, truth = page_of(style, seed)
    known = {record["id"] for record in truth["records"]}
    assert all(parent in known for record in truth["records"] for parent in record["parents"])
    assert all(record["parents"] for record in truth["records"] if record["kind"] != "objective")
    assert len({record["text"] for record in truth["records"]}) == len(truth["records"])


@pytest.mark.parametrize("seed", SAMPLE)
def test_a_page_without_mess_holds_every_record_word_for_word(seed: int) -> None:
    off = attrs.fields_dict(Tabbed)
    clean = Tabbed(**dict.fromkeys(off, False))
    text, truth = tabbed_page(random_plan(seed), clean, seed)
    assert all(record["text"] in text for record in truth["records"])
    text, truth = run_on_page(random_plan(seed, wording="titles"), RunOn(), seed)
    assert all(letters(record["text"]) in letters(text) for record in truth["records"])


@pytest.mark.parametrize("style", sorted(FLOORS))
def test_the_parser_reads_the_standard_sample(style: str) -> None:
    """The mean F1 of records and of links over the sample stays above its floor."""
    if style in BORROWED and not LABELLED.is_file():
        pytest.skip("the labelled statements are not beside this repository (../shared/labelled)")
    module = scorer()
    scores = []
    for seed in SAMPLE:
        text, truth = page_of(style, seed)
        scores.append(score_of(module, truth, parse(text.encode(), name="page.txt").to_dict()))
    record, link = (sum(getattr(score, of) for score in scores) / len(scores) for of in ("record", "link"))
    assert (record, link) >= FLOORS[style] and link >= FLOORS[style][1], (record, link)


@pytest.mark.parametrize("seed", SAMPLE[:4])
@pytest.mark.parametrize("style", sorted(STYLES))
def test_line_ends_and_trailing_white_space_change_no_record(style: str, seed: int) -> None:
    text, _ = page_of(style, seed)
    told = [record.text for record in parse(text.encode(), name="page.txt").records]
    for other in (text.replace("\n", "\r\n"), text + "\n\n", "\ufeff" + text):
        assert [record.text for record in parse(other.encode(), name="page.txt").records] == told


def test_goals_without_numbers_are_told_by_their_missing_bullets() -> None:
    """Where no goal bears a number, the blocks that lack what is left of a bullet are the goals."""
    module = scorer()
    for seed in SAMPLE[:4]:
        text, truth = run_on_page(random_plan(1000 + seed, wording="titles"), RunOn(numbered=False), seed)
        told = [objective.text for objective in parse(text.encode(), name="page.txt").objectives]
        assert told == [record["text"] for record in truth["records"] if record["kind"] == "objective"]
        assert score_of(module, truth, parse(text.encode(), name="page.txt").to_dict()).link > 0.9


def test_a_slice_of_a_cell_is_no_header() -> None:
    """Short cells that hold header words by chance open no section: `chronic conditions | … Civil Society Score`."""
    text = (
        "1. Reform goals:\tPlanned actions:\tHow we will know:\n"
        "Prevent, treat and control communicable diseases and\tDevelop a plan on combatting hate.\tForest area\n"
        "chronic conditions\tCrack down on lenders by lowering the\tSexual and social status indicator\n"
        "\tcriminal rate of interest.\t\n"
    )
    plan = parse(text.encode(), name="page.txt")
    assert [objective.text for objective in plan.objectives] == [
        "Prevent, treat and control communicable diseases and chronic conditions"
    ]
    assert "Crack down on lenders by lowering the criminal rate of interest." in [a.text for a in plan.actions]
