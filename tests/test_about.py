"""What a plan says of itself on its cover: title and publishing body."""

import attrs
import pytest

from objectives_parser import parse
from objectives_parser.document import Document, Heading, Line, Page, Paragraph, Word
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.reading import _groups_nothing
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


def test_a_period_cut_by_a_line_end_is_one_word_of_the_title() -> None:
    document = _document(("Roots: Strategic Plan 2023–", 24.0), ("2030", 24.0))
    first, second, *others = document.blocks or ()
    assert isinstance(first, Heading) and isinstance(second, Heading)
    joined = attrs.evolve(document, blocks=(Heading(lines=first.lines + second.lines, level=1), *others))
    assert title_of(joined, _context()) == "Roots: Strategic Plan 2023–2030"


@pytest.mark.parametrize("name", ["Works – Plan 2026", "Plan 2026 – Works", "Plan 2026", "Works", "1 May 2026"])
def test_the_plan_itself_groups_none_of_its_statements(name: str) -> None:
    word = Word(text=name, start=0, end=len(name))
    draft = Draft(kind="action", lines=((word,),), text=name, basis="list", category=Passage(name, (word,)))
    assert _groups_nothing(draft, title="Plan 2026", body="Works")
    assert not _groups_nothing(attrs.evolve(draft, category=Passage("Road works", (word,))), "Plan 2026", "Works")


def _about(text: str, name: str = "plan.txt") -> tuple[str | None, str | None, str | None]:
    about = parse(text.encode(), name=name).about
    return about.title, about.organisation, about.person


TABLE = "\n\n| Objective | Measure |\n|---|---|\n| Keep the quay safe | Accidents on the quay |\n"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        # a plain text's first line; of two that say the same the one with its years
        ("Strategic Plan\n\nStrategic Plan 2023-2025", ("Strategic Plan 2023-2025", None, None)),
        (
            "Permanent Secretary Objectives 2012/13\n\nHarriet Loxley, Department for Rivers",
            ("Permanent Secretary Objectives 2012/13", "Department for Rivers", "Harriet Loxley"),
        ),
        (
            "Permanent Secretary Objectives 2012/13\n\nName: Dr Ana Crane Department: Ministry of Ports",
            ("Permanent Secretary Objectives 2012/13", "Ministry of Ports", "Dr Ana Crane"),
        ),
        # any council is no name; a sentence and what leads about a site are no titles
        ("Council Plan\n\nCity Council", ("Council Plan", None, None)),
        ("This is our strategic plan.", (None, None, None)),
        ("Back to main plan page", (None, None, None)),
    ],
)
def test_the_first_lines_of_a_text_name_plan_body_and_person(head: str, said: tuple[str | None, ...]) -> None:
    assert _about(head + TABLE) == said


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("# Delivery Plan 2026\n\nHarbour City Council", ("Delivery Plan 2026", "Harbour City Council", None)),
        ("Town of Cutler | 2025 Hazard Plan", ("2025 Hazard Plan", "Town of Cutler", None)),
        ("Bureau of Statistics — Work Programme 2025", ("Work Programme 2025", "Bureau of Statistics", None)),
        ("# Work Plan 2026\n\nImplementing partner: Ministry of Works", ("Work Plan 2026", "Ministry of Works", None)),
        ("# Bay Hospital\n\nImprovement Plan 2026", ("Improvement Plan 2026", "Bay Hospital", None)),
        # what a site writes into the properties of all its pages is not what this page is called
        ("---\ntitle: Action Plan\n---\n\n# 2020 Action Plan\n\nUpdated in May.", ("2020 Action Plan", None, None)),
        ("---\ntitle: Plan of the port\n---\n\n# Plan of the\n", ("Plan of the port", None, None)),
    ],
)
def test_a_format_without_a_cover_names_plan_and_body(head: str, said: tuple[str | None, ...]) -> None:
    assert _about(head + TABLE, "plan.md") == said


def test_the_rows_over_a_spreadsheets_table_are_its_head() -> None:
    about = parse(
        b"Harbour City Council,,\nDigital Strategy \xe2\x80\x93 Delivery Tracker,,\n,,\nAction,Owner,Due\n"
        b"Replace the portal,Head of IT,2026\nAdd card payments,Head of Finance,2027\n",
        name="plan.csv",
    ).about

    assert about.organisation == "Harbour City Council"


def test_who_leads_is_no_part_of_the_title() -> None:
    document = _document(("Raise small firms' share Co-Goal Leader: Robin Wong", 24), ("", 10))

    assert title_of(document, _context()) == "Raise small firms' share"


def test_a_plan_with_its_year_is_a_title_before_its_sections() -> None:
    document = _document(("Corporate Plan 2025–26", 26), ("Our purpose", 20))

    assert title_of(document, _context()) == "Corporate Plan 2025–26"


def test_a_file_name_is_no_title() -> None:
    document = attrs.evolve(_document(("so", 10)), title="work-plan-final")

    assert title_of(document, _context()) is None


def test_a_line_of_the_contents_is_no_title() -> None:
    document = _document(("Letter to the dale .......... 3", 14.0), ("Letter from the reeve ..……… 5", 14.0))
    assert title_of(document, _context()) is None


def test_a_contribution_is_a_plan() -> None:
    title = "Republic of Dale: Updated Nationally Determined Contribution"
    assert title_of(_document((title, 26.0), ("October 2021", 12.0)), _context()) == title
