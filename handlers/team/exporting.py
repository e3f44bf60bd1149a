"""/export: the leads as a file, to a manager alone and in his own chat."""

from __future__ import annotations

from handlers import hours
from handlers.buttons import Press
from handlers.lead_files import giving_out
from handlers.lead_files.giving_out import NotOnTheTeamError, Wanted
from handlers.lead_files.made_for_chat import MOST_ROWS, Asked
from handlers.numbers.periods import Period, PeriodError, period_named, period_of
from handlers.posting import Draft
from handlers.team import lists
from handlers.team.asking import Ask

_CSV, _WORKBOOK = "csv", "xlsx"


def export(ask: Ask) -> Draft:
    """/export [csv] [nóng] [tuần này] [@Minh]: what is not named is not narrowed."""
    try:
        period = period_named(ask.rest, hours.local_day(ask.business, ask.now))
    except PeriodError:
        return Draft(ask.say("stats.no_period"))
    return _list(ask, period)


def export_of(ask: Ask, press: Press) -> Draft:
    """The same, of the period that a button below its numbers carries."""
    try:
        code = press.args[0] if press.args else ""
        period = period_of(code, hours.local_day(ask.business, ask.now))
    except PeriodError:
        return Draft(ask.say("question.stale"))
    return _list(ask, period)


def _list(ask: Ask, period: Period | None) -> Draft:
    if ask.message.group:
        return Draft(ask.say("export.in_private"))
    if not ask.abilities[ask.message.channel].lists:
        return Draft(ask.say("export.not_here"))
    wanted = Wanted(
        ask.language,
        lists.temperature_in(ask.rest),
        rep=ask.said.partition("@")[2].strip(),
        since=period.first if period is not None else None,
        until=period.last if period is not None else None,
    )
    try:
        count = giving_out.count(ask.work, ask.business, wanted)
    except NotOnTheTeamError as error:
        team = ", ".join(error.team)
        return Draft(ask.say("export.nobody", name=wanted.rep, team=team))
    if not count or count > MOST_ROWS:
        return Draft(ask.say("export.none" if not count else "export.too_many", count=count))
    asked = Asked(_file_name(ask), ask.who, wanted)
    return Draft(ask.say("export.list", count=count), media=asked.as_media())


def _file_name(ask: Ask) -> str:
    local = ask.now.astimezone(hours.zone_of(ask.business))
    kind = _CSV if _CSV in ask.rest.split() else _WORKBOOK
    return f"{ask.say('export.file')}-{local:%Y%m%d-%H%M}.{kind}"
