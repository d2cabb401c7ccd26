"""Forms whose labels stand on lines of their own, closed by a colon, over what they say, as databases print a page for
each action:

    Objective:
    Ferries run on time
    Action:
    Buy a second ferry
    Lead partner:
    Harbour Office
    Target date:
    May 2031
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Line, Table, Word
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.records import OWN_FIELDS, STATEMENTS
from objectives_parser.roles import header_role

_SURE = 0.8
_MOST_LABEL_WORDS, _MOST_VALUE_LINES, _MOST_FIELD_WORDS = 6, 14, 14
_FEWEST_LABELS, _FEWEST_ROLES = 4, 3
_FIELDS = frozenset({"target", "baseline", "note", "category", "label", "start"}) | OWN_FIELDS


@attrs.frozen(kw_only=True, eq=False)
class _Label:
    """A label: the position of its line, its name, and the role of it."""

    at: int
    name: str
    role: str | None
    words: tuple[Word, ...]


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """Such forms among the lines, a table each."""
    labels = [label for at, line in enumerate(lines) if (label := _label(at, line)) is not None]
    for group in _groups(lines, labels):
        opener = _opener(group)
        starts = [number for number, label in enumerate(group) if label.name == opener]
        starts = starts if starts[0] == 0 else [0, *starts]
        forms = [group[begin:end] for begin, end in zip(starts, [*starts[1:], len(group)], strict=True)]
        if not all(_is_form(form) for form in forms if form[0].name == opener) or not _says_facts(lines, group):
            continue
        if _lists(lines, group):
            continue
        for form, following in zip(forms, [*forms[1:], None], strict=True):
            yield _region(lines, form, following[0].at if following else len(lines))


def _label(at: int, line: TextLine) -> _Label | None:
    """`Lead partner:` or `Lead partner :` alone on its line."""
    words = line.words
    if not words or line.level or line.tabbed or words[-1].text[-1] != ":" or is_bullet(words[0]):
        return None
    name = " ".join(word.text for word in words).rstrip(": ")
    if not name[:1].isupper() or not 0 < len(name.split()) <= _MOST_LABEL_WORDS or ":" in name:
        return None
    role = header_role(name)
    told = role is not None and role.strength >= _SURE and role.role in STATEMENTS | _FIELDS
    return _Label(at=at, name=name.casefold(), role=role.role if role is not None and told else None, words=words)


def _groups(lines: Sequence[TextLine], labels: Sequence[_Label]) -> Iterator[list[_Label]]:
    """Labels with no more than a value between them; half of them and more say what their values are."""
    group: list[_Label] = []
    for label in (*labels, None):
        if label is not None and (not group or _follows(lines, group[-1], label)):
            group.append(label)
            continue
        roles = {each.role for each in group} - {None}
        if (
            len(group) >= _FEWEST_LABELS
            and len(roles) >= _FEWEST_ROLES
            and roles & STATEMENTS
            and roles & OWN_FIELDS
            and 2 * sum(each.role is not None for each in group) >= len(group)
        ):
            yield group
        group = [label] if label is not None else []


def _follows(lines: Sequence[TextLine], above: _Label, below: _Label) -> bool:
    between = [line for line in lines[above.at + 1 : below.at] if line.words]
    return len(between) <= _MOST_VALUE_LINES and not any(line.level or line.tabbed for line in between)


def _opener(group: Sequence[_Label]) -> str:
    """The label that every form begins with: of those printed most often the first."""
    counts = Counter(label.name for label in group)
    most = max(counts.values())
    return next(label.name for label in group if counts[label.name] == most)


def _is_form(form: Sequence[_Label]) -> bool:
    """Whether no label comes twice in a form, and one says what it states."""
    names = [label.name for label in form]
    return len(set(names)) == len(names) and any(label.role in STATEMENTS for label in form)


def _says_facts(lines: Sequence[TextLine], group: Sequence[_Label]) -> bool:
    """Whether what stands under the labels of fields is a line each, and no paragraph."""
    facts = 0
    for label, below in pairwise(group):
        if label.role not in OWN_FIELDS:
            continue
        value = [line for line in lines[label.at + 1 : below.at] if line.words]
        if len(value) > 2 or sum(len(line.words) for line in value) > _MOST_FIELD_WORDS:
            return False
        facts += 1
    return facts > 0 or (group[-1].role in OWN_FIELDS and len(group) > _FEWEST_LABELS)


def _lists(lines: Sequence[TextLine], group: Sequence[_Label]) -> bool:
    """Whether bullets stand right under most of the labels, none of which asks for a date or a state: then they are
    captions over lists."""
    if any(label.role in ("due", "status") for label in group):
        return False
    below = [lines[label.at + 1] for label in group if label.at + 1 < len(lines)]
    return 2 * sum(bool(line.words) and is_bullet(line.words[0]) for line in below) > len(group)


def _region(lines: Sequence[TextLine], form: Sequence[_Label], stop: int) -> Region:
    cells: list[Cell] = []
    last = form[0].at
    page = lines[last].page
    for row, label in enumerate(form):
        end = form[row + 1].at if row + 1 < len(form) else _end(lines, label.at + 1, stop)
        value = [at for at in range(label.at + 1, end) if lines[at].words]
        last = value[-1] if value else label.at
        cells.append(Cell(row=row, column=0, lines=(Line(label.words),), page=page))
        if value:
            cells.append(Cell(row=row, column=1, lines=tuple(Line(lines[at].words) for at in value), page=page))
    pages = tuple(sorted({lines[at].page for at in range(form[0].at, last + 1)}))
    table = Table(cells=tuple(cells), rows=len(form), columns=2, pages=pages, way="aligned")
    return Region(first=lines[form[0].at].number, last=lines[last].number, blocks=(table,))


def _end(lines: Sequence[TextLine], first: int, stop: int) -> int:
    """Where the last value of a form ends: at the empty line behind it, or before a heading."""
    at = first
    while at < stop and not lines[at].words:
        at += 1
    while at < stop and lines[at].words and not lines[at].level:
        at += 1
    return at
