"""Forms laid out by blanks: labels in a left column, what they say in a right one (`Main aim     Use evidence …`),
and scales of completion, whose words stand side by side over their ticks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import GRID_X, Cell, Line, Table, union
from objectives_parser.layout.text.spaced.ends import last_row
from objectives_parser.layout.text.spaced.heads import head_at
from objectives_parser.layout.text.spaced.middles import Told, around_labels
from objectives_parser.layout.text.spaced.rowing import Slice, logical_rows
from objectives_parser.layout.text.spaced.rows import Row, Run, run_of
from objectives_parser.layout.wrapping import names_in
from objectives_parser.roles import HeaderRole, header_role

LEAST_LABELS = 3
LONGEST_LABEL, LEAST_NAMES = 5, 3
SCALE = 3
LEAST_MIDDLE = 2
SURE, EXACT = 0.6, 1.0


@attrs.frozen(kw_only=True, eq=False)
class Entry:
    """One label with its lines and the lines beside it; a title has no lines beside it, and ``title`` is set. Without
    label it goes on from the page before."""

    label: tuple[Row, ...] = ()
    values: tuple[Row, ...] = ()
    title: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Form:
    """A form, or the part of one that a page holds."""

    first: int
    last: int
    rows: tuple[Row, ...]
    entries: tuple[Entry, ...]


def forms_of(rows: Sequence[Row], going_on: bool) -> list[Form]:
    """The forms of a page; ``going_on`` says that one is open from the page before."""
    places = _places(rows)
    if places is None:
        return []
    left, right = places
    kinds = [_kind(row, left, right) for row in rows]
    for first, last in _tables(rows, kinds, right):
        kinds[first : last + 1] = ["table"] * (last + 1 - first)
    forms: list[Form] = []
    at = 0
    while at < len(rows):
        end = _end(rows, kinds, at, going_on=going_on and at == 0)
        if end is None:
            at += 1
            continue
        least = forms[-1].last + 1 if forms else 0
        forms.append(_form(rows, kinds, _first_around(rows, kinds, at, least), end, right))
        at = end + 1
    return forms


def _tables(rows: Sequence[Row], kinds: Sequence[str], right: int) -> Iterator[tuple[int, int]]:
    """The first and last lines of the tables below forms, whose headers look like labels and their values (`Milestone
    activity   Start date   End date`)."""
    end = -1
    for at, (row, kind) in enumerate(zip(rows, kinds, strict=True)):
        head = head_at(rows, at) if at > end and kind == "label" and len(row.runs) >= LEAST_NAMES else None
        if head is not None and head.sure == len(head.extents) >= LEAST_NAMES and head.first == head.last == at:
            ends = next((below for below in range(at + 1, len(rows)) if _is_entry(rows[below], right)), len(rows))
            end = last_row(rows[:ends], head)
            yield at, end


def _is_entry(row: Row, right: int) -> bool:
    """Whether a line begins with a label that is known, and what it says where the form's values stand."""
    return len(row.runs) == 2 and abs(row.runs[1].low - right) <= 1 and _named(row) is not None


def _named(row: Row) -> HeaderRole | None:
    """What a line's label asks for, if it is known for sure."""
    role = header_role(row.runs[0].text) if len(row.runs[0].words) <= LONGEST_LABEL else None
    return role if role is not None and role.strength >= SURE else None


def _names_columns(row: Row) -> bool:
    """`Lead          Partners`: what stands beside a label is another one, and both have their values below."""
    role = header_role(row.runs[1].text) if len(row.runs) > 1 and len(row.runs[1].words) <= LONGEST_LABEL else None
    return role is not None and role.strength >= EXACT


def _places(rows: Sequence[Row]) -> tuple[int, int] | None:
    """Where the labels and the values of a page's forms begin; None where too few lines are labelled."""
    found: Counter[tuple[int, int]] = Counter()
    roles: set[str] = set()
    for at, row in enumerate(rows):
        right = row.runs[1].low if len(row.runs) == 2 else _value_around(rows, at)
        if right is not None and (role := _named(row)) is not None and not _names_columns(row):
            found[row.runs[0].low, right] += 1
            roles.add(role.role)
    if not found:
        return None
    (left, right), _ = found.most_common(1)[0]
    near = sum(count for (a, b), count in found.items() if abs(a - left) <= 1 and abs(b - right) <= 1)
    beside = sum(1 for row in rows if len(row.runs) == 1 and abs(row.low - right) <= 3)
    others = sum(1 for row in rows if len(row.runs) > 1 and abs(row.runs[1].low - right) > 1 and row.low < right)
    alike = near >= LEAST_LABELS and len(roles) >= LEAST_LABELS and beside + near > others
    return (left, right) if alike else None


def _value_around(rows: Sequence[Row], at: int) -> int | None:
    """Where the lines begin between which a label stands alone, set in their middle; None where it does not."""
    if not 0 < at < len(rows) - 1 or len(rows[at].runs) > 1 or rows[at].blanks or rows[at + 1].blanks:
        return None
    above, below = rows[at - 1], rows[at + 1]
    alone = len(above.runs) == len(below.runs) == 1 and min(above.low, below.low) > rows[at].high
    return min(above.low, below.low) if alone else None


def _kind(row: Row, left: int, right: int) -> str:
    """``label``, ``value`` or ``other``; what belongs to a table is told later."""
    first = row.runs[0]
    if first.low >= right - 3:
        return "value"
    short = first.high < right and len(first.words) <= LONGEST_LABEL and abs(first.low - left) <= 2
    return "label" if short and (len(row.runs) == 1 or row.runs[1].low >= right - 3) else "other"


def _end(rows: Sequence[Row], kinds: Sequence[str], at: int, *, going_on: bool) -> int | None:
    """The last row of the form that begins with the row; None if none does."""
    start = at
    if kinds[at] == "table":
        return None
    if kinds[at] == "other":
        while start < len(rows) and kinds[start] == "other" and start - at < 3:
            start += 1
        if start == len(rows) or any(row.blanks for row in rows[at + 1 : start + 1]):
            return None
    elif not going_on and not (kinds[at] == "label" and len(rows[at].runs) > 1):
        return None
    if start == len(rows) or (kinds[start] != "label" and not going_on):
        return None
    end = start
    while end + 1 < len(rows) and kinds[end + 1] not in ("other", "table"):
        end += 1
    labels = sum(
        kind == "label" and len(row.runs) > 1
        for kind, row in zip(kinds[start : end + 1], rows[start : end + 1], strict=True)
    )
    return end if labels or going_on else None


def _first_around(rows: Sequence[Row], kinds: Sequence[str], first: int, least: int) -> int:
    """The first line of a form whose first labels stand alone, in the middle of what they label."""
    for at in range(first - 1, least - 1, -1):
        if kinds[at] not in ("label", "value") or rows[at + 1].blanks > 1:
            break
        if kinds[at] == "label" and _value_around(rows, at) is None:
            break
        begins = not at or rows[at].blanks or kinds[at - 1] not in ("label", "value")
        if begins and kinds[at] == "value" and kinds[at + 1] == "label":
            first = at
    return first


def _form(rows: Sequence[Row], kinds: Sequence[str], first: int, last: int, right: int) -> Form:
    title = [at for at in range(first, last + 1) if kinds[at] == "other"]
    entries = [Entry(label=tuple(rows[at] for at in title), title=True)] if title else []
    start = first + len(title)
    if _set_in_the_middle(rows[start : last + 1], kinds[start : last + 1], right):
        entries += middle_entries(rows[start : last + 1], right)
    else:
        for at in range(start, last + 1):
            entries = _with_row(entries, rows[at], kinds[at], right)
    return Form(first=first, last=last, rows=tuple(rows[first : last + 1]), entries=tuple(entries))


def _set_in_the_middle(rows: Sequence[Row], kinds: Sequence[str], right: int) -> bool:
    """Whether labels stand in the middle of what they label: beside lines that go on in small letters, or alone right
    under what is said."""
    if any(_is_scale([attrs.evolve(row, runs=_values(row, right))]) for row in rows if _values(row, right)):
        return False
    found = 0
    for at, (row, kind) in enumerate(zip(rows, kinds, strict=True)):
        if kind != "label" or not row.runs[0].text[:1].isupper():
            continue
        value = _values(row, right)
        below = at + 1 < len(rows) and kinds[at + 1] == "value"
        if value:
            found += value[0].text[:1].islower()
        else:
            found += at > 0 and below and kinds[at - 1] == "value" and not row.blanks
    return found >= LEAST_MIDDLE


def _values(row: Row, right: int) -> tuple[Run, ...]:
    return tuple(run for run in row.runs if run.low >= right - 3)


def middle_entries(rows: Sequence[Row], right: int) -> list[Entry]:
    """The entries of lines whose labels stand in the middle of their rows."""
    sides = [(tuple(run for run in row.runs if run.low < right - 3), _values(row, right)) for row in rows]
    if (told := _around_labels(rows, sides)) is not None:
        return told
    slices: list[Slice] = []
    for row, (label, value) in zip(rows, sides, strict=True):
        cells = tuple(tuple(word for run in side for word in run.words) for side in (label, value))
        slices.append(Slice(cells=cells, y=row.y, blanks=row.blanks if slices else 0, page=row.page))
    names = names_in(Line(cell) for part in slices for cell in part.cells if cell)
    entries: list[Entry] = []
    for first, last in logical_rows(slices, names, sided=True):
        lines = list(zip(rows[first : last + 1], sides[first : last + 1], strict=True))
        labels = tuple(attrs.evolve(row, runs=label) for row, (label, _) in lines if label)
        values = tuple(attrs.evolve(row, runs=value) for row, (_, value) in lines if value)
        entries.append(Entry(label=labels, values=values))
    return entries


def _around_labels(rows: Sequence[Row], sides: Sequence[tuple[tuple[Run, ...], tuple[Run, ...]]]) -> list[Entry] | None:
    """The entries of labels that stand in the middle of the lines beside them for sure."""
    parts: list[list[Row]] = []
    found: list[list[Told]] = []
    for side in range(2):
        parts.append([attrs.evolve(row, runs=runs[side]) for row, runs in zip(rows, sides, strict=True)])
        told = [(at, row) for at, row in enumerate(parts[side]) if row.runs]
        found.append([Told(at=at, y=row.y, blanks=row.blanks, line=row.line) for at, row in told])
    around = around_labels(*found)
    if around is None:
        return None
    return [
        Entry(label=tuple(parts[0][line.at] for line in label), values=tuple(parts[1][line.at] for line in value))
        for label, value in around
    ]


def _with_row(entries: list[Entry], row: Row, kind: str, right: int) -> list[Entry]:
    label = tuple(run for run in row.runs if run.low < right - 3)
    value = tuple(run for run in row.runs if run.low >= right - 3)
    values = (attrs.evolve(row, runs=value),) if value else ()
    if kind == "label" and not _wraps(entries, label, value):
        open_scale = entries and not entries[-1].title and _is_scale(entries[-1].values[-1:])
        if open_scale:  # the scale's words stand a line above the label that is set in their middle
            scale = entries[-1].values[-1]
            entries = [*entries[:-1], attrs.evolve(entries[-1], values=entries[-1].values[:-1])]
            values = (scale, *values)
        return [*entries, Entry(label=(attrs.evolve(row, runs=label),), values=values)]
    last = entries[-1] if entries and not entries[-1].title else Entry()
    more = (attrs.evolve(row, runs=label),) if label else ()
    grown = attrs.evolve(last, label=(*last.label, *more), values=(*last.values, *values))
    return [*entries[:-1], grown] if entries and not entries[-1].title else [*entries, grown]


def _wraps(entries: Sequence[Entry], label: Sequence[Run], value: Sequence[Run]) -> bool:
    """`Responsible` / `ministry`: a label over two lines."""
    return bool(entries) and not entries[-1].title and bool(label) and label[0].text[:1].islower()


def _is_scale(rows: Sequence[Row]) -> bool:
    return bool(rows) and len(rows[0].runs) >= SCALE and all(len(run.words) <= 3 for run in rows[0].runs)


# --- the table of a form ------------------------------------------------------------------------------------------


def goes_on(before: Form, form: Form) -> bool:
    """Whether the form on the next page's top is the rest of this one."""
    return form.first == 0 and not form.entries[0].title


def form_table(parts: Sequence[Form]) -> Table:
    """A form, whole again → a table that reads downwards."""
    entries = _whole(parts)
    columns = 1 + max([1, *(len(row.runs) for entry in entries for row in entry.values if _is_scale([row]))])
    cells: list[Cell] = []
    number = 0
    box = union(row.line.bbox for entry in entries for row in entry.values)
    right = box[2] + GRID_X if box is not None else 0.0
    for entry in entries:
        fresh = list(_entry_cells(entry, number, columns, right))
        cells.extend(fresh)
        number = max((cell.row + cell.row_span for cell in fresh), default=number)
    pages = tuple(sorted({row.page for part in parts for row in part.rows}))
    return Table(cells=tuple(cells), rows=number, columns=columns, pages=pages, way="aligned")


def _whole(parts: Sequence[Form]) -> list[Entry]:
    entries: list[Entry] = []
    for part in parts:
        for entry in part.entries:
            if entries and not entry.label and not entry.title:
                last = entries[-1]
                entries[-1] = attrs.evolve(last, values=(*last.values, *entry.values))
            else:
                entries.append(entry)
    return _scales_at_labels(entries)


def _scales_at_labels(entries: Sequence[Entry]) -> list[Entry]:
    """A page's end may part a scale's words from the label and ticks below them."""
    found: list[Entry] = []
    for entry in entries:
        if (
            found
            and not entry.title
            and found[-1].values
            and _is_scale(found[-1].values[-1:])
            and len(found[-1].values) > 1
        ):
            last = found[-1]
            found[-1] = attrs.evolve(last, values=last.values[:-1])
            entry = attrs.evolve(entry, values=(last.values[-1], *entry.values))
        found.append(entry)
    return found


def _entry_cells(entry: Entry, number: int, columns: int, right: float) -> Iterator[Cell]:
    """The cells of an entry; ``right`` is where the form's values end."""
    labels = tuple(row.line for row in entry.label)
    page = (entry.label or entry.values)[0].page
    if entry.title:
        yield Cell(row=number, column=0, column_span=columns, lines=labels, page=page)
        return
    if not _is_scale(entry.values[:1]):
        yield Cell(row=number, column=0, lines=labels, page=page)
        lines = tuple(row.line for row in entry.values)
        own = union(line.bbox for line in lines) if len({row.page for row in entry.values}) == 1 else None
        box = (own[0], own[1], right, own[3]) if own is not None else None
        yield Cell(row=number, column=1, column_span=columns - 1, lines=lines, page=page, bbox=box)
        return
    yield Cell(row=number, column=0, row_span=len(entry.values), lines=labels, page=page)
    for below, row in enumerate(entry.values):
        for run, column in _scale_places(row, entry.values[0]):
            yield Cell(row=number + below, column=column + 1, lines=(Line(run.words),), page=page)


def _scale_places(row: Row, scale: Row) -> Iterator[tuple[Run, int]]:
    """Each run of the row with the word of the scale that it stands under."""
    places: dict[int, list[Run]] = {}
    for run in row.runs:
        near = min(
            range(len(scale.runs)), key=lambda at: abs(scale.runs[at].low + scale.runs[at].high - run.low - run.high)
        )
        places.setdefault(near, []).append(run)
    for column, runs in sorted(places.items()):
        yield run_of([word for run in runs for word in run.words]), column
