"""What a cell of reading-order text is by its form (a date, a body, something counted, a command), and how well it fits
what a column says."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Line
from objectives_parser.layout.text.spaced import cell_weights as weights
from objectives_parser.layout.text.spaced.bullets import TICKS
from objectives_parser.layout.text.spaced.prose import Piece
from objectives_parser.layout.text.spaced.strands import glued_bullet
from objectives_parser.layout.text.times import tells_time
from objectives_parser.layout.wrapping import BULLETS, is_bullet
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import HeaderRole, header_role
from objectives_parser.roles.forms import is_imperative, is_noun_phrase, is_reached
from objectives_parser.roles.wording import wording
from objectives_parser.values import is_date_only, is_value_only, names_year

LONGEST_HEAD = 7
NUMBER_NAMES = frozenset(["No.", "Nr.", "Ref.", "S. No.", "Sl. No.", "Sr. No.", "Ref. No."])
LEAST = 0.6
MOST_FIGURE_WORDS = 8
CODE = regex.compile(r"(?=.*\d)(?:\p{Lu}{1,4}[-_.]?\d{1,3}(?:[-_.]\d{1,3}){0,3}\p{Ll}?|\d{1,2}(?:\.\d{1,2}){1,3})[.)]?")
FIGURE = regex.compile(r"[<>≤≥~±+-]?\s?(?:[$€£¥]|EUR|USD|US\$|GBP)?\s?\d[\d,.]*\s?(?:%|[$€£¥(/]|\p{Ll}{1,6}\b|,|$)")
REFERENCE = regex.compile(r"\d{1,2}(?:\s?[,;–-]\s?\d{1,2}){1,8}")
LONGEST_PHRASE = 12
NOUNS = regex.compile(r"\p{Lu}\p{Ll}+\s\p{Ll}{3,}")
"""`Attendance logs`, `Bond rating`"""
UNTICKED = frozenset({"owner", "label"})
"""Columns that no tick stands in."""
_BODY = regex.compile(r"[\p{Lu}\d/&+.-]+[,;)]?$|\(|(?:of|and|for|the|&|/|all)$|\p{Lu}[\p{L}’'.-]+[,;)]?$")
_DEED = regex.compile(r"\p{Lu}\p{Ll}+ (?!of|and|for|the|all)\p{Ll}+ (?!of|and|for|the|all)\p{Ll}+ ")
"""`Place counselors aboard the Queen of Wick`"""
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
    def itemised(self) -> bool:
        """Whether it begins with a bullet."""
        first = self.pieces[0].first
        return glued_bullet(first) or (bool(self.pieces[0].marker) and is_bullet(first.words[0]))

    @property
    def width(self) -> int:
        return max(strand.high - strand.low for piece in self.pieces for strand in piece.strands)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(strand.words) for piece in self.pieces for strand in piece.strands)


def kind_of(cell: Told) -> str:
    """What a cell is by its form."""
    text = _bare(cell)
    words = text.split()
    if CODE.fullmatch(text):
        return "code"
    if tells_time(text) and not text.isdecimal():
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


def fit_of(cell: Told, kind: str, role: str | None) -> float:
    """How well a cell's words fit a column, from 0 to 1."""
    if role in UNTICKED and cell.is_tick:
        return weights.FORBIDDEN
    if cell.numbers:
        return 1.0 if role == "label" else 0.0
    if role in STATEMENTS:
        return weights.CODED if kind == "code" else statement_fit(cell, str(role))
    if role == "commitment-text":
        return max(statement_fit(cell, "action"), weights.FITS["note"].get(kind, 0.0))
    if role == "status" and _STATUS.match(cell.text) and len(cell.text.split()) <= 6:
        return weights.STATED
    if role in ("due", "start") and kind == "figure":
        return weights.DATED_YEAR if names_year(cell.text) else weights.FIGURE_DATE
    return weights.FITS.get(role or "", weights.FITS["note"]).get(kind, 0.0)


def statement_fit(cell: Told, role: str) -> float:
    """How well a cell reads as a statement of that role, from 0 to 1."""
    text = _bare(cell)
    words = text.split()
    if is_value_only(text):  # perhaps the number of a statement that is printed elsewhere
        if REFERENCE.fullmatch(text):
            return weights.REFERRING
        return 0.0 if _MONEY.search(text) or not any(map(str.isdigit, text)) else weights.NUMBER_ALONE
    nouns = role == "measure" and len(words) == 2 and NOUNS.fullmatch(text) is not None
    if nouns and not is_imperative(text) and head_role(text) is None:
        return weights.NAMED_MEASURE
    if len(words) == 2 and role in ("milestone", "measure") and is_reached(text):
        return weights.REACHED_BRIEFLY
    if len(words) < 3 or is_date_only(text) or text[:1].islower() or _names_bodies(text):
        return 0.0
    if len(words) <= 6 and (_STATUS.match(text) or _MONEY.search(text) or head_role(text) is not None):
        return 0.0
    if role == "measure":
        if _COUNTED.match(text):
            return 1.0
        if is_imperative(text):
            return 0.0
        least = 0.0 if text.endswith(".") or len(words) > LONGEST_PHRASE else weights.SHORT_MEASURE
        return max(
            least,
            weights.WORDED_MEASURE * wording(text).measure + (weights.NOUN_MEASURE if is_noun_phrase(text) else 0.0),
            weights.REACHED if is_reached(text) else 0.0,
        )
    if is_imperative(text):
        return 1.0
    if _COUNTED.match(text):
        return 0.0
    return (weights.TELLING if _tells_about(cell) else weights.WORDED) * wording(text).probability(role)


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
    told = len(words) <= LONGEST_PHRASE and _DEED.match(text) is not None
    return named >= 0.7 * len(words) and not told and (words[0][0].isupper() or not words[0][0].isalpha())


def head_role(text: str) -> HeaderRole | None:
    """What a header cell says of its column; None for a text that no header has."""
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
