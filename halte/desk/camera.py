"""Reads a code out of one frame of a tablet's camera, where the browser has no reader of its own.

A frame is bare brightness, one byte for each pixel: no picture format is unpacked, so nothing can swell up. It lives
in memory for as long as it is looked at, and is kept nowhere.
"""

import zxingcpp

MOST_BYTES = 320_000
LEAST_SIDE, MOST_SIDE = 32, 1024


class NotAFrame(ValueError):
    """Bytes, width and height do not belong together, or it is too large."""


def code_in(frame: bytes, *, width: int, height: int) -> str:
    """What the QR code in a frame says; nothing when there is none.

    Raises:
        NotAFrame: The frame is not `width` times `height` bytes, or beyond the limits.
    """
    sides_fit = all(LEAST_SIDE <= side <= MOST_SIDE for side in (width, height))
    if not sides_fit or len(frame) != width * height or len(frame) > MOST_BYTES:
        raise NotAFrame
    image = memoryview(frame).cast("B", shape=[height, width])
    found = zxingcpp.read_barcode(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return found.text[:200] if found else ""
