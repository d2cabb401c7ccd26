"""Aims over lists that captions name, in text whose lines are all alike: `1. Keep the harbour open`, `Performance
measures`, a measure a line, `Milestones`, a milestone a line, `2. Bring visitors`, `Performance measures` …

That the captions are printed again over each list tells where lists end; numbers or labels tell the aims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Heading, Line, ListItem, Paragraph
from objectives_parser.layout.text.captioned_rounds import (
    LONGEST_AIM,
    ROUNDS,
    SURE,
    Round,
    captions_in,
    is_caption,
    rounds_in,
)
from objectives_parser.layout.text.lines import PAGE_NUMBER, Region, TextLine
from objectives_parser.layout.text.packed.edges import printed_at_edges
from objectives_parser.layout.text.packed.heads import heads
from objectives_parser.layout.wrapping import Column, breaks, is_bullet, is_closed, line_width, names_in, starts_item
from objectives_parser.records import OWN_FIELDS
from objectives_parser.roles import header_role, heading_role, is_imperative, printed_label
from objectives_parser.values import is_value_only

_LONGEST_TITLE = 7
_FIELD = regex.compile(r"\p{Lu}[\p{L} ]{2,24}: ?(?=\S)")
_FOOT_WORDS, _LONGEST_NAME = 4, 2
_HEADS = 3  # cells of a header below the lists, at least
_FIELD_WORDS = 4
_COLUMNS = 3  # blanks between two words of a line that other columns stand in
_SECTION, _CAPTION = 2, 3


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The aims with their lists among the lines, as one region."""
    carried = printed_at_edges(lines) | _feet(lines)
    body = [line for line in lines if line.number not in carried]
    named = captions_in(body)
    if not named:
        return
    rounds = rounds_in(body, named)
    header = _header_among(body, rounds)
    if header < len(body):
        body = body[:header]
        named = captions_in(body)
        rounds = rounds_in(body, named) if named else []
    if len(rounds) < ROUNDS or _is_spread(body[rounds[0].first :]):
        return
    end = _end(body, rounds)
    if _holds_more(body, rounds, end):
        return
    first, last = body[rounds[0].first].number, body[end - 1].number
    feet = [line.line for line in lines if line.words and first < line.number < last and line.number in carried]
    blocks = list(_blocks(body, rounds, end))
    if feet:
        blocks.append(Furniture(lines=tuple(feet), kind="running"))
    yield Region(first=first, last=last, blocks=tuple(blocks))


def _header_among(lines: Sequence[TextLine], rounds: Sequence[Round]) -> int:
    """Where the header of a table begins behind the first list, its cells one under the other; behind all lines if none
    does."""
    first = rounds[0].captions[0] + 1 if rounds else len(lines)
    return next((first + head.first for head in heads(lines[first:]) if len(head.phrases) >= _HEADS), len(lines))


def _feet(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of the lines that number pages, and of those right beside one that are printed there again."""
    filled = [line for line in lines if line.words]
    at = [place for place, line in enumerate(filled) if len(line.words) <= _FOOT_WORDS and PAGE_NUMBER.match(line.text)]
    beside = [filled[place] for foot in at for place in (foot - 1, foot + 1) if 0 <= place < len(filled)]
    counts = Counter(line.text for line in beside)
    return frozenset(
        [filled[place].number for place in at] + [line.number for line in beside if counts[line.text] >= ROUNDS]
    )


def _is_spread(lines: Sequence[TextLine]) -> bool:
    """Whether the lines hold several columns, side by side."""
    filled = [line for line in lines if line.words]
    wide = sum(
        any(b.start - a.end >= _COLUMNS for a, b in zip(line.words[1:], line.words[2:], strict=False))
        for line in filled
    )
    return wide * 5 > len(filled)


def _holds_more(lines: Sequence[TextLine], rounds: Sequence[Round], end: int) -> bool:
    """Whether the lists hold more than items: labelled statements of other levels, or a table's values."""
    aims = {at for each in rounds for at in range(each.first, each.end)}
    inside = [line for at, line in enumerate(lines[:end]) if at >= rounds[0].first and at not in aims and line.words]
    values = sum(is_value_only(line.text) for line in inside)
    return values * 6 > len(inside) or any(_is_labelled(line) for line in inside)


def _is_labelled(line: TextLine) -> bool:
    label = printed_label(line.text) if line.text[0].isupper() else None
    return label is not None and label.kind == "word" and label.number is not None and label.strength >= 1.0


def _end(lines: Sequence[TextLine], rounds: Sequence[Round]) -> int:
    """Where the last list ends: before an empty line behind which no item stands, if items stood close together."""
    inside = range(rounds[0].first, rounds[-1].captions[-1])
    loose = any(
        not lines[at].words and not _is_mark(lines, at + 1, rounds) and not _is_mark(lines, at - 1, rounds)
        for at in inside
    )
    at = rounds[-1].captions[-1] + 1
    while at < len(lines) and not lines[at].words:
        at += 1
    while at < len(lines) and not lines[at].level and not lines[at].tabbed:
        item = lines[at].words and starts_item(lines[at].line)
        if not lines[at].words and not loose and not _next_item(lines, at):
            break
        if not item and lines[at].words and not lines[at - 1].words and _is_prose(lines, at):
            break
        at += 1
    while not lines[at - 1].words:
        at -= 1
    return at


def _is_mark(lines: Sequence[TextLine], at: int, rounds: Sequence[Round]) -> bool:
    """Whether a line is a caption or an aim's first, or none."""
    return not lines[at].words or any(at in each.captions or each.first <= at < each.end for each in rounds)


def _next_item(lines: Sequence[TextLine], at: int) -> bool:
    below = next((line for line in lines[at:] if line.words), None)
    return below is not None and is_bullet(below.words[0])


def _is_prose(lines: Sequence[TextLine], at: int) -> bool:
    """Whether three full lines and more stand here without an empty one."""
    following = lines[at : at + 3]
    return len(following) == 3 and all(len(line.text) > 70 for line in following)


# --- blocks ---------------------------------------------------------------------------------------------------------


def _blocks(lines: Sequence[TextLine], rounds: Sequence[Round], end: int) -> Iterator[Block]:
    names = names_in(line.line for line in lines if line.words)
    widths = [line_width(line.line, True) for line in lines[rounds[0].first : end] if line.words]
    column = Column(full=max(widths), names=names)
    for number, each in enumerate(rounds):
        aim = [line for line in lines[each.first : each.end] if line.words]
        said = next((at for at, line in enumerate(aim) if at and _FIELD.match(line.text)), len(aim))
        named = next((at for at, line in enumerate(aim[:said]) if 0 < at < said - 1 and _names_aim(line)), said)
        yield from _aim_with_sentence(aim[:named], column)
        if named < said:
            yield Heading(lines=(aim[named].line,), level=_CAPTION)
            yield Paragraph(lines=tuple(line.line for line in aim[named + 1 : said]))
        yield from (Heading(lines=(line.line,), level=_CAPTION) for line in aim[said:])
        stop = rounds[number + 1].first if number + 1 < len(rounds) else end
        title = _title_before(lines, stop) if number + 1 < len(rounds) else stop
        for at, following in zip(each.captions, [*each.captions[1:], title], strict=True):
            yield Heading(lines=(lines[at].line,), level=_CAPTION)
            yield from _items(lines[at + 1 : following], column)
        titled = [line.line for line in lines[title:stop] if line.words]
        if titled:
            yield Heading(lines=tuple(titled), level=_SECTION)


def _names_aim(line: TextLine) -> bool:
    """Whether a line between an aim's title and its statement only says which is which: `Aim`, `Our objective:`."""
    if len(line.words) > _LONGEST_NAME or starts_item(line.line):
        return False
    role = heading_role(line.text.rstrip(":"))
    return role is not None and role.role == "objective" and role.strength >= SURE


def _aim(lines: Sequence[TextLine]) -> Block:
    printed = tuple(line.line for line in lines)
    numbered = lines[0].words[0].text[0].isdigit()
    return ListItem(lines=printed, marker=1) if numbered else Paragraph(lines=printed)


def _aim_with_sentence(lines: Sequence[TextLine], column: Column) -> Iterator[Block]:
    """An aim, and what sentences under its title say of it: `Priority 1: Teach well` / `Graduates find work.`"""
    end = _title_end(lines, column)
    yield _aim(lines[:end])
    if end < len(lines):
        yield Paragraph(lines=tuple(line.line for line in lines[end:]))


def _title_end(lines: Sequence[TextLine], column: Column) -> int:
    """Behind the lines of an aim's title, over sentences that begin anew and are closed; behind all lines where none
    stand below it."""
    if not is_closed(lines[-1].line):
        return len(lines)
    for at in range(1, len(lines)):
        title, line = [line.line for line in lines[:at]], lines[at]
        if is_closed(title[-1]):
            break
        if breaks(title, line.line, column) > 0.0 and not is_imperative(line.text):
            return at
    return len(lines)


def _title_before(lines: Sequence[TextLine], aim: int) -> int:
    """Where the title over an aim begins: a short line that names aims, or one that empty lines part; ``aim`` itself
    where none stands."""
    top = aim - 1
    while top > 0 and not lines[top].words:
        top -= 1
    line = lines[top]
    short = 0 < len(line.words) <= _LONGEST_TITLE and line.text[0].isupper() and line.text[-1].isalnum()
    if not short or starts_item(line.line) or is_caption(line) or is_caption(lines[top - 1]):
        return aim
    role = heading_role(line.text)
    named = role is not None and role.role in ("objective", "category")
    parted = not lines[top - 1].words and top < aim - 1
    return top if named or (parted and not _was_parted(lines, top)) else aim


def _was_parted(lines: Sequence[TextLine], at: int) -> bool:
    """Whether the lines before are parted by empty ones each, so that these tell nothing."""
    before = lines[max(0, at - LONGEST_AIM) : at]
    return sum(not line.words for line in before) * 2 >= len(before) - 1


def _items(lines: Sequence[TextLine], column: Column) -> Iterator[Block]:
    """The items of a list, their bullets kept or lost."""
    marked = any(line.words and is_bullet(line.words[0]) for line in lines)
    inset = not marked and _set_by_a_blank(lines)
    titles = _titles_among(lines) if marked else frozenset()
    item: list[Line] = []
    blank = False
    for line in lines:
        if not line.words:
            blank = True
            continue
        if line.number in titles:
            if item:
                yield _item(item)
            yield Heading(lines=(line.line,), level=_CAPTION)
            item, blank = [], False
            continue
        begins = starts_item(line.line) if marked else (blank or breaks(item, line.line, column) > 0.0)
        begins = line.indent > 0 if inset else begins
        if item and (begins or (blank and line.text[0].isupper())):
            yield _item(item)
            item = []
        item.append(line.line)
        blank = False
    if item:
        yield _item(item)


def _titles_among(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of the short lines over a bullet, which bear none: other lists than the captions' begin there. An
    empty line stands above (`External factors`), or they name what tells of the aim (`Timeline`, `Lead`)."""
    return frozenset(
        line.number
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if line.words and below.words and _is_other_title(line, below) and (not above.words or _names_field(line))
    )


def _names_field(line: TextLine) -> bool:
    """Whether a line only names who does something, by when or how it stands."""
    role = header_role(line.text) if len(line.words) <= _FIELD_WORDS and line.text[0].isupper() else None
    return role is not None and role.role in OWN_FIELDS and role.strength >= SURE


def _is_other_title(line: TextLine, below: TextLine) -> bool:
    short = len(line.words) <= _LONGEST_TITLE and line.text[0].isupper() and not is_closed(line.line)
    return short and not starts_item(line.line) and is_bullet(below.words[0])


def _set_by_a_blank(lines: Sequence[TextLine]) -> bool:
    """Whether the items of a list are set apart by a lone blank, all that is left of their bullets."""
    filled = [line for line in lines if line.words]
    return bool(filled) and filled[0].indent == 1 and all(line.indent < 2 for line in filled)


def _item(lines: Sequence[Line]) -> ListItem:
    return ListItem(lines=tuple(lines), marker=int(starts_item(lines[0])))
