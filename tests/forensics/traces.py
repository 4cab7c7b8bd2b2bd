"""What a thief with the key would look for: the bytes of one person, in any dress, in any file of a folder."""

import base64
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

MARK, TEXT_MARK = b"\xca\x4a\x12\xf0\x7e\x99", "Canarié7q"
"""How every canary begins: one mark is looked for, in every dress, and stands for all of them."""
PAGE, RESERVED, IV = 4096, 80, 16
"""Pages of SQLCipher 4: the end of each holds what it was encrypted with and its signature."""
WAL_HEAD, FRAME_HEAD = 32, 24


def of(*canaries: str | bytes | UUID) -> set[bytes]:
    """Every dress of some canaries: plain, normalised, UTF-16, hexadecimal, Base64 at each place, identifiers."""
    return {dress for canary in canaries for raw in _raw(canary) for dress in _dresses(raw)}


def in_files(folder: Path, traces: Iterable[bytes], *, key: bytes | None = None) -> list[str]:
    """Which files of a folder hold a trace. With the key, databases are read as well, freed pages and all."""
    wanted = list(traces)
    return sorted(path.name for path in _files(folder) if any(trace in read(path, key) for trace in wanted))


def read(path: Path, key: bytes | None = None) -> bytes:
    """The bytes of a file; of an encrypted database or its log what stands behind the encryption."""
    content = path.read_bytes()
    if key is None:
        return content
    if path.name.endswith("-wal"):
        return content + b"".join(_opened(frame, key) for frame in _frames(content))
    if len(content) % PAGE == 0:
        return content + b"".join(_opened(page, key, first=not at) for at, page in _pages(content))
    return content


def _raw(canary: str | bytes | UUID) -> Iterator[bytes]:
    if isinstance(canary, UUID):
        yield from (canary.bytes, canary.hex.encode(), str(canary).encode())
    elif isinstance(canary, bytes):
        yield canary
    else:
        for text in (
            canary,
            canary.casefold(),
            *(unicodedata.normalize(form, canary) for form in ("NFC", "NFD", "NFKC", "NFKD")),
        ):
            yield from (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"))


def _dresses(raw: bytes) -> Iterator[bytes]:
    yield from (raw, raw.hex().encode(), raw.hex().upper().encode())
    for before in range(3):
        whole = base64.b64encode(b"\0" * before + raw)
        # Characters that also hold bits of a neighbour are not looked for.
        inner = whole[(0, 2, 3)[before] : len(whole) // 4 * 4 - 4 if (before + len(raw)) % 3 else None]
        yield from (inner, inner.replace(b"+", b"-").replace(b"/", b"_"))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _pages(content: bytes) -> Iterator[tuple[int, bytes]]:
    return ((at, content[at : at + PAGE]) for at in range(0, len(content), PAGE))


def _frames(content: bytes) -> Iterator[bytes]:
    for at in range(WAL_HEAD, len(content), FRAME_HEAD + PAGE):
        yield content[at + FRAME_HEAD : at + FRAME_HEAD + PAGE]


def _opened(page: bytes, key: bytes, *, first: bool = False) -> bytes:
    """What stood in a page before it was encrypted. The first begins with the salt, in a log as in a file."""
    if len(page) < PAGE:
        return b""
    body, iv = page[16 if first else 0 : PAGE - RESERVED], page[PAGE - RESERVED : PAGE - RESERVED + IV]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(body) + decryptor.finalize()


MARKS = of(MARK, TEXT_MARK)
"""What every canary begins with, in every dress."""
