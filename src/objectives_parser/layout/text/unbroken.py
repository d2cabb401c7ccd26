"""Where blocks begin in text without empty lines: at titles that name what follows, and at each line of a list that has
lost its bullets.

`Goals for the Year` right under the last line of a paragraph, over `Answer letters within a week.`, `Mend all roofs.`:
the lines under it are whole sentences, a line each, which commands in wrapped text hardly ever are.
"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.values_at_end import values_at_end
from objectives_parser.layout.wrapping import NUMBERED, is_bullet, is_closed, wants_more
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role, heading_role, is_imperative, lead_in_role
from objectives_parser.values.date_patterns import MONTH_NAME

_OF_VALUES = frozenset({"actual", "estimate", "estimated", "target", "baseline", "result"})
_YEAR = regex.compile(r"\((?:FY ?)?(?:19|20)\d\d(?:[-–/]\d\d)?\)")
_MOST_NAME_WORDS = 2
_MOST_TITLE_WORDS, _LEAST_SENTENCES, _MOST_CHARACTERS = 8, 3, 170


def titles_among(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of lines that are titles of what follows, right under text that has ended."""
    found = set()
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if not (above.words and line.words and below.words) or len(line.words) > _MOST_TITLE_WORDS:
            continue
        if not is_closed(above.line) or line.tabbed or line.level or not _may_be_title(line, below):
            continue
        role = heading_role(line.text)
        if role is not None and role.role in STATEMENTS:
            found.add(line.number)
    return frozenset(found)


def names_among(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of lines that only name a list, right under the title of the whole and over an empty line or the list
    itself: `Library plan 2027` / `Goals`."""
    found = set()
    for at, line in enumerate(lines[1:], 1):
        above, below = lines[at - 1], lines[at + 1] if at + 1 < len(lines) else None
        if not 0 < len(line.words) <= _MOST_NAME_WORDS or not above.words or line.level or line.tabbed:
            continue
        if (at > 1 and lines[at - 2].words) or len(above.words) > _MOST_TITLE_WORDS or _begins_item(above):
            continue
        if below is None or (below.words and not _begins_item(below)) or not above.words[-1].text[-1].isalnum():
            continue
        role = header_role(line.text)
        if role is not None and role.role in STATEMENTS and role.strength == 1.0 and line.text.endswith("s"):
            found.add(line.number)
    return frozenset(found)


def captions_among(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of lines that only say what the list under them is of: `Objectives:` under the last line of a list,
    `Steps:` under a statement."""
    found = set()
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if not (above.words and line.words and below.words) or len(line.words) > _MOST_TITLE_WORDS:
            continue
        first = line.words[0].text
        if line.words[-1].text[-1] != ":" or not first[0].isupper() or not _begins_item(below):
            continue
        role = heading_role(line.text.rstrip(":"))
        announced = role.role if role is not None else lead_in_role(line.text)
        if announced in STATEMENTS and (is_closed(above.line) or not wants_more(above.line)):
            found.add(line.number)
    return frozenset(found)


def _begins_item(line: TextLine) -> bool:
    first = line.words[0]
    return line.counted or (len(line.words) > 1 and (is_bullet(first) or NUMBERED.match(first.text) is not None))


def _may_be_title(line: TextLine, below: TextLine) -> bool:
    capital = line.words[0].text[0].isupper() and below.words[0].text[0].isupper()
    return capital and line.words[-1].text[-1].isalnum()


def sentences_among(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of lines that are a command each, three at the least one under the other."""
    found: set[int] = set()
    run: list[TextLine] = []
    for line in (*lines, None):
        if line is not None and line.words and _is_sentence(line):
            run.append(line)
            continue
        if len(run) >= _LEAST_SENTENCES and sum(is_imperative(each.text) for each in run) * 2 >= len(run):
            found.update(each.number for each in run)
        run = []
    return frozenset(found)


def commands_among(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of lines that are a command each, three at the least, right under a title that announces some:
    `Our goals` over `Provide safe streets`, `Grow the economy`, without full stops."""
    found: set[int] = set()
    above: TextLine | None = None
    run: list[TextLine] = []
    for line in (*lines, None):
        if line is not None and line.words and _is_command(line):
            run.append(line)
            continue
        cut = line is not None and bool(line.words) and line.words[0].text[0].islower()
        if len(run) >= _LEAST_SENTENCES and not cut and above is not None and _announces(above):
            found.update(each.number for each in run)
        blank = line is not None and not line.words
        above, run = above if blank and not run else line, []
    return frozenset(found)


def _is_command(line: TextLine) -> bool:
    if line.tabbed or line.level or not line.words[0].text[0].isupper() or len(line.text) > _MOST_CHARACTERS:
        return False
    return not line.text.endswith((":", ",", ";", ".")) and not wants_more(line.line) and is_imperative(line.text)


def _announces(line: TextLine) -> bool:
    if not line.words:
        return False
    role = heading_role(line.text.rstrip(":")) if len(line.words) <= _MOST_TITLE_WORDS else None
    announced = role.role if role is not None else lead_in_role(line.text)
    return announced in STATEMENTS


def _is_sentence(line: TextLine) -> bool:
    """Whether a line holds one sentence and nothing else."""
    if line.tabbed or not line.words[-1].text.endswith(".") or not line.words[0].text[0].isupper():
        return False
    if len(line.words) < _LEAST_SENTENCES or len(line.text) > _MOST_CHARACTERS:
        return False
    return not any(word.text[-1] in ".!?:" and len(word.text) > 3 for word in line.words[:-1])


# "Q1 FY 2026 - Hire …", "FY26 Q2: …", "By 31 March 2027: …", "2027 – …"
_DATED = regex.compile(
    r"Year (?:\d|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)(?: \([^()]{4,12}\))?\s?:\s+\p{L}|"
    rf"(?:By |From |In |Early |Mid-|Late )?"
    rf"(?:(?:Q[1-4]|(?:\d{{1,2}} )?{MONTH_NAME}|Spring|Summer|Fall|Autumn|Winter),? )?"
    r"(?:FY ?)?(?:20)?\d\d(?:[-–/](?:20)?\d\d)?(?: Q[1-4])?(?: \([^()]{2,20}\))?\s?(?::|\s[–—-])\s+\p{Lu}"
)


def dated_among(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of lines that begin with a date and what comes then, three at the least with no empty line between:
    `Q1 FY 2026 - Hire the examiners.` over `Q2 FY 2026 - Release the tool.`"""
    found: set[int] = set()
    run: list[int] = []
    for line in (*lines, None):
        if line is not None and line.words:
            run += [line.number] if _DATED.match(line.text) else []
            continue
        found.update(run if len(run) >= _LEAST_SENTENCES else ())
        run = []
    return frozenset(found)


def values_among(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of lines that give a value of the measure above them: `Current Year Estimate (2025) 90%`, `Actual
    12`, or the value or its name alone, two at least one under the other."""
    found: set[int] = set()
    run: list[TextLine] = []
    for line in (*lines, None):
        if line is not None and line.words and _gives_value(line):
            run.append(line)
            continue
        if sum(len(line.words) > 1 for line in run) > 1:
            found.update(line.number for line in run)
        run = []
    return frozenset(found)


def _gives_value(line: TextLine) -> bool:
    words = [word for word in line.words if not _YEAR.fullmatch(word.text)]
    if line.tabbed or not words or len(words) > _MOST_TITLE_WORDS or words[0].text[0].islower():
        return False
    values = len(values_at_end(words))
    says = any(word.text.casefold().strip(":") in _OF_VALUES for word in words[: len(words) - values])
    return values < 2 and (says or values == len(words))
