"""How well tables are found, by our finder and by pdfplumber's: adjacency relations of the ICDAR 2013 competition.

    python benchmarks/tables.py [FOLDER] [--each] [--ours-only]

The measure is the competition's for recognition as a whole (Göbel, Hassan, Oro, Orsi, "A methodology for evaluating
algorithms for table understanding in PDF documents", DocEng 2012): each non-empty cell makes a relation with its next
non-empty neighbour to the right and below; a relation found is right if the truth holds one of the same two texts
(white space and case apart) in the same direction, in the same document. Precision, recall and F1 per document, then
their mean over documents.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from objectives_parser.document import Table
from objectives_parser.layout.tables import find_tables
from objectives_parser.readers.pdf import read

FOLDER = Path(__file__).parents[2] / "shared" / "tables" / "icdar2013-eu"

Grid: TypeAlias = dict[tuple[int, int], tuple[int, str]]
"""(row, column) → (number of the cell, its text), every place that a cell spans."""
Relations: TypeAlias = Counter[tuple[str, str, str]]
Scores: TypeAlias = tuple[float, float, float]


def normalised(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold() or re.sub(r"\s+", "", text)


def grid(cells: Iterable[tuple[int, int, int, int, str]]) -> Grid:
    """Cells (first and last row, first and last column, text) → the places they cover; empty cells cover none."""
    places: Grid = {}
    for number, (row, last_row, column, last_column, text) in enumerate(cells):
        if normalised(text):
            for r in range(row, last_row + 1):
                for c in range(column, last_column + 1):
                    places[r, c] = (number, normalised(text))
    return places


def relations(places: Grid) -> Relations:
    """Each cell with its nearest neighbours right and below."""
    if not places:
        return Counter()
    rows, columns = max(r for r, _ in places) + 1, max(c for _, c in places) + 1
    lanes = [("right", [(r, c) for c in range(columns)]) for r in range(rows)]
    lanes += [("below", [(r, c) for r in range(rows)]) for c in range(columns)]
    pairs: set[tuple[str, int, int]] = set()
    texts: dict[int, str] = {}
    for direction, lane in lanes:
        cells = [places[place] for place in lane if place in places]
        for (one, text), (other, other_text) in pairwise(cells):
            texts[one], texts[other] = text, other_text
            if one != other:
                pairs.add((direction, one, other))
    return Counter((direction, texts[one], texts[other]) for direction, one, other in pairs)


def truth_relations(path: Path) -> Relations:
    found: Relations = Counter()
    for table in etree.parse(str(path)).iter("table"):
        for region in table.iter("region"):
            found += relations(grid(_truth_cells(region)))
    return found


def _truth_cells(region: etree._Element) -> Iterator[tuple[int, int, int, int, str]]:
    for cell in region.iter("cell"):
        row, column = int(cell.get("start-row")), int(cell.get("start-col"))
        last_row, last_column = int(cell.get("end-row") or row), int(cell.get("end-col") or column)
        yield row, last_row, column, last_column, cell.findtext("content") or ""


def our_relations(pdf: Path) -> Relations:
    found: Relations = Counter()
    for page in read(pdf.read_bytes(), pdf.name).pages:
        for table in find_tables(page):
            found += relations(grid(_our_cells(table)))
    return found


def _our_cells(table: Table) -> Iterator[tuple[int, int, int, int, str]]:
    for cell in table.cells:
        last_row, last_column = cell.row + cell.row_span - 1, cell.column + cell.column_span - 1
        yield cell.row, last_row, cell.column, last_column, cell.text


def pdfplumber_relations(pdf: Path) -> Relations:
    import pdfplumber

    found: Relations = Counter()
    with pdfplumber.open(pdf) as document:
        for page in document.pages:
            for rows in page.extract_tables():
                cells = ((r, r, c, c, text or "") for r, row in enumerate(rows) for c, text in enumerate(row))
                found += relations(grid(cells))
            page.close()
    return found


def scores(found: Relations, truth: Relations) -> Scores:
    right = sum((found & truth).values())
    precision = right / found.total() if found else 0.0
    recall = right / truth.total() if truth else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def mean(rows: list[Scores]) -> Scores:
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))  # type: ignore[return-value]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--each", action="store_true", help="print a line for each document")
    parser.add_argument("--ours-only", action="store_true", help="leave pdfplumber out")
    options = parser.parse_args()
    pdfs = sorted(options.folder.glob("*.pdf"))
    if not pdfs:
        print(f"no PDF in {options.folder}", file=sys.stderr)
        return 2
    finders = {"objectives_parser": our_relations}
    if not options.ours_only:
        finders["pdfplumber"] = pdfplumber_relations
    for name, finder in finders.items():
        rows = []
        for pdf in pdfs:
            rows.append(scores(finder(pdf), truth_relations(pdf.with_name(f"{pdf.stem}-str.xml"))))
            if options.each:
                print(f"{pdf.stem:12} " + " ".join(f"{value:.3f}" for value in rows[-1]))
        print(f"{name}: precision {mean(rows)[0]:.3f}, recall {mean(rows)[1]:.3f}, F1 {mean(rows)[2]:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
