"""Cells of reading-order text to columns: what a cell says, how wide its lines are, and the order of the columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise

import attrs
import regex

from objectives_parser.document import Line
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.bullets import TICKS
from objectives_parser.layout.text.spaced.prose import Piece, glued_bullet
from objectives_parser.layout.wrapping import BULLETS
from objectives_parser.roles import HeaderRole, header_role
from objectives_parser.roles.forms import is_imperative, is_noun_phrase, is_reached
from objectives_parser.roles.wording import wording
from objectives_parser.values import is_date_only, is_value_only

LONGEST_HEAD = 7
NUMBER_NAMES = frozenset(["No.", "Nr.", "Ref.", "S. No.", "Sl. No.", "Sr. No.", "Ref. No."])
LEAST = 0.6
LEAST_LINES = 3
UNLIKE = 0.5
NOWHERE = 0.2
"""What speaks for no column at all: a cell must fit one better than this."""
UNFIT = -0.5
OPENING = 0.6
BEGUN = -2
FORBIDDEN = -99.0
SKIPPED, LEAST_SKIPPED, SAME, LOST = 0.3, 0.2, 0.4, 0.1
"""What empty cells cost, the least part of that, two cells of one column behind each other, and a cell in none."""
SPANNED, SUBJECT = 0.25, 0.35
"""What an empty cell costs where cells span rows, left of the rows' subject, and in the subject's own column."""
ROUNDS = 2
USUAL, UNUSUAL, SAID, FEW = 0.6, 0.25, 0.15, 2
MOST_FIGURE_WORDS = 8
CODE = regex.compile(r"(?=.*\d)(?:\p{Lu}{1,4}[-_.]?\d{1,3}(?:[-_.]\d{1,3}){0,3}\p{Ll}?|\d{1,2}(?:\.\d{1,2}){1,3})[.)]?")
FIGURE = regex.compile(r"[<>≤≥~±+-]?\s?(?:[$€£¥]|EUR|USD|US\$|GBP)?\s?\d[\d,.]*\s?(?:%|[$€£¥(/]|\p{Ll}{1,6}\b|,|$)")
REFERENCE = regex.compile(r"\d{1,2}(?:\s?[,;–-]\s?\d{1,2}){1,8}")
REFERRING = 0.35
CODED = 0.4
"""How well a code fits a column of statements: `Action` may stand over the codes of actions."""
YEAR = regex.compile(r"\b(?:19|20)\d\d\b")
BODIES = regex.compile(r"\b(?:partners?|stakeholders?|collaborators?|support(?:ed by|ing)?)\b", regex.IGNORECASE)
FITS: dict[str, dict[str, float]] = {
    "label": {"code": 1.0, "figure": 0.3, "mark": 0.2, "short": 0.1},
    "due": {"date": 1.0, "short": 0.35, "mark": 0.4, "names": 0.2, "phrase": 0.2},
    "start": {"date": 1.0, "short": 0.3, "mark": 0.2},
    "period": {"figure": 0.7, "mark": 0.6, "date": 0.5, "short": 0.35, "names": 0.2, "phrase": 0.2},
    "status": {"mark": 0.7, "short": 0.4, "figure": 0.2, "phrase": 0.2, "sentence": 0.2},
    "owner": {"names": 0.9, "short": 0.5, "phrase": 0.3, "mark": 0.2},
    "target": {"figure": 0.8, "date": 0.5, "mark": 0.5, "short": 0.35, "phrase": 0.3, "names": 0.2, "sentence": 0.2},
    "baseline": {"figure": 0.8, "date": 0.5, "mark": 0.5, "short": 0.35, "phrase": 0.3, "names": 0.2, "sentence": 0.2},
    "category": {"short": 0.6, "names": 0.6, "phrase": 0.3},
    "bodies": {"names": 0.85, "short": 0.5, "phrase": 0.35, "mark": 0.2},
    "note": {"sentence": 0.65, "phrase": 0.45, "short": 0.45, "names": 0.45, "figure": 0.4, "mark": 0.4, "date": 0.3,
             "code": 0.2},
}  # fmt: skip
"""How well cells of each kind fit the columns that state nothing."""
UNTICKED = frozenset({"owner", "label"})
"""Columns that no tick stands in."""
STATEMENTS = frozenset({"objective", "measure", "milestone", "action"})
_BODY = regex.compile(r"[\p{Lu}\d/&+.-]+[,;)]?$|\(|(?:of|and|for|the|&|/|all)$|\p{Lu}[\p{L}’'.-]+[,;)]?$")
_COUNTED = regex.compile(
    r"(?:the\s)?(?:total\s|annual\s|average\s|cumulative\s)?(?:number|percent(?:age)?|share|proportion|rates?|ratio|amount|"
    r"volume|level|score|area|length|hectares|tonnes|#|%|№|no\.)(?:\s|$)",
    regex.IGNORECASE,
)
_MONEY = regex.compile(r"[$€£¥]\s?\d|\d\s?(?:m|bn|k|million|billion|thousand)?\s?(?:USD|EUR|GBP|US\$|dollars)\b")
_STATUS = regex.compile(
    r"(?:not\s(?:yet\s)?(?:started|begun|met)|on[\s-](?:track|schedule|target)|off[\s-]track|completed|under\s?way|"
    r"on-?going|in\sprogress|delayed|achieved|(?:complete|met|planned|existing|new|started|launched|proposed|green|"
    r"amber|yellow|red|blue)(?=\W*$))\b",
    regex.IGNORECASE,
)


@attrs.frozen(kw_only=True, eq=False)
class Told:
    """A cell: the pieces that no empty line parts; ``numbers`` says that it is a row's number, ``numbered`` that one
    stands before it, ``last`` that it stands right under the last header cell. Cells of one ``column`` were written as
    a whole; the first one of a row so told ``opens`` it."""

    pieces: tuple[Piece, ...]
    numbers: bool = False
    numbered: bool = False
    last: bool = False
    column: tuple[int, int] | None = None
    opens: bool = False

    @property
    def run(self) -> int | None:
        """The number of the columns written as wholes side by side that it is of."""
        return self.column[0] if self.column is not None else None

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def is_tick(self) -> bool:
        """Whether it is nothing but ticks: that something is to be done then."""
        return TICKS.issuperset(self.text.split())

    @property
    def width(self) -> int:
        return max(strand.high - strand.low for piece in self.pieces for strand in piece.strands)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(strand.words) for piece in self.pieces for strand in piece.strands)


@attrs.frozen(kw_only=True)
class Column:
    """A column by its header: what its cells say."""

    head: Told
    role: str | None
    sure: float = 0.0

    @property
    def fitted(self) -> str | None:
        """What its cells are like: beside those who lead stand `Partners`, who are bodies as well."""
        named = self.role == "note" and self.head.pieces and BODIES.search(self.head.text) is not None
        return "bodies" if named else self.role


def placed(cells: Sequence[Told], columns: Sequence[Column], begun: Collection[int] = ()) -> list[int]:
    """For each cell its column, the number of columns where it fits none: by what the cells say and the order of
    columns, then again by what the columns usually hold by that. ``begun`` has the cells with which rows begin."""
    kinds = [kind_of(cell) for cell in cells]
    fits = [
        [*(_fit(cell, kind, column.fitted) or UNFIT for column in columns), NOWHERE]
        for cell, kind in zip(cells, kinds, strict=True)
    ]
    first = next((at for at, column in enumerate(columns) if column.role in STATEMENTS), 0)
    starts = [first if cell.numbered else BEGUN if cell.opens or at in begun else -1 for at, cell in enumerate(cells)]
    for cell, row in zip(cells, fits, strict=True):
        if cell.last:
            row[:] = [*[FORBIDDEN] * (len(columns) - 1), 1.0, FORBIDDEN]
    fits = _agreed(cells, fits, columns)
    costs = _costs(columns)
    places = _best_row(fits, starts, _Order(costs))
    for _ in range(ROUNDS):
        order = _Order(_skips(places, costs))
        places = _best_row(_agreed(cells, _learned(cells, kinds, fits, places, len(columns)), columns), starts, order)
    return places


def _agreed(cells: Sequence[Told], fits: list[list[float]], columns: Sequence[Column]) -> list[list[float]]:
    """How well the cells fit the columns, those of one column alike; the first of columns side by side, where dates or
    states count its cells, is one of statements if any is."""
    stating = [at for at, column in enumerate(columns) if column.role in STATEMENTS]
    groups: dict[tuple[int, int], list[int]] = {}
    for at, cell in enumerate(cells):
        if cell.column is not None:
            groups.setdefault(cell.column, []).append(at)
    found = list(fits)
    for key, places in groups.items():
        mean = [sum(own) / len(places) for own in zip(*(fits[at] for at in places), strict=True)]
        if not key[1]:
            for at in stating:
                mean[at] = max(mean[at], OPENING)
        for at in places:
            found[at] = mean
    return found


def subject_of(columns: Sequence[Column]) -> int | None:
    """The column of what each row is about: the first of actions, else of the last kind of statement; what stands left
    of it may span rows (`Objective`, `Action`, `Lead`)."""
    stated = [at for at, column in enumerate(columns) if column.role in STATEMENTS]
    acting = [at for at in stated if columns[at].role == "action"]
    return acting[0] if acting else stated[-1] if stated else None


def _costs(columns: Sequence[Column]) -> list[float]:
    """What an empty cell of each column costs before the cells are known."""
    subject = subject_of(columns)
    if subject is None:
        return [SKIPPED] * len(columns)
    return [
        SUBJECT if at == subject else SPANNED if at < subject and column.role == "objective" else SKIPPED
        for at, column in enumerate(columns)
    ]


def _skips(places: Sequence[int], costs: Sequence[float]) -> list[float]:
    """What an empty cell of each column costs: little where the column is often empty."""
    rows = 1 + sum(b <= a for a, b in pairwise(places))
    return [cost * max(LEAST_SKIPPED, min(1.0, places.count(column) / rows)) for column, cost in enumerate(costs)]


def _learned(
    cells: Sequence[Told], kinds: Sequence[str], fits: Sequence[Sequence[float]], places: Sequence[int], count: int
) -> list[list[float]]:
    """How well the cells fit the columns, what else stands in the columns, and how wide, taken into account."""
    held = [Counter(kind for kind, at in zip(kinds, places, strict=True) if at == column) for column in range(count)]
    said = [Counter(c.text for c, at in zip(cells, places, strict=True) if at == column) for column in range(count)]
    widths = _widths(cells, places, count)
    found: list[list[float]] = []
    for cell, kind, at, row in zip(cells, kinds, places, fits, strict=True):
        own = list(row)
        for column in range(count):
            me = at == column
            others = held[column].total() - me
            if others < FEW - me:
                continue
            own[column] += USUAL * ((held[column][kind] - me) / others - UNUSUAL)
            own[column] += SAID if said[column][cell.text] > me else 0.0
            width = widths[column]
            if width is not None and len(cell.lines) >= LEAST_LINES and abs(cell.width - width) > UNLIKE * width:
                own[column] -= 0.4
        found.append(own)
    return found


def _widths(cells: Sequence[Told], places: Sequence[int], count: int) -> list[float | None]:
    """The usual width of each column's cells of several lines; None where there are too few."""
    found: list[float | None] = []
    for column in range(count):
        own = [
            cell.width
            for cell, at in zip(cells, places, strict=True)
            if at == column and len(cell.lines) >= LEAST_LINES
        ]
        found.append(median(own) if len(own) > LEAST_LINES else None)
    return found


class _Order:
    """What the order of columns says against a step from one cell's column to the next one's: nothing where it is the
    next column or the first of a new row, else what the cells cost that are empty between."""

    def __init__(self, skips: Sequence[float]) -> None:
        self.count = len(skips)
        self._sums = [0.0, *accumulate(skips)]

    def step(self, last: int | None, column: int, start: int) -> float:
        if start >= 0:
            return 0.5 if column == start else 0.0
        if column == self.count or last == self.count:
            return -LOST
        if last is None or start == BEGUN:
            return -self._sums[column]
        if column > last:
            return self._sums[last + 1] - self._sums[column]
        wrapped = self._sums[-1] - self._sums[last + 1] + self._sums[column]
        return -min(wrapped, SAME) if column == last else -wrapped


def _best_row(fits: Sequence[Sequence[float]], starts: Sequence[int], order: _Order) -> list[int]:
    """The best places of all cells together (Viterbi)."""
    if not fits:
        return []
    columns = range(order.count + 1)
    best = [fit + order.step(None, at, starts[0]) for at, fit in enumerate(fits[0])]
    ways: list[list[int]] = []
    for row, start in zip(fits[1:], starts[1:], strict=True):
        reached = [max((best[source] + order.step(source, at, start), -source) for source in columns) for at in columns]
        best = [score + row[at] for at, (score, _) in enumerate(reached)]
        ways.append([-source for _, source in reached])
    at = max(columns, key=best.__getitem__)
    places = [at]
    for sources in reversed(ways):
        at = sources[at]
        places.append(at)
    return places[::-1]


def kind_of(cell: Told) -> str:
    """What a cell is by its form."""
    text = _bare(cell)
    words = text.split()
    if CODE.fullmatch(text):
        return "code"
    if is_date_only(text) and not text.isdecimal():
        return "date"
    if is_value_only(text):
        return "figure" if any(map(str.isdigit, text)) else "mark"
    if len(words) <= MOST_FIGURE_WORDS and FIGURE.match(text):
        return "figure"
    if _names_bodies(text):
        return "names"
    if len(words) <= 3:
        return "short"
    return "sentence" if text.endswith(".") and len(words) >= 5 else "phrase"


def _fit(cell: Told, kind: str, role: str | None) -> float:
    """How well a cell's words fit a column, from 0 to 1."""
    if role in UNTICKED and cell.is_tick:
        return FORBIDDEN
    if cell.numbers:
        return 1.0 if role == "label" else 0.0
    if role in STATEMENTS:
        return CODED if kind == "code" else statement_fit(cell, str(role))
    if role == "commitment-text":
        return max(statement_fit(cell, "action"), FITS["note"].get(kind, 0.0))
    if role == "status" and _STATUS.match(cell.text) and len(cell.text.split()) <= 6:
        return 0.9
    if role in ("due", "start") and kind == "figure":
        return 0.4 if YEAR.search(cell.text) else 0.1
    return FITS.get(role or "", FITS["note"]).get(kind, 0.0)


def statement_fit(cell: Told, role: str) -> float:
    text = _bare(cell)
    words = text.split()
    if is_value_only(text):  # perhaps the number of a statement that is printed elsewhere
        if REFERENCE.fullmatch(text):
            return REFERRING
        return 0.0 if _MONEY.search(text) or not any(map(str.isdigit, text)) else 0.1
    if len(words) < 3 or is_date_only(text) or text[:1].islower() or _names_bodies(text):
        return 0.0
    if len(words) <= 6 and (_STATUS.match(text) or _MONEY.search(text) or head_role(text) is not None):
        return 0.0
    if role == "measure":
        if _COUNTED.match(text):
            return 1.0
        if is_imperative(text):
            return 0.0
        return max(
            0.6 * wording(text).measure + (0.3 if is_noun_phrase(text) else 0.0), 0.7 if is_reached(text) else 0.0
        )
    if is_imperative(text):
        return 1.0
    if _COUNTED.match(text):
        return 0.0
    return (0.5 if _tells_about(cell) else 0.9) * wording(text).probability(role)


def _bare(cell: Told) -> str:
    """A cell's text without its bullet."""
    first = cell.pieces[0]
    words = cell.text.split()[first.marker :]
    return " ".join(words).lstrip("".join(BULLETS)) if glued_bullet(first.first) else " ".join(words)


def _tells_about(cell: Told) -> bool:
    """Whether a cell is whole sentences that command nothing, as of a column that gives reasons or comments."""
    return cell.text.endswith(".") and len(cell.text.split()) >= 5 and not is_imperative(cell.text)


def _names_bodies(text: str) -> bool:
    """Whether a text is only names, as of who is to do something: `MoE / MININFRA (RWRB, private sector)`."""
    words = text.split()
    if not 0 < len(words) <= 20 or is_imperative(text) or text.endswith("."):
        return False
    named = sum(_BODY.match(word) is not None for word in words)
    return named >= 0.7 * len(words) and (words[0][0].isupper() or not words[0][0].isalpha())


def head_role(text: str) -> HeaderRole | None:
    first = text[:1]
    if text in NUMBER_NAMES:
        return header_role(text)
    if (
        len(text.split()) > LONGEST_HEAD
        or says_value(text)
        or text.endswith((".", ":", ",", ";"))
        or not (first.isupper() or first.isdigit())
    ):
        return None
    role = header_role(text)
    return role if role is not None and role.strength >= LEAST else None


def is_status(text: str) -> bool:
    """Whether a text is nothing but a word of progress: `On-Track`, `Not started`."""
    found = _STATUS.match(text)
    return found is not None and found.end() == len(text)


def says_value(text: str) -> bool:
    """`N/A`, `On track`: a cell's text, whatever headers say so too."""
    if len(text) < 2 or any(map(str.isdigit, text)):
        return False
    return is_value_only(text) or is_status(text)
