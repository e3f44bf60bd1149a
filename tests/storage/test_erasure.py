"""Erased means erased: from every table, from the file, and from the log beside it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy import create_engine, text

from scoring.lead import Contact, Fact, Need, NeedStatus, Reason, Slot
from storage.database import database_url
from storage.events import Snapshot
from storage.follow_ups import NUDGE
from storage.outbox import Urgency
from storage.store import Store, Work, open_store
from storage.tables import metadata
from tests.conftest import empty
from tests.fakes import MORNING

CANARY = "chimhoangyen"  # stands in every place where something of a person can stand
PHONE = "+84911222333"
CHAT = f"chat-{CANARY}"


def _live(work: Work) -> int:
    """A prospect who has left traces everywhere."""
    prospect, _ = work.leads.find_or_create("fake", CHAT, name=CANARY, source=CANARY, now=MORNING)
    lead_id = prospect.lead_id
    row = work.inbox.admit("fake", CHAT, "m:1", f'{{"text": "{CANARY}"}}', MORNING) or 0
    need = Need(NeedStatus.STATED, (0, 3), CANARY, 1.0)
    facts = (
        Fact(Slot.NEED, need, row, MORNING),
        Fact(Slot.CONTACT, Contact(1.0, phones=(PHONE,)), row, MORNING),
    )
    work.leads.learn(lead_id, facts)
    work.conversations.save(prospect.id, f'{{"you": "{CANARY}"}}', MORNING)
    consent = work.conversations.consent(
        prospect.id, "contact", given=True, text_version="1", now=MORNING
    )
    work.events.record(lead_id, "reply", MORNING, key=f"{row}:reply", detail=CANARY)
    reasons = (Reason(4.0, "engagement.reply", CANARY, row),)
    work.events.snapshot(lead_id, Snapshot(MORNING, 0, 0, 4, 0, 4, "cold", reasons))
    work.follow_ups.plan(
        lead_id, prospect, NUDGE, 1, MORNING, MORNING, key="f:1", consent_id=consent
    )
    alert_id = work.alerts.open(lead_id, "hot", MORNING, MORNING)
    card = work.outbox.put(
        "fake", "minh", {"text": CANARY}, MORNING, urgency=Urgency.ALERT, lead_id=lead_id
    )
    work.alert_cards.shown(alert_id, None, "fake", "minh", card)
    work.outbox.put("fake", CHAT, {"text": f"Chào {CANARY}"}, MORNING, lead_id=lead_id)
    work.team.note("staff:1", "lead", MORNING, lead_id=lead_id, detail=CANARY)
    return lead_id


def _traces(file: Path) -> dict[str, int]:
    """How often the canary or the number stands in the database file and its log."""
    found = {}
    for path in (file, file.with_name(f"{file.name}-wal")):
        content = path.read_bytes() if path.exists() else b""
        for word in (CANARY, PHONE.removeprefix("+")):
            found[f"{path.suffix} {word}"] = content.count(word.encode())
    return {place: count for place, count in found.items() if count}


async def test_no_byte_of_an_erased_person_is_left_in_the_files(sqlite_url: str) -> None:
    file = Path(database_url(sqlite_url).database or "")
    store = open_store(sqlite_url)
    lead_id = await store.run(_live)
    assert _traces(file)

    await store.run(lambda work: work.erasure.erase(lead_id))
    await store.run(
        lambda work: work.lead_lists.count()
    )  # the log is cut before the next unit runs

    assert _traces(file) == {}
    await store.close()
    assert _traces(file) == {}


async def test_no_byte_is_left_in_the_files_of_postgresql_after_the_night(
    postgres_url: str,
) -> None:
    await asyncio.to_thread(empty, postgres_url)
    store = open_store(postgres_url)
    lead_id = await store.run(_live)
    await store.run(lambda work: work.erasure.erase(lead_id))
    before = await asyncio.to_thread(_pages_with_traces, postgres_url)

    left = await store.wipe()

    after = await asyncio.to_thread(_pages_with_traces, postgres_url)
    await store.close()
    assert before, "deleted is not gone"
    assert (left, after) == ((), [])


def _pages_with_traces(url: str) -> list[str]:
    """The tables in whose files the canary or the number stands; only a superuser may look."""
    engine = create_engine(database_url(url), isolation_level="AUTOCOMMIT")
    look = text("SELECT position(:word in pg_read_binary_file(pg_relation_filepath(:name)))")
    found = []
    with engine.connect() as connection:
        connection.execute(text("CHECKPOINT"))
        for name in metadata.tables:
            for word in (CANARY, PHONE.removeprefix("+")):
                given = {"word": word.encode(), "name": name}
                if connection.execute(look, given).scalar():
                    found.append(name)
    engine.dispose()
    return found


async def test_an_erased_lead_is_gone_and_the_others_stay(store: Store) -> None:
    lead_id = await store.run(_live)
    other = await store.run(
        lambda work: work.leads.find_or_create("fake", "hoa", name="", source="", now=MORNING)
    )
    await store.run(lambda work: work.outbox.put("fake", "hoa", {"text": "Chào"}, MORNING))

    await store.run(lambda work: work.erasure.erase(lead_id))

    assert await store.run(lambda work: work.leads.get(lead_id)) is None
    assert await store.read(lambda work: work.leads.prospect_in("fake", CHAT)) is None
    assert await store.read(lambda work: work.transcript.lines("fake", CHAT)) == ()
    assert await store.read(lambda work: work.leads.prospect_in("fake", "hoa")) == other[0]
    assert await store.read(lambda work: work.outbox.next_due()) == MORNING
    assert await store.read(lambda work: work.lead_lists.count()) == 1


async def test_a_number_that_was_erased_never_comes_back(store: Store) -> None:
    """It stands on buttons in old chats, on pages that drop what they know, and in the audit."""

    def come_and_go(work: Work) -> tuple[int, ...]:
        prospect, _ = work.leads.find_or_create("fake", CHAT, name="", source="", now=MORNING)
        lead_id = prospect.lead_id
        numbers = (
            lead_id,
            prospect.id,
            work.inbox.admit("fake", CHAT, "m:1", "{}", MORNING) or 0,
            work.outbox.put("fake", CHAT, {"text": "Chào"}, MORNING, lead_id=lead_id),
            work.alerts.open(lead_id, "hot", MORNING, MORNING),
        )
        work.erasure.erase(lead_id)
        return numbers

    first = await store.run(come_and_go)
    second = await store.run(come_and_go)

    assert all(later > earlier for earlier, later in zip(first, second, strict=True))
