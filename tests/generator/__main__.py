"""``python -m tests.generator --style a --seed 7 --out DIR`` writes a page and its truth."""

from __future__ import annotations

import argparse
import json
import pathlib

from tests.generator.pages import BORROWED, STYLES, page_of


def main() -> None:
    """Write one page (``--seed``) or the first few (``--count``, each in a folder of its own)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--style", choices=sorted(STYLES | BORROWED), required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    if args.count is None:
        write(args.style, args.seed, args.out)
    for seed in range(args.seed, args.seed + (args.count or 0)):
        write(args.style, seed, args.out / f"{args.style}-{seed:02}")


def write(style: str, seed: int, folder: pathlib.Path) -> None:
    """Write ``page.txt`` and ``truth.json``."""
    text, truth = page_of(style, seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.txt").write_text(text, encoding="utf-8", newline="")
    (folder / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
