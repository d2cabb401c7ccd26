"""Paragraphs that state a record by where they stand: under a goal, over a list, under a year, in an announced list."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Heading, Paragraph
from objectives_parser.frozen import evolve
from objectives_parser.labelling import drop_words, label_of, labelled, words_of
from objectives_parser.recognizers.ahead import YEAR_BEFORE
from objectives_parser.recognizers.commands import promised_parts
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.flow.field_lines import is_named_line
from objectives_parser.recognizers.flow.lead_ins import LeadInReader
from objectives_parser.recognizers.flow.paragraph_parts import TYPED
from objectives_parser.recognizers.sister_numbers import is_next
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import Kind
from objectives_parser.roles import PrintedLabel
from objectives_parser.statements import Statement, block_statement, cut_at, plain_sentences
from objectives_parser.values import due_of_cell

# "Implementation steps": what stands over them is done in these, and is no aim
_STEPS = regex.compile(r"\b(?:steps|tasks|milestones|timeline)\W*$", regex.IGNORECASE)
_FIRST = ("1", "A", "I", "a", "i")
# "Streets — Plant trees on both sides": a title run in before what will be done
_RUN_IN = regex.compile(r"\p{Lu}[^.:;–—]{2,50}(?:\s[–—-]\s|:\s)(?=\p{Lu})")


@attrs.define(kw_only=True, eq=False)
class PlacedReader(LeadInReader):
    """Reads paragraphs whose place, type or number says what they are."""

    def _told_by_place(self, statement: Statement) -> bool:
        """Whether where a paragraph stands says what it is: over a list, in a chart, over steps, in a year's plan,
        under a goal."""
        text = statement.text
        if self._in_schedule(statement, "prose"):
            return True
        if (
            self.position in self.ahead.headings.over_lists
            and not self.scope.in_note()
            and self.scope.item_kind(0) is None
        ):
            self._aim_over_list(statement)
            return True
        if self._over_values(statement, "prose") or (
            self.charted and not text.endswith(".") and len(text.split()) < 12
        ):
            return True  # what is printed in a chart: its legend
        if self._count_caption(statement, "prose"):
            return True
        if self.position in self.ahead.paragraphs.years:
            self._year_entry(statement)
            return True
        if self.position in self.ahead.paragraphs.commands:
            self._command(statement)
            return True
        # `120 km in all` under `T1 Build cycle lanes` and over who leads that explains it
        if (
            self.position in self.ahead.paragraphs.tasked
            and not self.scope.in_note()
            and self.ahead.headings.aims.get(self.position - 1) != "action"
        ):
            evidence = "fields: who does it, by when"
            draft = self._draft(statement, "action", "prose", evidence, score=0.7)
            self.last_item = self._add(labelled(draft, self.context))
            return True
        return self._under_own_title(statement)

    def _under_own_title(self, statement: Statement) -> bool:
        """What is to be done, in the one paragraph under its title, where the title states nothing itself."""
        stated = self.position - 1 in self.ahead.headings.aims or self.scope.right_under("action", self.drafts)
        if self.position not in self.ahead.paragraphs.titled or stated or self.scope.in_note():
            return False
        self._add(self._draft(statement, "action", "prose", "title: what is to be done under it", score=0.6))
        return True

    def _command(self, statement: Statement) -> None:
        """What a paragraph right under a goal commands; one that ends in a colon is what its list consists of."""
        self.scope.make_way_for("action", "command")
        for part in promised_parts(statement):
            at = self._add(self._draft(part, "action", "prose", "wording: a command under a goal", score=0.6))
        if statement.text.endswith(":") and self._over_items():
            self.scope.open_label(at, evolve(self.drafts[at], level="command"))
            self.scope.lead.open("action", statement, None)

    def _aim_over_list(self, statement: Statement) -> None:
        following = self._following()
        steps = isinstance(following, Heading) and _STEPS.search(block_statement(following.lines).text) is not None
        kind: Kind = "action" if steps else "objective"
        self.scope.make_way_for(kind, "aim")
        draft = self._draft(statement, kind, "prose", "wording: what the list under it is for", score=0.6)
        at = self._add(evolve(draft, level="aim"))
        self.scope.open_label(at, self.drafts[at])

    def _year_entry(self, statement: Statement) -> None:
        """`2027: Open a library. Hire two librarians.`: the year is the date of each of them; a last one that ends in
        a colon is what the list under it consists of."""
        year = YEAR_BEFORE.match(statement.text)
        assert year is not None
        count = words_of(statement.lines, statement.text, year.end())
        dated = [word for line in statement.lines for word in line][:count]
        due = due_of_cell(year.group().strip(" :–—-"), self.context.fiscal)
        self.scope.make_way_for("action", "year")
        rest = evolve(statement, lines=drop_words(statement.lines, count))
        for sentence in (part for told in plain_sentences(rest) for part in _between_semicolons(told)):
            if not (tells(sentence.text) or promises(sentence.text) or ";" in statement.text):
                continue
            draft = self._draft(sentence, "action", "prose", "wording: planned for a year", score=0.6)
            at = self._add(evolve(draft, due=due, due_words=tuple(dated)))
            if sentence.text.endswith(":"):
                self.scope.open_label(at, self.drafts[at])
                self.scope.lead.open("action", sentence, due)

    def _typed_measure(self, statement: Statement) -> bool:
        """`Outcome: Share of youth …` where indicators are listed: the word tells what type of indicator it is."""
        typed = TYPED.match(statement.text) if self.scope.table_kind() == "measure" else None
        if typed is None:
            return False
        count = len(typed.group().split())
        rest = evolve(statement, lines=drop_words(statement.lines, count))
        draft = self._draft(rest, "measure", "prose", f"heading: {self.scope.announced_by()}", score=0.8)
        label = typed.group().strip(" :")
        self._add(evolve(draft, label=label, label_words=statement.words[:count]))
        return True

    def _under_numbered_title(self, statement: Statement) -> bool:
        """A statement in bold right under `3. Water`, or one over the first of its objectives: the title's aim."""
        number, self.numbered_title = self.numbered_title, None
        text = statement.text
        if not (number and 6 <= len(text.split()) <= 100 and tells(text)):
            return False
        if not (statement.bold or self._over_first_aim()):
            return False
        self.scope.make_way_for("objective", "title")
        how = "bold statement under a numbered title" if statement.bold else "between a numbered title and its aims"
        evidence = f"wording: {how}"
        draft = self._draft(statement, "objective", "prose", evidence, score=0.7)
        at = self._add(evolve(draft, level="goal", label=number))
        self.scope.open_label(at, evolve(self.drafts[at], level="title"))
        return True

    def _over_first_aim(self) -> bool:
        """Whether `Objective 1: …` stands right under the block at hand, whose part it then is."""
        below = self._following()
        if not isinstance(below, Paragraph | Heading):
            return False
        label = label_of(block_statement(below.lines).text, self.context)
        return label is not None and label.role == "objective" and label.number in _FIRST

    def _run_in_title(self, statement: Statement) -> bool:
        """`Training: The agency will train …` with its title in bold, where a heading announces strategies: one of
        them, as a list item would be."""
        words = statement.words
        title = next((at for at, word in enumerate(words[:9]) if not word.bold or word.text.endswith(":")), 0)
        if not (self.scope.loosely() and words[title].bold and words[title].text.endswith(":")):
            return False
        rest = words[title + 1 :]
        told = " ".join(word.text for word in rest)
        if not rest or rest[0].bold or not (promises(told) or tells(told)):
            return False
        evidence = f"heading: {self.scope.announced_by()}"
        self._add(self._draft(statement, "action", "prose", evidence, score=0.6))
        return True

    def _has_numbered_sister(self) -> bool:
        """Whether a paragraph next to the one at hand bears a number too and commands."""
        for block in (*self.blocks[max(0, self.position - 1) : self.position], self._following()):
            text = block_statement(block.lines).text if isinstance(block, Paragraph) else ""
            label = label_of(text, self.context) if text else None
            if label is not None and label.kind == "number" and _tells_behind_title(text[label.end :]):
                return True
        return False

    def _counts_on(self, number: str, kind: Kind) -> bool:
        """Whether a paragraph counts on from the statement right before it: `T2.3` after `T2.2`."""
        last = self.drafts[-1] if self.drafts else None
        before = self.blocks[self.position - 1] if self.position else None
        if last is None or last.kind != kind or last.basis != "prose" or not isinstance(before, Paragraph):
            return False
        if not last.lines or not any(word is last.lines[-1][-1] for word in before.lines[-1].words):
            return False
        return is_next(last.label or "", number)

    def _is_over_form(self) -> bool:
        """Whether lines that say something behind a name each stand right under the block at hand."""
        below = self.blocks[self.position + 1 : self.position + 3]
        return len(below) > 1 and all(map(is_named_line, below))

    def _numbered(self, statement: Statement, label: PrintedLabel | None) -> bool:
        """`2.1 Plant trees …` as a paragraph where list items would be actions or aims, as they are right under an aim:
        one of them."""
        text = statement.text
        if label is None or label.kind != "number" or label.end >= len(text):
            return False
        listed = self.scope.item_kind(0)
        if listed is None and self.scope.right_under("objective", self.drafts) and self._has_numbered_sister():
            listed = "action"
        told = _tells_behind_title(text[label.end :]) or (listed == "objective" and self._has_numbered_sister())
        told = told or (listed is not None and self._counts_on(label.text, listed))
        told = told or (listed == "action" and self._is_over_form())
        if listed not in ("action", "objective") or not told or len(text.split()) > 60:
            return False
        evidence = f"heading: {self.scope.announced_by()}"
        at = self._add(labelled(self._draft(statement, listed, "prose", evidence, score=0.7), self.context))
        self.told = self.position, at
        return True


def _between_semicolons(sentence: Statement) -> tuple[Statement, ...]:
    """What a sentence lists between semicolons, if it begins with what is to be done."""
    words = sentence.words
    cuts = [at for at in range(1, len(words)) if words[at - 1].text.endswith(";")]
    return cut_at(sentence, cuts) if cuts and tells(sentence.text) else (sentence,)


def _tells_behind_title(text: str) -> bool:
    """Whether a text says what is to be done, at once or behind a title run in."""
    title = _RUN_IN.match(text)
    return tells(text) or (title is not None and tells(text[title.end() :]))
