"""Tables that go on over pages, joined: with or without the head again, with rows and cells that the page cuts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from objectives_parser.document import Block, Furniture, Heading, Line, ListItem, Paragraph, Table
from objectives_parser.layout.tables.heads import with_head
from objectives_parser.layout.tables.joining import joined

Text: TypeAlias = Heading | Paragraph | ListItem | Furniture

CONTINUED = re.compile(r"\W*\b(?:continued|cont['’]?d|cont\.|contd|fortgesetzt|suite)\W*$", re.IGNORECASE)
"""The end of a caption printed again: "Strategy: Improve access (continued)", "Table 3, cont'd"."""
SIGNS_OF_MORE = ("cont", "fortgesetzt", "suite")
WRITTEN = re.compile(r"\w")
NUMBERED = re.compile(
    r"(?:goal|objective|strategy|priority|outcome|output|pillar|theme|action|target|commitment|program(?:me)?|project|"
    r"component|workstream|area|direction|ambition|aim|mission|initiative|recommendation)$"
)
"""What a plan counts: a number behind one of these words is no page's."""
COUNTED = re.compile(rf"({NUMBERED.pattern[:-1]}) (?:no\.? |#)?(\d{{1,2}}|[a-h])\b")
"""What a caption is the caption of: "strategy 2: …"."""
MOST_CAPTION_LINES = 3
LONGEST_HEAD = 12
ALWAYS = 1_000_000


class _Said:
    """What the blocks so far say, and what their running heads begin and end with. Read only when asked, which few
    blocks do: those between a table and the next page."""

    def __init__(self) -> None:
        self._unread: list[Text] = []
        self._texts: dict[str, int] = {"": 0}
        self._counted: dict[tuple[str, int], set[str]] = {}

    def add(self, block: Text) -> None:
        """Take a block to those that were said."""
        self._unread.append(block)

    def has(self, plain: str, since: int = 0) -> bool:
        """Whether a block on that page or a later one, or a running head, said the text before. A list of goals in
        front says what stands over each goal's own table, and is not printed again for the next page."""
        for block in self._unread:
            text = plain_text(block.lines)
            page = block.lines[0].page if block.lines else None
            self._texts[text] = max(self._texts.get(text, 0), page or 0)
            if counted := COUNTED.match(text):
                self._counted.setdefault((counted[1], page or 0), set()).add(counted[2])
            if isinstance(block, Furniture):
                self._texts.update((" ".join(words), ALWAYS) for words in _stretches(text.split()))
                self._texts[text] = ALWAYS
        self._unread.clear()
        return self._texts.get(plain, -1) >= since

    def names_next(self, plain: str, page: int) -> bool:
        """Whether the text is the next of what a page counts: `Strategy 2: …` after a table under `Strategy 1: …`, both
        listed on the slide before."""
        counted = COUNTED.match(plain)
        numbers = self._counted.get((counted[1], page), set()) if counted else set()
        return counted is not None and bool(numbers) and counted[2] not in numbers


def stitch(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks of all pages in order → the same with each table that goes on over pages as one.

    What was printed again for the next page (head, caption) becomes furniture, so that no word is lost.
    """
    out: list[Block] = []
    said = _Said()
    open_at: int | None = None
    for block in blocks:
        if isinstance(block, Table):
            open_at = _set_table(out, block, open_at)
        else:
            if open_at is not None and (
                not _may_stand_between(block, out[open_at], said) or _opens_next(block, out[:open_at])
            ):
                open_at = None
            out.append(block)
            if not (isinstance(block, Furniture) and block.kind == "hidden"):
                said.add(block)
    return tuple(out)


def _set_table(out: list[Block], table: Table, open_at: int | None) -> int:
    """Put the table behind the others, or join it to the one that is open; the place of the table now open."""
    before = out[open_at] if open_at is not None else None
    if isinstance(before, Table) and open_at is not None and _next_page(before, table):
        join = joined(before, table)
        if join is not None:
            whole = join.table
            out[open_at] = whole if any(cell.header for cell in whole.cells) else with_head(whole)
            out[open_at + 1 :] = [_as_printed_again(block, table.pages[0]) for block in out[open_at + 1 :]]
            if join.repeated:
                out.append(Furniture(lines=join.repeated, kind="repeated-header"))
            return open_at
    out.append(table)
    return len(out) - 1


def _next_page(before: Table, table: Table) -> bool:
    return bool(before.pages and table.pages) and table.pages[0] == before.pages[-1] + 1


def _may_stand_between(block: Text, table: Block, said: _Said) -> bool:
    """Furniture, page numbers, and a heading, caption or running head that is printed again for the next page."""
    if isinstance(block, Furniture) or not (plain := plain_text(block.lines)):
        return True
    lines = block.lines
    if isinstance(block, ListItem) or not lines or len(lines) > MOST_CAPTION_LINES:
        return False
    if not isinstance(table, Table) or lines[0].page is None or lines[0].page <= table.pages[-1]:
        return False
    if said.has(plain, table.pages[0] - 1) and not said.names_next(plain, table.pages[0]):
        return True
    return CONTINUED.search(" ".join(line.text for line in lines)) is not None


# "2. Improve the rehabilitation of offenders"
LEADING_NUMBER = re.compile(r"\(?(\d{1,2}(?:\.\d{1,2})*)[.):]?$")


def _opens_next(block: Text, before: Sequence[Block]) -> bool:
    """Whether a heading counts on from the one that stands over the table (`2. Improve …` after a table under
    `1. Reform …`): a part of its own, though a list in front names it too."""
    number = _leading_number(block)
    over = next((other for other in reversed(before) if isinstance(other, Heading)), None) if number else None
    return over is not None and _leading_number(over) not in ("", number)


def _leading_number(block: Block) -> str:
    if not isinstance(block, Heading) or not block.lines or not block.lines[0].words:
        return ""
    found = LEADING_NUMBER.match(block.lines[0].words[0].text)
    return found.group(1) if found else ""


def _as_printed_again(block: Block, page: int) -> Block:
    """A heading or caption that stood between the parts of a table is furniture."""
    if isinstance(block, Heading | Paragraph):
        return Furniture(lines=block.lines, kind="repeated-header")
    return block


def _stretches(words: list[str]) -> Iterable[list[str]]:
    """The beginnings and ends of a running head, which a page may set as lines of their own."""
    for at in range(1, min(len(words), LONGEST_HEAD) + 1):
        yield words[:at]
        yield words[-at:]


def plain_text(lines: Sequence[Line]) -> str:
    """The lines' text without "(continued)", page numbers, white space and case."""
    text = " ".join([line.text for line in lines])
    words = text.casefold().split()
    last = next((word for word in reversed(words) if WRITTEN.search(word)), "")
    if any(sign in last for sign in SIGNS_OF_MORE):
        words = CONTINUED.sub("", text).casefold().split()
    if not any(map(str.isdecimal, words)):
        return " ".join(words)
    return " ".join([word for before, word in zip(["", *words], words, strict=False) if _is_said(word, before)])


def _is_said(word: str, before: str) -> bool:
    """No page number: "Key milestones: Strategy 2" does not say what "Key milestones: Strategy 1" said."""
    return not word.isdecimal() or NUMBERED.match(before) is not None
