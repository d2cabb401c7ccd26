"""The physical lines of a plain text: their words, cells between tabs, indents and marks."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from objectives_parser import late as regex
from objectives_parser.document import GRID_X, Block, Document, Line, Word
from objectives_parser.laid_out import as_laid_out
from objectives_parser.roles import names_numbered_columns

# `## Goals`, but `# of volunteers` counts, and `# |` is a cell
_HASHES = regex.compile(r"[ \t]{0,3}(#{1,6})(?=\s|$)(?!\s+(?:of\s|\|))")

_LINE_END = regex.compile(r"\r\n?|\n")

# A tab between two words of a line parts cells; where a text has only tabs before words, they indent.
_PARTING_TAB = regex.compile(r"[^\s] *\t[ \t]*[^\s]")

_FEWEST = 20
_BROAD_ENOUGH, _FEWEST_PIECES = 80, 3
_SHARE = 7
_BROADEST, _SEVERAL = 150, 2
# "3", "Page 3", "3 of 24"
PAGE_NUMBER = regex.compile(r"(?:[Pp]age\s)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?$")
# "open the hall; and": an item with another one behind it
ENDS_ITEM = regex.compile(r";(?:\s(?:and|or))?$")
_ENDS = frozenset(".:;!?")
# no ticks (`✓`), and no dashes, which are empty cells too
_LONE_BULLETS = frozenset("•●○◦▪▫■□‣⁃➢➤❖") | frozenset(map(chr, range(0xF000, 0xF100))) - {"\uf0fc", "\uf0fb"}
_SHORTEST_ITEM = 3
# "1)", "2.", "(3)"
_LONE_NUMBER = regex.compile(r"\((?P<number>\d{1,2})\)|(?P<number>\d{1,2})[.)]")
_FEWEST_COUNTED = 3
_ABOVE, _SHORT_HEADER = 12, 4  # lines, words
_WRAPPED = 40  # letters of a line that goes on
_TEN, _OVER_TEXT = 10, 8


@attrs.frozen(kw_only=True, eq=False)
class TextLine:
    """One physical line. ``number`` is its place among all lines of the document, ``cells`` its words between tabs
    (one cell where there is no tab), ``indent`` the blanks before the first word, ``level`` the Markdown heading level
    (0 for none), ``page`` the page it stands on. ``counted`` says that the letter or roman number it begins with (`A.`,
    `ii.`) counts, as others before or behind it show. ``tabs`` counts the tabs, those at the line's end too."""

    number: int
    page: int
    words: tuple[Word, ...]
    cells: tuple[tuple[Word, ...], ...]
    indent: int = 0
    level: int = 0
    tabbed: bool = False
    counted: bool = False
    tabs: int = 0

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def line(self) -> Line:
        return Line(self.words)


@attrs.frozen(kw_only=True, eq=False)
class Region:
    """Lines ``first`` to ``last`` (positions in the document) explained as blocks."""

    first: int
    last: int
    blocks: tuple[Block, ...]


def document_lines(document: Document) -> tuple[TextLine, ...]:
    """Every physical line of a text document, blank ones too; but for those that a converter put behind each line, and
    for the room that it left before each."""
    return _at_the_margin(_close_set(_with_their_numbers(_with_their_bullets(_physical_lines(document)))))


def _with_their_bullets(lines: list[TextLine]) -> list[TextLine]:
    """The lines with the bullets that a converter wrote in lines of their own over them: `•` / `Mend all roofs`."""
    pairs = [(sign, below) for sign, below in itertools.pairwise(lines) if _is_lone_bullet(sign)]
    lone = Counter(sign.text for sign, _ in pairs)
    over = Counter(sign.text for sign, below in pairs if _may_have_bullet(below) and sign.page == below.page)
    signs = {sign for sign, count in lone.items() if _TEN * over[sign] >= _OVER_TEXT * count}
    kept: list[TextLine] = []
    for line in lines:
        sign = kept[-1] if kept and kept[-1].text in signs else None
        if sign is not None and _is_lone_bullet(sign) and _may_have_bullet(line) and sign.page == line.page:
            kept[-1] = _behind(sign, line)
        else:
            kept.append(line)
    return lines if len(kept) == len(lines) else [attrs.evolve(line, number=at) for at, line in enumerate(kept)]


def _with_their_numbers(lines: list[TextLine]) -> list[TextLine]:
    """The lines with the numbers of a list that a converter wrote in lines of their own, each over the one paragraph
    that it counts: `1)`, an empty line, `Mend all roofs`, an empty line, `2)` …"""
    counted = [(at, int(found["number"]), line.text) for at, line in enumerate(lines) if (found := _lone_number(line))]
    joined: dict[int, int] = {}
    run: list[tuple[int, int]] = []
    for (at, number, text), after in itertools.zip_longest(counted, counted[1:]):
        below = _counted_below(lines, at, after[0] if after is not None else None)
        if below is not None:
            run.append((at, below))
        goes_on = below is not None and after is not None and _counts_on(number, text, after)
        if not goes_on:
            joined.update(run if len(run) >= _FEWEST_COUNTED and not _under_header(lines, run[0][0]) else ())
            run = []
    if not joined:
        return lines
    over = {below: at for at, below in joined.items()}
    left_out = {gone for at, below in joined.items() for gone in range(at, below)}
    kept = [
        _behind(lines[over[at]], line) if at in over else line for at, line in enumerate(lines) if at not in left_out
    ]
    return [attrs.evolve(line, number=number) for number, line in enumerate(kept)]


def _lone_number(line: TextLine) -> regex.Match[str] | None:
    lone = len(line.words) == 1 and not line.tabs and not line.level
    return _LONE_NUMBER.fullmatch(line.text) if lone else None


def _under_header(lines: list[TextLine], at: int) -> bool:
    """Whether header cells stand over the first number, one under the other: it is the number of a row."""
    above = [line for line in lines[max(0, at - _ABOVE) : at] if line.words]
    short = itertools.takewhile(lambda line: len(line.words) <= _SHORT_HEADER, reversed(above))
    return len(list(short)) >= _FEWEST_COUNTED


def _counts_on(number: int, text: str, after: tuple[int, int, str]) -> bool:
    return after[1] == number + 1 and after[2].replace(str(after[1]), "") == text.replace(str(number), "")


def _counted_below(lines: list[TextLine], at: int, end: int | None) -> int | None:
    """The position of the first line of the paragraph that a lone number counts, all that stands before the next one;
    behind the last number, up to an empty line."""
    first = at + 2  # lines that stand close are the cells of a row
    if (
        first >= len(lines)
        or lines[at + 1].words
        or not lines[first].words
        or lines[first].page != lines[at].page
        or not _may_have_bullet(lines[first])
    ):
        return None
    if not lines[first].text[:1].isupper() or _lone_number(lines[first]):
        return None
    rest = range(first, end if end is not None else first + 1)
    blank = next((below for below in rest if not lines[below].words), None)
    alone = blank is None or not any(lines[below].words for below in range(blank, rest.stop))
    wrapped = all(len(lines[below].text) >= _WRAPPED for below in range(first, (blank or rest.stop) - 1))
    return first if alone and wrapped else None


def _behind(sign: TextLine, line: TextLine) -> TextLine:
    """The line behind a sign that was written over it."""
    cells = ((*sign.words, *line.cells[0]), *line.cells[1:])
    return attrs.evolve(line, words=(*sign.words, *line.words), cells=cells, indent=sign.indent)


def _is_lone_bullet(line: TextLine) -> bool:
    return len(line.words) == 1 and line.words[0].text in _LONE_BULLETS and not line.tabs and not line.level


def _may_have_bullet(line: TextLine) -> bool:
    """Whether a line is text, and no sign as stand below each other in columns that are ticked."""
    return len(line.text) > _SHORTEST_ITEM and line.text[0].isalnum() and not line.level


def _close_set(lines: list[TextLine]) -> list[TextLine]:
    """The lines of text written with an empty line behind each, and so with three where there was one, as they were:
    no two stand together, and many go on over the empty line."""
    full = [line for line in lines if line.words]
    if (
        len(full) < _FEWEST
        or holds_paragraphs(full)
        or any(after.number == before.number + 1 for before, after in itertools.pairwise(full))
    ):
        return lines
    going_on = sum(
        after.text[:1].islower() and before.text[-1:] not in _ENDS
        for before, after in itertools.pairwise(full)
        if after.number == before.number + 2
    )
    if _SHARE * going_on < len(full):
        return lines
    kept: list[TextLine] = []
    blanks: list[TextLine] = []
    for line in lines:
        if not line.words:
            blanks.append(line)
            continue
        kept += [*blanks[: len(blanks) // 2], line]
        blanks = []
    return [attrs.evolve(line, number=number) for number, line in enumerate(kept)]


def holds_paragraphs(lines: Iterable[TextLine]) -> bool:
    """Whether lines are whole paragraphs: two at least are broader than what a page prints."""
    return sum(len(line.text) > _BROADEST for line in lines) >= _SEVERAL


def _at_the_margin(lines: list[TextLine]) -> tuple[TextLine, ...]:
    """The lines with their indents measured from where the outermost begins."""
    margin = min((line.indent for line in lines if line.words), default=0)
    if not margin:
        return tuple(lines)
    return tuple(attrs.evolve(line, indent=line.indent - margin) if line.words else line for line in lines)


def _physical_lines(document: Document) -> list[TextLine]:
    found: list[TextLine] = []
    start = 0
    text = as_laid_out(document.text)
    pages = text.split("\f")
    tabbed = _PARTING_TAB.search(text) is not None
    idle = _idle_tabs(text) if tabbed else 0
    signs = Counter(found.group("sign") for found in _FIRST_BULLET.finditer(text))
    for page, part in zip(document.pages, pages, strict=True):
        words = list(page.words)
        at = 0
        for raw in _items_apart(part.splitlines(keepends=True) or [""], signs):
            end = start + len(raw)
            first = at
            while at < len(words) and words[at].start < end:
                at += 1
            found.append(_text_line(raw, start, tuple(words[first:at]), len(found), page.number, tabbed, idle))
            start = end
        start += 1
    return found


# A bullet between words: `Objectives • Mend all roofs. • House our nurses.`, but no columns, and no menu of a site
_INNER_BULLET = regex.compile(r"(?<=\S )(?=(?P<sign>[•●▪■◆❖➢✓·\uf000-\uf0ff])\s{1,2}\p{Lu})")
_FIRST_BULLET = regex.compile(r"(?m)^[ ]{0,8}(?P<sign>[•●▪■◆❖➢✓·\uf000-\uf0ff])[ ]{1,2}\p{Lu}")
_BETWEEN_NAMES = "·"
_MENU_WORDS = 4


def _items_apart(lines: list[str], signs: Mapping[str, int]) -> Iterator[str]:
    """The physical lines, those that hold a list in one line cut before each of its bullets; where other lines begin
    with that sign (``signs``), one bullet behind that at the line's head is enough, and a dot between names is a bullet
    too."""
    for line in lines:
        cuts = [found.start() for found in _INNER_BULLET.finditer(line)] if signs or len(line) > _BROAD_ENOUGH else []
        known = bool(cuts) and signs.get(line[cuts[0]], 0) > 1
        if (
            not cuts
            or not (known or (len(line) > _BROAD_ENOUGH and line[cuts[0]] != _BETWEEN_NAMES))
            or "\t" in line
            or "   " in line
            or line.count(line[cuts[0]]) != len(cuts) + line.startswith(line[cuts[0]])
        ):
            yield line
            continue
        pieces = [line[begin:end] for begin, end in itertools.pairwise([0, *cuts, len(line)])]
        few = sum(len(piece.split()) for piece in pieces[1:]) < _MENU_WORDS * len(pieces[1:])
        begun = known and line.lstrip(" ")[:1] == line[cuts[0]]
        yield from [line] if few or len(pieces) < (2 if begun else _FEWEST_PIECES) else pieces


def _idle_tabs(text: str) -> int:
    """How many tabs stand before each line end that has words before it: they part nothing."""
    lines = (part.rpartition("\f")[2] for part in _LINE_END.split(text)[:-1])
    ends = [line[len(line.rstrip()) :][::-1] for line in lines if line.strip()]
    alike = itertools.takewhile(lambda signs: len(set(signs)) == 1, zip(*ends, strict=False))
    return sum(signs[0] == "\t" for signs in alike)


def _text_line(
    raw: str, start: int, words: tuple[Word, ...], number: int, page: int, tabbed: bool, idle: int
) -> TextLine:
    hashes = None if names_numbered_columns(raw) else _HASHES.match(raw)
    return TextLine(
        number=number,
        page=page,
        words=words,
        cells=tuple(_cells(raw.rstrip(), start, words)) if tabbed else (words,),
        indent=_indent(raw, start, words),
        level=len(hashes.group(1)) if hashes else 0,
        # tabs at a line's end may be there or not: editors take them away
        tabbed=tabbed and "\t" in raw.rstrip().lstrip(" "),
        tabs=max(raw.count("\t") - (idle if raw.endswith(("\n", "\r")) else 0), 0) if tabbed else 0,
    )


def _indent(raw: str, start: int, words: tuple[Word, ...]) -> int:
    if not words:
        return 0
    box = words[0].bbox
    return round(box[0] / GRID_X) if box and "\t" not in raw else words[0].start - start


def _cells(raw: str, start: int, words: Iterable[Word]) -> Iterator[tuple[Word, ...]]:
    end = start
    for part in raw.split("\t"):
        begin, end = end, end + len(part) + 1
        yield tuple(word for word in words if begin <= word.start < end)
