"""Blocks → statements: what is one sayable thing and what is two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal, TypeAlias

import attrs
import regex

from objectives_parser.document import Cell, Line, Word
from objectives_parser.hyphens import rejoined
from objectives_parser.layout.text.slices import is_gap
from objectives_parser.layout.wrapping import (
    Column,
    bare,
    breaks,
    is_bullet,
    is_number_marker,
    line_width,
    open_brackets,
    starts_item,
)
from objectives_parser.roles import is_imperative
from objectives_parser.roles.words import word_list
from objectives_parser.sentences import SENTENCE_END, sentence_starts

_HYPHENS = "-‐\u00ad"
# `This project will take place …`, `These include …`: the sentence explains the one before it
_EXPLAINS = word_list("explains")
_UNFINISHED = word_list("unfinished")
# `Each programme has a lead.` speaks of the sentence before it only where that named programmes
_COUNTING = frozenset({"each", "both", "all", "some", "many", "most"})


SentencePolicy: TypeAlias = Literal["never", "promises", "always"]


@attrs.frozen(eq=False)
class Statement:
    """One sayable thing: its lines (words that stand on one printed line), its list marker, and the words of the
    lead-in that it completes, which are another statement's or nobody's. ``title`` is the short line of the cell that
    groups it with its sisters (`(Transport)`, a line in bold) and is no part of it. ``item`` says that the format calls
    it a list item, whether or not it writes the marker."""

    lines: tuple[tuple[Word, ...], ...]
    marker: tuple[Word, ...] = ()
    lead: tuple[Word, ...] = ()
    title: tuple[Word, ...] = ()
    item: bool = False

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list."""
        return self.item or bool(self.marker)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line)

    @cached_property
    def text(self) -> str:
        return text_of(self.lines)

    @cached_property
    def starts(self) -> list[int]:
        """The positions of the words that begin a sentence, the first word's left out."""
        return sentence_starts([word.text for word in self.words])


def text_of(lines: Iterable[Sequence[Word]]) -> str:
    """The words in reading order, one space between them, a word broken at a line's end joined."""
    text = ""
    for line in lines:
        printed = "".join(
            [word.text if word.glued else f" {word.text}" for word in line if not word.superscript]
        ).strip()
        if not text:
            text = printed
        elif text[-1] in _HYPHENS and text[-2:-1].isalpha() and printed[:1].isalpha():
            text = rejoined(text, printed)
        elif printed:
            text = f"{text} {printed}"
    return text.replace("\u00ad", "") if "\u00ad" in text else text


# --- cells ----------------------------------------------------------------------------------------------------------


def cell_column(cell: Cell, names: frozenset[str]) -> Column:
    """The measure of the cell's column: its box in PDF, its widest line on a grid."""
    first = next((line.words[0] for line in cell.lines if line.words), None)
    real = first is not None and first.bbox is not None and cell.bbox is not None
    if real and cell.bbox is not None:
        return Column(full=cell.bbox[2] - cell.bbox[0] - 6.0, names=names, grid=False)
    return Column(full=full_width([line_width(line, True) for line in cell.lines]), names=names, grid=True)


def full_width(widths: Sequence[float]) -> float:
    """The width of a full line: the widest that is not far beyond the usual (a line that was never sliced)."""
    ordered = sorted(widths)
    if not ordered:
        return 0.0
    usual = ordered[len(ordered) // 2]
    full = max(width for width in ordered if width <= 1.35 * usual)
    return full if full < 34000 else 0.0


def cell_statements(cell: Cell, names: frozenset[str], sentences: SentencePolicy) -> tuple[Statement, ...]:
    """The statements of a cell. ``sentences`` says when its sentences are several statements."""
    lines = [line for line in cell.lines if line.words]
    if not lines:
        return ()
    if len(lines) == 1 and cell.bbox is not None and lines[0].words[0].bbox is not None:
        return _by_sentence(_statement(lines), sentences)  # there is nothing to be put together
    groups = _grouped(lines, cell_column(cell, names), names)
    if len(groups) == 2 and _heads(groups[0], groups[1]):
        groups = [_merged(groups)]
    if len(groups) > 1 and any(group.listed for group in groups):
        return _with_lead_ins(groups)
    found: list[Statement] = []
    for group in groups:
        found.extend(_by_sentence(group, sentences))
    return tuple(found)


def _heads(title: Statement, rest: Statement) -> bool:
    """`Safe farms:` over what is meant by it, in a cell that holds nothing else."""
    unmarked = not title.listed and not rest.listed
    return unmarked and title.words[-1].text.endswith(":") and len(title.words) <= 6 and len(rest.words) > 1


def _by_sentence(group: Statement, policy: SentencePolicy) -> tuple[Statement, ...]:
    if policy == "never" or group.listed:
        return (group,)
    parts = split_sentences(group)
    if policy == "promises" and not all(_is_clause(part) for part in parts):
        return (group,)
    if policy == "promises":
        return parts
    return tuple(dated for part in parts for clause in _between_semicolons(part) for dated in _dated(clause))


def _between_semicolons(statement: Statement) -> tuple[Statement, ...]:
    """The statement cut at its semicolons where each begins another one: `Number of events; Improvements added`.
    `75% by 2030; 100% by 2050` and `the groups: the Senior Board; the Reform Board` are one."""
    words = statement.words
    cuts = [at for at in range(1, len(words)) if words[at - 1].text.endswith(";")]
    begun = all(words[at].text.lstrip("“\"'(")[:1].isupper() for at in (0, *cuts))
    long = all(end - start >= 2 for start, end in pairwise((0, *cuts, len(words))))
    if not cuts or not begun or not long or any(word.text.endswith(":") for word in words):
        return (statement,)
    parts = cut_at(statement, cuts)
    return (statement,) if any(open_brackets(part.words) for part in parts) else parts


_YEAR = regex.compile(r"(?:19|20)\d\d(?:[/–-]\d\d)?$")
_BEFORE_YEAR = regex.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?|spring|summer|autumn|winter|by|q[1-4]",
    regex.IGNORECASE,
)


def _dated(statement: Statement) -> tuple[Statement, ...]:
    """The statement cut behind its dates, where a converter lost what stood between the items of a cell and each of
    them ends with one: `Strategy announced Sept 2012 First plans published by Mar 2013`."""
    words = statement.words
    if not _ends_dated(words, len(words)):
        return (statement,)
    cuts = [at for at in range(3, len(words) - 2) if words[at].text[:1].isupper() and _ends_dated(words, at)]
    return cut_at(statement, cuts) if cuts and cuts[-1] < len(words) - 3 else (statement,)


def _ends_dated(words: Sequence[Word], end: int) -> bool:
    """Whether the words before ``end`` close with a month or season and its year."""
    if end < 4 or not _YEAR.match(words[end - 1].text):
        return False
    return _BEFORE_YEAR.fullmatch(words[end - 2].text) is not None


# `FY18 Q1: Introduce …` over `FY18 Q2: Communicate …`: the period stands at the head of each statement
_DATED = regex.compile(r"(?:(?:FY|CY)\s?'?\d{2,4}|Q[1-4]|20\d\d)(?:[\s,/-]+(?:Q[1-4]|(?:FY\s?)?'?\d{2,4}))?\s?:")


def _grouped(lines: Sequence[Line], column: Column, names: frozenset[str]) -> list[Statement]:
    stated = any(line.begins is not None for line in lines)
    pieces = [piece for line in lines for piece in _pieces(line, gaps=column.grid and not stated)]
    threshold = 0.0 if column.grid else 1.5
    spacing = _usual_leading(lines)
    groups: list[list[Line]] = []
    bulleted = starts_item(lines[0]) or is_bullet(lines[0].words[0]) or sum(starts_item(line) for line in lines) >= 2
    dated = sum(_DATED.match(line.text) is not None for line in lines) >= 2
    for piece, after_gap in pieces:
        if not groups:
            groups.append([piece])
        elif piece.begins is False or (stated and not piece.begins):
            groups[-1].append(piece)
        else:
            score = breaks(groups[-1], piece, column) + (2.5 if after_gap else 0.0)
            score += _gap_score(groups[-1][-1], piece, spacing) + (5.0 if _in_brackets(groups[-1][-1], piece) else 0.0)
            score += 5.0 if dated and _DATED.match(piece.text) else 0.0
            score += 3.0 if _under_bold(groups[-1], piece) else 0.0
            score -= 9.0 if _gives_value(groups[-1], piece) or _is_lone_number(groups[-1]) else 0.0
            if (
                bulleted
                and not starts_item(piece)
                and score < 4.5
                and (column.grid or not _left_of_item(groups[-1], piece))
            ):
                score = -1.0 if not groups[-1] or starts_item(groups[-1][0]) else score
            if score > threshold:
                groups.append([piece])
            else:
                groups[-1].append(piece)
    return [_statement(group) for group in groups]


# `85`, `2,400`, `$1,200`, `12%`: figures, and no numbers of a list's items
_FIGURE = regex.compile(r"[$£€]?(?:\d{2,}|[2-9]|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$")


def _gives_value(group: Sequence[Line], below: Line) -> bool:
    """`Homes repaired:` over `85 household housing units`: a line that begins with a figure under a name and its
    colon tells how many."""
    above = group[-1].words
    if not above[-1].text.endswith(":") or not _FIGURE.match(below.words[0].text):
        return False
    return not any(char.isalpha() and char.islower() for char in below.words[0].text) and not starts_item(group[0])


# `2.2` / `Stock learning kits …`: a number that a narrow cell leaves alone on its line
_LONE_NUMBER = regex.compile(
    r"(?:\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|[A-Z]{1,3}[-.]?\d{1,2}(?:\.\d{1,2})*[.:)]?)$"
)


def _is_lone_number(group: Sequence[Line]) -> bool:
    return len(group) == 1 and len(group[0].words) == 1 and _LONE_NUMBER.match(group[0].words[0].text) is not None


def _under_bold(group: Sequence[Line], below: Line) -> bool:
    """Whether a line in plain type stands indented under a line in bold: what is grouped under it."""
    above, first = group[0].bbox, below.words[0]
    if above is None or first.bbox is None or first.bold or not first.text[:1].isupper():
        return False
    return abs(first.bbox[0] - above[0]) > first.size and all(word.bold for line in group for word in line.words)


def _left_of_item(group: Sequence[Line], below: Line) -> bool:
    """Whether a line stands left of the marker of the list item above it, and begins like a statement."""
    marker, start = group[0].words[0].bbox, below.words[0].bbox
    if marker is None or start is None or start[0] > marker[0] - 1.5:
        return False
    return starts_item(group[0]) and below.words[0].text[:1].isupper()


def _in_brackets(above: Line, below: Line) -> bool:
    """Whether a line stands in brackets of its own behind a finished sentence: `(Transport)` groups what follows."""
    text = [word.text for word in below.words]
    return text[0].startswith("(") and text[-1].endswith(")") and SENTENCE_END.search(above.words[-1].text) is not None


def _pieces(line: Line, *, gaps: bool) -> list[tuple[Line, bool]]:
    """The line cut at double spaces behind which a statement may begin."""
    if not gaps and not line.tight:
        return [(line, False)]
    pieces: list[tuple[Line, bool]] = []
    start = 0
    for at in range(1, len(line.words)):
        if gaps and is_gap(line.words[at - 1], line.words[at]):
            begins = line.begins if start == 0 else None
            pieces.append((Line(line.words[start:at], begins, item=line.item and start == 0), start > 0))
            start = at
    whole = start == 0
    rest = Line(line.words[start:], line.begins if whole else None, item=line.item and whole)
    pieces.append((rest, not whole))
    return pieces


def _usual_leading(lines: Sequence[Line]) -> float:
    steps = sorted(step for a, b in pairwise(lines) if (step := _step(a, b)) > 0)
    return steps[len(steps) // 4] if steps else 0.0


def _step(above: Line, below: Line) -> float:
    a, b = above.bbox, below.bbox
    return b[1] - a[1] if a and b and above.page == below.page else 0.0


def _gap_score(above: Line, below: Line, usual: float) -> float:
    """A blank line, or clearly more space than between the lines of one statement."""
    if below.tight:
        return 0.0
    step = _step(above, below)
    size = above.words[0].size or 10.0
    return 3.0 if usual and step > usual * 1.3 and step > size * 1.45 else 0.0


def _statement(lines: Sequence[Line]) -> Statement:
    first = lines[0].words
    marker = 1 if len(first) > 1 and (is_bullet(first[0]) or is_number_marker(first[0], first[1])) else 0
    if len(first) == 1 and len(lines) > 1 and (is_bullet(first[0]) or _is_lone_number(lines[:1])):
        return Statement(tuple(line.words for line in lines[1:]), marker=first)
    rest = (first[marker:], *(line.words for line in lines[1:]))
    return Statement(tuple(line for line in rest if line), marker=first[:marker], item=lines[0].item)


def _with_lead_ins(groups: Sequence[Statement]) -> tuple[Statement, ...]:
    """Bullets under a lead-in stand alone where each is a clause of its own; otherwise lead-in and bullets are one."""
    found: list[Statement] = []
    at = 0
    while at < len(groups):
        group = groups[at]
        bullets: list[Statement] = []
        while group.words and _leads(group) and at + 1 + len(bullets) < len(groups):
            following = groups[at + 1 + len(bullets)]
            if not following.listed or _marker_kind(following) == _marker_kind(group):
                break
            bullets.append(following)
        if bullets and _is_whole(group) and 2 * sum(map(_is_clause, bullets)) >= len(bullets):
            found.extend((group, *bullets))
        elif bullets and _is_title(group, bullets):
            found.extend(attrs.evolve(bullet, title=group.words) for bullet in bullets)
        elif bullets and not (all(map(_is_clause, bullets)) or _tell_deeds(group, bullets)):
            found.append(_merged([group, *bullets]))
        elif bullets:
            found.extend(attrs.evolve(bullet, lead=group.words) for bullet in bullets)
        else:
            found.append(group)
        at += 1 + len(bullets)
    return tuple(found)


def _is_whole(statement: Statement) -> bool:
    """Whether a line over bullets tells something to be done and leaves nothing open for them to complete."""
    words = statement.words
    if len(words) < 4 or statement.listed or words[-1].text[-1:] in ":,;–—-" or bare(words[-1].text) in _UNFINISHED:
        return False
    return is_imperative(statement.text)


def _is_title(statement: Statement, items: Sequence[Statement]) -> bool:
    """Whether a short line in bold or in brackets only names what the items under it have in common (`(Transport)`):
    whole sentences, which need no beginning."""
    words = statement.words
    if statement.listed or len(words) > 10 or words[-1].text.endswith((":", "–", "—", ".", ";", ",")):
        return False
    named = words[0].bold or (words[0].text.startswith("(") and words[-1].text.endswith(")"))
    if not named or any(item.words[0].bold for item in items):
        return False
    return len(items) > 1 and all(_is_sentence(item) for item in items)


def _is_sentence(statement: Statement) -> bool:
    first = statement.words[0].text.lstrip("“\"'(")[:1]
    return len(statement.words) >= 4 and (first.isupper() or first.isdigit())


def _leads(statement: Statement) -> bool:
    """Whether bullets may hang on the statement: a lead-in left open, or an item with another kind of marker (`2.` over
    `a.`, `b.`)."""
    return statement.listed or _announces(statement)


def _marker_kind(statement: Statement) -> str:
    """Numbers, letters and glyphs are markers of different ranks; no marker is none."""
    text = statement.marker[0].text.strip("().") if statement.marker else ""
    return (
        ("item" if statement.item else "")
        if not text
        else "number"
        if text[0].isdigit()
        else "letter"
        if text.isalpha()
        else "glyph"
    )


def _announces(statement: Statement) -> bool:
    last = statement.words[-1].text
    return last.endswith((":", "–", "—")) or not SENTENCE_END.search(last)


def _is_clause(statement: Statement) -> bool:
    text = statement.text
    return is_imperative(text) or bool(
        regex.search(r"\b(?:will|shall|must|should|(?:is|are) (?:also )?\w+ing)\b", text)
    )


def _tell_deeds(lead: Statement, bullets: Sequence[Statement]) -> bool:
    """Whether gerunds (`Restoring forests through planting`) stand under a lead-in that is no item itself."""
    heads = [bullet.words[0].text for bullet in bullets if len(bullet.words) >= 4]
    return not lead.listed and len(heads) == len(bullets) and all(h[:1].isupper() and h.endswith("ing") for h in heads)


def _merged(statements: Sequence[Statement]) -> Statement:
    lines = tuple(line for statement in statements for line in statement.lines)
    return Statement(lines, marker=statements[0].marker)


# --- sentences ------------------------------------------------------------------------------------------------------


def split_sentences(statement: Statement) -> tuple[Statement, ...]:
    """The statement's sentences, one that explains the sentence before it left with it."""
    words = statement.words
    cuts = [cut for cut in statement.starts if not _explains(words, cut)]
    return cut_at(statement, cuts) if cuts else (statement,)


def plain_sentences(statement: Statement) -> tuple[Statement, ...]:
    """The statement's sentences, also those that explain the one before."""
    return cut_at(statement, statement.starts) if statement.starts else (statement,)


def _explains(words: Sequence[Word], cut: int) -> bool:
    """Whether the sentence that begins at ``cut`` explains the one before; `In addition, …` says another thing."""
    first, second = (
        (bare(word.text) for word in words[cut : cut + 2]) if cut + 1 < len(words) else (bare(words[cut].text), "")
    )
    if first in _COUNTING and second not in _EXPLAINS and second != "of":
        return second.rstrip("s") in {bare(word.text).rstrip("s") for word in words[:cut]}
    return first in _EXPLAINS and (first, second) != ("in", "addition")


def cut_at(statement: Statement, cuts: Sequence[int]) -> tuple[Statement, ...]:
    """The statement in parts that begin at its first word and at those positions."""
    bounds = [0, *cuts, len(statement.words)]
    parts: list[Statement] = []
    for begin, end in pairwise(bounds):
        lines: list[tuple[Word, ...]] = []
        at = 0
        for line in statement.lines:
            piece = line[max(0, begin - at) : max(0, end - at)]
            if piece:
                lines.append(piece)
            at += len(line)
        parts.append(Statement(tuple(lines), marker=statement.marker if begin == 0 else ()))
    return tuple(parts)


def block_statement(lines: Sequence[Line], marker: int = 0) -> Statement:
    """A heading's, paragraph's or list item's lines as one statement."""
    first = lines[0].words
    rest = (first[marker:], *(line.words for line in lines[1:]))
    return Statement(tuple(line for line in rest if line), marker=first[:marker])


def titled(statement: Statement) -> Statement:
    """The statement's bold title alone, where a longer explanation in plain type follows it."""
    words = statement.words
    count = next((at for at, word in enumerate(words) if not word.bold), len(words))
    if count < 3 or len(words) - count < 20:
        return statement
    lines: list[tuple[Word, ...]] = []
    for line in statement.lines:
        lines.append(line[:count])
        count -= len(lines[-1])
    return attrs.evolve(statement, lines=tuple(line for line in lines if line))
