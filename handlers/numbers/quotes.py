"""A customer's own words for the team to hear: verbatim, nobody to be recognised by them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handlers.business import Business
from handlers.numbers.persona import Portrait
from handlers.prospect.hearing import hear_words
from scoring.lead import Contact, Lead, Slot
from scoring.pains import pains
from scoring.understanding.text import fold
from storage.buyers import Buyer
from storage.conversations import CONTACT_CONSENT
from storage.store import Work

MASK = "•••"
_LEAST_WORDS = 4
_LONGEST = 160  # characters
# So many of the latest customers are asked for their words.
_ASKED = 60
_NUMBER = re.compile(r"\+?\d(?:[ .\-()]{0,2}\d){6,}")
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|@\w{3,}")
# A name behind a form of address: "gọi chị Lan", "anh Nguyễn Văn Minh".
_CALLED = re.compile(
    r"(?<!\w)((?:[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Cc]hú|[Bb]ác|[Ôô]ng|[Bb]à|[Mm]ình là|[Tt]ên(?: là)?"
    r"|[Mm]r|[Mm]s|[Mm]rs)\.?\s+)((?:[A-ZÀ-ỸĐ][\w]*\s?)+)"
)


def quote(work: Work, business: Business, portrait: Portrait) -> str:
    """The most telling words that may be repeated; "" where there are none."""
    some = [one for one in portrait.buyers[:_ASKED] if _may_be_quoted(work, one.lead)]
    found = sorted(_said(work, business, some), key=_worth, reverse=True)
    return found[0] if found else ""


def _may_be_quoted(work: Work, lead: Lead) -> bool:
    """Their consent stands, in every chat they have, and they did not ask for silence."""
    chats = work.leads.prospects_of(lead.id)
    return bool(chats) and all(
        one.opted_out_at is None and work.conversations.agreed(one.id, CONTACT_CONSENT) is not None
        for one in chats
    )


def _said(work: Work, business: Business, buyers: list[Buyer]) -> Iterator[str]:
    """The messages in which they told their need."""
    needs = [(one.lead, fact) for one in buyers if (fact := one.lead.fact(Slot.NEED)) is not None]
    written = work.buyers.words([fact.message_id for _, fact in needs])
    for lead, fact in needs:
        composed = unicodedata.normalize("NFC", written.get(fact.message_id, ""))
        text = " ".join(composed.split())
        if len(text.split()) >= _LEAST_WORDS and len(text) <= _LONGEST:
            known = [lead.name, *(one.name for one in work.leads.prospects_of(lead.id))]
            heard = hear_words(text, None, business, fact.learned_at).contact
            yield masked(text, heard, *(known + _names(lead)))


def _names(lead: Lead) -> list[str]:
    told = [fact.value for fact in lead.facts if isinstance(fact.value, Contact)]
    return [
        name
        for one in told
        for name in (one.name, one.company, *one.handles, *one.emails)
        if name is not None
    ]


def masked(text: str, heard: Contact | None, *names: str) -> str:
    """Composed words without numbers, addresses and names; `heard` says where some stand."""
    hidden = [False] * len(text)
    spans = [span for found in (heard.spans.values() if heard else ()) for span in found]
    spans += [match.span() for form in (_NUMBER, _ADDRESS) for match in form.finditer(text)]
    spans += [match.span(2) for match in _CALLED.finditer(text)]
    # As long as the text, which is composed.
    folded = fold(text)
    for word in {word for name in names for word in fold(name).split()}:
        spans += [one.span() for one in re.finditer(rf"\b{re.escape(word)}\b", folded)]
    for start, end in spans:
        hidden[start:end] = [True] * (end - start)
    return re.sub(rf"(?:{MASK}\s?)+", f"{MASK} ", _covered(text, hidden)).strip()


def _covered(text: str, hidden: list[bool]) -> str:
    parts: list[str] = []
    for letter, is_hidden in zip(text, hidden, strict=True):
        if not is_hidden:
            parts.append(letter)
        elif not parts or parts[-1] != MASK:
            parts.append(MASK)
    return "".join(parts)


def _worth(text: str) -> tuple[bool, bool, int]:
    """Who tells what troubles him tells most; what had to be masked reads badly."""
    return bool(pains(fold(text))), MASK not in text, len(text)
