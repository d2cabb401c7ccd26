"""Cells of neighbouring columns that a converter of reading-order text wrote on one line: where two columns nearly
touch, `Adopt a common standard for timetables March 2023` over `data` is a statement and its date, `Economic Sept` over
`Development Team 2023` a name and a date. A row's own code before a statement (`1.1.1 Appoint …`) is a cell as well.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.abreast import MONTH
from objectives_parser.layout.text.spaced.cell_forms import Told, is_status
from objectives_parser.layout.text.spaced.fitting import Column
from objectives_parser.layout.text.spaced.prose import Piece
from objectives_parser.layout.text.spaced.strands import Strand, marker_of, open_ended
from objectives_parser.values import is_date_only, is_value_only, is_year, names_year

MOST_LINES = 6
DATED = frozenset({"due", "start", "period"})
LONGEST_VALUE = 4  # words
LEAST_SAID = 3  # words before a value
LONGEST_NAME = 4  # words
LEAST_CODED = 2
DEEP = regex.compile(r"(?:\p{Lu}{1,3}[-.]?)?\d{1,2}(?:[.-]\d{1,2}){1,3}[.)]?")
COUNTED = regex.compile(r"(?:Number|Percentage|Per cent|Percent|Share|Proportion|Rate|Ratio|Amount|Volume|Level)\sof\s")
BODY = regex.compile(r"(?:Minist(?:ry|ries|er)|Departments?|Directorate|Secretariat|Bureau|Institute|Office)$")
POST = regex.compile(
    r"(?:directors?|managers?|officers?|teams?|units?|leads?|heads?|divisions?|offices?|boards?|departments?|committees?|"
    r"groups?|councils?|services?|branch|agency|policy|delivery|housing|planning|options|finance|engineering|works)$",
    regex.IGNORECASE,
)
_COUNTED_BEFORE = frozenset(
    """by in to of and or from than no page phase goal year least most about approximately around over under nearly
    additional another first at minimum maximum up fy until since before after between within during the a an new all
    for with next last every each early mid late end spring summer autumn fall winter through""".split()  # noqa: SIM905
)
_TIMELESS = regex.compile(
    r"(?:ongoing|on-going|annually|yearly|monthly|quarterly|weekly|biweekly|bi-weekly|biannually|bi-annually|daily|"
    r"continuously|immediately)$",
    regex.IGNORECASE,
)
_FIGURE = regex.compile(r"[<>≤≥~]?[$£€]?\d[\d.,]*(?:%|[kKmM])?$")


def parted_cells(cells: Sequence[Told], columns: Sequence[Column]) -> list[tuple[Told, int]]:
    """The cells, those parted that share their lines with a value of the next column; and the place of the cell that
    each was written in."""
    roles = [column.role for column in columns]
    coded = _coded(cells)
    found: list[tuple[Told, int]] = []
    for at, cell in enumerate(cells):
        if at in coded:
            number, cell = _without_code(cell)
            found.append((number, at))
        own = [cell]
        if cell.column is None and not cell.is_tick:
            own = _parted(cell, roles, cells[at + 1 : at + 1 + len(roles)])
        found += [(part, at) for part in own]
    return found


def _coded(cells: Sequence[Told]) -> frozenset[int]:
    """The cells that begin with a row's own code (`1.1.1 Appoint …`), of which each is another one."""
    found = {
        at: cell.pieces[0].first.words[0].text.rstrip(".)")
        for at, cell in enumerate(cells)
        if len(cell.pieces[0].first.words) > 1
        and DEEP.fullmatch(cell.pieces[0].first.words[0].text)
        and cell.pieces[0].first.words[1].text[0].isupper()
    }
    apart = len(set(found.values())) == len(found) and len({code.count(".") for code in found.values()}) == 1
    return frozenset(found) if len(found) >= LEAST_CODED and apart else frozenset()


def _without_code(cell: Told) -> tuple[Told, Told]:
    """The code that a cell begins with, and the cell without it."""
    piece = cell.pieces[0]
    first = piece.first
    number = attrs.evolve(lone_cell([attrs.evolve(first, words=first.words[:1])]), numbers=True)
    rest = attrs.evolve(
        piece, strands=(attrs.evolve(first, words=first.words[1:], blanks=0), *piece.strands[1:]), marker=0
    )
    return number, attrs.evolve(cell, pieces=(rest, *cell.pieces[1:]), numbered=True)


def _parted(cell: Told, roles: Sequence[str | None], following: Sequence[Told]) -> list[Told]:
    strands = [strand for piece in cell.pieces for strand in piece.strands]
    if len(strands) > MOST_LINES or any(strand.blanks for strand in strands[1:]):
        return [cell]
    for way in (_two_values, _wrapped_date, _value_at_end, _value_first, _names_at_ends, _body_beside, _counted_beside):
        parts = way(strands, roles, following)
        if parts is not None:
            left, right = (attrs.evolve(cell, pieces=lone_cell(part).pieces) for part in parts)
            return [left, *_parted(attrs.evolve(right, numbered=False), roles, following)]
    return [cell]


def _two_values(
    strands: Sequence[Strand], roles: Sequence[str | None], following: Sequence[Told]
) -> tuple[list[Strand], list[Strand]] | None:
    """`Sept 2031 Jan 2032` under two columns of dates, `2031–2035 18.5` under a date's and a sum's."""
    if len(strands) > 1 or len(strands[0].words) > 2 * LONGEST_VALUE:
        return None
    words = strands[0].words
    dates = sum(role in DATED for role in roles)
    for at in range(1, len(words)):
        left, right = _text(words[:at]), _text(words[at:])
        twice = dates > 1 and _is_whole_date(left) and _is_whole_date(right) and right[0].isupper()
        if twice or (dates and _is_whole_date(left) and _FIGURE.match(right) and not names_year(right)):
            return _cut(strands, {0: at})
    return None


def _wrapped_date(
    strands: Sequence[Strand], roles: Sequence[str | None], following: Sequence[Told]
) -> tuple[list[Strand], list[Strand]] | None:
    """`Economic Sept` over `Development Team 2031`, or `Sept` on a line between: a month behind the first line, its
    year behind the last."""
    if DATED.isdisjoint(filter(None, roles)) or len(strands) not in (2, 3) or len(strands[-1].words) < 2:
        return None
    last = {len(strands) - 1: len(strands[-1].words) - 1}
    if not is_year(strands[-1].words[-1].text):
        return None
    if len(strands) == 3:
        return _cut(strands, {1: 0, **last}) if MONTH.match(strands[1].text) else None
    month = strands[0].words[-1].text if len(strands[0].words) > 1 else ""
    before = strands[0].words[-2].text.casefold() if month else ""
    if MONTH.match(month) and before not in _COUNTED_BEFORE:
        return _cut(strands, {0: len(strands[0].words) - 1, **last})
    return None


def _value_at_end(
    strands: Sequence[Strand], roles: Sequence[str | None], following: Sequence[Told]
) -> tuple[list[Strand], list[Strand]] | None:
    """A date, state or figure behind the first line of a cell, where the row has none yet."""
    words = strands[0].words
    for at in range(max(LEAST_SAID, len(words) - LONGEST_VALUE), len(words)):
        if _text(words[at - 1 : at]).casefold().strip("(") in _COUNTED_BEFORE or words[at - 1].text[-1] in ",:–-/(":
            continue
        value = _value_kind(_text(words[at:])) if not words[at].text[0].islower() else None
        if value is None or not _wanted(value, roles, following):
            continue
        rest = attrs.evolve(strands[0], words=words[:at])
        goes_on = len(strands) > 1 and strands[1].text[0].islower()
        if (goes_on or len(strands) == 1) and not (open_ended(rest) and len(strands) == 1):
            if marker_of(rest) == len(rest.words) or (len(strands) == 1 and value == "figure"):
                continue
            return _cut(strands, {0: at})
    return None


def _value_first(
    strands: Sequence[Strand], roles: Sequence[str | None], following: Sequence[Told]
) -> tuple[list[Strand], list[Strand]] | None:
    """`Annually Nine fairs held each` over `year`, `March 2031 Three managers`: a date and the next column's cell."""
    dated = [at for at, role in enumerate(roles) if role in DATED]
    words = strands[0].words
    if not dated or dated[-1] + 1 >= len(roles) or is_date_only(strands[0].text):
        return None
    for at in range(min(LONGEST_VALUE, len(words) - 1), 0, -1):
        value = _text(words[:at])
        if (_TIMELESS.match(value) or _is_whole_date(value)) and words[at].text[0].isupper():
            first = attrs.evolve(strands[0], words=words[:at])
            return [first], [attrs.evolve(strands[0], words=words[at:]), *strands[1:]]
    return None


def _names_at_ends(
    strands: Sequence[Strand], roles: Sequence[str | None], following: Sequence[Told]
) -> tuple[list[Strand], list[Strand]] | None:
    """`Run a careers fair in each Skills` over `secondary school Manager`, or over `Manager` on a line of its own: who
    does it, behind a statement's lines."""
    if "owner" not in roles or len(strands) not in (2, 3) or not strands[1].text[0].islower():
        return None
    last = len(strands) - 1
    cuts = {at: _names_begin(strands[at]) for at in (0, last)}
    if not LEAST_SAID <= cuts[0] < len(strands[0].words) or cuts[last] >= len(strands[last].words):
        return None
    if bool(cuts[last]) != (last == 1):
        return None
    name = _text([*strands[0].words[cuts[0] :], *strands[last].words[cuts[last] :]])
    return _cut(strands, cuts) if len(name.split()) <= LONGEST_NAME and POST.search(name) else None


def _body_beside(
    strands: Sequence[Strand], roles: Sequence[str | None], following: Sequence[Told]
) -> tuple[list[Strand], list[Strand]] | None:
    """`Number of dams Ministry of` over `rehabilitated` and `Livestock`: a body that breaks off behind a cell's first
    line, and the rest of both below."""
    if "owner" not in roles or len(strands) < 3 or not strands[1].text[0].islower():
        return None
    words = strands[0].words
    for at in range(2, len(words)):
        body = attrs.evolve(strands[0], words=words[at:])
        said = attrs.evolve(strands[0], words=words[:at])
        if BODY.match(words[at].text) and open_ended(body) and not open_ended(said):
            below = next((place for place, strand in enumerate(strands) if place and strand.text[0].isupper()), 0)
            return _cut(strands, {0: at} | {place: 0 for place in range(below, len(strands)) if below})
    return None


def _names_begin(strand: Strand) -> int:
    """Where the words with capitals begin that a line ends in, behind a small letter."""
    at = len(strand.words)
    while at and strand.words[at - 1].text[0].isupper():
        at -= 1
    return at if not at or strand.words[at - 1].text[0].islower() else len(strand.words)


def _counted_beside(
    strands: Sequence[Strand], roles: Sequence[str | None], following: Sequence[Told]
) -> tuple[list[Strand], list[Strand]] | None:
    """`Open homes for mothers near Number of homes in` over `district hospitals` and `service`: something counted
    behind a statement's first line. The next line goes on with the statement, the last one with what is counted."""
    if "measure" not in roles or len(strands) > 3:
        return None
    words = strands[0].words
    for at in range(LEAST_SAID, len(words) - 1):
        if not COUNTED.match(_text(words[at:])) or not words[at].text[0].isupper():
            continue
        statement = attrs.evolve(strands[0], words=words[:at])
        counted = attrs.evolve(strands[0], words=words[at:])
        under = len(strands) == 2 and open_ended(counted) and not open_ended(statement)
        cuts = {0: at} | ({len(strands) - 1: 0} if len(strands) == 3 or under else {})
        return _cut(strands, cuts)
    return None


def _value_kind(text: str) -> str | None:
    if _is_whole_date(text) or _TIMELESS.match(text):
        return "date"
    if is_status(text) and text[0].isupper():
        return "status"
    return "figure" if _FIGURE.match(text) and is_value_only(text) and not is_year(text) else None


def _is_whole_date(text: str) -> bool:
    """A date that names its year: not `March`, which a sentence may end its line with."""
    return names_year(text) and is_date_only(text)


def _wanted(value: str, roles: Sequence[str | None], following: Sequence[Told]) -> bool:
    """Whether a column takes such a value, and the cells right behind do not fill all of these."""
    takes = {"date": DATED, "status": frozenset({"status"}), "figure": frozenset({"target", "baseline"})}[value]
    columns = sum(role in takes for role in roles)
    filled = 0
    for cell in following:
        if _value_kind(cell.text) != value:
            break
        filled += 1
    return filled < columns


def _cut(strands: Sequence[Strand], cuts: dict[int, int]) -> tuple[list[Strand], list[Strand]]:
    """The lines left of the cuts, with those that have none, and what stands right of them."""
    left = [
        attrs.evolve(strand, words=strand.words[: cuts[at]]) if at in cuts else strand
        for at, strand in enumerate(strands)
        if cuts.get(at) != 0
    ]
    right = [attrs.evolve(strands[at], words=strands[at].words[cut:]) for at, cut in cuts.items()]
    return left, right


def lone_cell(strands: Sequence[Strand]) -> Told:
    """Some lines as a cell."""
    low, high = min(strand.low for strand in strands), max(strand.high for strand in strands)
    return Told(pieces=(Piece(strands=tuple(strands), marker=marker_of(strands[0]), low=low, high=high),))


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
