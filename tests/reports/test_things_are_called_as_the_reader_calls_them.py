"""The numbers name things in the language of whoever reads them."""

from django.utils import translation

from halte.goods import counts
from halte.goods.models import Kind, KindName
from halte.reports import words


def test_a_thing_is_called_by_its_name_and_by_its_code_where_nobody_gave_it_one(db):
    blanket = Kind.objects.create(code="blanket")
    KindName.objects.create(kind=blanket, language="fr", name="Couverture")
    KindName.objects.create(kind=blanket, language="en", name="Blanket")

    with translation.override("fr"):
        assert words.name_of("goods.given_blanket", counts.kind_names()) == "Donné\N{NBSP}: Couverture"
        assert words.name_of("goods.given_sleeping_bag", counts.kind_names()) == "Donné\N{NBSP}: sleeping bag"
    with translation.override("en"):
        assert words.name_of("goods.stock_blanket", counts.kind_names()) == "In stock: Blanket"
