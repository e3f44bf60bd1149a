"""Our buttons as Telegram's keyboards, and which of a message's pieces carries which."""

from __future__ import annotations

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.channels.text_pieces import cut
from handlers.channel import Button, OutgoingMessage, Style

TEXT_LIMIT = 4096
Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None
_COLOURS = {Style.PLAIN: None, Style.GOOD: "success", Style.BAD: "danger"}


def pieces(message: OutgoingMessage, *, group: bool) -> list[tuple[str, Markup]]:
    """What to send, one after another. The buttons stand under the last piece.

    A message carries one keyboard. So a "send my number" key takes the choices along as keys,
    which say their label; and a message that takes the key away and has buttons becomes two.
    """
    texts = cut(message.text, TEXT_LIMIT)
    before: Markup = None
    # A number may be asked for in a private chat only.
    if message.ask_contact and not group:
        last: Markup = _contact_keys(message)
    elif message.buttons:
        last = _inline(message)
        if message.hide_keyboard and not message.edits:
            texts = texts if len(texts) > 1 else _halved(texts[0])
            before = ReplyKeyboardRemove()  # lost where one line is all there is
    else:
        last = ReplyKeyboardRemove() if message.hide_keyboard else None
    markups: list[Markup] = [None] * len(texts)
    markups[0], markups[-1] = before, last
    return list(zip(texts, markups, strict=True))


def _inline(message: OutgoingMessage) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[_inline_button(one) for one in row] for row in message.buttons])


def _inline_button(button: Button) -> InlineKeyboardButton:
    if button.copies:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copies))
    return InlineKeyboardButton(
        button.label, callback_data=button.data, style=_COLOURS[button.style]
    )


def _contact_keys(message: OutgoingMessage) -> ReplyKeyboardMarkup:
    share = KeyboardButton(message.ask_contact, request_contact=True)
    choices = [[KeyboardButton(button.label) for button in row] for row in message.buttons]
    return ReplyKeyboardMarkup([[share], *choices], resize_keyboard=True, one_time_keyboard=True)


def _halved(text: str) -> list[str]:
    """Two pieces after the first paragraph or line, where there is one."""
    for mark in ("\n\n", "\n"):
        head, found, tail = text.partition(mark)
        if found and head.strip() and tail.strip():
            return [head, tail]
    return [text]
