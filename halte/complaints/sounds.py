"""Which bytes are a recorded voice, whatever the phone that sends them calls them."""

_BEGINNINGS = {
    b"\x1a\x45\xdf\xa3": "audio/webm",
    b"OggS": "audio/ogg",
    b"ID3": "audio/mpeg",
    b"#!AMR": "audio/amr",
}
_SYNC = 0xFFE0
"""How a frame of MPEG begins that has no heading before it: eleven bits."""


def kind_of(content: bytes) -> str:
    """The media type of a recording by its own first bytes; empty for anything else."""
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "audio/wav"
    if content[4:8] == b"ftyp":
        return "audio/3gpp" if content[8:11] == b"3gp" else "audio/mp4"
    first = int.from_bytes(content[:2])
    if first & _SYNC == _SYNC:
        # The layer: none is AAC.
        return "audio/mpeg" if first & 0b110 else "audio/aac"
    return next((kind for beginning, kind in _BEGINNINGS.items() if content.startswith(beginning)), "")
