"""What holds for any input: no word lost or used twice, places that hold, the same out for the same in."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from objectives_parser import Plan, ReadError, parse, pipeline
from objectives_parser.contract import plan_schema, records_in_order
from objectives_parser.document import Document, block_words
from objectives_parser.readers.detection import ENDINGS
from tests.conftest import ROOT

SEEDS = sorted((ROOT / "corpus").glob("0*.txt"))
SCHEMA = jsonschema.Draft202012Validator(plan_schema())
# Characters that a line end, a hyphenation or the joining of words may cost or bring.
LOOSE = re.compile(r"[\s\u00ad\u2010\u2011-]+")

PIECES = [
    "Objectives", "Performance Measures", "Milestones", "Goal 1:", "1.", "2.1", "•", "-", "*", "##", "| a | b |",
    "Owner", "By when", "Actions", "Improve the quality of advice to Ministers", "Stakeholder feedback",
    "Gather feedback from", "% of staff", "Rollout of new IT by December 2012", "will:", "and", "the", "wild-",
    "<u>Aims</u>", "**bold**", "Q2 2013/14", "\f", "ﬁnal", "Page 3 of 9", "é", "\u00a0", "\u200b",
]  # fmt: skip
gaps = st.sampled_from([" ", " ", "  ", "\t", "\n", "\n", "\n\n", "      "])
texts = st.lists(st.tuples(st.sampled_from(PIECES), gaps), max_size=40).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def document_of(text: str) -> Document:
    return pipeline.read(text.encode(), name="any.txt", media_type="text/plain")


def plan_of(text: str) -> Plan:
    return parse(text.encode(), name="any.txt", media_type="text/plain")


def unplaced(plan: Plan) -> Any:
    """The plan without what the bytes and offsets alone decide."""
    written = plan.to_dict()
    written["source"]["sha256"] = ""

    def cleaned(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: cleaned(item) for key, item in value.items() if key not in ("start", "end") or "bbox" not in value
            }
        return [cleaned(item) for item in value] if isinstance(value, list) else value

    return cleaned(written)


def squashed(text: str) -> str:
    return LOOSE.sub("", text)


@many
@given(texts)
@example("Objectives\t1.\nGoal 1: Objectives\nGather feedback from ")  # a row found by its label and as a group's name
def test_every_word_stands_in_exactly_one_block(text: str) -> None:
    document = document_of(text)
    read = Counter((word.start, word.end) for page in document.pages for word in page.words)
    placed = Counter((word.start, word.end) for block in document.blocks or () for word in block_words(block))
    assert max(placed.values(), default=1) == 1
    assert placed == read


@many
@given(texts)
def test_a_words_place_reproduces_it(text: str) -> None:
    document = document_of(text)
    for block in document.blocks or ():
        for word in block_words(block):
            assert document.text[word.start : word.end] == word.text


@many
@given(texts)
def test_a_record_is_put_together_from_its_places(text: str) -> None:
    document = document_of(text)
    for record in pipeline.understand(document).records:
        slices = "".join(document.text[place.start : place.end] for place in record.where)
        assert squashed(slices) == squashed(record.text) != ""


@many
@given(texts)
def test_the_plan_is_whole(text: str) -> None:
    """Valid by the schema, ids in reading order, parents that exist, no record its own ancestor, a ledger that sums."""
    plan = plan_of(text)
    SCHEMA.validate(plan.to_dict())
    for kind in (plan.objectives, plan.measures, plan.milestones, plan.actions):
        assert [record.id for record in kind] == [f"{record.kind}-{n}" for n, record in enumerate(kind, 1)]
        assert list(kind) == [record for record in records_in_order(plan) if record in kind]
    parents = {record.id: record.parents for record in plan.records}
    for record in plan.records:
        above, todo = set(), list(record.parents)
        while todo:
            one = todo.pop()
            if one not in above:
                above.add(one)
                todo += parents[one]
        assert record.id not in above
    ledger = plan.to_dict()["ledger"]
    assert ledger.pop("words") == sum(ledger.values()) == len(document_of(text).text.split())


@many
@given(texts)
def test_the_same_bytes_give_the_same_bytes(text: str) -> None:
    assert plan_of(text).to_json() == plan_of(text).to_json()


DOCUMENTS = [
    path
    for path in sorted([*ROOT.glob("corpus/*"), *ROOT.parent.glob("shared/truth/dev/*/*")])
    if path.suffix in ENDINGS and path.name not in ("README.md", "NOTES.md")
]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_real_documents_keep_the_same_promises(path: Path) -> None:
    """No word lost or used twice, places that reproduce words and records, a valid plan whose ledger sums."""
    document = pipeline.read(path)
    plan = pipeline.understand(document)
    words = [word for block in document.blocks or () for word in block_words(block)]
    assert max(Counter((word.start, word.end) for word in words).values()) == 1
    assert all(document.text[word.start : word.end] == word.text for word in words)
    if document.pages:
        assert {word.start for page in document.pages for word in page.words} == {word.start for word in words}
    for record in plan.records:
        slices = "".join(document.text[place.start : place.end] for place in record.where)
        assert squashed(slices) == squashed(record.text) != ""
    SCHEMA.validate(plan.to_dict())
    ledger = plan.to_dict()["ledger"]
    assert ledger.pop("words") == sum(ledger.values()) == len(document.text.split())


def ends(text: str, end: str) -> str:
    return text.replace("\n", end)


@many
@given(texts)
def test_the_style_of_line_ends_changes_nothing(text: str) -> None:
    plain = unplaced(plan_of(text))
    assert unplaced(plan_of(ends(text, "\r\n"))) == plain
    assert unplaced(plan_of(ends(text, "\r"))) == plain


@many
@given(texts, st.sampled_from(["  ", "\t", " \t "]))
@example("Objectives\tObjectives\n•\nObjectives ", "  ")
def test_white_space_at_line_ends_changes_nothing(text: str, space: str) -> None:
    assert unplaced(plan_of(ends(text, space + "\n"))) == unplaced(plan_of(text))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_a_seed_reads_the_same_with_other_line_ends(seed: Any) -> None:
    text = seed.read_text(encoding="utf-8")
    plain = unplaced(plan_of(text))
    assert unplaced(plan_of(ends(text, "\r\n"))) == plain
    assert unplaced(plan_of(ends(text, "   \n"))) == plain
    assert unplaced(plan_of(text.rstrip() + "\n\n\n")) == plain


def test_another_process_with_another_hash_seed_writes_the_same_bytes() -> None:
    command = [sys.executable, "-m", "objectives_parser.cli", *map(str, SEEDS)]
    runs = [
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": number}).stdout
        for number in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert json.loads(runs[0].splitlines()[0])["source"]["name"] == SEEDS[0].name


@many
@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"{\\rtf", b"\xff\xfe"]))
def test_any_bytes_give_a_plan_or_a_read_error(data: bytes, magic: bytes) -> None:
    try:
        plan = parse(magic + data, name="any.bin")
    except ReadError as error:
        assert str(error).startswith("any.bin: ")
    else:
        SCHEMA.validate(plan.to_dict())
