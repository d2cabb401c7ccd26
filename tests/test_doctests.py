"""The examples in the documentation of the modules are true."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import objectives_parser

SOURCE = Path(objectives_parser.__file__).parent
MODULES = sorted(
    ".".join(("objectives_parser", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
    for path in SOURCE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_are_true(name: str) -> None:
    """Each module that has examples keeps to them."""
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted and not result.failed
