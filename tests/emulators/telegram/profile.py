"""The methods about the bot itself: who it is, its commands, its names."""

import re

from tests.emulators.telegram.calls import Call, Json, Method
from tests.emulators.telegram.entities import units
from tests.emulators.telegram.errors import bad_request

MOST_COMMANDS = 100
LONGEST_COMMAND_DESCRIPTION = 256
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
# What the API calls it, the parameter that carries it, how long it may be.
_ABOUT = (
    ("Name", "name", 64),
    ("Description", "description", 512),
    ("ShortDescription", "short_description", 120),
)


def get_me(call: Call) -> Json:
    return {
        **call.bot.json(),
        "can_join_groups": True,
        "can_read_all_group_messages": call.bot.reads_all_group_messages,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def _scope(call: Call) -> tuple[str, int, int, str]:
    scope = call.parameters.structure("scope") or {"type": "default"}
    kind = scope.get("type")
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    for name in _SCOPES[kind]:
        if not scope.get(name):
            raise bad_request(f"can't parse BotCommandScope: {name} is not specified")
    chat_id, user_id = int(scope.get("chat_id", 0)), int(scope.get("user_id", 0))
    if chat_id and call.world.room(call.bot, chat_id) is None:
        raise bad_request("chat not found")
    return kind, chat_id, user_id, call.parameters.text("language_code")


def set_commands(call: Call) -> bool:
    commands = call.parameters.structure("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", "")).lstrip("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= units(str(command.get("description", ""))) <= LONGEST_COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    call.bot.commands[_scope(call)] = [
        {"command": one["command"].lstrip("/"), "description": one["description"]}
        for one in commands
    ]
    return True


def get_commands(call: Call) -> list[Json]:
    return call.bot.commands.get(_scope(call), [])


def delete_commands(call: Call) -> bool:
    call.bot.commands.pop(_scope(call), None)
    return True


def _setter(parameter: str, longest: int) -> Method:
    def set_about(call: Call) -> bool:
        text = call.parameters.text(parameter)
        if units(text) > longest:
            raise bad_request(f"bot {parameter.replace('_', ' ')} is too long")
        call.bot.about[parameter, call.parameters.text("language_code")] = text
        return True

    return set_about


def _getter(parameter: str) -> Method:
    def get_about(call: Call) -> Json:
        about = call.bot.about
        language = call.parameters.text("language_code")
        usual = about.get((parameter, ""), call.bot.name if parameter == "name" else "")
        return {parameter: about.get((parameter, language)) or usual}

    return get_about


def _yes(call: Call) -> bool:
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    **{f"setMy{title}": _setter(name, longest) for title, name, longest in _ABOUT},
    **{f"getMy{title}": _getter(name) for title, name, _ in _ABOUT},
    "setChatMenuButton": _yes,
    "setMyDefaultAdministratorRights": _yes,
    "logOut": _yes,
    "close": _yes,
}
