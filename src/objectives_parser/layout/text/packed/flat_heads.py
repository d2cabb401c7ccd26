"""Headers whose cells stand in one line, or run on over a few: `Action Owner Timing How we will know we have` over
`succeeded`. Under them short cells of a row share lines too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from objectives_parser.document import Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed.heads import Head, as_head, cell_role, is_over_name
from objectives_parser.layout.text.run_on_rows import is_marked
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.records import STATEMENTS

_MOST_LINES, _MOST_HEADER_WORDS, _MOST_WORDS = 4, 30, 9
_FEWEST_COLUMNS = 3
_LEAST_TELLING, _COLUMN, _UNKNOWN, _MOST_UNKNOWN_WORDS = 2, 0.5, 1.5, 3
_TELLING = frozenset(
    """objective objectives goal goals aim aims action actions activity activities task tasks step steps commitment
    commitments measure measures indicator indicators kpi kpis metric metrics milestone milestones deliverable
    deliverables target targets outcome outcomes output outputs priority priorities recommendation recommendations owner
    lead responsible responsibility who timing timescale timescales timeframe timeline date dates deadline when by due
    status rag success evidence how what""".split()  # noqa: SIM905
)


def flat_heads(lines: Sequence[TextLine]) -> Iterator[Head]:
    """All such headers among the lines that name a column of fields, as owners and dates."""
    at = 0
    while at < len(lines):
        may_be = _may_be_head(lines[at]) and not is_over_name(lines, at)
        head = _head_at(lines, at) if may_be else None
        if head is not None:
            yield head
        at = head.end if head is not None else at + 1


def _may_be_head(line: TextLine) -> bool:
    words = line.words
    if not 2 <= len(words) <= _MOST_HEADER_WORDS or line.level or line.tabbed or not words[0].text[0].isupper():
        return False
    if words[-1].text[-1] in ".,;:" or is_marked(line) or ": " in line.text:
        return False
    told = sum(word.text.strip("()?/").casefold() in _TELLING for word in words)
    return told >= _LEAST_TELLING and sum(word.text[0].isupper() for word in words) > 1


def _head_at(lines: Sequence[TextLine], first: int) -> Head | None:
    """The header that begins at a line: the longest of its readings over one line or more."""
    found: Head | None = None
    words: tuple[Word, ...] = ()
    for end in range(first, min(first + _MOST_LINES, len(lines))):
        line = lines[end]
        if not line.words or line.level or line.tabbed or is_bullet(line.words[0]):
            break
        if found is not None and not line.text[0].islower():
            break
        words = (*words, *line.words)
        if len(words) > _MOST_HEADER_WORDS or words[-1].text[-1] in ".,;":
            break
        cut = _phrases(words)
        head = as_head(first, end + 1, cut) if cut is not None else None
        found = head if head is not None and head.fielded else found
    return found


def _phrases(words: Sequence[Word]) -> list[tuple[str, tuple[Word, ...]]] | None:
    """The words cut into names of columns, each from a capital on, with their roles, into as many as are told: `Action
    Owner` may be two, `Key Actions` one. One may be unknown."""
    best: list[tuple[float, int, list[tuple[str, tuple[Word, ...]]]] | None] = [(0.0, 0, []), *[None] * len(words)]
    for end in range(1, len(words) + 1):
        for begin in range(max(0, end - _MOST_WORDS), end):
            so_far = best[begin]
            if so_far is None or not _may_begin(words[begin]):
                continue
            phrase = tuple(words[begin:end])
            told = cell_role(phrase)
            if told is not None:
                score, unknown = so_far[0] + told.strength * len(phrase) + _COLUMN, so_far[1]
            elif begin and len(phrase) <= _MOST_UNKNOWN_WORDS and not so_far[1] and _is_name(phrase):
                score, unknown = so_far[0] - _UNKNOWN, 1
            else:
                continue
            role = told.role if told is not None else "note"
            if any(role == before for before, _ in so_far[2]):
                continue
            current = best[end]
            if current is None or score > current[0]:
                best[end] = (score, unknown, [*so_far[2], (role, phrase)])
    final = best[-1]
    named = final[2] if final is not None else []
    # `Department Goals and Objectives` is a title
    return named if len(named) >= _FEWEST_COLUMNS and named[0][0] in STATEMENTS | {"label"} else None


def _may_begin(word: Word) -> bool:
    return word.text[0].isupper() or word.text in ("#", "%")


def _is_name(phrase: Sequence[Word]) -> bool:
    return all(word.text[0].isupper() and word.text.isalpha() for word in phrase)
