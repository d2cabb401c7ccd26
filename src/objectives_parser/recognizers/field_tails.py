"""What is printed behind a statement about it: `… [Responsible: Parks; Due: May 2027]`, `… Lead: Parks. When: 2027`."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from itertools import accumulate

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph, Table, Word
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.frozen import evolve
from objectives_parser.recognizers.who_and_when import who_then_when
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import Kind
from objectives_parser.roles import Vocabulary, header_role, heading_role
from objectives_parser.statements import Statement, block_statement, text_of
from objectives_parser.values import due_of_cell, is_date_only

_LONGEST_NAME = 4
_LONGEST_ROW = 3  # lines
_MOST_LINES = 6  # paragraphs
_NEAR = 8  # blocks
_LABEL = regex.compile(r"(?:\p{L}{1,3}[-.]?)?\d{1,2}(?:\.\d{1,2})*[.):]?\s+")
_LONGEST_VALUE = 20
_FEWEST_TOLD = 2  # words of the statement itself
_SURE, _NAMED = 0.8, 0.95
_APART = 1.2  # ems
_OWN = frozenset({"owner", "due", "status"})
_BESIDE = frozenset({"owner", "due", "status", "note", "start", "baseline", "label", "category"})
_ENDS = (".", ";", "|", ")", "]", ",", "–", "—", "!", "?")
_YEAR = regex.compile(r"(?:19|20)\d\d$")
_SEPARATORS = frozenset(("|", "–", "—", "-", "•", "/"))
# "Resources: $4,000", "Priority: High": further names in such a bracket
_OTHERS = regex.compile(
    r"(?:priority|resources?|cost|budget|funding(?: source)?|partners?|level of effort)$", regex.IGNORECASE
)


@attrs.frozen(kw_only=True, eq=False)
class FieldTail:
    """How many of a statement's words come before its fields, and the fields: role, name, passage."""

    told: int
    fields: tuple[tuple[str, str, Passage], ...]
    names: tuple[Word, ...]


def field_tail(lines: Sequence[Sequence[Word]], vocabulary: Vocabulary) -> FieldTail | None:
    """The fields that a statement's words end in; None where they end in none."""
    words = [word for line in lines for word in line]
    named = _names(words, vocabulary, frozenset(accumulate(len(line) for line in lines)))
    if not named or named[0][0] < _FEWEST_TOLD:
        return None
    return _tail(words, named)


def field_row(words: Sequence[Word], vocabulary: Vocabulary) -> FieldTail | None:
    """The fields that a line of its own consists of, two at least: `Lead: Parks | Timeline: 2027`."""
    named = _names(words, vocabulary, frozenset())
    return _tail(words, named) if len(named) > 1 and named[0][0] == 0 else None


def _tail(words: Sequence[Word], named: Sequence[tuple[int, int, str]]) -> FieldTail | None:
    told = named[0][0]
    opened = words[told].text[0] if words[told].text[0] in "[(" else ""
    if opened and not words[-1].text.rstrip(".;").endswith("]" if opened == "[" else ")"):
        return None
    found: list[tuple[str, str, Passage]] = []
    bounds = [*(start for start, _, _ in named[1:]), len(words)]
    for (start, end, role), stop in zip(named, bounds, strict=True):
        value = [word for word in words[end:stop] if word.text not in _SEPARATORS]
        if not 0 < len(value) <= _LONGEST_VALUE:
            return None
        text = text_of([value]).strip(" ;,|").rstrip(".") if stop < len(words) or opened else text_of([value])
        text = text.rstrip(".").rstrip("])").rstrip(" ;,.") if opened else text.rstrip(".")
        text = f"{text})" if text.count("(") > text.count(")") else text
        name = " ".join(word.text for word in words[start:end]).strip("[(: ")
        found.append((role, name, Passage(text, tuple(value))))
    if not any(role in _OWN or role == "measure" for role, _, _ in found):
        return None
    while told > 1 and words[told - 1].text in _SEPARATORS:
        told -= 1
    spent = tuple(word for start, end, _ in named for word in words[start:end])
    return FieldTail(told=told, fields=tuple(found), names=spent)


def _names(words: Sequence[Word], vocabulary: Vocabulary, lines: frozenset[int]) -> list[tuple[int, int, str]]:
    """The names of fields among the words, from the first to the last: where each begins and ends, and its role. They
    begin behind the end of what was said before, or with a line of their own; ``lines`` says which words begin one.
    Behind a date another one may begin at once: `Start date: May 2027 End date: June 2028`."""
    found: list[tuple[int, int, str]] = []
    for end, word in enumerate(words, 1):
        if not word.text.endswith(":") or len(word.text) < 2:
            continue
        low = max(found[-1][1] if found else 0, end - _LONGEST_NAME)
        begun = next(
            (at for at in range(low, end) if _begins(words, at, lines) and _role(words[at:end], vocabulary)), None
        )
        if begun is None:
            if found:
                return []  # `Owner: Parks. Note: …` goes on with something else
            continue
        found.append((begun, end, _role(words[begun:end], vocabulary) or ""))
    return found


def _begins(words: Sequence[Word], at: int, lines: frozenset[int]) -> bool:
    """Whether a name may begin there: in a bracket, behind the end of what was said before, with a line, behind a
    year, in bold, or apart from it."""
    text = words[at].text
    if text[0] in "[(" or at == 0 or not text[0].isupper():
        return text[0] in "[(" or text[0].isupper()
    before = words[at - 1]
    ended = before.text.endswith(_ENDS) or _YEAR.match(before.text) is not None
    heavy = words[at].bold and not before.bold  # `**Lead:** Planning **When:** 2027`
    return at in lines or ended or heavy or _apart(before, words[at])


def _apart(before: Word, word: Word) -> bool:
    """Whether two words of a line stand apart as those of two boxes do: `Lead: Parks      When: May`."""
    a, b = before.bbox, word.bbox
    return a is not None and b is not None and b[0] - a[2] > _APART * word.size > 0 and b[1] < a[3]


def _role(name: Sequence[Word], vocabulary: Vocabulary) -> str | None:
    if any(word.text.endswith(_ENDS) for word in name[:-1]):
        return None  # `Buy a grader. Responsible:`
    if any(word.text[0] in "[(" for word in name[1:]):
        return None  # `New lights (Lead:`
    text = " ".join(word.text for word in name).strip("[(: ")
    role = header_role(text, vocabulary)
    if role is not None and role.role in _BESIDE and role.strength >= _SURE:
        return role.role
    if role is not None and role.role == "measure" and role.strength >= _NAMED:
        return "measure"
    return "note" if _OTHERS.match(text) else None


def tasked_items(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of list items behind which, or in items nested under which, it is printed who does them or by when:
    somebody's tasks."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        if isinstance(block, ListItem) and any(":" in word.text for line in block.lines for word in line.words):
            if _is_first_nested(blocks, number) and _says_who(block, vocabulary):
                found.add(number - 1)
            tail = field_tail(block_statement(block.lines, block.marker).lines, vocabulary)
            if tail is not None and any(role in ("owner", "due") for role, _, _ in tail.fields):
                found.add(number)
    return frozenset(found)


def tasked_headings(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[int, Kind]:
    """The positions of headings under which it is said who does it and by when, two of a level at least: what will be
    done (`2. Adopt the law` right over `Responsible: Ministry | Deadline: May 2031`, or a text and a line each)."""
    found: dict[int, list[int]] = {}
    for number, block in enumerate(blocks[:-1]):
        if not isinstance(block, Heading):
            continue
        text = block_statement(block.lines).text
        if not _is_tasked(blocks, number, vocabulary) and not _is_explained(text, blocks, number, vocabulary):
            continue
        if len(text.split()) >= _FEWEST_TOLD and heading_role(text, vocabulary) is None:
            found.setdefault(block.level, []).append(number)
    return {number: "action" for numbers in found.values() if len(numbers) > 1 for number in numbers}


def _is_tasked(blocks: Sequence[object], heading: int, vocabulary: Vocabulary) -> bool:
    """Whether a line right under a heading, or two lines one after the other, say who does it, by when, how it goes."""
    below = blocks[heading + 1]
    if not isinstance(below, Paragraph) or len(below.lines) > _LONGEST_ROW:
        return False
    words = block_statement(below.lines).words
    row = field_row(words, vocabulary) if words[0].text[:1].isupper() else None
    if row is not None:
        return any(role in ("owner", "due") for role, _, _ in row.fields)
    roles = [_line_role(block, vocabulary) for block in blocks[heading + 1 : heading + 1 + _LONGEST_ROW]]
    said = list(itertools.takewhile(bool, roles))
    if len(said) > 1 and not {"owner", "due"}.isdisjoint(said):
        return True
    return _says_who_and_when(blocks[heading + 1 : heading + 1 + _MOST_LINES], vocabulary)


def _is_explained(text: str, blocks: Sequence[object], heading: int, vocabulary: Vocabulary) -> bool:
    """Whether lines further down a heading's text say who does it and by when; one of the two is enough under a
    command. Where lists or tables stand under it, it may be what these are for."""
    said: set[str | None] = set()
    for block in blocks[heading + 1 : heading + 1 + _NEAR]:
        if isinstance(block, ListItem | Table):
            return False
        if isinstance(block, Heading):
            break
        said.add(_line_role(block, vocabulary))
    least = 1 if tells(_LABEL.sub("", text)) else 2
    return len(said & {"owner", "due"}) >= least


def _line_role(block: object, vocabulary: Vocabulary) -> str | None:
    """The field that a paragraph of one line gives, if it is nothing else."""
    if not isinstance(block, Paragraph) or len(block.lines) != 1:
        return None
    name, colon, value = block.lines[0].text.partition(": ")
    role = header_role(name, vocabulary) if colon and len(name.split()) <= _LONGEST_NAME else None
    if role is None or role.strength < _SURE or not 0 < len(value.split()) <= _LONGEST_VALUE:
        return None
    return role.role if role.role in _OWN or (role.role == "target" and is_date_only(value)) else None


def _says_who_and_when(below: Sequence[object], vocabulary: Vocabulary) -> bool:
    """Whether lines right below a heading say who does it and by when, a line each: `Lead: Treasury`, `Partners: …`,
    `Timeline: 2027`."""
    roles: set[str] = set()
    for block in below:
        if not isinstance(block, Paragraph) or len(block.lines) > _LONGEST_ROW:
            break
        named = _names(block_statement(block.lines).words, vocabulary, frozenset())
        if not named or named[0][0]:
            break
        roles.update(role for _, _, role in named)
    return {"owner", "due"} <= roles


def _is_first_nested(blocks: Sequence[object], number: int) -> bool:
    """Whether an item is the first of those nested under the item before it."""
    block, before = blocks[number], blocks[number - 1] if number else None
    return isinstance(block, ListItem) and isinstance(before, ListItem) and before.level < block.level


def _says_who(block: ListItem, vocabulary: Vocabulary) -> bool:
    """Whether an item is a field of the one above it: `Lead: Public Works`, `Timeframe: 2026–2029`."""
    named = _names(block_statement(block.lines, block.marker).words, vocabulary, frozenset())
    return bool(named) and named[0][0] == 0 and named[0][2] in ("owner", "due")


def aims_of_tasks(blocks: Sequence[object], tasks: frozenset[int]) -> frozenset[int]:
    """The positions of list items under which tasks are nested, most of what is nested there, and that are none
    themselves: what the tasks are for (`A. Mend all bridges.` over `i. Inspect … [Responsible: …]`)."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        if not isinstance(block, ListItem) or number in tasks:
            continue
        nested = []
        for at in range(number + 1, len(blocks)):
            below = blocks[at]
            if not isinstance(below, ListItem) or below.level <= block.level:
                break
            nested.append(at)
        if nested and 2 * len(tasks.intersection(nested)) > len(nested):
            found.add(number)
    return frozenset(found)


def with_field_tails(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts with the fields behind their statements taken out of their texts; measures among these (`… Lead:
    Parks. Measure: trees planted.`) stand behind all other drafts."""
    told: list[Draft] = []
    measures: list[Draft] = []
    for at, draft in enumerate(drafts):
        tail = field_tail(draft.lines, context.vocabulary) if ":" in draft.text else None
        told.append(draft if tail is None else without_tail(draft, tail, context))
        measures.extend(tail_measures(draft, at, tail) if tail is not None else ())
    return told + measures


def tail_measures(draft: Draft, at: int, tail: FieldTail) -> list[Draft]:
    """The measures among the fields of a draft, the one at that position."""
    if draft.kind == "measure":
        return []
    return [
        Draft(
            kind="measure", lines=(passage.words,), text=passage.text, basis=draft.basis,
            evidence=(f"label: {name.casefold()}",), score=0.7, fixed_parents=(at,), under=draft.under,
            place=draft.place,
        )
        for role, name, passage in tail.fields
        if role == "measure"
    ]  # fmt: skip


def without_tail(draft: Draft, tail: FieldTail, context: Context) -> Draft:
    """The draft with a tail's fields and without its words."""
    lines = Statement(draft.lines)
    kept: list[tuple[Word, ...]] = []
    left = tail.told
    for line in lines.lines:
        if left > 0:
            kept.append(line[:left])
        left -= len(line)
    return with_fields(evolve(draft, lines=tuple(kept), text=text_of(kept).rstrip(" |")), tail, context)


def with_fields(draft: Draft, tail: FieldTail, context: Context) -> Draft:
    """The draft with those fields that it has not yet."""
    others: list[tuple[str, Passage]] = []
    dated = any(role == "due" for role, _, _ in tail.fields) or draft.due_words != ()
    for role, name, passage in tail.fields:
        both = who_then_when(passage, context) if role == "owner" and not dated and draft.owner is None else None
        if both is not None:
            who, when = both
            due = due_of_cell(when.text, context.fiscal)
            draft = evolve(draft, owner=who, due=due, due_words=when.words)
        elif role == "owner" and draft.owner is None:
            draft = evolve(draft, owner=passage)
        elif role == "status" and draft.status is None:
            draft = evolve(draft, status=passage)
        elif role == "due" and draft.due_words == ():
            draft = evolve(draft, due=due_of_cell(passage.text, context.fiscal), due_words=passage.words)
        elif role != "measure" or draft.kind == "measure":
            others.append((name, passage))
    return evolve(draft, fields=(*draft.fields, *others))
