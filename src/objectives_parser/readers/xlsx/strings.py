"""The texts of a workbook's cells: rich text, escapes, line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import attrs

from objectives_parser.readers.archives import attribute, child, local
from objectives_parser.readers.composing import Run

if TYPE_CHECKING:
    from lxml import etree

Rich: TypeAlias = tuple[Run, ...]

# ``_x000D_`` is how a workbook writes a sign that XML cannot hold.
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
OFF = frozenset({"0", "false"})


def shared_strings(root: etree._Element | None) -> list[Rich]:
    """The texts that cells refer to by number."""
    return [rich_text(entry) for entry in root if local(entry) == "si"] if root is not None else []


def rich_text(entry: etree._Element) -> Rich:
    """A text of one style or several; the phonetic hints of East Asian text are no part of it."""
    runs = []
    for element in entry:
        if local(element) == "t":
            runs.append(Run(text=unescaped(element.text or "")))
        elif local(element) == "r":
            text = child(element, "t")
            runs.append(_styled(child(element, "rPr"), unescaped((text.text if text is not None else "") or "")))
    return tuple(runs)


def _styled(properties: etree._Element | None, text: str) -> Run:
    return Run(
        text=text,
        bold=is_on(child(properties, "b")),
        italic=is_on(child(properties, "i")),
        superscript=attribute(child(properties, "vertAlign"), "val") == "superscript",
    )


def is_on(element: etree._Element | None) -> bool:
    """Whether a property is there and not taken back."""
    return element is not None and attribute(element, "val") not in OFF


def unescaped(text: str) -> str:
    """Escaped signs as themselves; control signs other than white space as nothing."""
    if "_x" in text:
        text = ESCAPE.sub(_sign, text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _sign(match: re.Match[str]) -> str:
    code = int(match.group(1), 16)
    if code in (9, 10, 13):
        return chr(code)
    return chr(code) if code >= 32 and not 0xD800 <= code < 0xE000 else ""


def broken_lines(runs: Iterable[Run]) -> tuple[Rich, ...]:
    """The runs parted at the line breaks inside them."""
    return tuple(tuple(line) for line in _broken(runs))


def _broken(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(attrs.evolve(run, text=first))
        for text in others:
            yield line
            line = [attrs.evolve(run, text=text)]
    yield line
