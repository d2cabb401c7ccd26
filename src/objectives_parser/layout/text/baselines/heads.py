"""Headers in a line whose cells stand side by side, and those that wrap into the next line: `Business delivery
Performance measures Milestones` over `objectives`."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed.column_names import SURE, Way, may_begin, told_name
from objectives_parser.layout.text.packed.heads import Head, is_over_name
from objectives_parser.layout.text.packed.joined_heads import as_read, head_in_line, may_open
from objectives_parser.roles import header_role

_MOST_WORDS, _MOST_BELOW, _LONGEST, _LONGEST_BELOW, _BETTER = 20, 8, 6, 4, 0.5
_MOST_COLUMNS = 9


def level_heads(lines: Sequence[TextLine]) -> list[Head]:
    """All such headers among the lines."""
    found: list[Head] = []
    at = 0
    while at < len(lines):
        head = _head_at(lines, at) if _names_several(lines[at]) and not is_over_name(lines, at) else None
        if head is not None:
            found.append(head)
        at = head.end if head is not None else at + 1
    return found


def _names_several(line: TextLine) -> bool:
    if not may_open(line) or not 2 <= len(line.words) <= _MOST_WORDS:
        return False
    return sum(header_role(word.text.strip("()?/:")) is not None for word in line.words) > 1


def _head_at(lines: Sequence[TextLine], at: int) -> Head | None:
    plain = head_in_line(lines, at)
    wrapped = _wrapped(lines, at)
    if wrapped is None:
        return plain[0] if plain is not None else None
    return wrapped[0] if plain is None or wrapped[1] > plain[1] + _BETTER else plain[0]


def _wrapped(lines: Sequence[TextLine], at: int) -> tuple[Head, float] | None:
    """The likeliest reading of a line and the next one as one header, each of whose cells may have words in both."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or not 0 < len(below.words) <= _MOST_BELOW or below.level or below.text[-1] in ".;":
        return None
    if below.page != lines[at].page:
        return None
    upper, lower = lines[at].words, below.words
    best: dict[tuple[int, int], Way] = {(0, 0): Way(score=0.0)}
    for first in range(len(upper)):
        for used in range(len(lower) + 1):
            before = best.get((first, used))
            if before is None or len(before.cells) >= _MOST_COLUMNS or not may_begin(upper[first]):
                continue
            for end in range(first + 1, min(first + _LONGEST, len(upper)) + 1):
                for stop in range(used, min(used + _LONGEST_BELOW, len(lower)) + 1):
                    way = _further(before, upper[first:end], lower[used:stop])
                    if way is not None and ((end, stop) not in best or way.score > best[end, stop].score):
                        best[end, stop] = way
    whole = best.get((len(upper), len(lower)))
    head = as_read(whole, at, at + 2) if whole is not None else None
    return (head, whole.score) if head is not None and whole is not None else None


def _further(before: Way, above: Sequence[Word], below: Sequence[Word]) -> Way | None:
    phrase = (*above, *below)
    told = told_name(phrase, False, before, ())
    if told is None or (told[0] is None and below):
        return None
    role, strength, score = told
    if below and not _goes_on(role, strength, below):
        return None
    return Way(
        score=before.score + score,
        cells=(*before.cells, (role, strength, phrase)),
        line=0,
        unknown=before.unknown + (role is None),
    )


def _goes_on(role: str | None, strength: float, below: Sequence[Word]) -> bool:
    """Whether a name goes on in the next line: one that is sure, and no row's first words below a cost or a note."""
    return strength >= SURE and (role != "note" or not any(word.text[0].isupper() for word in below))
