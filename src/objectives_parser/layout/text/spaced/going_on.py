"""Tables that go on over pages: the parts of one table found on several pages become one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import attrs

from objectives_parser.document import Furniture, Line, Table
from objectives_parser.layout.text.spaced.cells import table_of
from objectives_parser.layout.text.spaced.forms import Form, form_table, goes_on
from objectives_parser.layout.text.spaced.found import Found
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.rows import Row, Run
from objectives_parser.layout.text.spaced.same_heads import head_again

MOST_BETWEEN = 3
SCATTERED = 16
"""Lines over which a header printed again may be scattered."""
Place: TypeAlias = "Piece | Found | Form | Furniture"


def with_tables(places: Sequence[Place]) -> list[Part]:
    """The parts of the document with its tables whole."""
    parts: list[Part] = []
    open_table: list[Found | Form] = []
    waiting: list[Part] = []
    said: set[str] = set()  # what stands over the table that is open
    since: set[str] = set()

    def close() -> None:
        nonlocal open_table, waiting
        if open_table:
            parts.append(_table(open_table))
        parts.extend(waiting)
        open_table, waiting = [], []

    for place in places:
        if isinstance(place, Found | Form):
            if open_table and _goes_on(open_table[-1], place):
                waiting, since = [*map(_again, waiting), *_title_again(place)], set()
                open_table.append(place)
            else:
                close()
                open_table, said, since = [place], since, set()
        elif open_table and _may_stand_between(place, open_table[-1], said):
            waiting.append(place)
        else:
            close()
            parts.append(place)
        if isinstance(place, Piece):
            since.add(_plain(place))
    close()
    return parts


def _table(parts: Sequence[Found | Form]) -> Table:
    forms = [part for part in parts if isinstance(part, Form)]
    return form_table(forms) if forms else table_of([part for part in parts if isinstance(part, Found)])


def _goes_on(before: Found | Form, table: Found | Form) -> bool:
    """The same header on the next page, and the same number of columns; or the rest of a form."""
    if isinstance(before, Form) or isinstance(table, Form):
        return isinstance(before, Form) and isinstance(table, Form) and goes_on(before, table)
    if table.rows[0].page != before.rows[-1].page + 1 or len(table.places) != len(before.places):
        return False
    if table.over and [row.text for row in table.over] != [row.text for row in before.over]:
        return False
    return not table.head or before.titles == table.titles


def _may_stand_between(place: Piece | Furniture, table: Found | Form, said: set[str]) -> bool:
    if isinstance(place, Furniture):
        return True
    if place.first.page <= table.rows[-1].page or len(place.strands) > MOST_BETWEEN:
        return False
    return _plain(place) in said


def _plain(piece: Piece) -> str:
    from objectives_parser.layout.stitching import plain_text  # with all that pages need, few texts do

    return plain_text([Line(strand.words) for strand in piece.strands])


def _again(part: Part) -> Part:
    """A caption that is printed again between the parts of a table is furniture."""
    if isinstance(part, Piece):
        return Furniture(lines=tuple(Line(strand.words) for strand in part.strands), kind="repeated-header")
    return part


def _title_again(place: Found | Form) -> list[Part]:
    """A table's title that is printed again on a page that it goes on over is furniture."""
    over = place.over if isinstance(place, Found) else ()
    return [Furniture(lines=(row.line,), kind="repeated-header") for row in over]


def without_scattered_head(rows: Sequence[Row], before: Found) -> tuple[list[Row], list[Furniture]]:
    """A page's rows without the header of the table before, where the page prints it again with its cells on lines of
    their own, each a little lower than the one left of it; and the header."""
    wanted = [text for text in before.titles if text]
    if rows and head_again(rows, 0, before.titles) is not None:
        return list(rows), []
    found: dict[int, Run] = {}
    texts = list(wanted)
    for row in rows[:SCATTERED]:
        for run in row.runs:
            if texts and run.text.casefold() == texts[0]:
                found[id(run)] = run
                texts.pop(0)
    if texts or len(wanted) < 2 or not _are_scattered(rows[:SCATTERED], found):
        return list(rows), []
    kept = [attrs.evolve(row, runs=tuple(run for run in row.runs if id(run) not in found)) for row in rows]
    head = [Furniture(lines=(Line(run.words),), kind="repeated-header") for run in found.values()]
    return [row for row in kept if row.runs], head


def _are_scattered(rows: Sequence[Row], found: Mapping[int, Run]) -> bool:
    """Whether cells stand in several lines, and no two of them in one beside something else: that line is a header."""
    held = [[id(run) in found for run in row.runs] for row in rows]
    return sum(map(any, held)) > 1 and all(all(line) or sum(line) < 2 for line in held)
