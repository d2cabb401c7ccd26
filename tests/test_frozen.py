"""Frozen objects: what is worked out of them once, and the same with changes."""

from __future__ import annotations

import attrs
import pytest

from objectives_parser.document import Line
from objectives_parser.frozen import evolve
from tests.factories import Text


def test_a_changed_object_keeps_all_else_and_works_out_anew() -> None:
    """The text of a line with other words is that of the other words, although the first line's was noted."""
    text = Text()
    line, other = attrs.evolve(text.line("Plant trees"), indent=2), text.line("Sweep streets")
    assert line.text == "Plant trees"
    changed = evolve(line, words=other.words)
    assert (changed.text, changed.indent, line.text) == ("Sweep streets", 2, "Plant trees")


def test_it_changes_as_attrs_does() -> None:
    line = Text().line("Plant trees")
    ours, theirs = evolve(line, tight=True, blanks=1), attrs.evolve(line, tight=True, blanks=1)
    assert attrs.asdict(ours, recurse=False) == attrs.asdict(theirs, recurse=False)
    with pytest.raises(TypeError):
        evolve(line, colour="red")


def test_a_frozen_object_stays_as_it_is() -> None:
    line = Text().line("Plant trees")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        line.words = ()  # type: ignore[misc]
    assert isinstance(line, Line)
