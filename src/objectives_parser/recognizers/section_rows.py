"""Section rows → drafts and categories: a row over the width of a table states an aim, lists aims, or names the rows
below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Line
from objectives_parser.drafts import Passage, Spot
from objectives_parser.labelling import label_of, labelled, words_of
from objectives_parser.layout.wrapping import starts_item
from objectives_parser.recognizers.cell_passages import cell_text, cell_words
from objectives_parser.recognizers.columns import read_headers
from objectives_parser.recognizers.fieldlines import field_line, with_field
from objectives_parser.recognizers.form_rows import STATED
from objectives_parser.recognizers.grid import Row, filled, header_text
from objectives_parser.recognizers.header_rows import titled_headers
from objectives_parser.recognizers.naming_rows import section_cell
from objectives_parser.recognizers.open_tables import OpenTable, cell_draft
from objectives_parser.recognizers.outcomes import tells_outcome
from objectives_parser.recognizers.rows_of_facts import says_of_row_above
from objectives_parser.recognizers.section_names import (
    announces_kind,
    is_row_note,
    listed_kind,
    same_numbering,
    up_to_name,
    without_number,
)
from objectives_parser.recognizers.wordings import is_goal_sentence
from objectives_parser.records import SERVING, STATEMENTS, Kind
from objectives_parser.roles import PrintedLabel, header_role, is_imperative, is_noun_phrase
from objectives_parser.statements import Statement, block_statement, cell_statements, split_sentences

_INDICATOR = regex.compile(r"\b(?:indicators?|kpis?)\b", regex.IGNORECASE)
_FEWEST_AIMS = 2


@attrs.frozen(eq=False)
class SectionRows:
    """The section rows among a table's rows."""

    opened: OpenTable
    rows: Sequence[Row]

    def read(self, row: Row) -> None:
        """Adds what a section row states to the open table, or opens the section that it names."""
        cell = section_cell(row)
        if self._titled(row) or self._listed_below(cell, row) or self._listed_under_kind(cell, row):
            return
        if says_of_row_above(self.opened, row):
            return
        text = cell_text(cell)
        label = label_of(text, self.opened.context)
        role = label.role if label is not None and label.role in STATEMENTS else None
        if label is not None and role is not None and _is_plural(label):
            self._listed(row, label)
        elif label is not None and role is not None and label.end < len(text) and not self._names_part(label, text):
            # `Measure 1.1: Better impact assessment` over activities is taken, and what they serve
            taken = role == "measure" and not self._is_indicator(row) and label.number and "action" in self._named
            kind: Kind = "objective" if taken else role  # type: ignore[assignment]
            statement = block_statement(up_to_name(cell.lines))
            self._add(statement, kind, cell, self._spot(row), f"section row: {label.text}")
        elif self._states_aim(row, text, label):
            aim = block_statement(cell.lines)
            if is_goal_sentence(text):
                aim = split_sentences(aim)[0]  # what follows tells on which conditions
            self._add(aim, "objective", cell, self._spot(row), "a row over what serves it")
            self._with_letter(row, cell)
        elif self._states_outcome(row):
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
        if cell is filled(row.cells)[0] and announces_kind(text, opened.context) and not self._parts_a_kind(row):
            opened.category = None
        else:
            opened.category = opened.section = Passage(without_number(text).rstrip(":"), cell_words(cell))

    def _parts_a_kind(self, row: Row) -> bool:
        """`Business objectives`, then `Corporate objectives`: each names the same kind, and so a part of it."""
        last = cell_text(section_cell(row)).casefold().split()[-1]
        names = [cell_text(section_cell(other)).casefold() for other in self.rows if other.kind == "section"]
        return len({name for name in names if len(name.split()) > 1 and name.split()[-1] == last}) > 1

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
        kind = self._kind_above(row) if numbered[:1] == [1] else None
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

    def _kind_above(self, row: Row) -> Kind | None:
        """The kind that the last row over the width names which is no such list itself."""
        for other in reversed([other for other in self.rows if other.number < row.number and other.kind != "empty"]):
            if other.kind != "section":
                return None
            text = cell_text(section_cell(other))
            if len(section_cell(other).lines) == 1 and announces_kind(text, self.opened.context):
                role = header_role(text, self.opened.context.vocabulary)
                return STATED.get(role.role) if role is not None else None
        return None

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

    # --- the rows that a section row holds for ---------------------------------------------------------------------

    def _spot(self, row: Row) -> Spot:
        """Where the statement of a section row stands: over the rows below it to the next that ends it; an indicator of
        the aim above stands alone."""
        if self._is_indicator(row):
            return self.opened.spot_over(section_cell(row), row.number)
        below = (later for later in self.rows if later.number > row.number)
        ends = (later.number - 1 for later in below if self._ends_aim(later, row))
        return self.opened.spot_over(section_cell(row), next(ends, self.opened.table.rows - 1))

    def _ends_aim(self, row: Row, aim: Row) -> bool:
        """Whether the row is a section row that ends what the aim above it holds for: another aim, or a numbered
        section where the aim itself stands in one. A section that only parts its rows (`Current efforts`) does not."""
        label = self._label(row)
        if row.kind == "section" and listed_kind(section_cell(row), self.opened.context) not in (None, "objective"):
            return False
        if label is not None and _is_deeper(label, self._label(aim)):
            return False
        if row.kind == "section" and self._states_outcome(row):
            return True
        if label is None:
            return False
        if label.role in STATEMENTS:
            return not self._is_indicator(row)
        around = [self._label(other) for other in self.rows if other.number <= aim.number]
        numbered = [before for before in around if before is not None and before.kind == "number"]
        return label.kind == "number" and bool(numbered) and same_numbering(label, numbered[-1])

    def _is_indicator(self, row: Row) -> bool:
        """`Outcome indicator: Share of …` between an aim and what is done for it."""
        label = self._label(row)
        return label is not None and label.role == "measure" and _INDICATOR.search(label.text) is not None

    # --- what a section row is ----------------------------------------------------------------------------------------

    def _states_aim(self, row: Row, text: str, label: PrintedLabel | None) -> bool:
        """Whether a full-width row says what the rows below it are for: a numbered command over numbered actions
        (`1.1 Reform the supplier levy`), the result that indicators tell of, or the line over each of several headers
        that name no objectives."""
        numbered = label is not None and label.kind == "number"
        bare = text[label.end :].strip() if label is not None and numbered else text
        if len(bare.split()) < 2 or bare.endswith(":") or (label is not None and not numbered):
            return False
        if any(header.sections for header in self.opened.headers or ()):
            return True
        told = self._tells(row, label, bare)
        following = next((later for later in self.rows if later.number > row.number and later.kind != "empty"), None)
        if following is not None and following.kind == "header":
            vocabulary = self.opened.context.vocabulary
            below = {header.role for header in read_headers([following], self.opened.table.columns, vocabulary)}
            serving = "objective" not in below and bool(below & SERVING)
            return serving and (told or (numbered and titled_headers(self.rows) > 1))
        roles = {header.role for header in self.opened.headers or ()} & STATEMENTS
        if roles == {"measure"} and following is not None and following.kind == "body" and _is_result(bare):
            return True
        if not told or "action" not in roles or following is None or following.kind != "body":
            return False
        return "objective" not in roles if numbered else not roles - SERVING and self._all_command

    def _names_part(self, label: PrintedLabel, text: str) -> bool:
        """`Must do: Maternity` over rows of actions: what they have in common, no deed."""
        doing = label.role == "action" and label.number is None
        doing = doing and ("action" in self._named or _PROGRAMME.match(label.text) is not None)
        return doing and is_noun_phrase(text[label.end :]) and not text.endswith(".")

    def _tells(self, row: Row, label: PrintedLabel | None, bare: str) -> bool:
        """Whether a section row tells somebody to do something, by its own words or as its numbered sisters do (`LU-1
        Direct new growth to the core`, where the first word may also describe)."""
        if is_imperative(bare) or bare.startswith("To ") or is_goal_sentence(bare):
            return True
        told = self._told_sisters.get(_numbering(label), ()) if label is not None else ()
        return len(told) > 1 and sum(told) * 2 >= len(told) and bare.endswith(".")

    @cached_property
    def _told_sisters(self) -> dict[str, list[bool]]:
        """For each way of counting, which of the section rows counted so command something."""
        told: dict[str, list[bool]] = {}
        for row in self.rows:
            label = self._label(row)
            if label is not None and label.kind == "number":
                bare = cell_text(section_cell(row))[label.end :].strip()
                told.setdefault(_numbering(label), []).append(is_imperative(bare))
        return told

    @cached_property
    def _all_command(self) -> bool:
        """Whether all section rows of the table command something, two at the least, and none is numbered: `Strengthen
        leadership`, `Deliver through partners` over rows of actions are the aims that these serve."""
        names = [cell_text(section_cell(row)) for row in self.rows if row.kind == "section"]
        commands = [is_imperative(name) and " " in name and not any(map(str.isdigit, name)) for name in names]
        return len(commands) >= _FEWEST_AIMS and all(commands)

    def _states_outcome(self, row: Row) -> bool:
        """Whether a section row tells how things shall be (`1 Fewer young people are drawn into violence`) over rows of
        what is done or measured for it: no column beside it states an aim."""
        label = self._label(row)
        text = cell_text(section_cell(row))
        if label is not None and label.role == "measure":
            return False
        if not tells_outcome(text[label.end :].strip() if label is not None else text):
            return False
        return bool(self._named & SERVING) and "objective" not in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        """The roles that the cells of the table's header rows name."""
        cells = [cell for row in self.rows if row.kind == "header" for cell in filled(row.cells)]
        roles = [header_role(header_text(cell), self.opened.context.vocabulary) for cell in cells]
        return frozenset(role.role for role in roles if role is not None)

    def _label(self, row: Row) -> PrintedLabel | None:
        return label_of(cell_text(section_cell(row)), self.opened.context) if row.kind == "section" else None


def _without_words(lines: Sequence[Line], count: int) -> Iterator[Line]:
    """The lines without their first ``count`` words."""
    for line in lines:
        take = min(count, len(line.words))
        count -= take
        yield attrs.evolve(line, words=line.words[take:])


_CHANGED = regex.compile(
    r"(?:more|fewer|less|better|greater|higher|lower|safer|healthier|stronger|"
    r"(?:improv|increas|reduc|enhanc|strengthen|expand|decreas|rais|lower|widen|deepen|broaden)ed)\s",
    regex.IGNORECASE,
)
# "Programme: Crop development" over the objective and the outputs that it is made of
_PROGRAMME = regex.compile(r"(?:sub-?\s?)?program(?:me)?(?: name| title)?\W*$", regex.IGNORECASE)
_LEAST_OF_RESULT = 3  # words


def _is_result(text: str) -> bool:
    """`Improve access to sanitation`, `Reduced flood risk in cities` over nothing but indicators: what they tell of.
    A topic (`Customer service`) only groups them."""
    return len(text.split()) >= _LEAST_OF_RESULT and (is_imperative(text) or _CHANGED.match(text) is not None)


_LEVELS = ("vision", "impact", "goal", "aim", "priority", "outcome", "objective", "strategy", "result", "output")


def _is_deeper(label: PrintedLabel, above: PrintedLabel | None) -> bool:
    """Whether an aim serves the one above it: `Strategy: …` on a row under `Goal: …`."""
    if above is None or label.level not in _LEVELS or above.level not in _LEVELS:
        return False
    return _LEVELS.index(above.level) < _LEVELS.index(label.level)


def _numbering(label: PrintedLabel) -> str:
    """How a label counts, without its letters and figures: `-#` of `LU-1`, `#.#` of `2.1`."""
    return "".join("#" if sign.isdigit() else sign for sign in label.text if not sign.isalpha())


def _is_plural(label: PrintedLabel) -> bool:
    """`Goals:`, and not `Goal 3:`."""
    return label.number is None and label.text.casefold().endswith("s")
