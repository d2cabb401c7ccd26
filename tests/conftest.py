"""Options and places that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No deadline, since a busy machine is no bug; under CI the same examples every time.
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-rewrite", action="store_true", help="write the golden files anew; read the diff")
    parser.addoption("--every-page", action="store_true", help="compare the PDF readers on all pages")
    parser.addoption("--raise-floors", action="store_true", help="raise the accuracy floors that are beaten")


def pytest_configure(config: pytest.Config) -> None:
    rewrites = config.getoption("--golden-rewrite") or config.getoption("--raise-floors")
    if rewrites and os.environ.get("CI", "").lower() not in ("", "0", "false"):
        raise pytest.UsageError("--golden-rewrite and --raise-floors are for people: CI takes the files as they are.")


@pytest.fixture
def shared() -> Path:
    """The folder of documents and truth beside the project, where there is one."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared beside the project: the documents and their truth are not part of it")
    return folder
