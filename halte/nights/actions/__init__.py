"""Everything that changes a night, with its rules."""

from halte.nights.actions.answers import give_warm_seat, tell_waiting
from halte.nights.actions.away import come_sooner, say_away
from halte.nights.actions.beds import free_bed, give_bed, move, swap
from halte.nights.actions.beside import hold_beside, say_yes
from halte.nights.actions.coming import (
    arrive,
    leave,
    says_leaving,
    stays_after_all,
    take_back_welcome,
    welcome_for_the_night,
    welcome_within,
)
from halte.nights.actions.everyone_out import count_out
from halte.nights.actions.forgetting import forget_nights
from halte.nights.actions.groups import (
    Sheltered,
    answer_proposal,
    shelter_group,
    shelter_within,
    take_back_shelter,
)
from halte.nights.actions.held import Expected, Held, hold_for, hold_places, no_place_for
from halte.nights.actions.held_on import cancel_held, come_later, release_held, they_came
from halte.nights.actions.lists import fetch_first, print_list
from halte.nights.actions.many import beds_for_many, shelter_many_within, take_back_many
from halte.nights.actions.nightly import carry_over, open_night
from halte.nights.actions.nobody_known import no_place_for_number
from halte.nights.actions.planning import overrule, plan_night
from halte.nights.actions.releasing import pass_places_on, release_all
from halte.nights.actions.rooms import move_room
from halte.nights.actions.rounds import begin_round, see_room
from halte.nights.actions.waking import ask_wake_up, cancel_wake_up, wake
from halte.nights.actions.wants import cancel_want, say_no_place, want_bed
from halte.nights.actions.young import open_young_sheet, set_duty_team, write_young_call

__all__ = [
    "Expected",
    "Held",
    "Sheltered",
    "answer_proposal",
    "arrive",
    "ask_wake_up",
    "beds_for_many",
    "begin_round",
    "cancel_held",
    "cancel_wake_up",
    "cancel_want",
    "carry_over",
    "come_later",
    "come_sooner",
    "count_out",
    "fetch_first",
    "forget_nights",
    "free_bed",
    "give_bed",
    "give_warm_seat",
    "hold_beside",
    "hold_for",
    "hold_places",
    "leave",
    "move",
    "move_room",
    "no_place_for",
    "no_place_for_number",
    "open_night",
    "open_young_sheet",
    "overrule",
    "pass_places_on",
    "plan_night",
    "print_list",
    "release_all",
    "release_held",
    "say_away",
    "say_no_place",
    "say_yes",
    "says_leaving",
    "see_room",
    "set_duty_team",
    "shelter_group",
    "shelter_many_within",
    "shelter_within",
    "stays_after_all",
    "swap",
    "take_back_many",
    "take_back_shelter",
    "take_back_welcome",
    "tell_waiting",
    "they_came",
    "wake",
    "want_bed",
    "welcome_for_the_night",
    "welcome_within",
    "write_young_call",
]
