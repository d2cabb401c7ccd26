"""What a look ahead told of blocks: results over tables, cards, schedules, and states under paragraphs."""

from __future__ import annotations

import attrs

from objectives_parser.document import Word
from objectives_parser.drafts import Passage
from objectives_parser.frozen import evolve
from objectives_parser.labelling import drop_words
from objectives_parser.recognizers.fieldlines import field_line, with_field
from objectives_parser.recognizers.flow.field_lines import FieldLineReader
from objectives_parser.recognizers.schedules import names_times
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import Basis, Due, Kind
from objectives_parser.statements import Statement
from objectives_parser.values import due_of_cell


@attrs.define(kw_only=True, eq=False)
class ForetoldReader(FieldLineReader):
    """Reads such blocks. ``results_at`` and ``carded`` are the drafts of results and of cards by their positions,
    ``followed_at`` is the last draft with a state under it, ``scheduled`` the date that stands open, and its words."""

    scheduled: tuple[Due | None, tuple[Word, ...]] = (None, ())
    followed_at: int | None = None
    carded: dict[int, int] = attrs.field(factory=dict)
    results_at: dict[int, int] = attrs.field(factory=dict)

    def _captioned_result(self, statement: Statement, level: int) -> bool:
        """A result over the table of its indicators; or printed again, over what will be done for it."""
        if self.position in self.ahead.headings.results.again:
            at = self.results_at.get(self.ahead.headings.results.again[self.position])
            if at is None:
                return False
            self.scope.make_way(level, "objective", self.drafts[at].level)
            self.heading_words.extend(statement.words)
        elif self.position in self.ahead.headings.results.first:
            count = self.ahead.headings.results.first[self.position]
            self.scope.make_way(level, "objective", "result")
            self.heading_words.extend(statement.words[:count])
            rest = evolve(statement, lines=drop_words(statement.lines, count))
            draft = self._draft(rest, "objective", "heading", "caption: over its indicators, and again", score=0.6)
            at = self.results_at[self.position] = self._add(evolve(draft, level="result"))
        else:
            return False
        self.scope.open_record(at, self.drafts[at], level)
        return True

    def _on_card(self, statement: Statement) -> bool:
        """What a card tells under its name, and the lines of it that say who leads that."""
        if self.position in self.ahead.paragraphs.cards.texts:
            evidence = "field: who leads it, under it"
            self.carded[self.position] = self._add(self._draft(statement, "action", "prose", evidence, score=0.6))
            return True
        if self.position in self.ahead.paragraphs.cards.names:
            self.heading_words.extend(statement.words)
            return True
        at = self.carded.get(self.ahead.paragraphs.cards.leads.get(self.position, -1))
        if at is None:
            return False
        line = None if self.position in self.ahead.paragraphs.cards.values else field_line(statement, self.context)
        if line is not None:
            self.drafts[at] = with_field(self.drafts[at], line, self.context)
            self.heading_words.extend(line.name_words)
        elif self.position in self.ahead.paragraphs.cards.values:
            self.drafts[at] = evolve(self.drafts[at], owner=Passage(statement.text, statement.words))
        return True

    def _in_schedule(self, statement: Statement, basis: Basis) -> bool:
        """`March 2019` over what is to be done then, or one of these things, behind their date or under it."""
        count = self.ahead.paragraphs.schedule.dates.get(self.position, 0)
        if not count and self.position not in self.ahead.paragraphs.schedule.under:
            return False
        if count:
            words = statement.words[:count]
            due = due_of_cell(" ".join(word.text for word in words).rstrip(":"), self.context.fiscal)
            self.scheduled = (due, words)
            sign = count < len(statement.words) and not any(map(str.isalnum, statement.words[count].text))
            statement = evolve(statement, lines=drop_words(statement.lines, count + sign))
        if len(statement.words) > 1:
            draft = self._draft(statement, self._scheduled_kind(statement), basis, "date: scheduled", score=0.6)
            due, words = self.scheduled
            self._add(evolve(draft, due=due, due_words=words, label_words=statement.marker))
        return True

    def _scheduled_kind(self, statement: Statement) -> Kind:
        """`Open the hall` is something to do, `Hall opens` under `Timeline` something to be reached."""
        if self.position in self.ahead.paragraphs.schedule.milestones:
            return "milestone"
        named = names_times(self.scope.innermost()) and not tells(statement.text)
        return self.scope.item_kind(0) or ("milestone" if named else "action")

    def _followed_up(self, statement: Statement) -> bool:
        """What has its state printed under it, that state, or what stands between the two."""
        if self.position in self.ahead.paragraphs.followed.states:
            self.followed_at = self._add(
                self._draft(statement, "action", "prose", "status: printed under it", score=0.6)
            )
            return True
        if self.position in self.ahead.paragraphs.followed.between:
            return True
        line = field_line(statement, self.context) if self.position in self.ahead.paragraphs.followed.ends else None
        if line is None or self.followed_at is None:
            return False
        self.drafts[self.followed_at] = with_field(self.drafts[self.followed_at], line, self.context)
        self.heading_words.extend(line.name_words)
        return True
