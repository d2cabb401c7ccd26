"""A plan drawn for people: objectives with what serves them below, doubtful records marked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from objectives_parser.confidence import DOUBTFUL
from objectives_parser.contract import records_in_order
from objectives_parser.records import About, Plan, Record

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

WIDTH = 120
# A hostile plan must not steer the terminal: control characters are shown as spaces.
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")
_STYLES = {"objective": "bold", "measure": "green", "milestone": "magenta", "action": "cyan"}


def emit(plan: Plan, number: int | None) -> str:
    """The plan as a tree of lines; in colour only where standard output is a terminal."""
    import sys

    from rich.console import Console

    terminal = sys.stdout.isatty()
    sheet = io.StringIO()
    width = Console().width if terminal else WIDTH
    console = Console(file=sheet, width=width, force_terminal=terminal, color_system="auto" if terminal else None)
    console.print(draw(plan))
    return sheet.getvalue()


def draw(plan: Plan) -> Tree:
    """The plan's records, each under the first record that it serves, after what the plan says of itself."""
    from rich.text import Text
    from rich.tree import Tree

    tree = Tree(Text(_title(plan).translate(_CONTROLS), style="bold"))
    records = records_in_order(plan)
    known = {record.id for record in records}
    children: dict[str, list[Record]] = {}
    for record in records:
        parent = next((parent for parent in record.parents if parent in known and parent != record.id), "")
        children.setdefault(parent, []).append(record)
    _grow(tree, children)
    for diagnostic in plan.diagnostics:
        tree.add(Text(f"! {diagnostic.code}: {diagnostic.message}".translate(_CONTROLS), style="yellow"))
    return tree


def _grow(tree: Tree, children: dict[str, list[Record]]) -> None:
    # A list instead of recursion, and each parent's children taken once: a chain of links may be long, or closed.
    todo = [(tree, "")]
    while todo:
        branch, parent = todo.pop()
        todo += [(branch.add(_line(record)), record.id) for record in children.pop(parent, ())]


def _title(plan: Plan) -> str:
    return " · ".join((plan.source.name, *_about(plan.about)))


def _about(about: About) -> Iterator[str]:
    yield from filter(None, (about.title, about.organisation, about.person, about.period and about.period.text))


def _line(record: Record) -> Text:
    from rich.text import Text

    line = Text()
    if record.confidence < DOUBTFUL:
        line.append("? ", style="bold yellow")
    line.append(f"{record.kind} ", style="dim")
    if record.label:
        line.append(f"{record.label} ".translate(_CONTROLS), style="bold")
    line.append(record.text.translate(_CONTROLS), style=_STYLES[record.kind])
    details = "; ".join(_details(record))
    if details:
        line.append(f" ({details})".translate(_CONTROLS), style="dim")
    return line


def _details(record: Record) -> Iterator[str]:
    if record.owner:
        yield f"owner: {record.owner}"
    if record.due:
        yield f"due: {record.due.text}"
    if record.status:
        yield f"status: {record.status}"
    if record.target:
        yield f"target: {record.target.text}"
    if len(record.parents) > 1:
        yield f"also serves {', '.join(record.parents[1:])}"
