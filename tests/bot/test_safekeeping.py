"""Tests of the verbs that touch the database: migrate, invite, backup, restore."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from bot.control import FILE, Control
from bot.lock import Lock
from tests.bot.typed import Typed


@pytest.fixture
def typed(tmp_path: Path, blank_sqlite: Path) -> Typed:
    """A folder with a fresh database."""
    (tmp_path / "data").mkdir()
    shutil.copy(blank_sqlite, tmp_path / "data" / "duyen.db")
    return Typed(tmp_path)


def database(typed: Typed) -> Path:
    return typed.folder / "data" / "duyen.db"


def remember(file: Path, word: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO setting VALUES ('word', ?)", (word,))


def recall(file: Path) -> str | None:
    with closing(sqlite3.connect(file)) as connection:
        row = connection.execute("SELECT value FROM setting WHERE name = 'word'").fetchone()
        return None if row is None else str(row[0])


# --- migrate, invite ---------------------------------------------------------------------


def test_migrate_makes_a_database_and_can_be_said_again(tmp_path: Path) -> None:
    typed = Typed(tmp_path)

    first, again = typed.fresh("migrate"), typed("migrate")

    for done in (first, again):
        assert done.returncode == 0
        assert re.fullmatch(r"✓ database at \d{4}\n", done.stdout)
    assert database(typed).exists()


def test_an_invitation_is_a_command_on_a_line_and_only_its_hash_is_kept(typed: Typed) -> None:
    done = typed.fresh("invite", "--role", "rep", "--name", "Minh")

    found = re.fullmatch(r"/join ([0-9a-f]{32})\n", done.stdout)
    assert found is not None
    assert done.returncode == 0
    with closing(sqlite3.connect(database(typed))) as connection:
        rows = connection.execute("SELECT code_hash, role, name FROM invite").fetchall()
    assert [row[1:] for row in rows] == [("rep", "Minh")]
    assert rows[0][0] != found[1]


def test_a_door_left_behind_by_a_killed_process_is_no_obstacle(typed: Typed) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    Control(typed.folder / "data", "secret").announce(f"http://127.0.0.1:{port}")
    assert (typed.folder / "data" / FILE).exists()

    done = typed("invite", "--role", "manager")

    assert done.returncode == 0
    assert done.stdout.startswith("/join ")


def test_a_database_in_other_hands_is_left_alone(typed: Typed) -> None:
    lock = Lock(database(typed))
    lock.take()
    try:
        invited = typed("invite", "--role", "rep")
        migrated = typed("migrate")
    finally:
        lock.release()

    for done in (invited, migrated):
        assert done.returncode == 1
        assert done.stdout == ""
        assert "another copy is running" in done.stderr
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("sqlite:////proc/nowhere/duyen.db", "No such file or directory"),
        ("sqlite:///notes.txt", "file is not a database"),
        ("postgresql://duyen:hunter22@127.0.0.1:9/duyen", "The database cannot be used"),
    ],
)
def test_an_unusable_database_is_one_line_without_its_password(
    tmp_path: Path, url: str, words: str
) -> None:
    (tmp_path / "notes.txt").write_text("milk, eggs, and more than sixteen letters")

    done = Typed(tmp_path, {"DUYEN_DATABASE_URL": url})("migrate")

    assert done.returncode == 1
    assert words in done.stderr
    assert "Check DUYEN_DATABASE_URL" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "hunter22" not in done.stderr


# --- backup, restore ---------------------------------------------------------------------


def test_a_backup_is_taken_while_the_program_writes(typed: Typed) -> None:
    remember(database(typed), "before")
    lock = Lock(database(typed))
    lock.take()
    try:
        with closing(sqlite3.connect(database(typed), isolation_level=None)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("UPDATE setting SET value = 'half done'")
            done = typed("backup", "copy.db")
            writer.execute("ROLLBACK")
    finally:
        lock.release()

    copy = typed.folder / "copy.db"
    assert done.returncode == 0, done.stderr
    assert recall(copy) == "before"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600 or os.name != "posix"
    assert not list(typed.folder.glob("copy.db-*"))


def test_a_backup_overwrites_nothing(typed: Typed) -> None:
    (typed.folder / "copy.db").write_text("precious")

    done = typed("backup", "copy.db")

    assert done.returncode == 1
    assert "is there already" in done.stderr
    assert (typed.folder / "copy.db").read_text() == "precious"


def test_restore_puts_the_backup_back_and_keeps_what_was(typed: Typed) -> None:
    remember(database(typed), "old")
    assert typed("backup", "copy.db").returncode == 0
    with closing(sqlite3.connect(database(typed))) as connection, connection:
        connection.execute("UPDATE setting SET value = 'new'")

    done = typed("restore", "copy.db")

    assert done.returncode == 0, done.stderr
    assert recall(database(typed)) == "old"
    (kept,) = (typed.folder / "data").glob("duyen-before-*.db")
    assert str(Path("data") / kept.name) in done.stdout
    assert recall(kept) == "new"


def test_restore_goes_over_a_damaged_database(typed: Typed) -> None:
    shutil.copy(database(typed), typed.folder / "copy.db")
    database(typed).write_bytes(b"rubbish" * 1000)

    done = typed("restore", "copy.db")

    assert done.returncode == 0, done.stderr
    assert recall(database(typed)) is None


def test_restore_waits_until_the_program_is_stopped(typed: Typed) -> None:
    shutil.copy(database(typed), typed.folder / "copy.db")
    lock = Lock(database(typed))
    lock.take()
    try:
        done = typed("restore", "copy.db")
    finally:
        lock.release()

    assert done.returncode == 1
    assert "another copy is running" in done.stderr
    assert not list((typed.folder / "data").glob("*before*"))


def test_what_is_no_backup_of_ours_is_refused(typed: Typed) -> None:
    (typed.folder / "notes.txt").write_text("milk, eggs, and more than sixteen letters")
    sqlite3.connect(typed.folder / "other.db").close()
    remember(database(typed), "safe")

    for name, words in (
        ("notes.txt", "is no backup of ours"),
        ("other.db", "is no backup of ours"),
        ("nowhere.db", "there is no such file"),
    ):
        done = typed("restore", name)
        assert done.returncode == 1
        assert words in done.stderr
    assert recall(database(typed)) == "safe"


def test_postgresql_has_its_own_tools(tmp_path: Path) -> None:
    typed = Typed(tmp_path, {"DUYEN_DATABASE_URL": "postgresql://duyen:hunter22@db/duyen"})

    done = typed("backup", "copy.db")

    assert done.returncode == 1
    assert "pg_dump" in done.stderr
