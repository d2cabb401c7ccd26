"""Lines in which pieces of several cells stand side by side: what each word says of where cells part and begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.layout.text.baselines import weights
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.wrapping import UNFINISHED, bare, is_bullet, text_width
from objectives_parser.roles.words import word_list
from objectives_parser.values import is_month, is_year

_TIME_FIGURE = regex.compile(
    r"\W*(?:(?:19|20)?\d\d(?:[/–-]\d{2,4})?|(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|\d{1,2}/\d{1,2}/\d{2,4}|"
    r"FY ?\d{2,4}(?:[/–-]\d{2,4})?|(?:FY\d{2,4})?-?Q[1-4](?:-?FY\d{2,4})?|–|-)\W*",
    regex.IGNORECASE,
)
_SIGNS = regex.compile(r"^\W+|\W+$")
_TIME_WORDS, _STATE_WORDS = word_list("time-words"), word_list("state-words")
_NAME_WORD = regex.compile(r"\W*\p{Lu}[\p{L}\d/&.,'’()+;-]*|(?:of|and|for|the|&|/|to|with|lead|all)\W*")
_CODE = regex.compile(r"(?:\p{Lu}{1,3}[-. ]?\d{1,3}(?:\.\d{1,2})*|\d{1,3}(?:\.\d{1,2}){0,3})[a-z]?[.)]?|\p{Lu}{1,3}-")
_ENDS_MORE = (",", "–", "-", "—", "&", "/")
_STOPS = ".!?;:"
_MOST_BLANKS = 2


@attrs.frozen(kw_only=True, eq=False)
class LevelLine:
    """A line as its words say it: the widths before each of them, what a cut before each says, what it says that no cut
    is there, summed up, and in which way each begins a piece (`b`ullet, `c`apital, `s`mall, `f`igure); how many words
    up to each are of a date, of a state, of a name; ``spaced`` says that more than blanks between words are there."""

    source: TextLine
    texts: Sequence[str]
    before: Sequence[float]
    cuts: Sequence[float]
    kept: Sequence[float]
    begins: Sequence[str]
    wants: Sequence[bool]
    closed: Sequence[bool]
    times: Sequence[int]
    states: Sequence[int]
    names: Sequence[int]
    spaced: bool

    def width(self, first: int, end: int) -> float:
        """How wide some of the words are."""
        return self.before[end] - self.before[first] - _BLANK

    def text(self, first: int, end: int) -> str:
        """Some of the words as one text."""
        return " ".join(self.texts[first:end])

    def words(self, first: int, end: int) -> tuple[Word, ...]:
        """Some of the words."""
        return self.source.words[first:end]


_BLANK = text_width(" ")


def level_line(line: TextLine) -> LevelLine:
    """A line with what its words say."""
    texts = [word.text for word in line.words]
    begins = [_begin_of(word) for word in line.words]
    cuts, kept = [0.0], [0.0]
    for at in range(1, len(texts)):
        cut, keep = _parting(texts[at - 1], texts[at], begins[at - 1], begins[at])
        cuts.append(cut + weights.CUT)
        kept.append(keep)
    return LevelLine(
        source=line,
        texts=texts,
        before=[0.0, *accumulate(text_width(text) + _BLANK for text in texts)],
        cuts=[*cuts, 0.0],
        kept=[*accumulate(kept)],
        begins=begins,
        wants=[_wants(text) for text in texts],
        closed=[text.rstrip("\"'’”)")[-1:] in _STOPS for text in texts],
        times=_counted(map(_is_of_time, texts)),
        states=_counted(_core(text) in _STATE_WORDS for text in texts),
        names=_counted(_NAME_WORD.fullmatch(text) is not None for text in texts),
        spaced=any(after.start - before.end > _MOST_BLANKS for before, after in pairwise(line.words)),
    )


def _is_of_time(text: str) -> bool:
    """`June`, `2031`, `Q3`, `by`, `ongoing`: a word of a cell that says when."""
    return _core(text) in _TIME_WORDS or _TIME_FIGURE.fullmatch(text) is not None or is_month(text.strip(".,"))


def _core(text: str) -> str:
    """A word in small letters, without the signs around it."""
    return _SIGNS.sub("", text).casefold()


def _counted(found: Iterable[bool]) -> list[int]:
    return [0, *accumulate(map(int, found))]


def _begin_of(word: Word) -> str:
    if is_bullet(word):
        return "b"
    first = word.text.lstrip("\"'“‘([")[:1]
    if first.islower():
        return "s"
    return "c" if first.isupper() else "f"


def _wants(text: str) -> bool:
    return text.endswith(_ENDS_MORE) or bare(text) in UNFINISHED


def _parting(last: str, text: str, before: str, begin: str) -> tuple[float, float]:
    """What a cut between two words speaks for, and what there is none."""
    if begin == "b":
        drawn = not text.isalnum() and text not in _DASHES
        return (weights.CUT_BULLET, weights.KEPT_BULLET) if drawn else (0.0, 0.0)
    if before == "b":
        return weights.CUT_DATE, 0.0
    if begin == "c":
        return _parting_capital(last, text, before)
    stop = last[-1] in _STOPS
    if begin == "f":
        return (weights.CUT_DATE if is_month(last.strip(".,")) else weights.CUT_FIGURE), 0.0
    kept = weights.KEPT_TORN if are_torn(last, text) else 0.0
    return (weights.CUT_STOP if stop else weights.CUT_OPEN if _wants(last) and not kept else 0.0), kept


def _parting_capital(last: str, text: str, before: str) -> tuple[float, float]:
    if is_month(text.strip(".,")) and last[:1].isdigit():
        return weights.CUT_DATE, 0.0
    if last[-1] in _STOPS:
        return weights.CUT_STOP + weights.CUT_CAPITAL, weights.KEPT_STOP
    if (text.isupper() and len(text) > 1) or (_wants(last) and before != "c"):
        return 0.0, 0.0
    if before == "c":
        return weights.CUT_NAMES if last[-1:].isalpha() else weights.CUT_CAPITAL, 0.0
    return weights.CUT_CAPITAL, weights.KEPT_CAPITAL


_ARTICLES = frozenset(["the", "a", "an", "its", "their", "our", "your", "every", "each"])
_PREPOSITIONS = frozenset(
    ["of", "in", "on", "for", "with", "by", "from", "at", "into", "through", "across", "between", "under", "within"]
) | frozenset(["against", "per", "via", "to"])
_JOINING = frozenset(["and", "or"])
_AUXILIARIES = frozenset(["is", "are", "was", "were", "will", "be", "been", "has", "have", "can", "must", "should"])
_RELATIVE = frozenset(["that", "which", "who", "when", "where", "than"])
_DASHES = "–—-"


def are_torn(last: str, text: str) -> bool:
    """Whether no sentence has two words side by side: `the by`, `of and`."""
    if last in _ARTICLES:
        return any(text in words for words in (_ARTICLES, _PREPOSITIONS, _JOINING, _AUXILIARIES, _RELATIVE))
    if last in _PREPOSITIONS:
        return text in _PREPOSITIONS or text in _JOINING or text in _AUXILIARIES
    return last in _JOINING and text in _JOINING


def goes_on_with(last: str, text: str) -> float:
    """What the last word of a line and the first of the next one say of both being one text."""
    if is_month(last.strip(".,")) and text[:1].isdigit():
        return weights.ON_DATE
    if last in _PREPOSITIONS and is_month(text.strip(".,")):
        return weights.ON_DATE
    if is_year(last) and text not in _JOINING:
        return weights.ON_ENDED
    return weights.ON_TORN if are_torn(last, text) else 0.0


def is_code(text: str) -> bool:
    """Whether a word is a row's number or code: `1.2`, `OS-4`."""
    return _CODE.fullmatch(text) is not None
