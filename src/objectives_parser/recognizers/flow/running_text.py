"""Sentences of running text: goal sentences, named indicators, lists in a sentence, dated commitments."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.labelling import labelled
from objectives_parser.recognizers.commitments import commitment_kind, without_circumstance
from objectives_parser.recognizers.enumerations import enumeration
from objectives_parser.recognizers.flow.headings import HeadingReader
from objectives_parser.recognizers.indicators import measured_by, quoted_indicator
from objectives_parser.recognizers.wordings import (
    DATES_ALL,
    OPEN_SPAN,
    is_goal_sentence,
    points,
    sets_goal,
    tells_progress,
)
from objectives_parser.records import Due, Kind
from objectives_parser.statements import Statement, plain_sentences, split_sentences
from objectives_parser.values import due_in_statement, may_name_date

_PART_END = regex.compile(r";\s")
_LONGEST_GOAL = 400


@attrs.define(kw_only=True, eq=False)
class RunningTextReader(HeadingReader):
    """Reads what sentences say that no heading or label announces. ``own_title`` says that the table at hand bears its
    title itself."""

    own_title: bool = False

    def _sentences(self, statement: Statement) -> None:
        if tells_progress(statement.text):
            return
        for sentence in split_sentences(statement):
            text = sentence.text
            if is_goal_sentence(text):
                self.scope.close_goal()
                goal = sentence if len(text) < _LONGEST_GOAL else plain_sentences(sentence)[0]
                at = self._add(self._draft(goal, "objective", "prose", "wording: goal sentence", score=0.7))
                if not sets_goal(text):
                    self.scope.open_goal(at)
                continue
            named = None if self.scope.under_note_heading() else quoted_indicator(sentence) or measured_by(sentence)
            if named is not None:
                self._add(self._draft(named, "measure", "prose", "wording: names an indicator", score=0.6))
                continue
            if not may_name_date(text):
                continue
            # A sentence that explains the one before it belongs to its statement, unless only it promises something.
            parts = plain_sentences(sentence)
            first = parts[0]
            promised = self._promised(first.text)
            if promised is not None:
                parts = (sentence,)
            for part in parts:
                if part is not sentence and is_goal_sentence(part.text):
                    self._add(self._draft(part, "objective", "prose", "wording: goal sentence", score=0.6))
                elif (kind := promised if part is first else self._promised(part.text)) is not None:
                    self._add(self._draft(part, kind, "prose", "wording: dated commitment", score=0.5))

    def _promised(self, text: str) -> Kind | None:
        """The kind of a dated commitment in running text; None under headings that only explain or report."""
        if not may_name_date(text) or points(text) or (self.scope.under_report() and not self.own_title):
            return None
        for part in _PART_END.split(text):
            kind = commitment_kind(part)
            if kind is not None and due_in_statement(without_circumstance(part), self.context.fiscal):
                return kind
        return None

    def _enumerated(self, statement: Statement) -> bool:
        """A list that runs on in a sentence: `Strategies are to: (1) encourage …; (2) create …`."""
        listed = enumeration(statement)
        kind = listed.kind() if listed is not None and not self.scope.in_note() else None
        if listed is None or kind is None:
            return False
        for sentence in (*listed.before, *listed.after):
            self._sentences(sentence)
        due = due_in_statement(listed.lead.text, self.context.fiscal)
        for item in listed.items:
            draft = self._draft(item, kind, "prose", f"lead-in: {listed.lead.text[-60:]}", score=0.6)
            self._add(labelled(attrs.evolve(draft, due=due), self.context))
        return True

    def _dates_all(self, statement: Statement) -> bool:
        """`The following options will be explored between now and year-end 2020.` under `Short-Term`: no statement, but
        the date of all that stands under the heading."""
        if "following" not in statement.text.casefold():
            return False
        sentence = split_sentences(statement)[-1].text
        if not DATES_ALL.match(sentence) or len(statement.text.split()) > 40:
            return False
        span = OPEN_SPAN.search(statement.text)
        due = Due(text=span.group()) if span else due_in_statement(statement.text, self.context.fiscal)
        if due is not None:
            self.scope.due_for_all(due)
        return True
