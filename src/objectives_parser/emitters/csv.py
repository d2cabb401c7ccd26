"""A plan as one flat sheet, a record a row, for people who work in spreadsheets."""

from __future__ import annotations

import csv
import io

from objectives_parser.contract import records_in_order
from objectives_parser.records import Plan, Record

COLUMNS = (
    "source",
    "kind",
    "id",
    "parents",
    "label",
    "text",
    "level",
    "category",
    "owner",
    "due",
    "due_start",
    "due_end",
    "status",
    "target",
    "basis",
    "confidence",
    "page",
    "fields",
)


def emit(plan: Plan, number: int | None) -> str:
    """The records as CSV rows in reading order; the header row only over the first file's."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    if number in (None, 1):
        writer.writerow(COLUMNS)
    writer.writerows(map(_harmless, _row(plan, record)) for record in records_in_order(plan))
    return sheet.getvalue()


def _row(plan: Plan, record: Record) -> list[object]:
    due, target = record.due, record.target
    return [
        plan.source.name,
        record.kind,
        record.id,
        " ".join(record.parents),
        record.label,
        record.text,
        record.level,
        record.category,
        record.owner,
        due and due.text,
        due and due.start,
        due and due.end,
        record.status,
        target and target.text,
        record.basis,
        round(record.confidence, 2),
        record.where[0].page if record.where else None,
        "; ".join(f"{header}: {text}" for header, text in record.fields.items()),
    ]


def _harmless(value: object) -> object:
    """A cell that no spreadsheet runs as a formula: "=HYPERLINK(…)" in a hostile plan gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t") else value
