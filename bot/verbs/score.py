"""The verb `score`: facts and events in, points with their reasons out."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from datetime import datetime
from functools import cache, partial
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from bot.json_lines import BadLineError, ZoneOption, converse, moment, offer_range, zone
from handlers.score.reasons import reason_text
from handlers.texts import LANGUAGES
from scoring.engagement import warmed
from scoring.judgement import judge
from scoring.lead import (
    Authority,
    Budget,
    Contact,
    Fact,
    FactValue,
    Heat,
    Lead,
    Need,
    Profile,
    Reason,
    Slot,
    Temperature,
    Timing,
    value_from_json,
)
from scoring.lifecycle import climb
from scoring.weights import GIVEN_BACK, HANDLED, KINDS, PENALTIES, Rules

KNOWN_EVENTS = (*KINDS, *PENALTIES, HANDLED, *GIVEN_BACK)
KNOWN_PROFILE = tuple(one.name for one in fields(Profile))
# What `understand` prints beside the facts: its whole answer may be handed on.
BESIDE_FACTS = frozenset({"id", "version", "text", "lang", "intents", "other_numbers"})
_KINDS: dict[Slot, type[Any]] = {
    Slot.BUDGET: Budget,
    Slot.TIMING: Timing,
    Slot.AUTHORITY: Authority,
    Slot.NEED: Need,
    Slot.CONTACT: Contact,
}


def score(tz: ZoneOption = "Asia/Ho_Chi_Minh") -> None:
    """Read JSON lines {"id","now","facts","events","profile"?,"offer_range"?,"before"?}.

    `facts` are as `understand` prints them, `events` a list of {"kind","at"} in any order,
    "language"? is that of the reasons, vi or en. Prints the points, their parts, temperature,
    stage and reasons of each line. A bad line gives {"id","error"} in its place.
    """
    converse(partial(answer, zone(tz)))


def answer(tz: ZoneInfo, asked: dict[str, Any]) -> dict[str, Any]:
    now = moment(asked.get("now"), "now")
    before = _temperature(asked.get("before"))
    language = _language(asked.get("language"))
    lead = Lead(
        id=0,
        facts=_facts(asked.get("facts"), now),
        heat=_heat(asked.get("events"), now),
        profile=_profile(asked.get("profile")),
        temperature=before,
    )
    rules = Rules(offer_range=offer_range(asked.get("offer_range")), timezone=tz.key)
    found = judge(lead, now, rules, before=before)
    weighed, warmth = found.score, found.temperature
    lead = replace(lead, temperature=warmth, points=weighed.points, hot_until=found.hot_until)
    return {
        "qualification": weighed.qualification,
        "fit": weighed.fit,
        "engagement": weighed.engagement,
        "penalty": weighed.penalty,
        "score": weighed.points,
        "completeness": weighed.completeness,
        "temperature": warmth.value,
        "crossed": warmth is not before,
        "stage": climb(lead, weighed, now).value,
        "reasons": [_reason(one, language) for one in weighed.reasons],
    }


def _reason(reason: Reason, language: str) -> dict[str, Any]:
    shown = {"points": reason.points, "text": reason_text(reason.key, language)}
    # A fact is shown by its words, behaviour by when it was last seen.
    evidence = reason.words or (reason.at and reason.at.isoformat())
    return {**shown, "evidence": evidence} if evidence else shown


def _temperature(name: Any) -> Temperature:
    try:
        return Temperature.COLD if name is None else Temperature(name)
    except ValueError:
        raise BadLineError(f"before: expected one of {', '.join(Temperature)}") from None


def _language(name: Any) -> str:
    if name is None:
        return LANGUAGES[0]
    if name not in LANGUAGES:
        raise BadLineError(f"language: expected one of {', '.join(LANGUAGES)}")
    return str(name)


def _facts(given: Any, now: datetime) -> tuple[Fact, ...]:
    plain = _object(given, "facts", (*Slot, *BESIDE_FACTS))
    facts = []
    for slot in Slot:
        said = plain.get(slot)
        # One value as `understand` prints it, or a list of them in the order they were said.
        values = said if isinstance(said, list) else [said]
        for number, value in enumerate(values):
            if value is not None:
                place = f"facts.{slot}[{number}]" if values is said else f"facts.{slot}"
                facts.append(Fact(slot, _value(slot, value, place), 0, now))
    return tuple(facts)


def _value(slot: Slot, given: Any, place: str) -> FactValue:
    if not isinstance(given, dict):
        raise BadLineError(f"{place}: expected an object as `understand` prints it, or null")
    try:
        value = value_from_json(slot, given)
        checked: FactValue = _form(slot).validate_python(asdict(value))
    except KeyError as error:
        raise BadLineError(f"{place}: {error.args[0]} is missing") from None
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(str(step) for step in (place, *fault["loc"]))
        raise BadLineError(f"{where}: {fault['msg']}") from None
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        raise BadLineError(f"{place}: {error}") from None
    return checked


@cache
def _form(slot: Slot) -> TypeAdapter[Any]:
    """Reading a fact takes every type on trust; the other end of a pipe deserves none."""
    return TypeAdapter(_KINDS[slot])


def _heat(given: Any, now: datetime) -> tuple[Heat, ...]:
    if given is None:
        return ()
    if not isinstance(given, list):
        raise BadLineError("events: expected a list")
    heat: tuple[Heat, ...] = ()
    for number, event in enumerate(given):
        place = f"events[{number}]"
        if not isinstance(event, dict):
            raise BadLineError(f"{place}: expected an object with kind and at")
        if event.get("kind") not in KNOWN_EVENTS:
            raise BadLineError(f"{place}.kind: expected one of {', '.join(KNOWN_EVENTS)}")
        at = moment(event.get("at"), f"{place}.at")
        if at > now:
            raise BadLineError(f"{place}.at: later than now")
        heat = warmed(heat, event["kind"], at)
    return heat


def _profile(given: Any) -> Profile:
    plain = _object(given, "profile", KNOWN_PROFILE)
    for name, value in plain.items():
        if value is not None and not isinstance(value, bool):
            raise BadLineError(f"profile.{name}: expected true, false or null")
    return Profile(**plain)


def _object(given: Any, place: str, known: tuple[str, ...]) -> dict[str, Any]:
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise BadLineError(f"{place}: expected an object")
    for name in given:
        if name not in known:
            raise BadLineError(f"{place}.{name}: no such name")
    return given
