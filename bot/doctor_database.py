"""What the doctor sees of the database, without touching it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DatabaseError as SqlError

from bot.config import Config
from bot.doctor import Finding, Mark
from storage.database import SAFE_SQLITE, database_url, is_sqlite
from storage.migrate import newest, revision
from storage.outbox import DEAD, DUE, UNKNOWN
from storage.store import Work
from storage.team import Role


def database(config: Config) -> Iterator[Finding]:
    url = database_url(config.database_url)
    if not is_sqlite(url):
        yield from _look(create_engine(url, hide_parameters=True), "PostgreSQL")
        return
    yield _sqlite_version()
    file = Path(url.database or "")
    if not file.exists():
        yield Finding(
            "database", Mark.SKIPPED, f"{file} is not there yet; the first start makes it"
        )
        yield Finding("team", Mark.SKIPPED, "nobody yet; the first start prints the owner's link")
        return
    read_only = f"{file.absolute().as_uri()}?mode=ro"
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(read_only, uri=True))
    yield from _look(engine, str(file))


def _sqlite_version() -> Finding:
    if sqlite3.sqlite_version_info < SAFE_SQLITE:
        safe = ".".join(map(str, SAFE_SQLITE))
        cure = f"Nothing to do: we write over one connection. A Python with {safe} ends the doubt."
        detail = f"{sqlite3.sqlite_version}, before {safe} a log reset by two could do harm"
        return Finding("sqlite", Mark.WARNING, detail, cure)
    return Finding("sqlite", Mark.GOOD, sqlite3.sqlite_version)


def _look(engine: Engine, place: str) -> Iterator[Finding]:
    try:
        with engine.connect() as connection:
            yield from _form(connection, place)
    except SqlError as error:
        reason = str(error.orig).strip().splitlines()[0]
        cure = (
            "Check DUYEN_DATABASE_URL and the rights; a damaged file: python3 run.py restore FILE"
        )
        yield Finding("database", Mark.BAD, f"{place}: {reason}", cure)
    finally:
        engine.dispose()


def _form(connection: Connection, place: str) -> Iterator[Finding]:
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA quick_check").scalar()
        journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
        if found != "ok":
            cure = "Stop the program, then: python3 run.py restore FILE, with the last good backup."
            yield Finding("database", Mark.BAD, f"{place} is damaged: {found}", cure)
            return
        place = f"{place}, whole, journal {journal}"
    here, wanted = revision(connection), newest()
    if here is None:
        yield Finding("database", Mark.SKIPPED, f"{place}, empty; the first start fills it")
    elif here > wanted:
        cure = "Update the program; an older one cannot read a newer database."
        yield Finding("database", Mark.BAD, f"{place}, revision {here} is newer than ours", cure)
    elif here < wanted:
        cure = "Nothing to do: the next start brings it to ours, after a copy."
        yield Finding("database", Mark.WARNING, f"{place}, revision {here} of {wanted}", cure)
    else:
        yield Finding("database", Mark.GOOD, f"{place}, revision {here}")
        work = Work(connection)
        yield _team(work)
        yield _messages(work)


def _team(work: Work) -> Finding:
    """Whom a hot lead wakes."""
    if not work.team.active():
        cure = "python3 run.py invite --role owner; whoever sends what it prints to the bot joins."
        return Finding("team", Mark.WARNING, "nobody has joined: a hot lead wakes nobody", cure)
    within_reach = {account.member.id: account.member for account in work.team.accounts(*Role)}
    if not within_reach:
        cure = "Let them write to the bot again, or join anew: python3 run.py invite --role rep"
        return Finding("team", Mark.WARNING, "none of it can be reached", cure)
    counts = Counter(member.role for member in within_reach.values())
    detail = ", ".join(f"{counts[role]} {role}{'s' * (counts[role] > 1)}" for role in counts)
    return Finding("team", Mark.GOOD, detail)


def _messages(work: Work) -> Finding:
    """What could not be read in or sent out."""
    counts, set_aside = work.outbox.backlog().counts, work.inbox.dead()
    dead, in_doubt = counts.get(DEAD, 0), counts.get(UNKNOWN, 0)
    detail = (
        f"{counts.get(DUE, 0)} wait to be sent, {dead} given up, {in_doubt} in doubt; "
        f"{set_aside} incoming set aside"
    )
    if dead or in_doubt or set_aside:
        cure = "The log says which and why; write to these prospects by hand."
        return Finding("messages", Mark.WARNING, detail, cure)
    return Finding("messages", Mark.GOOD, detail)
