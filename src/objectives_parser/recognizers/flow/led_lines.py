"""Lines over a list or a section: what they say themselves, define, refer back to, or go on with."""

from __future__ import annotations

import itertools

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph
from objectives_parser.drafts import Passage
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.counted_lists import sets_aims, told_list
from objectives_parser.recognizers.flow.announcements import names_kind
from objectives_parser.recognizers.flow.ways import WaysReader
from objectives_parser.recognizers.namesakes import referred
from objectives_parser.recognizers.wordings import (
    is_title_cased,
    is_to_do,
    tells,
)
from objectives_parser.records import Kind
from objectives_parser.roles import is_lead_in
from objectives_parser.statements import Statement, block_statement, plain_sentences, split_sentences

# "Actions are the specific activities to be undertaken in each year …"
_DEFINES = regex.compile(
    r"(?:The )?(?P<name>\p{Lu}\p{Ll}+(?: \p{L}+){0,2}) are (?:the|a|an|what|how|those|specific|concrete|measurable|"
    r"statements|markers|steps|things)\b"
)
# "This strategy supports Objective 1 (PTA_1).", "Link: this programme contributes to Goals 2 and 3"
_SUPPORTS = regex.compile(
    r"(?:[^:.]{3,40}:\s*)?this\s(?:\w+\s){1,3}(?:supports|contributes to|relates to|serves|addresses|"
    r"helps (?:to )?(?:deliver|achieve|meet)|aligns with)\s+(?P<aims>\p{Lu}.{3,60}?)\.?$",
    regex.IGNORECASE,
)
# "Our purpose is:", "The objective of this plan is as follows:", "The agency works towards a single outcome, which …:"
_SAYS_AIM = regex.compile(
    r"(?!(?:for|with|to)\b)(?:[^.:]{0,80}?\b)?(?:our|the|its|this|one|an?|single)\s(?:(?!of\b|for\b|to\b)[\w’'-]+\s){0,3}?"
    r"(?:aim|goal|objective|purpose|ambition|outcome)"
    r"(?:\sof\s(?:(?:this|the|our)\s(?:[\w-]+\s){0,3}?(?:plan|strategy|framework|programme|program|policy|agency|department|"
    r"ministry|office|council|authority|service|organi[sz]ation|school|university|college|trust|team)|\p{Lu}[\w’']+))?"
    r"(?:(?P<is>\sis(?:\sas\sfollows)?)|,?\s(?:which|that)\s[^.:]{3,120})?\s?:$",
    regex.IGNORECASE,
)
_LONGEST_LED = 60  # words
_LONGEST_REFERENCE = 160
MOST_COUNTED = 16  # blocks
BRACKETS = regex.compile(r"\s*\([^()]*\)")
FARTHEST_ITEM, _LATEST = 5, 3  # blocks, records back


@attrs.define(kw_only=True, eq=False)
class LedLineReader(WaysReader):
    """Tells lines that lead to what stands below them. ``led`` are the blocks that a line above them says the kind
    of."""

    led: dict[int, Kind] = attrs.field(init=False)

    @led.default
    def _ordinal(self) -> dict[int, Kind]:
        return dict(self.ahead.paragraphs.ordinal)

    def _stated_by(self, block: ListItem) -> int | None:
        """The record that a list item states."""
        last = block.lines[-1].words[-1]
        return next(
            (
                len(self.drafts) - 1 - back
                for back, draft in enumerate(reversed(self.drafts[-_LATEST:]))
                if draft.lines and draft.lines[-1][-1] is last
            ),
            None,
        )

    def _told_list(self, statement: Statement) -> bool:
        """`Below are the priorities of the plan.` right over a list."""
        if not self._over_items() or self.scope.in_note():
            return False
        last = split_sentences(statement)[-1].text
        below = self.blocks[self.position + 1 : self.position + MOST_COUNTED]
        told = told_list(last) is not None or sets_aims(last, below)
        return told or self._leads_by_ways(plain_sentences(statement)[-1])

    def _lead_paragraphs(self, lead: str, kind: Kind | None) -> None:
        """`Our purpose is:` over a paragraph of its own; `We will:` over a list whose signs are lost."""
        if not lead.endswith(":") or self.scope.in_note() or not isinstance(self._following(), Paragraph):
            return
        said = _SAYS_AIM.match(lead)
        if said is not None:
            below = self._led_at(self.position + 1)
            if below is not None and (said.group("is") is not None or is_order(below)):
                self.led[self.position + 1] = "objective"
            return
        run = self._orders_below()
        if kind in ("objective", "action") and len(run) > 1:
            self.led.update(dict.fromkeys(run, kind))

    def _orders_below(self) -> list[int]:
        """The positions of the paragraphs right below that order something, up to the first that does not."""
        return list(itertools.takewhile(self._is_order_at, range(self.position + 1, len(self.blocks))))

    def _is_order_at(self, at: int) -> bool:
        text = self._led_at(at)
        return text is not None and is_order(text)

    def _led_at(self, at: int) -> str | None:
        """The text of a block that is a paragraph of one sentence and of a statement's length."""
        block = self.blocks[at] if at < len(self.blocks) else None
        if not isinstance(block, Paragraph):
            return None
        below = block_statement(block.lines)
        text = below.text
        short = 3 <= len(text.split()) <= _LONGEST_LED and len(split_sentences(below)) == 1
        return text if short and not is_lead_in(text) and label_of(text, self.context) is None else None

    def _is_led(self, statement: Statement) -> bool:
        """Adds a paragraph that a lead-in announced, if this is one."""
        kind = self.led.get(self.position)
        if kind is None:
            return False
        draft = self._draft(statement, kind, "list", f"lead-in: {self.scope.announced_by()}", score=0.7)
        over = tuple(at for at in self.scope.lead.items_above(0) if at not in draft.under)
        at = self._add(attrs.evolve(draft, under=(*draft.under, *over)))
        self.scope.lead.remember_item(0, at)
        return True

    def _following_level(self) -> int | None:
        """The level of the heading right behind a lead-in: `… the United States will:` over sister headings."""
        following = self._following()
        return following.level if isinstance(following, Heading) else None

    def _goes_on_in_group(self, statement: Statement) -> bool:
        """`Field Work` beside `Office Work:`, over a list each. Any other paragraph ends the lead-in's list."""
        grouped = self.scope.lead.group is not None
        self.scope.lead.close()
        if not (grouped and self._over_items() and is_title_cased(statement.text)):
            return False
        self.scope.lead.group = Passage(statement.text, statement.words)
        self.heading_words.extend(statement.words)
        return True

    def _defines_list(self, statement: Statement) -> bool:
        """`Actions are the specific activities to be undertaken each year.` right over a list, as filled-in templates
        keep it: what it defines is what the list is of."""
        found = _DEFINES.match(statement.text) if self._over_items() and not self.scope.in_note() else None
        if found is None:
            return False
        name = found.group("name")
        announced = self._announced_by(name)
        if not names_kind(announced) or announced.role == self.scope.item_kind(0):
            return False  # or the heading said so
        self.heading_words.extend(statement.words)
        self.scope.open_pseudo(Passage(name, statement.words[: len(name.split())]), announced.level)
        self._announce(name, announced)
        return True

    def _refers_back(self, statement: Statement) -> bool:
        """`Objectives and targets: this strategy supports Objective 1.` over its activities: what follows serves that
        objective."""
        text = statement.text
        found = _SUPPORTS.match(text) if "this " in text.casefold() and len(text) < _LONGEST_REFERENCE else None
        at = referred(BRACKETS.sub("", found.group("aims")), self.drafts) if found is not None else None
        if at is None:
            return False
        level = self.scope.heading_level()
        self.scope.make_way_for("objective", self.drafts[at].level)
        self.scope.open_for(at, self.drafts[at], level)
        self.heading_words.extend(statement.words)
        return True


def is_order(text: str) -> bool:
    """Whether a text says what is to be done: `Open three piers`, `To open three piers`."""
    return tells(text) or is_to_do(text)
