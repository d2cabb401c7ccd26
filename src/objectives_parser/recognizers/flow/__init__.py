"""Headings, paragraphs and lists → drafts: labelled statements, lists under announcing headings and lead-ins, goal
sentences, dated commitments."""

from objectives_parser.recognizers.flow.loose_tables import FlowReader

__all__ = ["FlowReader"]
