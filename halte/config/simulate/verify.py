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

    from halte.guests.models import Guest
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
        "cards": Guest.objects.everywhere(because="a simulated evening has one house").count(),
        "in_bed": live.filter(arrived_at__isnull=False).count(),
        "chain_breaks": sum(1 for _break in breaks()),
    } | _counted_on_paper()


def _counted_on_paper() -> dict[str, Any]:
    """What became of the lines of paper, and what was counted on them; nothing where there was no paper."""
    from django.db.models import Count, Sum

    from halte.paper.models import PaperLine
    from halte.visits.models import ServiceCount

    why = "a simulated evening has one house"
    rows = PaperLine.objects.everywhere(because=why).values_list("state")
    lines = dict(rows.annotate(n=Count("id")))
    if not lines:
        return {}
    meals = ServiceCount.objects.everywhere(because=why).filter(service="meal").aggregate(n=Sum("number"))["n"]
    return {"paper_lines": lines, "meals": meals or 0}


def _stands(act: dict[str, str], results: dict[str, Any] | None) -> bool:
    """Whether the register has the act, and the database what it made."""
    from halte.goods.models import Given
    from halte.guests.models import Guest
    from halte.nights.models import Stay

    if act["what"] == "paper":
        # On paper there was no key: the card, scanned afterwards, opens a guest who has one bed and is in it.
        beds = Stay.objects.everywhere(because="a simulated evening has one house").filter(guest_id=UUID(act["guest"]))
        return bool(beds.filter(ended_at__isnull=True, arrived_at__isnull=False).count() == 1)
    if results is None:
        return False
    if act["what"] == "family":
        return bool(Stay.objects.filter(id__in=results.get("stays", []), guest_id=UUID(act["guest"])).exists())
    model: Any = {"card": Guest, "stay": Stay, "given": Given}[act["what"]]
    return bool(model.objects.filter(id=act["made"]).exists())


if __name__ == "__main__":
    sys.exit(main())
