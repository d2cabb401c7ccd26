"""What recognizers hand to linking: drafts of records, and where they stand."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TypeAlias

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.records import Basis, Due, Kind, Target
from objectives_parser.roles import Vocabulary, bare_labels, counting_words
from objectives_parser.values import Fiscal

Lines: TypeAlias = tuple[tuple[Word, ...], ...]


@attrs.frozen(kw_only=True, eq=False)
class Context:
    """What holds for the whole document: its text, the header vocabulary, the fiscal year in use, the words that it
    capitalises inside sentences, and the columns whose capitals head statements (by their headers)."""

    text: str
    vocabulary: Vocabulary
    fiscal: Fiscal
    names: frozenset[str]
    headed: frozenset[str] = frozenset()

    @cached_property
    def has_key_results(self) -> bool:
        """Whether the document speaks of objectives and key results; looked for once, however many labels ask."""
        return _KEY_RESULTS.search(self.text) is not None

    @cached_property
    def bare_labels(self) -> frozenset[str]:
        """The words that label the document's lines without a sign behind them (`Objective Open the rooms`)."""
        return bare_labels(self.text.splitlines(), self.vocabulary)

    @cached_property
    def counting_words(self) -> frozenset[str]:
        """The words that number the document's statements though no vocabulary knows them (`Program 30.1: …`)."""
        return counting_words(self.text.splitlines())


_KEY_RESULTS = regex.compile(r"\bOKRs?\b|\b[Kk]ey [Rr]esults?\b")


@attrs.frozen(eq=False)
class Passage:
    """Words with their text, as a field or a category quotes them."""

    text: str
    words: tuple[Word, ...] = ()


@attrs.frozen(kw_only=True)
class Spot:
    """A place in a table: rows ``first`` to ``last``, the column, and which cell (statements of one cell share it).
    A section row's column is -1. ``aligned`` is False where the source does not say which rows its neighbours stand
    beside (run-on columns)."""

    table: int
    first: int
    last: int
    column: int
    cell: int
    aligned: bool = True

    def overlaps(self, other: Spot) -> bool:
        """Whether the two share a row of a table."""
        return self.table == other.table and self.first <= other.last and other.first <= self.last


@attrs.frozen(kw_only=True, eq=False)
class Draft:
    """A record without its id and parents. ``under`` are the drafts, innermost last, whose heading, caption, label or
    lead-in it stands under. ``announced_goal`` says that a heading in the singular announced it: the plan's one goal;
    ``side`` is the number of the group of columns that it stands in, where groups say the same of two things side by
    side (0 else), ``by_level`` that its row names its level in a results chain, ``grouped_by_row`` that its category is
    the row's own (`Sector | Objective | Activity`) and so stands on every statement of the row; ``nested_by_sign`` that
    only its bullet, among numbers printed at the same depth, says that it belongs to the number before; ``section``
    where the heading begins that groups its table, whatever groups its row."""

    kind: Kind
    lines: Lines
    text: str
    basis: Basis
    evidence: tuple[str, ...] = ()
    score: float = 0.5
    label: str | None = None
    label_words: tuple[Word, ...] = ()
    level: str | None = None
    category: Passage | None = None
    owner: Passage | None = None
    due: Due | None = None
    due_words: tuple[Word, ...] = ()
    status: Passage | None = None
    target: Target | None = None
    target_words: tuple[Word, ...] = ()
    fields: tuple[tuple[str, Passage], ...] = ()
    spot: Spot | None = None
    under: tuple[int, ...] = ()
    fixed_parents: tuple[int, ...] | None = None
    announced_goal: bool = False
    by_level: bool = False
    side: int = 0
    grouped_by_row: bool = False
    repaired: bool = False
    nested_by_sign: bool = False
    place: str | None = None
    section: int | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(self.lines[0]) if len(self.lines) == 1 else tuple(chain.from_iterable(self.lines))

    @property
    def start(self) -> int:
        return self.words[0].start if self.words else 0


def plain(text: str) -> str:
    """The text's letters and digits, for telling what is printed twice."""
    return _SIGNS.sub("", text.casefold())


_SIGNS = re.compile(r"[\W_]+")
