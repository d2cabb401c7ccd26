"""What is known at a point of the flow of headings, paragraphs and lists, and how a statement is set down there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from objectives_parser.document import Heading, ListItem, Paragraph, Table, Word
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.frozen import evolve
from objectives_parser.labelling import drop_words
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.recognizers.captioned_aims import CaptionedAim
from objectives_parser.recognizers.captioned_results import CaptionedResults
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
from objectives_parser.recognizers.followed import FollowedUp
from objectives_parser.recognizers.fragments import Fragments, with_fragments
from objectives_parser.recognizers.led_cards import LedCards
from objectives_parser.recognizers.owner_lists import is_name, opens_owners
from objectives_parser.recognizers.schedules import Schedule, names_times
from objectives_parser.recognizers.scope import Scope
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import Basis, Due, Kind
from objectives_parser.statements import (
    Statement,
    block_statement,
    text_of,
)
from objectives_parser.values import due_in_statement, due_of_cell

_NEAREST, _LONGEST_FORM = 3, 10  # blocks
_NAMED_WORDS = 4


def is_named_line(block: object) -> bool:
    """Whether a block is a line that says something behind a name: `Hazard addressed: Flood`."""
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return False
    name, colon, value = block.lines[0].text.partition(": ")
    named = name[:1].isupper() and not any(map(str.isdigit, name))  # `31 March 2026: Bill introduced`
    return bool(colon and value) and named and len(name.split()) <= _NAMED_WORDS


@attrs.define(kw_only=True, eq=False)
class FlowState:
    """The blocks between tables, the scope that headings, labels and lead-ins open, and the drafts so far."""

    context: Context
    scope: Scope
    drafts: list[Draft]
    heading_words: list[Word] = attrs.field(factory=list)
    pending: Draft | None = None
    pending_level: int | None = None
    numbered_title: str | None = None
    imperative_lists: frozenset[int] = frozenset()
    of_actions: bool = False
    over_tables: dict[int, frozenset[str]] = attrs.field(factory=dict)
    blocks: Sequence[object] = ()
    aims: dict[int, Kind] = attrs.field(factory=dict)
    aim_items: frozenset[int] = frozenset()
    outlined: frozenset[int] = frozenset()
    targeted: frozenset[int] = frozenset()
    counted: dict[str, tuple[int, str]] = attrs.field(factory=dict)
    tasks: frozenset[int] = frozenset()
    task_aims: frozenset[int] = frozenset()
    tasked: frozenset[int] = frozenset()
    fielded: dict[int, int] = attrs.field(factory=dict)
    last_item: int | None = None
    measured: bool | None = None
    chain: frozenset[str] = frozenset()
    told_in_list: tuple[tuple[int, int], bool] | None = None
    labelled_item: tuple[int, int, int] | None = None
    repeated: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    kinds_apart: dict[str, str] = attrs.field(factory=dict)
    told_parts: dict[str, Kind] = attrs.field(factory=dict)
    listed_level: int | None = None
    position: int = 0
    above: list[tuple[Statement, Basis]] = attrs.field(factory=list)
    over_values: frozenset[int] = frozenset()
    over_aims: frozenset[int] = frozenset()
    over_deeds: frozenset[int] = frozenset()
    over_lists: frozenset[int] = frozenset()
    of_year: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    schedule: Schedule = attrs.field(factory=Schedule)
    scheduled: tuple[Due | None, tuple[Word, ...]] = (None, ())
    followed: FollowedUp = attrs.field(factory=FollowedUp)
    followed_at: int | None = None
    cards: LedCards = attrs.field(factory=LedCards)
    carded: dict[int, int] = attrs.field(factory=dict)
    sister_captions: frozenset[int] = frozenset()
    over_parts: frozenset[int] = frozenset()
    nested_by_sign: frozenset[int] = frozenset()
    charted: bool = False
    own_title: bool = False
    explained: int | None = None
    cover_owner: Passage | None = None
    naming_on: int | None = None
    label_names: set[str] = attrs.field(factory=set)
    owned: int | None = None
    commands: frozenset[int] = frozenset()
    paired: bool = False
    alone: dict[int, int] = attrs.field(factory=dict)
    captioned: dict[int, CaptionedAim] = attrs.field(factory=dict)
    led: dict[int, Kind] = attrs.field(factory=dict)
    topics: frozenset[int] = frozenset()
    titled: frozenset[int] = frozenset()
    fragments: Fragments = attrs.field(factory=Fragments)
    joined: set[int] = attrs.field(factory=set)
    given: dict[str, FieldLine] = attrs.field(factory=dict)
    given_at: int = 0
    told: tuple[int, int] | None = None
    results: CaptionedResults = attrs.field(factory=CaptionedResults)
    results_at: dict[int, int] = attrs.field(factory=dict)

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

    def _captioned_result(self, statement: Statement, level: int) -> bool:
        """A result over the table of its indicators; or printed again, over what will be done for it."""
        if self.position in self.results.again:
            at = self.results_at.get(self.results.again[self.position])
            if at is None:
                return False
            self.scope.make_way(level, "objective", self.drafts[at].level)
            self.heading_words.extend(statement.words)
        elif self.position in self.results.first:
            count = self.results.first[self.position]
            self.scope.make_way(level, "objective", "result")
            self.heading_words.extend(statement.words[:count])
            rest = evolve(statement, lines=drop_words(statement.lines, count))
            draft = self._draft(rest, "objective", "heading", "caption: over its indicators, and again", score=0.6)
            at = self.results_at[self.position] = self._add(evolve(draft, level="result"))
        else:
            return False
        self.scope.open_record(at, self.drafts[at], level)
        return True

    def _following(self) -> object:
        """The block right behind the one at hand; None behind the last."""
        return next(iter(self.blocks[self.position + 1 : self.position + 2]), None)

    def _with_fragments(self, statement: Statement) -> Statement:
        """The statement of the block at hand with the bullets under it that only complete it, which state nothing."""
        items = self.fragments.under.get(self.position, ())
        self.joined.update(items)
        return with_fragments(statement, [self.blocks[at] for at in items]) if items else statement

    def _over_items(self) -> bool:
        """Whether a list follows the block at hand."""
        return isinstance(self._following(), ListItem)

    def _field_line(self, statement: Statement, item: int | None = None) -> bool:
        """`Goal Owner: Stephanie Moore` under a goal: a field of the record above; on the cover, of the plan's goal."""
        if item is None and self.position in self.fielded:
            item = self.last_item
        if item is None:
            item = self._told_right_above(statement)
        at = self.scope.current() if item is None else item
        if at is not None and ":" in statement.text and self._field_row(statement, at):
            return True
        unnamed = unnamed_fields(statement) if at is not None and self.position in self.fielded else None
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
        """`Facilitators` over the names of those who see to the goal above."""
        self.owned = None
        if not self.drafts or not opens_owners(statement.text):
            return False
        following = self._following()
        if not isinstance(following, ListItem | Paragraph):
            return False
        if not is_name(block_statement(following.lines, getattr(following, "marker", 0)).text):
            return False
        last = len(self.drafts) - 1
        at = self.scope.current()
        # `Lead agency` over a name, in the type of `Actions` over theirs, is said of what both are parts of
        part = isinstance(self.blocks[self.position], Heading)
        at = last if at is None or (self.drafts[last].basis == "prose" and not part) else at
        self.heading_words.extend(statement.words)
        owned = self.drafts[at].kind in ("objective", "action") and self.drafts[at].owner is None
        self.owned = at if owned else None
        return self.owned is not None

    def _names_owner(self, statement: Statement) -> bool:
        """One of the names listed under `Facilitators`, or the line of all of them."""
        if self.owned is None or not is_name(statement.text):
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

    def _on_card(self, statement: Statement) -> bool:
        """What a card tells under its name, and the lines of it that say who leads that."""
        if self.position in self.cards.texts:
            evidence = "field: who leads it, under it"
            self.carded[self.position] = self._add(self._draft(statement, "action", "prose", evidence, score=0.6))
            return True
        if self.position in self.cards.names:
            self.heading_words.extend(statement.words)
            return True
        at = self.carded.get(self.cards.leads.get(self.position, -1))
        if at is None:
            return False
        line = None if self.position in self.cards.values else field_line(statement, self.context)
        if line is not None:
            self.drafts[at] = with_field(self.drafts[at], line, self.context)
            self.heading_words.extend(line.name_words)
        elif self.position in self.cards.values:
            self.drafts[at] = evolve(self.drafts[at], owner=Passage(statement.text, statement.words))
        return True

    def _in_schedule(self, statement: Statement, basis: Basis) -> bool:
        """`March 2019` over what is to be done then, or one of these things, behind their date or under it."""
        count = self.schedule.dates.get(self.position, 0)
        if not count and self.position not in self.schedule.under:
            return False
        if count:
            words = statement.words[:count]
            due = due_of_cell(" ".join(word.text for word in words).rstrip(":"), self.context.fiscal)
            self.scheduled = (due, words)
            sign = count < len(statement.words) and not any(map(str.isalnum, statement.words[count].text))
            statement = evolve(statement, lines=drop_words(statement.lines, count + sign))
        if len(statement.words) > 1:
            draft = self._draft(statement, self._scheduled_kind(statement), basis, "date: scheduled", score=0.6)
            due, words = self.scheduled
            self._add(evolve(draft, due=due, due_words=words, label_words=statement.marker))
        return True

    def _scheduled_kind(self, statement: Statement) -> Kind:
        """`Open the hall` is something to do, `Hall opens` under `Timeline` something to be reached."""
        if self.position in self.schedule.milestones:
            return "milestone"
        named = names_times(self.scope.innermost()) and not tells(statement.text)
        return self.scope.item_kind(0) or ("milestone" if named else "action")

    def _followed_up(self, statement: Statement) -> bool:
        """What has its state printed under it, that state, or what stands between the two."""
        if self.position in self.followed.states:
            self.followed_at = self._add(
                self._draft(statement, "action", "prose", "status: printed under it", score=0.6)
            )
            return True
        if self.position in self.followed.between:
            return True
        line = field_line(statement, self.context) if self.position in self.followed.ends else None
        if line is None or self.followed_at is None:
            return False
        self.drafts[self.followed_at] = with_field(self.drafts[self.followed_at], line, self.context)
        self.heading_words.extend(line.name_words)
        return True
