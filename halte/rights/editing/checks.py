"""One statement, and whether it is still right."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts.answers import done, press
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE, Role
from halte.common.languages import BY_CODE
from halte.rights import checking
from halte.rights.editing import forms
from halte.rights.editing.differing import in_words
from halte.rights.models import WAITS, Check, CheckState, Progress, Statement
from halte.rights.saying import original_of
from halte.web.forms import ActForm


@needs(GUIDE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: HalteRequest, statement_id: UUID) -> HttpResponse:
    """What a statement rests on, who looked at it and when; an editor says that it is still right."""
    found = Statement.objects.filter(id=statement_id).select_related("topic").first()
    if found is None:
        raise Http404
    form = forms.Seen(
        request.POST or None, needs_day=checking.needs_two(found), initial={"signature": found.checked_by}
    )

    def act() -> None:
        said = form.cleaned_data
        seen = checking.Seen(said["signature"], said["looked_at"], said["show_until"])
        checking.still_right(actor=request.actor, statement=found, seen=seen, at=timezone.now(), key=form.retry_key)

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect("editing:statement", found.id)
    status = 422 if request.method == "POST" else 200
    return render(request, "rights/editing/statement.html", _about(request, found, form), status=status)


@needs(GUIDE, shows_people=False)
@require_POST
def confirm(request: HalteRequest, check_id: UUID) -> HttpResponse:
    """A second person looked too."""
    found = Check.objects.filter(id=check_id).select_related("statement").first()
    if found is None:
        raise Http404
    press(request, checking.confirm, _("Readers see from now on that it was checked."), check=found)
    return redirect("editing:statement", found.statement_id)


def _about(request: HalteRequest, found: Statement, form: forms.Seen) -> dict[str, object]:
    original = original_of(found)
    proposed = original.revisions.filter(progress__in=WAITS) if original else ()
    checks = list(found.checks.order_by("-checked_on", "state"))
    return {
        "statement": found,
        "original": original,
        "language": BY_CODE[original.language] if original else None,
        "being_changed": bool(proposed),
        "whom": in_words(found.applies_to),
        "footing_waits": found.revisions.filter(progress=Progress.IN_REVIEW).exists(),
        "sources": [citation.source for citation in found.citations.select_related("source")],
        "checks": checks,
        "waiting": next((check for check in checks if check.state == CheckState.WAITING), None),
        "needs_two": checking.needs_two(found),
        "may_check": Role.EDITOR in request.actor.roles,
        "over": found.show_until is not None and found.show_until < timezone.localdate(),
        "form": form,
        "press": ActForm(),
    }
