"""Pages that belong to no service: what is said when something goes wrong, and the style guide."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from django.db import InterfaceError, OperationalError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from halte.common.refusal import Refusal
from halte.web import samples
from halte.web.pictograms import PICTOGRAMS

NOT_WRITTEN = (OperationalError, InterfaceError)
"""The database cannot be read or written: the disk is full, broken or read-only, or the server is gone."""

View = TypeVar("View", bound=Callable[..., HttpResponse])


def _open_to_all(view: View) -> View:
    """The mark the door list reads; `accounts.doors` stands above this app and cannot be asked for its own."""
    view.halte_door = "everyone"  # type: ignore[attr-defined]
    return view


def error_page(status: int, *, sentence: str = "") -> HttpResponse:
    """A page that says what to do; made without database, session or request, so it works when they do not."""
    return HttpResponse(render_to_string(f"{status}.html", {"sentence": sentence}), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What came in was not understood."""
    return error_page(400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """This door is not open to this person."""
    return error_page(403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing here, or nothing that this site may see."""
    return error_page(404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke on our side; 503 when it is the disk or the database server, which may come back.

    Nothing is half-written: the transaction was rolled back. The next request opens the database anew.
    """
    if isinstance(sys.exception(), NOT_WRITTEN):
        connection.close()
        return error_page(503)
    return error_page(500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was too old, or the form came from elsewhere."""
    return error_page(403)


def refused(refusal: Refusal) -> HttpResponse:
    """A refusal as a page of its own, where there is no page to go back to."""
    return error_page(409, sentence=str(refusal))


@_open_to_all
@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component on one page, filled with invented content."""
    shown = {**samples.everything(), "pictograms": sorted(PICTOGRAMS)}
    return render(request, "web/styleguide.html", shown)


@_open_to_all
@require_safe
def screen(request: HttpRequest, name: str) -> HttpResponse:
    """One screen of the style guide on the real base page, as a person would meet it."""
    if name not in samples.SCREENS:
        raise Http404
    with translation.override(samples.SCREENS[name]):
        return render(request, f"web/styleguide/{name}.html", samples.everything())
