"""The guide's small style: it travels inside each page, allowed by its hash alone."""

import hashlib
from base64 import b64encode
from importlib.resources import files

from django.utils.safestring import SafeString, mark_safe

_SHEETS = (files("halte.web") / "static/web/guide.css", files("halte.rights") / "style.css")

STYLE: SafeString = mark_safe("\n".join(sheet.read_text(encoding="utf-8").strip() for sheet in _SHEETS))  # noqa: S308
"""What every guest page has, then what only the guide has. Our own two files, so safe as they are."""

CSP_HASH = f"'sha256-{b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'"
"""The one inline style that a guide page may carry, as the policy writes it."""
