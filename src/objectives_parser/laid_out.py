"""A plain text as its writer laid it out, place for place: line ends and tabs for the signs that stand for them."""

from __future__ import annotations

import re

_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_MANY_BREAKS, _BREAKS_A_LINE = 10, 3
_PIPE = re.compile(r"(?<![^\s|])\|(?![^\s|])")
_FEWEST_PIPES, _MOST_LINES = 4, 60
_ENDED_COLUMNS, _MOST_CELL_LINES = 3, 12


def as_laid_out(text: str) -> str:
    """A plain text, of the same length, as its writer laid it out: line ends for what stands for them, and tabs
    between cells that are parted by pipes."""
    return with_tabs(with_line_ends(text))


def with_line_ends(text: str) -> str:
    """The text of the same length, with line ends for the `<br />` by which viewers of scanned records part the lines
    of a page; breaks between other line ends stay."""
    breaks = text.count("<br") + text.count("<BR")
    if breaks <= max(_MANY_BREAKS, _BREAKS_A_LINE * text.count("\n")):
        return text
    return _BREAK.sub(lambda match: " " * (len(match.group()) - 1) + "\n", text)


def with_tabs(text: str) -> str:
    """The text of the same length, with tabs for the pipes of rows such as `Objective | Measures | Due`, as programs
    write that join a row's cells. Rows follow each other and have as many pipes as the first; a cell of several
    paragraphs takes several lines. A line with pipes that stands alone is a menu or a page's foot and stays."""
    if text.count(" | ") < _FEWEST_PIPES:
        return text
    lines = text.splitlines(keepends=True)
    if sum(line.rstrip().count(" | ") for line in lines) < _FEWEST_PIPES:
        return text  # a pipe before the white space at a line's end parts nothing
    at = 0
    while at < len(lines):
        end = _piped_end(lines, at) if " | " in lines[at].rstrip() else at
        if whole := _ended_end(lines, at, end):
            at = whole
            continue
        for number in range(at, end):
            lines[number] = _PIPE.sub("\t", _unframed(lines[number]))
        at = max(end, at + 1)
    return "".join(lines)


def _ended_end(lines: list[str], at: int, end: int) -> int:
    """The line behind the rows from here on if each of their cells ends with a pipe, which tells them where tabs would
    not: cells of several lines (`Rent a hall | May |` over `Clerk |`), rows filled with pipes (`Buy books | June | |`);
    else 0. ``end`` is where the rows end that tabs would tell."""
    head = lines[at].strip()
    pipes = head.count("|")
    if pipes < _ENDED_COLUMNS or not head.endswith("|") or head.startswith("|"):
        return 0
    uneven, last, number = False, at + 1, at + 1
    while number < min(len(lines), last + _MOST_CELL_LINES) and (text := lines[number].strip()):
        number += 1
        if "|" in text:
            uneven = uneven or text.count("|") != pipes or text.endswith(("| |", "||"))
            last = number
    return max(last, end) if uneven else 0


def _piped_end(lines: list[str], at: int) -> int:
    """The line behind the rows of piped cells that begin here; ``at`` where there are none."""
    pipes = len(_PIPE.findall(_unframed(lines[at])))
    rows, given, end = 1, 0, at + 1
    for number in range(at + 1, len(lines)):
        text = lines[number]
        here = len(_PIPE.findall(_unframed(text))) if "|" in text else 0
        titles = not here and not given and lines[number + 1 : number + 2] == [lines[at]]
        if (not given and not text.strip()) or given + here > pipes or titles or number > end + _MOST_LINES:
            break
        given += here
        if given == pipes and here:
            rows, given, end = rows + 1, 0, number + 1
    return end if rows >= (2 if pipes > 1 else 3) else at


def _unframed(line: str) -> str:
    """The line without the pipes that enclose it, as long as before."""
    bare = line.rstrip()
    if not bare.lstrip().startswith("|"):
        return line
    first, last = line.index("|"), len(bare) - 1
    inner = line[first + 1 : last] if last > first and bare.endswith("|") else line[first + 1 : last + 1]
    return line[:first] + " " + inner + " " * (last - first - len(inner)) + line[last + 1 :]
