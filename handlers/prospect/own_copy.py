"""The whole copy of what we hold of a person: facts, consents, score and every message."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from handlers import hours
from handlers.channel import TextFile
from handlers.prospect import replies
from handlers.prospect.turn import Turn
from handlers.score.objection import objects
from handlers.score.reasons import reason_words
from storage.follow_ups import DUE
from storage.transcript import Line

# More is written in no chat that we know; the file says so if it were.
_MOST_LINES = 20_000


def as_file(turn: Turn) -> TextFile:
    name = turn.voice.say("copy.file", day=f"{_local(turn, turn.now):%Y-%m-%d}")
    # Editors of old phones and desktops take a text for UTF-8 by its mark.
    return TextFile(name, "\ufeff" + whole(turn))


def whole(turn: Turn) -> str:
    """All of this chat and its lead, part by part, in the reader's language."""
    parts = (_known(turn), _consents(turn), _score(turn), _ahead(turn), _messages(turn))
    return "\n\n".join("\n".join(part) for part in parts if part)


def _known(turn: Turn) -> list[str]:
    name = turn.lead.name or turn.prospect.name
    known = replies.what_we_know(turn.lead, name, turn.consent_id is not None, turn.voice)
    return known.splitlines()


def _consents(turn: Turn) -> list[str]:
    kept = turn.work.conversations.consents(turn.prospect.id)
    lines = [
        turn.voice.say(
            "copy.consent",
            at=_clock(turn, one.at),
            purpose=turn.voice.say(f"copy.{one.purpose}"),
            given=turn.voice.say("copy.yes" if one.given else "copy.no"),
            version=one.text_version,
        )
        for one in kept
    ]
    return [turn.voice.say("copy.consents"), *lines] if lines else []


def _score(turn: Turn) -> list[str]:
    """What the machine makes of it, with the reasons."""
    taken = turn.work.events.last_snapshot(turn.lead.id)
    if taken is None or objects(turn.lead):
        return []
    language = turn.language
    title = turn.voice.say(
        "copy.score",
        points=round(taken.score),
        temperature=turn.voice.say(f"temperature.{taken.temperature}"),
    )
    return [title, *(f"• {reason_words(one.points, one.key, language)}" for one in taken.reasons)]


def _ahead(turn: Turn) -> list[str]:
    """When we mean to write by ourselves."""
    planned = [
        f"• {_clock(turn, step.due_at)}"
        for step in turn.work.follow_ups.of_lead(turn.lead.id)
        if step.state == DUE and step.prospect_id == turn.prospect.id
    ]
    return [turn.voice.say("copy.ahead"), *planned] if planned else []


def _messages(turn: Turn) -> list[str]:
    prospect = turn.prospect
    lines = turn.work.transcript.lines(prospect.channel, prospect.chat_id, limit=_MOST_LINES)
    said = [_line(turn, one) for one in lines]
    return [turn.voice.say("copy.messages", count=len(said)), *said]


def _line(turn: Turn, line: Line) -> str:
    who = turn.voice.say("copy.us" if line.outgoing else "copy.you")
    return f"[{_clock(turn, line.at)}] {who}: {_words(turn, line)}"


def _words(turn: Turn, line: Line) -> str:
    plain: dict[str, Any] = line.payload
    parts = [str(plain.get("text") or ""), str(plain.get("phone") or "")]
    if plain.get("button"):
        parts.append(turn.voice.say("copy.pressed"))
    if plain.get("attachment"):
        parts.append(f"({plain['attachment']})")
    if plain.get("media"):
        parts.append(f"({json.dumps(plain['media'][0])[1:-1]})")
    return " ".join(filter(None, parts))


def _local(turn: Turn, at: datetime) -> datetime:
    return at.astimezone(hours.zone_of(turn.business))


def _clock(turn: Turn, at: datetime) -> str:
    return f"{_local(turn, at):%H:%M %d/%m/%Y}"
