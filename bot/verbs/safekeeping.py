"""The verbs that look after the database: backup, restore, migrate."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.config import Config
from bot.lock import Lock
from bot.verbs.flags import Flags, fail, settings, with_settings
from storage import migrate as steps
from storage.database import database_url, is_sqlite

Target = Annotated[Path, typer.Argument(help="A file that is not there yet.")]
Source = Annotated[Path, typer.Argument(help="A file that `backup` has written.")]


@with_settings
def backup(file: Target, flags: Flags) -> int:
    """Copy the database to a file. Works while the program runs."""
    database = _sqlite_file(settings(flags), "pg_dump --format=custom --file=FILE")
    if file.exists():
        fail(f"{file} is there already: give another name, or move it away.")
    if not database.exists():
        fail(f"{database}: there is no database yet. Check DUYEN_DATABASE_URL.")
    try:
        _copy(database, file)
    except (OSError, sqlite3.Error) as error:
        file.unlink(missing_ok=True)
        why = error.strerror if isinstance(error, OSError) else error
        cure = "check both folders, the rights on them and the free disk space"
        fail(f"{database} could not be copied to {file} ({why}): {cure}.")
    typer.echo(f"✓ {file}  {file.stat().st_size:,} bytes, checked")
    return 0


@with_settings
def restore(file: Source, flags: Flags) -> int:
    """Put a backup in the database's place. The present one is kept beside it."""
    database = _sqlite_file(settings(flags), "pg_restore --clean --dbname=NAME FILE")
    _check(file)
    lock = Lock(database)
    lock.take()
    try:
        fresh = database.with_name(f"{database.name}.restoring")
        fresh.unlink(missing_ok=True)
        _copy(file, fresh)
        kept = _set_aside(database)
        fresh.replace(database)
    finally:
        lock.release()
    typer.echo(f"✓ {database} is now what {file} was")
    if kept:
        typer.echo(f"  the one before: {kept}")
    return 0


@with_settings
def migrate(flags: Flags) -> int:
    """Bring the database to the newest form; a SQLite file is copied first."""
    config = settings(flags)
    url = database_url(config.database_url)
    lock = Lock(Path(url.database)) if is_sqlite(url) and url.database else None
    if lock is not None:
        lock.take()
    try:
        copy = steps.migrate(config.database_url, datetime.now(UTC))
    finally:
        if lock is not None:
            lock.release()
    typer.echo(f"✓ database at {steps.newest()}" + (f", the one before: {copy}" if copy else ""))
    return 0


def _sqlite_file(config: Config, instead: str) -> Path:
    url = database_url(config.database_url)
    if not is_sqlite(url) or url.database is None:
        fail(f"The database is PostgreSQL, which has its own tools: {instead}")
    return Path(url.database)


def _copy(source: Path, target: Path) -> None:
    """SQLite's own copy: whole and of one moment, however much is written meanwhile."""
    # Nobody else may read it, not even while it grows.
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(_read_only(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        # One file without a log beside it: it can be carried away as it is.
        new.execute("PRAGMA journal_mode=DELETE")
        found = new.execute("PRAGMA quick_check").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(f"the copy is damaged: {found}")


def _read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _check(file: Path) -> None:
    """A backup that is whole, ours, and not of a later version."""
    if not file.is_file():
        fail(f"{file}: there is no such file.")
    try:
        with closing(_read_only(file)) as backup_:
            found = backup_.execute("PRAGMA quick_check").fetchone()[0]
            revision = backup_.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    except sqlite3.Error as error:
        fail(f"{file} is no backup of ours ({error}).")
    if found != "ok":
        fail(f"{file} is damaged ({found}): take another backup.")
    if revision > steps.newest():
        fail(f"{file} comes from a later version of the program ({revision}): update first.")


def _set_aside(database: Path) -> Path | None:
    """Move the database away with its log, unread: it may be the damage one wants to undo."""
    if not database.exists():
        return None
    kept = database.with_name(f"{database.stem}-before-{datetime.now(UTC):%Y%m%d-%H%M%S}.db")
    for ending in ("-wal", "-shm", ""):
        part = database.with_name(database.name + ending)
        if part.exists():
            part.replace(kept.with_name(kept.name + ending))
    return kept
