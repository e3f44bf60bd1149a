"""/lang: in which language a member, or the team's group, is told everything from then on."""

from __future__ import annotations

from handlers import buttons
from handlers.buttons import Press
from handlers.channel import Button
from handlers.posting import Draft
from handlers.relay.audience import GROUP_LANGUAGE
from handlers.team.asking import Ask
from handlers.texts import LANGUAGES, say
from scoring.understanding.text import fold

# What it is called after /lang or alone, folded.
_CALLED = {
    "vi": ("vi", "viet", "tieng viet", "vietnamese"),
    "en": ("en", "anh", "tieng anh", "english"),
}


def language(ask: Ask) -> Draft:
    """/lang en, "tiếng Anh"; without a name both are offered."""
    said = fold(ask.message.text).split()
    words = ask.rest or " ".join(said)
    wanted = next((one for one, names in _CALLED.items() if words in names), "")
    if wanted:
        return _speak(ask, wanted)
    choices = (Button(say("staff.this_language", one), _carry(one)) for one in LANGUAGES)
    return Draft(ask.say("staff.which_language"), (tuple(choices),))


def pressed(ask: Ask, press: Press) -> Draft:
    """One of the two was tapped."""
    wanted = press.args[0] if press.args else ""
    if wanted not in LANGUAGES:
        return Draft(ask.say("question.stale"))
    return _speak(ask, wanted)


def _speak(ask: Ask, wanted: str) -> Draft:
    if ask.message.group:
        ask.work.settings.put(GROUP_LANGUAGE, wanted)
    else:
        ask.work.team.speak(ask.member.id, wanted)
    ask.note("language", detail=wanted)
    return Draft(say("staff.language", wanted))


def _carry(wanted: str) -> str:
    return buttons.data("lang", wanted)
