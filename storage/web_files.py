"""Files that came and went in the website's chat, and the chats that may see each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select

from storage.database import insert_once
from storage.tables import web_file, web_file_reader


@dataclass(frozen=True, slots=True)
class WebFile:
    """One file. `token` is random and names it; `media_type` is what its bytes say it is."""

    token: str
    kind: str  # as in `IncomingMessage.attachment`
    media_type: str
    name: str
    content: bytes


class WebFiles:
    """A chat sees the files it sent and those that were sent to it, no others."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(
        self, chat_id: str, key: str, file: WebFile, now: datetime, *, line: int | None = None
    ) -> str:
        """Store a file once under a chat's own key; answers the token it has.

        `line` is the outbox row by which it was sent to the chat.
        """
        row = {
            "token": file.token,
            "chat_id": chat_id,
            "key": key,
            "kind": file.kind,
            "media_type": file.media_type,
            "name": file.name,
            "content": file.content,
            "created_at": now,
        }
        if insert_once(self._connection, web_file, row) is not None:
            self.show(file.token, chat_id, line)
            return file.token
        known: str = self._connection.execute(
            select(web_file.c.token).where(web_file.c.chat_id == chat_id, web_file.c.key == key)
        ).scalar_one()
        return known

    def show(self, token: str, chat_id: str, line: int | None) -> None:
        """From now on this chat may see the file; nothing happens for a file that is gone."""
        file_id = self._connection.execute(
            select(web_file.c.id).where(web_file.c.token == token)
        ).scalar()
        if file_id is not None:
            self._connection.execute(
                insert(web_file_reader), {"file_id": file_id, "chat_id": chat_id, "line": line}
            )

    def seen_by(self, chat_id: str, token: str) -> WebFile | None:
        """The file of this token, if the chat may see it."""
        return self._one(
            select(web_file)
            .join(web_file_reader, web_file_reader.c.file_id == web_file.c.id)
            .where(web_file.c.token == token, web_file_reader.c.chat_id == chat_id)
        )

    def sent_in(self, chat_id: str, line: int) -> WebFile | None:
        """The file that came to the chat with this line of ours."""
        return self._one(
            select(web_file)
            .join(web_file_reader, web_file_reader.c.file_id == web_file.c.id)
            .where(web_file_reader.c.line == line, web_file_reader.c.chat_id == chat_id)
        )

    def get(self, token: str) -> WebFile | None:
        return self._one(select(web_file).where(web_file.c.token == token))

    def sent_since(self, chat_id: str, since: datetime) -> tuple[int, int]:
        """How many files a chat sent since then, and of how many bytes together."""
        row = self._connection.execute(
            select(func.count(), func.coalesce(func.sum(func.length(web_file.c.content)), 0)).where(
                web_file.c.chat_id == chat_id, web_file.c.created_at > since
            )
        ).one()
        return row[0], row[1]

    def _one(self, query: Select[Any]) -> WebFile | None:
        row = self._connection.execute(query.limit(1)).first()
        if row is None:
            return None
        return WebFile(row.token, row.kind, row.media_type, row.name, bytes(row.content))
