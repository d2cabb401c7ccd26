"""Whether a line goes on in the next one or a new statement begins there.

Evidence, in the order of its weight: bullets; how the line ends (full stop, comma, a word that wants another one); how
the next begins (small letter, capital of a word that is no name); whether the next line's first word would still have
fitted, which a typesetter would not have left standing unless a paragraph ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Line, Word
from objectives_parser.roles.forms import is_imperative
from objectives_parser.roles.labels import is_quantity
from objectives_parser.roles.words import word_list

# Widths in thousandths of the type size, after Helvetica's published metrics, grouped: enough to tell a full line.
_WIDTHS = (
    (222, "ijl|'’‘"),
    (278, " ,.:;!/[]ft"),
    (333, "r()-`–"),
    (389, '"*“”'),
    (500, "ckJsvxyz"),
    (556, "abdeghnopqu0123456789_L$£€?#"),
    (611, "FTZ"),
    (667, "ABEKPSVXY&"),
    (722, "CDHNRUw"),
    (778, "GOQ"),
    (833, "mM"),
    (889, "%"),
    (944, "W"),
    (1000, "—@…"),
)


class _Widths(dict[str, int]):
    """The widths of letters; one that is not listed is as wide as most."""

    def __missing__(self, char: str) -> int:
        return 556


_WIDTH_OF = _Widths({char: width for width, chars in _WIDTHS for char in chars})

# `¥` is the Macintosh's code of the bullet, read by the wrong table
BULLETS = frozenset("•●○◦▪▫■□◼◾◻‣⁃∙·–—►▶➢➤❖❑❐❒◆⬥♦♣★☐✓✔➔→⇨*-oO§«»>¥") | frozenset(map(chr, range(0xF000, 0xF100)))
# As typewriters and mails have them
_TYPED_DASH = "--"
_PLAIN_BULLETS = BULLETS - frozenset("oO*-–—«»>¥")
NUMBERED = regex.compile(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|\d{1,2}[a-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,3}){1,3}(?:\.(?:[ivx]{1,5}|[a-z]))?\.?|\(\d{1,3}\)|\[\d{1,3}(?:\.\d{1,3}){0,3}\])$"
)
_BEHIND_LETTER = frozenset(".)ivxIVX")
# "… completed by 15 April 2012", "… by Q3 2013/14": a milestone's date ends it
_DATED = regex.compile(r"\b(?:by|in|on|before|until|\p{L}{3,9}|Q[1-4])\s+(?:19|20)\d\d(?:[/–-]\d\d)?$")
_STOPS, _CLOSING = frozenset(".!?;:"), "\"'’”)]"
# `September 2031`, `31 March 2031`, `by June 2031` on a line of its own
_LONE_DATE = regex.compile(r"(?:(?:[Bb]y|[Ii]n|[Ee]nd(?: of)?)\s)?(?:\d{1,2}\s)?\p{Lu}\p{Ll}{2,8}\.?\s(?:19|20)\d\d$")
_VALUED = 1.3
_TORN, _LONGEST_NAME = 1.6, 3
_HALF_EMPTY, _SHORT = 0.4, 2.1
_OF_STATES = frozenset(("HM", "UK", "US", "EU"))  # `HM` / `Treasury`
# Words after which an English line cannot end a statement: articles, prepositions, conjunctions, auxiliaries.
UNFINISHED = word_list("unfinished")
OPEN_ENDS = word_list("open-ends")
"""Words that want another one behind them at the end of a line."""
_TOLD_OF, _TELLERS = frozenset(("have", "are", "is", "can")), frozenset(("we", "they", "it", "you"))


@attrs.frozen(kw_only=True)
class Column:
    """What is known of the column a line stands in: the width of a full line, words that are capitalised inside
    sentences (names, titles), the measure of width in use (points, or type-size thousandths on a grid), whether lines'
    ends tear names and dates apart, as they do on a grid, and whether other cells of it show that its capitals head
    statements."""

    full: float
    names: frozenset[str] = frozenset()
    grid: bool = True
    torn: bool = False
    headed: bool = False


def text_width(text: str) -> float:
    """The width of a text set in a common sans-serif face, in thousandths of the type size."""
    return float(sum(map(_WIDTH_OF.__getitem__, text)))


def line_width(line: Line, grid: bool) -> float:
    """A line's width in the column's measure."""
    if grid or not line.words or line.words[0].bbox is None or line.words[-1].bbox is None:
        return text_width(line.text)
    return line.words[-1].bbox[2] - line.words[0].bbox[0]


def word_width(word: Word, grid: bool) -> float:
    """A word's width, the space before it included."""
    if grid or word.bbox is None:
        return text_width(" " + word.text)
    return word.bbox[2] - word.bbox[0] + 0.25 * word.size


def names_in(lines: Iterable[Line]) -> frozenset[str]:
    """Words that stand with a capital inside a sentence: names and titles, whose capital starts no statement."""
    found: set[str] = set()
    for line in lines:
        words = line.words
        if len(words) < 2 or line.text[len(words[0].text) :].islower():
            continue  # all letters behind the first word are small, as on every second line
        texts = [word.text for word in words]
        # all letters small, as in seven words of eight: told without taking the first letter out
        capital = [at for at, text in enumerate(texts) if not text.islower() and text[:1].isupper() and at]
        for at in capital:
            if texts[at].isupper() or texts[at] in found:
                continue
            before, last = words[at - 1], texts[at - 1]
            if words[at].start - before.end > 1 or is_bullet(before) or (at == 1 and is_number(last)):
                continue  # `1.1 Pumps handed over`: what a number stands before begins a sentence
            if last[-1:].isalnum() or not _ends_closed(last):
                found.add(texts[at])
    return frozenset(map(bare, found))


def bare(token: str) -> str:
    """The token in small letters, without its punctuation."""
    return token.strip(".,;:!?()[]\"'“”‘’").casefold()


def is_bullet(word: Word) -> bool:
    """Whether the word is a bullet glyph by itself."""
    return (len(word.text) == 1 and word.text in BULLETS) or word.text == _TYPED_DASH


def starts_item(line: Line) -> bool:
    """Whether the line starts with a list marker: a bullet glyph, ``1.``, ``a)``, ``(iii)``, ``2.1``."""
    if len(line.words) < 2:
        return False
    first = line.words[0]
    if first.text in {">", "¥"} and not line.words[1].text[:1].isalpha():  # `> 80 %`, `¥ 500`
        return False
    return is_bullet(first) or first.text[0] in _PLAIN_BULLETS or is_number_marker(first, line.words[1])


def _ends_closed(word: str) -> bool:
    """Whether a sign that closes a sentence or its part is a word's last but for brackets and quotation marks."""
    return word.rstrip(_CLOSING)[-1:] in _STOPS


def is_number_marker(word: Word, following: Word) -> bool:
    """Whether the word numbers what follows: `2.1`, `(iii)`, but not the number of `15.8 MW`."""
    return is_number(word.text) and not is_quantity(word.text, following.text)


def is_number(text: str) -> bool:
    """Whether a word is a list's number. One that begins with a letter goes on with a stop or is Roman; nearly all
    words that are asked do not."""
    return (not text[:1].isalpha() or text[1:2] in _BEHIND_LETTER) and NUMBERED.match(text) is not None


def open_brackets(words: Sequence[Word]) -> bool:
    """Whether a bracket is opened in the words and not closed."""
    text = "".join(word.text for word in words)
    return text.count("(") > text.count(")") or text.count("[") > text.count("]")


def is_closed(line: Line) -> bool:
    """Whether the line ends a sentence by its punctuation."""
    return bool(line.words) and _ends_closed(line.words[-1].text)


def is_lone_date(line: Line) -> bool:
    """Whether the line is a month and its year: `September 2031`, `by June 2031`."""
    return line.words[-1].text[-4:].isdigit() and _LONE_DATE.match(line.text) is not None


def wants_more(line: Line) -> bool:
    """Whether the line breaks off: its last word, comma, dash or bracket wants what the next line says."""
    last = line.words[-1].text
    return last.endswith((",", "–", "-", "—", "&", "/")) or _is_unfinished(line) or open_brackets(line.words)


def _is_unfinished(line: Line) -> bool:
    """Whether a line's last word wants another one; `Keep the trees we have`, `Who we are`, `60% or more` do not."""
    if bare(line.words[-1].text) not in UNFINISHED:
        return False
    if len(line.words) == 1:
        return True
    before, last = line.words[-2].text.casefold(), line.words[-1].text
    return not (last in _TOLD_OF and before in _TELLERS) and not (last == "more" and before == "or")


def breaks(before: Sequence[Line], line: Line, column: Column) -> float:
    """How likely a new statement starts with ``line`` after ``before`` (the lines of the statement so far): a score,
    above 0 for a new statement, below for one that goes on."""
    if line.begins is not None and line.begins:
        return 5.0
    if not before or not before[-1].words or not line.words:
        return 5.0
    if starts_item(line) and not _inside_reference(before[-1], line):
        return 4.0
    fit = _fit_score(before[-1], line, column)
    if (column.grid or column.torn) and _goes_on(before, line, full=fit < 0.0):
        fit -= _TORN
    return _end_score(before) + _start_score(line, column) + fit


def _goes_on(before: Sequence[Line], line: Line, *, full: bool) -> bool:
    """What a line's end tears apart in text: the date behind a statement (`Bill approved by Ministers` / `September
    2031`; but not where dates stand first), and a name at the end of a full line (`the National Audit` / `Office`)."""
    last, first = before[-1].words[-1].text, line.words[0].text
    if last[-1] in ".;:!?" or not (first[0].isupper() or first[0].isdigit()):
        return False
    if is_lone_date(line):
        return not _DATED.search(before[-1].text) and not _LONE_DATE.match(before[0].text)
    named = full and len(before[-1].words) > 1 and last[0].isupper() and last[-1].isalpha() and first[0].isupper()
    whole = last.isupper() and last not in _OF_STATES
    return named and not whole and (_is_name(before) or not is_imperative(line.text))


def _is_name(before: Sequence[Line]) -> bool:
    """`National Infrastructure` / `Plan update published`: two capitals or three and nothing else are no statement."""
    words = [word.text for line in before for word in line.words]
    return len(words) <= _LONGEST_NAME and all(word[0].isupper() and word[1:].islower() for word in words)


def _inside_reference(previous: Line, line: Line) -> bool:
    """`… on page` / `12. Then`: a number that belongs to the word before it starts no item."""
    last = bare(previous.words[-1].text)
    return line.words[0].text[0].isdigit() and (last in UNFINISHED or last in {"page", "table", "action", "no"})


def _end_score(before: Sequence[Line]) -> float:
    last = before[-1].words[-1].text
    if open_brackets([word for line in before for word in line.words]):
        return -6.0
    if _ends_closed(last):
        return 0.5 if last.endswith((":", ",")) else 2.0
    if last.endswith((",", "–", "-", "—", "&", "/")) or _is_unfinished(before[-1]):
        return -6.0
    if last.endswith("%") or _DATED.search(before[-1].text):
        return _VALUED
    return -1.2 if _opens_name(before[-1]) else 0.0


def _opens_name(line: Line) -> bool:
    """`… on the findings of the Annual` / `Review 2018`: an article and a lone capital want the rest of the name."""
    if len(line.words) < 3:
        return False
    article, last = line.words[-2].text, line.words[-1].text
    return article in ("the", "a", "an") and last[:1].isupper() and not last.isupper()


def _start_score(line: Line, column: Column) -> float:
    first = line.words[0].text.lstrip("\"'“‘(")
    if not first:
        return 0.0
    if first[0].islower():
        return -3.0
    if line.words[0].text[0] == "(" and len(first) > 2:
        return -1.0  # `Build Quality Improvement` / `(QI) capacity`
    if first[0].isupper():
        return -0.5 if bare(first) in column.names else 1.0
    if first[0].isdigit():
        # "… in protected area" ends far from the edge, and "51.44% of land area" is another target
        return -0.5 if column.grid else 0.1
    return 0.2 if first[0] in "%£$€" else -1.0


def _fit_score(previous: Line, line: Line, column: Column) -> float:
    """Positive where the next word would have fitted on the previous line, negative where the line is full."""
    if column.full <= 0:
        return 0.0
    free = (column.full - line_width(previous, column.grid) - word_width(line.words[0], column.grid)) / column.full
    if not column.grid and free > _HALF_EMPTY:
        return _SHORT  # `quarterly` alone on its line, whatever name begins the next one
    return max(-0.7, min(1.5, free * 8.0))
