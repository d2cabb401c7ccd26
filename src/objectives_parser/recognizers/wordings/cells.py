"""What a cell says in a word or two: a tick, a rank, an answer."""

from __future__ import annotations

from objectives_parser import late as regex

_TICK = regex.compile(r"[xX✓✔☑●■•√þ]$")


def is_tick(text: str) -> bool:
    """Whether a cell's text only ticks it."""
    return bool(_TICK.match(text.strip()))


# "Not started", "On track", "Completed": columns of which one is ticked
_STATE = regex.compile(
    r"(?:not (?:yet )?|partial(?:ly)? |partly |substantial(?:ly)? |fully |mostly )?"
    r"(?:started|begun|on (?:track|target|schedule)|off track|in progress|in hand|under ?way|on-?going|delayed|overdue|"
    r"behind(?: schedule)?|at risk|slipp(?:ed|ing)|completed?|done|"
    r"achieved|met|delivered|implemented|closed|red|amber|yellow|green)\W*$",
    regex.IGNORECASE,
)


def is_state(text: str) -> bool:
    """Whether a header is a word for how far something is: what is ticked under it says the status."""
    return bool(_STATE.match(text.strip()))


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


# "Management response", "Agreed?", "Government position": what an auditee or a government answers
ANSWERS = regex.compile(
    r"(?:responses?|positions?|repl(?:y|ies)|answers?|agree(?:d|ment)?|accept(?:ed|ance)?|decisions?|concur\w*)\W*$",
    regex.IGNORECASE,
)
_PROMISE = regex.compile(r"\bwill\b|\bshall\b", regex.IGNORECASE)


def answers_only(name: str, text: str) -> bool:
    """Whether what is said under a name such as `Management response` answers and promises nothing.

    >>> answers_only("Response", "Concur. Thirty days is too short."), answers_only("Response", "Agreed. We will act.")
    (True, False)
    """
    return ANSWERS.search(name.rstrip(":")) is not None and is_answer(text.split(".")[0]) and not _PROMISE.search(text)
