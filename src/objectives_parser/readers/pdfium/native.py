"""PDFium's functions that are called for every word and every line, bound for speed.

``pypdfium2.raw`` wraps each handle in a pointer object, which costs more than the call. Here handles are plain
addresses (0 for none) and results come in one small array, so a call takes a quarter of a microsecond.
"""

from __future__ import annotations

import ctypes
import struct
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import accumulate, count
from typing import Any

import pypdfium2.raw as pdfium

HANDLE = ctypes.c_void_p
ADDRESS = ctypes.c_size_t  # a handle as a result: 0 for none
INT = ctypes.c_int
NOTHING = None  # a result that nobody looks at: to make a number of it costs a good part of the call
SIZE = ctypes.c_size_t


def bound(function: Any, result: Any, *arguments: Any) -> Any:
    """A raw function again, with handles and out-parameters as addresses."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


def address(handle: Any) -> int:
    """The address that a handle of ``pypdfium2.raw`` points to."""
    return ctypes.cast(handle, HANDLE).value or 0


def pointer(handle: int, kind: Any) -> Any:
    """The handle as ``pypdfium2.raw`` wants it, for its rarer functions."""
    return ctypes.cast(handle, kind)


def run(calls: Iterable[object]) -> None:
    """Make the calls of a ``map`` for what they write: the loop is C's and costs half of one in Python."""
    deque(calls, maxlen=0)


def written(
    get: Callable[..., int], shape: str, length: int, *arguments: Iterable[int]
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """For each of ``length`` rows of arguments what a function returns, and what it writes. The shape is that of
    ``struct``, one address a group: ``6f`` is one address of six floats, ``f f`` two addresses of one."""
    *offsets, step = _offsets(shape)
    buffer, start = memory(step * length)
    places = [count(start + offset, step) for offset in offsets]
    return zip(map(get, *arguments, *places), struct.iter_unpack(shape, buffer), strict=False)


@cache
def _offsets(shape: str) -> tuple[int, ...]:
    """Where each group of a shape begins, and its whole size."""
    return tuple(accumulate(map(struct.calcsize, shape.split()), initial=0))


def memory(size: int) -> tuple[memoryview, int]:
    """Memory that functions write to, and its address. An array of ctypes would be a new type for each length, which
    costs more than a hundred calls."""
    buffer = bytearray(size + 1)
    return memoryview(buffer)[:size], ctypes.addressof(ctypes.c_char.from_buffer(buffer))


class Floats:
    """A few C floats that functions write to; ``at`` holds their addresses, ``values`` reads them."""

    def __init__(self, count: int) -> None:
        self.values = FLOATS[count]()
        start = ctypes.addressof(self.values)
        self.at = tuple(start + 4 * i for i in range(count))


FLOATS: dict[int, Any] = {count: ctypes.c_float * count for count in (2, 4, 6)}
layer_text = bound(pdfium.FPDFText_GetText, INT, HANDLE, INT, INT, HANDLE)
unicode = bound(pdfium.FPDFText_GetUnicode, ctypes.c_uint, HANDLE, INT)
generated = bound(pdfium.FPDFText_IsGenerated, INT, HANDLE, INT)
text_object = bound(pdfium.FPDFText_GetTextObject, ADDRESS, HANDLE, INT)
loose_box = bound(pdfium.FPDFText_GetLooseCharBox, NOTHING, HANDLE, INT, HANDLE)
char_origin = bound(pdfium.FPDFText_GetCharOrigin, INT, HANDLE, INT, HANDLE, HANDLE)
char_matrix = bound(pdfium.FPDFText_GetMatrix, INT, HANDLE, INT, HANDLE)
font_size = bound(pdfium.FPDFText_GetFontSize, ctypes.c_double, HANDLE, INT)
unmapped = bound(pdfium.FPDFText_HasUnicodeMapError, INT, HANDLE, INT)
render_mode = bound(pdfium.FPDFTextObj_GetTextRenderMode, INT, HANDLE)
text_font = bound(pdfium.FPDFTextObj_GetFont, ADDRESS, HANDLE)
font_name = bound(pdfium.FPDFFont_GetBaseFontName, SIZE, HANDLE, HANDLE, SIZE)
font_flags = bound(pdfium.FPDFFont_GetFlags, INT, HANDLE)

page_object = bound(pdfium.FPDFPage_GetObject, ADDRESS, HANDLE, INT)
form_object = bound(pdfium.FPDFFormObj_GetObject, ADDRESS, HANDLE, INT)
object_kind = bound(pdfium.FPDFPageObj_GetType, INT, HANDLE)
object_matrix = bound(pdfium.FPDFPageObj_GetMatrix, INT, HANDLE, HANDLE)
object_bounds = bound(pdfium.FPDFPageObj_GetBounds, INT, HANDLE, HANDLE, HANDLE, HANDLE, HANDLE)
transparent = bound(pdfium.FPDFPageObj_HasTransparency, INT, HANDLE)
fill_color = bound(pdfium.FPDFPageObj_GetFillColor, INT, HANDLE, HANDLE, HANDLE, HANDLE, HANDLE)
stroke_color = bound(pdfium.FPDFPageObj_GetStrokeColor, INT, HANDLE, HANDLE, HANDLE, HANDLE, HANDLE)
stroke_width = bound(pdfium.FPDFPageObj_GetStrokeWidth, INT, HANDLE, HANDLE)
draw_mode = bound(pdfium.FPDFPath_GetDrawMode, NOTHING, HANDLE, HANDLE, HANDLE)
count_segments = bound(pdfium.FPDFPath_CountSegments, INT, HANDLE)
path_segment = bound(pdfium.FPDFPath_GetPathSegment, ADDRESS, HANDLE, INT)
segment_point = bound(pdfium.FPDFPathSegment_GetPoint, NOTHING, HANDLE, HANDLE, HANDLE)
segment_kind = bound(pdfium.FPDFPathSegment_GetType, INT, HANDLE)
segment_closes = bound(pdfium.FPDFPathSegment_GetClose, INT, HANDLE)
clip_path = bound(pdfium.FPDFPageObj_GetClipPath, ADDRESS, HANDLE)
clip_paths = bound(pdfium.FPDFClipPath_CountPaths, INT, HANDLE)
clip_segments = bound(pdfium.FPDFClipPath_CountPathSegments, INT, HANDLE, INT)
clip_segment = bound(pdfium.FPDFClipPath_GetPathSegment, ADDRESS, HANDLE, INT, INT)
