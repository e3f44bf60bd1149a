"""The terminal as a channel: a line in is a message, a number presses a button."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from datetime import datetime

from rich.console import Console as Terminal
from rich.panel import Panel
from rich.text import Text

from bot.channels.start_word import as_said
from handlers.channel import (
    Abilities,
    IncomingMessage,
    Limits,
    MessageRefusedError,
    OnMessage,
    OutgoingMessage,
    clean,
)

CHAT = "terminal"


class _Screen(Terminal):
    """Where the lines are shown; one that nobody reads any more (`| head`) shows nothing."""

    is_left = False

    def on_broken_pipe(self) -> None:
        self.is_left = self.quiet = True
        # Python must not complain at exit of what still waits in the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Console:
    """One person at a terminal. Buttons are numbered lines; a card that changes is shown anew."""

    name = "console"
    abilities = Abilities(
        buttons=False, edits=False, text_limit=16_000, typing=False, asks_contact=False
    )
    limits = Limits()
    resends_are_harmless = True  # nobody else sees this terminal

    def __init__(self, now: Callable[[], datetime], language: str, prefix: str) -> None:
        """`prefix` makes the keys of this sitting differ from those of the last."""
        self._now = now
        self._language = language
        self._prefix = prefix
        self._count = 0
        self._screen = _Screen(highlight=False)

    def is_group(self, chat_id: str) -> bool:
        return False

    async def receive(self, on_message: OnMessage) -> None:
        """Read lines until the end of input, or until nobody reads the answers."""
        while not self._screen.is_left and (line := await asyncio.to_thread(sys.stdin.readline)):
            if line.strip():
                await on_message(self.incoming(line.strip()))

    def incoming(self, line: str) -> IncomingMessage:
        self._count += 1
        kind, text = as_said(line)
        return IncomingMessage(
            channel=self.name,
            chat_id=CHAT,
            key=f"t:{self._prefix}:{self._count}",
            kind=kind,
            sent_at=self._now(),
            text=clean(text),
            sender_id=CHAT,
            sender_language=self._language,
        )

    async def send(self, message: OutgoingMessage) -> str:
        self._screen.print(Panel(Text(message.text), title="Duyên", title_align="left"))
        return str(message.id)

    async def fetch(self, file: str) -> bytes:
        raise MessageRefusedError("no files come by here")

    async def show_typing(self, chat_id: str) -> None:
        return None

    def start_link(self, payload: str) -> str:
        return ""
