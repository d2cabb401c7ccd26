"""Files into Documents: one module a format, chosen by the file's content and not by its name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

import attrs

from objectives_parser.document import Document, Finding
from objectives_parser.errors import UnknownFormat
from objectives_parser.readers.detection import CSV, DOCX, HTML, MARKDOWN, ODS, ODT, PDF, TEXT, TSV, XLSX, contradiction
from objectives_parser.readers.detection import detect as detect
from objectives_parser.readers.limits import Limits as Limits
from objectives_parser.readers.limits import over

PdfReader: TypeAlias = Literal["pdfium", "pdfplumber"]


@attrs.frozen(kw_only=True)
class Manner:
    """How a file is to be read: the limits, the password where it wants one, and which of the two PDF readers."""

    limits: Limits = attrs.field(factory=Limits)
    password: str | None = None
    reader: PdfReader = "pdfium"


Reader: TypeAlias = Callable[[bytes, str, Manner], Document]


def _pdf(data: bytes, name: str, manner: Manner) -> Document:
    from objectives_parser.readers import pdf

    return pdf.read(data, name, manner.limits, password=manner.password, reader=manner.reader)


def _text(data: bytes, name: str, manner: Manner) -> Document:
    from objectives_parser.readers import text

    return text.read(data, name, manner.limits)


def _markdown(data: bytes, name: str, manner: Manner) -> Document:
    from objectives_parser.readers import markdown

    return markdown.read(data, name, manner.limits)


def _html(data: bytes, name: str, manner: Manner) -> Document:
    from objectives_parser.readers import html

    return html.read(data, name, manner.limits)


def _csv(data: bytes, name: str, manner: Manner) -> Document:
    from objectives_parser.readers import separated

    return separated.read(data, name, manner.limits)


def _docx(data: bytes, name: str, manner: Manner) -> Document:
    from objectives_parser.readers import docx

    return docx.read(data, name, manner.limits)


def _xlsx(data: bytes, name: str, manner: Manner) -> Document:
    from objectives_parser.readers import xlsx

    return xlsx.read(data, name, manner.limits)


def _odt(data: bytes, name: str, manner: Manner) -> Document:
    from objectives_parser.readers.opendocument import text

    return text.read(data, name, manner.limits)


def _ods(data: bytes, name: str, manner: Manner) -> Document:
    from objectives_parser.readers.opendocument import spreadsheet

    return spreadsheet.read(data, name, manner.limits)


READERS: Mapping[str, Reader] = {
    PDF: _pdf,
    TEXT: _text,
    MARKDOWN: _markdown,
    HTML: _html,
    CSV: _csv,
    TSV: _csv,
    DOCX: _docx,
    ODT: _odt,
    XLSX: _xlsx,
    ODS: _ods,
}


def read(
    data: bytes,
    name: str,
    *,
    media_type: str | None = None,
    password: str | None = None,
    reader: PdfReader = "pdfium",
    limits: Limits | None = None,
) -> Document:
    """The file as a Document, by the reader for its content, or for ``media_type`` where the caller knows better.

    Raises UnknownFormat, Damaged, Encrypted or OverLimit (errors.py) when the file cannot be read at all.
    """
    bounds = limits or Limits()
    if len(data) > bounds.max_bytes:
        raise over(name, f"{len(data)} bytes", bounds.max_bytes, "--max-bytes")
    if not data or data.isspace():
        return _stamped(_empty(name, media_type or TEXT), data)
    found = media_type or detect(data, name)
    if found not in READERS:
        raise UnknownFormat(name=name, reason=f"no reader for {found}", remedy=f"One of: {', '.join(READERS)}.")
    document = READERS[found](data, name, Manner(limits=bounds, password=password, reader=reader))
    return _stamped(_noted(document, found if media_type is None else None), data)


def _empty(name: str, media_type: str) -> Document:
    """A file of no bytes, or of white space alone."""
    finding = Finding(code="empty-document", message="The file is empty.")
    return Document(name=name, media_type=media_type, text="", blocks=(), findings=(finding,))


def _noted(document: Document, detected: str | None) -> Document:
    """The document with a finding where its name promises another type than its content, or where it has no words."""
    findings = document.findings
    if detected and (message := contradiction(detected, document.name)):
        findings = (*findings, Finding(code="type-mismatch", message=message))
    known = {finding.code for finding in findings}
    if not document.text.strip() and not known & {"empty-document", "no-text-layer"}:
        findings = (*findings, Finding(code="empty-document", message="The file has no text."))
    return attrs.evolve(document, findings=findings)


def _stamped(document: Document, data: bytes) -> Document:
    return attrs.evolve(document, sha256=hashlib.sha256(data).hexdigest())
