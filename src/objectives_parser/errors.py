"""What is raised: only for files that cannot be read at all. Each message names the remedy."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class ReadError(Exception):
    """A file that cannot be read.

    ``name`` is the file as the caller named it, ``reason`` why it cannot be read, ``remedy`` what to do about it.
    """

    name: str
    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.name}: {self.reason}.{remedy}"


class UnknownFormat(ReadError):
    """The bytes are no format that a reader exists for."""


class Damaged(ReadError):
    """The format is known, but the file is broken beyond what its reader can mend."""


class Encrypted(ReadError):
    """The file wants a password, or another one than it was given."""


class OverLimit(ReadError):
    """The file asks for more bytes, pages, expanded size or seconds than the limits allow."""
