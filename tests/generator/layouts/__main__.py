"""``python -m tests.generator.layouts DIR [SEED]`` writes a plan and its truth in every layout."""

from __future__ import annotations

import json
import pathlib
import sys

from tests.generator.layouts import LAYOUTS


def main() -> None:
    """Write ``DIR/<layout>/plan.pdf`` and ``truth.json``."""
    out, seed = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for name, layout in LAYOUTS.items():
        data, truth = layout(seed)
        folder = out / f"{name}-{seed}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "plan.pdf").write_bytes(data)
        (folder / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
