"""Addresses of `advice`."""

from django.urls import path

from halte.advice import views

app_name = "advice"

urlpatterns = [
    path("", views.today, name="today"),
    path("due/", views.falls_due, name="falls_due"),
    path("due/away/", views.be_away, name="be_away"),
    path("due/<uuid:deadline_id>/confirmed/", views.confirm_hour, name="confirm_hour"),
    path("due/<uuid:deadline_id>/sent/", views.sent, name="sent"),
    path("due/<uuid:deadline_id>/close/", views.close_unsent, name="close_unsent"),
    path("undo/<uuid:line_id>/", views.undo, name="undo"),
    path("book/", views.book, name="book"),
    path("queue/call/", views.call_next, name="call_next"),
    path("queue/<uuid:ticket_id>/served/", views.served, name="served"),
    path("appointments/<uuid:appointment_id>/cancel/", views.cancel, name="cancel"),
    path("appointments/<uuid:appointment_id>/undo/", views.stands_again, name="stands_again"),
    path("appointments/<uuid:appointment_id>/came/", views.came, name="came"),
    path("appointments/<uuid:appointment_id>/did-not-come/", views.did_not_come, name="did_not_come"),
]
