"""How a page answers an act: done, done before, or why not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from halte.common.refusal import Refusal
from halte.journal import AlreadyDone
from halte.web.forms import ActForm

if TYPE_CHECKING:
    from halte.accounts.doors import HalteRequest


def done(form: Form, act: Callable[[], object]) -> bool:
    """Do one act. A repeated key counts as done; a refusal becomes an error of the form, which keeps what was typed."""
    try:
        act()
    except AlreadyDone:
        return True
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


@contextmanager
def answering(request: HttpRequest) -> Iterator[Callable[[str], None]]:
    """Turn what came of an act into a message: what was done, why not, or that it stood already."""
    try:
        yield lambda said: messages.success(request, said)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    except AlreadyDone:
        messages.success(request, _("This was saved before. Nothing was done twice."))


def pressed(request: HttpRequest, form: ActForm, act: Callable[[datetime], str]) -> None:
    """A bare button was pressed: act once, now, and say what happened.

    Args:
        act: Does it at the moment it is told, and says in words what was done.
    """
    if not form.is_valid():
        messages.error(request, form.first_error())
        return
    with answering(request) as say:
        say(act(timezone.now()))


def press(request: "HalteRequest", action: Callable[..., object], said: str, **what: object) -> None:
    """A bare button of a colleague was pressed: one action, once, now; then say what was done, or why not.

    Args:
        what: What the action is about, by the names it has there.
    """
    form = ActForm(request.POST)

    def act(at: datetime) -> str:
        action(actor=request.actor, at=at, key=form.retry_key, **what)
        return said

    pressed(request, form, act)


def say_errors(request: HttpRequest, form: Form) -> None:
    """Say what a form refused, for a bare button that has no page of its own."""
    for errors in form.errors.values():
        for error in errors:
            messages.error(request, str(error))
