"""What a house and its colleagues say of themselves: numbers to call, languages, trainings."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from halte.accounts.answers import done
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import HOUSE, MANAGE
from halte.emergency import actions, forms, queries


@needs(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def numbers(request: HalteRequest) -> HttpResponse:
    """The numbers of manager, lawyer and interpreters; each screen shows them from now on."""
    form = forms.Numbers(request.POST or None, initial=forms.Numbers.of(queries.numbers(request.actor.site)))
    if form.is_valid() and done(
        form,
        lambda: actions.set_numbers(actor=request.actor, numbers=form.numbers, at=timezone.now(), key=form.retry_key),
    ):
        messages.success(request, _("Every screen of the house shows these numbers now."))
        return redirect("emergency:numbers")
    context = {"form": form, "site": request.actor.site}
    return render(request, "emergency/numbers.html", context, status=422 if form.errors else 200)


@needs(HOUSE)
@require_http_methods(["GET", "HEAD", "POST"])
def what_i_can(request: HalteRequest) -> HttpResponse:
    """In which languages a colleague interprets, and what they were trained in: said by themselves."""
    speaks, trained = queries.mine(request.actor)
    form = forms.WhatICan(request.POST or None, initial=forms.WhatICan.of(speaks, trained))
    if form.is_valid() and done(
        form,
        lambda: actions.say_what_i_can(
            actor=request.actor,
            languages=form.cleaned_data["languages"],
            trained=form.trained,
            at=timezone.now(),
            key=form.retry_key,
        ),
    ):
        messages.success(request, _("Thank you. While you are signed in, the screens name you."))
        return redirect("emergency:what_i_can")
    return render(request, "emergency/what_i_can.html", {"form": form}, status=422 if form.errors else 200)
