"""What reaches SQLite: every statement of connections opened meanwhile, with its values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event


@dataclass(frozen=True, slots=True)
class Ran:
    """A statement that has run."""

    sql: str
    values: Any
    wrote: bool  # it changed or added a row


class _Connection(sqlite3.Connection):
    """SQLAlchemy and the prepared statements both ask it for their cursors."""

    seen: list[Ran]

    def cursor(self, *given: Any) -> sqlite3.Cursor:  # type: ignore[override] # a factory of ours
        return super().cursor(_Cursor)

    def execute(self, sql: str, values: Any = ()) -> sqlite3.Cursor:
        return self.cursor().execute(sql, values)


class _Cursor(sqlite3.Cursor):
    def execute(self, sql: str, values: Any = ()) -> _Cursor:
        super().execute(sql, values)
        connection = self.connection
        assert isinstance(connection, _Connection)
        changed = sql.startswith(("UPDATE", "DELETE")) and self.rowcount > 0
        connection.seen.append(Ran(sql, values, wrote=changed or sql.startswith("INSERT")))
        return self


@contextmanager
def seen() -> Iterator[list[Ran]]:
    """The list fills while statements run."""
    ran: list[Ran] = []

    def connect(dialect: Any, record: Any, given: Any, options: dict[str, Any]) -> None:
        if dialect.driver == "pysqlite":
            options["factory"] = type("Seen", (_Connection,), {"seen": ran})

    event.listen(Engine, "do_connect", connect)
    try:
        yield ran
    finally:
        event.remove(Engine, "do_connect", connect)
