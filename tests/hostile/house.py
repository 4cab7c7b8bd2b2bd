"""A house with somebody in it, and who knocks there: where every address finds what it names."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import MultipleObjectsReturned, ObjectDoesNotExist
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from halte.accounts.actor import Actor
from halte.accounts.models import Staff
from halte.accounts.roles import Role
from halte.common.refusal import Refusal
from halte.common.retry import RetryKey
from halte.guests import actions, pairing
from halte.mycard.opening import COOKIE
from halte.rights.models import Topic
from halte.sites.models import Bed, Room, Site
from tests.guards import rows
from tests.guards.addresses import EXAMPLES, Address
from tests.guards.askers import BACKEND, browser, program

PASSWORD = "a-password-of-some-length"


@contextmanager
def taken_back(*, kept: bool = False) -> Iterator[None]:
    """Whatever is done inside has not been done afterwards, unless it is kept; acts may nest in it."""
    around = transaction.atomic()
    around._from_testcase = True  # type: ignore[attr-defined]
    with around:
        yield
        transaction.set_rollback(not kept)


class House:
    """One site, a card, a paired phone, a colleague of every role, a program."""

    def __init__(self, site: Site) -> None:
        self.site, self.now = site, timezone.now()
        actor = Actor.system(site)
        self.guest, self.secret = actions.make_card(actor=actor, at=self.now, key=RetryKey.new())
        self.code = self.guest.spoken
        self.staff = browser(site, *Role, raise_request_exception=False)
        colleague = Staff.objects.get(pk=self.staff.session[SESSION_KEY])
        colleague.set_password(PASSWORD)
        colleague.save()
        colleague.authenticator_set.all().delete()
        TOTP.activate(colleague, "A" * 32)
        self.staff.force_login(colleague, backend=BACKEND)
        self.nobody = Client(raise_request_exception=False)
        link = pairing.offer_link(actor=actor, guest=self.guest, at=self.now, key=RetryKey.new())
        self.nobody.cookies[COOKIE] = pairing.pair(link=link, at=self.now, key=RetryKey.new())[1]
        self.token = program(site, *Role, now=self.now)
        self.link = pairing.offer_link(actor=actor, guest=self.guest, at=self.now, key=RetryKey.new())

    def where(self, address: Address) -> tuple[str, dict[str, Any]]:
        """The address with rows of this house in it, and what its form must hold."""
        arguments, data = {}, {}
        if address.name in rows.ROWS:
            try:
                with taken_back(kept=True):
                    arguments, data = rows.ROWS[address.name](self.site, self.now)
            except (Refusal, DatabaseError, LookupError, ObjectDoesNotExist, MultipleObjectsReturned):
                pass  # Such a row stands once only at a site.
        arguments = {name: self._example(name, kind) for name, kind in address.converters} | arguments
        return address.url(**arguments), data

    def _example(self, name: str, kind: str) -> Any:
        topic = Topic.objects.values_list("slug", flat=True).order_by("place").first()
        words = {"secret": self.secret, "link": self.link, "language": "fr", "slug": topic, "topic": topic}
        words |= {"service": "shower", "code": self.site.code}
        if words.get(name):
            return words[name]
        if kind == "uuid":
            called = name.removesuffix("_id").replace("_", "")
            for model in apps.get_models():
                if model._meta.model_name == called:
                    found = model._base_manager.values_list("pk", flat=True).first()
                    return found or EXAMPLES[kind]
        return EXAMPLES[kind]


def another_room(site: Site) -> Room:
    """A room of a number that no other has, for `rows` where many are made."""
    made = Room.objects.create(site=site, code=RetryKey.new().value.hex[:6], kind="men", legal_maximum=2)
    Bed.objects.create(site=site, room=made, label="1")
    return made
