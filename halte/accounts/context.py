"""What every template may show of whoever asks."""

from typing import Any

from django.http import HttpRequest


def actor(request: HttpRequest) -> dict[str, Any]:
    """The actor, where a guarded view found one."""
    return {"actor": getattr(request, "actor", None)}
