"""The command: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from objectives_parser import Plan, cli
from objectives_parser.contract import VERSION, plan_schema
from objectives_parser.emitters import EMITTERS
from tests.command import run
from tests.conftest import ROOT

SEED = ROOT / "corpus/000_395958c8bc4ebe2f.txt"
SEEDS = sorted((ROOT / "corpus").glob("0*.txt"))


def test_one_file_gives_one_plan() -> None:
    ran = run(SEED)
    assert (ran.code, ran.err) == (0, "")
    assert ran.plan["source"]["name"] == SEED.name
    assert Plan.from_dict(ran.plan).to_json() + "\n" == ran.out


def test_several_files_give_a_plan_a_line_in_their_order() -> None:
    ran = run(*reversed(SEEDS))
    names = [json.loads(line)["source"]["name"] for line in ran.out.splitlines()]
    assert names == [seed.name for seed in reversed(SEEDS)]


def test_a_file_that_cannot_be_read_costs_a_line_and_the_exit_code_but_not_the_others(tmp_path: Path) -> None:
    missing = tmp_path / "missing.pdf"
    ran = run(SEEDS[0], missing, SEEDS[1])
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 2
    assert ran.err == f"{missing}: there is no such file. Check the path.\n"


def test_a_dash_is_standard_input() -> None:
    ran = run("-", stdin=SEED.read_bytes())
    assert ran.code == 0
    assert ran.plan["source"]["name"] == "-"
    assert ran.plan["measures"] == run(SEED).plan["measures"]


@pytest.mark.parametrize("arguments", [[], ["--format", "poem", SEED], ["--type", "poem", SEED], ["--max-pages", "0"]])
def test_wrong_usage_is_exit_code_2(arguments: list[object]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Error:" in ran.err


@pytest.mark.parametrize("name", EMITTERS)
def test_every_format_prints_every_seed(name: str) -> None:
    ran = run("--format", name, *SEEDS)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip()


def test_the_text_is_what_places_index() -> None:
    text = run("--format", "text", SEED).out
    assert text == SEED.read_text(encoding="utf-8")


def test_the_schema_and_the_version_need_no_file() -> None:
    assert json.loads(run("--schema").out) == plan_schema()
    assert VERSION in run("--version").out
    assert "--max-seconds" in run("--help").out


def test_an_unforeseen_error_is_one_sentence_and_not_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise ValueError("a library\nstumbled")

    monkeypatch.setattr(cli.pipeline, "read", fail)
    ran = run(SEED)
    assert ran.code == 1
    assert ran.err == f"{SEED}: the parser failed on it (ValueError: a library stumbled). Please report it as a bug.\n"


def test_a_pipe_that_closes_early_is_no_error() -> None:
    arguments = [sys.executable, "-m", "objectives_parser.cli", *[str(seed) for seed in SEEDS * 20]]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_importing_the_package_is_quick_and_loads_no_heavy_library() -> None:
    script = "import sys, objectives_parser; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "numpy", "pdfplumber", "pypdfium2", "docx", "lxml", "openpyxl", "rich", "click"} & {*loaded}
