"""The words of a stretch of Markdown: emphasis, links and tags seen through, every word a slice of the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import attrs

from objectives_parser.document import Line, Word
from objectives_parser.layout.wrapped_cells import LETTERED
from objectives_parser.readers.raising import raised_part

SAID, MARK, BREAK, RAISED = range(4)
_SHORTEST_RUN = 3

CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`]{1,2000})(?<!`)\1(?!`)")
# `{% include x %}`, `{{ site.url }}`, `{: .class}`, `{#anchor}`, `{div .infobox}`, `{/div}`
TEMPLATE = re.compile(r"\{%[^{}]{0,1000}%\}|\{\{[^{}]{0,1000}\}\}|\{[:#.][^{}\n]{0,300}\}")
WRAPPER = re.compile(r"\{/?(?:div|span|section|article|aside|box|callout|columns?|row|note|details)\b[^{}\n]{0,200}\}")
IMAGE = re.compile(r"!\[[^\[\]]{0,500}\](?:\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)|\[[^\[\]\n]{0,200}\])")
LINK = re.compile(
    r"\[(?P<text>(?:[^\[\]]|\[[^\[\]]{0,500}\]){1,2000})\]"
    r"(?:\((?P<target>(?:[^()\n]|\([^()\n]{0,500}\)){0,2000})\)|\[(?!\^)[^\[\]\n]{0,200}\])"
)
FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:?")
AUTOLINK = re.compile(r"<((?:https?://|mailto:|www\.)[^<>\s]{1,1000}|[\w.+-]{1,64}@[\w.-]{1,200})>")
TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,20})(?:\s[^<>]{0,2000})?/?>")
# What is struck out has been taken back: `~~May~~ June 2020`, `<s>May</s> <b>June 2020</b>`
STRUCK = re.compile(
    r"~~(?=[^\s~])(?:[^~]|~(?!~)){1,2000}(?<=[^\s~])~~(?!~)|<(?P<name>s|del|strike)(?:\s[^<>]{0,200})?>(?s:.{0,2000}?)</(?P=name)>",
    re.IGNORECASE,
)
TASK = re.compile(r"^\s*\[[ xX]\](?=\s)")
ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
LINE_END = re.compile(r"(?:\\{1,2}|[ \t]{2,})(?=\n)")
UNSEEN = re.compile("[\u00ad\u200b\u2060\u200e\u200f\ufeff]")
EMPHASIS = re.compile(r"\*{1,3}|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|~~")
TOKEN = re.compile(r"\S+")

BREAKING_TAGS = frozenset({"br", "p", "li", "div", "tr", "hr", "ul", "ol"})
ITALIC_TAGS = frozenset({"em", "i"})
BOLD_TAGS = frozenset({"strong", "b"})
RAISED_TAGS = frozenset({"sup"})

Span = tuple[int, int]


@attrs.frozen(kw_only=True)
class Inline:
    """The lines of words in a stretch, and whether it is nothing but links to places on the same page."""

    lines: tuple[Line, ...]
    leads_within: bool = False

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line.words)


class Stretch:
    """Spans of the source taken together, such as a paragraph's lines without their indents; each sign has a mark."""

    def __init__(self, source: str, spans: Sequence[Span]) -> None:
        self.text = "\n".join(source[start:end] for start, end in spans)
        self.marks = bytearray(len(self.text))
        self.bold = bytearray(len(self.text))
        self.italic = bytearray(len(self.text))
        self.linked = bytearray(len(self.text))
        self.parted: set[int] = set()
        self._starts = [start for start, _ in spans]
        self._bases = [0]
        for start, end in spans:
            self._bases.append(self._bases[-1] + end - start + 1)

    def offset(self, at: int) -> int:
        """Where a sign of the stretch stands in the source."""
        span = bisect_right(self._bases, at) - 1
        return self._starts[span] + at - self._bases[span]

    def mark(self, start: int, end: int, kind: int = MARK) -> None:
        """These signs are no words; line ends stay line ends."""
        for at in range(start, end):
            if self.text[at] != "\n":
                self.marks[at] = kind

    def is_said(self, start: int, end: int) -> bool:
        """No sign between is marked as mark-up yet."""
        return not any(self.marks[start:end])


def inline(source: str, spans: Iterable[Span]) -> Inline:
    """The words of these spans, each span a line; mark-up of any kind is in none of them."""
    stretch = Stretch(source, list(spans))
    for step in (_codes, _templates, _struck, _links, _tags, _signs, _emphasis):
        step(stretch)
    lines = tuple(_lines(stretch))
    inner = [
        stretch.linked[at] for at in range(len(stretch.text)) if not stretch.marks[at] and stretch.text[at].strip()
    ]
    return Inline(lines=lines, leads_within=bool(inner) and all(inner))


def comments(text: str) -> Iterator[Span]:
    """Where comments of HTML stand; one that is never closed is none."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = text.find("<!--", end + 3)


def _codes(stretch: Stretch) -> None:
    for match in CODE.finditer(stretch.text):
        ticks = len(match.group(1))
        stretch.mark(match.start(), match.start() + ticks)
        stretch.mark(match.end() - ticks, match.end())


def _templates(stretch: Stretch) -> None:
    for start, end in comments(stretch.text):
        stretch.mark(start, end)
    for pattern in (TEMPLATE, WRAPPER, IMAGE):
        for match in pattern.finditer(stretch.text):
            stretch.mark(*match.span())
    task = TASK.match(stretch.text)
    if task:
        stretch.mark(*task.span())


def _struck(stretch: Stretch) -> None:
    for match in STRUCK.finditer(stretch.text):
        if stretch.is_said(match.start(), match.start() + 1):
            stretch.mark(*match.span())


def _links(stretch: Stretch) -> None:
    for match in LINK.finditer(stretch.text):
        if not stretch.is_said(match.start(), match.start() + 1):
            continue
        stretch.mark(match.start(), match.start("text"))
        stretch.mark(match.end("text"), match.end())
        if (match.group("target") or "").startswith("#"):
            for at in range(*match.span("text")):
                stretch.linked[at] = 1
    for match in FOOTNOTE.finditer(stretch.text):
        stretch.mark(*match.span())
        for at in range(*match.span(1)):
            stretch.marks[at] = RAISED
    for match in AUTOLINK.finditer(stretch.text):
        stretch.mark(match.start(), match.start(1))
        stretch.mark(match.end(1), match.end())


def _tags(stretch: Stretch) -> None:
    """Tags are mark-up; some of them break the line, some set what follows in bold, italic or raised."""
    open_tags: dict[str, int] = {}
    for match in TAG.finditer(stretch.text):
        if not stretch.is_said(*match.span()):
            continue
        name = match.group(1).lower()
        stretch.mark(*match.span(), kind=BREAK if name in BREAKING_TAGS else MARK)
        if match.group().startswith("</"):
            _style(stretch, name, open_tags.pop(name, match.start()), match.start())
        else:
            open_tags[name] = match.end()


def _style(stretch: Stretch, name: str, start: int, end: int) -> None:
    for at in range(start, end):
        if name in BOLD_TAGS:
            stretch.bold[at] = 1
        elif name in ITALIC_TAGS:
            stretch.italic[at] = 1
        elif name in RAISED_TAGS and stretch.marks[at] == SAID:
            stretch.marks[at] = RAISED


def _signs(stretch: Stretch) -> None:
    for match in LINE_END.finditer(stretch.text):
        stretch.mark(*match.span(), kind=BREAK)
    for match in ESCAPE.finditer(stretch.text):
        stretch.mark(*match.span())
    for match in UNSEEN.finditer(stretch.text):
        stretch.mark(*match.span())


def _emphasis(stretch: Stretch) -> None:
    """Pairs of asterisks or underscores, by CommonMark's rule of what can open and what can close; a lone footnote
    asterisk stays a word's."""
    text = stretch.text
    openers: list[Span] = []
    for match in EMPHASIS.finditer(text):
        start, end = match.span()
        if not stretch.is_said(start, end) or (start and text[start - 1] == "\\"):
            continue
        opens = end < len(text) and not text[end].isspace()
        closes = start > 0 and not text[start - 1].isspace()
        start = _close(stretch, openers, start, end) if closes else start
        if opens and start < end:
            openers.append((start, end))


def _close(stretch: Stretch, openers: list[Span], start: int, end: int) -> int:
    """Close what is open with these signs, innermost first → where the signs that are left begin."""
    while start < end:
        matching = [at for at in range(len(openers)) if stretch.text[openers[at][0]] == stretch.text[start]]
        if not matching:
            break
        opener = openers[matching[-1]]
        del openers[matching[-1] :]
        count = min(opener[1] - opener[0], end - start)
        stretch.mark(opener[1] - count, opener[1])
        stretch.mark(start, start + count)
        style = stretch.bold if count > 1 else stretch.italic
        if count > 1:
            _part(stretch, opener[1], start)
        style[opener[1] : start] = b"\1" * (start - opener[1])
        if count > 2:
            stretch.italic[opener[1] : start] = b"\1" * (start - opener[1])
        if opener[1] - opener[0] > count:
            openers.append((opener[0], opener[1] - count))
        start += count
    return start


def _part(stretch: Stretch, first: int, end: int) -> None:
    """Parts a run in bold from the words that a converter stuck it to when it dropped the blank between two styles:
    `approved**September 2014**`, `**1.**Sell the dredger`; not inside a word (`re**build**ing`, `**S**afe`)."""
    text = stretch.text
    run = text[first:end].strip()
    before, behind = text[:first].rstrip("*_")[-1:], text[end:].lstrip("*_")[:1]
    if len(run) < _SHORTEST_RUN and not (run and run[-1] in ".:)"):
        return
    if before.isalnum() and not behind.isalpha():
        stretch.parted.add(first)
    if behind.isalnum() and not before.isalpha() and (" " in run or not run[-1].isalnum()):
        stretch.parted.add(end + len(text[end:]) - len(text[end:].lstrip("*_")))


def _lines(stretch: Stretch) -> Iterator[Line]:
    """The words between line ends and breaks. A break begins a line anew; a mere line end leaves that open."""
    begins: bool | None = True
    words: list[Word] = []
    sticks = False
    at = 0
    text, marks = stretch.text, stretch.marks
    while at < len(text):
        mark = marks[at]
        if text[at] == "\n" or mark == BREAK:
            if words:
                yield _line(words, begins)
                words, begins = [], None
            begins = True if mark == BREAK else begins
            sticks = False
            at += 1
        elif text[at].isspace():
            sticks = False
            at += 1
        elif mark == MARK:
            at += 1
        else:
            end = _word_end(stretch, at)
            glued = sticks and bool(words) and at not in stretch.parted
            words.append(_word(stretch, at, end, words[-1].text if glued else None))
            sticks = True
            at = end
    if words:
        yield _line(words, begins)


def _line(words: Sequence[Word], begins: bool | None) -> Line:
    starts = begins is None and len(words) > 1 and LETTERED.match(words[0].text)
    return Line(words=tuple(words), begins=True if starts else begins)


def _word_end(stretch: Stretch, start: int) -> int:
    end = start + 1
    while end < len(stretch.text) and stretch.marks[end] == stretch.marks[start] and not stretch.text[end].isspace():
        end += 1
    return end


def _word(stretch: Stretch, start: int, end: int, before: str | None) -> Word:
    """The word between two places, stuck to the one before it if that is given."""
    offset = stretch.offset(start)
    text = stretch.text[start:end]
    raised = stretch.marks[start] == RAISED and not (before is not None and raised_part(before, text))
    return Word(
        text=text,
        start=offset,
        end=offset + end - start,
        bold=bool(stretch.bold[start]),
        italic=bool(stretch.italic[start]),
        superscript=raised,
        glued=before is not None,
    )
