"""Where sentences end, and what becomes of a word broken at a line's end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from objectives_parser.hyphens import rejoined
from objectives_parser.roles.words import word_list
from objectives_parser.sentences import ends_sentence, sentence_starts

# The sentences of a text are parted by ` | `.
TEXTS = (
    "Publish the plan. | The board agrees.",
    "Is it on track? | We will see! | Then report.",
    "He said “go.” | They went.",
    "Improve roads (see below). | Repair bridges.",
    "Report to the Dept. of Energy. | Repeat in 2014. | Then stop.",
    "Ask Dr. Ames, Mr. J. Smith and Mrs. K.E. Jones of St. Philip.",
    "Work with the U.S. Forest Service in Washington, D.C. | The others agree.",
    "Lead in the U.S. | These goals follow.",
    "Train staff, e.g. Officers, i.e. Sergeants (cf. Annex 2).",
    "See No. IV, Fig. A, Art. X and Vol. II of the Reg. Council.",
    "The answer is no. | Ask again.",
    "Master the art. | Make more of it.",
    "Repair roads, schools, etc. | Engineers decide.",
    "Contract with Acme Inc. Board members, not Acme Inc. | They decide.",
    "Meet on 4 Jan. | The group met at 9 a.m. | We agreed.",
    "Fund R&D. | The agency pays.",
    "Open 40 sites by FY19. | Close 3.5. | Reach 20%. | Stop.",
    "Stay below 1.5° C. | This is the limit.",
)


@pytest.mark.parametrize("parted", TEXTS)
def test_a_full_stop_ends_a_sentence_unless_it_is_an_abbreviations(parted: str) -> None:
    """The sentences of a text are those that a reader would part."""
    words, expected = [], []
    for sentence in parted.split(" | "):
        expected.append(len(words))
        words.extend(sentence.split())
    assert sentence_starts(words) == expected[1:]


@given(st.lists(st.text(min_size=1, max_size=8), max_size=12))
def test_a_sentence_begins_behind_a_mark_and_with_a_capital(words: list[str]) -> None:
    """Whatever the words are, no sentence begins without a capital, or behind a word that bears no mark."""
    for start in sentence_starts(words):
        assert 0 < start < len(words)
        assert words[start][0].isupper()
        assert any(mark in words[start - 1] for mark in ".!?")


@given(st.from_regex(r"[a-z]{4,12}", fullmatch=True), st.sampled_from(".!?"), st.sampled_from(("", "”", ")")))
def test_a_plain_word_with_a_mark_ends_a_sentence(word: str, mark: str, quote: str) -> None:
    """Before `The`, a word of small letters and a mark always end one, whatever closes behind the mark."""
    if word not in word_list("abbreviations-before"):
        assert ends_sentence(f"{word}{mark}{quote}", "The")


@given(st.from_regex(r"[A-Z]\.", fullmatch=True), st.from_regex(r"[A-Z][a-z]{7,9}", fullmatch=True))
def test_an_initial_ends_no_sentence_before_a_name(initial: str, name: str) -> None:
    """`J. Robinson` is one person."""
    if name.lower() not in ("therefore", "furthermore", "moreover", "additionally", "although"):
        assert not ends_sentence(initial, name)


@pytest.mark.parametrize(
    ("text", "printed", "joined"),
    [
        ("protect wild-", "life and fish", "protect wildlife and fish"),
        ("a user-", "centred design", "a user-centred design"),
        ("the non-", "governmental bodies", "the non-governmental bodies"),
        ("in Guinea-", "Bissau", "in Guinea-Bissau"),
        ("gov\u00ad", "ernment", "government"),
        ("COVID-", "19 response", "COVID-19 response"),
    ],
)
def test_a_word_broken_at_a_lines_end_keeps_its_hyphen_where_english_writes_one(
    text: str, printed: str, joined: str
) -> None:
    """The word lists tell `wildlife` from `user-centred`; a soft hyphen always goes, one before a capital stays."""
    assert rejoined(text, printed) == joined
