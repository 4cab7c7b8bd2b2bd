"""How a page answers an act: done, done before, or why not."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest

from halte.common.refusal import Refusal
from halte.journal import AlreadyDone


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


def say_errors(request: HttpRequest, form: Form) -> None:
    """Say what a form refused, for a bare button that has no page of its own."""
    for errors in form.errors.values():
        for error in errors:
            messages.error(request, str(error))
