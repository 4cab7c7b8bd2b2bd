"""A form sent twice is one act; the same key with another wish is another body."""

from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict

from halte.web.forms import ActForm, HeldForm

KEY = "b1c1a0de-0000-4000-8000-000000000001"


class GiveBlanket(ActForm):
    size = forms.CharField()
    kinds = forms.MultipleChoiceField(choices=[("wool", "wool"), ("fleece", "fleece")], required=False)


def sent(text, form=GiveBlanket, **files):
    filled = form(QueryDict(text), files)
    assert filled.is_valid(), filled.errors
    return filled.retry_key


def test_the_same_wish_has_the_same_key_and_body():
    assert sent(f"key={KEY}&size=L&kinds=wool") == sent(f"kinds=wool&size=L&key={KEY}")


def test_another_wish_with_the_same_key_has_another_body():
    first, second = sent(f"key={KEY}&size=L"), sent(f"key={KEY}&size=M")

    assert first.value == second.value
    assert first.body != second.body


def test_the_order_inside_one_field_belongs_to_the_wish():
    assert sent(f"key={KEY}&size=L&kinds=wool&kinds=fleece") != sent(f"key={KEY}&size=L&kinds=fleece&kinds=wool")


def test_fields_cannot_be_shifted_into_each_other():
    assert sent(f"key={KEY}&size=ab&more=c").body != sent(f"key={KEY}&size=a&more=bc").body


def test_the_body_knows_neither_the_session_nor_the_key():
    here = sent(f"key={KEY}&size=L&csrfmiddlewaretoken=one")
    there = sent(f"key={uuid4()}&size=L&csrfmiddlewaretoken=two")

    assert here.body == there.body
    assert len(here.body) == 32


def test_a_plain_dictionary_and_a_posted_form_hash_alike():
    form = GiveBlanket({"key": KEY, "size": "L"})

    assert form.is_valid()
    assert form.retry_key == sent(f"key={KEY}&size=L")


def test_another_file_is_another_wish():
    one = sent(f"key={KEY}&size=L", bill=SimpleUploadedFile("bill.pdf", b"one"))
    other = sent(f"key={KEY}&size=L", bill=SimpleUploadedFile("bill.pdf", b"other"))

    assert one.body != other.body


def test_a_form_without_a_key_says_what_to_do():
    form = GiveBlanket({"size": "L"})

    assert not form.is_valid()
    assert "Open it again" in str(form.errors["key"])
    assert "Open it again" in str(form)


def test_a_new_form_brings_a_new_key_each_time():
    assert str(GiveBlanket()["key"]) != str(GiveBlanket()["key"])


def test_what_cannot_be_undone_needs_the_hold():
    assert not HeldForm({"key": KEY}).is_valid()
    assert HeldForm({"key": KEY, "held": "yes"}).is_valid()
