"""One message to what it says and what it asks of us; nothing is done here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers import buttons
from handlers.business import Business
from handlers.channel import IncomingMessage, Kind
from handlers.follow_up.telling import choice_words
from handlers.prospect.dialogue import Dialogue
from handlers.prospect.hearing import language_of
from handlers.prospect.pressed import contact_card, pressed
from handlers.prospect.said import Act, Said
from handlers.prospect.typed import words_typed


def hear(
    message: IncomingMessage,
    message_id: int,
    dialogue: Dialogue,
    business: Business,
    language: str,
    now: datetime,
) -> Said:
    """What this message says to us at this point of the conversation."""
    match message.kind:
        case Kind.START:
            return Said(
                message_id,
                frozenset({Act.START}),
                behaviours=("visit",),
                campaign=message.text,
                language=language_of(message),
            )
        case Kind.BUTTON:
            press = buttons.read(message.button)
            words = choice_words(business, press, language)
            if words:  # a choice under a follow-up says something, as if it were typed
                typed = replace(message, kind=Kind.TEXT, text=words, button="")
                return words_typed(typed, message_id, dialogue, business, language, now)
            said = pressed(press, message, message_id, business, language, now)
            return replace(said, by="button")
        case Kind.CONTACT:
            return contact_card(message, message_id, now)
        case Kind.ATTACHMENT if not message.text:
            return Said(message_id, frozenset({Act.WORDLESS}))
        case Kind.EDITED:
            said = words_typed(message, message_id, dialogue, business, language, now)
            kept = said.acts & {Act.STOP, Act.DELETE}
            return replace(said, acts=kept, silent=not kept, faq=None, bad_phone="")
        case _:
            said = words_typed(message, message_id, dialogue, business, language, now)
            return replace(said, words=message.text)
