"""What is printed over a figure, a chart, a table or dated steps: captions, and the names of what is measured."""

from __future__ import annotations

from itertools import pairwise

import attrs

from objectives_parser.document import Table, Word
from objectives_parser.drafts import Draft, Passage
from objectives_parser.recognizers.flow.announcements import AnnouncementReader
from objectives_parser.recognizers.namesakes import served_by
from objectives_parser.recognizers.wordings import CAPTION, COUNT_CAPTION, says_nothing
from objectives_parser.records import Basis
from objectives_parser.roles import heading_role
from objectives_parser.statements import Statement

_LONGEST_CAPTION = 25
_FAR, _FEWEST_FAR = 2.0, 2  # ems between the words of a chart; such gaps in the line of its legend


@attrs.define(kw_only=True, eq=False)
class CaptionReader(AnnouncementReader):
    """Reads captions and the titles of values. ``charted`` says that a chart's title stands open."""

    charted: bool = False

    def _caption(self, statement: Statement, *, of_table: bool) -> None:
        """`Figure 3: Emissions of farms` heads nothing; `Table 2: Measures of transport` heads its table alone."""
        self.heading_words.extend(statement.words)
        if of_table:
            named = CAPTION.sub("", statement.text, count=1).strip()
            passage = Passage(named or statement.text, statement.words)
            found = served_by(named, self.drafts)
            grouping = found is None and self.position in self.ahead.headings.sister_captions
            self.scope.open_caption(passage, grouping=grouping)
            if found is not None:
                self.scope.caption_serves(found[1], self.drafts[found[1]])
            self._announce(statement.text, heading_role(statement.text, self.context.vocabulary))

    def _captions_table(self, statement: Statement) -> bool:
        """`Table 2: Activities under Output 1.1` in the type of the text, right over its table."""
        text = statement.text
        if text[:1] not in "Tt" or len(text.split()) > _LONGEST_CAPTION or not isinstance(self._following(), Table):
            return False
        caption = CAPTION.match(text)
        if caption is None or caption.group("of").casefold() != "table":
            return False
        self._caption(statement, of_table=True)
        return True

    def _count_caption(self, statement: Statement, basis: Basis) -> bool:
        """`Number of call centers with expanded hours:` over its dated steps: the measure that they work towards."""
        if not statement.text.endswith(":") or not COUNT_CAPTION.match(statement.text) or not self.drafts:
            return False
        self.scope.make_way_for("measure", "counted")
        at = self._add(self._draft(statement, "measure", basis, "wording: counted, over its steps", score=0.6))
        self.scope.lead.open("milestone", statement, None)
        self.scope.labels_under_lead(at, self.drafts[at])
        return True

    def _over_values(self, statement: Statement, basis: Basis, titled: Draft | None = None) -> bool:
        """The title of a chart or a table of values on a slide of indicators names what is measured; `titled` is the
        label of the slide (`Key Indicator #1`)."""
        announced = titled is not None and titled.kind == "measure"
        if self.position not in self.ahead.headings.over_values or not (
            announced or self.scope.table_kind() == "measure"
        ):
            return False
        draft = self._draft(without_axis(statement), "measure", basis, "title: over values", score=0.6)
        if titled is not None and announced:
            draft = attrs.evolve(draft, label=titled.label, label_words=titled.label_words)
        self._add(draft)
        self.charted = True
        return True


def without_axis(statement: Statement) -> Statement:
    """A chart's title without the figures of its axis, which stand on lines of their own under it or far before it."""
    lines = list(statement.lines)
    while len(lines) > 1 and says_nothing(" ".join(word.text for word in lines[-1])):
        lines.pop()
    if lines and len(lines[0]) > 1 and says_nothing(lines[0][0].text) and _far_apart(*lines[0][:2]):
        lines[0] = lines[0][1:]
    return attrs.evolve(statement, lines=tuple(lines))


def is_legend(statement: Statement) -> bool:
    """Whether a line is the names of a chart's curves or bars, which stand far apart: `New    Mended    Sold`."""
    if len(statement.lines) != 1 or statement.text.endswith((".", ":", ";")):
        return False
    return sum(_far_apart(a, b) for a, b in pairwise(statement.words)) >= _FEWEST_FAR


def _far_apart(a: Word, b: Word) -> bool:
    """Whether more white stands between two words of a line than a justified line has."""
    return a.bbox is not None and b.bbox is not None and b.bbox[0] - a.bbox[2] > _FAR * max(a.size, 1.0)
