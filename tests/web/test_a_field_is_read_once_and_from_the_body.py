"""A field that stands in the address as well, or twice in the form, does nothing more than one."""

from uuid import uuid4

import pytest
from django.urls import reverse

from halte.visits.models import ServiceCount
from tests.pages import signed_in

FORM = "application/x-www-form-urlencoded"


def presses(actor, body, query=""):
    said = f"service=meal&key={uuid4()}&{body}"
    return signed_in(actor).post(reverse("visits:count_service") + query, said, content_type=FORM)


def counted():
    return list(ServiceCount.objects.everywhere(because="a test").values_list("number", flat=True))


@pytest.mark.parametrize(
    ("body", "query", "number"),
    [("n=2", "", 2), ("n=2&n=3", "", 3), ("n=2", "?n=7", 2), ("n=2", "?n=7&service=drink&key=x", 2)],
)
def test_one_value_counts_and_it_is_the_forms(greeter, body, query, number):
    presses(greeter, body, query)

    assert counted() == [number]


def test_what_stands_in_the_address_alone_is_no_field(greeter):
    presses(greeter, "", "?n=7")

    assert counted() in ([], [1])
