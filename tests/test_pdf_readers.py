"""PDF pages as words and drawings, by both readers."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from objectives_parser import parse
from objectives_parser.document import Document, Page
from objectives_parser.errors import Damaged, Encrypted, OverLimit
from objectives_parser.readers import Limits, PdfReader
from objectives_parser.readers.glyphs import printed_text
from objectives_parser.readers.pdf import read

SHARED = Path(__file__).parent.parent.parent / "shared"
BOTH: tuple[PdfReader, ...] = ("pdfium", "pdfplumber")

Drawing = Callable[[Canvas], None]


def pdf_of(*pages: Drawing, encrypt: object = None, rotation: int = 0) -> bytes:
    """A PDF of A4 pages, drawn one after the other."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), encrypt=encrypt, invariant=1)
    for draw in pages:
        canvas.setPageRotation(rotation)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def text_at(x: float, top: float, text: str, size: float = 10, font: str = "Helvetica") -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        canvas.drawString(x, 842 - top, text)

    return draw


def both(*drawings: Drawing) -> Drawing:
    def draw(canvas: Canvas) -> None:
        for drawing in drawings:
            drawing(canvas)

    return draw


def page(draw: Drawing, reader: PdfReader = "pdfium", rotation: int = 0) -> Page:
    return read(pdf_of(draw, rotation=rotation), "page.pdf", reader=reader).pages[0]


def words(document: Document) -> list[str]:
    return [word.text for page in document.pages for word in page.words]


@pytest.mark.parametrize("reader", BOTH)
def test_a_word_knows_its_text_its_box_and_its_style(reader: PdfReader) -> None:
    """Box in points from the top left; size, weight, slope and font as set."""
    (first, second) = page(text_at(100, 200, "Increase attendance", 12, "Helvetica-BoldOblique"), reader).words
    assert (first.text, second.text) == ("Increase", "attendance")
    assert first.bbox is not None
    assert first.bbox[0] == pytest.approx(100, abs=1)
    assert first.bbox[1] < 195 < first.bbox[3] < 206
    assert (first.size, first.bold, first.italic, first.angle) == (12, True, True, 0)


@pytest.mark.parametrize("reader", BOTH)
def test_the_text_is_put_together_from_the_words(reader: PdfReader) -> None:
    """A space between words, a line break between lines, a form feed between pages; places hold."""
    data = pdf_of(both(text_at(72, 100, "One two"), text_at(72, 120, "three")), text_at(72, 100, "four"))
    document = read(data, "x.pdf", reader=reader)
    assert document.text == "One two\nthree\ffour"
    for word in (word for page in document.pages for word in page.words):
        assert document.text[word.start : word.end] == word.text


@pytest.mark.parametrize("reader", BOTH)
def test_colours_are_read(reader: PdfReader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor("#cc0000"))
        canvas.drawString(72, 700, "Red")

    assert page(draw, reader).words[0].color == "#cc0000"


@pytest.mark.parametrize("reader", BOTH)
def test_rectangles_and_lines_become_rulings_and_fills(reader: PdfReader) -> None:
    """A stroked rectangle is four rulings, a filled one a fill, a filled strip a ruling, a line a ruling."""

    def draw(canvas: Canvas) -> None:
        canvas.rect(100, 600, 200, 100, stroke=1, fill=0)
        canvas.setFillColor(HexColor("#dddddd"))
        canvas.rect(100, 400, 200, 50, stroke=0, fill=1)
        canvas.rect(100, 300, 200, 0.5, stroke=0, fill=1)
        canvas.line(50, 200, 50, 250)

    found = page(draw, reader)
    assert len(found.rulings) == 6
    assert [(fill.color, tuple(map(round, fill.bbox))) for fill in found.fills] == [("#dddddd", (100, 392, 300, 442))]
    assert any(ruling.x0 == ruling.x1 == 50 for ruling in found.rulings)


@pytest.mark.parametrize("reader", BOTH)
def test_what_forms_draw_is_read_where_it_appears(reader: PdfReader) -> None:
    """Form XObjects are walked with their matrices."""

    def draw(canvas: Canvas) -> None:
        canvas.beginForm("cell")
        canvas.rect(0, 0, 100, 50, stroke=0, fill=1)
        canvas.drawString(10, 60, "inside")
        canvas.endForm()
        canvas.translate(200, 300)
        canvas.doForm("cell")

    found = page(draw, reader)
    assert tuple(map(round, found.fills[0].bbox)) == (200, 492, 300, 542)
    assert found.words[0].text == "inside"
    assert found.words[0].bbox is not None
    assert found.words[0].bbox[0] == pytest.approx(210, abs=1)


@pytest.mark.parametrize("reader", BOTH)
def test_a_turned_page_is_read_as_displayed(reader: PdfReader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(100, -200, "Upright")

    found = page(draw, reader, rotation=90)
    assert (found.width, found.height) == (595, 842)
    assert found.words[0].angle == 0
    assert found.words[0].bbox is not None
    assert found.words[0].bbox[0] == pytest.approx(100, abs=1)


@pytest.mark.parametrize("reader", BOTH)
def test_slanted_words_keep_together_and_know_their_angle(reader: PdfReader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(200, 400)
        canvas.rotate(60)
        canvas.drawString(0, 0, "Strategies")

    (word,) = page(draw, reader).words
    assert (word.text, word.angle) == ("Strategies", 60)


@pytest.mark.parametrize("reader", BOTH)
def test_a_word_printed_twice_at_one_place_is_one_word(reader: PdfReader) -> None:
    """A shadow or fake bold."""
    assert len(page(both(text_at(72, 100, "Shadow"), text_at(72.3, 100.2, "Shadow")), reader).words) == 1


@pytest.mark.parametrize("reader", BOTH)
def test_a_footnote_mark_is_a_word_of_its_own(reader: PdfReader) -> None:
    """The mark is superscript and glued to the word that it follows, even where a full stop follows the mark."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setFont("Helvetica", 12)
        text.textOut("services")
        text.setFont("Helvetica", 7)
        text.setRise(4)
        text.textOut("4")
        text.setFont("Helvetica", 12)
        text.setRise(0)
        text.textOut(". Next")
        canvas.drawText(text)

    document = read(pdf_of(draw), "x.pdf", reader=reader)
    marks = [(word.text, word.superscript) for word in document.pages[0].words]
    assert marks == [("services", False), ("4", True), (".", False), ("Next", False)]
    assert document.text == "services4. Next"


@pytest.mark.parametrize("reader", BOTH)
def test_raised_marks_may_be_several_and_nearly_as_large_as_the_text(reader: PdfReader) -> None:
    """Browsers print them at five sixths of the size: `Children taught` with a raised `1 and 3`."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        for part, size, rise in (("Children taught", 12, 0), ("1 and 3", 10, 4), (" at home", 12, 0)):
            text.setFont("Helvetica", size)
            text.setRise(rise)
            text.textOut(part)
        canvas.drawText(text)

    document = read(pdf_of(draw), "x.pdf", reader=reader)
    said = [word.text for word in document.pages[0].words if not word.superscript]
    assert said == ["Children", "taught", "at", "home"]


@pytest.mark.parametrize("reader", BOTH)
def test_the_raised_ending_of_an_ordinal_is_part_of_its_word(reader: PdfReader) -> None:
    """`2nd Quarter` with a raised `nd`: no footnote mark, and on the line of its number."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        for part, size, rise in (("in the 2", 12, 0), ("nd", 7, 4), (" quarter", 12, 0)):
            text.setFont("Helvetica", size)
            text.setRise(rise)
            text.textOut(part)
        canvas.drawText(text)

    document = read(pdf_of(draw), "x.pdf", reader=reader)
    assert not any(word.superscript for word in document.pages[0].words)
    assert document.text == "in the 2nd quarter"


@pytest.mark.parametrize("reader", BOTH)
def test_line_end_hyphens_stay_as_printed(reader: PdfReader) -> None:
    draw = both(text_at(72, 100, "reduce energy con-"), text_at(72, 112, "sumption by 15%"))
    assert words(read(pdf_of(draw), "x.pdf", reader=reader)) == ["reduce", "energy", "con-", "sumption", "by", "15%"]


@pytest.mark.parametrize("reader", BOTH)
def test_a_letterspaced_line_is_read_as_words(reader: PdfReader) -> None:
    """`f i n d i n g` set by moving each letter."""
    text = "committed to finding ways"

    def draw(canvas: Canvas) -> None:
        at = 72.0
        for char in text:
            canvas.drawString(at, 700, char)
            at += canvas.stringWidth(char, "Helvetica", 12) + 4

    assert words(read(pdf_of(lambda c: (c.setFont("Helvetica", 12), draw(c))), "x", reader=reader)) == text.split()


@pytest.mark.parametrize("reader", BOTH)
def test_white_words_on_white_paper_are_hidden_and_on_a_fill_they_are_not(reader: PdfReader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor("#003366"))
        canvas.rect(60, 690, 100, 30, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#ffffff"))
        canvas.drawString(72, 700, "Header")
        canvas.drawString(72, 500, "Secret")

    assert [(word.text, word.hidden) for word in page(draw, reader).words] == [("Header", False), ("Secret", True)]


class TestLids:
    """What is painted before an opaque area that lies over it, nobody sees."""

    @staticmethod
    def boxes(canvas: Canvas, *lefts: float) -> None:
        canvas.setFillColor(HexColor("#d2deef"))
        for left in lefts:
            canvas.rect(left, 680, 40, 40, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#000000"))

    def test_a_word_under_one(self) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(62, 700, "Old")
            self.boxes(canvas, 60)
            canvas.drawString(62, 690, "New")

        assert [(word.text, word.hidden) for word in page(draw).words] == [("Old", True), ("New", False)]

    def test_a_word_across_the_border_of_two(self) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(80, 700, "Relationships")
            self.boxes(canvas, 60, 100, 140)

        assert [word.hidden for word in page(draw).words] == [True]

    def test_a_word_that_looks_out(self) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(80, 700, "Relationships")
            self.boxes(canvas, 60)

        assert [word.hidden for word in page(draw).words] == [False]

    def test_the_rulings_of_a_table_under_a_table(self) -> None:
        """Those on the border of an area and those drawn later stay."""

        def draw(canvas: Canvas) -> None:
            canvas.drawString(65, 700, "Old")
            canvas.line(62, 695, 95, 695)
            canvas.line(60, 680, 100, 680)
            self.boxes(canvas, 60)
            canvas.line(60, 690, 100, 690)

        assert sorted(round(842 - line.top) for line in page(draw).rulings) == [680, 690]


def test_invisible_words_are_hidden_unless_a_scan_lies_under_them() -> None:
    """The text layer that OCR puts over a scan is what a reader sees."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textOut("unseen")
        canvas.drawText(text)

    assert page(draw).words[0].hidden


@pytest.mark.parametrize("reader", BOTH)
def test_a_large_pale_slanted_word_is_a_watermark(reader: PdfReader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor("#dddddd"))
        canvas.setFont("Helvetica", 90)
        canvas.translate(150, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT")

    assert page(draw, reader).words[0].watermark


def test_a_small_drawn_sign_is_a_mark() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.circle(100, 700, 4, stroke=0, fill=1)

    assert len(page(draw).marks) == 1


def test_a_bullet_glued_to_its_text_is_parted_from_it() -> None:
    """`•Improve`: the bullet is a sign, not a letter."""
    assert [word.text for word in page(text_at(72, 100, "\u2022Improve health")).words] == ["•", "Improve", "health"]


@pytest.mark.parametrize("reader", BOTH)
def test_an_encrypted_file_wants_its_password(reader: PdfReader) -> None:
    data = pdf_of(text_at(72, 100, "secret"), encrypt="open sesame")
    with pytest.raises(Encrypted, match="--password"):
        read(data, "x.pdf", reader=reader)
    with pytest.raises(Encrypted, match="wrong"):
        read(data, "x.pdf", reader=reader, password="sesame")
    assert words(read(data, "x.pdf", reader=reader, password="open sesame")) == ["secret"]


@pytest.mark.parametrize("reader", BOTH)
def test_a_file_cut_off_is_damaged_or_read_as_far_as_it_goes(reader: PdfReader) -> None:
    """Never anything but a document or an error with a remedy."""
    data = pdf_of(*(text_at(72, 100, f"Page {n}") for n in range(5)))
    for share in (0.1, 0.4, 0.7, 0.95):
        try:
            document = read(data[: int(len(data) * share)], "x.pdf", reader=reader)
        except Damaged as error:
            assert error.remedy
        else:
            assert document.page_count


def test_a_broken_cross_reference_table_is_mended() -> None:
    data = pdf_of(text_at(72, 100, "Still here")).replace(b"startxref", b"startxxxx")
    assert words(read(data, "x.pdf")) == ["Still", "here"]


def test_limits_are_kept() -> None:
    data = pdf_of(*(text_at(72, 100, "x") for _ in range(4)))
    with pytest.raises(OverLimit, match="--max-pages"):
        read(data, "x.pdf", Limits(max_pages=3))
    with pytest.raises(OverLimit, match="--max-seconds"):
        read(data, "x.pdf", Limits(max_seconds=0.0))


def test_pages_without_text_are_named() -> None:
    """A scan: the remedy is OCR."""

    def scan(canvas: Canvas) -> None:
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(_grey()), 0, 0, 595, 842)

    document = read(pdf_of(text_at(72, 100, "Text"), scan), "x.pdf")
    (finding,) = document.findings
    assert (finding.code, finding.pages) == ("no-text-layer", (2,))
    assert "OCR" in finding.message


def _grey() -> io.BytesIO:
    """A grey picture, as a portable grey map in memory."""
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("L", (10, 10), 128).save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def test_very_many_drawings_are_read_as_far_as_sense_goes() -> None:
    def draw(canvas: Canvas) -> None:
        for n in range(45_000):
            canvas.line(n % 500, n % 800, n % 500, n % 800 + 3)
        canvas.drawString(72, 700, "Map")

    document = read(pdf_of(draw), "x.pdf")
    assert [finding.code for finding in document.findings] == ["too-many-drawings"]
    assert words(document) == ["Map"]


def test_a_page_of_absurd_size_is_read_and_named() -> None:
    data = pdf_of(text_at(72, 100, "Poster")).replace(b"[ 0 0 595 842 ]", b"[0 0 59500 842 ]")
    document = read(data, "x.pdf")
    assert words(document) == ["Poster"]
    assert [finding.code for finding in document.findings] == ["absurd-page-size"]


def test_signs_of_fonts_as_printed() -> None:
    """OpenSymbol, which LibreOffice sets bullets from, keeps the code points of Wingdings and not those of Symbol."""
    assert printed_text("\uf0a7", "ABCDEF+OpenSymbol") == "▪"
    assert printed_text("\uf0a7", "Symbol") == "♣"


@pytest.mark.parametrize("reader", BOTH)
def test_a_number_of_several_parts_that_touches_its_text_is_a_word(reader: PdfReader) -> None:
    found = page(both(text_at(72, 100, "1.1"), text_at(86, 100, "Renew the plan")), reader)
    assert [word.text for word in found.words][:2] == ["1.1", "Renew"]


def sideways(turn: int) -> Drawing:
    """A page whose lines are turned about the middle of the paper."""
    lines = ("Objective 1: Make the ferries run on time", "Objective 2: Keep the harbour open in winter")

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.translate(297, 421)
        canvas.rotate(turn)
        for at, line in enumerate(lines):
            canvas.drawString(-200, 200 - 20 * at, line)

    return draw


@pytest.mark.parametrize("turn", [90, -90, 180])
def test_a_page_printed_sideways_is_read_upright_and_its_places_are_those_displayed(turn: int) -> None:
    data = pdf_of(sideways(turn))
    sheet = read(data, "page.pdf").pages[0]
    assert sheet.turn == turn
    assert (sheet.width, sheet.height) == ((595, 842) if turn == 180 else (842, 595))
    assert all(word.angle == 0 for word in sheet.words)
    make, keep = parse(data, name="page.pdf").objectives
    assert (make.text, keep.text) == ("Make the ferries run on time", "Keep the harbour open in winter")
    (first,) = make.where
    assert first.bbox is not None
    x0, top, x1, bottom = first.bbox
    assert (x1 - x0 > bottom - top) is (turn == 180)
    beside = {90: (97 - 8, 97 + 3), -90: (497 - 3, 497 + 8), 180: (0, 595)}[turn]
    assert beside[0] - 3 < x0 < x1 < beside[1] + 3
    assert turn != 180 or 618 < top < bottom < 634


def test_a_turned_word_beside_upright_ones_leaves_the_page_as_it_is() -> None:
    def draw(canvas: Canvas) -> None:
        text_at(60, 100, "Make the ferries run on time and keep the harbour open")(canvas)
        for top in range(200, 400, 12):
            text_at(200, top, "The council meets on Mondays in the hall by the river")(canvas)
        sideways(90)(canvas)

    assert page(draw).turn == 0
