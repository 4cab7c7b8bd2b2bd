"""A program at the door does what a greeter does, once for each key."""


import pytest

pytestmark = pytest.mark.usefixtures("it_is_morning")
