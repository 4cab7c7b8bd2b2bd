"""Files that swell up, or are not what they say."""

import gzip
import io
import struct
import zipfile
import zlib

from tests.hostile.values import TAG

PNG = b"\x89PNG\r\n\x1a\n"


def _png(width: int, height: int, rows: bytes) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return PNG + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def _zip(**members: bytes) -> bytes:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/"), content)
    return box.getvalue()


def _xlsx(sheet: bytes) -> bytes:
    return _zip(**{"[Content_Types].xml": b"<Types/>", "xl__worksheets__sheet1.xml": sheet})


_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(9))
    + b"]><xliff version='1.2'><file original='x'><body>&j;</body></file></xliff>"
)
_READS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xliff>&e;</xliff>'
_EMPTY_XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="%s" source-language="en" '
    'target-language="fr" datatype="plaintext"><body>%s</body></file></xliff>'
)

FILES: dict[str, tuple[str, str, bytes]] = {
    "nothing": ("empty.png", "image/png", b""),
    "image of a thousand million points": ("bomb.png", "image/png", _png(30_000, 30_000, bytes(1_500_000))),
    "image with sides that cannot be": ("sides.png", "image/png", _png(2**31 - 1, 2**31 - 1, b"")),
    "half an image": ("half.png", "image/png", _png(9, 9, bytes(90))[:40]),
    "page that says it is an image": ("page.png", "image/png", b"<!doctype html><script>1</script>"),
    "image with a page behind it": ("both.png", "image/png", PNG + f"<{TAG}><script>1</script>".encode()),
    "image that says it is a page": ("page.html", "text/html", _png(1, 1, b"\0\0")),
    "drawing with a script": ("x.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script>"),
    "gif and script": ("x.gif", "image/gif", b"GIF89a=1/*" + bytes(20) + b"*/;alert(1)"),
    "jpeg of two bytes": ("x.jpg", "image/jpeg", b"\xff\xd8"),
    "jpeg without an end": ("x.jpg", "image/jpeg", b"\xff\xd8\xff\xe0" + b"\xff" * 100_000),
    "tiff of a hundred megabytes": ("x.tif", "image/tiff", b"II*\0" + b"\xff" * 1000),
    "pdf with a script": ("x.pdf", "application/pdf", b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(1)>>>>"),
    "pdf that is a page": ("x.pdf", "text/html", b"%PDF-<script>1</script>"),
    "pdf and zip": ("x.pdf", "application/pdf", b"%PDF-1.7\n" + _zip(a=b"x")),
    "program": ("x.exe", "application/octet-stream", b"MZ" + bytes(200)),
    "shell": ("x.sh", "text/x-sh", b"#!/bin/sh\nrm -rf /\n"),
    "zip bomb": ("x.zip", "application/zip", _zip(a=bytes(50_000_000))),
    "zip that climbs": ("x.zip", "application/zip", _zip(**{"..__..__etc__passwd": b"x"})),
    "gzip bomb": ("x.gz", "application/gzip", gzip.compress(bytes(50_000_000))),
    "xlsx with a formula": ("x.xlsx", "application/vnd.ms-excel", _xlsx(b"<f>cmd|'/c calc'!A0</f>")),
    "xlsx bomb": ("x.xlsx", "application/vnd.ms-excel", _xlsx(b"<row/>" * 5_000_000)),
    "xlsx that reads a file": ("x.xlsx", "application/vnd.ms-excel", _xlsx(_READS)),
    "xlsx with macros": ("x.xlsm", "application/vnd.ms-excel", _zip(xl__vbaProject=b"\xd0\xcf\x11\xe0")),
    "old excel": ("x.xls", "application/vnd.ms-excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
    "csv with formulas": ("x.csv", "text/csv", b"a,b\n=1+1,@SUM(1)\n+1,-1\n"),
    "csv with a NUL": ("x.csv", "text/csv", b"a,\0b\n\"\n"),
    "csv of one line": ("x.csv", "text/csv", b"," * 1_000_000),
    "csv in UTF-16": ("x.csv", "text/csv", "a,b\n".encode("utf-16")),
    "csv that is not UTF-8": ("x.csv", "text/csv", b"\xff\xfe\xc0\xaf,\n"),
    "json so deep": ("x.json", "application/json", b"[" * 200_000),
    "json with numbers that are none": ("x.json", "application/json", b"[NaN, 1e999, -Infinity]"),
    "json with one name twice": ("x.json", "application/json", b'{"id": 1, "id": {"id": 2}}'),
    "xml that laughs": ("x.xlf", "application/xliff+xml", _LAUGHS),
    "xml that reads a file": ("x.xlf", "application/xliff+xml", _READS),
    "xml that is not finished": ("x.xlf", "application/xliff+xml", b"<xliff><file>"),
    "xml so deep": ("x.xlf", "application/xliff+xml", b"<a>" * 100_000),
    "xml in UTF-16": ("x.xlf", "application/xliff+xml", "<?xml version='1.0' encoding='UTF-16'?><a/>".encode("utf-16")),
    "xml in EBCDIC": ("x.xlf", "application/xliff+xml", b"<?xml version='1.0' encoding='cp037'?><a/>"),
    "xml with another stylesheet": ("x.xlf", "text/xml", b"<?xml-stylesheet href='x.xsl'?><xliff/>"),
    "translations of nothing": ("x.xlf", "application/xliff+xml", (_EMPTY_XLIFF % ("nothing", "")).encode()),
    "translation with an id that is none": (
        "x.xlf", "application/xliff+xml",
        (_EMPTY_XLIFF % ("x", "<trans-unit id='\u0664'><source/><target>x</target></trans-unit>")).encode(),
    ),
    "sound that is none": ("x.webm", "audio/webm", b"\x1aE\xdf\xa3" + bytes(64)),
    "sound of another kind": ("x.ogg", "audio/ogg", b"OggS" + b"\xff" * 5000),
    "sound that says it is mp4": ("x.mp4", "audio/mp4", b"\0\0\0\x20ftypM4A " + b"\xff" * 64),
    "name that climbs": ("../../../etc/passwd", "image/png", PNG),
    "name with markup": (f"<{TAG} onload=1>.png", "image/png", PNG),
    "name of a thousand letters": ("x" * 1000 + ".png", "image/png", PNG),
    "name with a NUL": ("x\0.png", "image/png", PNG),
    "kind that is none": ("x.png", "///;;charset=\0", PNG),
    "as large as it may be": ("x.pdf", "application/pdf", b"%PDF-" + bytes(1_899_000)),
    "larger than it may be": ("x.pdf", "application/pdf", b"%PDF-" + bytes(3_000_000)),
}  # fmt: skip
BOUNDARY = "hostile-boundary"


def multipart(fields: dict[str, str], field: str, named: tuple[str, str, bytes]) -> bytes:
    """A form with a file in it, byte by byte: names and kinds that no honest client writes."""
    name, kind, content = named
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
    return b"".join([*parts, head.encode(), f"Content-Type: {kind}\r\n\r\n".encode(), content, b"\r\n"]) + (
        f"--{BOUNDARY}--\r\n".encode()
    )
