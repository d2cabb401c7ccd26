"""What lines that stand one under the other are as cells: how well their words fit a column, and whether a line begins
a cell or statement or goes on with the one above."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.wrapping import is_closed, starts_item, text_width, wants_more
from objectives_parser.roles import ends_dated, fit_of, is_imperative
from objectives_parser.values import is_date_only, is_value_only

STATEMENTS = frozenset({"objective", "measure", "milestone", "action"})
NEVER, _WORST = -6.0, -2.2
_NAME = regex.compile(r"[\p{Lu}\d][\p{L}\d/&.,'’()+-]*$|(?:of|and|for|the|&|/|to)$")
_TIMELESS = regex.compile(
    r"(?:on-?going|continuous|annual(?:ly)?|monthly|quarterly|weekly|immediate(?:ly)?|started|complete[d]?|tb[cda]|n/?a|-|—|"
    r"(?:short|medium|long)[- ]term|throughout(?: the year)?)\W*$",
    regex.IGNORECASE,
)
_STATUS = regex.compile(
    r"(?:not\s(?:yet\s)?(?:started|begun|due|met|achieved)|on\s(?:track|schedule|target)|off\s(?:track|target)|at\srisk|"
    r"complete[d]?|under\s?way|on-?going|in\sprogress|delayed|achieved|planned|met|green|amber|yellow|red|blue|"
    r"amber[-/ ](?:red|green)|[gar])\W*$",
    regex.IGNORECASE,
)
_DATED_FIRST = regex.compile(
    r"(?:by\s|in\s|end\s(?:of\s)?)?\p{Lu}\p{Ll}{2,8}\s(?:19|20)\d\d\s?[:–-]|Q[1-4]\b.{0,8}[:–-]"
)
_MONTH = regex.compile(
    r"(?:end |mid |early |late )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Ll}{0,6}\W*$", regex.IGNORECASE
)
_POST = regex.compile(
    r"\b(?:directors?|managers?|officers?|teams?|units?|leads?|leaders?|secretar(?:y|ies|iat)|heads?|divisions?|offices?|boards?|"
    r"departments?|committees?|groups?|councils?|hubs?|partners?|superintendents?|staff|ministers?|chairs?|advisers?|"
    r"coordinators?|deput(?:y|ies)|services?|branch(?:es)?|agency|agencies|all)\W*$",
    regex.IGNORECASE,
)
_MOST_NAMES, _MOST_STATUS, _MOST_POST = 9, 4, 5
_DIGITS, _LETTER = regex.compile(r"\d+"), regex.compile(r"\p{Ll}+")


def fit(text: str, role: str | None, dated: bool) -> float:
    """How well a cell's words fit a column, about 0 for those that do. ``dated`` says that the table has milestones,
    which bear dates."""
    if role in STATEMENTS:
        return _statement_fit(text, str(role), dated)
    if role in ("due", "start", "period"):
        return 1.5 if is_date_only(text) or _TIMELESS.match(text) else NEVER
    if role == "status":
        return 1.5 if _STATUS.match(text) and len(text.split()) <= _MOST_STATUS else NEVER
    if role == "owner":
        return _owner_fit(text)
    if role == "label":
        return 1.5 if len(text) <= 6 and is_value_only(text) else NEVER
    if role in ("target", "baseline"):
        return 1.2 if is_value_only(text) else 0.2 if any(map(str.isdigit, text)) else -1.5
    return 0.2 if text.endswith(".") and not is_imperative(text) else -1.5


def _statement_fit(text: str, role: str, dated: bool) -> float:
    count = len(text.split())
    if is_date_only(text) or is_value_only(text) or (count <= _MOST_STATUS and _STATUS.match(text)):
        return NEVER
    short = -2.5 if count < 3 else 0.0
    lower = -2.0 if text[:1].islower() else 0.0
    named = -2.0 if count <= _MOST_NAMES and _owner_fit(text) > 0 else 0.0
    when = 0.0
    if dated and role in ("measure", "milestone"):
        has_date = ends_dated(text) or _DATED_FIRST.match(text) is not None
        when = 1.2 if has_date == (role == "milestone") else -1.2
    return max(fit_of(text, role), _WORST) + 0.8 + short + lower + named + when


def _owner_fit(text: str) -> float:
    words = text.split()
    if len(words) > _MOST_NAMES or is_imperative(text) or text.endswith(".") or is_date_only(text):
        return NEVER
    if _MONTH.match(text):
        return NEVER
    named = sum(_NAME.match(word) is not None for word in words)
    if named == len(words) or (len(words) <= _MOST_POST and _POST.search(text) and words[0][:1].isupper()):
        return 1.0
    return 0.0 if words[0][:1].isupper() and len(words) <= 4 and not is_value_only(text) else -3.0


def begins(before: TextLine, line: TextLine, *, apart: bool) -> float:
    """How likely a line begins something new behind the one above it; ``apart`` says that an empty line parts them."""
    if starts_item(line.line):
        return 4.0
    first, score = line.words[0].text.lstrip("\"'“‘("), 2.0 if apart else 0.0
    if wants_more(before.line):
        score -= 5.0
    elif is_closed(before.line):
        score += 1.5
    elif ends_dated(before.text):
        score += 0.8
    if not first:
        return score
    return score - 3.0 if first[0].islower() else score + 0.3 if first[0].isupper() else score - 0.3


def would_have_fitted(lines: Sequence[TextLine], width: float | None) -> float:
    """What speaks against lines being one wrapped text of a column: a line that ends early, or one too long."""
    if width is None:
        return 0.0
    against = 0.0
    for line, following in pairwise(lines):
        taken = text_width(line.text)
        if taken + text_width(" " + following.words[0].text) < 0.85 * width:
            against += 1.5
    return against + 2.0 * sum(text_width(line.text) > 1.2 * width for line in lines)


def mark_of(line: TextLine) -> str:
    """How a line is marked as an item: the kind of its number or letter, or the bullet itself; "" for no item."""
    if len(line.words) < 2 or not starts_item(line.line):
        return ""
    first = line.words[0].text
    return _LETTER.sub("a", _DIGITS.sub("1", first)) if first[0].isalnum() or first[0] in "([" else first
