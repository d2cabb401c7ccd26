"""Tables in reading order that nothing marks: header cells one under the other, then cell after cell, line under line.

`What we will do`, `Who`, `By when`, then `Train forty budget holders`, `Finance Team`, `October 2016`: a converter that
writes cells in order, with or without empty lines between them, leaves what they say and the order of columns. Dates,
names and words of progress tell their columns; rows begin where the order begins again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import attrs

from objectives_parser.document import Cell, Furniture, Line, Table
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.text.packed.apart import (
    are_bulleted_lists,
    before_caption,
    is_spread,
    paragraph_gaps,
    sure_heads,
)
from objectives_parser.layout.text.packed.bodies import end_under, gaps_of, is_unparted
from objectives_parser.layout.text.packed.counting import counts_across, with_lone_numbers
from objectives_parser.layout.text.packed.decoding import decoded_together
from objectives_parser.layout.text.packed.edges import printed_at_edges
from objectives_parser.layout.text.packed.flat_heads import flat_heads
from objectives_parser.layout.text.packed.heads import Head, heads
from objectives_parser.layout.text.packed.joined_heads import joined_heads
from objectives_parser.layout.text.packed.known import Told
from objectives_parser.layout.text.packed.order import Gap
from objectives_parser.layout.text.packed.pieces import at_bullets, in_pieces, whole_lines
from objectives_parser.layout.text.packed.rests import without_rest
from objectives_parser.layout.text.packed.telling import mark_of
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role, printed_label

_Gaps: TypeAlias = "Callable[[Sequence[TextLine]], list[Gap]]"
_TWICE = 2
_MOST_LINES = 1_000
_LEAST_STATED, _LEAST_FIT, _LEAST_SISTER = 2, -1.6, 2
_LEAST_BARE, _LEAST_BARE_FIT, _LEAST_MARKED_FIT = 4, -0.5, -1.2
_TEN, _MARKED_ALIKE, _LEAST_LABELLED = 10, 8, 3


def unparted_regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The tables of a text in which hardly any empty line stands, however many pages it has."""
    if is_unparted(lines):
        found = joined_heads(lines)
        yield from _regions(lines, found, in_line=any(head.shares for head in found))


def joined_regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The tables whose header shares lines in a text of paragraphs, where empty lines part cells and what is set in
    alike, and a cell of one line has the next one behind it."""
    if lines[0].page != lines[-1].page:
        return
    full = [line for line in lines if line.words]
    found = [head for head in joined_heads(full) if not is_spread(full[head.first : head.end])]
    sure = sure_heads(found, full)
    if sure and not are_bulleted_lists(full, sure):
        yield from _regions(full, sure, in_line=True, gaps=paragraph_gaps)


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The tables among the lines, each from its header to the title over the next one."""
    yield from _regions(lines, list(heads(lines)), in_line=False)


def flat_regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The tables whose header stands in one line, so that cells of their rows may share lines as well."""
    yield from _regions(lines, list(flat_heads(lines)), in_line=True)


def _regions(
    lines: Sequence[TextLine], found: Sequence[Head], *, in_line: bool, gaps: _Gaps = gaps_of
) -> Iterator[Region]:
    edges = printed_at_edges(lines) if found else frozenset()
    alike: dict[tuple[str, ...], list[_Body]] = defaultdict(list)
    for part in _bodies(lines, found, edges, in_line=in_line, gaps=gaps):
        alike[part.head.roles].append(part)
    for roles, parts in alike.items():
        if any(_has_captions(part.lines) for part in parts):
            continue
        told = decoded_together([(part.lines, part.gaps) for part in parts], roles)
        several = any(_is_sure(own, roles, part.lines) for part, own in zip(parts, told, strict=True))
        for part, own in zip(parts, told, strict=True):
            if _is_sure(own, roles, part.lines, least=_LEAST_SISTER if several else None):
                kept = _kept(part, own, roles)
                table = _table(part.head, lines[part.head.first], part.lines, kept)
                stop = part.lines[kept[-1].end].number if len(kept) < len(own) else None
                inside = [at for at in range(part.head.first, part.end) if stop is None or lines[at].number < stop]
                last = max(at for at in inside if lines[at].words)
                feet = [line.line for line in lines[part.head.first : last + 1] if line.words and line.number in edges]
                carried = (Furniture(lines=tuple(feet), kind="page-number"),) if feet else ()
                yield Region(first=lines[part.head.first].number, last=lines[last].number, blocks=(table, *carried))


def _kept(part: _Body, told: Sequence[Told], roles: Sequence[str]) -> Sequence[Told]:
    """The cells without what is no row any more; nothing is cut inside a line."""
    kept = without_rest(told, roles)
    inner = len(kept) < len(told) and part.gaps[kept[-1].end] is Gap.INNER
    return told if inner else kept


@attrs.frozen(kw_only=True, eq=False)
class _Body:
    """The lines under a header, in pieces where cells share lines, what parts them, and the place behind them."""

    head: Head
    lines: Sequence[TextLine]
    gaps: Sequence[Gap]
    end: int


def _bodies(
    lines: Sequence[TextLine], found: Sequence[Head], edges: frozenset[int], *, in_line: bool, gaps: _Gaps
) -> Iterator[_Body]:
    """What stands under each header, up to the title over the next one."""
    for number, head in enumerate(found):
        following = found[number + 1].first if number + 1 < len(found) else len(lines)
        end = end_under(lines, head, following, in_line=in_line)
        end = before_caption(lines, head, end) if gaps is paragraph_gaps else end
        inside = [line for line in lines[head.end : end] if line.number not in edges]
        if not in_line and "label" not in head.roles and head.roles[0] in STATEMENTS:
            inside = with_lone_numbers(inside)
        body = [line for line in inside if line.words]
        if not 0 < len(body) <= _MOST_LINES or (in_line and _counts_twice(body)) or _are_labelled(body, head):
            continue
        if _are_fields(lines[head.first : head.end], body):
            continue
        parting = gaps(inside)
        if in_line:
            body, parting = _cut(body, parting, head.roles)
        yield _Body(head=head, lines=body, gaps=parting, end=end)


def _counts_twice(body: Sequence[TextLine]) -> bool:
    """Whether lines are counted in two ways, `1. Open the accounts` over `1 Draft a form` and `2 Train the clerks`: a
    list in a list, however the line above it reads."""
    first = [line.words[0].text for line in body if len(line.words) > 1 and line.words[1].text[0].isupper()]
    stopped = sum(text[-1] == "." and text[:-1].isdigit() for text in first)
    return stopped >= _TWICE and sum(map(str.isdigit, first)) >= _TWICE


def _are_labelled(body: Sequence[TextLine], head: Head) -> bool:
    """Whether nearly each line begins with its own label, `Objective 1.1 Raise …` over `Objective 1.2 Cut …`, which no
    column is named for: a list, whatever stands over it."""
    labels = [label for line in body if (label := printed_label(line.text)) is not None and label.number is not None]
    words = Counter(label.text.partition(" ")[0].casefold() for label in labels if label.kind == "word")
    word, times = words.most_common(1)[0] if words else ("", 0)
    named = any(word in text.casefold() for text in head.texts)
    return times >= _LEAST_LABELLED and _TEN * times >= _MARKED_ALIKE * len(body) and not named


def _are_fields(head: Sequence[TextLine], body: Sequence[TextLine]) -> bool:
    """Whether a line of what looks like a header gives a value behind a name and a colon, and another line below does
    so behind the same name: `Lead agency: Ministry of Finance` of one form, `Lead agency: Parliament` of the next."""
    named = {name for line in head for name in [_field_name(line)] if name}
    return bool(named) and any(_field_name(line) in named for line in body)


def _field_name(line: TextLine) -> str:
    """The name before a colon and a value in a line; nothing where there is none."""
    name, colon, value = line.text.partition(": ")
    return name if colon and value.strip() and line.text[:1].isupper() else ""


def _has_captions(body: Sequence[TextLine]) -> bool:
    """Whether what a cell's items are is said over them, `Measures`, then bullets, `Milestones`, then bullets."""
    named = {
        line.text.casefold()
        for line, below in pairwise(body)
        if len(line.words) <= _TWICE and is_bullet(below.words[0]) and _names_statements(line.text)
    }
    return len(named) >= _TWICE


def _names_statements(text: str) -> bool:
    role = header_role(text)
    return role is not None and role.role in STATEMENTS and role.strength == 1.0


def _cut(body: Sequence[TextLine], gaps: Sequence[Gap], roles: Sequence[str]) -> tuple[list[TextLine], list[Gap]]:
    """The lines in pieces; where all columns are of statements and most of these are bulleted, at bullets alone."""
    pieces: list[TextLine] = []
    parting: list[Gap] = []
    begun = [line for line, gap in zip(body, gaps, strict=True) if gap is not Gap.NONE or is_bullet(line.words[0])]
    bulleted = STATEMENTS.issuperset(roles) and _TEN * sum(is_bullet(line.words[0]) for line in begun) >= (
        _MARKED_ALIKE * len(begun)
    )
    for line, gap in zip(body, gaps, strict=True):
        own = at_bullets(line) if bulleted and begun else in_pieces(line, labelled="label" in roles)
        pieces += own
        parting += [gap, *[Gap.INNER] * (len(own) - 1)]
    return pieces, parting


def _is_sure(told: Sequence[Told], roles: Sequence[str], lines: Sequence[TextLine], least: int | None = None) -> bool:
    """Whether the lines fit the columns on the whole, and every column that dates or states tell has cells; better,
    and more of them, where no column but those of statements tells anything, nor bullets that stand in one only.
    ``least`` says how many statements are enough for the sister of a table that is sure."""
    stated = [part for part in told if part.column < len(roles) and roles[part.column] in STATEMENTS]
    fielded = not STATEMENTS.issuperset(roles)
    enough, worst = (_LEAST_STATED, _LEAST_FIT) if fielded else (_LEAST_BARE, _LEAST_BARE_FIT)
    enough = enough if least is None else least
    if not fielded and _are_marked_apart(stated, lines):
        worst = _LEAST_MARKED_FIT
    if len(stated) < enough or sum(part.fit for part in stated) < worst * len(stated):
        return False
    if counts_across(lines, [(part.first, part.column) for part in told]):
        return False
    filled = {part.column for part in told}
    return all(at in filled for at, role in enumerate(roles) if role in STATEMENTS or role in ("due", "status"))


def _are_marked_apart(stated: Sequence[Told], lines: Sequence[TextLine]) -> bool:
    """Whether the statements of a column are marked as those of no other are: by bullets, by numbers, by nothing."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for part in stated:
        counts[mark_of(lines[part.first])][part.column] += 1
    own = {mark: max(count, key=lambda column: (count[column], -column)) for mark, count in counts.items()}
    agreeing = sum(count[own[mark]] for mark, count in counts.items())
    several = len(set(own.values())) > 1 and any(own)
    return several and len(stated) >= _LEAST_BARE and _TEN * agreeing >= _MARKED_ALIKE * len(stated)


def _table(head: Head, first: TextLine, body: Sequence[TextLine], told: Sequence[Told]) -> Table:
    cells = [
        Cell(row=0, column=at, lines=(Line(phrase),), header=True, page=first.page)
        for at, phrase in enumerate(head.phrases)
    ]
    rows: list[dict[int, list[Line]]] = []
    bands: set[int] = set()
    for part in told:
        if part.column == len(head.roles):
            bands.add(len(rows))
            rows.append({0: [Line(line.words) for line in whole_lines(body[part.first : part.end])]})
            continue
        if not rows or len(rows) - 1 in bands or _opens_row(rows[-1], part.column, head.roles):
            rows.append({})
        lines = whole_lines(body[part.first : part.end])
        rows[-1].setdefault(part.column, []).extend(Line(line.words, begins=not at) for at, line in enumerate(lines))
    for number, row in enumerate(rows, 1):
        for column, said in row.items():
            band = number - 1 in bands
            spans, wide = (1, len(head.roles)) if band else (_spans(rows, number - 1, column), 1)
            cell = Cell(row=number, column=column, row_span=spans, column_span=wide, lines=tuple(said))
            cells.append(attrs.evolve(cell, page=first.page, repaired=not band))
    pages = tuple(sorted({first.page, *(line.page for line in body)}))
    return Table(cells=tuple(cells), rows=len(rows) + 1, columns=len(head.roles), pages=pages, way="aligned")


def _opens_row(row: dict[int, list[Line]], column: int, roles: Sequence[str]) -> bool:
    """Whether a cell of a column begins a row: what the row is about, or what a field of the row already speaks of."""
    last = max(row)
    if column == 0:
        return last > 0 or roles[0] not in STATEMENTS or roles[0] in ("objective", "action")
    fields = any(roles[at] not in STATEMENTS for at in row)
    return column < last and column in row and fields


def _spans(rows: Sequence[dict[int, list[Line]]], at: int, column: int) -> int:
    """Over how many rows a subject's cell stands: those that follow have none of their own."""
    if column:
        return 1
    end = at + 1
    while end < len(rows) and 0 not in rows[end]:
        end += 1
    return end - at
