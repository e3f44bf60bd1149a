"""What a handler says, put into the outbox in the form the channel can take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from handlers.channel import Abilities, Button, Enclosure, Mark, Media, TextFile, TopicAct
from handlers.chart import Chart
from handlers.marking import unmarked
from storage.outbox import Urgency
from storage.store import Work

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A message before it knows its channel."""

    text: str
    buttons: Rows = ()
    edits_row: int = 0  # outbox row of the message to change in place, 0 for a new one
    ask_contact: str = ""
    hide_keyboard: bool = False
    edits_id: str = ""  # the platform's id of the message to change, where no row is known
    topic_row: int = 0  # outbox row of the topic it is written in
    opens_topic: str = ""  # a topic of this name is opened; nothing is said
    topic_act: TopicAct | None = None  # done to the topic of `topic_row`; nothing is said
    leaves: bool = False  # we go out of this group; nothing is said
    media: Media | None = None
    by: int = 0  # the member of staff whose words these are, 0 for the bot's own
    asks: tuple[str, int] | None = None  # what an answer to this means, and the lead it is about
    file: TextFile | None = None
    encloses: tuple[Enclosure, ...] = ()
    charts: tuple[Chart, ...] = ()  # drawn as it leaves, shown as one album
    caption: str = ""  # stands under them instead of the text
    numbered: bool = True  # without buttons their numbers press them; False: a number says itself

    @property
    def menu(self) -> tuple[str, ...]:
        """What the buttons carry, in the order in which they are numbered."""
        return tuple(button.data for row in self.buttons for button in row if button.data)


def post(
    work: Work,
    channel: str,
    chat_id: str,
    drafts: Iterable[Draft],
    abilities: Abilities,
    now: datetime,
    *,
    urgency: Urgency = Urgency.REPLY,
    lead_id: int | None = None,
    key: str | None = None,
) -> int:
    """Write the messages of one turn; answers the outbox row of the last, 0 for none.

    For a channel that is not connected nothing is written: it would all come at once when it is.
    """
    if not abilities.is_connected:
        return 0
    said = [draft for draft in drafts if _says_or_does(draft)]
    if abilities.one_message_a_turn and len(said) > 1:
        said = [_merged(said)]
    row = 0
    for draft in said:
        fitted = fit(draft, abilities)
        text, marks = unmarked(fitted.text)
        payload: dict[str, Any] = {
            "text": text,
            "buttons": [list(map(_as_plain, line)) for line in fitted.buttons],
            "edits_row": fitted.edits_row,
            "ask_contact": fitted.ask_contact,
            "hide_keyboard": fitted.hide_keyboard,
            # What the numbers in the text stand for, where there are no buttons.
            "menu": [] if abilities.buttons or not draft.numbered else list(draft.menu),
        }
        payload |= _seldom(fitted, marks)
        if fitted.file is not None:
            payload["file"] = {"name": fitted.file.name, "text": fitted.file.text}
        row = work.outbox.put(
            channel, chat_id, payload, now, urgency=urgency, lead_id=lead_id, key=key
        )
    return row


def _says_or_does(draft: Draft) -> bool:
    return bool(draft.text or draft.media or draft.opens_topic or draft.topic_act or draft.leaves)


def _as_plain(button: Button) -> dict[str, str]:
    plain = {"label": button.label, "data": button.data, "style": button.style}
    return {**plain, "copies": button.copies} if button.copies else plain


def _seldom(draft: Draft, marks: tuple[Mark, ...]) -> dict[str, Any]:
    """What few messages carry: left out where it is empty."""
    found: dict[str, Any] = {
        "edits_id": draft.edits_id,
        "topic_row": draft.topic_row,
        "opens_topic": draft.opens_topic,
        "topic_act": draft.topic_act,
        "leaves": draft.leaves,
        "by": draft.by,
        "asks": list(draft.asks or ()),
        "marks": [
            [one.start, one.length, int(one.at.timestamp()) if one.at else None] for one in marks
        ],
    }
    found["encloses"] = [[one.kind, one.address] for one in draft.encloses]
    found["charts"] = [one.as_plain() for one in draft.charts]
    found["caption"] = draft.caption
    if draft.media is not None:
        media = draft.media
        found["media"] = [media.kind, media.file, media.channel, media.name]
    return {name: value for name, value in found.items() if value}


def fit(draft: Draft, abilities: Abilities) -> Draft:
    """The draft for a channel: choices are numbered in the text where there are no buttons."""
    if not abilities.edits:
        draft = replace(draft, edits_row=0, edits_id="")
    if not abilities.copies:
        rows = (tuple(one for one in row if not one.copies) for row in draft.buttons)
        draft = replace(draft, buttons=tuple(row for row in rows if row))
    if not (abilities.asks_contact or abilities.phone_field):
        draft = replace(draft, ask_contact="")
    if not abilities.asks_contact:
        draft = replace(draft, hide_keyboard=False)
    if not abilities.files:
        draft = replace(draft, file=None)
    if not abilities.albums:
        draft = replace(draft, charts=(), caption="")
    if not abilities.encloses and draft.encloses:
        pages = (one.address for one in draft.encloses if one.is_in_web)
        draft = replace(draft, text="\n".join((draft.text, *pages)), encloses=())
    if not abilities.buttons and draft.buttons:
        labels = [button.label for row in draft.buttons for button in row if button.data]
        lines = [
            f"{number}. {label}" if draft.numbered else f"– {label}"
            for number, label in enumerate(labels, start=1)
        ]
        draft = replace(draft, text="\n".join((draft.text, *lines)), buttons=())
    return draft


def _merged(drafts: list[Draft]) -> Draft:
    text = "\n\n".join(draft.text for draft in drafts)
    return replace(drafts[-1], text=text, edits_row=0)
