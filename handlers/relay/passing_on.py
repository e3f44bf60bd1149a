"""What a prospect says, passed on to the human who speaks with him; what came before, too."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime

from handlers.channel import GEO, Abilities, IncomingMessage, Kind, Media
from handlers.marking import name as shown_name
from handlers.marking import quote
from handlers.posting import Draft, post
from handlers.relay.audience import Chat, chats_of
from handlers.relay.topics import follow, topic_of
from handlers.texts import knows, say
from scoring.lead import Lead
from storage.leads import Prospect
from storage.outbox import Urgency
from storage.store import Work
from storage.transcript import Line

# So many of the last lines of the chat are shown to whoever opens it.
TRANSCRIPT = 12
# Files are looked for among so many of the prospect's last lines; so many of them are passed on.
_LOOKED_THROUGH, _MOST_FILES = 100, 10
_MAP = "https://www.google.com/maps?q={},{}"
# An event: a file was passed on to somebody of the team.
FILE_PASSED = "file_passed"
# These carry no caption: whose they are stands above them.
_WITHOUT_WORDS = ("sticker", "video_note")


def chat_of(work: Work, lead: Lead) -> Prospect | None:
    """The chat in which the lead wrote last, of those that are open to us if any is."""
    chats = work.leads.prospects_of(lead.id)

    def heard(one: Prospect) -> tuple[bool, datetime | None]:
        lines = work.transcript.lines(one.channel, one.chat_id, limit=1)
        times = [line.at for line in lines if not line.outgoing]
        return one.reachable, max(times, default=None)

    ranked = [(heard(one), one) for one in chats]
    spoken = [(key, one) for key, one in ranked if key[1] is not None]
    if spoken:
        return max(spoken, key=lambda pair: (pair[0][0], pair[0][1]))[1]
    return chats[0] if chats else None


# --- as it comes ----------------------------------------------------------------------------


def relay(
    work: Work,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    messages: Iterable[IncomingMessage],
    now: datetime,
) -> bool:
    """Pass on what a prospect says to the human who speaks with him now. False: nobody does."""
    standing = work.takeovers.active(lead.id, now)
    if standing is None:
        return False
    follow(work, abilities, lead.id, now)
    places = _places(work, lead.id, standing.staff_id)
    for message in messages:
        for chat, topic_row in places:
            draft = _passed_on(lead, message, chat.language)
            if draft is None:
                continue
            _put(work, abilities, lead.id, chat, topic_row, draft, now)
            if draft.media is not None:
                _is_new_there(work, lead.id, chat, message.key, now)
    return True


def _passed_on(lead: Lead, message: IncomingMessage, language: str) -> Draft | None:
    if message.kind in (Kind.TEXT, Kind.EDITED):
        return _said(lead, message.text, language)
    if message.kind is Kind.CONTACT:
        return _said(lead, message.phone, language)
    if message.kind is not Kind.ATTACHMENT:
        return None
    if place := place_of(message.file):
        return _file("takeover.sent_file", lead, message.attachment, place, None, language)
    media = media_of(message)
    return _file("takeover.sent_file", lead, message.attachment, message.text, media, language)


def _said(lead: Lead, words: str, language: str) -> Draft:
    text = say("takeover.said", language, lead=lead.id, name=_called(lead, language), text=words)
    return Draft(text)


def _file(
    key: str, lead: Lead, kind: str, caption: str, media: Media | None, language: str
) -> Draft:
    text = say(
        key,
        language,
        lead=lead.id,
        name=_called(lead, language),
        kind=_kind_of_file(kind, language),
        text=quote(caption),
    )
    return Draft(text.strip(), media=media)


def _called(lead: Lead, language: str) -> str:
    return shown_name(lead.name) or say("alert.anonymous", language)


def place_of(file: str) -> str:
    """A map of where somebody says to be, from the geo: address a channel gives; "" for a file."""
    latitude, _, longitude = file.removeprefix(GEO).partition(",")
    return _MAP.format(latitude, longitude) if file.startswith(GEO) else ""


def media_of(message: IncomingMessage) -> Media | None:
    """The file of a message, None where it has none that could be sent again."""
    if message.kind is not Kind.ATTACHMENT or not message.file or place_of(message.file):
        return None
    return Media(message.attachment, message.file, message.channel, message.file_name)


def _places(work: Work, lead_id: int, staff_id: int) -> list[tuple[Chat, int]]:
    """The lead's topic where there is one, else the member's own chats; with the topic's row."""
    return topic_of(work, lead_id) or [(chat, 0) for chat in chats_of(work, staff_id)]


def _put(
    work: Work,
    abilities: Mapping[str, Abilities],
    lead_id: int,
    chat: Chat,
    topic_row: int,
    draft: Draft,
    now: datetime,
) -> None:
    able = abilities[chat.channel]
    media = draft.media if able.media else None
    drafts = [Draft(draft.text, topic_row=topic_row, media=media)]
    if media is not None and media.kind in _WITHOUT_WORDS:
        # It has no caption: whose it is stands above it.
        drafts = [
            Draft(draft.text, topic_row=topic_row),
            Draft("", topic_row=topic_row, media=media),
        ]
    post(
        work,
        chat.channel,
        chat.chat_id,
        drafts,
        able,
        now,
        urgency=Urgency.ALERT,
        lead_id=lead_id,
    )


# --- what came before -------------------------------------------------------------------------


def pass_on_earlier_files(
    work: Work, abilities: Mapping[str, Abilities], lead: Lead, staff_id: int, now: datetime
) -> None:
    """The files that the prospect sent while nobody spoke with him: each once to each chat."""
    prospect = chat_of(work, lead)
    if prospect is None:
        return
    lines = work.transcript.lines(prospect.channel, prospect.chat_id, limit=_LOOKED_THROUGH)
    came = [one for one in lines if not one.outgoing and one.payload.get("file")]
    files = [one for one in came if not place_of(one.payload["file"])]
    places = _places(work, lead.id, staff_id)
    for line in files[-_MOST_FILES:]:
        for chat, topic_row in places:
            if _is_new_there(work, lead.id, chat, line.payload["key"], now):
                draft = _earlier(lead, prospect, line, chat.language)
                _put(work, abilities, lead.id, chat, topic_row, draft, now)


def _earlier(lead: Lead, prospect: Prospect, line: Line, language: str) -> Draft:
    kind, name = line.payload["attachment"], line.payload.get("file_name", "")
    media = Media(kind, line.payload["file"], prospect.channel, name)
    caption = line.payload.get("text", "")
    return _file("takeover.sent_file_before", lead, kind, caption, media, language)


def _is_new_there(work: Work, lead_id: int, chat: Chat, key: str, now: datetime) -> bool:
    """False: the file of this message was passed on to this chat before."""
    place = hashlib.sha256(f"{chat.channel}:{chat.chat_id}:{key}".encode()).hexdigest()
    once = f"{FILE_PASSED}:{lead_id}:{place[:32]}"
    return work.events.record(lead_id, FILE_PASSED, now, key=once) is not None


def transcript(work: Work, lead: Lead, language: str) -> str:
    """The last lines of the lead's chat, for whoever takes it over."""
    prospect = chat_of(work, lead)
    if prospect is None:
        return ""
    lines = work.transcript.lines(prospect.channel, prospect.chat_id, limit=TRANSCRIPT)
    names = {one.id: one.name for one in work.team.everybody()}
    told = [
        _line(line, words, names, language) for line in lines if (words := words_of(line, language))
    ]
    return "\n".join(told[-TRANSCRIPT:])


def _line(line: Line, words: str, names: Mapping[int, str], language: str) -> str:
    """A line with who said it: the prospect, the bot, or a member of the team."""
    if not line.outgoing:
        return say("takeover.line_them", language, text=words)
    name = names.get(line.payload.get("by", 0), "")
    if name:
        return say("takeover.line_staff", language, name=shown_name(name), text=words)
    return say("takeover.line_us", language, text=words)


def words_of(line: Line, language: str) -> str:
    """A line in words; a file by what it is, a start is none."""
    if line.payload.get("kind") == Kind.START:
        return ""
    text = quote(line.payload.get("text", ""))
    kind = line.payload.get("attachment") or next(iter(line.payload.get("media", ())), "")
    return f"[{_kind_of_file(kind, language)}] {text}".strip() if kind else text


def _kind_of_file(kind: str, language: str) -> str:
    key = f"attachment.{kind}"
    return say(key if knows(key) else "attachment.other", language)
