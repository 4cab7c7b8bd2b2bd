"""The data keys that a house has had: read when it opens, written when the key changes (docs/decisions/0010)."""

from collections.abc import Iterator, Sequence
from uuid import uuid4

from django.db import transaction

from halte.common import keys, sealing
from halte.common.models import DataKey
from halte.config import cipher_files
from halte.config.unusable import Unusable


def begin() -> None:
    """A house that has no list of its keys yet begins one."""
    if not DataKey.objects.exists():
        DataKey.objects.bulk_create(_rows([keys.root_key()]))


def load() -> list[bytes]:
    """Every key there has been, oldest first; from now on keys are made from the first.

    Raises:
        Unusable: The data key does not open the list: it is another house's.
    """
    found = cipher_files.unlocked((row.number, row.box) for row in DataKey.objects.order_by("number"))
    if found and found[-1] != keys.data_key():
        raise Unusable(cipher_files.WRONG_KEY)
    keys.give(keys.data_key(), found[0] if found else None)
    return found


def replace(every: Sequence[bytes]) -> None:
    """The list holds these keys, closed with the last of them, which is the data key from now on."""
    keys.give(every[-1], every[0])
    with transaction.atomic():
        DataKey.objects.all().delete()
        DataKey.objects.bulk_create(_rows(every))


def _rows(every: Sequence[bytes]) -> Iterator[DataKey]:
    wrapping = cipher_files.wrapping_key(every[-1])
    for number, key in enumerate(every, 1):
        yield DataKey(id=uuid4(), number=number, box=sealing.closed(wrapping, key, b"%d" % number))
