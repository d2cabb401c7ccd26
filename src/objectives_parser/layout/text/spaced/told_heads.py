"""Header cells one under the other, as reading order has them: each in a line or a few, mostly with an empty line
between, the first perhaps right under a title, the last perhaps right over its first cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.layout.text.spaced.cell_forms import LEAST, Told, head_role, says_value
from objectives_parser.layout.text.spaced.fitting import Column
from objectives_parser.layout.text.spaced.joined_columns import EXACT, MOST_LINES, joined_columns, piece_of
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.shared_heads import WHOLE, shared_columns
from objectives_parser.layout.text.spaced.strands import Strand, glued_bullet, marker_of, open_ended
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import ends_dated, header_role, is_imperative
from objectives_parser.values import is_date_only, is_value_only

LEAST_HEADS, MOST_HEADS = 3, 24
SURE = 0.8
PAIR = 2
FIELDS = frozenset({"due", "start", "status", "owner", "target", "baseline"})
HINT = 0.45
"""How sure of its role a short header cell must be that stands among others."""
MOST_NAMELESS = 3
"""Words of a header cell that says nothing by itself (`Inputs`, `Final`)."""
WIDE = 75
VALUES = {"period": ("due",), "status": ("status",)}
"""Header words that are values too, behind the header of the column that they are values of."""
TITLE = regex.compile(
    r"\p{L}+ \p{L}+ (?:plan|strategy|programme|program|report|framework|agreement|roadmap|matrix)(?: \d{4}\S*)?$",
    regex.IGNORECASE,
)
"""What a document or table is called that stands over its header (`Democracy action plan`)."""
MEASURED = regex.compile(r"\p{Lu}[\p{L}\d ]{2,40}\((?:in )?[\p{L}\d$€£%./ ]{1,20}\)")
"""`Reduction in 2030 (kt CO2e)`: what is counted, and in which unit."""
FIGURES = regex.compile(r"(?:19|20)\d\d|\d{1,2}")


@attrs.frozen(eq=False)
class _HeadCell:
    """A header cell, or several that were written as one; the words of it that name no column; the place behind it;
    whether several share its lines, each known by itself."""

    columns: tuple[Column, ...]
    odd: tuple[Told, ...]
    place: int
    line: int
    shared: bool = False

    @property
    def text(self) -> str:
        return self.columns[0].head.text

    @property
    def words(self) -> int:
        return len(self.text.split())


@attrs.frozen(kw_only=True, eq=False)
class StackedHead:
    """The columns of a header; ``before`` what stands over it in the first part, ``rest`` what stands under its last
    cell in that cell's part, ``end`` the part behind it all, ``odd`` words of header cells that belong to none."""

    columns: tuple[Column, ...]
    before: tuple[Piece, ...]
    rest: tuple[Piece, ...]
    end: int
    odd: tuple[Told, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(column.head.text.casefold() for column in self.columns)


def head_at(parts: Sequence[Part], at: int) -> StackedHead | None:
    """The header whose first cell stands in the part at a place; None where fewer than three of its cells say what
    stands under them, or none of them a statement."""
    first = parts[at]
    if not isinstance(first, Piece):
        return None
    count = len(first.strands)
    skips = range(count if count <= MOST_LINES + 2 else 1)
    if not _may_hold_head(first):
        skips = range(count - 1, count if count > 1 and first.last.high - first.last.low < WIDE else 0)
    for skip in skips:
        head = _head(parts, at, skip)
        if head is not None:
            return head
    return None


def pair_at(parts: Sequence[Part], at: int) -> StackedHead | None:
    """The header of two columns only, each named for sure, one of them of statements; None where none begins there, or
    a third name follows."""
    first = parts[at]
    if not isinstance(first, Piece) or not _may_hold_head(first):
        return None
    for skip in range(len(first.strands) if len(first.strands) <= MOST_LINES else 1):
        cells: list[_HeadCell] = []
        place, line = at, skip
        while len(cells) <= PAIR and (found := _cell_at(parts, place, line)) is not None:
            if found.columns[0].role is None or _repeats(found, [cell.columns[0] for cell in cells]):
                break
            cells.append(found)
            place, line = found.place, found.line
        columns = [column for cell in cells for column in cell.columns]
        roles = {str(column.role) for column in columns}
        if len(columns) != PAIR or len(roles) != PAIR or any(column.sure < EXACT for column in columns):
            continue
        if STATEMENTS.isdisjoint(roles) or not roles <= STATEMENTS | FIELDS:
            continue
        return _stacked(parts, at, skip, cells)
    return None


def _may_hold_head(piece: Piece) -> bool:
    return not piece.marker and not glued_bullet(piece.first) and piece.first.high - piece.first.low < WIDE


def _head(parts: Sequence[Part], at: int, skip: int) -> StackedHead | None:
    cells: list[_HeadCell] = []
    place, line = at, skip
    while sum(len(cell.columns) for cell in cells) < MOST_HEADS:
        found = _cell_at(parts, place, line)
        if found is None or _repeats(found, [column for cell in cells for column in cell.columns]):
            break
        cells.append(found)
        place, line = found.place, found.line
        if len(cells) == 1 and (found.columns[0].role is None or is_value_only(found.text)) and found.words > 2:
            return None
    while (
        cells and cells[-1].columns[0].role is None and not (len(cells) > LEAST_HEADS and _stands_again(parts, cells))
    ):
        cells.pop()
    cells = _without_hinted_ends(cells)
    if len(cells) > LEAST_HEADS and MEASURED.fullmatch(cells[-1].text) and _stands_again(parts, cells[:-1]):
        cells.pop()  # the first cell below a header that is printed again
    columns = [column for cell in cells for column in cell.columns]
    if not _is_head(columns) or not _holds_shared(cells) or TITLE.search(columns[0].head.text):
        return None
    return _stacked(parts, at, skip, cells)


def _stacked(parts: Sequence[Part], at: int, skip: int, cells: Sequence[_HeadCell]) -> StackedHead:
    first = parts[at]
    columns = [column for cell in cells for column in cell.columns]
    place, line = cells[-1].place, cells[-1].line
    under = parts[place] if line else None
    return StackedHead(
        columns=tuple(columns),
        before=(part_of(first, 0, skip),) if isinstance(first, Piece) and skip else (),
        rest=(part_of(under, line, len(under.strands)),) if isinstance(under, Piece) else (),
        end=place + 1 if line else place,
        odd=tuple(told for cell in cells for told in cell.odd),
    )


def _without_hinted_ends(cells: Sequence[_HeadCell]) -> list[_HeadCell]:
    """The cells, without those at the end that only hint at what stands under them, and without what the first hints:
    it may be a title, and they the first cells of a row."""
    found = list(cells)
    while found and found[-1].columns[0].role is not None and found[-1].columns[-1].sure < LEAST:
        found.pop()
    if found and found[0].columns[0].role is not None and found[0].columns[0].sure < LEAST:
        found[0] = attrs.evolve(found[0], columns=(attrs.evolve(found[0].columns[0], role=None, sure=0.0),))
    return found


def _stands_again(parts: Sequence[Part], cells: Sequence[_HeadCell]) -> bool:
    """Whether the last header cell, which says nothing by itself, stands behind the one before it once more (`Desired`
    over `direction`): the header is printed again over another table."""
    if len(cells) < LEAST_HEADS:
        return False
    texts = [cell.columns[-1].head.text for cell in cells[-2:]]
    near = (part for part in parts if isinstance(part, Piece))
    return sum(a.text == texts[0] and b.text == texts[1] for a, b in pairwise(near)) > 1


def _holds_shared(cells: Sequence[_HeadCell]) -> bool:
    """Whether cells that share their lines stand beside others that are header cells for sure: `Works Team` may be who
    does something."""
    shared = [cell for cell in cells if cell.shared]
    if not shared:
        return True
    plain = [column for cell in cells if not cell.shared for column in cell.columns if column.role != "period"]
    sure = [column for column in plain if column.sure >= EXACT]
    return len(sure) > 1 or any(column.role in STATEMENTS for column in sure)


def part_of(piece: Piece, first: int, last: int) -> Piece:
    """Some lines of a piece as one."""
    strands = piece.strands[first:last]
    return Piece(strands=strands, marker=marker_of(strands[0]), low=piece.low, high=piece.high)


def _repeats(cell: _HeadCell, before: Sequence[Column]) -> bool:
    """`Due`, `Status`, then `FY 2018`, `Green`; or the first cell's name again, over another table or form."""
    taken = {other.role for other in before}
    role = cell.columns[0].role
    if role in VALUES and any(value in taken for value in VALUES[role]):
        return True
    same = [other for other in before if other.head.text.casefold() == cell.text.casefold()]
    months = is_date_only(cell.text) and any(map(str.isalpha, cell.text))  # `May 2031` twice: what cells say
    return bool(same) and (months or not FIGURES.search(cell.text))


def _is_head(columns: Sequence[Column]) -> bool:
    roles = [column.role for column in columns]
    numbers = roles.index("label") if "label" in roles else 0
    if (numbers == 1 and not _spans_rows(columns)) or (numbers and roles[0] == roles[1]):
        return False  # the numbers' column is the first: what stands over it is a title
    if _begins_with_value(columns):
        return False  # the last cell of the table before
    if columns and _names_column(columns[0].head.text, columns[1:]) and _is_head(columns[1:]):
        return False  # a title over the header
    named = {column.role for column in columns if column.role is not None}
    sure = sum(column.sure >= SURE for column in columns)
    count = sum(column.role is not None for column in columns)
    return count >= LEAST_HEADS and sure >= LEAST_HEADS - 1 and len(named) >= 2 and bool(named & STATEMENTS)


def _spans_rows(columns: Sequence[Column]) -> bool:
    """Whether the first column of two before the numbers of rows may be what several of them serve (`Goal`, `No.`,
    `Action`), and no title over the header (`Actions`, `No.`, `Action`)."""
    title = columns[0].head.text
    other = {column.role for column in columns[1:]}
    plain = len(title.split()) == 1 and not title.endswith("s") and columns[0].sure >= EXACT
    return (
        plain and columns[0].role == "objective" and bool({"action", "milestone"} & other) and "objective" not in other
    )


def _begins_with_value(columns: Sequence[Column]) -> bool:
    """Whether a date, a state or a command stands before all names that say something: `December 2031`, `Objective`."""
    for column in columns:
        if column.role not in (None, "period"):
            return False
        text = column.head.text
        if is_date_only(text) or says_value(text) or (" " in text and column.role is None and is_imperative(text)):
            return True
    return False


def _names_column(title: str, columns: Sequence[Column]) -> bool:
    """Whether what stands first only says in the plural what a column says: `Key indicators` over `Indicator`."""
    last = title.split()[-1].casefold()
    return any(last == f"{column.head.text.casefold()}s" for column in columns)


def _cell_at(parts: Sequence[Part], place: int, line: int) -> _HeadCell | None:
    """The header cell that begins with a line of a part."""
    lines = _chunk(parts, place, line)
    if not lines:
        return None
    joined = joined_columns([strand for strand, _, _ in lines])
    if joined is not None:
        columns, odd, count = joined
        return _HeadCell(columns, odd, *_behind(parts, lines[count - 1]))
    best: tuple[float, int, str] | None = None
    for count in range(min(len(lines), MOST_LINES), 0, -1):
        text = " ".join(strand.text for strand, _, _ in lines[:count])
        role = head_role(text)
        if role is None or (best is not None and role.strength <= best[0]):
            continue
        if best is None or _is_head_line(lines[count][0]):
            if best is not None and _names_more(lines[count : best[1]], role.role, best):
                best = (max(role.strength, EXACT), *best[1:])
                continue
            best = (role.strength, count, role.role)
    shared = shared_columns([strand for strand, _, _ in lines]) if best is None or best[0] < WHOLE else None
    if shared is not None:
        return _HeadCell(shared[0], (), *_behind(parts, lines[shared[1] - 1]), shared=True)
    if best is None:
        text = " ".join(strand.text for strand, _, _ in lines)
        if len(lines) > MOST_LINES or not (_may_be_nameless(text) or (MEASURED.fullmatch(text) and place)):
            return None
        best = (SURE, len(lines), "note") if MEASURED.fullmatch(text) else _hinted(text, len(lines))
    sure, count, name = best
    over = [above for above in range(1, count) if sure < EXACT or _is_named_twice(lines, above, count)]
    if any(_is_title_over(lines, above, count) for above in over) or _is_dated(lines, count, name):
        return None
    column = Column(
        head=Told(pieces=(piece_of([strand for strand, _, _ in lines[:count]]),)), role=name or None, sure=sure
    )
    return _HeadCell((column,), (), *_behind(parts, lines[count - 1]))


def _hinted(text: str, count: int) -> tuple[float, int, str]:
    """What a short name that says little by itself hints at among header cells (`Strategies for delivery`)."""
    role = header_role(text) if not says_value(text) else None
    return (role.strength, count, role.role) if role is not None and role.strength >= HINT else (0.0, count, "")


def _names_more(rest: Sequence[tuple[Strand, int, int]], role: str, whole: tuple[float, int, str]) -> bool:
    """Whether lines under a header cell's first ones are its own: `Target` / `2027`, `Key action` / `Steps`."""
    if whole[2] != role or len(rest) > 1:
        return False
    text = rest[0][0].text
    if FIGURES.fullmatch(text):
        return True
    own = head_role(text)
    return own is not None and own.role == role and own.strength >= EXACT


def _is_title_over(lines: Sequence[tuple[Strand, int, int]], above: int, count: int) -> bool:
    """Whether the first lines are a title over the header's first cell, and no word that goes with it (`Dept.`)."""
    if sum(len(strand.words) for strand, _, _ in lines[:above]) < 2 or open_ended(lines[above - 1][0]):
        return False
    role = head_role(" ".join(strand.text for strand, _, _ in lines[above:count]))
    return role is not None and role.strength >= EXACT


def _is_named_twice(lines: Sequence[tuple[Strand, int, int]], above: int, count: int) -> bool:
    """Whether lines say by themselves what the one word under them says again: `How we measure success` / `Measure`."""
    name = lines[count - 1][0]
    if above != count - 1 or len(name.words) > 1 or not name.text[:1].isupper():
        return False
    title = head_role(" ".join(strand.text for strand, _, _ in lines[:above]))
    return title is not None and title.strength >= SURE and title.role in STATEMENTS


def _is_dated(lines: Sequence[tuple[Strand, int, int]], count: int, role: str) -> bool:
    """Whether a date stands in or right under what would be its column's name: `Completed by` / `December 2031`."""
    if role != "due":
        return False
    under = count < len(lines) and is_date_only(lines[count][0].text)
    return under or ends_dated(" ".join(strand.text for strand, _, _ in lines[:count]))


def _is_head_line(strand: Strand) -> bool:
    return head_role(strand.text) is not None


def _behind(parts: Sequence[Part], last: tuple[Strand, int, int]) -> tuple[int, int]:
    """The place behind a line: part and line."""
    _, place, line = last
    part = parts[place]
    return (place, line + 1) if isinstance(part, Piece) and line + 1 < len(part.strands) else (place + 1, 0)


def _chunk(parts: Sequence[Part], place: int, line: int) -> list[tuple[Strand, int, int]]:
    """The lines from one on up to the next empty one; none where they are items or running text."""
    found: list[tuple[Strand, int, int]] = []
    while place < len(parts):
        part = parts[place]
        if not isinstance(part, Piece):
            break
        for at in range(line, len(part.strands)):
            strand = part.strands[at]
            if found and (strand.blanks or strand.page != found[-1][0].page or len(found) > 2 * MOST_LINES):
                return found
            if not found and (marker_of(strand) or strand.high - strand.low >= WIDE):
                return []
            found.append((strand, place, at))
        place, line = place + 1, 0
    return found


def _may_be_nameless(text: str) -> bool:
    words = text.split()
    if not 0 < len(words) <= MOST_NAMELESS or not text[:1].isupper():
        return False
    return text.replace(" ", "").replace("/", "").replace("&", "").isalpha()
