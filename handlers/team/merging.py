"""Two leads that are one customer: a look first, then a tap, and a tap to part them again."""

from __future__ import annotations

from datetime import UTC, datetime

from handlers import buttons, wording
from handlers.buttons import Press
from handlers.channel import Button, Style
from handlers.marking import name as shown_name
from handlers.posting import Draft
from handlers.prospect.replies import ORDER
from handlers.relay import duplicates, ties
from handlers.team.asking import Ask
from scoring.lead import Contact, Lead

_EVER = datetime.min.replace(tzinfo=UTC)


def preview(ask: Ask, press: Press) -> Draft:
    """What would become of the two."""
    pair = _pair(ask, press)
    if pair is None:
        return Draft(ask.say("question.stale"))
    kept, gone = pair
    lines = [ask.say("merge.preview", lead=gone.id, elder=kept.id)]
    for lead in pair:
        called = shown_name(lead.name) or ask.say("alert.anonymous")
        chats = len(ask.work.leads.prospects_of(lead.id))
        stage = ask.say(f"stage.{lead.stage}")
        lines.append(ask.say("merge.side", lead=lead.id, name=called, stage=stage, chats=chats))
        lines += [
            ask.say("merge.fact", value=wording.fact(fact.value, ask.language))
            for slot in ORDER
            if (fact := lead.fact(slot)) is not None and not isinstance(fact.value, Contact)
        ]
    do = Button(ask.say("merge.do"), buttons.data("merge_now", kept.id, gone.id), Style.GOOD)
    return Draft("\n".join(lines), ((do,),))


def merge(ask: Ask, press: Press) -> Draft:
    pair = _pair(ask, press)
    if pair is None:
        return Draft(ask.say("question.stale"))
    kept, gone = pair
    kind, before = ties.unite(ask.work, ask.business, ask.abilities, kept, gone, ask.who, ask.now)
    deed_id = ask.work.deeds.keep(kept.id, ask.member.id, kind, before, ask.now)
    undo = Button(ask.say("merge.part"), buttons.data("part", deed_id))
    return Draft(ask.say("merge.done", lead=gone.id, elder=kept.id), ((undo,),))


def part(ask: Ask, press: Press) -> Draft:
    """Two customers after all: by the one who was told, or did it, as long as he is on the team."""
    number = press.number(0) or 0
    work = ask.work
    is_tie = work.deeds.kind_of(number) in (ties.TIED, ties.JOINED)
    deed = work.deeds.undo(number, ask.member.id, _EVER, ask.now) if is_tie else None
    if deed is None or not ties.part(
        work, ask.business, ask.abilities, deed.before, ask.who, ask.now
    ):
        return Draft(ask.say("undo.too_late"))
    kept, gone = deed.before["kept"], deed.before["gone"]
    return Draft(ask.say("merge.parted", lead=gone, elder=kept))


def _pair(ask: Ask, press: Press) -> tuple[Lead, Lead] | None:
    """The two, the elder first, while they share a number and this member may work on one."""
    kept = ask.work.leads.get(press.number(0) or 0)
    gone = ask.work.leads.get(press.number(1) or 0)
    if kept is None or gone is None or kept.id >= gone.id or gone.tied_to is not None:
        return None
    if not (ask.may_work_on(kept) or ask.may_work_on(gone)):
        ask.note("refused", kept.id)
        return None
    shared = set(duplicates.addresses_of(kept)) & set(duplicates.addresses_of(gone))
    return (kept, gone) if shared else None
