"""Addresses of `advice`."""

from django.urls import path

from halte.advice import views

app_name = "advice"

urlpatterns = [
    path("", views.today, name="today"),
    path("book/", views.book, name="book"),
    path("queue/call/", views.call_next, name="call_next"),
    path("queue/<uuid:ticket_id>/served/", views.served, name="served"),
    path("appointments/<uuid:appointment_id>/cancel/", views.cancel, name="cancel"),
    path("appointments/<uuid:appointment_id>/undo/", views.stands_again, name="stands_again"),
    path("appointments/<uuid:appointment_id>/came/", views.came, name="came"),
    path("appointments/<uuid:appointment_id>/did-not-come/", views.did_not_come, name="did_not_come"),
]
