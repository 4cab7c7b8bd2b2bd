"""Tags for the pieces every page shares."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import template
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from halte.common import languages
from halte.web.pictograms import svg

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

register = template.Library()
register.simple_tag(languages.colon)


@register.simple_tag
def pictogram(name: str, label: StrOrPromise = "", size: str = "") -> SafeString:
    """Draw a pictogram; without a label it is silent, for a word stands beside it."""
    return svg(name, label=str(label), size=size)


@register.simple_tag
def retry_key() -> SafeString:
    """A hidden field with a fresh key: the same form sent twice is one act."""
    return format_html('<input type="hidden" name="key" value="{}">', uuid4())


@register.simple_tag
def as_of(at: datetime | None = None) -> SafeString:
    """Say from which moment a list is true; now when no moment is given."""
    local = timezone.localtime(at)
    said = _("as of %(time)s") % {"time": time_format(local, "H:i")}
    return format_html('<time class="as-of num" datetime="{}">{}</time>', local.isoformat(timespec="minutes"), said)


@register.filter
def spoken(code: str) -> SafeString:
    """Write a spoken code in threes, always left to right: K7M-4QX-9."""
    bare = str(code).replace("-", "").upper()
    threes = "-".join(bare[start : start + 3] for start in range(0, len(bare), 3))
    return format_html('<bdi class="spoken" dir="ltr">{}</bdi>', threes)


@register.inclusion_tag("web/_partials/held.html")
def held(label: StrOrPromise, *, words: StrOrPromise, pictogram: str = "warning") -> dict[str, Any]:
    """The button of a `HeldForm`: pressed for two seconds, or ticked first where no script runs."""
    return {"label": label, "words": words, "pictogram": pictogram, "id": f"held-{uuid4().hex[:8]}"}
