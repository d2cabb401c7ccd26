"""Parts of a document that state nothing of the plan's own: its terms, what others aim at, how it was made, its money.

A list of the state's goals under `National context`, `Goal: a broad statement …` under `Definitions`, the steps of a
campaign that the town takes part in: their headers, labels and lead-ins say what they are, but not of this plan.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Heading, ListItem, Paragraph, Table
from objectives_parser.drafts import Context
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.commands import block_text
from objectives_parser.recognizers.former_plans import first_year, names_former_plan
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import PrintedLabel, header_role, heading_role
from objectives_parser.statements import block_statement

_LONGEST_HEADING = 14  # words
_LONGEST_LEAD = 60
_NUMBERED = regex.compile(
    r"^(?:(?:section|chapter|part|annex|appendix)\s+[\w.]{1,5}\s?[:.–—-]?\s+|\(?\d{1,2}(?:\.\d{1,2})*[.):]?\s+|"
    r"[A-Z][.)]\s+)",
    regex.IGNORECASE,
)
_SDGS = r"(?:the |un |united nations )*(?:sustainable development goals?|sdgs?|2030 agenda|agenda 2030)"
_FOR_READERS = (
    r"(?:(?:what|how) (?:you|residents|individuals|households|businesses) can (?:do|help)\b.*|did you know|fun facts?|"
    r"(?:what|how) can (?:you|i|individuals|residents) (?:do|help)\b.*|(?:how to )?get involved|"
    r"(?:tips|ideas) for (?:you|residents|home|households|families|businesses)\b.*)"
)
_TIPS = regex.compile(_FOR_READERS + r"\W*$", regex.IGNORECASE)
_PART = regex.compile(
    # what words mean
    r"(?:glossary(?: .*)?|(?:key |list of |(?:strategic )?planning )?(?:terms|definitions)(?: (?:and|of|used)\b.*)?|"
    r"terminology|"
    r"terms and definitions|key to (?:the |these )?(?:tables?|symbols|ratings|colou?rs|plan)|how to (?:use|read) .*|"
    r"(?:overview|outline|explanation|description) of (?:the )?(?:plan )?(?:sections|columns|headings|elements|terms)"
    r"(?: .*)?|(?:structure|organi[sz]ation|layout) of (?:the|this) (?:\w+ )?(?:plan|strategy|document|report)|"
    r"how (?:the|this) (?:\w+ )?(?:plan|strategy|document|report) is (?:organi[sz]ed|structured|laid out|set out)|"
    r"(?:a )?(?:reader[’']?s[’']? )?guide to (?:reading )?(?:the|this) (?:\w+ )?(?:plan|strategy|document|report)|"
    r"reader[’']?s[’']? guide|"
    r"(?:list of )?(?:acronyms|abbreviations)(?: (?:and|used|in)\b.*)?|"
    r"(?:technical|statistical|explanatory|methodological) notes|(?:notes on|about) (?:the )?data|"
    r"(?:image|photo) credits|"
    # what those are told who fill in a form
    r"(?:guidance|notes|instructions|advice|information)(?: notes?)? (?:for|to) (?:applicants|authors|users|readers|"
    r"bidders|candidates|reviewers|contributors)|how to (?:apply|complete|fill in|submit)\b.*|"
    # what others want
    r"(?:(?:the|our|wider) )?(?:european|(?:inter)?national|federal|state|regional|provincial|global|legal|legislative|"
    r"regulatory|statutory|policy|strategic|wider|external)(?:,? (?:and |& )?"
    r"(?:(?:inter)?national|federal|state|regional|provincial|global|legal|"
    r"legislative|regulatory|local|policy|planning|strategic))* (?:context|landscape|background|drivers)|"
    r"(?:(?:existing|current|national|federal|state|domestic|institutional),? (?:and |& )?)*"
    r"(?:policy|policies|legal|legislative|regulatory)(?:,? (?:and |& )?(?:legal|legislative|regulatory|policy|"
    r"institutional))* frameworks?|"
    # where it acts
    r"(?:(?:the|our) )?(?:operating|external|business) (?:environment|context)|"
    r"(?:country|economic|demographic) (?:context|profile|background)|"
    r"(?:state|federal|global|international)[- ]level (?:efforts?|context|polic(?:y|ies)|initiatives|actions?)"
    r"(?: (?:in|of|on) .*)?|"
    rf"(?:links?|linkages?|alignment|aligned|contributions?|contributing|relationship|"
    rf"relations?|connections?|fit) (?:to|with) "
    rf"(?:other |the )?(?:{_SDGS}|(?:(?:(?:inter)?national|federal|state|regional|provincial|global|government|"
    r"existing|related|other)(?:’s|'s)? (?:and |\w+ ){0,3})?(?:plans?|strategies|strategy|policies|policy|priorities|"
    r"frameworks?|goals|objectives|agendas?|targets|commitments|agreements)\b.*)|"
    r"how (?:the|this|our) (?:\w+ ){0,2}(?:plan|strategy|framework) (?:relates|links|fits|connects|sits)\b.*|"
    r"other (?:relevant |related )?(?:plans|strategies|policies)(?: and .*)?|"
    r"(?:related|relevant) (?:laws?|legislation|policies|plans|strategies)(?:,? (?:and |& )?\w+){0,4}|"
    r"(?:what|how) other (?:cities|towns|counties|countries|states|councils|communities|universities|schools|"
    r"organi[sz]ations|jurisdictions|agencies)\b.*|peer (?:cities|communities|comparisons?|institutions)\b.*|"
    r"(?:comparison|comparing) (?:with|of|to) .*|"
    r"(?:best practices?|examples|lessons) (?:from|in) (?:other|elsewhere|around)\b.*|"
    # how the plan came about
    r"how (?:the|this|our|we) (?:\w+ )?(?:plan|strategy|road ?map|framework|programme)? ?(?:was|were)? ?"
    r"(?:developed|prepared|made|written|created|wrote)\b.*|"
    r"(?:developing|development of|preparing|preparation of) (?:the|this|our) (?:\w+ )?(?:plan|strategy|framework)|"
    r"(?:the )?(?:strategic )?plan(?:ning)?(?: development)? (?:process|timeline)|"
    r"(?:(?:community|public|stakeholder|resident) )?(?:engagement|consultation) (?:process|summary|findings|results)|"
    r"what (?:we|you|people|residents|staff|stakeholders|the community) (?:heard|told us|said)\b"
    r"(?!.*\b(?:will|response|respond|next|going to)\b).*|"
    # what readers may do or know
    rf"{_FOR_READERS}|"
    # what else there is to read
    r"(?:(?:useful|helpful|external|related|relevant|other|additional|further|key|web|online|quick) (?:and )?)*"
    r"(?:links|references|readings?|web ?sites)(?:,? (?:and |& )?(?:links|references|resources|readings?))*|"
    r"(?:useful|helpful|external|further) resources(?: (?:and|&) links)?|"
    # where the money comes from
    r"(?:potential |available |possible )?(?:funding|grant|financing) (?:sources|opportunities|programs|programmes)|"
    r"sources of (?:funds|funding|finance)|swot(?: analysis)?)\W*$",
    regex.IGNORECASE,
)
# "Table 6: Technology needs of the islands" over a table: what others are asked for
_NEEDS = regex.compile(
    r"(?:table \w{1,4}\s?[:.–—-]?\s+)?(?:(?:priority|identified|main|key|national) )*"
    r"(?:technolog(?:y|ical)|capacity(?:[- ]building)?|training|skills?|equipment|staffing|research) needs\b",
    regex.IGNORECASE,
)
# "Participating cities work through five milestones:", "The plan follows the Five Milestone methodology:"
_PRESCRIBED = regex.compile(
    r"\b(?:cities|towns|counties|communities|local governments|participants|members|signatories|states|schools|"
    r"organi[sz]ations|councils|applicants|municipalities) (?:that|who|which) "
    r"(?:take part|participate|join|sign|are part)|"
    r"\bparticipating (?:cities|towns|counties|communities|local governments|members|schools|councils)\b|"
    r"\b(?:five|four|three|six|\d)[- ]?milestones? (?:process|methodology|framework|approach|model|programme?)\b",
    regex.IGNORECASE,
)
_KINDS = regex.compile(r"\b(?:milestones?|steps?|goals?|objectives?|targets?|actions?|measures?)\b", regex.IGNORECASE)
# "We prepared the plan in four steps:"
_MADE = regex.compile(
    r"\b(?:prepared|developed|drafted|written|wrote|followed|conducted|carried out|consisted of|went through)"
    r"\b[^.:]{0,90}\b(?:steps|phases|stages)\b[^.:]{0,40}:\s*$",
    regex.IGNORECASE,
)
_FORMER = regex.compile(
    r"\b(?:previous|former|last|earlier|old|prior)\s[^.:]{0,40}\b(?:plan|strategy|framework|programme|program)(?:’s|'s)?\b"
    r"[^.:]{0,60}\b(?:had|set|identified|included|contained|listed|were)\b[^.:]{0,60}:\s*$",
    regex.IGNORECASE,
)
_SERVES_SDGS = regex.compile(
    r"\b(?:contribut\w+|supports?|supporting|align\w*|link\w*|relat\w+|address\w*)\b[^.:]{0,80}\b"
    r"(?:sustainable development goals|sdgs?)\b[^.:]{0,60}:\s*$",
    regex.IGNORECASE,
)
# "Good objectives are:", "SMART goals should be:": what makes one good
_QUALITIES = regex.compile(
    r"(?:(?:good|smart|effective|strong|well[- ]written|our|all|the) )*(?:s\.?m\.?a\.?r\.?t\.? )?"
    r"(?:goals|objectives|targets|actions|indicators|measures)\b[^.:]{0,40}\b(?:are|be)\s*:\s*$",
    regex.IGNORECASE,
)
_SMART = regex.compile(r"specific\b", regex.IGNORECASE)
# "The national development strategy sets out three goals:" in the background of another plan
_OTHERS = regex.compile(
    r"(?:the |a |an )?(?:un|united nations|eu|european|national|federal|state|state’s|state's|global|international|"
    r"regional|provincial|government’s|government's|world)\b[^.:]{0,80}?\b(?:strategy|plan|policy|framework|agreement|"
    r"agenda|act|directive|programme|program|vision|goals)\b[^.:]{0,60}?\b(?:sets? out|has|have|identif\w+|contains?|"
    r"includes?|lists?|defines?|establish\w*|outlines?|calls? for|is built on|are)\b[^.:]{0,60}:\s*$",
    regex.IGNORECASE,
)


# "To be admitted, an applicant must:", "Each grantee is required to:": what somebody asks of a person
_ASKED_OF = regex.compile(
    r"\b(?:an?|each|every|any)\s(?:[\w-]+\s){0,2}?(?:employee|applicant|participant|grantee|recipient|candidate|"
    r"contractor|bidder|member|student|business|household|visitor|nominee|provider|supplier|person|individual)\s"
    r"(?:must|shall|has\sto|needs\sto|is\srequired\sto)\s*:\s*$",
    regex.IGNORECASE,
)
# "The fund was set up under the Harbours Act. Its purposes are:": what a programme that pays for the plan is there for
_FOUNDED = regex.compile(
    r"\b(?:program(?:me)?|grants?|fund|scheme|initiative)\b[^.:]{0,80}\b(?:was|were)\s"
    r"(?:established|created|authori[sz]ed|set\sup|launched|founded)\b[^.:]{0,60}\b(?:under|by|as\spart\sof|through)\b"
    r"[^.:]{0,30}\b(?-i:[A-Z]|\d)",
    regex.IGNORECASE,
)
_ITS_AIMS = regex.compile(
    r"(?:th\p{L}*|its)\s(?:(?:program(?:me)?|grant|fund|scheme|initiative)(?:[’']?s|s[’']|[’'])\s)?(?:[\w-]+\s){0,2}?"
    r"(?:outcomes?|goals?|aims?|objectives?|purposes?|priorities)\s(?:are|include|were|is)\b[^.:]{0,40}:\s*$",
    regex.IGNORECASE,
)


@attrs.define(eq=False)
class _Part:
    """The part that is open: the level of its heading, and what that says."""

    level: int
    name: str

    def ends_at(self, block: Block, context: Context) -> bool:
        """Whether what the plan states itself begins there: `Goal 1: …`, `Our actions:`, a table of who does what."""
        match block:
            case Paragraph():
                text = block_text(block)
                numbered = _is_labelled(label_of(text, context)) and not _SDG.search(self.name)
                defined = ": " in text  # `Tasks: work that serves goals` among terms
                return numbered or (
                    not defined and len(text.split()) <= _LONGEST_CAPTION and _is_announced(text, context)
                )
            case Table():
                return _IS_MADE.search(self.name) is None and _tells_who_does(block, context)
        return False


_SDG = regex.compile(r"sustainable|sdg|2030", regex.IGNORECASE)
_IS_MADE = regex.compile(r"develop|prepar|process|timeline|made|engagement|consultation", regex.IGNORECASE)
_LONGEST_CAPTION = 6  # words
_MANY = 40  # blocks


@attrs.frozen
class SetApart:
    """A part that states nothing of the plan's own: the heading or lead-in that says so, and the positions of its
    blocks, the heading left out."""

    name: str
    at: tuple[int, ...]


def set_apart(blocks: Sequence[Block], context: Context) -> tuple[SetApart, ...]:
    """The parts of a document that state nothing of the plan's own: those with a heading, then lists led in as others'
    and tables captioned as needs."""
    lists: list[SetApart] = []
    began = first_year(blocks)
    part: _Part | None = None
    of_part: dict[_Part, list[int]] = {}
    noted = False
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            text = block_text(block)
            if _names_part(text) or names_former_plan(_without_number(text), began):
                part = _Part(block.level, text)
            elif part is not None and (block.level <= part.level or _is_own(text, context)):
                part = None
            role = heading_role(text, context.vocabulary)
            noted = (role is not None and role.role == "note") or _BACKGROUND.match(_without_number(text)) is not None
        elif part is not None and not isinstance(block, Furniture):
            part = None if part.ends_at(block, context) else part
            if part is not None:
                of_part.setdefault(part, []).append(at)
        elif isinstance(block, Paragraph) and (
            _leads_others(blocks, at, noted=noted) or _counts_others(block) or _TIPS.match(block.lines[0].text)
        ):
            tips = _TIPS.match(block.lines[0].text) is not None and _is_paragraph(blocks, at + 1)
            lists.append(SetApart(block_text(block), (at, *([at + 1] if tips else _list_at(blocks, at + 1)))))
        if part is None and isinstance(block, Heading | Paragraph) and _tells_needs(blocks, at, context):
            lists.append(SetApart(block_text(block), (at + 1,)))
    # a part that goes on through most of a plan is one whose heading was ranked too high: nothing is set apart by it
    parts = [SetApart(part.name, tuple(held)) for part, held in of_part.items() if not _is_the_plan(held, blocks)]
    return (*parts, *lists)


def _is_the_plan(held: Sequence[int], blocks: Sequence[Block]) -> bool:
    return len(held) > _MANY and 2 * len(held) > len(blocks)


def _tells_needs(blocks: Sequence[Block], at: int, context: Context) -> bool:
    """Whether a line is the caption of a table of what the plan lacks (`Technology needs`), and nobody does it."""
    block, table = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(table, Table) or not isinstance(block, Heading | Paragraph) or len(block.lines) > 2:
        return False
    return _NEEDS.match(_without_number(block_text(block))) is not None and not _tells_who_does(table, context)


def _is_announced(text: str, context: Context) -> bool:
    """Whether a short line announces statements: `Our actions:`."""
    role = heading_role(text, context.vocabulary)
    return role is not None and role.role in STATEMENTS and role.strength >= _SURE


def _tells_who_does(table: Table, context: Context) -> bool:
    """Whether a table's header names statements and who is responsible for them."""
    roles = [header_role(cell.text, context.vocabulary) for cell in table.cells if cell.row == 0]
    sure = {role.role for role in roles if role is not None and role.strength >= _SURE}
    return "owner" in sure and not sure.isdisjoint(STATEMENTS)


_SURE = 0.9
_BACKGROUND = regex.compile(r"(?:.* )?(?:background|context|introduction|overview)\W*$", regex.IGNORECASE)


def _names_part(text: str) -> bool:
    return len(text.split()) <= _LONGEST_HEADING and _PART.match(_without_number(text)) is not None


def _without_number(text: str) -> str:
    return str(_NUMBERED.sub("", text, count=1))


def _is_own(text: str, context: Context) -> bool:
    """Whether a heading of lower rank begins what the plan states itself: `Goal 1: …`, `Actions`."""
    return _is_labelled(label_of(text, context)) or _is_announced(text, context)


def _is_labelled(label: PrintedLabel | None) -> bool:
    return label is not None and label.role in STATEMENTS and label.number is not None


def _leads_others(blocks: Sequence[Block], at: int, *, noted: bool) -> bool:
    """Whether a paragraph leads in to what others ask for or want, or to what makes a goal a good one."""
    block = blocks[at]
    last = block.lines[-1].text if isinstance(block, Paragraph) else ""
    if not last.rstrip().endswith(":"):
        return False
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(following, ListItem):
        return False
    text = block_text(block).rpartition(". ")[2]
    if len(text.split()) > _LONGEST_LEAD:
        return False
    if _speaks_of_others(text) or (_ITS_AIMS.match(text) and _FOUNDED.search(block_text(block))):
        return True
    if _QUALITIES.match(text):
        return _SMART.match(block_statement(following.lines, following.marker).text) is not None
    return noted and _OTHERS.match(text) is not None


def _counts_others(block: Paragraph) -> bool:
    """Whether a paragraph lists in its own sentence what others ask for: `Members have two steps to take: (1) …`."""
    if not any(word.text == "(1)" for line in block.lines for word in line.words):
        return False
    lead = block_text(block).partition("(1)")[0].rpartition(". ")[2].rstrip()
    return lead.endswith(":") and _speaks_of_others(lead)


def _speaks_of_others(lead: str) -> bool:
    if _PRESCRIBED.search(lead) and _KINDS.search(lead):
        return True
    return any(pattern.search(lead) for pattern in (_MADE, _FORMER, _SERVES_SDGS, _ASKED_OF))


def _is_paragraph(blocks: Sequence[Block], at: int) -> bool:
    return at < len(blocks) and isinstance(blocks[at], Paragraph)


def _list_at(blocks: Sequence[Block], start: int) -> list[int]:
    """The positions of the list that begins there."""
    found = []
    for at in range(start, len(blocks)):
        if not isinstance(blocks[at], ListItem | Furniture):
            break
        found.append(at)
    return found
