"""Words that only this house can open: the key lies outside the database. And the writer's ticket code."""

import hmac
from uuid import UUID

from halte.common import ids, keys, sealing
from halte.sites.models import Site

TICKET = 12


def sealed(site: Site, words: str, what: str) -> bytes:
    """A text in a box of this site. The box of a message opens as no answer, and the other way round."""
    return sealing.closed(keys.of_site(site.id, "messages"), words.encode(), what.encode())


def opened(site: Site, box: bytes | memoryview, what: str) -> str:
    """The text in a box that `sealed` made."""
    return sealing.opened(keys.of_site(site.id, "messages"), box, what.encode()).decode()


def ticket_of(key: UUID) -> str:
    """The ticket code for a page that was sent: sixty bits, the same when it is sent twice. It is stored nowhere."""
    digest = hmac.digest(keys.derived("message tickets"), key.bytes, "sha256")
    return "".join(ids.ALPHABET[byte % 32] for byte in digest[:TICKET])


def spaced(ticket: str) -> str:
    """A ticket code as it is shown: 4F7Q-02KM-9XTB."""
    return "-".join(ticket[start : start + 4] for start in range(0, TICKET, 4))


def ticket_key(site: Site, typed: str) -> bytes:
    """What a site knows of a ticket code; two sites' keys of one ticket cannot be joined."""
    return hmac.digest(keys.of_site(site.id, "message tickets"), ids.normal(typed).encode(), "sha256")
