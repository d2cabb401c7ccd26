"""What is open at a point of the document says of what stands there: its kind, its group, what it serves."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.drafts import Draft, Passage
from objectives_parser.labelling import KEY_AIM
from objectives_parser.recognizers.headed_aims import PRIORITIES
from objectives_parser.recognizers.open_headings import Announced, OpenHeading
from objectives_parser.recognizers.open_labels import ranks_before
from objectives_parser.recognizers.open_scope import OpenScope
from objectives_parser.recognizers.parts import names_part
from objectives_parser.records import STATEMENTS, Due, Kind
from objectives_parser.roles import lead_in_parts


@attrs.define(eq=False)
class Scope(OpenScope):
    """Answers what the open headings, labelled records and lead-ins say of what stands under them."""

    def due_of_heading(self) -> Due | None:
        """The date that the innermost heading with one gives to all under it."""
        return next((entry.due for entry in reversed(self.stack) if entry.due is not None), None)

    def explanation(self) -> str:
        """The words of the innermost heading of the document's own if it is a note's, else none."""
        entry = next((entry for entry in reversed(self.stack) if not entry.pseudo), None)
        noted = entry is not None and entry.announced is not None and entry.announced.role == "note"
        return entry.passage.text if noted and entry is not None and entry.passage is not None else ""

    def announced(self) -> Announced | None:
        """What the innermost announcing heading announces: it holds for the headings under it that announce nothing."""
        return _announced(self.stack)

    def names_record(self, level: int) -> bool:
        """Whether the innermost open heading of that level states a record."""
        return any(entry.level == level and entry.record is not None for entry in self.stack)

    def ends_parts(self, level: int) -> bool:
        """Whether a heading of that level that announces something is none of the parts of the aim of that level, since
        these stand under headings of a deeper level, but a part of the wider aim (`Our performance` over the measures
        of `1. …`, in the type of `1.2 …` over `How we will do it`)."""
        wider = any(entry.record is not None and entry.level < level for entry in self.stack)
        parted = any(entry.level > level and entry.announced and not entry.pseudo for entry in self.stack)
        return wider and parted

    def holds_wider(self, level: int, role: str, name: str | None) -> bool:
        """Whether the innermost heading, which is of that level, or the text under it states by a label what one of
        that role and level word would serve (`GOAL: …` over `Strategic Objectives`, under headings of one size)."""
        return (
            role in STATEMENTS
            and bool(self.stack and self.labels)
            and self._innermost_of(level) == self.labels[-1].closes_at == level
            and ranks_before(self.labels[-1], role, name, self.nesting)  # type: ignore[arg-type]
        )

    def _innermost_of(self, level: int) -> int:
        """The level of the innermost heading; of one whose text says an aim, also behind parts of that (`Actions` one
        deeper)."""
        outer = next((e for e in reversed(self.stack) if e.level <= level or e.announced is None), None)
        said = outer is not None and outer.record is None and outer.announced is not None
        return outer.level if said and outer is not None else self.heading_level()

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

    def heading_of(self, level: int) -> OpenHeading | None:
        """The open heading of that level that the document prints."""
        return next((entry for entry in reversed(self.stack) if entry.level == level and not entry.pseudo), None)

    def announces_at(self, level: int) -> bool:
        """Whether the innermost heading is of that level and announces something."""
        return bool(self.stack) and self.stack[-1].level == level and self.stack[-1].announced is not None

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
        return self.announced_kind()

    def announced_kind(self) -> Kind | None:
        """What the heading above says that the items of its lists are."""
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
        """What a paragraph states here, as far as the headings over it say; None where they say nothing of
        paragraphs."""
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

    def label_over(self, drafts: Sequence[Draft]) -> str:
        """The label of the record whose heading the innermost one, which announces something, stands right under."""
        if len(self.stack) < 2 or self.stack[-1].record is not None or self.stack[-1].announced is None:
            return ""
        record = self.stack[-2].record
        return drafts[record].label or "" if record is not None else ""

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
    if announced is not None and announced.role in STATEMENTS:
        return announced.role  # type: ignore[return-value]
    return None
