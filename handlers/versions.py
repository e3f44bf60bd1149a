"""Earlier versions of the owner's file, kept while cards of theirs are on customers' screens."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime

import structlog

from handlers.business import REMEMBERED, Business
from handlers.owners_file import BusinessFileError, parse
from handlers.prospect.dialogue import Dialogue
from storage.store import Store, Work

log = structlog.get_logger()


def stand_on(work: Work, business: Business, dialogue: Dialogue, now: datetime) -> Dialogue:
    """The dialogue after a card of this version was sent; its text is kept with the first one."""
    if business.digest in ("", dialogue.version):
        return dialogue
    work.versions.keep(business.digest, business.text, now)
    return replace(dialogue, version=business.digest)


async def recall(store: Store, business: Business) -> Business:
    """The company after a start, which still knows the choices of the versions before it.

    Those that no conversation stands on any more are forgotten.
    """
    await store.run(lambda work: work.versions.prune(business.digest))
    texts = await store.read(lambda work: work.versions.texts(business.digest, REMEMBERED))
    return await asyncio.to_thread(_chained, business, texts) if texts else business


def _chained(business: Business, texts: tuple[str, ...]) -> Business:
    before: Business | None = None
    for text in reversed(texts):
        try:
            version = parse(text, "business.yaml")
        except BusinessFileError:
            log.warning("an earlier version of the business file can no longer be read")
            continue
        before = version if before is None else version.after(before)
    return business if before is None else business.after(before)
