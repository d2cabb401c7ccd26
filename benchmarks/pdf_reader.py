"""How fast PDFs are read, laid out and parsed whole, records included, against pdfplumber's ``extract_tables`` alone.

``python benchmarks/pdf_reader.py FILE.pdf …`` prints milliseconds a page (processor time) and the ratios, for each file
and summed over the files. Without files it takes every truth document of ``../shared``. Both sides are warmed up on the
first file. pdfplumber reads at most ``MOST_PAGES`` pages of each file, spread over it, which stand for all.
"""

from __future__ import annotations

import io
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import attrs

from objectives_parser import parse, readers
from objectives_parser.layout import lay_out

SHARED = Path(__file__).parent.parent.parent / "shared" / "truth" / "dev"
MOST_PAGES = 20

Result = TypeVar("Result")


@attrs.frozen
class Times:
    """Seconds of processor time that the pages of a file, or of several, took."""

    pages: float
    read: float
    layout: float
    parse: float
    tables: float

    def __add__(self, other: Times) -> Times:
        return Times(*(a + b for a, b in zip(attrs.astuple(self), attrs.astuple(other), strict=True)))

    def a_page(self) -> Times:
        return Times(1, *(each / self.pages for each in attrs.astuple(self)[1:]))

    def row(self) -> str:
        shown = [1000 * each / self.pages for each in (self.read, self.layout, self.parse, self.tables)]
        ratios = f"{self.tables / self.parse:14.1f} × {self.tables / self.read:13.1f} ×"
        return f"{self.pages:7.0f}" + "".join(f"{each:9.2f}" for each in shown) + ratios


def main(arguments: list[str]) -> None:
    """Print a line for each file and the sums."""
    paths = [Path(name) for name in arguments] or sorted(SHARED.glob("*/*.pdf"))
    _warm_up(paths[0].read_bytes())
    print("  pages     read   layout    parse   tables   tables : parse   tables : read")
    files = []
    for path in paths:
        files.append(_times(path.read_bytes(), path.name))
        print(files[-1].row(), path.name, flush=True)
    print(sum(files[1:], files[0]).row(), "all pages of all files")
    alike = [file.a_page() for file in files]
    print(sum(alike[1:], alike[0]).row(), "all files, each counted as a page")
    print(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, pdfplumber included")


def _warm_up(data: bytes) -> None:
    """What is loaded once in a process is loaded now."""
    parse(data, name="first.pdf")
    _extract_tables(data)


def _times(data: bytes, name: str) -> Times:
    document, read = _timed(lambda: readers.read(data, name))
    _, layout = _timed(lambda: lay_out(document))
    _, whole = _timed(lambda: parse(data, name=name))
    pages = document.page_count or 1
    shown, tables = _timed(lambda: _extract_tables(data))
    return Times(pages, read, layout, whole, tables * pages / shown)


def _extract_tables(data: bytes) -> int:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        pages = pdf.pages[:: -(-len(pdf.pages) // MOST_PAGES)]
        for page in pages:
            page.extract_tables()
            page.close()
        return len(pages)


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
