"""Goals in two lines: `Goal 1: Student success` over `The college will close the gaps in who completes.`"""

from __future__ import annotations

from objectives_parser.document import Paragraph
from objectives_parser.drafts import Context
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.wordings import announces_list, points, tells
from objectives_parser.roles import is_lead_in, is_noun_phrase
from objectives_parser.statements import block_statement, plain_sentences, split_sentences

_LONGEST_TOPIC = 6  # words
_SHORTEST, _SHORTEST_LINE, _LONGEST = 6, 5, 50
_MOST_SENTENCES = 2


def names_topic(text: str) -> bool:
    """Whether a goal's title only names what the goal is about: `Student success`, `A great place to work`."""
    if not 0 < len(text.split()) <= _LONGEST_TOPIC or text.endswith((".", ":")) or any(map(str.isdigit, text)):
        return False
    return is_noun_phrase(text)


def states_goal(block: object, context: Context) -> bool:
    """Whether a block is a paragraph of one sentence that tells or promises something: below a title, the goal."""
    if not isinstance(block, Paragraph):
        return False
    below = block_statement(block.lines)
    text = below.text
    if not _SHORTEST <= len(text.split()) <= _LONGEST or not text.endswith(".") or is_lead_in(text) or points(text):
        return False
    if label_of(text, context) is not None or announces_list(text) or len(split_sentences(below)) > 1:
        return False
    return tells(text) or promises(text)


def leads_from_goal(block: object, context: Context) -> bool:
    """Whether a block is a paragraph that promises something and is left open for a list: `We will keep the services
    open to all. We will do this by:`, `We will improve how we work, above all to:`."""
    if not isinstance(block, Paragraph):
        return False
    sentences = plain_sentences(block_statement(block.lines))
    first, last = sentences[0].text, sentences[-1].text
    if len(sentences) > _MOST_SENTENCES or not is_lead_in(last) or label_of(first, context) is not None:
        return False
    return _SHORTEST <= len(first.split()) <= _LONGEST and not announces_list(first) and promises(first)


def says_goal(text: str, context: Context) -> bool:
    """Whether a line without a full stop tells somebody what to bring about: `Reach every street of the lower town`."""
    if not _SHORTEST_LINE <= len(text.split()) <= _LONGEST or text.endswith((":", "?")) or points(text):
        return False
    return label_of(text, context) is None and not announces_list(text) and tells(text)
