"""What a plan means: Objective, Measure, Milestone and Action records, and the plan that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Literal, TypeAlias, get_args

import attrs

from objectives_parser.document import BBox, Word, printed_box

Kind: TypeAlias = Literal["objective", "measure", "milestone", "action"]
Basis: TypeAlias = Literal["table", "list", "heading", "prose"]
Use: TypeAlias = Literal["record", "field", "label", "heading", "furniture", "ghost", "other"]

SCHEMA_VERSION = "1.0"
STATEMENTS: frozenset[str] = frozenset(get_args(Kind))
"""What states a record: the kinds, which are also the roles of the headers, labels and lead-ins over them."""
SERVING = STATEMENTS - {"objective"}
"""What serves an aim."""
OWN_FIELDS = frozenset({"owner", "due", "status"})
"""What is said of a record in fields of its own, whatever its kind."""


@attrs.frozen(kw_only=True)
class Place:
    """One run of words on one page: ``page`` from 1, ``bbox`` in points from the top left, ``start``/``end`` in the
    document's text (code points). ``cell`` names the sheet and cell, or the paragraph, in formats that have no page."""

    page: int | None
    bbox: BBox | None
    start: int
    end: int
    cell: str | None = None


def places(
    words: Iterable[Word], text: str, cell: str | None = None, printed: Mapping[int, BBox] = MappingProxyType({})
) -> tuple[Place, ...]:
    """The words' places, one for each run: words on one page with nothing but white space between them in ``text``.
    ``printed`` has their boxes where they stand on a grid (``Document.printed``)."""
    runs: list[list[Word]] = []
    for word in words:
        last = runs[-1][-1] if runs else None
        if last and last.page == word.page and last.end <= word.start and not text[last.end : word.start].strip():
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(
        Place(
            page=run[0].page,
            bbox=printed_box(run, printed),
            start=run[0].start,
            end=run[-1].end,
            cell=cell or run[0].place,
        )
        for run in runs
    )


@attrs.frozen(kw_only=True)
class Due:
    """By when, as printed, and the ISO dates of the interval it means; both None where it names no date."""

    text: str
    start: str | None = None
    end: str | None = None


@attrs.frozen(kw_only=True)
class Target:
    """The value a measure is to reach, as printed and, where it can be read, as a number with its unit."""

    text: str
    value: float | None = None
    unit: str | None = None
    comparator: str | None = None
    baseline: str | None = None


@attrs.frozen(kw_only=True)
class Record:
    """One statement of the plan. ``parents`` are ids of the records that it serves directly."""

    kind: ClassVar[Kind]

    id: str
    text: str
    label: str | None = None
    level: str | None = None
    category: str | None = None
    parents: tuple[str, ...] = ()
    owner: str | None = None
    due: Due | None = None
    status: str | None = None
    target: Target | None = None
    fields: dict[str, str] = attrs.field(factory=dict)
    basis: Basis = "table"
    confidence: float = 0.5
    evidence: tuple[str, ...] = ()
    where: tuple[Place, ...] = ()


@attrs.frozen(kw_only=True)
class Objective(Record):
    """An end state or aim that somebody commits to, at any level."""

    kind: ClassVar[Kind] = "objective"


@attrs.frozen(kw_only=True)
class Measure(Record):
    """How one will tell: an indicator, a success criterion, a target value."""

    kind: ClassVar[Kind] = "measure"


@attrs.frozen(kw_only=True)
class Milestone(Record):
    """A dated or datable checkpoint, a deliverable reached."""

    kind: ClassVar[Kind] = "milestone"


@attrs.frozen(kw_only=True)
class Action(Record):
    """Something somebody will do."""

    kind: ClassVar[Kind] = "action"


@attrs.frozen(kw_only=True)
class Diagnostic:
    """Something doubtful or missing: a code, a sentence for people, the records and places that it concerns."""

    code: str
    message: str
    records: tuple[str, ...] = ()
    where: tuple[Place, ...] = ()


@attrs.frozen(kw_only=True)
class Period:
    """The time a plan covers, as printed and as ISO dates."""

    text: str
    start: str | None = None
    end: str | None = None


@attrs.frozen(kw_only=True)
class About:
    """What the plan says of itself."""

    title: str | None = None
    organisation: str | None = None
    person: str | None = None
    period: Period | None = None


@attrs.frozen(kw_only=True)
class Reading:
    """What recognizing and linking made of a document: its records in reading order with their final ids and parents,
    what it says of itself, and what each word served for (by the word's ``start``; a word left out is ``other``)."""

    records: tuple[Record, ...] = ()
    about: About = About()
    uses: dict[int, Use] = attrs.field(factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


@attrs.frozen(kw_only=True)
class Source:
    """The file that was read."""

    name: str
    media_type: str
    sha256: str
    pages: int | None


@attrs.frozen(kw_only=True)
class Ledger:
    """Where the document's words went; ``words`` is the sum of the others."""

    words: int = 0
    record: int = 0
    field: int = 0
    label: int = 0
    heading: int = 0
    furniture: int = 0
    ghost: int = 0
    other: int = 0


@attrs.frozen(kw_only=True)
class Plan:
    """Everything read from one file, records in reading order."""

    source: Source
    about: About = About()
    objectives: tuple[Objective, ...] = ()
    measures: tuple[Measure, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    actions: tuple[Action, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    ledger: Ledger = Ledger()

    @property
    def records(self) -> tuple[Record, ...]:
        """All records, objectives first."""
        return (*self.objectives, *self.measures, *self.milestones, *self.actions)

    def to_dict(self) -> dict[str, Any]:
        """The plan as the JSON of the contract, in plain dicts and lists."""
        from objectives_parser.contract import plan_to_dict

        return plan_to_dict(self)

    def to_json(self, *, indent: int | None = 2) -> str:
        """The plan as JSON text; ``indent=None`` puts it on one line."""
        from objectives_parser.contract import plan_to_json

        return plan_to_json(self, indent=indent)

    @classmethod
    def from_dict(cls, plan: Mapping[str, Any]) -> Plan:
        """The plan that ``to_dict`` wrote, also one of a later version with keys unknown here."""
        from objectives_parser.contract import plan_from_dict

        return plan_from_dict(plan)
