"""Wordings that tell what a sentence of running text is: a goal sentence, an aim over the ways to it, the axis of a
chart."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.recognizers.bare import is_bare
from objectives_parser.records import Kind
from objectives_parser.roles import is_imperative

# "Our goal is to be an expert …", "The aim of this plan is to …", "Ghana's emission reduction goal is to … lower …"
# What a goal may be the goal of: the plan or the body that commits to it, not some board, event or programme.
_ITS_OWNER = (
    r"(?:plan|strategy|framework|agenda|road ?map|agency|department|ministry|office|government|city|county|country|"
    r"nation|state|organi[sz]ation|school|university|district|team)\b"
)
GOAL_SENTENCE = regex.compile(
    r"(?:(?:our|the|its|\p{Lu}[\w’'. -]{1,40}?[’']s?)\s+"
    r"(?:(?:project|programme|program)\s+development\s+|(?:(?!project|programme|program)[\w-]+\s+){0,4}?)"
    r"(?:goal|aim|objective|ambition)s?\s+"
    rf"(?:of\s+(?:[\w-]+\s+){{0,5}}{_ITS_OWNER}[^.]{{0,40}}?\s+)?"
    r"(?:is|are)\s+(?:\w+ly\s+)?(?:to|that)\b"
    r"|(?:\p{L}+ly|together|overall|here),?\s+our\s+(?:[\w-]+\s+){0,3}?(?:goal|aim|objective|ambition)s?\s+(?:is|are)\s+to\b"
    r"|(?:our|\p{Lu}[\w’'. -]{1,40}?[’']s?)\s+(?:[\w-]+\s+){0,3}?targets?\s+(?:is|are)\s+(?:\w+ly\s+)?to\b"
    r"|our\s+(?:[\w-]+\s+){0,3}?(?:goal|aim|objective|ambition|target)\s+is\s+(?:zero|an?|no|net|full|universal|\d)"
    r"|(?:[\w’'&, -]{2,160}?\s)?(?:(?:has|have)\s+(?:also\s+)?set\s+(?:itself\s+|out\s+)?|"
    r"(?:establish|adopt)e?s\s+)"
    r"(?:the|an?|its)\s+(?:[\w-]+\s+){0,3}?(?:goal|target|objective|aim)\s+(?:to|of)\b)",
    regex.IGNORECASE,
)
_AIMS = ("goal", "aim", "objective", "ambition", "target")


def is_goal_sentence(text: str) -> bool:
    """Whether a sentence says what somebody's goal is: `Our goal is to halve …`."""
    folded = text.casefold()
    return any(aim in folded for aim in _AIMS) and bool(GOAL_SENTENCE.match(text))


# "Delivering services that meet user needs, through:", "To mitigate emissions from transport by:": an aim complete in
# itself, over the ways to it
AIM_BY_WAYS = regex.compile(
    r"(?!During|Following|According|Regarding|Concerning|Including|Pending|Owing)"
    r"(?:To\s+\p{L}+|\p{Lu}\p{L}+ing)\s.{12,600}\b(?:through|by)\s*:?\s*$"
)
# "Figure 3: GHG emissions of agriculture", "Table 2. Adaptation measures", "Chart 1 – Spend by year"
CAPTION = regex.compile(
    r"(?P<of>table|figure|fig\.|chart|graph|diagram|map|photo|image|illustration)\s?"
    r"(?:[A-Z]{1,2}[-.]?)?\d+(?:[-.]\d+)*[a-z]?\s*(?:[:.–—-]|(?=\s+\p{Lu})|$)",
    regex.IGNORECASE,
)
_COMMITS = regex.compile(
    r"\b(?:will|shall|commits? (?:itself )?to|(?:is|are) committed to|intends? to|pledges? to|(?:we|it) plans? to)\b",
    regex.IGNORECASE,
)
# "By 2030, upgrade watershed health …", "From 2021, all new …"
DATE_FIRST = regex.compile(r"(?:by|from|in|during|before|until|after|starting)\s[^,;:.]{2,40},\s+", regex.IGNORECASE)
_DONE = regex.compile(r"\b(?:has|have|had|was|were)\s+(?:\w+ly\s+)?(?:been\s+)?\w+(?:ed|en|t|ne)\b", regex.IGNORECASE)
_AXIS_WORD = regex.compile(
    r"(?:[\d.,%$£€+–—/()'’:-]+|[qQ][1-4]|fy\s?'?\d{0,4}|cy\d{0,4}|quarter|qtr|year|month|week|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|"
    r"aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|mon|tue|wed|thu|fri|sat|sun|actuals?|targets?|planned|baseline|results?|forecast|total|n/?a|tbd|tbc|x|\W+)$",
    regex.IGNORECASE,
)
_FINITE = regex.compile(
    r"\b(?:is|are|was|were|will|shall|has|have|had|does|can|may|must|should|strives?|tracks?|shows?|aims?|represents?|"
    r"means|measures? the)\b"
)


# "See 2.c. Transportation", "Refer to section 5", "TOTAL", "Weight Sub-total", "Grand total (%)", "Not applicable"
_ELSEWHERE = regex.compile(
    r"(?:(?:overall|grand|weight(?:ing|s)?|score|budget|cost|section|programme?)?\s?(?:weight\s)?"
    r"(?:sub[- ]?)?totals?(?:\s(?:weight(?:ing|s)?|score|marks?|budget|costs?|amount|points?))?\W*$|"
    r"see|refer to|as above|same as|ditto|not applicable|none|nil|"
    r"to be (?:determined|confirmed)|no data)\b",
    regex.IGNORECASE,
)
# "Photo by Jane Doe", "Rendering: Harbour Studio"
_CREDIT = regex.compile(
    r"(?:photo(?:graph)?s?|renderings?|images?|pictures?|illustrations?|graphics?)"
    r"(?: (?:credits?|courtesy(?: of)?))?(?: by)?\s?(?::|(?<=by|courtesy of)\s)",
    regex.IGNORECASE,
)
_SHOULD = regex.compile(r"\b(?:will|shall|should|must|to)\b", regex.IGNORECASE)


def reads_as_aim(text: str) -> bool:
    """Whether a sentence reads as an aim or a deed: a command, `To …`, a gerund, or a clause of what shall be."""
    first = text.split()[0].casefold()
    return (
        tells(text)
        or first in ("to", "that")
        or first.endswith("ing")
        or bool(_SHOULD.search(" ".join(text.split()[:14])))
    )


_TICK = regex.compile(r"[xX✓✔☑●■•√þ]$")
# "Threats: oil; ropes", "Community indicator: Share of …": a line whose first words name what the others say
_NAMES_ITSELF = regex.compile(r"\p{Lu}[\w'’/&-]*(?: [\w'’/&()-]+){0,4}?(?: ?\d[\d.]*)?:\s+\S")


def names_itself(text: str) -> bool:
    """Whether a line begins with a name and its colon."""
    return ":" in text[:50] and _NAMES_ITSELF.match(text) is not None


# "Number of call centers with expanded hours:", "Percentage of …"
COUNT_CAPTION = regex.compile(
    r"(?:total )?(?:number|percent(?:age)?|rate|share|proportion|ratio|average|amount|%)\s+of\s+.{8,}:$",
    regex.IGNORECASE,
)
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
# "Key Indicators – Average length of homelessness": what the heading names is the measure
NAMED_INDICATOR = regex.compile(
    r"(?:key )?(?:performance )?indicators?\s*(?:[–—-]|:)\s+(?P<name>\p{Lu}(?:(?!continued|quarter|FY\s?\d)[^()])+)$",
    regex.IGNORECASE,
)


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


def is_tick(text: str) -> bool:
    """Whether a cell's text only ticks it."""
    return bool(_TICK.match(text.strip()))


# "High", "3 - low", "Essential", "Yes": a rank in a column that is named like statements (`Priority`)
_RANK = regex.compile(
    r"(?:(?:p|priority|level|tier)?\W*\d?\W*(?:very )?(?:high|medium|med|moderate|low|critical|essential|"
    r"desirable|important|urgent|major|minor|must|should|could|immediate|short|mid|long|routine|advisory|h|m|l|yes|no|y|n)"
    r"(?:[ -]term)?|(?:p|priority|tier|level)\W?\d)\W*$",
    regex.IGNORECASE,
)


def is_rank(text: str) -> bool:
    """Whether a cell under a header such as `Priority` only ranks its row."""
    return bool(_RANK.match(text.strip()))


# "Concur", "Partially agreed", "Accepted in principle", "Management does not agree", "Under consideration"
_ANSWER = regex.compile(
    r"(?:(?:we|management|the (?:\w+ ){1,3}?)\s?)?"
    r"(?:(?:fully|partially|partly|generally|substantially|do(?:es)? not|did not|not|non-?)\s?)?"
    r"(?:(?:dis)?agree|concur|accept|reject|support|endorse|not(?=ed|es?\b)|adopt|declin)\w*"
    r"(?:\s(?:in (?:part|full|principle|whole)|partially|partly|with (?:comments?|reservations?|modifications?)))?\W*$"
    r"|(?:under|for) (?:consideration|review|discussion)\W*$",
    regex.IGNORECASE,
)


def is_answer(text: str) -> bool:
    """Whether the text only answers a recommendation, in a few words.

    >>> is_answer("Partially concur"), is_answer("Accept the invoice by May")
    (True, False)
    """
    return len(text) < 60 and _ANSWER.match(text.strip()) is not None


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


def says_nothing(text: str) -> bool:
    """Whether the text is all numbers, months, quarters and the words of a legend (the axis of a chart, an empty cell),
    or only points elsewhere."""
    if (_ELSEWHERE.match(text) and len(text.split()) <= 6) or is_bare(text):
        return True
    if _CREDIT.match(text) and len(text.split()) <= 8:
        return True
    return all(_AXIS_WORD.match(token) for token in text.split())


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
_RESULTS = regex.compile(
    r"(?:expected|intended|desired|anticipated|planned) (?:results|outcomes)\W*$", regex.IGNORECASE
)
# "Specific action items to achieve your goal": what stands before the purpose is the head
_PURPOSE = regex.compile(
    r"\s+(?:(?:needed|required|taken|planned)\s+)?to\s+"
    r"(?:achieve|meet|reach|deliver|support|accomplish|attain|ensure\s+(?:the\s+)?(?:achiev|success|deliver|complet)\w*)\b.*$",
    regex.IGNORECASE,
)


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


def without_purpose(text: str) -> str:
    """The heading without what its actions are for."""
    return str(_PURPOSE.sub("", text)) if "to" in text.casefold() else text


def asks_how(text: str) -> Kind | None:
    """What a heading announces that tells how somebody will achieve or measure something."""
    if _HOW.match(text):
        return "action"
    if _RESULTS.match(text):
        return "objective"
    return "measure" if _HOW_TOLD.match(text) else None


# "These strategies will be executed through …", "The actions outlined below …", "Progress will be reported …"
_POINTS = regex.compile(
    r"(?:these|this|they|it|there|such|as an example|for (?:example|instance)|notes?:|\*?sources?:)(?:\b|\s)"
    r"|(?:all |the |above )*(?:targets?|actions?|measures?|objectives?|goals?|strategies|commitments?)"
    r" (?:in|of|under) this\b",
    regex.IGNORECASE,
)
_POINTS_LATER = regex.compile(
    r".{0,80}\b(?:outlined|listed|described|shown|set out)\s+(?:below|above|here)\b"
    r"|.{0,80}\bwill be (?:used|reported|measured|monitored|reviewed|tracked|assessed)\b",
    regex.IGNORECASE,
)
_SIGNS_LATER = ("will be", "below", "above", "here")
_IS = regex.compile(
    r"(?:the\s+)?[\w’', -]{2,70}?\s(?:is|are|was|were|has been|have been|continues? to be)\s", regex.IGNORECASE
)


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


def points(text: str) -> bool:
    """Whether a statement speaks of the plan's statements and makes none itself."""
    if _POINTS.match(text):
        return True
    folded = text.casefold()
    return any(sign in folded for sign in _SIGNS_LATER) and bool(_POINTS_LATER.match(text))


def explains_count(text: str) -> bool:
    """Whether the text names something counted: `Number of …`, `% of …`, `Share of …`."""
    return bool(_COUNTED.match(text))


_COUNTED = regex.compile(
    r"(?:the |total |average )*(?:%|#|(?:number|percentage|percent|share|proportion|rate|level|average|amount)\b)",
    regex.IGNORECASE,
)


# "Providing other ways for people if they are offline": how things are in a clause of the deed's
_GERUND = regex.compile(r"\p{Lu}\p{Ll}+ing\s")
_CLAUSE = regex.compile(r"\b(?:if|that|which|who|whom|where|when|while|until|unless|so|because|what|how)\b")


def describes(text: str) -> bool:
    """Whether a statement says how things are (`Deferred maintenance is a Departmental priority`): no deed."""
    told = _IS.match(text)
    if told is None or tells(text) or (_GERUND.match(text) and _CLAUSE.search(told.group())):
        return False
    return not (_COMMITS.search(text) or is_to_do(text) or is_under_way(text))


# "We are publishing …", "In answer to that, we’re also adding …"
_UNDER_WAY = regex.compile(
    r"(?:\p{Lu}[^.;:]{3,120}?,\s+we|We)(?:\s+are|[’']re)\s+(?:also\s+|now\s+|currently\s+|already\s+|still\s+)?"
    r"(?!being|going|having|seeing|facing|experiencing|learning|dealing|struggling)\p{Ll}{2,}ing\b"
)


def is_under_way(text: str) -> bool:
    """Whether a text says what its authors are doing: `We are publishing the figures`."""
    return bool(_UNDER_WAY.match(text))


# "To maintain the footpaths", "To promptly answer letters", but "To date, …"
_TO_DO = regex.compile(
    r"To\s+(?:\p{Ll}+ly\s+)?(?!(?:date|the|this|that|these|those|an?|our|their|its|his|her|my|your|some|all|any|"
    r"each|every|which|whom|what|it|him|them|us|you|me|one|two|\p{Ll}+ing)\b)(?=\p{Ll})"
)


def is_to_do(text: str) -> bool:
    """Whether a text says with an infinitive what is to be done: `To maintain the footpaths`."""
    return text.startswith("To") and bool(_TO_DO.match(text))


_FIRST_SENTENCE = regex.compile(r".*?[\p{Ll}\d)][.;](?=\s|$)|.*", regex.DOTALL)
_SAYS_HOW_IT_IS = regex.compile(
    r"\b(?:is|are|was|were|has|have|had|may|might|could|can|must|does|do|seeks?|strives?|continues?|will|shall|enables?|"
    r"directed|identified|provided)\b"
)


def first_sentence(text: str) -> str:
    """The text up to its first full stop or semicolon."""
    first = _FIRST_SENTENCE.match(text)
    return first.group() if first else text


def names_deed(text: str) -> bool:
    """Whether an item of a list that may hold other things too (under a slide's `Goal Structure & Strategies`) names
    something to be done: a command, `To …`, a gerund, or the bare name of a piece of work."""
    sentence = first_sentence(text)
    opening = sentence.split()[0].casefold() if sentence.split() else ""
    if tells(sentence) or opening == "to":
        return True
    return not _SAYS_HOW_IT_IS.search(sentence) and not is_past(sentence) and not explains_count(sentence)


def tells(text: str) -> bool:
    """Whether the text tells somebody to do something: it begins with a base-form verb, behind a date or not."""
    date = DATE_FIRST.match(text)
    return is_imperative(text[date.end() :] if date else text)


# "Tools: Develop models …", "Knowledge Management – Establish …"; "Stage 1: Model …" is a step of a method
_TITLE_BEFORE = regex.compile(r"\p{Lu}[^:;.!?–—\d]{1,70}(?::|\s[–—-])\s+(?=\p{Lu})")


def tells_behind_title(text: str) -> bool:
    """Whether a short title names what the command behind it is about: `Tools: Develop models to support …`."""
    title = _TITLE_BEFORE.match(text)
    return title is not None and len(title.group().split()) <= 9 and tells(text[title.end() :])


# "The Administration:" over "Is committing to …", "Will work with …"
_COMPLETES = regex.compile(
    r"(?:will|shall|(?:is|are) (?:hereby |also |now |fully )?(?:committ(?:ing|ed)|planning|going) to|"
    r"(?:commits?|plans?|intends?|pledges?|agrees?) to)\s+\p{L}[^?]*$",
    regex.IGNORECASE,
)


def completes_promise(text: str) -> bool:
    """Whether an item goes on with a lead-in that only names who will do what the items say."""
    return bool(_COMPLETES.match(text))


def is_done(text: str) -> bool:
    """Whether the text reports what has been done (`A policy was adopted …`): progress, no action of the plan."""
    return (bool(_DONE.search(text[:80])) or is_past(text)) and not _COMMITS.search(text) and not tells(text)


# "Designated a liaison …", "Created and tested …", "Held 12 meetings"; but "Improved access to care", "Expanded use"
_PAST = regex.compile(
    r"(?:\p{Lu}?\p{L}{2,}ed|built|held|made|began|led|won|gave|took|set|put|ran|grew|wrote|met)\s+"
    r"(?:(?:and\s+)?\p{Ll}+ed\s+)?(?:out\s+|up\s+)?"
    r"(?:(?:an?|the|its|our|their|all|several|over|more\s+than|nearly|about|with|\d[\d,.]*|two|three|four|five|six|ten)\s|"
    r"(?:and\s+)?\p{Ll}+ed\s+\p{Ll})",
    regex.IGNORECASE,
)


def is_past(text: str) -> bool:
    """Whether the text begins with what somebody did: `Designated a BLM liaison to …`."""
    return bool(_PAST.match(text)) and not tells(text)


def explains(text: str) -> bool:
    """Whether a paragraph under `Key Indicators` speaks about them instead of naming one."""
    folded = text.casefold()
    return bool(_FINITE.search(folded)) or folded.startswith(("the following", "below", "this ", "these ", "baseline"))
