"""What lines that stand one under the other are as cells: how well their words fit a column, and whether a line begins
a cell or statement or goes on with the one above."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed import weights
from objectives_parser.layout.text.packed.weights import NEVER
from objectives_parser.layout.text.times import tells_time
from objectives_parser.layout.wrapping import bare, is_bullet, is_closed, starts_item, wants_more
from objectives_parser.roles import ends_dated, fit_of, heading_role, is_imperative, printed_label
from objectives_parser.values import is_month, is_value_only

_NAME = regex.compile(r"[\p{Lu}\d][\p{L}\d/&.,'’()+-]*$|(?:of|and|for|the|&|/|to)$")
_TIMELESS = regex.compile(
    r"(?:on-?going|continuous|annual(?:ly)?|monthly|quarterly|weekly|immediate(?:ly)?|started|complete[d]?|tb[cda]|n/?a|-|—|"
    r"(?:by\s)?(?:the\s)?(?:end\s(?:of\s)?)?Q[1-4]|"
    r"(?:short|medium|long)(?:[- ]term|(?=\s?\())(?:\s?\([^()]{1,20}\))?|throughout(?: the year)?)\W*$",
    regex.IGNORECASE,
)
_STATUS = regex.compile(
    r"(?:not\s(?:yet\s)?(?:started|begun|due|met|achieved)|on\s(?:track|schedule|target)|off\s(?:track|target)|at\srisk|"
    r"complete[d]?|under\s?way|on-?going|in\sprogress|delayed|achieved|planned|met|done|late|overdue|closed|green|amber|yellow|red|blue|"
    r"amber[-/ ](?:red|green)|[gar])\W*$",
    regex.IGNORECASE,
)
_DATED_FIRST = regex.compile(
    r"(?:by\s|in\s|end\s(?:of\s)?)?\p{Lu}\p{Ll}{2,8}\s(?:19|20)\d\d\s?[:–-]|Q[1-4]\b.{0,8}[:–-]"
)
_WHEN = regex.compile(
    r"\b(?:19|20)\d\d\b|^(?:end |mid |early |late )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Ll}{0,6}\W*$"
    r"|\b(?:from|by|in|end|until|before|late|early|mid)\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Ll}{0,6}\W*$",
    regex.IGNORECASE,
)
_POST = regex.compile(
    r"\b(?:directors?|managers?|officers?|teams?|units?|leads?|leaders?|secretar(?:y|ies|iat)|heads?|divisions?|offices?|boards?|"
    r"departments?|committees?|groups?|councils?|hubs?|partners?|superintendents?|staff|ministers?|chairs?|advisers?|"
    r"coordinators?|deput(?:y|ies)|services?|branch(?:es)?|agency|agencies|all)\W*$",
    regex.IGNORECASE,
)
_MOST_NAMES, _MOST_STATUS, _MOST_POST = 9, 4, 5  # words
_LONGEST_TIME, _LONGEST_VALUE = 50, 24  # characters
_LONGEST_BAND = 6  # words
_LONGEST_NAME, _LETTERED = 5, 2
_LONGEST_TITLE = 8  # words
_CODE = regex.compile(r"(?:\p{Lu}{1,3}[-. ]?\d{1,3}(?:\.\d{1,2})*|\d{1,3}(?:\.\d{1,2}){0,3})[a-z]?[.)]?$")
# "the new quay October", before `2031`
_DATE_BEGUN = regex.compile(
    r"\b(?:January|February|March|April|June|July|August|Sept(?:ember)?|October|November|December|(?:by|at) end)$"
)
_RATING = regex.compile(r"(?:(?:very\s)?high|medium|low|moderate|[£$€]{1,4}|[✓✔✗×]+)$", regex.IGNORECASE)
_SHARE = regex.compile(r"[(\[]\d{1,3}\s?%[)\]]$")
_DIGITS, _LETTER = regex.compile(r"\d+"), regex.compile(r"\p{Ll}+")


def fits(text: str, head: str, roles: Sequence[str | None]) -> list[float]:
    """How well a cell's words fit each column, about 0 for those that do; its ``head`` (the first lines) shows the
    form. Where a table has measures and milestones, these bear dates."""
    dated = "milestone" in roles and "measure" in roles
    count = text.count(" ") + 1
    named = _owner_fit(text, count)
    timed = len(text) <= _LONGEST_TIME and all(map(_is_time, text.split(", ")))
    stated = count <= _MOST_STATUS and _STATUS.match(text) is not None
    value = len(text) <= _LONGEST_VALUE and (
        is_value_only(text) or _RATING.match(text) is not None or _are_values(text)
    )
    begun = _DATE_BEGUN.search(text) is not None
    own = _own_fit(text, count, named=named > 0, begun=begun)
    found: list[float] = []
    for role in roles:
        match role:
            case "milestone" if timed and "due" not in roles:
                found.append(weights.TIME_ALONE)
            case "objective" | "action" | "measure" | "milestone":
                when = _when(text, role) if dated else 0.0
                found.append(NEVER if timed or stated or value else _form_fit(head, role) + own + when)
            case "due" | "start":
                found.append(NEVER if not timed else weights.TIME_BEGUN if begun else weights.TIMED)
            case "status":
                found.append(weights.STATED if stated else NEVER)
            case "owner":
                found.append(NEVER if timed else named)
            case "label":
                found.append(weights.CODED if _CODE.match(text) else NEVER)
            case "category":
                found.append(NEVER if timed or value else _title_fit(text, count, named))
            case "period":
                found.append(weights.VALUE if value else _period_fit(text, count))
            case "target" | "baseline":
                figured = any(map(str.isdigit, text))
                found.append(weights.VALUE if value else weights.FIGURED if figured else weights.WORDED)
            case _:
                told = named > 0 or (text.endswith(".") and not is_imperative(text))
                found.append(weights.NOTED_VALUE if value else weights.NOTED if told else weights.UNTOLD)
    return found


def _own_fit(text: str, count: int, *, named: bool, begun: bool) -> float:
    """What speaks against a statement whatever its column says: few words, small letters, a name, half of a date."""
    return (
        (weights.ONE_WORD if count < 2 else weights.TWO_WORDS if count < 3 else 0.0)
        + (weights.LOWER if text[:1].islower() else 0.0)
        + (weights.NAMED if named else 0.0)
        + (weights.DATE_BEGUN if begun else 0.0)
    )


def _period_fit(text: str, count: int) -> float:
    """How well words that are no value fit a column of a period: a few with figures do."""
    figured = count <= _MOST_STATUS and any(map(str.isdigit, text))
    return weights.PERIOD_FIGURED if figured else weights.PERIOD_WORDED


def _are_values(text: str) -> bool:
    """Whether a text is several values, one behind the other: `✓ ✓ 449`, `x $$`."""
    return all(is_value_only(word) or _RATING.match(word) is not None for word in text.split())


# Remembered: a cell's first lines are asked for again with each line that may be its last.
@functools.lru_cache(maxsize=1024)
def _form_fit(head: str, role: str) -> float:
    return max(fit_of(head, role), weights.WORST) + weights.FORM


def _when(text: str, role: str) -> float:
    if role not in ("measure", "milestone"):
        return 0.0
    has_date = ends_dated(text) or _DATED_FIRST.match(text) is not None
    return weights.DATED if has_date == (role == "milestone") else -weights.DATED


def _title_fit(text: str, count: int, named: float) -> float:
    """How well words name a group of rows: short, with a capital, no deed."""
    if count > _LONGEST_TITLE or not text[0].isupper() or not text[-1].isalpha() or text[0].isdigit():
        return weights.NO_TITLE
    if is_imperative(text) or (named > 0 and _POST.search(text)):
        return weights.TITLED_DEED
    return weights.TITLED_WORD if count < 2 else weights.TITLED


def _is_time(text: str) -> bool:
    return _TIMELESS.match(text) is not None or tells_time(text)


def _owner_fit(text: str, count: int) -> float:
    if count > _MOST_NAMES or text.endswith(".") or _WHEN.search(text):
        return NEVER
    words = text.split()
    named = sum(_NAME.match(word) is not None for word in words)
    post = named == count and count <= _MOST_POST and _POST.search(text) is not None  # `Finance Director`
    if not post and is_imperative(text):
        return NEVER
    if count == 1 and _POST.match(text):
        return weights.BARE_POST  # `Director` behind `Strategy` at the end of the line above
    if named == count or (count <= _MOST_POST and _POST.search(text) and words[0][:1].isupper()):
        return weights.NAMES
    short = words[0][:1].isupper() and count <= _MOST_STATUS and not is_value_only(text)
    return weights.SHORT_NAME if short else weights.NO_NAME


def band_fit(line: TextLine) -> float:
    """How well a line names the rows below it: `Leadership objectives`, `Strengthen the crews`."""
    words = line.words
    label = printed_label(line.text) if words[0].text[0].isupper() else None
    if label is not None and label.kind == "word" and label.number is not None and label.role in (None, "objective"):
        return weights.BAND_TOLD  # `Outcome 2: Cleaner rivers`
    if is_lettered(words) and not _is_time(line.text):
        return weights.BAND_LETTERED
    end = words[-2] if len(words) > 2 and _SHARE.match(words[-1].text) else words[-1]  # `Business delivery (60%)`
    if len(words) > _LONGEST_BAND or not words[0].text[0].isupper() or not end.text[-1].isalpha():
        return NEVER
    if _is_time(line.text) or _STATUS.match(line.text) or wants_more(line.line):
        return NEVER
    if end is not words[-1]:
        return weights.BAND_TOLD
    role = heading_role(line.text)
    if role is not None and role.role == "objective" and words[-1].text[-1] == "s" and len(words) > 1:
        return weights.BAND_TOLD
    return weights.BAND_SHORT if len(words) > 1 and not _POST.search(line.text) else weights.BAND_WORD


def is_lettered(words: Sequence[Word]) -> bool:
    """Whether a letter stands before a short name: of a part, not of a row (`B. New ships`)."""
    named = 1 < len(words) <= _LONGEST_NAME and words[-1].text[-1].isalnum()
    return named and len(words[0].text) == _LETTERED and words[0].text[0].isupper() and words[0].text[1] in ".)"


def begins(before: TextLine, line: TextLine, names: frozenset[str] | None, *, apart: bool) -> float:
    """How likely a line begins something new behind the one above it; ``apart`` says that an empty line parts them,
    ``names`` has words whose capital says nothing, None where empty lines say more than any capital."""
    if starts_item(line.line):
        return weights.ITEM
    first, score = line.words[0].text.lstrip("\"'“‘("), weights.APART if apart else 0.0
    if wants_more(before.line):
        score += weights.OPEN
    elif is_closed(before.line):
        score += weights.CLOSED
    elif ends_dated(before.text):
        score += weights.DATED_ABOVE
    if not first:
        return score
    if first[0].islower():
        return score + weights.SMALL
    if not first[0].isupper():
        return score + weights.FIGURE
    if names is None:
        return score + weights.CAPITAL_APART
    return score + (weights.NAME if bare(first) in names else weights.CAPITAL)


def begins_inside(before: TextLine, piece: TextLine) -> float:
    """How likely a cell begins inside a line, behind the piece before."""
    if len(piece.words) > 1 and is_bullet(piece.words[0]):
        return weights.ITEM
    last, first = before.words[-1].text, piece.words[0].text
    if wants_more(before.line) or (first[0].isdigit() and is_month(last)):
        return weights.IN_OPEN
    named = last[0].isupper() and last[-1].isalpha() and first[0].isupper() and not _POST.search(before.text)
    if named and not last.isupper():
        return weights.IN_NAME
    capital = last.islower() and first[0].isupper() and first[1:].islower()
    return weights.IN_CAPITAL if capital else weights.IN_LINE


def mark_of(line: TextLine) -> str:
    """How a line is marked as an item: the kind of its number or letter, or the bullet itself; "" for no item."""
    if len(line.words) < 2 or not starts_item(line.line):
        return ""
    first = line.words[0].text
    return _LETTER.sub("a", _DIGITS.sub("1", first)) if first[0].isalnum() or first[0] in "([" else first
