"""Every version that was released is kept as a small database, and its data goes forward to this one whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from halte import __version__
from halte.common import keys
from tests import kept
from tests.config.conftest import plain_environment
from tools import kept as keeping

HOUSE = Path(__file__).parents[2]
SETTINGS = """
from halte.config.settings import *
INSTALLED_APPS = [*INSTALLED_APPS, "tomorrow"]
"""
MIGRATION = """
from django.db import migrations, models

class Migration(migrations.Migration):
    initial = True
    dependencies = [("sites", "0001_initial"), ("goods", "0001_initial")]
    operations = [
        migrations.CreateModel("Plan", [("id", models.AutoField(primary_key=True))]),
        migrations.RunSQL({sql!r}),
    ]
"""


@pytest.fixture
def upgraded(tmp_path):
    """A kept version, upgraded as people do by a Halte that has one migration more than this one."""

    def upgrade(version, sql):
        data = tmp_path / "data"
        data.mkdir()
        keys.write(tmp_path / "key", kept.KEY)
        version.load(data / "halte.db")
        migrations = tmp_path / "tomorrow" / "migrations"
        migrations.mkdir(parents=True)
        for folder in (migrations, migrations.parent):
            (folder / "__init__.py").touch()
        (migrations / "0001_initial.py").write_text(MIGRATION.format(sql=sql))
        (tmp_path / "settings_of_tomorrow.py").write_text(SETTINGS)
        done = subprocess.run(
            [sys.executable, "-m", "halte.config.cli", "upgrade", "--data", data, "--key", tmp_path / "key"],
            capture_output=True,
            text=True,
            timeout=300,
            env=plain_environment(
                PYTHONPATH=f"{HOUSE}:{tmp_path}", DJANGO_SETTINGS_MODULE="settings_of_tomorrow", HOME=str(tmp_path)
            ),
        )
        assert done.returncode == 0, done.stdout + done.stderr
        (backup,) = data.glob("before-*.backup")
        return data / "halte.db", backup

    return upgrade


@pytest.mark.parametrize("version", kept.versions(), ids=lambda version: version.version)
def test_a_kept_version_goes_forward_after_a_backup_and_every_row_is_found(version, tmp_path, upgraded):
    version.load(tmp_path / "as-it-was.db")
    before = kept.rows(tmp_path / "as-it-was.db")

    database, backup = upgraded(version, "SELECT 1")

    after = kept.rows(database)
    assert list(kept.lost(before, after)) == []
    # The control of what was compared: two houses, a row in nearly every table, a chain of acts.
    assert len(before["sites_site"]) == 2
    assert len(before["journal_line"]) >= 8
    assert sum(map(bool, before.values())) > 0.9 * len(before)
    # It went somewhere, and the way back is what had been.
    assert "tomorrow_plan" in after
    assert kept.rows(backup) == before


def test_an_upgrade_that_loses_something_is_found_unless_it_was_given_up(tmp_path, upgraded, monkeypatch):
    version = kept.versions()[-1]
    version.load(tmp_path / "as-it-was.db")
    before = kept.rows(tmp_path / "as-it-was.db")
    loses = (
        "DELETE FROM paper_packprinted WHERE id = (SELECT min(id) FROM paper_packprinted);"
        "UPDATE sites_site SET town = '' WHERE code = 'calais';"
        "ALTER TABLE goods_kind DROP COLUMN pictogram; DROP TABLE tracing_message;"
    )

    database, _backup = upgraded(version, loses)

    calais = next(key for key, row in before["sites_site"].items() if row["code"] == "calais")[0]
    kinds = [f"goods_kind {key}: pictogram" for (key,) in before["goods_kind"]]
    first = min(key for (key,) in before["paper_packprinted"])
    after = kept.rows(database)
    gone = {f"paper_packprinted {first}: the row", f"sites_site {calais}: town", "tracing_message: the table", *kinds}
    assert set(kept.lost(before, after)) == gone
    monkeypatch.setattr(kept, "GIVEN_UP", {("goods_kind", "pictogram"): "drawn anew", ("tracing_message", ""): "moved"})
    assert set(kept.lost(before, after)) == gone - {"tracing_message: the table", *kinds}


def test_a_version_without_its_file_or_with_a_late_one_is_not_in_step(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    this, in_work, out = kept.Kept("1.2.0"), "## 1.2.0, not yet released\n", "## 1.2.0, 2027-01-01\n"

    assert keeping.is_late(this, in_work)
    this.path.write_text("-- Migrations: 0\n")
    assert keeping.is_late(this, in_work)
    this.path.write_text(f"-- Migrations: {keeping.digest()}\n")
    assert not keeping.is_late(this, in_work)
    # What is released is never written anew, whatever became of the migrations.
    this.path.write_text("-- Migrations: 0\n")
    assert not keeping.is_late(this, out)
    assert not keeping.is_released("1.2", in_work)


def test_this_version_is_kept():
    assert kept.Kept(__version__) in kept.versions()
