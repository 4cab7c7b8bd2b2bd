"""A signed fact sheet in another language: written beside its original, then a second person lets it stand."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts.answers import done, pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE, Role
from halte.common.languages import BY_CODE
from halte.rights.editing.forms import EachText, Signed
from halte.rights.talks import queries, translating


@needs(GUIDE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HalteRequest, sheet_id: UUID, language: str) -> HttpResponse:
    """Somebody writes what an official signed in a language of the guests."""
    found = queries.sheet(request.actor, sheet_id)
    if found is None or not translating.may_translate(request.actor, found, language):
        raise Http404
    form = EachText(request.POST or None, asked=translating.texts(found, language))

    def act() -> None:
        translating.translate(
            actor=request.actor,
            sheet=found,
            language=language,
            written=form.written,
            at=timezone.now(),
            key=form.retry_key,
        )

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect("talks:translate", found.id, language)
    waiting = translating.waiting(found, language)
    context = {
        "sheet": found,
        "talk": found.talk,
        "language": BY_CODE[language],
        "original_language": BY_CODE[found.written_in],
        "standing": translating.standing(found, language),
        "waiting": waiting,
        "is_mine": waiting is not None and waiting.written_by == request.actor.id,
        "signs": Role.TRANSLATOR in request.actor.roles,
        "form": form,
        "approve": Signed(auto_id="approve_%s"),
    }
    return render(request, "rights/talks/translate.html", context, status=422 if form.is_bound else 200)


@needs(GUIDE, shows_people=False)
@require_POST
def approve(request: HalteRequest, translation_id: UUID) -> HttpResponse:
    """A second person lets the whole sheet stand in this language."""
    found, form = queries.sheet_translation(request.actor, translation_id), Signed(request.POST)
    if found is None:
        raise Http404

    def act(at: datetime) -> str:
        signature = form.cleaned_data["signature"]
        translating.approve(actor=request.actor, translation=found, signature=signature, at=at, key=form.retry_key)
        return _("Guests read the sheet in this language from now on.")

    pressed(request, form, act)
    return redirect("talks:translate", found.sheet_id, found.language)
