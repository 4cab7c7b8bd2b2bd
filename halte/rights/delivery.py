"""How a guide page travels: small, cached for a short while, the same bytes for everyone, and never with a cookie."""

import gzip
import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

MINUTES = 60
KEPT = 5 * MINUTES
"""Seconds a page may be kept by a phone or a proxy: an expired statement is gone soon after midnight."""


def deliver(
    request: HttpRequest, body: str, *, language: str, status: int = 200, kind: str = "text/html"
) -> HttpResponseBase:
    """Answer with a page, or with a program that speaks no language.

    Keeps:
        The entity tag is strong: the same tag, the same bytes, compressed or not.
        No session is opened and no cookie is set, so any cache may keep the page. Only who already carries a cookie,
        a colleague who is signed in, gets a page that no shared cache keeps.
    """
    content = body.encode()
    compressed = "gzip" in request.headers.get("Accept-Encoding", "").lower()
    if compressed:
        content = gzip.compress(content, compresslevel=9, mtime=0)
    response = HttpResponse(content, status=status, content_type=f"{kind}; charset=utf-8")
    if compressed:
        response.headers["Content-Encoding"] = "gzip"
    if language:
        response.headers["Content-Language"] = language
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = kept_by(request)
    response.headers["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    patch_vary_headers(response, ["Accept-Encoding"])
    if status != 200:
        return response
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response


def kept_by(request: HttpRequest) -> str:
    """Who may keep the answer, and for how long. The session of a colleague must never enter a shared cache."""
    return f"{'private' if request.COOKIES else 'public'}, max-age={KEPT}"
