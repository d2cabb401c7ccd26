"""Lists of those who see to a goal: `Facilitators` or `Goal leads:` over names."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.recognizers.wordings import tells
from objectives_parser.roles.words import word_list

# "Facilitators", "Goal leads:", "Project team": not "Organizations", under which plans list all who take part
_SEES_TO = regex.compile(
    r"(?:\p{L}+\s){0,2}(?:facilitators?|leads?|leaders?|champions?|owners?|sponsors?|stewards?|team(?: members?)?|"
    r"(?:lead|implementing|responsible) (?:agenc(?:y|ies)|bod(?:y|ies)|departments?|ministr(?:y|ies)|offices?|"
    r"institutions?|organi[sz]ations?|entit(?:y|ies))|"
    r"co-?(?:leads?|chairs?)|conven[eo]rs?|responsible(?: (?:part(?:y|ies)|persons?|people|staff))?)\s?:?",
    regex.IGNORECASE,
)
_LONGEST_NAME = 9  # words
_SMALL = word_list("name-particles")


def opens_owners(text: str) -> bool:
    """Whether a line only says that those follow who see to what stands above: `Facilitators`, `Goal leads:`."""
    return len(text) <= 40 and text[:1].isupper() and "eputy" not in text and _SEES_TO.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether a text is the name of a person or a body: capitals throughout, and nothing that is told.

    >>> is_name("Ada van der Berg (Archive)"), is_name("Office of Parks"), is_name("Plant trees"), is_name("Clean air")
    (True, True, False, False)
    """
    words = text.replace("(", " ").replace(")", " ").replace(",", " ").split()
    if not 0 < len(words) <= _LONGEST_NAME or text.endswith((":", ";")) or tells(text):
        return False
    named = [word for word in words if word.casefold() not in _SMALL]
    return bool(named) and all(word[:1].isupper() for word in named) and not any(map(str.isdigit, text))


def are_names(text: str) -> bool:
    """Whether a text is a name, or several with semicolons between them, the first of which surely is one.

    >>> are_names("Head of Parks; Library Board; area wardens"), are_names("Plant trees; water them")
    (True, False)
    """
    first, semicolon, rest = text.partition(";")
    if not semicolon:
        return is_name(text)
    others = [part.strip() for part in rest.split(";") if part.strip()]
    return is_name(first) and not any(tells(part) or len(part.split()) > _LONGEST_NAME for part in others)


_OFFICES = word_list("offices")
# "HR", "DEFRA"; "Ecologist"
_WORD = regex.compile(r"\w+")
_INITIALS = regex.compile(r"\p{Lu}{2,5}")
_PROFESSION = regex.compile(r"\p{L}+ologists?")


def names_office(name: str) -> bool:
    """Whether a name is that of an office, of somebody who may do something, and of no place.

    >>> names_office("Head of Leisure"), names_office("Northfield")
    (True, False)
    """
    words = _WORD.findall(name.casefold())
    return (
        not _OFFICES.isdisjoint(words)
        or any(map(_PROFESSION.fullmatch, words))
        or _INITIALS.fullmatch(name) is not None
    )
