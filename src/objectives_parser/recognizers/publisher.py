"""The body that publishes a plan, by its cover, its title or its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from objectives_parser import late as regex
from objectives_parser.document import Document

PLAN_WORDS = regex.compile(
    r"\b(?:plan|strategy|strategic|objectives|programme|program|framework|agenda|priorities|report|goals|commitments?|"
    r"road ?maps?|nationally determined contributions?)\b",
    regex.IGNORECASE,
)
_NAME_WORD = r"(?:\p{Lu}[\p{L}.’'&-]*|&|and|of|the|for|de|du|la)"
_ORGANISATION_NOUN = (
    r"(?:Office|Department|Ministry|Agency|Council|Authority|Commission|Commissioner|Trust|Institute|University|School|College|"
    r"Bureau|Administration|Foundation|Association|Forum|Board|Corporation|Zoo|Museum|Library|"
    r"Hospital|Society|Federation|Secretariat|Directorate|Inspectorate|Constabulary|Academy|Parliament)"
)
_ORGANISATION_OF = (
    r"(?:(?:\p{Lu}[\p{L}.’'-]+\s+){0,3}(?:Board|Commission|Directorate-General|Department|Ministry|Office|Bureau|Agency|University|Government|Secretariat|Directorate|"
    r"Republic|Kingdom|State|States|Commonwealth|City|County|Town|Borough|Province|Municipality|Principality|Union)"
    r"\s+(?:of|for)\s+(?:the\s+)?\p{Lu}[\p{L}.’'-]+(?:(?:,|\s+and|\s+&|,\s+and|\s+of|\s+the)*\s+\p{Lu}[\p{L}.’'-]+){0,5})"
)
# "HM Treasury", "Scottish Government"
_CROWN = r"HM\s+\p{Lu}\p{Ll}+(?:\s+(?:and|&|\p{Lu}\p{Ll}+)){0,4}|\p{Lu}\p{Ll}+(?:sh|ch|ese|ian|ean)\s+Government"
_ORGANISATION = regex.compile(
    rf"(?:[Tt]he\s+)?(?:{_CROWN}|{_ORGANISATION_OF}|(?:{_NAME_WORD}\s+){{1,6}}{_ORGANISATION_NOUN})"
)
_SAYS_ORGANISATION = regex.compile(
    rf"\b(?:organi[sz]ation|prepared by|published by|author)\s*:\s*(?P<name>{_ORGANISATION_OF}(?:\s+{_NAME_WORD})*)"
)
# "Delivering better services", "Our organisation"
_SPEAKS = regex.compile(r"\p{L}+ing\b|(?:our|best|your)\b", regex.IGNORECASE)
_CAPITALS = regex.compile(r"[\p{Lu}\s.,&’'-]+$")
_NO_NAME = frozenset(
    ("city council", "county council", "the council", "federal government", "local government", "central government")
)


# "Parish Council", "City Council": any of them
_ANY_BODY = regex.compile(
    r"(?:(?:the|mayor|city|county|town|parish|district|borough|shire|school|select|executive|local|&|and)\s){1,4}\p{L}+$"
    r"|(?:Department|Name)\s(?:Department|Ministry|Office|Board|Agency)\b",
    regex.IGNORECASE,
)


def is_any_body(text: str) -> bool:
    """Whether a name is that of many bodies, or of none: `City Council`, `Mayor & Council`."""
    return _ANY_BODY.match(text) is not None


def is_organisation(text: str) -> bool:
    """Whether the whole text is the name of a body: `Ministry of Justice`, `REPUBLIC OF RWANDA`, `Louisville Zoo`."""
    text = " ".join(text.split())
    if PLAN_WORDS.search(text) or _SPEAKS.match(text):
        return False
    return 2 <= len(text.split()) <= 9 and _ORGANISATION.fullmatch(_in_title_case(text)) is not None


def _in_title_case(text: str) -> str:
    if not _CAPITALS.match(text):
        return text
    small = {"of", "and", "the", "for"}
    return " ".join(word.casefold() if word.casefold() in small else word.capitalize() for word in text.split())


def organisation_of(title: str | None, cover: Iterable[str], document: Document) -> str | None:
    """The body whose plan it is: a line of the cover that names one and nothing else, a body in the title, the one
    that the document says it is by, else the one that it names far more often than any other."""
    named = _named_in_title(title)
    if named is None:
        named = next((line for line in cover if is_organisation(line) and not is_any_body(line)), None)
    if named is None and (said := _SAYS_ORGANISATION.search(document.text[:6000])):
        named = " ".join(said.group("name").split())
    return named or _named_most(document)


# Where in a title the words about the plan begin: "City of … | Sustainability Master Plan", "… | 6 Year Strategic Plan"
_OF_THE_PLAN = regex.compile(
    r"\b(?:sustainability|racial|equity|accessibility|hazard|climate|digital|master|action|annual|corporate|business|performance|improvement|environmental|energy|"
    r"comprehensive|green|adaptation|resilience|mitigation|delivery|implementation|operational|departmental|\d+)\b|"
    + PLAN_WORDS.pattern,
    regex.IGNORECASE,
)
_TITLE_OF = regex.compile(r"\b(?:for|of|by)\s+(?:the\s+)?(?P<name>\p{Lu}.*)$")


def _named_in_title(title: str | None) -> str | None:
    """`Ministry of Justice: Digital Strategy`, `The Carey School Strategic Plan`, `Strategic Plan for the Zoo`."""
    if not title:
        return None
    text = _in_title_case(title)
    plan = _OF_THE_PLAN.search(text)
    words = text[: plan.start()].split() if plan else text.split()
    for count in range(len(words), 1, -1):
        name = " ".join(words[:count]).rstrip(":,–— -")
        if is_organisation(name) and not is_any_body(name):
            return name
    of = _TITLE_OF.search(text)
    return of.group("name") if of and is_organisation(of.group("name")) else None


def _named_most(document: Document) -> str | None:
    """The organisation that the document names at once, and far more often than any other."""
    names = Counter(
        " ".join(match.group().removeprefix("The ").removeprefix("the ").split())
        for match in _NAMED.finditer(document.text[:200_000])
    )
    common = names.most_common(2)
    if not common or common[0][1] < 5 or (len(common) > 1 and common[1][1] * 2 > common[0][1]):
        return None
    name = common[0][0]
    if name.casefold() in _NO_NAME or len(name.split()) < 2 or name not in " ".join(document.text[:6000].split()):
        return None
    return name


_NAMED = regex.compile(
    r"(?:Department|Ministry|Office|Bureau|Agency|City|County|University|Government)\s+(?:of|for)\s+(?:the\s+)?"
    r"\p{Lu}[\p{L}’'-]+(?:(?:,|\s+and|\s+&)?\s+\p{Lu}[\p{L}’'-]+){0,3}"
    r"|(?:\p{Lu}[\p{L}’'&-]+\s+){1,4}(?:Office|Department|Ministry|Agency|Council|Authority|Commission|Trust|Institute|"
    r"University|School|District|Bureau|Administration|Foundation|Association)\b"
)
