"""The guest's own sign, and a lost card: pages for the turned tablet, with pictures instead of words."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from halte import journal
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import DESK
from halte.common import languages
from halte.common.refusal import Refusal
from halte.guests import actions, forms, signs
from halte.guests.models import Guest
from halte.guests.printing import back_of_a_card, printed
from halte.guests.views.cards import read_or_post
from halte.guests.views.finding import found_guest


@needs(DESK)
@read_or_post
def sign(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """The guest chooses three pictures, one press each."""
    guest = found_guest(request, guest_id)
    form = forms.Sign(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _pictures(request, form, [], guest=guest)
    chosen = _with_press(request, form.cleaned_data["pictures"])
    if len(chosen) < signs.HOW_MANY or "prove" not in request.POST:
        return _pictures(request, forms.Sign(), chosen, guest=guest)
    try:
        actions.choose_sign(actor=request.actor, guest=guest, pictures=chosen, at=timezone.now(), key=form.retry_key)
    except journal.AlreadyDone:
        pass
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("guests:sign", guest.id)
    messages.success(request, _("This is their sign now. It is kept as a secret, not as pictures."))
    return redirect("desk:guest", guest.id)


@needs(DESK)
@read_or_post
def lost(request: HalteRequest) -> HttpResponse:
    """A lost card: three pictures, then a bed or a colleague's word. Otherwise a new card at once."""
    form = forms.Lost(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _pictures(request, form, [])
    chosen = _with_press(request, form.cleaned_data["pictures"])
    if len(chosen) < signs.HOW_MANY or "prove" not in request.POST:
        return _pictures(request, forms.Lost(), chosen)
    try:
        guest, secret = actions.find_by_sign(
            actor=request.actor,
            pictures=chosen,
            bed=form.cleaned_data["bed"],
            known=form.cleaned_data["known"],
            at=timezone.now(),
            key=form.retry_key,
        )
    except journal.AlreadyDone:
        messages.error(request, _("This page is too old. Open it again, then press once more."))
        return redirect("guests:lost")
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("guests:lost")
    context = {"guest": guest, "card": printed(request, secret), "back": back_of_a_card(), "again": True}
    return render(request, "guests/card_made.html", context)


def _with_press(request: HalteRequest, chosen: Sequence[str]) -> list[str]:
    """The pictures chosen so far and the one pressed now; the same one pressed again is taken back."""
    pressed = request.POST.get("press", "")
    if pressed in chosen:
        return [picture for picture in chosen if picture != pressed]
    return [*chosen, pressed][: signs.HOW_MANY] if pressed in signs.PICTURES else list(chosen)[: signs.HOW_MANY]


def _pictures(
    request: HalteRequest, form: forms.Sign, chosen: Sequence[str], guest: Guest | None = None
) -> HttpResponse:
    spoken = (guest and guest.language) or get_language() or "en"
    context: dict[str, object] = {
        "form": form,
        "pictures": list(signs.PICTURES.items()),
        "chosen": [(code, signs.PICTURES[code]) for code in chosen if code in signs.PICTURES],
        "so_far": " ".join(chosen),
        "complete": len(chosen) == signs.HOW_MANY,
        "spoken": spoken,
        "right_to_left": spoken in languages.BY_CODE and languages.BY_CODE[spoken].right_to_left,
        "guest": guest,
    }
    return render(request, "guests/sign.html" if guest else "guests/lost.html", context)
