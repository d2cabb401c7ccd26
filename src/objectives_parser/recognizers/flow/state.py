"""What is known at a point of the flow of headings, paragraphs and lists, and how a statement is set down there."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import ListItem, Word
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.frozen import evolve
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.recognizers.foreseen import Foreseen
from objectives_parser.recognizers.fragments import with_fragments
from objectives_parser.recognizers.scope import Scope
from objectives_parser.records import Basis, Due, Kind
from objectives_parser.statements import Statement
from objectives_parser.values import due_in_statement


@attrs.define(kw_only=True, eq=False)
class FlowState:
    """The blocks between tables, what a look ahead told of them, the scope that headings, labels and lead-ins open, and
    the drafts so far. ``position`` is that of the block at hand, ``above`` are the lines since
    the last heading that may tell what a table is for, ``joined`` the items that were read with the line over them."""

    context: Context
    scope: Scope
    drafts: list[Draft]
    blocks: Sequence[object]
    ahead: Foreseen
    heading_words: list[Word] = attrs.field(factory=list)
    position: int = 0
    above: list[tuple[Statement, Basis]] = attrs.field(factory=list)
    cover_owner: Passage | None = None
    joined: set[int] = attrs.field(factory=set)

    def _due(self, text: str) -> Due | None:
        """The date that the lead-in or the heading gives to what stands under it; its own comes before a heading's."""
        general = self.scope.due_of_heading()
        given = self.scope.lead.due or general
        if given is None or due_in_statement(text, self.context.fiscal) is not None:
            return None
        return given

    def _draft(self, statement: Statement, kind: Kind, basis: Basis, evidence: str, *, score: float = 0.6) -> Draft:
        return Draft(
            kind=kind, lines=statement.lines, text=statement.text, label_words=statement.marker, basis=basis,
            evidence=(evidence,), score=score, under=self.scope.under(),
            category=(self.scope.lead.group if basis == "list" else None) or self.scope.category(),
            level=self.scope.level() if kind == "objective" else None, due=self._due(statement.text),
            owner=self.scope.lead.owner if basis == "list" else None,
            announced_goal=kind == "objective" and self.scope.is_goal(),
        )  # fmt: skip

    def _add(self, draft: Draft) -> int:
        if draft.announced_goal and draft.owner is None and self.cover_owner is not None:
            # two bullets may tell the one goal; what is numbered under it is a part of it
            numbered = draft.label_words and not is_bullet(draft.label_words[0])
            if not numbered or not any(other.announced_goal for other in self.drafts):
                draft = evolve(draft, owner=self.cover_owner)
        self.drafts.append(draft)
        return len(self.drafts) - 1

    def _following(self) -> object:
        """The block right behind the one at hand; None behind the last."""
        return next(iter(self.blocks[self.position + 1 : self.position + 2]), None)

    def _with_fragments(self, statement: Statement) -> Statement:
        """The statement of the block at hand with the bullets under it that only complete it, which state nothing."""
        items = self.ahead.items.fragments.under.get(self.position, ())
        self.joined.update(items)
        return with_fragments(statement, [self.blocks[at] for at in items]) if items else statement

    def _over_items(self) -> bool:
        """Whether a list follows the block at hand."""
        return isinstance(self._following(), ListItem)
