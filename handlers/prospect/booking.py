"""A consultation is booked: free times of the reps, one tap, a calendar file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from handlers import buttons, hours, wording
from handlers.business import Business
from handlers.channel import Button, TextFile
from handlers.follow_up import appointments, reminders
from handlers.posting import Draft
from handlers.prospect.dialogue import BOOKING
from handlers.prospect.replies import Voice, in_rows, to_a_person
from handlers.prospect.time_wanted import LOOK_AHEAD, OFFER
from handlers.prospect.turn import Turn
from handlers.relay import audience
from handlers.relay.rotation import those_here
from handlers.texts import telling
from scoring.lead import Contact, Slot
from storage.appointments import NOBODY, Appointment
from storage.follow_ups import CANCELLED, DUE
from storage.store import Work
from storage.team import Member, Role

LENGTH = timedelta(minutes=30)
SOONEST = timedelta(hours=1)  # a rep must see it before it is due
OFFERED = 4
A_DAY_AT_MOST = 2
# Times are offered on the hour; typed, the half hour will do: nobody books a call for 9:37.
_STEP = timedelta(hours=1)
_MINUTES = (0, 30)
AGAIN = "booking.again"
WANTED = "booking.wanted"


def free_times(work: Work, business: Business, now: datetime) -> tuple[datetime, ...]:
    """The next times in office hours at which somebody can call; a few, over two days or more."""
    found: list[datetime] = []
    for start in _free(work, business, now):
        day = hours.local_day(business, start)
        if sum(hours.local_day(business, one) == day for one in found) < A_DAY_AT_MOST:
            found.append(start)
        if len(found) == OFFERED:
            break
    return tuple(found)


def _free(work: Work, business: Business, now: datetime) -> list[datetime]:
    """Every full hour at which at least one of the team can still call."""
    people = _reps(work)
    taken = work.appointments.taken(now, now + LOOK_AHEAD)
    # Who works around the clock is not asked to be called at midnight; he may still say so.
    times = [one for one in _hours_on(business, now) if not hours.is_quiet(business, one)]
    return [
        start
        for start in times
        if any((start, one) not in taken for one in _there(people, business, start))
    ]


def _near(free: list[datetime], first: datetime, last: datetime) -> tuple[datetime, ...]:
    """Free times between two moments, spread over them; where there are none, the nearest."""
    inside = [one for one in free if first <= one <= last]
    if inside:
        step = max(1, len(inside) / OFFERED)
        return tuple(inside[int(place * step)] for place in range(min(OFFERED, len(inside))))
    nearest = sorted(free, key=lambda one: abs(one - first))[:OFFERED]
    return tuple(sorted(nearest))


def _hours_on(business: Business, now: datetime) -> list[datetime]:
    """Every full hour of office time that a whole call fits into."""
    zone = hours.zone_of(business)
    first = (now + SOONEST).astimezone(zone).replace(minute=0, second=0, microsecond=0) + _STEP
    count = int(LOOK_AHEAD / _STEP)
    times = [(first + place * _STEP).astimezone(UTC) for place in range(count)]
    return [one for one in times if _fits(business, one)]


def _fits(business: Business, start: datetime) -> bool:
    """Whether a whole call that starts then is in office hours."""
    if start.minute not in _MINUTES:
        return False
    end = start + LENGTH - timedelta(seconds=1)
    return hours.is_open(business, start) and hours.is_open(business, end)


def fits(turn: Turn, starts_at: datetime) -> bool:
    """Whether a call that starts then could be booked, were somebody free."""
    return starts_at > turn.now and _fits(turn.business, starts_at)


def _reps(work: Work) -> tuple[Member, ...]:
    members = {one.member.id: one.member for one in work.team.accounts(Role.REP)}
    return tuple(members[one] for one in sorted(members))


def _there(reps: tuple[Member, ...], business: Business, at: datetime) -> tuple[int, ...]:
    """Who can call then: on shift and not away; where the team has no reps yet, somebody."""
    return tuple(one.id for one in those_here(reps, business, at)) if reps else (NOBODY,)


def _in_line(turn: Turn, at: datetime) -> list[int]:
    """Whom to book: the lead's own rep before all, then who has the fewest calls before him."""
    taken = turn.work.appointments.taken(turn.now, turn.now + LOOK_AHEAD)
    calls = Counter(staff for _, staff in taken)
    there = _there(_reps(turn.work), turn.business, at)
    return sorted(there, key=lambda one: (one != turn.lead.rep_id, calls[one], one))


# --- in the conversation --------------------------------------------------------------------


def is_called_for(turn: Turn) -> bool:
    """A time is offered once: to whoever asks for one, and where nobody can call at once."""
    told = turn.dialogue.told
    if OFFER in told or not can_be_called(turn) or turn.prospect.opted_out_at is not None:
        return False
    if turn.work.appointments.next_of(turn.lead.id, turn.now) is not None:
        return False
    nobody_comes = turn.work.alerts.open_of(turn.lead.id) is None
    return WANTED in told or nobody_comes or not hours.is_open(turn.business, turn.now)


def can_be_called(turn: Turn) -> bool:
    """Whether there is a number to call."""
    fact = turn.lead.fact(Slot.CONTACT)
    value = fact.value if fact is not None else None
    return isinstance(value, Contact) and bool(value.phones)


def offer(turn: Turn) -> Draft | None:
    """The free times as buttons; None where there are none."""
    return _offered(turn, free_times(turn.work, turn.business, turn.now))


def again(turn: Turn) -> Draft | None:
    """The free times once more, after something else was said meanwhile; not a third time."""
    if AGAIN in turn.dialogue.told:
        return None
    turn.dialogue = turn.dialogue.tells(AGAIN)
    return offer(turn)


def _offered(turn: Turn, times: tuple[datetime, ...]) -> Draft | None:
    if not times:
        return None
    turn.dialogue = turn.dialogue.tells(OFFER).opens(BOOKING)
    choices = [
        Button(_words(turn.business, one, turn.now, turn.voice), buttons.data("slot", _number(one)))
        for one in times
    ]
    any_time = Button(turn.voice.say("booking.any_time"), buttons.data("any_time"))
    return Draft(turn.voice.say(OFFER), (*in_rows(choices), (any_time, to_a_person(turn.voice))))


def settle(turn: Turn, minutes: tuple[int, ...]) -> Draft:
    """A tap on a time, or one that was typed; of a day without an hour the free times are shown."""
    first, *rest = (datetime.fromtimestamp(one * 60, UTC) for one in minutes)
    if not rest:
        return _book(turn, _on_its_day(turn, first))
    free = _free(turn.work, turn.business, turn.now)
    is_free = any(first <= one <= rest[0] for one in free)
    return _others(turn, "" if is_free else "booking.closed", first, rest[0])


def _on_its_day(turn: Turn, at: datetime) -> datetime:
    """Of a call that is booked a bare hour ("đổi sang 10h") is another hour of its day."""
    before = turn.work.appointments.next_of(turn.lead.id, turn.now)
    if before is None or not any(said.hour_alone for said in turn.said):
        return at
    zone = hours.zone_of(turn.business)
    day = before.starts_at.astimezone(zone).date()
    return datetime.combine(day, at.astimezone(zone).time(), zone).astimezone(UTC)


def _others(turn: Turn, why: str, first: datetime, last: datetime) -> Draft:
    """Other times to choose from, and why."""
    near = _near(_free(turn.work, turn.business, turn.now), first, last)
    said = turn.voice.say(why) if why else ""
    others = _offered(turn, near)
    if others is None:
        return Draft(said or turn.voice.say("booking.soon"))
    return replace(others, text="\n".join(filter(None, (said, others.text))))


def _book(turn: Turn, starts_at: datetime) -> Draft:
    """Booked, moved there, or, where that cannot be, others are offered."""
    before = turn.work.appointments.next_of(turn.lead.id, turn.now)
    if before is not None and before.starts_at == starts_at:
        return _confirmed(turn, before, "booking.done")
    if not turn.now < starts_at < turn.now + LOOK_AHEAD or not _fits(turn.business, starts_at):
        return _others(turn, "booking.closed", starts_at, starts_at)
    booked = turn.work.appointments.book(
        turn.lead.id,
        turn.prospect.id,
        _in_line(turn, starts_at),
        starts_at,
        starts_at + LENGTH,
        turn.now,
    )
    if booked is None:
        return _others(turn, "booking.gone", starts_at, starts_at)
    if before is not None:
        turn.work.appointments.cancel(before.id)
    turn.dialogue = turn.dialogue.tells(OFFER)
    appointments.plan(turn.work, turn.business, booked, turn.now)
    _tell_rep(turn, booked)
    _remind_rep(turn, booked)
    return _confirmed(turn, booked, "booking.done" if before is None else "booking.moved")


def book_near(turn: Turn, first: datetime, last: datetime) -> Draft | None:
    """Booked at the hour that was named, else at the nearest free one; None where there is none.

    Between two moments it is the first that is free.
    """
    if first == last:
        first = last = _on_its_day(turn, first)
        exact = _book(turn, first)
        if not exact.buttons:
            return exact
    near = _near(_free(turn.work, turn.business, turn.now), first, last)
    if not near:
        return None
    starts_at = min(near, key=lambda one: abs(one - first))
    booked = _book(turn, starts_at)
    is_as_wished = first <= starts_at <= last
    why = "" if is_as_wished else turn.voice.say("booking.nearest")
    other = turn.voice.say("booking.other_time")
    return replace(booked, text=" ".join(filter(None, (why, booked.text, other))))


def _confirmed(turn: Turn, booked: Appointment, key: str) -> Draft:
    voice = turn.voice
    rep = turn.work.team.member(booked.staff_id) if booked.staff_id else None
    who = rep.name if rep is not None else voice.say("booking.somebody")
    time = _words(turn.business, booked.starts_at, turn.now, voice)
    file = TextFile("hen-tu-van.ics", calendar(booked, turn.business, voice, turn.now))
    return Draft(voice.say(key, time=time, who=who), file=file)


def _tell_rep(turn: Turn, booked: Appointment) -> None:
    """The one who is to call hears of it at once; without a rep the managers do."""
    zone = hours.zone_of(turn.business)
    time = partial(wording.moment, booked.starts_at, turn.now, zone)
    text = telling("booking.rep", lead=turn.lead.id, time=time)
    own = audience.chats_of(turn.work, booked.staff_id) if booked.staff_id else []
    told = own or audience.managers(turn.work)
    audience.tell(turn.work, turn.abilities, told, turn.lead.id, text, turn.now)


def _remind_rep(turn: Turn, booked: Appointment) -> None:
    """It stands on the rep's agenda and rings at its hour; one that was moved does not."""
    for step in turn.work.follow_ups.of_lead(turn.lead.id):
        if step.note == reminders.CALL and step.state == DUE:
            turn.work.follow_ups.settle(step.id, CANCELLED, "replaced", turn.now)
    if booked.staff_id:
        reminders.remind(
            turn.work, turn.lead.id, booked.staff_id, booked.starts_at, reminders.CALL, turn.now
        )


def _words(business: Business, at: datetime, now: datetime, voice: Voice) -> str:
    return wording.moment(at, now, hours.zone_of(business), voice.language)


def _number(at: datetime) -> int:
    """A time as a button carries it: minutes since 1970."""
    return int(at.timestamp()) // 60


# --- the calendar file ----------------------------------------------------------------------


def calendar(booked: Appointment, business: Business, voice: Voice, now: datetime) -> str:
    """The appointment as an iCalendar file (RFC 5545), times in UTC, with a reminder."""
    title = voice.say("booking.title")
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Duyen//Booking//VI",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:appointment-{booked.id}@duyen",
        f"DTSTAMP:{_stamp(now)}",
        f"DTSTART:{_stamp(booked.starts_at)}",
        f"DTEND:{_stamp(booked.ends_at)}",
        f"SUMMARY:{_escaped(title)}",
        f"LOCATION:{_escaped(business.company.phone)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(title)}",
        "TRIGGER:-PT15M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    for one in ("\\", ";", ","):
        text = text.replace(one, f"\\{one}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line of a calendar is longer than 75 bytes; what follows begins with a space."""
    parts: list[str] = []
    part = ""
    for one in line:
        if len((part + one).encode()) > (75 if not parts else 74):
            parts.append(part)
            part = ""
        part += one
    return "\r\n ".join((*parts, part))
