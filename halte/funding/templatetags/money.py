"""Writing money."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

register = template.Library()


@register.filter
def money(cents: int, currency: str) -> SafeString:
    """Write cents as money, with the sign of the currency where the language puts it."""
    return _written(cents, currency, decimals=2)


@register.filter
def round_money(cents: int, currency: str) -> SafeString:
    """The same without the cents, where there are none to tell: for numbers read from afar."""
    return _written(cents, currency, decimals=2 if cents % 100 else 0)


def _written(cents: int, currency: str, *, decimals: int) -> SafeString:
    amount = number_format(abs(Decimal(cents)) / 100, decimals, force_grouping=True)
    pattern = pgettext("pounds", "£%(amount)s") if currency == "GBP" else pgettext("euros", "€%(amount)s")
    written = ("\u2212" if cents < 0 else "") + pattern % {"amount": amount}
    return format_html('<bdi class="num" dir="ltr">{}</bdi>', written)
