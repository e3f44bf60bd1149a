"""Leads that forms, spreadsheets and listening tools bring, over HTTP and behind a secret."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

import structlog
from fastapi import APIRouter, HTTPException, Request
from starlette.responses import JSONResponse

from bot.web_guard import WEBHOOKS
from handlers.business import Business
from handlers.channel import Abilities
from handlers.clock import Clock
from handlers.lead_files.forms import FORM, REFUSED, Filled, take_form
from handlers.lead_files.taking_in import note_import
from storage.store import Store, Work

log = structlog.get_logger()

MOST = 100  # forms in one request: they share a transaction
MOST_FIELDS = 100
WHO = "webhook"  # as the audit names it
_AS_A_PAGE_SENDS_IT = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class LeadDoor:
    """Whoever shows the secret brings leads in, and learns what became of each."""

    store: Store
    business: Business
    abilities: Mapping[str, Abilities]
    clock: Clock
    secret: str = field(repr=False)
    refused: int = 0  # calls with a wrong secret

    def works_by(self, business: Business) -> None:
        self.business = business

    def opens_to(self, shown: str) -> bool:
        secret = shown.removeprefix("Bearer ").strip()
        if hmac.compare_digest(secret.encode(), self.secret.encode()):
            return True
        self.refused += 1
        log.warning("form refused: wrong secret", refused=self.refused)
        return False

    async def take(self, forms: list[dict[str, str]]) -> list[Filled]:
        return await self.store.run(lambda work: self._take(work, forms))

    def _take(self, work: Work, forms: list[dict[str, str]]) -> list[Filled]:
        now: datetime = self.clock.now()
        filled = [take_form(work, self.business, self.abilities, one, now) for one in forms]
        fates = [one.fate for one in filled]
        counts = {fate: fates.count(fate) for fate in dict.fromkeys(fates)}
        note_import(work, FORM, counts, WHO, now)
        return filled


def lead_door_routes(door: LeadDoor) -> APIRouter:
    routes = APIRouter(tags=["webhooks"])

    @routes.post(f"{WEBHOOKS}leads", operation_id="bringLeads")
    async def bring_leads(request: Request) -> JSONResponse:
        """A form, or a list of them: JSON objects, or fields as a page sends them."""
        if not door.opens_to(request.headers.get("authorization", "")):
            raise HTTPException(
                HTTPStatus.UNAUTHORIZED, "Wrong secret.", {"WWW-Authenticate": "Bearer"}
            )
        forms = _forms(await request.body(), request.headers.get("content-type", ""))
        filled = await door.take(forms)
        is_any = any(one.fate != REFUSED for one in filled)
        status = HTTPStatus.OK if is_any else HTTPStatus.UNPROCESSABLE_ENTITY
        return JSONResponse({"leads": [one.plain() for one in filled]}, status)

    return routes


def _forms(body: bytes, kind: str) -> list[dict[str, str]]:
    """The fields of each form by name. Raises HTTPException where there are none to be read."""
    try:
        # Many say that of whatever they send; a form's own text begins with the name of a field.
        is_json = body.lstrip()[:1] in (b"{", b"[")
        if kind.partition(";")[0].strip().lower() == _AS_A_PAGE_SENDS_IT and not is_json:
            return [_flat(dict(parse_qsl(body.decode(), max_num_fields=MOST_FIELDS)))]
        given = json.loads(body)
    except ValueError:
        raise HTTPException(HTTPStatus.BAD_REQUEST, _WANTED) from None
    forms = given if isinstance(given, list) else [given]
    if not 0 < len(forms) <= MOST or not all(isinstance(one, dict) for one in forms):
        raise HTTPException(HTTPStatus.BAD_REQUEST, _WANTED)
    return [_flat(one) for one in forms]


def _flat(form: Mapping[str, Any]) -> dict[str, str]:
    """Texts, numbers, yes and no, and lists of them; what is nested deeper is not read."""
    found = {}
    for name, value in tuple(form.items())[:MOST_FIELDS]:
        some = value if isinstance(value, list) else [value]
        words = [_word(one) for one in some if isinstance(one, str | int | float)]
        found[str(name)] = ", ".join(words)
    return found


def _word(value: str | float) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


_WANTED = (
    "Send a JSON object with the fields of a form, a list of up to 100 of them, or fields as a "
    "page sends them."
)
