"""The roles of a table’s columns, settled against each other and against what the cells hold."""

from __future__ import annotations

from objectives_parser.recognizers.settling.contents import answers
from objectives_parser.recognizers.settling.order import settle
from objectives_parser.recognizers.settling.untold import told_columns

__all__ = [
    "answers",
    "settle",
    "told_columns",
]
