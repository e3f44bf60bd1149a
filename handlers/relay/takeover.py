"""A human speaks with a prospect instead of the bot: words and files pass both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from handlers.business import Business
from handlers.channel import Abilities, IncomingMessage, Kind, Media
from handlers.marking import name as shown_name
from handlers.marking import quote
from handlers.posting import Draft, post
from handlers.prospect import replies
from handlers.prospect.dialogue import dialogue_from
from handlers.relay.audience import Chat, chats_of
from handlers.relay.topics import follow, topic_of
from handlers.texts import knows, say
from scoring.lead import Lead
from storage.leads import Prospect
from storage.outbox import Urgency
from storage.store import Work
from storage.team import Member
from storage.transcript import Line

_LANGUAGE = "vi"
# An event: a human wrote to the prospect; the first of them is the first response.
REPLIED = "human_replied"
# So many of the last lines of the chat are shown to whoever opens it.
TRANSCRIPT = 12


def speak(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    member: Member,
    message: IncomingMessage,
    text: str,
    now: datetime,
) -> str:
    """Pass a member's words or file on to the prospect; answers what he is told, "" for nothing.

    From here on the bot is silent, and what it was about to say is not said: the lead's row is
    held, so that no turn of the prospect is answered meanwhile.
    """
    prospect = chat_of(work, lead)
    if prospect is None:
        return say("takeover.no_chat", _LANGUAGE, lead=lead.id)
    if prospect.opted_out_at is not None or not prospect.reachable:
        return say("takeover.closed", _LANGUAGE)
    media = _media(message)
    if media is not None and not abilities[prospect.channel].media:
        return say("takeover.no_media", _LANGUAGE)
    drafts = [Draft(text, media=media, by=member.id)]
    if not _speaks(work, lead.id, member, now):
        work.outbox.silence_bot(prospect.channel, prospect.chat_id)
        drafts.insert(0, Draft(_introduction(work, business, prospect, member), by=member.id))
    work.takeovers.speak(lead.id, member.id, now + business.routing.human_quiet, now)
    work.alerts.touched(lead.id, now)
    work.events.record(lead.id, REPLIED, now, staff_id=member.id)
    post(
        work,
        prospect.channel,
        prospect.chat_id,
        drafts,
        abilities[prospect.channel],
        now,
        lead_id=lead.id,
    )
    return ""


def _speaks(work: Work, lead_id: int, member: Member, now: datetime) -> bool:
    standing = work.takeovers.active(lead_id, now)
    return standing is not None and standing.staff_id == member.id


def _introduction(work: Work, business: Business, prospect: Prospect, member: Member) -> str:
    """Who answers now: said once, in the prospect's language."""
    dialogue = dialogue_from(work.conversations.load(prospect.id))
    language = replies.language_of(prospect, business)
    voice = replies.Voice(business, language, dialogue.you)
    return voice.say("takeover.now", name=member.name)


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
    called = shown_name(lead.name) or say("alert.anonymous", _LANGUAGE)
    for message in messages:
        draft = _passed_on(lead, called, message)
        if draft is not None:
            _to_human(work, abilities, lead.id, standing.staff_id, draft, now)
    return True


def _passed_on(lead: Lead, called: str, message: IncomingMessage) -> Draft | None:
    if message.kind in (Kind.TEXT, Kind.EDITED):
        return Draft(say("takeover.said", _LANGUAGE, lead=lead.id, name=called, text=message.text))
    if message.kind is Kind.CONTACT:
        return Draft(say("takeover.said", _LANGUAGE, lead=lead.id, name=called, text=message.phone))
    if message.kind is not Kind.ATTACHMENT:
        return None
    text = say(
        "takeover.sent_file",
        _LANGUAGE,
        lead=lead.id,
        name=called,
        kind=_kind_of_file(message.attachment),
        text=quote(message.text),
    )
    return Draft(text.strip(), media=_media(message))


def _to_human(
    work: Work,
    abilities: Mapping[str, Abilities],
    lead_id: int,
    staff_id: int,
    draft: Draft,
    now: datetime,
) -> None:
    """Into the lead's topic where there is one, else into the member's own chats."""
    follow(work, abilities, lead_id, now)
    places = topic_of(work, lead_id)
    for chat, topic_row in places or [(chat, 0) for chat in chats_of(work, staff_id)]:
        _put(work, abilities, lead_id, chat, topic_row, draft, now)


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


_WITHOUT_WORDS = ("sticker", "video_note")


def _media(message: IncomingMessage) -> Media | None:
    if message.kind is not Kind.ATTACHMENT or not message.file:
        return None
    return Media(message.attachment, message.file, message.channel, message.file_name)


def transcript(work: Work, lead: Lead) -> str:
    """The last lines of the lead's chat, for whoever takes it over."""
    prospect = chat_of(work, lead)
    if prospect is None:
        return ""
    lines = work.transcript.lines(prospect.channel, prospect.chat_id, limit=TRANSCRIPT)
    told = [
        say(
            "takeover.line_us" if line.outgoing else "takeover.line_them",
            _LANGUAGE,
            text=words,
        )
        for line in lines
        if (words := _words_of(line))
    ]
    return "\n".join(told[-TRANSCRIPT:])


def _words_of(line: Line) -> str:
    """A line in words; a file by what it is, a start is none."""
    if line.payload.get("kind") == Kind.START:
        return ""
    text = quote(line.payload.get("text", ""))
    kind = line.payload.get("attachment") or next(iter(line.payload.get("media", ())), "")
    return f"[{_kind_of_file(kind)}] {text}".strip() if kind else text


def _kind_of_file(kind: str) -> str:
    key = f"attachment.{kind}"
    return say(key if knows(key) else "attachment.other", _LANGUAGE)
