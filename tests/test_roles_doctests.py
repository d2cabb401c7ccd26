"""The examples in the documentation of the roles and values are true."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = (
    *(
        f"objectives_parser.roles.{name}"
        for name in ("forms", "headers", "labels", "leadins", "run_on", "vocabulary", "wording")
    ),
    *(f"objectives_parser.values.{name}" for name in ("cells", "dates", "due", "targets")),
    "objectives_parser.layout.median",
    "objectives_parser.readers.raising",
    "objectives_parser.sentences",
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_are_true(name: str) -> None:
    """Each module has examples, and they hold."""
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted and not result.failed
