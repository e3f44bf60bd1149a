"""Links that know who took them: made when a message is written, counted when they are opened."""

from __future__ import annotations

import secrets
from datetime import datetime

from handlers.business import Business
from handlers.score.weighing import Happening, weigh
from storage.store import Work

PATH = "/l/"
# Setting: the address under which the world reaches us; without one links stay as they are.
PUBLIC_ADDRESS = "public_address"
_TOKEN_BYTES = 12


def tracked(work: Work, url: str, lead_id: int, enrolment_id: int | None, now: datetime) -> str:
    """A link of this lead's own to `url`."""
    address = work.settings.get(PUBLIC_ADDRESS)
    if not address:
        return url
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    work.campaigns.link(token, url, lead_id, enrolment_id, now)
    return f"{address.rstrip('/')}{PATH}{token}"


def opened(work: Work, business: Business, token: str, now: datetime) -> str | None:
    """Somebody took a link: where it leads, None for a forged one. Behaviour, once a day."""
    found = work.campaigns.clicked(token, now)
    if found is None:
        return None
    url, lead_id = found
    lead = work.leads.get(lead_id)
    if lead is not None:
        click = Happening("link_click", f"link:{token}:{now:%Y-%m-%d}")
        weigh(work, business, lead, now, happenings=(click,))
    return url
