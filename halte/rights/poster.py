"""The code on a poster that leads a phone to a page of the guide."""

import segno
from django.utils.safestring import SafeString, mark_safe


def poster_code(link: str) -> SafeString:
    """A square that a phone reads from two metres; drawn by us from an address of ours, so safe as it is."""
    drawing = segno.make(link, error="m", micro=False).svg_inline(omitsize=True, border=2, svgclass="qr")
    return mark_safe(drawing)  # noqa: S308
