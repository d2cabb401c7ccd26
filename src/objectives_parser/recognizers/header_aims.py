"""Headers that are aims: `Goal 1: Safe schools | Responsible | Timeline` over what will be done for it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Cell
from objectives_parser.labelling import label_of, labelled
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.recognizers.open_tables import OpenTable, cell_draft
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import STATEMENTS
from objectives_parser.statements import block_statement

_TELLING = frozenset({"owner", "due", "status", "measure", "milestone", "period", "start"})
_FEWEST_WORDS = 2


def with_header_aim(
    opened: OpenTable, heads: Sequence[Row], headers: tuple[Header, ...], body: Sequence[Row]
) -> tuple[Header, ...]:
    """Adds the aim that the first named column is headed by, and says that the column tells what is done for it."""
    cell = next(iter(filled(heads[-1].cells)), None)
    if cell is None or cell.column_span > 1 or not _is_aim(cell, opened) or not body:
        return headers
    others = [header for at, header in enumerate(headers) if at != cell.column]
    roles = {header.role for header in others}
    if not roles & _TELLING or roles & (STATEMENTS - {"measure", "milestone"}):
        return headers
    texts = [other.text for row in body for other in filled(row.cells) if other.column == cell.column]
    if not texts or 2 * sum(map(tells, texts)) < len(texts):
        return headers
    statement = block_statement(cell.lines)
    spot = opened.spot_over(cell, max(row.number for row in body))
    draft = labelled(cell_draft(statement, "objective", cell, spot, "header: an aim"), opened.context)
    opened.drafts.append(draft)
    told = attrs.evolve(headers[cell.column], role="action", level=None, strength=0.7)
    return tuple(told if at == cell.column else header for at, header in enumerate(headers))


def _is_aim(cell: Cell, opened: OpenTable) -> bool:
    """Whether a header is a labelled and numbered statement: `Goal 2: Strong readers`."""
    label = label_of(cell.text, opened.context)
    if label is None or label.kind != "word" or label.role != "objective" or not label.number:
        return False
    return len(cell.text[label.end :].split()) >= _FEWEST_WORDS
