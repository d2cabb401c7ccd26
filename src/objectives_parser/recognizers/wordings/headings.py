"""What a heading or a line set like one says of what stands under it: that it reports or explains, how something will
be achieved, when it is to be done."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.records import Kind

# "Outcome description: This outcome is about …": a label over what explains the record
DESCRIBES = regex.compile(r"\b(?:description|rationale|overview|background|context|summary)$", regex.IGNORECASE)
# "Short term (2023-2025)": when what follows is to be done
TERM = regex.compile(
    r"(?:short|medium|mid|middle|long|near|immediate)(?:[- ]to[- ](?:medium|mid|long))?[- ]?(?:term|range)?\b"
    r"[\w ]{0,30}[(:–-].*(?:19|20)\d\d",
    regex.IGNORECASE,
)
# "Phase 1", "Stage 2": a plan's checkpoints
STAGE = regex.compile(r"(?:phase|stage|tranche|wave)\b", regex.IGNORECASE)
_OF_NUMBERED = (
    r"(?:[a-z]+ ){1,2}\d{1,2}(?:\.\d{1,2})?:? (?:progress(?: update| report| to date| so far)?|(?:status )?updates?)"
)
# "Commitment 4 progress": what was done of that one, below it however large the heading is
TELLS_OF_NUMBERED = regex.compile(rf"{_OF_NUMBERED}\W*", regex.IGNORECASE)
# Headings over what explains or reports: "Measuring success", "Background", "What we achieved", "Guiding Principles"
SPEAKS_OF = regex.compile(
    r"^(?:[\w&’' -]{1,40}:\s)?(?:measuring (?:success|progress)|(?:our |key |recent |major |other )*"
    r"(?:achievements?|accomplishments?)(?: (?:to date|so far|since|in|of|for|and)\b.*)?|"
    r"(?:what (?:we|has been) )?achieved|what (?:we|we have|we’ve|we've) (?:done|did|achieved).*|"
    r"(?:foreword|preface|welcome|(?:message|letter|word|note|statement|introduction|welcome) (?:from|by)\b.*|"
    r"from the \w+|about (?:us|this .*|the (?:department|agency|ministry|council|organi[sz]ation|plan))|who we are|"
    r"our (?:history|people)|how (?:this|the|our) (?:plan|strategy) was (?:developed|prepared|made).*|"
    r"(?:the )?(?:planning|consultation) process|(?:consolidated )?financial statements|accounting policies|"
    r"(?:independent )?auditor[’']?s?[’']? report|"
    r"looking back.*|a look back.*|progress (?:against|on|towards?) .*|description|gender[- ]based analysis.*)|"
    r"background|context|introduction|rationale|(?:key |main )?challenges?(?: and opportunities)?|opportunit(?:y|ies)|"
    r"(?:our |summary of |recent )?progress(?: to date| so far)?(?:\s?[–—-].*)?|success stories|case stud(?:y|ies)|"
    rf"{_OF_NUMBERED}|"
    r"resources|references|glossary(?: .*)?|(?:list of )?(?:acronyms|abbreviations|definitions)(?: and .*)?|"
    r"methodology|data (?:accuracy|quality).*|why (?:it|this|these|we|is|are|do|does|the)\b.*|"
    r"(?:about|how to use|how to read) this .*|contributing programs?.*|additional information|"
    r"(?:[\w-]+ ){0,3}principles?|(?:our |core |key |shared )*values|strengths|weaknesses|threats|swot analysis|"
    r"(?:key |main |major |potential )?(?:external factors?|risk factors?|risks?|barriers?|constraints?)"
    r"(?: (?:and|to|that|which|&|for)\b.*)?|lessons? (?:learned|learnt)|"
    r"(?:completed|past|previous|former) (?:actions?|activities|projects?|initiatives?|work|steps?)|"
    r"(?:key |main |summary of )?findings|assumptions(?: and .*)?|notes to (?:and|the)\b.*)\W*$",
    regex.IGNORECASE,
)
# Headings over why something is wanted, behind which a plan goes on with what: "Rationale", "Why this matters"
SAYS_WHY = regex.compile(
    r"(?:rationale|justification|background|context|overview|description|"
    r"(?:key |main |the )?(?:challenges?|needs?|issues?|problems?|opportunit(?:y|ies))|"
    r"(?:current |present )(?:state|situation|status|position)|why\b.*)\W*$",
    regex.IGNORECASE,
)
# Column heads that tell of something else than the past: prose under them may promise ("Governance", "Funding")
REPORTS = regex.compile(
    r"progress|achiev|accomplish|result|performance|background|context|situation|risk|assumption|barrier|challenge|lesson|"
    r"case stud|success stor|why|rationale|reason|history|what (?:has|have|we|did)|note|definition|glossary|foreword|"
    r"issue|need|gap"
)
# "How our department will achieve this outcome", "How the city will measure success"
_HOW = regex.compile(
    r"how (?:\w+ ){1,4}?(?:will|plans? to|intends? to|aims? to)(?: we)? (?:achieve|deliver|do|make|meet|reach|"
    r"implement|realise|realize|get there)\b",
    regex.IGNORECASE,
)
_HOW_TOLD = regex.compile(r"how (?:\w+ ){1,4}?will(?: we)? (?:measure|know|evaluate|assess) \w+", regex.IGNORECASE)
# "What does the school need to do to improve?", as inspectors print it over what they require
_NEEDS_TO_DO = regex.compile(
    r"what (?:(?:do|does|must|should) )?(?:\w+ ){1,4}?(?:(?:needs?|has|have) to|must|should) (?:do|improve|change)\b|"
    r"what needs to (?:improve|change|be (?:done|improved))\b|"
    r"(?:actions?|areas|improvements?) (?:that )?(?:the )?(?:\w+ ){1,2}(?:must|should) (?:take|make|improve)\b",
    regex.IGNORECASE,
)
_RESULTS = regex.compile(
    r"(?:expected|intended|desired|anticipated|planned) (?:results|outcomes)\W*$", regex.IGNORECASE
)


def asks_how(text: str) -> Kind | None:
    """What a heading announces that tells how somebody will achieve or measure something."""
    if _HOW.match(text) or _NEEDS_TO_DO.match(text):
        return "action"
    if _RESULTS.match(text):
        return "objective"
    return "measure" if _HOW_TOLD.match(text) else None


# "Specific action items to achieve your goal": what stands before the purpose is the head
_PURPOSE = regex.compile(
    r"\s+(?:(?:needed|required|taken|planned)\s+)?to\s+"
    r"(?:achieve|meet|reach|deliver|support|accomplish|attain|implement|undertake|complete|take|ensure\s+(?:the\s+)?(?:achiev|success|deliver|complet)\w*)\b.*$",
    regex.IGNORECASE,
)


def without_purpose(text: str) -> str:
    """The heading without what its actions are for."""
    return str(_PURPOSE.sub("", text)) if "to" in text.casefold() else text


# "Actions planned to ensure success", "Next steps", "Upcoming milestones": what comes, also on a page that reports
_YET_TO_COME = regex.compile(r"\b(?:planned|next|future|upcoming|forthcoming|proposed)\b", regex.IGNORECASE)


def looks_ahead(text: str) -> bool:
    """Whether a heading speaks of what is yet to be done."""
    return bool(_YET_TO_COME.search(text))


def is_title_in_capitals(text: str) -> bool:
    """Whether a line is set in capitals as a title is: words, not the acronyms and years of a chart."""
    return text.isupper() and sum(word.isalpha() and len(word) >= 4 for word in text.split()) >= 3


def is_title_cased(text: str) -> bool:
    """Whether a short line is set as titles are: its longer words begin with capitals, and no sentence ends."""
    words = text.split()
    return len(words) <= 10 and text[-1:].isalnum() and all(word[:1].isupper() for word in words if len(word) > 3)


# "Threats: oil; ropes", "Community indicator: Share of …": a line whose first words name what the others say
_NAMES_ITSELF = regex.compile(r"\p{Lu}[\w'’/&-]*(?: [\w'’/&()-]+){0,4}?(?: ?\d[\d.]*)?:\s+\S")


def names_itself(text: str) -> bool:
    """Whether a line begins with a name and its colon."""
    return ":" in text[:50] and _NAMES_ITSELF.match(text) is not None
