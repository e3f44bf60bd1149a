"""What a message shows of its writer: the events that count for the score."""

from __future__ import annotations

from scoring.understanding.heard import Heard
from scoring.understanding.people import no_prospect
from scoring.understanding.wishes.ways import (
    asks_how,
    names_a_call,
    names_a_meeting,
    names_a_quote,
)

# A wish to buy must be heard this surely to make a lead hot at once (docs/scoring.md).
SURE = 0.8
# Intents that are a wish to buy (docs/scoring.md); a weaker hearing counts as a question.
_BEHAVIOUR_OF_INTENT = {
    "appointment": "consult_booked",
    "demo_request": "consult_booked",
    "purchase": "checkout_started",
}
_QUESTION = "product_question"


def asks_how_to_meet(heard: Heard, words: str) -> bool:
    """ "How do I get an appointment?": a question, where it is no wish for one."""
    wants_to = heard.has("appointment") or heard.has("demo_request")
    return asks_how(words) and (wants_to or names_a_meeting(words))


def shown(heard: Heard, words: str, *, is_answered: bool) -> tuple[str, ...]:
    """The kinds of `scoring.weights` in a message; an unsure wish to buy is a question only.

    `words`: the message folded. "Is there a trial?", which the FAQ answers (`is_answered`),
    is a question too; "I want to try it" is a wish.
    """
    kinds = ["reply"]
    only_how = asks_how(words)
    for intent in heard.intents:
        kind = _BEHAVIOUR_OF_INTENT.get(intent.name)
        if intent.name == "price_request":
            kind = "quote_request" if names_a_quote(words) else _QUESTION
        if intent.name == "human_request" and names_a_call(heard.text):
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
