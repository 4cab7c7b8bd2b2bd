"""The guide's small style: it travels inside each page, allowed by its hash alone."""

import hashlib
from base64 import b64encode
from importlib.resources import files

from django.utils.safestring import SafeString, mark_safe

STYLE: SafeString = mark_safe(  # noqa: S308 - our own file
    (files("halte.web") / "static/web/guide.css").read_text(encoding="utf-8").strip()
)
CSP_HASH = f"'sha256-{b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'"
"""The one inline style that a guide page may carry, as the policy writes it."""
