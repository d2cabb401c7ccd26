"""Cards or columns side by side as reading order has them: the labelled titles of a row of cards first, then what
stands under each in turn, block after block.

    Goal 1: Keep the harbour open        Goal 2: Bring visitors
    • Dredge the channel                 • Print a map
    • Mend the mole                      • Open the museum

A converter writes `Goal 1`, `Goal 2`, the first block of the first card, the first of the second, and so on. Sister
titles with nothing between them and blocks of items below them are told so, each block with the title in its turn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.strands import glued_bullet
from objectives_parser.layout.text.spaced.told_body import is_labelled
from objectives_parser.layout.text.spaced.unmarked import COMMITTED
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.roles import is_imperative, printed_label

FEWEST, MOST = 2, 4
"""Cards in a row."""


def with_sisters_filled(parts: Sequence[Part]) -> list[Part]:
    """The parts with the blocks of items under titles that stand side by side, each behind its own title."""
    often = Counter(label for part in parts if (label := _label(part)) is not None)
    found: list[Part] = []
    at = 0
    while at < len(parts):
        titles = _titles(parts, at, often)
        chunks, end = _chunks(parts, at + len(titles)) if len(titles) >= FEWEST else ([], at)
        if len(chunks) < len(titles) or not chunks:
            found.append(parts[at])
            at += 1
            continue
        for turn, title in enumerate(titles):
            found.append(title)
            for chunk in chunks[turn :: len(titles)]:
                found += chunk
        at = end
    return found


def _label(part: Part) -> str | None:
    """The label of a labelled title: `Goal 1`."""
    if not isinstance(part, Piece) or part.marker or not is_labelled(part):
        return None
    label = printed_label(part.text)
    return label.text if label is not None and label.end < len(part.text) else None


def _titles(parts: Sequence[Part], at: int, often: Counter[str]) -> list[Piece]:
    """The sister titles from a place on, which nothing parts; none where they are too many or printed elsewhere too, as
    those of a list up front."""
    found: list[Piece] = []
    words = ""
    for part in parts[at : at + MOST + 1]:
        label = _label(part)
        if label is None or not isinstance(part, Piece):
            break
        word = label.split()[0]
        if often[label] > 1 or (found and (word != words or part.first.page != found[0].first.page)):
            break
        found.append(part)
        words = word
    above = _label(parts[at - 1]) if at else None
    sister = above is not None and above.split()[0] == words
    return [] if len(found) > MOST or sister else found


def _chunks(parts: Sequence[Part], at: int) -> tuple[list[list[Piece]], int]:
    """The blocks of items from a place on, parted by empty lines, and the place behind them."""
    found: list[list[Piece]] = []
    page = parts[at - 1]
    while at < len(parts):
        part = parts[at]
        if not isinstance(part, Piece) or not isinstance(page, Piece) or part.first.page != page.first.page:
            break
        if not _is_item(part):
            break
        if part.first.blanks:
            found.append([part])
        elif found:
            found[-1].append(part)
        else:
            break  # right under the last title
        at += 1
    return found, at


def _is_item(piece: Piece) -> bool:
    first = piece.first
    marked = glued_bullet(first) or (bool(piece.marker) and is_bullet(first.words[0]))
    return marked or (not is_labelled(piece) and (piece.text.startswith(COMMITTED) or is_imperative(piece.text)))
