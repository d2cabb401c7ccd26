"""Numbers of a spreadsheet as they are printed: dates as ISO dates, percentages, currencies, thousands."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from types import MappingProxyType

# The number formats that a file need not spell out (ECMA-376, 18.8.30), as far as they change what is printed.
BUILT_IN = MappingProxyType(
    {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm",
     17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0",
     38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0"}
)  # fmt: skip
QUOTED = re.compile(r"\"[^\"]{0,200}\"|\\.|\[[^\]]{0,200}\]|_.|\*.")
DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
DECIMALS = re.compile(r"\.([0#?]+)")
CURRENCY = re.compile(r"\[\$([^\]-]{1,5})[^\]]{0,20}\]|\"\s*([$€£¥]|[A-Z]{3})\s*\"|([$€£¥])")
EPOCH, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
MAX_DAY = 2_958_465


def printed(value: float, code: str, since_1904: bool = False) -> str:
    """A stored number in a number format."""
    section = code.split(";")[0]
    bare = QUOTED.sub("", section)
    if bare.lower() not in ("general", "@", "standard") and DATE_LETTERS.search(bare) and "e+" not in bare.lower():
        return _date(value, bare.lower(), since_1904)
    if "%" in bare:
        return f"{_number(value * 100, bare)}%"
    match = CURRENCY.search(section)
    sign = next((group for group in match.groups() if group), "") if match else ""
    gap = " " if len(sign) > 1 else ""
    minus = "-" if sign and value < 0 else ""
    return f"{minus}{sign}{gap}{_number(abs(value) if sign else value, bare)}"


def _number(value: float, bare: str) -> str:
    if not re.search(r"[0#?]", bare):
        return _plain(value)
    decimals = DECIMALS.search(bare)
    places = min(len(decimals.group(1)), 15) if decimals else 0
    return f"{value:,.{places}f}" if "," in bare else f"{value:.{places}f}"


def _plain(value: float) -> str:
    """As short as it can be said: 3, 0.25, 1e+20."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}"


def _date(value: float, bare: str, since_1904: bool) -> str:
    """ISO, as far as the format prints it: a month without a day stays a month."""
    if not 0 <= value <= MAX_DAY:
        return _plain(value)
    moment = (EPOCH_1904 if since_1904 else EPOCH) + timedelta(seconds=round(value * 86_400))
    clock = moment.strftime("%H:%M")
    if "y" not in bare and "d" not in bare:
        return moment.strftime("%B") if re.fullmatch(r"\W*m{3,}\W*", bare) else clock
    if "m" not in bare:
        return str(moment.year) if "d" not in bare else moment.date().isoformat()
    if "d" not in bare:
        return f"{moment:%B} {moment.year}"
    timed = "h" in bare and (moment.hour or moment.minute)
    return f"{moment.date().isoformat()} {clock}" if timed else moment.date().isoformat()
