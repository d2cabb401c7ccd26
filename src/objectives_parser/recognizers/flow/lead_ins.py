"""Lead-ins: what a sentence left open, a definition or a reference says of the list under it."""

from __future__ import annotations

from itertools import pairwise, takewhile

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Heading, ListItem, Paragraph, Table
from objectives_parser.drafts import Passage
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.commitments import commitment_kind
from objectives_parser.recognizers.counted_lists import counts_aims, sets_aims, these_are, told_list
from objectives_parser.recognizers.flow.led_lines import (
    BRACKETS,
    FARTHEST_ITEM,
    MOST_COUNTED,
    LedLineReader,
)
from objectives_parser.recognizers.wordings import (
    AIM_BY_WAYS,
    SPEAKS_OF,
    is_goal_sentence,
    tells,
    who_will,
)
from objectives_parser.records import Kind
from objectives_parser.roles import heading_role, is_caption, lead_in_role
from objectives_parser.statements import Statement, block_statement, plain_sentences, split_sentences
from objectives_parser.values import due_in_statement, due_of_cell, is_date_only, may_name_date

# "By 2027, we will have:"
_HAVING = regex.compile(r"\bwill have:$", regex.IGNORECASE)
# "Targets for 2030:", "The targets to be reached are:" under an aim
_TARGETS = regex.compile(r"(?:by \d{4},? )?(?:[\w’'-]+ ){0,4}targets\b", regex.IGNORECASE)
# "We will do the following, listed under the themes of the plan:"
_GROUPED = regex.compile(
    r"\b(?:listed|grouped|set out|organi[sz]ed|arranged|sorted|presented|shown)\s"
    r"(?:under|by|in|into|across|around)\s[^.:]{0,40}?"
    r"\b(?:themes?|headings?|areas?|categor(?:y|ies)|topics?|pillars?|priorit(?:y|ies)|strands?|workstreams?|groups?)"
    r"(?:\s(?:of|in|for)\s[^.:]{1,40})?\W*$",
    regex.IGNORECASE,
)
# "For schools:", "In the first year:" parts a list as "Schools:" does
_WHERE = regex.compile(
    r"^(?:for|in|at|over|during|within|across|by)\s(?:the\s)?(?!example|instance|reference|short|brief|total|all\b)(?=\w)",
    regex.IGNORECASE,
)
# "Short term (1-2 years):", "Year 3:", "Ongoing:"
_TIMEFRAME = regex.compile(
    r"(?:(?:short|medium|mid|long|near)(?:er)?[- ]term|years? (?:\d|one|two|three|four|five)|ongoing|"
    r"immediate(?:ly)?)\b"
    r"(?:\s*\([^()]*\))?(?:\s(?:actions?|goals?|measures?|priorities))?\s*:",
    regex.IGNORECASE,
)
_MAY_BE = regex.compile(
    r"\b(?:could|may|might|can|considered|options?|examples?|e\.g\.|such as|others|already|completed|past|previous|"
    r"has|have|had|was|were)\b",
    regex.IGNORECASE,
)
_LISTS_AIMS = regex.compile(
    r"\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|following|these|core|key|main|strategic) )+"
    r"(?:strategies|priorities|goals|objectives|aims|ambitions)(?: (?:are|on|for|to|of|in) [^.;:]{1,50}| are)?:$",
    regex.IGNORECASE,
)
_SET_TO = 6.0  # points, a character of plain text


@attrs.define(kw_only=True, eq=False)
class LeadInReader(LedLineReader):
    """Reads the lines that say what the list or the section under them is. ``explained`` is the level of an item whose
    list only explains it."""

    explained: int | None = None

    def heading(self, block: Heading) -> None:
        """A heading may be left open for its list: `The outreach plan to include:`."""
        self.explained = None
        statement = block_statement(block.lines)
        if self._names_leaders(statement):
            return
        if self.owned is not None and self.position == self.owned_at + 1 and self._names_owner(statement):
            self.owned = None  # a name on a line of its own looks like a heading
            return
        if self._opens_owners(statement):
            return
        if statement.text.endswith(":") and self._over_items() and self._leads_list(statement):
            self.pending = None
            self.scope.make_way(block.level)
            self._lead_in(statement)
        else:
            super().heading(block)

    def _leads_list(self, statement: Statement) -> bool:
        text = statement.text
        if self._aim_before_ways(statement) is not None:
            return True
        if label_of(text, self.context) is not None or self._announced_by(text) is not None:
            return False
        return lead_in_role(text) is not None

    def _lead_in(self, statement: Statement) -> None:
        text = statement.text
        if AIM_BY_WAYS.match(text) and len(text.split()) <= 60:
            self._aim_by_ways(statement)
            return
        run = self._orders_below()
        if self._commands_steps(statement, self._items_below() or [self._led_at(at) or "" for at in run]):
            self._deed_over_steps(statement)
            self.led.update(dict.fromkeys(run, "action"))
            return
        aim = self._aim_before_ways(statement)
        if aim is not None and not self.scope.right_under("objective", self.drafts):
            self._aim_over_ways(aim, statement)
            return
        last = split_sentences(statement)[-1].text
        *before, promised = plain_sentences(statement)
        for sentence in before:
            self._sentences(sentence)
        if self._leads_by_ways(promised):
            self._aim_by_ways(promised)
            return
        kind = self._kind_led(statement, last)
        parted = self._kind_parted(text) if kind is None else None
        due = due_in_statement(last, self.context.fiscal)
        timed = parted is not None and _TIMEFRAME.match(text) is not None
        due = due_of_cell(text.rstrip(" :"), self.context.fiscal) if timed and due is None else due
        self.scope.lead.open(kind or parted, statement, due)
        self.scope.lead.parts = parted is not None
        who = who_will(last)
        if kind is None and is_caption(text) and not timed:
            self.scope.lead.group = Passage(text.rstrip(" :"), statement.words)
        self.scope.lead.owner = Passage(who) if who is not None else None
        self._lists_headings(kind, last)
        self._lead_paragraphs(last, kind)

    def _kind_led(self, statement: Statement, last: str) -> Kind | None:
        """What the items under a lead-in are by its words, those of its last sentence above all."""
        text = statement.text
        kind = lead_in_role(text) or told_list(last)
        kind = kind or these_are([sentence.text for sentence in plain_sentences(statement)])
        below = self.blocks[self.position + 1 : self.position + MOST_COUNTED]
        if kind is None and (counts_aims(last, below) or sets_aims(last, below)):
            kind = "objective"
        if kind is None and (self._ends_deed(text) or (not is_caption(text) and self._leads_deeds(text))):
            kind = "action"
        if kind == "milestone" and _HAVING.search(last) and self._under_measures():
            kind = "measure"
        if kind == "objective" and _TARGETS.match(last) and self._under_titled_aim():
            kind = "measure"
        return kind

    def _kind_parted(self, text: str) -> Kind | None:
        """What the items under a caption are that only parts what the heading or the lead-in above it announces:
        `Transport:`, `By 2030:`, `Short term (2027):` under `Actions` or `We will:`."""
        name = text.rstrip(" :")
        if not is_caption(_WHERE.sub("", BRACKETS.sub("", text))) and not is_date_only(name):
            return None
        role = heading_role(name, self.context.vocabulary)
        timed = role is not None and role.role == "due"
        if SPEAKS_OF.search(text) or self.scope.in_note() or not (role is None or timed or role.role == "category"):
            return None
        lead = self.scope.lead
        if lead.is_open and (lead.parts or not self.drafts or self._led_right_above()):
            return lead.kind
        return self.scope.announced_kind()

    def _led_right_above(self) -> bool:
        """Whether the block before the one at hand is the lead-in that is open."""
        before = self.blocks[self.position - 1] if self.position else None
        return isinstance(before, Paragraph) and block_statement(before.lines).text == self.scope.lead.text

    def _under_measures(self) -> bool:
        """Whether the innermost heading announces measures: `Success measures` over `By 2027, we will have:`."""
        announced = self.scope.announced()
        return announced is not None and announced.role == "measure" and not announced.table

    def _ends_deed(self, text: str) -> bool:
        """Whether a lead-in goes on with the words of the heading right above, which says what to do: `Work with all
        suppliers` over `including the local ones, to:`."""
        above = self.blocks[self.position - 1] if self.position else None
        return isinstance(above, Heading) and text[:1].islower() and self.scope.right_under("action", self.drafts)

    def _leads_deeds(self, text: str) -> bool:
        """Whether all that a lead-in leads to commands, under a heading that announces deeds: `In the lower town:` over
        `• Mend the quays`. What may be done or others do is none."""
        if self.scope.announced_kind() != "action" or _MAY_BE.search(text) is not None:
            return False
        listed = self._items_below()
        return len(listed) > 1 and all(map(tells, listed))

    def _lists_headings(self, kind: Kind | None, lead: str) -> None:
        """What a lead-in says of the headings below: those of the next one's level are deeds if it leads deeds, aims if
        it leads aims or strategies with something under them. One over a list in the section of such a heading
        (`1. Work with suppliers`, `to:`) says nothing of its sisters."""
        level = self._following_level()
        aims = level is not None and _LISTS_AIMS.search(lead) is not None and self._serves_headings(level)
        if level is not None and (kind == "action" or aims):
            self.listed_level, self.listed_kind = level, "objective" if aims else "action"
            if not aims and _GROUPED.search(lead):
                self.listed_level, self.listed_kind = self._grouping(level)
        elif level is not None or self.listed_level is None or not self.scope.names_record(self.listed_level):
            self.listed_level = None

    def _serves_headings(self, level: int) -> bool:
        """Whether lists, tables or promises with dates stand under the headings of a level that follow."""
        for block in self.blocks[self.position + 1 :]:
            if isinstance(block, Heading) and block.level < level:
                return False
            if isinstance(block, ListItem | Table):
                return True
            if isinstance(block, Paragraph) and any(
                may_name_date(sentence.text) and (is_goal_sentence(sentence.text) or commitment_kind(sentence.text))
                for sentence in plain_sentences(block_statement(block.lines))
            ):
                return True
        return False

    def _grouping(self, level: int) -> tuple[int | None, Kind]:
        """What headings are that a lead-in lists deeds under: aims, if most tell what to do, or else only groups."""
        below = takewhile(
            lambda block: not isinstance(block, Heading) or block.level >= level, self.blocks[self.position + 1 :]
        )
        told = [
            tells(block_statement(block.lines).text)
            for block, after in pairwise(below)
            if isinstance(block, Heading) and block.level == level and isinstance(after, ListItem)
        ]
        return (level, "objective") if told and 3 * sum(told) >= 2 * len(told) else (None, "action")

    def _under_titled_aim(self) -> bool:
        """Whether the aim that is open is a heading's or a label's; one in running text may be another part's."""
        at = self.scope.current()
        return at is not None and self._under_aim() and self.drafts[at].basis != "prose"

    def _lead_in_of_item(self, statement: Statement) -> None:
        """A lead-in, which may end a further paragraph of the list item above: what it opens is nested under the item
        (`• Open the archives. …` / `… To this end, the office commits to further steps:` / `1. …`)."""
        item = self._item_going_on(statement)
        self._lead_in(statement)
        if item is not None:
            level, at = item
            self.scope.lead.remember_item(level, at)
            self.scope.lead.stands_in_item(level)

    def _completed(self, statement: Statement) -> bool:
        """`The port will invest along three lines:` where actions are announced, over bullets which only name these:
        one action with them."""
        announced = self.position in self.ahead.items.fragments.under and self.scope.item_kind(0) == "action"
        if not announced or not statement.text.endswith(":") or self.scope.in_note():
            return False
        *before, last = plain_sentences(statement)
        for sentence in before:
            self._sentences(sentence)
        whole = self._with_fragments(last)
        self._add(self._draft(whole, "action", "prose", "lead-in: completed by its list", score=0.6))
        return True

    def _item_going_on(self, statement: Statement) -> tuple[int, int] | None:
        """The level and the record of the list item to whose text a paragraph over deeper items is set."""
        following, left = self._following(), statement.words[0].bbox if statement.words else None
        if not isinstance(following, ListItem) or left is None:
            return None
        for block in reversed(self.blocks[max(0, self.position - FARTHEST_ITEM) : self.position]):
            if isinstance(block, ListItem):
                set_to = block.level < following.level and _is_set_to(block, left[0])
                at = self._stated_by(block) if set_to else None
                return None if at is None else (block.level, at)
            if not isinstance(block, Paragraph | Furniture):
                return None
        return None


def _is_set_to(block: ListItem, left: float) -> bool:
    """Whether a line that begins at ``left`` is set to an item's text rather than to its bullet."""
    words = block.lines[0].words
    if not 0 < block.marker < len(words):
        return False
    bullet, text = words[0].bbox, words[block.marker].bbox
    return bullet is not None and text is not None and abs(text[0] - left) <= min(abs(bullet[0] - left), _SET_TO)
