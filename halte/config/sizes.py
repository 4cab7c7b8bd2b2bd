"""How large the tables have grown: SQLite chooses its indexes by that, and does not look by itself."""

from django.db import connection

ROWS_LOOKED_AT = 1000
SMALL = 1000
"""What is known of a table with fewer rows is forgotten: it may have grown before anybody looks again."""


def measure_tables() -> None:
    """Let SQLite look at tables that have grown; connections opened from now on choose their indexes by it.

    Without this, an index on the site (the same in every row) looks as good as one on the guest, and a desk's panel
    reads every guest of the site. PostgreSQL looks by itself.

    Source:
        sqlite.org/lang_analyze.html, "Periodically run PRAGMA optimize", 2026.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
        cursor.fetchall()
        cursor.execute("PRAGMA optimize = 0x10002")
        cursor.fetchall()
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'")
        if cursor.fetchall()[0][0]:
            cursor.execute("DELETE FROM sqlite_stat1 WHERE CAST(stat AS INTEGER) < %s", [SMALL])
