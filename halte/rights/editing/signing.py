"""A translation that stands, read beside its original on one page; a translator signs it, and its label goes."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from halte.accounts.answers import done
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE, Role
from halte.common.languages import BY_CODE
from halte.rights import signing
from halte.rights.beside import pairs_of
from halte.rights.editing import forms
from halte.rights.editing.versions import address_of
from halte.rights.models import Page, State


@needs(GUIDE, shows_people=False)
@require_safe
def to_read(request: HalteRequest, language: str) -> HttpResponse:
    """Every page of one language that no translator approved yet."""
    if language not in BY_CODE:
        raise Http404
    context = {"language": BY_CODE[language], "pages": signing.to_read().filter(language=language)}
    return render(request, "rights/editing/to_read.html", context)


@needs(GUIDE, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def read_through(request: HalteRequest, page_id: UUID) -> HttpResponse:
    """All texts of a translation beside their originals; a translator signs what they read."""
    found = Page.objects.filter(id=page_id).exclude(state=State.ORIGINAL).select_related("topic").first()
    if found is None:
        raise Http404
    pairs = list(pairs_of(found.topic.slug, found.language))
    form = forms.ReadThrough(request.POST or None, initial={"read": signing.as_read(pairs)})

    def act() -> None:
        said = form.cleaned_data
        signing.sign(
            actor=request.actor,
            page=found,
            at=timezone.now(),
            key=form.retry_key,
            **{name: said[name] for name in ("read", "signature")},
        )

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("Readers see from now on that a translator approved it."))
        return redirect("editing:read_through", found.id)
    context = {
        "page": found,
        "topic": found.topic,
        "language": BY_CODE[found.language],
        "original_language": BY_CODE[pairs[0].original.language],
        "pairs": [(pair, address_of(next(iter(pair.translated.whose.values())))) for pair in pairs],
        "outdated": sum(pair.translated.outdated for pair in pairs),
        "signed": found.state == State.APPROVED,
        "wrote": signing.wrote_of_it(request.actor, found),
        "signs": Role.TRANSLATOR in request.actor.roles,
        "form": form,
    }
    return render(request, "rights/editing/read_through.html", context, status=422 if form.is_bound else 200)
