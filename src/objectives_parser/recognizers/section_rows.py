"""Section rows → drafts and categories: a row over the width of a table states an aim, lists aims, or names the rows
below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from objectives_parser.document import Cell, Line
from objectives_parser.drafts import Passage, Spot
from objectives_parser.labelling import label_of, labelled, words_of
from objectives_parser.layout.wrapping import starts_item
from objectives_parser.recognizers.cell_passages import cell_text, cell_words
from objectives_parser.recognizers.fieldlines import field_line, with_field
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.recognizers.naming_rows import section_cell
from objectives_parser.recognizers.open_tables import OpenTable, cell_draft
from objectives_parser.recognizers.rows_of_facts import says_of_row_above
from objectives_parser.recognizers.section_names import (
    announces_kind,
    is_row_note,
    listed_kind,
    up_to_name,
    without_number,
)
from objectives_parser.recognizers.section_signs import SectionSigns
from objectives_parser.recognizers.wordings import is_goal_sentence
from objectives_parser.records import STATEMENTS, Kind
from objectives_parser.roles import PrintedLabel
from objectives_parser.statements import Statement, block_statement, cell_statements, split_sentences


@attrs.frozen(eq=False)
class SectionRows:
    """The section rows among a table's rows."""

    opened: OpenTable
    rows: Sequence[Row]

    @cached_property
    def signs(self) -> SectionSigns:
        """What tells what each of them is."""
        return SectionSigns(self.opened, self.rows)

    def read(self, row: Row) -> None:
        """Adds what a section row states to the open table, or opens the section that it names."""
        cell = section_cell(row)
        if self._titled(row) or self._listed_below(cell, row) or self._listed_under_kind(cell, row):
            return
        if says_of_row_above(self.opened, row):
            return
        text, signs = cell_text(cell), self.signs
        label = label_of(text, self.opened.context)
        role = label.role if label is not None and label.role in STATEMENTS else None
        if label is not None and role is not None and _is_plural(label):
            self._listed(row, label)
        elif label is not None and role is not None and label.end < len(text) and not signs.names_part(label, text):
            # `Measure 1.1: Better impact assessment` over activities is taken, and what they serve
            taken = role == "measure" and not signs.is_indicator(row) and label.number and "action" in signs.named
            kind: Kind = "objective" if taken else role  # type: ignore[assignment]
            statement = block_statement(up_to_name(cell.lines))
            self._add(statement, kind, cell, self._spot(row), f"section row: {label.text}")
        elif signs.states_aim(row, text, label):
            aim = block_statement(cell.lines)
            if is_goal_sentence(text):
                aim = split_sentences(aim)[0]  # what follows tells on which conditions
            self._add(aim, "objective", cell, self._spot(row), "a row over what serves it")
            self._with_letter(row, cell)
        elif signs.states_outcome(row):
            self._outcome(row)
        else:
            self._open(row, text)
            return
        self.opened.category = None

    def _with_letter(self, row: Row, cell: Cell) -> None:
        """The letter or number in a cell of its own before the aim of a section row is its label."""
        letter, draft = filled(row.cells)[0], self.opened.drafts[-1]
        if letter is not cell and draft.label is None:
            label = block_statement(letter.lines)
            self.opened.drafts[-1] = attrs.evolve(draft, label=label.text.strip("().: "), label_words=label.words)

    def _titled(self, row: Row) -> bool:
        """`3. Building capacity` on a line over `Outcome 3: Officers are trained` in one cell: the section's name, and
        the statement that the rows below serve."""
        cell = section_cell(row)
        for at, line in enumerate(cell.lines[1:], 1):
            label = label_of(line.text, self.opened.context) if line.words[0].text[:1].isupper() else None
            if label is None or label.kind != "word" or label.number is None or label.role not in STATEMENTS:
                continue
            title = attrs.evolve(cell, lines=cell.lines[:at])
            words = cell_words(title)
            self.opened.section = Passage(without_number(cell_text(title)).rstrip(":"), words)
            self.opened.heading_words.extend(words)
            statement = block_statement(cell.lines[at:])
            if label.end >= len(statement.text):
                return False
            self._add(statement, label.role, cell, self._spot(row), f"section row: {label.text}")  # type: ignore[arg-type]
            self.opened.category = None
            return True
        return False

    def _open(self, row: Row, text: str) -> None:
        """Opens the section that a row names, unless it is a note or names only what kind of thing the rows below
        state."""
        opened, cell = self.opened, section_cell(row)
        if self.says_of_aim(row) or is_row_note(text, opened.context):
            return
        opened.heading_words.extend(cell_words(cell))
        if cell is filled(row.cells)[0] and announces_kind(text, opened.context) and not self.signs.parts_a_kind(row):
            opened.category = None
        else:
            opened.category = opened.section = Passage(without_number(text).rstrip(":"), cell_words(cell))

    def says_of_aim(self, row: Row) -> bool:
        """`Goal leader: Chief of Operations` over the width of a table: who answers for the aim in the row above, or
        for the one over the table."""
        opened, cells = self.opened, filled(row.cells)
        line = field_line(block_statement(cells[0].lines), opened.context) if len(cells) == 1 else None
        if line is None or line.role not in ("owner", "due", "status") or line.deputy:
            return False
        opened.heading_words.extend(line.name_words)
        above = opened.drafts[-1] if opened.drafts else None
        if above is None:
            opened.said.append(line)
        elif above.spot is not None and above.spot.column < 0:
            opened.drafts[-1] = with_field(above, line, opened.context)
        return True

    def _listed(self, row: Row, label: PrintedLabel) -> None:
        """`Goals:` over several lines: each of them is a goal of the rows below."""
        opened, cell = self.opened, section_cell(row)
        printed = tuple(line.words for line in cell.lines)
        count = words_of(printed, cell_text(cell), label.end) or len(label.text.split())
        opened.heading_words.extend(cell_words(cell)[:count])
        kept = [line for line in (_without_words(cell.lines, count)) if line.words]
        rest = attrs.evolve(cell, lines=tuple(kept))
        spot = self._spot(row)
        kind: Kind = label.role  # type: ignore[assignment]
        for statement in cell_statements(rest, opened.context.names, "always"):
            self._add(statement, kind, cell, spot, f"section row: {label.text}", label.level)

    def _listed_below(self, cell: Cell, row: Row) -> bool:
        """`Success criteria` on a line over bullets, in a row under `Priority 1: …`: each bullet is one."""
        kind = listed_kind(cell, self.opened.context)
        if kind is None:
            return False
        self.opened.heading_words.extend(cell.lines[0].words)
        above = None if kind == "objective" else self._aim_above() or self._served_by_row(row)
        for statement in cell_statements(attrs.evolve(cell, lines=cell.lines[1:]), self.opened.context.names, "never"):
            spot = self.opened.spot_over(cell, row.number)
            draft = labelled(cell_draft(statement, kind, cell, spot, "section row: a list"), self.opened.context)
            self.opened.drafts.append(attrs.evolve(draft, category=self.opened.section, fixed_parents=above))
        return True

    def _listed_under_kind(self, cell: Cell, row: Row) -> bool:
        """`1. Boats are safe` over `1.1 Buy beacons`, `1.2 Train crews` in a row under `Key activities`: each numbered
        line is one, for the aim of that number or name."""
        numbered = [at for at, line in enumerate(cell.lines) if at and starts_item(line)]
        kind = self.signs.kind_above(row) if numbered[:1] == [1] else None
        if kind is None:
            return False
        title = cell_text(attrs.evolve(cell, lines=cell.lines[:1]))
        self.opened.heading_words.extend(cell.lines[0].words)
        rest, above = attrs.evolve(cell, lines=cell.lines[1:]), self._aim_named(title)
        for statement in cell_statements(rest, self.opened.context.names, "never"):
            spot = self.opened.spot_over(cell, row.number)
            draft = labelled(cell_draft(statement, kind, cell, spot, "section row: a list"), self.opened.context)
            category = None if above else Passage(without_number(title).rstrip(":"), cell.lines[0].words)
            self.opened.drafts.append(attrs.evolve(draft, category=category, fixed_parents=above))
        return True

    def _aim_named(self, title: str) -> tuple[int, ...] | None:
        """The aim of the table whose number or words a title prints again."""
        label = label_of(title, self.opened.context)
        name = without_number(title).casefold().strip(" .:")
        for at, draft in enumerate(self.opened.drafts):
            same = draft.text.casefold().strip(" .:") == name
            number = (
                label is not None and label.number is not None and (draft.label or "").split()[-1:] == [label.number]
            )
            if draft.kind == "objective" and (same or number):
                return (at,)
        return None

    def _served_by_row(self, row: Row) -> tuple[int, ...] | None:
        """The aim or deed that the row right above states (`Commitment 1: … | 30%` over its measures)."""
        for at, draft in enumerate(self.opened.drafts):
            if draft.kind in ("objective", "action") and draft.spot is not None and draft.spot.last == row.number - 1:
                return (at,)
        return None

    def _outcome(self, row: Row) -> None:
        cell, drafts = section_cell(row), self.opened.drafts
        evidence = "section row: how things shall be"
        self._add(block_statement(cell.lines), "objective", cell, self._spot(row), evidence)
        drafts[-1] = attrs.evolve(drafts[-1], level="outcome", score=0.6)

    def _add(
        self, statement: Statement, kind: Kind, cell: Cell, spot: Spot, evidence: str, level: str | None = None
    ) -> None:
        draft = attrs.evolve(cell_draft(statement, kind, cell, spot, evidence), level=level)
        draft = labelled(draft, self.opened.context)
        if kind == "measure" and spot.first == spot.last:
            draft = attrs.evolve(draft, fixed_parents=self._aim_above())
        self.opened.drafts.append(attrs.evolve(draft, category=self.opened.section))

    def _aim_above(self) -> tuple[int, ...] | None:
        """The aim that the last section row stated."""
        drafts = self.opened.drafts
        above = next(
            (at for at in range(len(drafts) - 1, -1, -1) if (spot := drafts[at].spot) is not None and spot.column < 0
             and drafts[at].kind == "objective"), None
        )  # fmt: skip
        return None if above is None else (above,)

    def _spot(self, row: Row) -> Spot:
        """Where the statement of a section row stands: over the rows below it to the next that ends it; an indicator of
        the aim above stands alone."""
        if self.signs.is_indicator(row):
            return self.opened.spot_over(section_cell(row), row.number)
        below = (later for later in self.rows if later.number > row.number)
        ends = (later.number - 1 for later in below if self.signs.ends_aim(later, row))
        return self.opened.spot_over(section_cell(row), next(ends, self.opened.table.rows - 1))


def _without_words(lines: Sequence[Line], count: int) -> Iterator[Line]:
    """The lines without their first ``count`` words."""
    for line in lines:
        take = min(count, len(line.words))
        count -= take
        yield attrs.evolve(line, words=line.words[take:])


def _is_plural(label: PrintedLabel) -> bool:
    """`Goals:`, and not `Goal 3:`."""
    return label.number is None and label.text.casefold().endswith("s")
