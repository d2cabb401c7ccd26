"""The line over a table of actions that tells what they are for, or what will be true by a date."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import ListItem, Paragraph, Table
from objectives_parser.drafts import Draft
from objectives_parser.labelling import labelled
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.flow.state import FlowState
from objectives_parser.recognizers.namesakes import strategy_before
from objectives_parser.recognizers.parts import names_part
from objectives_parser.recognizers.wordings import says_nothing, tells
from objectives_parser.records import Basis
from objectives_parser.roles import printed_label
from objectives_parser.statements import Statement, cut_at, split_sentences
from objectives_parser.values import due_of_cell, is_date_only

# "Position at 31 October 2025", "Update as of Q2 2026": when a table was written
_AS_AT = regex.compile(r"(?:\p{L}+ ){1,3}(?:as )?(?:at|of|on|to) (?:[\p{L}\d,./-]+ ){0,2}(?:19|20)\d\d\W*$")
# "By March 2030: Nine in ten boats report their catch."
_DATED = regex.compile(r"By [^:.;]{4,30}:\s+(?=\p{L}|\d)")
# "lead-in: The office will follow two strategies:"
_ENUMERATES = regex.compile(
    r"lead-in: .*\b(?:strategies|goals|objectives|priorities|aims)\b[^.;]{0,40}$", regex.IGNORECASE
)
_LEAST_AIM = 4  # words
_FOR_ROWS = "wording: what a table's rows are for"
_LONGEST_CAPTION = 25
_DATED_AIM = "aim"


@attrs.define(kw_only=True, eq=False)
class StrategyReader(FlowState):
    """Reads the strategies over tables."""

    def strategy_above(self, rows: Sequence[Draft]) -> int | None:
        """The one line that stands over a table of actions or milestones and tells what they are for: `Create an
        unsheltered homelessness strategy that targets …`; None where several lines or none do, or the table has
        objectives of its own."""
        lines, self.above = self.above, []
        kinds = {draft.kind for draft in rows if not _heads_rows(draft, rows)}
        if "objective" in kinds or not kinds & {"action", "milestone"}:
            return None
        self._enumerated_strategies()
        for statement, _ in lines[:1]:
            listed = self._listed_strategy(statement)
            if listed is not None:
                return listed
        if any(draft.label and draft.level == "strategy" and _FOR_ROWS not in draft.evidence for draft in self.drafts):
            return None
        told = [
            (statement, basis)
            for statement, basis in lines
            if _names_strategy(statement, basis) and not names_part(statement.text)
        ]
        caption = bool(told) and told[-1][0] is lines[-1][0] and _is_caption(*told[-1])
        if not caption and (len(told) != 1 or len(lines) > 2):
            return None
        statement, basis = told[-1]
        draft = self._draft(statement, "objective", basis, _FOR_ROWS, score=0.6)
        return self._add(labelled(attrs.evolve(draft, level="strategy", category=None), self.context))

    def _enumerated_strategies(self) -> None:
        """`The office will follow two strategies: 1) …, and 2) …` right over a table of milestones: aims, which the
        milestones lead to."""
        above = self.blocks[self.position - 1] if self.position else None
        if not isinstance(above, Paragraph) or not self.drafts:
            return
        last = self.drafts[-1]
        ends = bool(last.lines) and last.lines[-1][-1:] == tuple(above.lines[-1].words[-1:])
        if not ends or last.kind != "action" or not last.evidence or not _ENUMERATES.match(last.evidence[0]):
            return
        for number, draft in enumerate(self.drafts):
            if draft.evidence == last.evidence and draft.basis == "prose":
                self.drafts[number] = attrs.evolve(draft, kind="objective", level="strategy")

    def _dated_aim(self, statement: Statement) -> bool:
        """`By March 2030: Nine in ten boats report their catch.` over a table or a list: what these are for."""
        dated = _DATED.match(statement.text)
        if dated is None:
            return False
        if not isinstance(self._following(), Table | ListItem):
            return self._reached_by(statement, dated.group().rstrip(" :"))
        if statement.text[dated.end()].islower():
            return False
        date = dated.group().rstrip(" :")
        count = len(date.split())
        if not is_date_only(date) or len(statement.words) - count < _LEAST_AIM:
            return False
        words = statement.words[:count]
        aim = cut_at(statement, [count])[1]
        self.scope.make_way_for("objective", _DATED_AIM)
        draft = self._draft(aim, "objective", "prose", "date: over what leads to it", score=0.7)
        due = due_of_cell(date, self.context.fiscal)
        at = self._add(attrs.evolve(draft, level=_DATED_AIM, due=due, due_words=words))
        self.scope.open_label(at, self.drafts[at])
        return True

    def _reached_by(self, statement: Statement, date: str) -> bool:
        """`By 2031: 40 harbours have a lifeboat`, its date in bold, under an aim: how one will tell that it is
        reached."""
        count, at = len(date.split()), self.scope.current()
        rest = statement.words[count:]
        if at is None or self.drafts[at].kind != "objective" or not is_date_only(date) or len(rest) < _LEAST_AIM:
            return False
        if not all(word.bold for word in statement.words[:count]) or any(word.bold for word in rest):
            return False
        draft = self._draft(
            cut_at(statement, [count])[1], "measure", "prose", "date: what is reached by then", score=0.6
        )
        due = due_of_cell(date, self.context.fiscal)
        self._add(attrs.evolve(draft, due=due, due_words=statement.words[:count]))
        return True

    def _listed_strategy(self, statement: Statement) -> int | None:
        """The strategy of an earlier list that the line above a table prints again: it and its sisters are aims, since
        the tables' rows hang under them."""
        at = strategy_before(statement.text, self.drafts)
        if at is None:
            return None
        make_strategies(self.drafts, at)
        self.heading_words.extend(statement.words)
        return at


def _heads_rows(draft: Draft, rows: Sequence[Draft]) -> bool:
    """Whether a draft is a full-width row of the table whose number counts on from the line above: `1.2 Install …`."""
    section = draft.kind == "objective" and draft.spot is not None and draft.spot.column < 0
    return section and "." in (draft.label or "").rstrip(".")


def _names_strategy(statement: Statement, basis: Basis) -> bool:
    """Whether a line tells what the rows of the table under it are for: a command, or a list item that promises. A
    paragraph may tell it in a few sentences, all of which tell or promise (`Reach out to schools. The agency will …`).
    """
    text = statement.text
    label = printed_label(text) if basis == "heading" else None
    if label is not None and label.kind == "word" and label.role is None:
        return False  # `Annex 2: Adaptation Actions`
    bare = text[label.end :].strip() if label is not None and label.kind == "number" else text
    told = tells(bare) or (basis == "list" and promises(text))
    if not told or len(bare.split()) < 4 or _AS_AT.match(bare) or says_nothing(bare):
        return False
    sentences = split_sentences(statement)
    if len(sentences) == 1 or bare != text:
        return len(text.split()) <= 40
    return len(sentences) <= 4 and all(tells(part.text) or promises(part.text) for part in sentences)


def _is_caption(statement: Statement, basis: Basis) -> bool:
    """Whether the line right over a table is one of its own and no running text, whatever stands above it: `Make the
    systems secure` behind a paragraph that says why."""
    text = statement.text
    return basis == "prose" and len(text.split()) <= _LONGEST_CAPTION and text[-1:] not in ".:;,"


def make_strategies(drafts: list[Draft], at: int) -> None:
    """Makes a listed action that others serve an aim, and its sisters with it."""
    listed = drafts[at]
    for number, draft in enumerate(drafts):
        if draft.kind == "action" and _are_listed_together(draft, listed):
            drafts[number] = attrs.evolve(draft, kind="objective", level="strategy")


def _are_listed_together(draft: Draft, listed: Draft) -> bool:
    """Whether two drafts are items of one list, which may go on under the same title on the next slide (`3)`, `4)`)."""
    if draft.basis != "list" or draft.under != listed.under:
        return False
    numbered = (draft.label or "").isdigit() and (listed.label or "").isdigit()
    return draft.evidence == listed.evidence or numbered
