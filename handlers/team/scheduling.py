"""A manager says what he wants to be told by itself, sees it listed, and calls it off."""

from __future__ import annotations

from handlers import buttons, hours, wording
from handlers.buttons import Press
from handlers.channel import Button
from handlers.numbers import rhythm
from handlers.numbers.asked import UnknownRepError, View
from handlers.numbers.periods import PeriodError
from handlers.numbers.rhythm import Often, Rhythm, next_time, rhythm_in
from handlers.numbers.schedules import asked_for, rhythm_of
from handlers.posting import Draft, Rows
from handlers.team.asking import Ask
from storage.schedules import Schedule
from storage.team import Role

ACTION, CALLED_OFF = "schedule", "unschedule"  # of the buttons
_VIEWS = frozenset(View)
# More of them at eight in the morning nobody reads.
_MOST = 10
_ALL_OFF = ("tat", "off", "huy", "thoi", "dung")


def asks(name: str, rest: str) -> bool:
    """Whether a command is to be obeyed again and again, and not now."""
    return name in _VIEWS and rhythm_in(rest) is not None


def keep(ask: Ask) -> Draft:
    """/report 8h hàng ngày, /stats so sánh thứ 2 hàng tuần 9h."""
    found = rhythm_in(ask.rest)
    if found is None:
        return Draft(ask.say("schedule.not_a_time"))
    how, words = found
    return _keep(ask, View(ask.command), how, words)


def schedule(ask: Ask) -> Draft:
    """/schedule: what comes by itself; with a rhythm the report does, "off" ends all."""
    if ask.rest in _ALL_OFF:
        return call_off_all(ask)
    found = rhythm_in(ask.rest)
    if found is not None:
        # "gửi 8h hàng ngày": nothing else is said, so nothing else is meant.
        return _keep(ask, View.REPORT, found[0], "")
    return _listed(ask) if not ask.rest else Draft(ask.say("schedule.not_a_time"))


def pressed(ask: Ask, press: Press) -> Draft:
    """A ready wish below an empty list."""
    if not ask.member.manages:
        ask.note("refused")
        return Draft(ask.say("staff.refused", role=ask.say(f"role.{Role.MANAGER}")))
    often = press.args[0] if press.args else ""
    if often not in (Often.DAILY, Often.WEEKLY):
        return Draft(ask.say("question.stale"))
    return _keep(ask, View.REPORT, _ready(Often(often)), "")


def call_off(ask: Ask, press: Press) -> Draft:
    gone = ask.work.schedules.drop(ask.member.id, press.number(0) or 0)
    ask.note(CALLED_OFF)
    return Draft(ask.say("schedule.off")) if gone else Draft(ask.say("question.stale"))


def call_off_all(ask: Ask) -> Draft:
    gone = ask.work.schedules.drop(ask.member.id)
    ask.note(CALLED_OFF)
    return Draft(ask.say("schedule.off")) if gone else _listed(ask)


def _keep(ask: Ask, view: View, how: Rhythm, words: str) -> Draft:
    if ask.message.group:
        return Draft(ask.say("schedule.in_private"))
    if len(ask.work.schedules.of(ask.member.id)) >= _MOST:
        return Draft(ask.say("schedule.too_many", most=_MOST), _ways_off(ask))
    due_at = next_time(ask.business, how, ask.now)
    try:
        asked_for(ask.work, ask.business, how, view, words, due_at)
    except PeriodError:
        return Draft(ask.say("stats.no_period"))
    except UnknownRepError as error:
        return Draft(ask.say("stats.no_rep", name=error))
    message = ask.message
    wanted = Schedule(
        0,
        ask.member.id,
        message.channel,
        message.chat_id,
        view.value,
        words,
        how.often.value,
        how.day,
        how.at.isoformat("minutes"),
        due_at,
    )
    ask.work.schedules.put(wanted, ask.now)
    ask.note(ACTION, detail=f"{view} {how.often} {how.at:%H:%M}")
    first = wording.moment(due_at, ask.now, hours.zone_of(ask.business), ask.language)
    told = ask.say("schedule.kept", what=_what(ask, wanted), first=first)
    kept = ask.work.schedules.of(ask.member.id)[-1]
    return Draft(told, ((_off_button(ask, kept, ask.say("schedule.call_off")),),))


def _listed(ask: Ask) -> Draft:
    wishes = ask.work.schedules.of(ask.member.id)
    if not wishes:
        ready = (_ready(Often.DAILY), _ready(Often.WEEKLY))
        row = tuple(
            Button(
                ask.say("schedule.ready", when=rhythm.told(one, ask.language)),
                buttons.data(ACTION, one.often),
            )
            for one in ready
        )
        return Draft(ask.say("schedule.none"), tuple((one,) for one in row))
    lines = [ask.say("schedule.title"), *(f"• {_what(ask, one)}" for one in wishes)]
    return Draft("\n".join(lines), _ways_off(ask))


def _ways_off(ask: Ask) -> Rows:
    wishes = ask.work.schedules.of(ask.member.id)
    return tuple((_off_button(ask, one, f"✖ {_what(ask, one)}"),) for one in wishes)


def _off_button(ask: Ask, wanted: Schedule, label: str) -> Button:
    return Button(label, buttons.data(CALLED_OFF, wanted.id))


def _what(ask: Ask, wanted: Schedule) -> str:
    """Báo cáo, 8:00 hằng ngày"""
    name = ask.say(f"schedule.view_{wanted.view}")
    words = f" ({wanted.words})" if wanted.words else ""
    return f"{name}{words}, {rhythm.told(rhythm_of(wanted), ask.language)}"


def _ready(often: Often) -> Rhythm:
    found = rhythm_in("hang ngay" if often is Often.DAILY else "hang tuan")
    assert found is not None
    return found[0]
