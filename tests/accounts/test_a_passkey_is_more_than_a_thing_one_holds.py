"""A passkey counts only when the device asked for a finger, a face or a code, at the sign-in and beside a password."""

import json
from hashlib import sha256

import pytest
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

HOUSE = "testserver"
BY_SCRIPT = {"X-Requested-With": "XMLHttpRequest"}
FLAG = AuthenticatorData.FLAG


class Passkey:
    """What lies in a phone: a key that signs, with or without asking who holds it."""

    def __init__(self, staff):
        self.staff = staff
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.data = AttestedCredentialData.create(
            Aaguid(bytes(16)), b"a passkey", ES256.from_cryptography_key(self.key.public_key())
        )

    def made(self, options, *, asks=True):
        """The answer to "make a key"."""
        client = self._client(options, CollectedClientData.TYPE.CREATE)
        flags = FLAG.AT | FLAG.UP | (FLAG.UV if asks else FLAG(0))
        object_ = AttestationObject.create("none", self._about(flags, bytes(self.data)), {})
        return self._answer(clientDataJSON=websafe_encode(client), attestationObject=websafe_encode(object_))

    def signs(self, options, *, asks):
        """The answer to "who is it?"."""
        client = self._client(options, CollectedClientData.TYPE.GET)
        said = self._about(FLAG.UP | (FLAG.UV if asks else FLAG(0)))
        signature = self.key.sign(bytes(said) + client.hash, ec.ECDSA(hashes.SHA256()))
        return self._answer(
            clientDataJSON=websafe_encode(client),
            authenticatorData=websafe_encode(said),
            signature=websafe_encode(signature),
            userHandle=websafe_encode(str(self.staff.pk).encode()),
        )

    def _about(self, flags, data=b""):
        return AuthenticatorData.create(sha256(HOUSE.encode()).digest(), flags, 1, data)

    def _client(self, options, kind):
        return CollectedClientData.create(kind, options["challenge"], f"https://{HOUSE}")

    def _answer(self, **response):
        named = websafe_encode(self.data.credential_id)
        return {"id": named, "rawId": named, "type": "public-key", "response": response, "clientExtensionResults": {}}


def options_of(response):
    """What a page or an answer tells the browser to ask the device."""
    if response["Content-Type"].startswith("application/json"):
        return response.json()["request_options"]["publicKey"]
    said = (
        response.content.decode()
        .partition('<script id="js_data" type="application/json">')[2]
        .partition("</script>")[0]
    )
    told = json.loads(said)
    return (told.get("creation_options") or told.get("request_options") or told)["publicKey"]


@pytest.fixture
def holder(with_password, password):
    """Somebody who may change their keys just now."""
    client = Client()
    client.post("/account/login/", {"login": "amina", "password": password}, secure=True)
    client.post("/account/again/", {"password": password}, secure=True)
    return client


@pytest.fixture
def passkey(holder, with_password):
    """A passkey of theirs."""
    made = Passkey(with_password)
    adds(holder, made, asks=True)
    assert Authenticator.objects.filter(user=with_password, type="webauthn").count() == 1
    return made


def adds(holder, passkey, *, asks, passwordless="on"):
    page = holder.get("/account/keys/passkeys/add/", secure=True)
    answer = passkey.made(options_of(page), asks=asks)
    data = {"name": "Phone", "credential": json.dumps(answer), "passwordless": passwordless}
    return holder.post("/account/keys/passkeys/add/", data, secure=True)


def signs_in_with(passkey, *, asks):
    client = Client()
    options = options_of(client.get("/account/keys/passkeys/sign-in/", secure=True, headers=BY_SCRIPT))
    answer = json.dumps(passkey.signs(options, asks=asks))
    client.post("/account/keys/passkeys/sign-in/", {"credential": answer}, secure=True)
    return client.get("/account/", secure=True).status_code == 200, options


def beside_the_password(passkey, password, *, asks):
    client = Client()
    client.post("/account/login/", {"login": "amina", "password": password}, secure=True)
    options = options_of(client.get("/account/keys/ask/", secure=True))
    answer = json.dumps(passkey.signs(options, asks=asks))
    client.post("/account/keys/ask/", {"credential": answer}, secure=True)
    return client.get("/account/", secure=True).status_code == 200, options


@pytest.mark.parametrize("passwordless", ["on", ""])
def test_a_key_that_asks_nobody_is_not_added(holder, with_password, passwordless):
    adds(holder, Passkey(with_password), asks=False, passwordless=passwordless)

    assert not Authenticator.objects.filter(user=with_password, type="webauthn").exists()


def test_alone_it_opens_only_when_the_device_asked(passkey):
    refused, options = signs_in_with(passkey, asks=False)

    assert options["userVerification"] == "required"
    assert not refused
    assert signs_in_with(passkey, asks=True)[0]


def test_beside_a_password_too(passkey, password):
    refused, options = beside_the_password(passkey, password, asks=False)

    assert options["userVerification"] == "required"
    assert not refused
    assert beside_the_password(passkey, password, asks=True)[0]


def test_where_it_is_only_preferred_a_found_key_would_do(passkey, password, settings):
    settings.MFA_WEBAUTHN_USER_VERIFICATION = "preferred"

    assert beside_the_password(passkey, password, asks=False)[0]
