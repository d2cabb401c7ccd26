"""The styles of a workbook's cells: bold fonts, fills, number formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from objectives_parser.readers.archives import attribute, child, local
from objectives_parser.readers.numbers import BUILT_IN
from objectives_parser.readers.xlsx.strings import is_on

if TYPE_CHECKING:
    from lxml import etree

Entry = TypeVar("Entry")


@attrs.frozen(kw_only=True)
class CellStyle:
    """What of a cell's style matters for reading it."""

    bold: bool = False
    size: float = 0.0
    fill: str | None = None
    code: str = "General"


class CellStyles:
    """A workbook's cell styles by number."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: list[CellStyle] = []
        if root is None:
            return
        codes = {
            attribute(entry, "numFmtId"): attribute(entry, "formatCode") or "General"
            for entry in _children(root, "numFmts")
        }
        fonts = _children(root, "fonts")
        fills = [_fill(entry) for entry in _children(root, "fills")]
        for entry in _children(root, "cellXfs"):
            identity = attribute(entry, "numFmtId") or "0"
            built_in = BUILT_IN.get(int(identity), "General") if identity.isdigit() else "General"
            font = _at(fonts, attribute(entry, "fontId"))
            size = attribute(child(font, "sz"), "val") or "0"
            self._styles.append(
                CellStyle(
                    bold=is_on(child(font, "b")),
                    size=float(size) if size.replace(".", "", 1).isdigit() else 0.0,
                    fill=_at(fills, attribute(entry, "fillId")),
                    code=codes.get(identity, built_in),
                )
            )

    def at(self, number: str | None) -> CellStyle:
        """The style of a cell that names this number."""
        return _at(self._styles, number) or CellStyle()


def _children(root: etree._Element, name: str) -> list[etree._Element]:
    found = child(root, name)
    return list(found) if found is not None else []


def _at(entries: list[Entry], number: str | None) -> Entry | None:
    index = int(number) if number and number.isdigit() and len(number) < 9 else 0
    return entries[index] if index < len(entries) else None


def _fill(entry: etree._Element) -> str | None:
    """The colour of a solid fill; theme colours by their number, for only difference matters; white is none."""
    pattern = child(entry, "patternFill")
    if pattern is None or attribute(pattern, "patternType") in (None, "none"):
        return None
    color = child(pattern, "fgColor")
    rgb = attribute(color, "rgb")
    if rgb:
        return None if rgb[-6:].lower() == "ffffff" else f"#{rgb[-6:].lower()}"
    theme = attribute(color, "theme")
    return f"theme-{theme}" if theme and theme != "0" and local(entry) == "fill" else None
