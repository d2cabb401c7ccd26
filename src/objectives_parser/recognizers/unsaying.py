"""Tables that state nothing themselves: organisation charts, words explained, and values whose title names what is
measured."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Cell, Furniture, Heading, ListItem, Paragraph, Table
from objectives_parser.recognizers.grid import filled
from objectives_parser.recognizers.wordings import explains_count
from objectives_parser.roles import Vocabulary, header_role
from objectives_parser.values import is_value_only

# "703.292.8040", "(202) 555-0143", "+44 20 7946 0958"
_PHONE = regex.compile(r"(?<![\d.])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\) ?|\d{2,4}[ .-])\d{3,4}[ .-]\d{4}(?![\d.])")
# "(OIA)", "Office of Legislative & Public Affairs (OLPA)"
_ACRONYM = regex.compile(r"\(\p{Lu}{2,6}\)$")
# "22,754", "85%", "$1.2M", "FY18", "SY14-15", "Q1", "(Q1)", "-"
_FIGURE = regex.compile(
    r"\(?(?:[SFC]?Y|Q)?['’]?[$£€]?\d[\d,./–-]*[%*KMB]?\)?|[FSC]Y|[-–/]|\(?Q[1-4]\)?,?"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[-–/ ]['’]?\d{2,4}",
    regex.IGNORECASE,
)
_SHORTEST_PHONE = 11
_COLUMNS_OF_BOXES = 3
_LEAST_FIGURES = 4
_MOST_WORDS, _LEAST_WORDS = 20, 3


def is_organisation_chart(table: Table) -> bool:
    """Whether the cells are the boxes of an organisation: phone numbers or the offices' acronyms stand in three columns
    or more. A list of contacts has them in one."""
    cells = filled(table.cells)
    phones = {cell.column for cell in cells if len(cell.text) >= _SHORTEST_PHONE and _PHONE.search(cell.text)}
    if len(phones) >= _COLUMNS_OF_BOXES:
        return True
    acronyms = {
        cell.column for cell in cells if cell.text.endswith(")") and cell.text.isupper() and _ACRONYM.search(cell.text)
    }
    return len(acronyms) >= _COLUMNS_OF_BOXES and len(acronyms) * 2 >= table.columns


# "Term | Meaning", "Acronym | Full form", "Status | Definition"
_WORDS_EXPLAINED = regex.compile(
    r"(?:(?:key |technical )?(?:terms?|words?|phrases?|expressions?)(?: used)?|acronyms?|abbreviations?|ratings?|"
    r"(?:rag |risk )?(?:status|colou?rs?|scores?|symbols?)|concepts?|keywords?)\W*$",
    regex.IGNORECASE,
)
_EXPLAINS = regex.compile(
    r"(?:meanings?|definitions?|explanations?|full (?:form|name|title)|stands for|what (?:it|this|that) means|"
    r"in plain english|interpretation)\W*$",
    regex.IGNORECASE,
)
_COLUMNS_OF_TERMS = 3


def explains_words(table: Table) -> bool:
    """Whether a table tells what words mean: `Term | Meaning` over `Outcome | The change that we want to see`."""
    cells = filled(table.cells)
    head = [cell.text.strip() for cell in cells if cell.row == cells[0].row]
    if not 1 < len(head) <= _COLUMNS_OF_TERMS:
        return False
    return _WORDS_EXPLAINED.match(head[0]) is not None and any(map(_EXPLAINS.match, head[1:]))


def titles_of_values(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of the headings and short paragraphs that stand right over a table of values by period (`Permits
    deferred` over `Agency | FY18 Q1 | FY18 Q2`), and of headings over the figures of a chart: under a heading for
    indicators they name what is measured."""
    found: set[int] = set()
    above: int | None = None
    for number, block in enumerate(blocks):
        if isinstance(block, Table) and above is not None and _holds_values(block, vocabulary):
            found.add(above)
        if isinstance(block, Heading) and _may_title(block) and _is_over_figures(blocks, number + 1):
            found.add(number)
        if not isinstance(block, Furniture):
            above = number if isinstance(block, Heading | Paragraph) and _may_title(block) else None
    return frozenset(found)


def is_axis(text: str) -> bool:
    """Whether a text is nothing but a chart's figures or periods: `SY14-15 SY15-16`, `22,754 23,013`, `3,748 (Q1)`."""
    return any(map(str.isdigit, text)) and all(map(_FIGURE.fullmatch, text.split()))


def _is_over_chart(blocks: Sequence[object], start: int) -> bool:
    """Whether the blocks from there up to the next heading are a chart's: figures, with few words between them."""
    figures = words = 0
    for at in range(start, len(blocks)):
        block = blocks[at]
        if isinstance(block, Furniture):
            continue
        if not isinstance(block, Paragraph | Heading):
            break
        told = [is_axis(line.text) for line in block.lines]
        if isinstance(block, Heading) and not all(told):
            break
        figures += sum(told)
        words += not any(told)
    return figures >= _LEAST_FIGURES and figures > words


def _is_over_figures(blocks: Sequence[object], start: int) -> bool:
    return _is_over_chart(blocks, start) or _is_over_baseline(blocks[start : start + 1])


def _is_over_baseline(following: Sequence[object]) -> bool:
    """Whether a list of values begins: `Baseline: 4 % of the towns`."""
    return any(
        isinstance(block, ListItem) and any(word.text.rstrip(":") == "Baseline" for word in block.lines[0].words[:2])
        for block in following
        if getattr(block, "lines", ())
    )


def _may_title(block: Heading | Paragraph) -> bool:
    words = [word for line in block.lines for word in line.words]
    return _LEAST_WORDS <= len(words) <= _MOST_WORDS and not words[-1].text.endswith((".", ":", ";"))


def _holds_values(table: Table, vocabulary: Vocabulary) -> bool:
    rows = _without_title(table)
    cells = [cell for cell in rows if cell.column > 0]
    first = min((cell.row for cell in cells), default=0)
    head = [cell for cell in cells if cell.row == first]
    body = [cell for cell in cells if cell.row > first]
    periods = [cell for cell in head if _is_period(cell, vocabulary)]
    values = [cell for cell in body if is_value_only(cell.text)]
    return bool(head and body) and len(periods) * 2 > len(head) and len(values) * 10 >= 8 * len(body)


def counting_title(table: Table, vocabulary: Vocabulary) -> Cell | None:
    """The title row of a table of values by period that names what is counted: `Number of permits deferred` over `FY16
    Results | FY17 Results | FY18 Target`."""
    cells = filled(table.cells)
    top = [cell for cell in cells if cell.row == cells[0].row]
    if len(top) != 1 or top[0].column_span * 2 <= table.columns or not explains_count(top[0].text):
        return None
    below = [cell for cell in cells if cell.row > top[0].row]
    head = [cell for cell in below if cell.row == below[0].row]
    values = [cell for cell in below if cell.row > below[0].row and cell.column > 0]
    dated = [cell for cell in head if _is_dated(cell.text)]
    if not values or len(dated) < 2 or not all(is_value_only(cell.text) for cell in values):
        return None
    return top[0]


def _is_dated(text: str) -> bool:
    """`FY16 Results`, `2018 Target`, `Q1`: whose values stand under it, and when."""
    return all(_FIGURE.fullmatch(word) or word.casefold() in _OF_VALUES for word in text.split())


_OF_VALUES = frozenset(
    (
        "result", "results", "target", "targets", "actual", "actuals", "planned", "plan", "goal", "goals", "baseline",
        "end", "mid",
    )
)  # fmt: skip


def _without_title(table: Table) -> list[Cell]:
    """The filled cells, without a first row of one cell over most of the columns."""
    cells = filled(table.cells)
    top = [cell for cell in cells if cell.row == cells[0].row]
    titled = len(top) == 1 and top[0].column_span * 2 > table.columns
    return [cell for cell in cells if cell is not top[0]] if titled else list(cells)


def _is_period(cell: Cell, vocabulary: Vocabulary) -> bool:
    role = header_role(cell.text, vocabulary)
    return role is not None and role.role == "period"
