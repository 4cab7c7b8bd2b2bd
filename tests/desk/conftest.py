"""What tests of the desk and of the machine in the hall share."""

from uuid import uuid4

import pytest

from tests.pages import signed_in


@pytest.fixture
def kiosk(manager):
    """The machine in the hall, opened by a manager who is signed out by it."""
    machine = signed_in(manager)
    answer = machine.post("/desk/kiosk/", {"key": uuid4()})
    assert answer.headers["Location"] == "/kiosk/"
    return machine
