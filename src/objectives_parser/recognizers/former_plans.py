"""Headings over what a plan says of the one before it: `Review of the 2019–2022 plan`, `Previous commitments`."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Heading, Paragraph

_PLAN = r"(?:plan|strategy|strategic plan|framework|programme|program|roadmap|(?:planning )?(?:cycle|period))"
_BEFORE = r"(?:previous|former|last|earlier|prior|preceding)"
_YEARS = r"(?P<years>(?:19|20)\d\d(?:\s?[–/-]\s?(?:(?:19|20)?\d\d))?)"
_FORMER = regex.compile(
    rf"(?:(?:key |main |our |summary of (?:the )?)*(?:review|evaluation|assessment|achievements?|accomplishments|"
    r"implementation|progress|results|lessons(?: learn(?:ed|t))?|status|commitments?|outcomes|highlights|experience|"
    r"looking back|building)\b[^.:]{0,30}?\b(?:of|on|from|under|against|with|in|at)\s(?:the |our )?"
    rf"(?:{_BEFORE}|{_YEARS})(?:\s[\p{{L}}-]+){{0,5}}?\s{_PLAN}(?:\s\([^()]{{2,30}}\))?"
    rf"|(?:the |our )?{_BEFORE} (?:[\p{{L}}-]+ ){{0,4}}?(?:{_PLAN}|commitments|goals|objectives|priorities|targets))"
    r"\W*$",
    regex.IGNORECASE,
)
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OPENING = 8  # blocks
_SIGNS = ("previous", "former", "last", "earlier", "prior", "preceding", "19", "20")


def first_year(blocks: Sequence[Block]) -> int | None:
    """The first year of those that stand first in the opening of a plan: when it begins, or was written."""
    for block in blocks[:_OPENING]:
        if isinstance(block, Heading | Paragraph | Furniture):
            years = [int(year) for line in block.lines[:3] for year in _YEAR.findall(line.text)]
            if years:
                return min(years)
    return None


def names_former_plan(text: str, began: int | None) -> bool:
    """Whether a heading is over what came of an earlier plan; one named by its years ended no later than this one, with
    the first year ``began``, starts.

    >>> names_former_plan("Review of the 2019–2022 plan", 2023), names_former_plan("Review of the 2023–2025 plan", 2023)
    (True, False)
    """
    if not any(sign in text.casefold() for sign in _SIGNS):
        return False
    found = _FORMER.match(text)
    if found is None or not found.group("years"):
        return found is not None
    last = found.group("years")[-2:]
    return began is not None and int(found.group("years")[:4]) < began and int(last) <= began % 100
