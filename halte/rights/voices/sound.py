"""Which bytes are a voice as Opus, in a file that browsers record and play.

WebM: RFC 9559 (Matroska) with codec `A_OPUS`. Ogg: RFC 7845.
"""

LARGEST = 300_000
"""A statement takes well under a minute: at 24 kbit/s a minute is 180,000 bytes."""
_HEAD = 4096
_VIDEO = (b"V_VP8", b"V_VP9", b"V_AV1", b"V_MPEG")

KINDS = {"webm": "audio/webm", "ogg": "audio/ogg"}
"""The media type of each kind of file."""


def kind_of(content: bytes) -> str:
    """`webm` or `ogg` when the file holds Opus and nothing to look at; empty for anything else."""
    head = content[:_HEAD]
    if head.startswith(b"OggS") and b"OpusHead" in head[:128]:
        return "ogg"
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64] and b"A_OPUS" in head:
        return "" if any(picture in head for picture in _VIDEO) else "webm"
    return ""
