"""The nouns of the trade: a lead, the facts we know of it, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

# A span is [start, end) in code points of the message as it was written,
# so that message[start:end] is the evidence.
Span = tuple[int, int]


class Temperature(StrEnum):
    COLD = "cold"
    WARM = "warm"
    HOT = "hot"


class Stage(StrEnum):
    NEW = "new"
    MQL = "mql"
    SQL = "sql"
    OPPORTUNITY = "opportunity"
    CUSTOMER = "customer"
    LOST = "lost"
    DISQUALIFIED = "disqualified"


class Slot(StrEnum):
    """What we want to know of a lead: the four letters of BANT, and how to reach it."""

    NEED = "need"
    TIMING = "timing"
    BUDGET = "budget"
    AUTHORITY = "authority"
    CONTACT = "contact"


BANT = (Slot.NEED, Slot.TIMING, Slot.BUDGET, Slot.AUTHORITY)


class BudgetStatus(StrEnum):
    KNOWN = "known"
    UNKNOWN = "unknown"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Budget:
    """What somebody can spend. Whole dong where the currency is VND; None is an open end."""

    status: BudgetStatus
    span: Span
    text: str
    confidence: float
    min: float | None = None
    max: float | None = None
    currency: str = "VND"
    period: str | None = None  # day, week, month, quarter, year
    per: str | None = None  # user, unit, branch, area
    approx: bool = False
    assumed_unit: int | None = None  # 1_000, 1_000_000, 1_000_000_000 where we had to guess


class TimingStatus(StrEnum):
    KNOWN = "known"
    UNKNOWN = "unknown"


class Horizon(StrEnum):
    IMMEDIATE = "immediate"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    LATER = "later"
    UNKNOWN = "unknown"


class TimingKind(StrEnum):
    POINT = "point"
    PERIOD = "period"
    DEADLINE = "deadline"
    AFTER = "after"
    URGENCY = "urgency"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Timing:
    """When somebody wants to buy. Both dates are inclusive, in the business's zone."""

    status: TimingStatus
    horizon: Horizon
    kind: TimingKind
    span: Span
    text: str
    confidence: float
    earliest: date | None = None
    latest: date | None = None


class BuyingRole(StrEnum):
    DECISION_MAKER = "decision_maker"
    INFLUENCER = "influencer"
    NO_AUTHORITY = "no_authority"
    JOINT = "joint"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Authority:
    """Who decides."""

    role: BuyingRole
    span: Span
    text: str
    confidence: float
    approved: bool = False
    decider: str | None = None


class NeedStatus(StrEnum):
    STATED = "stated"
    VAGUE = "vague"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Quantity:
    value: float
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Need:
    """What somebody wants, in his own words."""

    status: NeedStatus
    span: Span
    text: str
    confidence: float
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach somebody. Phones are E.164, best first."""

    confidence: float
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    name: str | None = None
    honorific: str | None = None
    company: str | None = None
    handles: tuple[str, ...] = ()
    refused: bool = False
    # Where each of the above stands, by field name: {"phones": [(8, 20)], "name": [(4, 7)]}.
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)


FactValue = Budget | Timing | Authority | Need | Contact


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing learned, with the message that said it."""

    slot: Slot
    value: FactValue
    message_id: int
    learned_at: datetime

    @property
    def confidence(self) -> float:
        return self.value.confidence


@dataclass(frozen=True, slots=True)
class Heat:
    """How much one kind of behaviour counts, as of `at`, the last time; it decays from there."""

    kind: str
    value: float
    at: datetime
    message_id: int | None = None  # of the last one
    event_id: int | None = None  # of the last one
    # How many were counted in the 24 hours that began then, for the daily cap.
    day_from: datetime | None = None
    day_count: int = 1


@dataclass(frozen=True, slots=True)
class Reason:
    """Points, and what for: `key` names a sentence, the rest is the evidence.

    `words` are as they were said in the message; `at` is when the last event happened.
    """

    points: float
    key: str
    words: str = ""
    message_id: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What the relationship says of a lead. None is not known and counts nothing."""

    existing_customer: bool | None = None
    referral: bool | None = None
    in_area: bool | None = None
    verified: bool | None = None  # a contact channel is verified
    competitor_named: bool | None = None

    def known(self) -> dict[str, bool]:
        """What is known, by name."""
        values = {
            "existing_customer": self.existing_customer,
            "referral": self.referral,
            "in_area": self.in_area,
            "verified": self.verified,
            "competitor_named": self.competitor_named,
        }
        return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Freeze:
    """A rep's own judgement of the temperature, with his reason; the score goes on by itself."""

    temperature: Temperature
    until: datetime
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Lead:
    """A possible customer. Immutable: `learn` answers a new lead."""

    id: int
    name: str = ""
    facts: tuple[Fact, ...] = ()
    heat: tuple[Heat, ...] = ()
    profile: Profile = Profile()
    stage: Stage = Stage.NEW
    temperature: Temperature = Temperature.COLD
    points: float = 0.0  # 0 to 100
    completeness: int = 0  # percent of BANT that is known
    hot_until: datetime | None = None  # an explicit wish to buy keeps a lead hot until then
    source: str = ""
    channel: str = ""  # where the first word was said
    rep_id: int | None = None
    tied_to: int | None = None  # the lead that is the same customer for the team, in another chat
    # Hash of the rules under which `heat` was counted; with another word here it is counted anew
    # from the events at the next weighing (two leads became one, say).
    rules: str = ""
    frozen: Freeze | None = None  # a rep said otherwise
    model: str = ""  # hash of the learned model in force when the lead was read
    bands: str = ""  # the thresholds the owner took by a tap, as they were stored
    chance: float | None = None  # of becoming a customer, by that model

    def fact(self, slot: Slot) -> Fact | None:
        """The latest fact of this kind, or None."""
        return next((fact for fact in reversed(self.facts) if fact.slot is slot), None)

    def learn(self, facts: tuple[Fact, ...]) -> Lead:
        return replace(self, facts=self.facts + facts)


def as_json(value: Any) -> Any:
    """A value of this file as plain dicts, lists, strings and numbers."""
    if isinstance(value, str | int | None):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, tuple | list):
        return [as_json(one) for one in value]
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    kind = type(value)
    if kind not in _NAMES:
        _NAMES[kind] = tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
    names = _NAMES[kind]
    return {name: as_json(getattr(value, name)) for name in names} if names else value


# The fields of each dataclass met, none of any other class: asking it anew takes longer.
_NAMES: dict[type, tuple[str, ...]] = {}


def value_from_json(slot: Slot, plain: dict[str, Any]) -> FactValue:
    """The value of a fact back from `as_json`, or from what `understand` prints.

    Raises KeyError, TypeError or ValueError where the form is not that of the slot.
    """
    given = {"confidence": 1.0, "span": (0, 0), "text": "", **plain}
    evidence = {
        "span": tuple(given["span"]),
        "text": given["text"],
        "confidence": float(given["confidence"]),
    }
    if slot is Slot.BUDGET:
        optional = ("min", "max", "currency", "period", "per", "approx", "assumed_unit")
        rest = {name: given[name] for name in optional if name in given}
        return Budget(status=BudgetStatus(given["status"]), **evidence, **rest)
    if slot is Slot.TIMING:
        return Timing(
            status=TimingStatus(given["status"]),
            horizon=Horizon(given["horizon"]),
            kind=TimingKind(given.get("kind", TimingKind.NONE)),
            earliest=_date(given.get("earliest")),
            latest=_date(given.get("latest")),
            **evidence,
        )
    if slot is Slot.AUTHORITY:
        return Authority(
            role=BuyingRole(given["role"]),
            approved=bool(given.get("approved", False)),
            decider=given.get("decider"),
            **evidence,
        )
    if slot is Slot.NEED:
        quantities = tuple(
            Quantity(one["value"], one["unit"], tuple(one.get("span", (0, 0))))
            for one in given.get("quantities", ())
        )
        return Need(status=NeedStatus(given["status"]), quantities=quantities, **evidence)
    return Contact(
        confidence=evidence["confidence"],
        phones=tuple(given.get("phones", ())),
        emails=tuple(given.get("emails", ())),
        name=given.get("name"),
        honorific=given.get("honorific"),
        company=given.get("company"),
        handles=tuple(given.get("handles", ())),
        refused=bool(given.get("refused", False)),
        spans={name: _spans(found) for name, found in given.get("spans", {}).items()},
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _spans(found: list[Any]) -> tuple[Span, ...]:
    """Where there is one of a thing its span stands alone, else there is a list of spans."""
    many = found if found and isinstance(found[0], list | tuple) else [found]
    return tuple((one[0], one[1]) for one in many)
