"""What the elements of HTML mean: which begin a block, which are hidden, which only lead elsewhere on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

XHTML = "text/html"

# ruff: noqa: SIM905 - names in a row read better split than quoted one by one
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre search section summary "
    "table tbody td tfoot th thead tr ul".split()
)
UNSHOWN = frozenset(
    "head script style template noscript iframe object embed audio video canvas svg math map select datalist "
    "textarea input img del s strike title link meta base param source track area col colgroup rp rt".split()
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
SECTIONS = frozenset({"article", "section", "main", "aside"})
BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "button"})
# What stands for an element of HTML where a page is made of ``div`` and ``span`` alone.
ROLES = {"table": "table", "grid": "table", "treegrid": "table", "row": "tr", "cell": "td", "gridcell": "td",
         "columnheader": "th", "rowheader": "th", "list": "ul", "listitem": "li"}  # fmt: skip
# The attributes by which a button or a tab names what it unfolds.
CONTROLS = ("aria-controls", "data-target", "data-bs-target")
HIDING = ("hidden", "aria-hidden", "style")
ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
FURNITURE = {"nav": "navigation", "footer": "footer"}
FURNITURE_ROLES = {"navigation": "navigation", "contentinfo": "footer", "banner": "banner", "search": "navigation"}

# The class names by which the usual systems for web pages mark what leads elsewhere on the site.
ELSEWHERE = frozenset(
    "breadcrumb breadcrumbs gem-c-breadcrumbs govuk-breadcrumbs usa-breadcrumb gem-c-feedback gem-c-related-navigation "
    "gem-c-contextual-sidebar gem-c-contents-list-with-body__link-container gem-c-share-links gem-c-skip-link "
    "gem-c-cookie-banner govuk-cookie-banner govuk-back-link govuk-pagination usa-banner usa-nav usa-sidenav "
    "usa-identifier widget widget-area widget_recent_entries widget_categories sidebar-widget sharedaddy share-this "
    "sharethis share-buttons share-links social-share social-links social-media-links addtoany_share_save_container "
    "a2a_kit jp-relatedposts related-posts related-links related-content related-pages post-navigation nav-links "
    "pagination pager comments-area comment-respond cookie-banner cookie-notice site-header site-footer".split()
)

# What is struck out has been taken back: it is as if it were not shown.
HIDING_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|"
    r"text-decoration(?:-line)?\s*:[^;]{0,40}\bline-through)",
    re.IGNORECASE,
)
LIST_CLASS = re.compile(r"\blst-kix_\w{1,40}-(\d)\b")
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
# The class names by which the usual frameworks keep words for screen readers off the screen.
UNSEEN_CLASSES = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text element-invisible govuk-visually-hidden "
    "usa-sr-only".split()
)


def tag_of(element: etree._Element) -> str:
    """The element's name in lower case, without its name space; empty for comments."""
    tag = element.tag
    name = tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""
    return ROLES.get(element.get("role") or "", name) if name in ("div", "span") else name


def unfold(root: etree._Element) -> None:
    """Show what a button or a tab of the page unfolds: closed at first, it is part of the page all the same."""
    named: set[str] = set()
    for element in root.iter():
        for name in CONTROLS:
            named.update(part.lstrip("#") for part in (element.get(name) or "").split())
    for element in root.iter() if named else ():
        if element.get("id") in named:
            for name in HIDING:
                element.attrib.pop(name, None)


def is_hidden(element: etree._Element) -> bool:
    """What a browser does not show."""
    if tag_of(element) in UNSHOWN or element.get("hidden") is not None or _is_mere_button(element):
        return True
    if (element.get("aria-hidden") or "").strip().lower() == "true":
        return True
    if HIDING_STYLE.search(element.get("style") or ""):
        return True
    return not UNSEEN_CLASSES.isdisjoint((element.get("class") or "").split())


def _is_mere_button(element: etree._Element) -> bool:
    """A button that does something, and is neither a heading's text nor what unfolds a part of the page."""
    if tag_of(element) != "button":
        return False
    unfolds = element.get("aria-expanded") or any(element.get(name) for name in CONTROLS)
    return not unfolds and not any(heading_level(outer) for outer in element.iterancestors())


def is_bold(element: etree._Element) -> bool:
    """Set in bold by its name or by its style attribute."""
    return tag_of(element) in BOLD or bool(BOLD_STYLE.search(element.get("style") or ""))


def heading_level(element: etree._Element) -> int:
    """1 to 6 for a heading, 0 for anything else."""
    if element.get("role") == "heading":
        return whole_number(element.get("aria-level"), 2, 1, 6)
    return HEADINGS.get(tag_of(element), 0)


def stated_level(element: etree._Element) -> int:
    """The level of a list item that its list's class states: exporters of word processors write nested lists one behind
    the other (``<ul class="lst-kix_ab-1">``); 0 where none does."""
    above = element.getparent()
    found = LIST_CLASS.search(above.get("class") or "") if above is not None else None
    return int(found.group(1)) if found else 0


def furniture_kind(element: etree._Element) -> str | None:
    """``navigation``, ``footer`` or ``banner`` for what every page of a site carries, ``contents`` for a list of links
    to places on this page; None for what the page itself says. A header inside an article is the article's."""
    tag = tag_of(element)
    if tag == "header":
        return None if any(tag_of(outer) in SECTIONS for outer in element.iterancestors()) else "banner"
    if tag in LISTS and leads_within_page(element):
        return "contents"
    return FURNITURE.get(tag) or FURNITURE_ROLES.get((element.get("role") or "").lower()) or _elsewhere(element, tag)


def _elsewhere(element: etree._Element, tag: str) -> str | None:
    """``navigation`` for a part of the page that its system marks as one that leads elsewhere."""
    if tag not in ("div", "section", "aside", "ul", "ol"):
        return None
    names = (element.get("class") or "").casefold().split()
    return "navigation" if names and not ELSEWHERE.isdisjoint(names) else None


def leads_within_page(items: etree._Element) -> bool:
    """A list of two items or more, each of which is nothing but a link to a place on the same page."""
    entries = [item for item in items if tag_of(item) == "li"]
    return len(entries) > 1 and all(_is_inner_link(entry) for entry in entries)


def _is_inner_link(item: etree._Element) -> bool:
    linked = [anchor for anchor in item.iter() if tag_of(anchor) == "a" and (anchor.get("href") or "").startswith("#")]
    return bool(linked) and _letters(item) == sum(_letters(anchor) for anchor in linked)


def _letters(element: etree._Element) -> int:
    return sum(len("".join(text.split())) for text in element.itertext())


def whole_number(text: str | None, default: int, least: int, most: int) -> int:
    """An attribute's number, kept within bounds: ``rowspan="1000000"`` is an attack or a slip, never a table."""
    match = re.match(r"\s*[+]?(\d{1,9})", text or "")
    return max(least, min(most, int(match.group(1)))) if match else default


def inner_elements(element: etree._Element, tags: frozenset[str]) -> Iterator[etree._Element]:
    """The elements of these names inside, nearest first, without those inside of one another's tables."""
    stack = list(reversed(element))
    while stack:
        inner = stack.pop()
        if tag_of(inner) in tags:
            yield inner
        elif tag_of(inner) != "table":
            stack.extend(reversed(inner))


def title_of(root: etree._Element) -> str | None:
    """What the head calls the page."""
    for element in root.iter("title"):
        text = " ".join("".join(map(str, element.itertext())).split())
        if text:
            return text
    return None
