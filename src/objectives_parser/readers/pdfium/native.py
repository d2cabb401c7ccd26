"""PDFium's functions that are called for every word and every line, bound for speed.

``pypdfium2.raw`` wraps each handle in a pointer object, which costs more than the call. Here handles are plain
addresses (0 for none) and results come in one small array, so a call takes a quarter of a microsecond.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

HANDLE = ctypes.c_void_p
INT = ctypes.c_int


def bound(function: Any, result: Any, *arguments: Any) -> Any:
    """A raw function again, with handles and out-parameters as addresses."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


def address(handle: Any) -> int:
    """The address that a handle of ``pypdfium2.raw`` points to."""
    return ctypes.cast(handle, HANDLE).value or 0


def pointer(handle: int, kind: Any) -> Any:
    """The handle as ``pypdfium2.raw`` wants it, for its rarer functions."""
    return ctypes.cast(handle, kind)


class Floats:
    """A few C floats that functions write to; ``at`` holds their addresses, ``values`` reads them."""

    def __init__(self, count: int) -> None:
        self.values = (ctypes.c_float * count)()
        start = ctypes.addressof(self.values)
        self.at = tuple(start + 4 * i for i in range(count))


text_object = bound(pdfium.FPDFText_GetTextObject, HANDLE, HANDLE, INT)
loose_box = bound(pdfium.FPDFText_GetLooseCharBox, INT, HANDLE, INT, HANDLE)
char_origin = bound(pdfium.FPDFText_GetCharOrigin, INT, HANDLE, INT, HANDLE, HANDLE)
char_matrix = bound(pdfium.FPDFText_GetMatrix, INT, HANDLE, INT, HANDLE)
font_size = bound(pdfium.FPDFText_GetFontSize, ctypes.c_double, HANDLE, INT)
unmapped = bound(pdfium.FPDFText_HasUnicodeMapError, INT, HANDLE, INT)
render_mode = bound(pdfium.FPDFTextObj_GetTextRenderMode, INT, HANDLE)
text_font = bound(pdfium.FPDFTextObj_GetFont, HANDLE, HANDLE)

page_object = bound(pdfium.FPDFPage_GetObject, HANDLE, HANDLE, INT)
form_object = bound(pdfium.FPDFFormObj_GetObject, HANDLE, HANDLE, INT)
object_kind = bound(pdfium.FPDFPageObj_GetType, INT, HANDLE)
object_matrix = bound(pdfium.FPDFPageObj_GetMatrix, INT, HANDLE, HANDLE)
object_bounds = bound(pdfium.FPDFPageObj_GetBounds, INT, HANDLE, HANDLE, HANDLE, HANDLE, HANDLE)
transparent = bound(pdfium.FPDFPageObj_HasTransparency, INT, HANDLE)
fill_color = bound(pdfium.FPDFPageObj_GetFillColor, INT, HANDLE, HANDLE, HANDLE, HANDLE, HANDLE)
stroke_color = bound(pdfium.FPDFPageObj_GetStrokeColor, INT, HANDLE, HANDLE, HANDLE, HANDLE, HANDLE)
stroke_width = bound(pdfium.FPDFPageObj_GetStrokeWidth, INT, HANDLE, HANDLE)
draw_mode = bound(pdfium.FPDFPath_GetDrawMode, INT, HANDLE, HANDLE, HANDLE)
count_segments = bound(pdfium.FPDFPath_CountSegments, INT, HANDLE)
path_segment = bound(pdfium.FPDFPath_GetPathSegment, HANDLE, HANDLE, INT)
segment_point = bound(pdfium.FPDFPathSegment_GetPoint, INT, HANDLE, HANDLE, HANDLE)
segment_kind = bound(pdfium.FPDFPathSegment_GetType, INT, HANDLE)
segment_closes = bound(pdfium.FPDFPathSegment_GetClose, INT, HANDLE)
clip_path = bound(pdfium.FPDFPageObj_GetClipPath, HANDLE, HANDLE)
clip_paths = bound(pdfium.FPDFClipPath_CountPaths, INT, HANDLE)
clip_segments = bound(pdfium.FPDFClipPath_CountPathSegments, INT, HANDLE, INT)
clip_segment = bound(pdfium.FPDFClipPath_GetPathSegment, HANDLE, HANDLE, INT, INT)
