"""/calibration: whether hot is true, and other thresholds for the owner to take by a tap."""

from __future__ import annotations

from datetime import datetime

from handlers import buttons, wording
from handlers.business import Business
from handlers.buttons import Press
from handlers.channel import Button, Style
from handlers.posting import Draft, Rows
from handlers.score.endings import TOUCHES, ended
from handlers.score.exploring import CALL, DRAWN, LEAVE
from handlers.score.rep_time import arrivals, capacity
from handlers.score.rules import forget_bands, rules_now, take_bands, tapped_bands
from handlers.score.versions import why_words
from handlers.score.watch_lines import watch_lines
from handlers.team.asking import Ask
from handlers.texts import say
from scoring.calibration import (
    FEWEST_OUTCOMES,
    FEWEST_WON,
    Border,
    Judged,
    Rate,
    Report,
    assumed_border,
    report,
)
from scoring.lead import Temperature
from scoring.uplift import uplift
from storage.store import Work
from storage.team import Role

_WARMEST_FIRST = (Temperature.HOT, Temperature.WARM, Temperature.COLD)
_BLOCK, _WIDTH = "▇", 10
KEEP, FILE = "keep", "file"


def draft_of(work: Work, business: Business, now: datetime, language: str, *, owner: bool) -> Draft:
    """For managers, read beside the writer; the buttons that change something are the owner's."""
    judged = judged_leads(work, now)
    if not judged:
        lines = [say("calibration.nothing", language), _assumed(business, language)]
        return Draft("\n".join((*lines, *watch_lines(work, language))))
    bands = rules_now(work, business).bands
    found = report(judged, bands, business.scoring.call.worth, capacity(work, business, now))
    lines = [say("calibration.title", language, count=len(judged))]
    lines += [_tier(tier, found.tiers[tier], language) for tier in _WARMEST_FIRST]
    if not found.rising:
        lines.append(say("calibration.inverted", language))
    lines.append(_wins(found.wins_hot, language))
    lines += ("", say("calibration.picture", language))
    lines += [_bar(start, end, rate, language) for start, end, rate in found.picture]
    lines += ("", say("calibration.borders", language))
    lines += [_border(one, language, is_now=one.hot == bands.hot) for one in found.borders]
    lines += ("", *_advice(work, business, found, len(judged), now, language))
    lines.append(_learned(work, language))
    lines += watch_lines(work, language)
    if tapped_bands(work, business) is not None:
        lines.append(
            say("calibration.tapped", language, warm=f"{bands.warm:g}", hot=f"{bands.hot:g}")
        )
    return Draft("\n".join(lines), _choices(work, business, found, language) if owner else ())


def judged_leads(work: Work, now: datetime) -> tuple[Judged, ...]:
    """The leads with an outcome, each as it was scored before a rep had it in hand."""
    outcomes = {one.lead_id: one.won for one in ended(work, now, samples=True)}
    scored = work.outcomes.scored_before(tuple(outcomes), TOUCHES)
    return tuple(
        Judged(points, temperature, outcomes[lead_id]) for lead_id, points, temperature in scored
    )


def choose(ask: Ask, press: Press) -> Draft:
    """The owner tapped: other thresholds, the present ones, or those of the file again."""
    if ask.member.role is not Role.OWNER:
        ask.note("refused")
        return Draft(ask.say("staff.refused", role=ask.say(f"role.{Role.OWNER}")))
    if press.args[:1] == (KEEP,):
        return Draft(ask.say("calibration.kept"))
    if press.args[:1] == (FILE,):
        forget_bands(ask.work)
        bands = rules_now(ask.work, ask.business).bands
        ask.note("thresholds", detail="file")
        return Draft(_taken(ask, bands.warm, bands.hot))
    warm, hot = press.number(0), press.number(1)
    slack = ask.business.scoring.slack
    if warm is None or hot is None or not slack < warm < warm + slack < hot <= 100:
        return Draft(ask.say("question.stale"))
    take_bands(ask.work, ask.business, warm, hot)
    ask.note("thresholds", detail=f"warm {warm}, hot {hot}")
    return Draft(_taken(ask, warm, hot))


# --- lines ------------------------------------------------------------------------------------


def _tier(tier: Temperature, rate: Rate, language: str) -> str:
    name = say(f"temperature.{tier}", language).capitalize()
    if not rate.count:
        return say("calibration.tier_empty", language, name=name)
    return say(
        "calibration.tier",
        language,
        name=name,
        count=rate.count,
        won=rate.won,
        share=_percent(rate.share),
        low=_percent(rate.low),
        high=_percent(rate.high),
    )


def _wins(rate: Rate, language: str) -> str:
    if not rate.count:
        return say("calibration.no_wins", language)
    return say(
        "calibration.wins_hot",
        language,
        wins=rate.count,
        hot=rate.won,
        share=_percent(rate.share),
    )


def _bar(start: int, end: int, rate: Rate, language: str) -> str:
    bar = _BLOCK * round(rate.share * _WIDTH)
    return say(
        "calibration.bar",
        language,
        start=start,
        end=end if end == 100 else end - 1,
        bar=f"{bar} " if bar else "",
        share=_percent(rate.share),
        won=rate.won,
        count=rate.count,
    )


def _border(one: Border, language: str, *, is_now: bool) -> str:
    key = "calibration.border_now" if is_now else "calibration.border"
    return say(
        key,
        language,
        hot=f"{one.hot:g}",
        count=one.called.count,
        share=_percent(one.called.share),
        found=_percent(one.found),
    )


def _advice(
    work: Work, business: Business, found: Report, count: int, now: datetime, language: str
) -> list[str]:
    call = business.scoring.call
    cost = wording.money(round(call.minutes * call.hourly_cost / 60), language)
    lines = [
        say("calibration.worth", language, cost=cost, share=_percent(call.worth)),
    ]
    if found.ranked is not None:
        warm, hot = (f"{one:.0f}" for one in found.ranked)
        lines.append(say("calibration.ranked", language, warm=warm, hot=hot))
    if found.within_reach is not None:
        hours = wording.number(call.hours_a_day or 0, language)
        daily = wording.number(round(arrivals(work, now), 1), language)
        reach = f"{found.within_reach:.0f}"
        lines.append(say("calibration.time", language, hours=hours, arrivals=daily, hot=reach))
    lines += _uplift(work, business, now, language)
    if not found.enough:
        told = {"count": count, "won": found.wins_hot.count}
        least = {"least": FEWEST_OUTCOMES, "each": FEWEST_WON}
        lines.append(say("calibration.too_few", language, **told, **least))
        lines.append(_assumed(business, language))
    elif found.suggested is None:
        lines.append(say("calibration.no_change", language))
    else:
        warm_from, hot_from = found.suggested
        lines.append(say("calibration.suggested", language, warm=warm_from, hot=hot_from))
    return lines


def _assumed(business: Business, language: str) -> str:
    """Where a call would pay by what the owner thinks, while the outcomes cannot tell."""
    scoring = business.scoring
    hot = assumed_border(scoring.call.worth, scoring.close_rate)
    share = _percent(scoring.close_rate)
    return say("calibration.assumed", language, share=share, hot=f"{hot:.0f}")


def _uplift(work: Work, business: Business, now: datetime, language: str) -> list[str]:
    """What calling by lot has shown; nothing where nobody is called so."""
    arms = work.outcomes.drawn(DRAWN)
    if not arms:
        return []
    sides = {CALL: [0, 0], LEAVE: [0, 0]}
    for one in ended(work, now):
        if one.lead_id in arms:
            side = sides[arms[one.lead_id]]
            side[0] += one.won
            side[1] += 1
    found = uplift((sides[CALL][0], sides[CALL][1]), (sides[LEAVE][0], sides[LEAVE][1]))
    told = {"called": found.called.count, "left": found.left.count}
    if found.lift is None or found.low is None or found.high is None:
        return [say("calibration.by_lot", language, **told)]
    shares = {"won": _percent(found.called.share), "other": _percent(found.left.share)}
    span = {"low": _percent(found.low), "high": _percent(found.high)}
    assumed = _percent(business.scoring.call.uplift)
    lift = _percent(found.lift)
    return [
        say("calibration.uplift", language, **told, **shares, **span, lift=lift, assumed=assumed)
    ]


def _learned(work: Work, language: str) -> str:
    """Whether chances learned from own outcomes are in use."""
    active, shadow = work.models.active(), work.models.shadow()
    if active is not None:
        day = wording.day(active.changed_at.date())
        why = why_words(active.why, active.metrics, language)
        return say("calibration.model_active", language, day=day, why=why)
    if shadow is not None:
        why = why_words(shadow.why, shadow.metrics, language)
        return say("calibration.model_shadow", language, why=why)
    return say("calibration.model_none", language, least=FEWEST_OUTCOMES)


def _choices(work: Work, business: Business, found: Report, language: str) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if found.suggested is not None:
        warm, hot = found.suggested
        label = say("calibration.take", language, warm=warm, hot=hot)
        keep = say("calibration.keep", language)
        rows.append((Button(label, buttons.data("bands", warm, hot), Style.GOOD),))
        rows.append((Button(keep, buttons.data("bands", KEEP)),))
    if tapped_bands(work, business) is not None:
        back = say("calibration.back_to_file", language)
        rows.append((Button(back, buttons.data("bands", FILE)),))
    return tuple(rows)


def _taken(ask: Ask, warm: float, hot: float) -> str:
    return ask.say("calibration.taken", warm=f"{warm:g}", hot=f"{hot:g}")


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"
