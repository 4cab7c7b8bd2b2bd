"""Invented content for the style guide. Nobody here is real, and nothing here is translated."""

from __future__ import annotations

from random import Random
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html

from halte.common.text import PlainText
from halte.web.charts import BarChart, bar_chart
from halte.web.forms import ActForm, HeldForm
from halte.web.navigation import NavItem
from halte.web.offers import Offer, OfferAction, Pill

SCREENS = {
    "desk": "en",
    "beds": "en",
    "hall": "en",
    "now": "en",
    "guide": "ar",
    "card": "en",
    "forms": "en",
    "sign-in": "en",
    "desk-ar": "ar",
}
"""The screens of the style guide and the language each is shown in."""

HERE = "#"
ROOMS = ["Men", "Men", "Women", "Family", "Men", "Under 18", "Men", "Family", "Men"]
ROOMS += ["Women", "Men", "Quiet", "Men", "Men", "Family", "Men", "Men", "Women"]
STATES = {"in": "inside", "due": "expected", "free": "free", "shut": "closed"}


class NewRoom(ActForm):
    """A form with every kind of field."""

    name = PlainText(label="Name of the room", help_text="The word people use for it at the desk.")
    beds = forms.IntegerField(label="Beds", min_value=1)
    kind = forms.ChoiceField(label="Who sleeps here", choices=[("men", "Men"), ("women", "Women")])
    offers = forms.MultipleChoiceField(
        label="What it offers",
        choices=[("door", "A door that locks"), ("floor", "Ground floor"), ("toilet", "Near the toilet")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    note = PlainText(label="Shift note", widget=forms.Textarea, required=False)
    open_now = forms.BooleanField(label="Open from tonight", required=False)


class SignIn(forms.Form):
    """What a sign-in page asks."""

    template_name = "web/_partials/form.html"
    login = PlainText(label="Sign-in name", label_suffix="", widget=forms.TextInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(
        label="Password", label_suffix="", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


def offers() -> list[Offer]:
    def act(label: str, **more: Any) -> list[OfferAction]:
        return [OfferAction(label, HERE, {"for": "sample"}, **more)]

    asked = format_html("Asked at 16:10. <b>{}</b>", "About 12 before them.")
    ticket = format_html("Ticket <b>34</b>, {}", "4 before them.")
    letter = format_html("<b>{}</b> since Friday.", "1 registered letter")
    return [
        Offer("nights", "Bed tonight", "bed", [asked], Pill("wait", "Answer at 18:30")),
        Offer(
            "goods",
            "Blanket and clothes",
            "coat",
            ["Last blanket 9 days ago."],
            None,
            act("Give a blanket: it was lost"),
        ),
        Offer("shower", "Shower", "shower", ["Next free 18:10."], None, act("Give 18:10")),
        Offer(
            "meal",
            "Meal",
            "meal",
            ["Evening meal taken 17:05."],
            None,
            act("Give a meal", possible=False, why_not="Already today"),
        ),
        Offer("advice", "Advice", "talk", [ticket], Pill("wait", "about 25 min")),
        Offer("mail", "Mail", "mail", [letter], None, act("Give the letter")),
    ]


def rooms() -> list[dict[str, Any]]:
    chance = Random(7)  # noqa: S311
    shown = []
    for number, kind in enumerate(ROOMS, start=1):
        size = {"Under 18": 4, "Quiet": 2}.get(kind, 6)
        states = chance.choices(list(STATES), weights=[68, 16, 11, 5], k=size)
        beds = [
            {"label": f"Bed {n}", "state": state, "words": STATES[state]} for n, state in enumerate(states, start=1)
        ]
        shown.append({"name": number, "kind": kind, "beds": beds, "inside": states.count("in"), "url": ""})
    return shown


def arrivals() -> BarChart:
    return bar_chart(
        title="Arrivals today",
        along="Hour",
        counted="Arrivals",
        labels=[f"{hour} h" for hour in range(9, 18)],
        values=[62, 78, 71, 124, 96, 88, 52, 70, 41],
        usual=[46, 53, 59, 87, 79, 69, 46, 45, 33],
        usual_words="A usual Monday",
        last_unfinished=True,
    )


def form_with_errors() -> NewRoom:
    form = NewRoom({"key": "0b0e8a0e-0000-4000-8000-000000000000", "name": "", "beds": "0", "kind": "men"})
    form.is_valid()
    return form


def everything() -> dict[str, Any]:
    return {
        "site_name": "Calais A",
        "site_kind": "Day centre",
        "who": "Amina, greeter",
        "navigation": [
            NavItem("Desk", reverse("web:styleguide_screen", args=["desk"]), "card", current=True),
            NavItem("Nights", reverse("web:styleguide_screen", args=["beds"]), "bed"),
            NavItem("Goods", reverse("web:styleguide_screen", args=["forms"]), "coat"),
            NavItem("Advice", reverse("web:styleguide_screen", args=["hall"]), "talk"),
            NavItem("Now", reverse("web:styleguide_screen", args=["now"]), "chart"),
        ],
        "offers": offers(),
        "together": Pill("go", "With two friends, stay together", "group"),
        "code": "K7M4QX9",
        "tally_keys": [
            {"value": "man", "label": "man", "pictogram": "man"},
            {"value": "woman", "label": "woman", "pictogram": "woman"},
            {"value": "child", "label": "child", "pictogram": "child"},
        ],
        "acts": [
            {"pictogram": "meal", "text": "Meal, 3PX-8TD-2", "undo_url": HERE},
            {"pictogram": "blanket", "text": "2 blankets, 9WA-1KM-5", "undo_url": HERE},
            {"pictogram": "shower", "text": "Shower 17:50, cabin 12", "undo_url": HERE},
        ],
        "numbers": [
            {"label": "Inside", "value": 287},
            {"label": "Expected", "value": 64},
            {"label": "Free", "value": 37},
            {"label": "Closed", "value": 12},
            {"label": "Waiting list", "value": 18, "tone": "wait"},
        ],
        "rooms": rooms(),
        "called": {"pictogram": "talk", "title": "Advice · نصيحة · مشوره", "number": 34, "where": "Table 2"},
        "coming": [
            {"pictogram": "shower", "title": "Shower", "number": "118", "where": "cabin 7"},
            {"pictogram": "coat", "title": "Clothes", "number": "61–80", "where": "now"},
            {"pictogram": "talk", "title": "Advice", "number": "35 · 36 · 37", "where": "next", "later": True},
        ],
        "chart": arrivals(),
        "form": NewRoom(),
        "form_with_errors": form_with_errors(),
        "held_form": HeldForm(),
        "sign_in": SignIn(),
        "tones": [Pill("go", "possible now"), Pill("wait", "waiting"), Pill("ok", "done"), Pill("bad", "danger")],
    }
