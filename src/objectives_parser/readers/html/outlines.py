"""The outline that converters write behind all pages: `<a name="outline">`, a title, and a list of links into the
pages, which have its words already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from objectives_parser.readers.html.elements import LISTS, tag_of

if TYPE_CHECKING:
    from lxml import etree

_TITLES = frozenset(("h1", "h2", "h3"))


def drop_outline(root: etree._Element) -> bool:
    """Take the outline out of the tree; whether there was one."""
    anchor = next((element for element in root.iter("a") if element.get("name") == "outline"), None)
    title = anchor.getnext() if anchor is not None else None
    listed = title.getnext() if title is not None and tag_of(title) in _TITLES else title
    if listed is None or tag_of(listed) not in LISTS or not _leads_only(listed):
        return False
    for element in (title, listed):
        parent = element.getparent() if element is not None else None
        if element is not None and parent is not None:
            parent.remove(element)
    return True


def _leads_only(listed: etree._Element) -> bool:
    """Whether nothing but links stands in a list."""
    texts = [element.text for element in listed.iter() if tag_of(element) != "a"]
    texts += [element.tail for element in listed.iterdescendants()]
    return not any(text and text.strip() for text in texts)
