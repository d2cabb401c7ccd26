"""What a plan says of itself on its cover: title and publishing body."""

import pytest

from objectives_parser.document import Document, Heading, Line, Page, Paragraph, Word
from objectives_parser.drafts import Context
from objectives_parser.recognizers.cover import cover_texts, title_of
from objectives_parser.recognizers.publisher import is_organisation, organisation_of
from objectives_parser.roles import default_vocabulary
from objectives_parser.values import guess_fiscal


def _document(*printed: tuple[str, float], body: int = 200) -> Document:
    """A PDF whose first page holds those lines in those sizes, over running text of 10 points."""
    words: list[Word] = []
    blocks: list[Heading | Paragraph] = []
    start = 0
    for text, size in (*printed, *(("so", 10.0),) * body):
        line = []
        for token in text.split():
            line.append(Word(text=token, start=start, end=start + len(token), page=1, size=size))
            start += len(token) + 1
        words.extend(line)
        lines = (Line(words=tuple(line)),)
        blocks.append(Heading(lines=lines, level=1) if size > 10 else Paragraph(lines=lines))
    page = Page(number=1, width=600, height=800, words=tuple(words))
    text = " ".join(word.text for word in words)
    return Document(
        name="plan.pdf", media_type="application/pdf", sha256="", text=text, pages=(page,), blocks=tuple(blocks)
    )


def _context() -> Context:
    return Context(text="", vocabulary=default_vocabulary(), fiscal=guess_fiscal(""), names=frozenset())


@pytest.mark.parametrize(
    ("printed", "title", "organisation"),
    [
        ((("REPUBLIC OF OX", 14), ("UPDATED", 22), ("CLIMATE PLEDGE", 29)), "UPDATED CLIMATE PLEDGE", "REPUBLIC OF OX"),
        ((("Net Zero by 2050:", 30), ("A List for the City", 16)), "Net Zero by 2050: A List for the City", None),
        ((("Agency Goal Action Plan", 28), ("Cut Waiting Times", 26)), "Cut Waiting Times", None),
        ((("The Oak School Strategic Plan", 20), ("Our fun", 20)), "The Oak School Strategic Plan", "The Oak School"),
        ((("Strategic Plan for the Ox Zoo", 24), ("May 2020", 24)), "Strategic Plan for the Ox Zoo", "Ox Zoo"),
        ((("City of Rye Sustainability Master Plan", 24),), "City of Rye Sustainability Master Plan", "City of Rye"),
    ],
)  # fmt: skip
def test_the_cover_is_read(printed: tuple[tuple[str, float], ...], title: str, organisation: str | None) -> None:
    document = _document(*printed)
    assert title_of(document, _context()) == title
    assert organisation_of(title, cover_texts(document), document) == organisation


@pytest.mark.parametrize("text", ["Strengthening Our School", "Annual Report", "May 2020", "Expansion of Services"])
def test_no_body_is_named(text: str) -> None:
    assert not is_organisation(text)


def test_headings_behind_running_text_are_no_lines_of_the_title() -> None:
    """`Energy`, `Transport` in the type of the title over the sections of a first page that is no cover."""
    text = " ".join(["so"] * 30)
    printed = (("Annex of Actions", 20.0), (text, 10.0), ("Energy", 20.0), (text, 10.0), ("Transport", 20.0))
    assert title_of(_document(*printed), _context()) == "Annex of Actions"
