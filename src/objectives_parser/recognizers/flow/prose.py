"""Paragraphs: labelled, placed or announced statements, lead-ins, and running text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph, Table, Word
from objectives_parser.labelling import label_of
from objectives_parser.layout.wrapping import UNFINISHED
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.field_tails import field_tail, tail_measures, with_fields
from objectives_parser.recognizers.flow.captions import is_legend, without_axis
from objectives_parser.recognizers.flow.field_lines import is_named_line
from objectives_parser.recognizers.flow.labels import labels_statement, names_record
from objectives_parser.recognizers.flow.paragraph_parts import label_parts, without_note
from objectives_parser.recognizers.flow.placed import PlacedReader
from objectives_parser.recognizers.flow.strategies import StrategyReader
from objectives_parser.recognizers.parts import begins_annex
from objectives_parser.recognizers.wordings import (
    DESCRIBES,
    announces_list,
    explains,
    is_done,
    is_note,
    points,
    reads_as_aim,
    says_nothing,
    tells,
)
from objectives_parser.records import SERVING, STATEMENTS, Kind
from objectives_parser.roles import PrintedLabel, header_role, is_lead_in, may_be_verb
from objectives_parser.statements import Statement, block_statement, cut_at, plain_sentences, split_sentences, text_of
from objectives_parser.values import due_in_statement, is_date_only

_OF_PLAN = frozenset(("project", "programme", "program", "initiative", "project title", "project name"))
_LONGEST_RUN_IN, _TITLED, _LONGEST_SIGN = 5, 2, 25
_OF_SUCCESS = regex.compile(
    r"\b(?:measures|signs|indicators) of success|\bsuccess looks? like|"
    r"\bhow (?:will )?(?:we|i|you)(?:'ll|’ll| will)? know\b",
    regex.IGNORECASE,
)
# "What we want to achieve", "The difference we want to make"
_TO_ACHIEVE = regex.compile(
    r"what (?:do )?(?:we|i) (?:are )?(?:want|wish|aim|intend|seek|plan|hope|trying|seeking) to achieve\W*$|"
    r"the (?:difference|change)s? (?:that )?we (?:want|aim|seek|wish) to (?:make|see)\W*$",
    regex.IGNORECASE,
)
_SPEAKS_OF_PLAN = regex.compile(
    r"(?:this|these|it|here|there|our|the (?:plan|strategy|following|next|above|table))\b", regex.IGNORECASE
)
_LONGEST_AIM = 40  # words
# What a theory of change begins and ends in
_CHAIN = frozenset(("inputs", "activities", "outputs", "outcomes", "impact", "impacts"))
_CHAIN_ENDS = frozenset(
    ("impact", "outcome", "goal", "overall goal", "ultimate goal", "long-term goal", "long-term outcome")
)
_PAST = regex.compile(r"\b(?:was|were|had|did|rose|fell|grew|found|led|became|saw|showed|reached|gained|lost)\b")
_LONGEST_LABELLED = 1500  # characters
_LONGEST_NAME = 4  # words
_SURE = 0.9
# "What I will do", "What the council is going to do", "Our commitments"
_WILL_DO = regex.compile(
    r"\bwill (?:\w+ )?(?:do|deliver|take)\b|\bgoing to do\b|\bour (?:commitments|promises|pledges)\b", regex.IGNORECASE
)
_MOST_PROMISES, _MOST_LINES = 8, 20
_FEWEST_LINE, _SPACE, _ALIKE = 2, 0.6, 4.0  # words; ems, points
_DEEPEST = 7  # below every heading
_WORDING = ("text", "description", "wording")


_A_PLAN = regex.compile(r"\bplan(?: \d{2,4}(?:\s?[-–/]\s?\d{2,4})?)?\W*$", regex.IGNORECASE)


@attrs.define(kw_only=True, eq=False)
class ProseReader(PlacedReader, StrategyReader):
    """Reads paragraphs under what is open."""

    reaches: dict[int, float] = attrs.field(factory=dict)
    listing: bool = False  # whether the lines of the paragraph at hand are read one by one

    def paragraph(self, block: Paragraph) -> None:
        """Reads a paragraph."""
        whole = block_statement(block.lines)
        if self.position == self.restated or self._captioned_result(whole, _DEEPEST):
            return
        if self._names_leaders(whole) or self._followed_up(whole) or self._on_card(whole):
            return
        if self._names_owner(whole):
            self.owned = None
            return
        if self.pending is None and self._opens_owners(whole):
            return
        among_measures = self.scope.table_kind() == "measure"
        for part in label_parts(whole, self.context, among_measures=among_measures):
            lines = self._lines_apart(part)
            self.listing = len(lines) > 1
            for statement in lines:
                self._paragraph(self._without_fields(without_note(statement)))

    def _lines_apart(self, statement: Statement) -> Sequence[Statement]:
        """The lines of a paragraph under a heading that names what is listed, each a sentence of its own: a list whose
        lines stand close together."""
        lines = statement.lines
        if not 1 < len(lines) <= _MOST_LINES or self.scope.paragraph_kind() not in SERVING or statement.marker:
            return (statement,)
        if not all(line[0].text[:1].isupper() for line in lines):
            return (statement,)
        ended = all(line[-1].text.endswith(".") for line in lines) and len(split_sentences(statement)) == len(lines)
        return [Statement((line,)) for line in lines] if ended or self._ends_early(lines) else (statement,)

    def _ends_early(self, lines: Sequence[Sequence[Word]]) -> bool:
        """Whether the first word of each line would have found room on the line above it, as wide as the lines of that
        column are: each line was begun on purpose."""
        left, said = lines[0][0].bbox, [text_of([line]) for line in lines]
        if label_of(said[0], self.context) is not None:
            return False
        if self.scope.paragraph_kind() == "action" and not _are_commands(said):
            return False
        if left is None or any(len(line) < _FEWEST_LINE or line[-1].text[-1] in ",;:&" for line in lines):
            return False
        reach = self._reach(left[0])
        for above, below in pairwise(lines):
            end, first = above[-1].bbox, below[0].bbox
            if end is None or first is None or (above[-1].text[:1].islower() and above[-1].text in UNFINISHED):
                return False
            if end[2] + first[2] - first[0] + _SPACE * above[-1].size > reach:
                return False
        return True

    def _reach(self, left: float) -> float:
        """How far to the right the lines reach that begin at a place."""
        if not self.reaches:
            for block in self.blocks:
                for line in block.lines if isinstance(block, Heading | Paragraph | ListItem) else ():
                    start, end = (line.words[0].bbox, line.words[-1].bbox) if line.words else (None, None)
                    if start is not None and end is not None:
                        at = round(start[0] / _ALIKE)
                        self.reaches[at] = max(self.reaches.get(at, 0.0), end[2])
        return self.reaches.get(round(left / _ALIKE), 0.0)

    def _without_fields(self, statement: Statement) -> Statement:
        """The text right under the heading of an action without the fields that it ends in (`New homes will use less.
        Lead: Planning. When: 2027`): they are the action's."""
        at = self.scope.current()
        if at is None or at != len(self.drafts) - 1 or ":" not in statement.text:
            return statement
        draft = self.drafts[at]
        tail = field_tail(statement.lines, self.context.vocabulary) if draft.basis == "heading" else None
        if tail is None or draft.kind != "action" or label_of(statement.text, self.context) is not None:
            return statement
        self.drafts[at] = with_fields(draft, tail, self.context)
        self.drafts.extend(tail_measures(self.drafts[at], at, tail))
        self.heading_words.extend(tail.names)
        return cut_at(statement, [tail.told])[0]

    def _paragraph(self, statement: Statement) -> None:
        text = statement.text
        if self.pending is not None:
            self._state_pending(statement)
            return
        if begins_annex(text) and (statement.bold or isinstance(self._following(), Table)):
            self.scope.close_all()
        if self._is_led(statement) or self._captions_table(statement) or self._refers_back(statement):
            return
        if self._note_line(text) or self._dated_aim(statement):
            return
        if self._typed_measure(statement) or self._field_line(statement):
            return
        if self._in_form(statement) or self._pseudo_heading(statement):
            return
        label = label_of(text, self.context)
        if labels_statement(label) and len(text) < _LONGEST_LABELLED:
            self._labelled_paragraph(statement, label)
            return
        if self._goes_on_in_group(statement) or self._told_by_place(statement) or self._defines_list(statement):
            return
        if self._completed(statement):
            return
        if is_lead_in(text) or self._told_list(statement):
            self._lead_in_of_item(statement)
            return
        if self._enumerated(statement) or self._under_numbered_title(statement):
            return
        if self._dates_all(statement) or self._run_in_title(statement):
            return
        kind = self.scope.paragraph_kind()
        if kind in (None, "action", "objective") and self._numbered(statement, label):
            return
        self._under_heading(without_axis(statement) if kind == "measure" else statement, kind)

    def _state_pending(self, statement: Statement) -> None:
        """The statement whose label stood above it; a last sentence that leads in to the list below (`We will do this
        by:`) is none of it."""
        *stated, lead = plain_sentences(statement)
        if not stated or not is_lead_in(lead.text) or not self._over_items():
            self._finish_pending(statement)
            return
        self._finish_pending(cut_at(statement, [sum(len(sentence.words) for sentence in stated)])[0])
        self._lead_in_of_item(lead)

    def _in_form(self, statement: Statement) -> bool:
        """Whether a line is one of several that say something behind a name each, and this one says nothing that is
        wanted or done: `Hazard addressed: Flood` beside `Lead agency: Works`. It heads nothing then."""
        if ":" not in statement.text or not is_named_line(self.blocks[self.position]):
            return False
        beside = (*self.blocks[max(0, self.position - 1) : self.position], self._following())
        if not any(map(is_named_line, beside)) or labels_statement(label_of(statement.text, self.context)):
            return False
        name, _, value = statement.text.partition(": ")
        role = header_role(name, self.context.vocabulary)
        return (role is None or role.role not in STATEMENTS) and not (tells(value) or promises(value))

    def _labelled_paragraph(self, statement: Statement, label: PrintedLabel) -> None:
        """`Goal 1: Increase …`, but for a label that describes, or that names the plan."""
        if (
            not names_record(label, chained="output" in self.ahead.chain)
            or DESCRIBES.search(label.text)
            or self._names_plan(statement.text, label)
        ):
            return
        if label.number is None and _is_dated_title(statement, label):
            self.heading_words.extend(statement.lines[0])
            return
        if not self._listed_in_line(statement, label):
            self._labelled_block(statement, "prose", None)

    def _under_heading(self, statement: Statement, kind: Kind | None) -> None:
        """One of what the heading above announces, or all of it; else running text."""
        if kind is not None and self._reads_as(kind, statement) and not self._labelled_elsewhere():
            evidence = f"heading: {self.scope.announced_by()}"
            self.told = self.position, self._add_alone(self._draft(statement, kind, "prose", evidence, score=0.8))
            return
        if kind == "action" and self._promised_here(statement):
            return
        self.above.append((statement, "prose"))
        self._sentences(statement)

    def _promised_here(self, statement: Statement) -> bool:
        """Sentences under `What we will do` of which each promises something: what will be done."""
        sentences = split_sentences(statement)
        told = _WILL_DO.search(self.scope.announced_by()) is not None and 1 < len(sentences) <= _MOST_PROMISES
        if not told or self.scope.items_seen() or not all(promises(sentence.text) for sentence in sentences):
            return False
        for sentence in sentences:
            evidence = f"heading: {self.scope.announced_by()}"
            self._add(self._draft(sentence, "action", "prose", evidence, score=0.7))
        return True

    def _names_plan(self, text: str, label: PrintedLabel) -> bool:
        """`Project: Safe Schools in the Delta` before all else: what the plan is of, no deed of it."""
        named = label.number is None and label.text.casefold() in _OF_PLAN and not self.drafts
        rest = text[label.end :]
        return named and not tells(rest) and not rest.rstrip().endswith(".") and not promises(rest)

    def _reads_as(self, kind: Kind, statement: Statement) -> bool:
        """Whether a paragraph under an announcing heading states what is announced and does not just speak of it: one
        sentence in the form of its kind; the plan's one goal may have several."""
        text = statement.text
        if not (2 if self.listing else 3) <= len(text.split()) <= 120 or says_nothing(text):
            return False
        if kind == "measure" and (is_note(text) or is_legend(statement)):
            return False
        if kind == "objective" and (self.scope.is_goal() or self._all_to_achieve(statement)):
            return True
        if self.scope.items_seen() or announces_list(text) or points(text) or self._names_note(text):
            return False
        sentences = split_sentences(statement)
        if len(sentences) > 1 and _is_bold_title(sentences[0]):
            if kind == "action" and len(sentences) == _TITLED and tells(text):
                return True
            sentences = sentences[1:]  # `Share. Set up book swaps in all schools.`, its first word in bold
            text = sentences[0].text
        if kind == "action" and self._goes_on_listing(statement):
            return True
        if len(sentences) > 1:  # `Plant trees. Schools will help.` under `Milestones`: a deed, and what is said of it
            return kind in ("action", "milestone") and tells(sentences[0].text)
        if kind == "milestone" and due_in_statement(text, self.context.fiscal) is not None:
            return True  # `Consultation opens – March 2027`
        if kind == "measure" and len(text.split()) <= _LONGEST_SIGN and _OF_SUCCESS.search(self.scope.announced_by()):
            return True  # `All homes are warm` under `What success looks like`
        if kind == "action" and text.endswith(".") and _A_PLAN.search(self.scope.announced_by()):
            return tells(text) or promises(text)  # under `Our plan` people tell of it too
        return not explains(text) if kind == "measure" else reads_as_aim(text)

    def _goes_on_listing(self, statement: Statement) -> bool:
        """`Place boxes at all stops.` in a line right behind one that told what to do, under `What we will do`."""
        if self.told is None or self.told[0] not in (self.position - 1, self.position):
            return False
        ended = self.listing or statement.text.endswith(".")
        alone = len(statement.lines) == 1 and statement.text[:1].isupper() and ended
        first = statement.text.split(None, 1)[0].casefold()
        return alone and _WILL_DO.search(self.scope.announced_by()) is not None and may_be_verb(first)

    def _all_to_achieve(self, statement: Statement) -> bool:
        """`People know the state of their rivers.` as all that stands under `What we intend to achieve`: the aim."""
        before = self.blocks[self.position - 1] if self.position else None
        lone = isinstance(before, Heading | Paragraph) and not isinstance(self._following(), Paragraph | ListItem)
        told = self.scope.announced_by()
        asked = lone and (_TO_ACHIEVE.match(told) is not None or self._ends_chain(told, statement))
        short = len(statement.text.split()) <= _LONGEST_AIM and len(split_sentences(statement)) == 1
        return asked and short and not points(statement.text) and not _SPEAKS_OF_PLAN.match(statement.text)

    def _ends_chain(self, heading: str, statement: Statement) -> bool:
        """`Impact` over its one sentence, behind `Activities` and `Outputs`: the end of a chain of results."""
        name = heading.casefold().strip(" :")
        if name not in _CHAIN_ENDS or not (_CHAIN - {name}) & self.ahead.headings.sections:
            return False
        return not is_done(statement.text) and _PAST.search(statement.text) is None

    def _names_note(self, text: str) -> bool:
        """`Contributing agencies: Works; Health` under `Description`: a line that says who helps, and no deed."""
        name, _, value = text.partition(": ")
        if not value or len(name.split()) > _LONGEST_NAME or tells(value) or promises(value):
            return False
        role = header_role(name, self.context.vocabulary)
        return role is not None and role.role == "note" and role.strength >= _SURE

    def _labelled_elsewhere(self) -> bool:
        """Whether what the heading announces bears labels (`Recommendation #1: …` under `Waste recommendations`): then
        text without one explains; under `Recommendation text` it is what they say, and under `Goals` below the heading
        `Goal 1: …` what that one holds."""
        announced = self.scope.announced_by().casefold()
        over = self.scope.label_over(self.drafts).casefold()
        names = (name for name in self.label_names if not over.startswith(name))
        return not announced.rstrip(" :").endswith(_WORDING) and any(name in announced for name in names)


def _are_commands(texts: Sequence[str]) -> bool:
    """Whether lines may all tell somebody to do something, under a heading that says so."""
    return all(may_be_verb(text.split(None, 1)[0].casefold()) for text in texts)


def _is_bold_title(sentence: Statement) -> bool:
    """Whether a sentence is but a word or a few in bold, set into the line before what it names."""
    words = sentence.words
    return len(words) <= _LONGEST_RUN_IN and all(word.bold for word in words)


def _is_dated_title(statement: Statement, label: PrintedLabel) -> bool:
    """`Permanent Secretary objectives: 2031 to 2032`, the names of the office and its holder on the lines below."""
    rest = " ".join(word.text for word in statement.lines[0])[label.end :].strip(" :–—-")
    return len(statement.lines) > 1 and rest[-1:].isdigit() and is_date_only(rest)
