"""What the sentence over a list says of its items: who will do them, by when, and that they follow."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.recognizers.wordings.deeds import tells

# "Over the next year, the U.S. will:", "GDS will:": who does what the bullets say
_BODIES = (
    r"agenc(?:y|ies)|departments?|ministr(?:y|ies)|offices?|teams?|staff|partners?|councils?|governments?|bodies|"
    r"authorit(?:y|ies)|committees?|leads?|leaders?|managers?|services?|divisions?|units?|administration"
)
_WHO = regex.compile(
    r"(?:^|[,.;]\s+)(?P<who>(?:[Tt]he\s+)?\p{Lu}[\p{L}\d.’'&-]*"
    rf"(?:\s+(?:of|and|for|the|\p{{Lu}}[\p{{L}}\d.’'&-]*|{_BODIES})){{0,7}})\s+will\s*:?$"
)
# "These Service Managers will:" says again who was spoken of, and names nobody
_POINTING = frozenset({"we", "they", "it", "this", "these", "those", "such", "there", "you", "i"})


def who_will(text: str) -> str | None:
    """The body that a lead-in names as the one that will do what its bullets say; None for `we` and `they`."""
    found = _WHO.search(text.strip())
    who = found.group("who") if found else ""
    return who if who and who.split()[0].casefold() not in _POINTING else None


# "The Administration:" over "Is committing to …", "Will work with …"
_COMPLETES = regex.compile(
    r"(?:will|shall|(?:is|are) (?:hereby |also |now |fully )?(?:committ(?:ing|ed)|planning|going) to|"
    r"(?:commits?|plans?|intends?|pledges?|agrees?) to)\s+\p{L}[^?]*$",
    regex.IGNORECASE,
)


def completes_promise(text: str) -> bool:
    """Whether an item goes on with a lead-in that only names who will do what the items say."""
    return bool(_COMPLETES.match(text))


# "We have identified five strategic priorities that will drive …"
_ANNOUNCES = regex.compile(
    r"(?:the following|below)\b|[^.]{0,90}\b(?:identified|specif(?:ies|y)|contains?|lists?|established|"
    r"set(?: out)?|developed|adopted|has|have|are|"
    r"around|of|into)\s+(?:the\s+)?(?:following|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:[\w-]+\s+){0,3}?"
    r"(?:goals|objectives|aims|priorities|outcomes|pillars|themes|actions|strategies|targets|areas|initiatives)\b",
    regex.IGNORECASE,
)


def announces_list(text: str) -> bool:
    """Whether a sentence only says how many aims or actions follow."""
    return bool(_ANNOUNCES.match(text)) and not tells(text)


# "The following options will be explored in partnership with stakeholders …": all that follows, and by when
DATES_ALL = regex.compile(
    r"The following (?:[\w-]+ ){0,4}?(?:will|shall|are to) be (?:[\w-]+ )?(?:undertaken|explored|implemented|taken|"
    r"done|carried out|completed|delivered|pursued|achieved|considered|assessed|developed|started|launched)\b",
    regex.IGNORECASE,
)
OPEN_SPAN = regex.compile(
    r"\b(?:between now and [^.,;:]{3,40}|within \d{1,3} (?:days|weeks|months|years) (?:of|after|from) [^.,;:]{3,60}|"
    r"beyond (?:19|20)\d\d)",
    regex.IGNORECASE,
)
