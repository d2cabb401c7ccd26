"""Pages without tables as blocks: columns, headings, paragraphs, lists, furniture."""

from __future__ import annotations

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from objectives_parser.document import (
    Block,
    Document,
    Furniture,
    Heading,
    ListItem,
    Mark,
    Page,
    Paragraph,
    Word,
    block_lines,
    block_words,
)
from objectives_parser.layout import lay_out

HEIGHT = 842.0
WIDTH = 595.0


@attrs.define
class Paper:
    """Pages in the making. Words are six tenths of their size a letter wide."""

    text: str = ""
    pages: list[list[Word]] = attrs.field(factory=lambda: [[]])
    marks: list[Mark] = attrs.field(factory=list)

    def dot(self, x: float, middle: float, wide: float = 3.0) -> Paper:
        """A bullet drawn on the first page."""
        self.marks.append(Mark(bbox=(x, middle - wide / 2, x + wide, middle + wide / 2)))
        return self

    def turn(self) -> Paper:
        self.pages.append([])
        return self

    def line(
        self,
        x: float,
        top: float,
        words: str,
        size: float = 10.0,
        bold: bool = False,
        color: str = "#000000",
        gap: float = 0.3,
        italic: bool = False,
    ) -> Paper:
        for token in words.split():
            wide = 0.55 * size * len(token)
            self.text += " " if self.text else ""
            start = len(self.text)
            self.text += token
            word = Word(
                text=token,
                start=start,
                end=len(self.text),
                page=len(self.pages),
                bbox=(x, top, x + wide, top + 1.1 * size),
                size=size,
                bold=bold,
                italic=italic,
                color=color,
            )
            self.pages[-1].append(word)
            x += wide + gap * size
        return self

    def lines(self, x: float, top: float, *lines: str, size: float = 10.0, step: float = 12.0) -> Paper:
        for at, line in enumerate(lines):
            self.line(x, top + step * at, line, size)
        return self

    def blocks(self) -> tuple[Block, ...]:
        pages = tuple(
            Page(
                number=at,
                width=WIDTH,
                height=HEIGHT,
                words=tuple(words),
                marks=tuple(self.marks) if at == 1 else (),
            )
            for at, words in enumerate(self.pages, 1)
        )
        document = Document(name="x.pdf", media_type="application/pdf", text=self.text, pages=pages)
        return lay_out(document).blocks or ()


def texts(blocks: tuple[Block, ...], kind: type = object) -> list[str]:
    return [" ".join(line.text for line in block_lines(block)) for block in blocks if isinstance(block, kind)]


LEFT = ("We will reduce energy use in all our", "buildings over the next five years and", "report on it.")
RIGHT = ("We will plant more trees along the main", "roads of every district and look after", "them well.")


def test_lines_close_together_are_one_paragraph_and_white_space_parts_paragraphs() -> None:
    paper = Paper().lines(72, 200, *LEFT).lines(72, 260, *RIGHT)
    assert texts(paper.blocks(), Paragraph) == [" ".join(LEFT), " ".join(RIGHT)]


def test_columns_are_read_one_after_the_other() -> None:
    """Though their lines share baselines."""
    paper = Paper().lines(60, 200, *LEFT).lines(320, 200, *RIGHT)
    assert texts(paper.blocks()) == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_heading_over_two_columns_comes_first_and_the_text_under_them_last() -> None:
    wide = "All of this text stands under both of the columns and goes from the left margin to the right one."
    paper = Paper().line(60, 150, "A heading that spans both of the columns here", 16, bold=True)
    paper.lines(60, 200, *LEFT).lines(320, 200, *RIGHT).line(60, 300, wide)
    assert texts(paper.blocks()) == [
        "A heading that spans both of the columns here",
        " ".join(LEFT),
        " ".join(RIGHT),
        wide,
    ]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    """Where the sentence is not ended and the next text begins in small letters."""
    paper = Paper().lines(60, 200, "This is the beginning of a long sentence", "that is cut at the")
    paper.lines(320, 200, "end of its column and here it is cut at", "the end of the page too, where it")
    paper.turn().lines(60, 100, "goes on to its end.", "More.")
    (paragraph,) = texts(paper.blocks(), Paragraph)
    assert "cut at the end of its column" in paragraph
    assert "where it goes on to its end." in paragraph


def test_larger_and_bold_lines_are_headings_whose_size_gives_the_level() -> None:
    paper = Paper().line(72, 100, "Strategic plan", 20).line(72, 150, "Health", 14).lines(72, 180, *LEFT)
    paper.line(72, 240, "Housing", bold=True).lines(72, 260, *RIGHT)
    headings = [(b.level, texts((b,))[0]) for b in paper.blocks() if isinstance(b, Heading)]
    assert headings == [(1, "Strategic plan"), (2, "Health"), (3, "Housing")]


def test_a_bold_lead_stays_in_its_paragraph() -> None:
    """`Objective 1 :: Acquire …`: bold words at the head of a paragraph are no heading."""
    paper = Paper().line(72, 200, "Objective 1 ::", bold=True)
    end = paper.pages[-1][-1].bbox
    assert end is not None
    paper.line(end[2] + 3, 200, "Acquire baseline data for").line(72, 212, "the county and its buildings.")
    assert texts(paper.blocks(), Paragraph) == [
        "Objective 1 :: Acquire baseline data for the county and its buildings."
    ]


def test_list_items_keep_their_wrapped_lines_and_know_their_depth() -> None:
    paper = Paper().line(72, 200, "• Improve access to care and to other", gap=0.4).line(79, 212, "services")
    paper.line(100, 224, "o Open two new clinics").line(72, 236, "• Train staff")
    items = [(b.level, b.marker, texts((b,))[0]) for b in paper.blocks() if isinstance(b, ListItem)]
    assert items == [
        (0, 1, "• Improve access to care and to other services"),
        (1, 1, "o Open two new clinics"),
        (0, 1, "• Train staff"),
    ]


def test_a_bullet_that_is_drawn_begins_an_item() -> None:
    """Browsers draw the bullets of a list: dots of one size at half the height of the letters."""
    paper = Paper().lines(86, 200, "Improve access to care and to the other", "services of the county", "Train staff")
    paper.dot(72, 206.5).dot(72, 230.2, 3.6)
    assert texts(paper.blocks(), ListItem) == [
        "Improve access to care and to the other services of the county",
        "Train staff",
    ]


def test_a_bullet_of_the_macintosh_that_came_as_a_yen_begins_an_item() -> None:
    paper = Paper()
    for at, text in enumerate(("Plant trees along the river", "Open the school gardens", "Mend the old mill")):
        paper.line(60, 100 + 30 * at, f"¥ {text}")
    paper.line(60, 300, "¥ 500 is the fee")
    assert len(texts(paper.blocks(), ListItem)) == 3
    assert texts(paper.blocks(), Paragraph) == ["¥ 500 is the fee"]


def test_a_drawing_alone_or_as_large_as_the_type_is_no_bullet() -> None:
    for paper in (Paper().dot(72, 206), Paper().dot(70, 206, 11).dot(70, 218, 11)):
        paper.lines(86, 200, "Improve access to care and to the other", "services of the county")
        assert texts(paper.blocks(), ListItem) == []


def test_a_title_over_two_columns_keeps_its_short_last_line() -> None:
    paper = Paper().line(60, 150, "Objective 2: People live on their own in homes that suit", 13, bold=True)
    paper.line(60, 166, "their needs", 13, bold=True).lines(60, 200, *LEFT).lines(320, 196, *RIGHT)
    assert texts(paper.blocks(), Heading) == ["Objective 2: People live on their own in homes that suit their needs"]


def test_a_centred_title_over_two_columns_keeps_its_last_word() -> None:
    paper = Paper().line(120, 150, "Calls answered within a minute by the night", 13, bold=True)
    paper.line(248, 166, "team", 13, bold=True).lines(60, 200, *LEFT).lines(320, 196, *RIGHT)
    assert texts(paper.blocks(), Heading) == ["Calls answered within a minute by the night team"]


def test_a_quotation_set_to_the_right_edge_is_one_paragraph() -> None:
    paper = Paper().lines(60, 60, *LEFT)
    for at, text in enumerate(
        ("After long talks", "with the people of", "the harbour we ask", "that all piers be", "open")
    ):
        paper.line(400 - 0.55 * 18 * len(text.replace(" ", "")) - 5.4 * text.count(" "), 130 + 21 * at, text, 18)
    paper.lines(60, 260, *RIGHT)
    quoted = "After long talks with the people of the harbour we ask that all piers be open"
    assert texts(paper.blocks(), Paragraph)[1:2] == [quoted] and not texts(paper.blocks(), Heading)


def test_a_marker_far_from_its_text_belongs_to_it() -> None:
    paper = Paper()
    for at, text in enumerate(("Improve access to care", "Train all our staff", "Open new clinics")):
        paper.line(72, 200 + 14 * at, "•").line(100, 200 + 14 * at, text)
    assert texts(paper.blocks(), ListItem) == [
        "• Improve access to care",
        "• Train all our staff",
        "• Open new clinics",
    ]


def test_labels_set_apart_from_what_stands_on_their_lines_make_no_column() -> None:
    paper = Paper().lines(72, 200, "Goal 1", "Goal 2", "Goal 3", step=20)
    paper.lines(140, 200, "Keep people safe from floods.", "Keep the roads open.", "Tell all what to do.", step=20)
    assert texts(paper.blocks())[0].startswith("Goal 1 Keep people safe from floods.")


def test_a_paragraph_set_to_the_text_of_an_item_of_several_sentences_belongs_to_it() -> None:
    item = ("• Open the archives to all. Few people know", "what they hold. A new catalogue will show", "them the way.")
    more = ("The archives will also visit schools,", "and lend what can be lent.")
    paper = Paper().line(72, 200, item[0], gap=0.4).lines(81.5, 212, *item[1:]).lines(81.5, 248, *more)
    paper.lines(72, 284, "Archives are what a country remembers of", "itself, and what it owes to those to come.")
    assert texts(paper.blocks(), ListItem) == [" ".join((*item, *more))]


def test_a_paragraph_under_an_item_of_one_sentence_stays_apart() -> None:
    item = (
        "• Open the archives to all who ask for them, in",
        "the capital and in all other towns that keep",
        "any of them",
    )
    more = ("Few people know what the archives hold,", "and fewer come to read it.")
    paper = Paper().line(72, 200, item[0], gap=0.4).lines(81.5, 212, *item[1:]).lines(81.5, 248, *more)
    assert texts(paper.blocks(), ListItem) == [" ".join(item)]


def test_a_heading_wrapped_beside_a_picture_is_one_piece() -> None:
    full = "The county has many old buildings, and most of them lose more heat than they should keep inside"
    paper = Paper().line(72, 188, full)
    paper.line(90, 212, "MEASURE #4: Promote better").line(72, 224, "Designs of public buildings")
    for at in range(4):  # all lines but the measure's first end at one edge
        paper.line(72, 248 + 12 * at, "Many new ones are being built.")
    assert "MEASURE #4: Promote better Designs of public buildings" in texts(paper.blocks())


def test_a_number_at_a_line_s_head_inside_a_sentence_is_no_marker() -> None:
    paper = Paper().lines(72, 200, "We will do this in phases, as the law foresees in its", "chapter", step=12)
    paper.lines(72, 224, "12. of the year that follows, we will report to the house.")
    assert not texts(paper.blocks(), ListItem)


def test_the_numbers_of_a_sentence_go_on_over_its_lines() -> None:
    paper = Paper().lines(72, 200, "The work has three steps: (1) taking stock of all; (2) setting a target;", step=12)
    paper.lines(72, 212, "(3) acting on what was found in the years to come.")
    assert not texts(paper.blocks(), ListItem)


def test_a_sentence_may_begin_to_count_at_the_head_of_a_line() -> None:
    paper = Paper().lines(
        72, 200, "All that the harbour office commits to in this chapter rests on two pillars:", step=12
    )
    paper.lines(72, 212, "(1) safe moorings for every boat that calls, (2) fair dues for all who sail to us", step=12)
    paper.lines(72, 224, "or pass by.", step=12)
    assert not texts(paper.blocks(), ListItem)
    paper = Paper().lines(
        72, 200, "The harbour office will:", "(1) build safe moorings;", "(2) set fair dues.", step=12
    )
    assert len(texts(paper.blocks(), ListItem)) == 2


def test_a_justified_line_is_one_line() -> None:
    """Its spaces are stretched to more than an em, all alike."""
    paper = Paper().lines(72, 200, *LEFT)
    paper.line(72, 236, "Increase growing stock of forests", gap=1.4).line(72, 248, "in the hills.")
    assert "Increase growing stock of forests" in " ".join(texts(paper.blocks()))


def many_pages(head: str = "Green Plan", count: int = 5) -> Paper:
    paper = Paper()
    for number in range(1, count + 1):
        if number > 1:
            paper.turn()
        paper.line(72, 40, head).line(290, 800, str(number + 2))
        paper.lines(72, 100 + 7 * number, f"Page {number} says {'very ' * number}much in its own words.", *LEFT)
    return paper


def test_running_heads_and_page_numbers_are_furniture() -> None:
    blocks = many_pages().blocks()
    kinds = [(b.kind, texts((b,))[0]) for b in blocks if isinstance(b, Furniture)]
    assert sorted(kinds) == sorted(
        [("running", "Green Plan")] * 5 + [("page-number", str(number)) for number in range(3, 8)]
    )


def test_the_label_over_each_page_is_no_running_head() -> None:
    """A page for each goal; where a goal takes two, the label over the second is printed again."""
    paper = Paper()
    for page, goal in enumerate((1, 2, 2, 3, 4)):
        if page:
            paper.turn()
        paper.line(72, 60, f"Goal {goal}").lines(72, 200, *LEFT).line(72, 800, f"Green Plan {2020 + page}")
    assert texts(paper.blocks(), Furniture) == [
        "Green Plan 2020",
        "Green Plan 2021",
        "Goal 2",
        "Green Plan 2022",
        "Green Plan 2023",
        "Green Plan 2024",
    ]


def test_lines_far_apart_are_paragraphs_where_no_sentence_goes_on() -> None:
    """Each paragraph is one line, so that no two lines tell how close lines stand; the longest is no full one."""
    told = (
        "Recommendation 1: The ministry should publish its plans.",
        "We found that plans were not public.",
        "Others do.",
    )
    paper = Paper()
    for at, text in enumerate(told):
        paper.line(72, 200 + 20 * at, text)
    assert texts(paper.blocks(), Paragraph) == list(told)


def test_a_lone_number_that_does_not_count_with_the_pages_is_text() -> None:
    """The number of a table's last row."""
    paper = many_pages()
    paper.pages[2][1] = attrs.evolve(paper.pages[2][1], bbox=(72.0, 795.0, 82.0, 806.0))
    paper.line(290, 780, "24")
    assert "24" not in texts(paper.blocks(), Furniture)


def test_dotted_lines_of_a_table_of_contents_are_furniture() -> None:
    paper = Paper().line(72, 200, "Goal 1: Improve health ............... 12").lines(72, 230, *LEFT)
    assert texts(paper.blocks(), Furniture) == ["Goal 1: Improve health ............... 12"]


def test_footnotes_are_furniture_and_the_text_goes_on_past_them() -> None:
    paper = Paper().lines(72, 600, "This sentence carries a mark and goes on over the end of the", "page to the")
    last = paper.pages[-1][-1]
    assert last.bbox is not None
    paper.line(last.bbox[2], 608, "1", 6)
    paper.pages[-1][-1] = attrs.evolve(paper.pages[-1][-1], superscript=True)
    paper.line(72, 700, "1 The note says where it is from.", 8)
    paper.turn().lines(72, 100, "next one and ends here.", *LEFT)
    blocks = paper.blocks()
    assert texts(blocks, Furniture) == ["1 The note says where it is from."]
    assert any("page to the" in text and "next one and ends here." in text for text in texts(blocks, Paragraph))


def test_footnotes_as_large_as_the_text_begin_with_marks_that_stand_raised_above() -> None:
    paper = Paper().lines(72, 600, "This sentence carries a mark and goes on over the end of the", "page to the")
    last = paper.pages[-1][-1]
    assert last.bbox is not None
    paper.line(last.bbox[2], 608, "1", 6)
    paper.pages[-1][-1] = attrs.evolve(paper.pages[-1][-1], superscript=True)
    paper.line(72, 700, "1", 6).line(77, 700, "The note says where it is from.", 10)
    paper.turn().lines(72, 100, "next one and ends here.", *LEFT)
    blocks = paper.blocks()
    assert texts(blocks, Furniture) == ["1 The note says where it is from."]
    assert any("page to the" in text and "next one and ends here." in text for text in texts(blocks, Paragraph))


def test_text_that_runs_round_a_box_is_one_paragraph() -> None:
    paper = Paper().lines(72, 140, "The roads of the county are long, and all who live beside them walk on", "them.")
    paper.line(72, 208, "Words in a box", 9, color="#008000")
    paper.line(250, 200, "We will make every road in the hills", gap=0.4).line(
        250, 214, "safer for all who walk there within", gap=0.47
    )
    paper.line(72, 228, "five years and report on it to the people who live beside the road in hills", gap=0.237)
    paper.line(72, 242, "and in the towns.")
    said = next(text for text in texts(paper.blocks(), Paragraph) if text.startswith("We will"))
    assert said.endswith("beside the road in hills and in the towns.")


def test_a_sentence_goes_on_where_what_stands_beside_the_lines_below_cuts_the_column() -> None:
    paper = Paper().line(
        72, 74, "The goals in this plan are where the town begins and where all of its people", gap=0.25
    )
    paper.line(72, 88, "meet. The goals and the objectives that the town has for each section are as", gap=0.25)
    paper.lines(72, 102, "follows:", "a. Quiet streets", "b. Clean water", "c. Warm homes", "d. Old trees", step=14)
    left = (
        "The weather of the town is",
        "warmer than it was before",
        "and its river is higher",
        "than ever was told of it.",
    )
    paper.lines(72, 186, *left, *left, step=14)
    paper.lines(330, 186, "A picture of the river", "as it was seen from the", "bridge on a day in May.", step=14)
    assert any(text.endswith("section are as follows:") for text in texts(paper.blocks(), Paragraph))


def test_hidden_words_and_watermarks_stand_apart() -> None:
    paper = Paper().lines(72, 200, *LEFT).line(100, 400, "DRAFT", 60).line(72, 500, "old wording")
    words = paper.pages[-1]
    paper.pages[-1] = [
        attrs.evolve(word, watermark=word.text == "DRAFT", hidden=word.text in {"old", "wording"}) for word in words
    ]
    blocks = paper.blocks()
    assert [(b.kind, texts((b,))[0]) for b in blocks if isinstance(b, Furniture)] == [
        ("watermark", "DRAFT"),
        ("hidden", "old wording"),
    ]
    assert texts(blocks, Paragraph) == [" ".join(LEFT)]


def test_a_sentence_left_of_the_marker_is_the_text_behind_the_list() -> None:
    paper = Paper().line(60, 100, "The agency will do these things in the course of the coming fiscal year:")
    paper.line(66, 114, "• advance the design of its offices")
    paper.line(66, 128, "• invite the states to include wind in their plans by 2022.")
    paper.line(60, 142, "Member states are encouraged to go on in the same way as before:")
    blocks = paper.blocks()
    assert texts(blocks, ListItem) == [
        "• advance the design of its offices",
        "• invite the states to include wind in their plans by 2022.",
    ]
    assert texts(blocks, Paragraph)[-1] == "Member states are encouraged to go on in the same way as before:"


def test_a_bold_question_under_a_bold_title_of_its_width_stands_alone() -> None:
    paper = Paper().line(60, 100, "Priority two: fewer falls for all", bold=True)
    paper.line(60, 114, "Why is this a priority for us?", bold=True)
    paper.lines(60, 130, *(3 * ["Falls harm patients and they cost much, and so we want to have fewer of them soon."]))
    headings = [" ".join(line.text for line in block.lines) for block in paper.blocks() if isinstance(block, Heading)]
    assert headings == ["Priority two: fewer falls for all", "Why is this a priority for us?"]


def test_a_line_in_italics_where_the_markers_stand_is_behind_the_list() -> None:
    paper = Paper().line(72, 200, "1. Train all staff in the use of forms").line(72, 215, "2. Use common services")
    paper.line(72, 230, "Relates to actions 3 and 4.", italic=True)
    blocks = [texts((block,))[0] for block in paper.blocks() if not isinstance(block, ListItem)]
    assert blocks == ["Relates to actions 3 and 4."]


def test_a_sentence_whose_first_line_is_bold_goes_on_in_plain_letters() -> None:
    words = "harbour by the end of the year, and that the town will pay for all of them itself in the end."
    paper = Paper().line(
        70, 100, "The council has said that it will open three piers in the old port near its", bold=True
    )
    paper.line(70, 113, words[:76]).line(70, 126, words[76:])
    assert [type(block) for block in paper.blocks()] == [Paragraph]
    heads = (
        Paper().line(70, 100, "Three new piers", bold=True).line(70, 113, "harbour works go on as they did before it")
    )
    assert isinstance(heads.blocks()[0], Heading)


def test_a_sentence_goes_on_in_bold_at_a_line_s_head() -> None:
    paper = Paper().line(70, 100, "Since boats are wanted again for all that comes by sea, to the port and the town,")
    paper.line(70, 113, "the port is setting a goal of ten boats in the harbour by the end of the year 2031", bold=True)
    paper.line(70, 126, "which is why the quays may be used by all who come to them from the sea or the land.")
    assert [type(block) for block in paper.blocks()] == [Paragraph]


def test_paragraphs_whose_first_lines_hang_out() -> None:
    items = [
        ("Mend the walls of the northern quay and", "the stairs that lead to it (March 2031), and"),
        ("Complete the Long Bridge, Phase II", "(December 2031), and"),
        ("Open the way from the Old Gate and the Tower", "Hill to the market (May 2032)."),
    ]
    paper = Paper().line(70, 70, "The port will do what the council has asked it to do in the years to come, that is")
    for number, (first, second) in enumerate(items):
        paper.line(70, 100 + 26 * number, first).line(90, 113 + 26 * number, second)
    blocks = [block for block in paper.blocks() if isinstance(block, Paragraph)]
    assert [len(block.lines) for block in blocks[-3:]] == [2, 2, 2]


def test_a_quantity_at_a_line_s_head_is_no_marker() -> None:
    paper = (
        Paper()
        .line(72, 200, "The city is leading by example by putting up some")
        .line(72, 212, "1.5 MW of solar power on the roofs of its schools.")
    )
    assert [type(block) for block in paper.blocks()] == [Paragraph]


def test_a_numbered_heading_is_no_level_of_the_lists_on_its_page() -> None:
    """A list that goes on over a page end has one level, whatever stands below it there."""
    paper = Paper().lines(72, 200, *LEFT).line(90, 300, "• Plant trees in all streets by then")
    paper.turn().line(90, 60, "• Repair the roads of the old town").line(
        72, 120, "5. Means of Implementation", 16.0, bold=True
    )
    paper.lines(72, 160, *RIGHT)
    assert [block.level for block in paper.blocks() if isinstance(block, ListItem)] == [0, 0]


PLACES = st.tuples(
    st.floats(0, WIDTH),
    st.floats(0, HEIGHT),
    st.text("abcXYZ•-1.)", min_size=1, max_size=12).filter(str.strip),
    st.sampled_from([7.0, 10.0, 10.0, 14.0]),
    st.booleans(),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(PLACES, max_size=25), min_size=1, max_size=4))
def test_every_word_is_in_exactly_one_block(pages: list[list[tuple[float, float, str, float, bool]]]) -> None:
    """Wherever words stand on the pages."""
    paper = Paper()
    for number, words in enumerate(pages):
        if number:
            paper.turn()
        for x, top, text, size, bold in words:
            paper.line(x, top, text, size, bold=bold)
    found = [id(word) for block in paper.blocks() for word in block_words(block)]
    assert sorted(found) == sorted(id(word) for page in paper.pages for word in page)
