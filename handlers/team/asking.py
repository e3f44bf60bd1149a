"""One thing a member of staff asks or does, with all that is needed to answer it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.business import Business
from handlers.channel import Abilities, IncomingMessage
from handlers.posting import Draft
from handlers.texts import LANGUAGES, say
from scoring.lead import Lead
from storage.store import Work
from storage.team import VIEWED, Member


@dataclass(frozen=True, slots=True)
class Ask:
    """A command with what follows it, or a press of a button."""

    work: Work
    business: Business
    abilities: Mapping[str, Abilities]
    member: Member
    message: IncomingMessage
    message_id: int
    now: datetime
    command: str = ""
    said: str = ""  # what follows the command, as it was typed
    rest: str = ""  # the same, folded
    language: str = LANGUAGES[0]  # in which he is answered
    numbers: Draft | None = None  # what was read beside the writer, where numbers are asked for
    context: int = 0  # the lead whose topic or card this was written in, 0 for none

    @property
    def who(self) -> str:
        """The member as the audit and the moves name him."""
        return f"staff:{self.member.id}"

    def say(self, key: str, **values: object) -> str:
        """The sentence of this key in the language of whoever asks."""
        return say(key, self.language, **values)

    def split(self) -> tuple[Ask, Lead | None]:
        """The lead this is about, and the question without its number.

        Where the place tells the lead (its topic, an answer to its card) a number is part of
        what is said: "/won 25 triệu" there is no lead 25. "#25" is, anywhere.
        """
        first, _, tail = self.rest.partition(" ")
        if self.context and not first.startswith("#"):
            return self, self.seen(self.context)
        lead = self.visible()
        return replace(self, rest=tail, said=self.said.partition(" ")[2]), lead

    def about(self, lead_id: int | None) -> Ask:
        """The same question, about the lead of this number."""
        number = "" if lead_id is None else str(lead_id)
        return replace(self, rest=number, said=number)

    def note(self, action: str, lead_id: int | None = None, detail: str = "") -> None:
        """Write to the audit."""
        self.work.team.note(self.who, action, self.now, lead_id=lead_id, detail=detail)

    def may_see(self, lead: Lead) -> bool:
        """A rep sees his own leads and the pool, a manager all."""
        return self.member.manages or lead.rep_id in (None, self.member.id)

    def may_work_on(self, lead: Lead) -> bool:
        """A rep works on his own leads, a manager on all."""
        return self.member.manages or lead.rep_id == self.member.id

    @property
    def names_a_number(self) -> bool:
        """Whether what was said begins with one: 12, #12."""
        number = self._first
        return number.isascii() and number.isdigit()

    @property
    def _first(self) -> str:
        return self.rest.lstrip("#").split(" ")[0]

    def visible(self) -> Lead | None:
        """The lead whose number stands first in what was said, if this member may see it."""
        return self.seen(int(self._first[:18])) if self.names_a_number else None

    def seen(self, lead_id: int) -> Lead | None:
        """This lead, if this member may see it; either way it is noted."""
        lead = self.work.leads.get(lead_id)
        if lead is None:
            return None
        if not self.may_see(lead):
            self.note("refused", lead.id)
            return None
        self.note(VIEWED, lead.id)
        return lead

    def no_lead(self) -> Draft:
        if not self.names_a_number:
            return Draft(self.say("staff.which_lead", command=self.command))
        return Draft(self.say("staff.no_lead"))
