"""Where a table on a page ends: before a line over its columns, another header, or text that stands apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from objectives_parser.layout.text.spaced.heads import MOST_LINES, Head, head_at
from objectives_parser.layout.text.spaced.rowing import CODE
from objectives_parser.layout.text.spaced.rows import Row, x0
from objectives_parser.layout.text.spaced.unmarked import announces
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role, printed_label

LONGEST_SECTION = 14
LEAST_HEADING = 2
MOST_TITLES = 3
"""Lines between a heading and the header of a table under it."""
MOST_SECTIONS = 4
"""Section rows one under the other: a goal, an objective of it."""
BEFORE = 40
"""Lines above a section row in which the columns have shown where they begin."""
FULL_LINE = 0.8
NARROW = 8
"""Characters of a header cell over numbers: `Ref`, `No.`."""
FAR = 4
"""Empty lines behind which a lone run belongs to no table any more."""
SEVERAL = 3
MOST_BAND = 3
"""Lines of a band over a table's rows."""
NUMBER_BELOW = 3
"""Lines under a section row among which a row's number stands, set in the row's middle."""
ASIDE = 1
"""Characters by which a header's first cell may stand in from its column."""
MET = 0.7
LONGEST_NAME, LEAST_SAID, SURE = 4, 2, 0.8


def last_row(rows: Sequence[Row], head: Head) -> int:
    """The last line of the table that begins with the head."""
    last, usual = head.last, 0
    for at in range(head.last + 1, len(rows)):
        row = rows[at]
        lone = len(row.runs) == 1
        if lone and row.blanks >= FAR and not (at == head.last + 1 and _stands_over_rows(rows, at, head)):
            break
        if lone and crosses(row, head.extents) and not _is_section(rows, at, head):
            break
        if lone and row.low < head.extents[0][0] - ASIDE and is_label(row.text) and not _is_inside(rows, head, at):
            break
        if lone and row.blanks > max(1, usual) and row.high > head.extents[1][0] and is_label(row.text):
            break
        if lone and row.blanks > max(1, usual) and at > head.last + 1 and _heads_next(rows, at, head):
            break
        if row.blanks > max(1, usual) and any(map(_opens_form, rows[at : at + 2 if lone else at + 1])):
            break
        usual = max(usual, row.blanks) if at > head.last + 1 else 0
        if not lone and (head_at(rows, at, inside=head) is not None or says_again(rows, at, head)):
            last = _without_titles_of_next(rows, head, last)
            break
        last = at
    return _without_title(rows, head, _without_end(rows, head, last))


def says_again(rows: Sequence[Row], at: int, head: Head) -> bool:
    """Whether the lines from one on have the very words of a table's header."""
    if head.last < 0:
        return False
    said = Counter(word.text for row in rows[head.first : head.last + 1] for word in row.words)
    found: Counter[str] = Counter()
    for row in rows[at : at + MOST_LINES]:
        found.update(word.text for word in row.words)
        if found == said or any(found[text] > said[text] for text in found):
            return found == said
    return False


def _heads_next(rows: Sequence[Row], at: int, head: Head) -> bool:
    """Whether a line apart from those over it heads what follows the table: it begins left of the header's cells, which
    stand in from the text around them, or it is a numbered heading over text or over another header."""
    row = rows[at]
    begins = row.text[0].isupper() or row.text[0].isdigit()
    if row.low > head.extents[0][0] or len(row.words) < LEAST_HEADING or not begins:
        return False
    below = rows[at + 1] if at + 1 < len(rows) else None
    if row.low < head.extents[0][0] and (below is None or below.low <= row.low or len(below.runs) > SEVERAL - 1):
        return True
    label = printed_label(row.text)
    if label is None or label.kind != "number" or label.end >= len(row.text) or below is None:
        return False
    near = range(at + 1, min(at + 1 + MOST_TITLES, len(rows)))
    return any(len(rows[place].runs) > 1 and head_at(rows, place) is not None for place in near)


def _is_inside(rows: Sequence[Row], head: Head, at: int) -> bool:
    """Whether a labelled line left of the header's cells belongs to the table all the same: it goes on with the line
    over it, or stands over rows that have a column left of them all (numbers without a name)."""
    below = rows[at + 1 : at + 1 + NUMBER_BELOW]
    left = head.extents[0][0] - ASIDE
    numbered = below[0].low < left or any(row.low < left and len(row.runs) > 1 for row in below) if below else False
    over = numbered and _is_section(rows, at, head)
    return over or _is_wrapped(rows, head, at)


def _is_wrapped(rows: Sequence[Row], head: Head, at: int) -> bool:
    """Whether a line goes on with the full one over it that ends no sentence: `… these aims, and` / `Goal 3 – …`."""
    row, above = rows[at], rows[at - 1]
    if row.blanks or at - 1 <= head.last or row.low != above.low or above.runs[0].text[-1] in ".:!?":
        return False
    lines = rows[max(head.last + 1, at - BEFORE) : at]
    return above.runs[0].high >= FULL_LINE * max(other.runs[0].high for other in lines if other.low == row.low)


def _opens_form(row: Row) -> bool:
    """`SMART goal          By June …`: what stands at the left says what the right is, as in no row of a table."""
    if len(row.runs) != 2 or len(row.runs[0].words) > LONGEST_NAME or len(row.runs[1].words) < LEAST_SAID:
        return False
    role = header_role(row.runs[0].text)
    return role is not None and role.strength >= SURE and role.role in STATEMENTS


def _without_titles_of_next(rows: Sequence[Row], head: Head, last: int) -> int:
    """The last line before what announces the next table: `Efficiency Measures`, or text far below the rows."""
    usual = max((row.blanks for row in rows[head.last + 2 : last + 1] if len(row.runs) > 1), default=0)
    first = last
    while first > head.last + 1 and len(rows[first].runs) == 1 and rows[first].blanks <= usual + 1:
        first -= 1
    if first > head.last + 1 and len(rows[first].runs) == 1:
        return first - 1
    while last > head.last and len(rows[last].runs) == 1 and (announces(rows[last].text) or is_label(rows[last].text)):
        last -= 1
    return last


def _without_end(rows: Sequence[Row], head: Head, last: int) -> int:
    """The last line before what stands lower, apart, and in no columns: `How we will do it` two empty lines below."""
    full = [at for at in range(head.last + 1, last + 1) if len(rows[at].runs) > 1]
    if not full:
        return last
    usual = max((rows[at].blanks for at in full[1:]), default=0)
    left = min(rows[at].low for at in full)
    for at in range(full[-1] + 1, last + 1):
        if rows[at].blanks > usual and rows[at].low <= left + 1:
            return at - 1
    return last


def _without_title(rows: Sequence[Row], head: Head, last: int) -> int:
    """The last line before a title, or a line over the columns, that belongs to the text behind the table."""
    while last > head.last + 1 and len(rows[last].runs) == 1 and crosses(rows[last], head.extents):
        last -= 1
    if last + 1 >= len(rows) or rows[last + 1].blanks or not crosses(rows[last + 1], head.extents):
        return last
    first = last
    while first > head.last + 1 and not rows[first].blanks and len(rows[first].runs) == 1:
        first -= 1
    title = first > head.last + 1 and rows[first].blanks and len(rows[first].runs) == 1
    return first - 1 if title and rows[first].low <= head.extents[0][1] else last


def crosses(row: Row, extents: Sequence[tuple[int, int]]) -> bool:
    """Whether the line is one run that reaches over two header cells, and not full cells side by side, which begin
    where the header cells do, nor a code before its statement (`SO1 Safe homes for all`)."""
    if len(row.runs) > 1 or (len(extents) == 2 and extents[0][1] - extents[0][0] < NARROW and _is_coded(row, extents)):
        return False
    over = [(low, high) for low, high in extents if row.low <= low + 1 and row.high >= high - 1]
    begun = {x0(word) + off for word in row.words for off in (-1, 0, 1)}
    reached = [low for low, _ in extents if row.low < low - 1 < row.high]
    met = sum(low in begun for low in reached)
    return len(over) > 1 and not (met > 1 and met >= MET * len(reached))


def _is_coded(row: Row, extents: Sequence[tuple[int, int]]) -> bool:
    """Whether a line begins with a code that stands under the first header cell, and what it names under the second."""
    first = row.words[0]
    beside = len(row.words) > 1 and abs(row.starts[1] - extents[1][0]) <= extents[1][0] - extents[0][1]
    return abs(row.low - extents[0][0]) <= 1 and beside and CODE.match(first.text) is not None


def _is_section(rows: Sequence[Row], at: int, head: Head) -> bool:
    """A lone crossing line inside the table: lines in columns follow it."""
    if is_label(rows[at].text):
        return rows[at].blanks < 2 and _stands_over_rows(rows, at, head)
    if at + 1 >= len(rows):
        return False
    if len(rows[at].words) > LONGEST_SECTION:
        return _stands_over_row(rows, at, head)
    return not (len(rows[at + 1].runs) == 1 and crosses(rows[at + 1], head.extents))


def _stands_over_row(rows: Sequence[Row], at: int, head: Head) -> bool:
    """Whether a long line, with what is left of it on the next one or two, stands over a row of several cells, each of
    which begins where a header cell does: a band over the whole width that names the rows below it."""
    near = range(at + 1, min(at + 1 + MOST_BAND, len(rows)))
    place = next((near for near in near if len(rows[near].runs) > 1), None)
    if place is None or max(row.blanks for row in rows[at : place + 1]) > 1:
        return False
    begun = {low + off for low, _ in head.extents for off in (-ASIDE, 0, ASIDE)}
    below = rows[place].runs
    return len(below) >= SEVERAL and all(run.low in begun for run in below) and head_at(rows, place) is None


def _stands_over_rows(rows: Sequence[Row], at: int, head: Head) -> bool:
    """`GOAL 1: TRUST` and `Objective 1.1 – …` inside a table: the line below begins where its columns do."""
    near = range(at + 1, min(at + 1 + MOST_SECTIONS, len(rows)))
    place = next((near for near in near if len(rows[near].runs) > 1 or rows[near].blanks > 1), None)
    if place is None or rows[place].blanks > 1 or head_at(rows, place) is not None:
        return False
    below = rows[place]
    if _each_under_one(below, head):
        return True
    begun = {low for low, _ in head.extents}
    begun.update(run.low for row in rows[max(head.last + 1, at - BEFORE) : at] if len(row.runs) > 1 for run in row.runs)
    return sum(any(low + off in begun for off in (-1, 0, 1)) for low in {run.low for run in below.runs}) > 1


def _each_under_one(row: Row, head: Head) -> bool:
    """Whether each of several cells stands under a header cell of its own, which may be set in the column's middle."""
    under = [
        [at for at, (low, high) in enumerate(head.extents) if run.low < high and run.high > low] for run in row.runs
    ]
    return len(under) >= SEVERAL and all(len(over) == 1 for over in under) and len({*map(tuple, under)}) == len(under)


def is_label(text: str) -> bool:
    """Whether a text begins with the label of an objective, an action, … (`Goal 2: …`)."""
    label = printed_label(text)
    return label is not None and label.kind == "word" and label.role is not None
