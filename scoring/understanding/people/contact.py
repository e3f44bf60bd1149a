"""Contact: how to reach whoever writes, or that he wants to be reached here only."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from scoring.lead import Contact, Span
from scoring.understanding.patterns import Patterns, words
from scoring.understanding.people import companies, emails, handles, names, phones
from scoring.understanding.people.name_words import LISTS, REFUSALS, REFUSALS_WHEN_ASKED
from scoring.understanding.phrases import Phrases
from scoring.understanding.text import Text
from scoring.understanding.word_list import listed

ADDRESS = 0.97  # a number or an e-mail address that exists in that form
REFUSED = 0.85
BUSINESS = 0.8


class _Placed(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def span(self) -> Span: ...


def find(text: Text, asked: str | None = None) -> Contact | None:
    mails = emails.find(text)
    at_names = handles.find(text, _tokens(mails))
    numbers = tuple(one for one in phones.find(text) if one.first not in _tokens(mails))
    addresses = _tokens((*mails, *at_names, *numbers))
    company = companies.find(text, addresses)
    name = names.find(text, addresses | _tokens((company,) if company else ()), asked)
    refusal = None if numbers else _refusal(text, asked)
    if not (addresses or name or company or refusal):
        return None
    spans: dict[str, tuple[Span, ...]] = {
        "phones": tuple(one.span for one in numbers),
        "emails": tuple(one.span for one in mails),
        "handles": tuple(one.span for one in at_names),
        "name": (name.span,) if name else (),
        "company": (company.span,) if company else (),
        "refused": (refusal,) if refusal else (),
    }
    spans = {part: found for part, found in spans.items() if found}
    sure = ADDRESS if addresses else name.confidence if name else BUSINESS if company else REFUSED
    return Contact(
        confidence=sure,
        phones=tuple(one.number for one in numbers),
        emails=tuple(one.address for one in mails),
        name=name.name if name else None,
        honorific=name.honorific if name else None,
        company=company.name if company else None,
        handles=tuple(one.handle for one in at_names),
        refused=refusal is not None,
        spans=spans,
    )


def _tokens(found: tuple[_Placed, ...]) -> frozenset[int]:
    return frozenset(index for one in found for index in range(one.first, one.last + 1))


def _refusal(text: Text, asked: str | None) -> Span | None:
    """Where somebody says that he leaves no number, or wants to stay in this chat."""
    was_asked = asked == "contact"
    if not was_asked and next(_TRIGGERS.find(text.tokens), None) is None:
        return None
    message = words(text)
    hit = next(_refusals(was_asked).find(message), None)
    if hit is None:
        return None
    return text.tokens_span(message.places[hit.first], message.places[hit.last])


@cache
def _refusals(was_asked: bool) -> Patterns:
    """Built on first use."""
    rules = REFUSALS + (REFUSALS_WHEN_ASKED if was_asked else ())
    return Patterns({"refused": rules}, LISTS)


_TRIGGERS = Phrases(
    {
        "trigger": listed(
            """
            số, sđt, sdt, điện thoại, ở đây, nhắn đây, trên này, qua đây, chat, phone, number, here
            """
        )
    }
)
