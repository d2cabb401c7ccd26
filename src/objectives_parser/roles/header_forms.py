"""The forms of headers and headings: stretches of time, numbering, brackets, questions, and their words."""

from __future__ import annotations

import re

from objectives_parser.roles.words import word_list

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
YEAR = (
    r"(?:fy|cy)? ?'?(?:19|20)\d\d(?: ?[-–/] ?(?:fy ?)?(?:(?:19|20)?\d\d))?|"
    r"fy ?'?\d\d(?: ?[-–/] ?(?:fy ?)?'?\d\d)?"
)
QUARTER = (
    r"(?:q|qtr\.? ?|quarter )[1-4](?: ?[-–] ?q?[1-4])?|h[12]|(?:1st|2nd|3rd|4th|first|second|third|fourth) "
    r"(?:quarter|qtr|year|half)"
)
SPAN = (
    r"(?:year|yr|phase|y) ?\d|m ?\d{1,2} ?[-–] ?m? ?\d{1,2}|(?:years?|yrs?) \d{1,2} ?(?:[-–+]|to) ?\d{0,2}|"
    r"(?:short|medium|mid|middle|near|long)(?:[- ](?:term|range))?(?: ?\([^()]{1,20}\))?|"
    r"(?:immediate|ongoing)(?:[- ]term)?"
)
# "2020-2025", "FY 2018", "Q1", "Jan 2018", "Year 1", "by 2030": the column is a stretch of time.
PERIOD = re.compile(
    rf"(?:by |end |mid |start )?(?:(?:{QUARTER})(?:[ ,/]*(?:{YEAR}))?|(?:{YEAR})(?:[ ,/]*(?:{QUARTER}))?|"
    rf"{MONTH}(?:[ -](?:{YEAR}|\d\d))?|{SPAN}|2\d/[23]\d)",  # `25/26`
    re.IGNORECASE,
)
# "Now (2026)", "Next: 2027-28", "Later (2029+)": how far ahead the columns of a roadmap look
HORIZON = re.compile(
    r"(?:now|next|soon|later|future|beyond)\s?[(:–—-]\s?(?P<said>20\d\d[^()]{0,12}?)\+?\)?", re.IGNORECASE
)
NUMBERING = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.):](?=\s)\s*|[•▪●◦*#-]+\s+)", re.IGNORECASE
)
# "Part 2: Leadership objectives:": the section's own number says nothing of what stands in it.
SECTION = re.compile(
    r"^\s*(?:part|section|chapter|phase)\s+(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})\s?[:.–—-]\s+",
    re.IGNORECASE,
)
BRACKET = re.compile(r"[(\[]")
BRACKETS = re.compile(r"[(\[][^()\[\]]{0,200}[)\]]")
# "What (objective)", "How (key activities)": the bracket says what the question asks for
ASKED = re.compile(r"(?:what|how|who|when|why|where)\s?\??\s?[(\[](?P<said>[^()\[\]]{3,60})[)\]]\??", re.IGNORECASE)
NOTE_MARK = re.compile(r"(?<=[A-Za-z]{6})\d$")  # `Indicators1`: a note's mark that text does not raise
TRAILING_NUMBER = re.compile(
    r"\s+(?:for )?#?(?:DP[OLF]-?\d|\d{1,2}(?:\.\d{1,2})*|(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?|fy ?\d{2,4})$",
    re.IGNORECASE,
)
# "Action Plan from May 2022", "Actions for the coming year", "Priorities this term": when all of it is to be done
_SEASON = r"spring|summer|autumn|fall|winter"
_DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH}|{_SEASON})[ ,]+(?:\d{{1,2}}, )?)?(?:{YEAR})"
_TERM = (
    r"(?:(?:the|this|next) )?(?:(?:coming|next|current|new|school|academic|financial|fiscal|calendar|municipal) ){0,2}"
    r"(?:year|term|semester|quarter)(?: ahead)?"
)
WHEN = re.compile(
    r"[ ,(]+(?:to be (?:completed|finished|started|begun|taken|implemented) )?"
    r"(?:(?:updated|as (?:at|of)|for|from|in|during|of|to|until|by|before|starting) )*"
    rf"(?:{_DATE}(?: ?(?:-|–|to|until) ?{_DATE})?|{_TERM})(?: (?:school|financial|fiscal|academic) year)?\)?$",
    re.IGNORECASE,
)
TIMES = ("year", "ahead", "term", "semester", "quarter", ")")
# "2020 Target", "FY18 milestones": the year says of when the column is.
LEADING_YEAR = re.compile(
    r"^(?:(?:19|20)\d\d(?:[-–/]\d{2,4})?|fy ?\d{2,4}(?:[-–/]\d{2,4})?|q[1-4])\s+(?=\D)", re.IGNORECASE
)
# "Description of deliverable", "Name of indicator": what follows says what stands in the column.
SAID_OF = re.compile(
    r"^(?:(?:brief|short|full) )?(?:description|name|title|wording|text|statement|list|details?|summary|overview) of "
    r"(?:the )?(?=\w)",
    re.IGNORECASE,
)
# "Type of support needed": of what stands there more is said, and it groups nothing
KIND_OF = re.compile(r"(?:type|kind|form|category|class)s? of (?:the )?(?=\w)", re.IGNORECASE)
DETERMINERS = word_list("determiners")
JOINTS = frozenset(("and", "/", "or"))
RESULTS = frozenset(("output", "result", "deliverable"))
# Words that begin a plan's statements and hardly ever a header: "Develop performance measures" is a body cell.
STATEMENT_VERBS = word_list("statement-verbs")
SENTENCE_WORDS = word_list("sentence-words")
# Modifiers with which even an ordinary word announces a list: "Key outcomes", "Strategic Priorities".
PLAN_MODIFIERS = word_list("plan-modifiers")
TOPICS = word_list("topics")
SURELY_SAID = 0.7
SURELY_HEAD = 0.8
LONGEST_HEADER = 24
LONGEST_TIMED = 120  # characters
COLON_OR_DASH = re.compile(r":|\s[–—-]\s")
COLON_OR_LONG_DASH = re.compile(r":|\s[–—]\s")
# "Goal 2 Clean water"
NUMBERED_STATEMENT = re.compile(r"\b(?:goal|objective|action|strategy|priority|outcome)\s+\d", re.IGNORECASE)
# "Sub-goals: By September 2029, the agency will": a name, and the beginning of the sentences under it
LEADING_ENDS = (" will", " to", " shall")
# "Action steps What will be done?", "WHO? Who needs to be involved?", "Lead - who?": a name and what it asks for
NAME_ASKED = re.compile(
    r"(?P<name>[A-Z][^?:\d]{0,40}?)(?:\?\s+|:\s+|\s[–—-]\s|\s+(?=[A-Z]))"
    r"(?P<asks>(?:By\s+)?(?:[Ww]hat|[Ww]ho|[Ww]hom|[Ww]hen|[Hh]ow|[Ww]hich|[Ww]here)\b.*\?.*)$"
)
# "Impact (how will we know?)": a name, and in brackets what it asks for
NAME_AND_ASKED = re.compile(
    r"(?P<name>[A-Z][^?:()]{2,40}) \((?P<asks>(?:[Ww]hat|[Ww]ho|[Ww]hen|[Hh]ow)\b[^()]{3,60}\?)\)"
)
LEADING_HEADER = re.compile(r"(?P<name>[^:]{3,40}):\s+(?P<lead>.{4,90})$")
# "This year we will", "So, in 2027 the council will": what the sentences below go on with
PROMISES = re.compile(
    r"(?:(?:therefore|so|thus|hence|accordingly|instead|now|next|then),?\s)?"
    r"(?:(?:in|by|this|during|over|from|for|to|next)\b[^:;.?]{0,40}?,? )?"
    r"(?:we|i|the \w+(?: \w+){0,2}|our \w+)(?:'ll| will| shall)(?P<reached> have)?$",
    re.IGNORECASE,
)
PROMISE_ENDS = ("will", "shall", "'ll", "will have")
# "What the council will do", "How our department plans to deliver this"
WILL = frozenset(("will", "shall", "should", "must", "plan", "intend", "need"))
WHAT_IS_DONE = frozenset(("do", "deliver", "take", "undertake", "provide", "make", "implement"))
HOW_IT_IS_DONE = frozenset(("do", "deliver", "achieve", "reach", "meet", "implement"))
IS_DOING = frozenset((be, f"{deed.rstrip('e')}ing") for be in ("is", "are") for deed in HOW_IT_IS_DONE - {"do"})
LONGEST_BODY = 7  # tokens up to what it will do
# "Metric #", "DP code", "Finding ref.": the numbers of what is named
NUMBERED = re.compile(r"(?P<of>[\w&/ -]{2,30}?) ?(?:#|\bno\.?|\bref\.?|\bid|\bcode)$", re.IGNORECASE)
OF_PLACES = re.compile(
    r"(?:parent|post|postal|zip|area|phone|tel|fax|contact|dress|country|colou?r|cost|budget|account)$", re.IGNORECASE
)
BEGINS_VALUE = re.compile(r"[\d$£€≥≤<>]")
