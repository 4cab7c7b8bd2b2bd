"""Pages that go to a translator as a file, and come back."""

from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE
from halte.rights import translating
from halte.rights.editing import forms


@needs(GUIDE, shows_people=False)
@require_safe
def xliff_out(request: HalteRequest, slug: str, language: str) -> HttpResponse:
    """One page of one language for a translator's program."""
    content = translating.written_out(slug, language)
    if content is None:
        raise Http404
    name = f'attachment; filename="{slug}.{language}.xlf"'
    return HttpResponse(content, content_type="application/xliff+xml", headers={"Content-Disposition": name})


@needs(GUIDE, shows_people=False)
@require_POST
def xliff_in(request: HalteRequest) -> HttpResponse:
    """What a translator gave back waits for a second person."""
    form = forms.Translated(request.POST, request.FILES)

    def act(at: datetime) -> str:
        content = form.cleaned_data["file"]
        taken = translating.take_in(actor=request.actor, content=content, at=at, key=form.retry_key)
        if taken.begun:
            return _("A page was begun in a new language. Open it under “Begun pages” and put it in review.")
        made = len(taken.revisions)
        return ngettext("%(n)s text waits for a second person.", "%(n)s texts wait for a second person.", made) % {
            "n": made
        }

    pressed(request, form, act)
    return redirect("editing:desk")
