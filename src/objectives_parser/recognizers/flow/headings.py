"""Headings: what they state, what they open, and which record of an earlier list they print again."""

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
from objectives_parser.recognizers.flow.strategies import make_strategies
from objectives_parser.recognizers.flow.titled_goals import states_goal
from objectives_parser.recognizers.namesakes import (
    coded_before,
    listed_before,
    named_item,
    served_by,
    titled_before,
)
from objectives_parser.recognizers.parts import begins_annex
from objectives_parser.recognizers.unsaying import is_axis
from objectives_parser.recognizers.wordings import CAPTION, NAMED_INDICATOR, SPEAKS_OF, TERM, is_rank, tells
from objectives_parser.records import SERVING, STATEMENTS, Kind
from objectives_parser.roles import HeaderRole, PrintedLabel, header_role, heading_role
from objectives_parser.statements import Statement, block_statement, cut_at
from objectives_parser.values import due_in_statement, due_of_cell, is_value_only

_LONGEST_LABEL, _LEAST_STATED = 4, 5  # words
_SURE = 0.95
_ONE_TARGET = regex.compile(r"(?:(?:our|the|key|headline) )?target:?", regex.IGNORECASE)
_FIGURE = regex.compile(r"\d")
# `Outcome: Reading` may be the name of a list of outcomes
_SISTER_AIMS = frozenset(("priority", "goal", "objective", "aim", "ambition"))


@attrs.define(kw_only=True, eq=False)
class HeadingReader(CaptionReader):
    """Reads headings. ``part`` is the level of the headings that are parts of a label in the text, and its record."""

    part: tuple[int, int] | None = None
    restated: int | None = None  # the position of a paragraph that was read with the heading over it

    def heading(self, block: Heading) -> None:
        statement = block_statement(block.lines)
        titled, self.pending = self.pending, None
        self.numbered_title = None
        if begins_annex(statement.text):
            self.scope.close_all()
        if self._captioned_result(statement, block.level):
            return
        if self._followed_up(statement) or self._in_schedule(statement, "heading") or self._no_heading(statement):
            return
        if self._restates(statement) or self._opens_owners(statement):
            return
        label = label_of(statement.text, self.context)
        if label is None and self._label_on_line(block, statement):
            return
        announced = self._announced_by(statement.text) or self._announced_on_line(block)
        if label is None and announced is None and self._label_at_end(block, statement):
            return
        if label is None and announced is None and self._titles_label(block, statement, titled):
            return
        if label is None and announced is None and self._states_one_target(statement):
            return
        if self.position in self.over_deeds:
            self._title_over_deed(block, statement)
            return
        named = label is not None and label.number is None and self.aims.get(self.position) == "objective"
        if self._serves_labelled(block, statement) or (
            not named and self._labelled_heading(block, statement, label, announced)
        ):
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

    def _title_over_deed(self, block: Heading, statement: Statement) -> None:
        """`B-2 Streets for people` over what will be done: its number and its group."""
        self.scope.make_way(block.level, "action", None)
        draft = labelled(self._draft(statement, "action", "heading", "code: over what will be done"), self.context)
        self.heading_words.extend(draft.words)
        self._wait(attrs.evolve(draft, category=Passage(draft.text, draft.words)), block.level)

    def _no_heading(self, statement: Statement) -> bool:
        """A field of the record above, the axis of a chart or a caption, printed in the type of a heading."""
        text = statement.text
        if self._field_line(statement) or self._note_line(text):
            return True
        if is_axis(text) and len(text.split()) > 1 and self.position not in self.of_year:
            return True  # `SY14-15 SY15-16 SY16-17` under a chart, in bold
        caption = CAPTION.match(text)
        if caption is not None:
            self._caption(statement, of_table=caption.group("of").casefold() == "table")
            return True
        return self._count_caption(statement, "heading")

    def _note_line(self, text: str) -> bool:
        """`Weight: 40%`, or `Alignment: Goal 2` again and again: a note in a line of its own, no section."""
        name, colon, value = text.partition(": ")
        role = header_role(name, self.context.vocabulary) if colon else None
        if role is not None and role.level == "priority" and is_rank(value):
            return True  # `Priority: High`
        if role is None or role.role != "note" or role.strength < _SURE:
            return False
        return is_value_only(value) or name.strip().casefold() in self.repeated

    def _labelled_heading(
        self, block: Heading, statement: Statement, label: PrintedLabel | None, announced: HeaderRole | None
    ) -> bool:
        """`Goal 1: Increase …`: a record, but for `Goals: …` over several."""
        text = statement.text
        if not names_record(label) or names_several(text, label) or _names_plan(text, label):
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
        if label.text.casefold() not in self.repeated or not is_said(text, label):
            return False
        return label.level in _SISTER_AIMS or (label.level == "outcome" and self._names_part(self._following()))

    def _over_fields(self, text: str, label: PrintedLabel) -> bool:
        """`Milestone: Form asks only for what the record lacks` over `Target date: …` or `Status: …`: the title of a
        card is what its label names."""
        following = self._following()
        if not isinstance(following, Paragraph) or not is_said(text, label):
            return False
        line = field_line(block_statement(following.lines), self.context)
        return line is not None and line.role in ("due", "owner", "status")

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
            (
                announced.role != "objective"
                and self.scope.names_record(block.level)
                and not self.scope.ends_parts(block.level)
            )
            or self.scope.holds_wider(block.level, announced.role, announced.level)
        )  # fmt: skip
        inside = inside or (part and self.scope.labels_in_text(block.level, self.drafts))
        inside = inside or (
            announced is not None and announced.role in SERVING and self.scope.lists_one_aim(block.level, self.drafts)
        )
        inside = inside or (part and self._parts_a_title(block))
        # `Success criteria` in the type of `Priority One` on the page of one aim
        inside = inside or (
            announced is not None and announced.role in SERVING and self.scope.names_record(block.level)
            and sum(draft.kind == "objective" and draft.basis == "heading" for draft in self.drafts) == 1
            and not isinstance(self._following(), Heading)
        )  # fmt: skip
        # `Strategies` in the type of the title over `To heal the sick.`, which the strategies serve
        inside = inside or self.position - 1 in self.over_lists
        # `By 2027` in the type of `Our targets`
        title = self.scope.heading_of(block.level)
        inside = inside or (self.position in self.of_year and title is not None and title.announced is not None)
        level = self._level_in_label(block) or (block.level + 1 if inside else block.level)
        self.scope.make_way(level)
        if announced is None:
            self.given.clear()
        self._end_explanation(text, announced)
        self.scope.open_heading(level, Passage(_without_number(text, label), statement.words))
        if TERM.match(text) and (due := due_in_statement(text, self.context.fiscal)) is not None:
            self.scope.due_for_all(due)
        if self.position in self.of_year:
            due = due_of_cell(text.rstrip(" :"), self.context.fiscal)
            if due is not None:
                self.scope.due_for_all(due)
        self.above = [(statement, "heading")] if len(text.split()) >= 4 else []
        self._announce(text, announced)

    def _parts_a_title(self, block: Heading) -> bool:
        """Whether a heading that announces something, again under each title of its own level, is a part of the title
        right over it, or of that which its sister is a part of: `Skills` over `Objectives` and `Measures`, then
        `Pay` over the same two, as converters write them who tell no levels."""
        title = self.scope.heading_of(block.level)
        if title is None or title.announced is not None or title.record is not None or title.passage is None:
            return False
        if title.passage.text.casefold().strip(" :?") in self.repeated:
            return False
        before = self.blocks[self.position - 1] if self.position else None
        return isinstance(before, Heading) or self.scope.announces_at(block.level + 1)

    def _level_in_label(self, block: Heading) -> int | None:
        """The level of a heading that is a part of what a numbered label in the text right over it states, again under
        each (`Objective #2: …` over `Background` and `Action plan`), or that stands beside such a part."""
        text = block_statement(block.lines).text.casefold().strip(" :?")
        if not self.scope.labels or text not in self.repeated or text[:1].isdigit():
            return None
        label = self.scope.labels[-1]
        if self.part == (block.level, label.at):
            return label.closes_at + 1
        draft, before = self.drafts[label.at], self.blocks[self.position - 1] if self.position else None
        numbered = draft.basis == "prose" and (draft.label or "")[-1:].isdigit()
        if label.closes_at < block.level or not numbered or not isinstance(before, Paragraph):
            return None
        if not draft.lines or not any(word is draft.lines[-1][-1] for word in before.lines[-1].words):
            return None
        sister = self.drafts[label.at - 1] if label.at else None
        if sister is not None and (sister.basis, sister.level) == ("prose", draft.level) and self.position > 1:
            above = self.blocks[self.position - 2]
            if isinstance(above, Paragraph) and any(word is sister.lines[-1][-1] for word in above.lines[-1].words):
                return None  # `Strategy 1: …`, `Strategy 2: …` one under the other, then `Key milestones` on each slide
        self.part = (block.level, label.at)
        return label.closes_at + 1

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
            kind, evidence = "action", "lead-in: a list of headings"
        elif self.position in self.aims and (
            self.aims[self.position] == "action"
            or not self._among_deeds(block.level)
            or self._numbered_under_aim(statement)
        ):
            kind, evidence = self.aims[self.position], "wording: sister headings that tell what to do"
        if kind != "objective" and self.position in self.over_parts:
            kind, evidence = "objective", "title: over what will be done and how one will know"
        if kind is None or self.position + 1 in self.followed.states:
            return False
        self.scope.make_way(block.level, kind, None)
        at = self._add(labelled(self._draft(statement, kind, "heading", evidence, score=0.55), self.context))
        self.scope.open_record(at, self.drafts[at], block.level)
        return True

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

    def _serves_labelled(self, block: Heading, statement: Statement) -> bool:
        """`Actions for Target 1`, `Key milestones: Online services`: a heading over what serves the record with that
        label or name."""
        found = served_by(statement.text, self.drafts) or named_item(statement.text, self.drafts)
        role = heading_role(found[0], self.context.vocabulary) if found is not None else None
        if found is None or role is None or role.role not in STATEMENTS:
            return False
        make_strategies(self.drafts, found[1])
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
        self._open_again(block, statement, at, label.level)
        return True

    def _printed_again(self, block: Heading, statement: Statement) -> bool:
        """A heading that prints an objective of an earlier list again: what follows stands under that objective."""
        at = listed_before(statement.text, self.drafts, self.context)
        if at is None and isinstance(self._following(), Table | ListItem | Heading):
            at = coded_before(statement.text.rstrip(":"), self.drafts)  # `SO1` over what serves it
        if at is None:
            return False
        self._open_again(block, statement, at, None)
        return True

    def _open_again(self, block: Heading, statement: Statement, at: int, level: str | None) -> None:
        """Opens an objective of an earlier list for what stands under its second print."""
        self.scope.make_way(block.level, "objective", level)
        self.scope.open_record(at, self.drafts[at], block.level)
        self.heading_words.extend(statement.words)


def _without_number(text: str, label: object) -> str:
    end = getattr(label, "end", 0) if getattr(label, "kind", "") == "number" else 0
    return text[end:].rstrip(":") or text


def _names_plan(text: str, label: PrintedLabel) -> bool:
    """`Targeted action plan: Jobs for people with disability`: the title of the document or of a part of it."""
    return label.number is None and label.text.casefold().endswith("plan") and not tells(text[label.end :].strip())
