"""What is printed behind a statement about it: `… [Responsible: Parks; Due: May 2027]`, `… Lead: Parks. When: 2027`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.frozen import evolve
from objectives_parser.labelling import first_words
from objectives_parser.recognizers.row_targets import with_target
from objectives_parser.recognizers.who_and_when import who_then_when
from objectives_parser.records import OWN_FIELDS
from objectives_parser.roles import Vocabulary, header_role
from objectives_parser.statements import text_of
from objectives_parser.values import due_of_cell, is_year

LONGEST_NAME = 4
LONGEST_VALUE = 20
LONGEST_QUESTION, ASKING = 7, frozenset(("How", "What", "Who", "When"))
"""`How we will measure success:` is longer than other names."""
FEWEST_TOLD = 2  # words of the statement itself
SURE = 0.8
_SEVERAL = 2
"""Known fields behind which one that nobody knows may stand (`Lead: Parks. When: 2027. Carbon saved: 120 t.`)."""
_NAMED = 0.9
_APART = 1.2  # ems
_OF_MEASURE = OWN_FIELDS | {"target", "baseline"}
_BESIDE = frozenset({"owner", "due", "status", "note", "start", "baseline", "label", "category"})
_ENDS = (".", ";", "|", ")", "]", ",", "–", "—", "!", "?", "·")
_SEPARATORS = frozenset(("|", "–", "—", "-", "•", "·", "/"))
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


def field_tail(
    lines: Sequence[Sequence[Word]], vocabulary: Vocabulary, own: frozenset[str] = OWN_FIELDS
) -> FieldTail | None:
    """The fields that a statement's words end in; None where they end in none. ``own`` are those of which one has to
    be there."""
    words = [word for line in lines for word in line]
    named = named_fields(words, vocabulary, frozenset(accumulate(len(line) for line in lines)), own)
    if not named or named[0][0] < FEWEST_TOLD:
        return None
    return _tail(words, named, own)


def field_row(words: Sequence[Word], vocabulary: Vocabulary) -> FieldTail | None:
    """The fields that a line of its own consists of, two at least: `Lead: Parks | Timeline: 2027`."""
    named = named_fields(words, vocabulary, frozenset(), _OF_MEASURE)
    return _tail(words, named, OWN_FIELDS) if len(named) > 1 and named[0][0] == 0 else None


def _tail(words: Sequence[Word], named: Sequence[tuple[int, int, str]], own: frozenset[str]) -> FieldTail | None:
    told = named[0][0]
    opened = words[told].text[0] if words[told].text[0] in "[(" else ""
    if opened and not words[-1].text.rstrip(".;").endswith("]" if opened == "[" else ")"):
        return None
    found: list[tuple[str, str, Passage]] = []
    bounds = [*(start for start, _, _ in named[1:]), len(words)]
    for (start, end, role), stop in zip(named, bounds, strict=True):
        value = [word for word in words[end:stop] if word.text not in _SEPARATORS]
        if not 0 < len(value) <= LONGEST_VALUE:
            return None
        text = text_of([value]).strip(" ;,|").rstrip(".") if stop < len(words) or opened else text_of([value])
        text = text.rstrip(".").rstrip("])").rstrip(" ;,.") if opened else text.rstrip(".")
        text = f"{text})" if text.count("(") > text.count(")") else text
        name = " ".join(word.text for word in words[start:end]).strip("[(: ")
        found.append((role, name, Passage(text, tuple(value))))
    if not any(role in own or role == "measure" for role, _, _ in found):
        return None
    while told > 1 and words[told - 1].text in _SEPARATORS:
        told -= 1
    spent = tuple(word for start, end, _ in named for word in words[start:end])
    return FieldTail(told=told, fields=tuple(found), names=spent)


def named_fields(
    words: Sequence[Word], vocabulary: Vocabulary, lines: frozenset[int], own: frozenset[str] = OWN_FIELDS
) -> list[tuple[int, int, str]]:
    """The names of fields among the words, from the first to the last: where each begins and ends, and its role. They
    begin behind the end of what was said before, or with a line of their own; ``lines`` says which words begin one.
    Behind a date another one may begin at once: `Start date: May 2027 End date: June 2028`. One that nobody knows is
    a note."""
    found: list[tuple[int, int, str]] = []
    for end, word in enumerate(words, 1):
        if not word.text.endswith(":") or len(word.text) < 2:
            continue
        behind = found[-1][1] if found else 0
        low = max(behind, end - LONGEST_NAME)
        asked = [at for at in range(max(behind, end - LONGEST_QUESTION), low) if words[at].text in ASKING]
        names = (at for at in (*asked, *range(low, end)) if _begins(words, at, lines))
        begun = next((at for at in names if _role(words[at:end], vocabulary, own)), None)
        if begun is None and not found:
            continue
        if begun is None:  # `Owner: Parks. Note: …` goes on with something else, but behind several fields
            begun = next((at for at in range(low + 1, end) if _follows(words, at, lines)), None)
            if begun is None or len(found) < _SEVERAL:
                return []
        found.append((begun, end, _role(words[begun:end], vocabulary, own) or "note"))
    return found


def _begins(words: Sequence[Word], at: int, lines: frozenset[int]) -> bool:
    """Whether a name may begin there: in a bracket, behind the end of what was said before, with a line, behind a
    year, in bold, or apart from it."""
    text = words[at].text
    if text[0] in "[(" or at == 0 or not text[0].isupper():
        return text[0] in "[(" or text[0].isupper()
    before = words[at - 1]
    ended = before.text.endswith(_ENDS) or is_year(before.text)
    heavy = words[at].bold and not before.bold  # `**Lead:** Planning **When:** 2027`
    return at in lines or ended or heavy or _apart(before, words[at])


def _follows(words: Sequence[Word], at: int, lines: frozenset[int]) -> bool:
    """Whether a name may begin there, right behind the end of another field's value."""
    return words[at - 1].text.endswith(_ENDS) and words[at].text[0] not in "[(" and _begins(words, at, lines)


def _apart(before: Word, word: Word) -> bool:
    """Whether two words of a line stand apart as those of two boxes do: `Lead: Parks      When: May`."""
    a, b = before.bbox, word.bbox
    return a is not None and b is not None and b[0] - a[2] > _APART * word.size > 0 and b[1] < a[3]


def _role(name: Sequence[Word], vocabulary: Vocabulary, own: frozenset[str]) -> str | None:
    if any(word.text.endswith(_ENDS) for word in name[:-1]):
        return None  # `Buy a grader. Responsible:`
    if any(word.text[0] in "[(" for word in name[1:]):
        return None  # `New lights (Lead:`
    text = " ".join(word.text for word in name).strip("[(: ")
    role = header_role(text, vocabulary)
    if role is not None and role.role in _BESIDE | own and role.strength >= SURE:
        return role.role
    if role is not None and role.role == "measure" and role.strength >= _NAMED:
        return "measure"
    return "note" if _OTHERS.match(text) else None


def with_field_tails(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts with the fields behind their statements taken out of their texts; measures among these (`… Lead:
    Parks. Measure: trees planted.`) stand behind all other drafts."""
    told: list[Draft] = []
    measures: list[Draft] = []
    for at, draft in enumerate(drafts):
        own = _OF_MEASURE if draft.kind == "measure" else OWN_FIELDS
        tail = field_tail(draft.lines, context.vocabulary, own) if ":" in draft.text else None
        if tail is not None and not any(role in OWN_FIELDS or role == "measure" for role, _, _ in tail.fields):
            told.append(_with_values_inside(draft, tail))
            continue
        tail = _note_tail(draft, context.vocabulary) if tail is None else tail
        told.append(draft if tail is None else without_tail(draft, tail, context))
        measures.extend(tail_measures(draft, at, tail) if tail is not None else ())
    return told + measures


def _note_tail(draft: Draft, vocabulary: Vocabulary) -> FieldTail | None:
    """`Cut smoking to 9%. Data source: Health survey`: the one note that a statement ends in, behind its full stop."""
    if ". " not in draft.text or ":" not in draft.text:
        return None
    words = draft.words
    named = named_fields(words, vocabulary, frozenset())
    if len(named) != 1 or named[0][2] != "note" or named[0][0] < _FEWEST_BEFORE_NOTE:
        return None
    start, end, _ = named[0]
    role = header_role(" ".join(word.text for word in words[start:end]).rstrip(":"), vocabulary)
    sure = role is not None and role.role == "note" and role.strength >= _NAMED
    if not sure or words[start - 1].text[-1] != "." or words[start].text[0] in "[(":
        return None
    return _tail(words, named, frozenset(("note",)))


_FEWEST_BEFORE_NOTE = 4


def _with_values_inside(draft: Draft, tail: FieldTail) -> Draft:
    """A measure with the target and the baseline behind it, which stay in its text where they stand in brackets or in a
    cell: they are words of its one statement there (`Median days to license a nurse (target: 21 days)`)."""
    valued = _with_its_values(draft, tail.fields) if draft.target is None else draft
    kept = draft.spot is not None or draft.words[tail.told].text[0] in "(["
    return valued if kept else evolve(valued, lines=(lines := first_words(draft.lines, tail.told)), text=text_of(lines))


def tail_measures(draft: Draft, at: int, tail: FieldTail) -> list[Draft]:
    """The measures among the fields of a draft, the one at that position."""
    if draft.kind == "measure":
        return []
    named = [number for number, (role, _, _) in enumerate(tail.fields) if role == "measure"]
    return [
        _with_its_values(
            Draft(
                kind="measure", lines=(passage.words,), text=passage.text, basis=draft.basis,
                evidence=(f"label: {name.casefold()}",), score=0.7, fixed_parents=(at,), under=draft.under,
                place=draft.place,
            ),
            tail.fields[number + 1 : end],
        )
        for number, end in pairwise([*named, len(tail.fields)])
        for _, name, passage in (tail.fields[number],)
    ]  # fmt: skip


def _with_its_values(measure: Draft, behind: Sequence[tuple[str, str, Passage]]) -> Draft:
    """A measure with the target and the baseline behind it (`Indicator: homes. Baseline: 40. Target: 90`)."""
    values = {role: passage for role, _, passage in behind if role in ("target", "baseline")}
    target = values.get("target")
    return measure if target is None else with_target(measure, target, values.get("baseline"))


def without_tail(draft: Draft, tail: FieldTail, context: Context) -> Draft:
    """The draft with a tail's fields and without its words."""
    kept = first_words(draft.lines, tail.told)
    return with_fields(evolve(draft, lines=kept, text=text_of(kept).rstrip(" |")), tail, context)


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
        elif role == "target" and draft.kind == "measure" and draft.target is None:
            draft = with_target(
                draft, passage, next((told for name, _, told in tail.fields if name == "baseline"), None)
            )
        elif role == "baseline" and draft.kind == "measure":
            pass  # beside the target
        elif role != "measure" or draft.kind == "measure":
            others.append((name, passage))
    return evolve(draft, fields=(*draft.fields, *others))
