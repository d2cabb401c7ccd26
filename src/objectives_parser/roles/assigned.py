"""Who is to do something, said with no verb between: `Clerk to write to the county`."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.roles.forms import is_imperative

# "Clerk to write to the county", "The roads team to check the drains"; but "Access to work", "Support to run a fair"
_SOMEBODY = (
    r"agenc(?:y|ies)|all|authorit(?:y|ies)|boards?|branch|cabinet|chair(?:man|woman|person)?|chief|clerks?|cllrs?|"
    r"colleges?|commission|committees?|contractors?|co-?ordinators?|councils?|councillors?|departments?|directorates?|"
    r"directors?|divisions?|executive|governors|groups?|head|headteacher|hr|ict|it|leaders?|leads?|librarians?|managers?|"
    r"mayor|members|ministers?|ministr(?:y|ies)|nurses?|office|officers?|offices|panels?|partners|partnership|police|"
    r"president|principals?|schools?|secretar(?:y|iat)|services?|slt|staff|superintendent|task ?force|teachers|teams?|"
    r"treasurer|trustees|trust|units?|university|volunteers|wardens?|working (?:group|party)"
)
_SOMEBODY_TO = regex.compile(
    rf"(?=\p{{Lu}})(?P<who>[^.;:?!,]{{0,50}}?\b(?i:{_SOMEBODY})(?: (?:of|for) [^.;:?!,]{{2,40}}?)?)"
    r" to (?P<deed>\p{Ll}\S*\s)"
)


def assigns(text: str) -> bool:
    """Whether a text says who is to do something.

    >>> assigns("The roads team to check the drains"), assigns("Access to work"), assigns("Talk to the council")
    (True, False, False)
    """
    told = _SOMEBODY_TO.match(text)
    if told is None or is_imperative(told["who"]):
        return False
    return is_imperative(text[told.start("deed") : told.start("deed") + 80].capitalize())
