"""/models: the scores learned from own outcomes, who put which in force and why, and the choice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers import buttons, hours, wording
from handlers.business import Business
from handlers.buttons import Press
from handlers.channel import Button
from handlers.posting import Draft, Rows
from handlers.score.model_in_force import fits
from handlers.score.own_learning import (
    BY_EVIDENCE,
    CHOICE,
    POINTS_ALONE,
    RECALIBRATED,
    Known,
    known_versions,
)
from handlers.score.stages import BOT
from handlers.team.asking import Ask
from handlers.texts import say
from scoring.calibration import FEWEST_OUTCOMES
from scoring.learned.own_model import from_json
from storage.models import ACTIVE, Version
from storage.store import Work
from storage.team import Role

SHOWN = 6  # versions
_SHORT = 6  # of a hash, for people
_OWNER = "owner"
_AUTO = "auto"


def models(ask: Ask) -> Draft:
    """For managers; the buttons are for the owner."""
    if not ask.member.manages:
        ask.note("refused")
        return Draft(ask.say("staff.refused", role=ask.say(f"role.{Role.MANAGER}")))
    return _draft(ask)


def choose(ask: Ask, press: Press) -> Draft:
    """The owner tapped: this version, the points alone, or whatever the evidence says."""
    if ask.member.role is not Role.OWNER:
        ask.note("refused")
        return Draft(ask.say("staff.refused", role=ask.say(f"role.{Role.OWNER}")))
    chosen = press.args[0] if press.args else ""
    work, now = ask.work, ask.now
    if chosen == _AUTO:
        work.settings.drop(CHOICE)
    elif chosen == POINTS_ALONE:
        work.settings.put(CHOICE, POINTS_ALONE)
        work.models.retire(who=ask.who, why=_OWNER, now=now)
    else:
        version = work.models.version(chosen)
        if version is None or not fits(from_json(version.content)):
            return Draft(ask.say("question.stale"))
        work.settings.put(CHOICE, version.hash)
        if version.state != ACTIVE:
            work.models.activate(version.hash, who=ask.who, why=_OWNER, now=now)
    ask.note("model", detail=f"chosen: {chosen}")
    return _draft(ask, ask.say("models.chosen"))


def why_words(why: str, metrics: Mapping[str, Any], language: str) -> str:
    """Why a version is in its state, in words."""
    if why == RECALIBRATED:
        return say("models.recalibrated", language)
    if why == _OWNER:
        return say("models.by_owner", language)
    if why.startswith("-> "):
        return say("models.replaced", language, name=why[3 : 3 + _SHORT])
    if why.startswith(("z = ", "alarm")):
        return say("models.alarm", language, why=why.removeprefix("alarm, "))
    if "gain" in metrics:
        told = {name: f"{metrics[name]:.3f}" for name in ("gain", "error")}
        return say("models.proof", language, **told, later=metrics["later"])
    return why


def _draft(ask: Ask, first: str = "") -> Draft:
    known = known_versions(ask.work)
    if not known.versions:
        return Draft(ask.say("calibration.model_none", least=FEWEST_OUTCOMES))
    lines = [first, ask.say("models.title")]
    for one in _latest(known):
        lines += _lines(ask.work, ask.business, one, ask.language)
    lines += ("", _who_chooses(known, ask.language))
    rows = _choices(known, ask.language) if ask.member.role is Role.OWNER else ()
    return Draft("\n".join(lines).strip(), rows)


def _latest(known: Known) -> list[Version]:
    """The one in force, then the newest."""
    newest = sorted(known.versions, key=lambda one: (one.state == ACTIVE, one.id), reverse=True)
    return newest[:SHOWN]


def _lines(work: Work, business: Business, version: Version, language: str) -> list[str]:
    metrics, zone = version.metrics, hours.zone_of(business)
    lines = [
        say(
            "models.line",
            language,
            name=version.hash[:_SHORT],
            state=say(f"models.{version.state}", language),
            day=wording.day(version.changed_at.astimezone(zone).date()),
            who=_who(work, version.who, language),
            why=why_words(version.why, metrics, language),
        )
    ]
    if "from" in metrics:
        start, end = (datetime.fromisoformat(metrics[name]) for name in ("from", "to"))
        lines.append(
            say(
                "models.learned_from",
                language,
                count=metrics["outcomes"],
                won=metrics["won"],
                touched=metrics["touched"],
                start=wording.day(start.astimezone(zone).date()),
                end=wording.day(end.astimezone(zone).date()),
            )
        )
    return lines


def _who(work: Work, who: str, language: str) -> str:
    if who == BOT:
        return say("models.bot", language)
    number = who.partition(":")[2]
    member = work.team.member(int(number)) if number.isdigit() else None
    return member.name if member is not None else who


def _who_chooses(known: Known, language: str) -> str:
    if known.choice == BY_EVIDENCE:
        return say("models.chooses_bot", language)
    if known.choice == POINTS_ALONE:
        return say("models.chooses_points", language)
    return say("models.chooses_version", language, name=known.choice[:_SHORT])


def _choices(known: Known, language: str) -> Rows:
    others = [one for one in _latest(known) if one.state != ACTIVE]
    rows = [
        (Button(say("models.take", language, name=one.hash[:_SHORT]), _carry(one.hash)),)
        for one in others
    ]
    if known.active is not None:
        rows.append((Button(say("models.take_points", language), _carry(POINTS_ALONE)),))
    if known.choice != BY_EVIDENCE:
        rows.append((Button(say("models.take_auto", language), _carry(_AUTO)),))
    return tuple(rows)


def _carry(chosen: str) -> str:
    return buttons.data("model", chosen)
