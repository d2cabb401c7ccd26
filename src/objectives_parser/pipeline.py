"""parse(): the stages in order, on one screen."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias

from objectives_parser import ledger
from objectives_parser.document import Document, Finding, Table
from objectives_parser.errors import ReadError
from objectives_parser.records import (
    Action,
    Diagnostic,
    Measure,
    Milestone,
    Objective,
    Place,
    Plan,
    Reading,
    Source,
    places,
)

if TYPE_CHECKING:
    from objectives_parser.readers import Limits, PdfReader

Input: TypeAlias = "str | os.PathLike[str] | bytes | IO[bytes]"


def parse(
    source: Input,
    *,
    name: str | None = None,
    media_type: str | None = None,
    password: str | None = None,
    reader: PdfReader = "pdfium",
    limits: Limits | None = None,
    vocabulary: str | os.PathLike[str] | None = None,
) -> Plan:
    """The plan that a file states.

    ``source`` is a path, or bytes or a binary file with its ``name``. ``media_type`` settles what the content leaves
    open, ``reader`` chooses the PDF reader (``pdfium`` or ``pdfplumber``), ``vocabulary`` is a TOML file with more
    header words. Raises ``ReadError`` if the file cannot be read at all; what is odd in a readable one is a diagnostic.
    """
    with _unswept():
        # No name for the document here: it is gone, word for word, before the collector wakes and walks through it.
        return understand(
            read(source, name=name, media_type=media_type, password=password, reader=reader, limits=limits),
            vocabulary=vocabulary,
        )


def read(
    source: Input,
    *,
    name: str | None = None,
    media_type: str | None = None,
    password: str | None = None,
    reader: PdfReader = "pdfium",
    limits: Limits | None = None,
) -> Document:
    """The file as a document: its words, and the blocks that they stand in."""
    from objectives_parser import readers
    from objectives_parser.layout import lay_out

    limits = limits or readers.Limits()
    name = name or _name_of(source)
    with _unswept():
        # No name for the file's bytes here either: they are gone before the document is laid out.
        return lay_out(
            readers.read(
                _bytes_of(source, name, limits),
                name,
                media_type=media_type,
                password=password,
                reader=reader,
                limits=limits,
            )
        )


def understand(document: Document, *, vocabulary: str | os.PathLike[str] | None = None) -> Plan:
    """The plan that a document states: its records, what is doubtful, and where every word went."""
    from objectives_parser.reading import recognize
    from objectives_parser.roles import load_vocabulary
    from objectives_parser.statements import forget

    with _unswept():
        try:
            reading = recognize(document, None if vocabulary is None else load_vocabulary(Path(vocabulary)))
        finally:
            forget()
    return Plan(
        source=Source(
            name=document.name, media_type=document.media_type, sha256=document.sha256, pages=document.page_count
        ),
        about=reading.about,
        objectives=tuple(record for record in reading.records if isinstance(record, Objective)),
        measures=tuple(record for record in reading.records if isinstance(record, Measure)),
        milestones=tuple(record for record in reading.records if isinstance(record, Milestone)),
        actions=tuple(record for record in reading.records if isinstance(record, Action)),
        diagnostics=(*map_findings(document), *reading.diagnostics, *_silence(document, reading)),
        ledger=ledger.count(document, reading.uses),
    )


@contextmanager
def _unswept() -> Iterator[None]:
    """No search for circular garbage meanwhile. A plan of ninety pages makes 200,000 objects that all stay and a few
    hundred that go round in circles; to look through them again and again took a tenth of the time."""
    sweeping = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sweeping:
            gc.enable()


def _name_of(source: Input) -> str:
    if isinstance(source, bytes):
        return "data"
    path = getattr(source, "name", None) if hasattr(source, "read") else source
    return Path(path).name or str(path) if isinstance(path, str | os.PathLike) else "data"


def _bytes_of(source: Input, name: str, limits: Limits) -> bytes:
    """The file's bytes. Never more than one over the limit is read, so that an endless file ends."""
    from objectives_parser.readers.limits import over

    if isinstance(source, bytes):
        data = source
    elif isinstance(source, str | os.PathLike):
        try:
            with open(source, "rb") as file:
                data = file.read(limits.max_bytes + 1)
        except OSError as error:
            raise _unopened(source, error) from error
    else:
        data = source.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise over(name, f"more than {limits.max_bytes} bytes", limits.max_bytes, "--max-bytes")
    return data


def _unopened(source: str | os.PathLike[str], error: OSError) -> ReadError:
    match error:
        case FileNotFoundError():
            reason, remedy = "there is no such file", "Check the path."
        case IsADirectoryError():
            reason, remedy = "it is a folder", "Name the files inside it."
        case PermissionError():
            reason, remedy = "there is no permission to read it", "Change its permissions or run as its owner."
        case _:
            reason, remedy = (error.strerror or str(error)).lower(), "Check the path and the disk."
    return ReadError(name=os.fspath(source), reason=reason, remedy=remedy)


def map_findings(document: Document) -> tuple[Diagnostic, ...]:
    """What the readers and the layout met, as diagnostics with their places."""
    return tuple(
        Diagnostic(code=finding.code, message=finding.message, where=_where(finding, document))
        for finding in document.findings
    )


def _where(finding: Finding, document: Document) -> tuple[Place, ...]:
    if finding.words:
        return places(finding.words, document.text, printed=document.printed)
    return tuple(Place(page=page, bbox=None, start=0, end=0) for page in finding.pages)


def _silence(document: Document, reading: Reading) -> tuple[Diagnostic, ...]:
    """Why there are no records, if there are none."""
    explained = {"empty-document", "no-text-layer"} & {finding.code for finding in document.findings}
    if reading.records or explained:
        return ()
    words, blocks = len(document.text.split()), document.blocks or ()
    tables = sum(isinstance(block, Table) for block in blocks)
    message = (
        f"No statement among the document's {words} words and {tables} tables stands under a header, label or heading "
        "that announces objectives, measures, milestones or actions, or reads like one."
    )
    return (Diagnostic(code="no-records", message=message),)
