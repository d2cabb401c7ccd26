"""Lines that say of the record above, or of the list below, who does it, by when and how it stands."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from objectives_parser.document import Heading, ListItem, Paragraph, Table
from objectives_parser.drafts import Draft, Passage
from objectives_parser.frozen import evolve
from objectives_parser.recognizers.fact_tables import facts_of, with_facts
from objectives_parser.recognizers.field_tails import field_row, tail_measures, with_fields
from objectives_parser.recognizers.fielded_items import unnamed_fields
from objectives_parser.recognizers.fieldlines import (
    FieldLine,
    ends_names,
    field_line,
    first_field,
    opens_names,
    with_field,
)
from objectives_parser.recognizers.flow.state import FlowState
from objectives_parser.recognizers.owner_lists import are_names, opens_owners
from objectives_parser.roles import header_role
from objectives_parser.statements import Statement, block_statement, text_of
from objectives_parser.values import due_of_cell, is_date_only

_NEAREST, _LONGEST_FORM = 3, 10  # blocks
_NAMED_WORDS = 4
_SURE = 0.9


def is_named_line(block: object) -> bool:
    """Whether a block is a line that says something behind a name: `Hazard addressed: Flood`."""
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return False
    name, colon, value = block.lines[0].text.partition(": ")
    named = name[:1].isupper() and not any(map(str.isdigit, name))  # `31 March 2026: Bill introduced`
    return bool(colon and value) and named and len(name.split()) <= _NAMED_WORDS


@attrs.define(kw_only=True, eq=False)
class FieldLineReader(FlowState):
    """Reads such lines. ``last_item`` is the draft of the last list item; ``told`` the last statement of a paragraph
    and its position; ``given`` is said over a list of what it holds, from the draft ``given_at`` on; ``owned`` is the
    draft whose owners are listed, from the block ``owned_at`` on, ``dated`` that whose date comes next, ``naming_on``
    the page on which the cover names those who lead the plan's goal."""

    last_item: int | None = None
    naming_on: int | None = None
    owned: int | None = None
    owned_at: int = -1
    dated: int | None = None
    given: dict[str, FieldLine] = attrs.field(factory=dict)
    given_at: int = 0
    told: tuple[int, int] | None = None

    def _field_line(self, statement: Statement, item: int | None = None) -> bool:
        """`Goal Owner: Stephanie Moore` under a goal: a field of the record above; on the cover, of the plan's goal."""
        if item is None and self.position in self.ahead.items.fielded:
            item = self.last_item
        if item is None:
            item = self._told_right_above(statement)
        at = self.scope.current() if item is None else item
        if at is not None and ":" in statement.text and self._field_row(statement, at):
            return True
        unnamed = unnamed_fields(statement) if at is not None and self.position in self.ahead.items.fielded else None
        if unnamed is not None and at is not None:
            who, when = unnamed
            draft = self.drafts[at]
            dated = FieldLine(role="due", name="", name_words=(), passage=when)
            self.drafts[at] = with_field(evolve(draft, owner=draft.owner or who), dated, self.context)
            return True
        line = field_line(statement, self.context)
        if line is None:
            return False
        if line.deputy or (at is None and line.role not in ("owner", "due")):
            return at is not None
        if at is not None:
            self.drafts[at] = with_field(self.drafts[at], line, self.context)
        else:
            self._give(line)
            self.cover_owner = (self.cover_owner or line.passage) if not self.drafts else self.cover_owner
        self.heading_words.extend(line.name_words)
        return True

    def _told_right_above(self, statement: Statement) -> int | None:
        """The statement of the paragraph right above, where no other is open, or where the paragraphs next to it are
        followed by the same field (`Call the families.` / `Responsible: Ann Lee` / `Praise the classes.` / …)."""
        if self.told is None:
            return None
        position, at = self.told
        between = self.blocks[position + 1 : self.position]
        fields = any(isinstance(block, Heading | ListItem | Table) for block in between)
        reach = _LONGEST_FORM if all(map(is_named_line, between)) else _NEAREST
        if at != len(self.drafts) - 1 or fields or self.position - position > reach:
            return None
        again = [
            block_statement(block.lines).text
            for block in (
                *self.blocks[max(0, position - reach) : position],
                *self.blocks[self.position + 1 : self.position + 1 + reach],
            )
            if isinstance(block, Paragraph)
        ]
        name = " ".join(word.text for word in statement.words[:2])
        repeated = any(text.startswith(name) for text in again)
        return at if repeated or self.scope.current() is None else None

    def _give(self, line: FieldLine) -> None:
        """`Lead: Parks`, `Timeline: 2027` under a title that states nothing, over a list: who does what it holds, and
        by when."""
        if self.given_at != len(self.drafts):
            self.given.clear()
        self.given_at = len(self.drafts)
        self.given.setdefault(line.role, line)

    def _with_given(self, draft: Draft) -> Draft:
        """The draft with what was said over its list, if it is an action of it."""
        if not self.given or draft.kind != "action" or draft.basis != "list" or self.scope.current() is not None:
            return draft
        owner, due = self.given.get("owner"), self.given.get("due")
        if owner is not None and draft.owner is None:
            draft = attrs.evolve(draft, owner=owner.passage)
        return with_field(draft, due, self.context) if due is not None else draft

    def takes_lines(self, lines: Iterable[FieldLine]) -> None:
        """What a table's rows over its width say of the aim over it."""
        at = self.scope.current()
        for line in lines if at is not None else ():
            assert at is not None
            self.drafts[at] = with_field(self.drafts[at], line, self.context)

    def takes_facts(self, table: Table) -> bool:
        """Whether a table right under the heading of a record only says who leads it, by when, how it stands."""
        at = self.scope.current()
        if at is None or at != len(self.drafts) - 1 or self.drafts[at].basis != "heading":
            return False
        facts = facts_of(table, self.context)
        if facts is None:
            return False
        self.drafts[at] = with_facts(self.drafts[at], facts, self.context)
        self.heading_words.extend(facts.names)
        return True

    def _field_row(self, statement: Statement, at: int) -> bool:
        """`Lead: Parks | Timeline: 2027` under an action: several fields of it in one line."""
        row = field_row(statement.words, self.context.vocabulary)
        if row is None:
            return False
        self.drafts[at] = with_fields(self.drafts[at], row, self.context)
        self.drafts.extend(tail_measures(self.drafts[at], at, row))
        self.heading_words.extend(row.names)
        return True

    def _opens_owners(self, statement: Statement) -> bool:
        """`Facilitators` over the names of those who see to the goal above, `Timeline` over the date by which."""
        self.owned, self.dated = None, None
        if self._opens_due(statement):
            return True
        if not self.drafts or not opens_owners(statement.text):
            return False
        following = self._following()
        if not isinstance(following, ListItem | Paragraph | Heading):
            return False
        name = block_statement(following.lines, getattr(following, "marker", 0)).text
        if not are_names(name) or (isinstance(following, Heading) and header_role(name) is not None):
            return False
        last = len(self.drafts) - 1
        at = self.scope.current()
        # `Lead agency` over a name, in the type of `Actions` over theirs, is said of what both are parts of
        part = isinstance(self.blocks[self.position], Heading)
        at = last if at is None or (self.drafts[last].basis == "prose" and not part) else at
        self.heading_words.extend(statement.words)
        owned = self.drafts[at].kind in ("objective", "action") and self.drafts[at].owner is None
        self.owned, self.owned_at = (at if owned else None), self.position
        return self.owned is not None

    def _opens_due(self, statement: Statement) -> bool:
        """`Timeline` over nothing but a date, right under what the deed above is measured by or who does it."""
        at, following = self.scope.current(), self._following()
        if at is None or len(statement.words) > _NAMED_WORDS or not isinstance(following, ListItem | Paragraph):
            return False
        draft = self.drafts[at]
        role = header_role(statement.text.rstrip(" :"), self.context.vocabulary)
        if role is None or role.role != "due" or role.strength < _SURE:
            return False
        if draft.due is not None or draft.kind not in ("objective", "action") or draft.basis not in ("list", "heading"):
            return False
        if not is_date_only(block_statement(following.lines, getattr(following, "marker", 0)).text):
            return False
        self.dated = at
        if isinstance(self.blocks[self.position], Heading):
            return False  # what stands under the date is said of times too
        self.heading_words.extend(statement.words)
        return True

    def _names_owner(self, statement: Statement) -> bool:
        """One of the names listed under `Facilitators`, or the line of all of them; the date under `Timeline`."""
        if self.dated is not None:
            due = due_of_cell(statement.text, self.context.fiscal)
            self.drafts[self.dated] = evolve(self.drafts[self.dated], due=due, due_words=statement.words)
            self.dated = None
            return True
        if self.owned is None or not are_names(statement.text):
            return False
        owner = self.drafts[self.owned].owner
        texts, words = ([owner.text], owner.words) if owner is not None else ([], ())
        named = Passage(", ".join([*texts, statement.text]), (*words, *statement.words))
        self.drafts[self.owned] = evolve(self.drafts[self.owned], owner=named)
        return True

    def _names_leaders(self, statement: Statement) -> bool:
        """`Goal Leader(s):` on a line of its own on the cover, or the lines under it on that page: whom it names."""
        if self.drafts or not statement.words:
            return False
        page, text = statement.words[0].page, statement.text
        if self.naming_on is not None:
            self.naming_on = None if page != self.naming_on or ends_names(text, self.context) else page
            if self.naming_on is None:
                return False
            kept = first_field(statement.lines, self.context)
            words = (*(self.cover_owner.words if self.cover_owner else ()), *(word for line in kept for word in line))
            self.naming_on = page if len(kept) == len(statement.lines) else None
            self.cover_owner = Passage(text_of([words]), words)
            return True
        if page is None or self.cover_owner is not None or not opens_names(text, self.context):
            return False
        self.naming_on = page
        self.heading_words.extend(statement.words)
        return True
