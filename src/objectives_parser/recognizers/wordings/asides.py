"""What states nothing of its own: captions, the axis of a chart, credits, and what points at the plan’s statements."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.recognizers.bare import is_bare

# "Figure 3: GHG emissions of agriculture", "Table 2. Adaptation measures", "Chart 1 – Spend by year"
CAPTION = regex.compile(
    r"(?P<of>table|figure|fig\.|chart|graph|diagram|map|photo|image|illustration)\s?"
    r"(?:[A-Z]{1,2}[-.]?)?\d+(?:[-.]\d+)*[a-z]?\s*(?:[:.–—-]|(?=\s+\p{Lu})|$)",
    regex.IGNORECASE,
)
_AXIS_WORD = regex.compile(
    r"(?:[\d.,%$£€+–—/()'’:-]+|[qQ][1-4]|fy\s?'?\d{0,4}|cy\d{0,4}|quarter|qtr|year|month|week|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|"
    r"aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|mon|tue|wed|thu|fri|sat|sun|actuals?|targets?|planned|baseline|results?|forecast|total|n/?a|tbd|tbc|x|\W+)$",
    regex.IGNORECASE,
)
# "Source" in a row of its own under an indicator
# "See 2.c. Transportation", "Refer to section 5", "TOTAL", "Weight Sub-total", "Grand total (%)", "Not applicable"; but
# "See emergency patients within four hours"
_ELSEWHERE = regex.compile(
    r"(?:(?:overall|grand|weight(?:ing|s)?|score|budget|cost|section|programme?)?\s?(?:weight\s)?"
    r"(?:sub[- ]?)?totals?(?:\s(?:weight(?:ing|s)?|score|marks?|budget|costs?|amount|points?))?\W*$|"
    r"see(?:$|(?=[:.]|\s(?:(?-i:\P{Ll})|above|below|also|note|under|our|the|attached|separate|"
    r"(?:\S+\s)?(?:page|section|chapter|annex|appendix|goal|objective|action|strategy|plan|report|comment)s?\b)))|"
    r"refer to|as above|same as|ditto|not applicable|(?:none|nil)(?=\W*$)|"
    r"to be (?:determined|confirmed)|no data(?=\W*$| (?:yet|available|reported|collected)\b)|"
    r"(?:impact |output )?weighting\W{0,5}$|"
    r"(?:data )?sources?(?: of (?:verification|data|information))?:?$|means of verification:?$)(?:\b|(?<=\W))",
    regex.IGNORECASE,
)
# "Photo by Jane Doe", "Rendering: Harbour Studio"
_CREDIT = regex.compile(
    r"(?:photo(?:graph)?s?|renderings?|images?|pictures?|illustrations?|graphics?)"
    r"(?: (?:credits?|courtesy(?: of)?))?(?: by)?\s?(?::|(?<=by|courtesy of)\s)",
    regex.IGNORECASE,
)
# "three have “not commenced”", "12 actions are “on track”": how many are in a state
_HOW_MANY_ARE = regex.compile(
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\s\p{L}+){0,2}\s(?:is|are|has|have)"
    r"(?:\s(?:been|in))?\s[“\"‘'][^”\"’']{2,60}[”\"’'][.,;]?$",
    regex.IGNORECASE,
)
# "● No progress ● Accomplished ➜ Continue ✖ Discontinue": what signs stand for, three at least on one line
_SIGNS = "●■◆▲▼○□◇△◐◑◔◕⬤★☆✔✓✅✖✗✘❌➜➔→⇧⇩⬆⬇🟢🟡🔴🟠🔵⚪⚫"
_LEGEND = regex.compile(rf"[{_SIGNS}]?[^{_SIGNS}.;:]{{2,30}}(?:[{_SIGNS}][^{_SIGNS}.;:]{{2,30}}){{2,}}$")


# "Describe up to five commitments that …", "List your measures here", "Please repeat the indicators of the goal": what
# a form asks of whoever fills it in; but "List the species as endangered"
_ASKS_WRITER = regex.compile(
    r"[(\[<]*(?:please\b|(?:describe|indicate|specify|enter|insert|list)\b(?=.{0,90}\b(?:goals?|objectives?|"
    r"commitments?|measures?|milestones?|actions?|targets?|indicators?|strategies|deliverables?|steps|activities)\b))",
    regex.IGNORECASE,
)
_FIRST_OF_REQUEST = frozenset("PpDdIiSsEeLl([<")


def _asks_writer(text: str) -> bool:
    return text[:1] in _FIRST_OF_REQUEST and _ASKS_WRITER.match(text) is not None


def says_nothing(text: str) -> bool:
    """Whether the text is all numbers, months, quarters and the words of a legend (the axis of a chart, an empty cell),
    explains signs, counts what is in a state, asks for what a form is to say, or only points elsewhere."""
    if not text.isascii() and _LEGEND.match(text):
        return True
    if _HOW_MANY_ARE.match(text) or _asks_writer(text):
        return True
    if (_ELSEWHERE.match(text) and len(text.split()) <= 6) or is_bare(text):
        return True
    if _CREDIT.match(text) and len(text.split()) <= 8:
        return True
    return all(_AXIS_WORD.match(token) for token in text.split())


# "These strategies will be executed through …", "The actions outlined below …", "Progress will be reported …"
_POINTS = regex.compile(
    r"(?:these|this|they|it|there|such|as an example|for (?:example|instance)|notes?:|\*?sources?:)(?:\b|\s)"
    r"|(?:all |the |above )*(?:targets?|actions?|measures?|objectives?|goals?|strategies|commitments?)"
    r" (?:in|of|under) this\b"
    r"|(?:the )?(?:following )?(?:tables?|figures?|charts?|box|map|exhibit|annex|appendix)(?: [\w.-]{1,6})?"
    r"(?: below| above| overleaf)? (?:lists?|shows?|sets? out|presents?|summari[sz]es?|gives?|describes?|contains?|"
    r"provides?|details?|outlines?|illustrates?)\b"
    # "Objectives are bold statements of what we want", "A key result is a metric that …": what the words mean
    r"|(?:an? )?(?:smart )?(?:objectives?|goals?|aims?|key results?|kpis?|okrs?|indicators?|milestones?|targets?) "
    r"(?:is|are) (?:an? |the |those )?(?:[\w-]+,? (?:and |or )?){0,6}?(?:definitions?|statements?|descriptions?|sets?|"
    r"metrics?|ways?|steps?|things?|outcomes? (?:that|which)|results? (?:that|which))\b"
    # "The team uses objectives and key results to give its work a direction."
    r"|(?!(?:every|each|all|ensure|make)\b)(?:we (?:use|follow)|(?:[\w’'&/.-]+ ){1,12}?(?:uses|follows)) "
    r"(?:[\w’'-]+ ){0,4}?(?:objectives and key results|okrs?)\b"
    # "The objectives that the office strives to achieve through its work." under `Objectives`
    r"|(?!.*\b(?:is|are) to\b)(?:the|these|those) (?:[\w/-]+ ){0,4}(?:objectives|goals|aims|outcomes|accomplishments|"
    r"priorities|actions|steps|activities|measures)(?:/ ?[\w -]{3,40})? (?:that |which )?(?:the|our|we|each|it|they)\b"
    r"[\w ’'-]{0,40}?\b(?:strives?|seeks?|aims?|hopes?|wants?|plans?|intends?|wishes|will take|takes?)\b[^:;]{0,120}$"
    # "The “Lead” column says who answers for the goal", "The numbers to the right of each goal show …"
    r"|the (?:[“\"‘'][^”\"’']{2,40}[”\"’'] (?:columns?|rows?|fields?|box(?:es)?)|(?:numbers?|letters?|icons?|symbols?|"
    r"colou?rs?) (?:to the (?:right|left)|beside|next to|in brackets|in the (?:margin|table))[^.;]{0,60}?) (?:also )?"
    r"(?:lists?|says?|tells?|shows?|describes?|explains?|refers?|indicates?|denotes?|represents?|gives?|names?)\b",
    regex.IGNORECASE,
)
_POINTS_LATER = regex.compile(
    r".{0,80}\b(?:outlined|listed|described|shown|set out)\s+(?:below|above|here)\b"
    # "The group will deliver the documents below."
    r"|.{0,80}\bthe (?:[\w-]+ )?\p{Ll}+s below\W*$"
    r"|.{0,80}\bwill be (?:used|reported|measured|monitored|reviewed|tracked|assessed)\b",
    regex.IGNORECASE,
)
_SIGNS_LATER = ("will be", "below", "above", "here")


def points(text: str) -> bool:
    """Whether a statement speaks of the plan's statements and makes none itself."""
    if _POINTS.match(text):
        return True
    folded = text.casefold()
    return any(sign in folded for sign in _SIGNS_LATER) and bool(_POINTS_LATER.match(text))


# "May 9, 2027 Status: The process will begin in June.", "Update (June 2027): …", "Progress to date: …"
_TELLS_PROGRESS = regex.compile(
    r"(?:\(?[\w/.-]{1,12}[ ,]{1,2}(?:\d[\w,/.-]{0,8}[ ,)–—-]{0,3}){0,2})?"
    r"(?:(?:current|latest|project|implementation|progress|status)\s)?(?:status|updates?|progress)"
    r"(?:\s(?:to date|so far|report|update|note|as of [\w ,/.-]{3,20}))?(?:\s\([^():]{3,30}\))?\s?:\s",
    regex.IGNORECASE,
)


def tells_progress(text: str) -> bool:
    """Whether a paragraph only tells how far something has come, behind a label that says so.

    >>> tells_progress("May 9, 2027 Status: The work will begin in June."), tells_progress("Status quo: bad")
    (True, False)
    """
    return ":" in text[:70] and _TELLS_PROGRESS.match(text) is not None
