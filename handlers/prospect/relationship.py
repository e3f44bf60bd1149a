"""What a message tells of how its writer stands to us: referred, comparing, within reach."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from handlers.business import Business
from handlers.channel import IncomingMessage
from handlers.prospect.places import named, plain
from scoring.lead import Lead, Profile
from scoring.understanding.text import fold

# "Em được chị Hoa giới thiệu"; "giới thiệu cho em" asks to be shown something.
_REFERRED = re.compile(
    r"\bduoc( \w+){1,4} gioi thieu\b(?! (cho|ve|giup|dum|cac|san|them))"
    r"|\b(ban( be)?|dong nghiep|nguoi quen|nguoi nha|khach cu"
    r"|(chi|anh|co|chu|bac) (?!(chi|em|oi|co|the|hay|co the|vui long)\b)\w+)( \w+)? gioi thieu"
    r"( (em|minh|toi|chi|anh|nen|qua|sang|den|shop|ben)\b|$)"
    r"|\breferred by\b|\brecommended by\b"
    r"|\b(friend|colleague) (told|recommended|sent|referred) (me|us)\b"
)
_REFERRING_SOURCES = ("ref", "gioi-thieu", "gioi_thieu", "gioithieu", "friend")
_COMPARES = re.compile(
    r"\b(ben|cho|nha|shop|hang) khac\b.{0,30}\b(bao|re hon|tot hon|chao|gia|co|ban|cung)\b"
    r"|\b(dang|co) (xem|so sanh|tham khao|lam viec|hoi)\b.{0,20}\b(ben|cho|nha|shop|hang) khac\b"
    r"|\b(so sanh|so) voi (ben|cho|nha|shop|hang|doi thu)\b"
    r"|\b(another|other) (vendor|supplier|company|shop|provider|quote)s?\b|\bcompetitors?\b"
)


def told(lead: Lead, messages: Iterable[IncomingMessage], business: Business) -> Lead:
    """The lead with what these messages tell; what was known stays, the newest place counts."""
    profile = lead.profile
    for message in messages:
        profile = _told(profile, message, business)
    if lead.source.lower().startswith(_REFERRING_SOURCES):
        profile = replace(profile, referral=True)
    return lead if profile == lead.profile else replace(lead, profile=profile)


def _told(profile: Profile, message: IncomingMessage, business: Business) -> Profile:
    if message.phone and message.phone_is_own:
        # The platform vouches that the number is the writer's own.
        profile = replace(profile, verified=True)
    if not message.text or message.text.startswith("/"):
        return profile
    words = " ".join(fold(message.text).split())
    if _REFERRED.search(words):
        profile = replace(profile, referral=True)
    if _COMPARES.search(words):
        profile = replace(profile, competitor_named=True)
    served = business.company.serves
    places = named(message.text, served) if served else ()
    if places:
        reach = {plain(place) for place in served}
        profile = replace(profile, in_area=not reach.isdisjoint(places))
    return profile
