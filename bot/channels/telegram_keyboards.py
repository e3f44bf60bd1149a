"""Our buttons as Telegram's keyboards, and which piece of a message carries which."""

from __future__ import annotations

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.channels.text_pieces import beginning
from handlers.channel import Button, OutgoingMessage, Style

TEXT_LIMIT = 4096
Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None
_COLOURS = {Style.PLAIN: None, Style.GOOD: "success", Style.BAD: "danger"}


def first_piece(message: OutgoingMessage, *, group: bool) -> tuple[str, Markup, str]:
    """What to send now, and the words that are left. The buttons stand under the last piece.

    A message carries one keyboard. So a "send my number" key takes the choices along as keys,
    which say their label; and a message that takes the key away and has buttons becomes two.
    """
    text, left = beginning(message.text, TEXT_LIMIT)
    changes = message.edits and message.buttons
    takes_away = ReplyKeyboardRemove() if message.hide_keyboard and not changes else None
    if takes_away and message.buttons and not left:
        text, left = _halved(text)
    if left:
        return text, takes_away, left
    # A number may be asked for in a private chat only.
    if message.ask_contact and not group:
        return text, _contact_keys(message), ""
    if message.buttons:
        return text, _inline(message), ""  # a key is not taken away where one line is all there is
    return text, takes_away, ""


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


def _halved(text: str) -> tuple[str, str]:
    """Parted after the first paragraph or line, where there is one."""
    for mark in ("\n\n", "\n"):
        head, found, tail = text.partition(mark)
        if found and head.strip() and tail.strip():
            return head, tail
    return text, ""
