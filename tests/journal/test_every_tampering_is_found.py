"""Whatever raw SQL changes in the register is found, given heads that were kept elsewhere (docs/decisions/0002)."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction

from halte import journal
from halte.common.retry import RetryKey
from halte.journal import canonical
from halte.journal.checking import KeptHead, breaks, heads
from halte.journal.models import Line

TAMPERINGS = 1000
ROUNDS_OF_A_HEAD = 10


@dataclass(frozen=True)
class Written:
    """One stored line, as raw SQL sees it."""

    id: object
    site: object
    epoch: int
    seq: int
    body: bytes
    hash: bytes


@pytest.fixture
def register(greeter, elsewhere, now) -> list[KeptHead]:
    """Two chains of thirty lines, and the heads that were printed while they grew."""
    kept: list[KeptHead] = []
    for number in range(30):
        for actor in (greeter, elsewhere):
            with journal.act(
                actor=actor, at=now + timedelta(minutes=number), key=RetryKey.new(), kind="tests.acted"
            ) as act:
                act.about(number=number)
        if number % ROUNDS_OF_A_HEAD == ROUNDS_OF_A_HEAD - 1:
            kept += heads()
    assert list(breaks(kept)) == []
    return kept


def sql(statement: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def stored(site: object) -> list[Written]:
    rows = sql("SELECT id, site, epoch, seq, body, hash FROM journal_line WHERE site = %s ORDER BY epoch, seq", site)
    return [Written(*row[:4], bytes(row[4]), bytes(row[5])) for row in rows]


def any_line(chance: random.Random) -> Written:
    site = chance.choice(sql("SELECT DISTINCT site FROM journal_line ORDER BY site"))[0]
    return chance.choice(stored(site))


def edit_a_column(chance: random.Random) -> str:
    line = any_line(chance)
    column, value = chance.choice(
        [
            ("at", "2020-01-01 00:00:00+00:00"),
            ("recorded_at", "2020-01-01 00:00:00+00:00"),
            ("kind", "tests.forged"),
            ("actor", uuid4().hex),
            ("undoes", uuid4().hex),
            ("site", uuid4().hex),
            ("epoch", 7),
            ("seq", 1_000_000 + chance.randrange(1000)),
            ("hash", chance.randbytes(32)),
            ("id", uuid4().hex),
        ]
    )
    sql(f'UPDATE journal_line SET "{column}" = %s WHERE id = %s', value, line.id)
    return f"edit {column}"


def edit_the_bytes(chance: random.Random) -> str:
    line = any_line(chance)
    body = bytearray(line.body)
    body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
    sql("UPDATE journal_line SET body = %s WHERE id = %s", bytes(body), line.id)
    return "flip a bit"


def edit_and_hash_again(chance: random.Random) -> str:
    """The line fits its hash again, but the next line does not follow it, or the head does not name it."""
    line = any_line(chance)
    body = canonical.body(json.loads(line.body) | {"data": {"number": 999}})
    sql("UPDATE journal_line SET body = %s, hash = %s WHERE id = %s", body, canonical.digest(body), line.id)
    return "edit one line with its hash"


def delete_one(chance: random.Random) -> str:
    sql("DELETE FROM journal_line WHERE id = %s", any_line(chance).id)
    return "delete"


def exchange_two(chance: random.Random) -> str:
    one = any_line(chance)
    two = chance.choice([line for line in stored(one.site) if line.id != one.id])
    sql("UPDATE journal_line SET seq = 5000000 WHERE id = %s", one.id)
    sql("UPDATE journal_line SET seq = %s WHERE id = %s", one.seq, two.id)
    sql("UPDATE journal_line SET seq = %s WHERE id = %s", two.seq, one.id)
    return "exchange"


def insert_one(chance: random.Random) -> str:
    """A forged act at the end, well made, with or without its head."""
    site = any_line(chance).site
    last = stored(site)[-1]
    forged = json.loads(last.body) | {"seq": last.seq + 1, "previous": last.hash.hex(), "id": uuid4().hex}
    with_head = chance.random() < 0.5
    if with_head:
        # Well made and with its head it is an ordinary act, so the forger must also write over a line that was kept.
        forged = json.loads(last.body) | {"data": {"number": 999}}
        sql("DELETE FROM journal_line WHERE id = %s", last.id)
    write(forged)
    if with_head:
        point_head_at(site)
    return f"insert{' with head' if with_head else ''}"


def cut_the_tail(chance: random.Random) -> str:
    line = any_line(chance)
    sql("DELETE FROM journal_line WHERE site = %s AND seq >= %s", line.site, line.seq)
    with_head = chance.random() < 0.5
    if with_head:
        point_head_at(line.site)
    return f"cut from {line.seq}{' with head' if with_head else ''}"


def write_everything_anew(chance: random.Random) -> str:
    """One act is changed, and every line after it is hashed again, with the head: whole in itself."""
    line = any_line(chance)
    chain = stored(line.site)
    previous = chain[line.seq - 2].hash if line.seq > 1 else bytes(32)
    for later in chain[line.seq - 1 :]:
        said = json.loads(later.body) | {"previous": previous.hex()}
        if later.seq == line.seq:
            said["data"] = {"number": 999}
        body = canonical.body(said)
        previous = canonical.digest(body)
        sql("UPDATE journal_line SET body = %s, hash = %s WHERE id = %s", body, previous, later.id)
    point_head_at(line.site)
    assert not list(breaks()), "the forgery must be whole in itself, or the test proves nothing"
    return f"write anew from {line.seq}"


def move_the_head(chance: random.Random) -> str:
    line = any_line(chance)
    column, value = chance.choice([("seq", 12345), ("epoch", 9), ("hash", chance.randbytes(32))])
    sql(f"UPDATE journal_head SET {column} = %s WHERE site = %s", value, line.site)
    return f"move the head's {column}"


def remove_a_chain(chance: random.Random) -> str:
    line = any_line(chance)
    sql("DELETE FROM journal_line WHERE site = %s", line.site)
    sql("DELETE FROM journal_head WHERE site = %s", line.site)
    return "remove a chain"


def write(said: dict) -> None:
    body = canonical.body(said)
    stored_ids = Line(id=said["id"], site=said["site"], actor=said["actor"])
    as_stored = [
        Line._meta.get_field(name).get_db_prep_save(getattr(stored_ids, name), connection)
        for name in ("id", "site", "actor")
    ]
    sql(
        "INSERT INTO journal_line (id, site, actor, epoch, seq, at, recorded_at, kind, undoes, body, hash) "
        "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, NULL, %s, %s)",
        *as_stored,
        said["epoch"],
        said["seq"],
        said["at"].replace("T", " "),
        said["recorded_at"].replace("T", " "),
        said["kind"],
        body,
        canonical.digest(body),
    )


def point_head_at(site: object) -> None:
    chain = stored(site)
    seq, digest = (chain[-1].seq, chain[-1].hash) if chain else (0, bytes(32))
    sql("UPDATE journal_head SET seq = %s, hash = %s WHERE site = %s", seq, digest, site)


WAYS: list[Callable[[random.Random], str]] = [
    edit_a_column,
    edit_the_bytes,
    edit_and_hash_again,
    delete_one,
    exchange_two,
    insert_one,
    cut_the_tail,
    write_everything_anew,
    move_the_head,
    remove_a_chain,
]


def test_a_thousand_tamperings_are_all_found(register):
    chance = random.Random(20261123)
    undetected = []

    for number in range(TAMPERINGS):
        way = WAYS[number % len(WAYS)]
        point = transaction.savepoint()
        done = way(chance)
        if next(breaks(register), None) is None:
            undetected.append((number, done))
        transaction.savepoint_rollback(point)

    assert undetected == []
    assert list(breaks(register)) == []


def test_without_heads_kept_elsewhere_a_chain_written_anew_looks_whole(register):
    """The control: what finds the forger who writes everything anew is the head kept elsewhere, and nothing else."""
    write_everything_anew(random.Random(1))

    assert list(breaks()) == []
    assert list(breaks(register)) != []


def test_a_break_says_at_which_line_and_how(register, greeter):
    line = stored(sql("SELECT DISTINCT site FROM journal_line ORDER BY site")[0][0])[4]
    sql("UPDATE journal_line SET kind = %s WHERE id = %s", "tests.forged", line.id)

    (found,) = breaks(register)

    assert found.seq == 5
    assert "its kind is not what its bytes say" in str(found)
