"""PDF pages through pdfplumber: slower, and made by other hands; the second opinion and the oracle of the tests."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from objectives_parser.document import BBox, Document
from objectives_parser.errors import Damaged, Encrypted
from objectives_parser.readers.glyphs import BULLETS, NUMBERED, printed_text
from objectives_parser.readers.ink import Ink, Outline
from objectives_parser.readers.limits import Limits
from objectives_parser.readers.pdf import checked_count, document_of, in_time
from objectives_parser.readers.printed import BOLD_FONT, ITALIC_FONT, Print, PrintedPage, Style
from objectives_parser.readers.spacing import closed_up

GAP = 0.17  # ems between two characters that part words
UNDECODED = re.compile(r"\(cid:\d+\)")

Char = dict[str, Any]


def read(data: bytes, name: str, limits: Limits, *, password: str | None = None) -> Document:
    """The file's pages. Raises Damaged, Encrypted or OverLimit."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        pdf = pdfplumber.open(io.BytesIO(data), password=password)
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            reason = "the password is wrong" if password else "the PDF is encrypted"
            raise Encrypted(name=name, reason=reason, remedy="Give its password with --password.") from error
        remedy = "Read it with --reader pdfium, which mends more, or download it again."
        raise Damaged(name=name, reason="the PDF is damaged or cut off", remedy=remedy) from error
    with pdf:
        checked_count(len(pdf.pages), name, limits)
        pages = list(in_time((_page(page) for page in pdf.pages), name, limits))
        return document_of(name, pages, {str(k).lower(): str(v) for k, v in pdf.metadata.items() if v})


def _page(page: Any) -> PrintedPage | None:
    """One page; None if it cannot be read. What pdfplumber keeps of it is let go."""
    try:
        x, y = float(page.bbox[0]), float(page.bbox[1])
        ink = Ink(width=float(page.width), height=float(page.height))
        for outline in _outlines(page, x, y):
            ink.draw(outline)
        prints = tuple(closed_up([*_prints(page.dedupe_chars(tolerance=0.4).chars, x, y)]))
        images = tuple(_moved(_box(image), x, y) for image in page.images)
    except (ValueError, TypeError, KeyError, RecursionError, AssertionError):
        return None
    finally:
        page.close()
    return PrintedPage(
        number=page.page_number,
        width=ink.width,
        height=ink.height,
        prints=prints,
        rulings=tuple(ink.rulings),
        fills=tuple(ink.fills),
        images=images,
        marks=tuple(ink.marks),
        covers=tuple(ink.covers),
    )


def _prints(chars: Iterable[Char], x: float, y: float) -> Iterator[Print]:
    """Characters in the order of the content → words, cut at white space and at gaps."""
    word: list[Char] = []
    for char in chars:
        if char["text"].isspace() or not char["text"]:
            yield from _print(word, x, y)
            word = []
            continue
        if word and not _adjoins(word[-1], char):
            yield from _print(word, x, y)
            word = []
        word.append(char)
    yield from _print(word, x, y)


def _adjoins(a: Char, b: Char) -> bool:
    """Whether the next character goes on with the word: on its line, close by, set as large unless on the line."""
    size = max(_size(a), 1.0)
    if a["text"] in BULLETS and b["text"].isalnum():
        return False
    if _turn(a) or _turn(b):
        far = math.hypot(
            (a["x0"] + a["x1"] - b["x0"] - b["x1"]) / 2, (a["top"] + a["bottom"] - b["top"] - b["bottom"]) / 2
        )
        return far < 1.1 * size
    level = abs(a["bottom"] - b["bottom"]) < 0.3 * size
    apart: float = b["x0"] - a["x1"]
    return level and -0.5 * size < apart < GAP * size


def _print(chars: list[Char], x: float, y: float) -> Iterator[Print]:
    if not chars:
        return
    number = NUMBERED.match("".join(char["text"] for char in chars))
    if number and all(len(char["text"]) == 1 for char in chars[: number.end()]):
        yield from _print(chars[: number.end()], x, y)
        chars = chars[number.end() :]
    style = _style(chars[0])
    text = printed_text(UNDECODED.sub("\ufffd", "".join(char["text"] for char in chars)), style.font)
    if text.strip():
        box = (
            min(c["x0"] for c in chars),
            min(c["top"] for c in chars),
            max(c["x1"] for c in chars),
            max(c["bottom"] for c in chars),
        )
        yield from (Print(part, _moved(box, x, y), style) for part in text.split())


def _style(char: Char) -> Style:
    name = str(char["fontname"])
    name = name[7:] if name[6:7] == "+" else name
    return Style(
        size=round(_size(char), 2),
        bold=bool(BOLD_FONT.search(name)),
        italic=bool(ITALIC_FONT.search(name)),
        color=_color(char.get("non_stroking_color")),
        font=name,
        angle=_turn(char),
        unmapped=bool(UNDECODED.match(char["text"])),
    )


def _turn(char: Char) -> float:
    """The turn of the baseline in whole degrees, 0 for nearly level text."""
    angle = round(math.degrees(math.atan2(char["matrix"][1], char["matrix"][0])))
    return 0.0 if abs(angle) <= 1 else float(angle)


def _size(char: Char) -> float:
    """The type size; of turned text the box's, which is a little larger."""
    if not _turn(char):
        return float(char["size"])
    return float(min(max(char["width"], char["height"]), 2 * min(char["width"], char["height"])))


def _color(value: Any) -> str | None:
    """A colour of any colour space as ``#rrggbb``, black for an unknown one."""
    if value is None:
        return None
    parts = [float(v) for v in (value if isinstance(value, (list, tuple)) else [value]) if isinstance(v, (int, float))]
    if len(parts) == 1:
        parts = parts * 3
    elif len(parts) == 4:
        cyan, magenta, yellow, key = parts
        parts = [(1 - ink) * (1 - key) for ink in (cyan, magenta, yellow)]
    if len(parts) != 3:
        return None
    return "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02x}" for part in parts)


def _outlines(page: Any, x: float, y: float) -> Iterator[Outline]:
    """Everything drawn, as outlines."""
    for item in (*page.rects, *page.lines, *page.curves):
        points = [(px - x, py - y) for px, py in item["pts"]]
        if len(points) < 2:
            continue
        fill = _color(item.get("non_stroking_color")) or "#000000" if item.get("fill") else None
        color = _color(item.get("stroking_color")) or "#000000" if item.get("stroke") else None
        yield Outline(
            points=points,
            closed=item["object_type"] == "rect",
            curved=item["object_type"] == "curve" and any(step[0] == "c" for step in item.get("path") or ()),
            fill=fill,
            stroke=float(item.get("linewidth") or 0.0) if color is not None else None,
            color=color,
        )


def _box(item: dict[str, Any]) -> BBox:
    return item["x0"], item["top"], item["x1"], item["bottom"]


def _moved(box: BBox, x: float, y: float) -> BBox:
    return box[0] - x, box[1] - y, box[2] - x, box[3] - y
