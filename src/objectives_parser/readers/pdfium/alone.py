"""One thread at a time in PDFium.

PDFium is not made for several threads: two that call it at once take each other's files for damaged, or crash. Whatever
calls it holds ``ALONE``, for a page at a time, so that other threads go on with their own pages in between.
"""

from __future__ import annotations

from threading import Lock

ALONE = Lock()
