"""What is open at a point of the document: headings, labelled records, lead-ins."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.drafts import Draft, Passage, plain
from objectives_parser.labelling import KEY_AIM
from objectives_parser.recognizers.headed_aims import PRIORITIES
from objectives_parser.recognizers.open_headings import Announced, OpenHeading
from objectives_parser.recognizers.open_labels import CAPTIONED, RECORD_RANK, OpenLabel, ranks_before
from objectives_parser.recognizers.open_leads import OpenLead
from objectives_parser.recognizers.parts import names_part
from objectives_parser.records import Due, Kind
from objectives_parser.roles import lead_in_parts

_STATEMENT_KINDS = ("objective", "measure", "milestone", "action")


@attrs.define(eq=False)
class Scope:
    """The open headings, outermost first, and under them the open labelled records, lead-in and list items."""

    stack: list[OpenHeading] = attrs.field(factory=list)
    labels: list[OpenLabel] = attrs.field(factory=list)
    lead: OpenLead = attrs.field(factory=OpenLead)
    last_listed: tuple[str, int] | None = None
    opened: int = 0

    # --- opening ------------------------------------------------------------------------------------------------

    def open_heading(self, level: int, passage: Passage) -> None:
        self.make_way(level)
        if any(label.sister for label in self.labels):
            # `Measures` under `Goal 1` and its list of objectives are the goal's, not the last objective's
            self.labels = [label for label in self.labels if not label.sister]
        self.stack.append(OpenHeading(level, passage=passage))
        self.opened += 1

    def close_all(self) -> None:
        """An annex begins: nothing before it holds for what stands in it."""
        self.make_way(0)
        self.labels = []

    def open_pseudo(self, passage: Passage, name: str | None = None) -> None:
        """A line in the type of the text that works as a heading: it stands under the real heading, and closes the
        one of its kind before it. If that has the same words (`Goals:` under each `Priority 1: …`), it is a part of
        what was labelled in between, unless that is what ``name`` announces itself."""
        level = next((entry.level for entry in reversed(self.stack) if not entry.pseudo), 0) + 1
        words = plain(passage.text)
        if any(e.pseudo and e.level == level and e.passage and plain(e.passage.text) == words for e in self.stack):
            self.labels = [
                attrs.evolve(label, closes_at=level - 1) if label.closes_at == level and label.name != name else label
                for label in self.labels
            ]
        self.make_way(level)
        self.stack.append(OpenHeading(level, passage=passage, pseudo=True))
        self.opened += 1

    def open_caption(self, passage: Passage, *, grouping: bool) -> None:
        """A table's caption: it names the table that follows and nothing after it; ``grouping`` says that it tells the
        table from others under the same heading."""
        self.open_pseudo(passage)
        self.stack[-1].caption, self.stack[-1].grouping = True, grouping

    def caption_serves(self, at: int, draft: Draft) -> None:
        """The caption names the record that its table is for (`Table 3: Activities under Output 1.1`)."""
        self.labels.append(OpenLabel(CAPTIONED, draft.kind, at, self.stack[-1].level))

    def close_caption(self) -> None:
        """The captioned table is over."""
        if self.stack and self.stack[-1].caption:
            self.stack.pop()
            self.labels = [label for label in self.labels if label.name != CAPTIONED]

    def make_way(self, level: int, kind: Kind | None = None, name: str | None = None) -> None:
        """Closes what a heading of that level closes; if it states a record itself, never one that ranks before it
        (`Action Item A` printed like the title of its goal). What stands under its own sister it closes in any case
        (`Aim: …` under `Priority 1` at `Priority 2`)."""
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()
        self.lead.close()
        self.lead.listed = None
        sister = next(
            (n for n, label in enumerate(self.labels) if label.name == name and label.closes_at >= level), None
        )
        self.labels = self.labels[:sister]
        self.labels = [label for label in self.labels if label.closes_at < level or ranks_before(label, kind, name)]

    def make_way_for(self, kind: Kind, name: str | None) -> None:
        """Closes the labelled records that one of that kind and level word closes, its own rank and deeper ones, and
        the lines that worked as headings under them (`Goals:` under `Priority 1: …` at `Priority 2: …`)."""
        self.lead.close()
        names = [label.name for label in self.labels]
        if (name or kind) in names:
            sister = self.labels[names.index(name or kind)]
            self.labels = self.labels[: names.index(name or kind)]
            while len(self.stack) > sister.depth and self.stack[-1].pseudo:
                self.stack.pop()
            self._close_parts_of(sister)
        self.labels = [label for label in self.labels if RECORD_RANK[label.kind] <= RECORD_RANK[kind]]

    def _close_parts_of(self, sister: OpenLabel) -> None:
        """Closes the headings that stood under a labelled record when its sister begins (`Main outputs` under `Specific
        objective 1.1`, before `Specific objective 1.2`), so that these do not hold for the sister."""
        deeper = [entry for entry in self.stack if entry.level > sister.closes_at]
        if deeper and all(entry.record is None for entry in deeper):
            self.stack = [entry for entry in self.stack if entry.level <= sister.closes_at]

    def open_record(self, at: int, draft: Draft, level: int) -> None:
        """A heading that states a record: `Goal 1: Increase …`."""
        self.stack.append(OpenHeading(level, record=at))
        self.opened += 1
        self.open_for(at, draft, level)

    def open_for(self, at: int, draft: Draft, level: int) -> None:
        """A heading that names an earlier record by its label: what follows serves it."""
        self._open_label(draft.level or draft.kind, draft.kind, at, level)

    def announce(self, announced: Announced) -> None:
        if self.stack:
            self.stack[-1].announced = announced

    def explanation(self) -> str:
        """The words of the innermost heading of the document's own if it is a note's, else none."""
        entry = next((entry for entry in reversed(self.stack) if not entry.pseudo), None)
        noted = entry is not None and entry.announced is not None and entry.announced.role == "note"
        return entry.passage.text if noted and entry is not None and entry.passage is not None else ""

    def close_explanation(self) -> None:
        """The note's heading is over, and the lines under it that worked as headings."""
        while self.stack and self.stack.pop().pseudo:
            pass

    def due_for_all(self, due: Due) -> None:
        """The date by which all that stands under the innermost heading is to be done."""
        if self.stack:
            self.stack[-1].due = due

    def due_of_heading(self) -> Due | None:
        """The date that the innermost heading with one gives to all under it."""
        return next((entry.due for entry in reversed(self.stack) if entry.due is not None), None)

    def open_label(self, at: int, draft: Draft, level: int | None = None) -> None:
        """A labelled record in the text; ``level`` is that of the heading which is its label."""
        if level is None:
            level = self.heading_level()
        name = draft.level or draft.kind
        place = (name, self.opened)
        sister = draft.basis == "list" and draft.kind == "objective" and place == self.last_listed
        self.last_listed = place if draft.basis == "list" and draft.kind == "objective" else self.last_listed
        self._open_label(name, draft.kind, at, level, sister=sister)

    def _open_label(self, name: str, kind: Kind, at: int, level: int, *, sister: bool = False) -> None:
        self.labels.append(OpenLabel(name, kind, at, level, sister, depth=len(self.stack)))

    def close_strategies(self) -> None:
        """Another goal does not serve a strategy of the one before it."""
        self.labels = [label for label in self.labels if label.name != "strategy"]

    def close_goal(self) -> None:
        """Another goal sentence does not serve the one before it."""
        self.labels = [label for label in self.labels if label.name != "goal sentence"]

    def open_goal(self, at: int) -> None:
        """A goal sentence under its title."""
        self.close_goal()
        self._open_label("goal sentence", "objective", at, self.heading_level())

    def labels_under_lead(self, at: int, draft: Draft) -> None:
        """A record whose list is open: its items hang on it."""
        self._open_label("counted", draft.kind, at, self.heading_level())

    # --- asking -------------------------------------------------------------------------------------------------

    def announced(self) -> Announced | None:
        """What the innermost announcing heading announces: it holds for the headings under it that announce nothing."""
        return _announced(self.stack)

    def heading_level(self) -> int:
        """The level of the innermost open heading, 0 without one."""
        return self.stack[-1].level if self.stack else 0

    def names_record(self, level: int) -> bool:
        """Whether the innermost open heading of that level states a record."""
        return any(entry.level == level and entry.record is not None for entry in self.stack)

    def holds_wider(self, level: int, role: str, name: str | None) -> bool:
        """Whether the innermost heading, which is of that level, or the text under it states by a label what one of
        that role and level word would serve (`GOAL: …` over `Strategic Objectives`, under headings of one size)."""
        return (
            role in _STATEMENT_KINDS
            and bool(self.stack and self.labels)
            and self.stack[-1].level == self.labels[-1].closes_at == level
            and ranks_before(self.labels[-1], role, name)  # type: ignore[arg-type]
        )

    def labels_in_text(self, level: int, drafts: Sequence[Draft]) -> bool:
        """Whether the text under the open heading of that level, and no heading, states by a numbered label what its
        parts belong to (`GOAL 2: …` in the type of the text over `Rationale:`, `Objectives:`)."""
        if not self.labels or not any(entry.level == level and entry.record is None for entry in self.stack):
            return False
        last = self.labels[-1]
        draft = drafts[last.at]
        return last.closes_at == level and draft.basis == "prose" and draft.evidence[0].startswith("label: ")

    def lists_one_aim(self, level: int, drafts: Sequence[Draft]) -> bool:
        """Whether the list under the open heading of that level states one aim, which the lists under its sisters serve
        (`What we want to achieve` over one bullet, then `What we will do`)."""
        listing = next((entry for entry in self.stack if entry.level == level and entry.record is None), None)
        if listing is None or listing.announced is None or listing.announced.role != "objective" or not self.labels:
            return False
        last = self.labels[-1]
        return not last.sister and last.closes_at == level and drafts[last.at].basis == "list" and listing.items

    def see_item(self) -> None:
        """A list item of the announced kind has been met: the paragraphs that follow only speak of it."""
        if self.stack:
            self.stack[-1].items = True

    def items_seen(self) -> bool:
        return bool(self.stack) and self.stack[-1].items

    def announced_by(self) -> str:
        return self.lead.text[-60:] if self.lead.is_open else self.innermost()

    def innermost(self) -> str:
        """The words of the innermost heading or caption."""
        return self.stack[-1].passage.text if self.stack and self.stack[-1].passage else ""

    def item_kind(self, level: int) -> Kind | None:
        if self.lead.is_open and not self.only_parts():
            return self.lead.kind
        announced = self.announced()
        if announced is not None and announced.table and announced.role in ("measure", "milestone"):
            return None
        return self._kind()

    def loosely(self) -> bool:
        """Whether only a heading that ends in `Strategies` says what the items are: they may be risks and facts too."""
        announced = self.announced()
        told = self.lead.is_open and not self.only_parts()
        return not told and announced is not None and announced.items_only

    def only_parts(self) -> bool:
        """Whether the open lead-in (`The effort includes:`) only parts what a heading `Strategies` announces."""
        announced = self.announced()
        return (
            self.lead.kind is None and announced is not None and announced.items_only and lead_in_parts(self.lead.text)
        )

    def paragraph_kind(self) -> Kind | None:
        announced = self.announced()
        if announced is not None and (announced.table or announced.items_only):
            return None
        kind = self._kind()
        # Prose under a heading that stands below `Core responsibilities: planned results` describes.
        inherited = not self.stack or self.stack[-1].announced is None
        return None if kind == "objective" and inherited else kind

    def _kind(self) -> Kind | None:
        return _kind_of(self.announced())

    def right_under(self, kind: Kind, drafts: Sequence[Draft]) -> bool:
        """Whether the innermost heading is itself a record of that kind: a list under an objective's heading is what
        will be done for it, one under an action's what it consists of."""
        record = self.stack[-1].record if self.stack else None
        return record is not None and drafts[record].kind == kind

    def right_under_key_aim(self, drafts: Sequence[Draft]) -> bool:
        """Whether the innermost heading is `O1: …`: the list under it holds its key results."""
        record = self.stack[-1].record if self.stack else None
        return record is not None and KEY_AIM.fullmatch(drafts[record].label or "") is not None

    def table_kind(self) -> Kind | None:
        """The kind that the headings above announce for a table whose own header leaves its statements unnamed."""
        return self._kind()

    def kind_above(self, level: int) -> Kind | None:
        """The kind that the headings above announce for one of that level, which closes its sisters."""
        return _kind_of(_announced([entry for entry in self.stack if entry.level < level]))

    def names_priorities(self) -> bool:
        """Whether the innermost heading says that what stands under it are priorities (`Our priorities`)."""
        return self._kind() == "objective" and PRIORITIES.search(self.innermost()) is not None

    def under_note(self, *, same_page: bool = False) -> bool:
        """Whether the innermost heading but the last stands under a note's heading; if wanted, on the same page: the
        smaller title of the next slide closes the note of the slide before."""
        pages = [entry.passage.words[0].page if entry.passage and entry.passage.words else None for entry in self.stack]
        return any(
            entry.announced is not None
            and entry.announced.role == "note"
            and not (same_page and page is not None and page != pages[-1])
            for entry, page in zip(self.stack[:-1], pages[:-1], strict=True)
        )

    def in_note(self) -> bool:
        """Whether a heading or a lead-in says that what follows explains or reports."""
        return self.under_note_heading() or (
            self.lead.is_open and self.lead.kind is None and not lead_in_parts(self.lead.text)
        )

    def under_note_heading(self) -> bool:
        """Whether the innermost heading is a note's."""
        announced = self.announced()
        return announced is not None and announced.role == "note"

    def under_report(self) -> bool:
        """Whether the innermost heading is a note's that tells of what was or is."""
        announced = self.announced()
        return announced is not None and announced.role == "note" and announced.reports

    def is_goal(self) -> bool:
        """Whether what stands here is the plan's one goal."""
        announced = self.announced()
        return announced is not None and announced.single and announced.role == "objective" and not self.lead.is_open

    def level(self) -> str | None:
        announced = self.announced()
        return announced.level if announced else None

    def category(self) -> Passage | None:
        """The nearest heading that groups and states no record itself. A table's caption groups where it tells sister
        tables apart; else it says what the table shows."""
        for entry in reversed(self.stack):
            if entry.record is not None:
                return None
            if (entry.caption and not entry.grouping) or (
                entry.passage is not None and entry.announced is None and names_part(entry.passage.text)
            ):
                continue
            asked = entry.pseudo and entry.passage is not None and entry.passage.text.endswith("?")
            if entry.passage is not None and entry.announced is None and not asked:
                return entry.passage
            if entry.passage is not None and entry.announced is not None and entry.announced.topic:
                return Passage(entry.announced.topic, entry.passage.words)
        return None

    def under(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(label.at for label in self.labels))

    def under_item(self, level: int) -> tuple[int, ...]:
        return (*self.under(), *self.lead.items_above(level))

    def current(self) -> int | None:
        """The record that a field line speaks of: the innermost one open."""
        under = self.under()
        return under[-1] if under else None


def _announced(stack: Sequence[OpenHeading]) -> Announced | None:
    """What the innermost announcing heading announces, unless one inside it states a record itself; one that only names
    a part (`Focus area: Teaching`) leaves what is announced above it."""
    for entry in reversed(stack):
        if entry.announced is not None and not (entry.announced.role == "category" and entry.announced.topic):
            return entry.announced
        if entry.record is not None:
            return None
    return None


def _kind_of(announced: Announced | None) -> Kind | None:
    if announced is not None and announced.role in _STATEMENT_KINDS:
        return announced.role  # type: ignore[return-value]
    return None
