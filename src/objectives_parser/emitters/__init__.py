"""Plan or document → text for standard output, one module a format. EMITTERS is the whole list.

A new format is a module with one function and one line here; the command's choices follow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

import attrs

from objectives_parser.document import Document
from objectives_parser.emitters import blocks, csv, json, tables, text, tree
from objectives_parser.records import Plan


@attrs.frozen
class OfDocument:
    """Writes what was read and laid out, before anything is recognized.

    ``emit`` gets the document and its number among several files, None if it is the only one.
    """

    emit: Callable[[Document, int | None], str]


@attrs.frozen
class OfPlan:
    """Writes what the document means; ``emit`` gets the plan and its number among several files, or None."""

    emit: Callable[[Plan, int | None], str]


Emitter: TypeAlias = OfDocument | OfPlan

EMITTERS: Mapping[str, Emitter] = {
    "json": OfPlan(json.emit),
    "tree": OfPlan(tree.emit),
    "csv": OfPlan(csv.emit),
    "blocks": OfDocument(blocks.emit),
    "tables": OfDocument(tables.emit),
    "text": OfDocument(text.emit),
}
