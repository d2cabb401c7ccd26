"""Every word of a document is counted in exactly one class."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from objectives_parser.document import Document, Line, Paragraph, Word
from objectives_parser.ledger import count
from objectives_parser.records import Ledger, Use
from tests.factories import Text

USES: list[Use] = ["record", "field", "label", "heading", "furniture", "ghost", "other"]


@given(st.lists(st.tuples(st.text("ab<", min_size=1), st.sampled_from(USES))))
def test_the_classes_add_up_to_the_words(words: list[tuple[str, Use]]) -> None:
    text = Text()
    document = text.document(text.paragraph(" ".join(word for word, _ in words)))
    uses = {word.start: use for word, (_, use) in zip(document.blocks[0].lines[0].words, words, strict=True)}
    ledger = count(document, uses)
    assert ledger.words == len(words) == sum(getattr(ledger, use) for use in USES)
    assert all(getattr(ledger, use) == sum(given == use for _, given in words) for use in USES)


def test_a_word_in_mark_up_counts_once_with_its_first_part() -> None:
    """``<u>Goal</u>`` is one word of the text and holds one Word; ``##`` holds none and is ``other``."""
    word = Word(text="Goal", start=6, end=10)
    glued = Word(text=":", start=14, end=15, glued=True)
    paragraph = Paragraph(lines=(Line((word, glued)),))
    document = Document(name="a", media_type="text/plain", text="## <u>Goal</u>:", blocks=(paragraph,))
    assert count(document, {6: "record", 14: "label"}) == Ledger(words=2, record=1, other=1)
