"""Everything that changes a complaint, and who reads it. Every act stands in the network's register, not a house's."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db.models import Q

from halte import journal
from halte.accounts.actor import SYSTEM, Actor
from halte.accounts.models import Staff
from halte.common import tickets
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.complaints import box, queries
from halte.complaints.models import About, Complaint, MayRead, NotFor, Reader, Voice
from halte.complaints.refusals import (
    ClosedAlready,
    ManyVoices,
    NobodyLeft,
    NobodyReads,
    NotYours,
    ReaderAlready,
    SaidNothing,
    TooManyReaders,
)
from halte.sites.models import Site

VOICES_A_DAY = 20
"""So many recorded voices at a house in a day: nobody fills its disk with them. Words are always taken."""
READERS = 4
"""So many that each house has two who do not work there."""
KEPT_AFTER_CLOSING = timedelta(days=90)
KEPT_AT_MOST = timedelta(days=365)


@dataclass(frozen=True)
class Spoken:
    """A recorded voice."""

    sound: bytes
    kind: str


def say(
    *,
    site: Site,
    about: About,
    words: str,
    language: str,
    at: datetime,
    key: RetryKey,
    voice: Spoken | None = None,
    not_for: Collection[NotFor] = (),
    not_readers: Collection[UUID] = (),
) -> str:
    """A complaint lies before those readers who work outside the house and were not ruled out.

    Keeps:
        Nobody who works in the house ever reads it, a manager least of all. No card, no guest, no hour.

    Returns:
        The ticket code that fetches the answer. It is stored nowhere.

    Raises:
        SaidNothing, NobodyReads, NobodyLeft, ManyVoices. Nothing is written when any of these is raised.
    """
    if not words and voice is None:
        raise SaidNothing
    code = tickets.new()
    with journal.act(actor=journal.ForTheNetwork(SYSTEM), at=at, key=key, kind="complaints.said") as act:
        outside = queries.readers_for(site, at)
        if not outside:
            raise NobodyReads
        left = [one.staff for one in outside if one.staff.id not in not_readers and not one.holds(not_for)]
        if not left:
            raise NobodyLeft
        if voice is not None and _voices_today(site, at) >= VOICES_A_DAY:
            raise ManyVoices
        complaint = _put_down(site, about, words, language, at, code)
        if voice is not None:
            box_of_sound = box.closed(complaint.id, "voice", voice.sound)
            Voice.objects.create(site=site, complaint=complaint, kind=voice.kind, sound_box=box_of_sound)
            Complaint.objects.filter(id=complaint.id).update(has_voice=True)
        MayRead.objects.bulk_create([MayRead(site=site, complaint=complaint, staff=staff.id) for staff in left])
        act.results(complaint=complaint.id.hex)
    return code


def _voices_today(site: Site, at: datetime) -> int:
    rows = Complaint.objects.everywhere(because="counted for one house, whoever says it")
    return int(rows.filter(site=site, said_on=site.today(at), has_voice=True).count())


def _put_down(site: Site, about: About, words: str, language: str, at: datetime, code: str) -> Complaint:
    identifier = uuid4()
    made: Complaint = Complaint.objects.create(
        id=identifier,
        site=site,
        said_on=site.today(at),
        about=about,
        language=language,
        words_box=box.closed(identifier, "words", words.encode()),
        ticket_key=queries.ticket_key(code),
    )
    return made


def read(*, actor: Actor, complaint: Complaint, at: datetime, key: RetryKey) -> None:
    """A reader opens a complaint: that is a line.

    Raises:
        NotYours: It was not left for them.
    """
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="complaints.read"):
        _mine(actor, complaint)


def answer(*, actor: Actor, complaint: Complaint, words: str, at: datetime, key: RetryKey) -> None:
    """The answer waits for whoever holds the ticket; a later answer takes the place of an earlier one.

    Raises:
        NotYours, ClosedAlready.
    """
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="complaints.answered"):
        mine = _mine(actor, complaint)
        if mine.closed_on:
            raise ClosedAlready
        mine.answer_box = box.closed(mine.id, "answer", words.encode())
        mine.answered_on = mine.site.today(at)
        mine.save(update_fields=["answer_box", "answered_on"])


def close(*, actor: Actor, complaint: Complaint, at: datetime, key: RetryKey) -> None:
    """Nothing more is done about it; the answer stays for the ticket until the complaint is forgotten.

    Raises:
        NotYours, ClosedAlready.
    """
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="complaints.closed"):
        mine = _mine(actor, complaint)
        if mine.closed_on:
            raise ClosedAlready
        mine.closed_on = mine.site.today(at)
        mine.save(update_fields=["closed_on"])


def name_reader(*, actor: Actor, staff: Staff, at: datetime, key: RetryKey) -> Reader:
    """A colleague reads complaints about the houses where they do not work, from now on.

    Raises:
        TooManyReaders, ReaderAlready.
    """
    with (
        refusing({"a_reader_once": ReaderAlready}),
        journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="complaints.reader_named") as act,
    ):
        if Reader.objects.count() >= READERS:
            raise TooManyReaders
        made = Reader.objects.create(staff=staff, since=at)
        act.results(reader=made.id.hex)
    return made


def end_reader(*, actor: Actor, reader: Reader, at: datetime, key: RetryKey) -> None:
    """A colleague reads no complaints any more, none that was left for them before either.

    Raises:
        NotYours: They read none already.
    """
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="complaints.reader_ended"):
        gone, _rows = Reader.objects.filter(id=reader.id).delete()
        if not gone:
            raise NotYours
        everywhere = MayRead.objects.everywhere(because="a reader reads of all houses")
        everywhere.filter(staff=reader.staff_id).delete()


def forget(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Complaints of a house are deleted ninety days after they were closed, and a year after they were said.

    Returns:
        How many were deleted.
    """
    network = journal.ForTheNetwork.of(actor)
    with journal.act(actor=network, at=at, key=key, kind="complaints.forgotten") as act:
        today = actor.site.today(at)
        over = Q(closed_on__lt=today - KEPT_AFTER_CLOSING) | Q(said_on__lt=today - KEPT_AT_MOST)
        found = list(Complaint.objects.seen_by(actor).filter(over))
        for complaint in found:
            complaint.delete()
        act.about(n=len(found))
    return len(found)


def _mine(actor: Actor, complaint: Complaint) -> Complaint:
    found = queries.complaint(actor, complaint.id)
    if found is None:
        raise NotYours
    return found
