"""What a walk over the blocks has to know ahead: which headings and items are aims, which stand over tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph, Table
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.wordings import CAPTION, tells
from objectives_parser.records import Kind
from objectives_parser.roles import Vocabulary, header_role, is_lead_in, lead_in_role, printed_label
from objectives_parser.statements import Statement, block_statement, plain_sentences

_NUMBER = regex.compile(r"^\(?\d{1,3}(?:\.\d{1,3})*[.):]?\s+")
_SISTERS = 3
_PAIR = 2  # sisters are enough if what is said under each leads to a list of what will be done


def aim_headings(blocks: Sequence[object]) -> dict[int, Kind]:
    """The positions of unlabelled headings that state aims: sisters of one level, most of which tell somebody to do
    something (`Promote public participation in government`), with lists, promises or such headings under them; under a
    heading of commitments they are themselves what will be done, where nothing but text explains them. Headings that
    tell something right under an aim are what will be done for it."""
    found: dict[int, Kind] = {}
    levels: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            levels.setdefault(block.level, []).append(number)
    for _, sisters in sorted(levels.items()):
        told = [number for number in sisters if _tells_aim(blocks[number])]
        free = [number for number in told if _heading_above(blocks, number) not in found]
        if len(free) >= _SISTERS and len(free) * 10 >= 6 * len(sisters):
            held = [number for number in free if _has_substance(blocks, number)]
            if len(held) * 2 >= len(free):
                named = [number for number in sisters if number in held or _is_numbered_sister(blocks[number])]
                more = sum(_holds_more(blocks, number) for number in held)
                deeds = 2 * more < len(held) and all(_among_deeds(blocks, number) for number in held)
                kind: Kind = "action" if deeds else "objective"
                found.update((number, kind) for number in named)
        leading = [number for number in free if _leads_to_deeds(blocks, number)]
        if len(leading) >= _PAIR:
            found.update((number, "objective") for number in leading)
        for number in told:
            above = _heading_above(blocks, number)
            if number not in found and above is not None and found.get(above) == "objective":
                found[number] = "action"
    return found


def _heading_above(blocks: Sequence[object], at: int) -> int | None:
    """The position of the heading that the heading at hand stands under."""
    block = blocks[at]
    assert isinstance(block, Heading)
    for number in range(at - 1, -1, -1):
        other = blocks[number]
        if isinstance(other, Heading) and other.level < block.level:
            return number
    return None


def _tells_aim(block: object) -> bool:
    assert isinstance(block, Heading)
    text = block_statement(block.lines).text
    return 3 <= len(text.split()) <= 25 and not text.endswith(":") and tells(_NUMBER.sub("", text))


def _is_numbered_sister(block: object) -> bool:
    """`6) Using open data to improve public health` or `6) Publish …`, whatever is said under it, among `5) Create …`
    and `7) Implement …`."""
    assert isinstance(block, Heading)
    text = block_statement(block.lines).text
    number = _NUMBER.match(text)
    return number is not None and (text[number.end() :].split(" ")[0].endswith("ing") or _tells_aim(block))


_DEEDS = regex.compile(r"\b(?:commitments|recommendations|actions)\b", regex.IGNORECASE)


def _among_deeds(blocks: Sequence[object], at: int) -> bool:
    """Whether a heading above the heading at hand, the title too, calls what stands under it commitments or actions."""
    above = _heading_above(blocks, at)
    while above is not None:
        heading = blocks[above]
        assert isinstance(heading, Heading)
        if _DEEDS.search(block_statement(heading.lines).text):
            return True
        above = _heading_above(blocks, above)
    return False


def _holds_more(blocks: Sequence[object], heading: int) -> bool:
    """Whether a list, a table or a heading that tells something stands under the heading."""
    level = getattr(blocks[heading], "level", 0)
    for block in blocks[heading + 1 :]:
        if isinstance(block, Heading):
            if block.level <= level:
                return False
            if _tells_aim(block):
                return True
        elif isinstance(block, ListItem | Table):
            return True
    return False


def _has_substance(blocks: Sequence[object], heading: int) -> bool:
    """Whether list items, a promise or a heading that tells something follow the heading before its next sister."""
    level = getattr(blocks[heading], "level", 0)
    for block in blocks[heading + 1 :]:
        if isinstance(block, Heading):
            return block.level > level and _tells_aim(block)
        if isinstance(block, ListItem):
            return True
        if isinstance(block, Paragraph) and any(
            promises(sentence) for sentence in block_statement(block.lines).text.split(". ")
        ):
            return True
    return False


def _leads_to_deeds(blocks: Sequence[object], heading: int) -> bool:
    """Whether the text under a heading ends in `…, the government will:` over a list, or over headings that tell it."""
    level = getattr(blocks[heading], "level", 0)
    for at in range(heading + 1, len(blocks) - 1):
        block, following = blocks[at], blocks[at + 1]
        if isinstance(block, Heading | ListItem | Table):
            return False
        told = isinstance(following, Heading) and following.level > level and _tells_aim(following)
        if isinstance(block, Paragraph) and (isinstance(following, ListItem) or told):
            text = block_statement(block.lines).text
            return is_lead_in(text) and lead_in_role(text) == "action"
    return False


def aim_items(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of unlabelled list items under which labelled aims or actions are nested (`❖ Increase energy
    efficiency` over `➢ STRATEGY 1: Replace lights …`): they are the aim that these serve."""
    found: set[int] = set()
    open_items: list[tuple[int, int]] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Heading | Table):
            open_items = []
        if not isinstance(block, ListItem):
            continue
        open_items = [entry for entry in open_items if entry[1] < block.level]
        if _is_labelled(block, vocabulary):
            found.update(entry[0] for entry in open_items)
        else:
            open_items.append((number, block.level))
    return frozenset(found)


def _is_labelled(block: ListItem, vocabulary: Vocabulary) -> bool:
    label = printed_label(block_statement(block.lines, block.marker).text, vocabulary)
    return (
        label is not None
        and label.kind == "word"
        and label.number is not None
        and label.role in ("objective", "action")
    )


def titles_over_aims(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of headings whose title the next paragraph puts into a sentence (`Goal 1: A strong team` over
    `Give all staff time to learn.`), as most of its sisters' do: what the goal states is the sentence."""
    sisters: dict[str, list[tuple[int, bool, bool]]] = {}
    for number, block in enumerate(blocks[:-1]):
        if not isinstance(block, Heading):
            continue
        text = block_statement(block.lines).text
        label = printed_label(text, vocabulary) if text[:1].isupper() else None
        if label is None or label.kind != "word" or label.role != "objective" or not label.number:
            continue
        name = f"{block.level} {label.text[: -len(label.number)].strip()}"
        below = blocks[number + 1]
        whole = _is_title_over_sentence(text[label.end :], below) and not _is_labelled_text(below, vocabulary)
        sisters.setdefault(name, []).append((number, whole, whole and _tells_or_aims(below)))
    return frozenset(
        number
        for found in sisters.values()
        if sum(told for *_, told in found) > 1 and sum(told for *_, told in found) * 3 >= 2 * len(found)
        for number, whole, _ in found
        if whole
    )


def _is_labelled_text(block: object, vocabulary: Vocabulary) -> bool:
    """`Action 1.1: Plant trees …`: what is done for the goal above, and not how the goal reads."""
    label = printed_label(block_statement(block.lines).text, vocabulary) if isinstance(block, Paragraph) else None
    return label is not None and label.kind == "word"


# "2027: Open the …", "FY 2026 – Hire …": what is planned for a year, behind its number
YEAR_BEFORE = regex.compile(
    r"(?:(?:By |In )?(?:FY ?)?20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\s*(?::|\s[–—-])\s+(?=\p{Lu})|"
    r"Year (?:\d|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)(?: \([^()]{4,12}\))?\s*(?::|\s[–—-])\s+(?=\p{L}))"
)
_PARTS = regex.compile(r"\.\s|;\s")


def year_entries(blocks: Sequence[object]) -> frozenset[int]:
    """The positions of paragraphs that tell behind a year what is planned for it, two of them at least."""
    found = []
    for number, block in enumerate(blocks):
        words = block.lines[0].words if isinstance(block, Paragraph) and block.lines else ()
        if isinstance(block, Paragraph) and words and words[0].text[:1] in ("2", "F", "B", "I", "Y"):
            text = block_statement(block.lines).text
            year = YEAR_BEFORE.match(text)
            if year is not None and any(tells(part) for part in _PARTS.split(text[year.end() :])):
                found.append(number)
    return frozenset(found) if len(found) > 1 else frozenset()


def aims_over_lists(blocks: Sequence[object]) -> frozenset[int]:
    """The positions of paragraphs that tell what the list under them is for, as their sisters do: a sentence between
    its title and its list (`Harbour` / `Keep the harbour open to all.` / `• We will dredge …`), or a short command
    before a colon (`Bring visitors:`)."""
    titled, led, bare = [], [], 0
    for number in range(1, len(blocks) - 1):
        block = blocks[number]
        bare += isinstance(block, Heading) and isinstance(blocks[number + 1], ListItem)
        if not isinstance(block, Paragraph) or not isinstance(blocks[number + 1], ListItem):
            continue
        statement = block_statement(block.lines)
        words = statement.text.split()
        if not words or not tells(statement.text):
            continue
        if statement.text.endswith(":"):
            if 2 <= len(words) <= 8 and words[-1].rstrip(":").casefold() not in _GO_ON:
                led.append(number)
        elif isinstance(blocks[number - 1], Heading) and 6 <= len(words) <= 45 and _is_sentence(statement):
            titled.append(number)
    # A title without its sentence, as with most lists: the others' sentences have lost a bullet.
    titled = titled if len(titled) > bare else []
    return frozenset(number for found in (titled, led) if len(found) >= _SISTERS for number in found)


def _is_sentence(statement: Statement) -> bool:
    return statement.text.endswith(".") and len(plain_sentences(statement)) == 1


# "Reach them by:", "Serve the following:": the list completes the sentence
_GO_ON = frozenset(
    (
        "by",
        "through",
        "to",
        "with",
        "for",
        "in",
        "of",
        "and",
        "include",
        "including",
        "following",
        "below",
        "on",
        "that",
    )
)


def _is_title_over_sentence(title: str, below: object) -> bool:
    if not 1 <= len(title.split()) <= 8 or title.endswith(".") or not isinstance(below, Paragraph):
        return False
    statement = block_statement(below.lines)
    words = statement.text.split()
    if not 5 <= len(words) <= 50 or len(words) <= len(title.split()):
        return False
    # `Goal 1: Clean water` over `Cut the number of … wells`: such a line often goes without its full stop
    return _is_sentence(statement) or (words[-1][-1].isalnum() and len(plain_sentences(statement)) == 1)


def _tells_or_aims(block: object) -> bool:
    text = block_statement(block.lines).text if isinstance(block, Paragraph) else ""
    return text.startswith("To ") or tells(text)


def headings_over_tables(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[int, frozenset[str]]:
    """For the positions of blocks between which and the next heading tables stand: the roles that the tables' headers
    name."""
    found: dict[int, frozenset[str]] = {}
    roles: frozenset[str] = frozenset()
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if roles:
            found[number] = roles
        if isinstance(block, Heading):
            roles = roles if _heads(blocks[max(number - 1, 0) : number], block) else frozenset()
        elif isinstance(block, Table):
            roles |= _header_roles(block, vocabulary) | {"table"}
    return found


def sister_captions(blocks: Sequence[object]) -> frozenset[int]:
    """The positions of the captions of tables that stand under one heading, each with another name."""
    found: set[int] = set()
    names: dict[str, int] = {}
    for number, block in enumerate(blocks):
        if not isinstance(block, Heading | Paragraph) or not block.lines:
            continue
        text = block.lines[0].text
        caption = CAPTION.match(text) if text[:1] in "Tt" else None
        if caption is not None and caption.group("of").casefold() == "table":
            names[text[caption.end() :].strip().casefold()] = number
            found.update(names.values() if len(names) > 1 else ())
        elif isinstance(block, Heading):
            names = {}
    return frozenset(found)


def _heads(before: Sequence[object], heading: Heading) -> bool:
    """Whether a higher heading stands right over the heading: what is under it is under both."""
    return any(isinstance(block, Heading) and block.level < heading.level for block in before)


def _header_roles(table: Table, vocabulary: Vocabulary) -> frozenset[str]:
    texts = [cell.text for cell in table.cells if cell.row < 3 and 0 < len(cell.text.split()) < 12]
    roles = [header_role(text, vocabulary) for text in texts]
    return frozenset(role.role for role in roles if role is not None and role.strength >= 0.6)


def repeated_headings(blocks: Sequence[object]) -> frozenset[str]:
    """The texts of headings that are printed several times, as a whole or before a colon: the parts that a plan has
    under each of its aims (`What will we do?`, `Outcome for the year: Reading`)."""
    texts = _heading_texts(blocks)
    names: Counter[str] = Counter()
    for text, count in texts.items():
        name, colon, _ = text.partition(":")
        names[name.strip() if colon else text] += count
    return frozenset(text for text, count in (*texts.items(), *names.items()) if count > 1)


def named_headings(blocks: Sequence[object]) -> frozenset[str]:
    """The texts of all headings: a list of goals names its sections by single words (`Safety`, `Access`)."""
    return frozenset(_heading_texts(blocks))


def _heading_texts(blocks: Sequence[object]) -> Counter[str]:
    headings = [block for block in blocks if isinstance(block, Heading)]
    return Counter(block_statement(block.lines).text.casefold().strip(" :?") for block in headings)
