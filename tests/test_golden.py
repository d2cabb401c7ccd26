"""Golden files say *unchanged*: what layout saw and what was understood of each document of the corpus.

``pytest tests/test_golden.py --golden-rewrite`` writes them anew; read the diff before you commit it.
"""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Any

import pytest

from objectives_parser import Plan, pipeline
from objectives_parser.contract import records_in_order
from objectives_parser.document import Document
from objectives_parser.emitters import blocks
from objectives_parser.readers.detection import ENDINGS
from tests.conftest import ROOT

CORPUS, GOLDEN = ROOT / "corpus", ROOT / "golden"
DOCUMENTS = sorted(path for path in CORPUS.iterdir() if path.suffix in ENDINGS and path.stem != "README")


def readable(plan: Plan) -> str:
    """The plan without offsets and running numbers, parents by their text, so that a diff shows only what changed."""
    texts = {record.id: record.text for record in plan.records}
    about = {key: value for key, value in plan.to_dict()["about"].items() if value is not None}
    records = [_record(record.kind, record_dict, texts) for record, record_dict in _with_dicts(plan)]
    diagnostics = [f"{given.code}: {given.message}" for given in plan.diagnostics]
    ledger = plan.to_dict()["ledger"]
    parts = {"about": about, "records": records, "diagnostics": diagnostics, "ledger": ledger}
    return "{" + ",\n\n".join(f'"{name}": {_spread(part)}' for name, part in parts.items()) + "}\n"


def _spread(part: Any) -> str:
    """A dict's keys a line each, a list's items with a line between them: short, and a diff shows what changed."""
    if isinstance(part, dict):
        return "{" + ",\n ".join(f"{_line(key)}: {_line(value)}" for key, value in part.items()) + "}"
    return "[\n" + ",\n".join(_spread(item) if isinstance(item, dict) else _line(item) for item in part) + "\n]"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _with_dicts(plan: Plan) -> list[tuple[Any, dict[str, Any]]]:
    written = plan.to_dict()
    dicts = {one["id"]: one for kind in ("objectives", "measures", "milestones", "actions") for one in written[kind]}
    return [(record, dicts[record.id]) for record in records_in_order(plan)]


def _record(kind: str, record: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    said = {key: value for key, value in record.items() if value and key not in ("id", "where", "evidence", "parents")}
    pages = sorted({place["page"] for place in record["where"] if place["page"]})
    serves = [texts[parent][:60] for parent in record["parents"]]
    confidence = round(record["confidence"], 1)
    return {"kind": kind, **said, "confidence": confidence} | ({"serves": serves} if serves else {}) | {"pages": pages}


def produced(path: Path) -> dict[str, str]:
    document: Document = pipeline.read(path)
    return {"blocks.txt": blocks.emit(document, None), "plan.json": readable(pipeline.understand(document))}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_of_the_corpus_is_read_as_before(path: Path, request: pytest.FixtureRequest) -> None:
    folder = GOLDEN / path.name
    for name, text in produced(path).items():
        if request.config.getoption("--golden-rewrite"):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        assert (folder / name).is_file(), f"{folder / name} is missing; --golden-rewrite writes it"
        golden = (folder / name).read_text(encoding="utf-8")
        diff = difflib.unified_diff(golden.splitlines(), text.splitlines(), "golden", "now", lineterm="", n=1)
        assert golden == text, "\n".join(list(diff)[:60])


def test_every_golden_file_has_its_document() -> None:
    expected = {GOLDEN / path.name / name for path in DOCUMENTS for name in ("blocks.txt", "plan.json")}
    orphans = {path for path in GOLDEN.rglob("*") if path.is_file()} - expected
    assert not orphans, f"golden files of no document: {sorted(map(str, orphans))}"
