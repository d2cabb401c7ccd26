"""Sentences that say an aim, complete in itself, over the list of the ways to it."""

from __future__ import annotations

import attrs

from objectives_parser.recognizers.flow.running_text import RunningTextReader
from objectives_parser.recognizers.wordings import names_deed, promises_by_ways
from objectives_parser.statements import Statement


@attrs.define(kw_only=True, eq=False)
class WaysReader(RunningTextReader):
    """Reads aims over the ways to them."""

    def _leads_by_ways(self, sentence: Statement) -> bool:
        """`The county will halve its waste by taking the following steps.` over a list of deeds, where no heading right
        above says what these are for."""
        if not promises_by_ways(sentence.text) or self.scope.in_note():
            return False
        if self.scope.right_under("objective", self.drafts) or self.scope.right_under("action", self.drafts):
            return False
        listed = self._items_below()
        return len(listed) > 1 and all(names_deed(text) for text in listed)

    def _aim_by_ways(self, statement: Statement) -> None:
        """`To mitigate emissions from transport by:` over its list: an aim, and the ways to it."""
        self.scope.make_way_for("objective", "aim")
        draft = self._draft(statement, "objective", "prose", "wording: aim with the ways to it", score=0.7)
        at = self._add(attrs.evolve(draft, level="aim"))
        self.scope.open_label(at, self.drafts[at])
        self.scope.lead.open("action", statement, draft.due)
