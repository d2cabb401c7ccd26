"""What signs of pi fonts and control characters of text layers look like on paper.

Bullets are set from Symbol and Wingdings, whose characters a text layer gives as private-use code points (U+F0B7) or as
the letters that share their code (``§`` of Wingdings is a small square). The tables follow the fonts' published charts.
"""

from __future__ import annotations

import re

SYMBOL_FONT = re.compile(r"(?<!open)symbol(?!a)", re.IGNORECASE)  # OpenSymbol keeps Wingdings’ code points
WINGDINGS_FONT = re.compile(r"wingdings(?![-\s]?[23])", re.IGNORECASE)
SIGN_FONT = re.compile(r"symbol(?!a)|wingdings|webdings", re.IGNORECASE)
OTHER_SIGNS = re.compile(r"webdings|wingdings[-\s]?[23]", re.IGNORECASE)
# A list's number that touches its text: `10.Practice`, `(b)Provide`, `1.1Renew`.
NUMBERED = re.compile(r"\(?(?:\d{1,2}[.)]|[a-z]\)|\d{1,2}(?:\.\d{1,2}){1,3})(?=[A-Z][a-z])")
BULLET_SIGNS = "•●▪■◦‣▶➢✓❖◆➔"
BULLETS = frozenset(BULLET_SIGNS)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f\u200b-\u200f\u2060\ufeff]")
# Hyphens that look alike, and ligatures, which readers give now so, now so.
ALIKE = str.maketrans(
    {"\x02": "-", "\ufffe": "-", "\u00ad": "-", "\u2010": "-", "\u2011": "-"}
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)

SYMBOL = {0xB7: "•", 0xA8: "♦", 0xA7: "♣", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xAE: "→", 0xD7: "⋅"}
WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x70: "❐",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "◻",
    0xB7: "•",
    0xD8: "➢",
    0xE0: "→",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
# Without a telling font name the private-use code points are those that word processors write for their bullets.
PRIVATE = {**{code: sign for code, sign in WINGDINGS.items() if code != 0x6F}, 0x2D: "-", 0x2A: "*", 0x6F: "○"}


# Code points of Windows-1252 that a wrong table leaves as control characters.
WINDOWS = {0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—"}
CHECKS = {"a": "✔", "r": "✖", "P": "✓", "O": "✗", "R": "☑", "S": "☒", "c": "□"}  # Webdings, Wingdings 2


def printed_text(text: str, font: str | None) -> str:
    """A word as the reader of the picture sees it: signs of pi fonts, hyphens at line ends, no control characters."""
    if text.isascii() and text.isprintable() and not (font and SIGN_FONT.search(font)):
        return text
    text = CONTROLS.sub("", text.translate(ALIKE))
    if font and OTHER_SIGNS.search(font) and len(text) == 1:
        return CHECKS.get(text, "■")
    if any("\x80" <= char <= "\x9f" for char in text):
        text = "•" if len(text) == 1 and ord(text) not in WINDOWS else text.translate(WINDOWS)
    if font and WINGDINGS_FONT.search(font):
        return "".join(_sign(char, WINGDINGS) for char in text)
    if font and SYMBOL_FONT.search(font):
        return "".join(_sign(char, SYMBOL) for char in text)
    return "".join(_sign(char, PRIVATE) if 0xF020 <= ord(char) <= 0xF0FF else char for char in text)


def _sign(char: str, chart: dict[int, str]) -> str:
    code = ord(char)
    if 0xF020 <= code <= 0xF0FF:
        code -= 0xF000
        return chart.get(code, chr(code) if code < 0x7F else char)
    return chart.get(code, char)
