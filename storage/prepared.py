"""Statements made once: on the message path SQLAlchemy takes ten times as long as SQLite itself."""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import BindParameter, ClauseElement, Connection, Dialect, Executable
from sqlalchemy.exc import CompileError, DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

_Convert = Callable[[Any], Any]
_Values = Mapping[str, Any]


class Prepared:
    """A statement with named values, for the drawers' hot paths; each drawer keeps its own.

    In a transaction on SQLite it goes to the driver itself, as SQLAlchemy compiled it and with
    SQLAlchemy's own conversions of values and columns: measured, 2 µs a statement against 14.
    On PostgreSQL SQLAlchemy runs it.
    Raises SQLAlchemy's errors on both ways; their texts never show a value.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._compiled: dict[tuple[str, ...], _Compiled] = {}

    def all(self, connection: Connection, /, **values: Any) -> Sequence[Any]:
        """The rows, with the columns' names."""
        driver = _open_driver(connection)
        if driver is None:
            return connection.execute(self._statement, values).all()
        compiled = self._for(tuple(values), connection.dialect)
        return compiled.rows(compiled.run(driver, values))

    def first(self, connection: Connection, /, **values: Any) -> Any:
        """The first row, or None."""
        rows = self.all(connection, **values)
        return rows[0] if rows else None

    def scalar(self, connection: Connection, /, **values: Any) -> Any:
        """The first column of the first row, or None."""
        row = self.first(connection, **values)
        return None if row is None else row[0]

    def change(self, connection: Connection, /, **values: Any) -> int:
        """How many rows it wrote."""
        driver = _open_driver(connection)
        if driver is None:
            return connection.execute(self._statement, values).rowcount
        return self._for(tuple(values), connection.dialect).run(driver, values).rowcount

    def _for(self, names: tuple[str, ...], dialect: Dialect) -> _Compiled:
        """Compiled for these values: an INSERT names the columns that it is given."""
        compiled = self._compiled.get(names)
        if compiled is None:
            compiled = self._compiled[names] = _compiled(self._statement, names, dialect)
        return compiled


def driver_of(connection: Connection) -> sqlite3.Connection:
    """What the driver has under a connection to SQLite."""
    driver: sqlite3.Connection | None = connection.connection.driver_connection
    if driver is None:
        raise LookupError("the connection is closed")
    return driver


def _open_driver(connection: Connection) -> sqlite3.Connection | None:
    """The driver where a transaction is open on SQLite; None for SQLAlchemy's way."""
    if connection.dialect.driver != "pysqlite" or not connection.in_transaction():
        return None
    return driver_of(connection)


@dataclass(frozen=True, slots=True)
class _Compiled:
    """What SQLAlchemy made of a statement for SQLite, and of its values and columns."""

    sql: str
    given: tuple[tuple[str, _Convert | None, Any], ...]  # name, conversion; or "", None, a constant
    columns: tuple[tuple[int, _Convert], ...]  # those that the driver gives in another form
    row: Callable[[Sequence[Any]], Any]

    def run(self, driver: sqlite3.Connection, values: _Values) -> sqlite3.Cursor:
        try:
            return driver.execute(self.sql, self._arguments(values))
        except Exception as error:
            raise DBAPIError.instance(
                self.sql, None, error, sqlite3.Error, hide_parameters=True
            ) from error

    def _arguments(self, values: _Values) -> list[Any]:
        return [
            constant if not name else values[name] if convert is None else convert(values[name])
            for name, convert, constant in self.given
        ]

    def rows(self, cursor: sqlite3.Cursor) -> list[Any]:
        # All of them, even where one is wanted: a statement half read stays open in SQLite.
        found = cursor.fetchall()
        if not self.columns:
            return list(map(self.row, found))
        return [self.row(self._converted(one)) for one in found]

    def _converted(self, found: Sequence[Any]) -> Sequence[Any]:
        values = list(found)
        for place, convert in self.columns:
            values[place] = convert(values[place])
        return values


def _compiled(statement: Executable, names: tuple[str, ...], dialect: Dialect) -> _Compiled:
    compiled = cast(ClauseElement, statement).compile(dialect=dialect, column_keys=list(names))
    assert isinstance(compiled, SQLCompiler)
    order = compiled.positiontup or []
    unused = set(names) - set(order)
    if unused:
        raise CompileError(f"no place in the statement for {', '.join(sorted(unused))}")
    columns = list(cast(Any, statement).exported_columns)
    converted = [_reader(column.type, dialect) for column in columns]
    names_of_columns = [column.key for column in columns]
    row = namedtuple("Row", names_of_columns, rename=True)  # type: ignore[misc] # known at run time
    return _Compiled(
        sql=str(compiled),
        given=tuple(_given(name, compiled.binds[name], names, dialect) for name in order),
        columns=tuple((place, one) for place, one in enumerate(converted) if one is not None),
        row=row._make,
    )


def _given(
    name: str, bound: BindParameter[Any], names: tuple[str, ...], dialect: Dialect
) -> tuple[str, _Convert | None, Any]:
    convert = bound.type.dialect_impl(dialect).bind_processor(dialect)
    if name in names:
        return name, convert, None
    if bound.required:
        raise CompileError(f"a value is missing: {name}")
    return "", None, convert(bound.effective_value) if convert else bound.effective_value


def _reader(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
