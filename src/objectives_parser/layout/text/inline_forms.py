"""Forms whose labels stand at the heads of lines, as converters leave a table of labels and values that write cells of
one baseline in one line: `Objective 1 Keep the ports open`, `Success` / `measures`, a measure a line, `Lead minister
Secretary of State`, `Objective 2 …`. That the labels come again and again in one order tells them from running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeGuard

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Line, Table, Word
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.text.packed.bodies import is_unparted
from objectives_parser.layout.text.packed.joined_heads import joined_heads
from objectives_parser.layout.text.run_on_heads import header_phrases
from objectives_parser.layout.wrapping import is_bullet, is_closed
from objectives_parser.records import OWN_FIELDS, STATEMENTS
from objectives_parser.roles import HeaderRole, header_role, printed_label

_SURE = 0.8
_MOST_WORDS, _MOST_LABEL_LINES, _MOST_LINE_WORDS = 6, 3, 4
_ROUNDS, _FEWEST_LABELS, _MOST_LABELS, _FEWEST_INLINE = 2, 3, 60, 2
_MOST_UNKNOWN_WORDS = 3
_WIDE, _TEN, _SHORTEST, _PAIR = 3, 10, 3, 2
_FIELDS = frozenset({"owner", "due", "start", "status", "target", "baseline", "note", "category", "label"})
_OPENS_VALUE = regex.compile(r"[\p{Lu}\d£$€%\"“‘'(<>≥≤✓✔]")
_NAME = regex.compile(r"\p{Lu}[\p{L}’'/&-]*:?$|(?:and|of|for|the|&|/|to|in)$")


@attrs.frozen(kw_only=True, eq=False)
class _Label:
    """A label at a line's head: where its lines begin and end, its words, those behind it in its last line, and what
    it is called, a number left out."""

    first: int
    end: int
    words: tuple[Word, ...]
    rest: tuple[Word, ...]
    name: str
    role: str | None


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The forms among the lines, a table each."""
    if lines[0].page != lines[-1].page and not is_unparted(lines):
        return  # cells of pages stand one under the other, with empty lines between them
    full = [line for line in lines if line.words]
    if len(full) < 2 * _FEWEST_LABELS or _is_spread(full) or any(line.level or line.tabbed for line in full):
        return
    labels = _labels(full)
    if not labels or any(head.shares or len(head.roles) > _PAIR for head in joined_heads(full)):
        return  # a table among them: two labels one under the other are no header yet
    opener = _opener(labels)
    starts = [at for at, label in enumerate(labels) if label.name == opener]
    forms = [labels[begin:end] for begin, end in zip(starts, [*starts[1:], len(labels)], strict=True)]
    if not _are_in_order(forms) or _are_described(full, forms):
        return
    for at, form in enumerate(forms):
        wider = next((label for label in form[1:] if _is_wider(label, opener)), None)
        own = form[: form.index(wider)] if wider is not None else form
        stop = wider.first if wider is not None else forms[at + 1][0].first if at + 1 < len(forms) else len(full)
        yield _form(full, own, stop)


def _opener(labels: Sequence[_Label]) -> str:
    """The label that every form begins with: the first, but of numbered statements the deepest."""
    counts = Counter(label.name for label in labels if label.name.endswith("#"))
    first = labels[0].name
    if first not in counts:
        return first
    return max(counts, key=lambda name: (counts[name], name == first))


def _is_wider(label: _Label, opener: str) -> bool:
    """Whether a numbered statement stands over forms (`Goal 2` over `Objective 2.1`)."""
    return label.name.endswith("#") and label.name != opener and label.role == "objective"


def _are_described(lines: Sequence[TextLine], forms: Sequence[Sequence[_Label]]) -> bool:
    """Whether most forms begin with a title over a paragraph that says what is meant (`Measure 1: Compost`, then `Give
    every home a green cart.`): then the words behind the label are a name."""
    described = 0
    for form in forms:
        first = form[0]
        end = form[1].first if len(form) > 1 else first.end
        titled = first.name.endswith("#") and not is_closed(lines[first.first].line)
        begun = first.end < end and lines[first.end].text[0].isupper()
        described += titled and begun and is_closed(lines[end - 1].line)
    return 2 * described > len(forms)


def _are_in_order(forms: Sequence[Sequence[_Label]]) -> bool:
    """Whether the labels follow each other in one order in nearly all forms."""
    before: Counter[tuple[str, str]] = Counter()
    for form in forms:
        names = list(dict.fromkeys(label.name for label in form))
        before.update((first, second) for at, first in enumerate(names) for second in names[at + 1 :])
    against = sum(min(count, before[second, first]) for (first, second), count in before.items()) // 2
    return against * _TEN <= before.total()


def _is_spread(lines: Sequence[TextLine]) -> bool:
    """Whether blanks lay the text out in columns."""
    wide = sum(any(b.start - a.end >= _WIDE for a, b in pairwise(line.words[1:])) for line in lines)
    return wide * 5 > len(lines)


def _labels(lines: Sequence[TextLine]) -> list[_Label]:
    """The labels of forms among the lines, in order; none where they are no forms: some have no colon behind them, as
    lines of fields have (`Lead: Works`)."""
    known = _again(lines)
    if not known:
        return []
    inline = Counter(
        label.name for label in known if label.rest and not label.name.endswith("#") and label.words[-1].text[-1] != ":"
    )
    roles = {label.role for label in known}
    if roles.isdisjoint(STATEMENTS) or roles.isdisjoint(OWN_FIELDS) or max(inline.values(), default=0) < _FEWEST_INLINE:
        return []
    counts = Counter(label.name for label in known)
    if 2 * max(counts[label.name] for label in known if label.role in STATEMENTS) < max(counts.values()):
        return []  # offices and names of a chart
    rounds = counts[known[0].name]
    taken = {at for label in known for at in range(label.first, label.end)}
    unknown = _unknown(lines[known[0].first :], known[0].first, taken, rounds)
    labels = sorted([*known, *unknown], key=lambda label: label.first)
    return labels if _FEWEST_LABELS <= len({label.name for label in labels}) <= _MOST_LABELS else []


def _again(lines: Sequence[TextLine]) -> list[_Label]:
    """The labels whose words say what stands behind them and that come again: at each line the one that comes most
    often, of those the longest."""
    readings = [list(_known_at(lines, at)) for at in range(len(lines))]
    counts = Counter(label.name for reading in readings for label in reading)
    found: list[_Label] = []
    for at, reading in enumerate(readings):
        told = [label for label in reading if counts[label.name] >= _ROUNDS]
        if told and (not found or at >= found[-1].end):
            found.append(max(told, key=lambda label: (counts[label.name], len(label.words))))
    return found


def _known_at(lines: Sequence[TextLine], at: int) -> Iterator[_Label]:
    """The labels that a line may begin with, over one line or several."""
    line = lines[at]
    if is_bullet(line.words[0]) or not line.text[0].isupper() or header_phrases(line):
        return
    numbered = printed_label(line.text)
    if numbered is not None and numbered.kind == "word" and numbered.number is not None:
        label = _numbered(line, at, numbered.end, numbered.text, numbered.role)
        if label is not None:
            yield label
        return
    for count in range(1, min(_MOST_WORDS, len(line.words)) + 1):
        words, rest = line.words[:count], line.words[count:]
        if is_bullet(words[-1]) or (rest and not (is_bullet(rest[0]) or _OPENS_VALUE.match(rest[0].text))):
            continue
        name = _name(words)
        role = header_role(name)
        if _may_be_label(role, name):
            yield _Label(first=at, end=at + 1, words=words, rest=rest, name=name.casefold(), role=role.role)
    yield from _over_lines(lines, at)


def _may_be_label(role: HeaderRole | None, name: str) -> TypeGuard[HeaderRole]:
    told = role is not None and role.strength >= _SURE and role.role in STATEMENTS | _FIELDS
    return told and len(name) >= _SHORTEST and "(" not in name


def _numbered(line: TextLine, at: int, end: int, text: str, role: str | None) -> _Label | None:
    count = len(line.text[:end].split())
    words, rest = line.words[:count], line.words[count:]
    if not rest or role not in STATEMENTS:
        return None
    name = " ".join(word for word in text.casefold().split() if not any(map(str.isdigit, word)))
    return _Label(first=at, end=at + 1, words=words, rest=rest, name=f"{name} #", role=role)


def _over_lines(lines: Sequence[TextLine], at: int) -> Iterator[_Label]:
    """A label of several short lines: `Success` / `measures`."""
    words = lines[at].words
    for end in range(at + 1, min(at + _MOST_LABEL_LINES, len(lines))):
        if len(lines[end - 1].words) > _MOST_LINE_WORDS or len(lines[end].words) > _MOST_LINE_WORDS:
            break
        words = (*words, *lines[end].words)
        name = _name(words)
        role = header_role(name)
        if _may_be_label(role, name):
            yield _Label(first=at, end=end + 1, words=words, rest=(), name=name.casefold(), role=role.role)


def _unknown(lines: Sequence[TextLine], first: int, taken: set[int], rounds: int) -> list[_Label]:
    """Further labels, whose words say nothing: names that as many forms have at the head of a line."""
    heads: list[_Label] = []
    for at, line in enumerate(lines, first):
        if at in taken or is_bullet(line.words[0]):
            continue
        for count in range(min(_MOST_UNKNOWN_WORDS, len(line.words)), 0, -1):
            words, rest = line.words[:count], line.words[count:]
            if all(_NAME.match(word.text) for word in words) and (not rest or _OPENS_VALUE.match(rest[0].text)):
                heads.append(
                    _Label(first=at, end=at + 1, words=words, rest=rest, name=_name(words).casefold(), role=None)
                )
    counts = Counter(label.name for label in heads)
    longest: dict[int, _Label] = {}
    for label in heads:  # the longest first
        if _ROUNDS <= counts[label.name] <= rounds and 2 * counts[label.name] > rounds:
            longest.setdefault(label.first, label)
    return list(longest.values())


def _name(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words).rstrip(":")


def _form(lines: Sequence[TextLine], labels: Sequence[_Label], stop: int) -> Region:
    cells: list[Cell] = []
    last = labels[0].first
    for row, label in enumerate(labels):
        following = labels[row + 1].first if row + 1 < len(labels) else stop
        value = _value(label, lines[label.end : following])
        last = following - 1
        page = lines[label.first].page
        cells.append(Cell(row=row, column=0, lines=(Line(label.words),), page=page))
        if value:
            cells.append(Cell(row=row, column=1, lines=tuple(value), page=page))
    pages = tuple(sorted({lines[at].page for at in range(labels[0].first, last + 1)}))
    table = Table(cells=tuple(cells), rows=len(labels), columns=2, pages=pages, way="aligned")
    return Region(first=lines[labels[0].first].number, last=lines[last].number, blocks=(table,))


def _value(label: _Label, behind: Sequence[TextLine]) -> list[Line]:
    """What a label says: the words behind it, and the lines below. Where lone blanks are left of bullets, these tell
    where items begin."""
    set_in = any(line.indent == 1 for line in behind) and not any(is_bullet(line.words[0]) for line in behind)
    own = [Line(label.rest, begins=True if set_in else None)] if label.rest else []
    first = not own
    below = [
        Line(line.words, begins=(line.indent == 1 or (first and not at)) if set_in else None)
        for at, line in enumerate(behind)
    ]
    return [*own, *below]
