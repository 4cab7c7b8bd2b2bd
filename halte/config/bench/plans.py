"""What the door asks of the database: every query of a scan, with SQLite's own plan for it. A program of its own."""

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from halte.config.bench.fill import TOLD, card_secrets
from halte.config.folder import DEMO_KEY, DataFolder

GROW = re.compile(
    r"\b(journal_(line|subject|retry)|visits_(visit|numbered|ticket|letter|doorcount|servicecount)|guests_\w+"
    r"|nights_(stay|want|placeproposal)|goods_(given|movement)|advice_appointment\w*|reports_daytally)\b"
)


def main() -> int:
    """Look at one folder."""
    path = Path(sys.argv[1])
    told = json.loads((path / TOLD).read_text())
    DataFolder(path, path / DEMO_KEY).open()
    json.dump(doors(told), sys.stdout)
    return 0


def doors(told: dict[str, Any]) -> dict[str, Any]:
    """Each door with its queries, their plans and how many of them read a growing table from end to end."""
    from django.db import connection
    from django.test import Client

    from halte.accounts.models import Staff
    from halte.config.sizes import measure_tables

    measure_tables()
    connection.close()
    cards = card_secrets(told["guests"], told["seed"])[-20:]
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(
        Staff.objects.get(sign_in_name="amina"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    _by_api(browser, told["token"], cards[0])
    _by_desk(browser, cards[1])
    return {
        "api": _watched(lambda: _by_api(browser, told["token"], cards[2])),
        "desk": _watched(lambda: _by_desk(browser, cards[3])),
        "panel": _watched(lambda: browser.get(_by_desk(browser, cards[4]).headers["HX-Push-Url"])),
    }


def _by_api(browser: Any, token: str, card: str) -> Any:
    answer = browser.post(
        "/api/v1/visits",
        json.dumps({"code": card}),
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}", "Idempotency-Key": _uuid()},
    )
    assert answer.status_code == 201, answer.content[:200]
    return answer


def _by_desk(browser: Any, card: str) -> Any:
    answer = browser.post("/desk/scan/", {"code": card, "key": _uuid()}, headers={"HX-Request": "true"})
    assert answer.status_code == 200, answer.content[:200]
    return answer


def _uuid() -> str:
    from uuid import uuid4

    return str(uuid4())


def _watched(ask: Any) -> dict[str, Any]:
    from django.db import connection

    seen: list[tuple[str, Any, float]] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            seen.append((sql, params, (time.perf_counter() - began) * 1000))

    with connection.execute_wrapper(watch):
        began = time.perf_counter()
        ask()
        whole = (time.perf_counter() - began) * 1000
    queries = [_explained(*query) for query in seen]
    return {
        "queries": len(queries),
        "ms": round(whole, 2),
        "ms_in_database": round(sum(query["ms"] for query in queries), 2),
        "full_scans": [query for query in queries if query["full_scan"]],
        "all": queries,
    }


def _explained(sql: str, params: Any, milliseconds: float) -> dict[str, Any]:
    from django.db import connection

    plan: list[str] = []
    if sql.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE", "INSERT", "WITH")):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
            plan = [row[3] for row in cursor.fetchall()]
    scans = [step for step in plan if _reads_it_all(step, sql) and _grows(step, sql)]
    return {"sql": sql, "ms": round(milliseconds, 3), "plan": plan, "full_scan": bool(scans)}


def _reads_it_all(step: str, sql: str) -> bool:
    """Whether a step reads a table from end to end, or everything of the site, and nothing stops it early."""
    stops_early = re.search(r"LIMIT \d+$", sql) and " AND " not in sql
    whole_site = re.search(r"\((site|site_id)=\?\)$", step) and not stops_early
    return step.startswith("SCAN") or bool(whole_site)


def _grows(step: str, sql: str) -> bool:
    """Whether a step that reads from end to end reads a growing table, also when the query gave it another name."""
    name = step.split()[1]
    named = re.search(rf'"?(\w+)"? (?:AS )?"?{re.escape(name)}"?\b', sql)
    partial = "USING INDEX" in step and any(short in step for short in ("inside", "waiting"))
    return not partial and bool(GROW.search(name) or (named and GROW.search(named.group(1))))


if __name__ == "__main__":
    sys.exit(main())
