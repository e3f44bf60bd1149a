"""One turn of a prospect while it is being answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from handlers.business import Business
from handlers.channel import Abilities, IncomingMessage, TextFile
from handlers.posting import Draft
from handlers.prospect.dialogue import Dialogue
from handlers.prospect.replies import Voice, tells_nothing
from handlers.prospect.said import Act, Said
from scoring.lead import Contact, Fact, Lead
from scoring.weights import TRIGGERS
from storage.conversations import CONTACT_CONSENT
from storage.leads import Prospect
from storage.store import Work

# One thing that happened, with its row in the inbox.
Message = tuple[int, IncomingMessage]


@dataclass(slots=True)
class Turn:
    """What was said, what is known, and what we are going to answer."""

    work: Work
    now: datetime
    business: Business
    abilities: Mapping[str, Abilities]
    prospect: Prospect
    lead: Lead
    known: Lead  # the lead before this turn
    dialogue: Dialogue
    language: str
    first_time: bool
    pressed: bool  # the customer pressed a button of the card that is still on top
    said: list[Said] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)  # what we say before the next question
    drafts: list[Draft] = field(default_factory=list)
    may_ask: bool = True  # False: this is no moment for the next question
    promised: bool = False  # it was said when a person comes
    file: TextFile | None = None  # goes with the answer
    # When the customer wants to be written to again, and the words he said it in.
    write_again_at: datetime | None = None
    asked_in: str = ""

    @property
    def voice(self) -> Voice:
        return Voice(self.business, self.language, self.dialogue.you)

    @property
    def acts(self) -> frozenset[Act]:
        return frozenset(act for said in self.said for act in said.acts)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What this turn taught us, the last word on each slot."""
        latest = {fact.slot: fact for said in self.said for fact in said.facts}
        return tuple(latest.values())

    @property
    def tells(self) -> bool:
        """Whether anything was told that is worth going on from."""
        return any(not tells_nothing(fact) for fact in self.facts)

    @property
    def answers(self) -> bool:
        """Whether anything was told, be it that there will be no number."""
        return self.tells or any(isinstance(fact.value, Contact) for fact in self.facts)

    @property
    def wants_a_person(self) -> bool:
        """Asked for somebody, for a call, a quote, an appointment, or to order."""
        kinds = {kind for said in self.said for kind in said.behaviours}
        return Act.HUMAN in self.acts or bool(kinds & TRIGGERS)

    @property
    def is_silent(self) -> bool:
        return all(said.silent for said in self.said)

    @property
    def consent_id(self) -> int | None:
        """The consent to be contacted that stands, if any."""
        return self.work.conversations.agreed(self.prospect.id, CONTACT_CONSENT)

    def says(self, key: str, **values: object) -> None:
        self.lines.append(self.voice.say(key, **values))

    def says_once(self, key: str, again: str = "") -> None:
        """A sentence that nobody wants to hear twice; `again` is what is said instead."""
        if key not in self.dialogue.told:
            self.says(key)
            self.dialogue = self.dialogue.tells(key)
        elif again:
            self.says(again)
