"""Files in the website's chat: what a visitor may send, where it lies, who gets it back."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.file_types import UNKNOWN, FileType, file_name, sniffed
from handlers.channel import Media, MessageRefusedError, OutgoingMessage
from storage.store import Store, Work
from storage.web_files import WebFile

# A photo of a phone has three to five; what Telegram takes as a picture ends here, too.
LARGEST_FILE = 10 * 1024 * 1024  # bytes
# What one chat may send in a day: far more than a person does, little for a disk.
FILES_A_DAY = 20
BYTES_A_DAY = 60 * 1024 * 1024
_A_DAY = timedelta(hours=24)
TOKEN_BYTES = 24


class FileTypeError(ValueError):
    """A file of a kind that is not taken."""


class TooManyFilesError(Exception):
    """This chat has sent its share for a day."""


class WebFileShelf:
    """Over the store: in the database, so that a backup has them and an erasure takes them."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    async def may_send(self, chat_id: str) -> None:
        """Raises TooManyFilesError; asked before a single byte is read."""
        since = self._now() - _A_DAY
        count, size = await self._store.read(lambda work: work.web_files.sent_since(chat_id, since))
        if count >= FILES_A_DAY or size >= BYTES_A_DAY:
            raise TooManyFilesError

    async def upload(self, chat_id: str, key: str, name: str, content: bytes) -> WebFile:
        """Keep what a visitor sent; the same key again is the same file. Raises FileTypeError."""
        found = sniffed(content)
        if found is None:
            raise FileTypeError
        file = _file(name, content, found)
        now = self._now()
        token = await self._store.run(lambda work: work.web_files.keep(chat_id, key, file, now))
        return WebFile(token, file.kind, file.media_type, file.name, file.content)

    async def seen_by(self, chat_id: str, token: str) -> WebFile | None:
        return await self._store.read(lambda work: work.web_files.seen_by(chat_id, token))

    async def sent_in(self, chat_id: str, line: int) -> WebFile | None:
        return await self._store.read(lambda work: work.web_files.sent_in(chat_id, line))

    async def fetch(self, token: str) -> bytes:
        """For another channel. Raises MessageRefusedError for one that is gone."""
        file = await self._store.read(lambda work: work.web_files.get(token))
        if file is None:
            raise MessageRefusedError("the file is erased")
        return file.content

    async def keep_sent(self, message: OutgoingMessage, media: Media) -> None:
        """A file that goes to a visitor: shown to his chat, fetched from wherever it came."""
        now = self._now()
        if media.channel == message.channel:
            await self._store.run(
                lambda work: work.web_files.show(media.file, message.chat_id, message.id)
            )
            return
        # The team may send what it likes; what we do not know is only ever downloaded.
        file = _file(media.name or media.kind, media.content, sniffed(media.content) or UNKNOWN)

        def keep(work: Work) -> None:
            work.web_files.keep(message.chat_id, f"line:{message.id}", file, now, line=message.id)

        await self._store.run(keep)


def _file(name: str, content: bytes, found: FileType) -> WebFile:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    return WebFile(token, found.kind, found.media_type, file_name(name, found), content)
