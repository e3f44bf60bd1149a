"""Digits and letters meant as a number or an address to reach somebody by, and none."""

from __future__ import annotations

import re

from handlers.prospect.dialogue import Dialogue
from scoring.lead import Contact, Slot
from scoring.understanding.heard import Heard
from scoring.understanding.people.phones import wrong_length
from scoring.understanding.text import read

_MEANT_AS_NUMBER = 6  # digits in answer to "your phone number?"
_DIGITS = re.compile(r"\d[\d .-]*")


def reaches(contact: Contact) -> bool:
    """Whether it says how to reach somebody, or that he would rather not say."""
    return bool(contact.phones or contact.emails or contact.refused)


def bad_email_in(text: str, dialogue: Dialogue, heard: Heard) -> str:
    """What was meant as an e-mail address and is none, as it was written; "" for others."""
    if dialogue.question is not Slot.CONTACT or (heard.contact and reaches(heard.contact)):
        return ""
    return next((word.strip(",;") for word in text.split() if "@" in word.strip("@")), "")


def bad_phone_in(text: str, dialogue: Dialogue, heard: Heard) -> str:
    """Digits meant as a phone number that are none, as they were written; "" for others."""
    if heard.contact is not None and (heard.contact.phones or heard.contact.emails):
        return ""
    message = read(text)
    span = wrong_length(message)
    if span is not None:
        return text[span[0] : span[1]]
    digits = sum(one.isdigit() for one in text)
    asked = dialogue.question is Slot.CONTACT
    if not asked or digits < _MEANT_AS_NUMBER or heard.contact:
        return ""
    runs: list[str] = _DIGITS.findall(text)
    return max(runs, key=len).strip()
