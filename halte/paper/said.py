"""How the acts of the paper room are spoken of in "Just done"."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte.journal.recent import Said, say
from halte.paper.models import LineState, What


def _what(data: Mapping[str, Any]) -> str:
    said = str(What(data["what"]).label)
    return said if data.get("state") == LineState.ENTERED else f"{said} · {LineState(data['state']).label}"


say(
    {
        "paper.pack_printed": Said("print", _("Paper pack printed"), lambda data: data.get("number", "")),
        "paper.period_opened": Said("paper", _("Hours on paper are being entered")),
        "paper.line_entered": Said("paper", _("From paper"), _what),
        "paper.clash_decided": Said("bed", _("Decided who sleeps where")),
        "paper.panic_over": Said("key", _("The house was opened again after a panic")),
        "paper.period_closed": Said("check", _("Everything entered from paper")),
    }
)
