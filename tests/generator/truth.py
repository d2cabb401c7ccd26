"""Records as the truth files have them."""

from __future__ import annotations

from typing import Any

from tests.generator.dates import When
from tests.generator.plans import RandomPlan
from tests.generator.statements import Statement


class TruthBook:
    """Collects records in reading order and gives them their ids."""

    def __init__(self) -> None:
        self.records: list[dict[str, Any]] = []
        self.optional: list[str] = []
        self._counts: dict[str, int] = {}

    def add(self, kind: str, text: str, parents: list[str], *, due: When | None = None, **fields: Any) -> str:
        """Note one record; returns its id."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        name = {"objective": "o", "measure": "m", "milestone": "s", "action": "a"}[kind] + str(self._counts[kind])
        record = {"id": name, "kind": kind, "text": text, "parents": list(parents), "page": fields.pop("page", 1)}
        if due:
            record["due"] = due.text
            record |= {"due_start": due.start, "due_end": due.end} if due.start else {}
        self.records.append(record | {k: v for k, v in fields.items() if v})
        return name

    def add_statement(self, kind: str, statement: Statement, parents: list[str], **fields: Any) -> str:
        return self.add(kind, statement.text, parents, due=statement.due, **fields)

    def record(self, name: str) -> dict[str, Any]:
        return next(record for record in self.records if record["id"] == name)

    def leave_open(self, name: str, parents: list[str]) -> None:
        """The page does not say which of these the record serves."""
        record = self.record(name)
        record["parents"] = list(dict.fromkeys([*record["parents"], *parents]))
        if len(record["parents"]) > 1:
            record["parents_any"] = True

    def file(self, document: str, plan: RandomPlan, pages: list[int] | None = None, **about: Any) -> dict[str, Any]:
        """The truth file's content."""
        period = {"text": plan.period.text, "start": plan.period.start, "end": plan.period.end}
        known = {"title": None, "organisation": plan.organisation, "person": None, "period": period}
        return {
            "document": document,
            "pages": pages,
            "about": known | about,
            "records": self.records,
            "optional": [{"kind": "any", "text": text, "page": 1} for text in self.optional],
        }
