"""The cells under a header of reading-order text, one under the other, up to where the table ends: at running text,
another header, a form, or a labelled statement behind which it does not go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Furniture
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.cell_forms import Told
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.strands import Strand, is_lone_code, open_ended
from objectives_parser.layout.text.spaced.told_heads import WIDE, StackedHead, head_at, part_of
from objectives_parser.layout.text.spaced.unmarked import announces
from objectives_parser.roles import printed_label

AHEAD = 3
FARTHEST_HEADER = 24
LEADING = 3
PROMISING = frozenset(["will", "shall", "following"])
TEXT, TEXT_LINES, FEW_CELLS, MOST_CELLS = 60, 3, 4, 0.8
"""From so many characters and lines on a piece may be text behind the table, if so many cells are much narrower."""
MOST_BAND_LINES, FEWEST_AIMED = 2, 3
"""Lines and words of an aim over rows that a label names."""
PAGE_TOP, ABOVE = 7, 6
WIDEST, WIDER = 95, 1.5
"""No cell is wider than that; where cells of several lines are wide, a cell of one line may be wider still."""
NUMBERED = regex.compile(r"(?P<number>\d{1,2})\.\s+\p{Lu}\p{L}+(?:\s[\p{L}&,’'-]+){0,6}$")
Entry: TypeAlias = "Told | Piece"
"""A cell; a piece is a row of its own (`Objective 2: …`), over the rows below it."""


class Body:
    """The cells under a header, up to running text, another header, a form, or a labelled statement behind which the
    table does not go on; ``ends`` has the part behind each, ``again`` the header where it is printed again."""

    def __init__(self, parts: Sequence[Part], at: int, head: StackedHead, is_form: Callable[[int], bool]) -> None:
        self.entries: list[Entry] = []
        self.ends: list[int] = []
        self.again: list[tuple[int, Told]] = []
        self._parts, self._head, self._is_form = parts, head, is_form
        self._above = {part.text for part in parts[max(0, at - ABOVE) : at] if isinstance(part, Piece)}
        self._wide = float(WIDE)
        self._numbered = any(column.role == "label" for column in head.columns)
        self._aimless = all(column.role != "objective" for column in head.columns)
        self._widths: list[int] = []
        self._titles = {title for title in head.titles if any(map(str.isalpha, title))}
        self._under: Strand | None = None
        self._next = None if self._numbered else _next_title(parts[max(0, at - ABOVE) : at])
        self._add_rest(head)
        at = head.end
        while at < len(parts):
            following = self._take(at)
            if following is None:
                break
            at = following
        self.stop = at

    @property
    def cells(self) -> list[Told]:
        return cells_of(self.entries)

    def _take(self, at: int) -> int | None:
        """Takes the part at a place; returns where to go on, None at the table's end."""
        part = self._parts[at]
        if isinstance(part, Furniture):
            return at + 1
        if not isinstance(part, Piece) or self._ends_with_page(at, part):
            return None
        if self._is_running(part) and not (self.entries and self._is_title(part)):
            return None
        if self._leads_in(at) or (self._next is not None and _number_of(part) == self._next):
            return None
        parted = _band_over(part) if self._aimless else None
        if parted is not None and self._goes_on(at):
            self.entries.append(parted[0])
            self.ends.append(at + 1)
            self._under = None
            self._add(parted[1], at + 1)
            return at + 1
        if is_labelled(part) or (self._aimless and names_aim(part) and self._goes_on(at)):
            if not self._goes_on(at):
                return None
            self.entries.append(part)
            self.ends.append(at + 1)
            return at + 1
        head = head_at(self._parts, at)
        if head is not None:
            return self._repeated(head, at)
        if self._is_form(at):
            return None
        if part.text.casefold() in self._titles:
            self.again.append((at, Told(pieces=(part,))))
            return at + 1
        self._add(part, at + 1)
        return at + 1

    def _ends_with_page(self, at: int, piece: Piece) -> bool:
        """Whether the table ends with the page before: what follows is text, or stands over another header."""
        page = next((entry for entry in reversed(self.entries) if isinstance(entry, Told)), None)
        if page is None or page.pieces[-1].last.page == piece.first.page:
            return False
        again = head_at(self._parts, at)
        if again is not None and again.titles == self._head.titles:
            return False
        if piece.text in self._above:
            return True
        ahead = [part for part in self._parts[at : at + PAGE_TOP] if isinstance(part, Piece)]
        if 2 * sum(self._is_running(part) for part in ahead) > len(ahead):
            return True
        heads = [head_at(self._parts, place) for place in range(at + 1, min(at + PAGE_TOP, len(self._parts)))]
        return any(head is not None and not set(head.titles) <= set(self._head.titles) for head in heads)

    def _leads_in(self, at: int) -> bool:
        """Whether lines that no empty one parts lead in to a list: `How we will do it` / `To be ready, we will:`."""
        for place in range(at, min(at + LEADING, len(self._parts))):
            part = self._parts[place]
            if not isinstance(part, Piece) or (place > at and part.first.blanks):
                return False
            if part.text.endswith(":") and not PROMISING.isdisjoint(part.text.rstrip(":").split()):
                return True
        return False

    def _repeated(self, head: StackedHead, at: int) -> int | None:
        """Behind the header where it is printed again."""
        if head.titles != self._head.titles or head.before:
            return None
        self.again.extend((at, told) for told in (*(column.head for column in head.columns), *head.odd))
        self._add_rest(head)
        return head.end

    def _add_rest(self, head: StackedHead) -> None:
        """What stands right under the header's last cell."""
        self._under = None if head.odd else head.columns[-1].head.pieces[-1].last
        for piece in head.rest:
            self._add(piece, head.end)

    def _add(self, piece: Piece, end: int) -> None:
        if len(piece.strands) > 1:
            widest = max(strand.high - strand.low for strand in piece.strands)
            self._wide = max(self._wide, min(WIDEST, WIDER * widest))
            self._widths.append(widest)
        last = self.entries[-1] if self.entries else None
        if (
            isinstance(last, Told)
            and not piece.first.blanks
            and piece.first.page == last.pieces[-1].last.page
            and not is_lone_code(piece.first)
        ):
            self.entries[-1] = attrs.evolve(last, pieces=(*last.pieces, piece))
            self.ends[-1] = end
        else:
            # what no empty line parts from the last header cell is of its column
            under = self._under is not None and not piece.first.blanks and self._under.page == piece.first.page
            self.entries.append(Told(pieces=(piece,), last=under))
            self.ends.append(end)
        self._under = None

    def _is_running(self, piece: Piece) -> bool:
        """Whether most lines are as long as a page is wide, or much longer than those of all cells so far; a converter
        that joins a broken word makes one line longer."""
        lines = [strand.high - strand.low for strand in piece.strands]
        usual = median(lines)
        if len(lines) >= TEXT_LINES and len(self._widths) >= FEW_CELLS and usual >= TEXT:
            return usual >= min(WIDE, WIDER * sorted(self._widths)[int(MOST_CELLS * len(self._widths))])
        return usual >= (self._wide if len(lines) == 1 else WIDE)

    def _is_title(self, piece: Piece) -> bool:
        """Whether a piece is a labelled statement over numbered rows, wide as it may be."""
        return self._numbered and len(piece.strands) == 1 and is_labelled(piece)

    def _goes_on(self, at: int) -> bool:
        """Whether the table goes on behind a labelled statement: with cells, not with text, another title or header."""
        ahead = [part for part in self._parts[at + 1 : at + 1 + AHEAD] if not isinstance(part, Furniture)]
        return (
            not self._is_over_header(at)
            and len(ahead) >= AHEAD - 1
            and all(
                isinstance(part, Piece)
                and (not self._is_running(part) or self._is_title(part))
                and not announces(part.text)
                and not announces(part.first.text)
                and head_at(self._parts, at + 1 + number) is None
                for number, part in enumerate(ahead)
            )
        )

    def _is_over_header(self, at: int) -> bool:
        """Whether the header is printed again below what stands under a labelled statement, on the same page: over a
        table of its own."""
        above = self._parts[at]
        for place in range(at + 1, min(at + FARTHEST_HEADER, len(self._parts))):
            part = self._parts[place]
            if not isinstance(part, Piece) or is_labelled(part):
                return False
            head = head_at(self._parts, place)
            if head is not None:
                near = isinstance(above, Piece) and above.last.page == part.first.page
                below = self._parts[head.end] if head.end < len(self._parts) else None
                banded = isinstance(below, Piece) and is_labelled(below)  # over rows that aims title, as this one
                return near and not banded and head.titles == self._head.titles and place > at + 1
            above = part
        return False


def cells_of(entries: Sequence[Entry]) -> list[Told]:
    return [entry for entry in entries if isinstance(entry, Told)]


def is_labelled(piece: Piece) -> bool:
    """Whether a piece is a labelled statement: `Objective 1.1 – Fewer crashes`."""
    label = printed_label(piece.text)
    return label is not None and label.kind == "word" and label.role is not None and label.number is not None


def _number_of(piece: Piece) -> int | None:
    """The number of a title: `3. Risks`; None for other pieces."""
    found = NUMBERED.match(piece.first.text)
    return int(found["number"]) if found is not None else None


def _next_title(above: Sequence[Part]) -> int | None:
    """The number of the title that would stand behind a table, as the last one over its header counts."""
    numbers = [number for part in above if isinstance(part, Piece) and (number := _number_of(part)) is not None]
    return numbers[-1] + 1 if numbers else None


def _band_over(piece: Piece) -> tuple[Piece, Piece] | None:
    """An aim that a label names, and the cell right under it that begins the rows below; None for other pieces."""
    strands = piece.strands
    for count in range(1, min(MOST_BAND_LINES + 1, len(strands))):
        below = strands[count].text
        if open_ended(strands[count - 1]) or not (below[:1].isupper() or below[:1].isdigit()):
            continue
        band = part_of(piece, 0, count)
        named = names_aim(band) or is_labelled(band)
        return (band, part_of(piece, count, len(strands))) if named else None
    return None


def names_aim(piece: Piece) -> bool:
    """Whether a piece is an aim that its label names without a number: `Goal: Older people get about without a car`."""
    label = printed_label(piece.text) if piece.text[:1].isupper() else None
    named = label is not None and label.kind == "word" and label.role == "objective"
    return named and label is not None and len(piece.text[label.end :].split()) >= FEWEST_AIMED
