"""What names an indicator, and what stands beside one and only speaks of it."""

from __future__ import annotations

from objectives_parser import late as regex

# "Number of call centers with expanded hours:", "Percentage of …"
COUNT_CAPTION = regex.compile(
    r"(?:total )?(?:number|percent(?:age)?|rate|share|proportion|ratio|average|amount|%)\s+of\s+.{8,}:$",
    regex.IGNORECASE,
)
# "Key Indicators – Average length of homelessness": what the heading names is the measure
NAMED_INDICATOR = regex.compile(
    r"(?:key )?(?:performance )?indicators?\s*(?:[–—-]|:)\s+(?P<name>\p{Lu}(?:(?!continued|quarter|FY\s?\d)[^()])+)$",
    regex.IGNORECASE,
)
_COUNTED = regex.compile(
    r"(?:the |total |average )*(?:%|#|(?:number|percentage|percent|share|proportion|rate|level|average|amount)\b)",
    regex.IGNORECASE,
)


def explains_count(text: str) -> bool:
    """Whether the text names something counted: `Number of …`, `% of …`, `Share of …`."""
    return bool(_COUNTED.match(text))


_FINITE = regex.compile(
    r"\b(?:is|are|was|were|will|shall|has|have|had|does|can|may|must|should|strives?|tracks?|shows?|aims?|represents?|"
    r"means|measures? the)\b"
)


# "Savings of the merger are realised", "All parks are in good condition": the state that one is to see
_REACHED = regex.compile(
    r"\b(?:is|are)\s+(?:(?:\p{Ll}+ly|fully|all)\s+)?(?:reali[sz]ed|achieved|delivered|implemented|met|completed"
    r"|established|maintained|reduced|increased|improved|satisfied|in (?:place|use|operation|good condition))"
    r"(?:\s[\p{Ll}\s]{2,40})?\.?$"
)
# "The office will track the percentage of cases closed in time": names what is counted
_TRACKS = regex.compile(
    r"\b(?:will|shall) (?:track|measure|monitor|report(?: on)?|count) the (?:\w+ ){0,2}?"
    r"(?:percentages?|percent|numbers?|shares?|rates?|proportions?|counts?|amounts?|averages?|ratios?) of\b"
)


# "Share of volunteers who are content": the verb tells whom it counts
_OF_THOSE = regex.compile(
    r"(?P<those>(?:(?:the|average|total|annual|overall|net)\s)*"
    r"(?:numbers?|shares?|percentages?|per ?cent|%|proportions?|rates?|ratios?|amounts?|volumes?|counts?|levels?)\sof\s"
    r"[^.;:]{2,80}?)\s(?:who|that|which|whose)\s[^.;:]+\.?$"
)


def explains(text: str) -> bool:
    """Whether a paragraph under `Key Indicators` speaks about them instead of naming one."""
    folded = text.casefold()
    if _REACHED.search(folded) and len(_FINITE.findall(folded)) == 1:
        return False
    if "will " in folded and _TRACKS.search(folded):
        return False
    if counted := _OF_THOSE.match(folded):
        folded = folded[: counted.end("those")]
    return bool(_FINITE.search(folded)) or folded.startswith(("the following", "below", "this ", "these ", "baseline"))


# "* Firms counted by number", "Source: NCES", "As of Dec 14, 2017", "FY 2019 Target: 23%": notes and values
_NOTE = regex.compile(
    r"\W*\*\s?\p{L}|\(?sources?\s*[:–—]|notes?\s*:|(?:as of|updated|last updated)\s[\p{L}\d,./ -]{3,24}$"
    r"|(?:(?:FY|CY)\s?)?['’]?\d{2,4}\s+(?:target|goal|baseline|actual|result)s?\s*[:=]\s*"
    r"[\d$£€~<>≥≤.,% ]+(?:\s\p{L}+)?$",
    regex.IGNORECASE,
)
_PLAIN_WORD = regex.compile(r"(?<!\p{L})\p{L}?\p{Ll}{3,}")


def is_note(text: str) -> bool:
    """Whether a line beside indicators only gives a source, a date of record or a value of the indicator above."""
    if _NOTE.match(text) or not _PLAIN_WORD.search(text):
        return True
    tokens = text.split()
    figures = sum(token.strip("($").replace(",", "").replace(".", "").rstrip("%)").isdigit() for token in tokens)
    return len(tokens) > 2 and 2 * figures > len(tokens)  # `$25,000 $6,000 504 Loans`: a chart's lettering
