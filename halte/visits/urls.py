"""Addresses of `visits`."""

from django.urls import path

from halte.visits import views

app_name = "visits"

urlpatterns = [
    path("today/", views.today, name="today"),
    path("today/board/", views.board, name="board"),
    path("arrive/<uuid:guest_id>/", views.arrive, name="arrive"),
    path("leave/<uuid:guest_id>/", views.leave, name="leave"),
    path("door/", views.count_at_door, name="count_at_door"),
    path("services/", views.count_service, name="count_service"),
    path("showers/<uuid:guest_id>/", views.give_slot, name="give_slot"),
    path("showers/free/<uuid:numbered_id>/", views.free_slot, name="free_slot"),
    path("lockers/<uuid:guest_id>/", views.give_locker, name="give_locker"),
    path("lockers/return/<uuid:numbered_id>/", views.return_locker, name="return_locker"),
    path("tickets/", views.take_ticket, name="take_ticket"),
    path("tickets/call/", views.call_next, name="call_next"),
    path("tickets/end/<uuid:ticket_id>/", views.end_ticket, name="end_ticket"),
    path("letters/", views.receive_letter, name="receive_letter"),
    path("letters/pass-on/<uuid:letter_id>/", views.pass_on_letter, name="pass_on_letter"),
    path("undo/<uuid:line_id>/", views.undo, name="undo"),
]
