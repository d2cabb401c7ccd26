"""The wordings of sentences that announce a list, as patterns."""

from __future__ import annotations

import re

# "Energy efficiency measures include", "measures to be taken are": what is taken, not what is read off.
MEASURES_TAKEN = re.compile(
    r"\b(?:mitigation|adaptation|polic(?:y|ies)|(?:energy )?efficiency|energy saving|(?<!quality )control|corrective|"
    r"(?:protect|prevent|preventat|correct)ive|protection|prevention|conservation|resilience|reduction|remedial|support|"
    r"(?:mitigation|adaptation)[- ]related|response|technical|legislative|regulatory|fiscal|concrete|practical|"
    r"additional|specific|priority|prioriti[sz]ed|proposed|planned|envisaged|sectoral|complementary|urgent|"
    r"identifies|adopt(?:ed|s)?|tak(?:en|es?|ing)|implement(?:ed|s|ing)?|following)\s+"
    r"(?:the following )?(?:and \w+ )?"
    r"measures\b(?! of\b)|"
    r"\bmeasures to (?!be\b|track|assess|monitor|gauge|evaluate|measure|judge|determine|show|tell)\w+|"
    r"(?<!performance )(?<!success )(?<!outcome )(?<!output )(?<!impact )(?<!quality )(?<!key )\bmeasures "
    r"(?:(?:that |which )?(?:will|shall|can|should|must|are|have|were|could|need|needs) |to )?"
    r"(?:to )?(?:also )?(?:be |being )?(?:tak(?:en?|ing)|implement(?:ed)?|adopt(?:ed)?|introduced?|put in place|"
    r"undertaken|carried out|pursued?|planned|proposed|envisaged|foreseen|considered|identified|prioriti[sz]ed)\b",
    re.IGNORECASE,
)
# "achieve this objective by", "in support of our goals through": what follows are the ways to it.
WAYS_TO = re.compile(
    r"\b(?:achiev|support|meet|reach|realis|realiz|deliver|advanc|fulfil|accomplish|attain|pursu|contribut)\w*\s+"
    r"(?:to\s+)?"
    r"(?:this|these|the|its|our|their|that|those|each)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:goals?|objectives?|aims?|targets?|outcomes?|priorit(?:y|ies)|ambitions?|commitments?|vision|mission)\b"
    r"[^.:]{0,60}?\s*(?:by|through|include|includes|are|as follows|will|"
    r"(?:necessary|needed|required|important|essential) to)\s*[:–—-]?\s*$",
    re.IGNORECASE,
)
# The noun that the list is of, where its items state nothing that anybody does or wants.
THINGS = re.compile(
    r"\b(?:resources?|types?|kinds?|data|datasets?|sectors?|areas?|gases|gasses|organi[sz]ations?|members?|partners?|"
    r"stakeholders?|sources?|principles?|considerations?|reasons?|examples?|assumptions?|documents?|categories|groups?|"
    r"people|agencies|departments?|institutions?|countries|factors?|axes|headings?|sections?|chapters?|information|"
    r"(?<!success )criteria|questions?|topics?|issues?|findings?|features?|functions?|benefits?|tables?|"
    r"figures?|lessons?)\b"
    r"(?:\s+(?:of|for|from|to|in|on|with|at|as|and|that|which)\s+(?!(?:be|do|make|help)\b)[^.:,;]{1,50}?)?\s*"
    r"(?:(?:are|is|include|includes|including|as follows|such as|was|were|below|here)\s*)*[:–—-]?\s*$",
    re.IGNORECASE,
)
# "Priority actions in the water sector include:": the list is of what stands before the preposition
OF_THINGS = re.compile(
    r"\b(?:in|of|for|across|within|under|during)\s(?:(?!(?:following|below)\b)[\w’'-]+\s){0,4}[\w’'-]+\s+"
    r"(?:are|is|include|includes|comprise|comprises)\s*(?:the following|as follows)?\s*[:–—-]?\s*$",
    re.IGNORECASE,
)
# "Reengineering Address Canvassing:" names the piece of work that its items belong to.
CAPTION = re.compile(
    r"(?!(?:for|in|this|these|such|note|see|source|the following|as|with|of)\b)(?=[A-Z])"
    r"(?:(?!(?:is|are|was|were|has|have|had|to|by|will|shall|must|include|includes|including|can|may|following|that|i|we|"
    r"you|they|it|also|should|need|needs)\b)"
    r"[\w’'&/()-]++[ ,]*+){1,7}:\s*",  # possessive: a word is never tried in pieces
    re.IGNORECASE,
)
# What a body's work is parted into; the items tell whether deeds or topics: "in three focus areas:", "elements of it:"
PARTS = re.compile(
    r"\b(?:(?:focus |key |priority |action |work )?areas?|axes|pillars?|fronts|ways|strands|components|elements|"
    r"efforts?)\b"
    r"(?:\s(?:of|for|in|during|to)\s[^.:,;]{2,60}?)?(?: (?:are|is|include|includes|below))*\s*[:–—-]?\s*$",
    re.IGNORECASE,
)
# "is informed by", "is based on": what has been the case, however it ends.
RESTS_ON = re.compile(
    r"\b(?:is|are|was|were|been)\s+(?:\w+ly\s+)?"
    r"(?:informed|guided|based|governed|underpinned|supported|driven|led|shaped|complemented|"
    r"caused|affected|defined|characteri[sz]ed|described|summari[sz]ed|listed|shown|composed|made up|"
    r"divided|organi[sz]ed|grouped|structured|represented|accompanied|followed|chaired|attended|funded|overseen|signed)\s*"
    r"(?:by|on|upon|in|into|as|of|under|around|below|as follows)?\b"
    r"[^.]{0,60}$",
    re.IGNORECASE,
)
# The noun at the very end is what is listed: "The goal is supported by the following actions:".
ENDS_IN_ACTIONS = re.compile(
    r"\b(?:actions|activities|steps|initiatives|tasks|commitments|recommendations|interventions|promises|pledges|"
    r"scope of work)"
    r"\s*[:–—-]?\s*$",
    re.IGNORECASE,
)
# "To deliver this objective, the following actions will be taken:"
FOLLOWING_ACTIONS = re.compile(
    r"\bfollowing (?:[\w-]+ ){0,2}(?:actions|activities|steps|initiatives|commitments|interventions|tasks|projects)\b",
    re.IGNORECASE,
)
# "The following actions have been identified:", "Three priorities were agreed for the year:": chosen to be done
_CHOSEN = (
    r"(?:(?:has|have) been|was|were|are|is)\s+(?:\w+ly\s+|also\s+)?(?:identified|agreed(?: up)?on|agreed|set(?: out)?|"
    r"adopted|selected|chosen|proposed|planned|scheduled|prioriti[sz]ed|established|defined|approved|recommended|"
    r"drawn up|formulated|decided(?: on)?)\b(?:(?!following)[^.:]){0,80}:?\s*$"
)
_NAMED = {
    "action": r"actions|activities|steps|initiatives|tasks|commitments|projects|recommendations|interventions|"
    r"action (?:items|points)|strategies|investments|reforms|"
    r"(?:mitigation|adaptation|policy|priority|response|resilience|reduction|following) (?:measures|options)(?! of\b)",
    "objective": r"goals|objectives|aims|priorities|outcomes|ambitions|targets",
    "measure": r"indicators|metrics|kpis|(?:success|performance) (?:measures|criteria)|measures of success",
    "milestone": r"milestones|deliverables",
}
CHOSEN = re.compile(
    r"\b(?:" + "|".join(rf"(?P<{kind}>{nouns})" for kind, nouns in _NAMED.items()) + r")"
    r"(?:\s(?:of|for|to|in|that|which)\s[^.:]{2,80}?|\s(?:that|which))?\s+" + _CHOSEN,
    re.IGNORECASE,
)
# "The following ones have been identified:", behind the sentence that says what
CHOSEN_ONES = re.compile(r"^the following(?: ones| items)?\s+" + _CHOSEN, re.IGNORECASE)
NAMED = re.compile(
    r"\b(?:" + "|".join(rf"(?P<{kind}>{nouns})" for kind, nouns in _NAMED.items()) + r")\b", re.IGNORECASE
)
# "Here are the goals that action plans were prepared for:"
HERE_ARE = re.compile(
    r"^(?:here|below|these|listed below|the following) are (?:the|our|its|their|all)\s(?:(?!of\b)[\w-]+\s){0,3}?(?:"
    + "|".join(rf"(?P<{kind}>{nouns})" for kind, nouns in _NAMED.items())
    + r")\b(?! of success)[^.:]{0,80}:\s*$",
    re.IGNORECASE,
)
FOCUS = re.compile(
    r"\b(?:will|shall) (?:\w+ly )?(?:focus|concentrate|work|act|prioriti[sz]e|priority)\b", re.IGNORECASE
)
KIND_NOUN = re.compile(
    r"\b(?:actions?|activit(?:y|ies)|steps?|initiatives?|commitments?|interventions?|strategies|goals?|objectives?|aims?|"
    r"outcomes?|priorit(?:y|ies)|measures?|indicators?|milestones?|deliverables?|targets?)\b",
    re.IGNORECASE,
)
# A sentence left open for its list: ends with a colon, or with words that want something after them.
OPEN_END = re.compile(
    r"(?:[:：]|\b(?:through|by|includ(?:e|es|ing)|the following|will|to|are|is|need|as follows|such as|that|supports?|"
    r"and|we|with|for))"
    r"\s*[-–—…]*\s*$",
    re.IGNORECASE,
)
# What such a sentence ends in, to pass over the others without a search.
OPEN_ENDS = (
    ":", "：", "through", "by", "include", "includes", "including", "following", "will", "to", "are", "is", "need",
    "follows", "as", "that", "support", "supports", "and", "we", "with", "for",
)  # fmt: skip
# "Performance against this objective will be assessed on the basis of:", "I will know I have succeeded when:"
JUDGED = re.compile(
    r"^(?:overall |my |our |the |his |her |its |their )?(?:progress|performance|success|achievement|delivery|impact|"
    r"objectives?|this|it|these objectives|(?:this|the|each) (?:objective|goal|aim|priority|outcome))\b[^.:]{0,60}?\b"
    r"(?:will|shall|is|are|to)\s(?:(?:be|have been|being)\s)?(?:\w+ly\s)?"
    r"(?:(?:measured|assessed|judged|tracked|evaluated|gauged)\s(?:by|through|using|against|on|in|with|via|if|when|as)\b|"
    r"(?:monitored|reviewed|reported)\s(?:against|using|with)\b|"
    r"(?:met|achieved|deemed|considered|regarded)\b(?=[^.:]{0,30}\b(?:if|when|where)\b))"
    r"|^(?:I|we|you) (?:will|shall) (?:also |regularly )?(?:track|measure|monitor)\s*:\s*$"
    r"|^(?:I|we|you) (?:will|shall|are to) be (?:measured|judged|assessed) (?:on|by|against)\s*:\s*$"
    r"|^(?:I|we) (?:will|shall) (?:track|measure|monitor|assess|judge) (?:this|it|that|these|our \w+|success|progress)"
    r"(?: (?:by|through|with|using|against))?\s*:\s*$"
    r"|^(?:I|we|you|he|she|they|ministers?|the [\w ]{3,40}) will know\b[^.:]{0,60}\b(?:if|when|because|by)\b",
    re.IGNORECASE,
)
MEASURES = re.compile(
    r"\b(?:measured (?:by|through|with|using|against)|measure (?:our |its |the |their )?"
    r"(?:success|progress|performance|impact)|"
    r"measures? (?:of|for|we|will|are|include)|(?:key |performance |success )?indicators?\b|"
    r"metrics?\b|kpis?\b|\b(?:will|shall) (?:measure|track)\s*:\s*$|"
    r"(?:judge|assess|gauge) (?:our |its |the |their )?(?:success|progress|performance|impact)|"
    r"evidence of (?:our )?(?:success|impact|progress|achievement)\s*(?:(?:is|are|includes?)\s*)?:|"
    r"key results?\s*(?:(?:are|is|include|includes)\s*)?:\s*$|"
    r"success (?:will|is|looks|criteria|measures?)|know (?:that |when |if )?(?:we|it|this|you)|demonstrated (?:by|"
    r"through)|evidenced by)",
    re.IGNORECASE,
)
# "Priority projects include:", "Priority will be given to:": the word ranks, and names nothing
_RANKS = (
    r"(?!\s+(?:[\w-]+\s+){0,2}?(?:actions?|activit(?:y|ies)|measures?|projects?|program(?:me)?s?|interventions?|"
    r"initiatives?|tasks?|steps?|investments?|reforms?|options?)\b|\s+(?:will|shall|is to|should) be\b)"
)
OBJECTIVES = re.compile(
    rf"\b(?:goals?|objectives?|aims?|priorit(?:y{_RANKS}|ies)|outcomes?|ambitions?|"
    r"(?:medium|long|short)-term targets)\b[^.]{0,60}?\b(?:are|is|include|to|"
    r":)(?=\s*[:–—-]|\s*$|\s+(?:to|the|as)\b)|"
    r"\b(?:expected|intended|desired|anticipated|planned) results(?:\s*:|\b[^.:]{0,50}\b(?:are|include)\s*:)\s*$|"
    # "The main targets by 2030 include:", "Targets to be achieved:", not "The targets were not met for these reasons:"
    r"^(?:by \d{4},? )?(?=\w+ )(?:(?!(?:to|with|of|against|by|for|in|from|under|towards?|on|than)\b)[\w’'-]+ ){0,6}"
    r"targets\b(?! (?:were|was|not)\b)[^.:]{0,70}:\s*$|"
    r"\b(?:our|key|these|national|the following) targets\b[^.]{0,60}:\s*$|"
    r"\b(?:aim|want|seek|hope|aspire|strive|wish)(?:s|es)? to\s*:?\s*$|\bexpects? to (?:see|achieve|reach)\s*:\s*$|"
    r"\b(?:strategic|policy) orientations\b[^.:]{0,50}:\s*$|"
    r"\bwe want\s*:\s*$|"
    r"\b(?:goals?|objectives?|aims?|priorities|outcomes?)\s*:\s*$",
    re.IGNORECASE,
)
MILESTONES = re.compile(
    r"\b(?:milestones?|deliverables?)\b|"
    r"\b(?:key|main|expected|planned|following|project|programme|major|principal) outputs\b[^.:]{0,60}"
    r"\b(?:are|include|delivered|produced|expected|achieved)\b",
    re.IGNORECASE,
)
# "GDS will:", "We therefore plan to:": whoever it is, the bullets are what they do.
PROMISES = re.compile(
    r"\b(?:will|shall|must|plans? to|intends? to|commits? to|going to|agree[sd]? to|undertakes? to|"
    r"(?:pledge|promise)s? to|proposes? to|foresees? to|resolves? to|endeavou?rs? to|"
    r"(?:is|are) (?:planned|proposed|intended|envisaged|foreseen) to|"
    r"(?:has|have) (?:committed|agreed|pledged|undertaken|decided|resolved) to)"
    r"(?: (?:also|now|further|then|therefore|continue to|help|work to|seek to|need to)){0,3}\s*[:–—-]?\s*$",
    re.IGNORECASE,
)
# "In pursuit of this aim, the Ministry will undertake the following:", "The plan foresees:", "Interventions to address
# these challenges include:": deeds, whatever else the sentence names
DEEDS = re.compile(
    r"\b(?:will|shall) (?:\w+ly )?(?:undertake|do|take|carry out|implement|deliver|adopt|pursue) the following\b"
    r"[^.:]{0,40}:\s*$|"
    r"\b(?:plan|strategy|program(?:me)?|policy) (?:foresees|envisages|proposes|provides for)\s*:\s*$|"
    r"^(?:\w+ ){0,3}(?:actions|measures|interventions|steps|activities|strategies|initiatives) (?:that |which )?"
    r"(?!taken\b)(?:\w+ )?(?:to |for )?(?:address|overcome|tackle|reduc|mitigat|manag|counter|respond)\w*\b"
    r"[^.:]{0,60}:\s*$",
    re.IGNORECASE,
)
# "The plan has been organised around five strategic priorities:"
AROUND_AIMS = re.compile(
    r"\b(?:built|organi[sz]ed|structured|articulated|arranged|centred|centered) (?:around|on|upon|into)\b[^.:]{0,40}"
    r"\b(?:goals|objectives|priorities|aims|outcomes|ambitions)\s*:\s*$",
    re.IGNORECASE,
)
# The noun that names the list stands near its end: "activities to support these efforts include the following".
ACTIONS = re.compile(
    r"\b(?:actions?|activit(?:y|ies)|steps?|initiatives?|tasks?|commitments?|recommendations?|interventions?|strategies|"
    r"(?:planned|future|upcoming) (?:work|projects)|work planned|reforms|work (?:program(?:me)?|plan)|"
    r"(?:planned|priority|proposed|flagship|key) (?:projects|program(?:me)?s|investments)|"
    r"(?:adaptation|mitigation|policy|intervention|response|proposed|priority) options)\b"
    r"[^.]{0,90}$|"
    r"\b(?:will|shall|commits? to|plans? to|intends? to|going to|agree[sd]? to|working to|"
    r"(?:we|agency|department|county|city|council|government) (?:are|is))\b",
    re.IGNORECASE,
)
# "Under the Act, the Authority must:", "To apply you must:": a duty, which nobody takes on here; "we must:" does.
DUTY = re.compile(r"\b(?:must|are required to|is required to|requires? [\w ]{2,40} to)\s*[:–—-]?\s*$", re.IGNORECASE)
# "Objective 2:", but "Priorities for 2027:"
LABEL_ALONE = re.compile(
    r"\s*(?![\w-]+\s+(?:for|from|in|by|of|to)\s)"
    r"(?:[\w-]+\s+){0,2}#?\d+(?:\.\d+)*\s*:\s*$"
)
# "To mitigate emissions, the State by:", "Delivering services that meet user needs, through:": aim, then ways.
AIM_THEN_WAYS = re.compile(
    r"^\s*(?:to\s+\w+|[a-z]+ing\b|(?:we|the)\b.*?\b(?:will|aims?|goals?|plans?)\b|[a-z]+e?\b).*\b(?:through|"
    r"by)\s*[:–—-]?\s*$",
    re.IGNORECASE,
)
# What is, was or may be, and what groups what follows, announces no statements: "We do that by", "grouped under".
NO_KIND = re.compile(
    r"\bwe do (?:that|this|so) by\b|\bgrouped (?:under|into|in)\b|\bunder (?:\w+ )?(?:headings?|themes?|pillars?)\b|"
    r"\bwe need\s*:?\s*$|\breports? (?:back )?(?:on|about)\s*:\s*$|"
    r"\b(?:has|have|had) (?:not )?(?:been|already|also|included|taken)\b|"
    r"\b(?:has|have|had)(?: also| already)?\s*[:–—-]?\s*$|"
    r"\b(?:is|are) (?:\w+ly )?(?:assisted|supported|driven|led|caused|governed|informed|affected|guided|underpinned|"
    r"overseen|complemented|determined|influenced|represented|funded|defined|limited) (?:by|through)\s*[:–—-]?\s*$|"
    r"\b(?:was|were)\b(?=[^.]{0,100}$)|\binclud(?:ed)\b|\bfor example\b|"
    r"\bsuch as\b|\b(?:principles?|values|challenges?|risks?)\b[^.]{0,25}$|"
    # "Each action plan has the same format:", "Goals and actions are defined as follows:": how the plan is to be read
    r"\b(?:same|common|similar|following|standard) (?:format|structure|layout|template|pattern)\s*[:–—-]?\s*$|"
    r"\b(?:methodology|methods?|surveys?|consultations?|(?:planning|review|drafting) process|preparation)\b[^.:]{0,60}"
    r"\b(?:consist\w*|compris\w+|involv\w+|includ\w+|ha[sd]|follow\w*)\b[^.:]{0,40}:\s*$|"
    r"\b(?:is|are) (?:\w+ly )?(?:differentiated|distinguished|defined|explained|rated|scored)\b[^.]{0,40}:\s*$|"
    # "The committee considered the draft and requested the following changes:": minutes, of the plan's wording
    r"\b(?:requested|suggested|proposed|sought|made|noted|agreed|recommended|asked for) (?:the )?following (?:\w+ )?"
    r"(?:changes|amendments|alterations|corrections|edits|revisions)\b[^.:]{0,60}:\s*$",
    re.IGNORECASE,
)
# "The following steps were recommended to outline it:", "Specific initiatives have been identified:": found, not done.
FOUND = re.compile(
    r"\b(?:actions|activities|steps|initiatives|tasks|recommendations|interventions|projects)\b"
    r"(?: [\w’'-]+){0,6} (?:were|have been|are being)\s+(?:also |\w+ly )?"
    r"(?:identified|recommended|proposed|agreed|suggested|prioriti[sz]ed|planned|put forward)\b[^.:]{0,90}:\s*$",
    re.IGNORECASE,
)
# "Members are encouraged to:", "It is recommended that the Council:", "The city should:", "The Minister expects the
# Authority to:": what others are asked to do.
ASKS = re.compile(
    r"\b(?:is|are) (?:also |strongly )?(?:encouraged|invited|asked|urged|called (?:up)?on|advised|expected) to"
    r"\s*:?\s*$|"
    r"\b(?:expects?|asks?|directs?) (?:the |you\b|all |each |its |my |our )[\w ’'-]{0,60}?\bto\s*:?\s*$|"
    r"\b(?:I|we) (?:would like|want|wish|expect|ask|look to) [^.:]{2,60}? to\s*:\s*$|"
    r"\b(?:recommends?|recommended that)\b[^.:]{0,60}:\s*$|"
    r"\b(?:we|cit(?:y|ies)|towns?|count(?:y|ies)|councils?|states?|governments?|departments?|communit(?:y|ies)|agenc(?:y|ies)|"
    r"universit(?:y|ies)|boards?|district|commission)(?: (?:of|and) [\w ]{2,30})? should(?: also)?\s*:?\s*$",
    re.IGNORECASE,
)
# "By 2030, we will have:": what will have been reached
REACHED = re.compile(r"\b(?:will|shall) have\s*:\s*$", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
