"""Fonts that name no characters: letters told by the order of their glyphs; pages of signs that stand for letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from objectives_parser.document import Document
from objectives_parser.readers import read
from objectives_parser.readers.glyph_order import ASCII, MAC_ROMAN, has_glyph_numbers, named
from objectives_parser.readers.pdf import MANY_SIGNS, Oddities
from objectives_parser.readers.printed import Print, PrintedPage, Style

TEXT = "Objective 1: Open two libraries, by May 2031; and a third (Harbour) in 2032."


def glyphs(text: str) -> str:
    """The numbers that a font in the standard order has for some characters."""
    return "".join(chr(ord(c) - ASCII if c <= "~" else c.encode("mac_roman")[0] - MAC_ROMAN) for c in text)


def printed(*lines: str) -> Document:
    """A page of lines, each in a font of its own, whose bytes are those of the text layer."""
    shown = "".join(
        f"/F{at % 2} 10 Tf 1 0 0 1 40 {160 - 20 * at} Tm <{line.encode('latin-1').hex()}> Tj "
        for at, line in enumerate(lines)
    )
    stream = f"BT {shown}ET".encode()
    fonts = [f"<</Type/Font/Subtype/Type1/BaseFont/{name}>>" for name in ("Helvetica", "Times-Roman")]
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 200]/Contents 4 0 R"
        f"/Resources<</Font<</F0 {fonts[0]}/F1 {fonts[1]}>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream.decode()}\nendstream",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj{item}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return read(
        out + f"{head}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF".encode(), "plan.pdf"
    )


def test_letters_of_a_font_that_numbers_its_glyphs() -> None:
    found = printed(glyphs(TEXT))
    assert [word.text for word in found.pages[0].words] == TEXT.split()
    assert [finding.code for finding in found.findings] == ["glyph-order"]


def test_a_font_with_names_beside_one_that_numbers_its_glyphs() -> None:
    found = printed(glyphs(TEXT), "ANNEX: Report of 2030")
    assert [word.text for word in found.pages[0].words] == [*TEXT.split(), "ANNEX:", "Report", "of", "2030"]


def test_stray_control_characters_name_no_glyphs() -> None:
    found = printed("Ships\x05 call\x06 at\x07 the quay\x08 each week")
    assert not any(finding.code == "glyph-order" for finding in found.findings)


def test_a_page_with_characters_is_left_alone() -> None:
    found = printed(TEXT)
    assert [word.text for word in found.pages[0].words] == TEXT.split()
    assert not found.findings


@given(st.text("abcdefghijklmnopqrstuvwxyz ABCDEFG.,;:()0123456789éüß–’•", min_size=1))
def test_what_is_numbered_is_named_again(text: str) -> None:
    numbers = glyphs("aeiou aeiou aeiou " + text)
    assert named(numbers, ["F"] * len(numbers)) == "aeiou aeiou aeiou " + text
    assert named(numbers, [None] * len(numbers)) == numbers


def test_a_hyphen_at_a_line_end_is_no_glyph_number() -> None:
    assert not has_glyph_numbers("wel\x02come\r\nto the\tport\x02s")


def page(*texts: str, font: str | None) -> PrintedPage:
    prints = tuple(
        Print(text, (50.0 * at, 10.0, 50.0 * at + 40, 20.0), Style(size=10.0, font=font))
        for at, text in enumerate(texts)
    )
    return PrintedPage(number=1, width=500, height=200, prints=prints)


def test_signs_of_a_nameless_font_that_stand_for_letters() -> None:
    letters = [chr(0x2701 + at) * 2 for at in range(MANY_SIGNS)]
    odd = Oddities()
    (kept,) = odd.readable([page(*letters, font=None)])
    assert not kept.prints
    assert [finding.code for finding in odd.findings()] == ["unmapped-font"]


def test_ticks_of_a_nameless_font_are_kept() -> None:
    (kept,) = Oddities().readable([page("✓", "●", "✓", "✗", font=None)])
    assert len(kept.prints) == 4
