"""The back of a card says in pictures and eleven languages: no name, not police, who sees it, erase me."""

from uuid import uuid4

from halte.common import languages
from halte.guests.printing import back_of_a_card
from tests.pages import signed_in


def test_every_language_of_our_guests_stands_on_the_back_in_its_direction():
    back = {line.code: line for line in back_of_a_card()}

    assert back.keys() == languages.BY_CODE.keys()
    assert back["fr"].words == "Sans nom. Pas la police. Effacez-moi."
    assert back["ar"].direction == "rtl"


def test_a_new_card_comes_with_its_back_and_so_does_each_sheet(greeter):
    desk = signed_in(greeter)

    card = desk.post("/cards/new/", {"key": str(uuid4())}).content.decode()
    sheet = desk.post("/cards/sheets/", {"sheets": "1"}).content.decode()

    assert card.count('class="guest-card back"') == 1
    assert sheet.count('class="guest-card back"') == sheet.count('class="guest-card"') == 10
    assert card.count("<li lang=") == 11
