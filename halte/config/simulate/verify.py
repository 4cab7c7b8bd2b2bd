"""Looks into the data after an evening: is everything there that was called saved, and is nobody twice?

A program of its own. Reads the acts that were called saved as JSON, prints what it found as JSON.
"""

import json
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

from halte.config.folder import DEMO_KEY, DataFolder


def main() -> int:
    """Look into one folder."""
    path = Path(sys.argv[1])
    DataFolder(path, path / DEMO_KEY).open()
    json.dump(verify(json.load(sys.stdin)), sys.stdout)
    return 0


def verify(saved: list[dict[str, str]]) -> dict[str, Any]:
    """What the database and its register say of the acts that were called saved."""
    from django.db.models import Count

    from halte.journal.checking import breaks
    from halte.journal.models import Retry
    from halte.nights.models import Stay

    written = dict(Retry.objects.values_list("value", "results"))
    by_key = {str(value): results for value, results in written.items()}
    live = Stay.objects.everywhere(because="a simulated evening has one house").filter(ended_at__isnull=True)
    return {
        "lost": sum(not _stands(act, by_key.get(act["key"])) for act in saved),
        "double_beds": live.values("bed", "night").annotate(n=Count("id")).filter(n__gt=1).count(),
        "double_guests": live.values("guest", "night").annotate(n=Count("id")).filter(n__gt=1).count(),
        "in_bed": live.filter(arrived_at__isnull=False).count(),
        "chain_breaks": sum(1 for _break in breaks()),
    }


def _stands(act: dict[str, str], results: dict[str, Any] | None) -> bool:
    """Whether the register has the act, and the database what it made."""
    from halte.goods.models import Given
    from halte.guests.models import Guest
    from halte.nights.models import Stay

    if results is None:
        return False
    if act["what"] == "family":
        return bool(Stay.objects.filter(id__in=results.get("stays", []), guest_id=UUID(act["guest"])).exists())
    model: Any = {"card": Guest, "stay": Stay, "given": Given}[act["what"]]
    return bool(model.objects.filter(id=act["made"]).exists())


if __name__ == "__main__":
    sys.exit(main())
