"""Opening an invitation: the only way to an account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from halte import journal
from halte.accounts import actions, asking, forms, queries
from halte.accounts.doors import open_to_all
from halte.accounts.models import Invitation, Staff
from halte.common.refusal import Refusal
from halte.web.forms import ActForm


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever holds the link makes an account, or takes the role with the account they have."""
    found = queries.invitation_of(token, timezone.now())
    if found is None and request.method != "POST":
        return render(request, "accounts/invitation_over.html", status=404)
    if found is None:
        messages.info(request, _("This invitation was used. If it was you, sign in."))
        return redirect("account_login")
    if isinstance(request.user, Staff):
        return _take(request, found, request.user)
    form = forms.Accept(request.POST or None, initial={"language": _first_language()})
    if request.method == "POST" and form.is_valid() and _accepted(form, found):
        messages.success(request, _("Your account stands. Sign in with it."))
        return redirect("account_login")
    context = {"invitation": found, "form": form}
    return render(request, "accounts/invitation.html", context, status=422 if form.is_bound else 200)


def _accepted(form: forms.Accept, found: Invitation) -> bool:
    given = {name: form.cleaned_data[name] for name in ("sign_in_name", "called", "password", "language")}
    try:
        actions.accept_invitation(invitation=found, at=timezone.now(), key=form.retry_key, **given)
    except journal.AlreadyDone:
        return True
    except Refusal as refusal:
        form.add_error("sign_in_name" if isinstance(refusal, actions.NameTaken) else None, str(refusal))
        return False
    return True


def _take(request: HttpRequest, found: Invitation, staff: Staff) -> HttpResponse:
    form = ActForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/invitation_taken.html", {"invitation": found, "staff": staff, "form": form})
    try:
        here = request.session.session_key
        actions.take_role(staff=staff, invitation=found, at=timezone.now(), key=form.retry_key, pressed_in=here)
    except journal.AlreadyDone:
        pass
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("accounts:me")
    request.session.cycle_key()
    request.session[asking.SITE_KEY] = found.site.code
    messages.success(request, _("You work here now."))
    return redirect("accounts:me")


def _first_language() -> str:
    spoken = translation.get_language() or "fr"
    return spoken if spoken in dict(forms.LANGUAGES) else "fr"
