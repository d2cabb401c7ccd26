"""Labels taken out of the words of statements."""

from __future__ import annotations

import attrs
import pytest

from objectives_parser.document import Line
from objectives_parser.drafts import Context, Draft
from objectives_parser.labelling import label_of, labelled
from objectives_parser.roles import default_vocabulary
from objectives_parser.statements import text_of
from objectives_parser.values.fiscal import UNKNOWN
from tests.factories import Text

CONTEXT = Context(text="", vocabulary=default_vocabulary(), fiscal=UNKNOWN, names=frozenset())


def draft(line: Line, raised: tuple[int, ...] = (), glued: tuple[int, ...] = ()) -> Draft:
    words = tuple(attrs.evolve(word, superscript=at in raised, glued=at in glued) for at, word in enumerate(line.words))
    return Draft(kind="objective", lines=(words,), text=text_of([words]), basis="list")


def test_a_footnote_mark_goes_with_the_label() -> None:
    found = labelled(draft(Text().line("STRATEGY 3 4 : Continue to plant trees"), raised=(2,)), CONTEXT)
    assert (found.label, found.text) == ("STRATEGY 3", "Continue to plant trees")
    assert [word.text for word in found.label_words] == ["STRATEGY", "3", "4", ":"]


def test_a_colon_of_another_style_is_a_word_of_the_label() -> None:
    found = labelled(draft(Text().line("Goal 1 : Clean water for all"), glued=(2,)), CONTEXT)
    assert (found.label, found.text) == ("Goal 1", "Clean water for all")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Overall objective of the Action: to develop the region's trade", "Overall objective of the Action"),
        ("How we will know: more people find work in the city", "How we will know"),
        ("How we will get there: the dynamic nature of the plan", None),
    ],
)
def test_a_header_with_a_colon_is_a_label(text: str, label: str | None) -> None:
    found = label_of(text, CONTEXT)
    assert (found and found.text) == label
