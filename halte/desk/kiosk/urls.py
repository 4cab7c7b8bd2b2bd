"""Addresses of the machine in the hall; only a machine in kiosk mode has them."""

from django.urls import path

from halte.desk.kiosk import views

app_name = "kiosk"

urlpatterns = [
    path("", views.start, name="start"),
    path("things/", views.things, name="things"),
    path("sign/", views.sign, name="sign"),
    path("help/", views.call_help, name="help"),
    path("interpreter/", views.interpreter, name="interpreter"),
    path("visitor/", views.visitor, name="visitor"),
    path("say/", views.say, name="say"),
    path("ticket/", views.ticket, name="ticket"),
    path("finish/", views.finish, name="finish"),
]
