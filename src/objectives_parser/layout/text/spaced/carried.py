"""What the pages of a text carry: running heads and feet, page numbers, at the first and last lines of the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Furniture, Line
from objectives_parser.layout.text.spaced.heads import head_rows
from objectives_parser.layout.text.spaced.rows import Row, Run
from objectives_parser.roles import header_role, heading_role, printed_label
from objectives_parser.values import is_value_only, is_year

EDGE = 3
"""Lines from a page's head or foot that may be carried."""
EARLY = 3
MOST = 0.7
"""`Key Milestones` over some of the pages is their title; over nearly all of them it is furniture."""
LEAST_PAGES = 2
SHARE = 0.3
PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|\[]?\s*(\d{1,4}|[ivxlc]{1,6})\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—|\]]?$", re.IGNORECASE
)
DIGITS = re.compile(r"\d+")
_SAID = frozenset(("note", "status"))
_FIELDS = _SAID | {"due", "start"}
"""On a page alone this is the year in a table's last cell (`Treasury`, `2027`) before it is a number."""


def without_furniture(pages: Sequence[Sequence[Row]]) -> list[tuple[list[Row], list[Furniture]]]:
    """Each page's rows without what it carries, and what it carries."""
    repeated = _repeated(pages)
    offsets = _number_offsets(pages)
    lone = len([page for page in pages if page]) == 1
    found = [_split(page, at, repeated, offsets, lone=lone) for at, page in enumerate(pages)]
    for (before, _), page, (kept, _) in zip(found, pages, found[1:], strict=False):
        if before and kept and _ends_early(before, page):
            kept[0] = attrs.evolve(kept[0], fresh=True)
    return found


def _ends_early(kept: Sequence[Row], page: Sequence[Row]) -> bool:
    """Whether empty lines stand between the page's text and its foot: a new page was wanted, not needed."""
    foot = next((row for row in page if row.y > kept[-1].y), None)
    return foot is not None and foot.blanks >= EARLY


def _split(
    page: Sequence[Row], at: int, repeated: frozenset[str], offsets: frozenset[int], *, lone: bool
) -> tuple[list[Row], list[Furniture]]:
    kept: list[Row] = []
    carried: list[Furniture] = []
    edge = _edge(page)
    for row in page:
        runs = list(row.runs)
        if id(row) in edge:
            if _plain(row.text) in repeated and not (at == 0 and _opens(page, row)):
                carried.append(Furniture(lines=(row.line,), kind="running"))
                continue
            for run in _may_be_numbers(row, lone=lone and not _opens(page, row)):
                if run in runs and _number(run, at) in offsets:
                    runs.remove(run)
                    carried.append(Furniture(lines=(Line(run.words),), kind="page-number"))
        if runs:
            kept.append(attrs.evolve(row, runs=tuple(runs)) if len(runs) < len(row.runs) else row)
    return _with_tops(kept, page), carried


def _with_tops(kept: list[Row], page: Sequence[Row]) -> list[Row]:
    """The rows, the first marked as the page's top where furniture stood above it."""
    if kept and page and not kept[0].top:
        kept[0] = attrs.evolve(kept[0], top=True)
    return kept


def _opens(page: Sequence[Row], row: Row) -> bool:
    """The first line of the document may be its title, which the other pages print again."""
    return bool(page) and page[0] is row


def _edge(page: Sequence[Row]) -> set[int]:
    return {id(row) for row in (*page[:EDGE], *page[-EDGE:])}


def _repeated(pages: Sequence[Sequence[Row]]) -> frozenset[str]:
    """The texts, digits made alike, that stand at the edge of several pages."""
    counts: Counter[str] = Counter()
    announcing: set[str] = set()
    for page in pages:
        heads = head_rows(page, EDGE)
        heads |= _stacked_heads(page)
        edge = [row for row in (*page[:EDGE], *page[-EDGE:]) if id(row) not in heads]
        over = {id(row) for row in page[:EDGE]}  # a label at a page's foot has nothing to name
        counts.update({_plain(row.text) for row in edge if _may_repeat(row, _FIELDS if id(row) in over else _SAID)})
        announcing.update(_plain(row.text) for row in edge if _announces(row.text))
    full = len([page for page in pages if page])
    least = max(LEAST_PAGES, SHARE * full)
    found = frozenset(
        text for text, count in counts.items() if count >= least and (text not in announcing or count >= MOST * full)
    )
    inside = Counter(text for page in pages for row in page[EDGE:-EDGE] if (text := _plain(row.text)) in found)
    under = Counter(text for page in pages for text in _under_titles(page, found))
    return frozenset(
        text
        for text in found
        # a form's label stands anywhere, or under the title of each page
        if header_role(text.title()) is None or (inside[text] <= counts[text] and 2 * under[text] <= counts[text])
    )


def _under_titles(page: Sequence[Row], repeated: frozenset[str]) -> Iterator[str]:
    """The texts at a page's head that may be printed again and stand right under what is the page's own, and name what
    is stated below or a date there."""
    for above, row, below in zip(page[:EDGE], page[1:EDGE], page[2:], strict=False):
        own = _plain(above.text) not in repeated and printed_label(above.text) is not None
        if own and _plain(row.text) in repeated and (_announces(row.text) or any(map(str.isdigit, below.text))):
            yield _plain(row.text)


def _stacked_heads(page: Sequence[Row]) -> set[int]:
    """The last line at the page's head that is a table's first header cell, the others one under the other below it:
    every page that the table goes on over prints it."""
    if len(page) <= EDGE or not _is_head(page[EDGE - 1]):
        return set()
    return {id(page[EDGE - 1])} if sum(map(_is_head, page[EDGE : 2 * EDGE + 1])) >= 2 else set()


def _is_head(row: Row) -> bool:
    return len(row.text.split()) <= 3 and header_role(row.text) is not None


def _may_repeat(row: Row, fields: frozenset[str]) -> bool:
    """Whether a line may be furniture where it is printed again, as names of some ``fields`` may not be. A labelled
    statement is printed again as well, and is no furniture; numbers alone are told by their counting (`2023)` is a
    cell's last line), and a lone bullet is that of an item cut off."""
    text = row.text
    if text.isdecimal() or not any(map(str.isalnum, text)) or (text[-1] == ")" and not any(map(str.isalpha, text))):
        return False
    figures = any(map(str.isdigit, text))
    if len(text.split()) <= 2 and not figures and (is_value_only(text) or _names_field(text, fields)):
        return False  # `N/A`, `Comments`: a table's last cell and column
    label = printed_label(text)
    return label is None or label.kind != "word" or label.role is None


def _names_field(text: str, fields: frozenset[str]) -> bool:
    role = header_role(text)
    return role is not None and role.strength >= 1.0 and role.role in fields


def _announces(text: str) -> bool:
    role = heading_role(text)
    return role is not None and role.role in ("objective", "measure", "milestone", "action")


def _plain(text: str) -> str:
    return DIGITS.sub("#", " ".join(text.casefold().split()))


def _number(run: Run, page: int) -> int | None:
    """How far the page number that the run is stands from the page's place; None if it is none."""
    match = PAGE_NUMBER.match(run.text)
    return int(match.group(1)) - page if match and match.group(1).isdecimal() else None


def _may_be_numbers(row: Row, *, lone: bool) -> tuple[Run, ...]:
    """The runs at a row's ends that may number its page. Beside other text on a ``lone`` page, but for its first line,
    any number is a cell's."""
    if len(row.runs) == 1:
        return () if lone and is_year(row.text) else (row.runs[0],)
    return () if lone else (row.runs[-1], row.runs[0])


def _number_offsets(pages: Sequence[Sequence[Row]]) -> frozenset[int]:
    """The offsets by which numbers at the pages' edges run with the pages."""
    counts: Counter[int] = Counter()
    full = len([page for page in pages if page])
    for at, page in enumerate(pages):
        edge = (*page[:EDGE], *page[-EDGE:])
        found = {
            _number(run, at) for row in edge for run in _may_be_numbers(row, lone=full == 1 and row is not page[0])
        }
        counts.update(offset for offset in found if offset is not None)
    least = 1 if full == 1 else max(2, full // 3)
    return frozenset(offset for offset, count in counts.items() if count >= least)
