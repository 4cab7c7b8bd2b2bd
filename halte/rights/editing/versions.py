"""What somebody proposed, whatever it is of: a second person lets it stand, and what stood once is proposed again."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halte.accounts.answers import press
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE
from halte.rights import revising
from halte.rights.models import Page, Revised, Revision, Source, Statement, Wording


@needs(GUIDE, shows_people=False)
@require_POST
def approve(request: HalteRequest, revision_id: UUID) -> HttpResponse:
    """A second person lets it stand."""
    found = _revision(revision_id)
    press(request, revising.approve, _("Readers see it from now on."), revision=found)
    return redirect(address_of(found.of))


@needs(GUIDE, shows_people=False)
@require_POST
def restore(request: HalteRequest, revision_id: UUID) -> HttpResponse:
    """What stands in the history is proposed again."""
    found = _revision(revision_id)
    press(request, revising.restore, _("It waits for a second person."), revision=found)
    return redirect(address_of(found.of))


def address_of(of: Revised) -> str:
    """Where it is changed."""
    match of:
        case Wording():
            return reverse("editing:wording", args=[of.id])
        case Page():
            return reverse("editing:page", args=[of.id])
        case Statement():
            return reverse("editing:footing", args=[of.id])
        case Source():
            return reverse("editing:source", args=[of.id])


def _revision(revision_id: UUID) -> Revision:
    found = Revision.objects.select_related(*revising.OF).filter(id=revision_id).first()
    if found is None:
        raise Http404
    return found
