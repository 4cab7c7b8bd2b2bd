"""The first rows of a new centre."""

from contextlib import nullcontext
from uuid import uuid4

from django.core.management import call_command
from django.db import connection, connections, transaction
from django.utils import timezone
from django.utils.text import slugify

from halte import journal
from halte.accounts import actions as accounts
from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.config import keyring, ready
from halte.config.unusable import Unusable
from halte.sites.models import Site


def make_tables() -> None:
    """Every table, in an empty database.

    Raises:
        Unusable: The library is unsafe, the server cannot be reached, or there are tables already.
    """
    ready.check_library()
    ready.check_opens()
    if "django_migrations" in connection.introspection.table_names():
        raise Unusable("The database named in HALTE_DATABASE already holds data: nothing was changed.")
    with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
        bring_into_step()


def bring_into_step() -> None:
    """Tables as this version wants them."""
    call_command("migrate", verbosity=0, interactive=False)
    keyring.begin()


def found(*, name: str, town: str, kind: str) -> str:
    """The first site stands, and a manager is invited to it.

    Returns:
        The invitation's secret, which is stored nowhere.
    """
    now = timezone.now()
    site = Site(id=uuid4(), code=slugify(name)[:40] or "halte", name=name, town=town, kind=kind, opened_on=now.date())
    actor = Actor.system(site)
    with journal.act(actor=actor, at=now, key=RetryKey.new(), kind="sites.founded") as act:
        site.save(force_insert=True)
        act.about(kind=kind)
    _invitation, token = accounts.invite(actor=actor, role=Role.MANAGER, at=now, key=RetryKey.new(), days=None)
    return token


def invitation_link(address: str, token: str) -> str:
    """The whole link to hand to the first manager."""
    return f"{address.rstrip('/')}/account/invitation/{token}/"


def close() -> None:
    """Write everything into the one file, and let go of it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections.close_all()
