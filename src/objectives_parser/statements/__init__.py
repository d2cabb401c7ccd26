"""Blocks → statements: what is one sayable thing and what is two."""

from __future__ import annotations

from objectives_parser.statements.cells import cell_statements
from objectives_parser.statements.column_habits import column_names, headed_columns, titled_columns
from objectives_parser.statements.grouping import item_statement
from objectives_parser.statements.sentences import SentencePolicy, is_clause, plain_sentences, split_sentences
from objectives_parser.statements.statement import Statement, block_statement, cut_at, forget, merged, text_of, titled

__all__ = [
    "SentencePolicy",
    "Statement",
    "block_statement",
    "cell_statements",
    "column_names",
    "cut_at",
    "forget",
    "headed_columns",
    "is_clause",
    "item_statement",
    "merged",
    "plain_sentences",
    "split_sentences",
    "text_of",
    "titled",
    "titled_columns",
]
