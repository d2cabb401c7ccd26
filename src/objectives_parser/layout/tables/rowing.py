"""Lines of text that stand in columns → rows: where one row of the table ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from objectives_parser.document import Word
from objectives_parser.layout.median import median
from objectives_parser.layout.tables.named_heads import named_head
from objectives_parser.layout.tables.named_rows import named_rows
from objectives_parser.layout.tables.paired_rows import paired_rows
from objectives_parser.layout.tables.text_rows import TextRow
from objectives_parser.roles import header_role
from objectives_parser.values import is_date_only

BEGINS_FIGURE = re.compile(r".*\d|[-–—.…:*]|nil$|n\.?/?(?:a\.?)?$", re.IGNORECASE)
"""The first word of a figure."""
NILS = frozenset(("nil", "n", "na"))
"""No other word of letters alone begins a figure."""
FIGURES = 0.5
"""If this share of the cells right of the first column are figures, each line is a row."""
LAST_PAGE = 1500
"""Rising numbers up to this may be pages; above, they are years."""
FULL = 0.7
"""If this share of the lines has text in every column, each line is a row."""
LONGEST_HEAD = 40
"""Characters in the head of a column."""
MANY = 3
LONGEST_NAME, SURE = 3, 0.9
"""Words in the name of one of two columns, and how surely it must be one."""
BAND = 1.4
WIDE_BAND = 2.5
SLIGHT_BAND = 1.15
"""White room between lines this many times the usual parts rows; a slight one only where all lines agree."""


def count_figures(words: Iterable[Word]) -> int:
    """How many of the words may begin a cell of a statistic: no fewer than the words have cells that are figures."""
    texts = [word.text for word in words]
    return sum([text.lower() in NILS if text.isalpha() else BEGINS_FIGURE.match(text) is not None for text in texts])


def has_figures(rows: Sequence[TextRow]) -> bool:
    """Do figures fill most of what stands right of the first column?"""
    cells = sum([1 for row in rows for column in row.texts if column])
    figures = sum([row.figures for row in rows])
    return figures >= 2 and figures >= FIGURES * cells


CLEAR, INNER = 0.6, 0.45
"""Heights of a line: white between rows whose cells are set in the middle is more, between the lines of a cell less."""
SUNK = 0.4
"""Heights of a line: so far below its row's first line does a cell begin that is set in the middle."""


def is_contents(rows: Sequence[TextRow], columns: int) -> bool:
    """Are the lines titles and rising page numbers: a table of contents?"""
    numbers = [row.texts[columns - 1] for row in rows if columns - 1 in row.texts]
    pages = [int(text) for text in numbers if text.isdecimal()]
    rising = pages == sorted(pages) and len(set(pages)) > 2 and pages[-1] < LAST_PAGE
    return columns <= 3 and rising and len(pages) > 0.7 * len(numbers)


def row_borders(rows: Sequence[TextRow]) -> list[float]:
    """The places between lines where a new row begins.

    Statistics have a line a row, but for stubs of several lines. Elsewhere a row ends where the white room across all
    columns is wider than between lines; where lines stand evenly, there is no telling, and all is one row.
    """
    if len(rows) < 2:
        return []
    dated = dates_down(rows)
    centred = centred_starts(rows)
    if centred:
        starts = centred
    elif dated is not None:
        starts = [index for index, row in enumerate(rows) if index and dated in row.texts]
    elif named_pair(rows):
        starts = list(range(1, len(rows)))
    elif names := named_rows(rows) or paired_rows(rows):
        starts = names
    elif has_figures(rows):
        starts = _figure_starts(rows)
    else:
        starts = _stub_starts(rows, band_starts(rows))
        if not starts and is_full(rows):
            starts = [index for index in range(1, len(rows)) if len(rows[index].texts) > 1]
            starts = starts[:1] if any(map(_wraps, rows)) else starts
    head = named_head(rows)
    if head and head not in starts:
        starts = [head, *(start for start in starts if start > head)]
    return [(rows[index - 1].bottom + rows[index].top) / 2 for index in starts]


def _wraps(row: TextRow) -> bool:
    """Whether every text of a line of three columns goes on in small letters: the sentences of the line above do."""
    return len(row.texts) >= MANY and all(text[:1].islower() for text in row.texts.values())


def dates_down(rows: Sequence[TextRow]) -> int | None:
    """Of two columns the one that holds nothing but dates, one beside each thing: `March 2025   Consultation opens`;
    names of the two may stand over them."""
    if max((max(row.texts) for row in rows), default=0) != 1:
        return None
    body = rows[1:] if max(len(text.split()) for text in rows[0].texts.values()) <= LONGEST_NAME else rows
    for column in (0, 1):
        dates = [row for row in body if column in row.texts]
        if len(dates) >= MANY and all(
            len(row.texts) == 2 and len(row.texts[1 - column].split()) > 1 and is_date_only(row.texts[column])
            for row in dates
        ):
            return column if body[0] is dates[0] else None
    return None


def named_pair(rows: Sequence[TextRow]) -> bool:
    """Do names of columns (`Action   Lead`) stand over two columns, and then a thing and what is said of it a line?"""
    names = [rows[0].texts.get(column, "") for column in (0, 1)] if rows and len(rows) > MANY else []
    if not all(names) or any(len(text.split()) > LONGEST_NAME for text in names):
        return False
    if any(set(row.texts) != {0, 1} or not _opens(row.texts[0]) or not _opens(row.texts[1]) for row in rows):
        return False
    roles = [header_role(text) for text in names]
    known = [role.role for role in roles if role is not None and role.strength >= SURE]
    return len(known) == 2 and known[0] != known[1]


def _opens(text: str) -> bool:
    return not text[0].islower()


def is_headed(rows: Sequence[TextRow], columns: int) -> bool:
    """Has the first line, or a bold one below, a short text in every column; in the first it may be missing, over the
    names of rows?"""
    return heads(rows, columns) or any(
        len(row.texts) == columns and max(map(len, row.texts.values())) <= LONGEST_HEAD for row in rows[1:] if row.bold
    )


def heads(rows: Sequence[TextRow], columns: int) -> bool:
    """Whether the first line names the columns, but for one of the names of rows: `Goal`, `Purpose`, `Output 1`."""
    named = rows[0].texts
    if max(map(len, named.values())) > LONGEST_HEAD:
        return False
    if len(named) == columns:
        return True
    if columns <= MANY or len(named) < columns - 1 or 0 in named or not rows[0].bold:
        return False
    stubs = [row.texts[0] for row in rows if 0 in row.texts]
    return len(stubs) >= MANY and all(len(text.split()) <= LONGEST_NAME and text[0].isupper() for text in stubs)


def _stub_starts(rows: Sequence[TextRow], starts: list[int]) -> list[int]:
    """Of the lines under white bands, those that begin a row: with the first column, or with nearly all of many.

    Between items of one cell the room may be as wide as between rows, and a neighbour's item stand beside by chance.
    """
    columns = max(max(row.texts) for row in rows) + 1
    stubs = [index for index in starts if 0 in rows[index].texts]
    if len(stubs) < 2:
        under_bold = heads(rows, columns) and rows[0].bold and not rows[1].bold
        return [1, *starts] if starts and under_bold and 1 not in starts else starts
    begun = [i for i in starts if 0 in rows[i].texts or len(rows[i].texts) >= max(MANY, columns - 1)]
    under_head = heads(rows, columns) and len(rows[1].texts) > 1 and 0 in rows[1].texts
    return [1, *begun] if under_head and 1 not in begun else begun


def is_full(rows: Sequence[TextRow]) -> bool:
    """Have most lines text in all of three columns or more?"""
    columns = max(max(row.texts) for row in rows) + 1
    return columns > 2 and sum(1 for row in rows if len(row.texts) == columns) >= FULL * len(rows)


def band_starts(rows: Sequence[TextRow]) -> list[int]:
    """The lines over which the white room is wider than usual, and which begin more than one column; where it is much
    wider, the first column is enough (a row of one cell).

    A line of nearly all columns counts the room over its own columns, for a text that spans rows ends beside it. Where
    every line of nearly all columns, and no other, stands a little apart from the line before, a little is enough.
    """
    steps = [after.top - before.top for before, after in pairwise(rows)]
    usual = _usual_step(rows, steps)
    columns = max(max(row.texts) for row in rows) + 1
    rich = [index for index in range(1, len(rows)) if len(rows[index].texts) >= max(MANY, columns - 1)]
    apart = [index for index, step in enumerate(steps, start=1) if step > SLIGHT_BAND * usual]
    if len(rich) > 1 and rich == apart:
        return rich
    own = _steps_by_column(rows)
    starts = {index for index in rich if own[index - 1] > BAND * usual}
    for index, step in enumerate(steps, start=1):
        if step > BAND * usual and (len(rows[index].texts) > 1 or (step > WIDE_BAND * usual and rows[index].stub_only)):
            starts.add(index)
    return sorted(starts)


def tight_starts(rows: Sequence[TextRow]) -> list[int]:
    """The lines where rows begin that stand a little apart, between lines of cells that do not: in the first column and
    in another one a text begins a little further down than the next line of the one above it would. Where every line
    has a text in each of three columns, none of them in small letters, each is a row."""
    columns = max(max(row.texts) for row in rows) + 1
    if columns >= MANY and all(len(row.texts) == columns and all(map(_opens, row.texts.values())) for row in rows):
        return list(range(1, len(rows)))
    steps = [after.top - before.top for before, after in pairwise(rows)]
    usual = _usual_step(rows, steps)
    last: dict[int, float] = {}
    starts = []
    for index, row in enumerate(rows):
        apart = [column for column in row.texts if row.top - last.get(column, row.top) > SLIGHT_BAND * usual]
        fresh = [column for column in row.texts if column not in last]
        if index and 0 in apart and len(apart) + len(fresh) > 1:
            starts.append(index)
        last.update((column, row.top) for column in row.texts)
    parts = [rows[low:high] for low, high in pairwise([0, *starts, len(rows)])]
    begun = all(_opens(part[0].texts.get(0, "A")) for part in parts)
    rich = [
        len({column for row in part for column in row.texts}) >= columns - 1 for part in parts if not _is_name(part)
    ]
    return starts if begun and len(rich) >= MANY and 3 * sum(rich) >= 2 * len(rich) else []


def centred_starts(rows: Sequence[TextRow]) -> list[int]:
    """The lines under white bands where cells are set in the middle of their rows: each band parts lines with a text in
    the first column and in others, which in some stands below the first line. Empty where no cell is set so."""
    height = median([row.bottom - row.top for row in rows])
    starts, foot = [], rows[0].bottom
    for index, row in enumerate(rows[1:], start=1):
        white = row.top - foot
        if white > CLEAR * height:
            starts.append(index)
        elif white > INNER * height:
            return []
        foot = max(foot, row.bottom)
    parts = [rows[low:high] for low, high in pairwise([0, *starts, len(rows)])]
    whole = [part for part in parts if _is_row(part)]
    if len(whole) < MANY or any(not _is_row(part) and not _is_name(part) for part in parts) or whole[0] is not parts[0]:
        return []
    sunk = sum(0 not in part[0].texts or _is_sunk(part, height) for part in whole)
    return starts if 4 * sunk >= len(whole) else []


def _is_name(part: Sequence[TextRow]) -> bool:
    """Whether a line over rows names them: `B. Corporate objectives`, in the first column alone or beyond it."""
    return len(part) == 1 and (part[0].stub_only or part[0].crossing)


def _is_sunk(part: Sequence[TextRow], height: float) -> bool:
    """Whether a cell of a row stands in its middle: as far below its first line as above its last."""
    top, bottom = min(row.top for row in part), max(row.bottom for row in part)
    for column in {column for row in part for column in row.texts}:
        own = [row for row in part if column in row.texts]
        above, below = min(row.top for row in own) - top, bottom - max(row.bottom for row in own)
        if above > SUNK * height and abs(above - below) < SUNK * height:
            return True
    return False


def is_centred(rows: Sequence[TextRow], columns: int) -> bool:
    """Are the lines of three columns and more rows whose cells are set in the middle, under a head in bold that names
    all columns but one at most: most rows have a text in nearly all of them?"""
    starts = centred_starts(rows) if columns >= MANY and rows[0].bold else []
    parts = [rows[low:high] for low, high in pairwise([0, *starts, len(rows)])]
    full = [len({column for row in part for column in row.texts}) >= columns - 1 for part in parts]
    return len(starts) > 1 and full[0] and all(row.bold for row in parts[0]) and 3 * sum(full) >= 2 * len(full)


def _is_row(lines: Sequence[TextRow]) -> bool:
    columns = {column for line in lines for column in line.texts}
    return 0 in columns and len(columns) > 1


def _steps_by_column(rows: Sequence[TextRow]) -> list[float]:
    """How far each line, the first apart, stands from the last text over it in its own columns; nothing over it: 0."""
    last: dict[int, float] = {column: rows[0].top for column in rows[0].texts}
    steps = []
    for row in rows[1:]:
        steps.append(min(row.top - last.get(column, row.top) for column in row.texts))
        last.update((column, row.top) for column in row.texts)
    return steps


def row_bands(rows: Sequence[TextRow]) -> list[int]:
    """The lines under white bands, if a band parts every two rows: what follows the first line of a row is the rest of
    its texts, in small letters and in fewer columns. Empty where the bands only part groups of rows."""
    starts = band_starts(rows)
    begins = {0, *starts}
    if len(starts) < 2 or any(0 not in rows[index].texts for index in starts):
        return []
    rests = [(rows[index - 1], rows[index]) for index in range(1, len(rows)) if index not in begins]
    poor = sum(len(row.texts) < len(before.texts) and not row.texts.get(0, "a")[:1].isupper() for before, row in rests)
    return starts if rests and poor * 10 >= 8 * len(rests) else []


def _usual_step(rows: Sequence[TextRow], steps: Sequence[float]) -> float:
    """The step from line to line inside a paragraph: the lower quarter of the steps, but at least a line's height."""
    low = sorted(steps)[len(steps) // 4]
    return max(low, 0.9 * median(row.bottom - row.top for row in rows))


def _figure_starts(rows: Sequence[TextRow]) -> list[int]:
    first = next((index for index, row in enumerate(rows) if row.figures), 0)
    starts = [index for index in range(1, first) if rows[index - 1].crossing]
    if first:
        starts.append(first)
    starts += [index for index in range(first + 1, len(rows)) if not _goes_on(rows[index - 1], rows[index])]
    return starts


def _goes_on(before: TextRow, row: TextRow) -> bool:
    """Is the line the rest of the stub before it ("Number of financial / companies …"), or the figures for it?"""
    stub = row.texts.get(0, "")
    near = row.top - before.bottom < 0.6 * (row.bottom - row.top)
    if not near or not stub:
        return False
    return (stub[0].islower() or stub[0] == "(") and (row.stub_only or before.stub_only)
