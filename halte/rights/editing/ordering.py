"""Up and down: one press moves a statement on its page, or a topic in the list."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halte.accounts.answers import press
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import GUIDE
from halte.rights import ordering
from halte.rights.models import Statement, Topic


@needs(GUIDE, shows_people=False)
@require_POST
def move_statement(request: HalteRequest, statement_id: UUID) -> HttpResponse:
    """An editor moves a statement one place."""
    found = Statement.objects.filter(id=statement_id).select_related("topic").first()
    if found is None:
        raise Http404
    press(request, ordering.move_statement, _("Moved."), statement=found, up=_up(request))
    return redirect(f"{reverse('editing:topic', args=[found.topic.slug])}#{found.code}")


@needs(GUIDE, shows_people=False)
@require_POST
def move_topic(request: HalteRequest, slug: str) -> HttpResponse:
    """An editor moves a topic one place."""
    found = Topic.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    press(request, ordering.move_topic, _("Moved."), topic=found, up=_up(request))
    return redirect(f"{reverse('editing:desk')}#{found.slug}")


def _up(request: HalteRequest) -> bool:
    return request.POST.get("to") == "up"
