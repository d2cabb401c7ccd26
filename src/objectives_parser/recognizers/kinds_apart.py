"""Headings that part a plan's statements of one kind by what stands before it: `Business delivery objectives`,
`Corporate objectives`. They announce the kind, and group as well."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late
from objectives_parser.document import Heading
from objectives_parser.roles import is_imperative

_KIND = late.compile(
    r"(?:(?:\d{1,2}|[A-H])[.)]?\s+)?(?P<name>\p{Lu}[\p{L}-]*(?: (?:&|[\p{L}-]+)){0,5} "
    r"(?P<kind>objectives|priorities|goals|aims|outcomes|actions|commitments|indicators|metrics|measures|targets|milestones|"
    r"initiatives|activities|recommendations))\s*:?$",
    late.IGNORECASE,
)
_ANYBODYS = frozenset(("our", "the", "key", "main", "their", "its", "all", "these", "other", "following"))
_FEWEST = 2


def kinds_apart(blocks: Sequence[object]) -> dict[str, str]:
    """What the headings that part a kind name, by their texts in small letters; none where only one does."""
    found: dict[str, dict[str, str]] = {}
    for block in blocks:
        text = " ".join(line.text for line in block.lines) if isinstance(block, Heading) else ""
        named = _KIND.match(text)
        if named is None or named["name"].split()[0].casefold() in _ANYBODYS or is_imperative(named["name"]):
            continue
        name = text[named.start("name") : named.end("kind")]
        found.setdefault(named["kind"].casefold(), {})[text.casefold()] = name
    return {
        text: name
        for names in found.values()
        if len({name.casefold() for name in names.values()}) >= _FEWEST
        for text, name in names.items()
    }
