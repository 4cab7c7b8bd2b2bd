"""The whole guide as plain files: the bytes that Halte serves, for any web server or network of caches."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import RequestFactory
from django.urls import resolve, reverse
from django.utils import timezone

from halte.common import languages as known
from halte.rights import queries
from halte.rights.places.reading import WRITTEN_OUT
from halte.rights.talks import queries as talks
from halte.rights.voices import queries as voices
from halte.rights.voices import reading

_STATIC = re.compile(rb'(?:href|src)="/(static/[^"#?]+)"')


def pages(home: str) -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes: every language, page, poster, index and what they are drawn with.

    Keeps:
        The bytes are those that the pages' own addresses answer with, to who says no language and takes no compression;
        only what is true for an hour, that a place is open now, is left out, and today's hours stand alone.
    """
    drawn_with: set[str] = set()
    for address in addresses():
        content = _answer(address, home)
        drawn_with.update(found.decode() for found in _STATIC.findall(content))
        name = address.removeprefix("/")
        yield (f"{name}index.html" if name.endswith("/") else name), content
    for name in sorted(drawn_with):
        yield name, _drawn_with(name.removeprefix("static/"))


def addresses() -> Iterator[str]:
    """Every address of the guide."""
    yield reverse("rights:languages")
    yield reverse("rights:worker")
    for file in voices.files():
        yield reverse("rights:voice", args=[file])
    for spoken in voices.spoken_languages():
        yield reverse("rights:topics", args=[spoken.code])
        for told in reading.topics(spoken.code, on=timezone.localdate()):
            yield reverse("rights:topic", args=[spoken.code, told.slug])
    for language in queries.languages():
        yield reverse("rights:topics", args=[language])
        yield reverse("rights:find", args=[language])
        yield reverse("rights:find_index", args=[language])
        for topic in queries.topics(language):
            yield reverse("rights:topic", args=[language, topic.slug])
            yield reverse("rights:poster", args=[language, topic.slug])
    announced = talks.public_talks()
    for language in known.BY_CODE:
        yield reverse("rights:places", args=[language])
        yield reverse("rights:talks", args=[language])
        for talk in announced:
            yield reverse("rights:talk", args=[language, talk])


def _answer(address: str, home: str) -> bytes:
    at = urlsplit(home)
    request = RequestFactory().get(address, secure=at.scheme == "https", headers={"host": at.netloc})
    request.META[WRITTEN_OUT] = True
    view, args, kwargs = resolve(address)
    answer = view(request, *args, **kwargs)
    return bytes(answer.content)


def _drawn_with(name: str) -> bytes:
    found = finders.find(name)
    place = found if isinstance(found, str) else f"{settings.STATIC_ROOT}/{name}"
    with open(place, "rb") as file:
        return file.read()
