"""What running text says of somebody’s goal: a goal sentence, an aim over the ways to it."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.recognizers.wordings.deeds import tells

# "Our goal is to be an expert …", "The aim of this plan is to …", "Ghana's emission reduction goal is to … lower …"
# What a goal may be the goal of: the plan or the body that commits to it, not some board, event or programme.
_ITS_OWNER = (
    r"(?:plan|strategy|framework|agenda|road ?map|agency|department|ministry|office|government|city|county|country|"
    r"nation|state|organi[sz]ation|school|university|district|team|contribution|(?:adaptation|mitigation)"
    r"(?:\s(?:component|contribution|efforts?))?)\b"
)
GOAL_SENTENCE = regex.compile(
    r"(?:(?:our|the|its|\p{Lu}[\w’'. -]{1,40}?[’']s?)\s+"
    r"(?:(?:project|programme|program)\s+development\s+|(?:(?!project|programme|program)[\w-]+\s+){0,4}?)"
    r"(?:goal|aim|objective|ambition)s?\s+"
    rf"(?:of\s+(?:(?:[\w-]+\s+){{0,5}}{_ITS_OWNER}[^.]{{0,40}}?|(?-i:\p{{Lu}}\p{{L}}+)['’]s?\s+[\w-]+)\s+)?"
    r"(?:is|are)\s+(?:\w+ly\s+)?(?:to|that|for\s+(?:all|every|each|the|at\s+least))\b"
    r"|(?:\p{L}+ly|together|overall|here),?\s+our\s+(?:[\w-]+\s+){0,3}?(?:goal|aim|objective|ambition)s?\s+(?:is|are)\s+to\b"
    r"|(?:our|the|\p{Lu}[\w’'. -]{1,40}?[’']s?)\s+(?:[\w-]+\s+){0,3}?targets?\s+(?:is|are)\s+(?:\w+ly\s+)?"
    r"(?:to|for\s+(?:all|every|each|at\s+least|\d[\d.,]*\s?(?:%|per\s?cent))(?!\w))"
    r"|our\s+(?:[\w-]+\s+){0,3}?(?:goal|aim|objective|ambition|target)\s+is\s+(?:zero|an?|no|net|full|universal|\d)"
    r"|(?:[\w’'&, -]{2,160}?\s)?(?:(?:has|have)\s+(?:also\s+)?(?:set|adopted|established)\s+"
    r"(?:itself\s+|ourselves\s+|themselves\s+|out\s+)?|"
    r"(?:establish|adopt)e?s\s+)"
    r"(?:the|an?|its)\s+(?:[\w-]+\s+){0,3}?(?:goal|target|objective|aim)\s+(?:to|of)\b)",
    regex.IGNORECASE,
)
# "To build on this, the city is setting a new goal to …", "The plan sets a target of …", "we raise our goal to …": set
# here and now, behind whatever the sentence begins with
_SETS_GOAL = regex.compile(
    r"(?:[^.;:]{2,400}?\s)?(?:"
    r"(?:(?<!\b(?:that|which|who)\s)(?:is|are)\s+(?:also\s+|now\s+|hereby\s+)?setting|"
    r"(?:plan|strategy|roadmap|policy|framework|update|programme|program)\s+(?:also\s+)?sets)\s+"
    r"(?:(?:itself|ourselves|themselves|out)\s+)?|"
    r"\b(?-i:[Ww]e)\s+(?:also\s+|now\s+|hereby\s+)?(?:establish|adopt|confirm|reaffirm|revise|raise)\s+(?:[^.;:]{4,60}\sand\s"
    r"(?:establish|adopt|confirm|reaffirm|revise|raise)\s+)?)"
    r"(?:the|an?|its|our|their)\s+(?:[\w’'-]+\s+){0,4}?(?:goal|target|objective|aim|ambition)\s+"
    r"(?:to|of|for\s+(?:at\s+least\s+)?\d[\d.,]*)(?!\w)",
    regex.IGNORECASE,
)
# "We want 60 % of homes to be insulated by 2030."
_WANTED = regex.compile(
    r"(?:by\s[^,.;]{2,40},\s)?we\s(?:also\s)?want\s(?:at\sleast\s)?(?:\d[\d.,]*\s?(?:%|per\s?cent)|all|every|each|half)\s"
    r"[^.;]{3,160}?\sto\s\p{L}",
    regex.IGNORECASE,
)
# "Safe roads - The goal being to calm the traffic": a name, and the goal that has it
_NAMED_GOAL = regex.compile(
    r"\p{Lu}[\w’'& -]{2,60}?(?:\s[-–—]|:)\s(?i:the|our|its)\s(?:goal|aim|objective|ambition)\s(?:is|being)\sto\b"
)
# "The European Union has set a target of …" in a plan of a member or a town
_OF_OTHERS = regex.compile(
    r"(?:(?:the|all)\s)?(?:european (?:union|commission|council)|eu|united nations|un|paris agreement|g20|g7|"
    r"oecd|world health organi[sz]ation|who|world bank|african union|international community)(?:[’']s)?\b",
    regex.IGNORECASE,
)
_BY_YEAR = regex.compile(r"\bby\s(?:the\s)?[^,.;]{0,20}?20\d\d", regex.IGNORECASE)
AIM_WORDS = ("goal", "aim", "objective", "ambition", "target")
_SIGNS_OF_OTHERS = ("the ", "all ", "european", "eu", "un", "paris", "g", "oecd", "world", "who", "african", "inter")


def speaks_of_others(text: str) -> bool:
    """Whether a sentence is about a body above nations: `The European Council agreed three priorities.`"""
    return text.casefold().startswith(_SIGNS_OF_OTHERS) and _OF_OTHERS.match(text) is not None


def is_goal_sentence(text: str) -> bool:
    """Whether a sentence says what somebody's goal is: `Our goal is to halve …`."""
    folded = text.casefold()
    if speaks_of_others(text):
        return False
    if not any(aim in folded for aim in AIM_WORDS):
        return "want" in folded and _WANTED.match(text) is not None and _BY_YEAR.search(text) is not None
    return bool(GOAL_SENTENCE.match(text) or _NAMED_GOAL.match(text) or _SETS_GOAL.match(text))


def sets_goal(text: str) -> bool:
    """Whether a sentence somewhere in a text sets a goal: what is promised before and after it serves other ends too.

    >>> sets_goal("To go on, the city is setting a new goal to halve its waste."), sets_goal("Our goal is to be first.")
    (True, False)
    """
    return _SETS_GOAL.match(text) is not None


# "Delivering services that meet user needs, through:", "To mitigate emissions from transport by:": an aim complete in
# itself, over the ways to it
AIM_BY_WAYS = regex.compile(
    r"(?!During|Following|According|Regarding|Concerning|Including|Pending|Owing)"
    r"(?:To\s+\p{L}+|\p{Lu}\p{L}+ing)\s.{12,600}\b(?:through|by)\s*:?\s*$"
)
# "The county will halve its waste by:", "The utility aims to lose less water through the following programs."
_PROMISED = regex.compile(
    r"(?!(?:This|That|These|Those|It|They|Success|Progress)\b)(?:\S+\s){1,12}?"
    r"(?:will|shall|(?:aim|intend|plan|seek|commit)s?\s+to)\s+(?!be\b|not\b|(?:also|then)\s+be\b)(?:also\s+)?"
    # what the aim above is to be reached by states no aim of its own
    r"(?!(?:do|achieve|accomplish|meet|reach|pursue|implement|address|support|realize)\s+"
    r"(?:so|it|this|these|that|those|them|the\s(?:[\w-]+\s)?(?:goal|aim|objective|outcome|target|priorit))\w*\b)\p{L}"
)
_BY = r"\b(?:by|through|via)"
_BY_WAYS = regex.compile(
    rf"{_BY}\s*:\s*$|{_BY}\s(?:(?!the\b|these\b)[\p{{L}}-]+\s){{0,4}}(?:the\sfollowing|these)\s(?:[\p{{L}}-]+\s){{0,3}}?"
    r"(?:strategies|actions|activities|initiatives|steps|measures|programs|programmes|projects|efforts|interventions|"
    r"approaches|ways|means|tasks|policies)\s*[.:]\s*$",
    regex.IGNORECASE,
)
_LONGEST_ENDING, _SHORTEST_AIM = 120, 6  # characters, words
# "We will do this by:", "To do this, the council will:" behind the sentence that says what is wanted
_WAYS_TO_IT = regex.compile(
    r"(?:(?:we|they|i|it|the \p{L}+) (?:will |shall |aim to |plan to |intend to )?)?(?:do|achieve|deliver|reach) "
    r"(?:this|that|it|these) (?:by|through)\s?:$|"
    r"(?:in order )?to (?:do|achieve|deliver|reach|support) (?:this|that|it|so|these)(?: [^.:,]{1,40})?,? "
    r"(?:we|they|i|the \p{L}+(?: \p{L}+)?) (?:will|shall|are going to|plan to|aim to)\s?:$",
    regex.IGNORECASE,
)


def leads_to_it(text: str) -> bool:
    """Whether a lead-in announces the ways to what the sentence before it wants.

    >>> leads_to_it("We will do this by:"), leads_to_it("We will open the halls by:")
    (True, False)
    """
    return text.endswith(":") and _WAYS_TO_IT.match(text) is not None


_SHOULD = regex.compile(r"\b(?:will|shall|should|must|to)\b", regex.IGNORECASE)


def promises_by_ways(sentence: str) -> bool:
    """Whether a sentence over a list says what somebody wants to reach, complete in itself, by what the list holds.

    >>> promises_by_ways("The county will halve its waste by taking the following steps.")
    True
    >>> promises_by_ways("The office will achieve this goal by:")
    False
    """
    if not sentence.rstrip().endswith((".", ":")) or len(sentence.split()) < _SHORTEST_AIM:
        return False
    return _BY_WAYS.search(sentence[-_LONGEST_ENDING:]) is not None and _PROMISED.match(sentence) is not None


def reads_as_aim(text: str) -> bool:
    """Whether a sentence reads as an aim or a deed: a command, `To …`, a gerund, or a clause of what shall be."""
    first = text.split()[0].casefold()
    return (
        tells(text)
        or first in ("to", "that")
        or first.endswith("ing")
        or bool(_SHOULD.search(" ".join(text.split()[:14])))
    )
