"""The funnel counted again, from the rows alone: another way than the product's own."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from storage.tables import alert, consent, contact, event, fact, lead, lead_address


def recounted(
    connection: Connection, start: datetime, end: datetime, source: str | None = None
) -> dict[str, int]:
    """How many leads of [start, end) have taken each step, by its name."""
    chats = {row.id: row.lead_id for row in connection.execute(select(contact))}
    wrote = set(chats.values())
    consents = [row for row in connection.execute(select(consent)) if row.given]
    facts = connection.execute(select(fact)).all()
    events = connection.execute(select(event)).all()
    took = {
        "started": wrote,
        "consented": {chats[row.contact_id] for row in consents},
        **{
            slot: {row.lead_id for row in facts if row.slot == slot}
            for slot in ("need", "timing", "budget", "authority")
        },
        "reachable": {row.lead_id for row in connection.execute(select(lead_address))},
        "agreed": {row.lead_id for row in events if row.kind == "summary_agreed"},
        "handed_over": {row.lead_id for row in connection.execute(select(alert)) if row.claimed_by},
        "sold": {row.lead_id for row in events if row.kind == "won"},
    }
    came = {
        row.id
        for row in connection.execute(select(lead))
        if start <= row.created_at < end and not row.sample and source in (None, row.source)
    }
    return {name: len(leads & came & wrote) for name, leads in took.items()}
