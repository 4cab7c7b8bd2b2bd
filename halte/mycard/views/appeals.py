"""An appeal against a measure, by the code that was given with it: no card and no name."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from halte.accounts.answers import done
from halte.accounts.doors import open_to_all
from halte.common.text import PlainText
from halte.guests import measures
from halte.mycard import opening
from halte.mycard.pages import page
from halte.web.forms import ActForm
from halte.web.middleware import for_guests
from halte.web.presses import pressed_on_our_page


class Appeal(ActForm):
    """The code opens what was said; words are added if the guest wishes."""

    code = PlainText(label=_("Code of the measure"), max_length=40, widget=forms.TextInput({"autocomplete": "off"}))
    words = PlainText(
        label=_("What you want to say about it"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"autocomplete": "off"}),
    )


@open_to_all
@for_guests
@require_http_methods(["GET", "HEAD", "POST"])
@opening.in_chosen_language
@pressed_on_our_page
def appeal(request: HttpRequest) -> HttpResponse:
    """Until when the measure holds, what the guest said, and the answer: also for whoever was erased since."""
    form = Appeal(request.POST or None)
    if not form.is_bound or not form.is_valid():
        return page(request, "mycard/appeal.html", {"form": form}, status=422 if form.is_bound else 200)
    code, words = form.cleaned_data["code"], form.cleaned_data["words"]
    if words and not done(form, lambda: _say(code, words, form)):
        return page(request, "mycard/appeal.html", {"form": form}, status=422)
    measure = measures.of_code(code)
    if measure is None:
        form.add_error("code", _("No measure has this code."))
        return page(request, "mycard/appeal.html", {"form": form}, status=422)
    said, answer = measures.said_of(measure)
    found = {"form": Appeal(initial={"code": code}), "measure": measure, "said": said, "answer": answer}
    return page(request, "mycard/appeal.html", found)


def _say(code: str, words: str, form: Appeal) -> None:
    measures.appeal(code=code, words=words, at=timezone.now(), key=form.retry_key)
