"""Tables that the flow reads itself: values under a title that names what is counted, and lists in cells."""

from __future__ import annotations

import attrs

from objectives_parser.document import Table
from objectives_parser.labelling import labelled
from objectives_parser.recognizers.flow.items import ItemReader
from objectives_parser.recognizers.loose_cells import lists_in_cells
from objectives_parser.recognizers.unsaying import counting_title
from objectives_parser.statements import block_statement


@attrs.define(kw_only=True, eq=False)
class FlowReader(ItemReader):
    """Walks over the blocks between tables and keeps the scope: what headings, labels and lead-ins are open. Reads the
    tables, too, that no header tells."""

    def counting_title(self, table: Table) -> None:
        """A table of values by period whose title row names what is counted: the measure, in place of a shorter name
        for it on the line above."""
        cell = counting_title(table, self.context.vocabulary) if self.scope.table_kind() == "measure" else None
        if cell is None:
            return
        statement = block_statement(cell.lines)
        draft = self._draft(statement, "measure", "table", "title: over values", score=0.7)
        before = self.drafts[-1] if self.drafts else None
        if before is not None and before.basis == "heading" and before.evidence == draft.evidence:
            return  # the heading over the table named it
        if before is not None and before.basis == "prose" and _shortens(before.text, statement.text):
            self.heading_words.extend(before.words)
            self.drafts[-1] = draft
        else:
            self._add(draft)

    def loose_cells(self, table: Table) -> None:
        """A table without usable headers: the lists in its cells, and dated commitments in their sentences. One
        with a title of its own is no part of the introduction that it stands in."""
        self.own_title = any(cell.row == 0 and cell.column_span >= table.columns > 1 for cell in table.cells)
        for listed in lists_in_cells(table, self.context, self.scope.table_kind(), self.scope.innermost()):
            if listed.kind is None:
                self._sentences(listed.statement)
                continue
            draft = self._draft(listed.statement, listed.kind, "table", listed.evidence, score=0.5)
            draft = attrs.evolve(draft, category=None if listed.under else listed.group)
            above = len(self.drafts) - listed.under
            self._add(labelled(attrs.evolve(draft, fixed_parents=(above,)) if listed.under else draft, self.context))
        self.own_title = False


def _shortens(name: str, full: str) -> bool:
    """Whether most of a name's words stand in the full one (`Permits Deferred`, `Number of Permits Deferred`)."""
    words = name.casefold().split()
    return len(words) < len(full.split()) and 2 * sum(word in full.casefold().split() for word in words) > len(words)
