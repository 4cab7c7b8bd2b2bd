"""Spoken codes and card secrets in Crockford's base 32: no letter that can be taken for a digit.

Source: Douglas Crockford, "Base 32", crockford.com/base32.html. The check character is the number modulo 37. Only
codes whose check character is itself one of the 32 are ever made, so nobody has to read out `*` or `$`.
"""

import hmac
import secrets
from uuid import UUID

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 7
SECRET_LENGTH = 26
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_TYPED = str.maketrans("OIL", "011", " -\u2010\u2011\u2013_.")


def normal(typed: str) -> str:
    """What a person typed or said, as code characters: upper case, O as 0, I and L as 1, no dashes or blanks."""
    return typed.upper().translate(_TYPED)


def check_character(data: str) -> str | None:
    """The check character for six code characters; None when it would lie outside the 32."""
    number = 0
    for character in data:
        number = number * 32 + _VALUES[character]
    remainder = number % 37
    return ALPHABET[remainder] if remainder < 32 else None


def is_code(code: str) -> bool:
    """Whether this is a spoken code: seven code characters, the last of which checks the others.

    Every change of one character and every swap of two neighbours is found, as 37 is prime and larger than 32.
    """
    if len(code) != CODE_LENGTH or any(character not in _VALUES for character in code):
        return False
    return check_character(code[:-1]) == code[-1]


def spaced(code: str) -> str:
    """A spoken code as it is printed: K7M-4QX-9."""
    return f"{code[:3]}-{code[3:6]}-{code[6:]}"


def new_secret() -> str:
    """A card's secret: 128 random bits as 26 code characters. It is printed on the card and stored nowhere."""
    return _encoded(secrets.randbits(128), SECRET_LENGTH)


def is_secret(text: str) -> bool:
    """Whether this has the shape of a card's secret."""
    return len(text) == SECRET_LENGTH and all(character in _VALUES for character in text) and text[0] in "01234567"


def code_of_secret(secret: str) -> str:
    """The spoken code printed beside the QR code; many secrets share one code, so it does not give the secret away."""
    for attempt in range(256):
        digest = hmac.digest(secret.encode(), b"halte/spoken/%d" % attempt, "sha256")
        data = _encoded(int.from_bytes(digest[:4]) >> 2, CODE_LENGTH - 1)
        if check := check_character(data):
            return data + check
    raise AssertionError("256 attempts without a check character has a probability below 2**-700.")


def key_at_site(secret: str, site_id: UUID) -> bytes:
    """What a site knows of a card: HMAC-SHA-256(secret, site id). Two sites' keys of one card cannot be joined."""
    return hmac.digest(secret.encode(), site_id.bytes, "sha256")


def _encoded(number: int, length: int) -> str:
    characters = []
    for _place in range(length):
        number, value = divmod(number, 32)
        characters.append(ALPHABET[value])
    return "".join(reversed(characters))
