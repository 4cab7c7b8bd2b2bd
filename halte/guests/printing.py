"""A card as it is printed: a QR code for machines, a spoken code for people, three signs for whoever reads neither."""

from dataclasses import dataclass

import segno
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from halte.common import ids, languages


@dataclass(frozen=True)
class PrintedCard:
    """What stands on one card. It lives as long as the answer that shows it."""

    code: str
    qr: SafeString


@dataclass(frozen=True)
class BackLine:
    """What the back of a card says, in one language."""

    code: str
    direction: str
    words: str


def back_of_a_card() -> list[BackLine]:
    """The same three things in every language of our guests: no name, not police, erased when they ask."""
    lines = []
    for language in languages.ALL:
        with translation.override(language.code):
            words = " ".join([_("No name."), _("Not police."), _("Erase me.")])
        lines.append(BackLine(language.code, "rtl" if language.right_to_left else "ltr", words))
    return lines


def printed(request: HttpRequest, secret: str) -> PrintedCard:
    """The card of a secret, ready for a page."""
    link = request.build_absolute_uri(reverse("mycard:card", args=[secret]))
    return PrintedCard(ids.spaced(ids.code_of_secret(secret)), drawn(link))


def blank_sheets(request: HttpRequest, *, sheets: int, cards: int) -> list[list[PrintedCard]]:
    """Sheets of new cards. Their secrets are made now and stored nowhere; a card becomes live by its first scan."""
    return [[printed(request, ids.new_secret()) for _card in range(cards)] for _sheet in range(sheets)]


def drawn(link: str) -> SafeString:
    """A link as a QR code."""
    drawing = segno.make(link, error="m", micro=False).svg_inline(omitsize=True, border=2, svgclass="qr")
    return mark_safe(drawing)  # noqa: S308
