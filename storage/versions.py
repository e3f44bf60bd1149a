"""Versions of the owner's file that customers still have cards of."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, select

from storage.database import upsert
from storage.tables import business_version, conversation


class Versions:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, digest: str, text: str, now: datetime) -> None:
        """The file as it stands; called when a conversation gets its first card of this version."""
        row = {"digest": digest, "text": text, "shown_at": now}
        upsert(self._connection, business_version, row, key=("digest",))

    def texts(self, but: str, most: int) -> tuple[str, ...]:
        """The latest versions beside the one with digest `but`, the newest first."""
        rows = self._connection.execute(
            select(business_version.c.text)
            .where(business_version.c.digest != but)
            .order_by(business_version.c.shown_at.desc())
            .limit(most)
        )
        return tuple(rows.scalars())

    def prune(self, but: str) -> int:
        """Drop the versions that no conversation stands on; answers how many there were."""
        used = exists().where(conversation.c.version == business_version.c.digest)
        gone = (business_version.c.digest != but) & ~used
        count: int = self._connection.execute(
            select(func.count()).select_from(business_version).where(gone)
        ).scalar_one()
        if count:
            self._connection.execute(delete(business_version).where(gone))
        return count
