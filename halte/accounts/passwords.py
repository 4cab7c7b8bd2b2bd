"""Words that everybody in the house knows, and that make no password."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from halte.accounts.roles import Role
from halte.sites.models import Site

WORDS = frozenset(
    {
        *("halte", "refuge", "refugie", "réfugié", "refugee", "asile", "asylum", "exile", "exilé", "migrant"),
        *("accueil", "welcome", "abri", "shelter", "hostel", "centre", "center", "maison", "house", "nuit", "night"),
        *("hiver", "winter", "froid", "bienvenue", "benevole", "bénévole", "volunteer", "equipe", "équipe", "team"),
        *("calais", "dunkerque", "dunkirk", "dover", "douvres", "france", "password", "motdepasse", "passe"),
        *("bureau", "tablette", "tablet"),
        *(role.value.replace("_", "") for role in Role),
    }
)
"""Of every house. The names and towns of the houses themselves come with them."""
BESIDE = 6
"""So many letters must stand beside such words."""


class OtherWords:
    """A password is not made of the words of the house, with a year or a sign behind them."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse it when hardly a letter is left beside those words; where none of them stands, anything goes."""
        left, known = password.casefold(), False
        for word in sorted(WORDS | _of_the_houses(), key=len, reverse=True):
            known, left = known or word in left, left.replace(word, " ")
        if known and sum(map(str.isalpha, left)) < BESIDE:
            raise ValidationError(self.get_help_text(), code="words_of_the_house")

    def get_help_text(self) -> str:
        """What to do instead."""
        return _("These are words that everybody here knows. Take others, that do not belong together.")


def _of_the_houses() -> set[str]:
    named = Site.objects.values_list("name", "town")
    return {part for names in named for name in names for part in name.casefold().split() if len(part) > 2}
