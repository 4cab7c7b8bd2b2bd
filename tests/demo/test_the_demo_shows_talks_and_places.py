"""The demo shows what guests read of talks and places, and says that it is invented."""

from django.test import Client
from django.urls import reverse

from halte.common import languages
from halte.config.demo.world import World
from halte.rights.models import FactSheet, Place, Question, Statement, Talk
from halte.rights.talks import queries


def test_a_talk_is_offered_one_is_ahead_and_one_is_over(world: World) -> None:
    house = world.sites["calais-a"]
    talks = list(Talk.objects.filter(site=house).order_by("starts_at"))

    assert [talk.state for talk in talks] == ["accepted", "accepted", "offered"]
    over, ahead, _offered = talks
    assert over.starts_at < world.at < ahead.starts_at
    assert all(FactSheet.objects.filter(talk=talk, signed_on__isnull=False).exists() for talk in (over, ahead))
    assert {question.state for question in Question.objects.filter(talk=over)} == {"answered"}
    assert [one.people for one in queries.heads(world.staff["louis"], over)] == [None, 25, 15, 10]
    assert "invented" in over.speaker
    assert "invented" in over.institution


def test_what_the_speaker_states_lies_beside_what_the_guide_holds_for_certain(world: World) -> None:
    for sheet in FactSheet.objects.filter(signed_on__isnull=False):
        for point in sheet.points.all():
            ours = Statement.objects.get(topic__slug=sheet.talk.matter, code=point.beside)
            assert ours.confidence in {"S", "D"}
        assert sheet.unknown


def test_every_house_stands_in_the_guide_and_on_no_map(world: World) -> None:
    assert set(Place.objects.values_list("site__code", flat=True)) == set(world.sites)
    for language in languages.BY_CODE:
        page = Client().get(reverse("rights:places", args=[language])).content.decode()
        assert "12 quai des Tilleuls (invented)" in page
        assert '<svg class="map"' not in page, "nobody knows where an invented street lies"
