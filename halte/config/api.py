"""The API under /api/v1/: every app's router, one way to sign in, one shape of error."""

import logging

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.operation import Operation
from ninja.security import HttpBearer

from halte import __version__
from halte.accounts.actor import Actor
from halte.accounts.asking import device_of
from halte.common.refusal import Refusal
from halte.goods.api import router as goods
from halte.guests.api import router as guests
from halte.nights.api import router as nights
from halte.rights.api import router as rights
from halte.sync.api import router as sync
from halte.visits.api import router as visits

_log = logging.getLogger(__name__)


class DeviceToken(HttpBearer):
    """A device's token, scoped to one site; made by `halte token` or on the devices page."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The device that holds the token; the request then acts for it."""
        actor = device_of(token)
        if actor is not None:
            request.actor = actor  # type: ignore[attr-defined]
        return actor


class HalteAPI(NinjaAPI):
    """Names each operation after its app, so that no two share a name."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """`nights_arrive`: the app, then the function."""
        view = operation.view_func
        return f"{view.__module__.split('.')[1]}_{view.__name__}"


api = HalteAPI(
    title="Halte",
    version=__version__,
    description="One site's cards, visits, beds and goods, for programs that hold a device token.",
    auth=DeviceToken(),
    urls_namespace="api",
    docs_url=None,
)
for _router in (guests, visits, nights, goods, sync, rights):
    api.add_router("", _router)


def _problem(request: HttpRequest, status: int, code: str, message: str) -> HttpResponse:
    return api.create_response(request, {"code": code, "message": message}, status=status)


@api.exception_handler(Refusal)
def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A rule said no."""
    return _problem(request, refusal.status, refusal.code, str(refusal))


@api.exception_handler(AuthenticationError)
def not_signed_in(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """No token, or one that opens nothing."""
    return _problem(request, 401, "api.no_token", _("Send a header Authorization: Bearer with a device's token."))


@api.exception_handler(PermissionDenied)
def not_allowed(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    """The device's roles do not open this."""
    return _problem(request, 403, "api.not_allowed", _("This device may not do this."))


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    """Nothing here, or nothing of this site."""
    return _problem(request, 404, "api.not_found", _("There is no such thing at this site."))


@api.exception_handler(ValidationError)
def wrong_shape(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The request has not the shape that the schema asks for."""
    places = ", ".join(sorted({".".join(str(step) for step in found["loc"]) for found in error.errors}))
    return _problem(request, 422, "api.wrong_shape", _("Wrong or missing: %(places)s.") % {"places": places})


@api.exception_handler(HttpError)
def not_understood(request: HttpRequest, error: HttpError) -> HttpResponse:
    """The request could not be read at all."""
    return _problem(request, error.status_code, "api.not_understood", _("The request could not be read."))


@api.exception_handler(OperationalError)
@api.exception_handler(InterfaceError)
def not_written(request: HttpRequest, error: Exception) -> HttpResponse:
    """The disk is full, broken or read-only, or the database server is gone."""
    _log.error("The database could not be read or written.", exc_info=error)
    connection.close()
    said = _(
        "Nothing was saved: the database cannot be written now. Use the paper sheet, and send the same again later."
    )
    return _problem(request, 503, "api.not_written", said)
