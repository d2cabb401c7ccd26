"""What opens and closes at a point of the document: headings, labelled records, captions."""

from __future__ import annotations

import attrs

from objectives_parser.drafts import Draft, Passage, plain
from objectives_parser.recognizers.open_headings import Announced, OpenHeading
from objectives_parser.recognizers.open_labels import CAPTIONED, NESTING, RECORD_RANK, OpenLabel, ranks_before
from objectives_parser.recognizers.open_leads import OpenLead
from objectives_parser.records import Due, Kind


@attrs.define(eq=False)
class OpenScope:
    """The open headings, outermost first, and under them the open labelled records, lead-in and list items."""

    stack: list[OpenHeading] = attrs.field(factory=list)
    labels: list[OpenLabel] = attrs.field(factory=list)
    lead: OpenLead = attrs.field(factory=OpenLead)
    last_listed: tuple[str, int] | None = None
    opened: int = 0
    nesting: tuple[str, ...] = NESTING

    def open_heading(self, level: int, passage: Passage) -> None:
        """A heading that states no record: it groups what stands under it."""
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
        self.labels = [
            label for label in self.labels if label.closes_at < level or ranks_before(label, kind, name, self.nesting)
        ]

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
        elif kind in ("objective", "action"):
            self._close_measures()
        self.labels = [label for label in self.labels if RECORD_RANK[label.kind] <= RECORD_RANK[kind]]

    def _close_measures(self) -> None:
        """Closes the line that worked as a heading over measures or milestones: a labelled aim or deed is none of these
        (`Outcome measures:` of the objective, then `Strategy 1.1: …` with `Output measures:` of its own)."""
        while self.stack and self.stack[-1].pseudo:
            announced = self.stack[-1].announced
            if announced is None or announced.role not in ("measure", "milestone"):
                break
            self.stack.pop()

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

    def close_explanation(self) -> None:
        """The note's heading is over, and the lines under it that worked as headings."""
        while self.stack and self.stack.pop().pseudo:
            pass

    def due_for_all(self, due: Due) -> None:
        """The date by which all that stands under the innermost heading is to be done."""
        if self.stack:
            self.stack[-1].due = due

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

    def heading_level(self) -> int:
        """The level of the innermost open heading, 0 without one."""
        return self.stack[-1].level if self.stack else 0
