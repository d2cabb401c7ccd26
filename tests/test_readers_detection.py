"""What a file is, its content says; the name is a hint, and a wrong one a finding."""

from __future__ import annotations

import pytest

from objectives_parser.errors import Damaged, Encrypted, OverLimit, UnknownFormat
from objectives_parser.readers import read
from objectives_parser.readers.detection import CSV, DOCX, HTML, MARKDOWN, ODS, ODT, PDF, TEXT, TSV, XLSX, detect
from objectives_parser.readers.limits import Limits
from tests.factories import is_done_within
from tests.office import archive, excel, opendocument, p, rows, word

MARKED = "# Plan\n\n## Aims\n\n| A | B |\n|---|---|\n| a | b |\n"
CONTENTS: list[tuple[str, bytes]] = [
    (PDF, b"%PDF-1.7\nx"),
    (PDF, b"HTTP/1.1 200 OK\r\n\r\n" + b" " * 2000 + b"%PDF-1.4 ... %%EOF\n"),
    (DOCX, word(p("x"))),
    (XLSX, excel(rows("a|b"))),
    (ODT, opendocument("text", "")),
    (ODS, opendocument("spreadsheet", "")),
    (HTML, b"<!DOCTYPE html><p>x"),
    (HTML, b"\xef\xbb\xbf <!-- c --><html><body>x"),
    (HTML, b'<?xml version="1.0"?>\n<html xmlns="x"><body/></html>'),
    (HTML, b"<table><tr><td>a</td></tr></table>"),
    (MARKDOWN, MARKED.encode()),
    (MARKDOWN, MARKED.encode("utf-16")),
    (MARKDOWN, b"---\ntitle: Plan\n---\nText\n"),
    (CSV, b'Goal,Measure\n"Less waste, now",20%\nReuse,5\n'),
    (CSV, b"Goal;Measure\nLess waste;20%\nReuse;5\n"),
    (TSV, b'Goal\tMeasure\n"Less\nwaste"\t20%\nReuse\t5\n'),
    (TEXT, b"Goal, measure and date, as we said,\nare in, no, order\nat, all, here, now\n"),
    (TEXT, b"## AIMS\nGoal\tMeasure\nLess waste\t20%\n\t30%\n- 1) <u>x</u>\nReuse\t5\n"),
    (TEXT, "Größe".encode("cp1252")),
]


@pytest.mark.parametrize(("media_type", "data"), CONTENTS)
def test_by_content_alone(media_type: str, data: bytes) -> None:
    assert detect(data, "-") == media_type


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.md", b"# Plan\n\nJust text", MARKDOWN),
        ("a.csv", b"Goal", CSV),
        ("a.tsv", b"Goal\tDate", TSV),
        ("a.txt", b"Just text", TEXT),
        ("a.html", b"<p>x", HTML),
        ("a.md", b"<!doctype html><p>x", HTML),
        ("a.pdf", b"Just text", TEXT),
    ],
)
def test_the_name_decides_only_what_the_content_leaves_open(name: str, data: bytes, media_type: str) -> None:
    assert detect(data, name) == media_type


@pytest.mark.parametrize(
    "mark",
    [
        "# Goals", "Goals\n====", "**Goals**", "*Goals*", "_Goals_", "[Goals](goals.html)", "> Goals", "`Goals`",
        "{: .goals}", "| Goal | Due |", "Goal | Due\n--|--", "Goal  Due\n---- ----", "+----+\n| Goal", "<br>",
        "\\* Goals", "- Mend the roof\n  - Buy the slates", "1. Mend the roof\n   - Buy the slates",
    ],
)  # fmt: skip
def test_a_mark_of_markdown_makes_markdown(mark: str) -> None:
    text = f"Our plan\n\n{mark}\n\nMend the roof.\n"
    assert detect(text.encode(), "plan.md") == MARKDOWN
    assert detect(text.encode(), "plan.txt") == TEXT or "|" in mark


@pytest.mark.parametrize(
    "text",
    [
        "Our goals\n- Mend the roof\n- Paint the hall\nWho we are\n",
        "Goal 1:   Mend the roof     Due 2027\nGoal 2:   Paint the hall    Due 2028\n",
        "1. Mend the roof*\n2. Paint the hall_b\n\n* where it leaks\n",
        "Name: ______\n\nMend the roof\n\nHome | Plans | Contact\n",
        "● Mend the roof\n   ○ Buy the slates\n\nRoom #4, 2 < 3, a - b\n",
    ],
)
def test_text_without_a_mark_is_text_whatever_its_name(text: str) -> None:
    """Its lines, which Markdown would join, are its own."""
    assert detect(text.encode(), "plan.md") == TEXT
    assert not read(text.encode(), "plan.md").findings


@pytest.mark.parametrize("unit", ["--- ", "*a ", " _a", "a|", "- a\n", "`", "<", "-", "*", "# "])
def test_looking_for_marks_takes_no_longer_where_none_is(unit: str) -> None:
    assert is_done_within(2, lambda: detect((unit * (60_000 // len(unit)) + "x").encode(), "plan.md"))


def test_a_wrong_name_is_a_finding() -> None:
    document = read(word(p("Less waste")), "plan.pdf")
    assert document.media_type == DOCX
    assert [finding.code for finding in document.findings] == ["type-mismatch"]
    assert not read(b"Just text", "plan.csv", media_type=TEXT).findings
    assert not read(MARKED.encode(), "plan.txt").findings


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        archive({"readme.txt": "x"}),
        b'<?xml version="1.0"?><plan/>',
        b"{\\rtf1 x}",
        bytes(range(32)) * 20,
    ],
)
def test_what_cannot_be_read_names_what_can(data: bytes) -> None:
    with pytest.raises(UnknownFormat, match=r"DOCX.*|newer format"):
        read(data, "file.bin")


def test_an_encrypted_office_file() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(Encrypted, match="password"):
        read(data, "plan.docx")


def test_a_broken_archive() -> None:
    with pytest.raises(Damaged, match="anew"):
        read(b"PK\x03\x04 and nothing more", "plan.docx")


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_an_empty_file_is_a_document_that_says_so(data: bytes) -> None:
    document = read(data, "plan.md")
    assert document.blocks in ((), None) or not list(document.blocks or ())
    assert [finding.code for finding in document.findings] == ["empty-document"]
    assert len(document.sha256) == 64


def test_the_limit_on_bytes() -> None:
    with pytest.raises(OverLimit, match="--max-bytes"):
        read(b"x" * 101, "plan.txt", limits=Limits(max_bytes=100))


def test_the_seeds_are_plain_text(shared) -> None:  # type: ignore[no-untyped-def]
    for seed in sorted((shared / "seeds").glob("*.txt")):
        assert detect(seed.read_bytes(), "-") == TEXT


def test_text_with_a_table_of_pipes_is_read_as_markdown() -> None:
    """As converters of web pages write it, without any heading."""
    assert detect(b"Our year\nWhen | What | Who |\n---|---|---|\nMay | Mow | All |\n", "page.txt") == MARKDOWN
    assert detect(b"Our year\nWhen | What | Who\n-----------------\nMay | Mow | All\n", "page.txt") == TEXT
