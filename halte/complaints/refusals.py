"""Why a complaint is not taken, read or answered."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


class NobodyLeft(Refusal):
    """Whoever was ruled out, nobody would be left to read it."""

    code = "complaints.nobody_left"
    message = _("Somebody has to read it: leave at least one of the two.")
    status = 422


class NobodyReads(Refusal):
    """No reader is named who works outside this house."""

    code = "complaints.nobody_reads"
    message = _("Nobody outside this house reads complaints at the moment. The numbers below help.")
    status = 422


class ManyVoices(Refusal):
    """So many voices were recorded at one house today that more would fill its disk. Words are always taken."""

    code = "complaints.many_voices"
    message = _("Many voices were recorded today. Write it in any language, or record it tomorrow.")
    status = 422


class SaidNothing(Refusal):
    """Neither words nor a voice."""

    code = "complaints.said_nothing"
    message = _("Write some words, or record your voice.")
    status = 422


class NotYours(Refusal):
    """The complaint was not left for this reader, or is gone."""

    code = "complaints.not_yours"
    message = _("There is no such complaint.")
    status = 404


class ClosedAlready(Refusal):
    """The complaint was closed."""

    code = "complaints.closed_already"
    message = _("This complaint is closed already.")


class TooManyReaders(Refusal):
    """Four people read, no more."""

    code = "complaints.too_many_readers"
    message = _("Four people read complaints already. End one of them first.")


class ReaderAlready(Refusal):
    """The person reads already."""

    code = "complaints.reader_already"
    message = _("This person reads complaints already.")
