"""Two Telegram libraries that know nothing of each other, behind one face for the tests."""

from __future__ import annotations

import re
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol, TypeVar

import aiogram
import aiogram.exceptions
import telegram
import telegram.error
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ChatMemberStatus
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from telegram.request import HTTPXRequest

Answer = TypeVar("Answer")
Rows = list[list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a client read out of one update or message."""

    kind: str
    update_id: int = 0
    message_id: int = 0
    text: str = ""
    query_id: str = ""


class RefusedError(Exception):
    """The server refused; the library's own error is the cause."""

    def __init__(self, description: str, retry_after: float = 0, moved_to: int = 0) -> None:
        super().__init__(description)
        self.retry_after = retry_after
        self.moved_to = moved_to


class Client(Protocol):
    async def open(self) -> None: ...
    async def close(self) -> None: ...
    async def username(self) -> str: ...
    async def updates(self, offset: int | None = None, wait: int = 0) -> list[Seen]: ...
    async def set_webhook(self, url: str, secret: str) -> None: ...
    async def send(self, chat_id: int, text: str, rows: Rows = ..., html: bool = ...) -> int: ...
    async def edit(self, chat_id: int, message_id: int, text: str) -> str: ...
    async def delete(self, chat_id: int, message_id: int) -> None: ...
    async def answer_tap(self, query_id: str, text: str) -> None: ...
    async def send_document(self, chat_id: int, name: str, body: bytes) -> str: ...
    async def send_photo(self, chat_id: int, body: bytes, caption: str) -> int: ...
    async def download(self, file_id: str) -> bytes: ...
    async def set_commands(self, commands: dict[str, str]) -> dict[str, str]: ...
    async def open_topic(self, chat_id: int, name: str) -> int: ...
    async def standing(self, chat_id: int, user_id: int) -> str: ...
    async def title(self, chat_id: int) -> str: ...


class PythonTelegramBot:
    """python-telegram-bot, on httpx."""

    def __init__(self, url: str, token: str) -> None:
        self._bot = telegram.Bot(
            token,
            base_url=f"{url}/bot",
            base_file_url=f"{url}/file/bot",
            request=HTTPXRequest(connection_pool_size=8),
            get_updates_request=HTTPXRequest(connection_pool_size=2),
        )

    async def open(self) -> None:
        await self._bot.initialize()

    async def close(self) -> None:
        await self._bot.shutdown()

    async def username(self) -> str:
        return (await _own(self._bot.get_me())).username or ""

    async def updates(self, offset: int | None = None, wait: int = 0) -> list[Seen]:
        found = await _own(self._bot.get_updates(offset=offset, timeout=wait))
        return [read_ptb(update) for update in found]

    async def set_webhook(self, url: str, secret: str) -> None:
        await _own(self._bot.set_webhook(url, secret_token=secret))

    async def send(
        self, chat_id: int, text: str, rows: Rows | None = None, html: bool = False
    ) -> int:
        keyboard = telegram.InlineKeyboardMarkup(
            [
                [telegram.InlineKeyboardButton(label, callback_data=data) for label, data in row]
                for row in rows or []
            ]
        )
        mode = "HTML" if html else None
        markup = keyboard if rows else None
        sent = await _own(self._bot.send_message(chat_id, text, mode, reply_markup=markup))
        return sent.message_id

    async def edit(self, chat_id: int, message_id: int, text: str) -> str:
        edited = await _own(self._bot.edit_message_text(text, chat_id, message_id))
        assert isinstance(edited, telegram.Message)
        return edited.text or ""

    async def delete(self, chat_id: int, message_id: int) -> None:
        await _own(self._bot.delete_message(chat_id, message_id))

    async def answer_tap(self, query_id: str, text: str) -> None:
        await _own(self._bot.answer_callback_query(query_id, text))

    async def send_document(self, chat_id: int, name: str, body: bytes) -> str:
        sent = await _own(self._bot.send_document(chat_id, body, filename=name))
        assert sent.document is not None
        return sent.document.file_id

    async def send_photo(self, chat_id: int, body: bytes, caption: str) -> int:
        sent = await _own(self._bot.send_photo(chat_id, body, caption))
        return sent.photo[-1].width

    async def download(self, file_id: str) -> bytes:
        file = await _own(self._bot.get_file(file_id))
        return bytes(await file.download_as_bytearray())

    async def set_commands(self, commands: dict[str, str]) -> dict[str, str]:
        await _own(self._bot.set_my_commands(list(commands.items())))
        return {one.command: one.description for one in await self._bot.get_my_commands()}

    async def open_topic(self, chat_id: int, name: str) -> int:
        topic = await _own(self._bot.create_forum_topic(chat_id, name))
        return topic.message_thread_id

    async def standing(self, chat_id: int, user_id: int) -> str:
        return str((await _own(self._bot.get_chat_member(chat_id, user_id))).status)

    async def title(self, chat_id: int) -> str:
        return (await _own(self._bot.get_chat(chat_id))).title or ""


def read_ptb(update: telegram.Update) -> Seen:
    if update.callback_query is not None:
        query = update.callback_query
        return Seen("callback_query", update.update_id, text=query.data or "", query_id=query.id)
    if update.my_chat_member is not None:
        standing = str(update.my_chat_member.new_chat_member.status)
        return Seen("my_chat_member", update.update_id, text=standing)
    message = update.effective_message
    assert message is not None
    kind = "edited_message" if update.edited_message else "message"
    return Seen(kind, update.update_id, message.message_id, message.text or "")


class Aiogram:
    """aiogram, on aiohttp."""

    def __init__(self, url: str, token: str) -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(url))
        self._bot = aiogram.Bot(token, session=session)

    async def open(self) -> None:
        """The session opens itself at the first call."""

    async def close(self) -> None:
        await self._bot.session.close()

    async def username(self) -> str:
        return (await _own(self._bot.get_me())).username or ""

    async def updates(self, offset: int | None = None, wait: int = 0) -> list[Seen]:
        found = await _own(self._bot.get_updates(offset=offset, timeout=wait))
        return [read_aiogram(update) for update in found]

    async def set_webhook(self, url: str, secret: str) -> None:
        await _own(self._bot.set_webhook(url, secret_token=secret))

    async def send(
        self, chat_id: int, text: str, rows: Rows | None = None, html: bool = False
    ) -> int:
        keyboard = InlineKeyboardMarkup(
            inline_keyboard=[
                [InlineKeyboardButton(text=label, callback_data=data) for label, data in row]
                for row in rows or []
            ]
        )
        mode = "HTML" if html else None
        markup = keyboard if rows else None
        sent = await _own(
            self._bot.send_message(chat_id, text, parse_mode=mode, reply_markup=markup)
        )
        return sent.message_id

    async def edit(self, chat_id: int, message_id: int, text: str) -> str:
        edited = await _own(
            self._bot.edit_message_text(text, chat_id=chat_id, message_id=message_id)
        )
        assert isinstance(edited, aiogram.types.Message)
        return edited.text or ""

    async def delete(self, chat_id: int, message_id: int) -> None:
        await _own(self._bot.delete_message(chat_id, message_id))

    async def answer_tap(self, query_id: str, text: str) -> None:
        await _own(self._bot.answer_callback_query(query_id, text))

    async def send_document(self, chat_id: int, name: str, body: bytes) -> str:
        sent = await _own(self._bot.send_document(chat_id, BufferedInputFile(body, name)))
        assert sent.document is not None
        return sent.document.file_id

    async def send_photo(self, chat_id: int, body: bytes, caption: str) -> int:
        picture = BufferedInputFile(body, "photo.png")
        sent = await _own(self._bot.send_photo(chat_id, picture, caption=caption))
        assert sent.photo is not None
        return sent.photo[-1].width

    async def download(self, file_id: str) -> bytes:
        file = await _own(self._bot.get_file(file_id))
        assert file.file_path is not None
        found = await self._bot.download_file(file.file_path)
        assert found is not None
        return found.read()

    async def set_commands(self, commands: dict[str, str]) -> dict[str, str]:
        wanted = [BotCommand(command=name, description=text) for name, text in commands.items()]
        await _own(self._bot.set_my_commands(wanted))
        return {one.command: one.description for one in await self._bot.get_my_commands()}

    async def open_topic(self, chat_id: int, name: str) -> int:
        topic = await _own(self._bot.create_forum_topic(chat_id, name))
        return topic.message_thread_id

    async def standing(self, chat_id: int, user_id: int) -> str:
        member = await _own(self._bot.get_chat_member(chat_id, user_id))
        return ChatMemberStatus(member.status).value

    async def title(self, chat_id: int) -> str:
        return (await _own(self._bot.get_chat(chat_id))).title or ""


def read_aiogram(update: aiogram.types.Update) -> Seen:
    if update.callback_query is not None:
        query = update.callback_query
        return Seen("callback_query", update.update_id, text=query.data or "", query_id=query.id)
    if update.my_chat_member is not None:
        standing = ChatMemberStatus(update.my_chat_member.new_chat_member.status).value
        return Seen("my_chat_member", update.update_id, text=standing)
    message = update.message or update.edited_message
    assert message is not None
    return Seen(update.event_type, update.update_id, message.message_id, message.text or "")


_PREFIX = re.compile(r"^(Telegram server says - )?(Bad Request: |Forbidden: |Conflict: )?")


async def _own(call: Awaitable[Answer]) -> Answer:
    """Run a library's call; every refusal comes out as ours, in the server's words."""
    try:
        return await call
    except telegram.error.RetryAfter as error:
        wait = error.retry_after
        assert isinstance(wait, timedelta), "set PTB_TIMEDELTA=1, or the library warns"
        raise RefusedError(str(error), retry_after=wait.total_seconds()) from error
    except telegram.error.ChatMigrated as error:
        raise RefusedError(str(error), moved_to=error.new_chat_id) from error
    except aiogram.exceptions.TelegramRetryAfter as error:
        raise RefusedError(error.message, retry_after=error.retry_after) from error
    except aiogram.exceptions.TelegramMigrateToChat as error:
        raise RefusedError(error.message, moved_to=error.migrate_to_chat_id) from error
    except aiogram.exceptions.ClientDecodeError as error:
        raise RefusedError("an answer that is no JSON") from error
    except (telegram.error.TelegramError, aiogram.exceptions.TelegramAPIError) as error:
        raise RefusedError(_PREFIX.sub("", error.message).lower()) from error
