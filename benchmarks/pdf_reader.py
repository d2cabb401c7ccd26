"""How fast PDF pages are read and laid out, against pdfplumber's ``extract_tables`` on the same files.

``python benchmarks/pdf_reader.py FILE.pdf …`` prints milliseconds a page (processor time) and the ratios. Without files
it takes every truth document of ``../shared``. pdfplumber reads at most ``MOST_PAGES`` pages of each file.
"""

from __future__ import annotations

import io
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from objectives_parser import readers
from objectives_parser.layout import lay_out

SHARED = Path(__file__).parent.parent.parent / "shared" / "truth" / "dev"
MOST_PAGES = 20

Result = TypeVar("Result")


def main(arguments: list[str]) -> None:
    """Print a line for each file and the sums."""
    paths = [Path(name) for name in arguments] or sorted(SHARED.glob("*/*.pdf"))
    print("  pages     read   layout  extract_tables   ratio (read)   ratio (both)")
    sums = [0.0, 0.0, 0.0]
    for path in paths:
        times, pages = _times(path.read_bytes(), path.name)
        sums = [total + each for total, each in zip(sums, times, strict=True)]
        print(_row(times, pages), path.name, flush=True)
    print(_row(sums, len(paths)), "all files, each page counted alike")
    print(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _row(times: list[float], pages: int) -> str:
    read, layout, tables = times
    ratios = f"{tables / read:10.1f} ×   {tables / (read + layout):10.1f} ×"
    return f"{pages:7d} {read:8.2f} {layout:8.2f} {tables:15.1f} {ratios}"


def _times(data: bytes, name: str) -> tuple[list[float], int]:
    """Milliseconds a page: reading, layout, pdfplumber's tables; and the number of pages."""
    document, read = _timed(lambda: readers.read(data, name))
    _, layout = _timed(lambda: lay_out(document))
    pages = document.page_count or 1
    shown, tables = _timed(lambda: _extract_tables(data))
    return [1000 * read / pages, 1000 * layout / pages, 1000 * tables / shown], pages


def _extract_tables(data: bytes) -> int:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        pages = pdf.pages[:MOST_PAGES]
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
