"""Heads are kept away from where they were written, so that a register that was cut or written anew is found."""

import json
from uuid import uuid4

import pytest
from django.test import Client

from halte.accounts.actions import digest
from halte.accounts.models import Device, DeviceKind
from halte.journal import NETWORK
from halte.journal.acts import AlreadyDone
from halte.journal.checking import KeptHead, breaks, heads
from halte.journal.models import Head, Line
from halte.sync import queries
from halte.sync.actions import keep_head, note_kept_elsewhere
from halte.sync.models import KeptElsewhere, Where, Witness
from tests.pages import signed_in

FAR_AWAY = KeptHead(uuid4(), 1, 41, b"h" * 32)


@pytest.fixture
def ours(greeter, a_guest):
    for _again in range(3):
        a_guest()
    [head] = [head for head in heads() if head.site == greeter.site_id]
    return head


@pytest.fixture
def device(coordinator, calais, now):
    """A program of the site, made by a coordinator, and how it signs in."""
    device = Device.objects.create(
        site=calais,
        label="Hub",
        kind=DeviceKind.API,
        token_hash=digest("token"),
        roles=["manager"],
        made_by=coordinator.id,
        made_at=now,
    )
    return device, {"HTTP_AUTHORIZATION": "Bearer token"}


def test_a_register_that_was_cut_is_whole_only_until_the_kept_head_is_asked(manager, ours, now, a_key):
    note_kept_elsewhere(actor=manager, heads=[ours], where=Where.PAPER, at=now, key=a_key())
    Line.objects.filter(site=ours.site, seq__gt=2).delete()
    end = Line.objects.get(site=ours.site, seq=2)
    Head.objects.filter(site=ours.site).update(seq=2, hash=end.hash)

    assert list(breaks()) == []
    assert [found.seq for found in breaks(queries.kept_heads())] == [3]


def test_a_register_that_stands_as_it_was_kept_is_whole(manager, ours, now, a_key):
    note_kept_elsewhere(actor=manager, heads=[ours], where=Where.PAPER, at=now, key=a_key())

    assert queries.kept_heads() == [ours]
    assert list(breaks(queries.kept_heads())) == []


def test_only_heads_that_stand_here_are_said_to_hang_on_the_wall(manager, ours, now, a_key):
    wrong = KeptHead(ours.site, ours.epoch, ours.seq, b"x" * 32)

    with pytest.raises(queries.NotOurHead):
        note_kept_elsewhere(actor=manager, heads=[ours, wrong], where=Where.PAPER, at=now, key=a_key())

    assert not KeptElsewhere.objects.exists()


def test_the_head_of_another_centre_is_kept_with_one_line_that_holds_its_hash(manager, now, a_key):
    kept = keep_head(actor=manager, head=FAR_AWAY, at=now, key=a_key())

    assert not kept.contradicts
    assert (b"h" * 16).hex().encode() in bytes(Line.objects.get().body)
    assert queries.kept_heads() == []


def test_a_head_told_in_two_ways_is_kept_in_both_and_shown(manager, now, a_key):
    keep_head(actor=manager, head=FAR_AWAY, at=now, key=a_key())
    other = KeptHead(FAR_AWAY.site, FAR_AWAY.epoch, FAR_AWAY.seq, b"g" * 32)

    kept = keep_head(actor=manager, head=other, at=now, key=a_key())

    assert kept.contradicts
    assert Witness.objects.count() == 2
    [shown] = queries.witnesses()
    assert shown.contradictions == [41]
    assert "Its register was written anew" in signed_in(manager).get("/sync/").content.decode()


def test_the_same_head_is_kept_once_however_often_it_comes(manager, now, a_key):
    key = a_key()
    keep_head(actor=manager, head=FAR_AWAY, at=now, key=key)

    with pytest.raises(AlreadyDone):
        keep_head(actor=manager, head=FAR_AWAY, at=now, key=key)
    again = keep_head(actor=manager, head=FAR_AWAY, at=now, key=a_key())

    assert not again.contradicts
    assert Witness.objects.count() == 1


def test_the_page_prints_our_heads_and_says_since_when_they_hang_on_the_wall(manager, ours):
    browser = signed_in(manager)
    page = browser.get("/sync/").content.decode()
    assert str(ours) in page
    assert "never kept elsewhere" in page

    answer = browser.post("/sync/pinned/", {"key": uuid4(), "heads": str(ours)})

    assert answer.status_code == 302
    assert "1 line since then" in browser.get("/sync/").content.decode()


@pytest.mark.parametrize("text", ["", "nonsense", "a:b:c:d", "x" * 3000])
def test_what_is_no_head_is_not_written_down(manager, ours, text):
    assert signed_in(manager).post("/sync/pinned/", {"key": uuid4(), "heads": text}).status_code == 302

    assert not KeptElsewhere.objects.exists()


def test_one_site_is_never_shown_the_head_of_another(elsewhere, ours):
    assert ours.hash.hex() not in signed_in(elsewhere).get("/sync/").content.decode().replace(" ", "")
    assert {head.site for head in queries.own_heads(elsewhere)} <= {elsewhere.site_id, NETWORK}


def test_a_program_reads_our_heads_and_gives_its_own_once(client: Client, device, ours):
    _device, token = device
    body = {"site": str(FAR_AWAY.site), "epoch": 1, "seq": 41, "hash": FAR_AWAY.hash.hex()}
    key = {"HTTP_IDEMPOTENCY_KEY": str(uuid4())}

    read = client.get("/api/v1/heads", **token)
    given = [client.post("/api/v1/heads", json.dumps(body), "application/json", **token, **key) for _tap in range(2)]

    assert read.json() == [{"site": str(ours.site), "epoch": 1, "seq": 3, "hash": ours.hash.hex()}]
    assert [answer.status_code for answer in given] == [201, 201]
    assert given[0].json()["hash"] == body["hash"]
    assert given[0].json() == given[1].json()
    assert Witness.objects.get().device == _device.id


@pytest.mark.parametrize("wrong", [{"hash": "00"}, {"seq": 0}, {"epoch": 2**40}, {"site": "here"}, {"hash": "G" * 64}])
def test_a_head_of_the_wrong_shape_is_refused_without_a_line(client: Client, device, wrong):
    body = {"site": str(FAR_AWAY.site), "epoch": 1, "seq": 41, "hash": "0" * 64} | wrong
    key = {"HTTP_IDEMPOTENCY_KEY": str(uuid4())}

    answer = client.post("/api/v1/heads", json.dumps(body), "application/json", **device[1], **key)

    assert answer.status_code == 422
    assert not Line.objects.exists()


def test_nobody_without_a_token_gives_or_reads_heads(client: Client, db: None):
    assert client.get("/api/v1/heads").status_code == 401
    assert client.post("/api/v1/heads", "{}", "application/json").status_code == 401
