"""Sentences that say an aim, complete in itself, over the list of the ways to it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.flow.running_text import RunningTextReader
from objectives_parser.recognizers.wordings import leads_to_it, names_deed, promises_by_ways, reads_as_aim, tells
from objectives_parser.statements import Statement, plain_sentences

_SHORTEST_DEED, _LONGEST_AIM = 4, 40  # words
_OVER_ALL = -1  # the level of what all items of a list are nested under
_ANNOUNCES = regex.compile(
    r"\b(?:as follows|below|these|include|includes|by|through|via|to|will|shall|if|when|that|and|or):$|"
    r"\bfollowing\b(?!\s(?:[\w-]+\s)?(?:components|elements|parts|features|functions|aspects|services)\b)|\b(?:actions|steps|measures|activities|initiatives|tasks|goals|objectives|"
    r"milestones|indicators|examples?|options|criteria|ways|areas|priorities)\s?:$",
    regex.IGNORECASE,
)


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

    def _commands_steps(self, statement: Statement, steps: Sequence[str]) -> bool:
        """`Strengthen the work of schools with their quarters:` over a list that commands too: a deed, complete in
        itself, and its steps. `Take the following steps:` only announces them."""
        text = statement.text
        if not text.endswith(":") or not _SHORTEST_DEED <= len(text.split()) <= _LONGEST_AIM or not tells(text):
            return False
        if _ANNOUNCES.search(text) or self.scope.in_note() or label_of(text, self.context) is not None:
            return False
        return len(steps) > 1 and all(map(tells, steps)) and len(plain_sentences(statement)) == 1

    def _deed_over_steps(self, statement: Statement) -> None:
        """Adds a deed, and opens the list of its steps."""
        aimed = self.scope.announced_kind() == "objective"
        draft = self._draft(
            statement, "objective" if aimed else "action", "prose", "wording: a command over its steps", score=0.7
        )
        at = self._add(draft)
        self.scope.lead.open("action", statement, draft.due)
        self.scope.lead.remember_item(_OVER_ALL, at)

    def _aim_before_ways(self, statement: Statement) -> Statement | None:
        """The sentence of a lead-in that says what is wanted, before the one that announces the ways to it: `We will
        keep people safe. We will do this by:`."""
        if not statement.text.endswith(":"):
            return None
        sentences = plain_sentences(statement)
        if len(sentences) < len(("aim", "ways")) or not leads_to_it(sentences[-1].text):
            return None
        aim = sentences[-2]
        wanted = promises(aim.text) or reads_as_aim(aim.text)
        return aim if wanted and len(aim.words) <= _LONGEST_AIM else None

    def _aim_by_ways(self, statement: Statement) -> None:
        """`To mitigate emissions from transport by:` over its list: an aim, and the ways to it."""
        self._aim_over_ways(statement, statement)

    def _aim_over_ways(self, aim: Statement, lead: Statement) -> None:
        """Adds an aim, and opens the list of what is done for it."""
        self.scope.make_way_for("objective", "aim")
        draft = self._draft(aim, "objective", "prose", "wording: aim with the ways to it", score=0.7)
        at = self._add(attrs.evolve(draft, level="aim"))
        self.scope.open_label(at, self.drafts[at])
        self.scope.lead.open("action", lead, draft.due)
