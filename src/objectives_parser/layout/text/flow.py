"""Running text of plain text files → headings, paragraphs, list items, furniture.

A blank line parts paragraphs; a bullet, a number or a lone leading blank (what is left of a lost bullet) starts a list
item, whose wrapped lines go on without it, even behind a blank line when they begin in small letters. A text of which
no line goes on in small letters has not been wrapped: as copied from a web page, a line is a paragraph there.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Heading, Line, ListItem, Paragraph
from objectives_parser.layout.text.field_rests import field_rests
from objectives_parser.layout.text.form_lines import forms_among
from objectives_parser.layout.text.lines import TextLine, holds_paragraphs
from objectives_parser.layout.text.loose_items import with_loose_items, with_paragraph_items
from objectives_parser.layout.text.navigation import navigates
from objectives_parser.layout.text.promised import promises_among
from objectives_parser.layout.text.terms import without_terms
from objectives_parser.layout.text.unbroken import (
    captions_among,
    commands_among,
    dated_among,
    names_among,
    sentences_among,
    titles_among,
    values_among,
)
from objectives_parser.layout.wrapping import BULLETS, NUMBERED, is_bullet, is_closed, wants_more
from objectives_parser.roles import bare_labels, header_role, printed_label
from objectives_parser.values import is_date_only

_PAGE_NUMBER = regex.compile(r"(?:[Pp]age\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$|[-–—]\s*\d{1,4}\s*[-–—]$")
_HEADING_WORDS = 12
_TELLING = 6
_FIELD_WORDS, _SURE = 4, 0.8
_LONGEST_CAPTION, _SHORT = 8, 0.6
# No page is as broad as this line; and among so many lines right under another, one may be torn in a text of such.
_BROAD = 200
_TORN = 12
_TORN_IN_BROAD = 4
_CLOSE = 4
_FEWEST_BULLETS, _SEVERAL = 3, 2
_BEFORE_FIGURES = frozenset(
    ("target", "baseline", "about", "around", "nearly", "over", "under", "than", "least", "most")
)
_LEADS = regex.compile(r"\p{Lu}\p{Ll}+\s(?:\p{L}+\s){0,3}include:\s\p{L}")
_SETEXT = regex.compile(r"[=\-_*~]{3,}$")


def blocks(lines: Sequence[TextLine]) -> Iterable[Block]:
    """The blocks of lines that no table explains."""
    made: Iterable[Block] = without_terms(_blocks(lines))
    if _is_loose(lines):
        made = with_paragraph_items(made)
    return made if any(line.level for line in lines) else with_loose_items(made)


def _blocks(lines: Sequence[TextLine]) -> Iterator[Block]:
    paragraph: list[TextLine] = []
    blank = True
    lines = _with_counted(lines)
    wrapped = _is_wrapped(lines)
    titles, values = titles_among(lines) | names_among(lines), values_among(lines)
    alone = sentences_among(lines) | values | captions_among(lines) | commands_among(lines)
    promised, leading = promises_among(lines, wrapped=wrapped)
    forms = forms_among(lines) | dated_among(lines)
    rests = field_rests(lines)
    opening = titles | forms | alone | promised | _openers(lines, leading) | _barely_labelled(lines)
    opening |= _next_captions(lines)
    for at, line in enumerate(lines):
        if not line.words:
            blank = True
            continue
        if (
            paragraph
            and line.number not in rests
            and (
                line.number in opening
                or paragraph[0].number in alone
                or _parts(paragraph, line, blank)
                or _parts_unbroken(paragraph, line, wrapped)
            )
        ):
            yield _block(paragraph, blank or _is_among_items(lines, at - 1), promised, forms)
            paragraph = []
        if line.number in values:
            yield Paragraph(lines=(line.line,))
            blank = False
            continue
        paragraph.append(line)
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following is not None and following.number in rests:
            blank = False
            continue
        if line.number in titles or _stands_alone(line, following, alone=len(paragraph) == 1):
            among = _is_among_items(lines, at)
            yield _block(paragraph, among or following is None or not following.words, forms=forms)
            paragraph = []
        blank = False
    if paragraph:
        yield _block(paragraph, True, promised, forms)


def _openers(lines: Sequence[TextLine], leading: frozenset[int]) -> frozenset[int]:
    """Of the lines that lead in to promises those that begin a paragraph: what stands above them ends there."""
    return frozenset(
        line.number
        for above, line in itertools.pairwise(lines)
        if line.number in leading and above.words and line.text[:1].isupper() and not wants_more(above.line)
    )


def _next_captions(lines: Sequence[TextLine]) -> frozenset[int]:
    """The lines between items that name the next list: `Rules:` right over its own bullets, under a line that has
    ended or had much room."""
    short = _SHORT * max((len(line.text) for line in lines), default=0)
    return frozenset(
        line.number
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if line.words
        and below.words
        and _is_item(below, strict=True)
        and not _is_item(line)
        and line.text[:1].isupper()
        and line.text.endswith(":")
        and len(line.words) <= _LONGEST_CAPTION
        and above.words
        and (is_closed(above.line) or len(above.text) < short)
    )


def _barely_labelled(lines: Sequence[TextLine]) -> frozenset[int]:
    """The lines that begin with a label which nothing parts from its statement, as many others do."""
    labels = bare_labels(line.text for line in lines)
    if not labels:
        return frozenset()
    return frozenset(
        line.number
        for line in lines
        if len(line.words) > 1 and line.words[0].text in labels and line.words[1].text[:1].isupper()
    )


def _with_counted(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines, marked where a letter or a roman number at their head counts: `A.` somewhere and `B.` elsewhere, `i.`
    and `ii.`. One letter alone may be a name's."""
    heads = {line.words[0].text for line in lines if len(line.words) > 1 and not line.indent}
    signs = [signs for first, second, signs in _SIGNS if first in heads and second in heads]
    signs += [regex.compile(rf"{letter}$") for letter in _letters_for_bullets(lines)]
    if not signs:
        return lines
    return [
        attrs.evolve(line, counted=True)
        if line.words and any(sign.match(line.words[0].text) for sign in signs)
        else line
        for line in lines
    ]


def _letters_for_bullets(lines: Sequence[TextLine]) -> list[str]:
    """The small letter that a symbol font's bullets became, if one stands alone before a capital at the head of line
    after line, and no other letter does: `n Open the hall`, `n Mend the roof`."""
    heads = [line.words[0].text for line in lines if _begins_with_letter(line)]
    found = set(heads)
    return [*found] if len(found) == 1 and len(heads) >= _FEWEST_BULLETS else []


def _begins_with_letter(line: TextLine) -> bool:
    if len(line.words) < _FEWEST_BULLETS or len(line.words[0].text) > 1:
        return False
    letter = line.words[0].text
    return letter.islower() and letter.isascii() and letter not in "aio" and line.words[1].text[0].isupper()


_SIGNS = (
    ("A.", "B.", regex.compile(r"\p{Lu}\.$")),
    ("a.", "b.", regex.compile(r"\p{Ll}\.$")),
    ("i.", "ii.", regex.compile(r"[ivx]{1,5}\.$")),
    ("I.", "II.", regex.compile(r"[IVX]{1,5}\.$")),
)


def _parts(paragraph: Sequence[TextLine], line: TextLine, blank: bool) -> bool:
    """Whether ``line`` begins another block than the paragraph so far."""
    if line.level or line.tabbed or paragraph[0].tabbed or _is_lone_bullet(line):
        return True
    if _is_item(line):
        return blank or not _goes_on_with_figure(paragraph, line)
    if len(paragraph) == 1 and _is_lone_bullet(paragraph[0]):
        return False
    if navigates(line.text) or (len(paragraph) == 1 and navigates(paragraph[0].text)):
        return True
    if _is_item(paragraph[0]) and line.words[0].text[:1].islower() and not is_closed(paragraph[-1].line):
        return False
    if _is_left_of_item(paragraph, line):
        return True
    if blank:
        return not (line.words[0].text[:1].islower() and not is_closed(paragraph[-1].line) and len(paragraph) > 1)
    return bool(_SETEXT.match(line.text)) and len(line.words) == 1


def _is_lone_bullet(line: TextLine) -> bool:
    """A bullet on a line of its own: its item begins on the next, as some converters of web pages and PDFs write it."""
    return len(line.words) == 1 and is_bullet(line.words[0]) and not line.words[0].text.isalpha()


def _is_left_of_item(paragraph: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line stands further left than the bullet of the item above it: `Fall 2027` under `  • Hold a
    workshop`."""
    first, last = paragraph[0], paragraph[-1]
    inside = first.indent > 1 and is_bullet(first.words[0]) and line.indent < first.indent
    return inside and line.words[0].text[:1].isupper() and not wants_more(last.line)


def _is_wrapped(lines: Sequence[TextLine]) -> bool:
    """Whether lines go on in the next one: some line right under another begins in small letters. A few lines tell
    nothing of that, but where paragraphs stand on a line each; and where a line is broader than any page, whole
    paragraphs stand on a line, so that one that is torn among many says nothing of the others, nor do a few where
    several lines are so broad."""
    pairs = [below for above, below in itertools.pairwise(lines) if above.words and below.words]
    torn = sum(line.words[0].text[:1].islower() and not line.counted for line in pairs)
    broad = [line.words[-1].end - line.words[0].start > _BROAD and len(line.text) > _BROAD for line in pairs]
    if any(broad):
        several = sum(broad) >= _SEVERAL
        return torn * (_TORN_IN_BROAD if several else _TORN) > len(pairs)
    return (len(pairs) < _TELLING and not _is_loose(lines)) or torn > 0


def _is_loose(lines: Sequence[TextLine]) -> bool:
    """Whether the text is a paragraph a line with an empty line between any two, as programs write it that read Word
    files without their bullets and tables."""
    full = [line for line in lines if line.words]
    if not holds_paragraphs(full):
        return False
    close = sum(bool(above.words and below.words) for above, below in itertools.pairwise(lines))
    return close * _CLOSE < len(full) and not any(is_bullet(line.words[0]) for line in full)


def _parts_unbroken(paragraph: Sequence[TextLine], line: TextLine, wrapped: bool) -> bool:
    """Whether ``line``, right under the paragraph, begins another one: no line goes on in this text, or the line bears
    a label (`Priority 2: Learning` under the last bullet of `Priority 1`) or a list (`Strategies include: …; …`)."""
    last = paragraph[-1]
    if (len(last.words) == 1 and is_bullet(last.words[0])) or wants_more(last.line):
        return False
    if not wrapped:
        return is_closed(last.line) or not line.words[0].text[:1].islower()
    if is_closed(last.line) and _LEADS.match(line.text) and ";" in line.text:
        return True
    label = printed_label(line.text) if line.words[0].text[:1].isupper() else None
    return label is not None and label.kind == "word" and label.number is not None and label.strength >= 1.0


def _stands_alone(line: TextLine, following: TextLine | None, *, alone: bool) -> bool:
    """Whether the line is a block by itself: a Markdown heading, or a short title over running text."""
    if line.level:
        return True
    return alone and following is not None and bool(following.words) and _is_title(line, following)


def _is_title(line: TextLine, following: TextLine) -> bool:
    short = len(line.words) <= _HEADING_WORDS and len(line.text) < 0.7 * len(following.text)
    return short and line.indent <= 1 and _reads_as_title(line) and following.words[0].text[:1].isupper()


def _reads_as_title(line: TextLine) -> bool:
    text = line.text
    return text[:1].isupper() and not text.endswith((".", ",", ";")) and not _is_item(line, strict=True)


def _is_item(line: TextLine, *, strict: bool = False) -> bool:
    if len(line.words) < 2:
        return False
    first = line.words[0]
    if is_bullet(first) or (first.text[0] in BULLETS and not first.text[0].isalpha() and first.text[0] not in "*-–—"):
        return True
    lettered = line.indent == 0 and first.text.endswith(".") and first.text[0].isalpha()
    if line.counted or (NUMBERED.match(first.text) and not lettered):
        return True
    return not strict and line.indent in (1, 2) and (first.text[:1].isupper() or _opens_with_figure(line))


def _opens_with_figure(line: TextLine) -> bool:
    """`£2bn programme agreed`, `200 apprentices recruited`, but `31 March`, `2031`."""
    figure = line.words[0].text[0]
    return figure in "£$€" or (figure.isdigit() and len(line.words) > 2 and not is_date_only(line.text))


def _goes_on_with_figure(paragraph: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line that is set in goes on with a figure in the sentence above it: `… Baseline $9, target` over `$13
    in 2028.`"""
    last = paragraph[-1]
    figure = line.words[0].text[0] in "£$€0123456789" and not _is_item(line, strict=True)
    open_end = wants_more(last.line) or last.words[-1].text.casefold() in _BEFORE_FIGURES
    return figure and line.indent == last.indent and open_end


def _gives_field(line: TextLine) -> bool:
    """Whether a line says who leads or when something is due: `Lead: Fire Department`, `Due: June 2026`."""
    name, colon, value = line.text.partition(": ")
    if not colon or not value or len(name.split()) > _FIELD_WORDS:
        return False
    role = header_role(name)
    if role is None or role.strength < _SURE:
        return False
    return role.role in ("owner", "due", "status") or (role.role == "target" and is_date_only(value))


def _is_among_items(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line that begins behind a lone blank has another such line close above it or below, and no empty line
    between: the wrapped lines of an item begin without the blank."""
    line = lines[at]
    if not line.words or not _is_item(line):
        return False
    above = itertools.takewhile(lambda other: bool(other.words), reversed(lines[max(0, at - _CLOSE) : at]))
    below = itertools.takewhile(lambda other: bool(other.words), lines[at + 1 : at + 1 + _CLOSE])
    return any(_is_item(other) and other.indent == line.indent for other in (*above, *below))


def _block(
    lines: Sequence[TextLine],
    blank_after: bool,
    promised: frozenset[int] = frozenset(),
    forms: frozenset[int] = frozenset(),
) -> Block:
    first = lines[0]
    printed = tuple(line.line for line in lines)
    if first.number in promised:
        return ListItem(lines=printed, marker=0)
    if first.number in forms:
        return Paragraph(lines=printed)
    if len(lines) == 1 and (_PAGE_NUMBER.match(first.text) or _SETEXT.match(first.text)):
        return Furniture(lines=printed, kind="page-number")
    if len(lines) == 1 and navigates(first.text):
        return Furniture(lines=printed, kind="navigation")
    if first.level:
        return Heading(lines=printed, level=first.level)
    if _is_lone_bullet(first) and len(lines) > 1:
        joined = Line((*first.words, *lines[1].words))
        return ListItem(lines=(joined, *printed[2:]), marker=1, level=min(4, first.indent // 4))
    if _is_item(first, strict=True):
        return ListItem(lines=printed, marker=1, level=min(4, first.indent // 4))
    if _is_item(first) and not (len(lines) == 1 and not blank_after):
        return ListItem(lines=printed, marker=0)
    titled = len(lines) == 1 and len(first.words) <= _HEADING_WORDS and _reads_as_title(first)
    if titled and not is_closed(first.line) and not _gives_field(first):
        return Heading(lines=printed, level=2 if first.text.isupper() else 3)
    return Paragraph(lines=printed)
