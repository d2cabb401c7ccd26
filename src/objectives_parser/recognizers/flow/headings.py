"""Headings: what they open for what stands under them, where they state nothing themselves."""

from __future__ import annotations

import attrs

from objectives_parser.document import Heading, Paragraph
from objectives_parser.drafts import Draft, Passage
from objectives_parser.labelling import label_of
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.recognizers.flow.stating_headings import StatingHeadingReader
from objectives_parser.recognizers.flow.strategies import make_strategies
from objectives_parser.recognizers.namesakes import named_item, served_by
from objectives_parser.recognizers.parts import begins_annex
from objectives_parser.recognizers.unsaying import is_axis
from objectives_parser.recognizers.wordings import CAPTION, TELLS_OF_NUMBERED, TERM, is_rank
from objectives_parser.records import SERVING, STATEMENTS
from objectives_parser.roles import HeaderRole, PrintedLabel, header_role, heading_role
from objectives_parser.statements import Statement, block_statement, cut_at
from objectives_parser.values import due_in_statement, due_of_cell, is_value_only

_SURE = 0.95
_DASHES = frozenset("-–—*oO")
_LEAST_OF_AIM = 4  # words
_DEEPEST = 9


@attrs.define(kw_only=True, eq=False)
class HeadingReader(StatingHeadingReader):
    """Reads headings. ``part`` is the level of the headings that are parts of a label in the text, and its record;
    ``numbered_title`` the number of the last heading, if that is all its label."""

    part: tuple[int, int] | None = None
    numbered_title: str | None = None

    def heading(self, block: Heading) -> None:
        """Reads a heading: as what it states, or else as what it opens."""
        statement = self._without_square(block_statement(block.lines))
        if TELLS_OF_NUMBERED.fullmatch(statement.text):
            block = attrs.evolve(block, level=_DEEPEST)
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
        if label is None and announced is None and self._stated_by_neighbours(block, statement, titled):
            return
        if self.position in self.ahead.headings.over_deeds:
            self._title_over_statement(block, statement, "action", "code: over what will be done")
            return
        if self.position in self.ahead.headings.over_goals:
            self._title_over_statement(block, statement, "objective", "title: over what is wanted, under its goals")
            return
        if self._serves_labelled(block, statement) or self._labelled_heading(block, statement, label, announced):
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

    def _without_square(self, statement: Statement) -> Statement:
        """`■ CLEAN OUR GRID`: a heading without the bullet before it."""
        first = statement.words[0] if len(statement.words) > 1 else None
        if first is None or not is_bullet(first) or first.text in _DASHES:
            return statement
        self.heading_words.append(first)
        return cut_at(statement, [1])[1]

    def _stated_by_neighbours(self, block: Heading, statement: Statement, titled: Draft | None) -> bool:
        """Whether the label that a bare heading bears at its end, or the block over it, says what it states."""
        return (
            self._label_at_end(block, statement)
            or self._titles_label(block, statement, titled)
            or self._states_one_target(statement)
        )

    def _no_heading(self, statement: Statement) -> bool:
        """A field of the record above, the axis of a chart or a caption, printed in the type of a heading."""
        text = statement.text
        if self._field_line(statement) or self._note_line(text):
            return True
        if is_axis(text) and len(text.split()) > 1 and self.position not in self.ahead.headings.of_year:
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
        return is_value_only(value) or name.strip().casefold() in self.ahead.headings.repeated

    def _open(
        self, block: Heading, statement: Statement, label: PrintedLabel | None, announced: HeaderRole | None
    ) -> None:
        """Opens a heading that states no record itself: what it groups, dates and announces."""
        text = statement.text
        self.heading_words.extend(statement.words)
        level = self._level_in_label(block) or block.level + self._is_inside(block, text, announced)
        self.scope.make_way(level)
        if announced is None:
            self.given.clear()
        self._end_explanation(text, announced)
        self.scope.open_heading(level, Passage(_without_number(text, label), statement.words))
        if TERM.match(text) and (due := due_in_statement(text, self.context.fiscal)) is not None:
            self.scope.due_for_all(due)
        if self.position in self.ahead.headings.of_year:
            due = due_of_cell(text.rstrip(" :"), self.context.fiscal)
            if due is not None:
                self.scope.due_for_all(due)
        self.above = [(statement, "heading")] if len(text.split()) >= _LEAST_OF_AIM else []
        self._announce(text, announced)

    def _is_inside(self, block: Heading, text: str, announced: HeaderRole | None) -> bool:
        """Whether a heading stands inside another of its own level: converters tell no levels, and plans set parts in
        the type of what they are parts of."""
        title = self.scope.heading_of(block.level)
        if self.position - 1 in self.ahead.headings.over_lists:
            return True  # `Strategies` in the type of the title over `To heal the sick.`, which the strategies serve
        if self.position in self.ahead.headings.of_year and title is not None and title.announced is not None:
            return True  # `By 2027` in the type of `Our targets`
        if announced is None:
            return False
        again = text.casefold().strip(" :?") in self.ahead.headings.repeated
        return (again and self._is_part_again(block, announced)) or (
            announced.role in SERVING and self._serves_one_aim(block)
        )

    def _is_part_again(self, block: Heading, announced: HeaderRole) -> bool:
        """Whether a heading printed again and again is a part of what stands open: `What will we do?` in the type of
        `Priority 1: …`, under each priority."""
        scope, level = self.scope, block.level
        of_record = announced.role != "objective" and scope.names_record(level) and not scope.ends_parts(level)
        return (
            of_record
            or scope.holds_wider(level, announced.role, announced.level)
            or scope.labels_in_text(level, self.drafts)
            or self._parts_a_title(block)
        )

    def _serves_one_aim(self, block: Heading) -> bool:
        """Whether a heading over what serves an aim stands under the only one: `Success criteria` in the type of
        `Priority One` on the page of one aim."""
        if self.scope.lists_one_aim(block.level, self.drafts):
            return True
        aims = sum(draft.kind == "objective" and draft.basis == "heading" for draft in self.drafts)
        return aims == 1 and self.scope.names_record(block.level) and not isinstance(self._following(), Heading)

    def _parts_a_title(self, block: Heading) -> bool:
        """Whether a heading that announces something, again under each title of its own level, is a part of the title
        right over it, or of that which its sister is a part of: `Skills` over `Objectives` and `Measures`, then
        `Pay` over the same two, as converters write them who tell no levels."""
        title = self.scope.heading_of(block.level)
        if title is None or title.announced is not None or title.record is not None or title.passage is None:
            return False
        if title.passage.text.casefold().strip(" :?") in self.ahead.headings.repeated:
            return False
        before = self.blocks[self.position - 1] if self.position else None
        return isinstance(before, Heading) or self.scope.announces_at(block.level + 1)

    def _level_in_label(self, block: Heading) -> int | None:
        """The level of a heading that is a part of what a numbered label in the text right over it states, again under
        each (`Objective #2: …` over `Background` and `Action plan`), or that stands beside such a part."""
        text = block_statement(block.lines).text.casefold().strip(" :?")
        if not self.scope.labels or text not in self.ahead.headings.repeated or text[:1].isdigit():
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


def _without_number(text: str, label: PrintedLabel | None) -> str:
    end = label.end if label is not None and label.kind == "number" else 0
    return text[end:].rstrip(":") or text
