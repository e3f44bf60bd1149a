"""The sections `company`, `tone`, `hours`, `consent`: who we are, when, what we may keep."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field

from handlers.business_file.contradiction import Contradiction
from handlers.business_file.values import Days, Hours, Part, Sentences, wrong


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (OSError, ValueError, LookupError):
        raise wrong("zone", given=name) from None


class Company(Part):
    name: Annotated[str, Field(min_length=1, max_length=60)]
    phone: Annotated[str, Field(max_length=40)] = ""
    timezone: Annotated[str, AfterValidator(_zone)] = "Asia/Ho_Chi_Minh"
    country: Literal["VN"] = "VN"
    # Provinces and cities within reach; none: all of them.
    serves: tuple[Annotated[str, Field(min_length=2, max_length=40)], ...] = ()


class Tone(Part):
    """How the bot speaks: a preset, and what differs from it."""

    preset: Literal["than-thien", "trang-trong", "tre-trung"] = "than-thien"
    self: Annotated[str, Field(min_length=1, max_length=24)] | None = None
    customer: Annotated[str, Field(min_length=1, max_length=24)] | None = None
    elder_self: Literal["con", "cháu"] = "con"
    emoji: Literal["none", "sparing"] = "sparing"
    # Whose words the bot uses where north and south differ; chung: those both understand.
    region: Literal["chung", "bac", "nam"] = "chung"


class WorkingHours(Part):
    """Office hours; a day without an entry is free, as are holidays and closed days."""

    mon_fri: Annotated[Hours, Field(alias="mon-fri")] = (time(8), time(17, 30))
    sat: Hours | None = None
    sun: Hours | None = None
    lunch: Hours | None = None
    holidays: Literal["VN", "none"] = "VN"
    # Days the company closes beside the public holidays: "2027-02-04" or "2027-02-04/2027-02-12".
    closed: tuple[Days, ...] = ()


def _flat(value: Any) -> Any:
    """`consent: {vi: …, en: …}` says the same as `consent: {text: {vi: …, en: …}}`."""
    if not isinstance(value, dict) or "text" in value or not ({"vi", "en"} & set(value)):
        return value
    text = {name: value[name] for name in ("vi", "en") if name in value}
    return {"text": text, **{name: one for name, one in value.items() if name not in text}}


class ConsentTerms(Part):
    text: Sentences
    keep_months: Annotated[int, Field(ge=1, le=120)] = 24
    # Whether news and offers are asked for, as a question of its own that is never pre-ticked.
    marketing: Literal["ask", "never"] = "ask"
    # So many messages a month the question promises, and the gate lets pass.
    marketing_a_month: Annotated[int, Field(ge=1, le=31)] = 2


Consent = Annotated[
    ConsentTerms, BeforeValidator(_flat, json_schema_input_type=ConsentTerms | dict[str, Any])
]


def contradictions(hours: WorkingHours) -> Iterator[Contradiction]:
    """Hours that end before they begin."""
    for name, opened in (
        ("mon-fri", hours.mon_fri),
        ("sat", hours.sat),
        ("sun", hours.sun),
        ("lunch", hours.lunch),
    ):
        if opened is not None and opened[0] >= opened[1]:
            yield Contradiction(("hours", name), "closes_first")
