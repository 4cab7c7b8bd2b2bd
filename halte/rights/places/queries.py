"""What guests read of places. This is the one door: pages and files all come through here."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import get_day_names
from django.utils import translation

from halte.common.languages import BY_CODE, Language
from halte.rights import words as guide_words
from halte.rights.models import Place
from halte.rights.places.rules import Opening, Picture, draw, is_open, week_from, write_hours
from halte.rights.places.words import LANDMARKS, WORDS
from halte.sites import queries as sites
from halte.sites.models import Hours, Service, Site

HERE = ZoneInfo("Europe/Paris")


@dataclass(frozen=True)
class PlaceRead:
    """A place with its hours and what it offers."""

    row: Place
    day: date
    """Today, on the clock of the place."""
    openings: tuple[Opening, ...]
    hours: str
    services: tuple[Service, ...]
    full: bool
    closed_today: bool
    open_now: bool
    closed_days: tuple[date, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The clock it goes by."""
        return zone_of(self.row)


@dataclass(frozen=True)
class PlaceShown:
    """A place in the list, in a language."""

    number: int
    read: PlaceRead
    status: str
    good: bool
    passing: bool
    """Whether the state is only true now, and not for the whole day."""
    today: str
    week: list[tuple[str, str, bool]]
    """Each day of the coming seven on which it opens, when, and whether words that it stays closed stand there."""
    offers: list[tuple[str, str]]
    """Each service, and its word."""
    spoken: tuple[Language, ...]
    way: list[str]
    closed: list[str]
    changed: str


@dataclass(frozen=True)
class TownShown:
    """The places of a town, and its map picture."""

    name: str
    places: list[PlaceShown]
    picture: Picture | None


def zone_of(row: Place) -> ZoneInfo:
    """The clock of a place: that of our own house, else that of Calais."""
    return row.site.zone if row.site else HERE


def read(at: datetime) -> list[PlaceRead]:
    """Every place that guests may read of, by town, secret towns last; our own houses once they are open."""
    rows = sorted(Place.objects.select_related("site"), key=lambda row: (not row.town, row.town, row.name))
    return [_read(row, at) for row in rows if row.site is None or _stands(row.site, at)]


def _stands(site: Site, at: datetime) -> bool:
    """Whether our own house was opened."""
    return site.opened_on is not None and site.opened_on <= site.today(at)


def secret_houses() -> set[UUID]:
    """Our own houses whose address no guest may read anywhere: not on a page, and not on a sheet of paper."""
    return set(Place.objects.filter(protected=True, site__isnull=False).values_list("site", flat=True))


def towns(language: str, at: datetime) -> list[TownShown]:
    """The places by town; those whose town is secret last, under no name."""
    with translation.override(language):
        shown = [_shown(number, one, language, at) for number, one in enumerate(read(at), start=1)]
    names = sorted({one.read.row.town for one in shown}, key=lambda name: (not name, name))
    found = []
    for name in names:
        here = [one for one in shown if one.read.row.town == name]
        spots = [
            (str(one.number), float(one.read.row.latitude), float(one.read.row.longitude))
            for one in here
            if one.read.row.latitude is not None and one.read.row.longitude is not None
        ]
        found.append(TownShown(name, here, draw(spots, LANDMARKS)))
    return found


def _read(row: Place, at: datetime) -> PlaceRead:
    local = at.astimezone(zone_of(row))
    full = row.full_on == local.date()
    if row.site is None:
        services = tuple(Service(code) for code in row.services if code in Service.values)
        week = week_from(row.hours, local.date())
        return PlaceRead(
            row, local.date(), week, row.hours, services, full, closed_today=False, open_now=is_open(row.hours, local)
        )
    closed = sites.closed_days(row.site, local.date())
    rows = Hours.objects.everywhere(because="hours are shown to anyone, site by site").filter(site=row.site, service="")
    openings = tuple(sorted(Opening(one.weekday, one.opens, one.closes) for one in rows))
    offered = [one for one in sites.offered_today(row.site, at) if not one.closure or not one.closure.service]
    return PlaceRead(
        row=row,
        day=local.date(),
        openings=openings,
        hours=write_hours(openings, closed),
        services=tuple(one.service for one in offered),
        full=full,
        closed_today=local.date() in closed,
        open_now=sites.site_is_open(row.site, at),
        closed_days=tuple(closed),
    )


def _shown(number: int, one: PlaceRead, language: str, at: datetime) -> PlaceShown:
    said, row = WORDS[language], one.row
    local = at.astimezone(zone_of(row))

    def closed_on(day: date) -> str:
        return said["closed_on"].format(date=guide_words.day(day, language))

    state = "full" if one.full else "closed_today" if one.closed_today else "open" if one.open_now else "closed"
    names = get_day_names("wide", "format", "en_GB" if language == "en" else language)
    off = {day.weekday(): day for day in one.closed_days if day < local.date() + timedelta(days=7)}
    week = [
        (str(names[day]), closed_on(off[day]) if day in off else _spans(one.openings, day), day in off)
        for day in range(7)
        if _spans(one.openings, day)
    ]
    return PlaceShown(
        number=number,
        read=one,
        status=said[state] if one.hours or state in {"full", "closed_today"} else "",
        good=state == "open",
        passing=state in {"open", "closed"},
        today="" if one.closed_today else _spans(one.openings, local.weekday()),
        week=week,
        offers=[(service.value, str(service.label)) for service in one.services],
        spoken=tuple(BY_CODE[code] for code in row.languages if code in BY_CODE),
        way=[said[turn].format(along=along, metres=metres) for turn, along, metres in row.walk],
        closed=[closed_on(day) for day in one.closed_days],
        changed=said["changed"].format(date=guide_words.day(row.changed_on, language)),
    )


def _spans(openings: tuple[Opening, ...], weekday: int) -> str:
    return ", ".join(
        f"{one.opens:%H:%M}\N{EN DASH}{'24:00' if one.closes == time() else f'{one.closes:%H:%M}'}"
        for one in openings
        if one.weekday == weekday
    )
