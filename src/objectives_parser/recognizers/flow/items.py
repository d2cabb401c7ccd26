"""List items under announcing headings and lead-ins."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.document import ListItem
from objectives_parser.drafts import Passage
from objectives_parser.labelling import label_of, labelled
from objectives_parser.recognizers.bare import is_role
from objectives_parser.recognizers.commitments import commitment_kind
from objectives_parser.recognizers.flow.announcements import names_kind
from objectives_parser.recognizers.flow.item_places import ItemPlaceReader
from objectives_parser.recognizers.flow.labels import labels_statement
from objectives_parser.recognizers.fragments import is_left_open
from objectives_parser.recognizers.indicators import defines, tells_metric
from objectives_parser.recognizers.wordings import (
    STAGE,
    brings_about,
    completes_promise,
    describes,
    explains,
    first_sentence,
    is_doing,
    is_done,
    is_note,
    is_state,
    names_deed,
    points,
    promises_by_ways,
    says_nothing,
    tells,
)
from objectives_parser.records import Kind
from objectives_parser.roles import PrintedLabel, header_role, heading_role, is_lead_in
from objectives_parser.statements import Statement, block_statement, cut_at, plain_sentences
from objectives_parser.values import due_in_statement, is_timeless

_LEAST_OF_DEED = 5
_LONGEST_STATE = 40  # characters
_LONGEST_NAME = 4
_WITH_VALUE = regex.compile(
    r"\S: (?:[<>≥≤~]|at (?:least|most) |under |over |below |above |(?:less|more|fewer) than )?[$£€]?\d[^:]{0,40}$"
)
# "In total, 7 offices will be opened by the end of May": a target among indicators
_HOW_MANY = regex.compile(r"\b(?!(?:19|20)\d\d\b)\d[\d,.]*(?:\s?%|\s+\p{L}{3,})[^.;:]{0,80}\bwill (?:be|have)\b")


@attrs.define(kw_only=True, eq=False)
class ItemReader(ItemPlaceReader):
    """Reads list items. ``counted`` has the last number of each way of counting, and the line it counts under."""

    counted: dict[str, tuple[int, str]] = attrs.field(factory=dict)

    def item(self, block: ListItem, number: int) -> None:
        """Reads a list item."""
        if number in self.joined:
            return
        before = len(self.drafts)
        self._item(block, number)
        self.last_item = len(self.drafts) - 1 if len(self.drafts) > before else None

    def _item(self, block: ListItem, number: int) -> None:
        statement = block_statement(block.lines, block.marker)
        if not statement.words:
            return
        self.scope.lead.see_level(block.level)
        self._count(block, statement)
        if self.pending is not None and not isinstance(self._following(), ListItem):
            self._finish_pending(statement)  # `Strategy 1` over one bullet
            return
        self.pending = None
        if self._says_of_others(block, statement):
            return
        label = label_of(statement.text, self.context)
        if not self._names_itself(block, statement, number, label):
            self._listed_item(block, statement, number, label)

    def _count(self, block: ListItem, statement: Statement) -> None:
        """`B. Caring for each other` behind the list under `We will know when:`, which stands under `A. …`: an item
        that counts on from before a lead-in is none of its list."""
        sign = _sign(block, statement)
        value = _counted(statement)
        if value is None:
            return
        lead = self.scope.lead
        before, under = self.counted.get(sign, (0, lead.text))
        if lead.is_open and lead.sign not in (None, sign) and value == before + 1 and under != lead.text:
            lead.close()
        self.counted[sign] = value, lead.text

    def _says_of_others(self, block: ListItem, statement: Statement) -> bool:
        """Whether an item tells of the one above it or those nested under it: a date, who does it, a field, a name."""
        if self._in_schedule(statement, "list") or self._names_owner(statement) or self._opens_owners(statement):
            return True
        if self._tells_state(statement, block.level):
            return True
        if self._field_line(statement, self.scope.lead.item_above(block.level)) or says_nothing(statement.text):
            return True
        if block.level and self.scope.lead.item_above(block.level) is not None and is_timeless(statement.text):
            return True  # `0-3 years, short term` under what is to be done by then
        return self._names_nested(block, statement)

    def _tells_state(self, statement: Statement, level: int) -> bool:
        """`• In progress` under an item: how far it is."""
        text = statement.text
        if len(text) > _LONGEST_STATE or not all(is_state(part) for part in text.split("/")):
            return False
        above = self.scope.lead.item_above(level)
        at = len(self.drafts) - 1 if above is None else above
        if at >= 0 and self.drafts[at].basis == "list" and self.drafts[at].status is None:
            words = tuple(word for word in statement.words if any(map(str.isalnum, word.text)))
            self.drafts[at] = attrs.evolve(self.drafts[at], status=Passage(text.rstrip("."), words))
        return True

    def _names_itself(self, block: ListItem, statement: Statement, number: int, label: PrintedLabel | None) -> bool:
        """Whether an item is read by what it says of itself: by its label, as an aim, or as the lead-in of others."""
        text = statement.text
        if labels_statement(label):
            if not self._labelled_part(block, statement, label):
                before = len(self.drafts)
                self._labelled_block(statement, "list", None)
                self.labelled_item = (block.level, before, number) if len(self.drafts) == before + 1 else None
            return True
        if number in self.ahead.items.aims or (number in self.ahead.items.task_aims and not self.scope.in_note()):
            self._aim_item(statement, block.level)
            return True
        if is_lead_in(text) and text.endswith(":"):
            if self._promised_in_note(text) and self._leads_nested(block, statement):
                return True
            if self._dated_lead(statement):
                return True
        if label is not None and label.role is None and label.kind == "word" and self._over_aim(label, text):
            self._pillar(statement, label)
            return True
        return False

    def _listed_item(self, block: ListItem, statement: Statement, number: int, label: PrintedLabel | None) -> None:
        """An item that is what its list is said to hold, or a text with sentences of its own."""
        self.explained = None if self.explained is None or block.level <= self.explained else self.explained
        self._resumed(block, statement)
        whole, statement = statement, _without_lead_in(statement)
        text = statement.text
        kind, evidence, score = self._announced_item(block, number, text)
        goal = self._one_goal_told() if kind == "objective" else None
        if goal is not None:
            kind, evidence = "action", "heading: under the one goal that it is over"
        if kind == "action" and self._is_stage(text, label):
            kind = "milestone"
        if kind is None and self._leads_nested(block, whole):
            return
        if kind is None or self.explained is not None or self._is_no(kind, text):
            self._unlisted_item(block, statement, kind)
            return
        statement = (
            self._with_fragments(whole)
            if number in self.ahead.items.fragments.under and (kind == "action" or is_left_open(block))
            else statement
        )
        draft = attrs.evolve(
            self._draft(statement, kind, "list", evidence, score=score),
            under=self.scope.under_item(block.level) if goal is None else (*self.scope.under_item(block.level), goal),
            nested_by_sign=number in self.ahead.items.nested_by_sign,
        )
        at = self._add_alone(labelled(self._with_given(draft), self.context))
        self.scope.lead.remember_item(block.level, at)
        self.scope.see_item()

    def _unlisted_item(self, block: ListItem, statement: Statement, kind: Kind | None) -> None:
        """An item that is nothing of the kind announced; the definition of a measure explains what is nested in it."""
        if kind == "measure" and self.explained is None and defines(statement.text):
            self.explained = block.level
        if block.level == 0:
            self.above.append((statement, "list"))
        self.scope.lead.forget_items(block.level)
        self._sentences(statement)

    def _is_no(self, kind: Kind, text: str) -> bool:
        """Whether an item states nothing of the kind announced: it reports, points elsewhere, describes or explains."""
        if kind == "measure" and self._counted() and tells_metric(text):
            return False
        if points(text) or is_state(text) or (kind == "measure" and self._explains_measure(text)):
            return True
        described = describes(text) and not completes_promise(text)
        if kind == "milestone" and due_in_statement(text, self.context.fiscal) is not None:
            described = False  # `Responses are published – June 2027`
        leads = text.endswith(":") and not (tells(text) or promises_by_ways(text) or _GIVES_EXAMPLES.search(text))
        if kind in ("action", "milestone") and (described or leads):
            return True
        if kind == "action" and (is_done(text) or (self.scope.loosely() and not self._names_deed(text))):
            return True
        named = kind == "objective" and text.casefold().strip(" :;,.") in self.ahead.headings.sections
        return (len(text.split()) < 2 and not named) or (is_role(text) and not tells(text)) or self._names_list(text)

    def _names_list(self, text: str) -> bool:
        """`Strategic Goals 2024` as an item, which a page links to: the name of a list and none of its items."""
        role = heading_role(text, self.context.vocabulary) if len(text.split()) <= _LONGEST_NAME else None
        return names_kind(role)

    def _resumed(self, block: ListItem, statement: Statement) -> None:
        """Opens the lead-in's list again behind the paragraphs of its last item (`• Expand … . The order called for …`,
        two paragraphs, `• Revise the standards …`)."""
        sign = _sign(block, statement)
        if self.scope.lead.may_resume(sign) and tells(statement.text):
            self.scope.lead.resume()
        self.scope.lead.see_sign(sign)

    def _is_stage(self, text: str, label: PrintedLabel | None) -> bool:
        """`Phase 1 – by 6/30/18, calls will be received …`: a stage with its date is a checkpoint and no deed."""
        if label is None or label.number is None or not STAGE.match(label.text):
            return False
        return not tells(text[label.end :]) and due_in_statement(text, self.context.fiscal) is not None

    def _names_deed(self, text: str) -> bool:
        # "Research infrastructure; and" under "investments along three axes:" is a topic
        if self.scope.only_parts() and len(text.split()) < _LEAST_OF_DEED and not tells(text):
            return False
        first = first_sentence(text)
        return names_deed(text) or is_doing(text) or commitment_kind(first) is not None or brings_about(first)

    def _explains_measure(self, text: str) -> bool:
        """Whether an item under a measure's heading names no measure: a caption, or, under `Key Indicators`, a sentence
        about them, but for one that says how many there will be and when. (`How we will know that we succeeded` takes
        sentences.)"""
        if (text.endswith(":") and not self._has_numbered_parts(text)) or is_note(text):
            return True
        if _WITH_VALUE.search(text) and header_role(text.partition(": ")[0], self.context.vocabulary) is None:
            return False  # `People who smoke: under 9% by 2030`, but `Baseline: 12%`
        if not self._counted() or not explains(text):
            return False
        return _HOW_MANY.search(text) is None or due_in_statement(text, self.context.fiscal) is None

    def _counted(self) -> bool:
        announced = self.scope.announced()
        return announced is not None and announced.counted and not self.scope.lead.is_open


# "Advice and support to schools, including:" is whole without what is nested under it
_GIVES_EXAMPLES = regex.compile(r"(?:\S+ ){4}\S+, (?:including|such as|in particular|among (?:them|others))\W*:$")


def _without_lead_in(statement: Statement) -> Statement:
    """An item without the last of its sentences where that only leads in to the items nested under it (`Managers speak
    to all staff. Further steps include:`)."""
    sentences = plain_sentences(statement) if statement.text.endswith(":") else ()
    kept = len(statement.words) - len(sentences[-1].words) if sentences else 0
    return cut_at(statement, [kept])[0] if kept > 1 else statement  # `1A.` alone is a number


def _counted(statement: Statement) -> int | None:
    """What the marker of an item counts: 2 of `2.`, `B.` or `(b)`."""
    mark = statement.marker[0].text.strip("().") if statement.marker else ""
    if mark.isdecimal():
        return int(mark)
    return ord(mark.lower()) - ord("a") + 1 if len(mark) == 1 and mark.isascii() and mark.isalpha() else None


def _sign(block: ListItem, statement: Statement) -> str:
    """The level of an item and the kind of its marker: glyphs as they are, numbers and letters as such."""
    mark = statement.marker[0].text.strip("().") if statement.marker else ""
    kind = "number" if mark[:1].isdigit() else "letter" if mark.isalpha() and len(mark) <= 3 else mark
    return f"{block.level} {kind}"
