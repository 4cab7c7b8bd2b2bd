"""A poster outlives the day it was printed: it says until when it is valid, and what nobody confirmed."""

from datetime import date

from halte.rights.words import WORDS


def test_a_step_with_a_last_day_says_it_on_the_wall(reader):
    page = reader.get("/guide/en/shelter-tonight/poster/").content.decode()

    assert "valid until 31 January 2027" in page
    assert WORDS["en"].no_lawyer in page


def test_what_ended_is_not_put_on_a_wall(reader, on_day):
    on_day(date(2027, 2, 1))

    page = reader.get("/guide/en/shelter-tonight/poster/").content.decode()

    assert "Call 115" not in page


def test_a_poster_of_nothing_is_not_found(reader):
    assert reader.get("/guide/en/nothing/poster/").status_code == 404
    assert reader.get("/guide/xx/shelter-tonight/poster/").status_code == 404
