"""ods files into Documents."""

from __future__ import annotations

from objectives_parser.document import Document
from objectives_parser.readers.limits import Limits


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The file's blocks."""
    raise NotImplementedError
