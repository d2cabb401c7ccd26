"""List items that others are nested under: what they name, lead in to, date, or aim at."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph
from objectives_parser.labelling import label_of, labelled
from objectives_parser.recognizers.captioned_aims import CaptionedAim
from objectives_parser.recognizers.coded_kinds import KEY_RESULTS
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.flow.announcements import names_kind
from objectives_parser.recognizers.flow.labels import is_said
from objectives_parser.recognizers.flow.prose import ProseReader
from objectives_parser.recognizers.wordings import is_goal_sentence, tells, who_will
from objectives_parser.records import STATEMENTS, Kind
from objectives_parser.roles import HeaderRole, PrintedLabel, heading_role, is_imperative, lead_in_role
from objectives_parser.roles.header_forms import PLAN_MODIFIERS
from objectives_parser.statements import Statement, block_statement, titled
from objectives_parser.values import due_in_statement

_LONGEST_NAME = 4
_SURE_OF_SOME = 0.8
_PROGRESS = regex.compile(r"\b(?:progress|status|update)\b", regex.IGNORECASE)
_WILL = " will:"
_WE_WILL = regex.compile(r"\bwe (?:also |therefore |then )?will:$", regex.IGNORECASE)
_CAPTIONED = "aim over captions"
_PILLAR = "label: a part of the plan over its aim"


@attrs.define(kw_only=True, eq=False)
class NestedItemReader(ProseReader):
    """Reads the items that stand over nested ones. ``deeds_under`` are the records that captioned deeds serve."""

    deeds_under: tuple[int, ...] = ()

    def _names_nested(self, block: ListItem, statement: Statement) -> bool:
        """`Milestones:` as an item over nested ones: it tells what they are and is none itself."""
        following = self._following()
        if not isinstance(following, ListItem) or following.level <= block.level:
            return False
        text = statement.text
        if len(text.split()) > _LONGEST_NAME or is_said(text, label_of(text, self.context)):
            return False  # `Objective: Keep teenagers coming`
        role = heading_role(text, self.context.vocabulary)
        named = names_kind(role) or (role is not None and _names_some(text, role))
        if not named and not KEY_RESULTS.match(text):
            return False
        kind: Kind = role.role if named and role is not None else "measure"  # type: ignore[assignment]
        self.scope.lead.open_within(kind, statement, block.level)
        self.heading_words.extend(statement.words)
        return True

    def _labelled_part(self, block: ListItem, statement: Statement, label: PrintedLabel) -> bool:
        """`Metric: Miles of lane` nested under an item that is a record: what that one is told by."""
        above = self.scope.lead.item_above(block.level)
        if above is None or label.role not in ("measure", "milestone") or label.end >= len(statement.text):
            return False
        draft = self._draft(statement, label.role, "list", f"label: {label.text}", score=0.85)  # type: ignore[arg-type]
        draft = attrs.evolve(draft, under=self.scope.under_item(block.level))
        self.scope.lead.remember_item(block.level, self._add(labelled(draft, self.context)))
        return True

    def _leads_nested(self, block: ListItem, statement: Statement) -> bool:
        """`11. In the longer term, the country aims to:` over nested items: a numbered paragraph as their lead-in. One
        that is by mistake printed as the first item of its list has to announce what follows."""
        text = statement.text
        before = self.blocks[self.position - 1 : self.position]
        following = self.blocks[self.position + 1 : self.position + 2]
        if not (text.endswith(":") and following and isinstance(following[0], ListItem)):
            return False
        numbered = bool(statement.marker) and statement.marker[0].text[:1].isdigit()
        first = not (before and isinstance(before[0], ListItem)) and following[0].level == block.level
        if following[0].level > block.level and (numbered or self._promised_in_note(text) or _left_to_be_done(text)):
            level = block.level
        elif first and "following" in text and not tells(text) and lead_in_role(text) is not None:
            level = block.level - 1
        else:
            return False
        self._lead_in(statement)
        self.scope.lead.stands_in_item(level)
        return True

    def _has_numbered_parts(self, text: str) -> bool:
        """`2.1 Staff trained in one of these:` over `2.1.1 First aid`: the item's own number counts it, whatever its
        colon leads to."""
        following = self.blocks[self.position + 1 : self.position + 2]
        own = label_of(text, self.context)
        if own is None or not following or not isinstance(following[0], ListItem):
            return False
        part = label_of(block_statement(following[0].lines, following[0].marker).text, self.context)
        return part is not None and part.text.startswith(own.text.rstrip(".")) and part.text != own.text

    def _promised_in_note(self, text: str) -> bool:
        """`The office will use the rest of the year to:` among notes on progress: its items are still to be done."""
        return bool(_PROGRESS.search(self.scope.innermost())) and promises(text) and lead_in_role(text) == "action"

    def _dated_lead(self, statement: Statement) -> bool:
        """`Starting from the baseline of September 30, 2017, by September 30, 2019:` over nested items: no statement of
        its own, but the date of the items that complete its sentence."""
        due = due_in_statement(statement.text, self.context.fiscal)
        if due is None or is_imperative(statement.text) or len(statement.text.split()) > 20:
            return False
        self.scope.lead.due = due
        return True

    def _over_aim(self, label: PrintedLabel, text: str) -> bool:
        """Whether an item labelled as a part of the plan (`Pillar 1: Developing …`) is an aim: the paragraph under it
        tells it, or one under a sister did."""
        if label.number is None or label.end >= len(text):
            return False
        following = self._following()
        told = isinstance(following, Paragraph) and _tells_goal(following)
        return told or any(draft.label and draft.evidence == (_PILLAR,) for draft in self.drafts)

    def _pillar(self, statement: Statement, label: PrintedLabel) -> None:
        self.scope.make_way_for("objective", "pillar")
        draft = self._draft(statement, "objective", "list", _PILLAR, score=0.6)
        at = self._add(labelled(attrs.evolve(draft, level=None), self.context))
        self.scope.open_label(at, attrs.evolve(self.drafts[at], level="pillar"))

    def _aim_item(self, statement: Statement, level: int) -> None:
        """An unlabelled item that labelled ones are nested under: the aim that they serve."""
        name = f"item {level}"
        self.scope.make_way_for("objective", name)
        okr = self.position + 1 in self.ahead.items.key_results
        evidence = "list: key results nested under it" if okr else "wording: labelled items nested under it"
        draft = self._draft(titled(statement), "objective", "list", evidence, score=0.7)
        at = self._add(labelled(attrs.evolve(draft, level="objective"), self.context))
        self.scope.open_label(at, attrs.evolve(self.drafts[at], level=name))

    def captioned_aim(self, block: Heading | Paragraph | ListItem, found: CaptionedAim) -> None:
        """An aim over lists that captions name, or a deed: what they list serves it, until the next aim or section.
        Deeds serve the aim under which the line stands that calls them so, though their captions are set like it."""
        statement = block_statement(block.lines, getattr(block, "marker", 0))
        self.pending = None
        if found.announced == self.position - 1:
            self.deeds_under = self._aim_over(found.announced) or self.scope.under()
        if found.level:
            self.scope.make_way(found.level)
        elif self.scope.stack and self.scope.stack[-1].pseudo:
            self.scope.make_way(self.scope.heading_level())
        self.scope.make_way_for(found.kind, _CAPTIONED)
        draft = self._draft(statement, found.kind, "list", "captions: what they list serves it", score=0.75)
        if found.announced is not None and len(draft.under) < len(self.deeds_under):
            draft = attrs.evolve(draft, under=self.deeds_under)
        at = self._add(labelled(draft, self.context))
        # without a level of its own that of the heading over the captions, those of the aim before it closed
        closes_at = found.level - 1 if found.level else self.scope.heading_level()
        self.scope.open_for(at, attrs.evolve(self.drafts[at], level=_CAPTIONED), closes_at)

    def _aim_over(self, position: int) -> tuple[int, ...]:
        """The aim that the block right over a position states, which a heading set like it may have closed, and what
        that serves."""
        above = self.blocks[position - 1] if position else None
        if not isinstance(above, Heading | Paragraph) or not self.drafts or self.drafts[-1].kind != "objective":
            return ()
        aim = self.drafts[-1]
        stated = bool(aim.lines) and above.lines[-1].words[-1:] == aim.lines[-1][-1:]
        return (*aim.under, len(self.drafts) - 1) if stated else ()


def _names_some(text: str, role: HeaderRole) -> bool:
    """`Core milestones:`: the plan's own word for some of a kind."""
    first, *others = text.rstrip(" :").casefold().split()
    named = role.role in STATEMENTS and role.strength >= _SURE_OF_SOME
    return named and text.endswith(":") and len(others) == 1 and first in PLAN_MODIFIERS


def _left_to_be_done(text: str) -> bool:
    """`… unites all offices. Specifically, the department will:`: somebody will do what is nested under it."""
    return text.endswith(_WILL) and (who_will(text) is not None or _WE_WILL.search(text) is not None)


def _tells_goal(block: Paragraph) -> bool:
    return is_goal_sentence(block_statement(block.lines).text)
