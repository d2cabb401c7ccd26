"""Columns of a plan's table whose names no word of the vocabulary tells: what their cells hold says what they are.

Publishers call one thing by many names (`Actions`, `Moves`, `Building blocks`); the columns beside it, whose names are
known, say that the table is a plan's.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, median

import attrs

from objectives_parser.recognizers.columns import ColumnRole, Header
from objectives_parser.recognizers.grid import Row
from objectives_parser.recognizers.settling.column_texts import (
    HALF,
    MEASURED,
    MORE,
    MOSTLY,
    advises,
    are_paths,
    are_titles,
    is_state_cell,
    items_of,
    labelled_kind,
    measured,
    name_fields,
    name_somebody,
    number_rows,
    says_when,
    share,
    tells_result,
    tells_when,
    wants,
)
from objectives_parser.recognizers.settling.contents import column_cells
from objectives_parser.recognizers.wordings import is_done, tells
from objectives_parser.records import STATEMENTS
from objectives_parser.roles.assigned import assigns
from objectives_parser.roles.forms import is_reached
from objectives_parser.roles.wording import wording
from objectives_parser.values import is_date_only, is_value_only

_STRENGTH = 0.5
_FEWEST, _FEWEST_WORDS, _MOST_WORDS = 2, 3, 45
_SEVERAL, _SURELY_A_PLAN = 2, 3  # roles told by the names of columns
_AIMED = 0.45  # the probability of an aim by its words
# Beside what nobody else prints than plans: who does it, until when, how far it is
_OF_PLANS: frozenset[ColumnRole] = frozenset(("owner", "due", "start", "status", "period"))
_VALUES: frozenset[ColumnRole] = frozenset(("target", "baseline"))
_TELLING = frozenset[str | None](STATEMENTS | _OF_PLANS | _VALUES)
"""What a name that is known must tell before cells are asked: names and dates stand in other tables as well."""


def told_columns(named: Sequence[Header], settled: Sequence[Header], body: Sequence[Row]) -> tuple[Header, ...] | None:
    """The ``named`` headers with the roles that the cells of columns give whose names tell nothing, ``settled`` or not;
    None where no column gets one."""
    untold = [at for at, header in enumerate(settled) if header.role is None and header.text and named[at].role is None]
    noted = [at for at, header in enumerate(settled) if header.role == named[at].role == "note"]
    if not untold + noted or _TELLING.isdisjoint(header.role for header in named):
        return None
    if any(header.role in ("by-level", "level", "title") for header in settled):
        return None
    columns = _Columns(tuple(named), tuple(settled), body)
    found: dict[int, ColumnRole] = {}
    for at in untold:
        role = columns.field(at, found)
        if role is not None:
            found[at] = role
    for at in noted:
        if columns.field(at, found) == "status":  # `Update` over `On track`
            found[at] = "status"
    statements = [at for at in untold if at not in found and columns.states(at)]
    for at in statements:
        kind = columns.kind(at, found, statements)
        if kind is not None:
            found[at] = kind
    if not found:
        return None
    return tuple(
        attrs.evolve(header, role=found[at], strength=_STRENGTH) if at in found else header
        for at, header in enumerate(named)
    )


@attrs.frozen(eq=False)
class _Columns:
    """The columns of a table: the headers by their names, as they are settled, and the rows below."""

    named: tuple[Header, ...]
    settled: tuple[Header, ...]
    body: Sequence[Row]

    def texts(self, at: int) -> list[str]:
        """What the cells of a column say."""
        return [" ".join(cell.text.split()) for cell in column_cells(at, self.body)]

    def items(self, at: int) -> list[str]:
        """The statements of a column, without their bullets and numbers."""
        return [item for text in self.texts(at) for item in items_of(text)]

    def role(self, at: int) -> ColumnRole | None:
        """The role as settled, or by name where it was settled without the column that is untold: values without their
        measure, measures without their aim."""
        name, settled = self.named[at].role, self.settled[at].role
        untaken = name == "measure" and settled == "action" and share(self.items(at), tells) < HALF
        return name if name in _VALUES or untaken else settled

    def roles(self, found: dict[int, ColumnRole]) -> dict[int, ColumnRole]:
        """The roles that columns have by their names, and those that are found."""
        told = {at: self.role(at) for at in range(len(self.settled))} | found
        return {at: role for at, role in told.items() if role is not None}

    def field(self, at: int, found: dict[int, ColumnRole]) -> ColumnRole | None:
        """The role of a column of short cells of one make: states, names, numbers."""
        texts = self.texts(at)
        have = set(self.roles(found).values())
        if len(texts) < _FEWEST or not have & (STATEMENTS | _OF_PLANS):
            return None
        if "status" not in have and share(texts, is_state_cell) >= MOSTLY:
            return "status"
        if "due" not in have and share(texts, says_when) >= MOSTLY:
            return "due"
        first = min((other for other, role in self.roles(found).items() if role in STATEMENTS), default=at + 1)
        if "label" not in have and at == 0 < first and number_rows(texts):
            return "label"
        behind = at > first or not have & STATEMENTS
        titles = bool(have & STATEMENTS and have & _OF_PLANS) and are_titles(texts)
        if "owner" not in have and behind and (titles or name_somebody(texts)):
            return "owner"
        return None

    def states(self, at: int) -> bool:
        """Whether a column's cells are long enough to state something, and tell of nothing that is past."""
        texts = self.items(at)
        alone = len(self.roles({})) >= _SURELY_A_PLAN and all(map(tells, texts))
        if (
            len(texts) < (1 if alone else _FEWEST)
            or name_somebody(self.texts(at))
            or are_titles(texts)
            or name_fields(self.texts(at))
            or are_paths(self.texts(at))
            or any(map(is_date_only, texts))
            or share(texts, is_value_only) > 1 - MOSTLY
        ):
            return False
        words = [len(text.split()) for text in texts]
        return median(words) >= _FEWEST_WORDS and fmean(words) <= _MOST_WORDS and share(texts, is_done) < 1 - MOSTLY

    def kind(self, at: int, found: dict[int, ColumnRole], statements: Sequence[int]) -> ColumnRole | None:
        """What a column of statements states, by its labels, by its words and by what the columns beside it are."""
        roles = self.roles(found)
        known = {other: role for other, role in roles.items() if role in STATEMENTS}
        texts = self.items(at)
        if (labelled := labelled_kind(self.texts(at))) is not None:
            return labelled
        if not known:
            return self._alone(at, roles, texts, statements)
        return self._before(at, roles, texts) if at < min(known) else self._behind(at, roles, known, texts)

    def _valued(self, at: int, roles: dict[int, ColumnRole]) -> bool:
        """Whether values stand behind it that it may be the measure of."""
        behind = [role for other, role in sorted(roles.items()) if other > at and role in _VALUES | STATEMENTS]
        return bool(behind) and behind[0] in _VALUES

    def _alone(
        self, at: int, roles: dict[int, ColumnRole], texts: Sequence[str], statements: Sequence[int]
    ) -> ColumnRole | None:
        """The kind of the only statements beside who, when and how far."""
        said = set(roles.values()) & _OF_PLANS
        if self._valued(at, roles) and share(texts, tells) < HALF:
            return "measure"
        if not said or (len(said) < _SEVERAL and len(statements) > 1):
            return None
        if at != max(statements, key=lambda other: share(self.items(other), tells)):
            return None
        if share(texts, tells) >= HALF:
            return "action"
        if share(texts, is_reached) >= HALF:
            return "milestone"
        if measured(texts):
            return "measure"
        return "action" if len(statements) == 1 and len(said) >= _SEVERAL else None

    def _before(self, at: int, roles: dict[int, ColumnRole], texts: Sequence[str]) -> ColumnRole | None:
        """The kind of statements left of all others: the aims that these serve, or the deeds that are measured."""
        have = set(roles.values())
        doing, aimed = share(texts, tells), fmean(wording(text).objective for text in texts)
        deeds = fmean(wording(text).action for text in texts)
        if share(texts, advises) >= HALF:
            return "action"
        if doing < HALF and "measure" not in have and self._valued(at, roles):
            return "measure"
        planned = have & {"owner", "due", "period"}
        if "action" not in have and planned and doing >= HALF and ("owner" in have or deeds > aimed):
            return "action"
        if "objective" in have:
            return "action" if planned and doing >= MOSTLY else None
        if have & {"owner"} and "action" not in have and doing < HALF and aimed < _AIMED:
            return "milestone" if "milestone" not in have else None
        fewer = len(self.texts(at)) * 10 <= 8 * max(
            len(self.texts(other)) for other, role in roles.items() if role in STATEMENTS
        )
        wanted = doing >= HALF or aimed >= _AIMED or share(texts, wants) >= HALF
        return "objective" if wanted and ("action" not in have or fewer or doing >= MOSTLY or aimed >= _AIMED) else None

    def _behind(
        self, at: int, roles: dict[int, ColumnRole], known: dict[int, ColumnRole], texts: Sequence[str]
    ) -> ColumnRole | None:
        """The kind of statements right of others: what is done for them, what is reached then, how one will tell."""
        have, doing = set(known.values()), share(texts, lambda text: tells(text) or assigns(text))
        acts = fmean(wording(text).action for text in texts) > fmean(wording(text).measure for text in texts)
        if doing >= (MOSTLY if "action" in have else HALF if acts else MORE):
            return "action"
        dated = bool({roles.get(at + 1), roles.get(at + 2)} & {"due", "start"})
        reached, when = share(texts, is_reached), share(texts, tells_when)
        if "milestone" not in have and reached + doing >= MOSTLY and (when >= HALF or (dated and "action" in have)):
            return "milestone"
        if "measure" in have:
            checked = roles.get(at + 1) == "due" and have == {"objective", "measure"}
            return "milestone" if checked and doing + share(texts, tells_result) < HALF else None
        if measured(texts) or (doing < HALF and self._valued(at, roles)):
            return "measure"
        told = share(texts, tells_result)
        return "measure" if told >= MEASURED or (dated and "action" not in have and doing < HALF) else None
