"""Tables without a header whose rows state several things: aims, what is done for them, how one will tell.

`Mend the harbour wall | Works | June 2031 | Wall mended` needs no header: what to do, a body, a date, and what will
have been reached. What only a plan prints beside its statements says that the table is a plan's; a list of figures,
people or terms has no such columns and stays unread.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from statistics import fmean, median

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Table
from objectives_parser.recognizers.column_makes import Make, make_of
from objectives_parser.recognizers.columns import ColumnRole, Header
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.recognizers.grouping import with_grouping_column
from objectives_parser.recognizers.naming_rows import section_cell
from objectives_parser.recognizers.settling.column_texts import (
    HALF,
    MORE,
    MOSTLY,
    are_bodies,
    are_titles,
    items_of,
    labelled_kind,
    name_somebody,
    share,
    tells_result,
    tells_when,
    wants,
)
from objectives_parser.recognizers.settling.contents import column_cells
from objectives_parser.recognizers.wordings import is_done, is_state, is_to_do, tells
from objectives_parser.records import STATEMENTS, Kind
from objectives_parser.roles import heading_role, printed_label
from objectives_parser.roles.forms import is_reached
from objectives_parser.roles.wording import wording
from objectives_parser.values import is_date_only, is_value_only

_FEWEST_ROWS, _FEWEST_WORDS = 2, 3
_ENOUGH = 2  # signs of a plan, where none says it alone
_MOST_WORDS = 60
_SOME, _FEW = 0.4, 0.2  # of a column's cells
_STRENGTH = 0.5
_WEAK: frozenset[ColumnRole] = frozenset(("owner", "status", "label", "measure", "milestone"))


def told_by_kinds(
    table: Table, rows: Sequence[Row], announced: Kind | None, *, under_aim: bool = False
) -> tuple[Header, ...] | None:
    """The headers that the columns of a table without any would have, by what they hold; None where nothing says that
    it is a plan's. ``announced`` is the kind that the heading above names; ``under_aim`` says that the line over the
    table is an aim by its label."""
    body = [row for row in rows if row.kind == "body" and len(filled(row.covering)) > 1]
    if table.columns < 2 or len(body) < _FEWEST_ROWS:
        return None
    named, labelled = _of_sections(rows)
    columns = _Columns(table, body, announced or named, sectioned=labelled or under_aim)
    roles = columns.roles()
    if not columns.are_a_plans(roles):
        return None
    headers = tuple(
        Header(text="", role=roles.get(at), strength=_STRENGTH if at in roles else 0.0) for at in range(table.columns)
    )
    return with_grouping_column(headers, body)


def _of_sections(rows: Sequence[Row]) -> tuple[Kind | None, bool]:
    """The kind that a table's title row announces (`Milestone summary` over its width), and whether rows over its width
    are aims by their labels (`Objective 2: Safe paths`)."""
    texts = [" ".join(section_cell(row).text.split()) for row in rows if row.kind == "section"]
    role = heading_role(texts[0]) if texts and rows and rows[0].kind == "section" else None
    labels = [label for text in texts if (label := printed_label(text)) is not None and label.kind == "word"]
    aims = any(label.role == "objective" and label.number is not None for label in labels)
    return (role.role if role is not None and role.role in STATEMENTS else None), aims  # type: ignore[return-value]


@attrs.frozen(eq=False)
class _Columns:
    """The columns of a table without a header, by their body rows, under what its title announces."""

    table: Table
    body: Sequence[Row]
    announced: Kind | None
    sectioned: bool = attrs.field(kw_only=True)

    @cached_property
    def texts(self) -> list[list[str]]:
        """What the cells of each column say."""
        return [
            [" ".join(cell.text.split()) for cell in column_cells(at, self.body)] for at in range(self.table.columns)
        ]

    @cached_property
    def items(self) -> list[list[str]]:
        """The statements of each column, without bullets and numbers."""
        return [[item for text in column for item in items_of(text)] for column in self.texts]

    @cached_property
    def makes(self) -> list[Make]:
        return [make_of(column) for column in self.texts]

    @cached_property
    def deeds(self) -> list[int]:
        """The columns that tell somebody to do something."""
        told = [at for at in self.worded if share(self.items[at], tells) >= HALF and _median_words(self.items[at]) > 1]
        return [at for at in told if not are_bodies(self.texts[at])]

    @cached_property
    def worded(self) -> list[int]:
        """The columns that may state something: words stand in most rows, and nothing that is past."""
        return [
            at for at in range(self.table.columns) if self.makes[at] in ("name", "words", "text") and self._full(at)
        ]

    def _full(self, at: int) -> bool:
        cells = column_cells(at, self.body)
        texts = self.texts[at]
        long = median(len(text.split()) for text in self.items[at] or [""]) > _MOST_WORDS
        bare = share(texts, lambda text: is_value_only(text) or is_date_only(text)) > 1 - MOSTLY
        held = sum(cell.row_span for cell in cells) >= HALF * len(self.body)
        return held and not bare and not long and share(self.items[at], is_done) < HALF

    def roles(self) -> dict[int, ColumnRole]:
        """The role of each column that has one."""
        roles = self._fields()
        first = self._first(roles)
        if first is None:
            return {}
        roles.update(self._beside(first, roles))
        roles[first] = self._kind(first, roles)
        return roles

    def are_a_plans(self, roles: dict[int, ColumnRole]) -> bool:
        """Whether columns of these roles stand in nothing but plans."""
        have = set(roles.values())
        if STATEMENTS.isdisjoint(have):
            return False
        if len(roles) == 1 and "measure" not in have and not self.sectioned and "tick" not in self.makes:
            return False  # names over lists: what their cells hold tells more
        if self.announced is not None or self.sectioned or "due" in have:
            return True
        signs = len(have & _WEAK) + ("tick" in self.makes) + (len(have & {"objective", "action"}) > 1)
        return signs + (len(self.deeds) > 1 and len(self.body) > _FEWEST_ROWS) >= _ENOUGH

    def _fields(self) -> dict[int, ColumnRole]:
        """The columns of short cells of one make: numbers, dates, states, names."""
        roles: dict[int, ColumnRole] = {}
        dates = [at for at, make in enumerate(self.makes) if make == "date"]
        for at in dates[:2]:
            roles[at] = "due"
        if len(dates) > 1 and dates[1] == dates[0] + 1:
            roles[dates[0]] = "start"
        if self.makes[0] == "number":
            roles[0] = "label"
        first = next((at for at in self.worded if self._says_deeds(at)), 0)
        for at in self.worded:
            if "status" not in roles.values() and share(self.texts[at], is_state) >= HALF:
                roles[at] = "status"
            elif "owner" not in roles.values() and at > first and at not in self.deeds and self._names(at, roles):
                roles[at] = "owner"
        return roles

    def _names(self, at: int, roles: dict[int, ColumnRole]) -> bool:
        """Whether a column names who does it: bodies and posts, or, beside dates, whatever has a name."""
        texts = self.texts[at]
        return (
            are_bodies(texts)
            or name_somebody(texts)
            or ("due" in roles.values() and self.makes[at] != "text" and are_titles(texts))
        )

    def _first(self, roles: dict[int, ColumnRole]) -> int | None:
        """The column that all others speak of: the first that is labelled as a statement or tells somebody to do
        something; measures under their heading; what is numbered under labelled aims."""
        free = [at for at in self.worded if at not in roles]
        for at in free:
            if at in self.deeds or labelled_kind(self.texts[at]) is not None:
                return at
        said = [at for at in free if self._says_deeds(at)]
        if said:
            return said[0]
        if not free or _median_words(self.items[free[0]]) < _FEWEST_WORDS:
            return None
        results = share(self.items[free[0]], tells_result) >= HALF
        if results and (self.announced == "measure" or (self.sectioned and "due" in roles.values())):
            return free[0]
        listed = self.sectioned and {"label", "owner"} <= set(roles.values())
        return free[0] if listed else None

    def _says_deeds(self, at: int) -> bool:
        return at in self.deeds or share(self.items[at], _says_deed) >= MORE

    def _beside(self, first: int, roles: dict[int, ColumnRole]) -> dict[int, ColumnRole]:
        """The other columns of statements: what is done for the first, when what is reached, how one will tell; left of
        it the aims that several rows serve."""
        found: dict[int, ColumnRole] = {}
        free = [at for at in self.worded if at > first and at not in roles]
        if self.announced == "measure" and not self._says_deeds(first):
            return found
        if self._judges(first, roles):
            dated = [at for at in free if roles.get(at + 1) == "due" and not self._remarks(at)]
            return {at: "milestone" for at in dated}
        done = [at for at in free if at in self.deeds or self._done_for(at, first)]
        if done:
            found[done[0]] = "action"
        free = [at for at in free if at not in self.deeds and at not in found and not self._remarks(at)]
        dated = [at for at in free if share(self.texts[at], tells_when) >= MORE]
        if dated:
            found[dated[0]] = "milestone"
        measured = self._measured([at for at in free if at not in found], roles, dated=bool(dated))
        found.update({} if measured is None else {measured: "measure"})
        left = [at for at in self.worded if at < first and at not in roles]
        fewer = [at for at in left if 2 * len(self.texts[at]) <= len(self.texts[first]) + 1]
        if fewer and share(self.items[fewer[-1]], wants) >= HALF:
            found[fewer[-1]] = "objective"
        return found

    def _measured(self, free: Sequence[int], roles: dict[int, ColumnRole], *, dated: bool) -> int | None:
        """The column that tells most how one will tell; none of what is a milestone itself. The only one left beside
        milestones needs no form of a measure; where no field and no heading says what the table is, benefits and
        effects stand beside deeds, too."""
        if self.announced == "milestone" or not free:
            return None
        formed = 0.0 if dated and len(free) == 1 else HALF if not roles and self.announced is None else _FEW
        told = {at: self._result(at, formed) for at in free}
        best = max(told, key=lambda at: told[at])
        return best if told[best] else None

    def _done_for(self, at: int, first: int) -> bool:
        """Whether a column lists what is done for the first, whose cells stand beside several of its own each."""
        several = 2 * len(self.texts[first]) <= len(self.texts[at]) + 1
        return several and first in self.deeds and share(self.items[at], tells) >= _SOME

    def _remarks(self, at: int) -> bool:
        """Whether a column says the same again and again, names somebody, or remarks on the rows in sentences."""
        texts = self.texts[at]
        same = 2 * len(set(texts)) <= len(texts)
        return same or are_titles(texts) or share(self.items[at], _is_remark) >= _SOME

    def _result(self, at: int, least: float) -> float:
        """How much a column tells what will have been reached or is counted: by its words, and by its form, which so
        many cells must have ``least``; 0.0 where fewer do."""
        formed = share(self.items[at], lambda text: not tells(text) and (is_reached(text) or _is_measure(text)))
        told = share(self.items[at], tells_result)
        return told + formed if told >= HALF and formed >= least else 0.0

    def _judges(self, first: int, roles: dict[int, ColumnRole]) -> bool:
        """Whether the first column tells how an aim over the table is judged: `Debt below £2m | Register open | June`
        under `Objective 2: …`."""
        dated = self.sectioned and "due" in roles.values() and "owner" not in roles.values()
        return dated and not self._says_deeds(first) and share(self.items[first], tells_result) >= HALF

    def _kind(self, first: int, roles: dict[int, ColumnRole]) -> Kind:
        """The kind of the statements that all others speak of: an aim over what is done for it, and where it is judged
        and nobody is named who does it; else what the heading announces, or what is done."""
        beside = set(roles.values())
        if (labelled := labelled_kind(self.texts[first])) is not None:
            return labelled
        if "action" in beside:
            return "objective"
        if self._judges(first, roles):
            return "measure"
        if self.announced is not None and not (self.announced == "objective" and (self.sectioned or "owner" in beside)):
            return self.announced
        judged = "measure" in beside and not beside & {"owner", "objective"} and not self.sectioned
        texts = self.items[first]
        aimed = fmean(wording(text).objective - wording(text).action for text in texts)
        return "objective" if judged and ("milestone" in beside or aimed > 0) else "action"


_REMARK = regex.compile(r"\b(?:will|was|were|may|might|would|could|this|these|we|our|because)\b", regex.IGNORECASE)


def _is_remark(text: str) -> bool:
    """`This step will need more staff`: a sentence about the row, and no measure."""
    return _REMARK.search(text) is not None


# "Repair of the locks", "Training and support of the wardens"
_WORK = regex.compile(r"\p{Lu}\p{L}+(?:tion|ment|sion|ance|ing|al|air)\s(?:and\s\p{Ll}+\s)?of\s")
_DOING = regex.compile(r"\p{Lu}\p{Ll}{2,}ing\s(?!of\b|for\b|to\b|is\b|are\b)\p{L}+(?:\s|$)")


def _says_deed(text: str) -> bool:
    """`To mend the locks`, `We will mend the locks`, `Mending the locks`, `Repair of the locks`."""
    return tells(text) or is_to_do(text) or promises(text) or (_WORK.match(text) or _DOING.match(text)) is not None


def _is_measure(text: str) -> bool:
    return wording(text).measure >= HALF


def _median_words(texts: Sequence[str]) -> float:
    """How many words the texts have, in the middle."""
    return median(len(text.split()) for text in texts) if texts else 0.0
