"""The words that say what a column, a label or a heading holds. They are data (``vocabulary.toml``), not code."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

import attrs

from objectives_parser.roles.words import shipped, word_list

Role: TypeAlias = Literal[
    "objective", "measure", "milestone", "action", "owner", "due", "start", "status", "target", "baseline",
    "label", "category", "note", "commitment-text", "period",
]  # fmt: skip
How: TypeAlias = Literal["terms", "whole", "openings", "headings", "weak"]

ROLES: tuple[Role, ...] = get_args(Role)
HOWS: tuple[How, ...] = get_args(How)

# Footnote signs that stick to a header word: "KPI¹", "Target*", "Baseline†".
FOOTNOTE = re.compile(r"[\u00b9\u00b2\u00b3\u2070-\u2079*\u2020\u2021]+")
# Data sets write their headers as one word: "ActionLaunchDate", "due_date".
CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z])")
CONTRACTED = re.compile(r"\b(what|how|who|when)'s\b", re.IGNORECASE)  # "What's planned"
HUMP = re.compile("[a-z][a-z][A-Z]")
TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[#%/°]")
SINGULAR_IN_S = word_list("singular-in-s")
# Words of labels only with a number: "Policy LU-1.2: …", but "Policy: see annex"
NUMBERED_ONLY = dict.fromkeys(
    (
        "policy", "pledge", "promise", "reform", "investment", "prior action", "trigger", "flagship", "big move",
        "program", "programme",
    ),
    "action",
)  # fmt: skip


class VocabularyError(ValueError):
    """A vocabulary file that cannot be used; the message names the file, the place and the remedy."""


@attrs.frozen(kw_only=True)
class Term:
    """A term as token tuple, the role that it speaks for, and how it has to stand in a header to speak."""

    tokens: tuple[str, ...]
    role: Role
    how: How


@attrs.frozen(kw_only=True, eq=False)
class Vocabulary:
    """Header terms, openings and terms of headings by their tokens, and the word lists of ``vocabulary.toml``."""

    terms: Mapping[tuple[str, ...], Term]
    openings: Mapping[tuple[str, ...], Term]
    headings: Mapping[tuple[str, ...], Term]
    levels: frozenset[str]
    transparent: frozenset[str]
    ordinary: frozenset[str]
    common: frozenset[str]
    labels: Mapping[str, str]

    @functools.cached_property
    def beginnings(self) -> frozenset[str]:
        """The first tokens of the terms and openings: where none of them stands, none of these does."""
        return frozenset(tokens[0] for tokens in (*self.terms, *self.openings))

    @functools.cached_property
    def label_ends(self) -> frozenset[str]:
        """What the last word of a label may end in: its last run of small letters, in the singular and the plural."""
        heads = {word.split()[-1] for word in (*self.labels, *NUMBERED_ONLY) if word.split()}
        forms = heads | {f"{head}{ending}" for head in heads for ending in ("s", "es")}
        forms |= {f"{head[:-1]}ies" for head in heads if head.endswith("y")} | {"criteria"}
        return frozenset(run for form in forms for run in re.findall("[a-z]+", form)[-1:])

    @functools.cached_property
    def longest(self) -> int:
        """The number of tokens of the longest term."""
        return max((len(tokens) for tokens in self.terms), default=0)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a header in the form that terms are compared in: singular, lower case, without footnote marks.

    >>> tokens("Performance Measures¹ & KPIs:")
    ('performance', 'measure', 'and', 'kpi')
    """
    plain = text if text.isascii() and "*" not in text else FOOTNOTE.sub("", text)
    if HUMP.search(plain):
        plain = CAMEL.sub(" ", plain)
    if not plain.isascii():
        plain = plain.replace("\u00ad", "").replace("’", "'").replace("‐", "-")
    if "'" in plain:
        plain = plain.replace("'ll ", " will ").replace("'ve ", " have ")
        plain = CONTRACTED.sub(r"\1 is", plain) if "'s" in plain else plain
    plain = plain.replace("&", " and ")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain)
    return tuple([singular(word) for word in TOKEN.findall(plain.casefold())])


@functools.lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The singular of a lower-case English noun, well enough to compare header words.

    >>> [singular(word) for word in ("activities", "criteria", "status", "processes", "kpis")]
    ['activity', 'criterion', 'status', 'process', 'kpi']
    """
    if word == "criteria":
        return "criterion"
    if len(word) < 4 or word in SINGULAR_IN_S or "'" in word or word.endswith(("ss", "us")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word.removesuffix("s")


@functools.cache
def default_vocabulary() -> Vocabulary:
    """The vocabulary that ships with the package."""
    return _vocabulary(tomllib.loads(shipped("vocabulary.toml").decode("utf-8")), name="vocabulary.toml")


def load_vocabulary(path: str | Path) -> Vocabulary:
    """The shipped vocabulary with a user's TOML file added; terms that the file repeats take the file's role.

    Raises VocabularyError, which names the file and what is wrong with it.
    """
    try:
        data = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise VocabularyError(f"{path}: the vocabulary file cannot be opened: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: no valid TOML in UTF-8: {error}.") from error
    return merge(default_vocabulary(), _vocabulary(data, name=str(path)))


def merge(first: Vocabulary, second: Vocabulary) -> Vocabulary:
    """Both vocabularies together; where both know a term, the second one's role holds."""
    return Vocabulary(
        terms={**first.terms, **second.terms},
        openings={**first.openings, **second.openings},
        headings={**first.headings, **second.headings},
        levels=first.levels | second.levels,
        transparent=first.transparent | second.transparent,
        ordinary=first.ordinary | second.ordinary,
        common=first.common | second.common,
        labels={**first.labels, **second.labels},
    )


def _vocabulary(data: dict[str, Any], *, name: str) -> Vocabulary:
    terms: dict[tuple[str, ...], Term] = {}
    openings: dict[tuple[str, ...], Term] = {}
    headings: dict[tuple[str, ...], Term] = {}
    kept = {"openings": openings, "headings": headings}
    for section, table in data.items():
        if section in ("headers", "labels"):
            continue
        if section not in ROLES or not isinstance(table, dict):
            raise VocabularyError(
                f"{name}: unknown section [{section}]; known are {_known(ROLES, 'headers', 'labels')}."
            )
        for how, role_words in table.items():
            if how not in HOWS:
                raise VocabularyError(f"{name}: unknown key {how} in [{section}]; known are {_known(HOWS)}.")
            for term in _terms(_strings(role_words, f"{name}: {how} in [{section}]"), section, how):
                kept.get(how, terms)[term.tokens] = term
    headers = {
        key: frozenset(_strings(value, f"{name}: {key} in [headers]"))
        for key, value in _table(data, "headers", ("levels", "transparent", "ordinary", "common"), name).items()
    }
    return Vocabulary(
        terms=terms,
        openings=openings,
        headings=headings,
        levels=headers.get("levels", frozenset()),
        transparent=headers.get("transparent", frozenset()),
        ordinary=headers.get("ordinary", frozenset()),
        common=headers.get("common", frozenset()),
        labels=_labels(data, name=name),
    )


def _terms(words: Iterable[str], role: Any, how: Any) -> Iterable[Term]:
    return (Term(tokens=found, role=role, how=how) for word in words if (found := tokens(word)))


def _table(data: dict[str, Any], section: str, known: tuple[str, ...], name: str) -> dict[str, Any]:
    table = data.get(section, {})
    if not isinstance(table, dict):
        raise VocabularyError(f"{name}: [{section}] has to be a table with {_known(known)}.")
    for key in table:
        if key not in known:
            raise VocabularyError(f"{name}: unknown key {key} in [{section}]; known are {_known(known)}.")
    return table


def _labels(data: dict[str, Any], *, name: str) -> dict[str, str]:
    table = _table(data, "labels", ("objective", "measure", "milestone", "action", "category"), name)
    return {
        word.lower(): kind for kind, words in table.items() for word in _strings(words, f"{name}: {kind} in [labels]")
    }


def _strings(value: Any, place: str) -> list[str]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    raise VocabularyError(f"{place} has to be a list of strings.")


def _known(*words: Any) -> str:
    flat = [item for word in words for item in (word if isinstance(word, tuple) else (word,))]
    return ", ".join(flat)
