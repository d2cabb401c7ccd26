"""Headings, labels and captions: what they state, open and announce."""

from __future__ import annotations

import itertools

import attrs
import regex

from objectives_parser.document import Heading, ListItem, Paragraph
from objectives_parser.drafts import Draft, Passage
from objectives_parser.labelling import drop_words, label_of, labelled
from objectives_parser.recognizers.bare import is_bare
from objectives_parser.recognizers.flow.state import FlowState
from objectives_parser.recognizers.flow.titled_goals import names_topic, states_goal
from objectives_parser.recognizers.namesakes import listed_before, served_by, titled_before
from objectives_parser.recognizers.open_headings import Announced
from objectives_parser.recognizers.unsaying import is_axis
from objectives_parser.recognizers.wordings import (
    CAPTION,
    COUNT_CAPTION,
    NAMED_INDICATOR,
    REPORTS,
    SAYS_WHY,
    SPEAKS_OF,
    TERM,
    asks_how,
    is_title_in_capitals,
    looks_ahead,
    tells,
    without_purpose,
)
from objectives_parser.records import Basis, Kind
from objectives_parser.roles import (
    HeaderRole,
    PrintedLabel,
    header_role,
    heading_role,
)
from objectives_parser.statements import (
    Statement,
    block_statement,
)
from objectives_parser.values import due_in_statement

_STRATEGIES = regex.compile(r"\bstrategies:?$", regex.IGNORECASE)
_ASKS = regex.compile(r"(?:how|what|who|why|when|where)\b", regex.IGNORECASE)
_OF_DOCUMENT = regex.compile(
    r"(?:\p{L}+ )?statements? of (?:performance|corporate|strategic|intent|strategy|service)\b", regex.IGNORECASE
)
_LEAST_TITLE, _LONGEST_LABEL = 3, 4
_COUNTED = regex.compile(r"indicator|metric|kpi", regex.IGNORECASE)
# "Key Milestones (Flood Maps)", but "Goals (continued)", "Milestones (1 of 2)", "Indicators (FY 2028)"
_IN_BRACKETS = regex.compile(r"\((?P<topic>\p{Lu}\p{Ll}[^()\d]+\s[^()\d]+)\)$")
_CONTINUED = regex.compile(r"\s*\((?:cont\w*\.?|\d+ of \d+)\)$", regex.IGNORECASE)
_BARE_LABEL = 3  # words: "Key Objectives:"
STATEMENT_KINDS = ("objective", "measure", "milestone", "action")
# A mission or vision sentence says what a body is for; it commits to no end state of the plan. `Mission 18` does.
NO_RECORD = frozenset({"mission", "vision", "purpose", "value"})


@attrs.define(kw_only=True, eq=False)
class HeadingReader(FlowState):
    """Reads headings, and the lines that work like them."""

    def heading(self, block: Heading) -> None:
        statement = block_statement(block.lines)
        text = statement.text
        titled, self.pending = self.pending, None
        self.numbered_title = None
        label = label_of(text, self.context)
        if self._field_line(statement):
            return
        if is_axis(text) and len(text.split()) > 1:
            return  # `SY14-15 SY15-16 SY16-17` under a chart, in bold
        caption = CAPTION.match(text)
        if caption is not None:
            self._caption(statement, of_table=caption.group("of").casefold() == "table")
            return
        if COUNT_CAPTION.match(text) and self.drafts:
            self._count_caption(statement, "heading")
            return
        announced = self._announced_by(text)
        names = (
            label is not None
            and label.role in STATEMENT_KINDS
            and label.kind == "word"
            and (label.level not in NO_RECORD or bool(label.number))
            and not _names_several(text, label)
        )
        if label is None and announced is None and self._titles_label(block, statement, titled):
            return
        if self._serves_labelled(block, statement):
            return
        if names and label is not None and (label.number or announced is None or _states(text, label)):
            if self._titled_again(block, statement, label):
                return
            self._labelled_block(statement, "heading", block.level)
            return
        if self._printed_again(block, statement) or self._unlabelled_record(block, statement):
            return
        self.charted = False
        if announced is None and self._over_values(statement, "heading", titled):
            return
        if label is not None and label.kind == "number" and label.role is None:
            self.numbered_title = label.text
        self._open(block, statement, label, announced)
        self._named_indicator(statement)

    def _titles_label(self, block: Heading, statement: Statement, titled: Draft | None) -> bool:
        """`Strategic Goal 2` on a line of its own, over its statement in larger or other type: a heading each."""
        before = self.blocks[self.position - 1] if self.position else None
        if titled is None or titled.kind not in ("objective", "action") or not isinstance(before, Heading):
            return False
        if len((titled.label or "").split()) > _LONGEST_LABEL:
            return False  # `Existing work that feeds into Target 4`: a heading of its own
        if len(statement.text.split()) < _LEAST_TITLE or SPEAKS_OF.search(statement.text):
            return False
        level = min(block.level, before.level)
        self.scope.make_way(level, titled.kind, titled.level)
        draft = attrs.evolve(titled, lines=statement.lines, text=statement.text, under=self.scope.under())
        at, self.pending_level = self._add(draft), None
        self.scope.open_record(at, self.drafts[at], level)
        return True

    def _open(
        self, block: Heading, statement: Statement, label: PrintedLabel | None, announced: HeaderRole | None
    ) -> None:
        """Opens a heading that states no record itself: what it groups, dates and announces."""
        text = statement.text
        self.heading_words.extend(statement.words)
        part = announced is not None and text.casefold().strip(" :?") in self.repeated
        # `What will we do?` in the type of `Priority 1: …`, again under each priority, is a part of it.
        inside = part and announced is not None and (
            (announced.role != "objective" and self.scope.names_record(block.level))
            or self.scope.holds_wider(block.level, announced.role, announced.level)
        )  # fmt: skip
        level = block.level + 1 if inside else block.level
        self.scope.make_way(level)
        self._end_explanation(text, announced)
        self.scope.open_heading(level, Passage(_without_number(text, label), statement.words))
        if TERM.match(text) and (due := due_in_statement(text, self.context.fiscal)) is not None:
            self.scope.due_for_all(due)
        self.above = [(statement, "heading")] if len(text.split()) >= 4 else []
        self._announce(text, announced)

    def _named_indicator(self, statement: Statement) -> None:
        """`Key Indicators – Average length of homelessness`: what the heading names is the measure."""
        named = NAMED_INDICATOR.match(statement.text)
        if named is not None and len(named.group("name").split()) >= 2:
            count = len(statement.words) - len(named.group("name").split())
            rest = attrs.evolve(statement, lines=drop_words(statement.lines, count))
            self._add(self._draft(rest, "measure", "heading", "heading: names an indicator", score=0.6))

    def _over_values(self, statement: Statement, basis: Basis, titled: Draft | None = None) -> bool:
        """The title of a chart or a table of values on a slide of indicators names what is measured; `titled` is the
        label of the slide (`Key Indicator #1`)."""
        announced = titled is not None and titled.kind == "measure"
        if self.position not in self.over_values or not (announced or self.scope.table_kind() == "measure"):
            return False
        draft = self._draft(statement, "measure", basis, "title: over values", score=0.6)
        if titled is not None and announced:
            draft = attrs.evolve(draft, label=titled.label, label_words=titled.label_words)
        self._add(draft)
        self.charted = True
        return True

    def _caption(self, statement: Statement, *, of_table: bool) -> None:
        """`Figure 3: Emissions of farms` heads nothing; `Table 2: Measures of transport` heads its table alone."""
        self.heading_words.extend(statement.words)
        if of_table:
            named = CAPTION.sub("", statement.text, count=1).strip()
            passage = Passage(named or statement.text, statement.words)
            found = served_by(named, self.drafts)
            grouping = found is None and self.position in self.sister_captions
            self.scope.open_caption(passage, grouping=grouping)
            if found is not None:
                self.scope.caption_serves(found[1], self.drafts[found[1]])
            self._announce(statement.text, heading_role(statement.text, self.context.vocabulary))

    def _count_caption(self, statement: Statement, basis: Basis) -> None:
        """`Number of call centers with expanded hours:` over its dated steps: the measure that they work towards."""
        self.scope.make_way_for("measure", "counted")
        at = self._add(self._draft(statement, "measure", basis, "wording: counted, over its steps", score=0.6))
        self.scope.lead.open("milestone", statement, None)
        self.scope.labels_under_lead(at, self.drafts[at])

    def _unlabelled_record(self, block: Heading, statement: Statement) -> bool:
        """A heading that states an aim over its list, or that is an item of a lead-in's list."""
        if self.listed_level is not None and block.level < self.listed_level:
            self.listed_level = None
        kind: Kind | None = None
        if self.listed_level == block.level:
            kind, evidence = "action", "lead-in: a list of headings"
        elif self.position in self.aims and self.scope.table_kind() != "action":
            kind, evidence = self.aims[self.position], "wording: sister headings that tell what to do"
        elif self.position in self.over_parts:
            kind, evidence = "objective", "title: over what will be done and how one will know"
        if kind is None:
            return False
        self.scope.make_way(block.level, kind, None)
        at = self._add(labelled(self._draft(statement, kind, "heading", evidence, score=0.55), self.context))
        self.scope.open_record(at, self.drafts[at], block.level)
        return True

    def _serves_labelled(self, block: Heading, statement: Statement) -> bool:
        """`Actions for Target 1`: a heading over what serves the record with that label."""
        found = served_by(statement.text, self.drafts)
        role = heading_role(found[0], self.context.vocabulary) if found is not None else None
        if found is None or role is None or role.role not in STATEMENT_KINDS:
            return False
        draft = self.drafts[found[1]]
        self.scope.make_way(block.level, draft.kind, draft.level)
        self.heading_words.extend(statement.words)
        self.scope.open_heading(block.level, Passage(statement.text, statement.words))
        self.scope.open_for(found[1], draft, block.level)
        self._announce(found[0], role)
        return True

    def _titled_again(self, block: Heading, statement: Statement, label: PrintedLabel) -> bool:
        """`Objective 1: Better services` over what serves `1. Better services. We will …` of a list up front."""
        at = titled_before(statement.text, self.drafts, self.context)
        if at is None:
            return False
        self.drafts[at] = attrs.evolve(self.drafts[at], label=label.text, level=label.level or self.drafts[at].level)
        self.scope.make_way(block.level, "objective", label.level)
        self.scope.open_record(at, self.drafts[at], block.level)
        self.heading_words.extend(statement.words)
        return True

    def _listed_in_line(self, statement: Statement, label: PrintedLabel) -> bool:
        """`Key activities: nutrition screening; community gardens; policy research.`: a list behind its plural."""
        if label.number is not None or not label.text.endswith("s") or label.role not in ("action", "measure"):
            return False
        named = labelled(self._draft(statement, label.role, "prose", f"label: {label.text}"), self.context)  # type: ignore[arg-type]
        words = named.words
        cuts = [0, *(at + 1 for at, word in enumerate(words[:-1]) if word.text.endswith(";"))]
        if named.label is None or len(cuts) < 2:
            return False
        self.scope.make_way_for(named.kind, None)
        for begin, end in itertools.pairwise([*cuts, len(words)]):
            part = Statement((words[begin:end],))
            self._add(self._draft(part, named.kind, "prose", f"label: {label.text}", score=0.7))
        return True

    def _printed_again(self, block: Heading, statement: Statement) -> bool:
        """A heading that prints an objective of an earlier list again: what follows stands under that objective."""
        at = listed_before(statement.text, self.drafts, self.context)
        if at is None:
            return False
        self.scope.make_way(block.level, "objective", None)
        self.scope.open_record(at, self.drafts[at], block.level)
        self.heading_words.extend(statement.words)
        return True

    def _announced_by(self, text: str) -> HeaderRole | None:
        """What a heading announces, also one that tells what its list is for or how something will be done."""
        found = heading_role(text, self.context.vocabulary)
        kind = asks_how(text) if found is None else None
        if kind is not None:
            return HeaderRole(role=kind, strength=0.95, term=text.casefold())
        short = without_purpose(text)
        found = heading_role(short, self.context.vocabulary) if found is None and short != text else found
        return self._repeated_part(text) if found is None else found

    def _repeated_part(self, text: str) -> HeaderRole | None:
        """`End of Term Outcome: Reading` again and again: the part of a form that its last noun names, whatever words
        stand before it."""
        name = text.partition(":")[0].strip()
        words = name.split()
        if name.casefold() not in self.repeated or not 2 <= len(words) <= 7 or words[0].endswith("ing"):
            return None
        if "and" in words or "&" in words:
            return None  # `Conclusions and Next Steps` at the head of each page is the title of a section
        role = header_role(words[-1], self.context.vocabulary)
        named = role is not None and role.role in STATEMENT_KINDS and role.strength >= 0.95
        return role if named and all(word[0].isupper() for word in (words[0], *words[-2:])) else None

    def _announce(self, text: str, announced: HeaderRole | None) -> None:
        """What the heading just opened says of what stands under it. Under a note (`Additional information`) no heading
        announces anything; one that ends in `Strategies` lists what will be done."""
        if _OF_DOCUMENT.match(text):
            return  # `Statement of Performance Expectations 2026`: what the whole document is
        strategies = _STRATEGIES.search(text) is not None
        speaks = SPEAKS_OF.search(text) is not None
        if (announced is None or announced.role == "note") and speaks:
            announced = HeaderRole(role="note", strength=1.0, term="note")
        if announced is None and strategies:
            announced = HeaderRole(role="action", strength=0.8, term="strategies")
        if announced is None or (announced.role == "note" and announced.strength <= 0.95):
            return
        named = announced.role in STATEMENT_KINDS and announced.strength >= 0.95
        if announced.role != "note" and self.scope.under_note(same_page=named) and not looks_ahead(text):
            return
        self.scope.announce(
            Announced(
                role=announced.role,
                level=announced.level,
                single=announced.term == "goal statement"
                or text.rstrip(":").casefold() in ("goal", "objective", "our goal"),
                topic=_topic(text, announced.term) if announced.role != "note" or not speaks else None,
                table=announced.role in self.over_tables.get(self.position, ()),
                items_only=strategies,
                counted=_COUNTED.search(announced.term) is not None,
                reports=speaks or REPORTS.search(announced.term) is not None,
            )
        )

    def _pseudo_heading(self, statement: Statement) -> bool:
        """A short line in the type of the text over the list that it names: `Goal Statement`, `Challenge`."""
        text = statement.text
        if len(text.split()) > (20 if text.isupper() else 10) or text.endswith((".", ";", ",")):
            return False
        announced = self._announced_by(text)
        named = announced is not None and announced.strength >= 0.95 and len(text.split()) <= 4
        named = named and not _is_said(text, label_of(text, self.context))
        asked = is_bold(statement) and (announced is not None or text.endswith("?"))
        asked = asked or is_title_in_capitals(text)
        if not named and not asked and not (self._over_items() and SPEAKS_OF.search(text)):
            return False
        self.heading_words.extend(statement.words)
        self._end_explanation(text, announced)
        self.scope.open_pseudo(Passage(text, statement.words), announced.level if announced is not None else None)
        self.above = []
        self._announce(text, announced)
        return True

    def _end_explanation(self, text: str, announced: HeaderRole | None) -> None:
        """`Objectives:` under `Rationale`, in bold or in the type of the text, is no part of it: the plan goes on with
        what it wants."""
        if announced is None or announced.role not in STATEMENT_KINDS or announced.strength < 0.95:
            return
        if len(text.split()) <= _BARE_LABEL and SAYS_WHY.match(self.scope.explanation()):
            self.scope.close_explanation()

    def _add_alone(self, draft: Draft) -> int:
        """Adds a draft; an aim that is all that its announcing heading says (`Goal 2 – Health` over one sentence), or
        that `Initiative: …` follows, is what the labelled statements after it serve."""
        block, following = self.blocks[self.position], self._following()
        before = self.blocks[self.position - 1] if self.position else None
        alone = isinstance(before, Heading) and not isinstance(following, type(block))
        if isinstance(block, Paragraph) and isinstance(following, Paragraph):
            label = label_of(block_statement(following.lines).text, self.context)
            alone = alone or (label is not None and label.kind == "word" and label.role in ("action", "measure"))
        sister = isinstance(block, Paragraph) and bool(self.alone.intersection(draft.under))
        if draft.kind != "objective" or not (alone or sister):
            return self._add(draft)
        self.scope.make_way_for("objective", draft.level)
        at = self._add(attrs.evolve(draft, under=self.scope.under()))
        self.scope.open_label(at, self.drafts[at])
        if isinstance(block, Paragraph):
            self.alone.add(at)
        return at

    def _over_items(self) -> bool:
        """Whether a list follows the block at hand."""
        return isinstance(self._following(), ListItem)

    def _following(self) -> object:
        """The block right behind the one at hand; None behind the last."""
        return next(iter(self.blocks[self.position + 1 : self.position + 2]), None)

    def _labelled_block(self, statement: Statement, basis: Basis, level: int | None) -> None:
        """`Goal 1: Increase …`; or the label alone, whose statement is the next block (`Action Item A (mt) ::`)."""
        label = label_of(statement.text, self.context)
        assert label is not None and label.role is not None
        if label.end < len(statement.text) and is_bare(statement.text[label.end :].strip(" :–—-")):
            return  # `Action Plan: July 2026 to June 2027`, `Action Plan: PDF`
        kind: Kind = label.role  # type: ignore[assignment]
        if label.number is not None:
            self.label_names.add(label.text[: -len(label.number)].strip(" #").casefold())
        if basis == "heading" and level is not None:
            self.scope.make_way(level, kind, label.level)
        # `Objective: …` under `Commitment 2` tells what that is for: the milestones stay the commitment's.
        aside = kind == "objective" and label.number is None and self.scope.right_under("action", self.drafts)
        if not aside:
            self.scope.make_way_for(kind, label.level)
        draft = self._draft(statement, kind, basis, f"label: {label.text}")
        draft = attrs.evolve(draft, score=0.85)
        if label.end >= len(statement.text):
            self.pending = attrs.evolve(
                draft, label=label.text, label_words=statement.words, lines=(), text="",
                level=label.level if kind == "objective" else None,
            )  # fmt: skip
            self.pending_level = level
            return
        if self.position in self.over_aims and basis == "heading":
            self._title_over_aim(draft, label, level)
            return
        if basis == "heading" and level is not None and kind == "objective" and label.number:
            title = labelled(draft, self.context)
            following = self.blocks[self.position + 1 : self.position + 2]
            commanded = self.position + 1 in self.commands
            if names_topic(title.text) and following and not commanded and states_goal(following[0], self.context):
                self.heading_words.extend(title.words)
                named = Passage(title.text, title.words)
                self.pending, self.pending_level = attrs.evolve(title, lines=(), text="", category=named), level
                return
        if label.text.casefold().startswith("goal statement") or (label.text.casefold() == "goal" and not self.drafts):
            draft = attrs.evolve(draft, announced_goal=True)
        at = self._add(labelled(draft, self.context))
        if basis == "heading" and level is not None:
            self.scope.open_record(at, self.drafts[at], level)
        elif not aside:
            self.scope.open_label(at, self.drafts[at])

    def _title_over_aim(self, draft: Draft, label: PrintedLabel, level: int | None) -> None:
        """`Goal 1: A strong team` over the sentence that says what the goal is: its number and its group."""
        named = labelled(draft, self.context)
        self.pending = attrs.evolve(
            draft, label=named.label, label_words=named.label_words, lines=(), text="", level=label.level,
            category=Passage(named.text, named.words),
        )  # fmt: skip
        self.pending_level = level


def _states(text: str, label: PrintedLabel) -> bool:
    """`GOAL: Mend all roads by the harbour.`: a statement behind its label, and no heading over goals."""
    return not label.text.endswith("s") and len(text[label.end :].split()) >= 4 and tells(text[label.end :])


def _is_said(text: str, label: PrintedLabel | None) -> bool:
    """`Outcome: Boats are safe`: a statement behind its label; `Key Milestones: Lean Events` heads a list."""
    if label is None or label.kind != "word" or label.role not in STATEMENT_KINDS or label.text.endswith("s"):
        return False
    return text[label.end - 2 : label.end].strip() == ":" and len(text[label.end :].split()) >= 2


def _topic(text: str, term: str) -> str | None:
    """What an announcing heading groups by: `Key Milestones: Lean Events`, `Key Milestones (Lean Events)`; None for one
    that is the header word alone (`Key Milestones`)."""
    if _ASKS.match(text) or without_purpose(text) != text:
        return None
    text = _CONTINUED.sub("", text)
    before, colon, after = text.partition(":")
    if colon and after.strip():
        return after.strip()
    bracketed = _IN_BRACKETS.search(text)
    if bracketed is not None and len(text[: bracketed.start()].split()) <= len(term.split()) + 1:
        return str(bracketed.group("topic"))
    return before if len(before.split()) > len(term.split()) + 1 else None


def is_bold(statement: Statement) -> bool:
    """Whether the whole statement is printed in bold: more than an emphasis in running text."""
    return all(word.bold for word in statement.words)


def _names_several(text: str, label: PrintedLabel) -> bool:
    """`National priorities: reform plan`: a name in the plural, without a number, before a title that tells nothing."""
    plural = label.number is None and label.text.casefold().endswith("s")
    return plural and not tells(text[label.end :].strip())


def _without_number(text: str, label: object) -> str:
    end = getattr(label, "end", 0) if getattr(label, "kind", "") == "number" else 0
    return text[end:].rstrip(":") or text
