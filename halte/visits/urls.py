"""Addresses of `visits`."""

from django.urls import path

from halte.visits.views import door, evening, tags

app_name = "visits"

urlpatterns = [
    path("today/", door.today, name="today"),
    path("today/board/", door.board, name="board"),
    path("arrive/<uuid:guest_id>/", door.arrive, name="arrive"),
    path("leave/<uuid:guest_id>/", door.leave, name="leave"),
    path("door/", door.count_at_door, name="count_at_door"),
    path("services/", door.count_service, name="count_service"),
    path("showers/<uuid:guest_id>/", door.give_slot, name="give_slot"),
    path("showers/free/<uuid:numbered_id>/", door.free_slot, name="free_slot"),
    path("lockers/<uuid:guest_id>/", door.give_locker, name="give_locker"),
    path("lockers/return/<uuid:numbered_id>/", door.return_locker, name="return_locker"),
    path("tickets/", door.take_ticket, name="take_ticket"),
    path("tickets/call/", door.call_next, name="call_next"),
    path("tickets/end/<uuid:ticket_id>/", door.end_ticket, name="end_ticket"),
    path("letters/", door.receive_letter, name="receive_letter"),
    path("letters/pass-on/<uuid:letter_id>/", door.pass_on_letter, name="pass_on_letter"),
    path("tags/", tags.tags, name="tags"),
    path("tags/match/", tags.match, name="match_tags"),
    path("tags/take-in/", tags.take_in, name="take_in"),
    path("tags/hand-back/", tags.hand_back, name="hand_back"),
    path("tags/sheets/", tags.sheets, name="tag_sheets"),
    path("beds/<uuid:guest_id>/", evening.ask_bed, name="ask_bed"),
    path("beds/<uuid:guest_id>/take-back/", evening.take_back_bed, name="take_back_bed"),
    path("buses/", evening.set_bus, name="set_bus"),
    path("buses/<uuid:bus_id>/seats/", evening.take_seats, name="take_seats"),
    path("buses/<uuid:bus_id>/call-off/", evening.call_off_bus, name="call_off_bus"),
    path("undo/<uuid:line_id>/", door.undo, name="undo"),
]
