"""What each column of a table says: from its header, then from what the other columns are, then from its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Word
from objectives_parser.recognizers.grid import Row, filled, header_text
from objectives_parser.records import STATEMENTS, Kind
from objectives_parser.roles import HeaderRole, Role, Vocabulary, column_role, header_role
from objectives_parser.values import is_date_only, is_value_only

ColumnRole: TypeAlias = Role | Literal["level", "by-level", "title"]
"""What a column says: the role of its header, or one that only a column has."""


@attrs.frozen(kw_only=True, eq=False)
class Header:
    """A column's header: its text over all header rows, its words, the role it speaks for and how strongly. ``sister``
    columns state the same kind of thing side by side (`Unconditional targets | Conditional targets`). ``own`` is the
    lowest cell's text, without that of the group over it; ``side`` numbers groups of columns that say the same of two
    things side by side (`Outputs: output, indicator, target | Outcomes: outcome, indicator, target`), else 0; ``dates``
    says that the header is a period and the statements under it are for that (`2030` over `Open the north line`),
    ``sections`` that the rows over its whole table state the aims (`Objectives and activities`)."""

    text: str
    words: tuple[Word, ...] = ()
    role: ColumnRole | None = None
    level: str | None = None
    strength: float = 0.0
    group: str = ""
    sister: bool = False
    own: str = ""
    side: int = 0
    dates: bool = False
    sections: bool = False


def read_headers(rows: Sequence[Row], columns: int, vocabulary: Vocabulary) -> tuple[Header, ...]:
    """The headers of consecutive header rows, column by column. The lowest cell decides; a cell above that spans it is
    its group (`Timeline` over `2020-2025`)."""
    return tuple(_header([_over(row, column) for row in rows], vocabulary) for column in range(columns))


# "OFFICE OF INTEGRATIVE" over "ACTIVITIES": a name that goes on in the next row
_OPEN = regex.compile(r"\b(?:of|for|and|the|to|in|on)\b[^:]*$|[&,/-]$", regex.IGNORECASE)
_LEAST, _SURE = 0.4, 0.6


def _over(row: Row, column: int) -> Cell | None:
    for cell in row.covering:
        if cell.column <= column < cell.column + cell.column_span and cell.filled:
            return cell
    return None


# "0-12 months", "Within two years", "First half of the plan"
_SPAN = regex.compile(
    r"(?:(?:with)?in|next|first|up to|after|over)?\s?(?:the )?(?:next |first )?(?:\d{1,2}|one|two|three|six|twelve)"
    r"(?:\s?(?:[–-]|to)\s?\d{1,2})?\+?\s(?:weeks?|months?|years?)\W*$",
    regex.IGNORECASE,
)


def names_period(text: str) -> bool:
    """Whether a header says nothing but when: `Summer 2026`, `June – August 2025`, `0-12 months`."""
    return is_date_only(text) or _SPAN.match(text) is not None


_SHORT_END = 4


def unbroken(cell: Cell) -> str:
    """The header's text with the end of a word that a narrow column broke put back (`RESPONSIBL` / `E PARTY`)."""
    text = ""
    for line in cell.lines:
        printed = line.text
        first = printed.split(" ", 1)[0]
        broken = text[-1:].isalpha() and first.isalpha() and len(first) <= _SHORT_END
        alike = broken and text[-1].isupper() == first.isupper() and text[-1].islower() == first.islower()
        text = f"{text}{printed}" if alike else f"{text} {printed}".strip()
    return text


def _header(cells: Sequence[Cell | None], vocabulary: Vocabulary) -> Header:
    distinct: list[Cell] = []
    for cell in cells:
        if cell is not None and cell not in distinct:
            distinct.append(cell)
    if not distinct:
        return Header(text="")
    texts = [header_text(cell) for cell in distinct]
    words = tuple(word for cell in distinct for line in cell.lines for word in line.words)
    opened = len(texts) > 1 and distinct[-2].column_span == 1 and _OPEN.search(texts[-2]) is not None
    role = header_role(" ".join(texts[-2:]) if opened else texts[-1], vocabulary)
    if len(texts) > 1 and (role is None or role.strength < 0.8):
        joined = header_role(" ".join(texts), vocabulary)
        role = joined if joined is not None and (role is None or joined.strength > role.strength) else role
    if role is None and (whole := unbroken(distinct[-1])) != texts[-1]:
        role = header_role(whole, vocabulary)
    if role is None or role.strength < _SURE:
        role = column_role(texts[-1]) or role
    if role is not None and role.role in STATEMENTS and role.strength < _LEAST:
        role = None  # `Dozens of focus meetings`: words of a sentence, no header
    if role is None and names_period(texts[-1]):
        role = HeaderRole(role="period", strength=1.0, term=texts[-1].casefold())
    group = header_role(texts[0], vocabulary) if len(texts) > 1 else None
    return Header(
        text=texts[-1] if len(texts) == 1 else " ".join(texts),
        words=words,
        role=role.role if role else None,
        level=role.level if role else None,
        strength=role.strength if role else 0.0,
        group=group.role if group else "",
        own=texts[-1],
    )


def inherit(headers: Sequence[Header], earlier: Sequence[Header] | None) -> tuple[Header, ...]:
    """The headers, what a later header row leaves empty taken from the one before (`2. Corporate objectives: | |
    Milestones:` still has its measures in the middle)."""
    if earlier is None or len(earlier) != len(headers):
        return tuple(headers)
    return tuple(new if new.text else old for new, old in zip(headers, earlier, strict=True))


def unnamed(
    headers: tuple[Header, ...], earlier: Sequence[Header] | None, announced: Kind | None, body: Sequence[Row]
) -> tuple[Header, ...]:
    """The headers of a table none of whose columns states anything by its name: an empty header over sentences is what
    the table before had there, if its other headers are the same, or what the heading above announces."""
    if _counts(headers, announced, body):
        return _counting(headers)
    if any(header.role in STATEMENTS or header.role == "by-level" for header in headers):
        return headers
    part = _costed_part(headers, body)
    if part is not None:
        changed = attrs.evolve(headers[part], role="action", strength=0.5)
        return tuple(changed if at == part else header for at, header in enumerate(headers))
    column = next((at for at, header in enumerate(headers) if not header.text and has_sentences(at, body)), None)
    if column is None:
        return headers
    alike = (
        earlier is not None
        and len(earlier) == len(headers)
        and all(new.text == old.text for new, old in zip(headers, earlier, strict=True) if new.text)
    )
    if alike and earlier is not None and earlier[column].role in STATEMENTS:
        filled_in = earlier[column]
    elif announced is not None:
        filled_in = Header(text=announced, role=announced, strength=0.5)
    else:
        return headers
    return tuple(filled_in if at == column else header for at, header in enumerate(headers))


# "FY 2025 Actual", "2026 target", "Baseline": what figures by period stand under
_BY_PERIOD = regex.compile(
    r"\b(?:20\d\d|FY ?\d\d|actuals?|targets?|estimated?|projected|projections?|goals?|baseline|outturn|results?|"
    r"forecast)\b",
    regex.IGNORECASE,
)
_TARGET = regex.compile(r"\b(?:targets?|goals?)\b", regex.IGNORECASE)
_LEAST_VALUES = 2


def _counts(headers: Sequence[Header], announced: Kind | None, body: Sequence[Row]) -> bool:
    """Whether nothing stands over the first column and figures by period stand in all others, under `Performance
    Measures` or with a target among them: what is counted (`| FY 2025 Actual | FY 2026 Target`)."""
    if headers[0].text or len(headers) <= _LEAST_VALUES:
        return False
    if not all(_BY_PERIOD.search(header.text) for header in headers[1:]):
        return False
    if announced != "measure" and not any(_TARGET.search(header.text) for header in headers):
        return False
    cells = [cell for row in body for cell in filled(row.cells)]
    values = [cell.text for cell in cells if cell.column > 0]
    figures = sum(is_value_only(text) or not any(map(str.isalpha, text)) for text in values)
    names = [cell.text for cell in cells if cell.column == 0 and any(map(str.isalpha, cell.text))]
    return len(names) > 1 and len(values) >= len(headers) and figures * 10 >= 8 * len(values)


def _counting(headers: Sequence[Header]) -> tuple[Header, ...]:
    """The headers of such a table: the last target is the measure's."""
    last = max((at for at, header in enumerate(headers) if _TARGET.search(header.text)), default=0)
    first = attrs.evolve(headers[0], text="measure", role="measure", strength=0.5)
    roles = [attrs.evolve(header, role="target" if at == last else "note") for at, header in enumerate(headers)]
    return (first, *roles[1:])


# "Components", "Work package": what a programme consists of, where no other column states anything
_PART = regex.compile(
    r"(?:sub-?)?(?:components?|projects?|work ?packages?|interventions?|investments?)\W*$", regex.IGNORECASE
)
_COSTED = regex.compile(r"\b(?:cost|costs|budget|funding|amount|investment|financ\w+|value)\b|[$€£]", regex.IGNORECASE)


def _costed_part(headers: Sequence[Header], body: Sequence[Row]) -> int | None:
    """The column of `No. | Components | Cost in $`: parts of a programme, each with a price of its own."""
    if not 2 <= len(headers) <= 4 or sum(_COSTED.search(header.text) is not None for header in headers) != 1:
        return None
    parts = [at for at, header in enumerate(headers) if _PART.search(header.text) and has_sentences(at, body)]
    return parts[0] if len(parts) == 1 else None


def has_sentences(column: int, body: Sequence[Row]) -> bool:
    """Whether most cells of a column hold three words or more."""
    texts = [cell.text for row in body for cell in filled(row.cells) if cell.column == column]
    return bool(texts) and sum(len(text.split()) >= 3 for text in texts) * 2 > len(texts)


_FEWEST_LETTERS = 3
# What specific objectives serve
_OVERALL = frozenset(("overall objective", "general objective", "overarching objective", "development objective"))


def upright(text: str) -> str:
    """`O u t p u t s`, as a word reads whose letters stand one under the other, as the word."""
    letters = text.split()
    return "".join(letters) if len(letters) > _FEWEST_LETTERS and max(map(len, letters)) == 1 else text


# `Milestone / Target` over `M` and `T`
MILESTONE_OR_TARGET: dict[str, Kind] = {"m": "milestone", "milestone": "milestone", "t": "measure", "target": "measure"}


def row_level(text: str, vocabulary: Vocabulary) -> HeaderRole | None:
    """The level that a row's first cell names: `Impact/ ultimate outcome`, `Outputs Workpackage 2`; None for others."""
    text = upright(text)
    if len(text.split()) > 12:
        return None
    role = header_role(text.rstrip(":"), vocabulary)
    if role is None or role.role not in STATEMENTS or role.strength < 0.45:
        return None
    return attrs.evolve(role, level="overall objective") if role.term in _OVERALL else role
