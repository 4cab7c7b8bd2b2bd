"""Addresses of `nights`."""

from datetime import date

from django.urls import path, register_converter

from halte.nights import views
from halte.nights.views import held, out, upkeep, watch, young
from halte.nights.views.away import away, come_sooner
from halte.nights.views.beside import beside, say_yes
from halte.nights.views.printed import fire_list
from halte.nights.views.releasing import release

app_name = "nights"


class NightConverter:
    """The evening's date of a night, in this century."""

    regex = r"20[0-9]{2}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """The date; there is no page for a day that does not exist."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """As ISO 8601 writes it."""
        return value.isoformat()


register_converter(NightConverter, "night")

urlpatterns = [
    path("", views.tonight, name="tonight"),
    path("out/", out.out, name="out"),
    path("out/counted/", out.out_counted, name="out_counted"),
    path("out/worker.js", out.out_worker, name="out_worker"),
    path("<night:night>/", views.board, name="board"),
    path("<night:night>/list/", fire_list, name="list"),
    path("<night:night>/list/print/", watch.print_list, name="print_list"),
    path("<night:night>/wake/", watch.wake_list, name="wake_list"),
    path("<night:night>/wake/<uuid:wake_up_id>/", watch.woken, name="woken"),
    path("<night:night>/round/", watch.night_round, name="round"),
    path("<night:night>/round/begin/", watch.begin_round, name="begin_round"),
    path("<night:night>/round/<uuid:room_id>/", watch.see_room, name="see_room"),
    path("<night:night>/release/", release, name="release"),
    path("<night:night>/rooms/<uuid:room_id>/", views.room, name="room"),
    path("<night:night>/rooms/<uuid:room_id>/move/", views.move_room, name="move_room"),
    path("<night:night>/beds/<uuid:bed_id>/", views.bed, name="bed"),
    path("<night:night>/beds/<uuid:bed_id>/give/", views.give_here, name="give_here"),
    path("<night:night>/beds-to-do/", upkeep.beds_to_do, name="beds_to_do"),
    path("<night:night>/beds/<uuid:bed_id>/is/", upkeep.bed_is, name="bed_is"),
    path("<night:night>/rooms/<uuid:room_id>/ready/", upkeep.room_is_ready, name="room_is_ready"),
    path("<night:night>/young/", young.young, name="young"),
    path("<night:night>/young/open/", young.open_young, name="open_young"),
    path("<night:night>/young/duty/", young.set_duty, name="set_duty"),
    path("<night:night>/young/<uuid:sheet_id>/called/", young.young_called, name="young_called"),
    path("<night:night>/expected/", held.expected, name="expected"),
    path("<night:night>/asked/<uuid:asked_id>/", held.answer_asked, name="answer_asked"),
    path("<night:night>/held/<uuid:party_id>/came/", held.party_came, name="party_came"),
    path("<night:night>/held/<uuid:party_id>/later/", held.party_later, name="party_later"),
    path("<night:night>/held/<uuid:party_id>/cancel/", held.party_cancelled, name="party_cancelled"),
    path("<night:night>/waiting/", views.waiting, name="waiting"),
    path("<night:night>/plan/", views.plan, name="plan"),
    path("<night:night>/plan/make/", views.make_plan, name="make_plan"),
    path("<night:night>/plan/lines/<uuid:line_id>/", views.overrule, name="overrule"),
    path("<night:night>/groups/<uuid:group_id>/", views.choose_room, name="choose_room"),
    path("<night:night>/groups/<uuid:group_id>/shelter/", views.shelter_group, name="shelter_group"),
    path("<night:night>/proposals/<uuid:proposal_id>/answer/", views.answer, name="answer"),
    path("<night:night>/guests/<uuid:guest_id>/want/", views.want_bed, name="want_bed"),
    path("<night:night>/guests/<uuid:guest_id>/cancel/", views.cancel_want, name="cancel_want"),
    path("<night:night>/waiting/no-place/", views.no_place_numbered, name="no_place_numbered"),
    path("<night:night>/waiting/told/", views.tell_all, name="tell_all"),
    path("<night:night>/guests/<uuid:guest_id>/told/", views.tell, name="tell"),
    path("<night:night>/guests/<uuid:guest_id>/warm-seat/", views.warm_seat, name="warm_seat"),
    path("<night:night>/guests/<uuid:guest_id>/no-place/", views.no_place, name="no_place"),
    path("<night:night>/guests/<uuid:guest_id>/give/", views.give_bed, name="give_bed"),
    path("<night:night>/guests/<uuid:guest_id>/welcome/", views.welcome, name="welcome"),
    path("<night:night>/guests/<uuid:guest_id>/arrived/", views.arrived, name="arrived"),
    path("<night:night>/guests/<uuid:guest_id>/wake/", watch.wake_guest, name="wake_guest"),
    path("<night:night>/stays/<uuid:stay_id>/fetch-first/", watch.fetch_first, name="fetch_first"),
    path("<night:night>/stays/<uuid:stay_id>/move/", views.move, name="move"),
    path("<night:night>/stays/<uuid:stay_id>/swap/", views.swap, name="swap"),
    path("<night:night>/stays/<uuid:stay_id>/free/", views.free, name="free"),
    path("<night:night>/stays/<uuid:stay_id>/left/", views.left, name="left"),
    path("<night:night>/guests/<uuid:guest_id>/beside/", beside, name="beside"),
    path("<night:night>/guests/<uuid:guest_id>/beside/yes/", say_yes, name="say_yes"),
    path("<night:night>/stays/<uuid:stay_id>/away/", away, name="away"),
    path("<night:night>/stays/<uuid:stay_id>/come-sooner/", come_sooner, name="come_sooner"),
    path("<night:night>/stays/<uuid:stay_id>/leaving/", views.leaving, name="leaving"),
    path("<night:night>/undo/<uuid:line_id>/", views.undo, name="undo"),
]
