"""What every app's API shares: one shape of error, one retry key."""

import hashlib
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Schema

from halte.common.refusal import Refusal
from halte.common.retry import RetryKey

KEY_HEADER = "Idempotency-Key"


class Problem(Schema):
    """Why a request was not done: a code for programs, a sentence for people."""

    code: str
    message: str


class KeyMissing(Refusal):
    """A write came without a retry key."""

    code = "api.retry_key_missing"
    message = _("Send a header Idempotency-Key with a UUID that is new for each act and the same for each retry.")
    status = 422


READ_ERRORS: dict[int, Any] = dict.fromkeys((400, 401, 403, 404, 422, 429, 503), Problem)
"""What a reading request may be answered besides 200."""

WRITE_ERRORS: dict[int, Any] = READ_ERRORS | {409: Problem}
"""What a writing request may be answered besides success."""

KEY_PARAMETER: dict[str, Any] = {
    "parameters": [
        {
            "name": KEY_HEADER,
            "in": "header",
            "required": True,
            "description": "New for each act, the same for each retry.",
            "schema": {"type": "string", "format": "uuid"},
        }
    ]
}
"""For `openapi_extra` of every write."""


def retry_key(request: HttpRequest) -> RetryKey:
    """The retry key of a write, with the SHA-256 of its path and body.

    Raises:
        KeyMissing: The header is missing or holds no UUID.
    """
    try:
        value = UUID(request.headers.get(KEY_HEADER, ""))
    except ValueError:
        raise KeyMissing from None
    return RetryKey(value, hashlib.sha256(request.path.encode() + b"\0" + request.body).digest())
