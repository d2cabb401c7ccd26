"""Bullets in a cell under the line that leads in to them: one statement, or each one of its own."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.layout.wrapping import UNFINISHED, bare
from objectives_parser.roles import header_role, is_imperative
from objectives_parser.sentences import ends_in_stop
from objectives_parser.statements.sentences import is_clause
from objectives_parser.statements.statement import Statement, merged
from objectives_parser.values import is_date_only

_LEAST_OF_COMMAND = 7
_MOST_OF_NAME, _LEAST_NAMED, _LEAST_OF_NAMED, _LEAST_OF_LONG = 3, 4, 3, 12


def with_lead_ins(groups: Sequence[Statement]) -> tuple[Statement, ...]:
    """Bullets under a lead-in stand alone where each is a clause of its own; otherwise lead-in and bullets are one."""
    found: list[Statement] = []
    at = 0
    while at < len(groups):
        group = groups[at]
        bullets: list[Statement] = []
        while group.words and _leads(group) and at + 1 + len(bullets) < len(groups):
            following = groups[at + 1 + len(bullets)]
            if not following.listed or not _may_nest(following, group):
                break
            bullets.append(following)
        if bullets and _is_whole(group) and 2 * sum(map(is_clause, bullets)) >= len(bullets):
            found.extend((group, *bullets))
        elif bullets and _commands(group) and all(map(is_clause, bullets)):
            found.extend((group, *(attrs.evolve(bullet, lead=group.words) for bullet in bullets)))
        elif bullets and (_is_title(group, bullets) or _names_items(group, bullets)):
            found.extend(attrs.evolve(bullet, title=group.words) for bullet in bullets)
        elif bullets and _is_date(group):
            found.extend(attrs.evolve(bullet, lead=group.words) for bullet in bullets)
        elif bullets and not (all(map(is_clause, bullets)) or _tell_deeds(group, bullets)):
            found.append(merged([group, *bullets]))
        elif bullets:
            found.extend(attrs.evolve(bullet, lead=group.words) for bullet in bullets)
        else:
            found.append(group)
        at += 1 + len(bullets)
    return tuple(found)


def _is_whole(statement: Statement) -> bool:
    """Whether a line over bullets tells something to be done and leaves nothing open for them to complete."""
    words = statement.words
    if len(words) < 4 or statement.listed or words[-1].text[-1:] in ":,;–—-" or bare(words[-1].text) in UNFINISHED:
        return False
    return is_imperative(statement.text)


def _commands(statement: Statement) -> bool:
    """Whether a numbered item is a command of its own that its lettered items spell out: `9. Adopt a green purchasing
    programme with the following elements:`. (`9. Include the following:` says nothing without them.)"""
    if len(statement.words) < _LEAST_OF_COMMAND or _marker_kind(statement) != "number":
        return False
    return statement.words[-1].text.endswith(":") and is_imperative(statement.text)


def _is_date(statement: Statement) -> bool:
    """`By 2031:` over what is reached by then: it dates the items and leaves nothing open for them to complete."""
    return not statement.listed and statement.text.endswith(":") and is_date_only(statement.text.rstrip(":"))


def _is_title(statement: Statement, items: Sequence[Statement]) -> bool:
    """Whether a short line in bold or in brackets only names what the items under it have in common (`(Transport)`):
    whole sentences, which need no beginning; long ones under a name in capitals of its own (`Development Pathway`)."""
    words = statement.words
    if statement.listed or len(words) > 10 or words[-1].text.endswith((":", "–", "—", ".", ";", ",")):
        return False
    named = words[0].bold or (words[0].text.startswith("(") and words[-1].text.endswith(")"))
    if not (named or _is_name(statement, items)) or any(item.words[0].bold for item in items):
        return False
    several = len(items) > 1 or header_role(statement.text) is not None  # `Performance Indicators` names a lone one
    return several and all(_is_sentence(item) for item in items)


def _is_name(statement: Statement, items: Sequence[Statement]) -> bool:
    """Whether two or three words with a capital each stand over long sentences."""
    words = statement.words
    titled = 1 < len(words) <= _MOST_OF_NAME and all(word.text[:1].isupper() for word in words)
    return titled and all(len(item.words) >= _LEAST_OF_LONG for item in items)


def _names_items(statement: Statement, items: Sequence[Statement]) -> bool:
    """Whether a numbered item of a few words, which leaves nothing open, only names what the many items under it are:
    `2. Projects under way` over `a. Solar roofs on three schools`, `b. …`."""
    words = statement.words
    if _marker_kind(statement) != "number" or len(words) > _MOST_OF_NAME or not words[-1].text[-1:].isalnum():
        return False
    if is_imperative(statement.text) or bare(words[-1].text) in UNFINISHED or len(items) < _LEAST_NAMED:
        return False
    return all(len(item.words) >= _LEAST_OF_NAMED and item.words[0].text[:1].isupper() for item in items)


def _is_sentence(statement: Statement) -> bool:
    first = statement.words[0].text.lstrip("“\"'(")[:1]
    return len(statement.words) >= 4 and (first.isupper() or first.isdigit())


def _leads(statement: Statement) -> bool:
    """Whether bullets may hang on the statement: a lead-in left open, or an item with another kind of marker (`2.` over
    `a.`, `b.`)."""
    return statement.listed or _announces(statement)


def _may_nest(item: Statement, above: Statement) -> bool:
    """Whether the markers let an item stand under another: they differ, and no `2.` counts on under a bullet."""
    kind, outer = _marker_kind(item), _marker_kind(above)
    counts_on = kind == "number" and outer in ("glyph", "item") and item.marker[0].text.strip("().") != "1"
    return kind != outer and not counts_on


def _marker_kind(statement: Statement) -> str:
    """Numbers, letters and glyphs are markers of different ranks; no marker is none."""
    text = statement.marker[0].text.strip("().") if statement.marker else ""
    return (
        ("item" if statement.item else "")
        if not text
        else "number"
        if text[0].isdigit()
        else "letter"
        if text.isalpha()
        else "glyph"
    )


def _announces(statement: Statement) -> bool:
    last = statement.words[-1].text
    return last.endswith((":", "–", "—")) or not ends_in_stop(last)


def _tell_deeds(lead: Statement, bullets: Sequence[Statement]) -> bool:
    """Whether gerunds (`Restoring forests through planting`) stand under a lead-in that is no item itself."""
    heads = [bullet.words[0].text for bullet in bullets if len(bullet.words) >= 4]
    return not lead.listed and len(heads) == len(bullets) and all(h[:1].isupper() and h.endswith("ing") for h in heads)
