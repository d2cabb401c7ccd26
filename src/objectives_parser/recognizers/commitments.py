"""Sentences of running text that promise something, told from forecasts, conditions and facts that name a date too."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.recognizers.wordings import DATE_FIRST, tells
from objectives_parser.records import Kind

_COMMITS = regex.compile(
    r"\b(?:(?P<will>will|shall)|(?<!\bto )commits? (?:itself )?to|(?:is|are) committed to|intends? to|"
    r"(?<!\b(?:a|the|its|this) )pledges? to|"
    r"(?:we|it) plans? to|(?P<aims>(?:is|are) (?:targeting|aiming (?:to|for|at)))|"
    r"(?P<set>(?:is|are) (?:now |currently |still )?(?:scheduled|planned|due|set|slated|on track|on course) "
    r"(?:to (?:be \p{L}+|start|begin|commence|open|launch|finish|conclude|go live)|"
    r"for (?:full |final |early )?(?:completion|publication|release|launch|delivery|adoption|"
    r"implementation|roll-?out|opening))|(?:is|are) expected to be (?:completed?|submitted|published|launched|adopted|"
    r"approved|finali[sz]ed|delivered|introduced|opened|operational|in place|ready))|"
    r"(?P<asks>(?:(?:i|we) (?:also |therefore )?(?:would like|expect|ask|require|want|look to|direct|instruct) "
    r"(?:that )?(?-i:(?:the )?\p{Lu}[\p{L}’'&-]*(?: (?:of|for|and|the|\p{Lu}[\p{L}’'&-]*)){0,5})|"
    r"i (?:expect|ask|require|want) you)"
    r"(?: to|(?= \p{Ll}+ (?:the|a|an|its|all|to|by|on)\b)))|"
    r"(?P<expects>(?:expects?|plans|aims?|seeks?) to|"
    r"(?:has|have) (?:also |now )?(?:committed|pledged|undertaken|agreed)(?: itself| themselves| ourselves)? to))\b",
    regex.IGNORECASE,
)
_DEADLINE_FIRST = regex.compile(r"(?:by|from|until|no later than|before)\s[^,;:.]{0,40}\d", regex.IGNORECASE)
_REACHED = regex.compile(r"\b(?:will|shall)\s+(?:already\s+)?have\b", regex.IGNORECASE)
_CONDITION = regex.compile(
    r"(?:\W*(?:if|when|once|should|although|while|unless|whether|assum\w+|given|according|based|supposing|"
    r"as an example|for (?:example|instance))\b)",
    regex.IGNORECASE,
)
# "(Transport) By 2030, …"
_IN_BRACKETS = regex.compile(r"^\([^()]{2,60}\)\s+")
_YEAR = regex.compile(r"(?:19|20)\d\d|\bFY|\d{1,2}/\d{1,2}", regex.IGNORECASE)
# "In 2010, power generation was responsible for …"
_STATES = regex.compile(r"[\w’' -]{2,60}?\s(?:is|are|was|were|has|have|had)\s")
_FOOTNOTE = regex.compile(r"^(?:\d{1,2}\s+\p{Lu}|\*)")
# What follows "will" where things happen by themselves and nobody promises: "will be challenging", "will depend on"
_NO_PROMISE = regex.compile(
    r"\s+(?:also\s+|then\s+|likely\s+|probably\s+)?(?:not\s+|be\s+[\d~$€£]|"
    r"be\s+(?:over|under|aged|older\s+than|younger\s+than)\s+\d+(?:\s+years)?(?=\W*$|[,;])|"
    r"be\s+(?:continued|driven|used|known|available|challenging|subject|considered|required|reported|necessary|able|"
    r"needed|difficult|based|included|affected|limited|the|an?|assessed|expected|likely)\b|"
    r"have\s+(?:no|an?|the|to)\b|(?:remain|depend|vary|include|need|require|result|occur|take\s+place|expire|apply|"
    r"continue\s+to\s+(?:be|grow|rise|increase|fall|decline|decrease)|"
    r"follow|mean|see|lead\s+to|cost|face|experience|represent|cause|exceed|become|come\s+into|enter\s+into)\b)",
    regex.IGNORECASE,
)
# "The Council will require that new buildings be metered", but "The scheme will require funding"
_REQUIRES = regex.compile(
    r"\s+(?:also\s+|then\s+)?require\s+(?!(?:a|an|more|additional|further|much|some)\b)", regex.IGNORECASE
)
# "By 2030, sales will be 25 % electric"
_REACHES = regex.compile(r"\s+be\s+(?:at\s+least\s+)?[\d~$€£]")
# What bodies promise, but things just do: "standards will reduce carbon pollution", "balances will transfer"
_HAPPENS = regex.compile(
    r"\s+(?:also\s+|then\s+|likely\s+|further\s+)?(?:be\s+(?:reduced|increased|doubled|lowered|consumed|withdrawn|lost|emitted|saved|avoided)\b|"
    r"(?:save|grow|rise|fall|drop|decline|decrease|increase|reduce|reach|come|last|generate|create|contribute|help|"
    r"make|allow|enable|benefit|bring|give|begin|start|end|transfer|peak|double|triple|get|go|avoid|"
    r"account|drive|support|total|average|affect|impact|change|retire|age|suffer|lack|lose|disappear)\b)",
    regex.IGNORECASE,
)
# "By 2030 the population will reach 52,000": what nobody brings about
_BY_ITSELF = regex.compile(
    r"\b(?:population|(?:sea|water) levels?|temperatures?|rainfall|precipitation|inflation|the economy|the world|"
    r"(?:number|share|proportion) of (?:people|persons|residents|households|inhabitants|children|older|elderly))\b"
    r"[^,]*$",
    regex.IGNORECASE,
)
# "The European Union aims to …", "The federal government has pledged to …" in another body's plan
_OF_OTHERS = regex.compile(
    r"\b(?:european union|eu|united nations|un|world|(?:federal|state|provincial|national|central) governments?|"
    r"national development (?:plan|strategy|agenda)|programme for government)\s*$",
    regex.IGNORECASE,
)
# "The pilot will begin in May 2026"
_BEGINS = regex.compile(r"\s+(?:also\s+|then\s+)?(?:begin|start|commence)\b", regex.IGNORECASE)
_UNDERTAKEN = regex.compile(
    r"\b(?:construction|works?|pilots?|trials?|roll-?out|consultations?|implementation|recruitment|training|delivery|"
    r"installation|building)\b[^,;]*$",
    regex.IGNORECASE,
)
# Words behind which a clause only tells of what somebody thinks, or of what a thing is: "assumes that we will …"
_SUBORDINATE = regex.compile(
    r"\b(?:that|which|who|whom|whose|where|whether|if|when|while|because|since|unless|although|as|than|what|how)\b"
    r"(?!\s+(?:a|part|of)\b)",
    regex.IGNORECASE,
)
_SAYS = regex.compile(
    r"\b(?:has |have )?(?:announced?s?|agreed?s?|decided?s?|ensures?|pledged?s?|committed)\s+that\b", regex.IGNORECASE
)
# "eight buildings on which the county plans to install panels": what a body plans, in a clause of its own
_IN_RELATIVE = regex.compile(
    r"\bwhich (?:we|it|they|the (?:city|county|state|council|agency|department|ministry|government|district|town|"
    r"authority|company|university|board)|\p{Lu}[\p{Lu}&]+) (?:also )?(?:plans?|intends?|aims?|expects?|commits?) to$",
    regex.IGNORECASE,
)
_BODY = regex.compile(
    r"\b(?:we|i|they|partners?|states?|governments?|agenc(?:y|ies)|departments?|minist(?:ry|ries|ers?)|cit(?:y|ies)|"
    r"count(?:y|ies)|towns?|boroughs?|villages?|councils?|offices?|bureaus?|teams?|staff|committees?|boards?|"
    r"commissions?|authorit(?:y|ies)|"
    r"countr(?:y|ies)|nations?|districts?|universit(?:y|ies)|colleges?|schools?|services?|compan(?:y|ies)|groups?|"
    r"organi[sz]ations?|leaders?|leadership|managers?|directors?|officers?|administrations?|divisions?|units?|"
    r"municipalit(?:y|ies)|institutions?|working groups?|task ?forces?|part(?:y|ies))\W*$",
    regex.IGNORECASE,
)
# Proper names that are no bodies: "The Agency Priority Goal will increase by 5 %", "Phase II will include …"
_NAMED_THING = regex.compile(
    r"\b(?:goals?|plans?|programs?|programmes?|projects?|acts?|strateg(?:y|ies)|phases?|systems?|reports?|"
    r"standards?|polic(?:y|ies)|initiatives?|targets?|measures?|stages?|[IVX]+|\d\S*|emissions?|GHGs?|census|test|"
    r"index|rates?|fund|budget|year|GDP|CO2|vehicles?|management|demand|population|production|growth|employment|"
    r"unemployment|sales|revenues?|costs?|prices?|traffic|usage|consumption|spending|expenditure|inflation|output|exports?|"
    r"imports?|capacity|enrol?lments?|attendance|savings?|jobs|generation|supply|participation|access|coverage|temperatures?|"
    r"investments?|incomes?|earnings|volumes?|levels?|numbers?|trends?|agreements?|conventions?|protocols?|directives?|"
    r"laws?|contracts?)\W*$",
    regex.IGNORECASE,
)
# "commits to reduce its emissions by 20 %", "will increase the share of women to 50 %": an end state in figures
_LEVEL = regex.compile(
    r"\W+(?:\p{L}+ly\s+)?(?:reduc|lower|cut|decreas|increas|rais|achiev|reach|attain|limit|generat)\p{L}*\s[^.;]{0,160}?"
    r"\b(?:\d[\d.,]*\s?(?:%|per\s?cent\b|(?:[kKMG]?t|Gg|tonnes?|tons?)\s?(?:of\s)?(?:CO|carbon))|by half\b)|"
    r"\W+(?:\p{L}+ly\s+)?(?:achiev|reach|attain|becom|be\s)\p{L}*\s?[^.;]{0,60}?"
    r"\b(?:net[- ]zero|(?:carbon|climate)[- ]neutral|zero[- ](?:waste|emissions?))",
    regex.IGNORECASE,
)
_CLAUSE_END = regex.compile(r"[;:,–—]\s")
_MAIN_CLAUSE_END = regex.compile(r"[;:–—]\s|,\s+(?:and|so|but)\s")
# "The Department of Health", "staff, in teams"
_ATTRIBUTE = regex.compile(r",\s|\s(?:of|for|in|under|with|from|to|by|at|on)\s")
_LEADING = regex.compile(
    r"^(?:(?:or |and )?(?:by|from|in|on|during|before|until|after|starting|over|throughout|at|through|to|with|within|"
    r"as|under|for|following|building|subject|no later than)\s[^,;:]{2,90}(?:,\s+(?:19|20)\d\d)?,\s+)+",
    regex.IGNORECASE,
)


def commitment_kind(text: str) -> Kind | None:
    """The kind of a sentence that promises something: what will be done is an action, what will have been reached a
    milestone, a quantity that will be brought to another level an objective; None for a sentence that promises nothing.
    """
    if not 6 <= len(text.split()) <= 60 or _FOOTNOTE.match(text) or _CONDITION.match(text) or text[:1].islower():
        return None
    text = _IN_BRACKETS.sub("", text)
    date = DATE_FIRST.match(text)
    if date and _YEAR.search(date.group()) and tells(text) and not _STATES.match(text, date.end()):
        return "action"
    first = _first_promise(text)
    if first is None:
        return None
    if _REACHED.match(text, first.start()) or first.group("set") is not None:
        return "milestone"
    aims = first.group("aims") is not None or _of_the_plan(text, first)
    return "objective" if aims or _LEVEL.match(text, first.end()) else "action"


# "With projections of growth through 2025, the department intends to …": the date is not the promise's
_CIRCUMSTANCE = regex.compile(
    r"^(?:with|due to|because of|despite|thanks to|owing to|in light of|in view of)\s[^;.]{5,200}?,\s+"
    r"(?=(?:the|we|our|this|these)\b|\p{Lu})",
    regex.IGNORECASE,
)


def without_circumstance(text: str) -> str:
    """The sentence without the circumstance that it begins with."""
    return str(_CIRCUMSTANCE.sub("", text))


def promises(text: str) -> bool:
    """Whether the text says what somebody will do or what will be done: `Digital Leaders will lead on …`."""
    return _first_promise(text) is not None and not _CONDITION.match(text)


def _first_promise(text: str) -> regex.Match[str] | None:
    return next((found for found in _COMMITS.finditer(text) if _is_somebodys(text, found)), None)


def _is_somebodys(text: str, found: regex.Match[str]) -> bool:
    if _is_main(text, found):
        return _is_promised(text, found)
    return _IN_RELATIVE.search(text, 0, found.end()) is not None


def _is_main(text: str, found: regex.Match[str]) -> bool:
    """Whether the promise is the sentence's own and not that of a clause that tells of something else."""
    clause = _CLAUSE_END.split(text[: found.start()])[-1]
    if _SAYS.search(clause):
        return True
    return not _SUBORDINATE.search(clause)


def _is_promised(text: str, found: regex.Match[str]) -> bool:
    """Whether somebody promises it: a body does, or a deadline stands in front; things that happen are forecasts."""
    if found.group("expects") is not None and _OF_OTHERS.search(text, 0, found.start()):
        return False
    if found.group("expects") is not None or found.group("aims") is not None:
        return _by_a_body(text, found.start()) or _of_the_plan(text, found)
    if found.group("asks") is not None or found.group("will") is None:
        return True
    if _HAPPENS.match(text, found.end()) and _BY_ITSELF.search(_CLAUSE_END.split(text[: found.start()])[-1]):
        return False
    if _REQUIRES.match(text, found.end()):
        return _by_a_body(text, found.start())
    if _NO_PROMISE.match(text, found.end()):
        return bool(_DEADLINE_FIRST.match(text)) and bool(_REACHES.match(text, found.end()))
    if not _HAPPENS.match(text, found.end()) or _DEADLINE_FIRST.match(text) or _by_a_body(text, found.start()):
        return True
    return _BEGINS.match(text, found.end()) is not None and _UNDERTAKEN.search(text, 0, found.start()) is not None


# "The strategy aims to …", "This programme plans to …", but "The state's strategy", "The 2019 plan of the region"
_PLAN = regex.compile(
    r"(?:the|this|our)\s(?:\p{Ll}[\w-]+\s){0,2}(?:strategy|plan|programme|program|initiative|policy|framework|"
    r"road ?map)\s",
    regex.IGNORECASE,
)
_BY_YEAR = regex.compile(
    r"\bby\s(?:the\s)?(?:(?:end|middle|close)\sof\s)?(?:\p{L}+\s)?(?:FY\s?)?20\d\d", regex.IGNORECASE
)


def _of_the_plan(text: str, found: regex.Match[str]) -> bool:
    """`The strategy aims to reach half of all homes by 2030`: an aim of the plan at hand, with its deadline."""
    if found.group("expects") is None or not text.startswith(("The ", "This ", "Our ")):
        return False
    return _PLAN.fullmatch(text, 0, found.start()) is not None and _BY_YEAR.search(text, found.end()) is not None


def _by_a_body(text: str, end: int) -> bool:
    subject = _MAIN_CLAUSE_END.split(_LEADING.sub("", text[:end]))[-1]
    subject = _ATTRIBUTE.split(subject.strip(), maxsplit=1)[0]
    if _BODY.search(subject):
        return True
    last = subject.split()[-1] if subject.split() else ""
    if subject == last and last.endswith("ing"):
        return False  # "Moving to clean power by 2050 will require partnerships"
    return last[:1].isupper() and not _NAMED_THING.search(subject)
