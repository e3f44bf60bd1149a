"""What one message said: the acts it asks of us, the facts it tells, the signs it gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handlers.business_file.faq import FaqEntry
from scoring.lead import Fact, Slot


class Act(StrEnum):
    """What a message asks of us, beside the facts it tells."""

    START = "start"
    AGREE = "agree"
    AFFIRM = "affirm"
    DENY = "deny"
    SKIP = "skip"
    BACK = "back"
    CONTINUE = "continue"  # goes on where he stopped
    RESTART = "restart"  # wants to be asked everything anew
    EDIT = "edit"  # `slot` is to be asked again
    STOP = "stop"
    OPT_IN = "opt_in"
    DELETE = "delete"
    ERASE = "erase"  # the confirming tap
    KEEP = "keep"
    HUMAN = "human"
    PRIVACY = "privacy"
    MY_DATA = "mydata"
    MENU = "menu"
    VIETNAMESE = "vi"
    ENGLISH = "en"
    LANGUAGE = "lang"  # the other language than ours
    REVIEW = "review"  # wants to see what we noted
    STALE = "stale"  # a button we do not know any more
    NOT_OWN_CARD = "not_own_card"
    WORDLESS = "wordless"  # a sticker, a voice message, …
    CHALLENGE = "challenge"  # "are you a bot?"
    ABUSE = "abuse"
    SPAM = "spam"
    NOT_INTERESTED = "not_interested"
    COMPLAINT = "complaint"
    HELLO = "hello"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    CORRECTION = "correction"  # takes back what was said before
    POSTPONE = "postpone"  # wants to think about it
    DONT_KNOW = "dont_know"  # passes the question, like a skip
    PICK = "pick"  # which of two answers to `slot` is meant
    BOOK = "book"  # a time for a call
    ANY_TIME = "any_time"
    LATER = "later"  # would rather not, now
    RATE = "rate"
    COMMENT = "comment"  # words added to a mark
    SURVEY = "survey"  # wants the survey, or answers it
    REBOOK = "rebook"  # another time for an appointment
    PROMOTION = "promotion"  # wants to be asked about news and offers
    PROMOTION_YES = "promotion_yes"
    PROMOTION_NO = "promotion_no"
    NO_SCORE = "no_score"  # objects to being scored
    SCORE = "score"  # takes that back
    PRICE = "price"
    TOO_DEAR = "too_dear"
    DISCOUNT = "discount"
    TICK = "tick"  # of a question with several answers: `words` is the option
    DONE = "done"  # all that applies is ticked
    HOW_TO_MEET = "how_to_meet"  # asks how an appointment is made


@dataclass(frozen=True, slots=True)
class Said:
    """What one message said."""

    message_id: int
    acts: frozenset[Act] = frozenset()
    facts: tuple[Fact, ...] = ()
    behaviours: tuple[str, ...] = ()  # event kinds of `scoring.weights`
    slot: Slot | None = None  # of an EDIT, or of the question a button belongs to
    words: str = ""  # as they were typed
    by: str = "text"  # how it was said: button, number or text
    numbers: tuple[int, ...] = ()  # what a button carried
    hour_alone: bool = False  # of these times no day was named
    call_at: tuple[int, ...] = ()  # asks to be called then: as `numbers` of a BOOK
    faq: FaqEntry | None = None
    language: str = ""  # "" where the message does not tell
    address: str = ""  # anh or chị, as the customer calls himself
    campaign: str = ""
    name: str = ""  # of the writer, as he gives it
    fluent: bool = False  # words enough to tell the writer's language by
    asks: bool = False  # a question of any kind
    silent: bool = False  # nothing to answer: an edited message
    bad_phone: str = ""  # digits that were meant as a phone number and are none
    bad_email: str = ""  # the same of an address
