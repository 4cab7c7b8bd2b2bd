"""How a voice travels: whole, or the part that a player asks for (RFC 9110, section 14; Safari plays nothing else)."""

import re

from django.http import HttpRequest, HttpResponse

from halte.rights.models import Recording
from halte.rights.voices.sound import KINDS

YEAR = 365 * 24 * 60 * 60
_RANGE = re.compile(r"bytes=(\d{1,9})-(\d{0,9})")


def play(request: HttpRequest, recording: Recording, *, public: bool = True) -> HttpResponse:
    """The sound of a recording.

    Keeps:
        Another sound has another address, so a phone that kept it never plays an old one under a new text.
        One range from a place onward is answered as asked; any other form of range gets the whole, as the rule allows.
    """
    content = bytes(recording.sound)
    answer = HttpResponse(content, content_type=KINDS[recording.kind])
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if asked:
        first = int(asked[1])
        last = min(int(asked[2] or len(content) - 1), len(content) - 1)
        if first >= len(content):
            answer = HttpResponse(status=416, headers={"Content-Range": f"bytes */{len(content)}"})
        elif first <= last:
            answer = HttpResponse(content[first : last + 1], status=206, content_type=KINDS[recording.kind])
            answer.headers["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable" if public else "private, no-store"
    return answer
