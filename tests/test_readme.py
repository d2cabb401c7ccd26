"""The README shows what really comes out."""

from __future__ import annotations

import json
import os
import re

import pytest

from tests.command import run
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SEED = ROOT / "corpus/000_395958c8bc4ebe2f.txt"


def block(language: str, number: int = 0) -> str:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)[number]


def test_the_tree_is_the_commands() -> None:
    drawn = [line.rstrip() for line in run("--format", "tree", SEED).out.splitlines()]
    shown = [line.rstrip() for line in block("text").splitlines()]
    assert len(shown) > 5
    assert [line for line in shown if line not in drawn and line != "…"] == []


def test_the_record_is_one_of_the_plans() -> None:
    shown = json.loads(block("json"))
    assert shown in [record for kind in ("objectives", "measures", "milestones") for record in run(SEED).plan[kind]]


def test_the_python_example_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(block("python"), "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("Cabinet Office 2012-04-01\n")


def test_the_files_that_it_names_are_there() -> None:
    for name in re.findall(r"\]\(([^)#:]+)\)", README):
        assert os.path.exists(ROOT / name), name
