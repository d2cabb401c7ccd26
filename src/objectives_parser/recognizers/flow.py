"""Headings, paragraphs and lists → drafts: labelled statements, lists under announcing headings and lead-ins, goal
sentences, dated commitments."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs
import regex

from objectives_parser.document import Heading, ListItem, Paragraph, Table, Word
from objectives_parser.drafts import Context, Draft, Passage, plain
from objectives_parser.labelling import drop_words, label_of, labelled
from objectives_parser.recognizers.commitments import commitment_kind, promises, without_circumstance
from objectives_parser.recognizers.enumerations import enumeration
from objectives_parser.recognizers.fieldlines import field_line, starts_field, with_field
from objectives_parser.recognizers.loose_cells import lists_in_cells
from objectives_parser.recognizers.namesakes import listed_before, served_by, titled_before
from objectives_parser.recognizers.scope import Announced, Scope
from objectives_parser.recognizers.unsaying import is_axis
from objectives_parser.recognizers.wordings import (
    AIM_BY_WAYS,
    CAPTION,
    COUNT_CAPTION,
    DATES_ALL,
    DESCRIBES,
    GOAL_SENTENCE,
    NAMED_INDICATOR,
    OPEN_SPAN,
    REPORTS,
    SPEAKS_OF,
    STAGE,
    TERM,
    announces_list,
    asks_how,
    describes,
    explains,
    explains_count,
    first_sentence,
    is_done,
    is_note,
    is_title_in_capitals,
    names_deed,
    points,
    reads_as_aim,
    says_nothing,
    tells,
    who_will,
    without_purpose,
)
from objectives_parser.records import Basis, Due, Kind
from objectives_parser.roles import (
    HeaderRole,
    PrintedLabel,
    heading_role,
    is_imperative,
    is_lead_in,
    lead_in_role,
    printed_label,
)
from objectives_parser.statements import (
    Statement,
    block_statement,
    plain_sentences,
    split_sentences,
    titled,
)
from objectives_parser.values import due_in_statement, may_name_date

_PART_END = regex.compile(r";\s")
_STRATEGIES = regex.compile(r"\bstrategies:?$", regex.IGNORECASE)
_PILLAR = "label: a part of the plan over its aim"
_LONGEST_GOAL = 400
_ASKS = regex.compile(r"(?:how|what|who|why|when|where)\b", regex.IGNORECASE)
_COUNTED = regex.compile(r"indicator|metric|kpi", regex.IGNORECASE)
_KINDS = ("objective", "measure", "milestone", "action")
# A mission or vision sentence says what a body is for; it commits to no end state of the plan.
_NO_RECORD = frozenset({"mission", "vision", "purpose", "value"})


@attrs.define(kw_only=True, eq=False)
class FlowReader:
    """Walks over the blocks between tables and keeps the scope: what headings, labels and lead-ins are open."""

    context: Context
    scope: Scope
    drafts: list[Draft]
    heading_words: list[Word] = attrs.field(factory=list)
    pending: Draft | None = None
    numbered_title: str | None = None
    imperative_lists: frozenset[int] = frozenset()
    over_tables: dict[int, frozenset[str]] = attrs.field(factory=dict)
    blocks: Sequence[object] = ()
    aims: dict[int, Kind] = attrs.field(factory=dict)
    aim_items: frozenset[int] = frozenset()
    repeated: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    listed_level: int | None = None
    position: int = 0
    above: list[tuple[Statement, Basis]] = attrs.field(factory=list)
    over_values: frozenset[int] = frozenset()
    charted: bool = False
    cover_owner: Passage | None = None

    # --- headings -----------------------------------------------------------------------------------------------

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
        names = label is not None and label.role in _KINDS and label.kind == "word" and label.level not in _NO_RECORD
        if self._serves_labelled(block, statement):
            return
        if names and label is not None and (label.number or announced is None):
            if self._titled_again(block, statement, label):
                return
            self._labelled_block(statement, "heading", block.level)
            return
        if self._unlabelled_record(block, statement) or self._printed_again(block, statement):
            return
        self.charted = False
        if announced is None and self._over_values(statement, "heading", titled):
            return
        if label is not None and label.kind == "number" and label.role is None:
            self.numbered_title = label.text
        self.heading_words.extend(statement.words)
        part = text.casefold().strip(" :?") in self.repeated and self.scope.names_record(block.level)
        # `What will we do?` in the type of `Priority 1: …`, again under each priority, is a part of it.
        level = block.level + 1 if part and announced is not None and announced.role != "objective" else block.level
        self.scope.open_heading(level, Passage(_without_number(text, label), statement.words))
        if TERM.match(text) and (due := due_in_statement(text, self.context.fiscal)) is not None:
            self.scope.due_for_all(due)
        self.above = [(statement, "heading")] if len(text.split()) >= 4 else []
        self._announce(text, announced)
        named = NAMED_INDICATOR.match(text)
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
            label = label_of(statement.text, self.context)
            self.scope.open_caption(Passage(_without_number(statement.text, label), statement.words))
            self._announce(statement.text, heading_role(statement.text, self.context.vocabulary))

    def _count_caption(self, statement: Statement, basis: Basis) -> None:
        """`Number of call centers with expanded hours:` over its dated steps: the measure that they work towards."""
        self.scope.make_way_for("measure", "counted")
        at = self._add(self._draft(statement, "measure", basis, "wording: counted, over its steps", score=0.6))
        self.scope.lead("milestone", statement, None)
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
        if found is None or role is None or role.role not in _KINDS:
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
        return heading_role(short, self.context.vocabulary) if found is None and short != text else found

    def _announce(self, text: str, announced: HeaderRole | None) -> None:
        """What the heading just opened says of what stands under it. Under a note (`Additional information`) no heading
        announces anything; one that ends in `Strategies` lists what will be done."""
        strategies = _STRATEGIES.search(text) is not None
        if (announced is None or announced.role == "note") and SPEAKS_OF.search(text):
            announced = HeaderRole(role="note", strength=1.0, term="note")
        if announced is None and strategies:
            announced = HeaderRole(role="action", strength=0.8, term="strategies")
        if announced is None or (announced.role == "note" and announced.strength <= 0.95):
            return
        named = announced.role in _KINDS and announced.strength >= 0.95
        if announced.role != "note" and self.scope.under_note(same_page=named):
            return
        self.scope.announce(
            Announced(
                role=announced.role,
                level=announced.level,
                single=announced.term == "goal statement"
                or text.rstrip(":").casefold() in ("goal", "objective", "our goal"),
                topic=_topic(text, announced.term),
                table=announced.role in self.over_tables.get(self.position, ()),
                items_only=strategies,
                counted=_COUNTED.search(announced.term) is not None,
                reports=SPEAKS_OF.search(text) is not None or REPORTS.search(announced.term) is not None,
            )
        )

    def _pseudo_heading(self, statement: Statement) -> bool:
        """A short line in the type of the text over the list that it names: `Goal Statement`, `Challenge`."""
        text = statement.text
        if len(text.split()) > (20 if text.isupper() else 10) or text.endswith((".", ";", ",")):
            return False
        announced = self._announced_by(text)
        named = announced is not None and announced.strength >= 0.95 and len(text.split()) <= 4
        asked = _is_bold(statement) and (announced is not None or text.endswith("?"))
        asked = asked or is_title_in_capitals(text)
        if not named and not asked and not (SPEAKS_OF.search(text) and self._over_items()):
            return False
        self.heading_words.extend(statement.words)
        self.scope.open_pseudo(Passage(text, statement.words))
        self.above = []
        self._announce(text, announced)
        return True

    def _over_items(self) -> bool:
        """Whether a list follows the block at hand."""
        following = self.blocks[self.position + 1 : self.position + 2]
        return bool(following) and isinstance(following[0], ListItem)

    def _labelled_block(self, statement: Statement, basis: Basis, level: int | None) -> None:
        """`Goal 1: Increase …`; or the label alone, whose statement is the next block (`Action Item A (mt) ::`)."""
        label = label_of(statement.text, self.context)
        assert label is not None and label.role is not None
        kind: Kind = label.role  # type: ignore[assignment]
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
            return
        if label.text.casefold().startswith("goal statement") or (label.text.casefold() == "goal" and not self.drafts):
            draft = attrs.evolve(draft, announced_goal=True)
        at = self._add(labelled(draft, self.context))
        if basis == "heading" and level is not None:
            self.scope.open_record(at, self.drafts[at], level)
        elif not aside:
            self.scope.open_label(at, self.drafts[at])

    # --- paragraphs ---------------------------------------------------------------------------------------------

    def strategy_above(self, rows: Sequence[Draft]) -> int | None:
        """The one line that stands over a table of actions or milestones and tells what they are for: `Create an
        unsheltered homelessness strategy that targets …`; None where several lines or none do, or the table has
        objectives of its own."""
        lines, self.above = self.above, []
        kinds = {draft.kind for draft in rows}
        told = [(statement, basis) for statement, basis in lines if _names_strategy(statement, basis)]
        if "objective" in kinds or not kinds & {"action", "milestone"} or len(told) != 1 or len(lines) > 2:
            return None
        if any(draft.label and draft.level == "strategy" for draft in self.drafts):
            return None
        statement, basis = told[0]
        listed = self._listed_strategy(statement)
        if listed is not None:
            return listed
        draft = self._draft(statement, "objective", basis, "wording: what a table's rows are for", score=0.6)
        return self._add(labelled(attrs.evolve(draft, level="strategy", category=None), self.context))

    def _listed_strategy(self, statement: Statement) -> int | None:
        """The strategy of an earlier list that the line above a table prints again: it and its sisters are aims, since
        the tables' rows hang under them."""
        wanted = plain(statement.text)
        at = next(
            (n for n, draft in enumerate(self.drafts) if draft.basis == "list" and plain(draft.text) == wanted), None
        )
        if at is None or self.drafts[at].kind not in ("action", "objective"):
            return None
        evidence = self.drafts[at].evidence
        for number, draft in enumerate(self.drafts):
            if draft.basis == "list" and draft.kind == "action" and draft.evidence == evidence:
                self.drafts[number] = attrs.evolve(draft, kind="objective", level="strategy")
        self.heading_words.extend(statement.words)
        return at

    def paragraph(self, block: Paragraph) -> None:
        for statement in self._label_parts(block_statement(block.lines)):
            self._paragraph(_without_note(statement))

    def _paragraph(self, statement: Statement) -> None:
        text = statement.text
        if self.pending is not None:
            self._finish_pending(statement)
            return
        if self._field_line(statement) or self._pseudo_heading(statement):
            return
        label = label_of(text, self.context)
        if label is not None and label.role in _KINDS and label.kind == "word" and len(text) < 1500:
            told = label.level not in _NO_RECORD and not DESCRIBES.search(label.text)
            if told and not self._listed_in_line(statement, label):
                self._labelled_block(statement, "prose", None)
            return
        self.scope.close_lead()
        if self._over_values(statement, "prose") or (
            self.charted and not text.endswith(".") and len(text.split()) < 12
        ):
            return  # what is printed in a chart: its legend
        if COUNT_CAPTION.match(text) and self.drafts:
            self._count_caption(statement, "prose")
            return
        if is_lead_in(text):
            self._lead_in(statement)
            return
        if self._enumerated(statement):
            return
        if self.numbered_title and _is_bold(statement) and 6 <= len(text.split()) <= 100 and tells(text):
            self.scope.make_way_for("objective", "title")
            draft = self._draft(
                statement, "objective", "prose", "wording: bold statement under a numbered title", score=0.7
            )
            at = self._add(attrs.evolve(draft, level="goal", label=self.numbered_title))
            self.scope.open_label(at, attrs.evolve(self.drafts[at], level="title"))
            self.numbered_title = None
            return
        self.numbered_title = None
        if self._dates_all(statement):
            return
        kind = self.scope.paragraph_kind()
        statement = _without_axis(statement) if kind == "measure" else statement
        if kind is None and label is not None and label.kind == "number" and label.end < len(text):
            listed = self.scope.item_kind(0)
            if listed in ("action", "objective") and tells(text[label.end :]) and len(text.split()) <= 60:
                evidence = f"heading: {self.scope.announced_by()}"
                self._add(labelled(self._draft(statement, listed, "prose", evidence, score=0.7), self.context))
                return
        if kind is not None and self._reads_as(kind, statement):
            self._add(self._draft(statement, kind, "prose", f"heading: {self.scope.announced_by()}", score=0.8))
            return
        self.above.append((statement, "prose"))
        self._sentences(statement)

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

    def _finish_pending(self, statement: Statement) -> None:
        pending, self.pending = self.pending, None
        assert pending is not None
        draft = attrs.evolve(pending, lines=statement.lines, text=statement.text, under=self.scope.under())
        at = self._add(draft)
        self.scope.open_label(at, self.drafts[at])

    def _lead_in(self, statement: Statement) -> None:
        text = statement.text
        if AIM_BY_WAYS.match(text) and len(text.split()) <= 60:
            self.scope.make_way_for("objective", "aim")
            draft = self._draft(statement, "objective", "prose", "wording: aim with the ways to it", score=0.7)
            at = self._add(attrs.evolve(draft, level="aim"))
            self.scope.open_label(at, self.drafts[at])
            self.scope.lead("action", statement, draft.due)
        else:
            last = split_sentences(statement)[-1].text
            kind = lead_in_role(text)
            self.scope.lead(kind, statement, due_in_statement(last, self.context.fiscal))
            who = who_will(last)
            self.scope.lead_owner = Passage(who) if who is not None else None
            self.listed_level = self._following_level() if kind == "action" else None

    def _following_level(self) -> int | None:
        """The level of the heading right behind a lead-in: `… the United States will:` over sister headings."""
        following = self.blocks[self.position + 1 : self.position + 2]
        return following[0].level if following and isinstance(following[0], Heading) else None

    def _sentences(self, statement: Statement) -> None:
        for sentence in split_sentences(statement):
            text = sentence.text
            if GOAL_SENTENCE.match(text):
                goal = sentence if len(text) < _LONGEST_GOAL else plain_sentences(sentence)[0]
                at = self._add(self._draft(goal, "objective", "prose", "wording: goal sentence", score=0.7))
                self.scope.open_goal(at)
                continue
            if not may_name_date(text):
                continue
            # A sentence that explains the one before it belongs to its statement, unless only it promises something.
            parts = plain_sentences(sentence)
            if self._promised(parts[0].text) is not None:
                parts = (sentence,)
            for part in parts:
                if (kind := self._promised(part.text)) is not None:
                    self._add(self._draft(part, kind, "prose", "wording: dated commitment", score=0.5))

    def _promised(self, text: str) -> Kind | None:
        """The kind of a dated commitment in running text; None under headings that only explain or report."""
        if not may_name_date(text) or self.scope.under_report() or points(text):
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
                labels = label is not None and label.kind == "word" and label.role in _KINDS
                named = labels and label is not None and (label.number or styled)
                if named or starts_field(printed, self.context):
                    cuts.append(number)
        if len(cuts) == 1:
            return [statement]
        bounds = [*cuts, len(statement.lines)]
        return [Statement(statement.lines[a:b]) for a, b in itertools.pairwise(bounds)]

    # --- list items ---------------------------------------------------------------------------------------------

    def item(self, block: ListItem, number: int) -> None:
        statement = block_statement(block.lines, block.marker)
        if not statement.words:
            return
        text = statement.text
        if self._field_line(statement, self.scope.item_above(block.level)) or says_nothing(text):
            return
        label = label_of(text, self.context)
        if label is not None and label.role in _KINDS and label.kind == "word":
            self._labelled_block(statement, "list", None)
            return
        if number in self.aim_items:
            self._aim_item(statement, block.level)
            return
        if is_lead_in(text) and text.endswith(":") and self._dated_lead(statement):
            return
        if label is not None and label.role is None and label.kind == "word" and self._over_aim(label, text):
            self._pillar(statement, label)
            return
        self._resumed(block, statement)
        kind = self.scope.item_kind(block.level)
        evidence = f"lead-in: {self.scope.announced_by()}"
        score = 0.75
        if kind is None and number in self.imperative_lists and not self.scope.in_note():
            kind, evidence, score = "action", "wording: imperative list", 0.6
        if kind is None and not self.scope.in_note():
            kind, evidence, score = self._under_record(text)
        if kind == "action" and self._is_stage(text, label):
            kind = "milestone"
        if (kind == "action" and is_done(text)) or (kind is not None and points(text)):
            kind = None
        if kind in ("action", "milestone") and (describes(text) or (text.endswith(":") and not tells(text))):
            kind = None
        if kind == "action" and self.scope.loosely() and not self._names_deed(text):
            kind = None
        named = kind == "objective" and text.casefold().strip(" :;,.") in self.sections
        if (
            kind is None
            or (len(text.split()) < 2 and not named)
            or (kind == "measure" and self._explains_measure(text))
        ):
            if block.level == 0:
                self.above.append((statement, "list"))
            self.scope.forget_items(block.level)
            self._sentences(statement)
            return
        draft = attrs.evolve(
            self._draft(statement, kind, "list", evidence, score=score), under=self.scope.under_item(block.level)
        )
        at = self._add(labelled(draft, self.context))
        self.scope.remember_item(block.level, at)
        self.scope.see_item()

    def _resumed(self, block: ListItem, statement: Statement) -> None:
        """Opens the lead-in's list again behind the paragraphs of its last item (`• Expand … . The order called for …`,
        two paragraphs, `• Revise the standards …`)."""
        sign = _sign(block, statement)
        if self.scope.may_resume(sign) and tells(statement.text):
            self.scope.resume()
        self.scope.see_sign(sign)

    def _under_record(self, text: str) -> tuple[Kind | None, str, float]:
        """The kind of an item right under the heading of an objective, or of an action whose steps it may tell."""
        if self.scope.right_under("objective", self.drafts):
            kind: Kind = "measure" if explains_count(text) else "action"
            if text.split()[0].endswith("ed") and not tells(text):
                return None, "", 0.0
            return kind, "wording: list right under an aim's heading", 0.6
        if self.scope.right_under("action", self.drafts) and (tells(text) or promises(text)):
            return "action", "wording: steps right under an action's heading", 0.55
        return None, "", 0.0

    def _is_stage(self, text: str, label: PrintedLabel | None) -> bool:
        """`Phase 1 – by 6/30/18, calls will be received …`: a stage with its date is a checkpoint and no deed."""
        if label is None or label.number is None or not STAGE.match(label.text):
            return False
        return not tells(text[label.end :]) and due_in_statement(text, self.context.fiscal) is not None

    def _over_aim(self, label: PrintedLabel, text: str) -> bool:
        """Whether an item labelled as a part of the plan (`Pillar 1: Developing …`) is an aim: the paragraph under it
        tells it, or one under a sister did."""
        if label.number is None or label.end >= len(text):
            return False
        following = self.blocks[self.position + 1 : self.position + 2]
        told = bool(following) and isinstance(following[0], Paragraph) and _tells_goal(following[0])
        return told or any(draft.label and draft.evidence == (_PILLAR,) for draft in self.drafts)

    def _pillar(self, statement: Statement, label: PrintedLabel) -> None:
        self.scope.make_way_for("objective", "pillar")
        draft = self._draft(statement, "objective", "list", _PILLAR, score=0.6)
        at = self._add(labelled(attrs.evolve(draft, level=None), self.context))
        self.scope.open_label(at, attrs.evolve(self.drafts[at], level="pillar"))

    def _names_deed(self, text: str) -> bool:
        return names_deed(text) or commitment_kind(first_sentence(text)) is not None

    def _aim_item(self, statement: Statement, level: int) -> None:
        """An unlabelled item that labelled ones are nested under: the aim that they serve."""
        name = f"item {level}"
        self.scope.make_way_for("objective", name)
        draft = self._draft(
            titled(statement), "objective", "list", "wording: labelled items nested under it", score=0.7
        )
        at = self._add(attrs.evolve(draft, level="objective"))
        self.scope.open_label(at, attrs.evolve(self.drafts[at], level=name))

    def _explains_measure(self, text: str) -> bool:
        """Whether an item under a measure's heading names no measure: a caption, or, under `Key Indicators`, a sentence
        about them. (`How we will know that we succeeded` takes sentences.)"""
        announced = self.scope.announced()
        counted = announced is not None and announced.counted and not self.scope.lead_open
        return text.endswith(":") or is_note(text) or (counted and explains(text))

    def _dated_lead(self, statement: Statement) -> bool:
        """`Starting from the baseline of September 30, 2017, by September 30, 2019:` over nested items: no statement of
        its own, but the date of the items that complete its sentence."""
        due = due_in_statement(statement.text, self.context.fiscal)
        if due is None or is_imperative(statement.text) or len(statement.text.split()) > 20:
            return False
        self.scope.lead_due = due
        return True

    def loose_cells(self, table: Table) -> None:
        """A table without usable headers: the lists in its cells, and dated commitments in their sentences."""
        for listed in lists_in_cells(table, self.context, self.scope.table_kind()):
            if listed.kind is None:
                self._sentences(listed.statement)
                continue
            draft = self._draft(listed.statement, listed.kind, "table", listed.evidence, score=0.5)
            self._add(labelled(attrs.evolve(draft, category=listed.group), self.context))

    # --- shared -------------------------------------------------------------------------------------------------

    def _due(self, text: str) -> Due | None:
        """The date that the lead-in or the heading gives to what stands under it; its own comes before a heading's."""
        general = self.scope.due_of_heading()
        if self.scope.lead_due is None and general is not None and due_in_statement(text, self.context.fiscal) is None:
            return general
        return self.scope.lead_due

    def _draft(self, statement: Statement, kind: Kind, basis: Basis, evidence: str, *, score: float = 0.6) -> Draft:
        return Draft(
            kind=kind, lines=statement.lines, text=statement.text, label_words=statement.marker, basis=basis,
            evidence=(evidence,), score=score, under=self.scope.under(), category=self.scope.category(),
            level=self.scope.level() if kind == "objective" else None, due=self._due(statement.text),
            owner=self.scope.lead_owner if basis == "list" else None,
            announced_goal=kind == "objective" and self.scope.is_goal(),
        )  # fmt: skip

    def _add(self, draft: Draft) -> int:
        if draft.announced_goal and draft.owner is None and self.cover_owner is not None:
            draft, self.cover_owner = attrs.evolve(draft, owner=self.cover_owner), None
        self.drafts.append(draft)
        return len(self.drafts) - 1

    def _field_line(self, statement: Statement, item: int | None = None) -> bool:
        """`Goal Owner: Stephanie Moore` under a goal: a field of the record above; on the cover, of the plan's goal."""
        line = field_line(statement, self.context)
        if line is None:
            return False
        at = self.scope.current() if item is None else item
        if line.deputy or (at is None and line.role != "owner"):
            return at is not None
        if at is not None:
            self.drafts[at] = with_field(self.drafts[at], line, self.context)
        elif not self.drafts:
            self.cover_owner = self.cover_owner or line.passage
        self.heading_words.extend(line.name_words)
        return True


def _tells_goal(block: Paragraph) -> bool:
    return GOAL_SENTENCE.match(block_statement(block.lines).text) is not None


def _sign(block: ListItem, statement: Statement) -> str:
    """The level of an item and the kind of its marker: glyphs as they are, numbers and letters as such."""
    mark = statement.marker[0].text.strip("().") if statement.marker else ""
    kind = "number" if mark[:1].isdigit() else "letter" if mark.isalpha() and len(mark) <= 3 else mark
    return f"{block.level} {kind}"


def _names_strategy(statement: Statement, basis: Basis) -> bool:
    """Whether a line tells what the rows of the table under it are for: a command, or a list item that promises."""
    text = statement.text
    told = tells(text) or (basis == "list" and promises(text))
    return told and 4 <= len(text.split()) <= 40 and len(split_sentences(statement)) == 1


def _topic(text: str, term: str) -> str | None:
    """What an announcing heading groups by: `Key Milestones: Lean Events`, `Short Term Goals (1-2yr)`; None for one
    that is the header word alone (`Key Milestones`)."""
    if _ASKS.match(text) or without_purpose(text) != text:
        return None
    before, colon, after = text.partition(":")
    if colon and after.strip():
        return after.strip()
    return before if len(before.split()) > len(term.split()) + 1 else None


def _is_bold(statement: Statement) -> bool:
    """Whether the whole statement is printed in bold: more than an emphasis in running text."""
    return all(word.bold for word in statement.words)


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


def _without_number(text: str, label: object) -> str:
    end = getattr(label, "end", 0) if getattr(label, "kind", "") == "number" else 0
    return text[end:].rstrip(":") or text
