"""Lists that run on in a sentence: `Strategies are to: (1) encourage …; (2) create …; and (3) …`, and without marks
`Strategies include: encouraging …; creating …; and …`."""

from __future__ import annotations

import itertools

import attrs

from objectives_parser import late as regex
from objectives_parser.records import Kind
from objectives_parser.roles import is_imperative, lead_in_role
from objectives_parser.statements import Statement, cut_at, split_sentences

_MARK = regex.compile(r"\(?(?P<mark>\d{1,2}|[a-z]|[ivx]{1,4})\)$")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_FIRST = ("1", "a", "i")
_JOINS = frozenset(("and", "or", "and/or", "&"))
# "our community should (1) …": what is advised to the reader of the plan is what the plan wants done
_LEADS = regex.compile(r"(?:\p{L}+\s){1,4}include:\s\p{L}")
_SHOULD = regex.compile(r"\b(?:should|must|needs? to|(?:is|are) to)\W*$", regex.IGNORECASE)


@attrs.frozen(eq=False)
class Enumeration:
    """The text before the sentence that leads in, that sentence's open beginning, its items, and what follows them."""

    before: tuple[Statement, ...]
    lead: Statement
    items: tuple[Statement, ...]
    after: tuple[Statement, ...]

    def kind(self) -> Kind | None:
        """What the lead-in says that the items are; None if they are no deeds told alike: commands, half of them at
        least surely (`(i) build a plant; (ii) file ten patents`), or all gerunds (`(i) promotion of …, (ii) buildings`
        names things)."""
        text = self.lead.text
        if not any(item.marker for item in self.items):
            told = sum(_tells_deed(item.text) for item in self.items)
            return lead_in_role(text) if 2 * told >= len(self.items) else None
        firsts = [item.words[0].text.casefold() for item in self.items]
        commands = sum(is_imperative(item.text) for item in self.items)
        told = 2 * commands >= len(self.items) and not any(first.endswith("s") for first in firsts)
        if not told and commands < len(self.items) and not all(first.endswith("ing") for first in firsts):
            return None
        if _SHOULD.search(text):
            return "action"
        return lead_in_role(text if text.endswith(":") else f"{text.rstrip(',;–—- ')}:")


def enumeration(statement: Statement) -> Enumeration | None:
    """The statement as a lead-in and its numbered or lettered items; None unless two marks or more count up from the
    first, and each stands before words of its own."""
    words = statement.words
    closed = [(at, word.text) for at, word in enumerate(words) if word.text[-1] == ")"]
    marks = _counting([(at, found.group("mark")) for at, text in closed if (found := _MARK.match(text))])
    if len(marks) < 2 or marks[0] == 0 or any(b - a < 3 for a, b in zip(marks, [*marks[1:], len(words)], strict=True)):
        return _by_semicolons(statement)
    head, *parts = cut_at(statement, marks)
    *before, lead = split_sentences(head)
    *items, last = map(_item, parts)
    last, *after = split_sentences(last)
    return Enumeration(tuple(before), lead, (*items, last), tuple(after))


def _by_semicolons(statement: Statement) -> Enumeration | None:
    """A sentence that begins `Strategies include:` and goes on with parts between semicolons."""
    text = statement.text
    if " include: " not in text or ";" not in text:
        return None
    sentences = split_sentences(statement)
    at = next((number for number, sentence in enumerate(sentences) if _LEADS.match(sentence.text)), None)
    if at is None:
        return None
    words = sentences[at].words
    begin = next(number for number, word in enumerate(words) if word.text.endswith(":")) + 1
    ends = [number + 1 for number, word in enumerate(words[:-1]) if number > begin and word.text.endswith(";")]
    if not ends or any(b - a < 2 for a, b in itertools.pairwise([begin, *ends, len(words)])):
        return None
    lead, *parts = cut_at(sentences[at], [begin, *ends])
    items = tuple(_bare(part) for part in parts)
    return Enumeration(tuple(sentences[:at]), lead, items, tuple(sentences[at + 1 :]))


def _bare(part: Statement) -> Statement:
    """The part without the `and` before the last."""
    if len(part.words) > 1 and part.words[0].text.casefold() in _JOINS:
        return cut_at(part, [1])[1]
    return part


def _tells_deed(text: str) -> bool:
    words = [word for word in text.split() if not word.endswith("ly")]
    return is_imperative(text) or bool(words and words[0].casefold().endswith("ing"))


def _counting(found: list[tuple[int, str]]) -> list[int]:
    """The positions of the marks that count up: 1 2 3, a b c, i ii iii."""
    first = next((number for number, (_, mark) in enumerate(found) if mark in _FIRST), None)
    if first is None:
        return []
    positions = [found[first][0]]
    expected = _after(found[first][1], roman=any(mark == "ii" for _, mark in found))
    for at, mark in found[first + 1 :]:
        if mark == expected:
            positions.append(at)
            expected = _after(mark, roman=found[first][1] == "i")
    return positions


def _after(mark: str, *, roman: bool) -> str:
    if mark.isdigit():
        return str(int(mark) + 1)
    if roman and mark in _ROMAN[:-1]:
        return _ROMAN[_ROMAN.index(mark) + 1]
    return chr(ord(mark) + 1) if len(mark) == 1 else ""


def _item(part: Statement) -> Statement:
    """The part without its mark, and without the `and` that leads over to the next."""
    mark, body = cut_at(part, [1])
    count = len(body.words)
    if count > 1 and body.words[-1].text in _JOINS:
        body = cut_at(body, [count - 1])[0]
    return attrs.evolve(body, marker=mark.words)
