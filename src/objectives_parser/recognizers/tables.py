"""Tables → drafts: the header says what a column holds, the row what belongs together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Table, Word
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.body_rows import read_above_header, read_body
from objectives_parser.recognizers.chained_cells import with_chain
from objectives_parser.recognizers.coded_kinds import with_coded_kinds
from objectives_parser.recognizers.column_makes import columns_of
from objectives_parser.recognizers.columns import Header, inherit, read_headers, unnamed
from objectives_parser.recognizers.fieldlines import FieldLine
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.recognizers.grouping import with_grouping_column
from objectives_parser.recognizers.header_aims import with_header_aim
from objectives_parser.recognizers.header_rows import (
    body_after,
    first_header,
    heads_section,
    is_alike,
    is_headed,
    is_sectioned,
    keeps_headers,
    prints_headers,
    repeats,
    subject_of,
)
from objectives_parser.recognizers.headless import told_headers
from objectives_parser.recognizers.heads_again import heads_levels
from objectives_parser.recognizers.labelled_rows import with_labels_joined
from objectives_parser.recognizers.naming_rows import section_cell
from objectives_parser.recognizers.open_tables import OpenTable
from objectives_parser.recognizers.outlines import outlined, with_outline_levels, with_section_aims
from objectives_parser.recognizers.policies import with_numbered_policies
from objectives_parser.recognizers.quarters import with_quarters
from objectives_parser.recognizers.repeated_cells import repeated_cells
from objectives_parser.recognizers.row_kinds import table_rows
from objectives_parser.recognizers.rowfields import with_row_fields
from objectives_parser.recognizers.run_on_cells import are_dated
from objectives_parser.recognizers.section_names import without_number
from objectives_parser.recognizers.section_rows import SectionRows
from objectives_parser.recognizers.settling import settle, told_columns
from objectives_parser.recognizers.sister_heads import SisterHeads
from objectives_parser.recognizers.sister_numbers import with_sister_numbers
from objectives_parser.recognizers.turned_tables import with_aims_first
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import STATEMENTS, Kind
from objectives_parser.roles import header_role
from objectives_parser.roles.words import phrase_list


@attrs.frozen(kw_only=True, eq=False)
class TableReading:
    """What a table gave: drafts in reading order, the words of its headers and of its fields' headers, and the words of
    section rows that only group; ``said`` are fields of the aim over the table."""

    drafts: tuple[Draft, ...] = ()
    heading_words: tuple[Word, ...] = ()
    headers: tuple[Header, ...] = ()
    said: tuple[FieldLine, ...] = ()


def read_table(
    table: Table,
    number: int,
    context: Context,
    earlier: Sequence[Header] | None = None,
    announced: Kind | None = None,
    taken: Mapping[str, float] | None = None,
    *,
    timed: bool = False,
    under_aim: bool = False,
    sisters: SisterHeads | None = None,
) -> TableReading:
    """The drafts of a table whose columns have headers; ``earlier`` are the headers of the table before it, for one
    that goes on without its own or leaves one empty; ``announced`` is the kind that the heading above names; ``taken``
    says of `Measure` headers how much they name what is measured, ``timed`` that the heading above names times,
    ``under_aim`` that the line over the table is an aim by its label; ``sisters`` has the headers of other tables,
    for one without any."""
    table = with_aims_first(with_labels_joined(table, context), context.vocabulary)
    rows = table_rows(table, context.vocabulary)
    opened = OpenTable(table=table, number=number, context=context, dated=are_dated(table))
    opened.chained = heads_levels(rows, context.vocabulary)
    if earlier is not None and keeps_headers(rows, earlier, table, context):
        opened.headers = tuple(earlier)
    if opened.headers is None and not is_headed(rows) and sisters is not None:
        opened.headers = sisters.headers_for(number, table, rows)
    if opened.headers is None and not is_headed(rows):
        opened.headers = told_headers(table, rows, announced, timed=timed, under_aim=under_aim)
    if opened.headers is None and not is_headed(rows) and sisters is not None:
        opened.headers = sisters.told_for(number, table, rows)
    if opened.headers is None and not is_headed(rows):
        return TableReading()
    _Reader(opened=opened, rows=rows, earlier=earlier, announced=announced, taken=taken or {}).read()
    return _reading(opened)


@attrs.frozen(kw_only=True, eq=False)
class _Reader:
    """A table's rows in their order: header rows change what holds for those below, section and body rows add to it."""

    opened: OpenTable
    rows: Sequence[Row]
    earlier: Sequence[Header] | None
    announced: Kind | None
    taken: Mapping[str, float]

    def read(self) -> None:
        """Reads the rows, each as what it is."""
        opened, rows = self.opened, self.rows
        sections = SectionRows(opened, rows)
        sectioned = is_sectioned(rows, opened.table.columns, opened.context)
        early = [row for row in rows if row.kind == "body" and row.number < first_header(rows)]
        if early and opened.headers is None and self._heads_below(early, sectioned):
            early = []
        at = 0
        while at < len(rows):
            row = rows[at]
            at += 1
            if row.kind == "header":
                heads = [row, *takewhile(lambda other: other.kind == "header", rows[at:])]
                at += len(heads) - 1
                self._read_headers(heads, [*early, *body_after(rows, at)], sectioned)
                for above in early:
                    if not sections.says_of_aim(above):
                        read_above_header(opened, above)
                early = []
            elif row.kind == "section":
                sections.read(row)
            elif row.kind == "body" and not prints_headers(row, opened.headers or ()):
                read_body(opened, row)

    def _heads_below(self, early: Sequence[Row], sectioned: bool) -> bool:
        """Whether the first header row stands over the rows above it as well: an excerpt begins inside a table whose
        next page prints its header again. It holds from the first row on, then."""
        rows, columns = self.rows, self.opened.table.columns
        start = next(at for at, row in enumerate(rows) if row.kind == "header")
        heads = list(takewhile(lambda row: row.kind == "header", rows[start:]))
        fresh = read_headers(heads, columns, self.opened.context.vocabulary)
        if len(early) < _FEWEST_ABOVE or any(cell.column_span > 1 for row in early for cell in filled(row.cells)):
            return False
        body = [*early, *body_after(rows, start + len(heads))]
        if not columns_of(early, columns).fit_under([header.role for header in self._settled(fresh, None, body)]):
            return False
        self._read_headers(heads, body, sectioned)
        self.opened.category = None
        return True

    def _read_headers(self, rows: Sequence[Row], body: Sequence[Row], sectioned: bool) -> None:
        """Settles the headers that hold for the rows below, and opens the section that they name."""
        opened = self.opened
        fresh = read_headers(rows, opened.table.columns, opened.context.vocabulary)
        first = opened.headers is None
        before = opened.headers or (self.earlier if is_alike(fresh, self.earlier) else None)
        opened.headers = with_header_aim(opened, rows, self._settled(fresh, before, body), body)
        opened.repeated = repeated_cells(body, opened.headers)
        for header in fresh:
            opened.heading_words.extend(header.words)
        subject = subject_of(fresh)
        sisters = sectioned or (before is not None and before is self.earlier and not repeats(fresh, before))
        if subject is not None and heads_section(subject, first=first, sisters=sisters):
            opened.category = Passage(without_number(subject.text), subject.words)
        elif not first and not repeats(fresh, opened.headers):
            opened.category = None

    def _settled(
        self, fresh: Sequence[Header], before: Sequence[Header] | None, body: Sequence[Row]
    ) -> tuple[Header, ...]:
        """The headers with what the table before, the heading above and the cells below tell of them."""
        vocabulary = self.opened.context.vocabulary
        named = inherit(fresh, before)
        headers = settle(named, body, vocabulary, self.taken)
        told = told_columns(named, headers, body)
        if told is not None:
            headers = settle(told, body, vocabulary, self.taken)
        if any(_METHODS.match(header.text) for header in headers) and self._acts_above():
            headers = tuple(
                attrs.evolve(header, role="note") if _METHODS.match(header.text) else header for header in headers
            )
        headers = with_section_aims(outlined(headers, body, vocabulary), self.rows, vocabulary)
        headers = unnamed(headers, self.earlier, self.announced, body)
        return with_grouping_column(headers, body)

    def _acts_above(self) -> bool:
        """Whether a row over the width of the table bears the label of an action (`Change idea #1`): a column of
        methods says how it is done."""
        sections = (section_cell(row) for row in self.rows if row.kind == "section")
        labels = (label_of(cell.text, self.opened.context) for cell in sections)
        return any(label is not None and label.role == "action" and label.number is not None for label in labels)


_FEWEST_ABOVE = 2  # rows
_METHODS = regex.compile(r"methods?\W*$", regex.IGNORECASE)
# `City | Goal` over the goals of other cities
_OTHERS = frozenset(
    {"city", "cities", "town", "county", "state", "country", "municipality", "jurisdiction", "community", "university"}
)
_PAGE_COLUMN = regex.compile(r"(?:pages?|page (?:no|number|ref(?:erence)?)s?)\W*$", regex.IGNORECASE)


def _reading(opened: OpenTable) -> TableReading:
    """What the table gave, once all its rows are read: the statements of a row with its fields."""
    headers = opened.headers or ()
    if any(_PAGE_COLUMN.match(header.text) for header in headers):
        return TableReading(headers=headers)  # an index of where things stand in a report
    if (
        _compares(opened, headers)
        or _costs_items(opened, headers)
        or _budgets(opened)
        or _lists_funds(headers)
        or _names_people(opened, headers)
    ):
        return TableReading(headers=headers)
    opened.drafts = with_coded_kinds(opened.drafts, opened.fields, headers, opened.context)
    opened.drafts, opened.fields = with_sister_numbers(opened.drafts), with_quarters(opened.fields)
    opened.drafts = with_outline_levels(with_chain(opened.drafts), headers)
    drafts = with_numbered_policies(with_row_fields(opened.drafts, opened.fields, opened.context))
    if not drafts:
        return TableReading(headers=headers)
    return TableReading(
        drafts=tuple(drafts), heading_words=tuple(opened.heading_words), headers=headers, said=tuple(opened.said)
    )


def _compares(opened: OpenTable, headers: Sequence[Header]) -> bool:
    """Whether a table only tells which goals others have set themselves: a name, a level and perhaps a year each."""
    if not 2 <= len(headers) <= 3 or headers[0].text.casefold().strip(" :") not in _OTHERS:
        return False
    if len(headers) > 2 and headers[2].role not in _WHEN:
        return False
    drafts = opened.drafts
    return len(drafts) > 1 and all(draft.kind == "objective" for draft in drafts)


_WHEN = frozenset(("due", "period", "baseline", "start"))


def _costs_items(opened: OpenTable, headers: Sequence[Header]) -> bool:
    """Whether a table only tells what things cost or count by year: `Item | 2026 | 2027 | Total` over figures."""
    if len(headers) <= 2 or headers[0].text.casefold().strip(" :") not in _ITEMS:
        return False
    values = [cell.text for cell in opened.table.cells if cell.column > 0 and not cell.header and cell.text.strip()]
    figures = sum(not any(map(str.isalpha, text)) for text in values)
    return figures * 10 >= 9 * len(values) and any(map(str.isdigit, "".join(values)))


def _budgets(opened: OpenTable) -> bool:
    """Whether nothing but sums of money stands beside what a table names: `Core responsibility | 2027 planned` over
    amounts, and a total."""
    if opened.table.columns < _FEWEST_SUMS or not all(draft.kind in _BUDGETED for draft in opened.drafts):
        return False
    body = [cell for cell in opened.table.cells if not cell.header and cell.text.strip() and cell.row]
    values = [cell.text for cell in body if cell.column > 0]
    sums = sum(_SUM.fullmatch(text.strip()) is not None for text in values)
    total = any(_TOTAL.match(cell.text) for cell in body if cell.column == 0)
    return total and len(values) >= _FEWEST_SUMS and sums * 10 >= 9 * len(values)


def _lists_funds(headers: Sequence[Header]) -> bool:
    """Whether a table lists whom one may ask for money: `Program | Agency | What it funds | Maximum award`."""
    return _FUND.match(headers[0].text) is not None and any(_FUNDED.search(header.text) for header in headers[1:])


_FUND = regex.compile(
    r"(?:(?:grant|funding|financing|loan|name of) )?(?:programs?|programmes?|grants?|funds?|sources?|schemes?)\b",
    regex.IGNORECASE,
)
_FUNDED = regex.compile(
    r"\b(?:what (?:it|they) funds?|eligib\w+|(?:maximum|typical|average|minimum) (?:award|grant|amount)|"
    r"award (?:amount|size|range|ceiling)|grant (?:amount|size|range)|match(?:ing)? requirements?|"
    r"application deadline)\b",
    regex.IGNORECASE,
)
_BUDGETED = frozenset(("objective", "action"))
_FEWEST_SUMS = 3
# "212,440,118", "$4,000.50", "(1,250)", "12.5m"
_SUM = regex.compile(
    r"[(–-]?(?:[$£€]\s?)?(?:\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?:m|bn|k|million)?\)?|[–—-]|nil"
)
_TOTAL = regex.compile(r"(?:grand |sub-?)?totals?\b", regex.IGNORECASE)
_ITEMS = phrase_list("cost-items")
_SURE = 0.9


def _names_people(opened: OpenTable, headers: Sequence[Header]) -> bool:
    """Whether all that a table states are names (`Ann Lee`, `Jo Bond`) under headers that hardly call for statements
    (`Strategy and communications`): the boxes of an organisation's chart."""
    if not opened.drafts or not all(_may_be_name(draft.text) for draft in opened.drafts):
        return False
    named = [header_role(header.text, opened.context.vocabulary) for header in headers]
    return not any(role is not None and role.role in STATEMENTS and role.strength >= _SURE for role in named)


def _may_be_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 4 and all(word.isalpha() for word in words) and text.istitle() and not tells(text)
