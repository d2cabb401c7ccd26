"""References to aims by their printed numbers: `Relevant Objectives: Objectives 1 and 4`, `Goal(s) met | 1, 3`."""

from __future__ import annotations

from objectives_parser import late as regex

_LEVEL = (
    r"(?P<level>goal|objective|priorit|outcome|strateg|pillar|mission|ambition|theme|aim|commitment)"
    r"(?:y|ies|s|\(s\)|y\(ies\))?"
)
_NAMES = regex.compile(
    r"(?:(?:related|relevant|applicable|associated|corresponding|linked|aligned|mitigation|plan|supported|strategic|key|"
    r"corporate|well-?being) )?(?:(?:meets|serves|supports|addresses|delivers|advances|helps meet|contributes to|"
    r"relates to|links? to) (?:which |the )?)?"
    + _LEVEL
    + r"(?: (?:supported|addressed|met|achieved|served|advanced|alignment|number|nos?\.?|#|reference|ref\.?|link))*"
    r"\W*$",
    regex.IGNORECASE,
)
_POINTS = regex.compile(
    r"(?:supports?|supporting|serves?|advances|addresses|aligns? (?:with|to)|aligned (?:with|to)|link(?:s|ed) to|"
    r"contributes? to|relates? to|related to)\W*$",
    regex.IGNORECASE,
)
_WORD = regex.compile(_LEVEL + "$", regex.IGNORECASE)
_NUMBER = regex.compile(r"#?((?:[A-Z]{1,3}[-.]?)?\d{1,2}(?:\.\d{1,2}){0,2}|[A-Z])\.?$")
_BETWEEN = frozenset(("and", "&", "strategic", "corporate"))
_SEPARATORS = regex.compile(r"[\s,;/]+")
_LONGEST = 60


_AIMS = regex.compile(
    r"\b(?:goals?|objectives?|outcomes?|priorit(?:y|ies)|aims?|strateg(?:y|ies)|pillars?|themes?|outputs?|results?)\b"
    r"|\b(?:link|support|align|contribut|relat|serv)",
    regex.IGNORECASE,
)


def speaks_of_aims(name: str) -> bool:
    """Whether a field may give aims by their codes: `Linked objective`, `Contributes to`."""
    return len(name) <= _LONGEST and _AIMS.search(name) is not None


def references(name: str, value: str) -> tuple[tuple[str, str], ...]:
    """The aims that a field gives by their numbers, each as the beginning of its word and its number; () for a field
    that says anything else.

    >>> references("Relevant Objectives:", "Objectives 1 and 4")
    (('obje', '1'), ('obje', '4'))
    >>> references("Supports", "Goal 2, Objective 2.1"), references("Objectives", "Serve all"), references("Goal", "")
    ((('goal', '2'), ('obje', '2.1')), (), ())
    """
    if len(name) > _LONGEST or len(value) > _LONGEST:
        return ()
    named = _NAMES.match(name)
    if named is None and _POINTS.match(name) is None:
        return ()
    level = named.group("level").casefold()[:4] if named is not None else ""
    found: list[tuple[str, str]] = []
    for part in _SEPARATORS.split(value.strip()):
        number = _NUMBER.match(part)
        word = _WORD.match(part)
        if number is not None and level:
            found.append((level, number.group(1)))
        elif word is not None:
            level = word.group("level").casefold()[:4]
        elif part.casefold() not in _BETWEEN:
            return ()
    return tuple(found)


_POINTING = regex.compile(
    r"\(?(?P<name>(?:Supports?|Supporting|Serves|Advances|Addresses|Contributes? to|Aligns? (?:with|to)|"
    r"Aligned (?:with|to)|Link(?:s|ed) to|Relat(?:es|ed) to))\s(?P<told>\p{L}[^():.]{3,50}\d)\)?\.?$",
)


def pointing_line(text: str) -> tuple[str, str] | None:
    """The name and what it says of a line that is nothing but a reference, no colon between them.

    >>> pointing_line("(Supports Goals 1 and 3)"), pointing_line("Supports 40 families")
    (('Supports', 'Goals 1 and 3'), None)
    """
    found = _POINTING.match(text) if len(text) <= 2 * _LONGEST else None
    if found is None or not references(found.group("name"), found.group("told")):
        return None
    return found.group("name"), found.group("told")
