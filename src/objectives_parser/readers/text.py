"""Plain text: bytes → words on a grid. ``Document.text`` is the decoded file, the byte order mark left out.

Remains of Markdown and HTML (``##``, ``<u>``, ``**``) stay in the text but belong to no word: a token such as
``<u>Supporting`` holds the word ``Supporting``.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from objectives_parser import late as regex
from objectives_parser.document import GRID_X, GRID_Y, BBox, Document, Finding, Page, Word, WordDraft
from objectives_parser.laid_out import as_laid_out
from objectives_parser.readers.blank_tabs import without_blank_tabs
from objectives_parser.readers.misread import with_bullets
from objectives_parser.readers.padded import columns_of, page_width
from objectives_parser.readers.swapped import with_ligatures
from objectives_parser.roles import names_numbered_columns

TAB_STOP = 8

_INLINE_TAGS = (
    "a|b|big|br|center|code|del|div|em|font|h[1-6]|hr|i|ins|li|mark|ol|p|s|small|span|strike|strong|sub|sup|u|ul"
)
# `<u>Supporting effective implementation</u>`, `<br/>`, `<span class="x">`
_TAG = regex.compile(rf"</?(?:{_INLINE_TAGS})(?:\s[^<>\n]{{0,200}})?/?>", regex.IGNORECASE)
_COMMENT = regex.compile(r"<!--.{0,2000}?-->", regex.DOTALL)
# `## PERMANENT SECRETARY …`: the hashes are mark-up, the heading's level is read from them by layout
_HASHES = regex.compile(r"(?m)(?:^|(?<=\r))[ \t]{0,3}#{1,6}(?=\s|\Z)(?!\s+(?:of\s|\|))")
# `**bold**`, `__bold__` glued to the words they mark
_EMPHASIS = regex.compile(r"(?<![*\w])(?:\*{2,3}|_{2,3})(?=\S)|(?<=\S)(?:\*{2,3}|_{2,3})(?![*\w])")
# Control characters, which converters leave where they moved letters together, print nothing and belong to no word
# `●Maintain`: a bullet glued to its item is a word of its own
_WORD = regex.compile(r"[•●▪■◦‣▶➢❖◆➔](?=\p{Lu})(?<!\S.)|[^\s\p{Cc}]+")
_CONTROLS = regex.compile(r"[\x00-\x07\x0e-\x19\x1c-\x1f\x7f]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
         (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip


@attrs.frozen(kw_only=True)
class Decoded:
    """A file's text, the encoding it was read in, and what to tell the reader of the plan about it."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes) -> Decoded:
    """Bytes → text. UTF-8 and the byte order marks first, then detection; no byte is lost (Latin-1 at the last)."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    try:
        if not _looks_utf16(data):  # whose ASCII would be UTF-8 with a NUL behind each letter
            return _told_of(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    return _decoded(data, _detect(data))


def _decoded(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        encoding = "utf-8 with bytes that do not belong" if encoding == "utf-8" else f"{encoding}, in part"
        text = data.decode("latin-1")
    return _told_of(text, encoding)


def _told_of(text: str, encoding: str) -> Decoded:
    """The text with what to tell of its encoding and of control characters, which some converters write for glyphs that
    they cannot name (`o\\0cers`)."""
    findings: list[Finding] = []
    if encoding != "utf-8":
        findings.append(Finding(code="encoding", message=f"The text was read as {encoding}."))
    if count := len(_CONTROLS.findall(text)):
        signs = "one control character" if count == 1 else f"{count} control characters"
        message = f"The text has {signs} where a converter may have lost letters; no word holds them."
        findings.append(Finding(code="control-characters", message=message))
    return Decoded(text=text, encoding=encoding, findings=tuple(findings))


def _detect(data: bytes) -> str:
    if _looks_utf16(data):
        return "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    try:
        data.decode("cp1252")
        return "cp1252"  # by far the most frequent of the single-byte encodings in English documents
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data[:200_000]).best()
        return best.encoding if best else "latin-1"


def _looks_utf16(data: bytes) -> bool:
    sample = data[:2000]
    return len(sample) > 3 and max(sample[0::2].count(0), sample[1::2].count(0)) > 0.4 * (len(sample) / 2)


def read(data: bytes, name: str, limits: object = None) -> Document:
    """A text file → a Document whose pages are what form feeds part; words stand on a grid of characters."""
    decoded = decode(data)
    text = without_blank_tabs(with_bullets(with_ligatures(decoded.text)))
    return Document(
        name=name,
        media_type="text/plain",
        text=text,
        page_count=text.count("\f") + 1,
        pages=tuple(_pages(text)),
        findings=decoded.findings,
    )


def mask_markup(text: str) -> str:
    """The text with mark-up turned to blanks of the same length, so that offsets stay true."""
    text = as_laid_out(text)
    for pattern in (_COMMENT, _TAG, _HASHES, _EMPHASIS):
        text = pattern.sub(_blanks, text)
    return text


def _blanks(found: regex.Match[str]) -> str:
    """As many blanks as a mark has characters; the mark itself where it names a column of numbers."""
    sign = found.group()
    if sign.lstrip(" \t") == "#":
        end = found.string.find("\n", found.end())
        if names_numbered_columns(found.string[found.start() : end if end >= 0 else None]):
            return sign
    return " " * len(sign)


def _pages(text: str) -> Iterator[Page]:
    masked = mask_markup(text)
    start = 0
    for number, part in enumerate(masked.split("\f"), 1):
        words, width, rows = _grid_words(part, start, number)
        yield Page(number=number, width=width * GRID_X, height=rows * GRID_Y, words=words)
        start += len(part) + 1


def _grid_words(part: str, offset: int, number: int) -> tuple[tuple[Word, ...], int, int]:
    words: list[Word] = []
    width = 0
    position = 0
    lines = part.splitlines(keepends=True)
    placed = _placed(lines) if "\t" not in part else None
    for row, line in enumerate(lines):
        columns: Mapping[int, int] | Sequence[int] | None
        columns = placed[row] if placed else _columns(line) if "\t" in line else None
        top, bottom, begin = row * GRID_Y, (row + 1) * GRID_Y, offset + position
        for match in _WORD.finditer(line):
            at, text = match.start(), match.group()
            x = columns[at] if columns else at
            behind = x + len(text)
            words.append(_word(text, begin + at, number, (x * GRID_X, top, behind * GRID_X, bottom)))
            if behind > width:
                width = behind
        position += len(line)
    return tuple(words), width, len(lines)


def _word(text: str, start: int, number: int, box: BBox) -> Word:
    draft: Any = WordDraft()
    draft.text = text
    draft.start = start
    draft.end = start + len(text)
    draft.page = number
    draft.bbox = box
    draft.size = GRID_Y
    draft.bold = draft.italic = draft.superscript = draft.hidden = draft.watermark = draft.glued = False
    draft.color = draft.font = draft.place = None
    draft.angle = 0.0
    draft.__class__ = Word
    word: Word = draft
    return word


def _placed(lines: Sequence[str]) -> list[dict[int, int]] | None:
    """For each line of a page that a converter wrote word by word, the grid column of each word by that of its first
    sign."""
    bare = [line.rstrip("\r\n") for line in lines]
    width = page_width(bare)
    if width is None:
        return None
    words = [[(found.start(), found.group()) for found in _WORD.finditer(line)] for line in bare]
    return [
        dict(zip((at for at, _ in line), columns, strict=True))
        for line, columns in zip(words, columns_of(words, width), strict=True)
    ]


def _columns(line: str) -> list[int]:
    """The grid column of each character, tabs taken to the next tab stop."""
    at, column = [], 0
    for char in line:
        at.append(column)
        column = column + TAB_STOP - column % TAB_STOP if char == "\t" else column + 1
    return at
