"""One field: a card, its spoken code, the number of a bed for the night desk, a tag, or a frame of the camera."""

from uuid import uuid4

import pytest
import segno
from django.utils import timezone

from halte.accounts.roles import Role
from halte.desk import camera
from halte.guests import actions as guests
from halte.nights import actions as nights
from halte.sites.models import Bed, RoomKind
from halte.visits.models import TagKind
from halte.visits.queries.tags import GUEST_HALF, text_of
from tests.cast import a_key_of
from tests.pages import signed_in

LINK = "HTTPS://HALTE.EXAMPLE/C/7K7M4QX90123456789ABCDEFGH"


@pytest.fixture
def asleep(a_room, a_guest, night_desk, calais, dunkirk):
    """Somebody sleeps in bed 14-3."""
    room = a_room(kind=RoomKind.MEN, beds=3)
    room.code = "14"
    room.save()
    at = timezone.now()
    guest = a_guest(counted="man")
    bed = Bed.objects.get(room=room, label="3")
    nights.give_bed(actor=night_desk, guest=guest, bed=bed, night=calais.tonight(at), at=at, key=a_key_of())
    return guest


def scan(actor, code, **headers):
    return signed_in(actor).post("/desk/scan/", {"code": code, "key": str(uuid4())}, headers=headers)


@pytest.mark.parametrize("typed", ["14-3", "14 3", " 14 - 3 "])
def test_the_number_of_a_bed_opens_the_panel_of_whoever_sleeps_there(asleep, night_desk, typed):
    assert scan(night_desk, typed).headers["Location"] == f"/desk/guest/{asleep.id}/"


@pytest.mark.parametrize("typed", ["14-2", "14", "99-1", "14-3-1"])
def test_an_empty_bed_and_one_that_is_not_there_open_nothing(asleep, night_desk, typed):
    assert scan(night_desk, typed).headers["Location"] == "/desk/"


def test_only_the_night_desk_asks_by_bed(asleep, greeter, staff_at, dunkirk):
    assert scan(greeter, "14-3").headers["Location"] == "/desk/"
    assert scan(staff_at(dunkirk, Role.NIGHT_HOST), "14-3").headers["Location"] == "/desk/"


def test_half_a_tag_leads_to_the_other_half(calais, greeter):
    half = text_of(calais, TagKind.PHONE, 17, GUEST_HALF)

    answer = scan(greeter, half)
    by_script = scan(greeter, half, **{"HX-Request": "true"})

    assert answer.headers["Location"] == f"/visits/tags/?code={half}"
    assert by_script.headers["HX-Redirect"] == f"/visits/tags/?code={half}"


def frame_of(text, *, scale=5):
    rows = list(segno.make(text, error="m").matrix_iter(scale=scale, border=4))
    return bytes(0 if dark else 255 for row in rows for dark in row), len(rows[0]), len(rows)


def test_a_frame_of_the_camera_says_what_its_code_says(greeter, dunkirk):
    frame, width, height = frame_of(LINK)

    answer = signed_in(greeter).generic(
        "POST", f"/desk/camera/?width={width}&height={height}", frame, content_type="application/octet-stream"
    )

    assert answer.json() == {"code": LINK}


def test_a_frame_without_a_code_says_nothing():
    assert camera.code_in(bytes(64 * 64), width=64, height=64) == ""


@pytest.mark.parametrize(
    ("size", "width", "height"), [(10, 64, 64), (4, 2, 2), (2000 * 40, 2000, 40), (640 * 640, 640, 640)]
)
def test_what_is_no_frame_or_too_large_is_not_looked_at(greeter, dunkirk, size, width, height):
    answer = signed_in(greeter).generic(
        "POST", f"/desk/camera/?width={width}&height={height}", bytes(size), content_type="application/octet-stream"
    )

    assert answer.status_code in {413, 422}


def test_a_reissued_card_is_found_by_its_code(greeter, a_guest, now, dunkirk):
    guest = a_guest()
    guests.reissue_card(actor=greeter, guest=guest, at=now, key=a_key_of())
    guest.refresh_from_db()

    assert scan(greeter, guest.spoken.lower()).headers["Location"] == f"/desk/guest/{guest.id}/"
