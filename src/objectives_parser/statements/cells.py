"""The statements of a cell."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Cell
from objectives_parser.layout.wrapping import Column, line_width
from objectives_parser.statements.grouping import grouped, item_statement
from objectives_parser.statements.lead_ins import with_lead_ins
from objectives_parser.statements.sentences import SentencePolicy, by_sentence
from objectives_parser.statements.statement import Statement, merged


def cell_statements(
    cell: Cell, names: frozenset[str], sentences: SentencePolicy, *, headed: bool = False, titled: bool = False
) -> tuple[Statement, ...]:
    """The statements of a cell. ``sentences`` says when its sentences are several statements, ``headed`` that capitals
    head the statements of its column, ``titled`` that a title stands over each."""
    lines = [line for line in cell.lines if line.words]
    if not lines:
        return ()
    if len(lines) == 1 and cell.bbox is not None and lines[0].words[0].bbox is not None:
        return by_sentence(item_statement(lines), sentences)  # there is nothing to be put together
    groups = grouped(lines, _cell_column(cell, names, headed=headed))
    if titled and len(groups) == 2 and not any(group.listed for group in groups):
        return (merged(groups),)
    if len(groups) == 2 and _heads(groups[0], groups[1]):
        groups = [merged(groups)]
    if len(groups) > 1 and any(group.listed for group in groups):
        return with_lead_ins(groups)
    found: list[Statement] = []
    for group in groups:
        found.extend(by_sentence(group, sentences))
    return tuple(found)


def _heads(title: Statement, rest: Statement) -> bool:
    """`Safe farms:` over what is meant by it, in a cell that holds nothing else."""
    unmarked = not title.listed and not rest.listed
    return unmarked and title.words[-1].text.endswith(":") and len(title.words) <= 6 and len(rest.words) > 1


def _cell_column(cell: Cell, names: frozenset[str], *, headed: bool) -> Column:
    """The measure of the cell's column: its box in PDF, its widest line on a grid."""
    first = next((line.words[0] for line in cell.lines if line.words), None)
    real = first is not None and first.bbox is not None and cell.bbox is not None
    if real and cell.bbox is not None:
        return Column(full=cell.bbox[2] - cell.bbox[0] - 6.0, names=names, grid=False, headed=headed)
    return Column(full=_full_width([line_width(line, True) for line in cell.lines]), names=names, grid=True)


def _full_width(widths: Sequence[float]) -> float:
    """The width of a full line: the widest that is not far beyond the usual (a line that was never sliced)."""
    ordered = sorted(widths)
    if not ordered:
        return 0.0
    usual = ordered[len(ordered) // 2]
    full = max(width for width in ordered if width <= 1.35 * usual)
    return full if full < 34000 else 0.0
