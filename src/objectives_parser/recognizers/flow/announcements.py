"""What a heading, or a short line that works like one, announces of the blocks under it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import TypeGuard

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph, Table
from objectives_parser.drafts import Draft, Passage
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.fieldlines import field_line
from objectives_parser.recognizers.flow.labels import LabelReader, is_said, says_itself
from objectives_parser.recognizers.measures_taken import heads_deeds
from objectives_parser.recognizers.open_headings import Announced
from objectives_parser.recognizers.parts_told import name_of
from objectives_parser.recognizers.wordings import (
    REPORTS,
    SAYS_WHY,
    SPEAKS_OF,
    asks_how,
    is_title_in_capitals,
    looks_ahead,
    without_purpose,
)
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import HeaderRole, PrintedLabel, header_role, heading_role
from objectives_parser.statements import Statement, block_statement
from objectives_parser.values import due_in_statement, is_value_only

_STRATEGIES = regex.compile(r"\bstrategies:?$", regex.IGNORECASE)
_ASKS = regex.compile(r"(?:how|what|who|why|when|where)\b", regex.IGNORECASE)
# `Outcome` over a sentence of its own in each part of the plan
_ONE_AIM = frozenset(
    """aim|our aim|outcome|ambition|our ambition|expected outcome|intended outcome|desired outcome|expected result|
intended result|desired result""".replace("\n", "").split("|")
)
_OF_DOCUMENT = regex.compile(
    r"(?:\p{L}+ )?statements? of (?:performance|corporate|strategic|intent|strategy|service)\b", regex.IGNORECASE
)
# "3.2 Objectives", "6 Objectives of the plan": a section's number without a full stop behind it
_SECTION_NUMBER = regex.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}(?:\s?[–—-])?\s+(?=\p{Lu}\p{L}+\b)")
_NEAR = 12  # blocks
_COUNTED = regex.compile(r"indicator|metric|kpi", regex.IGNORECASE)
# "Key Milestones (Flood Maps)", but "Goals (continued)", "Milestones (1 of 2)", "Indicators (FY 2028)"
_IN_BRACKETS = regex.compile(r"\((?P<topic>\p{Lu}\p{Ll}[^()\d]+\s[^()\d]+)\)$")
_CONTINUED = regex.compile(r"\s*\((?:cont\w*\.?|\d+ of \d+)\)$", regex.IGNORECASE)
# Corporate plans print it under each purpose, over the indicators of that; once, it heads a report on what was done
_PERFORMANCE = "our performance"
# "Key results" under `Objective 1`; without one a report has them
_KEY_RESULTS = regex.compile(r"(?:[\p{L}\d][\p{L}\d’'&/-]* ){0,4}(?:key results?|KRs?):?", regex.IGNORECASE)
_LEAST_AIM = 4  # words
_ASKED = 0.9
_BARE_LABEL = 3  # words: "Key Objectives:"
_LONGEST_TARGETS = 7  # words: "Quantified targets of the national plan"
_ONE = frozenset(("goal", "objective", "aim", "our goal", "our objective", "our aim"))

# Under an aim it tells how one will know; over all of a plan it says what is wanted
_SUCCESS = "what success look like"
_OF_PARTS = frozenset(("sector", "sub-sector", "subsector"))
_BY_YEAR = regex.compile(r"\b(?:by|in|during) (?:the end of )?(?:\p{L}+ )?(?:FY ?)?20\d\d", regex.IGNORECASE)
# "Commitments by 2030"
_ENDS_BY = regex.compile(r"\bby (?:the end of )?(?:\p{L}+ )?(?:FY ?)?20\d\d\W*$", regex.IGNORECASE)
_LONGEST_CAPTION = 8  # words
_LEADS_IN = 12  # words
_IN_TEXT = -1
"""The level of what is no item of a list."""


@attrs.define(kw_only=True, eq=False)
class AnnouncementReader(LabelReader):
    """Tells what headings announce, and opens it for what follows. ``alone`` are the levels of the aims that one line
    under a heading states; ``measured`` says, once it is asked, whether another heading announces measures."""

    alone: dict[int, int] = attrs.field(factory=dict)
    measured: bool | None = None

    def _announced_by(self, text: str) -> HeaderRole | None:
        """What a heading announces, also one that tells what its list is for or how something will be done."""
        found = heading_role(text, self.context.vocabulary) or self._announced_behind_number(text)
        if found is None and _KEY_RESULTS.fullmatch(text) and self._under_aim():
            return HeaderRole(role="measure", strength=1.0, term="key result")
        if found is not None and found.role == "commitment-text" and self._under_deed():
            return HeaderRole(role="action", strength=found.strength, term=found.term)
        if found is not None and found.role == "target" and self._lists_targets(text):
            if self._under_aim():
                return HeaderRole(role="measure", strength=found.strength, term=found.term)
            return HeaderRole(role="objective", level="target", strength=found.strength, term=found.term)
        if (
            found is not None
            and found.role == "measure"
            and heads_deeds(text, self._items_below(), self.context, under_aim=self._under_aim())
        ):
            return HeaderRole(role="action", strength=found.strength, term=found.term)
        if found is not None and found.term == _SUCCESS and self._under_aim() and not self._is_measured():
            return HeaderRole(role="measure", strength=found.strength, term=found.term)
        kind = asks_how(text) if found is None else None
        if kind is not None:
            return HeaderRole(role=kind, strength=0.95, term=text.casefold())
        if found is None and (told := self.ahead.headings.told_parts.get(name_of(text))) is not None:
            return HeaderRole(role=told, strength=0.95, term=text.casefold())
        short = without_purpose(text)
        found = heading_role(short, self.context.vocabulary) if found is None and short != text else found
        return self._repeated_part(text) if found is None else found

    def _announced_behind_number(self, text: str) -> HeaderRole | None:
        """What `3.2 Objectives` announces of the bullets right below it; over text and over numbered parts it is the
        title of a chapter."""
        numbered, following = _SECTION_NUMBER.match(text), self._following()
        if numbered is None or not isinstance(following, ListItem):
            return None
        first = following.lines[0].words[0].text if following.lines and following.lines[0].words else ""
        if first[:1].isdigit() and first.rstrip(".)") != "1":
            return None
        return heading_role(text[numbered.end() :], self.context.vocabulary)

    def _is_measured(self) -> bool:
        """Whether another heading of the document says that measures stand under it."""
        if self.measured is None:
            roles = (heading_role(name, self.context.vocabulary) for name in self.ahead.headings.sections)
            self.measured = any(role is not None and role.role == "measure" for role in roles)
        return self.measured

    def _items_below(self) -> list[str]:
        """What the list right below says, up to the next aim that is an item itself."""
        places = range(self.position + 1, len(self.blocks))
        listed = takewhile(
            lambda at: isinstance(self.blocks[at], ListItem) and at not in self.ahead.headings.captioned, places
        )
        below = (self.blocks[at] for at in listed)
        return [block_statement(b.lines, b.marker).text for b in below if isinstance(b, ListItem)]

    def _announced_on_line(self, block: Heading) -> HeaderRole | None:
        """What the first line of a heading of two announces, where both are short: `ACTION STEPS` over `STREETS`."""
        if len(block.lines) != 2 or any(len(line.words) > _LEAST_AIM for line in block.lines):
            return None
        role = heading_role(block.lines[0].text, self.context.vocabulary)
        return role if names_kind(role) else None

    def _lists_targets(self, text: str) -> bool:
        """`Our targets` over a list of sentences, or over names with such lists, where nothing is open whose values
        they are: under an aim they tell that it is reached, elsewhere they are aims."""
        at = self.scope.current()
        if at is not None and self.drafts[at].kind != "objective":
            return False
        following = self._following()
        if isinstance(following, Heading) and at is None:
            following = next(iter(self.blocks[self.position + 2 : self.position + 3]), None)
        if not isinstance(following, ListItem) or len(text.split()) > _LONGEST_TARGETS:
            return False
        said = block_statement(following.lines, following.marker).text
        return len(said.split()) >= _LEAST_AIM and not is_value_only(said)

    def _under_deed(self) -> bool:
        """Whether what stands here speaks of an action: `Commitment text:` under `Commitment 4: Open the register`."""
        at = self.scope.current()
        return at is not None and self.drafts[at].kind == "action"

    def _under_aim(self) -> bool:
        """Whether what stands here speaks of an objective."""
        at = self.scope.current()
        return at is not None and self.drafts[at].kind == "objective"

    def _repeated_part(self, text: str) -> HeaderRole | None:
        """`End of Term Outcome: Reading` again and again: the part of a form that its last noun names, whatever words
        stand before it."""
        name = text.partition(":")[0].strip()
        words = name.split()
        if name.casefold() == _PERFORMANCE and _PERFORMANCE in self.ahead.headings.repeated:
            return HeaderRole(role="measure", strength=0.95, term="performance indicator")
        if name.casefold() not in self.ahead.headings.repeated or not 2 <= len(words) <= 7 or words[0].endswith("ing"):
            return None
        if "and" in words or "&" in words:
            return None  # `Conclusions and Next Steps` at the head of each page is the title of a section
        role = header_role(words[-1], self.context.vocabulary)
        return role if names_kind(role) and all(word[0].isupper() for word in (words[0], *words[-2:])) else None

    def _announce(self, text: str, announced: HeaderRole | None) -> None:
        """What the heading just opened says of what stands under it. Under a note (`Additional information`) no heading
        announces anything; one that ends in `Strategies` lists what will be done."""
        if _OF_DOCUMENT.match(text) or self._titles_all(text):
            return  # `Statement of Performance Expectations 2026`: what the whole document is
        strategies = _STRATEGIES.search(text) is not None
        speaks = SPEAKS_OF.search(text) is not None
        if (announced is None or announced.role == "note") and speaks:
            announced = HeaderRole(role="note", strength=1.0, term="note")
        if announced is None and strategies:
            announced = HeaderRole(role="action", strength=0.8, term="strategies")
        if announced is None or (announced.role == "note" and announced.strength <= 0.95):
            return
        if (
            announced.role != "note"
            and self.scope.under_note(same_page=names_kind(announced))
            and not looks_ahead(text)
        ):
            return
        if announced.role in STATEMENTS and (_ASKS.match(text) or _ENDS_BY.search(text)) and _BY_YEAR.search(text):
            due = due_in_statement(text, self.context.fiscal)
            if due is not None:
                self.scope.due_for_all(due)  # `What will be different by 2030?`
        self.scope.announce(
            Announced(
                role=announced.role,
                level=announced.level,
                single=announced.term == "goal statement"
                or (name := text.rstrip(":").casefold()) in _ONE
                or (name in _ONE_AIM and name in self.ahead.headings.repeated),
                topic=self.ahead.headings.kinds_apart.get(text.casefold())
                or (_topic(text, announced.term) if announced.role != "note" or not speaks else None),
                table=announced.role in self.ahead.headings.over_tables.get(self.position, ()),
                items_only=strategies,
                counted=_COUNTED.search(announced.term) is not None,
                reports=speaks or REPORTS.search(announced.term) is not None,
            )
        )

    def _titles_all(self, text: str) -> bool:
        """Whether a title with a year stands over the document's first headings, and over no list or table of its own
        (`Performance Expectations 2026/27`, then `Part A: Delivery`, `Part B: …`)."""
        if self.drafts or not text[-1:].isdigit():
            return False
        near = islice(self._below(), _NEAR)
        first = next((b for b in near if isinstance(b, Heading | ListItem | Table)), None)
        if first is not None and any(
            block is first and at in self.ahead.headings.of_year for at, block in enumerate(self.blocks[:_NEAR])
        ):
            return False  # `Milestones 2026/27` over its quarters
        if not isinstance(first, Heading):
            return False
        sisters = (b for b in self._below() if isinstance(b, Heading) and b.level <= first.level)
        return len(list(islice(sisters, 2))) > 1

    def _below(self) -> Iterator[object]:
        """The blocks below this one but for facts in the type of headings."""
        below = (self.blocks[at] for at in range(self.position + 1, len(self.blocks)))
        return (block for block in below if not isinstance(block, Heading) or not self._is_fact(block))

    def _is_fact(self, block: Heading) -> bool:
        """`Name: Jane Smith`, `Period: April 2026 to March 2027` right over a list, in the type of a heading."""
        return len(block.lines) == 1 and field_line(block_statement(block.lines), self.context) is not None

    def _pseudo_heading(self, statement: Statement) -> bool:
        """A short line in the type of the text over the list that it names: `Goal Statement`, `Challenge`."""
        text = statement.text
        if len(text.split()) > (20 if text.isupper() else 10) or text.endswith((".", ";", ",")):
            return False
        announced = self._announced_by(text)
        named = announced is not None and announced.strength >= 0.95 and len(text.split()) <= 4
        label = label_of(text, self.context)
        if label is not None and label.kind == "word" and label.role and label.number and label.end >= len(text):
            return False  # `Recommendation 1 (High)` over what is recommended
        named = named and not is_said(text, label) and not self._measured_in_line(text, label)
        asked = statement.bold and (announced is not None or text.endswith("?")) and not says_itself(text, label)
        # `How will it be done?` in the type of the text, as texts without any type have it
        asked = asked or (text.endswith("?") and announced is not None and announced.strength >= _ASKED)
        asked = asked or (announced is not None and announced.strength >= _ASKED and self._over_lead_in(text))
        asked = asked or (announced is not None and announced.strength >= _ASKED and self._is_caption_of_list(text))
        asked = asked or is_title_in_capitals(text)
        asked = asked or (self._over_items() and statement.bold and _STRATEGIES.search(text) is not None)
        parts = self._parts_below() if announced is not None and text.endswith(":") else None
        if not named and not asked and parts is None and not (self._over_items() and SPEAKS_OF.search(text)):
            return False
        self.heading_words.extend(statement.words)
        self._end_explanation(text, announced)
        if parts is not None:
            self.scope.open_heading(max(1, parts - 1), Passage(text, statement.words))
        else:
            self.scope.open_pseudo(Passage(text, statement.words), announced.level if announced is not None else None)
        self.above = []
        self._announce(text, announced)
        return True

    def _measured_in_line(self, text: str, label: PrintedLabel | None) -> bool:
        """`Metrics: yearly spending on research` under an aim: the one measure, behind the name of several."""
        if label is None or label.role != "measure" or self.scope.current() is None:
            return False
        return text[label.end - 2 : label.end].strip() == ":" and text[label.end : label.end + 1].islower()

    def _is_caption_of_list(self, text: str) -> bool:
        """`What we will do` in the type of the text, right over its list."""
        return self._over_items() and text[-1].isalpha() and ":" not in text and len(text.split()) <= _LONGEST_CAPTION

    def _over_lead_in(self, text: str) -> bool:
        """Whether a line without an end stands right over the lead-in of a list: `How we will measure progress` over
        `By 2030:`."""
        following = self._following()
        ended = not text[:1].isupper() or not text[-1:].isalpha() or ":" in text
        if not isinstance(following, Paragraph) or ended:
            return False
        return following.lines[-1].text.endswith(":") and len(block_statement(following.lines).words) <= _LEADS_IN

    def _parts_below(self) -> int | None:
        """The level of the heading right below if that names a part: `Focus area: Teaching` below `Objectives:`."""
        following = self._following()
        if not isinstance(following, Heading):
            return None
        text = block_statement(following.lines).text
        role = heading_role(text, self.context.vocabulary)
        return following.level if role is not None and role.role == "category" and _topic(text, role.term) else None

    def _end_explanation(self, text: str, announced: HeaderRole | None) -> None:
        """`Objectives:` under `Rationale`, in bold or in the type of the text, is no part of it: the plan goes on with
        what it wants."""
        if names_kind(announced) and len(text.split()) <= _BARE_LABEL and SAYS_WHY.match(self.scope.explanation()):
            self.scope.close_explanation()

    def _add_alone(self, draft: Draft) -> int:
        """Adds a draft; an aim that is all that its announcing heading says (`Goal 2 – Health` over one sentence), or
        that `Initiative: …`, `Measures: …` follows, is what the labelled statements after it serve, and so are its
        sisters."""
        block = self.blocks[self.position]
        level = block.level if isinstance(block, ListItem) else _IN_TEXT
        alike = [at for at in draft.under if at in self.alone and (self.alone[at] == _IN_TEXT) == (level == _IN_TEXT)]
        sister = any(self.alone[at] >= level for at in alike)
        if draft.kind != "objective" or not (self._is_alone(block) or sister):
            return self._add(draft)
        self.scope.make_way_for("objective", draft.level)
        at = self._add(attrs.evolve(draft, under=self.scope.under()))
        self.scope.open_label(at, self.drafts[at])
        self.alone[at] = level
        return at

    def _is_alone(self, block: object) -> bool:
        """Whether the block at hand is all that stands under the heading before it, or has a labelled line of its own
        behind it."""
        following = self._following()
        before = self.blocks[self.position - 1] if self.position else None
        if isinstance(before, Heading) and not isinstance(following, type(block)):
            return True
        if not isinstance(block, Paragraph | ListItem) or not isinstance(following, Paragraph):
            return False
        label = label_of(block_statement(following.lines).text, self.context)
        return label is not None and label.kind == "word" and label.role in ("action", "measure")


def names_kind(announced: HeaderRole | None) -> TypeGuard[HeaderRole]:
    """Whether a heading surely names a kind of statement (`Key Objectives`) and does not just allow for one."""
    return announced is not None and announced.role in STATEMENTS and announced.strength >= 0.95


def _topic(text: str, term: str) -> str | None:
    """What an announcing heading groups by: `Key Milestones: Lean Events`, `Key Milestones (Lean Events)`; None for one
    that is the header word alone (`Key Milestones`)."""
    if _ASKS.match(text) or without_purpose(text) != text:
        return None
    if term in _OF_PARTS and ":" not in text and len(text.split()) > len(term.split()):
        return text  # `Energy sector`
    text = _CONTINUED.sub("", text)
    before, colon, after = text.partition(":")
    if colon and after.strip():
        return after.strip()
    bracketed = _IN_BRACKETS.search(text)
    if bracketed is not None and len(text[: bracketed.start()].split()) <= len(term.split()) + 1:
        return str(bracketed.group("topic"))
    return before if len(before.split()) > len(term.split()) + 1 else None
