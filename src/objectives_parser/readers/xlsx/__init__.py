"""Excel workbooks (.xlsx, .xlsm) → Document: every visible sheet, formulas by their stored value.

A page is a sheet: its number is that of its tab, the first being 1. Read from the file's own XML (ECMA-376), because
the libraries build every cell of a merged range before anything can stop them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from objectives_parser.document import Block, Document, Finding
from objectives_parser.readers.archives import Archive, attribute, child, core_properties, local
from objectives_parser.readers.composing import PAGE_GAP, Scribe
from objectives_parser.readers.detection import XLSX
from objectives_parser.readers.limits import Limits, over
from objectives_parser.readers.sheets import hidden_finding, sheet_blocks
from objectives_parser.readers.titles import document_title
from objectives_parser.readers.xlsx.strings import shared_strings
from objectives_parser.readers.xlsx.styles import CellStyles
from objectives_parser.readers.xlsx.worksheet import Workbook, read_sheet

if TYPE_CHECKING:
    from lxml import etree

MAIN = "xl/workbook.xml"


def read(data: bytes, name: str, limits: Limits) -> Document:
    """A workbook → its sheets' headings and tables. Macros are not run, links not followed."""
    archive = Archive(data, name, limits)
    main = next((part for kind, part in archive.related("").values() if kind == "officeDocument"), MAIN)
    root = archive.tree(main if archive.has(main) else MAIN)
    related = archive.related(main)
    workbook = _workbook(archive, root, {kind: part for kind, part in related.values()})
    listed = child(root, "sheets")
    sheets = list(listed) if listed is not None else []
    if len(sheets) > limits.max_pages:
        raise over(name, f"{len(sheets)} sheets", limits.max_pages, "--max-pages")
    scribe = Scribe()
    blocks: list[Block] = []
    findings: list[Finding] = []
    cells_left = limits.max_cells
    for number, entry in enumerate(sheets, 1):
        title = attribute(entry, "name") or f"Sheet{number}"
        if attribute(entry, "state") in ("hidden", "veryHidden"):
            findings.append(_hidden_sheet(title, number))
            continue
        tree = _worksheet(archive, related.get(attribute(entry, "id") or "", ("", "")))
        if tree is None:
            continue
        sheet, count, notes = read_sheet(tree, title, number, workbook)
        cells_left -= count
        if cells_left < 0:
            raise over(name, "the sheets have too many cells", limits.max_cells, "--max-cells")
        hidden = hidden_finding(sheet)
        findings.extend([*notes, *([hidden] if hidden else [])])
        scribe.part(PAGE_GAP)
        blocks.extend(sheet_blocks(sheet, scribe))
    properties = core_properties(archive)
    return Document(
        name=name,
        media_type=XLSX,
        text=scribe.text,
        page_count=len(sheets),
        blocks=tuple(blocks),
        title=document_title(properties.get("title")),
        properties=properties,
        findings=tuple(findings),
    )


def _worksheet(archive: Archive, related: tuple[str, str]) -> etree._Element | None:
    """The tree of a sheet of cells; None for a chart or a macro."""
    kind, part = related
    tree = archive.tree(part) if kind == "worksheet" and archive.has(part) else None
    return tree if tree is not None and local(tree) == "worksheet" else None


def _workbook(archive: Archive, root: etree._Element, parts: Mapping[str, str]) -> Workbook:
    """What all sheets share: the strings, the styles, and the day that dates count from."""
    return Workbook(
        strings=shared_strings(archive.tree_or_none(parts.get("sharedStrings", "xl/sharedStrings.xml"))),
        styles=CellStyles(archive.tree_or_none(parts.get("styles", "xl/styles.xml"))),
        since_1904=attribute(child(root, "workbookPr"), "date1904") in ("1", "true"),
    )


def _hidden_sheet(title: str, number: int) -> Finding:
    return Finding(code="hidden-sheet", message=f"The hidden sheet {title} was left out.", pages=(number,))
