"""Paragraphs: labelled statements, what an announcing heading or a lead-in says, goal sentences, dated commitments."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs
import regex

from objectives_parser.document import Heading, Paragraph, Table, Word
from objectives_parser.drafts import Draft, Passage
from objectives_parser.labelling import drop_words, label_of, labelled, words_of
from objectives_parser.recognizers.ahead import YEAR_BEFORE
from objectives_parser.recognizers.commands import promised_parts
from objectives_parser.recognizers.commitments import commitment_kind, promises, without_circumstance
from objectives_parser.recognizers.enumerations import enumeration
from objectives_parser.recognizers.fieldlines import starts_field
from objectives_parser.recognizers.flow.headings import NO_RECORD, STATEMENT_KINDS, HeadingReader, is_bold
from objectives_parser.recognizers.indicators import quoted_indicator
from objectives_parser.recognizers.namesakes import referred, strategy_before
from objectives_parser.recognizers.parts import names_part
from objectives_parser.recognizers.wordings import (
    AIM_BY_WAYS,
    CAPTION,
    COUNT_CAPTION,
    DATES_ALL,
    DESCRIBES,
    OPEN_SPAN,
    announces_list,
    explains,
    is_goal_sentence,
    is_note,
    is_title_cased,
    names_itself,
    points,
    reads_as_aim,
    says_nothing,
    tells,
    who_will,
)
from objectives_parser.records import Basis, Due, Kind
from objectives_parser.roles import (
    PrintedLabel,
    is_caption,
    is_lead_in,
    lead_in_role,
    printed_label,
)
from objectives_parser.statements import (
    Statement,
    block_statement,
    plain_sentences,
    split_sentences,
)
from objectives_parser.values import due_in_statement, due_of_cell, may_name_date

_OF_PLAN = frozenset(("project", "programme", "program", "initiative", "project title", "project name"))
# "Actions are the specific activities to be undertaken in each year …"
_DEFINES = regex.compile(
    r"(?:The )?(?P<name>\p{Lu}\p{Ll}+(?: \p{L}+){0,2}) are (?:the|a|an|what|how|those|specific|concrete|measurable|"
    r"statements|markers|steps|things)\b"
)
_PART_END = regex.compile(r";\s")
_LONGEST_GOAL = 400
_LONGEST_CAPTION = 25
# "This strategy supports Objective 1 (PTA_1).", "Link: this programme contributes to Goals 2 and 3"
_SUPPORTS = regex.compile(
    r"(?:[^:.]{3,40}:\s*)?this\s(?:\w+\s){1,3}(?:supports|contributes to|relates to|serves|addresses|"
    r"helps (?:to )?(?:deliver|achieve|meet)|aligns with)\s+(?P<aims>\p{Lu}.{3,60}?)\.?$",
    regex.IGNORECASE,
)
_BRACKETS = regex.compile(r"\s*\([^()]*\)")
_LONGEST_REFERENCE = 160
# "Output: Number of …" among indicators
TYPED = regex.compile(
    r"(?:inputs?|outputs?|outcomes?|efficiency|quality|effectiveness|explanatory|workload)"
    r"(?: (?:measure|indicator)s?)?:\s+(?=\S)",
    regex.IGNORECASE,
)


@attrs.define(kw_only=True, eq=False)
class ProseReader(HeadingReader):
    """Reads paragraphs under what is open."""

    def strategy_above(self, rows: Sequence[Draft]) -> int | None:
        """The one line that stands over a table of actions or milestones and tells what they are for: `Create an
        unsheltered homelessness strategy that targets …`; None where several lines or none do, or the table has
        objectives of its own."""
        lines, self.above = self.above, []
        kinds = {draft.kind for draft in rows if not _heads_rows(draft, rows)}
        if "objective" in kinds or not kinds & {"action", "milestone"}:
            return None
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
        if len(told) != 1 or len(lines) > 2:
            return None
        statement, basis = told[0]
        draft = self._draft(statement, "objective", basis, _FOR_ROWS, score=0.6)
        return self._add(labelled(attrs.evolve(draft, level="strategy", category=None), self.context))

    def _listed_strategy(self, statement: Statement) -> int | None:
        """The strategy of an earlier list that the line above a table prints again: it and its sisters are aims, since
        the tables' rows hang under them."""
        at = strategy_before(statement.text, self.drafts)
        if at is None:
            return None
        listed = self.drafts[at]
        for number, draft in enumerate(self.drafts):
            if draft.kind == "action" and _are_listed_together(draft, listed):
                self.drafts[number] = attrs.evolve(draft, kind="objective", level="strategy")
        self.heading_words.extend(statement.words)
        return at

    def heading(self, block: Heading) -> None:
        """A heading may be left open for its list: `The outreach plan to include:`."""
        self.explained = None
        statement = block_statement(block.lines)
        if self._names_leaders(statement) or self._opens_owners(statement):
            return
        if statement.text.endswith(":") and self._over_items() and self._leads_list(statement):
            self.pending = None
            self.scope.make_way(block.level)
            self._lead_in(statement)
        else:
            super().heading(block)

    def _leads_list(self, statement: Statement) -> bool:
        text = statement.text
        if label_of(text, self.context) is not None or self._announced_by(text) is not None:
            return False
        return lead_in_role(text) is not None

    def paragraph(self, block: Paragraph) -> None:
        whole = block_statement(block.lines)
        if self._names_leaders(whole):
            return
        if self._names_owner(whole):
            self.owned = None
            return
        if self.pending is None and self._opens_owners(whole):
            return
        for statement in self._label_parts(whole):
            self._paragraph(_without_note(statement))

    def _paragraph(self, statement: Statement) -> None:
        text = statement.text
        if self.pending is not None:
            self._finish_pending(statement)
            return
        if self._captions_table(statement) or self._refers_back(statement):
            return
        if self._typed_measure(statement) or self._field_line(statement) or self._pseudo_heading(statement):
            return
        label = label_of(text, self.context)
        if label is not None and label.role in STATEMENT_KINDS and label.kind == "word" and len(text) < 1500:
            told = (label.level not in NO_RECORD or bool(label.number)) and not DESCRIBES.search(label.text)
            told = told and not self._names_plan(text, label)
            if told and not self._listed_in_line(statement, label):
                self._labelled_block(statement, "prose", None)
            return
        grouped = self.scope.lead.group is not None
        self.scope.lead.close()
        if grouped and self._over_items() and is_title_cased(text):
            self.scope.lead.group = Passage(text, statement.words)  # `Field Work` beside `Office Work:`
            self.heading_words.extend(statement.words)
            return
        if self.position in self.over_lists and not self.scope.in_note() and self.scope.item_kind(0) is None:
            self._aim_over_list(statement)
            return
        if self._over_values(statement, "prose") or (
            self.charted and not text.endswith(".") and len(text.split()) < 12
        ):
            return  # what is printed in a chart: its legend
        if COUNT_CAPTION.match(text) and self.drafts:
            self._count_caption(statement, "prose")
            return
        if self.position in self.years:
            self._year_entry(statement)
            return
        if self.position in self.commands:
            self._command(statement)
            return
        if self._defines_list(statement):
            return
        if is_lead_in(text):
            self._lead_in(statement)
            return
        if self._enumerated(statement):
            return
        if self._under_numbered_title(statement) or self._dates_all(statement) or self._run_in_title(statement):
            return
        kind = self.scope.paragraph_kind()
        statement = _without_axis(statement) if kind == "measure" else statement
        if kind is None and self._numbered(statement, label):
            return
        if kind is not None and self._reads_as(kind, statement) and not self._labelled_elsewhere():
            draft = self._draft(statement, kind, "prose", f"heading: {self.scope.announced_by()}", score=0.8)
            self._add_alone(draft)
            return
        self.above.append((statement, "prose"))
        self._sentences(statement)

    def _refers_back(self, statement: Statement) -> bool:
        """`Objectives and targets: this strategy supports Objective 1.` over its activities: what follows serves that
        objective."""
        text = statement.text
        found = _SUPPORTS.match(text) if "this " in text.casefold() and len(text) < _LONGEST_REFERENCE else None
        at = referred(_BRACKETS.sub("", found.group("aims")), self.drafts) if found is not None else None
        if at is None:
            return False
        level = self.scope.heading_level()
        self.scope.make_way_for("objective", self.drafts[at].level)
        self.scope.open_for(at, self.drafts[at], level)
        self.heading_words.extend(statement.words)
        return True

    def _captions_table(self, statement: Statement) -> bool:
        """`Table 2: Activities under Output 1.1` in the type of the text, right over its table."""
        text = statement.text
        if text[:1] not in "Tt" or len(text.split()) > _LONGEST_CAPTION or not isinstance(self._following(), Table):
            return False
        caption = CAPTION.match(text)
        if caption is None or caption.group("of").casefold() != "table":
            return False
        self._caption(statement, of_table=True)
        return True

    def _names_plan(self, text: str, label: PrintedLabel) -> bool:
        """`Project: Safe Schools in the Delta` before all else: what the plan is of, no deed of it."""
        named = label.number is None and label.text.casefold() in _OF_PLAN and not self.drafts
        rest = text[label.end :]
        return named and not tells(rest) and not rest.rstrip().endswith(".") and not promises(rest)

    def _defines_list(self, statement: Statement) -> bool:
        """`Actions are the specific activities to be undertaken each year.` right over a list, as filled-in templates
        keep it: what it defines is what the list is of."""
        found = _DEFINES.match(statement.text) if self._over_items() and not self.scope.in_note() else None
        if found is None:
            return False
        name = found.group("name")
        announced = self._announced_by(name)
        if announced is None or announced.role not in STATEMENT_KINDS or announced.strength < 0.95:
            return False
        if announced.role == self.scope.item_kind(0):
            return False  # the heading said so
        self.heading_words.extend(statement.words)
        self.scope.open_pseudo(Passage(name, statement.words[: len(name.split())]), announced.level)
        self._announce(name, announced)
        return True

    def _command(self, statement: Statement) -> None:
        """What a paragraph right under a goal commands; one that ends in a colon is what its list consists of."""
        self.scope.make_way_for("action", "command")
        for part in promised_parts(statement):
            at = self._add(self._draft(part, "action", "prose", "wording: a command under a goal", score=0.6))
        if statement.text.endswith(":") and self._over_items():
            self.scope.open_label(at, attrs.evolve(self.drafts[at], level="command"))
            self.scope.lead.open("action", statement, None)

    def _aim_over_list(self, statement: Statement) -> None:
        self.scope.make_way_for("objective", "aim")
        draft = self._draft(statement, "objective", "prose", "wording: what the list under it is for", score=0.6)
        at = self._add(attrs.evolve(draft, level="aim"))
        self.scope.open_label(at, self.drafts[at])

    def _year_entry(self, statement: Statement) -> None:
        """`2027: Open a library. Hire two librarians.`: the year is the date of each of them; a last one that ends in
        a colon is what the list under it consists of."""
        year = YEAR_BEFORE.match(statement.text)
        assert year is not None
        count = words_of(statement.lines, statement.text, year.end())
        dated = [word for line in statement.lines for word in line][:count]
        due = due_of_cell(year.group().strip(" :–—-"), self.context.fiscal)
        self.scope.make_way_for("action", "year")
        for sentence in plain_sentences(attrs.evolve(statement, lines=drop_words(statement.lines, count))):
            if not (tells(sentence.text) or promises(sentence.text)):
                continue
            draft = self._draft(sentence, "action", "prose", "wording: planned for a year", score=0.6)
            at = self._add(attrs.evolve(draft, due=due, due_words=tuple(dated)))
            if sentence.text.endswith(":"):
                self.scope.open_label(at, self.drafts[at])
                self.scope.lead.open("action", sentence, due)

    def _typed_measure(self, statement: Statement) -> bool:
        """`Outcome: Share of youth …` where indicators are listed: the word tells what type of indicator it is."""
        typed = TYPED.match(statement.text) if self.scope.table_kind() == "measure" else None
        if typed is None:
            return False
        count = len(typed.group().split())
        rest = attrs.evolve(statement, lines=drop_words(statement.lines, count))
        draft = self._draft(rest, "measure", "prose", f"heading: {self.scope.announced_by()}", score=0.8)
        label = typed.group().strip(" :")
        self._add(attrs.evolve(draft, label=label, label_words=statement.words[:count]))
        return True

    def _under_numbered_title(self, statement: Statement) -> bool:
        """A statement in bold right under `3. Water`: the title's aim."""
        number, self.numbered_title = self.numbered_title, None
        text = statement.text
        if not (number and is_bold(statement) and 6 <= len(text.split()) <= 100 and tells(text)):
            return False
        self.scope.make_way_for("objective", "title")
        evidence = "wording: bold statement under a numbered title"
        draft = self._draft(statement, "objective", "prose", evidence, score=0.7)
        at = self._add(attrs.evolve(draft, level="goal", label=number))
        self.scope.open_label(at, attrs.evolve(self.drafts[at], level="title"))
        return True

    def _run_in_title(self, statement: Statement) -> bool:
        """`Training: The agency will train …` with its title in bold, where a heading announces strategies: one of
        them, as a list item would be."""
        words = statement.words
        title = next((at for at, word in enumerate(words[:9]) if not word.bold or word.text.endswith(":")), 0)
        if not (self.scope.loosely() and words[title].bold and words[title].text.endswith(":")):
            return False
        rest = words[title + 1 :]
        told = " ".join(word.text for word in rest)
        if not rest or rest[0].bold or not (promises(told) or tells(told)):
            return False
        evidence = f"heading: {self.scope.announced_by()}"
        self._add(self._draft(statement, "action", "prose", evidence, score=0.6))
        return True

    def _numbered(self, statement: Statement, label: PrintedLabel | None) -> bool:
        """`2.1 Plant trees …` as a paragraph where list items would be actions or aims: one of them."""
        text = statement.text
        if label is None or label.kind != "number" or label.end >= len(text):
            return False
        listed = self.scope.item_kind(0)
        if listed not in ("action", "objective") or not tells(text[label.end :]) or len(text.split()) > 60:
            return False
        evidence = f"heading: {self.scope.announced_by()}"
        self._add(labelled(self._draft(statement, listed, "prose", evidence, score=0.7), self.context))
        return True

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

    def _reads_as(self, kind: Kind, statement: Statement) -> bool:
        """Whether a paragraph under an announcing heading states what is announced and does not just speak of it: one
        sentence in the form of its kind; the plan's one goal may have several."""
        text = statement.text
        if not 3 <= len(text.split()) <= 120 or says_nothing(text) or (kind == "measure" and is_note(text)):
            return False
        if kind == "objective" and self.scope.is_goal():
            return True
        if self.scope.items_seen() or len(split_sentences(statement)) > 1 or announces_list(text) or points(text):
            return False
        return not explains(text) if kind == "measure" else reads_as_aim(text)

    def _labelled_elsewhere(self) -> bool:
        """Whether what the heading announces bears labels (`Recommendation #1: …` under `Waste recommendations`): then
        text without one explains."""
        announced = self.scope.announced_by().casefold()
        return any(name in announced for name in self.label_names)

    def _finish_pending(self, statement: Statement) -> None:
        pending, self.pending = self.pending, None
        assert pending is not None
        draft = attrs.evolve(pending, lines=statement.lines, text=statement.text, under=self.scope.under())
        at = self._add(draft)
        level, self.pending_level = self.pending_level, None
        if level is None:
            self.scope.open_label(at, self.drafts[at])
        else:
            self.scope.open_record(at, self.drafts[at], level)

    def _lead_in(self, statement: Statement) -> None:
        text = statement.text
        if AIM_BY_WAYS.match(text) and len(text.split()) <= 60:
            self.scope.make_way_for("objective", "aim")
            draft = self._draft(statement, "objective", "prose", "wording: aim with the ways to it", score=0.7)
            at = self._add(attrs.evolve(draft, level="aim"))
            self.scope.open_label(at, self.drafts[at])
            self.scope.lead.open("action", statement, draft.due)
        else:
            last = split_sentences(statement)[-1].text
            for sentence in plain_sentences(statement)[:-1]:
                self._sentences(sentence)
            kind = lead_in_role(text)
            self.scope.lead.open(kind, statement, due_in_statement(last, self.context.fiscal))
            who = who_will(last)
            if kind is None and is_caption(text):
                self.scope.lead.group = Passage(text.rstrip(" :"), statement.words)
            self.scope.lead.owner = Passage(who) if who is not None else None
            self.listed_level = self._following_level() if kind == "action" else None

    def _following_level(self) -> int | None:
        """The level of the heading right behind a lead-in: `… the United States will:` over sister headings."""
        following = self._following()
        return following.level if isinstance(following, Heading) else None

    def _sentences(self, statement: Statement) -> None:
        for sentence in split_sentences(statement):
            text = sentence.text
            if is_goal_sentence(text):
                self.scope.close_goal()
                goal = sentence if len(text) < _LONGEST_GOAL else plain_sentences(sentence)[0]
                at = self._add(self._draft(goal, "objective", "prose", "wording: goal sentence", score=0.7))
                self.scope.open_goal(at)
                continue
            named = None if self.scope.under_note_heading() else quoted_indicator(sentence)
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

    def _label_parts(self, statement: Statement) -> list[Statement]:
        """A paragraph cut where a label starts a line inside it: `Goal 2: …` under `Goal 1: …`; or, in bold or italics,
        a label without a number."""
        cuts = [0]
        for number, line in enumerate(statement.lines):
            if number and line:
                printed = " ".join([word.text for word in line])
                label = printed_label(printed, self.context.vocabulary)
                styled = line[0].bold or line[0].italic
                labels = label is not None and label.kind == "word" and label.role in STATEMENT_KINDS
                named = labels and label is not None and (label.number or styled)
                named = named or (names_itself(printed) and _goes_with(statement.lines[cuts[-1] : number], line))
                listed = self.scope.table_kind() == "measure" and TYPED.match(printed) is not None
                if named or listed or starts_field(printed, self.context):
                    cuts.append(number)
        if len(cuts) == 1:
            return [statement]
        bounds = [*cuts, len(statement.lines)]
        return [Statement(statement.lines[a:b]) for a, b in itertools.pairwise(bounds)]


_OPEN_END = (",", "-", "–", "&", "/", "(")


def _goes_with(above: Sequence[Sequence[Word]], line: Sequence[Word]) -> bool:
    """Whether a line that names what it says stands under another such line (`Outcome: …` over `Indicator: …`,
    `Objective 2. …` over `Threats: …`), or has its name alone in bold."""
    last = above[-1][-1].text
    if last.endswith(_OPEN_END):
        return False
    end = next(at for at, word in enumerate(line, 1) if word.text.endswith(":"))
    bold = all(word.bold for word in line[:end]) and end < len(line) and not line[end].bold
    first = " ".join([word.text for word in above[0]])
    label = printed_label(first)
    labelled_above = label is not None and label.kind == "word" and label.role is not None
    return bold or labelled_above or names_itself(first)


_FOR_ROWS = "wording: what a table's rows are for"


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
    if not told or len(bare.split()) < 4:
        return False
    sentences = split_sentences(statement)
    if len(sentences) == 1 or bare != text:
        return len(text.split()) <= 40
    return len(sentences) <= 4 and all(tells(part.text) or promises(part.text) for part in sentences)


def _are_listed_together(draft: Draft, listed: Draft) -> bool:
    """Whether two drafts are items of one list, which may go on under the same title on the next slide (`3)`, `4)`)."""
    if draft.basis != "list" or draft.under != listed.under:
        return False
    numbered = (draft.label or "").isdigit() and (listed.label or "").isdigit()
    return draft.evidence == listed.evidence or numbered


def _without_axis(statement: Statement) -> Statement:
    """A chart's title without the figures of its axis, which stand on lines of their own under it."""
    lines = list(statement.lines)
    while len(lines) > 1 and says_nothing(" ".join(word.text for word in lines[-1])):
        lines.pop()
    return attrs.evolve(statement, lines=tuple(lines))


def _without_note(statement: Statement) -> Statement:
    """The statement without the lines of a starred note under it (`… ASHRAE 90.1* …` / `*American Society of …`)."""
    for number, line in enumerate(statement.lines):
        if number and line and line[0].text.startswith("*") and len(line[0].text) > 1:
            before = [word.text for part in statement.lines[:number] for word in part]
            if any(text.rstrip(".,;").endswith("*") for text in before):
                return attrs.evolve(statement, lines=statement.lines[:number])
    return statement
