"""Whose house a screen stands in: by who is signed in, by the tablet, or by the house that somebody chose."""

from django.conf import settings
from django.http import HttpRequest

from halte.accounts.actor import Actor
from halte.accounts.asking import actor_of, tablet_of
from halte.sites.models import Site


def asker(request: HttpRequest) -> Actor | None:
    """Whoever is signed in at the house, else the opened tablet, else nobody. No session is looked up for a guest."""
    known: Actor | None = getattr(request, "actor", None)
    if known is not None:
        return known
    if settings.SESSION_COOKIE_NAME in request.COOKIES and (signed_in := actor_of(request)) is not None:
        return signed_in
    return tablet_of(request)


def house(request: HttpRequest) -> Site | None:
    """The house of whoever asks, else the one that was chosen in the address."""
    found = asker(request)
    chosen = request.GET.get("site", "")[:40]
    if found is not None:
        return found.site
    return Site.objects.filter(code=chosen, opened_on__isnull=False).first() if chosen else None
