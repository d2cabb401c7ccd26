"""What a list item is by where it stands: under a lead-in or a heading that says it, under a year of a timeline, under
an item with a label, right under an aim or a deed."""

from __future__ import annotations

import itertools

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Furniture, ListItem, Paragraph
from objectives_parser.recognizers.commitments import commitment_kind, promises
from objectives_parser.recognizers.flow.nested_items import NestedItemReader
from objectives_parser.recognizers.schedules import names_times
from objectives_parser.recognizers.wordings import (
    completes_promise,
    explains_count,
    first_sentence,
    is_done,
    names_deed,
    tells,
)
from objectives_parser.records import Kind
from objectives_parser.statements import block_statement

_LEAST_NAMED_DEED = 3
_LONGEST_LIST = 60  # items
# `Making better use of maps`, but no `Housing`, `Training for all staff`
_GERUND = regex.compile(r"\p{Lu}\p{Ll}+ing\s(?:and\s\p{Ll}+ing\s)?(?!(?:for|of|at|in)\b)\p{Ll}+")
# "the service must be open by May", "training will be part of the plan": steps under an action's heading
_MUST = regex.compile(r"\b(?:will|shall|must)\b")
# "Goal", "OUR OBJECTIVE:", but "Goals"
_ONE_GOAL = regex.compile(r"(?:(?:our|the|overall|overarching|main) )?(?:goal|objective|aim)\s?:?", regex.IGNORECASE)


@attrs.define(kw_only=True, eq=False)
class ItemPlaceReader(NestedItemReader):
    """Tells what items are by their place. ``labelled_item`` is the level, draft and position of the last item with a
    label, ``told_in_list`` whether those under it tell what to do."""

    labelled_item: tuple[int, int, int] | None = None
    told_in_list: tuple[tuple[int, int], bool] | None = None

    def _announced_item(self, block: ListItem, number: int, text: str) -> tuple[Kind | None, str, float]:
        """What the lead-in or heading above says that the item is, else what its list's wording says."""
        if number in self.ahead.items.key_results:
            return "measure", "list: key results under an objective", 0.75
        above = self.scope.lead.item_above(block.level) if self.ahead.items.paired and block.level else None
        if above is not None and self.drafts[above].kind == "action":
            return "milestone", "heading: commitments and milestones", 0.7
        kind = self.scope.item_kind(block.level)
        if kind is None and self.scope.lead.is_open and completes_promise(text):
            kind = "action"
        told = number in self.ahead.items.imperative
        # in a plan of actions a list of commands is one whatever its lead-in says: `These have been identified so far:`
        explained = self.scope.under_note_heading() if told and self.ahead.of_actions else self.scope.in_note()
        if kind == "objective" and number in self.ahead.items.outlined:
            return "action", "outline: the deepest of its levels", 0.65
        if kind is not None or explained:
            return kind, f"lead-in: {self.scope.announced_by()}", 0.75
        if self._on_roadmap(text):
            return "milestone", "heading: what comes when", 0.6
        nested = self._under_labelled_item(block.level, text)
        if nested:
            return nested, "label: of the item that it is nested under", 0.65
        if told:
            return "action", "wording: imperative list", 0.6
        if number in self.ahead.items.tasks:
            return "action", "fields: who does it, by when", 0.7
        if number in self.ahead.items.targeted:
            return "measure", "value: its target", 0.65
        return self._under_record(text)

    def _on_roadmap(self, text: str) -> bool:
        """Whether an item under a year, which stands under `Roadmap` or `Timeline`, says what will be reached then:
        `Private clinics join the index`."""
        names = [entry.passage.text for entry in self.scope.stack if entry.passage is not None]
        if not names or self.scope.stack[-1].due is None or not any(map(names_times, names[:-1])):
            return False
        return len(text.split()) >= _LEAST_NAMED_DEED and not tells(text) and not is_done(text)

    def _under_labelled_item(self, level: int, text: str) -> Kind | None:
        """What an item is that is nested under one with a label, if it says what will be done or what is counted:
        `Pay farmers for buffer strips` under `Objective 1.1: Halve nitrate in the catchment`."""
        if (
            self.labelled_item is None
            or self.scope.current() != self.labelled_item[1]
            or level <= self.labelled_item[0]
        ):
            return None
        if self.drafts[self.labelled_item[1]].kind not in ("objective", "action"):
            return None
        if explains_count(text):
            return "measure"
        sentence = first_sentence(text)
        if tells(text) or commitment_kind(sentence) == "action":
            return "action"
        named = len(text.split()) >= _LEAST_NAMED_DEED and names_deed(text)
        return "action" if named and self._tells_in_list(level) else None

    def _tells_in_list(self, level: int) -> bool:
        """Whether an item of that level under the item with a label says what to do."""
        assert self.labelled_item is not None
        if self.told_in_list is not None and self.told_in_list[0] == (self.labelled_item[2], level):
            return self.told_in_list[1]
        nested = itertools.takewhile(
            lambda block: isinstance(block, ListItem) and block.level >= level, self.blocks[self.labelled_item[2] + 1 :]
        )
        told = any(tells(block_statement(b.lines, b.marker).text) for b in nested if isinstance(b, ListItem))
        self.told_in_list = (self.labelled_item[2], level), told
        return told

    def _one_goal_told(self) -> int | None:
        """The goal that the paragraph under `Goal` states, where the heading speaks of one: a list behind it says what
        is done for that."""
        if not self.scope.stack or _ONE_GOAL.fullmatch(self.scope.innermost()) is None:
            return None
        heading = self.scope.stack[-1].passage
        start = heading.words[0].start if heading is not None and heading.words else 0
        under = itertools.takewhile(
            lambda at: self.drafts[at].words and self.drafts[at].words[0].start > start,
            range(len(self.drafts) - 1, -1, -1),
        )
        aims = [at for at in under if self.drafts[at].kind == "objective"]
        return aims[0] if len(aims) == 1 and self.drafts[aims[0]].basis == "prose" else None

    def _under_record(self, text: str) -> tuple[Kind | None, str, float]:
        """The kind of an item right under the heading of an objective, or of an action whose steps it may tell."""
        if self.position in self.ahead.items.topics:
            return None, "", 0.0
        if self.scope.right_under("objective", self.drafts):
            counted = explains_count(text) or self.scope.right_under_key_aim(self.drafts)
            kind: Kind = "measure" if counted else "action"
            if text.split()[0].endswith("ed") and not tells(text):
                return None, "", 0.0
            return kind, "wording: list right under an aim's heading", 0.6
        if self.scope.right_under("action", self.drafts) and (tells(text) or promises(text) or _MUST.search(text)):
            return "action", "wording: steps right under an action's heading", 0.55
        if self._under_labelled_aim() and (tells(text) or _GERUND.match(text)):
            return "action", "wording: what is done, right under a labelled aim", 0.6
        return None, "", 0.0

    def _under_labelled_aim(self) -> bool:
        """Whether the list stands right under a paragraph that a numbered label makes an aim: `Target 1: …`."""
        at = self.scope.current()
        draft = self.drafts[at] if at is not None else None
        if (
            draft is None
            or (draft.kind, draft.basis) != ("objective", "prose")
            or not (draft.label or "")[-1:].isdigit()
        ):
            return False
        above = (
            self.blocks[number] for number in range(self.position - 1, max(self.position - _LONGEST_LIST, 0) - 1, -1)
        )
        over = next((block for block in above if not isinstance(block, ListItem | Furniture)), None)
        return isinstance(over, Paragraph) and bool(draft.lines) and over.lines[-1].words[-1] is draft.lines[-1][-1]
