"""Nobody can tie a guest to an act afterwards: a side row must give the hash that stands in the line."""

from uuid import uuid4

from halte.journal.checking import foreign_subjects
from halte.journal.models import Line, Subject


def test_side_rows_as_they_were_written_are_whole(a_guest):
    a_guest()

    assert list(foreign_subjects()) == []


def test_a_guest_put_under_another_line_is_found(a_guest):
    one, _other = a_guest(), a_guest()
    last = Line.objects.order_by("-seq").first()

    Subject.objects.create(line=last, nonce=bytes(16), guest=one.id)

    (found,) = foreign_subjects()
    assert found.seq == last.seq


def test_a_changed_guest_is_found_and_an_erased_one_is_not(a_guest):
    a_guest(), a_guest()
    first, second = Subject.objects.order_by("line__seq")
    first.delete()
    Subject.objects.filter(pk=second.pk).update(guest=uuid4())

    (found,) = foreign_subjects()
    assert found.seq == 2
