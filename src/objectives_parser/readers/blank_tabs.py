"""Tabs that part no cells: those for which converters take the room behind a number or a name that hangs out
(`A.<tab>Mend the roof`, `Responsibility:<tab>Reeve`), and those between all words (`Mend<tab> the<tab> roof`), as the
print dialogue of one system writes them into PDF files.

Where nearly all tabs of a text are such, each is a blank.
"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex

_GAP = regex.compile(r"(?<=\S) *\t[ \t]*(?=\S)")
_COUNTED = regex.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|[A-Za-z][.)]|\([a-z\d]{1,3}\))$")
_NAMED = regex.compile(r"\s*\p{Lu}[^:]{0,40}:\s*$")
_WORD = regex.compile(r"\p{Ll}+")
_FEWEST_LINES = 5
_NEARLY_ALL, _COUNTING = 0.8, 0.25
_CELLS, _OF_WORDS, _IN_SMALL_LETTERS = 5, 0.9, 0.4


def without_blank_tabs(text: str) -> str:
    """The text with a blank for each tab, if its tabs part no cells."""
    if "\t" not in text:
        return text
    lines = [line for line in text.splitlines() if _GAP.search(line)]
    if len(lines) < _FEWEST_LINES or not (_hang_out(lines) or _part_words(lines)):
        return text
    return "".join(_GAP.sub(" ", _without_end(line)) for line in text.splitlines(keepends=True))


def _without_end(line: str) -> str:
    """The line without tabs before its end."""
    bare = line.rstrip("\r\n")
    return bare.rstrip(" \t") + line[len(bare) :] if "\t" in bare else line


def _hang_out(lines: Sequence[str]) -> bool:
    """Whether the tabs stand behind numbers, and behind names with a colon under what these count: one in a line, and
    from the first line on, where a table would have its header."""
    heads = [line.partition("\t")[0] if line.strip().count("\t") == 1 else "" for line in lines]
    counted = [_COUNTED.match(head) is not None for head in heads]
    named = [_NAMED.match(head) is not None for head in heads]
    if not (counted[0] or named[0]):
        return False
    return sum(counted) >= _COUNTING * len(lines) and sum(counted) + sum(named) >= _NEARLY_ALL * len(lines)


def _part_words(lines: Sequence[str]) -> bool:
    """Whether the tabs stand between the words of running text: line after line of cells of a word, in small letters
    for the most part."""
    cells = [cell for line in lines for cell in map(str.strip, line.split("\t")) if cell]
    if len(cells) < _CELLS * len(lines):
        return False
    single = [cell for cell in cells if " " not in cell]
    small = sum(_WORD.match(cell) is not None for cell in single)
    return len(single) >= _OF_WORDS * len(cells) and small >= _IN_SMALL_LETTERS * len(cells)
