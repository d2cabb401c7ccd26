"""Pages that are a picture with words that a recognizer read in it."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from objectives_parser import parse
from objectives_parser.document import Document
from objectives_parser.readers.dots import dotted
from objectives_parser.readers.pdf import read
from objectives_parser.readers.printed import Print, Style
from objectives_parser.readers.scans import settled
from objectives_parser.readers.shades import emboldened, looks, shaded
from objectives_parser.readers.traces import traced

Words = list[tuple[float, float, str]]  # x, baseline from the top, text
Lines = list[tuple[float, float, float, float]]

ROWS: Words = [
    (60, 115, "Objective"),
    (260, 115, "Measure"),
    (60, 145, "Make the ferries run on time"),
    (260, 145, "Share of sailings within five minutes"),
    (60, 175, "Keep the harbour open in winter"),
    (260, 175, "Days closed by ice"),
]
GRID: Lines = [
    *[(50, top, 500, top) for top in (100, 130, 160, 190)],
    *[(x, 100, x, 190) for x in (50, 250, 500)],
]


def scan_of(words: Words, lines: Lines, *, size: float = 10, mode: int = 3, share: float = 1.0) -> bytes:
    """A page whose picture has lines, with words over it that are painted in a mode."""
    picture = Image.new("L", (1190, 1684), 255)
    draw = ImageDraw.Draw(picture)
    for x0, top, x1, bottom in lines:
        draw.line((2 * x0, 2 * top, 2 * x1, 2 * bottom), fill=60, width=2)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842 * share)
    for x, foot, text in words:
        layer = canvas.beginText(x, 842 - foot)
        layer.setFont("Helvetica", size)
        layer.setTextRenderMode(mode)
        layer.textOut(text)
        canvas.drawText(layer)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def codes(document: Document) -> set[str]:
    return {finding.code for finding in document.findings}


def word(x: float, foot: float, text: str, size: float = 10.0, width: float | None = None) -> Print:
    right = x + (0.5 * size * len(text) if width is None else width)
    return Print(text, (x, foot - size, right, foot), Style(size=size, invisible=True))


def test_invisible_words_over_the_picture_of_a_page_are_its_text() -> None:
    document = read(scan_of(ROWS, GRID), "scan.pdf")
    assert not any(item.hidden for item in document.pages[0].words)
    assert "ocr-text-layer" in codes(document)


def test_a_page_with_a_small_picture_or_with_visible_words_is_no_scan() -> None:
    assert "ocr-text-layer" not in codes(read(scan_of(ROWS, [], share=0.3), "page.pdf"))
    assert "ocr-text-layer" not in codes(read(scan_of(ROWS, [], mode=0), "page.pdf"))


def test_a_table_in_the_picture_is_ruled_and_states_its_rows() -> None:
    plan = parse(scan_of(ROWS, GRID), name="scan.pdf")
    assert [item.text for item in plan.objectives] == [
        "Make the ferries run on time",
        "Keep the harbour open in winter",
    ]
    assert [item.text for item in plan.measures] == ["Share of sailings within five minutes", "Days closed by ice"]
    assert [item.parents for item in plan.measures] == [(plan.objectives[0].id,), (plan.objectives[1].id,)]
    assert "ocr-text-layer" in {diagnostic.code for diagnostic in plan.diagnostics}


def test_rulings_are_as_long_as_drawn() -> None:
    picture = Image.new("L", (400, 300), 255)
    draw = ImageDraw.Draw(picture)
    draw.line((40, 100, 360, 100), fill=150, width=1)
    draw.line((200, 60, 200, 240), fill=0, width=3)
    level, upright = sorted(traced(picture), key=lambda ruling: ruling.x0)
    assert (level.x0, level.x1) == pytest.approx((20, 180), abs=2)
    assert level.top == level.bottom == pytest.approx(50, abs=1)
    assert (upright.top, upright.bottom) == pytest.approx((30, 120), abs=2)


def test_a_ruling_that_climbs_a_little_is_one() -> None:
    picture = Image.new("L", (1000, 200), 255)
    ImageDraw.Draw(picture).line((50, 100, 950, 106), fill=0, width=2)
    (ruling,) = traced(picture)
    assert ruling.x1 - ruling.x0 == pytest.approx(450, abs=4)


def test_letters_are_no_rulings() -> None:
    picture = Image.new("L", (600, 200), 255)
    ImageDraw.Draw(picture).text((20, 80), "HELLO TITLE ILL FIT TTTT EEEE", fill=0)
    assert traced(picture) == []


def test_a_shaded_row_is_a_fill_though_words_stand_on_it() -> None:
    picture = Image.new("L", (800, 400), 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((100, 80, 700, 120), fill=200)
    draw.text((124, 92), "Aim", fill=0)
    prints = [word(62, 56, "Aim", width=10)]
    (fill,) = shaded(picture, prints, looks(picture, prints))
    assert fill.bbox == pytest.approx((50, 40, 350, 60.5), abs=2)
    assert fill.color == "#c8c8c8"


def test_a_dark_bar_is_one_fill_though_white_words_on_it_were_not_read() -> None:
    picture = Image.new("L", (800, 400), 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((100, 80, 700, 130), fill=40)
    for x in range(300, 400, 9):
        draw.line((x, 96, x, 112), fill=255, width=3)
    (fill,) = shaded(picture, [], [])
    assert fill.bbox == pytest.approx((50, 40, 350, 65.5), abs=2)


def test_the_frames_of_two_boxes_are_no_fill() -> None:
    picture = Image.new("L", (800, 400), 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((100, 40, 700, 180), outline=120)
    draw.rectangle((100, 196, 700, 340), outline=120)
    assert shaded(picture, [], []) == []


def spotted(*tops: int) -> tuple[str, ...]:
    """Three lines, some with a spot of ink before them."""
    picture = Image.new("L", (800, 400), 255)
    draw = ImageDraw.Draw(picture)
    for top in tops:
        draw.ellipse((100, top - 12, 107, top - 5), fill=0)
    lines = [word(62, foot, text) for foot, text in ((60, "Plant"), (80, "Mend"), (100, "Open"))]
    return tuple(item.text for item in dotted(picture, settled(lines)))


def test_spots_of_ink_before_lines_are_bullets() -> None:
    assert spotted(120, 160, 200) == ("•", "Plant", "•", "Mend", "•", "Open")


def test_a_spot_alone_is_no_bullet() -> None:
    assert spotted(160) == ("Plant", "Mend", "Open")


def test_words_with_more_ink_than_most_are_bold() -> None:
    picture = Image.new("L", (800, 400), 255)
    draw = ImageDraw.Draw(picture)
    prints = [
        word(20, 20.0 + 20 * row, text, width=40) for row, text in enumerate(("usual", "usual", "usual", "heavy"))
    ]
    for at, item in enumerate(prints):
        for x in range(42, 118, 10):
            draw.line((x, 2 * item.box[1] + 4, x, 2 * item.box[3] - 4), fill=0, width=4 if at == 3 else 2)
    bold = emboldened(prints, looks(picture, prints))
    assert [item.style.bold for item in bold] == [False, False, False, True]


def test_words_of_a_row_stand_on_one_line_and_are_of_one_size() -> None:
    wobbling = [word(20, 100, "Replace", 9.0, 40), word(63, 100.8, "bridges", 11.0, 38), word(300, 101.2, "2031", 10.0)]
    prints = settled(wobbling)
    assert len({item.box[3] for item in prints}) == 1
    assert len({item.style.size for item in prints[:2]}) == 1


def test_what_rulings_are_read_as_is_no_text_and_a_dash_between_words_is() -> None:
    layer = [
        word(20, 100, "|"),
        word(30, 100, "|Friends"),
        word(75, 100, "—"),
        word(88, 100, "green"),
        word(20, 130, "—"),
    ]
    assert [item.text for item in settled(layer)] == ["Friends", "—", "green"]


@pytest.mark.parametrize("sign", ["e", "¢", "°", "*", "“*", "¢«", "•"])
def test_what_a_bullet_is_read_as_is_one(sign: str) -> None:
    layer = [word(20, 100, sign), word(30, 100, "Plant"), word(58, 100, "trees")]
    assert [item.text for item in settled(layer)] == ["•", "Plant", "trees"]


def test_a_figure_or_a_letter_within_a_line_is_no_bullet() -> None:
    layer = [word(20, 100, "0"), word(30, 100, "new"), word(50, 100, "e"), word(60, 100, "cars")]
    assert [item.text for item in settled(layer)] == ["0", "new", "e", "cars"]


def test_no_words_give_no_words() -> None:
    assert settled([]) == ()
    assert settled([word(20, 100, "|")]) == ()
