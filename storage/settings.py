"""Small things the program must remember from one start to the next."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, select

from storage.database import upsert
from storage.prepared import Prepared
from storage.tables import setting


class Settings:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> str | None:
        value: str | None = _GET.scalar(self._connection, wanted=name)
        return value

    def put(self, name: str, value: str) -> None:
        upsert(self._connection, setting, {"name": name, "value": value}, key=("name",))

    def drop(self, name: str) -> None:
        self._connection.execute(delete(setting).where(setting.c.name == name))


_GET = Prepared(select(setting.c.value).where(setting.c.name == bindparam("wanted")))
