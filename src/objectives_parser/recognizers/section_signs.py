"""What a row over the width of a table is: an aim of the rows below it, an indicator, or only their name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import attrs

from objectives_parser import late as regex
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.cell_passages import cell_text
from objectives_parser.recognizers.columns import read_headers
from objectives_parser.recognizers.form_rows import STATED
from objectives_parser.recognizers.grid import Row, filled, header_text
from objectives_parser.recognizers.header_rows import titled_headers
from objectives_parser.recognizers.naming_rows import section_cell
from objectives_parser.recognizers.open_tables import OpenTable
from objectives_parser.recognizers.outcomes import tells_outcome
from objectives_parser.recognizers.section_names import announces_kind, listed_kind, same_numbering
from objectives_parser.recognizers.wordings import is_goal_sentence
from objectives_parser.records import SERVING, STATEMENTS, Kind
from objectives_parser.roles import PrintedLabel, header_role, is_imperative, is_noun_phrase

_INDICATOR = regex.compile(r"\b(?:indicators?|kpis?)\b", regex.IGNORECASE)
_FEWEST_AIMS = 2


@attrs.frozen(eq=False)
class SectionSigns:
    """What tells of the section rows among a table's rows what each of them is."""

    opened: OpenTable
    rows: Sequence[Row]

    def states_aim(self, row: Row, text: str, label: PrintedLabel | None) -> bool:
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

    def names_part(self, label: PrintedLabel, text: str) -> bool:
        """`Must do: Maternity` over rows of actions: what they have in common, no deed."""
        doing = label.role == "action" and label.number is None
        doing = doing and ("action" in self.named or _PROGRAMME.match(label.text) is not None)
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

    def states_outcome(self, row: Row) -> bool:
        """Whether a section row tells how things shall be (`1 Fewer young people are drawn into violence`) over rows of
        what is done or measured for it: no column beside it states an aim."""
        label = self._label(row)
        text = cell_text(section_cell(row))
        if label is not None and label.role == "measure":
            return False
        if not tells_outcome(text[label.end :].strip() if label is not None else text):
            return False
        return bool(self.named & SERVING) and "objective" not in self.named

    def is_indicator(self, row: Row) -> bool:
        """`Outcome indicator: Share of …` between an aim and what is done for it."""
        label = self._label(row)
        return label is not None and label.role == "measure" and _INDICATOR.search(label.text) is not None

    def ends_aim(self, row: Row, aim: Row) -> bool:
        """Whether the row is a section row that ends what the aim above it holds for: another aim, or a numbered
        section where the aim itself stands in one. A section that only parts its rows (`Current efforts`) does not."""
        label = self._label(row)
        if row.kind == "section" and listed_kind(section_cell(row), self.opened.context) not in (None, "objective"):
            return False
        if label is not None and _is_deeper(label, self._label(aim)):
            return False
        if row.kind == "section" and self.states_outcome(row):
            return True
        if label is None:
            return False
        if label.role in STATEMENTS:
            return not self.is_indicator(row)
        around = [self._label(other) for other in self.rows if other.number <= aim.number]
        numbered = [before for before in around if before is not None and before.kind == "number"]
        return label.kind == "number" and bool(numbered) and same_numbering(label, numbered[-1])

    def parts_a_kind(self, row: Row) -> bool:
        """`Business objectives`, then `Corporate objectives`: each names the same kind, and so a part of it."""
        last = cell_text(section_cell(row)).casefold().split()[-1]
        names = [cell_text(section_cell(other)).casefold() for other in self.rows if other.kind == "section"]
        return len({name for name in names if len(name.split()) > 1 and name.split()[-1] == last}) > 1

    def kind_above(self, row: Row) -> Kind | None:
        """The kind that the last row over the width names which is no such list itself."""
        for other in reversed([other for other in self.rows if other.number < row.number and other.kind != "empty"]):
            if other.kind != "section":
                return None
            text = cell_text(section_cell(other))
            if len(section_cell(other).lines) == 1 and announces_kind(text, self.opened.context):
                role = header_role(text, self.opened.context.vocabulary)
                return STATED.get(role.role) if role is not None else None
        return None

    @cached_property
    def named(self) -> frozenset[str]:
        """The roles that the cells of the table's header rows name."""
        cells = [cell for row in self.rows if row.kind == "header" for cell in filled(row.cells)]
        roles = [header_role(header_text(cell), self.opened.context.vocabulary) for cell in cells]
        return frozenset(role.role for role in roles if role is not None)

    def _label(self, row: Row) -> PrintedLabel | None:
        return label_of(cell_text(section_cell(row)), self.opened.context) if row.kind == "section" else None


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
