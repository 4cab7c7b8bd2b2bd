"""Which kinds of things the network gives."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.goods.models import Kind, KindName, Unit, Variant
from halte.goods.standard import KINDS


class KindExists(Refusal):
    """A kind with this code exists."""

    code = "goods.kind_exists"
    message = _("There is already a kind with this code.")


def add_kind(
    *,
    actor: Actor,
    code: str,
    names: Mapping[str, str],
    sizes: Sequence[str] = ("one",),
    pictogram: str = "coat",
    given_as: Unit | str = Unit.PIECE,
    in_winter: bool = True,
    in_summer: bool = True,
    at: datetime,
    key: RetryKey,
) -> Kind:
    """The network gives a new kind of thing, in these sizes, called so in each language.

    Raises:
        KindExists: A kind with this code exists.
    """
    with (
        refusing({"one_kind_per_code": KindExists}),
        journal.act(actor=actor, at=at, key=key, kind="goods.kind_added") as act,
    ):
        kind = _new_kind(code, names, sizes, pictogram, Unit(given_as), in_winter, in_summer)
        act.about(kind=code, sizes=len(sizes))
        act.results(goods_kind=kind.id.hex)
    return kind


def add_usual_kinds(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """The usual kinds of a day centre stand in the list; those that exist already stay as they are.

    Returns:
        How many were added.
    """
    with journal.act(actor=actor, at=at, key=key, kind="goods.kinds_added") as act:
        known = set(Kind.objects.values_list("code", flat=True))
        new = [usual for usual in KINDS if usual.code not in known]
        for usual in new:
            _new_kind(
                usual.code, usual.names, usual.sizes, usual.pictogram, Unit(usual.given_as), True, usual.in_summer
            )
        act.about(n=len(new))
    return len(new)


def _new_kind(
    code: str,
    names: Mapping[str, str],
    sizes: Sequence[str],
    pictogram: str,
    given_as: Unit,
    in_winter: bool,
    in_summer: bool,
) -> Kind:
    kind = Kind.objects.create(
        code=code,
        pictogram=pictogram,
        position=Kind.objects.count() + 1,
        in_winter=in_winter,
        in_summer=in_summer,
        given_as=given_as,
    )
    KindName.objects.bulk_create([KindName(kind=kind, language=which, name=name) for which, name in names.items()])
    Variant.objects.bulk_create([Variant(kind=kind, size=size, position=place) for place, size in enumerate(sizes)])
    return kind
