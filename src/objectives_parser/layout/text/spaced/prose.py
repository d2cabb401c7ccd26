"""Text outside tables: the rows of a page in columns, and each column's lines as pieces (paragraphs, list items)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import GRID_X, GRID_Y
from objectives_parser.layout.columns import Item, columns
from objectives_parser.layout.text.spaced.bullets import TICKS, with_own_bullets
from objectives_parser.layout.text.spaced.labelled import with_labels_joined
from objectives_parser.layout.text.spaced.line_ends import WIDE_LINE, is_cell, is_text, line_ends
from objectives_parser.layout.text.spaced.rows import Row, Run, run_of, x0
from objectives_parser.layout.text.spaced.strands import Strand, glued_bullet, marker_of
from objectives_parser.layout.text.spaced.unmarked import announces, unmarked_items
from objectives_parser.layout.wrapping import bare, is_closed, open_brackets
from objectives_parser.roles import header_role, printed_label

ROOM = 6
"""Characters that must stay free behind the next word for it to have fitted."""
SHORT = 0.35
LONG = 40
"""Characters of a line of running text, at least."""
INDENT = 3
HANGING = 11.0
"""Points of the grid that a heading may hang out of its column."""
TITLED = 0.7
SECTION = regex.compile(r"\d{1,2}\.\d{1,2}\.?")
CODED = regex.compile(r"\d{1,2}(?:\.\d{1,2}){2,3}\.?")
ABBREVIATED = regex.compile(r"\b(?:\p{Lu}\.){2,}$")
BEGINNING = frozenset(("The", "This", "These", "We", "Our", "To", "In", "It", "There", "Many", "Too", "By", "While"))
"""Words that begin a sentence behind a labelled line, and no further line of what it labels."""
LONG_WORD, FEW_WORDS = 4, 3
"""Letters of words that have capitals in titles (`for`, `and` have none), and how many of them tell a title."""
_OPEN = frozenset(
    """
    a an the and or of to in on at by for from with as that which our their its his her this these is are be will
    would should may can could not no than into through under between among including have has been but page pages
    section
    """.split()  # noqa: SIM905
)


@attrs.frozen(kw_only=True, eq=False)
class Piece:
    """Consecutive lines that belong together; ``marker`` counts the words of the list marker. ``high`` is where the
    column's lines end, ``low`` where they begin; ``listed`` says that it is an item whose bullet is not printed,
    ``caption`` that it stands over one of several lists side by side."""

    strands: tuple[Strand, ...]
    marker: int
    low: int
    high: int
    listed: bool = False
    caption: bool = False

    @property
    def first(self) -> Strand:
        return self.strands[0]

    @property
    def last(self) -> Strand:
        return self.strands[-1]

    @property
    def text(self) -> str:
        return " ".join(strand.text for strand in self.strands)


def list_of(rows: Sequence[Row], caption: int) -> list[Piece]:
    """The pieces of rows that are one list: so many lines of a caption, and the items under it."""
    items = [(row, run) for row in rows for run in row.runs]
    strands = _strands(items, {row.y for row in rows})
    pieces = _column_pieces(strands, cells=False, going_on=False, caption=caption)
    return [attrs.evolve(piece, caption=not at and caption > 0) for at, piece in enumerate(pieces)]


def pieces_of(rows: Sequence[Row], *, cells: bool = False, labels: frozenset[str] = frozenset()) -> list[Piece]:
    """The pieces of consecutive rows of a page, column by column in reading order. ``cells`` says that cells may stand
    one under the other: then lines are as wide as the lines that no empty line parts from them. ``labels`` has the
    lines that name what stands below them, again and again."""
    rows = with_labels_joined(rows)
    items = [
        Item((row, run), (run.low * GRID_X, row.y * GRID_Y, high * GRID_X, (row.y + 1) * GRID_Y))
        for row, over in zip(rows, _overs(rows), strict=True)
        for run in row.runs
        for high in [max(run.high, over)]
    ]
    pieces: list[Piece] = []
    taken = {row.y for row in rows}
    for group in columns(items, hanging=HANGING):
        strands = _strands([item.content for item in group], taken)
        going_on = bool(pieces) and pieces[-1].listed
        strands = _with_numbers_joined(with_own_bullets(strands)) if cells else strands
        pieces.extend(_column_pieces(strands, cells, going_on, labels))
    return pieces


def _overs(rows: Sequence[Row]) -> list[int]:
    """How far each line reaches over the columns below it: the short end of a sentence as far as the line above."""
    overs: list[int] = []
    before: Row | None = None
    for row in rows:
        ends = before is not None and row.goes_on and len(row.runs) == len(before.runs) == 1
        near = ends and before is not None and abs(row.low - before.low) <= 1
        overs.append(max(before.high, overs[-1]) if near and before is not None else 0)
        before = row
    return overs


def _strands(group: Sequence[tuple[Row, Run]], taken: set[int]) -> list[Strand]:
    """The lines of one column, top to bottom, runs of one physical line together."""
    lines: dict[int, list[tuple[Row, Run]]] = {}
    for row, run in group:
        lines.setdefault(row.y, []).append((row, run))
    strands: list[Strand] = []
    for y in sorted(lines):
        row = lines[y][0][0]
        words = tuple(word for _, run in sorted(lines[y], key=lambda pair: pair[1].low) for word in run.words)
        blanks = y - strands[-1].y - 1 if strands else row.blanks
        hard = sum(at not in taken for at in range(y - blanks, y))
        strands.append(Strand(words=words, y=y, page=row.page, blanks=blanks, hard=hard, top=row.top, fresh=row.fresh))
    return strands


def _with_numbers_joined(strands: Sequence[Strand]) -> list[Strand]:
    """The lines, a heading's number that a converter wrote on a line of its own before the heading: `3.1`, then `Trends
    and Impacts` behind an empty line."""
    found: list[Strand] = []
    for strand in strands:
        last = found[-1] if found else None
        if last is not None and SECTION.fullmatch(last.text) and strand.blanks == 1 and is_titled(strand):
            found[-1] = attrs.evolve(last, words=(*last.words, *strand.words))
        else:
            found.append(strand)
    return found


def _column_pieces(
    strands: Sequence[Strand],
    cells: bool,
    going_on: bool,
    labels: frozenset[str] = frozenset(),
    caption: int | None = None,
) -> list[Piece]:
    if not strands:
        return []
    low, high = min(strand.low for strand in strands), max(strand.high for strand in strands)
    usual = _usual_blanks(strands)
    ends = line_ends(strands, usual, is_cell if cells else is_text)
    owns = line_ends(strands, 0, lambda _: True)
    items = unmarked_items(strands, going_on, flush=cells, caption=caption)
    groups: list[list[Strand]] = []
    listed: set[int] = set()
    for at, (strand, end) in enumerate(zip(strands, ends, strict=True)):
        begins = items.get(at)
        if begins is None:
            edge = (at - 1 in items) or (at + 1 in items and at not in items and announces(strand.text))
            begins = (
                edge
                or not groups
                or _is_next_caption(groups[-1], strand, own=owns[at], sure=_is_over_list(strands, at))
                or (strand.text in labels and _is_named_under(groups[-1], strand))
                or _begins(groups[-1], strand, end - low, end, usual, owns[at])
            )
        elif begins:
            listed.add(len(groups))
        if begins:
            groups.append([strand])
        else:
            groups[-1].append(strand)
    return [
        Piece(strands=tuple(group), marker=marker_of(group[0]), low=low, high=high, listed=at in listed)
        for at, group in enumerate(groups)
    ]


def _usual_blanks(strands: Sequence[Strand]) -> int:
    """The empty lines between lines of text where every line has them (double spacing); short lines so parted are
    cells."""
    if 2 * sum(strand.high - strand.low < LONG for strand in strands) > len(strands):
        return 0
    counts = Counter(strand.blanks for strand in strands[1:])
    most = max(counts, key=lambda blanks: counts[blanks], default=0)
    return most if counts[most] > 0.7 * len(strands) else 0


def _begins(piece: Sequence[Strand], strand: Strand, width: int, high: int, usual: int, own: int) -> bool:
    """Whether a new piece begins with the line; ``own`` is where the longest line ends of those that no empty line
    parts from it."""
    last = piece[-1]
    if last.text in TICKS or strand.text in TICKS:
        return True
    if len(piece) == 1 and len(last.words) == 1 and marker_of(last):
        return bool(marker_of(strand))  # a bullet whose text stands below it
    full = last.high - last.low >= WIDE_LINE and not is_closed_strand(last)
    aside = full and strand.text[:1] == "(" and strand.text[1:2].isalpha()  # `… of the Act` / `(Law 89) is`
    begun = not (_first_letter(strand.text).islower() or _counts_on(last, strand) or aside)
    ended = _ended(last)
    if (marker_of(strand) or glued_bullet(strand)) and not _wrapped_number(last, strand):
        return True
    if is_lone_code(strand) and not open_ended(last):
        return True
    if (_is_label(strand.text) or _is_field(strand.text)) and not open_ended(last):
        return True
    if strand.hard > usual or strand.blanks > usual + 1:
        return begun or ended or strand.blanks > usual + 2
    if _caps(last) and _caps(strand) and not strand.blanks:
        return False
    if _caps(last) != _caps(strand) and begun and (_caps(last) or _caps(strand)):
        return True
    if _hangs(piece[0], strand) and not strand.blanks:
        return begun and len(piece) == 1 and _is_name_over(last, strand, free=high - last.high, width=width)
    free = high - last.high
    if begun and _shifted(piece, strand, width, room=free > len(strand.words[0].text) + ROOM):
        return True
    fits = free > len(strand.words[0].text) + ROOM and begun and not open_ended(last)
    ended = is_closed_strand(last)
    if fits and len(piece) == 1 and marker_of(last) and is_titled(last) and not is_titled(strand):
        return True
    room = last.high + 1 + len(strand.words[0].text) <= own or strand.words[0].text in BEGINNING
    if len(piece) == 1 and begun and room and not strand.blanks and _states_label(last):
        return True  # `Objective 1: Safer streets` over `Half of all trips are short. We will:`
    if strand.blanks > usual and begun and (ended or free > SHORT * width or fits):
        return True
    outdented = marker_of(piece[0]) and strand.low < piece[0].low  # no line of a title set about its middle
    centred = _centred(last, strand) and not outdented
    return fits and (ended or free > SHORT * width or _is_title_over(piece, strand)) and not centred


def _is_next_caption(piece: Sequence[Strand], strand: Strand, *, own: int, sure: bool) -> bool:
    """Whether a line is the next caption (`Measures`) right under a list item, or under a labelled statement in whose
    line it would have had room, or which it stands under for ``sure``."""
    first, last = piece[0], piece[-1]
    if strand.low > first.low or open_ended(last) or (_caps(last) and _caps(strand)) or not announces(strand.text):
        return False
    room = last.high + 1 + len(strand.words[0].text) <= own
    return bool(marker_of(first) or glued_bullet(first)) or ((room or sure) and _states_label(first))


def _is_over_list(strands: Sequence[Strand], at: int) -> bool:
    """Whether bullets stand right under a line."""
    below = strands[at + 1] if at + 1 < len(strands) else None
    return below is not None and not below.blanks and bool(marker_of(below) or glued_bullet(below))


def _is_named_under(piece: Sequence[Strand], strand: Strand) -> bool:
    """Whether lines with a number or a label end before a form's first label: `3. Open the archives` over `Lead`."""
    label = printed_label(piece[0].text)
    counted = label is not None and label.number is not None
    return counted and not open_ended(piece[-1]) and not (_caps(piece[-1]) and _caps(strand))


def is_lone_code(strand: Strand) -> bool:
    """`1.2.1` alone on its line: the number of what stands below."""
    return len(strand.words) == 1 and CODED.fullmatch(strand.words[0].text) is not None


def _counts_on(last: Strand, strand: Strand) -> bool:
    """Whether a line that begins with a figure goes on with the one above: `… a complete and accurate` / `2020 census
    of …`."""
    if strand.blanks or not strand.text[0].isdigit() or marker_of(strand):
        return False
    return last.high - last.low >= WIDE_LINE and not is_closed_strand(last) and last.text[-1].isalpha()


def _is_title_over(piece: Sequence[Strand], strand: Strand) -> bool:
    """Whether a line whose words have capitals stands, below room, over a line of text: a title right over it."""
    apart = len(piece) == 1 and (piece[0].blanks > 0 or piece[0].top)
    return apart and _in_capitals(piece[0]) and not _in_capitals(strand)


def _in_capitals(strand: Strand) -> bool:
    long = [word.text for word in strand.words if len(word.text) >= LONG_WORD and word.text.isalpha()]
    return len(long) >= FEW_WORDS and all(text[0].isupper() for text in long)


def is_titled(strand: Strand) -> bool:
    """Whether the longer words of a line begin with capitals, as those of titles: `2. Keep Rivers Clean`."""
    words = [word.text for word in strand.words[marker_of(strand) :]]
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= TITLED * len(long)


def _first_letter(text: str) -> str:
    """The first sign that prints."""
    return next((char for char in text if char.isprintable()), text[0])


def _hangs(first: Strand, strand: Strand) -> bool:
    """Whether the line begins where the text behind the list marker began: what hangs there belongs to the item."""
    marker = marker_of(first)
    return 0 < marker < len(first.words) and abs(strand.low - x0(first.words[marker])) <= 1


def _is_name_over(last: Strand, strand: Strand, *, free: int, width: int) -> bool:
    """Whether an item's first line, far from full, is a name over the text that tells of it: `• Less waste` over lines
    of sentences set to it."""
    text = strand.high - strand.low >= WIDE_LINE
    return text and free > SHORT * width and not open_ended(last) and not is_closed_strand(last)


def _shifted(piece: Sequence[Strand], strand: Strand, width: int, *, room: bool) -> bool:
    """Whether the line begins at another place than the piece's lines go on at; ``room`` says that its first word would
    have fitted on the line above."""
    first, last = piece[0], piece[-1]
    if open_ended(last) or _centred(last, strand):
        return False
    if marker_of(first) or glued_bullet(first):
        if strand.low < first.low or (len(piece) > 1 and strand.low < piece[1].low - 1):
            return True
        if len(piece) > 1 and _is_flush(piece):
            return room and _closes(last)
        return strand.low <= first.low and (_closes(last) or len(piece) > 1)
    if len(piece) == 1:
        return strand.low >= first.low + INDENT or strand.low <= first.low - 3 * INDENT
    return abs(strand.low - last.low) >= INDENT


def _closes(last: Strand) -> bool:
    """Whether a line closes a sentence, and not only ends in `U.S.`"""
    return is_closed_strand(last) and ABBREVIATED.search(last.text) is None


def _is_flush(piece: Sequence[Strand]) -> bool:
    """Whether an item's sentence goes on right under its bullet: no line of it is set in, and how full they are tells
    where it ends."""
    first, second = piece[:2]
    return second.low == first.low and (_first_letter(second.text).islower() or open_ended(first))


def _centred(a: Strand, b: Strand) -> bool:
    return abs(a.low + a.high - b.low - b.high) <= 3 and abs(a.low - b.low) > 1


def _wrapped_number(last: Strand, strand: Strand) -> bool:
    """`… by` / `2020. Then`, `… solutions, and` / `(4) speed up`: what goes on inside a sentence is no marker."""
    first = strand.words[0].text
    return first.lstrip("(")[:1].isdigit() and open_ended(last)


def open_ended(strand: Strand) -> bool:
    """Whether the line's last word wants another one."""
    text = strand.words[-1].text
    if text.endswith((":", ".", ";")):
        return False
    return text.endswith((",", "-", "–", "&", "/")) or bare(text) in _OPEN or open_brackets(strand.words)


def _ended(strand: Strand) -> bool:
    return is_closed_strand(strand) or not open_ended(strand)


def is_closed_strand(strand: Strand) -> bool:
    from objectives_parser.document import Line

    return is_closed(Line(strand.words))


def _is_label(text: str) -> bool:
    label = printed_label(text)
    return label is not None and label.kind == "word" and label.role is not None and (
        label.number is not None or (label.strength >= 1.0 and text[:1].isupper())
    )  # fmt: skip


def _states_label(strand: Strand) -> bool:
    """Whether a line is a label with what it labels, which ends there."""
    label = printed_label(strand.text)
    stated = label is not None and label.kind == "word" and label.role is not None and label.number is not None
    return stated and label is not None and label.end < len(strand.text) and not open_ended(strand)


def _is_field(text: str) -> bool:
    """`Goal Owner: Stephanie Moore`: a header word and what it says."""
    name, colon, rest = text.partition(":")
    role = header_role(name) if colon and rest and len(name.split()) <= 5 and name[:1].isupper() else None
    return role is not None and role.strength >= 0.6


def _caps(strand: Strand) -> bool:
    letters = [char for char in strand.text if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)


__all__ = [
    "Piece",
    "Strand",
    "glued_bullet",
    "is_closed_strand",
    "is_titled",
    "marker_of",
    "open_ended",
    "pieces_of",
    "run_of",
]
