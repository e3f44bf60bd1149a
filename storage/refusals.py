"""Tells a database that takes nothing just now from a unit that is wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError

from storage.address import DatabaseError

# Primary result codes of SQLite that speak of the place, not of the statement.
REFUSALS = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    )
)
# A reader may not write, so there the fault is the statement's.
REFUSALS_OF_A_READER = REFUSALS - {sqlite3.SQLITE_READONLY}
_REFUSED = (
    "The database takes nothing now ({}): see that no other program holds it, that the disk is"
    " not full, and that the place of DUYEN_DATABASE_URL can be written."
)


class NotStoredError(DatabaseError):
    """Nothing was stored, through no fault of the unit: trying it again may help."""


@contextmanager
def refusals_told(codes: frozenset[int]) -> Iterator[None]:
    """Raise NotStoredError where the database is full, held by others, restarting or away."""
    try:
        yield
    except DBAPIError as error:
        if not _is_refusal(error, codes):
            raise
        reason = str(error.orig).partition("\n")[0]
        raise NotStoredError(_REFUSED.format(reason)) from error
    except NoConnectionFreeError as error:
        raise NotStoredError(_REFUSED.format("all connections are busy")) from error


def _is_refusal(error: DBAPIError, codes: frozenset[int]) -> bool:
    """PostgreSQL's driver keeps one class for such faults; SQLite's has statements in it, too."""
    if isinstance(error.orig, sqlite3.Error):
        code: int = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return isinstance(error, OperationalError) and code & 0xFF in codes
    return isinstance(error, OperationalError) or error.connection_invalidated
