"""The page on the architecture speaks of the modules that there are."""

from __future__ import annotations

import re
from pathlib import Path

import objectives_parser

PAGE = Path(__file__).parent.parent / "docs" / "architecture.md"
SOURCE = Path(objectives_parser.__file__).parent
NO_MODULES = {"parse", "__init__"}


def test_every_module_named_is_there() -> None:
    """A module that was renamed or taken out is not spoken of any more."""
    there = {part for path in SOURCE.rglob("*.py") for part in path.relative_to(SOURCE).with_suffix("").parts}
    named = {part for name in re.findall(r"`([a-z_/]+)`", PAGE.read_text(encoding="utf-8")) for part in name.split("/")}
    assert named - there - NO_MODULES <= {""}
