"""Labelled statements: `Goal 1: Increase …`, a label over its statement, a list in line behind its label."""

from __future__ import annotations

import itertools
from typing import TypeGuard

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph, Table
from objectives_parser.drafts import Draft, Passage
from objectives_parser.labelling import drop_words, label_of, labelled
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.recognizers.bare import defines_label, is_bare, is_code
from objectives_parser.recognizers.flow.foretold import ForetoldReader
from objectives_parser.recognizers.flow.titled_goals import names_topic, says_goal, states_goal
from objectives_parser.recognizers.namesakes import labelled_before, numbered_before
from objectives_parser.recognizers.parts import names_part
from objectives_parser.recognizers.wordings import explains_count, is_rank, tells
from objectives_parser.records import SERVING, STATEMENTS, Basis, Kind
from objectives_parser.roles import PrintedLabel, heading_role
from objectives_parser.statements import Statement, block_statement

_LONGEST_PART, _SURE = 4, 0.85
_NEAR = 3  # blocks
_LEAST_SAID = 3  # words
# `Recommendation 2: …` over `Action: …`: what is asked for, and what will be done about it
_ASKS = regex.compile(r"(?:\p{L}+ )?(?:recommendation|finding)s?\b", regex.IGNORECASE)
_ASKED, _POLICY = "recommendation", "policy"
# A mission or vision sentence says what a body is for; it commits to no end state of the plan. `Mission 18` does.
_NO_RECORD = frozenset({"mission", "vision", "purpose", "value"})
# "General objective: …" over "Specific objective 1: …"; both are objectives, and one is for the other
_GENERAL = regex.compile(r"(?:general|overall|global|main|principal|development) objective", regex.IGNORECASE)
_WIDEST = "goal"


@attrs.frozen(kw_only=True)
class _Stated:
    """The rank of a labelled statement among what is open: its kind, the word of its level, and whether it is a policy
    that actions follow."""

    kind: Kind
    name: str | None
    policy: bool = False


@attrs.define(kw_only=True, eq=False)
class LabelReader(ForetoldReader):
    """Reads statements by the labels printed before or over them. ``pending`` is a label that waits for its statement,
    and ``pending_level`` that of the heading it stands in; ``label_names`` are the words of numbered labels so far."""

    pending: Draft | None = None
    pending_level: int | None = None
    label_names: set[str] = attrs.field(factory=set)

    def _labelled_block(self, statement: Statement, basis: Basis, level: int | None) -> None:
        """`Goal 1: Increase …`; or the label alone, whose statement is the next block (`Action Item A (mt) ::`)."""
        label = label_of(statement.text, self.context)
        assert label is not None and label.role is not None
        if _says_no_more(statement.text[label.end :].strip(" :–—-"), label):
            return
        if label.number is not None:
            self.label_names.add(label.text[: -len(label.number)].strip(" #").casefold())
        stated = self._stated_as(label)
        if basis == "heading" and level is not None:
            level += stated.kind == "objective" and label.number is None and self._right_under_numbered(level)
            self.scope.make_way(level, stated.kind, stated.name)
        explains = self._tells_what_for(stated, label)
        target = not explains and self._is_target_of_aim(label)
        aside = explains or target
        if not aside:
            self.scope.make_way_for(stated.kind, stated.name)
        draft = self._draft(statement, label.role, basis, f"label: {label.text}", score=0.85)  # type: ignore[arg-type]
        if self._waits_for_statement(draft, label, level):
            return
        at = self._add(_as_stated(labelled(self._of_one_goal(draft, label), self.context), stated, target=target))
        self._open_stated(at, stated.name, level if basis == "heading" else None, aside=aside)

    def _stated_as(self, label: PrintedLabel) -> _Stated:
        """What a label's statement is to what follows; a policy over actions is what these are for."""
        if label.role == "action" and self._is_policy_over_actions(label):
            return _Stated(kind="objective", name=label.level or _POLICY, policy=True)
        name = label.level or (_ASKED if _ASKS.match(label.text) else None)
        if name == "objective" and _GENERAL.match(label.text):
            name = _WIDEST
        return _Stated(kind=label.role, name=name)  # type: ignore[arg-type]

    def _tells_what_for(self, stated: _Stated, label: PrintedLabel) -> bool:
        """`Objective: …` under `Commitment 2` tells what that is for: the milestones stay the commitment's."""
        return stated.kind == "objective" and label.number is None and self.scope.right_under("action", self.drafts)

    def _open_stated(self, at: int, name: str | None, level: int | None, *, aside: bool) -> None:
        """Opens a record for what follows, as the heading of a level or as a label in the text, if it is no aside."""
        opened = attrs.evolve(self.drafts[at], level=name if name == _WIDEST else self.drafts[at].level or name)
        if level is not None:
            self.scope.open_record(at, opened, level)
        elif not aside:
            self.scope.open_label(at, opened)

    def _is_target_of_aim(self, label: PrintedLabel) -> bool:
        """`Target: Pay gap below 5 % by 2030` behind `Objective: Women earn as much as men`, or under `Key indicators`:
        what tells that the aim is reached. A target with a number, or with no aim before it, is an aim itself."""
        at = self.scope.current()
        if label.level != "target" or label.number is not None:
            return False
        if at is None:
            announced = self.scope.announced()
            return announced is not None and announced.counted
        return self.drafts[at].kind == "objective" and self.drafts[at].level != "target"

    def _is_policy_over_actions(self, label: PrintedLabel) -> bool:
        """`Policy 3: Make walking the first choice` with `Actions` under it is what these are for."""
        if not label.number or not label.text.casefold().startswith("policy"):
            return False
        return any(self._names_part(block) for block in self.blocks[self.position + 1 : self.position + 1 + _NEAR])

    def _right_under_numbered(self, level: int) -> bool:
        """Whether the heading right above is of that level and a numbered aim: `Priority 1: Health` over `Goal: Prevent
        illness` in the same type."""
        if (
            not self.drafts
            or self.scope.heading_level() != level
            or not self.scope.right_under("objective", self.drafts)
        ):
            return False
        return self.scope.current() == len(self.drafts) - 1 and any(map(str.isdigit, self.drafts[-1].label or ""))

    def _of_one_goal(self, draft: Draft, label: PrintedLabel) -> Draft:
        """`Goal Statement: …`, or `Goal: …` before all else, states the goal of the plan; `I. Goal: …` is one of its
        goals."""
        name = label.text.casefold()
        counted = bool(draft.label_words) and not is_bullet(draft.label_words[0])
        single = name.startswith("goal statement") or (name == "goal" and not self.drafts and not counted)
        return attrs.evolve(draft, announced_goal=True) if single else draft

    def _waits_for_statement(self, draft: Draft, label: PrintedLabel, level: int | None) -> bool:
        """Whether the block has a label, or a label and a title, and the block behind it has the statement."""
        if label.end >= len(draft.text):
            if self._numbers_listed(draft, label, level):
                return True
            own = label.level if draft.kind == "objective" else None
            self._wait(attrs.evolve(draft, label=label.text, label_words=draft.words, level=own), level)
            return True
        if draft.basis != "heading":
            return False
        if self.position in self.ahead.headings.over_aims:
            self._title_over_aim(draft, label, level)
            return True
        return level is not None and self._topic_over_goal(draft, label, level)

    def _numbers_listed(self, draft: Draft, label: PrintedLabel, level: int | None) -> bool:
        """`Goal 1` alone over a table or a list, where a list up front has stated the goals: what follows serves it."""
        following = self._following()
        if draft.kind != "objective" or label.number is None:
            return False
        part = self._names_part(following)
        at = numbered_before(label, self.drafts) if isinstance(following, Table | ListItem) or part else None
        if at is None and (isinstance(following, Table) or part):
            at = labelled_before(label, self.drafts)
        if at is None:
            return False
        self.heading_words.extend(draft.words)
        if level is None:
            self.scope.open_label(at, self.drafts[at])
        else:
            self.scope.open_record(at, self.drafts[at], level)
        return True

    def _names_part(self, block: object) -> bool:
        """`Actions:`, `Success measures`: a part of what an aim's heading is over, and not the aim's statement."""
        if not isinstance(block, Heading | Paragraph):
            return False
        text = block_statement(block.lines).text
        role = heading_role(text, self.context.vocabulary) if len(text.split()) <= _LONGEST_PART else None
        return role is not None and role.role in ("action", "measure", "milestone") and role.strength >= _SURE

    def _wait(self, draft: Draft, level: int | None) -> None:
        """Keeps a draft, for the heading of a level if it is one, until its statement comes."""
        self.pending = attrs.evolve(draft, lines=(), text="")
        self.pending_level = level

    def _title_over_aim(self, draft: Draft, label: PrintedLabel, level: int | None) -> None:
        """`Goal 1: A strong team` over the sentence that says what the goal is: its number and its group."""
        named = labelled(draft, self.context)
        title = Passage(named.text, named.words)
        self._wait(
            attrs.evolve(draft, label=named.label, label_words=named.label_words, level=label.level, category=title),
            level,
        )

    def _topic_over_goal(self, draft: Draft, label: PrintedLabel, level: int) -> bool:
        """`Goal 1: Student success` over `The college will close the gaps …`: the topic is the goal's group."""
        if draft.kind != "objective" or not label.number or self.position + 1 in self.ahead.paragraphs.commands:
            return False
        title = labelled(draft, self.context)
        if title.text[:1].islower():
            return False  # `Goal one: look after our songs`
        stated = names_topic(title.text) and states_goal(self._following(), self.context)
        if not stated and not (len(title.text.split()) <= _LONGEST_PART and self._stated_below(level)):
            return False
        self.heading_words.extend(title.words)
        self._wait(attrs.evolve(title, category=Passage(title.text, title.words)), level)
        return True

    def _stated_below(self, level: int) -> bool:
        """Whether the heading right below, over the first of the goal's parts, says what the goal is: `Priority 1: Open
        doors` over `Reach every street of the lower town` and `Goals:`."""
        below = self.blocks[self.position + 1 : self.position + 3]
        if len(below) < len(("goal", "part")) or not all(isinstance(block, Heading) for block in below):
            return False
        stating, part = (block for block in below if isinstance(block, Heading))
        text = block_statement(stating.lines).text
        return stating.level > level and says_goal(text, self.context) and self._names_part_of_goal(part)

    def _names_part_of_goal(self, block: Heading) -> bool:
        text = block_statement(block.lines).text
        role = heading_role(text, self.context.vocabulary) if len(text.split()) <= _LONGEST_PART else None
        return role is not None and role.role in STATEMENTS and role.strength >= _SURE

    def _finish_pending(self, statement: Statement) -> None:
        pending, self.pending = self.pending, None
        assert pending is not None
        again = label_of(statement.text, self.context)
        if again is not None and again.text == pending.label and again.end < len(statement.text):
            # `Goal 6` over `Goal 6: Run all parts of the college well.`
            label = statement.words[: len(statement.text[: again.end].split())]
            self.heading_words.extend(label)
            statement = Statement(drop_words(statement.lines, len(label)))
        draft = attrs.evolve(pending, lines=statement.lines, text=statement.text, under=self.scope.under())
        at = self._add(draft)
        level, self.pending_level = self.pending_level, None
        opened = _as_asked(self.drafts[at])
        if level is None:
            self.scope.open_label(at, opened)
        else:
            self.scope.open_record(at, opened, level)

    def _listed_in_line(self, statement: Statement, label: PrintedLabel) -> bool:
        """`Key activities: nutrition screening; community gardens; policy research.`: a list behind its plural."""
        several = label.text.endswith("s") or label.text.casefold().endswith(_LEAVES_OPEN)
        if label.number is not None or not several or label.role not in SERVING:
            return False
        named = labelled(self._draft(statement, label.role, "prose", f"label: {label.text}"), self.context)  # type: ignore[arg-type]
        words = named.words
        cuts = [0, *(at + 1 for at, word in enumerate(words[:-1]) if word.text.endswith(";"))]
        # the one behind `Indicators:` is as much one of several as its neighbours' are, and no owner follows it
        least = 1 if named.kind == "measure" and self.scope.current() is not None else 2
        if named.label is None or len(cuts) < least:
            return False
        self.scope.make_way_for(named.kind, None)
        for begin, end in itertools.pairwise([*cuts, len(words)]):
            joined = words[begin].text in ("and", "or") and end - begin > 1  # `…; and stop the flights`
            part = Statement((words[begin + joined : end],))
            self._add(self._draft(part, named.kind, "prose", f"label: {label.text}", score=0.7))
        return True


_LEAVES_OPEN = (" will", " do", " measured", " success", " progress", " know")
"""How else a line ends that a list in line may follow: `We will: open …; mend …`"""
"""What the plural of a label may list in its line."""


def _says_no_more(rest: str, label: PrintedLabel) -> bool:
    """Whether what stands behind a label states nothing: `Action Plan: July 2026 to June 2027`, `Action Plan: PDF`,
    `Goal: 1A`."""
    if not rest:
        return False
    if is_bare(rest) or (label.number is None and is_rank(rest)):
        return True  # `Priority: High`
    named = names_part(rest) and not tells(rest)  # `Task: Draft the annual report`
    return label.number is None and (named or is_code(rest) or defines_label(rest))


def _as_stated(draft: Draft, stated: _Stated, *, target: bool) -> Draft:
    """A draft of what its label names, as the target of the aim before it or as a policy if it is one."""
    if target:
        return attrs.evolve(draft, kind="measure", level=None)
    return attrs.evolve(draft, kind="objective", level=_POLICY) if stated.policy else draft


def _as_asked(draft: Draft) -> Draft:
    """`Recommendation 2` on a line of its own over what is recommended: what will be done about it serves that."""
    asked = draft.kind == "action" and draft.level is None and _ASKS.match(draft.label or "") is not None
    return attrs.evolve(draft, level=_ASKED) if asked else draft


def labels_statement(label: PrintedLabel | None) -> TypeGuard[PrintedLabel]:
    """Whether a label is the word of a kind of statement, with or without a number: `Goal 1`, `Measure`."""
    return label is not None and label.kind == "word" and label.role in STATEMENTS


def names_record(label: PrintedLabel | None, *, chained: bool = False) -> TypeGuard[PrintedLabel]:
    """Whether a label is that of a record; a mission or a vision is one only with a number: `Mission 18`. In a chain of
    results `Purpose: …` stands between the goal and the outputs."""
    if not labels_statement(label):
        return False
    return label.level not in _NO_RECORD or bool(label.number) or (chained and label.level == "purpose")


def states(text: str, label: PrintedLabel) -> bool:
    """`GOAL: Mend all roads by the harbour.`, `Outcome: All children go to school`: a statement behind its label, and
    no heading over goals."""
    rest = text[label.end :]
    if _in_plural(label) or len(rest.split()) < (2 if tells(rest) else 4):
        return False
    colon = text[label.end - 2 : label.end].strip() == ":"
    # `Measure of success: 80% of files scanned`, `Measure: Number of meals served`
    counts = label.role == "measure" and (any(map(str.isdigit, rest)) or explains_count(rest.lstrip(" :")))
    return tells(rest) or (colon and (label.role == "objective" or counts))


def _in_plural(label: PrintedLabel) -> bool:
    """`Goals`, but `Goal`, `Measure of success`."""
    name = label.text.casefold()
    return name.endswith("s") and not name.endswith("ss")


def names_several(text: str, label: PrintedLabel) -> bool:
    """`National priorities: reform plan`: a name in the plural, without a number, before a title that tells nothing."""
    plural = label.number is None and _in_plural(label)
    return plural and not tells(text[label.end :].strip())


def is_said(text: str, label: PrintedLabel | None) -> bool:
    """`Outcome: Boats are safe`: a statement behind its label; `Key Milestones: Lean Events` heads a list."""
    if not labels_statement(label) or _in_plural(label):
        return False
    return text[label.end - 2 : label.end].strip() == ":" and len(text[label.end :].split()) >= 2


def says_itself(text: str, label: PrintedLabel | None) -> bool:
    """`Goal: A safe harbour for all`, `Milestone: Hire four clerks`: the statement itself, however it is set;
    `Objective: Water` names what its list is about."""
    if label is None or not is_said(text, label) or not names_record(label):
        return False
    return len(text[label.end :].split()) >= _LEAST_SAID
