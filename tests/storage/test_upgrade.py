"""An upgrade of a database in use: copied first, changed whole or not at all."""

from __future__ import annotations

import re
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import storage
from storage.address import DatabaseError
from storage.migrate import migrate, newest
from storage.store import open_store
from tests.fakes import MORNING

STEPS = Path(storage.__file__).with_name("migrations")
_STEP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9001", "{before}"
branch_labels = depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("setting") as table:
        table.add_column(sa.Column("colour", sa.String(16), nullable=True))
    op.execute("UPDATE setting SET colour = 'red'")
    {last}
"""


@pytest.fixture
def database(sqlite_url: str, tmp_path: Path) -> Iterator[Path]:
    """A database of today's form with one setting, which a killed process left in the log."""
    file = tmp_path / "duyen.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as killed:
        killed.execute("PRAGMA journal_mode=WAL")
        killed.execute("INSERT INTO setting VALUES ('word', 'before')")
        assert file.with_name("duyen.db-wal").stat().st_size > 0
        yield file


def steps_with(folder: Path, last: str = "") -> Path:
    """Our own steps, and one of a later version."""
    steps = folder / "migrations"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    step = _STEP.format(before=newest(), last=last)
    (steps / "versions" / "9001_colours.py").write_text(step)
    return steps


def settings_in(file: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return connection.execute("SELECT * FROM setting").fetchall()


def revision_of(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_the_old_file_is_copied_whole_before_the_first_step(database: Path, tmp_path: Path) -> None:
    before = newest()

    copied = migrate(f"sqlite:///{database}", MORNING, steps_with(tmp_path))

    assert revision_of(database) == "9001"
    assert settings_in(database) == [("word", "before", "red")]
    assert copied == str(tmp_path / f"duyen-{before}-20260310-020000.db")
    copy = Path(copied)
    assert revision_of(copy) == before
    assert settings_in(copy) == [("word", "before")]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sorted(one.name for one in tmp_path.glob(f"{copy.name}*")) == [copy.name]


async def test_the_copy_is_a_database_to_go_back_to(database: Path, tmp_path: Path) -> None:
    copied = migrate(f"sqlite:///{database}", MORNING, steps_with(tmp_path))

    assert migrate(f"sqlite:///{copied}", MORNING) is None
    store = open_store(f"sqlite:///{copied}")
    assert await store.read(lambda work: work.settings.get("word")) == "before"
    await store.close()


def test_a_step_that_fails_in_the_middle_changes_nothing(database: Path, tmp_path: Path) -> None:
    before = newest()
    steps = steps_with(tmp_path, last='op.execute("UPDATE nowhere SET a = 1")')

    with pytest.raises(Exception, match="no such table: nowhere"):
        migrate(f"sqlite:///{database}", MORNING, steps)

    assert revision_of(database) == before
    assert settings_in(database) == [("word", "before")]
    assert migrate(f"sqlite:///{database}", MORNING) is None


def test_a_database_of_a_later_version_is_left_alone_and_told(
    database: Path, tmp_path: Path
) -> None:
    migrate(f"sqlite:///{database}", MORNING, steps_with(tmp_path))
    files = sorted(one.name for one in tmp_path.iterdir())

    with pytest.raises(DatabaseError, match=re.escape("later version of the program (9001,")):
        migrate(f"sqlite:///{database}", MORNING)

    assert settings_in(database) == [("word", "before", "red")]
    assert sorted(one.name for one in tmp_path.iterdir()) == files
