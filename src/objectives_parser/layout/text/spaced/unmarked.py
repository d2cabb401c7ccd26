"""Lists whose bullets are drawings, which no converter to text writes: lines that stand further in, under a line that
announces them (`Initiatives`, `To reduce flooding, we will:`), each item begun anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from objectives_parser.document import GRID_X, Line
from objectives_parser.layout.median import median
from objectives_parser.layout.text.lines import ENDS_ITEM
from objectives_parser.layout.text.spaced.rivers import is_of_date
from objectives_parser.layout.text.spaced.strands import Strand, glued_bullet, marker_of
from objectives_parser.layout.wrapping import Column, breaks, is_bullet, is_closed, names_in, wants_more
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role, heading_role, is_imperative, is_lead_in, printed_label

DEEPER, DEEPEST = 2, 14
LEAST_ITEMS, MANY_ITEMS = 2, 3
SCRAPS, MOST_LISTED = 3, 60
"""Lines without a word between a list and the line over it, and lines of a list, at most."""
FAR = 3
"""Empty lines behind which no item stands."""
FEWEST_WORDS, USUAL_WORDS = 3, 30
LONGEST_TITLE, LONGEST_HEAD = 8, 4
FULL_LINES = 2
LABELLED_LINES = 3
FREE = 0.08
"""Of a line's width: with more room than this behind the next word a line has ended on purpose."""
SURE = 0.9
COMMITTED = ("We will ", "We’ll ", "We'll ")


def unmarked_items(
    strands: Sequence[Strand], going_on: bool, *, flush: bool = False, caption: int | None = None
) -> dict[int, bool]:
    """The lines of such lists in a column by their places: whether an item begins there. ``going_on`` says that a list
    of the column before may go on at the top, ``flush`` that the text has no indents: then the lines up to the next
    empty one are the list; ``caption`` counts the lines of the caption over a column that is a list for sure."""
    found: dict[int, bool] = {}
    if not strands:
        return found
    high = max(strand.high for strand in strands)
    if caption is not None and caption < len(strands):
        found.update(_items(strands, caption, high, least=1))
    if going_on and (first := _top_items(strands, high)):
        found.update(first)
    if flush:
        found.update(_parted_by_semicolons(strands))
    for at in range(len(strands) - 1):
        if at not in found:
            found.update(_items_under(strands, at, high, flush=flush))
    return found if flush else found | _sister_lists(strands, high, found)


def _items_under(strands: Sequence[Strand], at: int, high: int, *, flush: bool) -> dict[int, bool]:
    """The lines of a list under a line, if this stands over one: announced, under its label or its title, or set
    deeper."""
    strand, inner = strands[at], strands[at + 1]
    deeper = DEEPER <= inner.low - strand.low <= DEEPEST
    found: dict[int, bool] = {}
    if not deeper and announces(strand.text):
        found.update(dict.fromkeys(_lines_of_sentences(strands, at + 1), True))
    right_under = not inner.blanks or (inner.blanks == 1 and _stands_over_block(strands, at))
    if not (deeper or (flush and right_under)):
        return found
    end = None if deeper else _block_end(strands, at + 1)
    if flush and not deeper and (told := _under_label(strands, at, high)):
        return found | told
    if printed_label(strand.text) is not None and not deeper:
        return found
    if _announces(strands, at):
        last = _indented_end(strands, at + 1) if end is None else end
        small = strand.text.endswith(":") or _commands_in_small_letters(strands[at + 1 : last])
        return found | _items(strands, at + 1, high, end=end, lower=small)
    if _is_title(strand) and _tells(inner.text) and not _tells(strand.text):
        return found | _items(strands, at + 1, high, end=end, told=True)
    if deeper and _tells(inner.text):
        alone = bool(inner.blanks) and _ends_labelled(strands, at)
        if alone or (is_closed(Line(strand.words)) and not marker_of(strand)):
            return found | _items(strands, at + 1, high, least=1 if alone else LEAST_ITEMS, told=True)
    return found


def _parted_by_semicolons(strands: Sequence[Strand]) -> dict[int, bool]:
    """The lines of lists whose items end in semicolons, the last one in a full stop, under a line that ends in a colon:
    a converter that loses their bullets leaves these."""
    found: dict[int, bool] = {}
    for at, strand in enumerate(strands):
        if not strand.text.endswith(":") or marker_of(strand) == len(strand.words):
            continue
        first = at + 1
        while first < min(len(strands), at + 1 + SCRAPS) and not any(map(str.isalpha, strands[first].text)):
            first += 1
        lines = _to_full_stop(strands, first)
        ends = [ENDS_ITEM.search(line.text) is not None for line in lines]
        if sum(ends) < LEAST_ITEMS or any(marker_of(line) or glued_bullet(line) for line in lines):
            continue
        found |= {first + place: begins for place, begins in enumerate([True, *ends[:-1]])}
    return found


def _to_full_stop(strands: Sequence[Strand], first: int) -> Sequence[Strand]:
    """The lines from a place on up to the first that ends in a full stop; none where another colon comes before."""
    for end in range(first, min(len(strands), first + MOST_LISTED)):
        if strands[end].text.endswith((".", ":")):
            return strands[first : end + 1] if strands[end].text.endswith(".") else []
    return []


def _sister_lists(strands: Sequence[Strand], high: int, found: dict[int, bool]) -> dict[int, bool]:
    """Lists that stand as far in as others, each right under a title or a lead-in, of one item too; where none is
    known, two of them and three items are enough, if the text prints no bullets."""
    lists: dict[int, dict[int, bool]] = {}
    for at, strand in enumerate(strands[:-1]):
        inner = strands[at + 1]
        if at in found or at + 1 in found or not DEEPER <= inner.low - strand.low <= DEEPEST:
            continue
        if not _may_stand_over(strand, inner):
            continue
        items = _items(strands, at + 1, high, least=1, lower=strand.text.endswith(":"))
        if items:
            lists[at] = items
    known = {strands[at].low for at, begins in found.items() if begins}
    if not known and not any(glued_bullet(strand) or is_bullet(strand.words[0]) for strand in strands):
        lows = Counter(strands[at + 1].low for at in lists)
        begun = {low: sum(sum(lists[at].values()) for at in lists if strands[at + 1].low == low) for low in lows}
        known = {low for low, count in lows.items() if count >= LEAST_ITEMS and begun[low] >= MANY_ITEMS}
    alike = (items for at, items in lists.items() if strands[at + 1].low in known)
    return {place: begins for items in alike for place, begins in items.items()}


def _may_stand_over(strand: Strand, inner: Strand) -> bool:
    """Whether a line may be a title or a lead-in of a list: short, with a number or label perhaps (then the list stands
    apart: what is set right below hangs), and no field (`Lead: Works`)."""
    if strand.text.endswith(":"):
        return True
    if marker_of(strand):
        title = strand.text[-1].isalpha() and len(strand.words) <= LONGEST_TITLE
        return title and inner.blanks > 0 and inner.text[0].isupper() and strand.words[0].text[0].isdigit()
    label = printed_label(strand.text)
    labelled = label is not None and label.kind == "word" and len(strand.words) <= USUAL_WORDS
    return (_is_title(strand) or labelled) and (labelled or not _is_field(strand))


def _ends_labelled(strands: Sequence[Strand], at: int) -> bool:
    """Whether a line ends a statement with a label, of a few lines: `Strategy 1.1 Replace all lead pipes by 2031.`"""
    first = at
    while first > max(0, at - LABELLED_LINES) and not strands[first].blanks:
        first -= 1
    label = printed_label(strands[first].text)
    return label is not None and label.kind == "word" and label.role in ("objective", "action")


def _under_label(strands: Sequence[Strand], at: int, high: int) -> dict[int, bool]:
    """The commands right under a labelled statement, or under a sentence below that, in lines of which none says more
    than the next: `Goal 2: Art for everyone` / `Open the halls on Sundays` / `Take the collection to schools`."""
    strand, inner = strands[at], strands[at + 1]
    if (
        not inner.text[:1].isupper()
        or not _tells(inner.text)
        or wants_more(Line(strand.words))
        or not _ends_labelled(strands, at)
    ):
        return {}
    labelled = printed_label(strand.text) is not None
    if not labelled and not is_closed(Line(strand.words)):
        return {}
    end = _block_end(strands, at + 1)
    return _items(strands, at + 1, high, end=end, least=1, told=True) if end > at + 1 else {}


def announces(text: str) -> bool:
    """Whether a line is a title that says what the items under it are."""
    if len(text.split()) > LONGEST_TITLE or not text[:1].isupper():
        return False
    role = heading_role(text)
    return role is not None and role.role in STATEMENTS and role.strength >= SURE and printed_label(text) is None


def _lines_of_sentences(strands: Sequence[Strand], first: int) -> range:
    """The lines from a place on that no empty line parts, if they begin at one place and each is a sentence: items."""
    end = first
    while end < len(strands) and not strands[end].blanks and strands[end].low == strands[first].low:
        end += 1
    block = strands[first:end]
    each = all(strand.text[:1].isupper() and strand.text[-1] in ".;" and not marker_of(strand) for strand in block)
    return range(first, end) if len(block) >= MANY_ITEMS and each else range(0)


def _announces(strands: Sequence[Strand], at: int) -> bool:
    """Whether a line, or a title over two lines that ends with it, says that items follow."""
    text = strands[at].text
    over = strands[at - 1] if at and not strands[at].blanks and text[:1].islower() else None
    if over is not None and over.low == strands[at].low and announces(over.text + " " + text):
        return True
    if text.endswith(":"):
        before = strands[at - 1].text + " " if at and not strands[at].blanks else ""
        return is_lead_in(before + text) or announces(text)
    return announces(text)


def _block_end(strands: Sequence[Strand], first: int) -> int:
    """Behind the lines from a place on that no empty line parts, and that are no header cells."""
    end = first
    while end < len(strands) and (end == first or not strands[end].blanks) and not _is_head(strands[end]):
        end += 1
    if strands[first].text[:1].islower():
        return end  # `We will:` / `fund cyber clinics`
    closed = sum(is_closed(Line(strand.words)) for strand in strands[first:end])
    begun = sum(strand.text[:1].isupper() for strand in strands[first:end])
    return end if 2 * closed < begun else first


def _stands_over_block(strands: Sequence[Strand], at: int) -> bool:
    """Whether a lead-in or the name of a list has an empty line behind it and then lines that stand together."""
    text = strands[at].text
    together = at + 2 < len(strands) and not strands[at + 2].blanks
    return together and (text.endswith(":") or announces(text))


def _commands_in_small_letters(block: Sequence[Strand]) -> bool:
    """`How we will achieve this` over `run the auctions by May`, `publish a paper on storage`: a line each."""
    lines = [strand.text for strand in block]
    return len(lines) >= LEAST_ITEMS and all(text[:1].islower() and is_imperative(text) for text in lines)


def _is_head(strand: Strand) -> bool:
    """A header cell, another title, a labelled statement, a figure: what stands behind such a list."""
    text = strand.text
    if text[:1].islower():
        return False
    label = printed_label(text)
    if announces(text) or not any(map(str.isalpha, text)) or (label is not None and label.kind == "word"):
        return True
    role = header_role(text) if len(strand.words) <= LONGEST_HEAD else None
    return role is not None and role.strength >= SURE


def _is_title(strand: Strand) -> bool:
    return len(strand.words) <= LONGEST_TITLE and strand.text[:1].isupper() and strand.text[-1].isalpha()


def _are_scraps(block: Sequence[Strand], begun: Sequence[bool]) -> bool:
    """Whether lines are cells that a converter cut to pieces: `TBD / time`, `To engage in the`."""
    if sum(word.text[0].isalpha() for word in block[0].words) < FEWEST_WORDS:
        return True
    last = [line for line, begins in zip(block, [*begun[1:], True], strict=True) if begins]
    return wants_more(Line(block[-1].words)) or sum(wants_more(Line(line.words)) for line in last) > 1


def _is_field(strand: Strand) -> bool:
    """`Output: Number of visits`"""
    return any(word.text.endswith(":") for word in strand.words[:4])


def _tells(text: str) -> bool:
    """`Retire the old system`, `We will retire the old system`."""
    return text.startswith(COMMITTED) or is_imperative(text)


def _top_items(strands: Sequence[Strand], high: int) -> dict[int, bool]:
    """The items at a column's top, which stand further in than what follows them."""
    low = min(strand.low for strand in strands)
    if not DEEPER <= strands[0].low - low <= DEEPEST:
        return {}
    return _items(strands, 0, high, least=1)


def _items(
    strands: Sequence[Strand],
    first: int,
    high: int,
    *,
    end: int | None = None,
    least: int = LEAST_ITEMS,
    lower: bool = False,
    told: bool = False,
) -> dict[int, bool]:
    """The lines from a place on by whether an item begins there; none where they are no list. ``lower`` says that items
    may begin in small letters, ``told`` that they are a list only if each says what somebody will do."""
    base = strands[first].low
    flush = end is not None
    end = end if end is not None else _indented_end(strands, first)
    block = strands[first:end]
    if not block or any(marker_of(strand) or glued_bullet(strand) for strand in block) or _is_text(block, high):
        return {}
    begun = list(_begun(block, base, high - base, lower and block[0].text[:1].islower()))
    lengths = _lengths(block, begun)
    if len(lengths) < least or not FEWEST_WORDS <= median(lengths) <= USUAL_WORDS:
        return {}
    if 2 * sum(begins and _is_field(strand) for strand, begins in zip(block, begun, strict=True)) > len(lengths):
        return {}
    if flush and (len(lengths) < min(MANY_ITEMS, len(block)) or _are_scraps(block, begun)):
        return {}
    if told and not all(_tells(strand.text) for strand, begins in zip(block, begun, strict=True) if begins):
        return {}
    return {first + at: begins for at, begins in enumerate(begun)}


def _is_text(block: Sequence[Strand], high: int) -> bool:
    """Whether all lines but the last are full, and that ends a sentence: a paragraph, whatever its lines begin with."""
    full = (strand.high >= high - FREE * (high - strand.low) for strand in block[:-1])
    return len(block) > FULL_LINES and is_closed(Line(block[-1].words)) and all(full)


def _indented_end(strands: Sequence[Strand], first: int) -> int:
    base = strands[first].low
    end = first
    while end < len(strands) and strands[end].low >= base - 1 and (end == first or strands[end].blanks < FAR):
        end += 1
    return end


def _begun(block: Sequence[Strand], base: int, width: int, lower: bool) -> Iterator[bool]:
    names = names_in(Line(strand.words) for strand in block)
    full = Column(full=width * GRID_X, names=names, grid=False, torn=True)
    yield True
    for before, strand in pairwise(block):
        if strand.low > base + 1:
            yield False
        elif lower and ENDS_ITEM.search(before.text):
            yield True
        elif lower and strand.text[:1].islower():
            free = width - (before.high - base) - len(strand.words[0].text) - 1
            told = is_imperative(strand.text) and (free >= 0 or is_imperative(block[0].text))
            yield (free > FREE * width or told) and not wants_more(Line(before.words))
        else:
            dated = is_of_date(before.words[-1].text, strand.words[0].text)
            yield not dated and strand.text[0] != "(" and breaks([Line(before.words)], Line(strand.words), full) > 0


def _lengths(block: Sequence[Strand], begun: Sequence[bool]) -> list[float]:
    """The words of each item."""
    lengths: list[float] = []
    for strand, begins in zip(block, begun, strict=True):
        if begins:
            lengths.append(0)
        lengths[-1] += len(strand.words)
    return lengths
