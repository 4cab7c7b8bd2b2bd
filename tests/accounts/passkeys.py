"""A passkey as a phone holds it, and adding one on the page."""

import json
from hashlib import sha256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
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


def adds(holder, passkey, *, asks=True, passwordless="on"):
    """Press "add" in a browser where somebody may change their keys just now."""
    page = holder.get("/account/keys/passkeys/add/", secure=True)
    answer = passkey.made(options_of(page), asks=asks)
    data = {"name": "Phone", "credential": json.dumps(answer), "passwordless": passwordless}
    return holder.post("/account/keys/passkeys/add/", data, secure=True)
