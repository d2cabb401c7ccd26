"""A random plan on its way to a PDF: the press it is set with and the book its records are noted in."""

from __future__ import annotations

import random
from typing import Any

from tests.generator.dates import When, random_when
from tests.generator.plans import RandomPlan, random_plan
from tests.generator.press import Box, Par, Press
from tests.generator.statements import Statement
from tests.generator.truth import TruthBook

OWNERS = (
    "Head of Housing", "Director of Finance", "HR Business Partner", "Chief Digital Officer", "Policy Team",
    "Deputy Headteacher", "Environmental Services", "Community Safety Manager", "Planning Division",
    "Public Works Department", "Chief Nurse", "Communications Team", "City Manager", "IT Services",
)  # fmt: skip
STATUSES = ("On track", "Complete", "Delayed", "Not started", "In progress", "At risk")


class Sheet:
    """One document in the making."""

    def __init__(self, name: str, seed: int, wording: str = "titles", **press: Any) -> None:
        self.rng = random.Random(f"{name} {seed}")
        self.plan: RandomPlan = random_plan(5000 + seed, wording=wording, sections=4)
        self.press = Press(**press)
        self.book = TruthBook()

    @property
    def year(self) -> int:
        return self.plan.year

    def when(self) -> When:
        return random_when(self.rng, self.year, self.plan.british)

    def owner(self) -> str:
        return self.rng.choice(OWNERS)

    def status(self) -> str:
        return self.rng.choice(STATUSES)

    def objective(self, text: str, parents: list[str] | None = None, **fields: Any) -> str:
        return self.book.add("objective", text, parents or [], **fields)

    def state(self, kind: str, statement: Statement, parents: list[str], **fields: Any) -> str:
        """Note a statement; a date given beside it counts for more than the one inside it."""
        due = fields.pop("due", None) or statement.due
        return self.book.add(kind, statement.text, parents, due=due, **fields)

    def states(self, kind: str, statements: tuple[Statement, ...], parents: list[str], **fields: Any) -> list[str]:
        return [self.state(kind, statement, parents, **fields) for statement in statements]

    def par(self, record: str, before: str = "", **look: Any) -> Par:
        """The record's paragraph; ``before`` is a label printed in front of it."""
        return Par(text=before + self.book.record(record)["text"], record=record, **look)

    def box(self, *records: str, bullet: str = "", before: str = "", bold: bool = False, **span: Any) -> Box:
        pars = tuple(self.par(record, before, bullet=bullet, bold=bold) for record in records)
        return Box(pars=pars, **span)

    def finish(self, **about: Any) -> tuple[bytes, dict[str, Any]]:
        """The file and its truth, every record with the page on which it begins."""
        data = self.press.bytes()
        for record in self.book.records:
            record["page"] = self.press.pages.get(record["id"], 1)
        return data, self.book.file("plan.pdf", self.plan, **about)


def note(text: str, bold: bool = False, **span: Any) -> Box:
    """A cell that states no record."""
    return Box(pars=(Par(text=text, bold=bold),) if text else (), **span)


def heads(*texts: str, fill: str = "") -> list[Box]:
    """A header row."""
    return [note(text, bold=True, fill=fill) for text in texts]
