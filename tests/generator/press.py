"""A small typesetter for PDF pages: headings, paragraphs, lists and tables with spans, fills, rules and cut rows.

It sets what plans print and remembers on which page every record begins; the same input gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence

import attrs
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas


@attrs.frozen(kw_only=True)
class Par:
    """One paragraph: its text, the record it states, a bullet or number that hangs before it."""

    text: str
    record: str = ""
    bullet: str = ""
    bold: bool = False
    italic: bool = False
    size: float = 0.0
    color: str = "#000000"
    indent: float = 0.0


@attrs.frozen(kw_only=True)
class Box:
    """One cell of a table to be set. ``rows`` and ``columns`` are its spans; ``upright`` text runs from bottom to
    top; a ``tick`` is drawn, not written."""

    pars: tuple[Par, ...] = ()
    rows: int = 1
    columns: int = 1
    fill: str = ""
    middle: bool = False
    upright: bool = False
    tick: bool = False


@attrs.frozen(kw_only=True)
class Look:
    """How a table looks. ``rules`` is ``grid``, ``horizontal``, ``box``, ``head`` or ``none``; ``zebra`` fills every
    second row; ``cut`` lets a page cut rows; ``again`` prints the header rows on every page."""

    rules: str = "grid"
    font: str = "Helvetica"
    size: float = 9.0
    padding: float = 4.0
    gap: float = 2.0
    head_fill: str = ""
    zebra: str = ""
    cut: bool = False
    again: bool = True
    rule_color: str = "#444444"


@attrs.frozen(kw_only=True)
class SetLine:
    """One line of a paragraph, ready to be drawn."""

    par: Par
    text: str
    first: bool
    height: float
    size: float
    font: str
    left: float


def font_of(look_font: str, par: Par) -> str:
    """The font's name with its weight and slope."""
    families = {"Helvetica": "Oblique", "Times": "Italic"}
    slope = families[look_font.split("-")[0]]
    style = ("Bold" if par.bold else "") + (slope if par.italic else "")
    if look_font.startswith("Times"):
        return f"Times-{style or 'Roman'}"
    return f"{look_font}-{style}" if style else look_font


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """The lines of a text at a width; a word that is too long stands alone."""
    lines: list[str] = []
    for word in text.split():
        if lines and stringWidth(f"{lines[-1]} {word}", font, size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def set_lines(pars: Sequence[Par], width: float, look: Look) -> list[SetLine]:
    """The lines of a cell or a column of text."""
    out = []
    for par in pars:
        size, font = par.size or look.size, font_of(look.font, par)
        hang = stringWidth(f"{par.bullet} ", font, size) + 2 if par.bullet else 0.0
        lines = wrap(par.text, font, size, width - par.indent - hang)
        out += [
            SetLine(
                par=par,
                text=text,
                first=i == 0,
                height=size * 1.2 + (look.gap if i == len(lines) - 1 else 0.0),
                size=size,
                font=font,
                left=par.indent + hang,
            )
            for i, text in enumerate(lines)
        ]
    return out


@attrs.define(kw_only=True)
class Band:
    """The part of a table's row that stands on one page."""

    row: int
    page: int
    top: float
    height: float
    lines: dict[int, list[SetLine]]
    ends: bool = True
    head: bool = False


class Press:
    """A pile of pages being set, from top to bottom."""

    def __init__(
        self,
        *,
        width: float = 595.0,
        height: float = 842.0,
        margin: float = 56.0,
        running_head: str = "",
        numbered: bool = False,
    ) -> None:
        self.width, self.height, self.margin = width, height, margin
        self.running_head, self.numbered = running_head, numbered
        self.pages: dict[str, int] = {}
        self.page = 1
        self.y = margin
        self._buffer = io.BytesIO()
        self._canvas = Canvas(self._buffer, pagesize=(width, height), invariant=1)
        self._furnish()

    @property
    def bottom(self) -> float:
        return self.height - self.margin

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    def bytes(self) -> bytes:
        """The finished file."""
        self._canvas.showPage()
        self._canvas.save()
        return self._buffer.getvalue()

    def turn(self) -> None:
        """Begin a new page."""
        self._canvas.showPage()
        self.page += 1
        self.y = self.margin
        self._furnish()

    def _furnish(self) -> None:
        if self.running_head:
            self._draw(self.running_head, self.margin, self.margin - 18, "Helvetica", 8, "#666666")
        if self.numbered:
            self._draw(str(self.page), self.width / 2, self.height - self.margin + 24, "Helvetica", 8, "#666666")

    def _draw(self, text: str, x: float, top: float, font: str, size: float, color: str) -> None:
        self._canvas.setFillColor(HexColor(color))
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, self.height - top - size * 0.95, text)

    def space(self, points: float) -> None:
        self.y += points

    def text(self, par: Par, look: Look | None = None, *, x: float | None = None, width: float | None = None) -> None:
        """Set a paragraph over the whole measure, or at ``x`` and ``width``."""
        look = look or Look(size=10)
        x = self.margin if x is None else x
        for line in set_lines([par], width or self.measure, look):
            if self.y + line.height > self.bottom:
                self.turn()
            self.line(line, x, self.y)
            self.y += line.height

    def heading(self, text: str, size: float = 14.0, *, record: str = "", color: str = "#1f3864") -> None:
        self.space(size * 0.5)
        if self.y + 5 * size > self.bottom:
            self.turn()
        self.text(Par(text=text, bold=True, size=size, record=record, color=color))
        self.space(size * 0.3)

    def line(self, line: SetLine, x: float, top: float) -> None:
        """Draw one line, with its bullet, and note where its record begins."""
        if line.first and line.par.record:
            self.pages.setdefault(line.par.record, self.page)
        if line.first and line.par.bullet:
            self._draw(line.par.bullet, x + line.par.indent, top, line.font, line.size, line.par.color)
        self._draw(line.text, x + line.left, top, line.font, line.size, line.par.color)

    def upright(self, line: SetLine, x: float, bottom: float) -> None:
        """Draw one line from bottom to top."""
        self._canvas.saveState()
        self._canvas.translate(x + line.size, self.height - bottom)
        self._canvas.rotate(90)
        self._canvas.setFillColor(HexColor(line.par.color))
        self._canvas.setFont(line.font, line.size)
        self._canvas.drawString(0, 0, line.text)
        self._canvas.restoreState()

    def tick(self, x: float, top: float, size: float = 7.0) -> None:
        """Draw a tick as two strokes."""
        self._canvas.setStrokeColor(HexColor("#2e7d32"))
        self._canvas.setLineWidth(1.4)
        low = self.height - top - size
        self._canvas.line(x, low + size * 0.5, x + size * 0.4, low)
        self._canvas.line(x + size * 0.4, low, x + size, low + size)

    def fill(self, x0: float, top: float, x1: float, bottom: float, color: str) -> None:
        self._canvas.setFillColor(HexColor(color))
        self._canvas.rect(x0, self.height - bottom, x1 - x0, bottom - top, stroke=0, fill=1)

    def rule(self, x0: float, top: float, x1: float, bottom: float, color: str, width: float = 0.6) -> None:
        self._canvas.setStrokeColor(HexColor(color))
        self._canvas.setLineWidth(width)
        self._canvas.line(x0, self.height - top, x1, self.height - bottom)

    def table(
        self, widths: Sequence[float], head: Sequence[Sequence[Box]], body: Sequence[Sequence[Box]], look: Look
    ) -> None:
        """Set a table below what stands; widths are shares of the measure."""
        total = sum(widths)
        from tests.generator.table_press import set_table

        set_table(self, [w / total * self.measure for w in widths], head, body, look)
