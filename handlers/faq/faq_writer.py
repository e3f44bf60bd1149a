"""What managers answered goes into the owner's file, once each; they are told when it stands."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import structlog

from handlers.channel import Abilities
from handlers.clock import Clock
from handlers.faq.faq_file import answers, with_answer, with_phrase
from handlers.owners_file import BusinessFileError, load
from handlers.posting import Draft, post
from handlers.relay.audience import chats_of
from handlers.texts import Telling, telling
from handlers.whole_file import write_whole
from storage.store import Store, Work
from storage.unanswered import OPEN, WRITTEN, Answered

log = structlog.get_logger()


@dataclass(slots=True)
class FaqWriter:
    """`file` is None where the company has no file of its own: the sample is nobody's to change."""

    store: Store
    file: Path | None
    abilities: Mapping[str, Abilities]
    clock: Clock

    async def look(self) -> None:
        """Write what waits, one answer after the other."""
        for said in await self.store.read(lambda work: work.unanswered.to_write()):
            problem = await asyncio.to_thread(self._write, said)
            if problem is not None:
                log.warning("an answer could not be written to the business file")
            settle = partial(self._settle, said=said, problem=problem)
            await self.store.run(settle)

    def _write(self, said: Answered) -> Telling | None:
        """Put it into the file; answers what is in the way, None for nothing."""
        if self.file is None:
            return telling("faq.no_file")
        try:
            business = load(self.file, beside=False)
            text = business.text
            if answers(business, said.phrases[0]):
                return None  # written before a crash
            if said.entry:
                text = with_phrase(text, self.file.name, said.entry, said.phrases[0])
            else:
                spoken = business.languages
                text = with_answer(text, self.file.name, spoken, said.phrases, said.answer)
            write_whole(self.file, text)
        except BusinessFileError as error:
            fault = error.faults[0]
            return lambda _: fault  # the file's faults are told in its first language
        except LookupError:
            return telling("faq.no_entry", phrase=said.entry)
        except OSError as error:
            why = f"{self.file.name}: {error.strerror}"
            return lambda _: why
        return None

    def _settle(self, work: Work, said: Answered, problem: Telling | None) -> None:
        now = self.clock.now()
        work.unanswered.settle([said.id], WRITTEN if problem is None else OPEN, now)
        key = "faq.written" if problem is None else "faq.not_written"
        text = telling(key, phrase=said.phrases[0], problem=problem)
        for chat in chats_of(work, said.by):
            if chat.channel in self.abilities:
                able = self.abilities[chat.channel]
                draft = Draft(text(chat.language))
                post(work, chat.channel, chat.chat_id, [draft], able, now)
