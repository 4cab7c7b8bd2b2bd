"""What speakers do: record a statement, approve what another spoke, take a voice back."""

import hashlib
from datetime import datetime

from django.utils import timezone

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.rights.models import Recording, Statement, VoiceState
from halte.rights.refusals import NotInReview
from halte.rights.voices import queries
from halte.rights.voices.refusals import NoVoice, NoWordsToRead, SpeakerApproves, WordsChanged
from halte.rights.voices.sound import LARGEST, kind_of


def record(
    *, actor: Actor, statement: Statement, language: str, sound: bytes, at: datetime, key: RetryKey
) -> Recording:
    """A voice waits for a second speaker; a newer one of the same person replaces what still waits.

    Raises:
        NoVoice: The bytes are no Opus, or too many.
        NoWordsToRead: The statement has no words in this language.
    """
    kind = kind_of(sound)
    if not kind or len(sound) > LARGEST:
        raise NoVoice
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.voice_recorded") as act:
        words = queries.words_to_read(statement, language)
        if words is None:
            raise NoWordsToRead
        waiting = Recording.objects.filter(statement=statement, language=language, state=VoiceState.WAITS)
        waiting.filter(spoken_by=actor.id).delete()
        recording = Recording.objects.create(
            statement=statement,
            language=language,
            said_of=queries.digest(words),
            sound=sound,
            kind=kind,
            digest=_address(statement, language, sound),
            state=VoiceState.WAITS,
            spoken_by=actor.id,
            spoken_on=timezone.localdate(at),
        )
        act.about(language=language)
        act.results(recording=recording.id.hex)
    return recording


def approve(*, actor: Actor, recording: Recording, at: datetime, key: RetryKey) -> Recording:
    """A second speaker heard it and finds it right: readers hear it from now on, instead of the one before.

    Keeps:
        Who spoke does not approve; the database holds this too.
        Nobody approves a voice that says what stands there no more.

    Raises:
        SpeakerApproves, NotInReview, WordsChanged. Nothing is written when any of these is raised.
    """
    with (
        journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.voice_approved") as act,
        refusing({"speaker_is_not_approver": SpeakerApproves}),
    ):
        row: Recording = Recording.objects.select_related("statement").get(id=recording.id)
        if row.state != VoiceState.WAITS:
            raise NotInReview
        if row.spoken_by == actor.id:
            raise SpeakerApproves
        words = queries.words_to_read(row.statement, row.language)
        if words is None or queries.digest(words) != row.said_of:
            raise WordsChanged
        Recording.objects.filter(statement=row.statement_id, language=row.language, state=VoiceState.HEARD).delete()
        row.state, row.approved_by, row.approved_on = VoiceState.HEARD, actor.id, timezone.localdate(at)
        row.save()
        act.about(language=row.language)
    return row


def take_back(*, actor: Actor, recording: Recording, at: datetime, key: RetryKey) -> None:
    """A voice is not heard any more and its sound is gone, because its speaker wants this or somebody hears a mistake.

    Raises:
        NotInReview: It is gone already.
    """
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.voice_taken_back") as act:
        gone, _each = Recording.objects.filter(id=recording.id).delete()
        if not gone:
            raise NotInReview
        act.about(language=recording.language)


def _address(statement: Statement, language: str, sound: bytes) -> str:
    """The same sound sent for two statements has two addresses, so that one can be taken back."""
    return hashlib.sha256(b"\0".join([statement.id.bytes, language.encode(), sound])).hexdigest()
