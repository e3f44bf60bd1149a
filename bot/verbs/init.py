"""The verb `init`: asks what cannot be guessed, writes business.yaml and .env."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any

import httpx
import typer

from bot.config import TELEGRAM_API, read_config, with_sample_company
from bot.new_company import TRADES, business_text, kept_as, write_business, write_settings
from bot.setting_kinds import is_telegram_token
from bot.settings_given import DOTENV, UnreadableError, given, in_dotenv, variable
from bot.verbs.flags import Flags, fail, misuse, with_settings
from bot.verbs.invite import new_code
from handlers.owners_file import BusinessFileError, load
from handlers.texts import say
from scoring.understanding.text import fold
from storage.team import Role

PATIENCE = 10.0  # seconds
TRIES = 3
_GROUP = re.compile(r"-\d{1,20}")


@with_settings
def init(
    flags: Flags,
    company: Annotated[str, typer.Option(help="The company's name.")] = "",
    trade: Annotated[str, typer.Option(help=f"The template: {', '.join(TRADES)}.")] = "",
    language: Annotated[str, typer.Option(help="What most customers speak: vi or en.")] = "",
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Write over a business file; the old one is kept.")
    ] = False,
) -> int:
    """Ask what cannot be guessed, write business.yaml and .env; can be run again."""
    try:
        known = {**given(in_dotenv()), **flags}
    except UnreadableError as error:
        fail(str(error))
    file = Path(known.get("business_file", "business.yaml"))
    if not file.parent.is_dir():
        fail(f"{file.parent} is no folder: make it first.")
    spoken = _write_company(file, company, trade, language, overwrite)
    bot = _settle_token(known, flags, spoken)
    _settle_group(known, flags, bot, spoken)
    _finish(file, known, flags, bot, spoken)
    return 0


# --- asking ---------------------------------------------------------------------------------


def _ask(question: str) -> str | None:
    """A line from whoever is there; None where nobody is."""
    typer.echo(f"{question} ", nl=False)
    try:
        return input().strip()
    except EOFError:
        typer.echo()
        return None


def _asked(question: str, flag: str, read: Callable[[str], str | None], problem: str) -> str:
    """What somebody answers, asked again while it is of no use."""
    for _ in range(TRIES):
        answer = _ask(question)
        if answer is None:
            break
        used = read(answer)
        if used is not None:
            return used
        typer.echo(problem)
    misuse(f"--{flag} is missing: give it as a flag, or answer the question.")


# --- the company ----------------------------------------------------------------------------


def _write_company(file: Path, company: str, trade: str, language: str, overwrite: bool) -> str:
    """The business file from a template; answers the owner's language."""
    if file.exists() and not overwrite and (company or trade or not _may_write_over(file)):
        typer.echo(say("init.kept", "vi", file=file))
        return _language(language) or _owners_language(file)
    company = company.strip() or _asked(
        say("init.company", "vi"), "company", lambda answer: answer or None, say("init.again", "vi")
    )
    chosen = _trade(trade)
    if trade and chosen is None:
        misuse(f"--trade is '{trade}': choose one of {', '.join(TRADES)}.")
    if chosen is None:
        for number, name in enumerate(TRADES, start=1):
            both = " / ".join(say(f"trade.{name}", one) for one in ("vi", "en"))
            typer.echo(f"  {number}. {both}")
        chosen = _asked(say("init.trade", "vi"), "trade", _trade, say("init.again", "vi"))
    spoken = _language(language) or _spoken(language)
    old = kept_as(file) if file.exists() else None
    business = write_business(file, business_text(chosen, company, spoken))
    if old is not None:
        typer.echo(say("init.old", spoken, file=old))
    counts = {"questions": len(business.questions), "faq": len(business.faq)}
    typer.echo(say("init.written", spoken, file=file, **counts))
    return spoken


def _owners_language(file: Path) -> str:
    try:
        return load(file).languages[0]
    except BusinessFileError:
        return "vi"


def _may_write_over(file: Path) -> bool:
    answer = _ask(say("init.overwrite", "vi", file=file))
    return answer is not None and fold(answer) in ("c", "co", "y", "yes")


def _trade(answer: str) -> str | None:
    """A template by its number, its name, or what it is called in either language."""
    words = fold(answer).replace("-", "_").strip()
    if words.isascii() and words.isdigit() and 1 <= int(words[:2]) <= len(TRADES):
        return TRADES[int(words[:2]) - 1]
    for name in TRADES:
        called = (fold(say(f"trade.{name}", one)) for one in ("vi", "en"))
        if words in (name, name.replace("_", " "), *called):
            return name
    return None


def _language(answer: str) -> str | None:
    words = fold(answer).strip()
    if words in ("vi", "tieng viet", "vietnamese"):
        return "vi"
    return "en" if words in ("en", "tieng anh", "english") else None


def _spoken(given: str) -> str:
    if given:
        misuse(f"--language is '{given}': choose vi or en.")
    answer = _ask(say("init.language", "vi"))
    return _language(answer or "") or "vi"


# --- Telegram -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Bot:
    """A bot that answered, or a token that could not be looked at."""

    token: str
    api_url: str
    username: str = ""

    def call(self, method: str, **parameters: str) -> Any:
        """What the Bot API answers; None where it refuses. Raises httpx.TransportError."""
        address = f"{self.api_url.rstrip('/')}/bot{self.token}/{method}"
        try:
            answer = httpx.get(address, params=parameters, timeout=PATIENCE)
        except httpx.InvalidURL:
            return None
        if answer.status_code != HTTPStatus.OK:
            return None
        return answer.json().get("result")


def _settle_token(known: dict[str, str], flags: Flags, language: str) -> _Bot | None:
    """The token, checked with the Bot API before it is written; None without one."""
    api_url = known.get("telegram_api_url", TELEGRAM_API)
    token = known.get("telegram_token") or _in_file(known.get("telegram_token_file"))
    if token:
        bot = _checked(token, api_url, language)
        if bot is None:
            fail(say("init.token_refused", language))
        _keep(flags, "telegram_token", token)
        return bot
    for _ in range(TRIES):
        typed = _ask(say("init.token", language))
        if not typed:
            typer.echo(say("init.no_token", language))
            return None
        bot = _checked(typed, api_url, language)
        if bot is not None:
            write_settings(DOTENV, {variable("telegram_token"): typed})
            return bot
        typer.echo(say("init.token_refused", language))
    typer.echo(say("init.no_token", language))
    return None


def _checked(token: str, api_url: str, language: str) -> _Bot | None:
    """The bot of a token; None where the Bot API does not know it."""
    if not is_telegram_token(token):
        return None
    bot = _Bot(token, api_url)
    try:
        me = bot.call("getMe")
    except httpx.TransportError:
        # Its words would name the address, and the token stands in it.
        typer.echo(say("init.offline", language))
        return bot
    except ValueError:  # something else answers at this address
        return None
    if not isinstance(me, dict):
        return None
    username = str(me.get("username", ""))
    typer.echo(say("init.bot", language, name=f"@{username}"))
    return _Bot(token, api_url, username)


def _in_file(path: str | None) -> str:
    if not path:
        return ""
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        fail(f"DUYEN_TELEGRAM_TOKEN_FILE is '{path}': it cannot be read; mend the path or mode.")


def _settle_group(known: dict[str, str], flags: Flags, bot: _Bot | None, language: str) -> None:
    """The team's group, if there is one."""
    group = known.get("staff_group", "")
    if not group and bot is not None:
        for _ in range(TRIES):
            group = _ask(say("init.group", language)) or ""
            if not group or _GROUP.fullmatch(group):
                break
            typer.echo(say("init.group_wrong", language))
            group = ""
        if group:
            write_settings(DOTENV, {variable("staff_group"): group})
    elif group and not _GROUP.fullmatch(group):
        fail(say("init.group_wrong", language))
    else:
        _keep(flags, "staff_group", group)
    if group and bot is not None and bot.username:
        _look_at_group(bot, group, language)


def _look_at_group(bot: _Bot, group: str, language: str) -> None:
    try:
        chat = bot.call("getChat", chat_id=group)
    except (httpx.TransportError, ValueError):
        return
    if isinstance(chat, dict):
        typer.echo(say("init.group_found", language, name=chat.get("title", group)))
    else:
        typer.echo(say("init.group_unknown", language, group=group))


def _keep(flags: Flags, name: str, value: str) -> None:
    """What came as a flag is written down; what the environment has stays there."""
    if value and name in flags:
        write_settings(DOTENV, {variable(name): value})


# --- the end --------------------------------------------------------------------------------


def _finish(
    file: Path, known: dict[str, str], flags: Flags, bot: _Bot | None, language: str
) -> None:
    """The file in .env, the owner's link, and the next command."""
    write_settings(DOTENV, {variable("business_file"): str(file)})
    if bot is not None and bot.username:
        settings = {name: value for name, value in flags.items() if name != "business_file"}
        config = with_sample_company(read_config(**settings))
        invited = new_code(config, Role.OWNER, "")
        link = f"https://t.me/{bot.username}?start=join_{invited.code}"
        typer.echo(say("init.owner", language, link=link))
    typer.echo(say("init.next", language, file=file))
