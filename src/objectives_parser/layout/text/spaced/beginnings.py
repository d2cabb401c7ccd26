"""Where a piece of text ends and the next one begins: the line that follows, against the lines before it."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.layout.text.spaced.bullets import TICKS
from objectives_parser.layout.text.spaced.labelled import leads_in
from objectives_parser.layout.text.spaced.line_ends import WIDE_LINE
from objectives_parser.layout.text.spaced.rows import x0
from objectives_parser.layout.text.spaced.strands import (
    Strand,
    first_letter,
    glued_bullet,
    in_capitals,
    is_closed_strand,
    is_ended,
    is_in_caps,
    is_lone_code,
    is_titled,
    marker_of,
    open_ended,
)
from objectives_parser.layout.text.spaced.unmarked import announces
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role, heading_role, printed_label

ROOM = 6
"""Characters that must stay free behind the next word for it to have fitted."""
SHORT = 0.35
INDENT = 3
LONGEST_NOTE, SURELY, LIKELY = 4, 0.9, 0.8
ABBREVIATED = regex.compile(r"\b(?:\p{Lu}\.){2,}$")
BEGINNING = frozenset(("The", "This", "These", "We", "Our", "To", "In", "It", "There", "Many", "Too", "By", "While"))
"""Words that begin a sentence behind a labelled line, and no further line of what it labels."""


def begins(
    piece: Sequence[Strand], strand: Strand, width: int, high: int, usual: int, own: int, reach: int = 0
) -> bool:
    """Whether a new piece begins with the line; ``own`` is where the longest line ends of those that no empty line
    parts from it, ``reach`` how far lines may go on, if a page shows it."""
    last = piece[-1]
    told = _told_by_signs(piece, strand)
    if told is not None:
        return told
    begun = _may_begin(last, strand)
    if strand.hard > usual or strand.blanks > usual + 1:
        return begun or is_ended(last) or strand.blanks > usual + 2
    if is_in_caps(last.text) and is_in_caps(strand.text) and not strand.blanks:
        return False
    if is_in_caps(last.text) != is_in_caps(strand.text) and begun:
        return True
    free = high - last.high
    if _hangs(piece[0], strand) and not strand.blanks:
        return begun and len(piece) == 1 and _is_name_over(last, strand, free=free, width=width)
    roomy = free > len(strand.words[0].text) + ROOM
    if begun and _shifted(piece, strand, width, room=roomy):
        return True
    fits = roomy and begun and not open_ended(last)
    if len(piece) == 1 and begun and _titles_line(last, strand, own, reach, fits=fits):
        return True
    short = is_closed_strand(last) or free > SHORT * width
    if strand.blanks > usual and begun and (short or fits):
        return True
    outdented = marker_of(piece[0]) and strand.low < piece[0].low  # no line of a title set about its middle
    centred = _centred(last, strand) and not outdented
    return fits and (short or _is_title_over(piece, strand)) and not centred


def _told_by_signs(piece: Sequence[Strand], strand: Strand) -> bool | None:
    """Whether a new piece begins, where ticks, bullets, codes or labels tell."""
    last = piece[-1]
    if last.text in TICKS or strand.text in TICKS:
        return True
    if len(piece) == 1 and len(last.words) == 1 and marker_of(last):
        return bool(marker_of(strand))  # a bullet whose text stands below it
    if (marker_of(strand) or glued_bullet(strand)) and not _wrapped_number(last, strand):
        return True
    named = is_lone_code(strand) or _is_label(strand.text) or _is_field(strand.text)
    return True if named and not open_ended(last) else None


def _may_begin(last: Strand, strand: Strand) -> bool:
    """Whether a line looks like a beginning: no small letter, no number or bracket that goes on with the line above."""
    full = last.high - last.low >= WIDE_LINE and not is_closed_strand(last)
    aside = full and strand.text[:1] == "(" and strand.text[1:2].isalpha()  # `… of the Act` / `(Law 89) is`
    return not (first_letter(strand.text).islower() or _counts_on(last, strand) or aside)


def _titles_line(last: Strand, strand: Strand, own: int, reach: int, *, fits: bool) -> bool:
    """Whether a line is a title over the one below it: an item in capitals, or `Objective 1: Safer streets` over `Half
    of all trips are short. We will:`."""
    if fits and marker_of(last) and is_titled(last) and not is_titled(strand):
        return True
    room = last.high + 1 + len(strand.words[0].text) <= own or strand.words[0].text in BEGINNING
    room = room or (reach - last.high > SHORT * reach and _tells(strand) and not _centred(last, strand))
    return (room or _names_again(last, strand)) and not strand.blanks and _states_label(last)


def is_next_caption(piece: Sequence[Strand], strand: Strand, *, own: int, sure: bool) -> bool:
    """Whether a line is the next caption (`Measures`) right under a list item, or under a labelled statement in whose
    line it would have had room, or which it stands under for ``sure``."""
    first, last = piece[0], piece[-1]
    if strand.low > first.low or open_ended(last) or (is_in_caps(last.text) and is_in_caps(strand.text)):
        return False
    if not announces(strand.text) and not (sure and _leads_in_to(strand)):
        return _names_note(strand) and _states_label(first)
    room = last.high + 1 + len(strand.words[0].text) <= own
    return bool(marker_of(first) or glued_bullet(first)) or ((room or sure) and _states_label(first))


def _leads_in_to(strand: Strand) -> bool:
    """`Actions to be supported:`: a few words with a colon that name what the list below says."""
    if len(strand.words) > LONGEST_NOTE or not strand.text.endswith(":") or not strand.text[0].isupper():
        return False
    role = heading_role(strand.text)
    return role is not None and role.role in STATEMENTS and role.strength >= LIKELY


def _names_note(strand: Strand) -> bool:
    """Whether a line is the title of what tells of an aim: `Why this matters`, `Background`."""
    if len(strand.words) > LONGEST_NOTE or not strand.text[:1].isupper() or strand.text[-1] in ".,;":
        return False
    role = heading_role(strand.text)
    return role is not None and role.role == "note" and role.strength >= SURELY


def is_over_list(strands: Sequence[Strand], at: int) -> bool:
    """Whether bullets stand right under a line."""
    below = strands[at + 1] if at + 1 < len(strands) else None
    return below is not None and not below.blanks and bool(marker_of(below) or glued_bullet(below))


def is_named_under(piece: Sequence[Strand], strand: Strand) -> bool:
    """Whether lines with a number or a label end before a form's first label, `3. Open the archives` over `Lead`, or a
    line that leads in to a list."""
    if leads_in(strand.text):
        return not open_ended(piece[-1])
    label = printed_label(piece[0].text)
    counted = label is not None and label.number is not None
    return counted and not open_ended(piece[-1]) and not (is_in_caps(piece[-1].text) and is_in_caps(strand.text))


def _counts_on(last: Strand, strand: Strand) -> bool:
    """Whether a line that begins with a figure goes on with the one above: `… a complete and accurate` / `2020 census
    of …`."""
    if strand.blanks or not strand.text[0].isdigit() or marker_of(strand):
        return False
    return last.high - last.low >= WIDE_LINE and not is_closed_strand(last) and last.text[-1].isalpha()


def _is_title_over(piece: Sequence[Strand], strand: Strand) -> bool:
    """Whether a line whose words have capitals stands, below room, over a line of text: a title right over it."""
    apart = len(piece) == 1 and (piece[0].blanks > 0 or piece[0].top)
    return apart and in_capitals(piece[0]) and not in_capitals(strand)


def _hangs(first: Strand, strand: Strand) -> bool:
    """Whether the line begins where the text behind the list marker, or behind the label that hangs out before it,
    began: what hangs there belongs to the item."""
    marker = marker_of(first) or _label_before(first)
    return 0 < marker < len(first.words) and abs(strand.low - x0(first.words[marker])) <= 1


def _label_before(first: Strand) -> int:
    """The words of the label with a number that room parts from its statement: `POLICY 4.3:      Teach the reeve`."""
    label = printed_label(first.text)
    if label is None or label.kind != "word" or label.number is None or label.end >= len(first.text):
        return 0
    words = len(first.text[: label.end].split())
    apart = words < len(first.words) and x0(first.words[words]) - first.low > label.end
    return words if apart else 0


def _is_name_over(last: Strand, strand: Strand, *, free: int, width: int) -> bool:
    """Whether an item's first line, far from full, is a name over the text that tells of it: `• Less waste` over lines
    of sentences set to it."""
    text = strand.high - strand.low >= WIDE_LINE
    return text and free > SHORT * width and not open_ended(last) and not is_closed_strand(last)


def _shifted(piece: Sequence[Strand], strand: Strand, width: int, *, room: bool) -> bool:
    """Whether the line begins at another place than the piece's lines go on at; ``room`` says that its first word would
    have fitted on the line above."""
    first, last = piece[0], piece[-1]
    if open_ended(last) or _centred(last, strand):
        return False
    if marker_of(first) or glued_bullet(first):
        if strand.low < first.low or (len(piece) > 1 and strand.low < piece[1].low - 1):
            return True
        if len(piece) > 1 and _is_flush(piece):
            return room and _closes(last)
        return strand.low <= first.low and (_closes(last) or len(piece) > 1)
    if len(piece) == 1:
        return strand.low >= first.low + INDENT or strand.low <= first.low - 3 * INDENT
    return abs(strand.low - last.low) >= INDENT


def _closes(last: Strand) -> bool:
    """Whether a line closes a sentence, and not only ends in `U.S.`"""
    return is_closed_strand(last) and ABBREVIATED.search(last.text) is None


def _is_flush(piece: Sequence[Strand]) -> bool:
    """Whether an item's sentence goes on right under its bullet: no line of it is set in, and how full they are tells
    where it ends."""
    first, second = piece[:2]
    return second.low == first.low and (first_letter(second.text).islower() or open_ended(first))


def _centred(a: Strand, b: Strand) -> bool:
    return abs(a.low + a.high - b.low - b.high) <= 3 and abs(a.low - b.low) > 1


def _wrapped_number(last: Strand, strand: Strand) -> bool:
    """`… by` / `2020. Then`, `… solutions, and` / `(4) speed up`: what goes on inside a sentence is no marker."""
    first = strand.words[0].text
    return first.lstrip("(")[:1].isdigit() and open_ended(last)


def _tells(strand: Strand) -> bool:
    """Whether a line is a sentence or leads in to a list, and no second line of a title."""
    return strand.text[-1] in ".:" and not in_capitals(strand)


def _is_label(text: str) -> bool:
    label = printed_label(text)
    return label is not None and label.kind == "word" and label.role is not None and (
        label.number is not None or (label.strength >= 1.0 and text[:1].isupper())
    )  # fmt: skip


def _states_label(strand: Strand) -> bool:
    """Whether a line is a label with what it labels, which ends there."""
    label = printed_label(strand.text)
    stated = label is not None and label.kind == "word" and label.role is not None and label.number is not None
    return stated and label is not None and label.end < len(strand.text) and not open_ended(strand)


def _names_again(last: Strand, strand: Strand) -> bool:
    """`Priority 1: A growing economy` over `Priority 1 actions`"""
    label = printed_label(last.text)
    return label is not None and strand.text.startswith(last.text[: label.end].rstrip(" :.–-") + " ")


def _is_field(text: str) -> bool:
    """`Goal Owner: Stephanie Moore`: a header word and what it says."""
    name, colon, rest = text.partition(":")
    role = header_role(name) if colon and rest and len(name.split()) <= 5 and name[:1].isupper() else None
    return role is not None and role.strength >= 0.6
