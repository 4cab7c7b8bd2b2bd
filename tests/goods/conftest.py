"""A store with blankets and coats, at both sites."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.models import Staff
from halte.goods import actions
from halte.goods.models import Kind, Variant
from halte.journal.models import Line


@pytest.fixture
def blanket(goods_keeper: Actor, now: datetime, a_key: Callable[..., Any]) -> Variant:
    """One size, one tap."""
    kind = actions.add_kind(
        actor=goods_keeper,
        code="blanket",
        names={"en": "Blanket", "fr": "Couverture"},
        pictogram="blanket",
        at=now,
        key=a_key(),
    )
    return kind.variants.get()


@pytest.fixture
def coats(goods_keeper: Actor, blanket: Variant, now: datetime, a_key: Callable[..., Any]) -> Kind:
    """Three sizes, for winter."""
    return actions.add_kind(
        actor=goods_keeper,
        code="coat",
        names={"en": "Coat"},
        sizes=["s", "m", "l"],
        in_summer=False,
        at=now,
        key=a_key(),
    )


@pytest.fixture
def received(goods_keeper: Actor, now: datetime, a_key: Callable[..., Any]) -> Callable[..., None]:
    """A delivery came to Calais, or to another actor's site."""

    def receive(variant: Variant, quantity: int, actor: Actor = goods_keeper, at: datetime = now) -> None:
        actions.receive(actor=actor, variant=variant, quantity=quantity, at=at, key=a_key())

    return receive


@pytest.fixture
def undone(greeter: Actor, a_key: Callable[..., Any]) -> Callable[..., None]:
    """Take back the last act of the site."""

    def undo(actor: Actor = greeter) -> None:
        line = Line.objects.filter(site=actor.site_id).latest("seq")
        journal.undo(actor=actor, line_id=line.id, at=line.recorded_at, key=a_key(), of_colleagues=["goods"])

    return undo


@pytest.fixture
def browser_of() -> Callable[[Actor], Client]:
    """A browser in which an actor has signed in."""

    def make(actor: Actor) -> Client:
        client = Client()
        person = Staff.objects.get(pk=actor.id)
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return make
