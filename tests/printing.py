"""One plan, printed in every format that is read: a title, a header, a row for each goal with its statements."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from xml.sax.saxutils import escape as xml

import attrs
import docx
import openpyxl
from docx.shared import Pt
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from tests.office import opendocument

# A cell's statements; None where the cell above goes on: merged with it, or left empty where a format cannot merge.
Cell = Sequence[str] | None


@attrs.frozen(kw_only=True)
class Printed:
    """A plan as a table: headers, and rows whose cells hold their statements one by one."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def filled(self) -> list[list[Sequence[str]]]:
        """The rows with nothing in the cells that go on."""
        return [[cell or () for cell in row] for row in self.rows]

    def span(self, row: int, column: int) -> int:
        """Over how many rows a cell goes; 0 where it is the one above that goes on."""
        if self.rows[row][column] is None:
            return 0
        end = row + 1
        while end < len(self.rows) and self.rows[end][column] is None:
            end += 1
        return end - row


def text(plan: Printed) -> bytes:
    """Tabs between the cells, two blanks between a cell's statements, as converters write them."""
    lines = [plan.title, "", "\t".join(plan.headers)]
    lines += ["\t".join("  ".join(cell) for cell in row) for row in plan.filled]
    return ("\n".join(lines) + "\n").encode()


def markdown(plan: Printed) -> bytes:
    """A table of pipes; statements parted by line breaks."""
    lines = [f"# {plan.title}", "", _pipes(plan.headers), _pipes(["---"] * len(plan.headers))]
    lines += [_pipes("<br>".join(cell) for cell in row) for row in plan.filled]
    return ("\n".join(lines) + "\n").encode()


def _pipes(cells: object) -> str:
    return f"| {' | '.join(cells)} |"  # type: ignore[call-overload]


def html(plan: Printed) -> bytes:
    """A table whose cells hold lists where they hold several statements."""
    head = "".join(f"<th>{escape(header)}</th>" for header in plan.headers)
    rows = "".join(f"<tr>{_html_cells(plan, number)}</tr>" for number in range(len(plan.rows)))
    body = f"<h1>{escape(plan.title)}</h1><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<!doctype html><meta charset=utf-8><title>{escape(plan.title)}</title>{body}".encode()


def _html_cells(plan: Printed, row: int) -> str:
    cells = enumerate(plan.filled[row])
    return "".join(
        f'<td rowspan="{span}">{_items(cell)}</td>' for column, cell in cells if (span := plan.span(row, column))
    )


def _items(cell: Sequence[str]) -> str:
    if len(cell) < 2:
        return "".join(map(escape, cell))
    return f"<ul>{''.join(f'<li>{escape(statement)}</li>' for statement in cell)}</ul>"


def separated(plan: Printed) -> bytes:
    """CSV with a title above the table; statements parted by line breaks inside the quotes."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([plan.title])
    writer.writerow(plan.headers)
    writer.writerows(["\n".join(cell) for cell in row] for row in plan.filled)
    return file.getvalue().encode()


def workbook(plan: Printed) -> bytes:
    """A sheet with its title in the first cell, an empty row, a bold header."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([plan.title])
    sheet.append([])
    sheet.append(list(plan.headers))
    for row in plan.filled:
        sheet.append(["\n".join(cell) or None for cell in row])
    for first, last, column in _merges(plan):
        sheet.merge_cells(start_row=first + 4, end_row=last + 4, start_column=column + 1, end_column=column + 1)
    for place in (sheet["A1"], *sheet[3]):
        place.font = openpyxl.styles.Font(bold=True)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _merges(plan: Printed) -> Iterator[tuple[int, int, int]]:
    """The cells that go over several rows: first row, last row, column."""
    for row in range(len(plan.rows)):
        for column in range(len(plan.headers)):
            if plan.span(row, column) > 1:
                yield row, row + plan.span(row, column) - 1, column


def word(plan: Printed) -> bytes:
    """A heading and a table; each statement a paragraph of its cell."""
    made = docx.Document()
    made.add_heading(plan.title, 1)
    table = made.add_table(rows=1 + len(plan.rows), cols=len(plan.headers), style="Table Grid")
    for cell, header in zip(table.rows[0].cells, plan.headers, strict=True):
        cell.paragraphs[0].add_run(header).bold = True
    for first, last, column in _merges(plan):
        table.cell(first + 1, column).merge(table.cell(last + 1, column))
    for row, cells in zip(table.rows[1:], plan.filled, strict=True):
        for cell, statements in zip(row.cells, cells, strict=True):
            for number, statement in enumerate(statements):
                paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
                paragraph.add_run(statement).font.size = Pt(10)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def odt(plan: Printed) -> bytes:
    """A heading and a table with a header row; each statement a paragraph of its cell."""
    head = _odt_row([[header] for header in plan.headers])
    body = "".join(map(_odt_row, plan.filled, _spans(plan)))
    title = f'<text:h text:outline-level="1">{xml(plan.title)}</text:h>'
    table = f"<table:table><table:table-header-rows>{head}</table:table-header-rows>{body}</table:table>"
    return opendocument("text", title + table)


def ods(plan: Printed) -> bytes:
    """A sheet with its title, an empty row, a header."""
    head = map(_odt_row, [[[plan.title]], [[]], [[header] for header in plan.headers]])
    rows = f"{''.join(head)}{''.join(map(_odt_row, plan.filled, _spans(plan)))}"
    table = f'<table:table table:name="Sheet1">{rows}</table:table>'
    return opendocument("spreadsheet", table)


def _spans(plan: Printed) -> list[list[int]]:
    return [[plan.span(row, column) for column in range(len(plan.headers))] for row in range(len(plan.rows))]


def _odt_row(row: Sequence[Sequence[str]], spans: Sequence[int] = ()) -> str:
    cells = (
        f'<table:table-cell table:number-rows-spanned="{span}">{"".join(map(_odt_paragraph, cell))}</table:table-cell>'
        if span
        else "<table:covered-table-cell/>"
        for cell, span in zip(row, spans or [1] * len(row), strict=True)
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _odt_paragraph(statement: str) -> str:
    return f"<text:p>{xml(statement)}</text:p>"


def pdf(plan: Printed) -> bytes:
    """A ruled table; each statement a paragraph of its cell, with a bullet where there are several."""
    styles = getSampleStyleSheet()
    body, bold = styles["BodyText"], styles["Heading5"]
    rows = [[Paragraph(f"<b>{escape(header)}</b>", body) for header in plan.headers]]
    for row in plan.filled:
        rows.append(
            [[Paragraph(escape(("• " if len(cell) > 1 else "") + each), body) for each in cell] for cell in row]
        )
    width = (A4[1] - 100) / len(plan.headers)
    table = Table(rows, colWidths=[width] * len(plan.headers), repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.6, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    table.setStyle(TableStyle([("SPAN", (at, first + 1), (at, last + 1)) for first, last, at in _merges(plan)]))
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=landscape(A4), leftMargin=50, rightMargin=50, invariant=1).build(
        [Paragraph(escape(plan.title), styles["Heading1"]), Paragraph("", bold), table]
    )
    return file.getvalue()


PRINTERS: Mapping[str, Callable[[Printed], bytes]] = {
    "txt": text,
    "md": markdown,
    "html": html,
    "csv": separated,
    "xlsx": workbook,
    "docx": word,
    "odt": odt,
    "ods": ods,
    "pdf": pdf,
}


@attrs.frozen(kw_only=True)
class Outlined:
    """A plan under headings: goals with a number, under each of them lists with a heading of their own."""

    title: str
    goals: tuple[tuple[str, tuple[tuple[str, Sequence[str]], ...]], ...]

    def lines(self) -> Iterator[tuple[int, str]]:
        """Headings with their level, list items with 0."""
        yield 1, self.title
        for number, (goal, lists) in enumerate(self.goals, 1):
            yield 2, f"Goal {number}: {goal}"
            for heading, items in lists:
                yield 3, heading
                yield from ((0, item) for item in items)


def outlined_markdown(plan: Outlined) -> bytes:
    lines = (f"\n{'#' * level} {text}\n" if level else f"- {text}" for level, text in plan.lines())
    return "\n".join(lines).encode()


def outlined_html(plan: Outlined) -> bytes:
    parts = (
        f"<h{level}>{escape(text)}</h{level}>" if level else f"<ul><li>{escape(text)}</li></ul>"
        for level, text in plan.lines()
    )
    return f"<!doctype html><meta charset=utf-8>{''.join(parts)}".encode()


def outlined_word(plan: Outlined) -> bytes:
    """Headings by style, lists by Word's own."""
    made = docx.Document()
    for level, text in plan.lines():
        if level:
            made.add_heading(text, level)
        else:
            made.add_paragraph(text, style="List Bullet")
    return _saved(made)


def outlined_by_look(plan: Outlined) -> bytes:
    """Headings by size and bold type alone, bullets typed."""
    made = docx.Document()
    for level, text in plan.lines():
        run = made.add_paragraph().add_run(text if level else f"•\t{text}")
        run.bold = level > 0
        run.font.size = Pt({0: 11, 1: 18, 2: 14, 3: 11}[level])
    return _saved(made)


def _saved(made: docx.document.Document) -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def outlined_odt(plan: Outlined) -> bytes:
    parts = (
        f'<text:h text:outline-level="{level}">{xml(text)}</text:h>'
        if level
        else f"<text:list><text:list-item><text:p>{xml(text)}</text:p></text:list-item></text:list>"
        for level, text in plan.lines()
    )
    return opendocument("text", "".join(parts))


OUTLINERS: Mapping[str, tuple[str, Callable[[Outlined], bytes]]] = {
    "markdown": ("md", outlined_markdown),
    "html": ("html", outlined_html),
    "word": ("docx", outlined_word),
    "word by look": ("docx", outlined_by_look),
    "odt": ("odt", outlined_odt),
}
