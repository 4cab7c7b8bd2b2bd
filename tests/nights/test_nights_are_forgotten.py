"""A year later nobody can tell who slept here."""

from datetime import timedelta

from halte.nights import actions
from halte.nights.models import Stay, Want


def test_after_a_year_nothing_says_who_slept_here(night_desk, gives, a_guest, a_room, night, now, a_key):
    a_room(kind="men", beds=2)
    gives(a_guest(counted="man"))
    actions.want_bed(actor=night_desk, guest=a_guest(), night=night, at=now, key=a_key())

    early = actions.forget_nights(actor=night_desk, at=now + timedelta(days=365), key=a_key())
    late = actions.forget_nights(actor=night_desk, at=now + timedelta(days=366), key=a_key())

    assert (early, late) == (0, 2)
    assert not Stay.objects.exists()
    assert not Want.objects.exists()


def test_another_sites_nights_stay(night_desk, elsewhere, gives, a_guest, a_room, now, a_key):
    a_room(kind="men", beds=1)
    gives(a_guest(counted="man"))

    assert actions.forget_nights(actor=elsewhere, at=now + timedelta(days=400), key=a_key()) == 0
    assert Stay.objects.count() == 1
