"""What type a file is, by its content; its name is a hint only where the content leaves it open."""

from __future__ import annotations

import csv
import io
import re
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from objectives_parser.errors import Damaged, Encrypted, UnknownFormat

if TYPE_CHECKING:
    import zipfile

PDF = "application/pdf"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
CSV = "text/csv"
TSV = "text/tab-separated-values"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"

FORMATS = "PDF, plain text, Markdown, HTML, CSV, TSV, DOCX, ODT, XLSX, ODS"

ENDINGS = MappingProxyType(
    {
        ".pdf": PDF,
        ".txt": TEXT,
        ".text": TEXT,
        ".md": MARKDOWN,
        ".markdown": MARKDOWN,
        ".html": HTML,
        ".htm": HTML,
        ".xhtml": HTML,
        ".csv": CSV,
        ".tsv": TSV,
        ".tab": TSV,
        ".docx": DOCX,
        ".docm": DOCX,
        ".xlsx": XLSX,
        ".xlsm": XLSX,
        ".odt": ODT,
        ".ods": ODS,
    }
)

# A person may call any text ".txt", and a table with tabs ".csv": among these the content decides without a word.
KINDRED = (frozenset({TEXT, MARKDOWN}), frozenset({TEXT, CSV, TSV}))

SNIFFED_BYTES = 65_536
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

PROLOGUE = r"(?:\s|<\?xml[^>]{0,200}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->)*+"
HTML_START = re.compile(PROLOGUE + r"<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE)
HTML_FRAGMENT = re.compile(
    PROLOGUE + r"<(?:div|main|article|section|table|h[1-6]|p|ul|ol|dl|nav|header)\b", re.IGNORECASE
)
HTML_TAG = re.compile(r"</(?:p|div|table|td|tr|li|ul|ol|h[1-6]|a|span)>", re.IGNORECASE)
XML_START = re.compile(r"\s*<\?xml\b|\s*<!DOCTYPE\b", re.IGNORECASE)

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[\w-]+:.*|[ \t#].*|)\r?\n")
ATX_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
PIPE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$", re.MULTILINE)
PIPED_RULE = re.compile(r"\|[ \t]*\r?\n\|?(?:[ \t]*:?-{3,}:?[ \t]*\|){2,}[ \t:-]*$", re.MULTILINE)
TABLE_TAG = re.compile(r"^[ \t]*<table\b", re.MULTILINE | re.IGNORECASE)
# Marks of Markdown in a line (`# Title`, `> said`, `{: .box}`, `====`, `---- ----`, `--|--`, `| cell | cell |`) …
LINE_MARKS = (
    r"^[ ]{0,3}(?:#{1,6}(?!#)|>|\{[:%]|\+[-=]|=+[ \t]*$|(?=[-|: \t]*--)[-|: \t]++$|\*{3,}[ \t]*$)|^[ \t]*\|[^|\n]*\|"
)
# … within one (`**bold**`, `*slanted*`, `_slanted_`, `[name](page)`, `` `code` ``, `<br>`, `\*`) …
WORD_MARKS = (
    r"\*\*[^\s*]|(?<!_)__[^\W_]|(?<![\w*])\*[^\s*][^*\n]*\*(?!\w)|(?<!\w)_[^\s_][^_\n]*_(?!\w)|"
    r"\]\(|`|</?[a-zA-Z!]|\\[*_#|\[\]<>-]"
)
# … and a list in a list: `- one` over `  - its part`
NESTED_LIST = r"^(?:[-*+]|\d{1,2}[.)])[ \t][^\n]+\n(?:[ ]{2,4}|\t)[-*+][ \t]"
MARKS = re.compile(f"{LINE_MARKS}|{WORD_MARKS}|{NESTED_LIST}", re.MULTILINE)
TABBED_LINE = re.compile(r"^[^\t\n]*\t", re.MULTILINE)


def detect(data: bytes, name: str) -> str:
    """The media type of a file's content. Raises UnknownFormat for what is no format of ours."""
    head = data[:SNIFFED_BYTES]
    if b"%PDF-" in head[:1024] or _junk_before_pdf(data):
        return PDF
    if head.startswith(b"PK"):
        return _zipped(data, name)
    if head.startswith(OLE_MAGIC):
        raise _ole(data, name)
    if not _is_text(head):
        raise UnknownFormat(name=name, reason="the content is no format that can be read", remedy=f"Give {FORMATS}.")
    return _written(data, name)


def contradiction(detected: str, name: str) -> str | None:
    """A sentence where the file's name promises another type than ``detected``; None where they agree."""
    promised = ENDINGS.get(PurePath(name).suffix.lower())
    if promised is None or promised == detected or any({promised, detected} <= kin for kin in KINDRED):
        return None
    return f"The name promises {promised}, the content is {detected}; it was read as {detected}."


def _junk_before_pdf(data: bytes) -> bool:
    """Mail gateways and web servers write headers before a PDF's own first line; its end marks it as well."""
    return b"%PDF-1." in data[:SNIFFED_BYTES] and b"%%EOF" in data[-2048:]


def _zipped(data: bytes, name: str) -> str:
    """Which office format a ZIP archive holds: OpenDocument says it in ``mimetype``, OOXML by the part that it has."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = set(archive.namelist())
            declared = archive.read("mimetype")[:200].decode("ascii", "replace").strip() if "mimetype" in parts else ""
            types = _content_types(archive, parts)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError) as error:
        remedy = "Get the file again, or open and save it anew in its program."
        raise Damaged(name=name, reason=f"the ZIP archive is broken ({error})", remedy=remedy) from error
    found = _open_document(declared, parts) or _office_open(types, parts)
    if found is None:
        raise UnknownFormat(name=name, reason="a ZIP archive that is no document", remedy=f"Unpack it; give {FORMATS}.")
    return found


def _content_types(archive: zipfile.ZipFile, parts: set[str]) -> str:
    if "[Content_Types].xml" not in parts or archive.getinfo("[Content_Types].xml").file_size > 2_000_000:
        return ""
    return archive.read("[Content_Types].xml").decode("utf-8", "replace")


def _open_document(declared: str, parts: set[str]) -> str | None:
    """A text or a sheet; templates are, and a text that an office program took over from a web page or that has parts
    in files of their own."""
    for media_type in (ODT, ODS):
        if declared.startswith(media_type) and declared[len(media_type) :] in ("", "-template", "-web", "-master"):
            return media_type
    return ODT if not declared and {"content.xml", "META-INF/manifest.xml"} <= parts else None


def _office_open(types: str, parts: set[str]) -> str | None:
    if "word/document.xml" in parts or "wordprocessingml.document.main" in types or "ms-word.document" in types:
        return DOCX
    if "xl/workbook.xml" in parts or "spreadsheetml.sheet.main" in types or "ms-excel.sheet.macro" in types:
        return XLSX
    return None


def _ole(data: bytes, name: str) -> Encrypted | UnknownFormat:
    """The old container of Microsoft's programs: an encrypted new file, or a .doc, .xls, .ppt."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Encrypted(name=name, reason="the file is encrypted", remedy="Save it without a password and try again.")
    remedy = f"Save it in the newer format; {FORMATS} can be read."
    return UnknownFormat(name=name, reason="an old Microsoft Office file (.doc, .xls, .ppt)", remedy=remedy)


def _is_text(head: bytes) -> bool:
    """Text has next to no control characters; NUL, unless it is UTF-16, only here and there, where a converter wrote it
    for a glyph that has no letter."""
    if head.startswith(UTF16_MARKS) or _utf16_unmarked(head):
        return True
    controls = sum(head.count(bytes([code])) for code in range(32) if code not in b"\t\n\r\f\x0b\x1a\x1b\x08")
    return controls <= len(head) // 200 and not head.startswith((b"{\\rtf", b"%!PS"))


def _utf16_unmarked(head: bytes) -> bool:
    """UTF-16 without a byte order mark: every second byte of Western text is NUL, on one side only."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) * 0.3 and min(even, odd) < len(head) * 0.02


def _written(data: bytes, name: str) -> str:
    """Which of the written formats a text is."""
    text = _rough_text(data[:SNIFFED_BYTES])
    hint = ENDINGS.get(PurePath(name).suffix.lower())
    if HTML_START.match(text) or (hint == HTML and (HTML_TAG.search(text) or HTML_FRAGMENT.match(text))):
        return HTML
    if XML_START.match(text):
        raise UnknownFormat(name=name, reason="an XML file of another kind", remedy=f"Give {FORMATS}.")
    if hint == MARKDOWN:
        return MARKDOWN if _has_marks(text) else TEXT
    if hint in (CSV, TSV):
        return hint
    if hint is None and HTML_FRAGMENT.match(text) and len(HTML_TAG.findall(text)) >= 2:
        return HTML
    if _is_markdown(text):
        return MARKDOWN
    return _separated(text, len(data) > SNIFFED_BYTES) or TEXT


def _rough_text(head: bytes) -> str:
    """The first characters, good enough to look at their shape."""
    if head.startswith(UTF16_MARKS):
        return head.decode("utf-16", "replace")
    if _utf16_unmarked(head):
        return head.decode("utf-16-be" if head[:1] == b"\0" else "utf-16-le", "replace")
    return head.decode("utf-8-sig", "replace")


def _is_markdown(text: str) -> bool:
    """Front matter, or headings together with a table that only Markdown can hold.

    Text extractors leave ``##``, ``<u>`` and ``- 1)`` in plain text that is laid out with tabs; that stays plain text.
    """
    if FRONT_MATTER.match(text):
        return True
    if len(TABBED_LINE.findall(text)) > 3:
        return False
    if _has_pipe_table(text):
        return True
    return len(ATX_HEADING.findall(text)) >= 2 and bool(PIPE_RULE.search(text) or TABLE_TAG.search(text))


def _has_marks(text: str) -> bool:
    """Whether a file that is named as Markdown bears any mark of it, lists left aside: programs save the plain text of
    pages under that name, and its lines are no Markdown's."""
    return MARKS.search(text) is not None or FRONT_MATTER.match(text) is not None


def _has_pipe_table(text: str) -> bool:
    """Whether a rule of dashes and pipes stands right under a line that a pipe ends, as converters of web pages write
    tables into text without any other mark."""
    return "-|" in text and PIPED_RULE.search(text) is not None


def _separated(text: str, cut: bool) -> str | None:
    """CSV or TSV where the rows, read by the rules of CSV, all have the same number of cells and some are quoted, or
    the commas are too regular for prose. Tabs alone stay plain text, whose own layout reads them."""
    for media_type, delimiter in ((CSV, ","), (CSV, ";"), (TSV, "\t")):
        rows = _rows(text, delimiter)[: -1 if cut else None]
        widths = {len(row) for row in rows}
        quoted = f'{delimiter}"' in text or f'"{delimiter}' in text
        if len(rows) >= 3 and len(widths) == 1 and widths.pop() >= 2 and (quoted or _is_terse(rows, delimiter)):
            return media_type
    return None


def _rows(text: str, delimiter: str) -> list[list[str]]:
    try:
        return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
    except csv.Error:
        return []


def _is_terse(rows: list[list[str]], delimiter: str) -> bool:
    """No cell begins with a blank, as the words after a comma in prose do."""
    return delimiter != "\t" and not any(cell.startswith(" ") for row in rows for cell in row)
