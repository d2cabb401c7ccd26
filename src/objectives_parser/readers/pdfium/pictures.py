"""The picture of a loaded page in grey, as it is displayed."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from objectives_parser.readers.pdfium import native

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 16_000_000  # pixels


def grey_picture(page: Any, width: float, height: float, scale: float) -> Image | None:
    """The page with so many pixels a point; None of a page too large for it."""
    from PIL.Image import frombytes

    wide, high = round(width * scale), round(height * scale)
    if not 0 < wide * high <= LARGEST:
        return None
    bitmap = pdfium.FPDFBitmap_CreateEx(wide, high, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        start = native.address(pdfium.FPDFBitmap_GetBuffer(bitmap))
        return frombytes("L", (wide, high), ctypes.string_at(start, stride * high), "raw", "L", stride)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
