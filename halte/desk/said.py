"""How the desk's own acts are spoken of in "Just done"."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from halte.journal.recent import Said, say


def _with_blankets(data: Mapping[str, Any]) -> str:
    beds, blankets = data["beds"], data["blankets"]
    if not beds:
        return _("no room holds everyone: proposed")
    said = [ngettext("%(n)s bed", "%(n)s beds", beds) % {"n": beds}] if beds > 1 else []
    if blankets:
        said.append(ngettext("%(n)s blanket", "%(n)s blankets", blankets) % {"n": blankets})
    return ", ".join(said)


def _beds_held(data: Mapping[str, Any]) -> str:
    return ngettext("%(n)s bed", "%(n)s beds", data["beds"]) % {"n": data["beds"]}


say(
    {
        "desk.welcomed": Said("bed", gettext_lazy("Welcomed for the night"), _with_blankets),
        "desk.group_arrived": Said("group", gettext_lazy("A group arrived"), _beds_held),
    }
)
