"""Nobody guesses a password from what everybody here knows: the house, the town, the work, the year."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from halte.accounts.passwords import WORDS

GUESSED = (
    "Halte-Calais-2026",
    "calais2026calais",
    "NightHost12345",
    "bienvenue-refugee!",
    "Accueil*Dunkirk*1",
    "halte 2026 2026",
)
FINE = (
    "four words nobody guesses",
    "halte et un crapaud bleu",
    "correct horse battery",
    "8203 1177 4402 9915",
    "ሰላም ጽቡቕ መዓልቲ ኩን",
)


@pytest.mark.parametrize("password", GUESSED)
def test_a_password_of_such_words_is_refused_in_a_sentence(password, calais, dunkirk):
    with pytest.raises(ValidationError, match="words that everybody here knows"):
        validate_password(password)


@pytest.mark.parametrize("password", FINE)
def test_any_other_is_taken(password, calais, dunkirk):
    validate_password(password)


def test_the_names_and_towns_of_our_houses_are_such_words(calais):
    calais.name, calais.town = "Le Moulin Vert", "Grande-Synthe"
    calais.save()

    with pytest.raises(ValidationError, match="words that everybody here knows"):
        validate_password("moulin-vert-2026!")
    assert "moulin" not in WORDS


def test_so_it_is_when_a_password_is_changed(client, with_password, password, calais):
    client.post("/account/login/", {"login": "amina", "password": password})
    new = "halte-calais-2026"

    answer = client.post("/account/password/", {"oldpassword": password, "password1": new, "password2": new})

    assert "words that everybody here knows" in answer.content.decode()
    with_password.refresh_from_db()
    assert with_password.check_password(password)
