"""Headings that state a record: labelled, restated by the text below, or printed again over what serves it."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph, Table
from objectives_parser.drafts import Draft, Passage
from objectives_parser.labelling import drop_words, label_of, labelled
from objectives_parser.recognizers.commands import block_text
from objectives_parser.recognizers.fieldlines import field_line
from objectives_parser.recognizers.flow.captions import CaptionReader
from objectives_parser.recognizers.flow.labels import is_said, names_record, names_several, states
from objectives_parser.recognizers.flow.titled_goals import leads_from_goal, states_goal
from objectives_parser.recognizers.namesakes import coded_before, listed_before, titled_before
from objectives_parser.recognizers.wordings import NAMED_INDICATOR, SPEAKS_OF, tells
from objectives_parser.records import Kind
from objectives_parser.roles import HeaderRole, PrintedLabel
from objectives_parser.statements import Statement, block_statement, cut_at

_LONGEST_LABEL, _LEAST_STATED, _LEAST_AIM = 4, 5, 3  # words
_ONE_TARGET = regex.compile(r"(?:(?:our|the|key|headline) )?target:?", regex.IGNORECASE)
_FIGURE = regex.compile(r"\d")
# `Empower Ashford Plan`: the name of a document, each of whose few words has a capital
_DOCUMENT = regex.compile(r"(?:\p{Lu}[\p{L}’'-]*\s){1,4}(?i:plan|strategy|report|programme?|framework|agenda|roadmap)")
# `Outcome: Reading` may be the name of a list of outcomes
_SISTER_AIMS = frozenset(("priority", "goal", "objective", "aim", "ambition"))


@attrs.define(kw_only=True, eq=False)
class StatingHeadingReader(CaptionReader):
    """Reads such headings. ``listed_level`` is the level of headings that a lead-in lists, ``listed_kind`` what they
    are; ``restated`` the position of a paragraph that was read with the heading over it."""

    listed_level: int | None = None
    listed_kind: Kind = "action"
    restated: int | None = None

    def _restates(self, statement: Statement) -> bool:
        """`Commitment` over `The ministry will name all owners.`, under `Commitment 4: Open companies`: the paragraph
        says what the title is the name of."""
        at, following = self.scope.current(), self._following()
        if at is None or at != len(self.drafts) - 1 or not isinstance(following, Paragraph):
            return False
        draft = self.drafts[at]
        level = (draft.label or "").rstrip(" .0123456789").casefold()
        said = statement.text.casefold().rstrip(" :")
        name = said.removesuffix(" statement")
        numbered = level != (draft.label or "").casefold() or name != said  # `Goal statement` under `Priority goal: …`
        if draft.basis != "heading" or not numbered or draft.category is not None:
            return False
        if not (name == level or level.endswith(f" {name}")) or not states_goal(following, self.context):
            return False
        stated = block_statement(following.lines)
        title = Passage(draft.text, draft.words)
        self.drafts[at] = attrs.evolve(draft, lines=stated.lines, text=stated.text, category=title)
        self.heading_words.extend((*statement.words, *title.words))
        self.restated = self.position + 1
        return True

    def _states_one_target(self, statement: Statement) -> bool:
        """`Halve waiting times by 2030` in larger type under `Our target`: what is to be reached, and no section."""
        before = self.blocks[self.position - 1] if self.position else None
        if not isinstance(before, Heading) or len(statement.text.split()) < _LEAST_STATED:
            return False
        name = " ".join(line.text for line in before.lines)
        if _ONE_TARGET.fullmatch(name) is None or not (tells(statement.text) or _FIGURE.search(statement.text)):
            return False
        kind: Kind = "measure" if self._under_aim() else "objective"
        self._add(labelled(self._draft(statement, kind, "heading", f"heading: {name.casefold()}"), self.context))
        return True

    def _label_on_line(self, block: Heading, statement: Statement) -> bool:
        """`Strategic aim 1` on a line of its own over `Great care for all` in one heading: its label, and what it
        states."""
        if len(block.lines) < len(("label", "statement")) or block.lines[0].text[-1:] == ":":
            return False
        first = block.lines[0].text
        label = label_of(first, self.context)
        if label is None or label.kind != "word" or not label.number or label.end < len(first):
            return False
        if not names_record(label) or not block.lines[1].text[:1].isupper():
            return False
        above, below = cut_at(statement, [len(block.lines[0].words)])
        self._labelled_block(above, "heading", block.level)
        if self.pending is not None:
            self._finish_pending(below)
        return True

    def _label_at_end(self, block: Heading, statement: Statement) -> bool:
        """`Safe harbours: Stretch outcome 4` over its statement: a group's name, and the label of what follows."""
        name, colon, tail = statement.text.rpartition(": ")
        label = label_of(tail, self.context) if colon else None
        if label is None or label.kind != "word" or label.role != "objective" or not label.number:
            return False
        if label.end < len(tail) or not isinstance(self._following(), Heading | Paragraph) or ":" in name:
            return False
        if label_of(name, self.context) is not None or len(block_text(self._following()).split()) < _LEAST_STATED:
            return False
        count = len(f"{name}:".split())
        group = statement.words[:count]
        self._labelled_block(cut_at(statement, [count])[1], "heading", block.level)
        self.heading_words.extend(group)
        if self.pending is not None:
            self.pending = attrs.evolve(self.pending, category=Passage(name, group))
        return True

    def _title_over_statement(self, block: Heading, statement: Statement, kind: Kind, evidence: str) -> None:
        """`B-2 Streets for people` over what will be done, `1. Clean power` over what is wanted: the statement's number
        and its group."""
        self.scope.make_way(block.level, kind, None)
        draft = labelled(self._draft(statement, kind, "heading", evidence), self.context)
        self.heading_words.extend(draft.words)
        self._wait(attrs.evolve(draft, category=Passage(draft.text, draft.words)), block.level)

    def _labelled_heading(
        self, block: Heading, statement: Statement, label: PrintedLabel | None, announced: HeaderRole | None
    ) -> bool:
        """`Goal 1: Increase …`: a record, but for `Goals: …` over several."""
        text = statement.text
        if not names_record(label) or names_several(text, label) or _names_plan(text, label):
            return False
        if label.number is None and self.ahead.headings.aims.get(self.position) == "objective":
            return False
        said = states(text, label) or self._is_sister_aim(text, label) or self._over_fields(text, label)
        if not (label.number or announced is None or said):
            return False
        if not self._titled_again(block, statement, label):
            self._labelled_block(statement, "heading", block.level)
        return True

    def _is_sister_aim(self, text: str, label: PrintedLabel) -> bool:
        """`Priority: Preventing serious violence` where another heading is `Priority: Supporting victims`: both are
        aims, however short; an outcome is one over what serves it."""
        if label.text.casefold() not in self.ahead.headings.repeated or not is_said(text, label):
            return False
        return label.level in _SISTER_AIMS or (label.level == "outcome" and self._names_part(self._following()))

    def _over_fields(self, text: str, label: PrintedLabel) -> bool:
        """`Milestone: Form asks only for what the record lacks` over `Target date: …` or `Status: …`: the title of a
        card is what its label names."""
        following = self._following()
        if not isinstance(following, Paragraph) or not is_said(text, label):
            return False
        line = field_line(block_statement(following.lines), self.context)
        return line is not None and line.role in ("due", "owner", "status", "target", "baseline")

    def _titles_label(self, block: Heading, statement: Statement, titled: Draft | None) -> bool:
        """`Strategic Goal 2` on a line of its own, over its statement in larger or other type: a heading each, or the
        label in small type (a coloured tab) over the title."""
        before = self.blocks[self.position - 1] if self.position else None
        if titled is None or not isinstance(before, Heading | Paragraph):
            return False
        small = isinstance(before, Paragraph)
        if small and not (titled.kind in ("objective", "action") and titled.label and titled.label[-1].isalnum()):
            return False
        if len((titled.label or "").split()) > _LONGEST_LABEL:
            return False  # `Existing work that feeds into Target 4`: a heading of its own
        if SPEAKS_OF.search(statement.text):
            return False
        level = block.level if isinstance(before, Paragraph) else min(block.level, before.level)
        self.scope.make_way(level, titled.kind, titled.level)
        following = self._following()
        if titled.kind == "objective" and not tells(statement.text) and leads_from_goal(following, self.context):
            # `Objective 1`, `Community relations` over `We will listen to all. We will do this by:` and its list
            self.heading_words.extend(statement.words)
            self.pending = attrs.evolve(titled, category=Passage(statement.text, statement.words))
            self.pending_level = level
            return True
        draft = attrs.evolve(titled, lines=statement.lines, text=statement.text, under=self.scope.under())
        at, self.pending_level = self._add(draft), None
        self.scope.open_record(at, self.drafts[at], level)
        return True

    def _named_indicator(self, statement: Statement) -> None:
        """`Key Indicators – Average length of homelessness`: what the heading names is the measure."""
        named = NAMED_INDICATOR.match(statement.text)
        if named is not None and len(named.group("name").split()) >= 2:
            count = len(statement.words) - len(named.group("name").split())
            rest = attrs.evolve(statement, lines=drop_words(statement.lines, count))
            self._add(self._draft(rest, "measure", "heading", "heading: names an indicator", score=0.6))

    def _unlabelled_record(self, block: Heading, statement: Statement) -> bool:
        """A heading that states an aim over its list, or that is an item of a lead-in's list."""
        if self.listed_level is not None and block.level < self.listed_level:
            self.listed_level = None
        kind: Kind | None = None
        if self.listed_level == block.level and self._announced_by(statement.text) is None:
            kind, evidence = self.listed_kind, "lead-in: a list of headings"
        elif self.position in self.ahead.headings.aims and (
            self.ahead.headings.aims[self.position] == "action"
            or not self._among_deeds(block.level)
            or self._numbered_under_aim(statement)
        ):
            kind, evidence = self.ahead.headings.aims[self.position], "wording: sister headings that tell what to do"
        if kind != "objective" and self.position in self.ahead.headings.over_parts:
            kind, evidence = "objective", "title: over what will be done and how one will know"
        if kind is None and self._over_labelled_deeds(statement):
            kind, evidence = "objective", "wording: tells what to do, over labelled actions"
        if kind is None or self.position + 1 in self.ahead.paragraphs.followed.states:
            return False
        self.scope.make_way(block.level, kind, None)
        at = self._add(labelled(self._draft(statement, kind, "heading", evidence, score=0.55), self.context))
        self.scope.open_record(at, self.drafts[at], block.level)
        return True

    def _over_labelled_deeds(self, statement: Statement) -> bool:
        """`Provide care close to home` right over `Commitment 1`: what the commitments are for."""
        following = self._following()
        if not isinstance(following, Heading) or len(statement.words) < _LEAST_AIM or not tells(statement.text):
            return False
        if _DOCUMENT.fullmatch(statement.text):
            return False
        label = label_of(block_text(following), self.context)
        return label is not None and label.kind == "word" and label.role == "action" and label.number is not None

    def _among_deeds(self, level: int) -> bool:
        """Whether a heading above one of that level says that actions are listed here, and no nearer one otherwise."""
        return self.scope.table_kind() == "action" and self.scope.kind_above(level) == "action"

    def _numbered_under_aim(self, statement: Statement) -> bool:
        """`1.1 Raise productivity` below the aim `1. A resilient sector`, whatever the heading between them says."""
        label = label_of(statement.text, self.context)
        if label is None or label.kind != "number":
            return False
        number = label.text.rstrip(".").rpartition(".")[0]
        aims = (self.drafts[at] for at in self.scope.under())
        return bool(number) and any(
            aim.kind == "objective" and (aim.label or "").split(" ")[-1].rstrip(".:") == number for aim in aims
        )

    def _titled_again(self, block: Heading, statement: Statement, label: PrintedLabel) -> bool:
        """`Objective 1: Better services` over what serves `1. Better services. We will …` of a list up front."""
        at = titled_before(statement.text, self.drafts, self.context)
        if at is None:
            return False
        self.drafts[at] = attrs.evolve(self.drafts[at], label=label.text, level=label.level or self.drafts[at].level)
        self._open_again(block, statement, at, label.level)
        return True

    def _open_again(self, block: Heading, statement: Statement, at: int, level: str | None) -> None:
        """Opens an objective of an earlier list for what stands under its second print."""
        self.scope.make_way(block.level, "objective", level)
        self.scope.open_record(at, self.drafts[at], block.level)
        self.heading_words.extend(statement.words)

    def _printed_again(self, block: Heading, statement: Statement) -> bool:
        """A heading that prints an objective of an earlier list again: what follows stands under that objective."""
        at = listed_before(statement.text, self.drafts, self.context)
        if at is None and isinstance(self._following(), Table | ListItem | Heading):
            at = coded_before(statement.text.rstrip(":"), self.drafts)  # `SO1` over what serves it
        if at is None:
            return False
        self._open_again(block, statement, at, None)
        return True


def _names_plan(text: str, label: PrintedLabel) -> bool:
    """`Targeted action plan: Jobs for people with disability`: the title of the document or of a part of it."""
    return label.number is None and label.text.casefold().endswith("plan") and not tells(text[label.end :].strip())
