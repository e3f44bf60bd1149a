"""The word with which a chat begins where the platform has no button for it: /start CODE."""

from __future__ import annotations

from handlers.channel import Kind

START = "/start"


def as_said(text: str) -> tuple[Kind, str]:
    """What a text is, and what it carries: a start with the payload behind the word, or itself."""
    if text.split(maxsplit=1)[:1] == [START]:
        return Kind.START, text.strip().removeprefix(START).strip()
    return Kind.TEXT, text
