"""The rounds of aims whose lists captions name: an aim's lines, then each of its captions over a list."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.run_on_heads import header_phrases
from objectives_parser.layout.text.run_on_rows import opens_row
from objectives_parser.layout.wrapping import NUMBERED, Column, breaks, is_bullet, line_width, starts_item
from objectives_parser.records import SERVING
from objectives_parser.roles import header_role, heading_role, is_imperative, printed_label

_LONGEST_CAPTION, LONGEST_AIM, _LONGEST_HEAD = 9, 6, 4
SURE, ROUNDS = 0.8, 2
_STRATEGIES = regex.compile(r"(?:Key |Our |Main |Core )?Strategies:?", regex.IGNORECASE)
_YEAR = regex.compile(r"(?:FY ?)?(?:19|20)\d\d")


@attrs.frozen(kw_only=True, eq=False)
class Round:
    """An aim's lines, ``first`` to before ``end``, and where the captions of its lists stand."""

    first: int
    end: int
    captions: tuple[int, ...]


def captions_in(lines: Sequence[TextLine]) -> dict[int, str]:
    """The lines that only name what the list under them is of, printed twice at least; none where such lines stand
    one under the other, as the cells of a header do."""
    found = {at: line.text.casefold().rstrip(" :?") for at, line in enumerate(lines) if is_caption(line)}
    found = dict(sorted((found | _strategies_in(lines, found)).items()))
    counts = Counter(found.values())
    first = next((at for at, name in found.items() if counts[name] >= ROUNDS), None)
    if first is None:
        return {}
    found = {at: name for at, name in found.items() if at >= first}
    filled = [at for at, line in enumerate(lines) if line.words]
    below = dict(itertools.pairwise(filled))
    heading = sum(at in below and _is_head(lines[below[at]]) for at in found)
    roles = {role.role for at in found if (role := heading_role(lines[at].text)) is not None}
    return found if heading * 4 <= len(found) and roles & {"measure", "milestone"} else {}


def _strategies_in(lines: Sequence[TextLine], captions: dict[int, str]) -> dict[int, str]:
    """The lines that only say `Strategies`, right under an aim and over a list that another caption follows: elsewhere
    what stands under such a line may be aims."""
    if not captions:
        return {}
    named = {
        at: line.text.casefold()
        for at, line in enumerate(lines)
        if _STRATEGIES.fullmatch(line.text) and at and _aim_above(lines, at, ()) is not None
    }
    return named if len(named) >= ROUNDS and set(named) - set(captions) else {}


def _is_head(line: TextLine) -> bool:
    """Whether a line may be a header's next cell: `Timeline`, `Baseline (2030)`, `2031`."""
    if len(line.words) > _LONGEST_HEAD or starts_item(line.line):
        return False
    if _YEAR.match(line.words[0].text):
        return True
    role = header_role(line.text)
    return role is not None and role.strength >= SURE


def is_caption(line: TextLine) -> bool:
    """Whether a short line may name what the lines under it are (`Key actions`), and is no item or row itself."""
    text = line.text
    if not 0 < len(line.words) <= _LONGEST_CAPTION or line.tabbed or not text[0].isupper() or text[-1] in ".;,!":
        return False
    if starts_item(line.line) or opens_row(line) or header_phrases(line):
        return False
    role = heading_role(text)
    return role is not None and role.role in SERVING and role.strength >= SURE and ":" not in text[:-1]


def rounds_in(lines: Sequence[TextLine], named: dict[int, str]) -> list[Round]:
    """The aims whose numbers or labels count on, each right over the first of its captions; none if there are many
    lists without such an aim."""
    opener = next(iter(named.values()))
    found: list[Round] = []
    tops: list[int] = []
    captions = list(named)
    listed = [at for at in captions if at + 1 < len(lines) and is_bullet((lines[at + 1].words or lines[at].words)[0])]
    marked = 2 * len(listed) > len(captions)
    for at in captions:
        if named[at] != opener:
            continue
        first = _aim_above(lines, at, captions)
        first = _command_above(lines, at, captions) if first is None and marked else first
        if first is not None and all(first > top for top in tops):
            tops.append(at)
            found.append(Round(first=first, end=at, captions=()))
    openers = sum(name == opener for name in named.values())
    if 3 * len(found) < 2 * openers:
        return []
    starts = [each.first for each in found]
    return [
        attrs.evolve(each, captions=tuple(at for at in captions if each.first < at < following))
        for each, following in zip(found, [*starts[1:], len(lines)], strict=True)
    ]


def _aim_above(lines: Sequence[TextLine], caption: int, captions: Sequence[int]) -> int | None:
    """Where the numbered or labelled lines right over a caption begin."""
    seen = 0
    for at in range(caption - 1, max(-1, caption - 2 * LONGEST_AIM), -1):
        line = lines[at]
        if at in captions or line.level:
            return None
        if not line.words:
            if seen:
                return None
            continue
        seen += 1
        if _opens_aim(line):
            return at
        if is_bullet(line.words[0]) or seen > LONGEST_AIM:
            return None
    return None


def _command_above(lines: Sequence[TextLine], caption: int, captions: Sequence[int]) -> int | None:
    """Where the lines right over a caption begin that command something, behind the last bullet or an empty line."""
    top = caption
    while top > 0 and lines[top - 1].words and top - 1 not in captions and caption - top < LONGEST_AIM:
        top -= 1
        if is_bullet(lines[top].words[0]):
            break
    item = [lines[top].line] if top < caption and is_bullet(lines[top].words[0]) else []
    column = Column(full=max((line_width(line.line, True) for line in lines[top:caption]), default=0.0))
    for at in range(top + len(item), caption):
        line = lines[at]
        if (is_imperative(line.text) or line.words[0].text == "To") and breaks(item, line.line, column) > 0.0:
            return at
        item.append(line.line)
    return None


def _opens_aim(line: TextLine) -> bool:
    if len(line.words) < 2 or is_bullet(line.words[0]):
        return False
    if NUMBERED.match(line.words[0].text) and line.words[0].text[0].isdigit():
        return line.words[1].text[0].isupper()
    label = printed_label(line.text) if line.text[0].isupper() else None
    return label is not None and label.kind == "word" and label.number is not None and label.role == "objective"
