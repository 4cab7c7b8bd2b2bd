"""Why a voice is not taken or not approved."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


class NoVoice(Refusal):
    """The bytes are no recording that every browser plays."""

    code = "rights.no_voice"
    message = _("This is no short recording of a voice. Record it here, in Chrome or Firefox, in less than a minute.")
    status = 422


class NoWordsToRead(Refusal):
    """Nothing can be spoken before it is written."""

    code = "rights.no_words_to_read"
    message = _("There are no words to read in this language, or they are outdated: translate them first.")
    status = 422


class SpeakerApproves(Refusal):
    """Two people stand behind a voice."""

    code = "rights.speaker_approves"
    message = _("You spoke this: somebody else who knows the language approves it.")


class WordsChanged(Refusal):
    """The voice says what stands there no more."""

    code = "rights.words_changed"
    message = _("The words changed since this was spoken: record it again.")
