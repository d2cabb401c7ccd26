"""Forms and lists as office programs and browsers print them: a table inside another, bullets that are squares."""

from __future__ import annotations

from objectives_parser.document import ListItem
from objectives_parser.layout.drawn_bullets import dots_on
from objectives_parser.layout.pages import page_blocks
from objectives_parser.layout.tables import find_tables
from tests.sheets import Sheet, texts


def banded() -> Sheet:
    """Four rows of five columns under a title, and below them three rows of two columns whose border is none of
    theirs."""
    sheet = Sheet()
    edges = (50.0, 140.0, 230.0, 320.0, 410.0, 500.0)
    ys = (100.0, 130.0, 160.0, 190.0, 220.0)
    for y in ys:
        sheet.across(y, edges[0], edges[-1])
    for x in edges:
        sheet.down(x, ys[0], ys[-1])
    low = (220.0, 250.0, 280.0, 310.0)
    for y in low[1:]:
        sheet.across(y, edges[0], edges[-1])
    for x in (50.0, 185.0, 275.0, 365.0, 455.0, 500.0):
        sheet.down(x, low[0], low[-1])
    for at, y in enumerate(ys[:-1]):
        for column, x in enumerate(edges[:-1]):
            sheet.text(x + 5, y + 8, f"upper {at}{column}")
    for at, y in enumerate(low[:-1]):
        for column, x in enumerate((50.0, 185.0, 275.0, 365.0, 455.0)):
            sheet.text(x + 5, y + 8, f"low{at}{column}")
    return sheet


def test_bands_of_rows_that_share_few_borders_are_one_table() -> None:
    (table,) = find_tables(banded().page())
    rows = [[text for text in row if text] for row in texts(table)]
    assert rows[0] == [f"upper 0{column}" for column in range(5)]
    assert rows[-1] == [f"low2{column}" for column in range(5)]
    assert len(rows) == 7


class TestSquareBullets:
    """Browsers draw the bullets of the third level as small black squares."""

    def page(self, *colors: str) -> Sheet:
        sheet = Sheet().text(50, 80, "Next year the parks will be cared for in these ways:")
        for at, color in enumerate(colors):
            sheet.fill(color, 60, 103 + 14 * at, 63.7, 106.7 + 14 * at)
            sheet.text(72, 100 + 14 * at, f"Plant more trees along the {at + 2}nd avenue")
        return sheet

    def test_they_begin_items(self) -> None:
        blocks = page_blocks([self.page("#000000", "#000000", "#000000").page()])
        assert len([block for block in blocks if isinstance(block, ListItem)]) == 3

    def test_the_key_of_a_chart_is_none(self) -> None:
        assert not dots_on(self.page("#cc0000", "#00aa44", "#0044cc").page())
