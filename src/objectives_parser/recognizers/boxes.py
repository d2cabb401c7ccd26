"""Boxes of goals over tables of actions, as school and programme plans print them."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Heading
from objectives_parser.drafts import Context, Draft
from objectives_parser.recognizers.wordings import without_purpose
from objectives_parser.records import SERVING
from objectives_parser.roles import heading_role

_TITLE = "form: title row"


@attrs.define(eq=False)
class GoalBox:
    """What a form that states aims and no action leaves open: `SMART goal | …`, `Evidence-based strategy | …` over the
    table of the action steps (``listing``: what the heading under it lists, actions or measures); and the commitment
    that a form is about, over the table of its milestones."""

    goal: int | None = None
    aim: int | None = None
    commitment: int | None = None
    listing: str | None = None

    def see(self, drafts: Sequence[Draft], at: int) -> None:
        """A form whose first draft has that position."""
        titled = drafts and drafts[0].kind == "action" and _TITLE in drafts[0].evidence
        self.commitment = at if titled and all(draft.kind != "milestone" for draft in drafts) else None
        aims = [number for number, draft in enumerate(drafts) if draft.kind == "objective"]
        if not aims or any(draft.kind in ("action", "milestone") for draft in drafts):
            self.goal = self.aim = None
            return
        if not _is_strategy(drafts[aims[0]]):
            self.goal = at + aims[0]
        self.aim = at + aims[-1]

    def goal_of(self, drafts: Sequence[Draft]) -> int | None:
        """The goal of the form before, for a form that only states another strategy for it."""
        aims = [draft for draft in drafts if draft.kind == "objective"]
        return self.goal if aims and _is_strategy(aims[0]) else None

    def aim_of(self, rows: Sequence[Draft]) -> int | None:
        """The aim of the form, for a table of actions without aims of its own."""
        kinds = {draft.kind for draft in rows}
        if kinds == {"milestone"}:
            return self.commitment
        if kinds == {"measure"}:
            return self.aim if self.listing == "measure" else None
        return self.aim if "action" in kinds and "objective" not in kinds else None

    def with_strategies(self, drafts: Sequence[Draft]) -> Sequence[Draft]:
        """What a paragraph states under the box: a strategy named there (`Strategy 1.1: …` over its own table of steps)
        serves the goal, and the steps serve the strategy."""
        goal = self.aim if self.goal is None else self.goal
        if goal is None or not any(map(_is_named_strategy, drafts)):
            return drafts
        self.goal, self.aim = goal, None
        return [
            attrs.evolve(draft, under=(goal,)) if _is_named_strategy(draft) and not draft.under else draft
            for draft in drafts
        ]

    def with_deeds(self, drafts: Sequence[Draft]) -> Sequence[Draft]:
        """What a list or paragraphs under the heading of the actions say is done, or is measured under that of the
        measures: it serves the box's aim; what is listed in the lower part of a card, the deed that its form is
        about."""
        if self.commitment is not None and self.listing:
            deed = self.commitment
            return [attrs.evolve(draft, under=(*draft.under, deed)) for draft in drafts]
        if self.aim is None or not self.listing:
            return drafts
        return [
            attrs.evolve(draft, under=(self.aim,)) if draft.kind == self.listing and not draft.under else draft
            for draft in drafts
        ]

    def ends_at(self, block: Heading, context: Context, level: int) -> bool:
        """Whether a heading closes the box: each that does not only announce the actions. ``level`` is that of the
        heading which the box stands under."""
        if self.goal is None and self.aim is None and self.commitment is None:
            return True
        text = " ".join(line.text for line in block.lines)
        role = heading_role(text, context.vocabulary) or heading_role(without_purpose(text), context.vocabulary)
        named = role.role if role is not None else None
        if self.commitment is not None and named in SERVING and block.level > level:
            self.listing = named
            return False
        self.listing = named if named in ("action", "measure") and self.commitment is None else None
        return self.listing is None if self.commitment is None else named != "milestone"


def _is_strategy(draft: Draft) -> bool:
    """Whether the form's label calls the aim a strategy."""
    return any("strateg" in evidence.casefold() for evidence in draft.evidence)


def _is_named_strategy(draft: Draft) -> bool:
    return draft.kind == "objective" and draft.level == "strategy" and draft.label is not None


def states_goal(drafts: Sequence[Draft]) -> bool:
    """Whether a form begins with a numbered goal (`SMART Goal 2`): it serves no strategy of the goal before."""
    first = next((draft for draft in drafts if draft.kind == "objective"), None)
    return first is not None and first.level == "goal" and first.label is not None and first.label[-1:].isdigit()
