"""Where the database is: its setting, read without the library that will open it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

_SCHEME = re.compile(r"([\w+]+)://")
_ADDRESS = re.compile(
    r"(?P<backend>sqlite|postgres(?:ql)?)(?:\+\w+)?://"
    r"(?:[^:/@]*(?::(?P<password>[^@]*))?@)?"
    r"(?:\[[^/?]+\]|[^/:?]*)(?::\d*)?"
    r"(?:/(?P<place>[^?]*))?(?:\?.*)?"
)


class DatabaseError(Exception):
    """The database cannot be opened; the text names the place and the cure."""


@dataclass(frozen=True, slots=True)
class Address:
    """A SQLite file, or a PostgreSQL server with perhaps a password."""

    file: Path | None
    password: str = ""


def read_address(setting: str) -> Address:
    """`sqlite:///relative/path` or `postgresql://…`. Raises DatabaseError."""
    found = _ADDRESS.fullmatch(setting)
    if found is None:
        scheme = _SCHEME.match(setting)
        if scheme is None or scheme[1].startswith(("sqlite", "postgres")):
            raise DatabaseError("DUYEN_DATABASE_URL is no address: try sqlite:///data/duyen.db")
        raise DatabaseError(
            f"DUYEN_DATABASE_URL starts with '{scheme[1]}': give sqlite:///… or postgresql://…"
        )
    if found["backend"] != "sqlite":
        return Address(None, unquote(found["password"] or ""))
    if not found["place"] or found["place"] == ":memory:":
        raise DatabaseError("DUYEN_DATABASE_URL names no file: try sqlite:///data/duyen.db")
    return Address(Path(found["place"]))
