"""The open lead-in and its list: what its items are, whose, by when, and which of them are open themselves."""

from __future__ import annotations

import attrs

from objectives_parser.drafts import Passage
from objectives_parser.records import Due, Kind
from objectives_parser.statements import Statement


@attrs.frozen(eq=False)
class _List:
    """A list that a lead-in opened: the sign of its items, what they are, whose they are."""

    sign: str
    kind: Kind
    text: str
    owner: Passage | None
    due: Due | None


@attrs.define(eq=False)
class OpenLead:
    """The lead-in whose list is open: what its items are (``kind``), the sign that they bear, the ``level`` of the item
    that it stands in if any; the last item of each level in ``items``. ``listed`` is the list that may be resumed."""

    kind: Kind | None = None
    text: str = ""
    is_open: bool = False
    due: Due | None = None
    owner: Passage | None = None
    group: Passage | None = None
    sign: str | None = None
    level: int | None = None
    listed: _List | None = None
    items: dict[int, int] = attrs.field(factory=dict)
    outer: OpenLead | None = None
    parts: bool = False

    def open(self, kind: Kind | None, statement: Statement, due: Due | None) -> None:
        self.kind, self.text, self.is_open, self.due = kind, statement.text, True, due
        self.items, self.sign, self.level, self.outer = {}, None, None, None

    def open_within(self, kind: Kind, statement: Statement, level: int) -> None:
        """An item of that level names what is nested in it (`Milestones:`): the list around goes on behind it."""
        outer = attrs.evolve(self)
        self.forget_items(level)
        items = self.items
        self.open(kind, statement, None)
        self.items, self.level, self.outer = items, level, outer

    def close(self) -> None:
        self.owner = self.group = self.sign = self.level = None
        self.parts = False
        self.kind, self.text, self.is_open, self.due, self.items = None, "", False, None, {}
        self.outer = None

    def see_sign(self, sign: str) -> None:
        """An item with that sign stands under the open lead-in: it tells the list's sign."""
        if not self.is_open or self.sign is not None:
            return
        self.sign = sign
        if self.kind is not None and (self.listed is None or self.listed.sign == sign):
            self.listed = _List(sign, self.kind, self.text, self.owner, self.due)

    def may_resume(self, sign: str) -> bool:
        """Whether an item with that sign goes on with the list whose item before needed paragraphs, or a list of other
        signs, to tell all."""
        if self.listed is None or self.listed.sign != sign:
            return False
        return not self.is_open or self.sign not in (None, sign)

    def resume(self) -> None:
        """Opens again the list that was interrupted."""
        if self.listed is not None:
            listed = self.listed
            self.kind, self.text, self.is_open = listed.kind, listed.text, True
            self.owner, self.due, self.sign, self.items = listed.owner, listed.due, listed.sign, {}

    def stands_in_item(self, level: int) -> None:
        """The lead-in just opened is itself a list item of that level: the next item beside it closes its list."""
        self.level = level

    def see_level(self, level: int) -> None:
        """An item of that level is met."""
        while self.level is not None and level <= self.level:
            outer = self.outer
            self.close()
            if outer is not None:
                self._take_up(outer, level)

    def _take_up(self, outer: OpenLead, level: int) -> None:
        """The list around one that is over goes on."""
        self.kind, self.text, self.is_open, self.due = outer.kind, outer.text, outer.is_open, outer.due
        self.owner, self.group, self.sign, self.level = outer.owner, outer.group, outer.sign, outer.level
        self.listed, self.items, self.outer = outer.listed, outer.items, outer.outer

    def remember_item(self, level: int, at: int) -> None:
        self.forget_items(level)
        self.items[level] = at

    def forget_items(self, level: int) -> None:
        """The items of that level and deeper ones are over."""
        self.items = {known: item for known, item in self.items.items() if known < level}

    def items_above(self, level: int) -> list[int]:
        """The records of the list items that an item of that level is nested under, outermost first."""
        return [item for known, item in sorted(self.items.items()) if known < level]

    def item_above(self, level: int) -> int | None:
        """The record of the list item that an item of that level is nested under."""
        above = self.items_above(level)
        return above[-1] if above else None
