"""What managers answered goes into the owner's file, once each; they are told when it stands."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import structlog

from handlers.business import BusinessFileError, parse
from handlers.channel import Abilities
from handlers.clock import Clock
from handlers.faq.faq_file import answers, with_answer, with_phrase
from handlers.posting import Draft, post
from handlers.relay.audience import chats_of
from handlers.texts import say
from handlers.whole_file import write_whole
from storage.store import Store, Work
from storage.unanswered import OPEN, WRITTEN, Answered

log = structlog.get_logger()
_LANGUAGE = "vi"  # where the file does not tell which one the company speaks first


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
            problem, language = await asyncio.to_thread(self._write, said)
            if problem:
                log.warning("an answer could not be written to the business file")
            settle = partial(self._settle, said=said, problem=problem, language=language)
            await self.store.run(settle)

    def _write(self, said: Answered) -> tuple[str, str]:
        """Put it into the file; answers what is in the way, "" for nothing, and its language."""
        language = _LANGUAGE
        if self.file is None:
            return say("faq.no_file", language), language
        try:
            text = self.file.read_text(encoding="utf-8-sig")
            business = parse(text, self.file.name)
            language = business.languages[0]
            if answers(business, said.phrases[0]):
                return "", language  # written before a crash
            if said.entry:
                text = with_phrase(text, self.file.name, said.entry, said.phrases[0])
            else:
                spoken = business.languages
                text = with_answer(text, self.file.name, spoken, said.phrases, said.answer)
            write_whole(self.file, text)
        except BusinessFileError as error:
            return error.faults[0], language
        except LookupError:
            return say("faq.no_entry", language, phrase=said.entry), language
        except OSError as error:
            return f"{self.file.name}: {error.strerror}", language
        return "", language

    def _settle(self, work: Work, said: Answered, problem: str, language: str) -> None:
        now = self.clock.now()
        work.unanswered.settle([said.id], OPEN if problem else WRITTEN, now)
        key = "faq.not_written" if problem else "faq.written"
        text = say(key, language, phrase=said.phrases[0], problem=problem)
        for chat in chats_of(work, said.by):
            if chat.channel in self.abilities:
                able = self.abilities[chat.channel]
                post(work, chat.channel, chat.chat_id, [Draft(text)], able, now)
