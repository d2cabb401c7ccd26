"""The search for circular garbage rests while a plan is read, and only then."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from objectives_parser import parse
from objectives_parser.errors import ReadError
from objectives_parser.readers import Limits

PLAN = b"Objective 1: Open three parks by 2030\n"


@pytest.fixture(autouse=True)
def sweeping() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_the_search_goes_on_after_a_plan() -> None:
    """A program that parses a plan keeps its garbage collector."""
    parse(PLAN, name="plan.txt")
    assert gc.isenabled()


def test_the_search_goes_on_after_an_error() -> None:
    """Also if the file cannot be read."""
    with pytest.raises(ReadError):
        parse(PLAN, name="plan.txt", limits=Limits(max_bytes=3))
    assert gc.isenabled()


def test_a_search_that_was_stopped_before_stays_stopped() -> None:
    """Who has stopped the collector finds it stopped."""
    gc.disable()
    parse(PLAN, name="plan.txt")
    assert not gc.isenabled()
