"""Pages of "Say it": for whoever says something, without a session; and for the two who read it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs, open_to_all
from halte.accounts.roles import HOUSE, Role
from halte.common import tickets
from halte.common.languages import ALL, BY_CODE
from halte.common.refusal import Refusal
from halte.common.retry import RetryKey
from halte.complaints import actions, forms, queries
from halte.complaints.models import About, Complaint, NotFor
from halte.journal import AlreadyDone
from halte.sites.models import Site
from halte.web.forms import ActForm
from halte.web.middleware import for_guests
from halte.web.tickets import Ticket, fetched


@for_guests
@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def say(request: HttpRequest) -> HttpResponse:
    """Somebody says what is wrong: no card, any language or voice. The answer shows the ticket code, once."""
    _speak(request)
    at, sites = timezone.now(), Site.objects.filter(opened_on__isnull=False)
    chosen = sites.filter(code=_asked(request, "site")).first() or (sites[0] if len(sites) == 1 else None)
    outside = queries.readers_for(chosen, at) if chosen else []
    form = forms.Say(
        request.POST or None, request.FILES or None, sites=sites, outside=outside, initial={"site": chosen}
    )
    context: dict[str, Any] = {
        "form": form,
        "chosen": chosen,
        "sites": sites,
        "outside": outside,
        "languages": ALL,
        "language": translation.get_language(),
    }
    if request.method != "POST" or not form.is_valid() or _too_large(request, form):
        return render(request, "complaints/say.html", context, status=422 if form.is_bound else 200)
    try:
        context["code"] = tickets.spaced(_say(form, at, translation.get_language() or "en"))
    except AlreadyDone:
        context["code"] = ""
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return render(request, "complaints/say.html", context, status=422)
    return render(request, "complaints/said.html", context)


def _say(form: forms.Say, at: datetime, language: str) -> str:
    said = form.cleaned_data
    return actions.say(
        site=said["site"],
        about=About(said["about"]),
        words=said["words"],
        voice=said["voice"],
        language=language,
        not_for=[NotFor(code) for code in said["not_for"]],
        not_readers=[UUID(one) for one in said.get("not_readers", [])],
        at=at,
        key=form.retry_key,
    )


def _too_large(request: HttpRequest, form: forms.Say) -> bool:
    """A body above the limit comes without its file: nobody shall think that their voice was taken."""
    if int(request.headers.get("Content-Length") or 0) <= settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        return False
    form.add_error("voice", forms.NOT_A_VOICE)
    return True


@for_guests
@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def fetch_answer(request: HttpRequest) -> HttpResponse:
    """The ticket code fetches the answer. A wrong code and an unknown one are answered alike."""
    _speak(request)
    form = Ticket(request.POST or None)
    context: dict[str, Any] = {"form": form, "languages": ALL, "language": translation.get_language()}
    if request.method != "POST":
        return render(request, "complaints/fetch_answer.html", context)
    found, status = fetched(form, queries.by_ticket, at=timezone.now())
    if found is None:
        return render(request, "complaints/fetch_answer.html", context, status=status)
    return render(request, "complaints/answer.html", context | {"complaint": found})


@needs(HOUSE)
@require_safe
def reading(request: HalteRequest) -> HttpResponse:
    """What was left for this reader; whoever is none finds what a reader finds for whom nothing was left."""
    context = {"complaints": queries.complaints(request.actor), "languages": BY_CODE}
    return render(request, "complaints/reading.html", context)


@needs(HOUSE)
@require_safe
def complaint(request: HalteRequest, complaint_id: UUID) -> HttpResponse:
    """One complaint. Opening it is a line in the register."""
    found = _complaint(request, complaint_id)
    actions.read(actor=request.actor, complaint=found, at=timezone.now(), key=RetryKey.new())
    context = {"complaint": found, "language": BY_CODE.get(found.language), "form": forms.Answer()}
    return render(request, "complaints/complaint.html", context)


@needs(HOUSE)
@require_safe
def voice(request: HalteRequest, complaint_id: UUID) -> HttpResponse:
    """The recording, for the reader's own ears."""
    found = _complaint(request, complaint_id)
    if not found.has_voice:
        raise Http404
    return HttpResponse(found.voice.sound, content_type=found.voice.kind)


@needs(HOUSE)
@require_POST
def answer(request: HalteRequest, complaint_id: UUID) -> HttpResponse:
    """The answer waits for the ticket."""
    found, form = _complaint(request, complaint_id), forms.Answer(request.POST)

    def act(at: datetime) -> str:
        words = form.cleaned_data["words"]
        actions.answer(actor=request.actor, complaint=found, words=words, at=at, key=form.retry_key)
        return _("The answer waits for whoever holds the ticket.")

    pressed(request, form, act)
    return redirect("complaints:complaint", found.id)


@needs(HOUSE)
@require_POST
def close(request: HalteRequest, complaint_id: UUID) -> HttpResponse:
    """Nothing more is done about it."""
    found, form = _complaint(request, complaint_id), ActForm(request.POST)

    def act(at: datetime) -> str:
        actions.close(actor=request.actor, complaint=found, at=at, key=form.retry_key)
        return _("Closed. It is deleted in ninety days.")

    pressed(request, form, act)
    return redirect("complaints:reading")


@needs(Role.COORDINATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def readers(request: HalteRequest) -> HttpResponse:
    """The two who read complaints about houses where they do not work."""
    could = queries.could_read()
    form = forms.NameReader(request.POST or None, could=could)

    def act(at: datetime) -> str:
        staff = form.cleaned_data["staff"]
        actions.name_reader(actor=request.actor, staff=staff, at=at, key=form.retry_key)
        return _("They read complaints from now on.")

    if request.method == "POST":
        pressed(request, form, act)
        return redirect("complaints:readers")
    return render(request, "complaints/readers.html", {"form": form, "readers": queries.readers()})


@needs(Role.COORDINATOR)
@require_POST
def end_reader(request: HalteRequest, reader_id: UUID) -> HttpResponse:
    """Somebody reads complaints no more."""
    found = queries.reader(reader_id)
    if found is None:
        raise Http404

    def act(at: datetime) -> str:
        actions.end_reader(actor=request.actor, reader=found, at=at, key=form.retry_key)
        return _("They read no complaints any more.")

    form = ActForm(request.POST)
    pressed(request, form, act)
    return redirect("complaints:readers")


def _complaint(request: HalteRequest, complaint_id: UUID) -> Complaint:
    found = queries.complaint(request.actor, complaint_id)
    if found is None:
        raise Http404
    return found


def _asked(request: HttpRequest, name: str) -> str:
    return str(request.POST.get(name) or request.GET.get(name, "")).replace("\0", "")[:40]


def _speak(request: HttpRequest) -> None:
    """The language that was pressed on the page, else the phone's own."""
    code = _asked(request, "language")
    if code in BY_CODE:
        translation.activate(code)
        request.LANGUAGE_CODE = code
