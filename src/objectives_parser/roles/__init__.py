"""What a header, a label, a lead-in, a heading or a wording says that a column or a statement is."""

from __future__ import annotations

from objectives_parser.roles.bare_labels import bare_labels, counting_words
from objectives_parser.roles.forms import is_imperative, is_noun_phrase, may_be_verb
from objectives_parser.roles.headers import HeaderRole, column_role, header_lead, header_role
from objectives_parser.roles.headings import heading_role
from objectives_parser.roles.labels import PrintedLabel, printed_label
from objectives_parser.roles.leadins import is_caption, is_lead_in, lead_in_parts, lead_in_role
from objectives_parser.roles.numbered_columns import names_numbered_columns
from objectives_parser.roles.run_on import ends_dated, fit_of, split_run_on
from objectives_parser.roles.vocabulary import Role, Vocabulary, VocabularyError, default_vocabulary, load_vocabulary
from objectives_parser.roles.wording import Wording, wording

__all__ = [
    "HeaderRole",
    "PrintedLabel",
    "Role",
    "Vocabulary",
    "VocabularyError",
    "Wording",
    "bare_labels",
    "column_role",
    "counting_words",
    "default_vocabulary",
    "ends_dated",
    "fit_of",
    "header_lead",
    "header_role",
    "heading_role",
    "is_caption",
    "is_imperative",
    "is_lead_in",
    "is_noun_phrase",
    "lead_in_parts",
    "lead_in_role",
    "load_vocabulary",
    "may_be_verb",
    "names_numbered_columns",
    "printed_label",
    "split_run_on",
    "wording",
]
