"""How much memory the parse of a long PDF takes at most.

``python benchmarks/memory.py FILE.pdf …`` puts PDFs of 50, 250 and 500 pages together from the pages of the files (each
file's in turn, again from the first where they run out) and parses each in a process of its own, records included.
Without files it takes every truth document of ``../shared``. The contract: under 250 MB for 500 pages.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

SHARED = Path(__file__).parent.parent.parent / "shared" / "truth" / "dev"
LENGTHS = (50, 250, 500)


def main(arguments: list[str]) -> None:
    """Print a line for each length."""
    if arguments[:1] == ["--parse"]:
        return _parse(arguments[1])
    paths = [Path(name) for name in arguments] or sorted(SHARED.glob("*/*.pdf"))
    print("  pages  file MB  largest MB")
    with tempfile.TemporaryDirectory() as folder:
        for length in LENGTHS:
            path = Path(folder, f"{length}.pdf")
            _assemble(paths, length, path)
            command = [sys.executable, __file__, "--parse", str(path)]
            largest = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
            print(f"{length:7d} {path.stat().st_size / 2**20:8.1f} {largest:>11}", flush=True)
    return None


def _assemble(paths: list[Path], length: int, target: Path) -> None:
    """A PDF of so many pages."""
    sources = {path: pypdfium2.PdfDocument(path) for path in paths}
    with pypdfium2.PdfDocument.new() as whole:
        for path, pages in _shares(sources, length):
            whole.import_pages(sources[path], pages)
        whole.save(target)
    for source in sources.values():
        source.close()


def _shares(sources: dict[Path, pypdfium2.PdfDocument], length: int) -> Iterator[tuple[Path, list[int]]]:
    """Which pages of which file come next; each file's in one row."""
    while length > 0:
        for path, source in sources.items():
            pages = list(range(min(len(source), length)))
            length -= len(pages)
            if pages:
                yield path, pages


def _parse(path: str) -> None:
    from objectives_parser import parse

    parse(path)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
