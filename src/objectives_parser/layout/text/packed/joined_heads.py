"""Headers over lines that a converter wrote in the order of the page: a cell of one line has the next one's first line
behind it, one of several stands alone (`Action Step` / `Person` / `Responsible` / `Target Date Resources Needed`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed.column_names import (
    LONGEST,
    SURE,
    TELLING,
    Way,
    is_numbered,
    may_begin,
    told_name,
)
from objectives_parser.layout.text.packed.heads import Head, is_over_name
from objectives_parser.layout.text.run_on_heads import DOCUMENTS
from objectives_parser.layout.text.run_on_rows import is_marked
from objectives_parser.layout.wrapping import is_bullet, open_brackets
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role

_MOST_LINES, _MOST_WORDS, _MOST_CELL_LINES = 24, 40, 4
_TWO, _MOST_COLUMNS, _FEWEST_CAPITALS = 2, 12, 4
_LONGEST_CELL = 400  # characters
_YEAR = regex.compile(r"(?:19|20)\d\d(?:[-–/]\d{2,4})?")
_WEIGHED = frozenset(["priority", "impact"])


def joined_heads(lines: Sequence[TextLine]) -> list[Head]:
    """All such headers among the lines."""
    found: list[Head] = []
    at = 0
    while at < len(lines):
        head = _head_at(lines, at) if may_open(lines[at]) else None
        if head is not None:
            for first in range(at + 1, head.end):
                inner = _head_at(lines, first)
                if inner is not None and inner.end == head.end and _is_better(inner, head):
                    head = inner
            found.append(head)
        at = head.end if head is not None else at + 1
    said, fullest = Counter(head.texts for head in found), max([head.told for head in found], default=0)
    named = [head for head in found if not _is_who(head, said[head.texts], fullest)]
    named = [head for head in named if not is_over_name(lines, head.first)]
    return [head for head in named if not _is_over_text(head, lines)]


def _is_over_text(head: Head, lines: Sequence[TextLine]) -> bool:
    """Whether a line that might name columns is a title: right over a paragraph of many sentences in one line."""
    if head.end - head.first > 1:
        return False
    below = next((line for line in lines[head.end : head.end + _TWO] if line.words), None)
    return below is not None and len(below.text) > _LONGEST_CELL


def _is_who(head: Head, said: int, fullest: int) -> bool:
    """Whether what looks like a header of two columns is a body or a post: `Strategy Director`, `Programme Office`.
    ``said`` is how often the text has it, ``fullest`` how many columns a header there names for sure."""
    if len(head.roles) > _TWO or "owner" not in head.roles:
        return False
    return (said < _TWO and head.shares) or fullest > _TWO + 1


def _is_better(inner: Head, head: Head) -> bool:
    """Whether a header's last lines say as much without those over them: of lines over a header few say what stands
    below. A name's first line has capitals throughout: `Business Delivery` over `Objectives`."""
    if inner.roles == head.roles:
        over = head.phrases[0][: len(head.phrases[0]) - len(inner.phrases[0])]
        return not all(word.text[0].isupper() for word in over)
    more = (inner.told - inner.unknown) - (head.told - head.unknown)
    return more > 0 or (more == 0 and head.unknown > 0)


def may_open(line: TextLine) -> bool:
    """Whether a header may begin with a line."""
    words = line.words
    if not words or line.level or line.tabbed or len(words) > _MOST_WORDS:
        return False
    if not may_begin(words[0]) and not is_numbered(words[:2]):
        return False
    if _FEWEST_CAPITALS * sum(word.text[0].isupper() for word in words) < len(words):
        return False  # running text
    return not _is_closed(line) and not (is_marked(line) and is_bullet(words[0]))


def _is_closed(line: TextLine) -> bool:
    last = line.words[-1].text
    return last[-1] in ".,;" and last != "No." and not open_brackets(line.words)


def _head_at(lines: Sequence[TextLine], first: int) -> Head | None:
    """The header that begins at a line: its likeliest reading."""
    reach = _reach(lines, first)
    words = [word for line in lines[first:reach] for word in line.words]
    if sum(header_role(word.text.strip("()?/:")) is not None for word in words) < 2:
        return None
    ends: dict[int, int] = {}
    count = 0
    for at in range(first, reach):
        count += len(lines[at].words)
        ends[count] = at + 1
    begins = [0, *list(ends)[:-1]]
    best = _ways(words, begins, set(ends))
    ways = ((best[count], count, end) for count, end in ends.items())
    heads = [(way, end) for way, count, end in ways if way is not None and _is_head(way, words[:count], end - first)]
    whole = max(heads, key=lambda found: found[0].score, default=None)
    if whole is None:
        return None
    way, end = whole
    opening = {line.words[0] for line in lines[first:end]}
    return _as_head(way, first, end, shares=any(cell[0] not in opening for _, _, cell in way.cells))


def head_in_line(lines: Sequence[TextLine], at: int) -> tuple[Head, float] | None:
    """The likeliest reading of one line as a header, and its score."""
    words = lines[at].words
    way = _ways(words, [0], {len(words)})[-1]
    head = as_read(way, at, at + 1) if way is not None else None
    return (head, way.score) if head is not None and way is not None else None


def as_read(way: Way, first: int, end: int) -> Head | None:
    """The header over some lines whose names share them, if they are enough of one."""
    words = [word for _, _, cell in way.cells for word in cell]
    return _as_head(way, first, end, shares=True) if _is_head(way, words, end - first) else None


def _as_head(way: Way, first: int, end: int, *, shares: bool) -> Head:
    return Head(
        first=first,
        end=end,
        phrases=tuple(words for _, _, words in way.cells),
        roles=_roles(way),
        shares=shares,
        unknown=way.unknown,
        told=sum(strength >= SURE and role != "period" for role, strength, _ in way.cells),
    )


def _roles(way: Way) -> tuple[str, ...]:
    """The columns' roles; of two columns of aims the second tells what the first comes to, or what is done for it."""
    roles: list[str] = []
    for role, _, words in way.cells:
        text = " ".join(word.text for word in words)
        told = header_role(text) if role is None else None
        kind = told.role if told is not None and told.role in STATEMENTS else role
        if kind == "objective" and "action" in roles and words[-1].text.casefold() in _WEIGHED:
            role = kind = "note"  # how pressing or how great
        if kind == "objective" and kind in roles:
            kind = "measure" if "success" in text.casefold() and "measure" not in roles else _deeper(roles, role)
        roles.append(kind if kind is not None and (role is not None or kind not in roles) else "note")
    return tuple(roles if way.cells[0][0] is not None else ("category", *roles[1:]))


def _deeper(roles: Sequence[str], role: str | None) -> str | None:
    """What a second column of aims holds: strategies beside aims are what is done for them."""
    return "action" if "action" not in roles else role


def _reach(lines: Sequence[TextLine], first: int) -> int:
    """Behind the last line that may belong to a header from a line on."""
    count = 0
    for at in range(first, min(first + _MOST_LINES, len(lines))):
        line = lines[at]
        count += len(line.words)
        bad = not line.words or line.level or line.tabbed or (at > first and is_marked(line)) or count > _MOST_WORDS
        if bad or _is_closed(line):
            return at
    return min(first + _MOST_LINES, len(lines))


def _ways(words: Sequence[Word], begins: Sequence[int], ends: set[int]) -> list[Way | None]:
    """The best way to cut the words up to each into names of columns."""
    starts = set(begins)
    line_of: list[int] = []
    for at in range(len(words)):
        line_of.append(at if at in starts else line_of[-1])
    best: list[Way | None] = [Way(score=0.0), *[None] * len(words)]
    for begin in range(len(words)):
        before = best[begin]
        if before is None or len(before.cells) >= _MOST_COLUMNS:
            continue
        if not may_begin(words[begin]) and not (begin in starts and is_numbered(words[begin : begin + 2])):
            continue
        if begin not in starts and before.line != line_of[begin]:
            continue  # behind a cell of several lines no other begins in its last one
        for end in range(begin + 1, min(begin + LONGEST, len(words)) + 1):
            inside = line_of[end - 1] == line_of[begin]
            if not inside and (
                end not in ends or sum(at in starts for at in range(begin + 1, end)) >= _MOST_CELL_LINES
            ):
                continue
            lines = [at - begin for at in range(begin + 1, end) if at in starts]
            told = told_name(words[begin:end], begin in starts and end in ends, before, lines)
            if told is None:
                continue
            role, strength, score = told
            way = Way(
                score=before.score + score,
                cells=(*before.cells, (role, strength, tuple(words[begin:end]))),
                line=line_of[begin] if inside else -1,
                unknown=before.unknown + (role is None),
            )
            current = best[end]
            if current is None or way.score > current.score:
                best[end] = way
    return best


def _is_head(way: Way, words: Sequence[Word], lines: int) -> bool:
    """Whether names of columns are enough of a header: two that their cells tell, one of a statement, and no title."""
    if way.cells[-1][0] is None and way.line < 0:
        return False
    if way.cells[0][0] is None and (len(way.cells) < 3 or None in (way.cells[1][0], way.cells[2][0])):
        return False
    if len({words[-1].text[-1] == ":" for role, _, words in way.cells if role is not None}) > 1:
        return False  # `Department:`, of a form
    periods = [at for at, (role, _, _) in enumerate(way.cells) if role == "period"]
    if len(periods) == 1 or (periods and periods[-1] - periods[0] >= len(periods)):
        return False
    told = [(role, strength) for role, strength, _ in way.cells if role in STATEMENTS | TELLING | {"label"}]
    kinds = {role for role, _ in told}
    if len(kinds) < 2 or STATEMENTS.isdisjoint(kinds) or sum(strength for _, strength in told) < 0.75 * len(told):
        return False
    if way.unknown >= len(told):
        return False
    roles = [role for role, _, _ in way.cells]
    if roles == ["action", "objective"] or (len(roles) == _TWO and roles[0] == "due"):
        return False  # `Date Action` is over a schedule
    return lines > 1 or len(way.cells) > 2 or not _ends_title(words[-1].text)


def _ends_title(word: str) -> bool:
    """Whether a word ends the title of a document: `Goals and Actions Plan`, `Objectives and Measures 2028`."""
    return word.casefold() in DOCUMENTS or _YEAR.fullmatch(word) is not None
