"""What a message shows of its writer: the events that count for the score."""

from __future__ import annotations

import re

from handlers.prospect import no_prospect
from scoring.understanding.heard import Heard

# A wish to buy must be heard this surely to make a lead hot at once (scoring.md, Design 5).
SURE = 0.8
# Intents that are a wish to buy (scoring.md, Design 5); a weaker hearing counts as a question.
_BEHAVIOUR_OF_INTENT = {
    "appointment": "consult_booked",
    "demo_request": "consult_booked",
    "purchase": "checkout_started",
}
_QUESTION = "product_question"
_CALLS = ("goi", "call", "phone", "dien thoai")
_QUOTES = ("bao gia", "quote", "quotation")
# "How does one order?" asks about a thing; it is no order.
_HOW = re.compile(
    r"\b(the nao|nhu nao|kieu gi|kieu nao|ra sao|lam sao|cach nao|quy trinh|thu tuc)\b"
    r"|\bco (can|phai|nhan|bao gia|demo|dat)\b.*\b(khong|ko|k|hong|hok|hem)\b"
    r"|\bhow (do|does|can|should|to|would|is)\b|\bdo (i|we) (need|have) to\b"
)
_MEETING = re.compile(r"\b(dat|xin|book|doi) (lich|hen)\b|\blich hen\b|\bdemo\b|\bappointment\b")
# Whoever says what he wants, or asks for it to be done, does not merely ask how.
_WISH = re.compile(
    r"\b(muon|cho|giup|dum) (minh|em|anh|chi|toi|tui|co|chu|bac|ben)\b"
    r"|\b(toi|minh|em|anh|chi|co|chu|bac) (can|muon|dinh)\b|^(muon|can)\b"
    r"|\b(i|we) (want|need|would like)\b|\b(i|we) ?'?d like\b|\bplease\b"
)


def asks_how(words: str) -> bool:
    """Whether the words, without marks, ask how something is done and want nothing done."""
    return bool(_HOW.search(words)) and not _WISH.search(words)


def asks_how_to_meet(heard: Heard, words: str) -> bool:
    """ "How do I get an appointment?": a question, where it is no wish for one."""
    wants_to = heard.has("appointment") or heard.has("demo_request")
    return asks_how(words) and (wants_to or bool(_MEETING.search(words)))


def shown(heard: Heard, words: str, *, is_answered: bool) -> tuple[str, ...]:
    """The events of scoring.md in a message; an unsure wish to buy counts as a question only.

    "Is there a trial?", which the FAQ answers, is a question too; "I want to try it" is a wish.
    """
    kinds = ["reply"]
    only_how = asks_how(words)
    for intent in heard.intents:
        kind = _BEHAVIOUR_OF_INTENT.get(intent.name)
        if intent.name == "price_request":
            kind = "quote_request" if _has(words, _QUOTES) else _QUESTION
        if intent.name == "human_request" and _has(words, _CALLS):
            kind = "call_me"
        if kind is None:
            continue
        only_asks = only_how or (intent.name == "demo_request" and is_answered)
        kinds.append(kind if intent.confidence >= SURE and not only_asks else _QUESTION)
    if heard.contact is not None and (heard.contact.phones or heard.contact.emails):
        kinds.append("contact_sent")
    if heard.has("abuse"):
        kinds.append("abuse")
    kinds += no_prospect.shown(words)
    return tuple(dict.fromkeys(kinds))


def _has(words: str, parts: tuple[str, ...]) -> bool:
    return any(part in words for part in parts)
