"""Addresses of what every screen has at hand: help, interpreters, visitors with a paper."""

from django.urls import path

from halte.emergency.views import help as calls
from halte.emergency.views import house, interpreter, panic, screens, visitor

app_name = "emergency"

urlpatterns = [
    path("help/", calls.call_help, name="help"),
    path("help/over/", calls.help_is_here, name="help_is_here"),
    path("interpreter/", interpreter.interpreter, name="interpreter"),
    path("visitor/", visitor.visitor, name="visitor"),
    path("visitor/key/", panic.panic, name="panic"),
    path("visitor/open/", visitor.open_screens, name="open_screens"),
    path("visitor/written/", visitor.write_down, name="write_down"),
    path("visitor/<uuid:visit_id>/agree/", visitor.agree, name="agree"),
    path("visitor/nothing/", visitor.we_hold_nothing, name="we_hold_nothing"),
    path("rest/", screens.rest, name="rest"),
    path("seen/<str:ticket>/", screens.seen, name="seen"),
    path("numbers/", house.numbers, name="numbers"),
    path("me/", house.what_i_can, name="what_i_can"),
]
