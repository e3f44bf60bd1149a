"""/campaign: look at a campaign of the business file, send it, stop it, see what came of it."""

from __future__ import annotations

from handlers import buttons
from handlers.buttons import Press
from handlers.channel import Button, Style
from handlers.follow_up import campaigns
from handlers.posting import Draft
from handlers.team.asking import Ask
from storage.campaigns import DONE, STOPPED
from storage.team import Role

_OVER = (STOPPED, DONE)


def campaign(ask: Ask) -> Draft:
    """Without a name: those of the file. With one: the dry run, or the report once it runs."""
    if not ask.member.manages:
        ask.note("refused")
        return Draft(ask.say("staff.refused", role=ask.say(f"role.{Role.MANAGER}")))
    name = ask.said.strip()
    run = ask.work.campaigns.named(name)
    if run is not None:
        rows = () if run.state in _OVER else ((_button(ask, "stop", name, Style.BAD),),)
        return Draft(campaigns.report(ask.work, ask.abilities, run, ask.language), rows)
    wanted = next((one for one in ask.business.campaigns if one.id == name), None)
    if wanted is None:
        known = ", ".join(one.id for one in ask.business.campaigns)
        return Draft(ask.say("campaign.which" if known else "campaign.none", names=known))
    mailing = ask.business.mailing(wanted)
    gets, held = campaigns.dry_run(ask.work, ask.business, ask.abilities, mailing, ask.now)
    rows = ((_button(ask, "go", name, Style.GOOD),),) if gets else ()
    return Draft(campaigns.preview(name, gets, held, ask.language), rows)


def pressed(ask: Ask, press: Press) -> Draft:
    """Send, or stop."""
    if not ask.member.manages or len(press.args) != 2:
        ask.note("refused")
        return Draft(ask.say("staff.refused", role=ask.say(f"role.{Role.MANAGER}")))
    deed, name = press.args
    run = ask.work.campaigns.named(name)
    if deed == "stop" and run is not None and run.state not in _OVER:
        dropped = campaigns.stop(ask.work, run, campaigns.BY_HAND, ask.now)
        ask.note("campaign_stopped", detail=name)
        return Draft(ask.say("campaign.stopped_now", name=name, count=dropped))
    wanted = next((one for one in ask.business.campaigns if one.id == name), None)
    if deed != "go" or wanted is None or run is not None:
        return Draft(ask.say("question.stale"))
    definition = ask.business.mailing(wanted).model_dump_json(by_alias=True)
    ask.work.campaigns.start(name, definition, ask.member.id, ask.now)
    ask.note("campaign_started", detail=name)
    return Draft(ask.say("campaign.started", name=name))


def _button(ask: Ask, deed: str, name: str, style: Style) -> Button:
    return Button(ask.say(f"campaign.{deed}"), buttons.data("campaign", deed, name), style)
