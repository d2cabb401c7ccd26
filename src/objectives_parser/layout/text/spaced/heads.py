"""Header lines of tables laid out by blanks: a few lines whose runs, taken together column by column, name columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_

import attrs

from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.groups import BODY, name_groups
from objectives_parser.layout.text.spaced.rivers import parted
from objectives_parser.layout.text.spaced.rows import WIDE, Row, Run, run_of, x0, x1
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import HeaderRole, header_role, printed_label

MOST_LINES = 6
LONGEST, SHORT = 12, 2
MOST_STRAGGLERS, MOST_PERIODS = 3, 12
SURE = 0.6
FULL = 0.8
PERIOD = re.compile(r"(?:Year |Yr |Q|FY ?)?\d{1,4}(?:[-–/]\d{2,4})?|Year|Yr", re.IGNORECASE)
"""A column of a timeline; it may be one of many, and says nothing against the others' names."""
SERIES = re.compile(r"(Q|H|FY ?|(?=20))([1-4]|\d{2,4}(?:[-–/]\d{2,4})?)(?= |$)")
_OPEN = frozenset(
    ["a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "including"]
)
_FIELD = re.compile(r"[a-z]\w*")
COUNTED = frozenset({"target", "baseline", "note"})


@attrs.frozen(kw_only=True, eq=False)
class Head:
    """Header rows ``first`` to ``last`` of a page, and the extents of the header cells."""

    first: int
    last: int
    extents: tuple[tuple[int, int], ...]
    sure: int
    states: bool = True
    """Whether a column is one of statements."""


def head_at(rows: Sequence[Row], at: int, inside: Head | None = None) -> Head | None:
    """The header that begins with the row; ``inside`` a table only one that names nearly all columns, one of them a
    column of statements (`Q1 2027 | Met | N/A` are values), or the same."""
    head = _head_at(rows, at)
    if head is None or inside is None:
        return head
    whole = head.sure >= FULL * len(head.extents) and len(head.extents) > 2 and head.states
    return head if whole or head_text(rows, head) == head_text(rows, inside) else None


def head_text(rows: Sequence[Row], head: Head) -> str:
    return " ".join(row.text for row in rows[head.first : head.last + 1]).casefold()


def head_rows(rows: Sequence[Row], edge: int) -> set[int]:
    """The identities of the rows that may be header rows, so many from a page's head or foot."""
    found: set[int] = set()
    at = 0
    while at < len(rows):
        if at >= edge:
            at = max(at, len(rows) - edge - MOST_LINES)
        head = _head_at(rows, at)
        if head is not None:
            found.update(id(row) for row in rows[at : head.last + 1])
        at = head.last + 1 if head is not None else at + 1
    return found


def _head_at(rows: Sequence[Row], at: int) -> Head | None:
    """The best header that begins with the row: the most columns named for sure, with the fewest lines."""
    if SERIES.match(rows[at].text) and (head := _periods_over_figures(rows, at)) is not None:
        return head
    best: Head | None = None
    opens = _may_begin(rows[at].runs[0].words[0].text) or _as_fields(rows[at].runs)
    if not opens or (len(rows[at].runs) < 2 and not _may_open(rows, at)):
        return None
    if _is_labelled_statement(rows[at]):
        return None
    lone = len(rows[at].runs) == 1
    if lone and _is_title_over(rows, at, _head_at(rows, at + 1)):
        return None
    least = len(rows[at + 1].runs) if lone else 0
    for end in range(at, min(at + MOST_LINES, len(rows))):
        if end > at and rows[end].blanks > 1:
            break
        head = _head(rows, at, end)
        if head is not None and len(head.extents) >= least and (best is None or head.sure > best.sure):
            best = head
    if best is None or _begins_lower(rows, best) or _is_under_groups(rows, best):
        return None
    return _with_stragglers(rows, best)


def _begins_lower(rows: Sequence[Row], head: Head) -> bool:
    """Whether the lines below an empty one name the columns as surely without what stands over them (`Name  John Hill
    Department  Parks` over `No.  Objective  Measure`)."""
    apart = (at for at in range(head.first + 1, head.last + 1) if rows[at].blanks)
    lower = (_head_at(rows, at) for at in apart)
    return any(below is not None and below.sure >= head.sure for below in lower)


def _is_under_groups(rows: Sequence[Row], head: Head) -> bool:
    """Whether the header begins below names of groups of its columns (`What          How and when` over `Action   Lead
    By when`)."""
    for first in range(head.first + 1, head.last + 1):
        named = name_groups(rows[head.first : first], rows[first : head.last + 1 + BODY], head.last - first)
        below = _head_at(rows, first) if named else None
        if below is not None and below.last >= head.last:
            return True
    return False


def _periods_over_figures(rows: Sequence[Row], at: int) -> Head | None:
    """`FY 2026   FY 2027` over `Target   12   15`: periods alone, over a line that begins left of them with what is
    counted, and figures."""
    if at + 1 >= len(rows) or len(rows[at + 1].words) < 2:
        return None
    row, below = rows[at], rows[at + 1]
    periods = [part for run in row.runs for part in _periods_apart(run)]
    said = header_role(below.words[0].text)
    if len(periods) < 2 or said is None or said.role not in COUNTED or x1(below.words[0]) > row.low:
        return None
    if not all(PERIOD.fullmatch(part.text) for part in periods) or below.words[1].text[-1].isalpha():
        return None
    extents = ((below.low, x1(below.words[0])), *((part.low, part.high) for part in periods))
    return Head(first=at, last=at, extents=extents, sure=len(extents))


def _is_labelled_statement(row: Row) -> bool:
    """`Outcome 1          Citizens receive …`: a label with its number, beside what it labels, names no column."""
    if len(row.runs) != 2 or not row.runs[0].text[-1].isdigit():
        return False
    label, said = printed_label(row.runs[0].text), header_role(row.runs[1].text)
    numbered = label is not None and label.kind == "word" and label.end >= len(row.runs[0].text)
    return numbered and (said is None or said.strength < SURE)


def _is_title_over(rows: Sequence[Row], at: int, below: Head | None) -> bool:
    """Whether a lone line over a header is its title: it stands over its cells, or between them where the body's lines
    run on (`Milestone Summary` over `Key Milestone            Due Date`)."""
    if below is None:
        return False
    row = rows[at]
    if any(run.low < row.high and run.high > row.low for run in rows[at + 1].runs):
        return True
    body = [run for line in rows[below.last + 1 : below.last + 1 + BODY] for run in line.runs]
    beneath = [run for run in body if run.low < row.high and run.high > row.low]
    left = max((high for _, high in below.extents if high <= row.low), default=0)
    return bool(beneath) and all(run.low < left for run in beneath)


def _with_stragglers(rows: Sequence[Row], head: Head) -> Head:
    """The header with its cells that are set lower than the others, each alone: `RAG rating`, turned on its side."""
    for number, row in enumerate(rows[head.last + 1 : head.last + 1 + MOST_PERIODS]):
        role = header_role(row.text) if len(row.runs) == 1 and len(row.words) <= 3 else None
        if number >= MOST_STRAGGLERS and (role is None or role.role != "period"):
            break
        beside = all(row.high <= low or row.low >= high for low, high in head.extents)
        if role is None or role.strength < SURE or not beside:
            break
        extents = tuple(sorted([*head.extents, (row.low, row.high)]))
        head = attrs.evolve(head, last=head.last + 1, extents=extents, sure=head.sure + 1)
    return head


def _may_open(rows: Sequence[Row], at: int) -> bool:
    """`Reporting` over `Milestone  Measurement  Mechanism  Target Date`: a line of one short run above a longer one; or
    the upper of two lines around a cell of one."""
    row = rows[at]
    if _stand_around(rows[at : at + 3]):
        return True
    if at + 1 >= len(rows) or len(rows[at + 1].runs) < 2 or rows[at + 1].blanks:
        return False
    inside = rows[at + 1].low + 3 < row.low and row.high <= rows[at + 1].high + 3
    return inside and (len(row.words) <= 3 or _each_over_one(row, rows[at + 1]))


def _stand_around(rows: Sequence[Row]) -> bool:
    """Whether the first and the third of three lines are over each other, and the second beside them: at the left, or
    at both sides if the two name a column together."""
    if len(rows) < 3 or any(row.blanks for row in rows[1:]):
        return False
    upper, beside, lower = rows
    if len(upper.runs) > 1 or len(lower.runs) > 1 or upper.low >= lower.high or lower.low >= upper.high:
        return False
    low, high = min(upper.low, lower.low), max(upper.high, lower.high)
    if len(beside.runs) == 1:
        return beside.high + WIDE <= low
    role = _role((*upper.words, *lower.words))
    return role is not None and role.strength >= SURE and all(run.high < low or run.low > high for run in beside.runs)


def _each_over_one(row: Row, below: Row) -> bool:
    """`Year Year Year` over `1   2   3`: each word over another run."""
    over = [
        [at for at, run in enumerate(below.runs) if run.low < x1(word) and run.high > x0(word)] for word in row.words
    ]
    places = [found[0] for found in over if len(found) == 1]
    return len(places) == len(row.words) == len(set(places))


def _head(rows: Sequence[Row], first: int, last: int) -> Head | None:
    """The header that the lines are, their runs cut where words of two lines begin if that names more columns."""
    band = rows[first : last + 1]
    whole = _named(band, [run for row in band for run in row.runs], first)
    if len(band) == 1:
        return whole or _named(band, [part for run in band[0].runs for part in _periods_apart(run)], first)
    runs = list(_cut_runs(band))
    cut = _named(band, runs, first) if len(runs) > sum(len(row.runs) for row in band) else None
    return cut if cut is not None and (whole is None or _surer(cut, whole)) else whole


def _surer(cut: Head, whole: Head) -> bool:
    """More columns are named for sure, and no more stay without a name."""
    return 2 * cut.sure - len(cut.extents) > 2 * whole.sure - len(whole.extents)


def _named(band: Sequence[Row], runs: Sequence[Run], first: int) -> Head | None:
    columns = columns_of(runs)
    if len(columns) < 2:
        return None
    as_fields = _as_fields(runs)
    texts: list[str] = []
    for column in columns:
        text = " ".join(run.text for run in column)
        texts.append(text.replace("_", " ").capitalize() if as_fields else text)
        if not _may_name(texts[-1]):
            return None
    if len({text.casefold() for text in texts}) == 1:
        return None  # `Objectives            Objectives`: captions over lists side by side, as on cards
    roles = [header_role(text) for text in texts]
    sure = [role for role in roles if role is not None and role.strength >= SURE]
    named = {role.role for role in sure} - {"period", "note"}
    counted = sum(PERIOD.fullmatch(text) is None for text in texts)
    if len(sure) < 2 or len(sure) * 2 < counted or not named:
        return None
    if not named & STATEMENTS and len(named) < 2 and not (named and _are_facts(texts, roles)):
        return None
    extents = tuple((min(run.low for run in column), max(run.high for run in column)) for column in columns)
    states = bool(named & STATEMENTS)
    return Head(first=first, last=first + len(band) - 1, extents=extents, sure=len(sure), states=states)


def _as_fields(runs: Sequence[Run]) -> bool:
    """`goal_number   goal   lead_department`: names of fields as programs write them, a word each."""
    return any("_" in run.text for run in runs) and all(_FIELD.fullmatch(run.text) for run in runs)


def _are_facts(texts: Sequence[str], roles: Sequence[HeaderRole | None]) -> bool:
    """`Lead          Partners`: nothing but names of columns, of a word or two."""
    short = all(len(text.split()) <= SHORT for text in texts) and len({*(role and role.role for role in roles)}) > 1
    return short and all(role is not None and role.strength >= 1.0 for role in roles)


def _periods_apart(run: Run) -> Iterator[Run]:
    """`Responsible Q1 Q2 Q3 Q4`, `FY 2025 Actual FY 2026 Target`: a run of several periods of one kind, one later than
    the other, cut before each."""
    texts = [word.text for word in run.words]
    found = [
        SERIES.match(" ".join(texts[at : at + 2])) if not at or texts[at - 1] != "FY" else None
        for at in range(len(texts))
    ]
    periods = [match.groups() for match in found if match is not None]
    if len(periods) < 2 or any(a[0] != b[0] or a[1] >= b[1] for a, b in pairwise(periods)):
        yield run
        return
    cuts = [at for at, match in enumerate(found) if match is not None]
    for start, end in pairwise(sorted({0, *cuts, len(texts)})):
        yield run_of(run.words[start:end])


def _cut_runs(band: Sequence[Row]) -> Iterator[Run]:
    """The runs of header lines, cut where words of two lines begin at one place and no line has a word across it:
    `Milestone Milestone Change` over `Due Date status`."""
    begun = Counter(low + off for row in band for low in row.starts for off in (-1, 0, 1))
    inside = reduce(or_, (row.inside for row in band))
    for row in band:
        first = 0
        for run in row.runs:
            starts = row.starts[first : first + len(run.words)]
            first += len(run.words)
            cuts = [at for at, low in enumerate(starts) if at and begun[low] > 1 and not inside >> low & 1]
            if not cuts:
                yield run
                continue
            for start, end in pairwise([0, *cuts, len(run.words)]):
                yield run_of(run.words[start:end])


def _may_begin(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit() or text[0] in "#%(“\"'‘/"


def _may_name(text: str) -> bool:
    """A header cell begins with a capital, a figure or a sign, not inside a sentence or with a bullet; it does
    not stop before the end of a phrase, and its brackets are closed."""
    if not _may_begin(text) or text.count("(") != text.count(")") or len(text.split()) > LONGEST:
        return False
    if text.split()[-1].casefold() not in _OPEN:
        return True
    role = header_role(text)  # `Assigned To`
    return role is not None and role.strength >= 1.0


def columns_of(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs of consecutive lines → columns: those that stand over each other, each in reading order."""
    columns: list[list[Run]] = []
    high = 0
    for run in sorted(runs, key=lambda run: run.low):
        if columns and run.low < high:
            columns[-1].append(run)
            high = max(high, run.high)
        else:
            columns.append([run])
            high = run.high
    return [sorted(column, key=lambda run: run.words[0].start) for column in columns]


def head_end(rows: Sequence[Row], head: Head, places: Sequence[float]) -> int:
    """The last header row once the rivers are known: `Due Date  Status  from last` under `Milestone Milestone Change`
    goes on with it, a line of the body does not."""
    cells: list[tuple[Word, ...]] = [()] * (len(places) + 1)
    for row in rows[head.first : head.last + 1]:
        cells = [(*cell, *more) for cell, more in zip(cells, parted(row.words, places), strict=True)]
    last = head.last
    for at in range(head.last + 1, min(head.first + MOST_LINES, len(rows))):
        more = parted(rows[at].words, places)
        if (
            rows[at].blanks
            or (more[0] and not _is_rest(rows, at, more))
            or not _goes_on(cells, more)
            or _is_below_all(rows[head.first : at], more)
        ):
            break
        cells = [(*cell, *part) for cell, part in zip(cells, more, strict=True)]
        last = at
    return last


def _is_rest(rows: Sequence[Row], at: int, more: Sequence[tuple[Word, ...]]) -> bool:
    """Whether a line is what is left of the first column's header cell, `of direct relevance`, and an empty one parts
    it from the body."""
    first = more[0][0].text
    apart = at + 1 < len(rows) and rows[at + 1].blanks > 0
    return apart and not any(more[1:]) and len(first) > 1 and first.isalpha() and first.islower()


def _is_below_all(head: Sequence[Row], more: Sequence[tuple[Word, ...]]) -> bool:
    """Whether a line begins the body's first row, not the last line of a header cell, for that would stand further
    below the line of the most header cells than it began above it: cells are set in the middle of their row."""
    main = max(range(len(head)), key=lambda at: len(head[at].runs))
    fresh = all(part[0].text[:1].isupper() for part in more if part)
    return 0 < main < len(head) - main and fresh and len(head[main].runs) > 2


def _goes_on(cells: Sequence[tuple[Word, ...]], more: Sequence[tuple[Word, ...]]) -> bool:
    full = [(cell, part) for cell, part in zip(cells, more, strict=True) if part]
    if not full or any(not cell or len(part) > 3 for cell, part in full):
        return False
    good = sum(
        part[0].text[:1].islower() or cell[-1].text.endswith(("-", "–")) or _says_more(cell, part)
        for cell, part in full
    )
    return good * 2 >= len(full)


def _says_more(cell: tuple[Word, ...], part: tuple[Word, ...]) -> bool:
    """`Milestone` and below it `Due Date`: together a header, and another or a surer one than before."""
    before, role = _role(cell), _role((*cell, *part))
    if role is None or role.strength < SURE:
        return False
    return before is None or before.role != role.role or role.strength >= before.strength


def _role(words: Sequence[Word]) -> HeaderRole | None:
    return header_role(" ".join(word.text for word in words))
