"""Bad input, line by line as the contract's table has it: never a traceback, a hang, or an invented record."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.command import Ran, run

LISTS = ("objectives", "measures", "milestones", "actions")


def pdf(*pages: str, **options: object) -> bytes:
    """A PDF with a line of text a page; an empty line makes the page a scan, a picture without text."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, **options)
    for page in pages:
        if page:
            canvas.drawString(72, 700, page)
        else:
            canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def codes(ran: Ran) -> list[str]:
    return [diagnostic["code"] for diagnostic in ran.plan["diagnostics"]]


def refused(ran: Ran, *words: str) -> None:
    """Exit 1, nothing printed, and one sentence that has the words."""
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    for word in words:
        assert word in ran.err


def states_nothing(ran: Ran, code: str) -> None:
    """Exit 0, empty lists and a diagnostic that says why."""
    assert (ran.code, ran.err) == (0, "")
    assert [ran.plan[kind] for kind in LISTS] == [[], [], [], []]
    assert code in codes(ran)


def test_no_such_file(tmp_path: Path) -> None:
    refused(run(tmp_path / "none.pdf"), "none.pdf", "no such file")


def test_a_folder(tmp_path: Path) -> None:
    refused(run(tmp_path), str(tmp_path), "folder")


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_bytes(b"Goal 1: Hide\n")
    path.chmod(0)
    refused(run(path), "secret.txt", "permission")


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    states_nothing(run(path), "empty-document")


def test_a_readable_file_that_states_nothing(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir,\n\nThe weather was fine yesterday.\n")
    states_nothing(run(path), "no-records")


def test_content_is_believed_over_the_ending_with_a_diagnostic(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(pdf("The weather was fine."))
    ran = run(path)
    assert ran.plan["source"]["media_type"] == "application/pdf"
    assert "type-mismatch" in codes(ran)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + bytes(100), b"\x7fELF" + bytes(range(256)) * 9])
def test_content_that_is_nothing_we_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(content)
    refused(run(path), "plan.pdf", "PDF", "DOCX", "Markdown")


def test_a_damaged_pdf(tmp_path: Path) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(b"%PDF-1.4\n" + b"nonsense " * 50)
    refused(run(path), "damaged.pdf")


def test_a_truncated_office_file(tmp_path: Path) -> None:
    path = tmp_path / "cut.docx"
    path.write_bytes(b"PK\x03\x04" + bytes(60))
    refused(run(path), "cut.docx")


def test_an_encrypted_pdf_wants_its_password(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(pdf("The weather was fine.", encrypt="sesame"))
    refused(run(path), "locked.pdf", "--password")
    refused(run(path, "--password", "wrong"), "locked.pdf", "password")
    states_nothing(run(path, "--password", "sesame"), "no-records")


def test_pages_without_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf("", "", ""))
    ran = run(path)
    states_nothing(ran, "no-text-layer")
    (diagnostic,) = [given for given in ran.plan["diagnostics"] if given["code"] == "no-text-layer"]
    assert "OCR" in diagnostic["message"]
    assert [place["page"] for place in diagnostic["where"]] == [1, 2, 3]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
def test_an_encoding_that_is_not_utf8_is_found_and_named(tmp_path: Path, encoding: str) -> None:
    text = "Café society – the “naïve” plan’s weather was fine.\n" * 3
    path = tmp_path / "old.txt"
    path.write_bytes(text.encode(encoding))
    ran = run(path)
    assert "encoding" in codes(ran)
    assert run("--format", "text", path).out == text


def test_utf16_without_a_mark_is_found_where_all_letters_are_plain(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_bytes(("The weather was fine.\n" * 3).encode("utf-16-le"))
    ran = run(path)
    assert "encoding" in codes(ran)
    assert "control-characters" not in codes(ran)


def test_text_with_a_few_control_characters_is_read_and_they_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "glyphs.txt"
    path.write_bytes(
        b"Goal 1: Train all o\0cers of the harbour\n" + b"The harbour was calm on that day.\n" * 20 + b"\x02\n"
    )
    ran = run(path)
    (told,) = [given for given in ran.plan["diagnostics"] if given["code"] == "control-characters"]
    assert "2 control characters" in told["message"]
    assert [aim["text"] for aim in ran.plan["objectives"]]


def test_no_byte_of_an_undecodable_text_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "bytes.txt"
    path.write_bytes("Ünïcode words, then ".encode() + b"\x81\x8d\x8f\xff\n")
    ran = run("--format", "text", path)
    assert ran.code == 0
    assert len(ran.out) >= len("Ünïcode words, then ") + 4


def test_too_many_bytes(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"word " * 100)
    refused(run(path, "--max-bytes", 100), "large.txt", "100", "--max-bytes")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file on this system")
def test_an_endless_file_ends_at_the_limit() -> None:
    refused(run("/dev/zero", "--max-bytes", 1000), "/dev/zero", "--max-bytes")


def test_too_many_pages(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf(*["The weather was fine."] * 3))
    refused(run(path, "--max-pages", 2), "long.pdf", "2", "--max-pages")


def test_too_many_seconds(tmp_path: Path) -> None:
    path = tmp_path / "slow.txt"
    path.write_bytes(b"A line of text\tand another\n" * 100_000)
    refused(run(path, "--max-seconds", 0.05), "slow.txt", "0.05", "--max-seconds")
